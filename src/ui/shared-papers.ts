import type { PaperRow } from '../record/discovery';
import { emptyLength, type PaperWorks } from '../share/papers';
import { type Seal, sealOf } from '../share/seal';
import { recall } from '../store/commands';
import { faultSays } from '../store/faults';
import { db } from '../store/open';
import { onDisk, type Picked, shareFolderKey } from '../store/picked-folder';
import { devicesOf, shareOf } from '../store/share';
import { SharedPapers } from '../store/shared-papers';
import { workerClient } from '../workers/client';
import type { ShareApi } from '../workers/share-worker';

const worker = workerClient<ShareApi>(
  () => new Worker(new URL('../workers/share-worker.ts', import.meta.url), { type: 'module' }),
  'seals papers that are shared',
);

/** The works of a share, in a worker. */
const worksBy = (key: string): PaperWorks => ({
  shutBytes: (part, body) => worker.ask((api) => api.shutBytes(key, part, body)),
  openBytes: (part, file) => worker.ask((api) => api.openBytes(key, part, file)),
  shutPages: (part, pages) => worker.ask((api) => api.shutPages(key, part, pages)),
  takePages: (part, file, mine) => worker.ask((api) => api.takePages(key, part, file, mine)),
});

/** The papers of a shared case, as this browser carries them. */
export const papersOfShare = async (
  caseId: string,
  of: { readonly device: string; readonly key: string },
  seal: Seal,
): Promise<SharedPapers> =>
  new SharedPapers(db, caseId, of.device, seal, await emptyLength(seal), worksBy(of.key));

/** Ends the worker: nothing of a share is carried just now. */
export const endSharedPapers = (): void => worker.end();

/**
 * Brings the bytes of a paper in from the folder of its share, when it is opened. @returns why they are not here, as a sentence;
 * empty where they are; null where the case is not shared
 */
export async function bringSharedPaper({ caseId, sha256 }: PaperRow): Promise<string | null> {
  const state = await shareOf(db, caseId);
  if (!state || sha256 === '') return null;
  const picked = (await recall(db, shareFolderKey(caseId))) as Picked | undefined;
  if (!picked) return 'The files of this share go by hand: it comes with the files of whoever has it.';
  try {
    if ((await picked.queryPermission?.({ mode: 'readwrite' })) !== 'granted')
      return `It lies in the folder ${picked.name}, and the browser wants to be asked again before it looks there: use the button of the share in the head of the page.`;
    const papers = await papersOfShare(caseId, state, await sealOf(state.key));
    return await papers.bring(onDisk(picked), await devicesOf(db, caseId), sha256);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotFoundError')
      return `The folder ${picked.name} is not there.`;
    return faultSays(error) ?? `The folder ${picked.name} may not be read just now.`;
  }
}
