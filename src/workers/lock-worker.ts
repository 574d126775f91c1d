import { expose } from 'comlink';
import { StoplineDb } from '../store/database';
import { shutAll, unlock } from '../store/lock';

const db = new StoplineDb();

/** Encrypts and opens everything, off the page's thread: of a long case it takes seconds. It lives for one of the two. */
const api = {
  /** @see shutAll */
  shut: (): Promise<boolean> => shutAll(db),
  /** @see unlock */
  unlock: (passphrase: string): Promise<boolean> => unlock(db, passphrase),
};
export type LockApi = typeof api;

expose(api);
