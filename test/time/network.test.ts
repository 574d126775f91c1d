import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Network } from '../../src/time/network/network';
import { brute, flawIn, satisfiable } from '../brute';

const edges = (n: number) =>
  fc.array(
    fc.record({ a: fc.nat(n - 1), b: fc.nat(n - 1), at: fc.integer({ min: -50, max: 50 }), w: fc.nat(40) }),
    { maxLength: 14 },
  );

describe('the temporal network', () => {
  it('bounds every pair as tightly as brute force, and holds every satisfying assignment', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 6 }),
        fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 6, maxLength: 6 }),
        edges(6),
        (n, truth, raw) => {
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
          // One `expect` for all pairs: a call each costs more than the network.
          const wrong: object[] = [];
          for (let a = 0; a < n; a++) {
            for (let b = 0; b < n; b++) {
              const bounds = network.bounds(a, b);
              const t = (truth[b] as number) - (truth[a] as number);
              const [least, most] = [0 - ((d[b] as number[])[a] as number), (d[a] as number[])[b] as number];
              const tight = Object.is(bounds.min, least) && Object.is(bounds.max, most);
              if (!(tight && bounds.min <= t && t <= bounds.max))
                wrong.push({ a, b, bounds, least, most, t });
              const proof = network.proof(a, b);
              const flaw =
                a !== b && Number.isFinite(bounds.max)
                  ? flawIn(proof, list, a, b, bounds.max)
                  : proof.length > 0
                    ? 'there is nothing to prove'
                    : null;
              if (flaw !== null) wrong.push({ a, b, flaw });
            }
          }
          const negated = network.negatedLeastFrom(0);
          for (let b = 0; b < n; b++)
            if (!Object.is(0 - (negated[b] as number), network.bounds(0, b).min)) wrong.push({ b, negated });
          expect(wrong).toEqual([]);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('finds a contradiction exactly where brute force does, with a cycle that is one', () => {
    fc.assert(
      fc.property(edges(5), (raw) => {
        const network = new Network();
        for (let i = 0; i < 5; i++) network.variable(i * 7);
        const list = raw
          .filter((e) => e.a !== e.b)
          .map(({ a, b, at, w }) => ({ a, b, min: at, max: at + w }));
        list.forEach((e, i) => {
          network.constrain(e.a, e.b, e.min, e.max, i);
        });
        const found = network.close();
        expect(found !== null).toBe(!satisfiable(5, list));
        if (!found) return;
        expect(found.by).toBeGreaterThan(0);
        const smallest = network.smallest(new Set(found.reasons), new Set());
        const part = (smallest?.reasons ?? []).map((r) => list[r] as (typeof list)[number]);
        expect(satisfiable(5, part)).toBe(false);
        for (const one of part)
          expect(
            satisfiable(
              5,
              part.filter((x) => x !== one),
            ),
          ).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
