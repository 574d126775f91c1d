import * as v from 'valibot';
import { entryOf, nameOf, type Row, type TableName } from './tables';

/** A row that passed, with its defaults; or in a sentence why it did not. */
export type Passed = { readonly row: Row } | { readonly refused: string };

/**
 * The one door of every row, whether from a form, a file or a history that is turned back: the schema of its table. What is
 * refused is named: its table, the row by what it is called, the field, what stands there, and why it cannot.
 */
export function passed(table: TableName, row: Row): Passed {
  const result = v.safeParse(entryOf(table).schema, row);
  if (result.success) return { row: result.output as Row };
  const issue = result.issues[0];
  const { one } = entryOf(table);
  const name = nameOf(table, row);
  const id = row.id === name ? '' : ` (id ${row.id.slice(0, 80)})`;
  const field = v.getDotPath(issue) ?? 'the row';
  return {
    refused: `${table}: ${one}, “${name}”${id}: ${field} is ${issue.received.slice(0, 80)}: ${issue.message}.`,
  };
}
