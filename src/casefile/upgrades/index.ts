import * as v from 'valibot';
import { entryOf, type Row, type TableName } from '../../record/tables';
import { to5 } from './to-5';
import { to6 } from './to-6';

/** What one version of the case file changed in rows; tables that came with it say so themselves (`since`). */
interface Upgrade {
  readonly to: number;
  /**
   * A row of any older version as a row of this one. It is given rows of this version too, and leaves them as they are:
   * the same step mends files, the database, what was locked, and what a history replays to.
   */
  readonly row: (table: TableName, row: Row) => Row;
}

/** The version written today. */
export const VERSION = 8;

/** In order; one file a version that changed what rows hold. */
const UPGRADES: readonly Upgrade[] = [
  { to: 5, row: to5 },
  { to: 6, row: to6 },
];

/**
 * A row of any older version as it would be today: each step in turn, then the defaults of fields that came later, which
 * stand in its schema (`v.optional(schema, default)`). A row that does not pass is given back as the steps left it.
 */
export function rowToday(table: TableName, row: Row): Row {
  const stepped = UPGRADES.reduce((r, u) => u.row(table, r), row);
  const parsed = v.safeParse(entryOf(table).schema, stepped);
  return parsed.success ? (parsed.output as Row) : stepped;
}
