import type { Note } from '../record/work-product';
import { commit } from './commands';
import { ofCase, type StoplineDb } from './database';
import { idMaker } from './ids';

/** Notes that are requests not yet sent stand under this; they are work product until a letter is made of them. */
const REQUEST = 'discovery request';
const newId = idMaker();

/** Keeps something to ask the other side for; the same text is kept once. @returns whether it was new */
export async function addRequest(db: StoplineDb, caseId: string, text: string): Promise<boolean> {
  if ((await requestsOf(db, caseId)).some((r) => r.text === text)) return false;
  const after: Note = { id: newId(), caseId, about: REQUEST, text, at: Date.now() };
  await commit(db, caseId, 'Discovery request noted', [
    { table: 'notes', id: after.id, before: null, after },
  ]);
  return true;
}

/** The requests of a case, in the order in which they were noted. */
export async function requestsOf(db: StoplineDb, caseId: string): Promise<Note[]> {
  return (await ofCase(db.notes, caseId).toArray()).filter((n) => n.about === REQUEST);
}
