import type { CustodyEntry } from '../record/custody';
import type { EventRow, MomentRef } from '../record/event';
import type { CaseRecord } from '../record/record';
import type { Source } from '../record/source';
import type { EventKind } from '../record/vocabulary';
import type { Stop } from '../stops/stops';
import type { Bounds } from '../time/duration';
import type { Reason } from '../time/solver/reason';
import { reasonKey } from '../time/solver/reason';
import type { Solved } from '../time/solver/solve';
import type { Finding } from './finding';

/** What every rule sees: the facts, their bounds, and the stops found in them. */
export interface RuleContext {
  readonly record: CaseRecord;
  readonly solved: Solved;
  readonly stops: readonly Stop[];
  readonly sources: ReadonlyMap<string, Source>;
  /** Custody entries of each item, in the order of their form. */
  readonly chains: ReadonlyMap<string, readonly CustodyEntry[]>;
  /** The events of one kind in the whole record, in its order. */
  ofKind(kind: EventKind): readonly EventRow[];
}

/** One rule of `doctrine.md`: a pure function from the solved record to findings. */
export interface Rule {
  readonly id: string;
  readonly section: 'stop' | 'search' | 'sources' | 'custody';
  readonly name: string;
  /** What it looks for, in one sentence. */
  readonly finds: string;
  /** The quantity that it bounds, in words; empty where it finds a fact. */
  readonly bounds: string;
  /** The records that would settle it, and whom the State would have to call to answer it. */
  readonly settledBy: string;
  /** Rules whose findings it builds on: they run before it. */
  readonly builds?: readonly string[];
  run(context: RuleContext, earlier: readonly Finding[]): Finding[];
}

export const startOf = (e: EventRow): MomentRef => ({ id: e.id, edge: 'start' });
export const endOf = (e: EventRow): MomentRef => ({ id: e.id, edge: 'end' });

/** Reasons, each once. */
export const distinct = (reasons: readonly Reason[]): Reason[] => [
  ...new Map(reasons.map((r) => [reasonKey(r), r])).values(),
];

/** Every reason behind both ends of the bounds of these pairs, each once. */
export const reasonsFor = (solved: Solved, pairs: readonly (readonly [MomentRef, MomentRef])[]): Reason[] =>
  solved.reasons(pairs);

/** The bounds of the least of several quantities: exact below, sound above. */
export function leastOf(all: readonly Bounds[]): Bounds {
  return all.reduce((a, b) => ({ min: Math.min(a.min, b.min), max: Math.min(a.max, b.max) }));
}
