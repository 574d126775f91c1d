import { expose, transfer } from 'comlink';
import { readCaseFile, writeCaseFile } from '../casefile/case-file';
import { BadCaseFile, type CaseContent } from '../casefile/content';
import { isLocked, lock, unlock } from '../casefile/encrypt';
import { caseFaults } from '../casefile/whole';
import type { ChainHead } from '../record/chain';
import type { HistoryEntry } from '../record/history';
import { readCase } from '../store/commands';
import { StoplineDb } from '../store/database';

/** What a file is found to be: a case, a locked file that wants its passphrase, or a sentence that says what is wrong. */
export type Opened =
  | { readonly kind: 'case'; readonly content: CaseContent }
  | { readonly kind: 'locked' }
  | { readonly kind: 'bad'; readonly why: string };

/** What the check of a case comes to. */
interface CheckedCase {
  readonly faults: readonly string[];
  readonly history: readonly HistoryEntry[];
  /** Exhibits that bear a head of the history, and when (ms) they were handed over. */
  readonly exported: readonly { readonly title: string; readonly at: number; readonly head: ChainHead }[];
}

async function inDatabase<T>(work: (db: StoplineDb) => Promise<T>): Promise<T> {
  const db = new StoplineDb();
  try {
    return await work(db);
  } finally {
    db.close();
  }
}

/** Bytes: more is no case file, and is not read into memory. */
const LARGEST = 512 * 1_048_576;

/** Case files written and read off the page's thread. */
const api = {
  /** @param version of an older file; today's where none is named */
  async write(content: CaseContent, passphrase: string, version?: number): Promise<Uint8Array> {
    const bytes = await writeCaseFile(content, version);
    const out = passphrase === '' ? bytes : await lock(bytes, passphrase);
    return transfer(out, [out.buffer as ArrayBuffer]);
  },
  /** The file of a case as it lies in the database: read here, since a long one holds the page that reads it. */
  async writeCase(caseId: string, passphrase: string, papers: boolean): Promise<Uint8Array> {
    return api.write(await inDatabase((db) => readCase(db, caseId, papers)), passphrase);
  },
  /** What is wrong with a case as it lies in the database, its history, and the heads that its exhibits bear. */
  async check(caseId: string): Promise<CheckedCase> {
    const content = await inDatabase((db) => readCase(db, caseId));
    return {
      faults: caseFaults(content),
      history: content.history.map(({ changes: _, ...entry }) => entry),
      exported: content.papers.exhibits.flatMap(({ title, exported }) =>
        exported?.head ? [{ title, at: exported.at, head: exported.head }] : [],
      ),
    };
  },
  async read(file: Blob, passphrase: string | null): Promise<Opened> {
    try {
      if (file.size > LARGEST)
        return {
          kind: 'bad',
          why: `It is ${Math.round(file.size / 1_048_576)} MB; no case file is that large. It was not read.`,
        };
      const bytes = new Uint8Array(await file.arrayBuffer());
      if (!isLocked(bytes)) return { kind: 'case', content: await readCaseFile(bytes) };
      if (passphrase === null) return { kind: 'locked' };
      return { kind: 'case', content: await readCaseFile(await unlock(bytes, passphrase)) };
    } catch (error) {
      if (error instanceof BadCaseFile) return { kind: 'bad', why: error.message };
      throw error;
    }
  },
};
export type CaseFileApi = typeof api;

expose(api);
