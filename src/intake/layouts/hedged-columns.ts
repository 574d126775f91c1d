import { parseTime } from '../../time/grammar/parse';
import { columnName, type Table } from '../formats/table';
import { columnHolds } from './moments-by-value';

/** A heading that says that the times under it are not exact: `Approx. Time`, `Estimated arrival`. */
const HEDGE = /\b(?:approx\w*|estimated|circa)\b/i;
const HEDGED = /^[~≈]|\b(?:about|approx|around|circa)/i;

/** A table whose heading says that its times are not exact, with each of them so (`~9:01 PM`); said. As exact ones they would bound too tightly. */
export function withHedges(table: Table): Table {
  const at = table.header.flatMap((h, i) => (HEDGE.test(h) && columnHolds(table, i) === 'times' ? [i] : []));
  if (at.length === 0) return table;
  const about = (cell: string): string =>
    cell.trim() !== '' && !HEDGED.test(cell) && parseTime(`~${cell.trim()}`, 'mdy').ok
      ? `~${cell.trim()}`
      : cell;
  return {
    ...table,
    rows: table.rows.map((r) => ({ ...r, cells: r.cells.map((c, i) => (at.includes(i) ? about(c) : c)) })),
    notices: [
      ...table.notices,
      `The times under ${at.map((i) => `“${columnName(table, i)}”`).join(', ')} are taken as approximate, as the heading says.`,
    ],
  };
}
