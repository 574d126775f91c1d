import { type CaseContent, grouped, rowsIn } from '../casefile/content';
import type { Case } from '../record/case';
import { type ChainHead, chainHash, chainHead } from '../record/chain';
import {
  added,
  type Change,
  changed,
  type Edit,
  type EditConflict,
  settled,
  type Touch,
} from '../record/change';
import { passed } from '../record/door';
import { type HistoryEntry, undoState } from '../record/history';
import { resolve } from '../record/resolve';
import { ROW_TABLES, type Row, type TableName } from '../record/tables';
import { keptOf } from './before';
import { ofCase, type StoplineDb, stepsOf } from './database';
import { IsLocked } from './lock';
import { LOCKED } from './lock-keys';
import { paperContents, putContents } from './papers';
import { putInPieces, rowsOfCase } from './pieces';

/** A row does not pass its schema: nothing was written. */
export class BadRow extends Error {}

/** The case is not in this browser any more: erased, or the site's data was cleared. Nothing was written. */
export class NoSuchCase extends Error {
  override readonly name = 'NoSuchCase';
  constructor() {
    super(
      'This case is not in this browser any more: it was erased, or the data of the site was cleared. What you typed was not kept; what is on the screen can still be saved as a case file.',
    );
  }
}

type Rows = Map<TableName, Map<string, Row>>;

/** Nobody gave a name yet: history says so rather than guessing. */
const NOBODY = 'no name set';

/** The name under which this browser's changes stand in the history. */
export async function whoAmI(db: StoplineDb): Promise<string> {
  const kept = await db.kept.get('who');
  return typeof kept?.value === 'string' && kept.value !== '' ? kept.value : NOBODY;
}

/** Keeps a setting of this browser. */
export async function keep(db: StoplineDb, key: string, value: unknown): Promise<void> {
  await db.transaction('rw', db.kept, async () => {
    if (await db.kept.get(LOCKED)) throw new IsLocked();
    await db.kept.put({ key, value });
  });
}

/** A setting of this browser, or undefined. */
export async function recall(db: StoplineDb, key: string): Promise<unknown> {
  return (await db.kept.get(key))?.value;
}

/** The last entry of a case's history. */
async function lastEntry(db: StoplineDb, caseId: string): Promise<HistoryEntry | undefined> {
  return (await ofCase(db.history, caseId, 'seq').reverse().limit(1).toArray())[0];
}

/** The head of a case's history as it stands; null where there is none. */
export async function headNow(db: StoplineDb, caseId: string): Promise<ChainHead | null> {
  const last = await lastEntry(db, caseId);
  return chainHead(last ? [last] : []);
}

/** The rows that these edits touch, and every row of a table in which one is to be found. Only in a transaction. */
async function rowsNow(db: StoplineDb, caseId: string, edits: readonly Edit[]): Promise<Rows> {
  const now: Rows = new Map();
  for (const table of new Set(edits.map((e) => e.table))) {
    const of = edits.filter((e) => e.table === table);
    const rows: readonly (Row | undefined)[] =
      table === 'cases'
        ? ((await db.cases.bulkGet([...new Set(of.map((e) => e.id))])) as never)
        : of.some((e) => e.found)
          ? await rowsOfCase<Row, unknown>(db.table(table), caseId)
          : await db.table(table).bulkGet([...new Set(of.map((e) => e.id))].map((id) => [caseId, id]));
    now.set(table, new Map(rows.flatMap((r) => (r ? [[r.id, r] as const] : []))));
  }
  return now;
}

/** Writes the rows as they stand after these changes, each seen through its schema first. @throws BadRow */
async function write(db: StoplineDb, caseId: string, changes: readonly Change[], now: Rows): Promise<void> {
  const touched = new Map<TableName, Set<string>>();
  for (const c of changes) touched.set(c.table, (touched.get(c.table) ?? new Set()).add(c.id));
  for (const [table, ids] of touched) {
    const rows = [...ids].flatMap((id) => now.get(table)?.get(id) ?? []);
    for (const row of rows) {
      const through = passed(table, row);
      if ('refused' in through) throw new BadRow(through.refused);
    }
    const gone = [...ids].filter((id) => !now.get(table)?.has(id));
    if (rows.length > 0) await db.table(table).bulkPut(rows);
    if (gone.length > 0) await db.table(table).bulkDelete(gone.map((id) => [caseId, id]));
  }
}

/** Who made rows what they are now, and what a row that is gone was: told from the history, the newest first. */
async function told(
  db: StoplineDb,
  caseId: string,
  conflicts: readonly EditConflict[],
): Promise<EditConflict[]> {
  const touches = new Map<string, { by: Touch; was: Change['before'] }>();
  const asked = new Set(conflicts.map((c) => `${c.table} ${c.id}`));
  await ofCase(db.changes, caseId, 'seq')
    .reverse()
    .until(() => touches.size === asked.size)
    .each(async ({ seq, changes }) => {
      for (const c of changes) {
        const key = `${c.table} ${c.id}`;
        if (asked.has(key) && !touches.has(key))
          touches.set(key, { by: { who: '', at: seq }, was: c.before });
      }
    });
  return Promise.all(
    conflicts.map(async (c) => {
      const last = touches.get(`${c.table} ${c.id}`);
      const entry = last && (await db.history.get([caseId, last.by.at]));
      const theirsBy = entry ? { who: entry.who, at: entry.at } : null;
      const goneNow = c.field === null && c.theirs === null;
      return { ...c, theirsBy, base: goneNow ? (last?.was ?? null) : c.base };
    }),
  );
}

/** What came of a commit. Where there are conflicts nothing was written. */
export interface Committed {
  /** The number of its entry in the history; null where nothing was to be done. */
  readonly seq: number | null;
  readonly conflicts: readonly EditConflict[];
}

/**
 * The one way by which a case changes. Reads the rows inside its transaction and lays the edits on them, field by field
 * (`resolve`); then writes rows and history, all or nothing.
 * @param kind `aside` for what no undo turns back
 * @returns where a field became something else since it was seen, the conflicts, and then nothing was written
 * @throws BadRow, NoSuchCase, IsLocked, and then nothing was written either
 */
export async function commit(
  db: StoplineDb,
  caseId: string,
  what: string,
  edits: readonly Edit[],
  kind: 'do' | 'aside' = 'do',
): Promise<Committed> {
  return db.transaction('rw', db.tables, () => enter(db, caseId, { what, kind, of: null }, edits));
}

/**
 * One entry of the history with its rows; only in a transaction. `leave` conflicts out, and an entry stands for what is left.
 * @param head with who and when where it was done on another device
 */
export async function enter(
  db: StoplineDb,
  caseId: string,
  head: Pick<HistoryEntry, 'what' | 'kind' | 'of'> & Partial<Pick<HistoryEntry, 'who' | 'at'>>,
  given: readonly Edit[],
  leave = false,
): Promise<Committed> {
  if (await db.kept.get(LOCKED)) throw new IsLocked();
  const makesCase = given.some((e) => e.table === 'cases' && e.before === null);
  if (!makesCase && !(await db.cases.get(caseId))) throw new NoSuchCase();
  let now = await rowsNow(db, caseId, given);
  let { changes, conflicts } = resolve(given, now);
  if (conflicts.length > 0) {
    conflicts = await told(db, caseId, conflicts);
    if (!leave) return { seq: null, conflicts };
    const left = settled(given, conflicts, () => 'theirs');
    now = await rowsNow(db, caseId, left);
    ({ changes } = resolve(left, now));
  }
  if (changes.length === 0 && !leave) return { seq: null, conflicts };
  await write(db, caseId, changes, now);
  const last = await lastEntry(db, caseId);
  const seq = (last?.seq ?? 0) + 1;
  const who = await whoAmI(db);
  const entry = { caseId, seq, at: Date.now(), who, ...head, rows: changes.length };
  await db.history.add({ ...entry, hash: chainHash(last?.hash ?? '', entry, changes) });
  await db.changes.add({ caseId, seq, changes });
  return { seq, conflicts };
}

/**
 * Makes a case; its making is the first entry of its history and cannot be undone (it can be binned). One of that id that is
 * there already stays as it is. @returns whether it was made
 */
export async function createCase(
  db: StoplineDb,
  of: Case,
  what = 'Case created',
  rows: readonly Edit[] = [],
): Promise<boolean> {
  const { conflicts } = await commit(db, of.id, what, [added('cases', of), ...rows]);
  return conflicts.length === 0;
}

/** What was undone or done again. */
export interface Undone {
  readonly what: string;
  /** Fields that moved on since, and were left as they are. */
  readonly left: readonly EditConflict[];
}

/** When what can be undone or redone next was done, ms; null where there is nothing. */
export async function stepAt(db: StoplineDb, caseId: string, kind: 'undo' | 'redo'): Promise<number | null> {
  const entries = await ofCase(db.history, caseId, 'seq').toArray();
  const seq = undoState(entries)[kind];
  if (seq === null || (kind === 'undo' && seq === 1)) return null;
  return entries.find((e) => e.seq === seq)?.at ?? null;
}

/** Undoes the last thing done in the case that is not undone yet: exactly what it set. @returns null where there is nothing */
export async function undo(db: StoplineDb, caseId: string): Promise<Undone | null> {
  return undoOrRedo(db, caseId, 'undo');
}

/** Does again what was last undone. @returns null where there is nothing */
export async function redo(db: StoplineDb, caseId: string): Promise<Undone | null> {
  return undoOrRedo(db, caseId, 'redo');
}

async function undoOrRedo(db: StoplineDb, caseId: string, kind: 'undo' | 'redo'): Promise<Undone | null> {
  return db.transaction('rw', db.tables, async () => {
    const entries = await ofCase(db.history, caseId, 'seq').toArray();
    const seq = undoState(entries)[kind];
    if (seq === null || (kind === 'undo' && seq === 1)) return null;
    const entry = entries.find((e) => e.seq === seq);
    // An undo may have left fields alone that had moved on: what is done again is what was undone.
    const from =
      kind === 'undo' ? seq : (entries.findLast((e) => e.kind === 'undo' && e.of === seq)?.seq ?? seq);
    const list = await db.changes.get([caseId, from]);
    if (!entry || !list) return null;
    const back = [...list.changes].reverse().map((c) => ({ ...c, before: c.after, after: c.before }));
    const what = `${kind === 'undo' ? 'Undone' : 'Done again'}: ${entry.what}`;
    const { conflicts } = await enter(db, caseId, { what, kind, of: seq }, back, true);
    return { what: entry.what, left: conflicts };
  });
}

/** Takes a case and everything in it out of the database for good: the one act that cannot be undone. */
export async function eraseCase(db: StoplineDb, caseId: string): Promise<void> {
  await db.transaction('rw', db.tables, async () => {
    for (const table of [...ROW_TABLES, 'paperPages', 'paperBytes'])
      await ofCase(db.table(table), caseId).delete();
    await ofCase(db.history, caseId, 'seq').delete();
    await ofCase(db.changes, caseId, 'seq').delete();
    await keptOf(db.before, caseId).delete();
    await stepsOf(db, caseId).delete();
    await db.cases.delete(caseId);
    // What is kept beside a case (bookmarks, drafts, premises read) bears its id as the second word of its key.
    const beside = (await db.kept.toCollection().primaryKeys()).filter((k) => k.split(' ')[1] === caseId);
    await db.kept.bulkDelete(beside);
  });
}

/** Takes out what was kept of the cases as they were before the last upgrade. */
export async function forgetBefore(db: StoplineDb): Promise<void> {
  await db.before.clear();
}

/**
 * Everything of a case, in one consistent reading: what goes into a case file; `papers` with the pages and bytes of its papers.
 * @throws when there is no such case
 */
export async function readCase(db: StoplineDb, caseId: string, papers = false): Promise<CaseContent> {
  return db.transaction('r', db.tables, async () => {
    const of = await db.cases.get(caseId);
    if (!of) throw new Error('there is no such case in this browser');
    const [rows, history, lists] = [
      await Promise.all(ROW_TABLES.map((t) => rowsOfCase<Row, unknown>(db.table(t), caseId))),
      await ofCase(db.history, caseId, 'seq').toArray(),
      await ofCase(db.changes, caseId, 'seq').toArray(),
    ];
    const changes = new Map(lists.map((l) => [l.seq, l.changes]));
    return {
      case: of,
      ...grouped((t) => rows[ROW_TABLES.indexOf(t)] ?? []),
      history: history.map((h) => ({ ...h, changes: changes.get(h.seq) ?? [] })),
      ...(papers && { contents: await paperContents(db, caseId) }),
    };
  });
}

/**
 * Puts a case from a file into the database, all or nothing. A case of that id that lies in the bin gives way; one in
 * use stays, and the file comes in beside it as a copy. @returns the id under which it now stands
 */
export async function addCaseContent(
  db: StoplineDb,
  content: CaseContent,
): Promise<{ id: string; copied: boolean }> {
  return db.transaction('rw', db.tables, async () => {
    if (await db.kept.get(LOCKED)) throw new IsLocked();
    const there = await db.cases.get(content.case.id);
    const copied = there !== undefined && there.deletedAt === null;
    const id = copied ? `${content.case.id.slice(0, 40)}-copy-${Date.now().toString(36)}` : content.case.id;
    // Rows that another tab wrote into a case that was gone are no part of what comes back.
    if (!copied) await eraseCase(db, id);
    await db.cases.put({ ...content.case, id });
    for (const t of ROW_TABLES)
      await putInPieces(
        db.table(t),
        rowsIn(content, t).map((r) => ({ ...r, caseId: id })),
      );
    await putContents(db, id, content.contents ?? []);
    await db.history.bulkPut(content.history.map(({ changes: _, ...h }) => ({ ...h, caseId: id })));
    await db.changes.bulkPut(
      content.history.map((h) => ({
        caseId: id,
        seq: h.seq,
        changes: copied ? h.changes.map((c) => retarget(c, content.case.id, id)) : h.changes,
      })),
    );
    const title = copied ? `${content.case.title} (copy)` : content.case.title;
    const patch = { deletedAt: null, title };
    await enter(
      db,
      id,
      { what: copied ? 'Came in from its file, as a copy' : 'Came in from its file', kind: 'file', of: null },
      [changed('cases', { ...content.case, id }, patch)],
    );
    return { id, copied };
  });
}

function retarget(change: Change, from: string, to: string): Change {
  // Only a whole row names its case.
  const row = (r: Change['after']): Change['after'] => {
    if (r === null || !('id' in r)) return r;
    if (change.table === 'cases') return { ...r, id: r['id'] === from ? to : r['id'] };
    return { ...r, caseId: to };
  };
  return {
    ...change,
    id: change.table === 'cases' && change.id === from ? to : change.id,
    before: row(change.before),
    after: row(change.after),
  };
}
