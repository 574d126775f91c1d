import { beforeAll, describe, expect, it } from 'vitest';
import { analyze } from '../../src/analysis/analyze';
import { asWritten } from '../../src/analysis/as-written';
import { laySheet, type Sheet } from '../../src/drawing/lanes/lanes';
import { hitAt } from '../../src/drawing/scene/hit';
import { inOrder, layout, wholeView } from '../../src/drawing/scene/layout';
import { type Scene, type Shape, textWidth } from '../../src/drawing/scene/scene';
import { elapsedText } from '../../src/words/elapsed';
import { aheadByTen } from '../analysis/ahead';
import { record } from '../make';
import { bigCase, withClaims } from './big-case';
import { texts } from './legible';

const kOf = (scene: Scene, u0: number, u1: number): number => (scene.width - 10 - scene.left) / (u1 - u0);

describe('the ruler', () => {
  it('has T+ with ticks of its own, at round lengths from the seizure and not at those of the clock', () => {
    const r = record({
      events: [
        { ref: 'a', start: '14:03:20', kind: 'seizure-begins' },
        { ref: 'w', start: '14:20', kind: 'warning-issued' },
        { ref: 'b', start: '14:41', kind: 'seizure-ends' },
      ],
    });
    const s = laySheet(r, analyze(r));
    const scene = layout(s, wholeView(s, 1280));
    const k = kOf(scene, 0, s.axis.length);
    const seizure = Date.parse('2024-03-14T14:03:20-05:00');
    const since = texts(scene).filter((t) => /^T[+−]/.test(t.text));
    expect(since.length).toBeGreaterThan(3);
    for (const t of since) {
      const minutes = Number(t.text.replace(/^T\+?/, '').replace('−', '-'));
      expect(Number.isInteger(minutes), t.text).toBe(true);
      const x = scene.left + s.axis.toU(seizure + minutes * 60_000) * k;
      expect(Math.abs(t.x - x), t.text).toBeLessThan(0.1);
      // A tick of its own, short, above the lanes.
      const ticks = scene.shapes.filter(
        (l) => l.t === 'line' && Math.abs(l.x - x) < 0.1 && l.x2 === l.x && l.y2 <= 44,
      );
      expect(ticks.length, t.text).toBe(1);
    }
    expect(since.map((t) => t.text)).toContain('T+0');
    // Twenty seconds past the minute: none of them is a tick of the clock.
    const clock = texts(scene).filter((t) => t.y === 24 && /^\d\d:\d\d$/.test(t.text));
    expect(clock.length).toBeGreaterThan(3);
    for (const t of clock)
      expect(
        since.some((o) => Math.abs(o.x - t.x) < 0.1),
        t.text,
      ).toBe(false);
  });
});

it('T+ stands clear of the marks of the folds beside its stop, however narrow the sheet', () => {
  const r = record({
    events: [
      { ref: 'a', start: '14:04:10', kind: 'seizure-begins' },
      { ref: 'w', start: '14:18', kind: 'warning-issued' },
      { ref: 'b', start: '14:35', kind: 'seizure-ends' },
      { ref: 'x', date: '2024-03-18', start: '09:10', kind: 'note' },
      { ref: 'y', date: '2024-03-20', start: '10:00', kind: 'note' },
    ],
  });
  const s = laySheet(r, analyze(r));
  let seen = 0;
  for (let width = 320; width <= 1920; width += 5) {
    const scene = layout(s, wholeView(s, width));
    const marks = scene.shapes.filter((l) => l.t === 'line' && l.y === 36 && l.y2 === 44);
    expect(marks.length).toBeGreaterThan(0);
    for (const t of texts(scene).filter((o) => o.text.startsWith('T+'))) {
      seen++;
      const half = textWidth(t.text, t.size) / 2;
      for (const m of marks)
        if (m.t === 'line')
          expect(
            Math.max(m.x, m.x2) <= t.x - half || Math.min(m.x, m.x2) >= t.x + half,
            `${t.text} at ${width}`,
          ).toBe(true);
    }
  }
  expect(seen).toBeGreaterThan(300);
});

it('T+ counts from the seizure of its own stop, on the ruler and in the tables', () => {
  const stop = (p: string, date: string, h: number) => [
    { ref: `${p}begins`, date, start: `${h}:02:00`, kind: 'seizure-begins' as const },
    { ref: `${p}warns`, date, start: `${h}:13:00`, kind: 'warning-issued' as const },
    { ref: `${p}ends`, date, start: `${h}:40:00`, kind: 'seizure-ends' as const },
  ];
  const r = record({ events: [...stop('x', '2024-03-14', 14), ...stop('y', '2024-05-16', 21)] });
  const analysis = analyze(r);
  const s = laySheet(r, analysis);
  const since = texts(layout(s, wholeView(s, 1600))).flatMap((t) => /^T\+(\d+)$/.exec(t.text)?.[1] ?? []);
  expect(since.filter((n) => n === '0')).toHaveLength(2);
  expect(Math.max(...since.map(Number))).toBeLessThan(60);
  expect(r.events.map((e) => elapsedText({ record: r, analysis }, e.id))).toEqual([
    '0',
    '11 min',
    '38 min',
    '0',
    '11 min',
    '38 min',
  ]);
});

describe('the big case', () => {
  let sheet: Sheet;
  beforeAll(() => {
    const r = bigCase();
    sheet = laySheet(r, analyze(r));
  });
  it('keeps the names of its lanes, the ruler and its clock in sight wherever it is panned and zoomed', () => {
    const { length } = sheet.axis;
    for (const share of [1, 0.25, 0.02])
      for (const from of [0, 0.35, 0.9]) {
        const [u0, u1] = [from * length, Math.min(1, from + share) * length];
        const scene = layout(sheet, { ...wholeView(sheet, 1280), u0, u1 });
        const left = texts(scene).filter((t) => t.x === 12 && t.bold && t.size === 12);
        expect(left.length).toBe(sheet.lanes.length);
        expect(left.map((t) => t.text.slice(0, 4))).toEqual(
          inOrder(sheet.lanes, []).map((l) => l.name.slice(0, 4)),
        );
        expect(texts(scene).some((t) => t.x === 12 && t.y === 24)).toBe(true);
        // A day stands over every view that holds any of the sheet's time.
        expect(texts(scene).filter((t) => t.y === 10).length).toBeGreaterThan(0);
      }
  });
  it('answers to the pointer on bands, on holes of the recordings, and on folds', () => {
    const scene = layout(sheet, wholeView(sheet, 1920));
    const kinds = new Map<string, number>();
    for (const h of scene.hits) {
      if (h.kind !== 'band' && h.kind !== 'fold') continue;
      // Some of it is free of what lies above it.
      let found = false;
      for (let i = 1; i < 40 && !found; i++)
        for (let j = 1; j < 40 && !found; j++) {
          const at = hitAt(scene, h.x + (h.w * i) / 40, h.y + (h.h * j) / 40);
          found = at?.kind === h.kind && at.id === h.id;
        }
      if (found) kinds.set(h.kind, (kinds.get(h.kind) ?? 0) + 1);
    }
    expect(kinds.get('band') ?? 0).toBeGreaterThan(0);
    expect(kinds.get('fold') ?? 0).toBeGreaterThan(4);
  });
});

it('a hole in a recording is clicked, and so is the time that a report claims', () => {
  const r = record({
    sources: [{}, { id: 'cam', name: 'Body camera', kind: 'camera' }],
    events: [
      { ref: 'a', start: '14:00:00', kind: 'seizure-begins' },
      { ref: 'on', start: '14:00:00', end: '14:05:00', kind: 'recording', sourceId: 'cam' },
      { ref: 'hole', start: '14:05:00', end: '14:09:00', kind: 'muted', sourceId: 'cam' },
      { ref: 'again', start: '14:09:00', end: '14:20:00', kind: 'recording', sourceId: 'cam' },
      { ref: 'b', start: '14:20:00', kind: 'seizure-ends' },
    ],
  });
  const sheet = laySheet(r, analyze(r));
  const scene = layout(sheet, wholeView(sheet, 1280));
  const k = kOf(scene, 0, sheet.axis.length);
  const x = scene.left + sheet.axis.toU(Date.parse('2024-03-14T14:07:00-05:00')) * k;
  const hits = scene.hits.filter((h) => h.id === 'hole');
  expect(hits.length).toBeGreaterThan(0);
  for (const h of hits) expect(hitAt(scene, x, h.y + h.h / 2)?.id).toBe('hole');

  const claims = withClaims(3);
  const analysis = analyze(claims);
  const big = laySheet(claims, analysis);
  const drawn = layout(big, wholeView(big, 1280));
  const claimed = drawn.hits.filter((h) => /^claimed here, off by /.test(h.says));
  const aside = new Set(
    analysis.contradictions
      .filter((c) => c.claimed && c.setAside.kind === 'reading')
      .map((c) => (c.setAside.kind === 'reading' ? c.setAside.row : '')),
  );
  expect(new Set(claimed.map((h) => h.id))).toEqual(aside);
  for (const h of claimed) expect(hitAt(drawn, h.x + h.w / 2, h.y + h.h / 2)?.id).toBe(h.id);
});

it('as written, the whole sheet has a mark on each entry that moved and on no other, and no finding', () => {
  const r = aheadByTen([
    { ref: 'a', start: '14:00:00', kind: 'seizure-begins' },
    { ref: 'm', start: '14:04:00', kind: 'mission-complete' },
    { ref: 'b', start: '14:25:00', clockId: 'cam', kind: 'sniff' },
    { ref: 'c', start: '14:20:00', kind: 'alert' },
    { ref: 'd', start: '14:40:00', clockId: 'cam', kind: 'search' },
  ]);
  const analysis = analyze(r);
  const written = asWritten(r, analysis.positions);
  expect([...written.moved].sort()).toEqual(['b', 'd']);
  const proved = laySheet(r, analysis);
  const plain = laySheet(r, { ...analysis, positions: written.positions });
  const rings = (shapes: readonly Shape[]) =>
    shapes.filter((s) => s.t === 'dot' && s.r === 8 && s.stroke === 'finding');
  const before = layout(proved, wholeView(proved, 1280));
  const scene = layout(plain, { ...wholeView(plain, 1280), moved: written.moved });
  expect(analysis.findings.length).toBeGreaterThan(0);
  expect([
    before.hits.some((h) => h.kind === 'finding'),
    scene.hits.some((h) => h.kind === 'finding'),
  ]).toEqual([true, false]);
  expect(rings(before.shapes)).toEqual([]);
  const k = kOf(scene, 0, plain.axis.length);
  const at = (time: string): number =>
    scene.left + plain.axis.toU(Date.parse(`2024-03-14T${time}-05:00`)) * k;
  // Each in its own lane and in that of its source.
  const xs = rings(scene.shapes)
    .map((s) => (s.t === 'dot' ? Math.round(s.x) : 0))
    .sort((p, q) => p - q);
  expect(xs).toEqual([at('14:25:00'), at('14:25:00'), at('14:40:00'), at('14:40:00')].map(Math.round));
  expect(scene.legend).toContain('moved');
  expect(texts(scene).some((t) => t.text.startsWith('AS WRITTEN'))).toBe(true);
});
