import type { MomentRef } from '../record/event';
import type { Solved } from '../time/solver/solve';

/**
 * Rows by the time over which they may run, so that a sweep looks only at those that may touch a stretch. Sorted by the
 * earliest beginning; over them a tree of the latest ends tells which parts need no look, so that one row that runs on for
 * ever costs the others nothing.
 */
export class ByTime<T> {
  private readonly rows: readonly T[];
  /** The earliest beginning of each, ms. */
  private readonly lo: Float64Array;
  /** The latest end under each node of a binary tree; the leaves begin at `leaves`. */
  private readonly reach: Float64Array;
  private readonly leaves: number;

  /**
   * @param from the moment at which a row begins
   * @param until the moment by which it is over; null where it may run on for ever; absent for a moment alone
   */
  constructor(
    solved: Solved,
    rows: readonly T[],
    from: (e: T) => MomentRef,
    until: (e: T) => MomentRef | null = from,
  ) {
    const [lo, hi] = [new Float64Array(rows.length), new Float64Array(rows.length)];
    let inOrder = true;
    for (let i = 0; i < rows.length; i++) {
      const start = from(rows[i] as T);
      const end = until === from ? start : until(rows[i] as T);
      lo[i] = solved.earliest(start);
      hi[i] = end ? solved.latest(end) : Number.POSITIVE_INFINITY;
      inOrder &&= i === 0 || (lo[i - 1] as number) <= (lo[i] as number);
    }
    const order = Int32Array.from(rows, (_, i) => i);
    const [a, b] = [(i: number) => lo[i] as number, (i: number) => hi[i] as number];
    // Those that may begin together stay in their order.
    if (!inOrder) order.sort((i, j) => (a(i) === a(j) ? i - j : a(i) - a(j)));
    this.rows = inOrder ? rows : Array.from(order, (i) => rows[i] as T);
    this.lo = inOrder ? lo : Float64Array.from(order, a);
    this.leaves = 2 ** Math.ceil(Math.log2(Math.max(1, rows.length)));
    this.reach = new Float64Array(2 * this.leaves).fill(Number.NEGATIVE_INFINITY);
    this.reach.set(inOrder ? hi : Float64Array.from(order, b), this.leaves);
    for (let k = this.leaves - 1; k > 0; k--)
      this.reach[k] = Math.max(this.reach[2 * k] as number, this.reach[2 * k + 1] as number);
  }

  /** Rows that may begin no later than `hi` (ms), in the order of their earliest beginnings. */
  *upTo(hi: number): Generator<T> {
    for (let i = 0; i < this.rows.length && !((this.lo[i] as number) > hi); i++) yield this.rows[i] as T;
  }

  /** Rows that may still run at `lo` (ms) or later, in the order of their earliest beginnings. */
  *since(lo: number): Generator<T> {
    const open = [1];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      if (!((this.reach[node] as number) >= lo)) continue;
      if (node < this.leaves) open.push(2 * node + 1, 2 * node);
      else if (node - this.leaves < this.rows.length) yield this.rows[node - this.leaves] as T;
    }
  }

  /** Rows that may run at some time from `lo` to `hi` (ms), the latest first, no more than `most`. */
  touching(lo: number, hi: number, most: number): T[] {
    let [a, b] = [0, this.rows.length];
    while (a < b) {
      const mid = (a + b) >> 1;
      if ((this.lo[mid] as number) <= hi) a = mid + 1;
      else b = mid;
    }
    const found: T[] = [];
    this.collect(1, 0, this.leaves, a, lo, most, found);
    return found;
  }

  /** From the right, what ends at `lo` or later among the first `before` rows, in the part of the tree from `first` on. */
  private collect(
    node: number,
    first: number,
    size: number,
    before: number,
    lo: number,
    most: number,
    found: T[],
  ): void {
    if (first >= before || found.length >= most || !((this.reach[node] as number) >= lo)) return;
    if (size === 1) {
      found.push(this.rows[first] as T);
      return;
    }
    const half = size / 2;
    this.collect(2 * node + 1, first + half, half, before, lo, most, found);
    this.collect(2 * node, first, half, before, lo, most, found);
  }
}
