import { decode } from './decode';
import { otherText } from './other-formats';
import { linesSaid, type Sheet, type TableRow, UnreadableFile } from './table';

/** The largest text file taken at once; more would hold the tab's memory several times over. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Why a file of so many bytes is not read at all; null where it is small enough. */
export function tooLargeFor(file: string, size: number): string | null {
  if (size <= MOST_BYTES) return null;
  return `${file} is ${(size / 1_048_576).toFixed(0)} MB; up to ${MOST_BYTES / 1_048_576} MB can be taken at once. Split it by day or by unit and bring in the parts.`;
}

/**
 * A text file of rows: comma, semicolon, tab or bar, whichever fits; line ends of any kind and mixed. Blank lines are
 * skipped; every row keeps the line it begins on. A quotation mark that does not close as it should is read as it
 * stands, so that it takes no other row with it, and its line is named. @throws UnreadableFile
 */
export function readCsv(bytes: Uint8Array, file: string): Sheet {
  const tooLarge = tooLargeFor(file, bytes.length);
  if (tooLarge) throw new UnreadableFile(tooLarge);
  const { text, notices } = decode(bytes, file);
  const other = otherText(text);
  if (other) throw new UnreadableFile(`${file} ${other}`);
  const said = /^sep=(.)\r?\n?/i.exec(text);
  const start = said ? said[0].length : 0;
  const { delimiter, columns } = said
    ? shapeOf(text.slice(start, start + SAMPLE), [said[1] as string])
    : shapeOf(text.slice(0, SAMPLE), DELIMITERS);
  const cut = new Cutter(text, delimiter, columns);
  const rows = cut.from(start, said ? 2 : 1).filter(holdsAny);
  if (rows.length === 0)
    throw new UnreadableFile(`${file} holds no rows: there is no header line and nothing below it.`);
  if (cut.loose.length > 0)
    notices.push(
      `On line ${linesSaid(cut.loose)} a quotation mark begins a cell and does not close it as a table would: it is read as it stands, each line as its own row.`,
    );
  if (cut.long.length > 0)
    notices.push(
      `On line ${linesSaid(cut.long)} begins a cell in quotation marks that runs over several lines which could be rows: look whether a mark is missing there.`,
    );
  return { file, sheet: '', rows, notices };
}

const DELIMITERS = [',', ';', '\t', '|'];
const SAMPLE = 65_536;
/** A cell that is whole: a date, a time, a number. Cut at the wrong mark, few cells are. */
const WHOLE = /^["'=]*\d[\d:/. -]*\s*(?:[ap]\.?m\.?)?["']*$/i;

/** Which mark parts the cells, and into how many: the one that gives most rows of one width, with most cells that are whole. */
function shapeOf(sample: string, marks: readonly string[]): { delimiter: string; columns: number } {
  let best = { delimiter: marks[0] as string, columns: 1, score: -1 };
  for (const delimiter of marks) {
    const rows = new Cutter(sample, delimiter, 0).from(0, 1).slice(0, 100);
    const widths = new Map<number, number>();
    let whole = 0;
    for (const { cells } of rows) {
      if (cells.every((c) => c === '')) continue;
      widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
      if (cells.length > 1) for (const cell of cells) if (WHOLE.test(cell)) whole++;
    }
    const [columns, alike] = [...widths].reduce((a, b) => (b[0] > 1 && b[1] >= a[1] ? b : a), [1, 0]);
    const score = columns < 2 ? 0 : (alike + 2 * whole) / rows.length;
    if (score > best.score) best = { delimiter, columns, score };
  }
  return best;
}

/** Cuts text into rows and cells. */
class Cutter {
  /** Lines with a quotation mark that was read as it stands. */
  readonly loose: number[] = [];
  /** Lines on which a cell of several lines begins that may be rows. */
  readonly long: number[] = [];
  /** What looking for closing marks in vain may still cost, in letters: beyond it marks are read as they stand. */
  private patience = 2 ** 27;
  private nextN = -1;
  private nextR = -1;

  constructor(
    private readonly text: string,
    private readonly delimiter: string,
    /** How many cells most rows have; 0 while nobody knows. */
    private readonly columns: number,
  ) {}

  from(start: number, firstLine: number): TableRow[] {
    const { text } = this;
    const rows: TableRow[] = [];
    let [at, line] = [start, firstLine];
    let quote = indexOr(text, '"', at);
    while (at < text.length) {
      if (quote < at) quote = indexOr(text, '"', at);
      const end = this.lineEnd(at);
      if (quote >= end) {
        if (end > at) rows.push({ line, cells: this.bare(at, end) });
        at = this.after(end);
        line++;
        continue;
      }
      const row = this.quoted(at, line);
      rows.push({ line, cells: row.cells });
      at = this.after(row.end);
      line += 1 + row.breaks;
    }
    return rows;
  }

  /** The cells of a line without quotation marks. */
  private bare(at: number, end: number): string[] {
    const cells = this.text.slice(at, end).split(this.delimiter);
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i] as string;
      if (!isPlain(cell)) cells[i] = plain(cell);
    }
    return cells;
  }

  /** Where the line that holds `at` ends: its first CR or LF, or the end of the text. `at` never goes back. */
  private lineEnd(at: number): number {
    const { text } = this;
    if (this.nextN < at) this.nextN = indexOr(text, '\n', at);
    if (this.nextR < at) {
      const found = text.indexOf('\r', at);
      this.nextR = found < 0 ? Number.POSITIVE_INFINITY : found;
    }
    return Math.min(this.nextN, this.nextR);
  }

  /** Past the line end: CR LF is one. */
  private after(end: number): number {
    return this.text[end] === '\r' && this.text[end + 1] === '\n' ? end + 2 : end + 1;
  }

  /** One row with quotation marks in it. */
  private quoted(start: number, line: number): { cells: string[]; end: number; breaks: number } {
    const { text, delimiter } = this;
    const cells: string[] = [];
    let [at, breaks] = [start, 0];
    for (;;) {
      const open = /(?:=?"| +=?")/y;
      open.lastIndex = at;
      const mark = open.exec(text);
      const cell = mark ? this.closed(start, open.lastIndex, line) : null;
      let end: number;
      if (cell) {
        cells.push(cell.value);
        breaks += cell.breaks;
        end = cell.end;
      } else {
        const stop = indexOr(text, delimiter, at);
        end = Math.min(stop, this.lineEnd(at));
        if (mark) this.loose.push(line);
        cells.push(plain(text.slice(at, end)));
      }
      if (end >= text.length || text[end] !== delimiter) return { cells, end, breaks };
      at = end + 1;
    }
  }

  /** The cell whose opening mark stands before `from`, if its closing mark is followed by the end of the cell. */
  private closed(
    row: number,
    from: number,
    line: number,
  ): { value: string; end: number; breaks: number } | null {
    const { text } = this;
    let close = text.indexOf('"', from);
    while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
    const cost = (close < 0 ? text.length : close) - from;
    let end = close + 1;
    while (text[end] === ' ') end++;
    const ends =
      end >= text.length || text[end] === this.delimiter || text[end] === '\n' || text[end] === '\r';
    if (this.patience < 0 || close < 0 || !ends) {
      this.patience -= cost;
      return null;
    }
    const raw = text.slice(from, close);
    const breaks = raw.match(/\r\n|\n|\r/g)?.length ?? 0;
    if (breaks > 0 && this.columns > 1) {
      const widths = text
        .slice(row, Math.min(indexOr(text, '\n', end), indexOr(text, '\r', end)))
        .split(/\r\n|\n|\r/)
        .map((l) => l.split(this.delimiter).length);
      if (widths.every((w) => w === this.columns)) return null;
      if (widths.slice(1).some((w) => w >= this.columns)) this.long.push(line);
    }
    return { value: plain(raw.replace(/""/g, '"')), end, breaks };
  }
}

/** Whether anything stands in a row: mostly in its first cell. */
function holdsAny({ cells }: TableRow): boolean {
  return cells[0] !== '' || cells.some((c) => c !== '');
}

const indexOr = (text: string, mark: string, at: number): number => {
  const found = text.indexOf(mark, at);
  return found < 0 ? text.length : found;
};

/** Whether a cell has neither blanks about it nor a mark before it. */
function isPlain(cell: string): boolean {
  const first = cell.charCodeAt(0);
  return cell === '' || (first > 32 && first !== 39 && first !== 61 && cell.charCodeAt(cell.length - 1) > 32);
}

/** A cell without its blanks, and without the marks by which programs force text: `="0905"`, `'0905`. */
function plain(cell: string): string {
  const first = cell.charCodeAt(0);
  const text = cell.trim();
  if (first === 39 && /^'[\d=+@-]/.test(text)) return text.slice(1);
  if (first !== 61) return text;
  return /^="(.*)"$/s.exec(text)?.[1]?.replace(/""/g, '"') ?? text;
}
