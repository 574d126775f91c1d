import { annotationsOf } from '../../casefile/annotations';
import type { CaseContent } from '../../casefile/content';
import { readCase } from '../../store/commands';
import { db } from '../../store/open';
import { saveFile } from '../../ui/save-file';
import type { CaseFileApi, Opened } from '../../workers/case-file-worker';
import { workerClient } from '../../workers/client';
import { nameOfFile } from './generations';

/** A worker for one file, gone when it is done: a locked file takes a second of scrypt and a hundred MB. */
async function working<T>(work: (api: CaseFileApi) => Promise<T>): Promise<T> {
  const worker = workerClient<CaseFileApi>(
    () => new Worker(new URL('../../workers/case-file-worker.ts', import.meta.url), { type: 'module' }),
    'reads and writes case files',
  );
  try {
    return await worker.ask((api) => work(api as unknown as CaseFileApi));
  } finally {
    worker.end();
  }
}

/** The bytes of a case file of this content, which may be of an older version. */
export const caseFileOf = (content: CaseContent, version?: number): Promise<Uint8Array> =>
  working((api) => api.write(content, '', version));

/** The bytes of a case file, locked where a passphrase is given. */
export const caseFileBytes = (caseId: string, passphrase = '', papers = false): Promise<Uint8Array> =>
  working((api) => api.writeCase(caseId, passphrase, papers));

/** What is wrong with a case as it lies here, its history, and the heads that its exhibits bear. */
export const checkCase = (caseId: string): ReturnType<CaseFileApi['check']> =>
  working((api) => api.check(caseId));

/** Gives the user what was marked on the footage, to be handed over alone. */
export async function downloadAnnotations(caseId: string, title: string): Promise<void> {
  const content = annotationsOf(await readCase(db, caseId));
  saveFile(
    `${nameOfFile(title)}-annotations.stopline`,
    'application/zip',
    await working((api) => api.write(content, '')),
  );
}

/** @param passphrase null where none was asked for yet */
export const openCaseFile = (file: Blob, passphrase: string | null): Promise<Opened> =>
  working((api) => api.read(file, passphrase));

/** A file that belongs to a case which is here already: kept until the case's own screen asks how they come together. */
let waiting: { readonly caseId: string; readonly content: CaseContent; readonly name: string } | null = null;
export function waitForMerge(caseId: string, content: CaseContent, name: string): void {
  waiting = { caseId, content, name };
}
export function takeWaiting(caseId: string): typeof waiting {
  const found = waiting?.caseId === caseId ? waiting : null;
  if (found) waiting = null;
  return found;
}
