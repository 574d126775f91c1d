import { applyChanges, placeOf } from '../record/apply';
import type { Change } from '../record/change';
import type { EventRow } from '../record/event';
import type { CaseRecord } from '../record/record';
import { codeOf, kindCodes } from '../stops/stops';
import { type SolvedRecord, solveSteps } from '../time/solver/solve';
import { finish, type Steps } from '../time/solver/steps';
import { type Analysis, analysisSteps } from './analyze';

/**
 * A case that is analyzed again and again while it is worked on. After a small edit (the times or words of a few events)
 * the solved record is mended instead of solved anew; every answer equals that of a full analysis.
 */
export class Session {
  record: CaseRecord | null = null;
  private solved: SolvedRecord | null = null;
  private codes: Uint8Array = new Uint8Array(0);

  /** Takes a record and analyzes it whole. */
  *open(record: CaseRecord): Steps<Analysis> {
    this.record = record;
    this.solved = null;
    const solved = yield* solveSteps(record);
    this.codes = kindCodes(record.events);
    const analysis = yield* analysisSteps(record, solved, this.codes);
    this.solved = solved;
    return analysis;
  }

  /** Follows changes to its record. The positions of earlier analyses of this session are no longer good. @throws where no record is open */
  *follow(changes: readonly Change[]): Steps<Analysis> {
    if (!this.record) throw new Error('no record is open');
    const places = this.solved ? editedPlaces(this.record, changes) : null;
    const record = applyChanges(this.record, changes);
    this.record = record;
    const { solved } = this;
    // Given up half way, a mended solution is no longer one: it is kept only once the whole analysis is done.
    this.solved = null;
    if (!solved || !places || !solved.revise(record, places)) return yield* this.open(record);
    for (const i of places) {
      const code = codeOf(record.events[i] as EventRow);
      if (this.codes[i] === code) continue;
      this.codes = this.codes.slice();
      this.codes[i] = code;
    }
    const analysis = yield* analysisSteps(record, solved, this.codes);
    this.solved = solved;
    return analysis;
  }

  /** The analysis as it would be with these changes; the session stays as it is. @throws where no record is open */
  *preview(changes: readonly Change[]): Steps<Analysis> {
    if (!this.record) throw new Error('no record is open');
    const record = applyChanges(this.record, changes);
    return yield* analysisSteps(record, yield* solveSteps(record));
  }

  /** The record, solved: kept from the last analysis, or solved now. @throws where no record is open */
  solution(): SolvedRecord {
    if (!this.record) throw new Error('no record is open');
    this.solved ??= finish(solveSteps(this.record));
    return this.solved;
  }
}

/** What the attorney notes changes no fact. */
const WORK_PRODUCT = new Set<Change['table']>(['notes', 'theories', 'disclosures']);

/** Edits beyond this many rows are solved anew. */
const FEW = 50;

/** The places of edited events where the changes are nothing but edits of a few events; null otherwise. */
function editedPlaces(record: CaseRecord, changes: readonly Change[]): number[] | null {
  const ids = new Set<string>();
  for (const c of changes) {
    if (WORK_PRODUCT.has(c.table)) continue;
    if (c.table !== 'events' || c.before === null || c.after === null) return null;
    ids.add(c.id);
  }
  if (ids.size > FEW) return null;
  const places = [...ids].map((id) => placeOf(record.events, id));
  return places.includes(-1) ? null : places;
}
