import { liveQuery } from 'dexie';
import { applyChanges } from '../record/apply';
import { type Change, rowAfter } from '../record/change';
import type { CaseRecord } from '../record/record';
import {
  FACT_TABLES,
  type FactTable,
  PAPER_TABLES,
  type Row,
  type TableName,
  WORK_TABLES,
} from '../record/tables';
import { ofCase, type StoplineDb } from './database';
import { LOCKED } from './lock-keys';
import { rowsOfCase } from './pieces';

const OWN_TABLES = [...WORK_TABLES, ...PAPER_TABLES] as const;
type Own = ReadonlyMap<TableName, ReadonlyMap<string, Row>>;

/** A case as it stands after one entry of its history: its facts, and what is the attorney's own beside them. */
export interface RecordAt {
  readonly record: CaseRecord;
  readonly own: Own;
  readonly seq: number;
}

/** Is given facts of a case while the rest of it is read: each piece of the tables that are long. */
export type HearFacts = (table: FactTable, rows: readonly Row[]) => void;

/** Reads a case whole, in one consistent reading; null where there is no such case. */
export async function loadRecord(db: StoplineDb, caseId: string, hear?: HearFacts): Promise<RecordAt | null> {
  return db.transaction('r', db.tables, async () => {
    const of = await db.cases.get(caseId);
    if (!of) return null;
    const [last] = await ofCase(db.history, caseId, 'seq').reverse().limit(1).primaryKeys();
    const read = <T extends TableName>(
      tables: readonly T[],
      to?: (table: T, rows: readonly Row[]) => void,
    ): Promise<(readonly [T, Row[]])[]> =>
      Promise.all(
        tables.map(
          async (t) =>
            [t, await rowsOfCase<Row, unknown>(db.table(t), caseId, to && ((rows) => to(t, rows)))] as const,
        ),
      );
    const [facts, own] = [await read(FACT_TABLES, hear), await read(OWN_TABLES)];
    return {
      record: { case: of, ...Object.fromEntries(facts) } as unknown as CaseRecord,
      own: new Map(own.map(([t, rows]) => [t, new Map(rows.map((r) => [r.id, r]))])),
      seq: last?.[1] ?? 0,
    };
  });
}

/** What is the attorney's own, after changes. */
function ownAfter(own: Own, changes: readonly Change[]): Own {
  const mine = changes.filter((c) => own.has(c.table));
  if (mine.length === 0) return own;
  const next = new Map([...own].map(([t, rows]) => [t, new Map(rows)]));
  for (const c of mine) {
    const rows = next.get(c.table);
    const row = rowAfter(rows?.get(c.id) ?? null, c);
    if (row) rows?.set(c.id, row);
    else rows?.delete(c.id);
  }
  return next;
}

/** Who follows a case. */
export interface Follower {
  /** It is about to be read whole: who hears of its facts meanwhile. */
  readonly onReading?: () => HearFacts;
  /** The case now; with the changes since the one before, or null where it was read whole. */
  readonly onCase: (at: RecordAt, changes: readonly Change[] | null) => void;
  /** It is not in this browser, or not any more: then with what it was when it was last seen. */
  readonly onGone: (last: RecordAt | null) => void;
  /** It could not be read, and is tried again; null where it can be read once more. */
  readonly onFault: (error: unknown) => void;
}

export interface Following {
  readonly stop: () => void;
  /** Looks again, where something happened that a database does not tell of. */
  readonly look: () => void;
}

/** Pauses before a failed reading is tried again, ms: the last one for ever. */
const PAUSES = [200, 1000, 3000, 10_000] as const;

/**
 * Follows a case: gives it now and after every change, whichever tab makes it, with those changes. After the first reading
 * only the changes are read. A reading that fails is tried again until it succeeds, and no failure ends the following.
 */
export function followRecord(db: StoplineDb, caseId: string, to: Follower): Following {
  let current: RecordAt | null = null;
  let gone = false;
  let failed = 0;
  let stopped = false;
  let subscription = { unsubscribe: (): void => undefined };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let queue = Promise.resolve();

  const lastSeq = async (): Promise<number> => {
    const [last] = await ofCase(db.history, caseId, 'seq').reverse().limit(1).primaryKeys();
    return last?.[1] ?? 0;
  };
  const whole = async (): Promise<void> => {
    const next = await loadRecord(db, caseId, to.onReading?.());
    if (stopped) return;
    if (next) {
      current = next;
      gone = false;
      to.onCase(next, null);
    } else if (!gone && !(await db.kept.get(LOCKED))) {
      // While the app is locked its cases lie encrypted, and are not gone.
      gone = true;
      to.onGone(current);
    }
  };
  const catchUp = async (): Promise<void> => {
    const seq = await lastSeq();
    if (stopped) return;
    if (!current || gone || seq < current.seq) return whole();
    if (seq === current.seq) return;
    const lists = await db.changes
      .where('[caseId+seq]')
      .between([caseId, current.seq + 1], [caseId, Number.MAX_SAFE_INTEGER])
      .toArray();
    const last = lists.at(-1);
    if (!last || stopped) return;
    if (lists[0]?.seq !== current.seq + 1) return whole();
    const changes = lists.flatMap((l) => l.changes);
    current = {
      record: applyChanges(current.record, changes),
      own: ownAfter(current.own, changes),
      seq: last.seq,
    };
    to.onCase(current, changes);
  };
  const again = (error: unknown): void => {
    if (stopped) return;
    to.onFault(error);
    const pause = PAUSES[Math.min(failed++, PAUSES.length - 1)];
    clearTimeout(timer);
    timer = setTimeout(() => {
      follow();
      look();
    }, pause);
  };
  const look = (): void => {
    queue = queue.then(catchUp).then(() => {
      if (failed > 0) to.onFault(null);
      failed = 0;
    }, again);
  };
  const follow = (): void => {
    subscription.unsubscribe();
    if (stopped) return;
    subscription = liveQuery(lastSeq).subscribe({ next: look, error: again });
  };
  follow();
  return {
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      subscription.unsubscribe();
    },
    look,
  };
}
