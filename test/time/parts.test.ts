import { describe, expect, it } from 'vitest';
import {
  printApart,
  printAtLeast,
  printAtMost,
  printBounds,
  printLengthOf,
  printMiss,
  printUpTo,
  roundLength,
  saysNothing,
  shortLength,
} from '../../src/time/duration';
import { driftOver, shownToDrift } from '../../src/time/solver/drift';
import { spreadInOrder } from '../../src/time/solver/spread';

const [MIN, HOUR, EVER] = [60_000, 3_600_000, Number.POSITIVE_INFINITY];

describe('lengths in words', () => {
  it.each([
    [0, '0 s', '0 s', '0:00'],
    [59_999, '59 s', '59 s', '0:59'],
    [MIN, '1 min 00 s', '1 min', '1:00'],
    [HOUR - 1, '59 min 59 s', '59 min 59 s', '59:59'],
    [HOUR, '1 h 00 min', '1 h', '1:00:00'],
    [HOUR + 65_000, '1 h 01 min', '1 h 01 min', '1:01:05'],
    [48 * HOUR - 1, '47 h 59 min', '47 h 59 min', '47:59:59'],
    [48 * HOUR, '2 d 0 h', '2 d 0 h', '48:00:00'],
    [-65_000, '−1 min 05 s', '−1 min 05 s', '−1:05'],
  ])('%i ms', (ms, full, round, short) => {
    expect([printLengthOf(ms), roundLength(ms), shortLength(ms)]).toEqual([full, round, short]);
  });
  it('round outward: a least down, a most up', () => {
    expect([1, 1000, 59_001, HOUR + 1, 48 * HOUR + 1].map(printUpTo)).toEqual([
      '1 s',
      '1 s',
      '1 min 00 s',
      '1 h 01 min',
      '2 d 1 h',
    ]);
    expect([-EVER, 999, 61_001, 5 * MIN, 5 * MIN + 1, 5 * MIN + 2, HOUR + 1].map(printAtLeast)).toEqual([
      'no lower bound',
      'at least 0 s',
      'at least 1 min 02 s',
      'at least 5 min 00 s',
      'more than 5 min 00 s',
      'at least 5 min 00 s',
      'more than 1 h 00 min',
    ]);
    expect([EVER, 62_999, 5 * MIN, 5 * MIN - 1, 5 * MIN + 1, HOUR + 1].map(printAtMost)).toEqual([
      'no upper bound in the record',
      'at most 1 min 02 s',
      'at most 5 min 00 s',
      'less than 5 min 00 s',
      'less than 5 min 01 s',
      'less than 1 h 01 min',
    ]);
    expect([1, 999, 1000, 61_001].map(printMiss)).toEqual([
      'at least 1 ms',
      'at least 999 ms',
      'at least 1 s',
      'at least 1 min 02 s',
    ]);
  });
  it('say both ends', () => {
    expect(saysNothing({ min: 0, max: EVER })).toBe(true);
    expect([saysNothing({ min: 1, max: EVER }), saysNothing({ min: -5, max: 5 })]).toEqual([false, false]);
    const said = (min: number, max: number): string => printBounds({ min, max });
    expect(said(-5, EVER)).toBe('for how long, the record does not say');
    expect([said(-5, 0), said(-5000, -1)]).toEqual(['no time at all', 'no time at all']);
    expect([said(0, 23 * MIN), said(-1, 23 * MIN), said(999, HOUR)]).toEqual([
      'up to 23 min',
      'up to 23 min, or none',
      'up to 1 h',
    ]);
    expect(said(1000, 2 * MIN)).toBe('at least 1 s, at most 2 min 00 s');
    expect(said(371_001, 372_999)).toBe(
      'at least 6 min 12 s, at most 6 min 12 s'.replace(/.*, at most /, ''),
    );
    expect(said(5 * MIN, EVER)).toBe('at least 5 min 00 s, no upper bound in the record');
    const apart = (min: number, max: number): string => printApart({ min, max });
    expect(apart(5 * MIN, EVER)).toBe('at least 5 min 00 s');
    expect(apart(0, MIN)).toBe('at least 0 s');
    expect(apart(-5 * MIN, -MIN)).toBe('at least 1 min 00 s before, at most 5 min 00 s');
    expect(apart(-EVER, -MIN)).toBe('at least 1 min 00 s before');
    expect(apart(-EVER, 0)).toBe('at least 0 s before');
    expect(apart(-EVER, MIN)).toBe('at most 1 min 00 s after, or before it');
    expect(apart(-EVER, EVER)).toBe('The record sets no bound.');
    expect(apart(-MIN, EVER)).toBe('at most 1 min 00 s before, or after it');
    expect(apart(-MIN, 2 * MIN)).toBe('from 1 min 00 s before to 2 min 00 s after');
  });
});

describe('places in an order', () => {
  /** Places of moments with these windows, in this order, from the middle of each window. */
  function places(
    windows: readonly (readonly [number, number])[],
    order: readonly (readonly [number, number])[],
    floor: Readonly<Record<number, number>> = {},
    ceiling: Readonly<Record<number, number>> = {},
  ): number[] {
    const at = Float64Array.from(windows, ([lo, hi]) =>
      Number.isFinite(lo) && Number.isFinite(hi)
        ? (lo + hi) / 2
        : Number.isFinite(lo)
          ? lo
          : Number.isFinite(hi)
            ? hi
            : Number.NaN,
    );
    const low = Float64Array.from(windows, (_, i) => floor[i] ?? -EVER);
    const high = Float64Array.from(windows, (_, i) => ceiling[i] ?? EVER);
    spreadInOrder(
      order,
      Float64Array.from(windows, (w) => w[0]),
      Float64Array.from(windows, (w) => w[1]),
      at,
      low,
      high,
    );
    return [...at];
  }
  const W = [0, 12_000] as const;
  it('stay in their window and in order where they are held past what holds them from the other side', () => {
    expect(places([W, W], [[0, 1]], { 0: 9000 }, { 1: 5000 })).toEqual([6000, 6000]);
    expect(places([W], [], { 0: 9000 }, { 0: 5000 })).toEqual([6000]);
    expect(places([W, W], [[0, 1]], { 0: 9000 }, { 1: 8000 })).toEqual([8000, 8000]);
    expect(places([W, W], [[0, 1]], { 0: 4000 }, { 1: 2000 })).toEqual([4000, 4000]);
  });
  it('are spread through a window that is shared', () => {
    expect(places([W, W], [[0, 1]])).toEqual([4000, 8000]);
    expect(
      places(
        [W, W, W],
        [
          [1, 0],
          [0, 2],
        ],
      ),
    ).toEqual([6000, 3000, 9000]);
    expect(
      places(
        [W, W, W],
        [
          [0, 1],
          [0, 2],
        ],
      ),
    ).toEqual([4000, 8000, 8000]);
    expect(places([W, W], [[0, 0]])).toEqual([6000, 6000]);
    expect(
      places(
        [W, W],
        [
          [0, 1],
          [0, 1],
        ],
      ),
    ).toEqual([4000, 8000]);
  });
  it('stand in the middle where windows only touch or lie apart', () => {
    expect(
      places(
        [
          [0, 1000],
          [1000, 3000],
        ],
        [[0, 1]],
      ),
    ).toEqual([500, 2000]);
    expect(
      places(
        [
          [0, 1000],
          [5000, 9000],
        ],
        [[0, 1]],
      ),
    ).toEqual([500, 7000]);
    expect(
      places(
        [
          [0, 1001],
          [1000, 3000],
        ],
        [[0, 1]],
      ),
    ).not.toEqual([500.5, 2000]);
  });
  it('keep between what holds them, and what holds one holds all behind it', () => {
    expect(places([W, W], [[0, 1]], { 0: 6000 })).toEqual([8000, 10_000]);
    expect(places([W, W], [[0, 1]], {}, { 1: 6000 })).toEqual([2000, 4000]);
    expect(
      places(
        [
          [0, 1000],
          [1000, 3000],
        ],
        [[0, 1]],
        { 0: 800, 1: 2500 },
      ),
    ).toEqual([800, 2500]);
    expect(
      places(
        [
          [0, 1000],
          [1000, 3000],
        ],
        [[0, 1]],
        {},
        { 0: 300, 1: 1500 },
      ),
    ).toEqual([300, 1500]);
  });
  it('follow a second apart where nothing bounds them above, and go before where nothing bounds them below', () => {
    expect(
      places(
        [
          [0, EVER],
          [0, EVER],
          [500, EVER],
        ],
        [
          [0, 1],
          [1, 2],
        ],
      ),
    ).toEqual([0, 1000, 2000]);
    expect(
      places(
        [
          [0, EVER],
          [5000, EVER],
        ],
        [[0, 1]],
      ),
    ).toEqual([0, 5000]);
    expect(
      places(
        [
          [-EVER, 9000],
          [-EVER, 9000],
          [-EVER, 3000],
        ],
        [
          [0, 1],
          [2, 0],
        ],
      ),
    ).toEqual([8000, 9000, 3000]);
    expect(
      places(
        [
          [0, EVER],
          [0, EVER],
        ],
        [[0, 1]],
        { 1: 7000 },
      ),
    ).toEqual([0, 7000]);
    expect(
      places(
        [
          [-EVER, 9000],
          [-EVER, 9000],
        ],
        [[0, 1]],
        {},
        { 0: 2000 },
      ),
    ).toEqual([2000, 9000]);
  });
  it('and one that has no place bounds nothing', () => {
    expect(
      places(
        [W, [Number.NaN, Number.NaN], W],
        [
          [0, 1],
          [1, 2],
        ],
      ).filter((p) => !Number.isNaN(p)).length,
    ).toBe(2);
  });
  it('in a circle each keeps its window', () => {
    for (const p of places(
      [W, W, W],
      [
        [0, 1],
        [1, 0],
        [1, 2],
      ],
    ))
      expect(p >= 0 && p <= 12_000).toBe(true);
  });
});

describe('what sync points show of a clock', () => {
  const point = (a: number, b: number, min: number, max = min, atB = min) => ({
    a: { clockVariable: a, min, max },
    b: { clockVariable: b, min: atB, max: atB + max - min },
  });
  const rate = (v: number): number => (v === 0 ? 0 : 100);
  it('is drift beyond what is assumed, up to what is allowed, whatever the order of the points', () => {
    // An hour apart: 360 ms at 100 parts in a million, 900 at 250.
    const at = (by: number) => [point(1, 0, HOUR, HOUR, HOUR + by), point(1, 0, 0)];
    const shown = (by: number): number[] => [...shownToDrift(at(by), rate, 250)];
    expect([shown(0), shown(360), shown(-360)]).toEqual([[], [], []]);
    expect([shown(362), shown(-362), shown(899)]).toEqual([[1], [1], [1]]);
    expect([shown(902), shown(-902)]).toEqual([[], []]);
    expect([...shownToDrift([...at(500)].reverse(), rate, 250)]).toEqual([1]);
  });
  it('adds the rates of both clocks, and says nothing of one alone or of one point', () => {
    const both = (by: number) => [point(1, 2, 0), point(2, 1, HOUR, HOUR, HOUR + by)];
    expect([...shownToDrift(both(700), rate, 250)]).toEqual([]);
    expect([...shownToDrift(both(730), rate, 250)].sort()).toEqual([1, 2]);
    expect([...shownToDrift([point(1, 1, 0), point(1, 1, HOUR, HOUR, HOUR + 500)], rate, 250)]).toEqual([]);
    expect([...shownToDrift([point(1, 0, 0)], rate, 250)]).toEqual([]);
    expect([...shownToDrift([point(1, 0, 0), point(2, 0, HOUR, HOUR, HOUR + 500)], rate, 250)]).toEqual([]);
  });
  it('is counted in whole ms, rounded up, either way', () => {
    expect([driftOver(0, 100), driftOver(1, 100), driftOver(-HOUR, 100), driftOver(10_001, 100)]).toEqual([
      0, 1, 360, 2,
    ]);
  });
});
