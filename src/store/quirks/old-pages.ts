import { Dexie, type Table } from 'dexie';
import { freshLog } from './fresh-log';

/**
 * Chromium's database (LevelDB) goes on holding what was deleted, in logs and tables that nothing makes it write anew: after
 * the lock, every entry could be read out of its files. Measured: it does throw old pages away when a whole database is
 * deleted *and* its log was turned over before and after. So once everything is encrypted, what is left (ciphertext, settings)
 * moves out into a database aside, the old one is deleted, and it moves back. Whatever happens in between, it lies whole in one
 * of the two. @see test/browser/lock.test.ts, which reads the files
 */
interface Row {
  readonly key: string;
  readonly value: unknown;
}
interface Moving extends Dexie {
  readonly kept: Table<Row, string>;
}

/** Kept from the moment of locking until the old pages are gone. */
export const OLD_PAGES = 'old pages';
const WHOLE = '\u0000whole';
const MOVING = 'stopline moving';
/** ms that Chromium takes to begin to clean up. */
const BEGUN = 1000;

const asideOf = (db: Dexie): Dexie => {
  const aside = new Dexie(`${db.name} aside`, { chromeTransactionDurability: 'strict' });
  aside.version(1).stores({ kept: 'key' });
  return aside;
};

/** Takes back what a crash in the middle of the move left aside. */
async function takeBack(db: Moving, lockedKey: string): Promise<void> {
  const aside = asideOf(db);
  if (!(await Dexie.exists(aside.name))) return;
  const rows = (await aside.table<Row, string>('kept').toArray()).filter((r) => r.key !== OLD_PAGES);
  const whole = rows.some((r) => r.key === WHOLE);
  if (whole && !(await db.kept.get(lockedKey))) await db.kept.bulkPut(rows.filter((r) => r.key !== WHOLE));
  await aside.delete();
}

async function move(db: Moving, turnOver: (db: Dexie) => Promise<void>): Promise<void> {
  await turnOver(db);
  const aside = asideOf(db);
  const rows = await db.kept.toArray();
  await aside.table<Row, string>('kept').bulkPut([...rows, { key: WHOLE, value: true }]);
  await db.delete({ disableAutoOpen: false });
  await db.open();
  await db.kept.bulkPut(rows.filter((r) => r.key !== OLD_PAGES));
  await aside.delete();
  await new Promise((done) => setTimeout(done, BEGUN));
  await turnOver(db);
}

/**
 * To be waited for before anything else opens the database: finishes what locking began. One tab does it, the others wait.
 * @param lockedKey the key in `kept` under which everything lies encrypted
 */
export async function settleOldPages(
  db: Moving,
  lockedKey: string,
  turnOver: (db: Dexie) => Promise<void> = freshLog,
): Promise<void> {
  const settle = async (): Promise<void> => {
    await takeBack(db, lockedKey);
    if ((await db.kept.get(OLD_PAGES)) && (await db.kept.get(lockedKey))) await move(db, turnOver);
  };
  if (!('locks' in navigator)) return;
  await navigator.locks.request(MOVING, settle);
}

/** Whether this browser keeps old pages as Chromium does. */
export const keepsOldPages = (): boolean =>
  typeof navigator !== 'undefined' && navigator.userAgent.includes('Chrom') && 'locks' in navigator;
