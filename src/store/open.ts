import { StoplineDb } from './database';

/** The one database of this browser. */
export const db = new StoplineDb();
