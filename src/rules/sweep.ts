import type { MomentRef } from '../record/event';
import type { Solved } from '../time/solver/solve';

interface Entry<T> {
  readonly e: T;
  readonly lo: number;
  readonly hi: number;
}

/**
 * Rows by the time over which they may run, so that a sweep looks only at those that may touch a stretch. Sorted by the
 * earliest beginning; over them a tree of the latest ends tells which parts need no look, so that one row that runs on for
 * ever costs the others nothing.
 */
export class ByTime<T> {
  private readonly list: readonly Entry<T>[];
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
    this.list = rows
      .map((e) => {
        const end = until(e);
        return {
          e,
          lo: solved.window(from(e)).min,
          hi: end ? solved.window(end).max : Number.POSITIVE_INFINITY,
        };
      })
      .sort((a, b) => (a.lo === b.lo ? 0 : a.lo - b.lo));
    this.leaves = 2 ** Math.ceil(Math.log2(Math.max(1, rows.length)));
    this.reach = new Float64Array(2 * this.leaves).fill(Number.NEGATIVE_INFINITY);
    this.list.forEach((x, i) => {
      this.reach[this.leaves + i] = x.hi;
    });
    for (let k = this.leaves - 1; k > 0; k--)
      this.reach[k] = Math.max(this.reach[2 * k] as number, this.reach[2 * k + 1] as number);
  }

  /** Rows that may begin no later than `hi` (ms), in the order of their earliest beginnings. */
  *upTo(hi: number): Generator<T> {
    for (const x of this.list) {
      if (x.lo > hi) return;
      yield x.e;
    }
  }

  /** Rows that may still run at `lo` (ms) or later, in the order of their earliest beginnings. */
  *since(lo: number): Generator<T> {
    const open = [1];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      if (!((this.reach[node] as number) >= lo)) continue;
      if (node < this.leaves) open.push(2 * node + 1, 2 * node);
      else if (node - this.leaves < this.list.length) yield (this.list[node - this.leaves] as Entry<T>).e;
    }
  }

  /** Rows that may run at some time from `lo` to `hi` (ms), the latest first, no more than `most`. */
  touching(lo: number, hi: number, most: number): T[] {
    let [a, b] = [0, this.list.length];
    while (a < b) {
      const mid = (a + b) >> 1;
      if ((this.list[mid] as Entry<T>).lo <= hi) a = mid + 1;
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
      found.push((this.list[first] as Entry<T>).e);
      return;
    }
    const half = size / 2;
    this.collect(2 * node + 1, first + half, half, before, lo, most, found);
    this.collect(2 * node, first, half, before, lo, most, found);
  }
}
