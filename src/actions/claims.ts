import { added, changed, type Edit, kept } from '../record/change';
import type { EventRow, Relation } from '../record/event';
import { newId } from '../record/ids';
import type { CaseRecord } from '../record/record';
import type { ClaimNote } from '../record/work-product';
import type { Act } from './act';
import { sourceNamed } from './named';

const called = (row: EventRow): string => row.description || row.kind;

/** Two rows are one and the same moment, as a person found: from then on what one proves the other is held against. */
export const sameMoment = (claim: EventRow, other: EventRow): Act => ({
  caseId: claim.caseId,
  says: `One and the same moment: ${called(claim)}`,
  edits: [
    added('relations', {
      id: newId(),
      caseId: claim.caseId,
      fromId: claim.id,
      fromEdge: 'start',
      toId: other.id,
      toEdge: 'start',
      min: 0,
      max: 0,
      says: `“${called(claim).slice(0, 200)}” and “${called(other).slice(0, 200)}” are one and the same moment`,
      sourceId: '',
      page: '',
    }),
  ],
});

/** Of which claim a mark on footage speaks; empty for none. */
export const speaksOf = (mark: EventRow, about: string): Act => ({
  caseId: mark.caseId,
  says: about === '' ? 'A mark speaks of no claim' : 'A mark speaks of a claim',
  edits: [changed('events', mark, { about })],
});

/** What the camera takes in where a mark was made, in words. @param seen the mark as it was when typing began */
export const viewOf = (seen: EventRow, view: string): Act => ({
  caseId: seen.caseId,
  says: 'What the camera takes in',
  edits: [changed('events', seen, { view })],
});

/** What the attorney makes of a claim. @param seen the row as it was on the screen, if there was one */
export const noteClaim = (
  caseId: string,
  about: string,
  seen: ClaimNote | undefined,
  patch: Partial<ClaimNote>,
): Act => ({
  caseId,
  says: 'Note on a claim',
  edits: [
    kept('claimNotes', seen, { id: newId(), caseId, about, comment: '', matter: '', out: false }, patch),
  ],
});

/** A sentence that says how long something took, or in what order two things came. */
export interface SaidLength {
  readonly says: string;
  readonly source: string;
  readonly page: string;
  readonly fromId: string;
  readonly toId: string;
  /** ms; null where the sentence leaves it open. */
  readonly min: number | null;
  readonly max: number | null;
}

/** The relation that such a sentence is. A source that the case does not have yet is made. */
export function saidLength(record: CaseRecord, said: SaidLength): Act {
  const edits: Edit[] = [];
  const source = sourceNamed(record, said.source, edits);
  const row: Relation = {
    id: newId(),
    caseId: record.case.id,
    fromId: said.fromId,
    fromEdge: 'start',
    toId: said.toId,
    toEdge: 'start',
    min: said.min,
    max: said.max,
    says: said.says.trim(),
    sourceId: source.id,
    page: said.page.trim(),
  };
  edits.push(added('relations', row));
  return { caseId: record.case.id, says: `Claim entered: ${row.says.slice(0, 80)}`, edits };
}
