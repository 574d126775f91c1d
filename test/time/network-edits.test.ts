import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Network } from '../../src/time/network/network';
import { brute, satisfiable } from '../brute';

const { POSITIVE_INFINITY: NEVER, NEGATIVE_INFINITY: EVER } = Number;
type Edge = { a: number; b: number; min: number; max: number };

function networkOf(n: number, list: readonly Edge[]): Network {
  const network = new Network();
  for (let i = 0; i < n; i++) network.variable(i * 3);
  list.forEach((e, i) => {
    network.constrain(e.a, e.b, e.min, e.max, i);
  });
  return network;
}

/** Bounds against variable 0, as they are read after an edit. */
const seen = (network: Network, n: number): number[][] => {
  const [most, least] = [network.mostFrom(0), network.negatedLeastFrom(0)];
  return Array.from({ length: n }, (_, v) => [0 - (least[v] as number), (most[v] as number) + 0]);
};
const asBrute = (n: number, list: readonly Edge[]): number[][] => {
  const d = brute(n, list);
  return Array.from({ length: n }, (_, v) => [
    0 - ((d[v] as number[])[0] as number),
    (d[0] as number[])[v] as number,
  ]);
};

describe('a network after an edit', () => {
  const chain: Edge[] = [
    { a: 0, b: 1, min: 10, max: 20 },
    { a: 1, b: 2, min: 5, max: 5 },
    { a: 0, b: 3, min: 0, max: 100 },
    { a: 2, b: 3, min: 0, max: NEVER },
  ];
  it('is mended, tighter and looser, and names what changed', () => {
    const network = networkOf(4, chain);
    expect(network.close()).toBeNull();
    expect(seen(network, 4)).toEqual([
      [0, 0],
      [10, 20],
      [15, 25],
      [15, 100],
    ]);
    expect(network.adjust(0, 12, 15)).toBe(true);
    expect([...(network.mend(0) ?? [])].sort()).toEqual([1, 2, 3]);
    expect(seen(network, 4)).toEqual([
      [0, 0],
      [12, 15],
      [17, 20],
      [17, 100],
    ]);
    expect(network.adjust(0, 0, 40)).toBe(true);
    expect(network.mend(0)).not.toBeNull();
    expect(seen(network, 4)).toEqual([
      [0, 0],
      [0, 40],
      [5, 45],
      [5, 100],
    ]);
    // Nothing that hangs on it moves: nothing is named.
    expect(network.adjust(2, 0, 100)).toBe(true);
    expect(network.mend(0)).toEqual([]);
    // Other pairs are asked anew.
    expect(network.bounds(1, 3)).toEqual({ min: 5, max: 100 });
    expect(network.adjust(1, 7, 9)).toBe(true);
    expect(network.mend(0)).not.toBeNull();
    expect(network.bounds(1, 3)).toEqual({ min: 7, max: 100 });
    expect(network.bounds(1, 2)).toEqual({ min: 7, max: 9 });
  });
  it('is not mended where the edit makes a contradiction, an end known or unknown, or concerns what is set aside', () => {
    const network = networkOf(4, chain);
    network.close();
    seen(network, 4);
    expect(network.adjust(3, 0, 7)).toBe(false);
    expect(network.adjust(0, EVER, 20)).toBe(false);
    expect(network.adjust(0, 10, NEVER)).toBe(false);
    expect(network.adjust(3, EVER, 7)).toBe(false);
    expect(network.adjust(99, 1, 2)).toBe(false);
    expect(network.adjust(3, 1, NEVER)).toBe(true);
    expect(network.mend(0)).toEqual([3]);
    network.setAside(1);
    expect(network.adjust(1, 7, 9)).toBe(false);
    network.putBack(1);
    network.close();
    seen(network, 4);
    expect(network.adjust(2, 0, 3)).toBe(true);
    expect(network.mend(0)).toBeNull();
    // Nobody has asked yet: there is nothing to mend.
    const fresh = networkOf(4, chain);
    fresh.close();
    expect(fresh.adjust(0, 1, 2)).toBe(true);
    expect(fresh.mend(0)).toBeNull();
  });
  it('says what a network of the edited record says, edit after edit, or that it must be solved anew', () => {
    let [mended, tried] = [0, 0];
    const edge = fc.record({
      a: fc.nat(5),
      b: fc.nat(5),
      at: fc.integer({ min: -50, max: 50 }),
      w: fc.nat(40),
    });
    const edit = fc.record({ of: fc.nat(30), by: fc.integer({ min: -8, max: 8 }), w: fc.nat(60) });
    fc.assert(
      fc.property(
        fc.array(edge, { minLength: 2, maxLength: 12 }),
        fc.array(edit, { minLength: 1, maxLength: 4 }),
        (raw, edits) => {
          const list: Edge[] = raw
            .filter((e) => e.a !== e.b)
            .map(({ a, b, at, w }) => ({ a, b, min: at, max: at + w }));
          if (list.length === 0) return;
          const network = networkOf(6, list);
          if (network.close() !== null) return;
          seen(network, 6);
          for (const { of, by, w } of edits) {
            const i = of % list.length;
            const e = list[i] as Edge;
            const before = asBrute(6, list);
            list[i] = { ...e, min: e.min + by, max: e.min + by + w };
            const after = list[i] as Edge;
            tried++;
            expect(network.adjust(i, after.min, after.max)).toBe(true);
            const changed = network.mend(0);
            if (changed === null) {
              // Only a contradiction is not mended.
              expect(satisfiable(6, list)).toBe(false);
              return;
            }
            mended++;
            const now = asBrute(6, list);
            expect(seen(network, 6)).toEqual(now);
            expect([...changed].sort()).toEqual(
              [0, 1, 2, 3, 4, 5].filter((v) => String(before[v]) !== String(now[v])),
            );
            for (let a = 1; a < 4; a++)
              expect(network.bounds(a, 4)).toEqual({
                min: 0 - (brute(6, list)[4]?.[a] as number),
                max: brute(6, list)[a]?.[4],
              });
          }
        },
      ),
    );
    expect(mended).toBeGreaterThan(tried / 4);
  });
});

describe('what cannot all be true', () => {
  it('is a smallest part, found also among much that has nothing to do with it, and never names what always holds', () => {
    const list: Edge[] = [
      { a: 0, b: 1, min: 0, max: 5 },
      { a: 1, b: 2, min: 0, max: 5 },
      { a: 0, b: 2, min: 20, max: 30 },
      { a: 0, b: 3, min: 0, max: 1 },
      { a: 3, b: 2, min: 0, max: 100 },
      { a: 1, b: 3, min: 50, max: 60 },
    ];
    const network = networkOf(4, list);
    expect(network.close()).not.toBeNull();
    const all = new Set([0, 1, 2, 3, 4, 5]);
    const found = network.smallest(all, new Set());
    const part = (found?.reasons ?? []).map((r) => list[r] as Edge);
    expect(satisfiable(4, part)).toBe(false);
    for (const one of part)
      expect(
        satisfiable(
          4,
          part.filter((x) => x !== one),
        ),
      ).toBe(true);
    expect(network.smallest(new Set([0, 1, 2, 3]), new Set())).toEqual({ reasons: [0, 1, 2], by: 10 });
    expect(network.smallest(new Set([0, 1, 2, 3]), new Set([1, 3]))).toEqual({ reasons: [0, 2], by: 10 });
    expect(network.smallest(new Set([0, 1, 3]), new Set())).toBeNull();
    expect(network.smallest(new Set([0, 5, 3]), new Set([0]))?.reasons.sort()).toEqual([3, 5]);
  });
  it('ends that say nothing constrain nothing', () => {
    const network = networkOf(2, [
      { a: 0, b: 1, min: EVER, max: NEVER },
      { a: 0, b: 1, min: 3, max: NEVER },
    ]);
    expect(network.close()).toBeNull();
    expect(network.bounds(0, 1)).toEqual({ min: 3, max: NEVER });
    expect(network.proof(0, 1)).toEqual([]);
    expect(network.proof(1, 0)).toEqual([{ reason: 1, from: 1, to: 0, ms: -3, side: 'min' }]);
  });
});
