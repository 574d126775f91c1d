import { liveQuery } from 'dexie';
import { applyChanges } from '../record/apply';
import type { Change } from '../record/change';
import type { CaseRecord } from '../record/record';
import { FACT_TABLES } from '../record/tables';
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

/**
 * Follows a case: gives its record now and after every change, whichever tab makes it, with those changes. After the
 * first reading only the changes are read. @returns how to stop
 */
export function watchRecord(
  db: StoplineDb,
  caseId: string,
  onRecord: (at: RecordAt | null, changes: readonly Change[] | null) => void,
): () => void {
  let current: RecordAt | null = null;
  let stopped = false;
  let chain = Promise.resolve();
  const catchUp = async (seq: number): Promise<void> => {
    if (stopped || (current && seq <= current.seq)) return;
    let changes: readonly Change[] | null = null;
    if (!current) current = await loadRecord(db, caseId);
    else {
      const lists = await db.changes
        .where('[caseId+seq]')
        .between([caseId, current.seq + 1], [caseId, Number.MAX_SAFE_INTEGER])
        .toArray();
      const last = lists.at(-1);
      if (!last) return;
      changes = lists.flatMap((l) => l.changes);
      current = { record: applyChanges(current.record, changes), seq: last.seq };
    }
    if (!stopped) onRecord(current, changes);
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
