import { describe, expect, it } from 'vitest';
import { Network } from '../../src/time/network/network';
import { satisfiable } from '../brute';

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
  it('is found with what always holds, named or not, and leaves out what is not needed beside it', () => {
    const network = networkOf(5, [
      { a: 0, b: 1, min: 10, max: 10 },
      { a: 0, b: 2, min: 0, max: 0 },
      { a: 1, b: 2, min: EVER, max: -20 },
      { a: 1, b: 2, min: 0, max: NEVER },
      { a: 3, b: 4, min: 0, max: NEVER },
    ]);
    // By 10 the readings miss with the relation; by 20 the relation alone misses what always holds.
    expect(network.smallest(new Set([0, 1, 2]), new Set())).toEqual({ reasons: [0, 1, 2], by: 10 });
    expect(network.smallest(new Set([0, 1, 2]), new Set([3, 4]))).toEqual({ reasons: [2], by: 20 });
    expect(network.smallest(new Set([0, 1]), new Set([3, 4]))?.reasons.sort()).toEqual([0, 1]);
    expect(network.smallest(new Set([2]), new Set([4]))).toBeNull();
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
