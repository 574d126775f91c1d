import type { MomentRef } from '../record/event';
import type { Bounds } from '../time/duration';
import type { Reason } from '../time/solver/reason';

/** The first mark, what the clock proves (`time.md`): true under every assignment the record allows, under some, or under none. */
export type Status = 'established' | 'arguable' | 'foreclosed';

/** The second mark, what else is in the record: contested where the State can point to a row of it. It never changes the status. */
export type Standing = 'uncontested' | 'contested';

/** t(to) - t(from), in ms, both ends reached; infinite where the record sets no bound. */
export interface Quantity {
  readonly from: MomentRef;
  readonly to: MomentRef;
  readonly bounds: Bounds;
}

/** Whom a fact helps: the accused, the State (listed under “In the record, for the State”), or neither. */
export type Side = 'for' | 'state' | 'neutral';

/** A fact that a finding takes from the record, with the row that states it. */
export interface Premise {
  readonly says: string;
  readonly row: string | null;
  /** Absent: neutral. */
  readonly side?: Side;
}

export interface Finding {
  /** The same for the same rule and rows in every run: what notes and plans hang on. */
  readonly key: string;
  readonly rule: string;
  readonly status: Status;
  readonly standing: Standing;
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

/** When a violation began: every rule that taints what follows gives the stretch it concerns. */
export const began = (f: Finding): MomentRef => (f.span as NonNullable<Finding['span']>).from;

/** established where even the least is over the threshold, foreclosed where even the most is not. */
export function statusOf(bounds: Bounds, over = 0): Status {
  return bounds.min > over ? 'established' : bounds.max > over ? 'arguable' : 'foreclosed';
}

/** The status of what rests on something that the record leaves open. */
export const atMostArguable = (status: Status): Status => (status === 'established' ? 'arguable' : status);

/** What the record holds for the State in this finding. */
export const forTheState = (f: Pick<Finding, 'premises'>): Premise[] =>
  f.premises.filter((p) => p.side === 'state');

/** Contested where a premise is the State's to point to. */
export const standingOf = (premises: readonly Premise[]): Standing =>
  premises.some((p) => p.side === 'state') ? 'contested' : 'uncontested';

const RANK: Record<Status, number> = { established: 0, arguable: 2, foreclosed: 4 };

/** The place of a finding in a list: established and uncontested first, foreclosed last. */
export const rankOf = (f: Pick<Finding, 'status' | 'standing'>): number =>
  RANK[f.status] + (f.standing === 'contested' ? 1 : 0);
