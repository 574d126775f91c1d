import type { Analysis } from '../analysis/analyze';
import type { Ledger } from '../analysis/claims';
import type { Examination } from '../analysis/examine';
import type { Measure } from '../analysis/measure';
import type { Change } from '../record/change';
import type { MomentRef } from '../record/event';
import type { CaseRecord } from '../record/record';
import type { Finding } from '../rules/finding';

/** A case as the places see it: a record with the analysis that belongs to it, and the newest record while a new analysis is under way. */
export interface CaseView {
  readonly record: CaseRecord;
  readonly analysis: Analysis;
  readonly latest: CaseRecord;
  /** An analysis of `latest` is under way. */
  readonly busy: boolean;
  /** The analysis as it would be with these changes to `latest`; null where a newer question overtook this one. */
  readonly preview: (changes: readonly Change[]) => Promise<Analysis | null>;
  /** The time between two moments, with proof. */
  readonly measure: (from: MomentRef, to: MomentRef) => Promise<Measure | null>;
  /** The ledger of claims of `record`; null where a newer question overtook this one. */
  readonly claims: () => Promise<Ledger | null>;
  /** Margins of a finding, or what would settle it; null where a newer question overtook this one. */
  readonly examine: (finding: Finding) => Promise<Examination | null>;
}
