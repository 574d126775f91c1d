import { builtInFormat, type NumberFormat, shownNumber } from './number-format';
import { type TableRow, UnreadableFile } from './table';
import { isTrue, unescapeCell, type Workbook } from './workbook';
import { attributeOf, scanXml } from './xml';

/** The cells of one sheet as text, rows with nothing in them left out, and what a reader of the sheet should know. */
export interface SheetCells {
  readonly rows: TableRow[];
  readonly hiddenRows: number[];
  readonly hiddenColumns: string[];
  /** `B2 #N/A`. */
  readonly errors: string[];
  /** Formulas whose result the file does not hold. */
  readonly uncalculated: string[];
  /** Merged ranges whose value was filled into the rows below. */
  readonly merged: string[];
}

/** Cells that may be laid out: more is damage or a bomb. */
const MOST_CELLS = 8_000_000;
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;
const GENERAL = builtInFormat(0);

interface Row {
  readonly line: number;
  readonly cells: string[];
}

/** @throws UnreadableFile where the sheet names cells that cannot be, or claims more than can be laid out */
export function readCells(xml: string, book: Workbook, file: string): SheetCells {
  const found: SheetCells = {
    rows: [],
    hiddenRows: [],
    hiddenColumns: [],
    errors: [],
    uncalculated: [],
    merged: [],
  };
  const rows: Row[] = [];
  const merges: string[] = [];
  let [line, column, hidden, laid] = [0, 0, false, 0];
  let cells: string[] = [];
  let cell = { type: '', format: GENERAL, value: '', text: '', formula: false };
  let into: 'value' | 'text' | '' = '';
  let phonetic = false;
  const place = (): void => {
    const text = cellText(cell, book, file);
    const name = `${columnLetters(column)}${line}`;
    if (cell.type === 'e') found.errors.push(`${name} ${text}`);
    if (cell.formula && cell.value === '' && cell.type !== 'str') found.uncalculated.push(name);
    if (text === '') return;
    laid += column - cells.length + 1;
    if (laid > MOST_CELLS) tooFar(file);
    if (cells[column]) throw torn(file);
    while (cells.length < column) cells.push('');
    cells[column] = text;
  };
  scanXml(xml, {
    open(name, attributes) {
      switch (name) {
        case 'row': {
          const r = attributeOf(attributes, 'r');
          line = r === undefined ? line + 1 : numberOf(r, file);
          [column, cells, hidden] = [-1, [], isTrue(attributeOf(attributes, 'hidden'))];
          return;
        }
        case 'c': {
          const r = attributeOf(attributes, 'r');
          const style = attributeOf(attributes, 's');
          column = r === undefined ? column + 1 : columnOf(r, line, file);
          const format = style === undefined ? GENERAL : (book.formats[Number(style)] ?? GENERAL);
          cell = { type: attributeOf(attributes, 't') ?? 'n', format, value: '', text: '', formula: false };
          return;
        }
        case 'v':
          into = 'value';
          return;
        case 't':
          into = phonetic ? '' : 'text';
          return;
        case 'f':
          cell.formula = true;
          return;
        case 'rPh':
          phonetic = true;
          return;
        case 'col':
          if (isTrue(attributeOf(attributes, 'hidden'))) hideColumns(attributes, found.hiddenColumns);
          return;
        case 'mergeCell':
          merges.push(attributeOf(attributes, 'ref') ?? '');
      }
    },
    text(text) {
      if (into !== '') cell[into] += text;
    },
    close(name) {
      if (name === 'v' || name === 't') into = '';
      else if (name === 'rPh') phonetic = false;
      else if (name === 'c') place();
      else if (name === 'row' && cells.length > 0) {
        if (line > MOST_ROWS) damaged(file, `row ${line}`);
        rows.push({ line, cells });
        if (hidden) found.hiddenRows.push(line);
      }
    },
  });
  fillMerged(rows, merges, found.merged);
  for (const row of ordered(rows)) found.rows.push(row);
  return found;
}

/** Rows in their order; a file may write them in another. */
function ordered(rows: Row[]): TableRow[] {
  return rows.some((r, i) => i > 0 && r.line < (rows[i - 1] as Row).line)
    ? [...rows].sort((a, b) => a.line - b.line)
    : rows;
}

function cellText(
  cell: {
    readonly type: string;
    readonly format: NumberFormat;
    readonly value: string;
    readonly text: string;
  },
  book: Workbook,
  file: string,
): string {
  const { type, format, value } = cell;
  if (type === 's') {
    if (value.trim() === '') return '';
    const shared = book.strings[Number(value)];
    if (shared === undefined) throw torn(file);
    return shared.trim();
  }
  if (type === 'inlineStr') return unescapeCell(cell.text || value).trim();
  if (type === 'b') return value === '1' ? 'TRUE' : value === '0' ? 'FALSE' : value;
  if (type === 'd') return isoShown(value.trim(), format);
  if (type === 'str' || type === 'e' || value.trim() === '') return unescapeCell(value).trim();
  const n = Number(value);
  return Number.isFinite(n) ? shownNumber(n, format, book.date1904) : value.trim();
}

/** A cell of type `d`: `2024-03-14T14:27:00`, `14:27:00`; a day shown as a day is a day. */
function isoShown(value: string, format: NumberFormat): string {
  const m = /^(?:(\d{4}-\d\d-\d\d))?T?(\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?(Z?)$/.exec(value);
  if (!m) return value;
  const [, day, clock, z] = m;
  const dayOnly = format.shows === 'date' && !format.hours;
  if (day && (!clock || (dayOnly && /^00:00(:00(\.0+)?)?$/.test(clock)))) return day;
  const short = (clock ?? '').replace(/\.0+$/, '').replace(/^(\d\d:\d\d):00$/, '$1');
  return day && !/^1(899|90[04])-/.test(day) ? `${day} ${short}${z}` : `${short}${z}`;
}

function numberOf(text: string, file: string): number {
  if (!/^\d{1,7}$/.test(text) || Number(text) < 1) damaged(file, text);
  return Number(text);
}

/** @throws UnreadableFile where the cell says that it stands in another row: one of the two is damaged */
function columnOf(ref: string, line: number, file: string): number {
  const m = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(ref);
  const column = m && Number(m[2]) === line ? lettersColumn(m[1] as string) : -1;
  if (column < 0 || column >= MOST_COLUMNS) damaged(file, ref);
  return column;
}

const lettersColumn = (letters: string): number =>
  [...letters.toUpperCase()].reduce((n, c) => n * 26 + c.charCodeAt(0) - 64, 0) - 1;

/** `A` for 0, `AB` for 27. */
function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

function hideColumns(attributes: string, into: string[]): void {
  const [min, max] = [Number(attributeOf(attributes, 'min')), Number(attributeOf(attributes, 'max'))];
  // A range to the last column is the empty part of the sheet.
  if (!(min >= 1) || !(max >= min) || max > 1000) return;
  for (let i = min; i <= max; i++) into.push(columnLetters(i - 1));
}

/** The value of a merged range stands in each row of it that holds anything; a title across columns is left alone. */
function fillMerged(rows: readonly Row[], merges: readonly string[], said: string[]): void {
  let left = MOST_CELLS;
  const byLine = new Map(rows.map((r) => [r.line, r]));
  for (const ref of merges) {
    const m = /^([A-Za-z]{1,3})(\d{1,7}):[A-Za-z]{1,3}(\d{1,7})$/.exec(ref);
    if (!m) continue;
    const [from, to] = [Number(m[2]), Math.min(Number(m[3]), MOST_ROWS)];
    const column = lettersColumn(m[1] as string);
    const value = byLine.get(from)?.cells[column] ?? '';
    if (value === '' || to <= from) continue;
    let filled = false;
    for (let line = from + 1; line <= to; line++) {
      const row = byLine.get(line);
      left -= 1 + Math.max(0, column - (row?.cells.length ?? column));
      if (left < 0) return;
      if (!row || (row.cells[column] ?? '') !== '') continue;
      while (row.cells.length < column) row.cells.push('');
      row.cells[column] = value;
      filled = true;
    }
    if (filled) said.push(ref);
  }
}

/** What a file is whose rows cannot be told from one another. */
export const torn = (file: string): UnreadableFile =>
  new UnreadableFile(
    `${file} has rows that do not hold together: it is damaged. Save it again, or export the sheet as CSV.`,
  );

function damaged(file: string, name: string): never {
  throw new UnreadableFile(
    `${file} names a cell “${name.slice(0, 20)}”: it is damaged. Save it again, or export the sheet as CSV.`,
  );
}

function tooFar(file: string): never {
  throw new UnreadableFile(
    `${file} claims more than ${MOST_CELLS.toLocaleString('en-US')} cells: it is damaged, or its sheet is formatted far beyond its rows. Export the sheet as CSV.`,
  );
}
