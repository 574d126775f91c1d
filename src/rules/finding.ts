import type { MomentRef } from '../record/event';
import type { Bounds } from '../time/duration';
import type { Reason } from '../time/solver/reason';

/** What a finding may claim (`time.md`): true under every assignment the record allows, under some, or under none. */
export type Status = 'established' | 'arguable' | 'foreclosed';

/** t(to) - t(from), in ms, both ends reached; infinite where the record sets no bound. */
export interface Quantity {
  readonly from: MomentRef;
  readonly to: MomentRef;
  readonly bounds: Bounds;
}

/** A fact that a finding takes from the record, with the row that states it. */
export interface Premise {
  readonly says: string;
  readonly row: string | null;
}

export interface Finding {
  /** The same for the same rule and rows in every run: what notes and plans hang on. */
  readonly key: string;
  readonly rule: string;
  readonly status: Status;
  readonly title: string;
  /** The one quantity that the finding is about; null where it is about a fact. */
  readonly bounds: Bounds | null;
  /** What the bounds measure, to be read after them: `after the warning was issued, to the alert`. */
  readonly measures: string;
  readonly quantities: readonly Quantity[];
  /** The stretch of time it concerns. */
  readonly span: { readonly from: MomentRef; readonly to: MomentRef } | null;
  /** Rows it is about. */
  readonly subjects: readonly string[];
  /** The item of evidence, where it is about one. */
  readonly item: string | null;
  readonly premises: readonly Premise[];
  readonly restsOn: readonly Reason[];
}

/** established where even the least is over the threshold, foreclosed where even the most is not. */
export function statusOf(bounds: Bounds, over = 0): Status {
  return bounds.min > over ? 'established' : bounds.max > over ? 'arguable' : 'foreclosed';
}
