import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atLeastPositive, supportedUnits } from '../../src/rules/custody/hypergeometric';

/** C(n, k) exactly. */
function choose(n: number, k: number): bigint {
  let c = 1n;
  for (let i = 0; i < k; i++) c = (c * BigInt(n - i)) / BigInt(i + 1);
  return c;
}

/** The same probability with whole numbers, to nine places. */
function exact(x: number, n: number, positive: number, units: number): number {
  let sum = 0n;
  for (let i = x; i <= Math.min(n, positive); i++)
    if (n - i <= units - positive) sum += choose(positive, i) * choose(units - positive, n - i);
  return Number((sum * 1_000_000_000n) / choose(units, n)) / 1e9;
}

/** The smallest sample that supports a share of the units with so many found negative; null where none is enough. */
function sampleSize(units: number, share: number, confidence: number, negative: number): number | null {
  const wanted = Math.ceil(share * units - 1e-9);
  let [lo, hi] = [negative + 1, units];
  if (units - negative < wanted || supportedUnits(units, units, negative, confidence) < wanted) return null;
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if (supportedUnits(units, mid, negative, confidence) >= wanted) hi = mid;
    else lo = mid + 1;
  }
  return lo;
}

describe('how many units a sample supports', () => {
  it('is 25 of 50 where 4 were tested and none was negative', () => {
    expect(supportedUnits(50, 4, 0, 0.95)).toBe(25);
  });

  it.each([
    ['one of twenty comes up in 1 of 20 cases, and no more often', 20, 1, 0, 0.95, 2],
    ['one of twenty-one does more rarely', 21, 1, 0, 0.95, 2],
    ['one of nineteen more often', 19, 1, 0, 0.95, 1],
    ['none positive supports none', 50, 4, 4, 0.95, 0],
    ['all tested, what was positive', 10, 10, 3, 0.95, 7],
  ])('%s', (_, units, n, negative, confidence, expected) => {
    expect(supportedUnits(units, n, negative, confidence)).toBe(expected);
  });

  it('agrees with the published table in every cell', () => {
    const [, ...rows] = readFileSync('test/fixtures/sampling/sample-sizes.csv', 'utf8').trim().split(/\r?\n/);
    let cells = 0;
    for (const row of rows) {
      const [units, confidence, share, ...sizes] = row.split(',');
      for (const [negative, size] of sizes.entries()) {
        expect([
          row,
          negative,
          sampleSize(Number(units), Number(share), Number(confidence), negative),
        ]).toEqual([row, negative, size === '' ? null : Number(size)]);
        cells++;
      }
    }
    expect(cells).toBe(21 * 6 * 3);
  });

  it('uses the distribution itself, as whole numbers give it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(60), fc.nat(60), fc.nat(60), (units, a, b, c) => {
        const [n, positive] = [1 + (a % units), b % (units + 1)];
        const x = c % (n + 1);
        expect(Math.abs(atLeastPositive(x, n, positive, units) - exact(x, n, positive, units))).toBeLessThan(
          2e-9,
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('is never more than the truth more often than 1 in 20', () => {
    for (const [units, n, positive] of [
      [50, 4, 20],
      [30, 6, 11],
      [100, 10, 63],
    ] as const) {
      let wrong = 0;
      for (let x = 0; x <= n; x++) {
        const p =
          atLeastPositive(x, n, positive, units) - (x < n ? atLeastPositive(x + 1, n, positive, units) : 0);
        if (supportedUnits(units, n, n - x, 0.95) > positive) wrong += p;
      }
      expect(wrong).toBeLessThanOrEqual(0.05 + 1e-9);
    }
  });

  it('does not overflow for a million units', () => {
    expect(supportedUnits(1_000_000, 29, 0, 0.95)).toBeGreaterThan(900_000);
    expect(supportedUnits(10_000, 10_000, 3, 0.99)).toBe(9_997);
  });
});
