import { useLiveQuery } from 'dexie-react-hooks';
import type { DisclosurePlan, Note } from '../../record/work-product';
import { commit } from '../../store/commands';
import { ofCase } from '../../store/database';
import { idMaker } from '../../store/ids';
import { db } from '../../store/open';

const newId = idMaker();

/** The attorney's own part of each finding, by its key. */
export interface Plans {
  readonly plan: ReadonlyMap<string, DisclosurePlan>;
  readonly note: ReadonlyMap<string, Note>;
}

const NONE: Plans = { plan: new Map(), note: new Map() };

/** Plans and notes of a case, as they stand. */
export function usePlans(caseId: string): Plans {
  return (
    useLiveQuery(async (): Promise<Plans> => {
      const [plans, notes] = await Promise.all([
        ofCase(db.disclosures, caseId).toArray(),
        ofCase(db.notes, caseId).toArray(),
      ]);
      return { plan: new Map(plans.map((p) => [p.about, p])), note: new Map(notes.map((n) => [n.about, n])) };
    }, [caseId]) ?? NONE
  );
}

/** Changes what is planned for a finding. */
export async function changePlan(
  caseId: string,
  about: string,
  before: DisclosurePlan | undefined,
  patch: Partial<DisclosurePlan>,
): Promise<void> {
  const base: DisclosurePlan = before ?? {
    id: newId(),
    caseId,
    about,
    plan: 'undecided',
    by: '',
    strength: '',
    dismissed: '',
    order: 0,
  };
  const after = { ...base, ...patch };
  await commit(db, caseId, 'Plan for a finding', [
    { table: 'disclosures', id: after.id, before: before ?? null, after },
  ]);
}

/** Keeps a note on a finding. */
export async function changeNote(
  caseId: string,
  about: string,
  before: Note | undefined,
  text: string,
): Promise<void> {
  const after: Note = { ...(before ?? { id: newId(), caseId, about }), text, at: Date.now() };
  await commit(db, caseId, 'Note on a finding', [
    { table: 'notes', id: after.id, before: before ?? null, after },
  ]);
}
