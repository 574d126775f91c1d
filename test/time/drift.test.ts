import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  printAtLeast,
  printAtMost,
  printBounds,
  printLengthOf,
  saysNothing,
  shortLength,
} from '../../src/time/duration';
import { driftingClocks, driftOver, offsetNear } from '../../src/time/solver/drift';

const MINUTE = 60_000;
/** A sync point: the reading of a clock (variable `a`) and that of another (`b`), each exact. */
const sync = (reason: number, a: number, aMs: number, b: number, bMs: number) => ({
  reason,
  a: { hang: a, min: aMs, max: aMs },
  b: { hang: b, min: bMs, max: bMs },
});

describe('a clock that drifts', () => {
  // 44 minutes apart, 400 ms: 152 parts in a million.
  const two = [sync(1, 0, 0, 5, 0), sync(2, 0, 44 * MINUTE, 5, 44 * MINUTE + 400)];
  const reference = new Set([0]);

  it('is one whose sync points have no offset in common, and whose neighbours differ by no more than the rate allows', () => {
    expect(driftingClocks(two, reference, 250)).toEqual([
      {
        hang: 5,
        points: [
          { at: 0, reason: 1, min: 0, max: 0 },
          { at: 44 * MINUTE + 400, reason: 2, min: -400, max: -400 },
        ],
      },
    ]);
    // To the ms: 44 min and 400 ms at 150 parts are 396.06, at 152 they are 401.4 ms.
    expect(driftingClocks(two, reference, 150)).toEqual([]);
    expect(driftingClocks(two, reference, 152)).toHaveLength(1);
    const exact = [sync(1, 0, 0, 5, 0), sync(2, 0, 999_000, 5, 1_000_000 - 900)];
    expect(driftingClocks(exact, reference, 100)).toHaveLength(1);
    expect(driftingClocks(exact, reference, 99)).toEqual([]);
  });
  it('is none with one sync point, one offset in common, or a jump', () => {
    expect(driftingClocks(two.slice(0, 1), reference, 250)).toEqual([]);
    expect(
      driftingClocks(
        [
          sync(1, 0, 0, 5, 0),
          {
            ...sync(2, 0, 44 * MINUTE, 5, 44 * MINUTE),
            b: { hang: 5, min: 44 * MINUTE, max: 44 * MINUTE + 400 },
          },
        ],
        reference,
        250,
      ),
    ).toEqual([]);
    const touching = [
      { reason: 1, a: { hang: 0, min: 0, max: 100 }, b: { hang: 5, min: 0, max: 0 } },
      {
        reason: 2,
        a: { hang: 0, min: MINUTE + 100, max: MINUTE + 200 },
        b: { hang: 5, min: MINUTE, max: MINUTE },
      },
    ];
    expect(driftingClocks(touching, reference, 250)).toEqual([]);
    expect(
      driftingClocks([...two, sync(3, 0, 50 * MINUTE, 5, 50 * MINUTE + 60_000)], reference, 250),
    ).toEqual([]);
    expect(driftingClocks([sync(1, 5, 0, 5, 0), sync(2, 5, MINUTE, 5, MINUTE + 10)], reference, 250)).toEqual(
      [],
    );
  });
  it('is found whichever way its sync points are written and in whatever order, and hangs on the reference', () => {
    const turned = two.map(({ reason, a, b }) => ({ reason, a: b, b: a })).reverse();
    expect(driftingClocks(turned, reference, 250)).toEqual(driftingClocks(two, reference, 250));
    // Of two cameras, neither of them the reference, the one that was made later is said to drift.
    expect(
      driftingClocks([sync(1, 7, 0, 5, 0), sync(2, 7, 44 * MINUTE, 5, 44 * MINUTE + 400)], reference, 250)[0]
        ?.hang,
    ).toBe(7);
    expect(
      driftingClocks([sync(1, 5, 0, 7, 0), sync(2, 5, 44 * MINUTE, 7, 44 * MINUTE + 400)], reference, 250)[0]
        ?.hang,
    ).toBe(7);
    // Pairs of clocks are looked at apart.
    expect(
      driftingClocks(
        [two[0], sync(2, 0, 44 * MINUTE, 6, 44 * MINUTE + 400)].flatMap((x) => x ?? []),
        reference,
        250,
      ),
    ).toEqual([]);
  });
  it('wanders by whole ms, rounded up', () => {
    expect([
      driftOver(1_000_000, 250),
      driftOver(-1_000_000, 250),
      driftOver(1, 250),
      driftOver(0, 250),
    ]).toEqual([250, 250, 1, 0]);
  });

  it('has its true offset within what its sync points leave, at any moment', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -250, max: 250 }),
        fc.integer({ min: -5000, max: 5000 }),
        fc.array(fc.integer({ min: 0, max: 4_000_000 }), { minLength: 1, maxLength: 5 }),
        fc.integer({ min: -1_000_000, max: 5_000_000 }),
        fc.nat(300),
        (rate, start, seen, when, blur) => {
          // The other clock reads t where the reference reads t + start + rate t.
          const truth = (t: number): number => start + (t * rate) / 1e6;
          const points = seen.map((at) => ({
            at,
            offset: { min: Math.floor(truth(at)) - blur, max: Math.ceil(truth(at)) + blur },
          }));
          const on = when + truth(when);
          const near = offsetNear(points, Math.floor(on), Math.ceil(on), 250);
          expect(near).not.toBeNull();
          expect(near?.min).toBeLessThanOrEqual(truth(when));
          expect(near?.max).toBeGreaterThanOrEqual(truth(when));
          // No sync point alone says more than all of them together.
          for (const p of points) {
            const alone = offsetNear([p], Math.floor(on), Math.ceil(on), 250);
            expect(near?.min).toBeGreaterThanOrEqual(alone?.min as number);
            expect(near?.max).toBeLessThanOrEqual(alone?.max as number);
          }
        },
      ),
    );
  });
  it('is off by just what its rate allows on the way from its sync point', () => {
    const at = { at: 1_000_000, offset: { min: -2000, max: 2000 } };
    // 1,000 s later on the other clock, at the furthest 1,002 s: 250.5 ms.
    expect(offsetNear([at], 2_000_000, 2_000_000, 250)).toEqual({ min: -2251, max: 2251 });
    expect(offsetNear([at], 0, 0, 250)).toEqual({ min: -2251, max: 2251 });
    expect(offsetNear([at], 0, 3_000_000, 250)).toEqual({ min: -2501, max: 2501 });
    expect(offsetNear([], 0, 0, 250)).toBeNull();
    expect(
      offsetNear([at, { at: 1_000_000, offset: { min: 9000, max: 9000 } }], 1_000_000, 1_000_000, 250),
    ).toBeNull();
    expect(
      offsetNear(
        [
          { at: 0, offset: { min: 0, max: 5 } },
          { at: 0, offset: { min: 5, max: 9 } },
        ],
        5,
        5,
        0,
      ),
    ).toEqual({ min: 5, max: 5 });
  });
});

describe('a length in the courts’ words', () => {
  it.each([
    [0, '0 s'],
    [59_999, '59 s'],
    [60_000, '1 min 00 s'],
    [3_599_999, '59 min 59 s'],
    [3_600_000, '1 h 00 min'],
    [48 * 3_600_000 - 1, '47 h 59 min'],
    [48 * 3_600_000, '2 d 0 h'],
    [-61_000, '−1 min 01 s'],
  ])('%d ms is %s', (ms, says) => {
    expect(printLengthOf(ms)).toBe(says);
  });
  it('rounds so that it is never too much and never too little', () => {
    expect(printAtLeast(252_999)).toBe('at least 4 min 12 s');
    expect(printAtLeast(252_001)).toBe('more than 4 min 12 s');
    expect(printAtLeast(3_600_000 + 59_999)).toBe('at least 1 h 00 min');
    expect(printAtLeast(3_600_000)).toBe('at least 1 h 00 min');
    expect(printAtLeast(48 * 3_600_000 + 3_599_999)).toBe('at least 2 d 0 h');
    expect(printAtLeast(Number.NEGATIVE_INFINITY)).toBe('no lower bound');
    expect(printAtMost(363_000)).toBe('at most 6 min 03 s');
    expect(printAtMost(362_001)).toBe('less than 6 min 03 s');
    expect(printAtMost(3_599_999)).toBe('less than 1 h 00 min');
    expect(printAtMost(3_600_001)).toBe('less than 1 h 01 min');
    expect(printAtMost(48 * 3_600_000 - 1)).toBe('less than 2 d 0 h');
    expect(printAtMost(Number.POSITIVE_INFINITY)).toBe('no upper bound in the record');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 * 3_600_000 }), (ms) => {
        const read = (text: string): number =>
          [...text.matchAll(/(\d+) (d|h|min|s)/g)].reduce(
            (sum, [, n, u]) =>
              sum + Number(n) * { d: 86_400_000, h: 3_600_000, min: 60_000, s: 1000 }[u as 'd'],
            0,
          );
        expect(read(printAtLeast(ms))).toBeLessThanOrEqual(ms);
        expect(read(printAtMost(ms))).toBeGreaterThanOrEqual(ms);
      }),
    );
  });
  it('says both ends, or that the record does not say', () => {
    expect(printBounds({ min: 252_000, max: 363_000 })).toBe('at least 4 min 12 s, at most 6 min 03 s');
    expect(printBounds({ min: 0, max: Number.POSITIVE_INFINITY })).toBe(
      'for how long, the record does not say',
    );
    expect([saysNothing({ min: 1, max: Number.POSITIVE_INFINITY }), saysNothing({ min: 0, max: 9 })]).toEqual(
      [false, false],
    );
  });
  it('is short where there is little room', () => {
    expect([0, 252_000, 3_852_000, -61_000, 3_600_000].map(shortLength)).toEqual([
      '0:00',
      '4:12',
      '1:04:12',
      '−1:01',
      '1:00:00',
    ]);
  });
});
