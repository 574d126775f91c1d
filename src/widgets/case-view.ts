import type { Analysis } from '../analysis/analyze';
import type { CaseRecord } from '../record/record';

/** A case as the places see it: a record with the analysis that belongs to it, and the newest record while a new analysis is under way. */
export interface CaseView {
  readonly record: CaseRecord;
  readonly analysis: Analysis;
  readonly latest: CaseRecord;
  /** An analysis of `latest` is under way. */
  readonly busy: boolean;
}
