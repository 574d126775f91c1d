import type { CustodyEntry } from '../record/custody';
import type { EventRow, MomentRef } from '../record/event';
import type { CaseRecord } from '../record/record';
import type { Source } from '../record/source';
import type { EventKind } from '../record/vocabulary';
import type { Stop } from '../stops/stops';
import type { Bounds } from '../time/duration';
import { Ref } from '../time/solver/moment';
import type { Reason } from '../time/solver/reason';
import { reasonKey } from '../time/solver/reason';
import type { Resting, Solved } from '../time/solver/solve';
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

/** What a rule does to what follows: every thing after it, or grounds too. */
export type Taint = 'after' | 'grounds';

/** A number of the case on which every finding of a rule turns. */
export type Limit = 'handOver' | 'lateBooking' | 'unaccounted' | 'paperTime' | 'longStop' | 'phoneDays';

/** How findings of a rule are drawn on the sheet. */
export interface Drawn {
  /** Which hatch, by the name that the legend has for it. */
  readonly mark?: BandMark;
  /** A few words that stand before its bounds, where its title is too long for a label. */
  readonly label?: string;
  /** Bands that would lie over others, or over half the sheet: hatched only where the finding is selected. */
  readonly onlyLabel?: true;
  /** How far down it is drawn: over the sources of the stop too, or in the lane of its camera alone. */
  readonly through?: 'sources' | 'camera';
}

/** The marks of bands: past the mission, a search, a want of cause, what nothing covers, a break in custody. */
export type BandMark = 'beyond' | 'search' | 'cause' | 'uncovered' | 'break';

/** One rule of `README.md`: a pure function from the solved record to findings. */
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
  /**
   * What the State answers: no violation / no link / no exclusion, apart by ` / `; a dot, or a layer left out, is what is
   * common to its section (`README.md`, "The State will say"). Ids of authorities stand in brackets.
   */
  readonly answers: string;
  /** The limit that its findings turn on, all or those for which it gives one; until somebody chose it, lists ask for it first. */
  readonly limit?: Limit | ((f: Finding) => Limit | null);
  /** What of its status turns on the court of the case; absent where only the standing of its law does. */
  readonly turns?: string;
  /**
   * What comes after its moment may come of it (`after`); where it makes the stop longer, a ground found after it is
   * contested too (`grounds`).
   */
  readonly taints?: Taint;
  /** It builds on the findings of the rules that taint so, which run before it. */
  readonly builds?: Taint;
  /** It finds a hole in what was produced: established or not, it is asked for, and before all else. */
  readonly hole?: true;
  /** It is about the sources themselves: that a program drafted one does not weaken it. */
  readonly ofSources?: true;
  /** How the sheet draws its findings, where not as those of its section. */
  readonly drawn?: Drawn;
  run(context: RuleContext, earlier: readonly Finding[]): Finding[];
}

export const startOf = (e: EventRow): MomentRef => new Ref(e.id, 'start');
export const endOf = (e: EventRow): MomentRef => new Ref(e.id, 'end');

/** Reasons, each once. */
export const distinct = (reasons: readonly Reason[]): Reason[] => [
  ...new Map(reasons.map((r) => [reasonKey(r), r])).values(),
];

/** Every reason behind both ends of the bounds of these pairs, and those given themselves, each once. */
export const reasonsFor = (solved: Solved, of: readonly Resting[]): Reason[] => solved.reasons(of);

/** The bounds of the least of several quantities: exact below, sound above. */
export function leastOf(all: readonly Bounds[]): Bounds {
  return all.reduce((a, b) => ({ min: Math.min(a.min, b.min), max: Math.min(a.max, b.max) }));
}
