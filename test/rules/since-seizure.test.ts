import { describe, expect, it } from 'vitest';
import type { CaseRecord } from '../../src/record/record';
import { FAR, sinceAmong, sinceSeizures } from '../../src/stops/since-seizure';
import { stopsOf } from '../../src/stops/stops';
import { solveRecord } from '../../src/time/solver/solve';
import { entry, record } from '../make';

/** Of each row by its number: the place of its seizure, and the bounds in seconds. */
function since(r: CaseRecord): [zero: number, min: number, max: number][] {
  const solved = solveRecord(r);
  const { zero, min, max } = sinceSeizures(r, solved, stopsOf(r, solved));
  return [...zero].map((z, i) => [z, (min[i] as number) / 1000, (max[i] as number) / 1000]);
}

const NONE = [-1, Number.NaN, Number.NaN];
/** No act of a stop: what a camera covers. */
const camera = (ref: string, start: string) => ({ ref, start, kind: 'recording' as const });
const seizure = (ref: string, start: string) => ({ ref, start, kind: 'seizure-begins' as const });

describe('how long after a seizure', () => {
  it('is told of no row where none is in the record, and of none by a stop that tells of no seizure', () => {
    const notes = record({ events: [{ ref: 'a', start: '12:00' }], custody: [entry({ id: 'h' })] });
    expect(since(notes)).toEqual([NONE, NONE]);
    const sniff = record({ events: [{ ref: 'a', start: '12:00', kind: 'sniff' }, camera('b', '12:01')] });
    expect(since(sniff)).toEqual([NONE, NONE]);
  });

  it('is counted for acts, for cameras before it and after it, and for custody behind the events', () => {
    const r = record({
      events: [
        { ref: 'act', start: '12:10:00', kind: 'sniff' },
        camera('before', '11:55:00'),
        seizure('s', '12:00:00'),
        camera('after', '12:05:00'),
      ],
      custody: [entry({ id: 'h', releasedAt: '12:20:00', receivedAt: '12:30:00' })],
    });
    expect(since(r)).toEqual([
      [2, 599.001, 600.999],
      [2, -300.999, -299.001],
      [2, 0, 0],
      [2, 299.001, 300.999],
      [2, 1199.001, 1200.999],
    ]);
  });

  it('is counted from the stop of an act, though it may come before that seizure; else from the last that has surely begun', () => {
    const r = record({
      events: [
        seizure('second', '13:00:00'),
        seizure('first', '12:00:00'),
        { ref: 'act', start: '~13:02', kind: 'sniff' },
        camera('perhaps', '~13:02'),
        camera('between', '12:30:00'),
        camera('just begun', '13:00:00.999'),
        camera('not surely begun', '13:00:00.998'),
        camera('long before', '11:59:00'),
      ],
    });
    expect(since(r).map(([zero]) => zero)).toEqual([0, 1, 0, 1, 1, 0, 1, 1]);
    expect(since(r)[2]).toEqual([0, -180.999, 479.999]);
  });

  it('is told of nothing two hours away or more, nor of what the record leaves open at both ends', () => {
    const told = (start: string, s = '12:00:00'): boolean =>
      since(record({ events: [seizure('s', s), camera('a', start)] }))[1]?.[0] === 0;
    expect(FAR).toBe(7_200_000);
    expect(['14:00:00.998', '14:00:00.999', '15:00:00'].map((t) => told(t))).toEqual([true, false, false]);
    expect(['10:00:00.001', '10:00:00.000', '09:00:00'].map((t) => told(t))).toEqual([true, false, false]);
    expect(told('')).toBe(false);
    const open = record({
      events: [seizure('s', '12:00:00'), camera('a', 'after @s'), camera('b', 'before @s')],
    });
    expect(since(open).slice(1)).toEqual([
      [0, 0, Number.POSITIVE_INFINITY],
      [0, Number.NEGATIVE_INFINITY, 0],
    ]);
    // When it was is open, how far apart they are is not: the network is asked.
    const tied = record({
      events: [
        { ref: 'x', start: '12:00:00' },
        seizure('s', 'after @x'),
        camera('a', '@s +1h'),
        camera('b', '@s +2h'),
        camera('c', '@s -1h'),
        camera('d', '@s -2h'),
      ],
    });
    expect(since(tied).map(([zero]) => zero)).toEqual([1, 1, 1, -1, 1, -1]);
  });
});

it('of some of the rows is the same by their new numbers, and none from a seizure that is not among them', () => {
  const all = {
    zero: Int32Array.of(0, 0, 3, 3),
    min: Float64Array.of(0, 5, 0, 7),
    max: Float64Array.of(0, 6, 0, 8),
  };
  expect(
    sinceAmong(
      all,
      [3, 1, 2],
      new Map([
        [3, 0],
        [1, 1],
        [2, 2],
      ]),
    ),
  ).toEqual({
    zero: Int32Array.of(0, -1, 0),
    min: Float64Array.of(7, 5, 0),
    max: Float64Array.of(8, 6, 0),
  });
});
