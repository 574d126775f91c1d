import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { analyze } from '../../src/analysis/analyze';
import { laySheet, type Sheet } from '../../src/drawing/lanes/lanes';
import { PALETTES } from '../../src/drawing/paint/palette';
import { paintSvg } from '../../src/drawing/paint/svg';
import { hitAt } from '../../src/drawing/scene/hit';
import { layout, wholeView } from '../../src/drawing/scene/layout';
import { layRuler } from '../../src/drawing/sheet/ruler';
import { layAxis } from '../../src/drawing/sheet/time-axis';
import { recordFromFiles } from '../../src/intake/assemble';
import type { EventRow } from '../../src/record/event';
import { KINDS } from '../../src/record/vocabulary';
import { record } from '../make';
import { expectLegible, texts } from './legible';

const sheets = new Map<string, Sheet>();
beforeAll(async () => {
  for (const [name, files] of [
    ['rodriguez', ['public/samples/rodriguez-stop-log.csv']],
    [
      'roadside',
      [
        'public/samples/roadside-stop-log.csv',
        'public/samples/roadside-cameras.csv',
        'public/samples/roadside-custody.csv',
      ],
    ],
    ['evans', ['test/fixtures/opinions/evans.csv']],
    ['campbell', ['test/fixtures/opinions/campbell.csv']],
  ] as const) {
    const { record: r } = await recordFromFiles(
      await Promise.all(files.map(async (f) => ({ name: f, bytes: new Uint8Array(await readFile(f)) }))),
      '',
    );
    sheets.set(name, laySheet(r, analyze(r)));
  }
});

const WIDTHS = [390, 520, 640, 768, 820, 1024, 1280, 1440, 1600, 1920];
const ZOOMS = [1, 0.6, 0.25, 0.08, 0.02];

describe('the axis', () => {
  it('grows with time, folds what is dead, and gives back the instant it was given', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9e9 }), { minLength: 1, maxLength: 60 }), (times) => {
        const sorted = Float64Array.from(times).sort();
        const axis = layAxis(sorted, []);
        let last = Number.NEGATIVE_INFINITY;
        for (const t of sorted) {
          const u = axis.toU(t);
          expect(u).toBeGreaterThanOrEqual(last);
          expect(Math.abs(axis.toT(u) - t)).toBeLessThan(1);
          expect(u).toBeGreaterThanOrEqual(0);
          expect(u).toBeLessThanOrEqual(axis.length);
          last = u;
        }
      }),
    );
  });
  const t0 = Date.UTC(2024, 2, 14, 19);
  const [M, H, D] = [60_000, 3_600_000, 86_400_000];
  const handOvers = (n: number, every: number): number[] =>
    Array.from({ length: n }, (_, i) => t0 + 5 * H + i * every).flatMap((t) => [t, t + 10 * M]);
  const minutes = Array.from({ length: 16 }, (_, i) => t0 + i * 2 * M);
  const stop: [number, number] = [t0, t0 + 30 * M];
  const cases: [string, number[], [number, number][]][] = [
    ['one item of nine hand-overs over ten weeks', [...minutes, ...handOvers(9, 8 * D)], [stop]],
    ['25 items, each handed over six times', [...minutes, ...handOvers(150, 14 * H + 7 * M)], [stop]],
    [
      'hand-overs every ten minutes from the arrest on',
      [...minutes, ...handOvers(60, 10 * M).map((t) => t - 4 * H)],
      [stop],
    ],
    [
      'two stops two months apart',
      [...minutes, ...minutes.map((t) => t + 60 * D)],
      [stop, [stop[0] + 60 * D, stop[1] + 60 * D]],
    ],
    [
      'a stop across midnight',
      [...minutes, ...handOvers(12, 3 * D)].map((t) => t + 9 * H + 50 * M),
      [[stop[0] + 9 * H + 50 * M, stop[1] + 9 * H + 50 * M]],
    ],
    ['a stop with one entry', [t0, ...handOvers(9, 8 * D)], [[t0, t0]]],
    [
      'a month in an evidence room',
      [t0, t0 + 30 * M, t0 + 6 * H, t0 + 4 * D, t0 + 6 * D, t0 + 30 * D],
      [stop],
    ],
  ];
  it.each(cases)('gives the stop more than half of the sheet and nothing else: %s', (_name, times, stops) => {
    const axis = layAxis(Float64Array.from(times).sort(), stops);
    const own = axis.stretches.filter((s) => s.stop);
    expect(own.length).toBe(stops.length);
    expect(own.reduce((w, s) => w + s.u1 - s.u0, 0) / axis.length).toBeGreaterThanOrEqual(0.55);
    own.forEach((s, i) => {
      const [from, to] = stops[i] as [number, number];
      const around = Math.max(15 * M, (to - from) / 2) * 1.2;
      expect([s.t0 >= from - around, s.t1 <= to + around, s.t0 <= from, s.t1 >= to]).toEqual([
        true,
        true,
        true,
        true,
      ]);
    });
    for (const t of times) expect(axis.stretches.some((s) => t >= s.t0 && t <= s.t1)).toBe(true);
  });
  it('of what is known by the day draws no hours, and a day alone no wider than weeks', () => {
    const days = Float64Array.from([0, 20, 45, 70, 310, 311].map((d) => d * D));
    const axis = layAxis(days, [], 28 * D, [], true);
    const [months, last] = axis.stretches.map((s) => s.u1 - s.u0) as [number, number];
    expect(last).toBeLessThan(months / 2);
    const byHour = layAxis(days, [], 28 * D).stretches.map((s) => s.u1 - s.u0) as [number, number];
    expect(last).toBeLessThan(byHour[1]);
    const view = { left: 0, right: 1000, u0: 0, k: 1000 / axis.length };
    const { shapes, over } = layRuler(axis, view, 'America/Chicago', [], false, 100);
    const said = over.flatMap((s) => (s.t === 'text' ? [s.text] : []));
    expect(said.length).toBeGreaterThan(4);
    expect(said.filter((t) => /\d:\d/.test(t))).toEqual([]);
    expect(shapes.length).toBeGreaterThan(4);
  });
  it('keeps its stops whole at random too, and folds no moment away', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 90 * D }), { maxLength: 80 }),
        fc.integer({ min: 0, max: 3 * H }),
        (times, length) => {
          const axis = layAxis(Float64Array.from([...times, 2 * D, 2 * D + length]).sort(), [
            [2 * D, 2 * D + length],
          ]);
          const own = axis.stretches.filter((s) => s.stop);
          expect(own.length).toBe(1);
          const share = ((own[0]?.u1 ?? 0) - (own[0]?.u0 ?? 0)) / axis.length;
          expect(share).toBeGreaterThanOrEqual(0.55);
          for (const t of times) expect(axis.stretches.some((s) => t >= s.t0 && t <= s.t1)).toBe(true);
        },
      ),
    );
  });
});

describe.each(['rodriguez', 'roadside', 'evans', 'campbell'])('the picture of %s', (name) => {
  const sheet = (): Sheet => sheets.get(name) as Sheet;
  it.each(WIDTHS)(
    'has no two labels over one another and none beyond the paper at %i px, at any zoom',
    (width) => {
      const length = sheet().axis.length;
      for (const share of ZOOMS)
        for (const from of [0, 0.3]) expectLegible(sheet(), width, from * length, (from + share) * length);
    },
  );
  it('names every lane and answers to the pointer at every mark', () => {
    const scene = layout(sheet(), wholeView(sheet(), 1280));
    for (const lane of sheet().lanes)
      expect(
        texts(scene).some(
          (t) => t.x === 12 && t.bold && lane.name.startsWith(t.text.replace('…', '').slice(0, 6)),
        ),
      ).toBe(true);
    for (const h of scene.hits.filter((x) => x.kind === 'finding'))
      expect(hitAt(scene, h.x + h.w / 2, h.y + h.h / 2)?.kind).toBe('finding');
    expect(scene.hits.length).toBeGreaterThan(5);
  });
});

describe('the picture of any case', () => {
  const act = fc.record({
    kind: fc.constantFrom(
      'writing',
      'warning-issued',
      'off-mission-questions',
      'sniff',
      'alert',
      'search',
      'found',
      'recording',
      'muted',
      'note',
      'arrest',
    ),
    at: fc.integer({ min: 0, max: 7200 }),
    length: fc.integer({ min: 1, max: 1800 }),
    day: fc.constantFrom('2024-03-14', '2024-03-14', '2024-03-14', '2024-03-16', '2024-06-01'),
    actor: fc.constantFrom('Officer Montgomery-Featherstonehaugh', 'Officer B', 'dog'),
    source: fc.constantFrom('log', 'cam'),
    coarse: fc.boolean(),
  });
  const two = (n: number): string => String(n).padStart(2, '0');
  const clock = (s: number, coarse: boolean): string =>
    `${two(12 + Math.floor(s / 3600))}:${two(Math.floor(s / 60) % 60)}${coarse ? '' : `:${two(s % 60)}`}`;
  it('is legible at any width and zoom, with lanes hidden and searches lit', () => {
    fc.assert(
      fc.property(
        fc.array(act, { minLength: 1, maxLength: 40 }),
        fc.constantFrom(...WIDTHS),
        fc.constantFrom(...ZOOMS),
        fc.integer({ min: 0, max: 9 }),
        (acts, width, zoom, from) => {
          const r = record({
            sources: [
              {},
              { id: 'cam', name: 'Body camera of the second officer on the scene', kind: 'camera' },
            ],
            events: [
              { ref: 'stop', kind: 'seizure-begins', start: '12:00' },
              ...acts.map((a, i) => ({
                ref: `e${i}`,
                kind: a.kind as EventRow['kind'],
                date: a.day,
                start: clock(a.at, a.coarse),
                end: KINDS[a.kind as EventRow['kind']].span ? clock(a.at + a.length, a.coarse) : '',
                actor: a.actor,
                sourceId: a.source,
              })),
            ],
          });
          const s = laySheet(r, analyze(r));
          const u0 = (from / 10) * (1 - zoom) * s.axis.length;
          expectLegible(s, width, u0, u0 + zoom * s.axis.length, {
            hidden: new Set(from % 2 ? ['canine'] : []),
            lit: from % 3 ? null : new Set(['e0']),
          });
        },
      ),
      { numRuns: 250, seed: 20261124 },
    );
  });
});

describe('the ruler', () => {
  it('shows a counter that is tied to no clock from its first frame', () => {
    const sheet = sheets.get('campbell') as Sheet;
    const labels = texts(layout(sheet, wholeView(sheet, 1280))).map((t) => t.text);
    expect(labels).toContain('0:00');
    expect(labels).toContain('5:00');
    expect(labels.some((l) => /^\d{3}:/.test(l))).toBe(false);
  });
  it.each([
    // Fall back: the hour from one to two comes twice, and each of the two says which it is.
    ['2024-11-03', ['00:50', '01:00 CDT', '01:20 CDT', '01:00 CST', '01:40 CST', '02:00', '03:00'], []],
    // Spring forward: there is no time between two and three.
    ['2024-03-10', ['00:50', '01:00', '01:50', '03:00', '03:30'], ['02:00', '02:10', '02:30']],
  ])('draws the night of %s as it was', (date, there, missing) => {
    const r = record({
      events: [
        { ref: 'a', date, start: '00:20', kind: 'seizure-begins' },
        { ref: 'm', date, start: '00:50', kind: 'search' },
        { ref: 'b', date, start: '04:40', kind: 'seizure-ends' },
      ],
    });
    const s = laySheet(r, analyze(r));
    const ticks = texts(layout(s, wholeView(s, 2400))).filter((t) => t.y === 24);
    const labels = ticks.sort((a, b) => a.x - b.x).map((t) => t.text);
    let at = -1;
    for (const label of there) {
      expect(labels.indexOf(label), `${label} in ${labels.join(' ')}`).toBeGreaterThan(at);
      at = labels.indexOf(label);
    }
    for (const label of missing) expect(labels).not.toContain(label);
  });
  it.each([700, 1280, 1920])(
    'names the day where a stretch begins and where midnight passes, at %i px',
    (width) => {
      const r = record({
        events: [
          { ref: 'a', start: '23:41:10', kind: 'seizure-begins' },
          { ref: 'w', start: '23:52', kind: 'warning-issued' },
          { ref: 'b', date: '2024-03-15', start: '00:12:30', kind: 'alert' },
          { ref: 'c', date: '2024-03-15', start: '00:21', kind: 'arrest' },
        ],
      });
      const s = laySheet(r, analyze(r));
      const { length } = s.axis;
      const midnight = s.axis.toU(Date.parse('2024-03-15T05:00:00Z'));
      for (const [u0, u1] of [
        [0, length],
        [midnight - length / 5, midnight + length / 5],
      ] as const) {
        const scene = expectLegible(s, width, u0, u1);
        const days = texts(scene).filter((t) => t.y === 10);
        const left = scene.left + (midnight - u0) * ((width - 10 - scene.left) / (u1 - u0));
        expect(days.map((t) => /Mar 1\d/.exec(t.text)?.[0])).toEqual(['Mar 14', 'Mar 15']);
        expect(Math.abs((days[1]?.x ?? 0) - left), `${days[1]?.text}`).toBeLessThan(8);
        // How long since the seizure, on a row of its own, and never less than nothing in the stop.
        const since = texts(scene).filter((t) => t.y === 38 && t.text.startsWith('T+'));
        expect(since.length).toBeGreaterThan(0);
      }
    },
  );
  it('shows any clock of the case: a camera in UTC, 42 s ahead, reads 19:20:42 where dispatch reads 14:20', () => {
    const sheet = sheets.get('roadside') as Sheet;
    const camera = sheet.record.clocks.find((c) => c.name.toLowerCase() === 'body camera a');
    const whole = wholeView(sheet, 1600);
    const at = (clock: string | null, label: string): number =>
      texts(layout(sheet, { ...whole, u1: whole.u1 * 0.4, clock })).find((t) => t.text === label)?.x ??
      Number.NaN;
    const [wall, shown] = [at(null, '14:20'), at(camera?.id ?? '', '19:20')];
    const px =
      (sheet.axis.toU(Date.UTC(2024, 2, 14, 19, 20)) - sheet.axis.toU(Date.UTC(2024, 2, 14, 19, 19, 18))) *
      ((1600 - 10 - 168) / (whole.u1 * 0.4));
    expect(wall - shown).toBeCloseTo(px, 3);
  });
});

describe('paper', () => {
  it('says the finding with both bounds, in the SVG as on the screen', () => {
    const sheet = sheets.get('rodriguez') as Sheet;
    const svg = paintSvg(layout(sheet, wholeView(sheet, 1400)), PALETTES.light, 'Rodriguez');
    expect(svg).toContain('held past the mission: at least 7 min 00 s, less than 9 min 00 s');
  });
  it('names what a stop turns on by its first word sooner than not at all', () => {
    const names = (width: number): string[] => {
      const sheet = sheets.get('roadside') as Sheet;
      return texts(layout(sheet, wholeView(sheet, width))).map((t) => t.text);
    };
    expect(names(1800)).toContain('warning issued');
    const narrow = names(850);
    expect(narrow.filter((t) => t.startsWith('warning'))).toEqual(['warning…']);
    expect(narrow.some((t) => t.startsWith('seizure'))).toBe(true);
  });

  it('asks nobody to zoom into a picture that leaves', () => {
    const sheet = sheets.get('roadside') as Sheet;
    const texts = (still: boolean): string =>
      layout(sheet, { ...wholeView(sheet, 860), still })
        .shapes.flatMap((s) => (s.t === 'text' ? [s.text] : []))
        .join(' | ');
    expect(texts(false)).toMatch(/\d+ more, unnamed: zoom in/);
    expect(texts(true)).toMatch(/\d+ more, in the table/);
    expect(texts(true)).not.toMatch(/zoom/);
  });

  it('lets no text become markup', () => {
    const r = record({
      sources: [{ name: '<script>alert(1)</script>"&' }],
      events: [{ ref: 'a', start: '14:00' }],
    });
    const s = laySheet(r, analyze(r));
    const svg = paintSvg(layout(s, wholeView(s, 900)), PALETTES.light, '</title><script>');
    expect(svg).not.toContain('<script');
  });
});

describe('density', () => {
  it('merges a hundred thousand entries to no more marks than there are pixels, and says how many', () => {
    const rows = Array.from({ length: 100_000 }, (_, i) => ({
      ref: `e${i}`,
      start: `${String(Math.floor(i / 3600) % 24).padStart(2, '0')}:${String(Math.floor(i / 60) % 60).padStart(2, '0')}:${String(i % 60).padStart(2, '0')}`,
    }));
    const r = record({ events: rows });
    const s = laySheet(r, analyze(r));
    const scene = layout(s, wholeView(s, 1280));
    expect(scene.shapes.length).toBeLessThan(4000);
    expect(
      scene.hits
        .filter((h) => h.kind === 'run')
        .reduce((n, h) => n + Number(/^\d+/.exec(h.says)?.[0] ?? 1), 0),
    ).toBeGreaterThan(90_000);
  });
});
