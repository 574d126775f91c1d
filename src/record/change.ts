import * as v from 'valibot';
import { IdSchema } from './case';
import { differences, type Fields, halves, isSet, merged, same, valueAt, withField } from './fields';
import { entryOf, type Row, type Rows, TABLE_NAMES, type TableName } from './tables';

/**
 * What happened to one row. Made: `before` is null and `after` the row. Taken out: `after` is null and `before` the row.
 * Edited: both hold the fields that were set, and no others, as they were and as they became. Up to version 4 of the case
 * file an edit held the whole row on both sides, which its `id` tells.
 */
export const ChangeSchema = v.object({
  table: v.picklist(TABLE_NAMES),
  id: IdSchema,
  before: v.nullable(v.looseObject({})),
  after: v.nullable(v.looseObject({})),
});
export type Change = v.InferOutput<typeof ChangeSchema>;

/**
 * What a person does to one row: a change, as they saw it. Where `found` stands, the row is made only if the case has none
 * that agrees with it in these fields (`by`); if it has one, the fields of `to` are set in that.
 */
export interface Edit extends Change {
  readonly found?: { readonly by: readonly string[]; readonly was: Fields; readonly to: Fields };
}

/** A field that became something else since it was seen; a whole row, where `field` is null: taken out by one, changed by the other. */
export interface Conflict {
  readonly table: TableName;
  readonly id: string;
  readonly field: string | null;
  /** What the row is called. */
  readonly name: string;
  /** What was seen; null for a row that was not there. */
  readonly base: unknown;
  readonly mine: unknown;
  /** What it is now; null for a row that is gone. */
  readonly theirs: unknown;
  /** Who made it so, and when; null where the history does not say. */
  readonly theirsBy: Touch | null;
}

export interface Touch {
  readonly who: string;
  /** ms. */
  readonly at: number;
}

/** A conflict of one of several edits: `edit` is its place in their list. */
export interface EditConflict extends Conflict {
  readonly edit: number;
}

/** A row put in. */
export const added = <T extends TableName>(table: T, row: Rows[T]): Edit => ({
  table,
  id: row.id,
  before: null,
  after: row,
});

/** A row taken out, as it was seen. */
export const removed = <T extends TableName>(table: T, row: Rows[T]): Edit => ({
  table,
  id: row.id,
  before: row,
  after: null,
});

/** Fields of a row set; those that are the same already are not named. */
export function changed<T extends TableName>(table: T, row: Rows[T], patch: Partial<Rows[T]>): Edit {
  const after = Object.entries(patch).reduce<Fields>((r, [f, x]) => withField(r, f, x), row as Fields);
  return { table, id: row.id, ...halves(differences(table, row as Fields, after)) };
}

/**
 * Fields set in the one row that has this key; where the case has none, `fresh` is put in with them. `seen` is that row as it
 * was on the screen, if it was. @param by the fields of the key, where the table itself names none
 */
export function kept<T extends TableName>(
  table: T,
  seen: Rows[T] | undefined,
  fresh: Rows[T],
  patch: Partial<Rows[T]> = {},
  by: readonly (keyof Rows[T] & string)[] = (entryOf(table).key ?? []) as never,
): Edit {
  const start = seen ?? fresh;
  const { before, after } = changed(table, start, patch);
  const row = { ...fresh, ...start, ...patch, id: fresh.id } as Row;
  return { table, id: row.id, before: null, after: row, found: { by, was: before ?? {}, to: after ?? {} } };
}

/** Edits with each conflict settled as a person chose, field by field. */
export function settled(
  edits: readonly Edit[],
  conflicts: readonly EditConflict[],
  choice: (c: EditConflict) => 'mine' | 'theirs',
): Edit[] {
  return edits.flatMap((edit, i) =>
    conflicts
      .filter((c) => c.edit === i)
      .reduce<Edit[]>((left, c) => left.flatMap((e) => settledOne(e, c, choice(c) === 'mine')), [edit]),
  );
}

function settledOne(e: Edit, c: Conflict, mine: boolean): Edit[] {
  if (c.field === null) {
    if (!mine) return [];
    // Taken out by another: put back as it was then, with what was set. Changed by another: taken out as it is now.
    return c.theirs === null
      ? [{ table: e.table, id: c.id, before: null, after: patched(e.table, c.base as Row, e) }]
      : [{ ...e, before: c.theirs as Fields }];
  }
  // The newer value was seen now, and is replaced; or the field is left alone.
  const was = (f: Fields): Fields => withField(f, c.field as string, mine ? c.theirs : undefined);
  const to = (f: Fields): Fields => (mine ? f : withField(f, c.field as string, undefined));
  if (e.found) return [{ ...e, found: { ...e.found, was: was(e.found.was), to: to(e.found.to) } }];
  return [{ ...e, before: was(e.before ?? {}), after: to(e.after ?? {}) }];
}

/** A row with the fields of an edit set, and no others. */
function patched(table: TableName, row: Row, { before, after }: Change): Row {
  return differences(table, before ?? {}, after ?? {}).reduce<Row>((r, { field, was, to }) => {
    const now = valueAt(r, field);
    return withField(r, field, isSet(table, field) && !same(now, was) ? merged(now, was, to) : to);
  }, row);
}

/** A row after a change of the history: null where it is not there. */
export function rowAfter(now: Row | null, c: Change): Row | null {
  if (c.after === null) return null;
  // Made anew; or edited as older histories tell it, whole.
  if (c.before === null || 'id' in c.after) return c.after as Row;
  return now && patched(c.table, now, c);
}
