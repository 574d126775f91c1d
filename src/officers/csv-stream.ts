/** Marks that may part the cells of a table. */
const MARKS = [',', '\t', ';', '|'];

/** Which mark parts the cells: the one that cuts the first lines into most cells, alike in number. */
export function markOf(sample: string): string {
  const lines = sample
    .split(/\r\n|\n|\r/)
    .filter((l) => l !== '')
    .slice(0, 40);
  let best = { mark: ',', score: 0 };
  for (const mark of MARKS) {
    const counts = lines.map((l) => l.split(mark).length - 1);
    const most = counts[0] ?? 0;
    const score = most * counts.filter((n) => n === most).length;
    if (score > best.score) best = { mark, score };
  }
  return best.mark;
}

/** A cell in quotation marks beyond so many letters is no cell: the mark was never closed. */
const LONGEST = 1_000_000;

/**
 * Cuts a table into rows as its text streams by; nothing of it is kept but the row under way. Quotation marks as in RFC 4180;
 * one that opens within a cell is a letter of it.
 */
export class CsvStream {
  private rest = '';
  /** Line of the file on which the next row begins, the first being 1. */
  private line = 1;
  private ends = false;

  /** @param onRow its cells, untrimmed, and the line on which it begins */
  constructor(
    private readonly mark: string,
    private readonly onRow: (cells: string[], line: number) => void,
  ) {}

  /** @throws where a quotation mark is never closed */
  push(text: string): void {
    this.rest = this.cut(this.rest + text);
    if (this.rest.length > LONGEST)
      throw new Error(`On line ${this.line} a quotation mark opens a cell and is never closed.`);
  }

  end(): void {
    this.ends = true;
    if (this.rest !== '') this.rest = this.cut(`${this.rest}\n`);
    if (this.rest !== '')
      throw new Error(`On line ${this.line} a quotation mark opens a cell and is never closed.`);
  }

  /** Cuts what is whole. @returns the row that is not */
  private cut(text: string): string {
    const { mark, onRow } = this;
    let at = 0;
    let quote = text.indexOf('"');
    for (;;) {
      const end = text.indexOf('\n', at);
      if (end < 0) return text.slice(at);
      if (quote >= 0 && quote < at) quote = text.indexOf('"', at);
      if (quote < 0 || quote > end) {
        const last = text.charCodeAt(end - 1) === 13 && end > at ? end - 1 : end;
        if (last > at) onRow(text.slice(at, last).split(mark), this.line);
        this.line++;
        at = end + 1;
        continue;
      }
      const row = this.quoted(text, at);
      if (!row) return text.slice(at);
      onRow(row.cells, this.line);
      this.line += row.breaks + 1;
      at = row.end;
    }
  }

  /** A row with quotation marks; null where it is not whole yet. */
  private quoted(text: string, start: number): { cells: string[]; end: number; breaks: number } | null {
    const cells: string[] = [];
    let [at, breaks] = [start, 0];
    for (;;) {
      let cell = '';
      if (text[at] === '"') {
        let close = text.indexOf('"', at + 1);
        while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
        // A mark at the very end may be half of a doubled one.
        if (close < 0 || (close + 1 >= text.length && !this.ends)) return null;
        const raw = text.slice(at + 1, close);
        for (let i = raw.indexOf('\n'); i >= 0; i = raw.indexOf('\n', i + 1)) breaks++;
        cell = raw.includes('""') ? raw.replaceAll('""', '"') : raw;
        at = close + 1;
      }
      const [next, end] = [text.indexOf(this.mark, at), text.indexOf('\n', at)];
      if (end < 0) return null;
      const stop = next >= 0 && next < end ? next : end;
      const tail = text.slice(at, stop);
      cells.push(cell + (stop === end && tail.endsWith('\r') ? tail.slice(0, -1) : tail));
      at = stop + 1;
      if (stop === end) return { cells, end: at, breaks };
    }
  }
}
