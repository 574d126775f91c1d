import type { Between } from './between';
import type { Laid } from './laid';
import { FORM } from './moment';
import type { Moments } from './moments';
import { leastReading, mostReading, sameMoment } from './ways';

/** Of so many tied moments each is held against each; of more, those alone that a tie or a clock orders. */
const EACH = 400;

/** What the picture may not draw otherwise: moments that are one, and pairs of which one is never before the other. */
export interface DrawnOrder {
  /** The moment that stands for each: itself, the start of its event, or the first of several that are one. */
  readonly one: Int32Array;
  /** Pairs [earlier, later] of moments that stand for themselves. */
  readonly pairs: (readonly [number, number])[];
}

/** Reads it from the ties, from the clocks of what is tied, and where little is tied from the whole network. */
export function drawnOrder(m: Moments, laid: Laid, between: Between): DrawnOrder {
  const { n, form, isVariable } = m;
  const one = new Int32Array(isVariable.length);
  for (let k = 0; k < one.length; k++) one[k] = sameMoment(m, k);
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
  const tied = each(
    one.length,
    ties.flatMap((t) => [sameMoment(m, t.target), sameMoment(m, t.moment)]),
  );
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
    first.push(...byClocks(m, laid, tied));
    const exact = byDistance(
      ties.map((t) => ({ ...t, target: sameMoment(m, t.target), moment: sameMoment(m, t.moment) })),
    );
    first.push(...exact);
    // What is no later than what is no later than it is one with it, if the record lets it: a statement set aside does not count.
    for (const [a, b] of inCircles(first)) if (between.most(a, b) <= 0 && between.most(b, a) <= 0) join(a, b);
  }
  const stood: number[] = [];
  for (const [a, b] of first) stood.push(find(a), find(b));
  for (const k of each(one.length, stood)) {
    const s = k - (k % 2);
    if (s < 2 * n && form[s + 1] !== FORM.sameAsStart) first.push([s, s + 1]);
  }
  for (let k = 0; k < one.length; k++) one[k] = find(k);
  const pairs: [number, number][] = [];
  for (const [a, b] of first) if (one[a] !== one[b]) pairs.push([one[a] as number, one[b] as number]);
  return { one, pairs };
}

/** Pairs of moments that lie an exact time from one another, over whatever others, each with the next; both ways round where that is none. */
function byDistance(
  ties: readonly {
    readonly target: number;
    readonly moment: number;
    readonly min: number;
    readonly max: number;
  }[],
): [number, number][] {
  const near = new Map<number, [number, number][]>();
  const put = (a: number, b: number, ms: number): void => {
    const list = near.get(a);
    if (list) list.push([b, ms]);
    else near.set(a, [[b, ms]]);
  };
  for (const { target, moment, min, max } of ties) {
    if (min !== max) continue;
    put(target, moment, min);
    put(moment, target, -min);
  }
  const at = new Map<number, number>();
  const pairs: [number, number][] = [];
  for (const start of near.keys()) {
    if (at.has(start)) continue;
    at.set(start, 0);
    const group = [start];
    for (const k of group)
      for (const [to, ms] of near.get(k) ?? []) {
        if (at.has(to)) continue;
        at.set(to, (at.get(k) as number) + ms);
        group.push(to);
      }
    group.sort((a, b) => (at.get(a) as number) - (at.get(b) as number));
    for (let i = 1; i < group.length; i++) {
      const [a, b] = [group[i - 1] as number, group[i] as number];
      pairs.push([a, b]);
      if (at.get(a) === at.get(b)) pairs.push([b, a]);
    }
  }
  return pairs;
}

/** Of pairs [earlier, later] those that stand in a circle: Tarjan's components, by a stack of its own. */
function inCircles(pairs: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const next = new Map<number, number[]>();
  for (const [a, b] of pairs) next.set(a, [...(next.get(a) ?? []), b]);
  const seen = new Map<number, number>();
  const low = new Map<number, number>();
  const circle = new Map<number, number>();
  const open: number[] = [];
  const enter = (k: number): { k: number; i: number } => {
    seen.set(k, seen.size);
    low.set(k, seen.get(k) as number);
    open.push(k);
    return { k, i: 0 };
  };
  const lower = (k: number, to: number): void => {
    low.set(k, Math.min(low.get(k) as number, to));
  };
  for (const start of next.keys()) {
    const path = seen.has(start) ? [] : [enter(start)];
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const to = next.get(top.k)?.[top.i++];
      if (to === undefined) {
        path.pop();
        const under = path.at(-1);
        if (under) lower(under.k, low.get(top.k) as number);
        if (low.get(top.k) !== seen.get(top.k)) continue;
        for (let k = open.pop(); k !== undefined; k = k === top.k ? undefined : open.pop())
          circle.set(k, top.k);
      } else if (!seen.has(to)) path.push(enter(to));
      else if (!circle.has(to)) lower(top.k, seen.get(to) as number);
    }
  }
  return pairs.filter(([a, b]) => a !== b && circle.get(a) === circle.get(b));
}

/** Each of these numbers below n once, in the order in which they first come. */
function each(n: number, of: readonly number[]): number[] {
  const seen = new Uint8Array(n);
  const once: number[] = [];
  for (const k of of) {
    if (seen[k] === 1) continue;
    seen[k] = 1;
    once.push(k);
  }
  return once;
}

/** Moments by the clock by which their readings are known. */
function byClock(m: Moments, laid: Laid, of: readonly number[]): Map<number, number[]> {
  const all = new Map<number, number[]>();
  for (const k of of) {
    if (m.form[k] !== FORM.reading || laid.isSetAside(k)) continue;
    const list = all.get(m.clockVariable[k] as number);
    if (list) list.push(k);
    else all.set(m.clockVariable[k] as number, [k]);
  }
  return all;
}

/** What the reading of a moment shows on its clock, ms: bounded by the other end of its event, but not where that was set aside. */
function shown(m: Moments, laid: Laid): { least: (k: number) => number; most: (k: number) => number } {
  return {
    least: (k) => (laid.isSetAside(k ^ 1) ? (m.lo[k] as number) : leastReading(m, k)),
    most: (k) => (laid.isSetAside(k ^ 1) ? (m.hi[k] as number) : mostReading(m, k)),
  };
}

/** Pairs that their readings on one clock order: each with the next ones, from which the rest follows. */
function byClocks(m: Moments, laid: Laid, of: readonly number[]): [number, number][] {
  const pairs: [number, number][] = [];
  const { least, most } = shown(m, laid);
  for (const list of byClock(m, laid, of).values()) {
    const sorted = list.sort((a, b) => least(a) - least(b));
    sorted.forEach((a, i) => {
      let until = Number.POSITIVE_INFINITY;
      for (let j = i + 1; j < sorted.length; j++) {
        const b = sorted[j] as number;
        if (least(b) >= until) break;
        if (least(b) < most(a)) continue;
        pairs.push([a, b]);
        until = Math.min(until, most(b));
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
  laid: Laid,
  { one, pairs }: DrawnOrder,
  at: Float64Array,
): { readonly floor: Float64Array; readonly ceiling: Float64Array } {
  const { least, most } = shown(m, laid);
  const floor = new Float64Array(at.length).fill(Number.NEGATIVE_INFINITY);
  const ceiling = new Float64Array(at.length).fill(Number.POSITIVE_INFINITY);
  const moved = new Uint8Array(at.length);
  for (const [a, b] of pairs) {
    moved[a] = 1;
    moved[b] = 1;
  }
  const members: number[] = [];
  for (let k = 0; k < one.length; k++)
    if (moved[one[k] as number] === 1 && sameMoment(m, k) === k) members.push(k);
  const clocks = byClock(m, laid, members);
  // The furthest place of all that end by an instant of the clock, and of all that begin from one on.
  const sides = new Map<number, { readonly before: Furthest; readonly after: Furthest }>();
  for (const [clock, own] of clocks)
    sides.set(clock, {
      before: new Furthest(own.map((k) => least(k))),
      after: new Furthest(own.map((k) => -most(k))),
    });
  for (let k = 0; sides.size > 0 && k < at.length; k++) {
    const place = at[k] as number;
    if (m.form[k] !== FORM.reading || moved[one[k] as number] === 1 || Number.isNaN(place)) continue;
    if (laid.isSetAside(k)) continue;
    const side = sides.get(m.clockVariable[k] as number);
    side?.before.take(most(k), place);
    side?.after.take(-least(k), -place);
  }
  for (const [clock, own] of clocks) {
    const side = sides.get(clock);
    for (const k of own) {
      const o = one[k] as number;
      floor[o] = Math.max(floor[o] as number, side?.before.upTo(least(k)) as number);
      ceiling[o] = Math.min(ceiling[o] as number, 0 - (side?.after.upTo(-most(k)) as number));
    }
  }
  return { floor, ceiling };
}

/** The greatest value of all that are taken whose key is no greater than one of those that will be asked for: few, of many. */
class Furthest {
  private readonly asked: Float64Array;
  private readonly best: Float64Array;
  private whole = false;

  constructor(asked: readonly number[]) {
    this.asked = Float64Array.from(asked).sort();
    // Beyond the last that is asked for there is one place more, which nobody asks for.
    this.best = new Float64Array(asked.length + 1).fill(Number.NEGATIVE_INFINITY);
  }

  take(key: number, value: number): void {
    const i = this.place(key);
    if ((this.best[i] as number) < value) this.best[i] = value;
  }

  /** @param asked one of those that the constructor was given; nothing is taken any more */
  upTo(asked: number): number {
    const { best } = this;
    if (!this.whole)
      for (let i = 1; i < best.length; i++)
        if ((best[i - 1] as number) > (best[i] as number)) best[i] = best[i - 1] as number;
    this.whole = true;
    return best[this.place(asked)] as number;
  }

  /** The first of those asked for that is no less than a key. */
  private place(key: number): number {
    let [lo, hi] = [0, this.asked.length];
    while (lo < hi) {
      const mid = (lo + hi) >> 1;
      if ((this.asked[mid] as number) < key) lo = mid + 1;
      else hi = mid;
    }
    return lo;
  }
}
