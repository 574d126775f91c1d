import type { StoplineDb } from '../store/database';
import { lockNow, lockState, unlock } from '../store/lock';
import { flushAll } from '../store/unsaved';
import { WorkerStopped, workerClient } from './client';
import type { LockApi } from './lock-worker';

const worker = workerClient<LockApi>(
  () => new Worker(new URL('./lock-worker.ts', import.meta.url), { type: 'module' }),
  'locks',
);

/** Asks the thread, and ends it with all that it holds; where there is none the page does it itself, and stands still. */
async function apart(ask: () => Promise<boolean>, here: () => Promise<boolean>): Promise<boolean> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof WorkerStopped) return here();
    throw error;
  }
}

/** Locks, without holding the page. @returns false where no lock is set, or it is on already. @see lockNow */
export async function lockApart(db: StoplineDb): Promise<boolean> {
  const { locked, minutes } = await lockState(db);
  if (locked || minutes === null) return false;
  await flushAll();
  return apart(
    () => worker.ask((api) => api.shut()),
    () => lockNow(db),
  ).finally(worker.end);
}

/** Opens the lock, without holding the page. @see unlock */
export const unlockApart = (db: StoplineDb, passphrase: string): Promise<boolean> =>
  apart(
    () => worker.ask((api) => api.unlock(passphrase)),
    () => unlock(db, passphrase),
  ).finally(worker.end);
