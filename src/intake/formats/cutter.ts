import type { TableRow } from './table';

/** So many columns are looked at for words that are there already. */
const SEEN = 64;

/** Cuts text into rows and cells. */
export class Cutter {
  /** Lines with a quotation mark that was read as it stands. */
  readonly loose: number[] = [];
  /** Lines on which a cell of several lines begins that may be rows. */
  readonly long: number[] = [];
  /** What looking for closing marks in vain may still cost, in letters: beyond it marks are read as they stand. */
  private patience = 2 ** 27;
  /** Cells of the lines before, by column: logs write the same few words again and again, which are then kept once. */
  private readonly seen: string[] = new Array<string>(SEEN * 32).fill('');
  private readonly line: string[] = [];
  private readonly mark: number;
  private nextN = -1;
  private nextR = -1;

  constructor(
    private readonly text: string,
    private readonly delimiter: string,
    /** How many cells most rows have; 0 while nobody knows. */
    private readonly columns: number,
  ) {
    this.mark = delimiter.charCodeAt(0);
  }

  /** The rows from there on whose cells are kept: each with the line that it begins on. */
  from(start: number, firstLine: number, kept: (cells: readonly string[]) => boolean): TableRow[] {
    const { text } = this;
    const rows: TableRow[] = [];
    let [at, line] = [start, firstLine];
    let quote = indexOr(text, '"', at);
    while (at < text.length) {
      if (quote < at) quote = indexOr(text, '"', at);
      const end = this.lineEnd(at);
      if (quote >= end) {
        if (end > at) {
          const cells = this.bare(at, end);
          if (kept(cells)) rows.push({ line, cells });
        }
        at = this.after(end);
        line++;
        continue;
      }
      const row = this.quoted(at, line);
      if (kept(row.cells)) rows.push({ line, cells: row.cells });
      at = this.after(row.end);
      line += 1 + row.breaks;
    }
    return rows;
  }

  /** The cells of a line without quotation marks. */
  private bare(at: number, end: number): string[] {
    const { text, mark, line } = this;
    let [n, from] = [0, at];
    for (let i = at; i <= end; i++) {
      if (i < end && text.charCodeAt(i) !== mark) continue;
      const cell = text.slice(from, i);
      line[n] = isPlain(cell) ? this.once(cell, n) : plain(cell);
      n++;
      from = i + 1;
    }
    return line.slice(0, n);
  }

  /** A cell of a column, as the same text that was cut from a line before where it is still known. */
  private once(cell: string, column: number): string {
    const { length } = cell;
    if (length === 0 || column >= SEEN) return cell;
    const at = 32 * column + ((length + 7 * cell.charCodeAt(length - 1)) & 31);
    const known = this.seen[at];
    if (known === cell) return known;
    this.seen[at] = cell;
    return cell;
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
