import type { StoplineDb } from './database';
import { LOCKED } from './lock-keys';

/** What was typed into a form and not saved. It is kept beside the case, so the lock covers it and erasing the case erases it. */
export interface KeptDraft {
  readonly value: unknown;
  /** When it was last typed at, ms. */
  readonly at: number;
}

/** The key of a draft: of which case, in which form, of which row. */
export const draftKey = (caseId: string, form: string, row = 'new'): string =>
  `draft ${caseId} ${form} ${row}`;

/** Keeps a draft; null drops it. While the app is locked nothing is written in the open. */
export async function keepDraft(db: StoplineDb, key: string, draft: KeptDraft | null): Promise<void> {
  await db.transaction('rw', db.kept, async () => {
    if (await db.kept.get(LOCKED)) return;
    if (draft) await db.kept.put({ key, value: draft });
    else await db.kept.delete(key);
  });
}

/** Drops every draft of a case or an officer. */
export async function dropDrafts(db: StoplineDb, id: string): Promise<void> {
  await db.kept.where('key').startsWith(`draft ${id} `).delete();
}

/** The draft that was kept; null where none was. */
export async function keptDraft(db: StoplineDb, key: string): Promise<KeptDraft | null> {
  const found = (await db.kept.get(key))?.value;
  if (typeof found !== 'object' || found === null || !('value' in found) || !('at' in found)) return null;
  return typeof found.at === 'number' ? { value: found.value, at: found.at } : null;
}
