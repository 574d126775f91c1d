import type { Between } from './between';
import type { Laid } from './laid';
import { FORM } from './moment';
import type { Moments } from './moments';
import { sameMoment } from './ways';

/** Of so many tied moments each is held against each; of more, those alone that a tie or a clock orders. */
const EACH = 400;

/** What the picture may not draw otherwise: moments that are one, and pairs of which one is never before the other. */
export interface DrawnOrder {
  /** The moment that stands for each: itself, the start of its event, or the first of several that are one. */
  readonly one: Int32Array;
  /** Pairs [earlier, later] of moments that stand for themselves. */
  readonly pairs: (readonly [number, number])[];
  /** Whether every two tied moments were compared, by the whole network. */
  readonly exact: boolean;
}

/** Reads it from the ties that stand, from the clocks of what is tied, and where little is tied from the whole network. */
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
  const ties = m.tied.ties
    .filter((t) => laid.stands(t.reason))
    .map((t) => ({ ...t, target: sameMoment(m, t.target), moment: sameMoment(m, t.moment) }));
  // Of an event of which one end is tied, the other is moved with it; an end that nobody states only follows its start.
  const other = (k: number): number => (form[k | 1] === FORM.notStated ? k : sameMoment(m, k ^ 1));
  const tied = each(
    one.length,
    ties.flatMap((t) => [t.target, t.moment].flatMap((k) => (k < 2 * n ? [k, other(k)] : [k]))),
  );
  const first: [number, number][] = [];
  for (const s of tied)
    if (s < 2 * n && s % 2 === 0 && form[s + 1] !== FORM.sameAsStart) first.push([s, s + 1]);
  const exact = tied.length <= EACH;
  if (exact) {
    const notAfter = (a: number, b: number): boolean => between.most(b, a) <= 0;
    for (const [i, a] of tied.entries())
      for (const b of tied.slice(i + 1)) {
        const [before, after] = [notAfter(a, b), notAfter(b, a)];
        if (before && after) join(a, b);
        else if (before) first.push([a, b]);
        else if (after) first.push([b, a]);
      }
  } else {
    for (const t of ties) if (t.min === 0 && t.max === 0) join(t.target, t.moment);
    for (const t of ties) {
      if (t.min >= 0) first.push([t.target, t.moment]);
      else if (t.max <= 0) first.push([t.moment, t.target]);
    }
    first.push(...byClocks(m, laid, tied), ...byDistance(ties));
    // What is no later than what is no later than it is one with it, if the record lets it: a statement set aside does not count.
    for (const [a, b] of inCircles(first)) if (between.most(a, b) <= 0 && between.most(b, a) <= 0) join(a, b);
  }
  for (let k = 0; k < one.length; k++) one[k] = find(k);
  const pairs: [number, number][] = [];
  for (const [a, b] of first) if (one[a] !== one[b]) pairs.push([one[a] as number, one[b] as number]);
  return { one, pairs, exact };
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
export function byClock(m: Moments, laid: Laid, of: readonly number[]): Map<number, number[]> {
  const all = new Map<number, number[]>();
  for (const k of of) {
    if (m.form[k] !== FORM.reading || laid.isSetAside(k)) continue;
    const list = all.get(m.clockVariable[k] as number);
    if (list) list.push(k);
    else all.set(m.clockVariable[k] as number, [k]);
  }
  return all;
}

/** Pairs that their readings on one clock order: each with the next ones, from which the rest follows. */
function byClocks(m: Moments, laid: Laid, of: readonly number[]): [number, number][] {
  const pairs: [number, number][] = [];
  const least = (k: number): number => laid.leastShown(k);
  const most = (k: number): number => laid.mostShown(k);
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
