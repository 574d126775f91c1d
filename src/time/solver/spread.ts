/** Moments known only by their order are drawn this far apart where nothing bounds them above, in ms. */
const STEP = 1000;

/**
 * Where to draw moments that the record orders but does not time. Those that share a window are spread through it in
 * their order (the first of two at a third, the second at two thirds), never put at one end as if the record had said
 * so; those open above follow what they come after.
 * @param order pairs [earlier, later] of moment numbers; `at` (ms) is written in place
 */
export function spreadInOrder(
  order: readonly (readonly [number, number])[],
  min: Float64Array,
  max: Float64Array,
  at: Float64Array,
): void {
  const next = new Map<number, number[]>();
  const back = new Map<number, number[]>();
  const push = (graph: Map<number, number[]>, a: number, b: number): void => {
    const list = graph.get(a);
    if (list) list.push(b);
    else graph.set(a, [b]);
  };
  for (const [a, b] of order) {
    if (a === b) continue;
    push(next, a, b);
    push(back, b, a);
  }
  const sorted = inOrder(next, back);
  const before = new Map<number, number>();
  const after = new Map<number, number>();
  const longest = (
    graph: Map<number, number[]>,
    depth: Map<number, number>,
    m: number,
    shares: (o: number) => boolean,
  ): void => {
    let d = 0;
    for (const o of graph.get(m) ?? []) if (shares(o)) d = Math.max(d, 1 + (depth.get(o) ?? 0));
    depth.set(m, d);
  };
  for (const m of sorted) longest(back, before, m, (o) => !((max[o] as number) <= (min[m] as number)));
  for (const m of [...sorted].reverse())
    longest(next, after, m, (o) => !((min[o] as number) >= (max[m] as number)));
  for (const m of sorted) {
    const [lo, hi] = [min[m] as number, max[m] as number];
    if (Number.isFinite(lo) && Number.isFinite(hi)) {
      const [b, a] = [before.get(m) ?? 0, after.get(m) ?? 0];
      at[m] = a + b === 0 ? lo + (hi - lo) / 2 : lo + ((hi - lo) * (b + 1)) / (a + b + 2);
    } else if (Number.isFinite(lo)) {
      let t = lo;
      for (const o of back.get(m) ?? [])
        if (!Number.isNaN(at[o] as number)) t = Math.max(t, (at[o] as number) + STEP);
      at[m] = t;
    }
  }
}

/** Kahn's order; what stands in a circle (a contradiction that was set aside) comes last as it is. */
function inOrder(next: Map<number, number[]>, back: Map<number, number[]>): number[] {
  const waiting = new Map<number, number>();
  const all = new Set([...next.keys(), ...back.keys()]);
  for (const m of all) waiting.set(m, (back.get(m) ?? []).length);
  const sorted = [...all].filter((m) => waiting.get(m) === 0);
  for (let i = 0; i < sorted.length; i++) {
    for (const o of next.get(sorted[i] as number) ?? []) {
      const left = (waiting.get(o) as number) - 1;
      waiting.set(o, left);
      if (left === 0) sorted.push(o);
    }
  }
  if (sorted.length < all.size) {
    const placed = new Set(sorted);
    for (const m of all) if (!placed.has(m)) sorted.push(m);
  }
  return sorted;
}
