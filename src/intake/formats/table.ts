/** A file as rows of text, before anybody says what its columns mean. */
export interface Table {
  readonly file: string;
  /** The sheet of a workbook; empty for a text file. */
  readonly sheet: string;
  readonly header: readonly string[];
  readonly rows: readonly TableRow[];
  /** What was noticed on the way: an encoding guessed, rows longer than the header. */
  readonly notices: readonly string[];
}

export interface TableRow {
  /** Line of the file (row of the sheet) on which the row begins, the first being 1. */
  readonly line: number;
  readonly cells: readonly string[];
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
