import { added, type Edit, removed } from '../record/change';
import { newId } from '../record/ids';
import { entryOf, nameOf, type PaperTable, type Row, type Rows, type WorkTable } from '../record/tables';
import { daysFault } from '../time/days';
import { type Act, formEdit, type Typed } from './act';

/** Tables beside the facts: what the attorney keeps of the case around the stop. */
export type OwnTable = WorkTable | PaperTable;
/** What a form types of a row: all but what makes it a row. */
export type OwnFields<T extends OwnTable> = Omit<Rows[T], 'id' | 'caseId'>;

/** Fields that hold days as they were written. */
const DAY_FIELDS = [
  'day',
  'until',
  'made',
  'told',
  'ends',
  'answered',
  'met',
  'starts',
  'stops',
  'from',
  'to',
  'entered',
  'destroyBy',
  'askedOn',
] as const;

/** What is wrong with what is typed, by field; empty where it can be kept. */
export function faultsOf(fields: Readonly<Record<string, unknown>>): Record<string, string> {
  const out: Record<string, string> = {};
  for (const name of DAY_FIELDS) {
    const text = fields[name];
    const why = typeof text === 'string' ? daysFault(text) : undefined;
    if (why) out[name] = why;
  }
  return out;
}

const trimmed = <F extends object>(fields: F): F =>
  Object.fromEntries(Object.entries(fields).map(([k, x]) => [k, typeof x === 'string' ? x.trim() : x])) as F;

/** A row typed anew (`row` null) or changed: only the fields that were touched. */
export function saveOwn<T extends OwnTable>(
  table: T,
  caseId: string,
  row: Rows[T] | null,
  form: Typed<OwnFields<T>>,
): Act {
  const fields = trimmed(form.fields);
  const edit: Edit = row
    ? formEdit(table, row, form, (f) => trimmed(f) as unknown as Partial<Rows[T]>)
    : added(table, { ...fields, id: newId(), caseId } as unknown as Rows[T]);
  const name = nameOf(table, { ...fields, id: '' } as unknown as Row);
  return { caseId, says: `${said(table)} ${row ? 'changed' : 'added'}: ${name}`, edits: [edit] };
}

/** Several rows put in as one step. */
export const addOwn = <T extends OwnTable>(
  table: T,
  caseId: string,
  rows: readonly OwnFields<T>[],
  says: string,
): Act => ({
  caseId,
  says,
  edits: rows.map((r) => added(table, { ...trimmed(r), id: newId(), caseId } as unknown as Rows[T])),
});

/** One row changed in some of its fields. @param seen the row as it was on the screen */
export function changeOwn<T extends OwnTable>(table: T, seen: Rows[T], patch: Partial<OwnFields<T>>): Act {
  const row = seen as Rows[T] & { readonly caseId: string };
  const { id: _, caseId, ...now } = row;
  const fields = now as unknown as OwnFields<T>;
  return saveOwn(table, caseId, seen, { now: fields, seen: fields, fields: { ...fields, ...patch } });
}

/** A row taken out, and with it `others` that hang on it. */
export function removeOwn<T extends OwnTable>(table: T, row: Rows[T], others: readonly Edit[] = []): Act {
  const { caseId } = row as { readonly caseId: string };
  return {
    caseId,
    says: `${said(table)} taken out: ${nameOf(table, row as unknown as Row)}`,
    edits: [...others, removed(table, row)],
  };
}

/** `An offer` as the history begins a sentence with it: `Offer`. */
function said(table: OwnTable): string {
  const one = entryOf(table).one.replace(/^(an?|the) /, '');
  return one.slice(0, 1).toUpperCase() + one.slice(1);
}
