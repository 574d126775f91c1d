import { kept, removed } from '../record/change';
import { newId } from '../record/ids';
import type { DisclosurePlan, Note } from '../record/work-product';
import type { Act } from './act';

/** What is planned for a finding, by its key. @param seen the plan as it was on the screen, if there was one */
export const planFinding = (
  caseId: string,
  about: string,
  seen: DisclosurePlan | undefined,
  patch: Partial<DisclosurePlan>,
): Act => ({
  caseId,
  says: 'Plan for a finding',
  edits: [
    kept(
      'disclosures',
      seen,
      { id: newId(), caseId, about, plan: 'undecided', by: '', strength: '', dismissed: '', order: 0 },
      patch,
    ),
  ],
});

/** The one note on something. @param at ms @param seen the note as it was when its typing began */
export const keepNote = (
  caseId: string,
  about: string,
  seen: Note | undefined,
  text: string,
  at: number,
  says = 'Note on a finding',
): Act => ({
  caseId,
  says,
  edits: [kept('notes', seen, { id: newId(), caseId, about, text: '', at }, { text }, ['about'])],
});

/** Notes that are requests not yet sent stand under this; they are work product until a letter is made of them. */
export const REQUEST = 'discovery request';

/** Something to ask the other side for; the same text is kept once. @param at ms */
export const addRequest = (caseId: string, text: string, at: number): Act => ({
  caseId,
  says: 'Discovery request noted',
  edits: [kept('notes', undefined, { id: newId(), caseId, about: REQUEST, text, at }, {}, ['about', 'text'])],
});

export const removeRequest = (request: Note): Act => ({
  caseId: request.caseId,
  says: 'Discovery request taken out',
  edits: [removed('notes', request)],
});
