/** A text file or one sheet of a workbook as rows of cells, before anybody says which row is the header. */
export interface Sheet {
  readonly file: string;
  /** The sheet of a workbook; empty for a text file. */
  readonly sheet: string;
  /** Rows with anything in them. */
  readonly rows: readonly TableRow[];
  readonly notices: readonly string[];
}

/** A sheet whose header is known, before anybody says what its columns mean. */
export interface Table extends Sheet {
  readonly header: readonly string[];
  /** Line on which the header stands. */
  readonly headerLine: number;
  /** Lines above the header: titles, names, dates. */
  readonly titles: readonly TableRow[];
  /** The day that a title or the file's name states for rows that state none, `2024-03-14`; empty where none does. */
  readonly day: string;
  /** The year that they state for days written without one, `2024`; empty where they state none or several. */
  readonly year: string;
  /** Lines that are no entries, as the notices say: titles, headers again, totals, days on a line of their own. */
  readonly aside: readonly number[];
  /** Rows that cannot be told apart, each with its reason. */
  readonly refused: readonly Refused[];
}

export interface TableRow {
  /** Line of the file (row of the sheet) on which the row begins, the first being 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** The day of a line of its own above this row; absent where there is none. */
  readonly day?: string;
}

/** A line that was not taken, and what a person can do about it. */
export interface Refused {
  readonly file: string;
  readonly line: number;
  readonly column: string;
  readonly why: string;
}

/** The file cannot be read at all; the message says what it is and what to do. */
export class UnreadableFile extends Error {}

/** `name` of one column, or where the header is empty its place: `column 3`. */
export function columnName(table: Pick<Table, 'header'>, index: number): string {
  return table.header[index]?.trim() || `column ${index + 1}`;
}

/** `3, 5 to 9, 12`; after a dozen stretches it says how many more lines there are. */
export function linesSaid(lines: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const line of [...new Set(lines)].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && line === last[1] + 1) last[1] = line;
    else runs.push([line, line]);
  }
  const said = runs
    .slice(0, 12)
    .map(([a, b]) => (a === b ? `${a}` : b === a + 1 ? `${a}, ${b}` : `${a} to ${b}`))
    .join(', ');
  const left = runs.slice(12).reduce((n, [a, b]) => n + b - a + 1, 0);
  return left === 0 ? said : `${said} and ${left} more`;
}
