import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analysis/analyze';
import { laySheet } from '../../src/drawing/lanes/lanes';
import { layClashes } from '../../src/drawing/scene/clashes';
import { layout, wholeView } from '../../src/drawing/scene/layout';
import { TRACK } from '../../src/drawing/scene/mark-view';
import { type Scene, type Shape, textWidth } from '../../src/drawing/scene/scene';
import { custodyOf } from '../../src/exhibits/facts';
import { bigCase, CAMERAS, ITEMS, withClaims } from './big-case';
import { expectLegible, texts } from './legible';

describe('a case of 216 entries, 25 items, 8 cameras and 40 findings', () => {
  const r = bigCase();
  const analysis = analyze(r);
  const sheet = laySheet(r, analysis);
  it('is as large as that', () => {
    expect([r.events.length, r.items.length, r.sources.length - 1]).toEqual([216, ITEMS, CAMERAS]);
    expect(analysis.findings.length).toBeGreaterThanOrEqual(40);
  });
  it('has its items in the order of their numbers, however they lie in the database', () => {
    const mixed = { ...r, items: [...r.items].sort((a, b) => (a.id < b.id ? 1 : -1)) };
    const names = laySheet(mixed, analysis).lanes.flatMap((l) => /^Item (\S+):/.exec(l.name)?.[1] ?? []);
    expect(names).toEqual(Array.from({ length: ITEMS }, (_, k) => String(k + 1)));
    const listed = custodyOf({ record: mixed, analysis }, 'exhibit').map((h) => h.item.split(':')[0]);
    expect([...new Set(listed)]).toEqual(names);
  });
  it.each([390, 700, 850, 1280])('names no two lanes alike at %i px', (width) => {
    const scene = layout(sheet, wholeView(sheet, width));
    const names = texts(scene)
      .filter((t) => t.x === 12 && t.bold && t.size === 12)
      .map((t) => t.text);
    expect(names).toHaveLength(sheet.lanes.length);
    expect(names.filter((n, i) => names.indexOf(n) !== i)).toEqual([]);
    for (const n of names) expect(textWidth(n, 12, true)).toBeLessThanOrEqual(scene.left - 24 + 1);
    // Each camera is told by its number.
    const cameras = names.filter((n) => n.startsWith('Bod'));
    expect(cameras.map((n, k) => n.includes(String(k + 1)))).toEqual(Array(CAMERAS).fill(true));
  });
  it('leaves the stop at least half of the sheet, and every pause folded', () => {
    const own = sheet.axis.stretches.filter((s) => s.stop);
    expect(own.length).toBe(1);
    expect(own.reduce((w, s) => w + s.u1 - s.u0, 0) / sheet.axis.length).toBeGreaterThanOrEqual(0.5);
    expect(sheet.axis.stretches.length).toBeGreaterThan(5);
  });
  it.each([390, 850, 1280, 1440, 1920])(
    'has no label over another, over an edge or lost at %i px, at any zoom',
    (width) => {
      const { length } = sheet.axis;
      const met = new Set<string>();
      for (const share of [1, 0.6, 0.25, 0.08, 0.02])
        for (const from of [0, 0.2, 0.6]) {
          const [u0, u1] = [from * length, Math.min(1, from + share) * length];
          const scene = expectLegible(sheet, width, u0, u1);
          // Numbers of three digits, numbers alone and whole labels are all among them.
          const rounds = scene.hits.filter((h) => h.kind === 'finding');
          const said = rounds.map((h) =>
            texts(scene)
              .filter((t) => t.y > h.y && t.y < h.y + h.h && t.x >= h.x && t.x < h.x + h.w)
              .map((t) => t.text),
          );
          for (const [number, label] of said) {
            met.add(label === undefined ? 'alone' : 'whole');
            met.add(`${number?.length} digits`);
          }
          // What found no room of the findings is counted.
          const shown = rounds.length;
          const more = texts(scene).find((t) => /^\d+ more findings?$/.test(t.text));
          if (share === 1 && from === 0)
            expect(shown + Number(more?.text.split(' ')[0] ?? 0)).toBe(
              analysis.findings.filter((f) => f.span !== null && f.status !== 'foreclosed').length,
            );
        }
      expect([...met].sort()).toEqual(['1 digits', '2 digits', '3 digits', 'alone', 'whole']);
    },
  );
});

/** What a stop turns on, by the first words of its names. */
const TURNS = ['seizure', 'warning', 'dog arrives', 'alert', 'search', 'arrest'];

describe('what matters', () => {
  it.each([1280, 1440, 1920])('keeps its name first among 216 entries, at %i px', (width) => {
    const r = bigCase();
    const sheet = laySheet(r, analyze(r));
    const stop = sheet.axis.stretches.find((s) => s.stop);
    for (const [u0, u1] of [
      [0, sheet.axis.length],
      [stop?.u0 ?? 0, stop?.u1 ?? 0],
    ] as const) {
      const names = texts(layout(sheet, { ...wholeView(sheet, width), u0, u1 })).map((t) => t.text);
      expect(TURNS.filter((turn) => !names.some((n) => n.startsWith(turn)))).toEqual([]);
    }
  });
});

describe('a report that claims many times which the log proves false', () => {
  const r = withClaims(6);
  const analysis = analyze(r);
  const aside = new Set(
    analysis.contradictions.flatMap((c) =>
      c.setAside.kind === 'reading' && c.claimed ? [c.setAside.row] : [],
    ),
  );
  const sheet = laySheet(r, analysis);
  it('says together what would be written over one another, clear of the names of marks', () => {
    const scene = layout(sheet, { ...wholeView(sheet, 850), still: true });
    const label = texts(scene).find((t) => /^\d+ off by /.test(t.text));
    if (!label) throw new Error('none is said together');
    const k = (840 - scene.left) / sheet.axis.length;
    const places = new Map([['source report', { y: label.y - 17 - TRACK / 2, h: 40 }]]);
    const across = { left: scene.left, right: 840, u0: 0, k };
    const said = (names: readonly Shape[], edges: Parameters<typeof layClashes>[4] = []) =>
      layClashes(sheet, across, places, names, edges).shapes.find((s) => s.t === 'text');
    const plain = said([]);
    if (plain?.t !== 'text') throw new Error('it is not said');
    expect([plain.y, plain.text]).toEqual([label.y, label.text]);
    const { x } = plain;
    const half = textWidth(label.text, 10.5) / 2;
    const awayFrom = (shape: Shape | undefined): number =>
      shape?.t === 'text' ? Math.abs(shape.x - x) : Number.NaN;
    expect(awayFrom(said([{ ...plain, text: 'alert', size: 11, ink: 'ink' }]))).toBeGreaterThan(half);
    // Nor does it lie across the edge of a hatch; one that ends above it is in nobody's way.
    expect(awayFrom(said([], [{ x, y: 0, h: 2000 }]))).toBeGreaterThan(half);
    expect(awayFrom(said([], [{ x, y: 0, h: 10 }]))).toBe(0);
  });
  it.each([850, 1220, 1920])(
    'says of each by how much it is off, no label over another, at %i px',
    (width) => {
      const { length } = sheet.axis;
      const off = (scene: Scene): number =>
        texts(scene)
          .map((t) => /^(?:(\d+) )?off by /.exec(t.text))
          .reduce((n, m) => n + (m ? Number(m[1] ?? 1) : 0), 0);
      let most = 0;
      for (const share of [1, 0.6, 0.25, 0.08])
        for (const from of [0, 0.2]) {
          const scene = expectLegible(sheet, width, from * length, Math.min(1, from + share) * length, {
            still: true,
          });
          most = Math.max(most, off(scene));
        }
      expect(aside.size).toBeGreaterThanOrEqual(3);
      expect(most).toBe(aside.size);
    },
  );
});
