import { parseTime, readDate } from '../../time/grammar/parse';
import type { Sheet, TableRow } from './table';

/** How far down the first header is looked for. */
const DEPTH = 40;

/**
 * The tables that stand under one another on a sheet, each with the title lines above it: a second header begins one where
 * blank lines stand above it, or above its title. A sheet of one table is given as it is.
 */
export function tablesApart(sheet: Sheet, isName: (cell: string) => number): Sheet[] {
  const starts = [0];
  const first = sheet.rows.slice(0, DEPTH).findIndex((row) => isHeader(row, isName));
  if (first < 0) return [sheet];
  let head = sheet.rows[first] as TableRow;
  for (let at = first + 2; at < sheet.rows.length; at++) {
    if (!apart(sheet.rows, at)) continue;
    const header = belowTitle(sheet.rows, at);
    const row = sheet.rows[header];
    if (!row || !isHeader(row, isName) || sameCells(head, row)) continue;
    starts.push(at);
    head = row;
  }
  if (starts.length === 1) return [sheet];
  return starts.map((from, n) => ({
    ...sheet,
    rows: sheet.rows.slice(from, starts[n + 1] ?? sheet.rows.length),
    notices: [
      ...(n === 0 ? sheet.notices : []),
      `${starts.length} tables stand under one another: this one is on line ${sheet.rows[from]?.line} to ${sheet.rows[(starts[n + 1] ?? sheet.rows.length) - 1]?.line}.`,
    ],
  }));
}

const filled = (row: TableRow): string[] => row.cells.filter((c) => c !== '');

/** Short names of columns and nothing that is a time or a day. */
function isHeader(row: TableRow, isName: (cell: string) => number): boolean {
  const cells = filled(row);
  if (cells.length < 2 || cells.some((c) => c.length > 60 || /^\d/.test(c))) return false;
  const sure = cells.reduce((n, c) => n + isName(c), 0);
  if (sure < 2 || sure * 2 < cells.length) return false;
  return !cells.some((c) => /\d/.test(c) && (readDate(c, 'mdy').ok || parseTime(c, 'mdy').ok));
}

const sameCells = (a: TableRow, b: TableRow): boolean => filled(a).join('\n') === filled(b).join('\n');

/** The row below the lines of a title that begin there. */
function belowTitle(rows: readonly TableRow[], from: number): number {
  let at = from;
  while (at < from + 4 && rows[at] && filled(rows[at] as TableRow).length === 1) at++;
  return at;
}

/** Whether a blank line stands above that row. */
const apart = (rows: readonly TableRow[], at: number): boolean =>
  at > 0 && (rows[at] as TableRow).line - (rows[at - 1] as TableRow).line > 1;
