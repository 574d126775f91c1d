import type { EventRow, MomentRef } from '../record/event';
import type { Solved } from '../time/solver/solve';
import { startOf } from './rule';

interface Entry {
  readonly e: EventRow;
  readonly lo: number;
  readonly hi: number;
}

/**
 * Rows by the time over which they may run, so that a sweep looks only at those that may touch a stretch. Sorted by the
 * earliest beginning; beside each the latest end of all before it tells where to stop looking.
 */
export class ByTime {
  private readonly list: readonly Entry[];
  private readonly reach: Float64Array;

  /** @param until the moment by which a row is over; null where it may run on for ever */
  constructor(solved: Solved, rows: readonly EventRow[], until: (e: EventRow) => MomentRef | null) {
    this.list = rows
      .map((e) => {
        const end = until(e);
        return {
          e,
          lo: solved.window(startOf(e)).min,
          hi: end ? solved.window(end).max : Number.POSITIVE_INFINITY,
        };
      })
      .sort((a, b) => (a.lo === b.lo ? 0 : a.lo - b.lo));
    this.reach = new Float64Array(this.list.length);
    let most = Number.NEGATIVE_INFINITY;
    this.list.forEach((x, i) => {
      most = Math.max(most, x.hi);
      this.reach[i] = most;
    });
  }

  /** Rows that may run at some time from `lo` to `hi` (ms), the latest first, no more than `most`. */
  touching(lo: number, hi: number, most: number): EventRow[] {
    let [a, b] = [0, this.list.length];
    while (a < b) {
      const mid = (a + b) >> 1;
      if ((this.list[mid] as Entry).lo <= hi) a = mid + 1;
      else b = mid;
    }
    const found: EventRow[] = [];
    for (let i = a - 1; i >= 0 && (this.reach[i] as number) >= lo && found.length < most; i--) {
      const x = this.list[i] as Entry;
      if (x.hi >= lo) found.push(x.e);
    }
    return found;
  }
}
