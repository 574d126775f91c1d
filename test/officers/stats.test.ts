import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clopperPearson,
  countOf,
  percentDown,
  percentUp,
  quantile,
  standingAmong,
} from '../../src/officers/stats';

describe('Clopper and Pearson', () => {
  it('agrees with published intervals', () => {
    // As R's `binom.test` prints them; the last is its own example (Conover 1971, p. 97).
    for (const [n, of, min, max] of [
      [0, 10, 0, 0.3084971],
      [10, 10, 0.6915029, 1],
      [1, 10, 0.002528579, 0.4450161],
      [5, 10, 0.187086, 0.812914],
      [7, 21, 0.1458769, 0.5696755],
      [682, 925, 0.7076683, 0.7654066],
    ] as const) {
      const found = clopperPearson(n, of);
      expect(found.min, `${n} of ${of}`).toBeCloseTo(min, 6);
      expect(found.max, `${n} of ${of}`).toBeCloseTo(max, 6);
    }
  });

  it('is where the sums of the binomial say, for any sample', () => {
    const log = [0];
    for (let i = 1; i < 400; i++) log.push((log[i - 1] as number) + Math.log(i));
    const term = (k: number, n: number, p: number): number =>
      Math.exp(
        (log[n] as number) -
          (log[k] as number) -
          (log[n - k] as number) +
          k * Math.log(p) +
          (n - k) * Math.log1p(-p),
      );
    const sum = (from: number, to: number, n: number, p: number): number => {
      let s = 0;
      for (let k = from; k <= to; k++) s += term(k, n, p);
      return s;
    };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 390 }), fc.nat(), (of, draw) => {
        const n = draw % (of + 1);
        const { min, max } = clopperPearson(n, of);
        if (n > 0) expect(sum(n, of, of, min)).toBeCloseTo(0.025, 8);
        if (n < of) expect(sum(0, n, of, max)).toBeCloseTo(0.025, 8);
        expect(min).toBeLessThanOrEqual(n / of);
        expect(max).toBeGreaterThanOrEqual(n / of);
      }),
      { numRuns: 200 },
    );
  });
});

describe('quantiles and places of lengths that are intervals', () => {
  const sample = fc.array(
    fc.record({ min: fc.nat(500), wide: fc.nat(60), n: fc.integer({ min: 1, max: 3 }) }),
    { minLength: 1, maxLength: 40 },
  );
  const lengthsOf = (drawn: readonly { min: number; wide: number; n: number }[]) =>
    drawn.map(({ min, wide, n }) => ({ min, max: min + wide, n }));

  it('hold whatever each length truly is, and are reached', () => {
    fc.assert(
      fc.property(
        sample,
        fc.nat(500),
        fc.nat(80),
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        (drawn, from, wide, dice) => {
          const lengths = lengthsOf(drawn);
          const stop = { min: from, max: from + wide };
          const { n, surely, maybe } = standingAmong(lengths, stop);
          const all = lengths.flatMap((l) => Array.from({ length: l.n }, () => l));
          expect(n).toBe(all.length);
          expect(countOf(lengths)).toBe(all.length);
          const draw = (min: number, max: number): number =>
            min + Math.round((dice.next().value as number) * (max - min));
          for (let i = 0; i < 12; i++) {
            // Both ends too, so that the bounds are reached.
            const true_ = all.map((l) => (i === 0 ? l.max : i === 1 ? l.min : draw(l.min, l.max)));
            const own = i === 0 ? stop.min : i === 1 ? stop.max : draw(stop.min, stop.max);
            const shorter = true_.filter((x) => x < own).length;
            expect(shorter).toBeGreaterThanOrEqual(surely);
            expect(shorter).toBeLessThanOrEqual(maybe);
            if (i === 0) expect(shorter).toBe(surely);
            if (i === 1) expect(shorter).toBe(maybe);
            const sorted = [...true_].sort((a, b) => a - b);
            for (const p of [0.25, 0.5, 0.75]) {
              const exact = sorted[Math.max(1, Math.ceil(p * n)) - 1] as number;
              const q = quantile(lengths, p);
              expect(exact).toBeGreaterThanOrEqual(q.min);
              expect(exact).toBeLessThanOrEqual(q.max);
              if (i === 0) expect(exact).toBe(q.max);
              if (i === 1) expect(exact).toBe(q.min);
            }
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('a stop that may be anything has no place, and shares are cut so that they never say too much', () => {
    const all = { min: 10, max: 12, n: 40 };
    expect(standingAmong([all], { min: 0, max: Number.POSITIVE_INFINITY })).toEqual({
      n: 40,
      surely: 0,
      maybe: 40,
    });
    expect([percentDown(2, 3), percentUp(2, 3)]).toEqual(['66.6', '66.7']);
  });
});
