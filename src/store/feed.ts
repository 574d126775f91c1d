import { liveQuery } from 'dexie';
import type { Change } from '../record/history';
import { type CaseRecord, FACT_TABLES } from '../record/record';
import { ofCase, type StoplineDb } from './database';

/** The facts of a case as they stand after one entry of its history. */
export interface RecordAt {
  readonly record: CaseRecord;
  readonly seq: number;
}

/** Reads the facts of a case whole, in one consistent reading; null where there is no such case. */
export async function loadRecord(db: StoplineDb, caseId: string): Promise<RecordAt | null> {
  return db.transaction('r', db.tables, async () => {
    const of = await db.cases.get(caseId);
    if (!of) return null;
    const [last] = await ofCase(db.history, caseId, 'seq').reverse().limit(1).primaryKeys();
    const tables = await Promise.all(FACT_TABLES.map((t) => ofCase(db.table(t), caseId).toArray()));
    const rows = Object.fromEntries(FACT_TABLES.map((t, i) => [t, tables[i]]));
    return { record: { case: of, ...rows } as unknown as CaseRecord, seq: last?.[1] ?? 0 };
  });
}

/** The record with these changes made; tables that none of them touches stay the same objects. */
export function applyChanges(record: CaseRecord, changes: readonly Change[]): CaseRecord {
  const next: Record<string, unknown> = { ...record };
  const touched = new Map<string, Map<string, Change>>();
  for (const c of changes) {
    if (c.table === 'cases') {
      if (c.after !== null) next['case'] = c.after;
      continue;
    }
    let group = touched.get(c.table);
    if (!group) {
      group = new Map();
      touched.set(c.table, group);
    }
    group.set(c.id, c);
  }
  for (const [table, group] of touched) {
    const rows = record[table as keyof CaseRecord] as readonly { id: string }[] | undefined;
    if (!rows) continue;
    const out: { id: string }[] = [];
    for (const row of rows) {
      const c = group.get(row.id);
      if (!c) out.push(row);
      else if (c.after !== null) out.push(c.after);
      group.delete(row.id);
    }
    const added = [...group.values()].flatMap((c) => (c.after === null ? [] : [c.after]));
    if (added.length > 0) {
      for (const row of added) out.push(row);
      out.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
    }
    next[table] = out;
  }
  return next as unknown as CaseRecord;
}

/**
 * Follows a case: gives its record now and after every change, whichever tab makes it. After the first reading only the
 * changes are read. @returns how to stop
 */
export function watchRecord(db: StoplineDb, caseId: string, onRecord: (at: RecordAt | null) => void): () => void {
  let current: RecordAt | null = null;
  let stopped = false;
  let chain = Promise.resolve();
  const catchUp = async (seq: number): Promise<void> => {
    if (stopped || (current && seq <= current.seq)) return;
    if (!current) current = await loadRecord(db, caseId);
    else {
      const lists = await db.changes
        .where('[caseId+seq]')
        .between([caseId, current.seq + 1], [caseId, Number.MAX_SAFE_INTEGER])
        .toArray();
      const last = lists.at(-1);
      if (last)
        current = {
          record: applyChanges(
            current.record,
            lists.flatMap((l) => l.changes),
          ),
          seq: last.seq,
        };
    }
    if (!stopped) onRecord(current);
  };
  const subscription = liveQuery(async () => {
    const [last] = await ofCase(db.history, caseId, 'seq').reverse().limit(1).primaryKeys();
    return last?.[1] ?? 0;
  }).subscribe({
    next: (seq) => {
      chain = chain.then(() => catchUp(seq));
    },
  });
  return () => {
    stopped = true;
    subscription.unsubscribe();
  };
}
