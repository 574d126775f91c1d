import type { Sheet, TableRow } from './table';

/** How many names of columns must stand under one another, and in how much of the first column. */
const [NAMES, MOST] = [3, 0.6];
/** A table that stands on its side has few lines, each a field. */
const LONGEST = 60;

/**
 * A table that stands on its side, names of fields down its first column and one entry in each column beside it, set upright: each
 * of its columns is a row. Said, with what its lines are called then. All other sheets are given as they are.
 */
export function turned(sheet: Sheet, isName: (cell: string) => number): Sheet {
  const { rows } = sheet;
  if (rows.length > LONGEST) return sheet;
  const from = rows.findIndex((r) => r.cells.filter((c) => c !== '').length > 1);
  if (from < 0) return sheet;
  const body = rows.slice(from);
  const heads = body.flatMap((r) => r.cells[0] || []);
  const sure = heads.reduce((n, h) => n + isName(h), 0);
  const names = (r: TableRow): number => r.cells.reduce((n, c) => n + (c === '' ? 0 : isName(c)), 0);
  const apart = new Set(heads.map((h) => h.toLowerCase())).size === heads.length;
  if (!apart || sure < NAMES || sure < MOST * heads.length) return sheet;
  if (names(body[0] as TableRow) >= 2 || body.some((r) => names(r) * 2 > sure)) return sheet;
  const width = body.reduce((n, r) => Math.max(n, r.cells.length), 0);
  const first = (body[0] as TableRow).line;
  const column = (at: number): TableRow => ({ line: first + at, cells: body.map((r) => r.cells[at] ?? '') });
  const upright = Array.from({ length: width }, (_, at) => column(at)).filter(
    (r, at) => at === 0 || r.cells.some((c) => c !== ''),
  );
  if (upright.length < 2) return sheet;
  return {
    ...sheet,
    rows: [...rows.slice(0, from), ...upright],
    notices: [
      ...sheet.notices,
      `The names of the fields stand under one another, so the table is read from column to column: line ${first + 1} is its second column, and so on.`,
    ],
  };
}
