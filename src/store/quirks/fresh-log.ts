import type { Dexie } from 'dexie';

/** Held by every tab as long as it lives. */
const ALIVE = 'stopline alive';
/** Rows that fill a log, and their length in characters: below the size at which Chromium puts a value into a file of its own. */
const ROWS = 200;
const LENGTH = 32_000;
const KEY = '\u0000fill ';

/**
 * Makes Chromium begin a new log of the database. It goes on in the log it finds, also where that was torn by a crash: what is
 * written after the tear makes the log unreadable, and at the next start but one the whole database is thrown away as damaged
 * (LevelDB's `reuse_logs`; seen by tearing a log by hand, and in one of some two hundred kills). A log is left behind once
 * four megabytes were written: so much is written here and taken out again, while nobody waits for it.
 */
export async function freshLog(db: Dexie): Promise<void> {
  const idb = db.backendDB();
  // What is filled in need not be on the disk when it is said to be: only the log must turn over.
  const step = (act: (kept: IDBObjectStore) => void): Promise<void> =>
    new Promise((done, failed) => {
      const t = idb.transaction('kept', 'readwrite', { durability: 'relaxed' });
      t.oncomplete = () => done();
      t.onabort = () => failed(t.error);
      act(t.objectStore('kept'));
    });
  const value = 'x'.repeat(LENGTH);
  await step((kept) => {
    for (let i = 0; i < ROWS; i++) kept.put({ key: KEY + i, value });
  });
  await step((kept) => kept.delete(IDBKeyRange.bound(KEY, `${KEY}\uffff`)));
  // The write after the log is full is the one that begins the next.
  await step((kept) => kept.delete(KEY));
}

/** A new log for the first tab of a browser, which may have crashed before; where another tab lives it has not. */
export async function freshLogAtStart(db: Dexie): Promise<void> {
  if (!navigator.userAgent.includes('Chrom') || !('locks' in navigator)) return;
  const { held } = await navigator.locks.query();
  const others = held?.some((l) => l.name === ALIVE) === true;
  void navigator.locks.request(ALIVE, { mode: 'shared' }, () => new Promise(() => undefined));
  // A full storage refuses it, and nothing is worse than before.
  if (!others) await freshLog(db).catch(() => undefined);
}
