import * as v from 'valibot';
import { type CaseContent, grouped, rowsIn } from '../casefile/content';
import type { Case } from '../record/case';
import { chainHash } from '../record/chain';
import type { Change } from '../record/change';
import { type HistoryEntry, undoState } from '../record/history';
import { ROW_TABLES, TABLES, type TableName } from '../record/tables';
import { ofCase, type StoplineDb } from './database';
import { IsLocked, LOCKED } from './lock';

/** A row does not pass its schema: nothing was written. */
export class BadRow extends Error {}

/** Nobody gave a name yet: history says so rather than guessing. */
const NOBODY = 'no name set';

/** The name under which this browser's changes stand in the history. */
export async function whoAmI(db: StoplineDb): Promise<string> {
  const kept = await db.kept.get('who');
  return typeof kept?.value === 'string' && kept.value !== '' ? kept.value : NOBODY;
}

/** Keeps a setting of this browser. */
export async function keep(db: StoplineDb, key: string, value: unknown): Promise<void> {
  await db.kept.put({ key, value });
}

/** A setting of this browser, or undefined. */
export async function recall(db: StoplineDb, key: string): Promise<unknown> {
  return (await db.kept.get(key))?.value;
}

function checked(change: Change): Change {
  if (change.after === null) return change;
  const result = v.safeParse(TABLES[change.table].schema as v.GenericSchema, change.after);
  if (result.success) return change;
  const issue = result.issues[0];
  throw new BadRow(`${change.table}: ${v.getDotPath(issue) ?? 'row'}: ${issue.message}`);
}

/** The last entry of a case's history. */
async function lastEntry(db: StoplineDb, caseId: string): Promise<HistoryEntry | undefined> {
  return (await ofCase(db.history, caseId, 'seq').reverse().limit(1).toArray())[0];
}

async function write(db: StoplineDb, caseId: string, changes: readonly Change[]): Promise<void> {
  const byTable = new Map<TableName, { put: object[]; drop: [string, string][] }>();
  for (const c of changes) {
    let group = byTable.get(c.table);
    if (!group) {
      group = { put: [], drop: [] };
      byTable.set(c.table, group);
    }
    if (c.after === null) group.drop.push([caseId, c.id]);
    else group.put.push(c.after);
  }
  for (const [table, { put, drop }] of byTable) {
    if (table === 'cases') {
      await db.cases.bulkPut(put as Case[]);
      continue;
    }
    if (put.length > 0) await db.table(table).bulkPut(put);
    if (drop.length > 0) await db.table(table).bulkDelete(drop);
  }
}

/**
 * The one way by which a case changes: checks every row, then writes rows and history in one transaction.
 * @returns the number of the history entry. @throws BadRow, and then nothing is written
 */
export async function commit(
  db: StoplineDb,
  caseId: string,
  what: string,
  changes: readonly Change[],
): Promise<number> {
  return record(db, caseId, what, changes.map(checked), 'do', null);
}

async function record(
  db: StoplineDb,
  caseId: string,
  what: string,
  changes: readonly Change[],
  kind: HistoryEntry['kind'],
  of: number | null,
): Promise<number> {
  const who = await whoAmI(db);
  return db.transaction('rw', db.tables, async () => {
    if (await db.kept.get(LOCKED)) throw new IsLocked();
    const last = await lastEntry(db, caseId);
    const seq = (last?.seq ?? 0) + 1;
    await write(db, caseId, changes);
    const entry = { caseId, seq, at: Date.now(), who, what, kind, of, rows: changes.length };
    await db.history.add({ ...entry, hash: chainHash(last?.hash ?? '', entry, changes) });
    await db.changes.add({ caseId, seq, changes });
    return seq;
  });
}

/** Makes a case; its making is the first entry of its history and cannot be undone (it can be binned). */
export async function createCase(
  db: StoplineDb,
  of: Case,
  what = 'Case created',
  rows: readonly Change[] = [],
): Promise<void> {
  await commit(db, of.id, what, [{ table: 'cases', id: of.id, before: null, after: of }, ...rows]);
}

/** Changes one row; fields that are the same leave no trace. */
export async function updateRow(
  db: StoplineDb,
  table: TableName,
  before: { id: string; caseId?: string },
  patch: object,
  what: string,
): Promise<number | null> {
  const after = { ...before, ...patch };
  if (JSON.stringify(after) === JSON.stringify(before)) return null;
  return commit(db, before.caseId ?? before.id, what, [{ table, id: before.id, before, after }]);
}

/** Takes rows out, all or none. */
export async function removeRows(
  db: StoplineDb,
  caseId: string,
  rows: readonly { table: TableName; row: { id: string } }[],
  what: string,
): Promise<number> {
  return commit(
    db,
    caseId,
    what,
    rows.map(({ table, row }) => ({ table, id: row.id, before: row, after: null })),
  );
}

/** Undoes the last thing done in the case that is not undone yet. @returns what was undone, or null where there is nothing */
export async function undo(db: StoplineDb, caseId: string): Promise<string | null> {
  return turn(db, caseId, 'undo');
}

/** Does again what was last undone. @returns what was done, or null where there is nothing */
export async function redo(db: StoplineDb, caseId: string): Promise<string | null> {
  return turn(db, caseId, 'redo');
}

async function turn(db: StoplineDb, caseId: string, kind: 'undo' | 'redo'): Promise<string | null> {
  return db.transaction('rw', db.tables, async () => {
    const entries = await ofCase(db.history, caseId, 'seq').toArray();
    const seq = undoState(entries)[kind];
    if (seq === null || (kind === 'undo' && seq === 1)) return null;
    const entry = entries.find((e) => e.seq === seq);
    const list = await db.changes.get([caseId, seq]);
    if (!entry || !list) return null;
    const changes =
      kind === 'redo'
        ? list.changes
        : [...list.changes].reverse().map((c) => ({ ...c, before: c.after, after: c.before }));
    await record(
      db,
      caseId,
      `${kind === 'undo' ? 'Undone' : 'Done again'}: ${entry.what}`,
      changes,
      kind,
      seq,
    );
    return entry.what;
  });
}

/** Takes a case and everything in it out of the database for good: the one act that cannot be undone. */
export async function eraseCase(db: StoplineDb, caseId: string): Promise<void> {
  await db.transaction('rw', db.tables, async () => {
    for (const table of ROW_TABLES) await ofCase(db.table(table), caseId).delete();
    await ofCase(db.history, caseId, 'seq').delete();
    await ofCase(db.changes, caseId, 'seq').delete();
    await db.cases.delete(caseId);
    // What is kept beside a case (bookmarks, drafts, premises read) bears its id as the second word of its key.
    const beside = (await db.kept.toCollection().primaryKeys()).filter((k) => k.split(' ')[1] === caseId);
    await db.kept.bulkDelete(beside);
  });
}

/** Everything of a case, in one consistent reading: what goes into a case file. @throws when there is no such case */
export async function readCase(db: StoplineDb, caseId: string): Promise<CaseContent> {
  return db.transaction('r', db.tables, async () => {
    const of = await db.cases.get(caseId);
    if (!of) throw new Error('there is no such case in this browser');
    const [rows, history, lists] = [
      await Promise.all(ROW_TABLES.map((t) => ofCase(db.table(t), caseId).toArray())),
      await ofCase(db.history, caseId, 'seq').toArray(),
      await ofCase(db.changes, caseId, 'seq').toArray(),
    ];
    const changes = new Map(lists.map((l) => [l.seq, l.changes]));
    return {
      case: of,
      ...grouped((t) => rows[ROW_TABLES.indexOf(t)] ?? []),
      history: history.map((h) => ({ ...h, changes: changes.get(h.seq) ?? [] })),
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
    if (there && !copied) await eraseCase(db, there.id);
    const id = copied ? `${content.case.id.slice(0, 40)}-copy-${Date.now().toString(36)}` : content.case.id;
    await db.cases.put({
      ...content.case,
      id,
      title: copied ? `${content.case.title} (copy)` : content.case.title,
      deletedAt: null,
    });
    for (const t of ROW_TABLES)
      await db.table(t).bulkPut(rowsIn(content, t).map((r) => ({ ...r, caseId: id })));
    await db.history.bulkPut(content.history.map(({ changes: _, ...h }) => ({ ...h, caseId: id })));
    await db.changes.bulkPut(
      content.history.map((h) => ({
        caseId: id,
        seq: h.seq,
        changes: copied ? h.changes.map((c) => retarget(c, content.case.id, id)) : h.changes,
      })),
    );
    return { id, copied };
  });
}

function retarget(change: Change, from: string, to: string): Change {
  const row = (r: Change['after']): Change['after'] => {
    if (r === null) return null;
    if (change.table === 'cases') return { ...r, id: r.id === from ? to : r.id };
    return { ...r, caseId: to };
  };
  return {
    ...change,
    id: change.table === 'cases' && change.id === from ? to : change.id,
    before: row(change.before),
    after: row(change.after),
  };
}
