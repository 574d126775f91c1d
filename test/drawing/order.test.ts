import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Analysis, analyze } from '../../src/analysis/analyze';
import { laySheet } from '../../src/drawing/lanes/lanes';
import { exhibitOf, firstPlan } from '../../src/exhibits/exhibit';
import { STICKERS } from '../../src/exhibits/stickers';
import type { Withheld } from '../../src/exhibits/withheld';
import { Lines } from '../../src/places/record/lines';
import type { EventRow, Relation } from '../../src/record/event';
import type { CaseRecord } from '../../src/record/record';
import type { EventKind } from '../../src/record/vocabulary';
import { solveRecord } from '../../src/time/solver/solve';
import { finish } from '../../src/time/steps';
import { record, relation } from '../make';
import { inAllRuns } from '../reached';

const STICKER = (STICKERS[0] as (typeof STICKERS)[number]).sticker;
const NOTHING: Withheld = new Map();
const two = (n: number): string => String(n).padStart(2, '0');
const clock = (s: number, seconds = true): string =>
  `${two(14 + Math.floor(s / 3600))}:${two(Math.floor(s / 60) % 60)}${seconds ? `:${two(s % 60)}` : ''}`;

/** How a true time, s after 14:00, is written: each way is true of it. */
const WAYS: Readonly<Record<string, (s: number, slack: number) => string>> = {
  second: (s) => clock(s),
  minute: (s) => clock(s, false),
  between: (s, slack) => `between ${clock(Math.max(0, s - slack))} and ${clock(s + 60)}`,
  by: (s, slack) => `by ${clock(s + slack)}`,
  after: (s, slack) => `after ${clock(Math.max(0, s - slack))}`,
  about: (s) => `~${clock(s)} +-2m`,
  nothing: () => '',
};
const KIND: readonly EventKind[] = [
  'writing',
  'note',
  'sniff',
  'alert',
  'search',
  'warning-issued',
  'arrest',
];

const row = fc.record({
  s: fc.tuple(fc.integer({ min: 2, max: 30 }), fc.constantFrom(0, 0, 0, 7, 31)).map(([m, x]) => m * 60 + x),
  way: fc.constantFrom(...Object.keys(WAYS)),
  slack: fc.integer({ min: 0, max: 900 }),
  kind: fc.constantFrom(...KIND),
  camera: fc.boolean(),
});
/** A statement on two rows: one moment, an order alone, or a distance with some room, all of them true. */
const tie = fc.record({
  a: fc.nat(200),
  b: fc.nat(200),
  how: fc.constantFrom('same', 'order', 'apart'),
  room: fc.integer({ min: 0, max: 120 }),
});

interface Made {
  readonly rows: readonly { s: number; way: string; slack: number; kind: EventKind; camera: boolean }[];
  readonly ties: readonly { a: number; b: number; how: string; room: number }[];
}

function recordOf({ rows, ties }: Made) {
  const truth = rows.map((r) => r.s);
  const relations: Relation[] = ties.flatMap(({ a, b, how, room }, k) => {
    // Of many, each is tied.
    const i = (a + k * 3) % rows.length;
    const twin = rows.findIndex((r, at) => at !== i && r.s === rows[i]?.s);
    const j = how === 'same' ? twin : b % rows.length;
    if (j < 0) return [];
    if (i === j) return [];
    const [from, to] = (truth[i] as number) <= (truth[j] as number) ? [i, j] : [j, i];
    const apart = ((truth[to] as number) - (truth[from] as number)) * 1000;
    if (how === 'same' && apart !== 0) return [];
    const [min, max] =
      how === 'order'
        ? [0, null]
        : how === 'same'
          ? [0, 0]
          : [Math.max(0, apart - room * 1000), apart + room * 1000];
    return [relation(`e${from}`, `e${to}`, { id: `r${k}`, min, max })];
  });
  return record({
    clocks: [
      {},
      {
        id: 'cam',
        name: 'camera',
        kind: 'camera',
        reference: false,
        offset: { min: -30_000, max: 30_000, why: 'the clock was looked at' },
      },
    ],
    sources: [{}, { id: 'film', name: 'Body camera', kind: 'camera' }],
    events: [
      { ref: 'stop', kind: 'seizure-begins' as const, start: '14:00:00' },
      ...rows.map((r, i): Partial<EventRow> & { ref: string; start: string } => ({
        ref: `e${i}`,
        kind: r.kind,
        start: (WAYS[r.way] as (s: number, slack: number) => string)(r.s, r.slack),
        ...(r.camera ? { clockId: 'cam', sourceId: 'film' } : {}),
      })),
    ],
    relations,
  });
}

/** Every pair of starts that the record orders and that is drawn, listed or printed otherwise; and how many there were. */
function against(r: CaseRecord, analysis: Analysis): { wrong: string[]; orders: number; sames: number } {
  const solved = solveRecord(r);
  const { at } = analysis.positions;
  const read = { record: r, analysis };
  const sheet = laySheet(r, analysis);
  const exhibit = exhibitOf(read, firstPlan(read, 'x', STICKER, NOTHING), '2026-11-27', NOTHING);
  const lines = new Lines({ record: r, latest: r, analysis });
  const { places } = finish(lines.arrange({ column: null, down: false, filter: '', source: null }));
  const tables = [
    new Map(exhibit.facts.map((f, i) => [f.id, i])),
    new Map([...places].map((p, i) => [r.events[p]?.id ?? '', i])),
  ];
  const units = new Map<string, number[]>();
  for (const lane of sheet.lanes)
    if (lane.hit === 'event')
      for (let k = 0; k < lane.n; k++)
        units.set(lane.idOf(k), [...(units.get(lane.idOf(k)) ?? []), lane.u0[k] as number]);
  const drawn = (id: string): number[] => units.get(id) ?? [];
  let [orders, sames] = [0, 0];
  const wrong: string[] = [];
  for (const [i, a] of r.events.entries())
    for (const [j, b] of r.events.entries()) {
      const [x, y] = [at[2 * i] as number, at[2 * j] as number];
      if (i === j || Number.isNaN(x) || Number.isNaN(y)) continue;
      const { min, max } = solved.bounds({ id: a.id, edge: 'start' }, { id: b.id, edge: 'start' });
      if (min < 0) continue;
      const say = (how: string): void => {
        wrong.push(`${a.id} “${a.start}”, ${b.id} “${b.start}”: ${min} to ${max}, ${how}`);
      };
      if (x > y) say(`drawn at ${x}, ${y}`);
      if (drawn(a.id).some((u) => drawn(b.id).some((w) => u > w))) say('drawn otherwise in the lanes');
      if (max === 0) {
        sames++;
        if (x !== y) say(`one moment drawn at ${x} and ${y}`);
      } else {
        orders++;
        if (tables.some((t) => (t.get(a.id) as number) > (t.get(b.id) as number)))
          say('otherwise in a table');
      }
    }
  return { wrong, orders, sames };
}

describe('an order that the record forbids', () => {
  const madeOf = (rows: number, ties: number) =>
    fc.record({
      rows: fc.array(row, { minLength: rows === 12 ? 2 : rows, maxLength: rows }),
      ties: fc.array(tie, { minLength: rows === 12 ? 0 : ties, maxLength: ties }),
    });
  it.each([
    // In parts, each short enough for every mutant (`test/mutation`).
    ...[1, 2, 3, 4, 5, 6, 7, 8].map((k): [string, number, number, number, number, number, number] => [
      `few rows, part ${k}`,
      12,
      10,
      50,
      100,
      k === 1 ? 2 : -1,
      k,
    ]),
    ['many that are tied', 170, 220, 4, 3000, 10, 0],
    ['more than are held each against each', 440, 560, 1, 9000, 20, 0],
  ])(
    'is never drawn, listed nor printed, and one moment is one place: %s',
    (_, rows, ties, numRuns, least, ones, part) => {
      let [orders, sames] = [0, 0];
      fc.assert(
        fc.property(madeOf(rows, ties), (made) => {
          const r = recordOf(made);
          const analysis = analyze(r);
          expect(analysis.contradictions).toEqual([]);
          const found = against(r, analysis);
          orders += found.orders;
          sames += found.sames;
          expect(found.wrong).toEqual([]);
        }),
        { numRuns, seed: 20261127 + part },
      );
      expect([orders > inAllRuns(least), sames > inAllRuns(ones)], `${orders}, ${sames}`).toEqual([
        true,
        true,
      ]);
    },
  );

  it('is not drawn outside its window where many are tied in a circle: they are one moment', () => {
    const rows = Array.from({ length: 450 }, (_, k) => ({ ref: `e${k}`, start: `14:${two(2 + (k % 50))}` }));
    const r = record({
      events: [
        ...rows,
        { ref: 'a', start: 'after 14:05' },
        { ref: 'b', start: 'by 14:30' },
        { ref: 'c', start: '14:20' },
      ],
      relations: [
        ...rows.slice(50).map((e, k) => relation(`e${k % 50}`, e.ref, { id: `r${k}`, min: 0, max: 60_000 })),
        ...['ab', 'bc', 'ca'].map((x) =>
          relation(x[0] as string, x[1] as string, { id: x, min: 0, max: null }),
        ),
      ],
    });
    const { at, min, max } = analyze(r).positions;
    const outside = [...at.keys()].filter(
      (k) => (at[k] as number) < (min[k] as number) || (at[k] as number) > (max[k] as number),
    );
    expect(outside).toEqual([]);
    const [a, b, c] = [900, 902, 904].map((k) => at[k]);
    expect([a, b]).toEqual([c, c]);
  });

  it('is not drawn outside its window by a circle that the record contradicts, where many are tied', () => {
    const rows = Array.from({ length: 450 }, (_, k) => ({ ref: `e${k}`, start: `14:${two(2 + (k % 50))}` }));
    const r = record({
      events: [...rows, { ref: 'a', start: '14:05' }, { ref: 'b', start: '14:20' }],
      relations: [
        ...rows.slice(50).map((e, k) => relation(`e${k % 50}`, e.ref, { id: `r${k}`, min: 0, max: 60_000 })),
        relation('a', 'b', { id: 'ab', min: 0, max: null }),
        relation('b', 'a', { id: 'ba', min: 0, max: null }),
      ],
    });
    const { contradictions, positions } = analyze(r);
    expect(contradictions.length).toBeGreaterThan(0);
    const { at, min, max } = positions;
    expect(
      [...at.keys()].filter(
        (k) => (at[k] as number) < (min[k] as number) || (at[k] as number) > (max[k] as number),
      ),
    ).toEqual([]);
  });

  it('is one place for moments an exact time from the same one, where many are tied', () => {
    const rows = Array.from({ length: 450 }, (_, k) => ({ ref: `e${k}`, start: `14:${two(2 + (k % 50))}` }));
    const exactly = (from: string, to: string, id: string) =>
      relation(from, to, { id, min: 90_000, max: 90_000 });
    const r = record({
      events: [
        ...rows,
        { ref: 'a', start: '14:05' },
        { ref: 'b', start: '' },
        { ref: 'c', start: 'after 14:01' },
      ],
      relations: [
        ...rows.slice(50).map((e, k) => relation(`e${k % 50}`, e.ref, { id: `r${k}`, min: 0, max: 60_000 })),
        exactly('a', 'b', 'ab'),
        exactly('c', 'b', 'cb'),
        relation('e3', 'c', { id: 'ec', min: 0, max: null }),
      ],
    });
    const { at } = analyze(r).positions;
    expect(solveRecord(r).bounds({ id: 'a', edge: 'start' }, { id: 'c', edge: 'start' })).toEqual({
      min: 0,
      max: 0,
    });
    expect(at[904]).toBe(at[900]);
    expect(at[902]).toBeGreaterThan(at[900] as number);
  });
});
