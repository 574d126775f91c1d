import * as v from 'valibot';
import { rowToday } from '../casefile/upgrades';
import { type Row, TABLE_NAMES } from '../record/tables';
import type { StoplineDb } from './database';

/**
 * The lock: while it is on, every case lies in the database as one block, encrypted with a key made from the passphrase
 * (PBKDF2 with SHA-256, AES-GCM of 256 bits). What it does not cover: this browser's own settings, the time of the last
 * backup, column mappings, and what the memory of an open page or the browser's files on disk held before.
 */
const ROUNDS = 600_000;
/** Kept: how the key is made, and after how long it locks by itself. */
const LOCK = 'lock';
/** Kept while it is on: everything, encrypted. */
export const LOCKED = 'locked';
/** Kept while it is off: the key, which no script can read out. */
const KEY = 'lock key';

const LockSchema = v.object({
  salt: v.instance(Uint8Array),
  iv: v.instance(Uint8Array),
  check: v.instance(ArrayBuffer),
  minutes: v.number(),
});
const LockedSchema = v.object({ iv: v.instance(Uint8Array), data: v.instance(ArrayBuffer) });

/** Nothing is written while the lock is on. */
export class IsLocked extends Error {
  override readonly name = 'IsLocked';
  constructor() {
    super('The app is locked: what you just did was not kept.');
  }
}

const bytes = (n: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(n));
const text = new TextEncoder();
/** Known words, by which a passphrase is known to be right before anything is opened with it. */
const WORDS = text.encode('stopline lock');

async function keyOf(passphrase: string, salt: Uint8Array): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey(
    'raw',
    text.encode(passphrase.normalize('NFC')),
    'PBKDF2',
    false,
    ['deriveKey'],
  );
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt: salt.slice().buffer, iterations: ROUNDS },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

/** After how many minutes without a touch it locks by itself; null where no lock is set. */
export async function lockMinutes(db: StoplineDb): Promise<number | null> {
  const found = v.safeParse(LockSchema, (await db.kept.get(LOCK))?.value);
  return found.success ? found.output.minutes : null;
}

/** Sets the lock; it is off until `lockNow`, or until nobody touches the app for so long. */
export async function setLock(db: StoplineDb, passphrase: string, minutes: number): Promise<void> {
  const [salt, iv] = [bytes(16), bytes(12)];
  const key = await keyOf(passphrase, salt);
  const check = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, WORDS);
  await db.kept.bulkPut([
    { key: LOCK, value: { salt, iv, check, minutes } },
    { key: KEY, value: key },
  ]);
}

/** Takes the lock off for good; only while it is open. */
export async function removeLock(db: StoplineDb): Promise<void> {
  await db.transaction('rw', db.kept, async () => {
    if (await db.kept.get(LOCKED)) throw new IsLocked();
    await db.kept.bulkDelete([LOCK, KEY]);
  });
}

const rowTables = (db: StoplineDb) => db.tables.filter((t) => t.name !== 'kept');

/** How far the histories are: what tells that nothing was written while it was being encrypted. */
async function mark(db: StoplineDb): Promise<string> {
  return `${await db.cases.count()} ${await db.history.count()}`;
}

/**
 * Encrypts everything and takes the open rows out, in one transaction; where something was written meanwhile it is done
 * again. @returns false where no lock is set, or it is on already
 */
export async function lockNow(db: StoplineDb): Promise<boolean> {
  for (let tries = 0; tries < 5; tries++) {
    const key = (await db.kept.get(KEY))?.value;
    if (!(key instanceof CryptoKey) || (await db.kept.get(LOCKED))) return false;
    const [before, all] = await db.transaction('r', db.tables, async () => {
      const rows: Record<string, unknown[]> = {};
      for (const t of rowTables(db)) rows[t.name] = await t.toArray();
      return [await mark(db), rows] as const;
    });
    const iv = bytes(12);
    const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, text.encode(JSON.stringify(all)));
    const done = await db.transaction('rw', db.tables, async () => {
      if ((await mark(db)) !== before) return false;
      await db.kept.put({ key: LOCKED, value: { iv, data } });
      for (const t of rowTables(db)) await t.clear();
      await db.kept.delete(KEY);
      return true;
    });
    if (done) return true;
  }
  return false;
}

/** Rows that were locked by an older version, as today's are. */
function today(table: string, rows: unknown[]): unknown[] {
  const known = TABLE_NAMES.find((t) => t === table);
  return known ? rows.map((row) => rowToday(known, row as Row)) : rows;
}

/** Opens the lock. @returns whether the passphrase was right; where it was not, nothing is changed */
export async function unlock(db: StoplineDb, passphrase: string): Promise<boolean> {
  const lock = v.parse(LockSchema, (await db.kept.get(LOCK))?.value);
  const key = await keyOf(passphrase, lock.salt);
  const iv = lock.iv.slice().buffer;
  const right = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, lock.check).then(
    () => true,
    () => false,
  );
  if (!right) return false;
  const locked = v.parse(LockedSchema, (await db.kept.get(LOCKED))?.value);
  const plain = await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv: locked.iv.slice().buffer },
    key,
    locked.data,
  );
  const all = JSON.parse(new TextDecoder().decode(plain)) as Record<string, unknown[]>;
  await db.transaction('rw', db.tables, async () => {
    for (const t of rowTables(db)) await t.bulkPut(today(t.name, all[t.name] ?? []));
    await db.kept.put({ key: KEY, value: key });
    await db.kept.delete(LOCKED);
  });
  return true;
}
