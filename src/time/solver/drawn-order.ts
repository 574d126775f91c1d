import type { Between } from './between';
import type { Laid } from './laid';
import { FORM } from './moment';
import type { Moments } from './moments';
import { type Distance, onOwnClocks, type Shown } from './shown';
import { sameMoment } from './ways';

/** Of so many tied moments each is held against each; of more, those alone that a tie or a clock orders. */
const EACH = 400;
/** Of so many that are tied together each is held against each by the ties alone. */
const GROUP = 40;

/** What the picture may not draw otherwise: moments that are one, and pairs of which one is never before the other. */
export interface DrawnOrder {
  /** The moment that stands for each: itself, the start of its event, or the first of several that are one. */
  readonly one: Int32Array;
  /** Pairs [earlier, later] of moments that stand for themselves. */
  readonly pairs: (readonly [number, number])[];
  /** By clock what the tied moments show on their own; null where every two were compared, by the whole network. */
  readonly shown: ReadonlyMap<number, readonly Shown[]> | null;
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
  const other = (k: number): number => (form[k ^ 1] === FORM.notStated ? k : sameMoment(m, k ^ 1));
  const tied = [
    ...new Set(ties.flatMap((t) => [t.target, t.moment].flatMap((k) => (k < 2 * n ? [k, other(k)] : [k])))),
  ];
  const spans = tied.flatMap((s): [number, number][] =>
    s < 2 * n && s % 2 === 0 && form[s + 1] !== FORM.sameAsStart ? [[s, s + 1]] : [],
  );
  const first: [number, number][] = [...spans];
  const shown = tied.length <= EACH ? null : onOwnClocks(m, laid, ties, tied);
  if (!shown) {
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
    const ends = spans.map(([target, moment]) => ({ target, moment, min: 0, max: Number.POSITIVE_INFINITY }));
    // One by one: of a hundred thousand ties there are more than a call takes arguments.
    for (const found of [byClocks(shown), byDistance(ties), byGroups([...ties, ...ends])])
      for (const pair of found) first.push(pair);
    // What is no later than what is no later than it is one with it, if the record lets it: a statement set aside does not count.
    for (const [a, b] of inCircles(first)) if (between.most(a, b) <= 0 && between.most(b, a) <= 0) join(a, b);
  }
  for (let k = 0; k < one.length; k++) one[k] = find(k);
  const pairs: [number, number][] = [];
  for (const [a, b] of first) if (one[a] !== one[b]) pairs.push([one[a] as number, one[b] as number]);
  return { one, pairs, shown };
}

/** Pairs of which one is never before the other by these ties alone, over whatever others: of each group that they tie together, where it is small. */
function byGroups(ties: readonly Distance[]): [number, number][] {
  const group = new Map<number, number[]>();
  const groupOf = (k: number): number[] => {
    const known = group.get(k) ?? [k];
    group.set(k, known);
    return known;
  };
  for (const { target, moment } of ties) {
    const [a, b] = [groupOf(target), groupOf(moment)];
    if (a === b) continue;
    const [large, small] = a.length < b.length ? [b, a] : [a, b];
    for (const k of small) {
      large.push(k);
      group.set(k, large);
    }
  }
  const pairs: [number, number][] = [];
  const of = new Map<number[], Distance[]>();
  for (const t of ties) {
    const list = group.get(t.target) as number[];
    if (list.length <= GROUP) of.set(list, [...(of.get(list) ?? []), t]);
  }
  for (const [list, own] of of) {
    const n = list.length;
    // The most that each can be after each: Floyd's closure.
    const most = Float64Array.from({ length: n * n }, (_, i) =>
      i % (n + 1) === 0 ? 0 : Number.POSITIVE_INFINITY,
    );
    const tighten = (a: number, b: number, ms: number): void => {
      if (ms < (most[a * n + b] as number)) most[a * n + b] = ms;
    };
    for (const { target, moment, min, max } of own) {
      const [a, b] = [list.indexOf(target), list.indexOf(moment)];
      tighten(a, b, max);
      tighten(b, a, -min);
    }
    for (let k = 0; k < n; k++)
      for (let a = 0; a < n; a++)
        for (let b = 0; b < n; b++) tighten(a, b, (most[a * n + k] as number) + (most[k * n + b] as number));
    for (let a = 0; a < n; a++)
      for (let b = 0; b < n; b++)
        if (a !== b && (most[b * n + a] as number) <= 0) pairs.push([list[a] as number, list[b] as number]);
  }
  return pairs;
}

/** Pairs of moments that lie an exact time from one another, over whatever others, each with the next; both ways round where that is none. */
function byDistance(ties: readonly Distance[]): [number, number][] {
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

/** Pairs that what they show on one clock orders: each with the next ones, from which the rest follows. */
function byClocks(clocks: ReadonlyMap<number, readonly Shown[]>): [number, number][] {
  const pairs: [number, number][] = [];
  for (const shown of clocks.values()) {
    const sorted = [...shown].sort((a, b) => (a.least === b.least ? 0 : a.least - b.least));
    sorted.forEach((a, i) => {
      let until = Number.POSITIVE_INFINITY;
      for (let j = i + 1; j < sorted.length; j++) {
        const b = sorted[j] as Shown;
        if (b.least >= until) break;
        if (b.least < a.most) continue;
        pairs.push([a.k, b.k]);
        until = Math.min(until, b.most);
      }
    });
  }
  return pairs;
}
