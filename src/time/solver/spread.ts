/** Moments known only by their order are drawn this far apart where nothing bounds them above, in ms. */
const STEP = 1000;

/**
 * Where to draw moments that the record orders but does not time. Those that share a window are spread through it in
 * their order (the first of two at a third, the second at two thirds), never put at one end as if the record had said
 * so; those open above follow what they come after.
 * @param order pairs [earlier, later] of moment numbers; `at` (ms) is written in place
 * @param floor and @param ceiling places of others that each stays between, ms
 */
export function spreadInOrder(
  order: readonly (readonly [number, number])[],
  min: Float64Array,
  max: Float64Array,
  at: Float64Array,
  floor: Float64Array,
  ceiling: Float64Array,
): void {
  // Moments by their own small numbers, in the order in which they come first or, else, last.
  const local = new Int32Array(at.length).fill(-1);
  const moments: number[] = [];
  const numbered = (side: 0 | 1): number[] => {
    const all: number[] = [];
    for (const pair of order) {
      if (pair[0] === pair[1]) continue;
      const m = pair[side];
      if (local[m] === -1) local[m] = moments.push(m) - 1;
      all.push(local[m] as number);
    }
    return all;
  };
  const [from, to] = [numbered(0), numbered(1)];
  const next = neighbors(moments.length, from, to);
  const back = neighbors(moments.length, to, from);
  const sorted = inOrder(next, back);
  // What has no place at all bounds nothing.
  const bound = (of: Float64Array, k: number, none: number): number => {
    const t = of[moments[k] as number] as number;
    return Number.isNaN(t) ? none : t;
  };
  const least = (k: number): number => bound(min, k, Number.NEGATIVE_INFINITY);
  const most = (k: number): number => bound(max, k, Number.POSITIVE_INFINITY);
  const before = depths(sorted, back, (k, o) => !(most(o) <= least(k)));
  const reversed = sorted.slice().reverse();
  const after = depths(reversed, next, (k, o) => !(least(o) >= most(k)));
  // What holds one holds all that come after it, or before it.
  const [low, high] = [
    Float64Array.from(moments, (_, k) => least(k)),
    Float64Array.from(moments, (_, k) => most(k)),
  ];
  for (const k of sorted) {
    let t = Math.max(least(k), floor[moments[k] as number] as number);
    for (let i = back.first[k] as number; i < (back.first[k + 1] as number); i++)
      t = Math.max(t, low[back.list[i] as number] as number);
    low[k] = t;
  }
  for (const k of reversed) {
    let t = Math.min(most(k), ceiling[moments[k] as number] as number);
    for (let i = next.first[k] as number; i < (next.first[k + 1] as number); i++)
      t = Math.min(t, high[next.list[i] as number] as number);
    high[k] = t;
  }
  const place = (k: number): number => at[moments[k] as number] as number;
  for (const k of sorted) {
    const m = moments[k] as number;
    const [lo, hi] = [least(k), most(k)];
    if (Number.isFinite(lo) && Number.isFinite(hi)) {
      const [b, a] = [before[k] as number, after[k] as number];
      const middle = lo + (hi - lo) / 2;
      const [l, h] = [low[k] as number, high[k] as number];
      // What is drawn at its one known end may hold it past what holds it from the other side: then the middle decides.
      const [from, to] = [Math.min(l, Math.max(middle, h)), Math.max(h, Math.min(middle, l))];
      if (a + b === 0) at[m] = Math.min(to, Math.max(from, middle));
      else at[m] = from + ((to - from) * (b + 1)) / (a + b + 2);
    } else if (Number.isFinite(lo)) {
      let t = low[k] as number;
      for (const o of around(back, k)) if (!Number.isNaN(place(o))) t = Math.max(t, place(o) + STEP);
      at[m] = t;
    }
  }
  for (const k of reversed) {
    if (Number.isFinite(least(k)) || !Number.isFinite(most(k))) continue;
    let t = high[k] as number;
    for (const o of around(next, k)) if (!Number.isNaN(place(o))) t = Math.min(t, place(o) - STEP);
    at[moments[k] as number] = t;
  }
}

/** The neighbors of each of n: those of k are `list[first[k]]` up to `list[first[k + 1]]`. */
interface Neighbors {
  readonly first: Int32Array;
  readonly list: Int32Array;
}

/** The neighbors of one. */
const around = ({ first, list }: Neighbors, k: number): Int32Array =>
  list.subarray(first[k] as number, first[k + 1] as number);

function neighbors(n: number, from: readonly number[], to: readonly number[]): Neighbors {
  const first = new Int32Array(n + 1);
  for (const k of from) first[k + 1] = (first[k + 1] as number) + 1;
  for (let k = 0; k < n; k++) first[k + 1] = (first[k + 1] as number) + (first[k] as number);
  const fill = first.slice();
  const list = new Int32Array(from.length);
  from.forEach((k, i) => {
    list[fill[k] as number] = to[i] as number;
    fill[k] = (fill[k] as number) + 1;
  });
  return { first, list };
}

/** How many of its neighbors stand in a row behind each that share its window, at most; read in this order. */
function depths(
  sorted: Int32Array,
  { first, list }: Neighbors,
  shares: (k: number, o: number) => boolean,
): Int32Array {
  const depth = new Int32Array(sorted.length);
  for (const k of sorted) {
    let d = 0;
    for (let i = first[k] as number; i < (first[k + 1] as number); i++) {
      const o = list[i] as number;
      if (shares(k, o)) d = Math.max(d, 1 + (depth[o] as number));
    }
    depth[k] = d;
  }
  return depth;
}

/** Kahn's order; what stands in a circle (a contradiction that was set aside) comes last as it is. */
function inOrder(next: Neighbors, back: Neighbors): Int32Array {
  const n = next.first.length - 1;
  const waiting = new Int32Array(n);
  const sorted = new Int32Array(n);
  let length = 0;
  for (let k = 0; k < n; k++) {
    waiting[k] = (back.first[k + 1] as number) - (back.first[k] as number);
    if (waiting[k] === 0) sorted[length++] = k;
  }
  for (let i = 0; i < length; i++) {
    const k = sorted[i] as number;
    for (let j = next.first[k] as number; j < (next.first[k + 1] as number); j++) {
      const o = next.list[j] as number;
      waiting[o] = (waiting[o] as number) - 1;
      if (waiting[o] === 0) sorted[length++] = o;
    }
  }
  for (let k = 0; k < n; k++) if (waiting[k] !== 0) sorted[length++] = k;
  return sorted;
}
