import type { Ask, Drafts } from '../drafts';
import { columnName, linesSaid, type Table, type TableRow } from '../formats/table';
import type { Mapping } from './layout';

const DITTO =
  /^(?:["“”'’,〃″´`]{1,3}|[-–—]\s?["“”〃]\s?[-–—]|ditto|dto|do\.?|same(?: as)?(?: above)?|as above)\.?$/i;
/** Letters that a ditto mark begins with, below 128; above, any may be one. */
const OPENS = new Uint8Array(128);
for (const c of '"\',`-dDsSaA ') OPENS[c.charCodeAt(0)] = 1;

function isDitto(cell: string): boolean {
  if (cell.length === 0 || cell.length >= 20) return false;
  const first = cell.charCodeAt(0);
  return (first > 127 || OPENS[first] === 1) && DITTO.test(cell.trim());
}

/**
 * The rows with what ditto marks stand for: the cell above, in the columns that mean something. A mark with nothing above
 * it stays, and is refused where it matters. What was so read is said by line.
 */
export function withDittos(table: Table, mapping: Mapping, notices: string[]): readonly TableRow[] {
  const columns = [
    ...new Set([...Object.values(mapping.columns), ...mapping.moments.flatMap((m) => [m.date, m.time])]),
  ].filter((at) => at >= 0);
  const marks = new Set<number>();
  for (const { cells } of table.rows)
    for (const at of columns) {
      const cell = cells[at];
      if (cell !== undefined && isDitto(cell)) marks.add(at);
    }
  const marked = [...marks].sort((a, b) => a - b);
  if (marked.length === 0) return table.rows;
  const above = new Map<number, string>();
  const lines: number[] = [];
  const rows = table.rows.map((row) => {
    let cells: string[] | null = null;
    for (const at of marked) {
      const cell = row.cells[at] ?? '';
      const held = above.get(at) ?? '';
      if (isDitto(cell) && held !== '') {
        cells ??= [...row.cells];
        cells[at] = held;
      } else if (cell !== '' || at !== mapping.columns['date']) above.set(at, isDitto(cell) ? '' : cell);
    }
    if (!cells) return row;
    lines.push(row.line);
    return { ...row, cells };
  });
  if (lines.length > 0)
    notices.push(
      `Ditto marks on line ${linesSaid(lines)} (${marked.map((at) => columnName(table, at)).join(', ')}) are read as the cell above.`,
    );
  return rows;
}

/**
 * The dates that hold from above, by line, for rows whose date cell is blank. Where a log writes its date only when it
 * changes, they are taken and said; where it writes the same date again elsewhere, a blank may be a date nobody wrote:
 * it is asked, and until then the row has no day.
 */
export function datesAbove(
  table: Table,
  rows: readonly TableRow[],
  mapping: Mapping,
  drafts: Pick<Drafts, 'asks' | 'notices'>,
): ReadonlyMap<number, string> {
  const at = mapping.columns['date'];
  const typed = mapping.date !== '' && mapping.date !== table.day;
  const held = new Map<number, string>();
  if (at === undefined || mapping.layout === 'custody-form' || typed) return held;
  let [last, again] = ['', false];
  for (const [i, row] of rows.entries()) {
    const cell = (row.cells[at] ?? '').trim();
    if (cell === '' && last !== '' && row.day === undefined) held.set(row.line, last);
    if (cell === '') continue;
    if (cell === last && !isDitto(table.rows[i]?.cells[at] ?? '')) again = true;
    last = cell;
  }
  if (held.size === 0) return held;
  const lines = [...held.keys()];
  const taken = mapping.answers[BLANK] ?? (again ? '' : 'above');
  const ask: Ask = {
    id: BLANK,
    lines,
    says: `The date is blank on line ${linesSaid(lines)}: does the date above it hold?`,
    choices: [
      { value: 'above', says: 'The date above holds' },
      { value: 'leave-out', says: 'Nobody wrote it: leave these rows out' },
    ],
    taken,
  };
  drafts.asks.push(ask);
  if (taken !== 'above') return new Map();
  drafts.notices.push(`No date is written on line ${linesSaid(lines)}: the date above it is taken.`);
  return held;
}
const BLANK = 'blank-dates';
