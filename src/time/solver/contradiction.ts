import type { Bounds } from '../duration';
import type { Reason } from './reason';

/** Entries that cannot all be true: in the order of the cycle, by how many ms, and which of them was set aside. */
export interface Contradiction {
  readonly entries: readonly Reason[];
  readonly by: number;
  readonly setAside: Reason;
  /** Where the entry set aside says it was, by its clock, in ms; null where it is no reading. */
  readonly claimed: Bounds | null;
}
