import { describe, expect, it } from 'vitest';
import type { Relation } from '../../src/record/event';
import { solveRecord } from '../../src/time/solver/solve';
import { record, relation } from '../make';

const MIN = 60_000;
const { POSITIVE_INFINITY: NEVER, NEGATIVE_INFINITY: EVER } = Number;
const tie = (
  fromId: string,
  toId: string,
  min: number | null = 0,
  max: number | null = 0,
  over: Partial<Relation> = {},
): Relation => relation(fromId, toId, { min, max, ...over });
type Edge = 'start' | 'end';
const gap = (
  solved: ReturnType<typeof solveRecord>,
  a: string,
  b: string,
  edges: [Edge, Edge] = ['start', 'start'],
) => {
  const { min, max } = solved.bounds({ id: a, edge: edges[0] }, { id: b, edge: edges[1] });
  return [min, max];
};

describe('what is tied to one end of an entry', () => {
  it('is tied to its start too: the end of a moment is the moment, that of an act comes after', () => {
    const solved = solveRecord(
      record({
        events: [
          { ref: 'moment', start: '14:00:00' },
          { ref: 'act', kind: 'writing', start: '14:00:00' },
          { ref: 'span', kind: 'writing', start: '14:00:00', end: '14:05:00' },
          { ref: 'a', start: '@moment.end +2m' },
          { ref: 'b', start: '@act.end +2m' },
          { ref: 'c', start: '@span.end +2m' },
        ],
      }),
    );
    expect(gap(solved, 'moment', 'moment', ['start', 'end'])).toEqual([0, 0]);
    expect(gap(solved, 'moment', 'a')).toEqual([2 * MIN, 3 * MIN - 1]);
    expect(gap(solved, 'act', 'b')).toEqual([2 * MIN, NEVER]);
    expect(gap(solved, 'act', 'b', ['end', 'start'])).toEqual([2 * MIN, 3 * MIN - 1]);
    expect(gap(solved, 'span', 'c')).toEqual([7 * MIN - 999, 8 * MIN + 998]);
    expect(solved.positions.at[1]).toBe(solved.positions.at[0]);
  });
  it('gives an act its place by what its end is tied to, and an act without a start none', () => {
    const solved = solveRecord(
      record({
        events: [
          { ref: 'act', kind: 'writing', start: '14:00:00' },
          { ref: 'no', kind: 'writing', start: '', end: '14:03:00' },
          { ref: 'a', start: '14:10:00' },
        ],
        relations: [
          tie('act', 'a', 0, MIN, { fromEdge: 'end' }),
          tie('no', 'a', 0, null, { fromEdge: 'end' }),
        ],
      }),
    );
    expect(gap(solved, 'act', 'act', ['start', 'end'])).toEqual([9 * MIN - 999, 10 * MIN + 999]);
    expect(solved.openEnd('act')).toBe(false);
    expect(solved.placed({ id: 'no', edge: 'start' })).toBe(false);
    expect(gap(solved, 'no', 'a', ['end', 'start'])).toEqual([7 * MIN - 999, 7 * MIN + 999]);
    expect(gap(solved, 'no', 'a')).toEqual([EVER, NEVER]);
  });
  it('holds also for an entry whose own time cannot be read', () => {
    const solved = solveRecord(
      record({
        events: [
          { ref: 'x', start: '25:99' },
          { ref: 'y', start: '14:10:00' },
          { ref: 'z', start: '@x +1m' },
        ],
        relations: [tie('x', 'y')],
      }),
    );
    expect(gap(solved, 'y', 'z')).toEqual([MIN, 2 * MIN - 1]);
  });
});

describe('what is set aside', () => {
  it('of two equally trusted is one, by name, with what it claims and by how much they miss', () => {
    const solved = solveRecord(
      record({
        events: [
          { ref: 'a', start: '14:00:00' },
          { ref: 'b', start: '14:10:00' },
        ],
        relations: [tie('a', 'b')],
      }),
    );
    expect(solved.contradictions).toHaveLength(1);
    const [c] = solved.contradictions;
    expect(c?.by).toBe(10 * MIN - 999);
    expect(c?.entries.map((e) => ('row' in e ? e.row : '')).sort()).toEqual(['a', 'a b', 'b']);
    expect(c?.setAside).toMatchObject({ kind: 'reading' });
    const at = Date.UTC(
      2024,
      2,
      14,
      19,
      c?.setAside && 'row' in c.setAside && c.setAside.row === 'b' ? 10 : 0,
    );
    expect(c?.claimed).toEqual({ min: at, max: at + 999 });
    // Both now stand where the other is.
    expect(gap(solved, 'a', 'b')).toEqual([0, 0]);
  });
  it('is no more than it takes: entries that agree keep their times', () => {
    const events = ['14:00:00', '14:00:00', '14:00:00', '14:20:00'].map((start, i) => ({
      ref: `e${i}`,
      start,
    }));
    const solved = solveRecord(
      record({ events, relations: [tie('e0', 'e1'), tie('e1', 'e2'), tie('e2', 'e3')], sources: [{}] }),
    );
    const rows = new Set(solved.contradictions.map((c) => (c.setAside as { row: string }).row));
    expect(solved.contradictions.length).toBeGreaterThanOrEqual(3);
    expect(rows.size).toBeLessThanOrEqual(3);
  });

  /** So many entries that are all the same moment by a relation, each at a time of its own: any two of them clash. */
  const crowd = (n: number, beside = 0) =>
    record({
      events: [
        { ref: 'x', start: 'after 00:00' },
        ...Array.from({ length: n }, (_, i) => ({
          ref: `e${i}`,
          start: `14:${String(i).padStart(2, '0')}:00`,
        })),
        ...Array.from({ length: beside }, (_, i) => ({ ref: `b${i}`, start: '@x +1m' })),
      ],
      relations: Array.from({ length: n }, (_, i) => tie('x', `e${i}`)),
    });
  const pairs = (r: ReturnType<typeof record>): Set<string> =>
    new Set(
      solveRecord(r).contradictions.map((c) =>
        c.entries
          .flatMap((e) => (e.kind === 'reading' ? [e.row] : []))
          .sort()
          .join(),
      ),
    );
  it('is found with all that it clashes with: every pair of eight, each once', () => {
    expect(solveRecord(crowd(8)).contradictions).toHaveLength(28);
    expect(pairs(crowd(8)).size).toBe(28);
  });
  it('is told up to sixty times, and in a large case searched for less', () => {
    expect(solveRecord(crowd(12)).contradictions).toHaveLength(60);
    const large = solveRecord(crowd(12, 400)).contradictions.length;
    expect(large).toBeGreaterThan(11);
    expect(large).toBeLessThan(60);
  });
});

describe('an hour that happened twice', () => {
  const [first, second] = [Date.UTC(2024, 10, 3, 6, 30), Date.UTC(2024, 10, 3, 7, 30)];
  const night = (...more: { ref: string; start: string }[]) => ({
    events: [{ ref: 'a', start: '01:30:00' }, ...more].map((e) => ({ ...e, date: '2024-11-03' })),
  });
  const window = (r: ReturnType<typeof record>) => {
    const { min, max } = solveRecord(r).window({ id: 'a', edge: 'start' });
    return [min, max];
  };
  it('is either of the two until the record says which', () => {
    expect(window(record(night()))).toEqual([first, second + 999]);
    expect(
      window(record({ ...night({ ref: 'b', start: '00:10' }), relations: [tie('b', 'a', 0, null)] })),
    ).toEqual([first, second + 999]);
    expect(
      window(record({ ...night({ ref: 'b', start: '02:10' }), relations: [tie('a', 'b', 0, null)] })),
    ).toEqual([first, second + 999]);
  });
  it('is the first where it came before what lies between them, and the second where it came after', () => {
    const between = { ref: 'b', start: '07:00Z' };
    expect(window(record({ ...night(between), relations: [tie('a', 'b', 0, null)] }))).toEqual([
      first,
      first + 999,
    ]);
    expect(window(record({ ...night(between), relations: [tie('b', 'a', 0, null)] }))).toEqual([
      second,
      second + 999,
    ]);
    expect(
      window(record({ ...night({ ref: 'b', start: '06:30:00Z' }), relations: [tie('a', 'b')] })),
    ).toEqual([first, first + 999]);
    expect(
      window(record({ ...night({ ref: 'b', start: '07:30:00Z' }), relations: [tie('a', 'b')] })),
    ).toEqual([second, second + 999]);
  });
  it('settles others that hang on it, one by the next', () => {
    const r = record({
      ...night({ ref: 'b', start: '01:40:00' }, { ref: 'c', start: '07:35:00Z' }),
      relations: [tie('a', 'b', 0, 20 * MIN), tie('c', 'b', 0, null)],
    });
    const solved = solveRecord(r);
    expect(solved.contradictions).toEqual([]);
    expect(solved.window({ id: 'b', edge: 'start' })).toEqual({
      min: second + 10 * MIN,
      max: second + 10 * MIN + 999,
    });
    expect(window(r)[0]).toBeGreaterThanOrEqual(second - 10 * MIN);
  });
});
