import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Network } from '../../src/time/network';

const edges = (n: number) =>
  fc.array(fc.record({ a: fc.nat(n - 1), b: fc.nat(n - 1), at: fc.integer({ min: -50, max: 50 }), w: fc.nat(40) }), { maxLength: 14 });

/** All-pairs shortest paths by Floyd and Warshall: the independent check. */
function brute(n: number, list: readonly { a: number; b: number; min: number; max: number }[]): number[][] {
  const d = Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => (i === j ? 0 : Number.POSITIVE_INFINITY)));
  const put = (i: number, j: number, w: number): void => {
    (d[i] as number[])[j] = Math.min((d[i] as number[])[j] as number, w + 0);
  };
  for (const { a, b, min, max } of list) {
    put(a, b, max);
    put(b, a, -min);
  }
  for (let k = 0; k < n; k++)
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) put(i, j, ((d[i] as number[])[k] as number) + ((d[k] as number[])[j] as number));
  return d;
}

describe('the temporal network', () => {
  it('bounds every pair as tightly as brute force, and holds every satisfying assignment', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 6 }), fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 6, maxLength: 6 }), edges(6), (n, truth, raw) => {
        const network = new Network();
        for (let i = 0; i < n; i++) network.variable(0);
        const list = raw
          .filter((e) => e.a < n && e.b < n && e.a !== e.b)
          .map(({ a, b, w, at }) => {
            const d = (truth[b] as number) - (truth[a] as number);
            return { a, b, min: d - w, max: d + Math.abs(at) };
          });
        list.forEach((e, i) => {
          network.constrain(e.a, e.b, e.min, e.max, i);
        });
        expect(network.close()).toBeNull();
        const d = brute(n, list);
        for (let a = 0; a < n; a++) {
          for (let b = 0; b < n; b++) {
            const bounds = network.bounds(a, b);
            const t = (truth[b] as number) - (truth[a] as number);
            expect(bounds.min).toBeLessThanOrEqual(t);
            expect(bounds.max).toBeGreaterThanOrEqual(t);
            expect(bounds.max).toBe((d[a] as number[])[b]);
            expect(bounds.min).toBe(0 - ((d[b] as number[])[a] as number));
            const used = new Set(network.proof(a, b).map((e) => e.reason));
            if (a !== b && Number.isFinite(bounds.max)) {
              const only = brute(
                n,
                list.filter((_, i) => used.has(i)),
              );
              expect((only[a] as number[])[b]).toBe(bounds.max);
            }
          }
        }
        const negated = network.negatedLeastFrom(0);
        for (let b = 0; b < n; b++) expect(0 - (negated[b] as number)).toBe(network.bounds(0, b).min);
      }),
      { numRuns: 2000 },
    );
  });

  it('finds a contradiction exactly where brute force does, with a cycle that is one', () => {
    fc.assert(
      fc.property(edges(5), (raw) => {
        const network = new Network();
        for (let i = 0; i < 5; i++) network.variable(i * 7);
        const list = raw.filter((e) => e.a !== e.b).map(({ a, b, at, w }) => ({ a, b, min: at, max: at + w }));
        list.forEach((e, i) => {
          network.constrain(e.a, e.b, e.min, e.max, i);
        });
        const found = network.close();
        const broken = brute(5, list).some((row, i) => (row[i] as number) < 0);
        expect(found !== null).toBe(broken);
        if (!found) return;
        expect(found.by).toBeGreaterThan(0);
        const named = new Set(found.reasons);
        expect(
          brute(
            5,
            list.filter((_, i) => named.has(i)),
          ).some((row, i) => (row[i] as number) < 0),
        ).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
