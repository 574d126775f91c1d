import type { Officer, OfficerFact, OfficerFigure, OfficerReport } from '../officers/rows';
import type { StoplineDb } from './database';
import { IsLocked } from './lock';
import { LOCKED } from './lock-keys';

/** Tables of what is kept about one officer. */
export interface Beside {
  readonly officerReports: OfficerReport;
  readonly officerFacts: OfficerFact;
  readonly officerFigures: OfficerFigure;
}
export type OfficerTable = keyof Beside;
export const BESIDE = ['officerReports', 'officerFacts', 'officerFigures'] as const;

type OfficersRow = Officer | Beside[OfficerTable];

/** One row of these tables as it was and as it became; null where it was not there. */
export interface RowChange {
  readonly table: 'officers' | OfficerTable;
  readonly before: OfficersRow | null;
  readonly after: OfficersRow | null;
}

/** One thing that was done in these tables; the newest are kept, so that they can be taken back. */
export interface OfficerStep {
  readonly n: number;
  /** ms */
  readonly at: number;
  readonly says: string;
  readonly undone: boolean;
  readonly changes: readonly RowChange[];
}

/** So many things that were done can be taken back. */
const MOST = 100;

export const officerOf = (row: OfficersRow): string => ('officerId' in row ? row.officerId : row.id);
const keyOf = (row: OfficersRow): string | [string, string] =>
  'officerId' in row ? [row.officerId, row.id] : row.id;

/** Whether two are the same row but for when it was touched. */
const alike = (a: OfficersRow | null, b: OfficersRow | null): boolean =>
  JSON.stringify(a && { ...a, at: 0 }, sorted) === JSON.stringify(b && { ...b, at: 0 }, sorted);
const sorted = (_: string, value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

const tables = (db: StoplineDb) => [db.kept, db.officers, db.officerSteps, ...BESIDE.map((t) => db.table(t))];

/** Work on the tables of officers, all or nothing. @throws IsLocked */
export function inTables<T>(db: StoplineDb, work: () => Promise<T>): Promise<T> {
  return db.transaction('rw', tables(db), async () => {
    if (await db.kept.get(LOCKED)) throw new IsLocked();
    return work();
  });
}

/** The row of that table and key as it is now. */
export const rowNow = (
  db: StoplineDb,
  table: RowChange['table'],
  row: OfficersRow,
): Promise<OfficersRow | null> =>
  db
    .table<OfficersRow>(table)
    .get(keyOf(row))
    .then((r) => r ?? null);

async function set(db: StoplineDb, change: RowChange, to: OfficersRow | null, at: number): Promise<void> {
  const row = (to ?? change.before ?? change.after) as OfficersRow;
  if (to) await db.table(change.table).put({ ...to, at });
  else await db.table(change.table).delete(keyOf(row));
  const officer = await db.officers.get(officerOf(row));
  if (officer && officer.at < at) await db.officers.update(officer.id, { at });
}

/** Writes these rows and keeps the step; what was undone before it cannot be done again. Only in `inTables`. @param at ms */
export async function step(
  db: StoplineDb,
  says: string,
  changes: readonly RowChange[],
  at: number,
): Promise<void> {
  const real = changes.filter((c) => !alike(c.before, c.after));
  for (const c of real) await set(db, c, c.after, c.after?.at ?? at);
  if (real.length === 0) return;
  await db.officerSteps.filter((s) => s.undone).delete();
  const last = await db.officerSteps.toCollection().last();
  const n = (last?.n ?? 0) + 1;
  await db.officerSteps.add({ n, at, says, undone: false, changes: real });
  await db.officerSteps
    .where('n')
    .belowOrEqual(n - MOST)
    .delete();
}

/** What can be taken back next, or done again. */
async function next(db: StoplineDb, kind: 'undo' | 'redo'): Promise<OfficerStep | undefined> {
  const of = db.officerSteps.toCollection();
  return kind === 'undo' ? of.filter((s) => !s.undone).last() : of.filter((s) => s.undone).first();
}

/** When that was done, ms; null where there is nothing to take back, or to do again. */
export const officersStepAt = async (db: StoplineDb, kind: 'undo' | 'redo'): Promise<number | null> =>
  (await next(db, kind))?.at ?? null;

/**
 * Takes back the last thing that was done in the tables of officers, or does it again. A row that became something else since
 * (a file of officers came in) is left as it is. @returns what it was, and how many rows were left; null for nothing @throws IsLocked
 */
export function undoOfficers(
  db: StoplineDb,
  kind: 'undo' | 'redo',
  now: number,
): Promise<{ readonly what: string; readonly left: number } | null> {
  return inTables(db, async () => {
    const found = await next(db, kind);
    if (!found) return null;
    let left = 0;
    for (const c of kind === 'undo' ? [...found.changes].reverse() : found.changes) {
      const [from, to] = kind === 'undo' ? [c.after, c.before] : [c.before, c.after];
      const row = (c.after ?? c.before) as OfficersRow;
      if (alike(await rowNow(db, c.table, row), from)) await set(db, c, to, now);
      else left++;
    }
    await db.officerSteps.update(found.n, { undone: kind === 'undo' });
    return { what: found.says, left };
  });
}

/** Takes an officer out of every step too: what is erased for good comes back by no key. Only in `inTables`. */
export async function forgetIn(db: StoplineDb, officerId: string): Promise<void> {
  for (const s of await db.officerSteps.toArray()) {
    const changes = s.changes.filter((c) => officerOf((c.after ?? c.before) as OfficersRow) !== officerId);
    if (changes.length === s.changes.length) continue;
    if (changes.length === 0) await db.officerSteps.delete(s.n);
    else await db.officerSteps.update(s.n, { changes });
  }
}
