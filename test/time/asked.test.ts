import { describe, expect, it } from 'vitest';
import type { MomentRef } from '../../src/record/event';
import { reasonKey } from '../../src/time/solver/reason';
import { solveRecord } from '../../src/time/solver/solve';
import { entry, record, relation } from '../make';

const s = (id: string): MomentRef => ({ id, edge: 'start' });
const e = (id: string): MomentRef => ({ id, edge: 'end' });

describe('what a solution can be asked', () => {
  const sources = [
    {},
    { id: 'A', name: 'Camera A', kind: 'camera' as const },
    { id: 'B', name: 'Camera B', kind: 'camera' as const },
  ];
  const cameras = solveRecord(
    record({
      sources,
      events: [
        { ref: 'd', start: '14:00:00' },
        { ref: 'a', start: 'v 0:10', sourceId: 'A' },
        { ref: 'b', start: 'v 0:20', sourceId: 'B' },
      ],
      relations: [relation('d', 'a'), relation('b', 'd')],
    }),
  );

  it('where the counters of two recordings begin, and how far apart', () => {
    // 14:00:00 in Chicago's summer is 19:00:00 UTC; a reading to the second stands for the whole of it.
    const at = Date.UTC(2024, 2, 14, 19);
    // Ten and twenty seconds in, a counter at 100 parts in a million may be off by 1 and 2 ms, and by 1 within a second.
    expect(cameras.counterLine('A')).toEqual({
      zero: { min: at - 11_001, max: at + 999 - 9_999 },
      range: null,
      rate: 100,
      fixed: [{ at: 0, offset: { min: at - 11_001, max: at + 999 - 9_999 } }],
    });
    expect(cameras.counterLine('B')?.zero).toEqual({ min: at - 21_002, max: at + 999 - 19_998 });
    expect(cameras.countersApart('A', 'B')).toEqual({ min: -11_003, max: -8_997 });
    expect(cameras.countersApart('B', 'A')).toEqual({ min: 8_997, max: 11_003 });
  });
  it('nothing of a recording or a clock that the record does not hold', () => {
    expect(cameras.counterLine('log')).toBeNull();
    expect(cameras.counterLine('nobody')).toBeNull();
    expect(cameras.countersApart('A', 'nobody')).toBeNull();
    expect(cameras.countersApart('nobody', 'A')).toBeNull();
    expect(cameras.clockOffset('nobody')).toBeNull();
    expect(cameras.clockOffset('dispatch')).toEqual({ min: 0, max: 0 });
    expect(cameras.clockLine('nobody')).toBeNull();
    expect(cameras.clockLine('dispatch')).toEqual({ range: { min: 0, max: 0 }, rate: 0, fixed: [] });
    expect(() => cameras.window(s('nobody'))).toThrow('the record holds no row nobody');
    expect(cameras.openEnd('nobody')).toBe(false);
  });

  const plain = solveRecord(
    record({
      events: [
        { ref: 'd', start: '14:00:00' },
        { ref: 'w', kind: 'writing', start: '14:10', end: '14:10' },
        { ref: 'open', kind: 'writing', start: '14:20' },
        { ref: 'later', start: 'after @d' },
        { ref: 'alone', start: 'v 0:10' },
      ],
      custody: [entry({ id: 'k', receivedAt: '15:00' })],
    }),
  );
  it('what an entry reads by its own clock, where it reads anything', () => {
    const read = plain.reading(s('d'));
    expect((read?.max ?? 0) - (read?.min ?? 0)).toBe(999);
    expect(plain.reading(s('later'))).toBeNull();
    expect(plain.reading(e('open'))).toBeNull();
    expect(plain.openEnd('open')).toBe(true);
    expect(plain.openEnd('w')).toBe(false);
    expect(plain.openEnd('d')).toBe(false);
    expect(plain.openEnd('k')).toBe(false);
  });
  it('bounds of one span on the spot: its end is not before its start, from either side', () => {
    expect(plain.bounds(s('w'), e('w'))).toEqual({ min: 0, max: 59_999 });
    expect(plain.bounds(e('w'), s('w'))).toEqual({ min: -59_999, max: 0 });
    expect(plain.proof(s('w'), e('w'), 'min').map((p) => [p.reason.kind, p.ms])).toEqual([['definition', 0]]);
    expect(plain.proof(s('w'), e('w'), 'max')).toHaveLength(2);
    expect(plain.proof(e('w'), s('w'), 'max').map((p) => [p.reason.kind, p.ms])).toEqual([['definition', 0]]);
    expect(plain.bounds(s('w'), s('w'))).toEqual({ min: 0, max: 0 });
    expect(plain.proof(s('w'), s('w'), 'max')).toEqual([]);
  });
  it('no window of a moment that only its own counter knows, and no bounds or proof to others', () => {
    expect(plain.window(s('alone'))).toEqual({
      min: Number.NEGATIVE_INFINITY,
      max: Number.POSITIVE_INFINITY,
    });
    expect(plain.placed(s('alone'))).toBe(true);
    expect(plain.bounds(s('d'), s('alone'))).toEqual({
      min: Number.NEGATIVE_INFINITY,
      max: Number.POSITIVE_INFINITY,
    });
    expect(plain.proof(s('d'), s('alone'), 'max')).toEqual([]);
    expect(plain.bounds({ id: 'k', edge: 'received' }, s('d'))).toEqual({
      min: -3_600_000 - 59_999,
      max: -3_600_000 + 999,
    });
    // The custody form has no hand that releases: nothing is known of it.
    expect(plain.placed({ id: 'k', edge: 'released' })).toBe(false);
    expect(plain.bounds({ id: 'k', edge: 'released' }, s('d'))).toEqual({
      min: Number.NEGATIVE_INFINITY,
      max: Number.POSITIVE_INFINITY,
    });
  });
  it('an end that nobody states: not before its start, and no more', () => {
    expect(plain.bounds(s('open'), e('open'))).toEqual({ min: 0, max: Number.POSITIVE_INFINITY });
    expect(plain.bounds(s('d'), e('open')).min).toBe(20 * 60_000 - 999);
    expect(plain.proof(s('d'), e('open'), 'min').map((p) => p.reason.kind)).toContain('reading');
  });
});

const OFFSET = reasonKey({ kind: 'offset', row: 'cam' });
describe('a question put to the record', () => {
  const at = Date.UTC(2024, 2, 14, 19);
  const two = record({
    clocks: [
      {},
      {
        id: 'cam',
        name: 'Camera',
        kind: 'camera',
        reference: false,
        offset: { min: 1000, max: 2000, why: 'radio' },
      },
    ],
    events: [
      { ref: 'd', start: '14:00:00' },
      { ref: 'c', start: '14:00:00', clockId: 'cam' },
      { ref: 'n', start: 'after @d' },
    ],
  });
  it('widens a reading, or a clock, by as much at either end', () => {
    const asked = solveRecord(two, { slack: new Map([['reading d start', 5000]]) });
    expect(asked.window(s('d'))).toEqual({ min: at - 5000, max: at + 5999 });
    expect(asked.window(s('c'))).toEqual({ min: at + 1000, max: at + 2999 });
    const clock = solveRecord(two, { slack: new Map([[OFFSET, 500]]) });
    expect(clock.window(s('c'))).toEqual({ min: at + 500, max: at + 3499 });
    expect(clock.window(s('d'))).toEqual({ min: at, max: at + 999 });
  });
  it('takes a reading for exactly known, and leaves the others as they are written', () => {
    const asked = solveRecord(two, { exact: new Map([['reading d start', { min: at + 7, max: at + 7 }]]) });
    expect(asked.window(s('d'))).toEqual({ min: at + 7, max: at + 7 });
    expect(asked.window(s('c'))).toEqual({ min: at + 1000, max: at + 2999 });
    expect(asked.window(s('n'))).toEqual({ min: at + 7, max: Number.POSITIVE_INFINITY });
  });
  it('without what is switched off, by the question or by the case', () => {
    const loose = { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY };
    expect(solveRecord(two, { off: new Set([OFFSET]) }).bounds(s('d'), s('c'))).toEqual(loose);
    expect(solveRecord(two, { off: new Set(['reading d start']) }).bounds(s('d'), s('c'))).toEqual(loose);
    expect(solveRecord(two, { off: new Set([OFFSET]) }).window(s('d'))).toEqual({ min: at, max: at + 999 });
    // The case switches assumptions off, by their names.
    const assumed = { ...two, clocks: two.clocks.map((c) => (c.id === 'cam' ? { ...c, offset: null } : c)) };
    const trust = { ...two.case.trust, off: ['cam'] };
    expect(solveRecord(assumed).bounds(s('d'), s('c'))).not.toEqual(loose);
    expect(solveRecord({ ...assumed, case: { ...two.case, trust } }).bounds(s('d'), s('c'))).toEqual(loose);
  });
});
