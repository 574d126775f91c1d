import type { Between } from './between';
import { FORM } from './moment';
import type { Moments } from './moments';
import { leastReading, mostReading, sameMoment } from './ways';

/** Of so many tied moments each is held against each; of more, those alone that a tie or a clock orders. */
const EACH = 120;

/** What the picture may not draw otherwise: moments that are one, and pairs of which one is never before the other. */
export interface DrawnOrder {
  /** The moment that stands for each: itself, the start of its event, or the first of several that are one. */
  readonly one: Int32Array;
  /** Pairs [earlier, later] of moments that stand for themselves. */
  readonly pairs: (readonly [number, number])[];
}

/** Reads it from the ties, from the clocks of what is tied, and where little is tied from the whole network. */
export function drawnOrder(m: Moments, between: Between): DrawnOrder {
  const { n, form, isVariable } = m;
  const one = Int32Array.from({ length: isVariable.length }, (_, k) => sameMoment(m, k));
  const find = (k: number): number => {
    let at = k;
    while (one[at] !== at) at = one[at] as number;
    return at;
  };
  const join = (a: number, b: number): void => {
    const [x, y] = [find(a), find(b)];
    one[Math.max(x, y)] = Math.min(x, y);
  };
  const { ties } = m.tied;
  for (const t of ties) if (t.min === 0 && t.max === 0) join(t.target, t.moment);
  const tied = [...new Set(ties.flatMap((t) => [sameMoment(m, t.target), sameMoment(m, t.moment)]))];
  const first: [number, number][] = [];
  if (tied.length <= EACH) {
    const notAfter = (a: number, b: number): boolean => between.most(b, a) <= 0;
    for (const [i, a] of tied.entries())
      for (const b of tied.slice(i + 1)) {
        const [before, after] = [notAfter(a, b), notAfter(b, a)];
        if (before && after) join(a, b);
        else if (before) first.push([a, b]);
        else if (after) first.push([b, a]);
      }
  } else {
    for (const t of ties) {
      if (t.min >= 0) first.push([t.target, t.moment]);
      else if (t.max <= 0) first.push([t.moment, t.target]);
    }
    first.push(...byClocks(m, tied));
  }
  const seen = new Set(first.flat().map(find));
  for (const k of seen) {
    const s = k - (k % 2);
    if (s < 2 * n && form[s + 1] !== FORM.sameAsStart) first.push([s, s + 1]);
  }
  for (let k = 0; k < one.length; k++) one[k] = find(k);
  return { one, pairs: first.map(([a, b]) => [find(a), find(b)] as const).filter(([a, b]) => a !== b) };
}

/** Moments by the clock by which their readings are known. */
function byClock(m: Moments, of: readonly number[]): Map<number, number[]> {
  const all = new Map<number, number[]>();
  for (const k of of) {
    if (m.form[k] !== FORM.reading) continue;
    const list = all.get(m.clockVariable[k] as number);
    if (list) list.push(k);
    else all.set(m.clockVariable[k] as number, [k]);
  }
  return all;
}

/** Pairs that their readings on one clock order: each with the next ones, from which the rest follows. */
function byClocks(m: Moments, of: readonly number[]): [number, number][] {
  const pairs: [number, number][] = [];
  for (const list of byClock(m, of).values()) {
    const sorted = list.sort((a, b) => leastReading(m, a) - leastReading(m, b));
    sorted.forEach((a, i) => {
      let until = Number.POSITIVE_INFINITY;
      for (let j = i + 1; j < sorted.length; j++) {
        const b = sorted[j] as number;
        if (leastReading(m, b) >= until) break;
        if (leastReading(m, b) < mostReading(m, a)) continue;
        pairs.push([a, b]);
        until = Math.min(until, mostReading(m, b));
      }
    });
  }
  return pairs;
}

/**
 * Between which places of others the moved ones stay, ms: what their own clock shows surely before and surely after them is
 * drawn in the middle of its window, and none of them passes it.
 */
export function heldBy(
  m: Moments,
  { one, pairs }: DrawnOrder,
  at: Float64Array,
): { readonly floor: Float64Array; readonly ceiling: Float64Array } {
  const floor = new Float64Array(at.length).fill(Number.NEGATIVE_INFINITY);
  const ceiling = new Float64Array(at.length).fill(Number.POSITIVE_INFINITY);
  const moved = new Set(pairs.flat());
  if (moved.size === 0) return { floor, ceiling };
  const members: number[] = [];
  for (let k = 0; k < one.length; k++)
    if (moved.has(one[k] as number) && sameMoment(m, k) === k) members.push(k);
  const clocks = byClock(m, members);
  const fixed: number[] = [];
  for (let k = 0; k < at.length; k++)
    if (
      clocks.has(m.clockVariable[k] as number) &&
      !moved.has(one[k] as number) &&
      !Number.isNaN(at[k] as number)
    )
      fixed.push(k);
  const others = byClock(m, fixed);
  for (const [clock, own] of clocks) {
    const near = others.get(clock) ?? [];
    // The furthest place of all that end by an instant of the clock, and of all that begin from one on.
    const before = furthest(
      near,
      (k) => mostReading(m, k),
      (k) => at[k] as number,
    );
    const after = furthest(
      near,
      (k) => -leastReading(m, k),
      (k) => -(at[k] as number),
    );
    for (const k of own) {
      const o = one[k] as number;
      floor[o] = Math.max(floor[o] as number, before(leastReading(m, k)));
      ceiling[o] = Math.min(ceiling[o] as number, -after(-mostReading(m, k)));
    }
  }
  return { floor, ceiling };
}

/** The greatest value of all whose key is no greater than one that is asked for. */
function furthest(
  of: readonly number[],
  key: (k: number) => number,
  value: (k: number) => number,
): (asked: number) => number {
  const sorted = of.slice().sort((a, b) => key(a) - key(b));
  const keys = sorted.map(key);
  const best: number[] = [];
  for (const k of sorted) best.push(Math.max(best.at(-1) ?? Number.NEGATIVE_INFINITY, value(k)));
  return (asked) => {
    let [lo, hi] = [0, keys.length];
    while (lo < hi) {
      const mid = (lo + hi) >> 1;
      if ((keys[mid] as number) <= asked) lo = mid + 1;
      else hi = mid;
    }
    return best[lo - 1] ?? Number.NEGATIVE_INFINITY;
  };
}
