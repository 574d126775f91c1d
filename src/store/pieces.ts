import { Dexie, type PromiseExtended, type Table } from 'dexie';

/** Rows that are read or written at once: none of it takes so long that the page stands still. */
const AT_ONCE = 4000;

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
      .limit(AT_ONCE)
      .toArray()
      .then((piece) => {
        for (const row of piece) rows.push(row);
        if (hear && (piece.length === AT_ONCE || rows.length > piece.length))
          Dexie.ignoreTransaction(() => hear(piece));
        return piece.length < AT_ONCE ? rows : from(keyIn(piece.at(-1), table.schema.primKey.keyPath), false);
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
      .bulkPut(rows.slice(i, i + AT_ONCE))
      .then(() => (i + AT_ONCE < rows.length ? put(i + AT_ONCE) : undefined));
  return put(0);
}
