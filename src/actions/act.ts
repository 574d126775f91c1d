import type { Edit } from '../record/change';
import { changed } from '../record/change';
import { type Fields, same } from '../record/fields';
import type { Rows, TableName } from '../record/tables';

/** What a person does: in which case, how the history calls it, and what becomes of which rows. Nothing is written by it. */
export interface Act {
  readonly caseId: string;
  readonly says: string;
  readonly edits: readonly Edit[];
  /** Kept beside what is done, as what was watched: no undo turns it back. */
  readonly aside?: true;
}

/** A form over a row: its fields as the row has them now, as they were when each was first touched, and as they are typed. */
export interface Typed<F> {
  readonly now: F;
  readonly seen: F;
  readonly fields: F;
}

/** A form that nothing is beneath: all that it holds is typed. */
export const fresh = <F>(fields: F): Typed<F> => ({ now: fields, seen: fields, fields });

/**
 * The fields of a row that a form sets: those that were touched, each with what it was when that began. @param rowOf what
 * fields of the form are as fields of the row
 */
export function formEdit<T extends TableName, F>(
  table: T,
  row: Rows[T],
  form: Typed<F>,
  rowOf: (fields: F) => Partial<Rows[T]>,
): Edit {
  const [now, seen, typed] = [form.now, form.seen, form.fields].map((f) => rowOf(f) as Fields) as [
    Fields,
    Fields,
    Fields,
  ];
  const touched = Object.keys(typed).filter((k) => !same(typed[k], seen[k]));
  const pick = (from: Fields): Fields => Object.fromEntries(touched.map((k) => [k, from[k]]));
  // What the form shows of a field may be less than what the row holds: spaces at its ends, a null that shows as nothing.
  const moved = touched.filter((k) => !same(seen[k], now[k]));
  const before = { ...row, ...Object.fromEntries(moved.map((k) => [k, seen[k]])) } as Rows[T];
  return changed(table, before, pick(typed) as Partial<Rows[T]>);
}
