import * as v from 'valibot';
import { rowToday } from '../casefile/upgrades';
import { type Row, TABLE_NAMES } from '../record/tables';
import { keepLocked } from './before';
import type { StoplineDb } from './database';
import { lockAsBefore, OLD_KEY, openAsBefore } from './lock-before';
import { LOCKED, LOCKED_OF, LockedSchema, LockSchema, newLock, opened, shut } from './lock-keys';
import { keepsOldPages, OLD_PAGES } from './quirks/old-pages';
import { flushAll } from './unsaved';

/**
 * The lock: while it is on, everything of every case lies in the database encrypted, what this browser keeps of cases beside
 * them too (bookmarks, drafts, premises read, names). What it does not cover: handles of folders and recordings, which hold
 * their names; what the memory of an open page holds; and old pages of the browser's own files (see `quirks/old-pages.ts`).
 */
const LOCK = 'lock';
/** What stays in the open in `kept`: it says nothing of a case. */
const OPEN = new Set([LOCK, LOCKED, OLD_KEY, OLD_PAGES, 'data version', LOCKED_OF]);
/** Rows in one encrypted block: none is so long that the page stands still. */
const ROWS = 1000;
const TRIES = 5;

/** Nothing is written while the lock is on. */
export class IsLocked extends Error {
  override readonly name = 'IsLocked';
  constructor() {
    super('The app is locked: what you just did was not kept.');
  }
}

interface State {
  readonly locked: boolean;
  /** After how many minutes without a touch it locks by itself; null where no lock is set. */
  readonly minutes: number | null;
}

/** Whether a lock is set, and on. */
export async function lockState(db: StoplineDb): Promise<State> {
  const minutes = ((await db.kept.get(LOCK))?.value as { minutes?: unknown } | undefined)?.minutes;
  return {
    locked: (await db.kept.where('key').equals(LOCKED).count()) > 0,
    minutes: typeof minutes === 'number' ? minutes : null,
  };
}

/** Sets the lock; it is off until `lockNow`, or until nobody touches the app for so long (minutes). */
export async function setLock(db: StoplineDb, passphrase: string, minutes: number): Promise<void> {
  const lock = await newLock(passphrase, minutes);
  await db.transaction('rw', db.kept, async () => {
    if (await db.kept.get(LOCKED)) throw new IsLocked();
    await db.kept.put({ key: LOCK, value: lock });
    await db.kept.delete(OLD_KEY);
  });
}

/** Takes the lock off for good; only while it is open. */
export async function removeLock(db: StoplineDb): Promise<void> {
  await db.transaction('rw', db.kept, async () => {
    if (await db.kept.get(LOCKED)) throw new IsLocked();
    await db.kept.bulkDelete([LOCK, OLD_KEY]);
  });
}

/**
 * Whether nobody has touched the app for longer than the lock allows. A touch that is not known, or lies ahead of the clock,
 * counts as long ago. @param touched and @param now in ms
 */
export function isOverdue(touched: number | null, now: number, minutes: number): boolean {
  if (touched === null || !Number.isFinite(touched) || touched > now + 60_000) return true;
  return now - touched > minutes * 60_000;
}

const rowTables = (db: StoplineDb) => db.tables.filter((t) => t.name !== 'kept');

/** Whether a value is words and numbers alone: what is not (a handle of a folder) only the browser can keep. */
function isPlain(value: unknown): boolean {
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return true;
  if (Array.isArray(value)) return value.every(isPlain);
  if (typeof value !== 'object') return false;
  const proto: unknown = Object.getPrototypeOf(value);
  return (proto === Object.prototype || proto === null) && Object.values(value).every(isPlain);
}

/** What was kept beside the cases and is to be encrypted with them. */
async function plainKept(db: StoplineDb): Promise<{ key: string; value: unknown }[]> {
  return (await db.kept.toArray()).filter((k) => !OPEN.has(k.key) && isPlain(k.value));
}

/** How far everything is: what tells that nothing was written while it was being encrypted. */
async function mark(db: StoplineDb): Promise<string> {
  const kept = JSON.stringify(await plainKept(db));
  const papers = `${await db.paperPages.count()} ${await db.paperBytes.count()}`;
  const officers = (await db.officers.toArray()).map((o) => `${o.id} ${o.at}`).join();
  return `${await db.cases.count()} ${await db.history.count()} ${await db.steps.count()} ${papers} ${officers} ${kept}`;
}

/** Tables of which each row is a block of its own. */
const LARGE = new Set(['paperPages', 'paperBytes']);

/** Bytes as base 64, and back. */
function asText(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return btoa(text);
}
const asBytes = (text: string): Uint8Array => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));

/** Everything as texts of so many rows, each with the name of its table. */
async function asTexts(db: StoplineDb): Promise<string[]> {
  const out: string[] = [];
  const add = (name: string, rows: readonly unknown[]): void => {
    for (let i = 0; i < rows.length; i += ROWS)
      out.push(JSON.stringify({ name, rows: rows.slice(i, i + ROWS) }));
  };
  for (const t of rowTables(db).filter((x) => !LARGE.has(x.name))) add(t.name, await t.toArray());
  for (const row of await db.paperPages.toArray()) add('paperPages', [row]);
  for (const row of await db.paperBytes.toArray()) add('paperBytes', [{ ...row, bytes: asText(row.bytes) }]);
  add('kept', await plainKept(db));
  return out;
}

/**
 * Keeps what is typed, encrypts everything and takes the open rows out, in one transaction; where something was written
 * meanwhile it is done again. @returns false where no lock is set, or it is on already. @throws where writing never pauses
 */
export async function lockNow(db: StoplineDb): Promise<boolean> {
  const { locked, minutes } = await lockState(db);
  if (locked || minutes === null) return false;
  await flushAll();
  return shutAll(db);
}

/** The same where what is typed is kept already. */
export async function shutAll(db: StoplineDb): Promise<boolean> {
  for (let tries = 0; tries < TRIES; tries++) {
    const kept = (await db.kept.get(LOCK))?.value;
    if (await db.kept.get(LOCKED)) return false;
    const [before, texts] = await db.transaction('r', db.tables, async () => [
      await mark(db),
      await asTexts(db),
    ]);
    const lock = v.safeParse(LockSchema, kept);
    const value = lock.success ? await shut(lock.output, texts) : await lockAsBefore(db, texts);
    const done = await db.transaction('rw', db.tables, async () => {
      if ((await mark(db)) !== before) return false;
      const gone = (await plainKept(db)).map((k) => k.key);
      for (const t of rowTables(db)) await t.clear();
      await db.kept.bulkDelete([...gone, OLD_KEY]);
      await db.kept.put({ key: LOCKED, value });
      if (keepsOldPages()) await db.kept.put({ key: OLD_PAGES, value: true });
      return true;
    });
    if (done) return true;
  }
  throw new Error('Stopline was not locked, because something writes without a pause. Try again in a moment');
}

/** Rows that were locked by an older version, as today's are. */
function today(table: string, rows: unknown[]): unknown[] {
  if (table === 'paperBytes')
    return (rows as { bytes: string }[]).map((row) => ({ ...row, bytes: asBytes(row.bytes) }));
  const known = TABLE_NAMES.find((t) => t === table);
  return known ? rows.map((row) => rowToday(known, row as Row)) : rows;
}

const BlockSchema = v.object({ name: v.string(), rows: v.array(v.unknown()) });

/**
 * Opens the lock. @returns whether the passphrase was right; where it was not, nothing is changed.
 * @throws BadLock where what was locked is damaged: it stays as it is
 */
export async function unlock(db: StoplineDb, passphrase: string): Promise<boolean> {
  const [kept, value] = [(await db.kept.get(LOCK))?.value, (await db.kept.get(LOCKED))?.value];
  const lock = v.safeParse(LockSchema, kept);
  const texts = lock.success
    ? await opened(lock.output, passphrase, v.parse(LockedSchema, value))
    : await openAsBefore(kept, value, passphrase);
  if (!texts) return false;
  const blocks: { name: string; rows: unknown[] }[] = [];
  for await (const text of texts) {
    const { name, rows } = v.parse(BlockSchema, JSON.parse(text));
    blocks.push({ name, rows });
  }
  // A lock of the version before kept its key in the database: it gets a pair of its own.
  const renewed = lock.success ? null : await newLock(passphrase, (await lockState(db)).minutes ?? 15);
  await db.transaction('rw', db.tables, async () => {
    for (const { name, rows } of blocks) await db.table(name).bulkPut(today(name, rows));
    const version = (await db.kept.get(LOCKED_OF))?.value;
    if (typeof version === 'number') await keepLocked(db.before, blocks, { at: Date.now(), version });
    await db.kept.delete(LOCKED_OF);
    if (renewed) await db.kept.put({ key: LOCK, value: renewed });
    await db.kept.delete(LOCKED);
  });
  return true;
}
