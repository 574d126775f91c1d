import type { Table, Transaction } from 'dexie';
import { type CaseContent, grouped } from '../casefile/content';
import { TABLE_NAMES } from '../record/tables';
import { LOCKED, LOCKED_OF } from './lock-keys';

/**
 * Every case as it lay in the database before that was brought up to a newer version, in the words of the older one. It is
 * written in the same transaction, so that there is no upgrade without it; one case file of that version comes out again.
 */
export interface Kept {
  readonly caseId: string;
  readonly n: number;
  /** ms */
  readonly at: number;
  /** The version of what the rows hold. */
  readonly version: number;
  readonly table: string;
  readonly rows: readonly unknown[];
}

/** What a database that does not say its version holds: it said none up to this one. */
const UNTOLD = 4;
/** Rows read at a time. */
const ROWS = 1000;

/** What is kept: pages and bytes of papers, which no upgrade touches, stay where they are. */
const TOLD: readonly string[] = [...TABLE_NAMES, 'history', 'changes'];

type Stored = Readonly<Record<string, unknown>>;
const caseOf = (table: string, row: Stored): string => String(table === 'cases' ? row['id'] : row['caseId']);

/** The version of what rows hold, as the database says. */
async function dataVersion(kept: Table<{ key: string; value: unknown }, string>): Promise<number> {
  const found = (await kept.get('data version'))?.value;
  return typeof found === 'number' ? found : UNTOLD;
}

/** Keeps rows as they are, each with its case. @param from what `n` begins at */
async function put(
  to: Table<Kept>,
  table: string,
  rows: readonly Stored[],
  head: Pick<Kept, 'at' | 'version'>,
  from: number,
): Promise<number> {
  const cases = new Map<string, Stored[]>();
  for (const row of rows) {
    const list = cases.get(caseOf(table, row)) ?? [];
    list.push(row);
    cases.set(caseOf(table, row), list);
  }
  let n = from;
  for (const [caseId, list] of cases) await to.put({ caseId, n: n++, ...head, table, rows: list });
  return n;
}

/** Keeps every case as it is; what was kept before an earlier upgrade gives way. Only in the transaction of an upgrade. */
export async function keepBefore(tx: Transaction, at: number): Promise<void> {
  const to = tx.table<Kept>('before');
  const kept = tx.table<{ key: string; value: unknown }, string>('kept');
  const head = { at, version: await dataVersion(kept) };
  // What lies locked is kept when it is opened; of two upgrades meanwhile the first counts.
  if ((await kept.get(LOCKED)) && !(await kept.get(LOCKED_OF)))
    await kept.put({ key: LOCKED_OF, value: head.version });
  await to.clear();
  let n = 0;
  for (const table of TOLD) {
    for (let last: unknown = null; ; ) {
      const from = tx.table(table);
      const page = last === null ? from.orderBy(':id') : from.where(':id').above(last as string);
      const keys = await page.limit(ROWS).primaryKeys();
      if (keys.length === 0) break;
      n = await put(to, table, (await from.bulkGet(keys)) as Stored[], head, n);
      last = keys.at(-1);
    }
  }
}

/** Keeps rows of an older version that were locked while the database was brought up. Only in a transaction. */
export async function keepLocked(
  to: Table<Kept>,
  blocks: readonly { readonly name: string; readonly rows: readonly unknown[] }[],
  head: Pick<Kept, 'at' | 'version'>,
): Promise<void> {
  await to.clear();
  let n = 0;
  for (const { name, rows } of blocks)
    if (TOLD.includes(name)) n = await put(to, name, rows as Stored[], head, n);
}

/** One case as it was. */
export interface Before {
  readonly caseId: string;
  readonly title: string;
  readonly at: number;
  readonly version: number;
}

/** What is kept of one case. */
export const keptOf = (before: Table<Kept>, caseId: string) =>
  before.where('[caseId+n]').between([caseId, Number.NEGATIVE_INFINITY], [caseId, Number.POSITIVE_INFINITY]);

/** The cases that were kept before the last upgrade. */
export async function casesBefore(before: Table<Kept>): Promise<Before[]> {
  return (await before.where('table').equals('cases').toArray()).flatMap(({ rows, caseId, at, version }) => {
    const title = (rows[0] as Stored | undefined)?.['title'];
    return [{ caseId, at, version, title: typeof title === 'string' ? title : caseId }];
  });
}

/** One case as it was, in the words of that version: what a case file of it holds. @throws where it is not kept */
export async function contentBefore(before: Table<Kept>, caseId: string): Promise<CaseContent> {
  const kept = await keptOf(before, caseId).toArray();
  const rows = (table: string): Stored[] =>
    kept.filter((k) => k.table === table).flatMap((k) => k.rows as Stored[]);
  const of = rows('cases')[0];
  if (!of) throw new Error('this case was not kept before the update, or it was erased since');
  const changes = new Map(rows('changes').map((l) => [l['seq'], l['changes']]));
  const history = rows('history').map((h) => ({ ...h, changes: changes.get(h['seq']) ?? [] }));
  const lists = grouped(rows);
  return { case: of, ...lists, history } as unknown as CaseContent;
}
