import type { Change, Edit, EditConflict } from './change';
import {
  differences,
  type FieldChange,
  type Fields,
  halves,
  isSet,
  merged,
  same,
  valueAt,
  withField,
} from './fields';
import { nameOf, pointersOf, type Row, readsAs, type TableName } from './tables';

/** Rows of some tables, as they stand now. */
export type RowsNow = ReadonlyMap<TableName, Map<string, Row>>;

/** What edits come to: what is written, or why nothing is. */
export interface Resolved {
  readonly changes: readonly Change[];
  readonly conflicts: readonly EditConflict[];
}

/**
 * Edits laid on the rows as they stand: a field that is as it was seen, or is set already, takes the edit; one that became
 * something else is a conflict. A row that was to be found stands in for the one that was to be made, also where other
 * edits point at it. @param now the rows that the edits touch, and every row of a table in which one is to be found; it is
 * left as the rows would stand
 */
export function resolve(edits: readonly Edit[], now: RowsNow): Resolved {
  const instead = new Map<string, string>();
  const changes: Change[] = [];
  const conflicts: EditConflict[] = [];
  edits.forEach((given, i) => {
    const edit = foundIn(pointed(given, instead), now, instead);
    const { table, id } = edit;
    const rows = now.get(table) ?? new Map<string, Row>();
    const row = rows.get(id);
    const conflict = (field: string | null, base: unknown, mine: unknown, theirs: unknown): void => {
      const name = nameOf(table, (row ?? { ...edit.before, ...edit.after, id }) as Row);
      conflicts.push({ table, id, field, name, base, mine, theirs, theirsBy: null, edit: i });
    };
    const write = (before: Change['before'], after: Change['after'], next: Row | null): void => {
      changes.push({ table, id, before, after });
      if (next) rows.set(id, next);
      else rows.delete(id);
    };
    if (edit.after === null) {
      if (!row) return;
      if (same(row, edit.before)) write(row, null, null);
      else conflict(null, edit.before, null, row);
    } else if (edit.before === null) {
      if (!row) write(null, edit.after, edit.after as Row);
      else if (!same(row, edit.after)) conflict(null, null, edit.after, row);
    } else if (!row) {
      if (differences(table, edit.before, edit.after).length > 0) conflict(null, null, edit.after, null);
    } else {
      const set = differences(table, edit.before, edit.after).flatMap(({ field, was, to }): FieldChange[] => {
        const is = valueAt(row, field);
        if (same(is, to)) return [];
        if (same(is, was)) return [{ field, was: is, to }];
        if (isSet(table, field)) {
          const both = merged(is, was, to);
          return same(is, both) ? [] : [{ field, was: is, to: both }];
        }
        conflict(field, was, to, is);
        return [];
      });
      if (set.length === 0) return;
      const { before, after } = halves(set);
      write(
        before,
        after,
        set.reduce((r, f) => withField(r, f.field, f.to), row),
      );
    }
  });
  return { changes: conflicts.length > 0 ? [] : changes, conflicts };
}

/** An edit that points at the rows that were found. */
function pointed(edit: Edit, instead: ReadonlyMap<string, string>): Edit {
  if (instead.size === 0 || edit.after === null) return edit;
  let after: Fields = edit.after;
  for (const [field, tables] of pointersOf(edit.table)) {
    const id = valueAt(after, field);
    const other = tables.map((t) => instead.get(`${t} ${id}`)).find((x) => x !== undefined);
    if (other !== undefined) after = withField(after, field, other);
  }
  return { ...edit, after };
}

/** An edit of the row that it looks for, where there is one; else of the row that it makes. */
function foundIn(edit: Edit, now: RowsNow, instead: Map<string, string>): Edit {
  const { found, table, after } = edit;
  if (!found || !after) return edit;
  const key = readsAs(after, found.by);
  for (const row of now.get(table)?.values() ?? []) {
    if (readsAs(row, found.by) !== key) continue;
    if (row.id !== edit.id) instead.set(`${table} ${edit.id}`, row.id);
    return { table, id: row.id, before: found.was, after: found.to };
  }
  return edit;
}
