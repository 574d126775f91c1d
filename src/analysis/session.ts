import { applyChanges, factChanges } from '../record/apply';
import type { Change } from '../record/change';
import type { CaseRecord } from '../record/record';
import { type Solved, solveRecord } from '../time/solver/solve';
import { type Analysis, analyze } from './analyze';

/**
 * A case that is asked again and again while it is worked on: its record, and its solution once it is known. After every
 * edit it is solved anew; what that costs is in `README.md`.
 */
export class Session {
  record: CaseRecord | null = null;
  private solved: Solved | null = null;
  /** The solution before the edits that are not solved yet. */
  private before: Solved | null = null;

  /** Takes a record; nothing is solved yet. */
  open(record: CaseRecord): void {
    if (record !== this.record) this.solved = null;
    this.before = null;
    this.record = record;
  }

  /** Takes changes to its record; what is no fact changes nothing. @throws where no record is open */
  follow(changes: readonly Change[]): void {
    const before = this.solved ?? this.before;
    this.open(applyChanges(this.known(), factChanges(changes)));
    if (!this.solved) this.before = before;
  }

  /** The analysis of the record as it stands. @throws where no record is open */
  analysis(): Analysis {
    return analyze(this.known(), this.solution());
  }

  /** The analysis as it would be with these changes; the session stays as it is. @throws where no record is open */
  preview(changes: readonly Change[]): Analysis {
    const record = applyChanges(this.known(), factChanges(changes));
    return analyze(record, solveRecord(record, {}, this.solved ?? this.before));
  }

  /** The record, solved: kept until the record changes. @throws where no record is open */
  solution(): Solved {
    this.solved ??= solveRecord(this.known(), {}, this.before);
    this.before = null;
    return this.solved;
  }

  private known(): CaseRecord {
    if (!this.record) throw new Error('no record is open');
    return this.record;
  }
}
