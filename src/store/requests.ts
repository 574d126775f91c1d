import { REQUEST } from '../actions/findings';
import type { Note } from '../record/work-product';
import { ofCase, type StoplineDb } from './database';

/** The requests of a case, in the order in which they were noted. */
export async function requestsOf(db: StoplineDb, caseId: string): Promise<Note[]> {
  return (await ofCase(db.notes, caseId).toArray()).filter((n) => n.about === REQUEST);
}
