import type { PaperContent } from '../casefile/content';
import type { Page } from '../papers/paper';
import { ofCase, type StoplineDb } from './database';
import { IsLocked } from './lock';
import { LOCKED } from './lock-keys';

/** Bytes of one paper that are kept in the case; of a larger one the pages are kept, and the file stays on the disk. */
export const KEPT_BYTES = 32 * 1024 * 1024;

/** Keeps what was read of a paper, and its bytes where they are given. @throws IsLocked */
export async function keepPaper(
  db: StoplineDb,
  caseId: string,
  id: string,
  pages: readonly Page[],
  bytes: Uint8Array | null,
): Promise<void> {
  await db.transaction('rw', [db.kept, db.paperPages, db.paperBytes], async () => {
    if (await db.kept.get(LOCKED)) throw new IsLocked();
    await db.paperPages.put({ caseId, id, pages });
    if (bytes && bytes.length <= KEPT_BYTES) await db.paperBytes.put({ caseId, id, bytes });
  });
}

/** The pages of a paper; none where they are not in this browser. */
export const pagesOf = async (db: StoplineDb, caseId: string, id: string): Promise<readonly Page[]> =>
  (await db.paperPages.get([caseId, id]))?.pages ?? [];

/** The bytes of a paper; null where they stayed on the disk. */
export const bytesOf = async (db: StoplineDb, caseId: string, id: string): Promise<Uint8Array | null> =>
  (await db.paperBytes.get([caseId, id]))?.bytes ?? null;

/** Pages and bytes of every paper of a case, for its file. */
export async function paperContents(db: StoplineDb, caseId: string): Promise<PaperContent[]> {
  const pages = await ofCase(db.paperPages, caseId).toArray();
  return Promise.all(
    pages.map(async (p) => ({ id: p.id, pages: p.pages, bytes: await bytesOf(db, caseId, p.id) })),
  );
}

/** Puts papers that came with a case file where it was put. Only in a transaction, or where nobody else writes. */
export async function putContents(
  db: StoplineDb,
  caseId: string,
  contents: readonly PaperContent[],
): Promise<void> {
  for (const { id, pages, bytes } of contents) {
    await db.paperPages.put({ caseId, id, pages });
    if (bytes) await db.paperBytes.put({ caseId, id, bytes });
  }
}
