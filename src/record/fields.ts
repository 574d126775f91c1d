import { canonicalJson } from './canonical';
import { entryOf, type TableName } from './tables';

/** Some fields of a row, by name; the fields of a part stand within it: `{ policies: { drift: 250 } }`. */
export type Fields = Readonly<Record<string, unknown>>;

/** One field that an edit sets: `policies.drift` names a field of a part. `undefined` is a field that is not there. */
export interface FieldChange {
  readonly field: string;
  readonly was: unknown;
  readonly to: unknown;
}

const isObject = (x: unknown): x is Fields => typeof x === 'object' && x !== null && !Array.isArray(x);

/** Whether two values read alike in a file. */
export const same = (a: unknown, b: unknown): boolean =>
  a === b || (a !== undefined && b !== undefined && canonicalJson(a) === canonicalJson(b));

/** Fields of a row, the parts of its table opened: `policies.drift` beside `title`. */
function opened(table: TableName, row: Fields): Map<string, unknown> {
  const parts = entryOf(table).parts ?? [];
  const all = new Map<string, unknown>();
  for (const [name, value] of Object.entries(row)) {
    if (!parts.includes(name) || !isObject(value)) all.set(name, value);
    else for (const [inner, x] of Object.entries(value)) all.set(`${name}.${inner}`, x);
  }
  return all;
}

/** The fields in which two states of a row, or of some of its fields, differ. */
export function differences(table: TableName, before: Fields, after: Fields): FieldChange[] {
  const [was, to] = [opened(table, before), opened(table, after)];
  return [...new Set([...was.keys(), ...to.keys()])]
    .filter((field) => !same(was.get(field), to.get(field)))
    .map((field) => ({ field, was: was.get(field), to: to.get(field) }));
}

/** The value of one field; undefined where it is not there. */
export function valueAt(row: Fields, field: string): unknown {
  const [name, inner] = split(field);
  const value = row[name];
  return inner === null ? value : isObject(value) ? value[inner] : undefined;
}

/** A row with one field set; undefined takes it out. */
export function withField<T extends Fields>(row: T, field: string, value: unknown): T {
  const [name, inner] = split(field);
  const part = row[name];
  const next = inner === null ? value : withField(isObject(part) ? part : ({} as Fields), inner, value);
  if (next !== undefined) return { ...row, [name]: next };
  const { [name]: _, ...rest } = row;
  return rest as unknown as T;
}

/** Only these fields of changes, as they were and as they become: what an edit is in the history. */
export function halves(changes: readonly FieldChange[]): { before: Fields; after: Fields } {
  let [before, after]: [Fields, Fields] = [{}, {}];
  for (const c of changes) {
    before = withField(before, c.field, c.was);
    after = withField(after, c.field, c.to);
  }
  return { before, after };
}

/** A list without an order after what was put in and taken out of another state of it. */
export function merged(now: unknown, was: unknown, to: unknown): unknown[] {
  const [have, old, next] = [now, was, to].map((x) => (Array.isArray(x) ? (x as unknown[]) : []));
  return [
    ...(have as unknown[]).filter((x) => next?.includes(x) || !old?.includes(x)),
    ...(next as unknown[]).filter((x) => !old?.includes(x) && !have?.includes(x)),
  ];
}

/** Whether a field is a list without an order. */
export const isSet = (table: TableName, field: string): boolean =>
  entryOf(table).sets?.includes(field) ?? false;

function split(field: string): [string, string | null] {
  const dot = field.indexOf('.');
  return dot < 0 ? [field, null] : [field.slice(0, dot), field.slice(dot + 1)];
}
