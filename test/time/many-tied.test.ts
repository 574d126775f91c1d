import { describe, expect, it } from 'vitest';
import { solveRecord } from '../../src/time/solver/solve';
import { record, relation } from '../make';
import { DRIFTING, KINDS, type Kind, madeUp } from './made-up';

const MIN = 60_000;

/** So many moments hang on one another that not each is held against each: 420 rows of another day, one after the other. */
const MANY = Array.from({ length: 420 }, (_, k) => ({
  ref: `z${k}`,
  date: '2024-03-12',
  start: k === 0 ? '10:00' : `after @z${k - 1}`,
}));

/** Where the rows are drawn, ms after 14:00 UTC, and by how much the record lets each be before another. */
function drawn(
  events: readonly { ref: string; start: string; end?: string; clockId?: string; kind?: 'writing' }[],
  ties: readonly (readonly [string, string, number | null, number | null])[],
) {
  const solved = solveRecord(
    record({
      clocks: [{ zone: 'UTC' }, { id: 'cam', name: 'cam', kind: 'camera', reference: false, zone: 'UTC' }],
      events: [...events, ...MANY],
      relations: ties.map(([a, b, min, max], i) => relation(a, b, { id: `t${i}`, min, max })),
    }),
  );
  const { at, min, max } = solved.positions;
  const zero = Date.UTC(2024, 2, 14, 14);
  const places = events.map((_, i) => (at[2 * i] as number) - zero);
  // Nothing is drawn outside its window, and nothing before what it is surely not before.
  events.forEach((a, i) => {
    expect(at[2 * i], a.ref).toBeGreaterThanOrEqual(min[2 * i] as number);
    expect(at[2 * i], a.ref).toBeLessThanOrEqual(max[2 * i] as number);
    events.forEach((b, j) => {
      const from = { id: a.ref, edge: 'start' } as const;
      if (solved.surely(from, { id: b.ref, edge: 'start' }))
        expect(places[i], `${a.ref} before ${b.ref}`).toBeLessThanOrEqual(places[j] as number);
    });
  });
  return places;
}

describe('where many moments are tied', () => {
  it('those an exact time from one another are drawn in that order, and as one where there is none between them', () => {
    const [a, b, c, d, e] = drawn(
      [
        { ref: 'a', start: 'between 14:00 and 14:20' },
        { ref: 'b', start: 'between 14:00 and 15:00' },
        { ref: 'c', start: 'between 14:00 and 14:40' },
        { ref: 'd', start: 'between 13:30 and 14:30' },
        { ref: 'e', start: 'between 14:00 and 14:10' },
      ],
      [
        ['a', 'b', 5 * MIN, 5 * MIN],
        ['c', 'b', 3 * MIN, 3 * MIN],
        ['d', 'c', -2 * MIN, -2 * MIN],
        ['d', 'e', -4 * MIN, -4 * MIN],
      ],
    ) as [number, number, number, number, number];
    // a, c = a + 2, b = a + 5, d = c + 2, e = d - 4 = a.
    expect(e).toBe(a);
    expect(a < c && c < d && d < b).toBe(true);
  });
  it('so are those that hang together with a great many others', () => {
    const [a, b, c, d] = drawn(
      ['a', 'b', 'c', 'd'].map((ref) => ({ ref, start: 'between 14:00 and 15:00' })),
      [
        ['z0', 'a', 0, null],
        ['a', 'b', 5 * MIN, 5 * MIN],
        ['c', 'b', 3 * MIN, 3 * MIN],
        ['a', 'd', 2 * MIN, 2 * MIN],
      ],
    ) as [number, number, number, number];
    // a, c = a + 2 = d, b = a + 5.
    expect(d).toBe(c);
    expect(a < c && c < b).toBe(true);
  });
  it('those in a circle are one, and those that only lead to it or away from it are not', () => {
    const open = 'between 14:00 and 14:30';
    const [a, b, c, before, after, x, y] = drawn(
      ['a', 'b', 'c', 'before', 'after', 'x', 'y'].map((ref) => ({ ref, start: open })),
      [
        ['before', 'a', 0, null],
        ['a', 'b', 0, null],
        ['b', 'c', 0, null],
        ['c', 'a', 0, null],
        ['c', 'after', 0, null],
        ['after', 'x', 0, null],
        ['x', 'y', 0, null],
        ['y', 'x', 0, null],
        ['before', 'y', 0, null],
      ],
    ) as number[];
    expect([b, c]).toEqual([a, a]);
    expect(y).toBe(x);
    expect(new Set([before, a, after, x]).size).toBe(4);
  });
  it('circles that share a moment are one, whichever is met first', () => {
    const places = drawn(
      ['p', 'q', 'r', 's', 'last'].map((ref) => ({ ref, start: 'between 14:00 and 14:30' })),
      [
        ['p', 'q', 0, 20 * MIN],
        ['q', 'r', 0, null],
        ['r', 'q', 0, null],
        ['r', 's', 0, null],
        ['s', 'p', 0, null],
        ['p', 'last', null, 0],
      ],
    );
    expect(new Set(places.slice(0, 4)).size).toBe(1);
    expect(places[4]).toBeLessThan(places[0] as number);
  });
  it('readings of one clock stand as it shows them, also behind what is known later', () => {
    const [a, b, c, d] = drawn(
      [
        { ref: 'a', start: 'between 14:00 and 14:10', clockId: 'cam' },
        { ref: 'b', start: '14:11', clockId: 'cam' },
        { ref: 'c', start: '14:12:30', clockId: 'cam' },
        { ref: 'd', start: 'between 14:13 and 14:50', clockId: 'cam' },
        { ref: 'e', start: '14:01' },
      ],
      [
        ['e', 'd', 0, 60 * MIN],
        ['e', 'c', 0, 60 * MIN],
        ['e', 'b', 0, 60 * MIN],
        ['a', 'e', -20 * MIN, 20 * MIN],
      ],
    ) as number[];
    expect(a !== undefined && b !== undefined && a < b).toBe(true);
    expect((b as number) < (c as number) && (c as number) < (d as number)).toBe(true);
  });
  it('an act that is tied is drawn from its start on', () => {
    const acts = [
      {
        ref: 'a',
        start: 'between 14:00 and 14:30',
        end: 'between 14:00 and 14:40',
        kind: 'writing' as const,
      },
      { ref: 'b', start: '14:20' },
    ];
    drawn(acts, [['b', 'a', 0, null]]);
  });
});

/** What is drawn otherwise than the record lets it be, of a made-up record that stands beside so many tied rows. */
function drawnWrong(kind: Kind, seed: number): string[] {
  const made = madeUp(kind, seed);
  const more = record({ events: MANY }).events.map((e) => ({ ...e, clockId: 'dispatch' }));
  const { record: r } = made;
  const solved = solveRecord({ ...r, events: [...r.events, ...more] });
  const { at } = solved.positions;
  const own = 2 * r.events.length;
  const place = (i: number): number => at[i < own ? i : i + 2 * more.length] as number;
  const wrong: string[] = [];
  for (const [i, [a]] of made.moments.entries()) {
    const w = solved.window(a);
    if (place(i) < w.min || place(i) > w.max) wrong.push(`${seed}: ${a.id} ${a.edge} is outside its window`);
    for (const [j, [b]] of made.moments.entries()) {
      const known = [w.min, w.max, solved.window(b).min, solved.window(b).max].every(Number.isFinite);
      if (known && solved.surely(a, b) && place(i) > place(j))
        wrong.push(`${seed}: ${a.id} ${a.edge} is drawn after ${b.id} ${b.edge}`);
    }
  }
  return wrong;
}

describe('a made-up record beside so many tied rows', () => {
  it.each([...Object.entries(KINDS), ...Object.entries(DRIFTING)])(
    'is drawn as it must be: %s',
    (_, kind) => {
      for (let seed = 1; seed <= 5; seed++) expect(drawnWrong(kind, seed)).toEqual([]);
    },
  );
});
