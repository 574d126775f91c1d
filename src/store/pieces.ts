import { Dexie, type PromiseExtended, type Table } from 'dexie';

/** Rows that are written at once, and read: none of it takes so long that the page stands still. */
const WRITTEN = 4000;
const READ = 8000;

/** The primary key of a row: one field, or several. */
function keyIn(row: unknown, path: string | string[] | null | undefined): unknown {
  const of = row as Readonly<Record<string, unknown>>;
  return Array.isArray(path) ? path.map((p) => of[p]) : of[path ?? ''];
}

/**
 * All rows of a table between two primary keys, in their order, read piece by piece: one reading of 100,000 rows holds the
 * page for half a second. Between the pieces others may write, unless it is done in a transaction. It is a chain, and not
 * `await`: a transaction loses sight of functions that wait side by side.
 * @param hear is given each piece of what does not come in one, while the next is read
 */
export function readInPieces<T, K>(
  table: Table<T, K>,
  first: unknown = Dexie.minKey,
  last: unknown = Dexie.maxKey,
  hear?: (piece: readonly T[]) => void,
): PromiseExtended<T[]> {
  const rows: T[] = [];
  const from = (key: unknown, with1st: boolean): PromiseExtended<T[]> =>
    table
      .where(':id')
      .between(key, last, with1st, true)
      .limit(READ)
      .toArray()
      .then((piece) => {
        for (const row of piece) rows.push(row);
        const isLast = piece.length < READ;
        // Asked for before this one is heard, so that the database has something to do meanwhile.
        const whole = isLast ? rows : from(keyIn(piece.at(-1), table.schema.primKey.keyPath), false);
        if (hear && (!isLast || rows.length > piece.length)) Dexie.ignoreTransaction(() => hear(piece));
        return whole;
      });
  return from(first, true);
}

/** All rows of one case in a table keyed by case and anything, read piece by piece. @param hear as of `readInPieces` */
export const rowsOfCase = <T, K>(
  table: Table<T, K>,
  caseId: string,
  hear?: (piece: readonly T[]) => void,
): PromiseExtended<T[]> => readInPieces(table, [caseId, Dexie.minKey], [caseId, Dexie.maxKey], hear);

/** Puts rows into a table piece by piece. */
export function putInPieces<T, K>(table: Table<T, K>, rows: readonly T[]): PromiseExtended<unknown> {
  const put = (i: number): PromiseExtended<unknown> =>
    table
      .bulkPut(rows.slice(i, i + WRITTEN))
      .then(() => (i + WRITTEN < rows.length ? put(i + WRITTEN) : undefined));
  return put(0);
}
