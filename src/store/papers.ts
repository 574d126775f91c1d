import type { CaseContent, PaperContent } from '../casefile/content';
import type { Page } from '../papers/paper';
import type { PaperRow } from '../record/discovery';
import { hashOf, joinedPages } from '../share/pages';
import { ofCase, type StoplineDb } from './database';
import { IsLocked } from './lock';
import { LOCKED } from './lock-keys';

/** Bytes of one paper that are kept in the case; of a larger one the pages are kept, and the file stays on the disk. */
export const KEPT_BYTES = 32 * 1024 * 1024;

const revKey = (caseId: string): string => `pages-read ${caseId}`;

/** How often the pages of each paper of a case were written here: what tells a share that they are others than those it carried. */
export async function pageRevs(db: StoplineDb, caseId: string): Promise<Readonly<Record<string, number>>> {
  return ((await db.kept.get(revKey(caseId)))?.value ?? {}) as Record<string, number>;
}

async function putPages(db: StoplineDb, caseId: string, id: string, pages: readonly Page[]): Promise<void> {
  const revs = await pageRevs(db, caseId);
  await db.paperPages.put({ caseId, id, pages });
  await db.kept.put({ key: revKey(caseId), value: { ...revs, [id]: (revs[id] ?? 0) + 1 } });
}

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
    await putPages(db, caseId, id, pages);
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
    await putPages(db, caseId, id, pages);
    if (bytes) await db.paperBytes.put({ caseId, id, bytes });
  }
}

/** Papers of a case of which the bytes are in this browser, and of which they are not though the case keeps them: how many, how large. */
export interface PapersHere {
  readonly here: number;
  readonly size: number;
  readonly missing: number;
}

/** What would go along with a case file that takes its papers with it. */
export async function papersHere(db: StoplineDb, caseId: string): Promise<PapersHere> {
  const [rows, keys] = await db.transaction('r', [db.papers, db.paperBytes], async () => [
    await ofCase(db.papers, caseId).toArray(),
    await ofCase(db.paperBytes, caseId).primaryKeys(),
  ]);
  const ids = new Set(keys.map(([, id]) => id));
  const here = rows.filter((r) => ids.has(r.id));
  return {
    here: here.length,
    size: here.reduce((sum, r) => sum + r.size, 0),
    missing: rows.filter((r) => r.kept && !ids.has(r.id)).length,
  };
}

/** Papers whose bytes another copy holds and this browser does not, those that would come with it too: how many, how large. */
export async function lackingOf(
  db: StoplineDb,
  caseId: string,
  theirs: Pick<CaseContent, 'facts' | 'contents'>,
): Promise<{ readonly papers: number; readonly size: number }> {
  const [rows, keys] = await db.transaction('r', [db.papers, db.paperBytes], async () => [
    await ofCase(db.papers, caseId).toArray(),
    await ofCase(db.paperBytes, caseId).primaryKeys(),
  ]);
  const ids = new Set(keys.map(([, id]) => id));
  const here = new Set(rows.filter((r) => ids.has(r.id)).map((r) => r.sha256));
  const held = new Set((theirs.contents ?? []).filter((c) => c.bytes !== null).map((c) => c.id));
  const lacks = theirs.facts.papers.filter((p) => held.has(p.id) && !here.has(p.sha256));
  return { papers: lacks.length, size: lacks.reduce((sum, p) => sum + p.size, 0) };
}

/** What came of taking papers over from another copy. */
export interface TakenOver {
  readonly bytes: number;
  readonly pages: number;
  /** Names of papers whose bytes are not what their row says: they were not taken. */
  readonly refused: readonly string[];
}

/**
 * Takes over from another copy what is not here of papers that both know, by the hash of their bytes: bytes where there are
 * none, pages page by page where more was read there. Bytes that have another hash than the row are left and named.
 * @param theirs the rows of the other copy, of which `contents` are @throws IsLocked
 */
export async function takeOver(
  db: StoplineDb,
  caseId: string,
  theirs: readonly PaperRow[],
  contents: readonly PaperContent[],
): Promise<TakenOver> {
  const hashes = new Map(theirs.map((p) => [p.id, p.sha256]));
  let [bytes, pages] = [0, 0];
  const refused: string[] = [];
  for (const of of contents) {
    const sha256 = hashes.get(of.id) ?? '';
    const mine = (await ofCase(db.papers, caseId).toArray()).filter(
      (p) => (sha256 === '' ? p.id === of.id : p.sha256 === sha256) && p.state !== 'again',
    );
    const isWhole = of.bytes !== null && (sha256 === '' || (await hashOf(of.bytes)) === sha256);
    if (of.bytes && !isWhole && mine[0]) refused.push(mine[0].name);
    await db.transaction('rw', [db.kept, db.paperPages, db.paperBytes], async () => {
      if (await db.kept.get(LOCKED)) throw new IsLocked();
      for (const { id } of mine) {
        const there = await pagesOf(db, caseId, id);
        const joined = joinedPages(there, of.pages);
        if (JSON.stringify(joined) !== JSON.stringify(there)) {
          await putPages(db, caseId, id, joined);
          pages++;
        }
        if (!of.bytes || !isWhole || of.bytes.length > KEPT_BYTES || (await hasBytes(db, caseId, id)))
          continue;
        await db.paperBytes.put({ caseId, id, bytes: of.bytes });
        bytes++;
      }
    });
  }
  return { bytes, pages, refused };
}

const hasBytes = async (db: StoplineDb, caseId: string, id: string): Promise<boolean> =>
  (await db.paperBytes.where('[caseId+id]').equals([caseId, id]).count()) > 0;

/** Puts bytes that came through a share under every row of their paper. @throws IsLocked */
export async function putBytes(
  db: StoplineDb,
  caseId: string,
  ids: readonly string[],
  bytes: Uint8Array,
): Promise<void> {
  await db.transaction('rw', [db.kept, db.paperBytes], async () => {
    if (await db.kept.get(LOCKED)) throw new IsLocked();
    for (const id of ids) await db.paperBytes.put({ caseId, id, bytes });
  });
}

/** Puts pages that came through a share, where they are still what they were joined to. @returns whether they were @throws IsLocked */
export async function putJoined(
  db: StoplineDb,
  caseId: string,
  ids: readonly string[],
  pages: readonly Page[],
  of: { readonly id: string; readonly rev: number },
): Promise<boolean> {
  return db.transaction('rw', [db.kept, db.paperPages], async () => {
    if (await db.kept.get(LOCKED)) throw new IsLocked();
    if (((await pageRevs(db, caseId))[of.id] ?? 0) !== of.rev) return false;
    for (const id of ids) await putPages(db, caseId, id, pages);
    return true;
  });
}
