import { describe, expect, it } from 'vitest';
import type { CaseRecord } from '../../src/record/record';
import { solveRecord } from '../../src/time/solver/solve';
import { record } from '../make';

const why = (r: CaseRecord): string[] => solveRecord(r).unplaced.map((u) => `${u.row} ${u.edge}: ${u.why}`);
const gap = (
  r: CaseRecord,
  a: string,
  b: string,
  edges: ['start' | 'end', 'start' | 'end'] = ['start', 'start'],
) => {
  const { min, max } = solveRecord(r).bounds({ id: a, edge: edges[0] }, { id: b, edge: edges[1] });
  return [min, max];
};

describe('rows that are tied to others', () => {
  const MIN = 60_000;
  it('are found by their id, of their own log first', () => {
    const r = record({
      events: [
        { id: 'x1', ref: 'p7', logId: 'one', start: '14:00:00' },
        { id: 'x2', ref: 'p7', logId: 'two', start: '15:00:00' },
        { id: 'y1', ref: 'q', logId: 'one', start: '@p7 +5m' },
        { id: 'y2', ref: 'r', logId: 'two', start: '@p7 +5m' },
      ],
    });
    expect(why(r)).toEqual([]);
    expect(gap(r, 'x1', 'y1')).toEqual([5 * MIN, 6 * MIN - 1]);
    expect(gap(r, 'x2', 'y2')).toEqual([5 * MIN, 6 * MIN - 1]);
  });
  it('are refused by name where the id is nobody’s, anybody’s, or their own', () => {
    const events = [
      { id: 'x1', ref: 'p7', logId: 'one', start: '14:00' },
      { id: 'x2', ref: 'p7', logId: 'two', start: '15:00' },
      { id: 'y', ref: 'q', logId: 'three', start: 'after @p7' },
      { id: 'z', ref: 's', logId: 'three', kind: 'writing' as const, start: '16:00', end: 'before @nobody' },
      { id: 'w', ref: 'self', logId: 'three', start: 'after @self' },
      { id: 'v', ref: '', logId: 'three', start: 'after @' },
    ];
    expect(why(record({ events }))).toEqual([
      'v start: “after @” does not name a row: write @id, @id.start or @id.end, after @id or 4m before @id',
      'y start: @p7 names more than one row: give them different ids',
      'z end: @nobody names no row',
      'w start: @self is this row itself',
    ]);
    // The start of a span whose end is refused stands.
    expect(gap(record({ events }), 'x2', 'z')).toEqual([59 * MIN + 1, 61 * MIN - 1]);
  });
  it('may be tied to the other end of their own row, and to either end of another', () => {
    const r = record({
      events: [
        { ref: 'w', kind: 'writing', start: '14:00:00', end: '@w +3m' },
        { ref: 'n', start: '@w.end +2m' },
        { ref: 'm', start: '@w.start +2m' },
      ],
    });
    expect(gap(r, 'w', 'w', ['start', 'end'])).toEqual([3 * MIN, 4 * MIN - 1]);
    expect(gap(r, 'w', 'n')).toEqual([5 * MIN, 7 * MIN - 2]);
    expect(gap(r, 'w', 'm')).toEqual([2 * MIN, 3 * MIN - 1]);
  });
  it('count from the row before in the same log, and from nothing else', () => {
    const r = record({
      events: [
        { ref: 'a', start: '14:00:00' },
        { ref: 'b', start: '+30s' },
        { ref: 'c', logId: 'other', start: '+30s' },
        { ref: 'd', logId: 'other', kind: 'writing', start: '14:10:00', end: '+2m' },
      ],
    });
    expect(gap(r, 'a', 'b')).toEqual([30_000, 30_999]);
    expect(gap(r, 'd', 'd', ['start', 'end'])).toEqual([2 * MIN, 3 * MIN - 1]);
    expect(why(r)).toEqual(['c start: there is no row before this one for its “+” to count from']);
    expect(why(record({ events: [{ ref: 'a', start: '+30s' }] }))).toEqual([
      'a start: there is no row before this one for its “+” to count from',
    ]);
  });
  it('by a relation that names a row that is not there are left as they are', () => {
    const relation = {
      id: 'r',
      caseId: 'c',
      fromEdge: 'start' as const,
      toEdge: 'start' as const,
      min: 60_000,
      max: null,
      says: '',
      sourceId: 'log',
      page: '',
    };
    const events = [
      { ref: 'a', start: '14:00:00' },
      { ref: 'b', start: 'after @a' },
    ];
    for (const [fromId, toId, least] of [
      ['a', 'b', MIN],
      ['a', 'gone', 0],
      ['gone', 'b', 0],
    ] as const)
      expect(gap(record({ events, relations: [{ ...relation, fromId, toId }] }), 'a', 'b')).toEqual([
        least,
        Number.POSITIVE_INFINITY,
      ]);
  });
  it('are told apart from rows without a time, without a clock, and without an end', () => {
    expect(
      why(
        record({
          events: [
            { ref: 'a', start: '' },
            { ref: 'b', start: '14:00', clockId: 'nowhere' },
            { ref: 'c', kind: 'writing', start: '14:00', end: '' },
            { ref: 'd', kind: 'writing', start: '14:00', end: '25:00' },
          ],
        }),
      ),
    ).toEqual([
      'a start: no time is written',
      'b start: this row names no clock',
      'd end: 25:00 does not exist: hours run from 0 to 24',
    ]);
  });
});

describe('an end that cannot be used', () => {
  it.each(['25:00', 'after @nobody', '@w.end +1m', 'soon'])('%s counts as one that nobody states', (end) => {
    const solved = solveRecord(
      record({
        events: [
          { ref: 'w', kind: 'writing', start: '14:00:00', end },
          { ref: 'x', start: '15:00:00' },
        ],
      }),
    );
    expect(solved.unplaced.map((u) => u.edge)).toEqual(['end']);
    expect(solved.openEnd('w')).toBe(true);
    expect(solved.bounds({ id: 'w', edge: 'start' }, { id: 'w', edge: 'end' })).toEqual({
      min: 0,
      max: Number.POSITIVE_INFINITY,
    });
    expect(solved.bounds({ id: 'w', edge: 'end' }, { id: 'x', edge: 'start' })).toEqual({
      min: Number.NEGATIVE_INFINITY,
      max: 3_600_999,
    });
  });
});
