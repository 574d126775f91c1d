import { type Cell, cellsOf } from '../../papers/lines';
import type { Line, Page, Paper } from '../../papers/paper';
import { isDistrusted, UNSURE } from '../../papers/recogniser';
import type { Refused, TableRow } from '../formats/table';
import { columnOf, isHead, proseLine } from './blocks';
import type { PageTable } from './page-table';
import type { Passage } from './reader';

/** A row that begins with a time or a day of its own is never the rest of the row above it. */
const WHEN = /\d{1,2}:\d{2}|\d{1,2}[/-]\d{1,2}[/-]\d{2,4}|\d{4}-\d{2}-\d{2}|^\d{4}(?: ?h(?:ou)?rs)?$/;
const DAY = /\d{1,2}[/-]\d{1,2}[/-]\d{2,4}|\d{4}-\d{2}-\d{2}|\b[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}\b/;
/** So many lines above a table may be its title. */
const TITLES = 8;

/** A row while it is put together. */
interface Row {
  readonly cells: string[];
  readonly page: number;
  readonly lines: [number, number];
  quote: string;
  /** Height on the page of the foot of its last line. */
  foot: number;
  torn: string;
}

/** Lines that stand alone among the rows: a day, a total, the foot of a page. */
interface Alone {
  readonly text: string;
  readonly page: number;
  readonly line: number;
}

interface Open {
  head: readonly Cell[];
  readonly named: boolean;
  readonly titles: readonly Alone[];
  readonly headAt: { readonly page: number; lines: [number, number]; quote: string };
  readonly rows: Row[];
  alone: Alone[];
  readonly left: string[];
  again: number;
  readonly unsure: string[];
  /** The page of its last line. */
  page: number;
}

/**
 * The tables of a paper: heads over three columns or more with rows under them, or three rows and more that stand in columns.
 * What goes on over a page is one table, its repeated head set aside; a line that is the rest of a cell is joined to its row.
 * Nothing of a line is left out: what is no row stands in the notices, or in `refused` with its reason.
 */
export function tablesOnPages(paper: Pick<Paper, 'file' | 'pages'>): PageTable[] {
  const done: Open[] = [];
  let open: Open | null = null;
  let used = -1;
  const shut = (): void => {
    if (open && isTable(open)) done.push(open);
    open = null;
  };
  for (const page of paper.pages) {
    used = -1;
    page.lines.forEach((line, i) => {
      if (line.words.length === 0 || isDistrusted(line)) return;
      const plain = cellsOf(line);
      if (open && isAgain(open, plain)) {
        leave(open, page.number);
        open.again++;
        open.page = page.number;
        open.head = plain;
        return;
      }
      if (open && headGoesOn(open, line, plain, page, i)) return;
      if (isTableHead(plain)) {
        shut();
        open = opened(plain, true, page, i, line, titlesAbove(page, i, used));
        return;
      }
      if (open && takes(open, page, line, i)) {
        used = i;
        return;
      }
      if (open && plain.length === 1 && !proseLine(plain, line) && open.alone.length < TITLES) {
        open.alone.push({ text: line.text, page: page.number, line: i });
        return;
      }
      if (open && page.number !== open.page && open.alone.length < TITLES) {
        open.alone.push({ text: line.text, page: page.number, line: i });
        return;
      }
      shut();
      if (plain.length >= 3 && !line.torn) {
        open = opened(plain, false, page, i, line, titlesAbove(page, i, used));
        takes(open, page, line, i);
      }
    });
  }
  shut();
  return joined(done).map((t) => finished(t, paper.file));
}

/** Rows enough, and, where its head is of no words of the trade, rows that fill its columns; without a head, times in a column. */
function isTable({ rows, named, head }: Open): boolean {
  const full = rows.filter((r) => r.cells.filter((c) => c !== '').length * 2 > head.length);
  if (named) return isHead(head) ? full.length > 0 : full.length > 1;
  return full.filter((r) => r.cells.some((c) => WHEN.test(c))).length >= 3;
}

/** Tables of one head on pages that follow one another are one. */
function joined(tables: readonly Open[]): Open[] {
  const out: Open[] = [];
  for (const t of tables) {
    const last = out.at(-1);
    if (!last || !t.named || t.headAt.page !== last.page + 1 || !isAgain(last, t.head)) {
      out.push(t);
      continue;
    }
    last.rows.push(...t.rows);
    last.left.push(...t.titles.map((a) => `“${a.text.slice(0, 80)}” (page ${a.page})`), ...t.left);
    last.unsure.push(...t.unsure);
    last.again += 1 + t.again;
    last.page = t.page;
  }
  return out;
}

const opened = (
  head: readonly Cell[],
  named: boolean,
  page: Page,
  i: number,
  line: Line,
  titles: readonly Alone[],
): Open => ({
  head,
  named,
  titles,
  headAt: { page: page.number, lines: [i, i], quote: line.text },
  rows: [],
  alone: [],
  left: [],
  again: 0,
  unsure: [],
  page: page.number,
});

/** Names of three columns or more, and no value among them. */
const isTableHead = (cells: readonly Cell[]): boolean =>
  cells.length >= 3 &&
  (isHead(cells) || cells.every((c) => c.text.length <= 40 && /^[A-Z(#][^\d:]*$/.test(c.text)));

const isAgain = (open: Open, cells: readonly Cell[]): boolean =>
  open.named &&
  cells.length === open.head.length &&
  cells.every((c, i) => c.text.toLowerCase() === open.head[i]?.text.toLowerCase());

const footOf = (line: Line): number => Math.max(...line.words.map((w) => w.box.y + w.box.h));
const heightOf = (line: Line): number => Math.max(1, ...line.words.map((w) => w.box.h));

/** The second line of a head: names under names, close together, before any row. */
function headGoesOn(open: Open, line: Line, cells: readonly Cell[], page: Page, i: number): boolean {
  if (!open.named || open.rows.length > 0 || open.page !== page.number || line.cells) return false;
  if (i !== open.headAt.lines[1] + 1 || cells.some((c) => /\d|:\s*\S/.test(c.text) || c.text.length > 24))
    return false;
  const above = page.lines[i - 1];
  if (!above || footOf(line) - footOf(above) > 1.45 * heightOf(line)) return false;
  const columns = cells.map((c) => columnOf(c, open.head, page.width));
  if (columns.some((n) => n < 0) || new Set(columns).size < columns.length) return false;
  open.head = open.head.map((h, n) => {
    const more = cells[columns.indexOf(n)];
    return more
      ? { ...h, text: `${h.text} ${more.text}`, x: Math.min(h.x, more.x), end: Math.max(h.end, more.end) }
      : h;
  });
  open.headAt.lines[1] = i;
  open.headAt.quote += ` ${line.text}`;
  return true;
}

/** Takes a line as a row, or as the rest of the row above it; false where it does not stand in the columns. */
function takes(open: Open, page: Page, line: Line, i: number): boolean {
  const own = cellsOf(
    line,
    open.head.map((h) => h.x),
  );
  const end = open.head.length - 1;
  const beyond = (open.head[end] as Cell).end;
  const columns = own.map((c) => (c.x > beyond ? end : columnOf(c, open.head, page.width)));
  const last = open.rows.at(-1);
  const fits = columns.every((n, k) => n >= 0 && (line.cells || staysIn(own[k] as Cell, open.head, n, line)));
  const rest = fits && last !== undefined && isRest(last, open, page, line, own, columns);
  if (!rest && (!fits || own.length < Math.min(open.head.length, Math.max(2, open.head.length / 3))))
    return false;
  if (!rest && cellsOf(line).length === 1) return false;
  if (!open.named && !rest && !stands(own, columns, open.head, line)) return false;
  leave(open, page.number);
  open.page = page.number;
  for (const w of line.words)
    if (w.confidence !== undefined && w.confidence < UNSURE)
      open.unsure.push(`“${w.text}” (page ${page.number})`);
  const row: Row =
    rest && last
      ? last
      : {
          cells: open.head.map(() => ''),
          page: page.number,
          lines: [i, i],
          quote: '',
          foot: 0,
          torn: '',
        };
  own.forEach((cell, k) => {
    const n = columns[k] as number;
    row.cells[n] = row.cells[n] ? `${row.cells[n]} ${cell.text}` : cell.text;
  });
  if (row.page === page.number) {
    row.lines[1] = i;
    row.quote = row.quote === '' ? line.text : `${row.quote} ${line.text}`;
  }
  row.foot = footOf(line);
  row.torn ||= line.torn ?? '';
  if (row !== last) open.rows.push(row);
  return true;
}

const letter = (line: Line): number => heightOf(line) * 0.6;

/** A cell does not run on under the name of the next column. */
function staysIn(cell: Cell, head: readonly Cell[], n: number, line: Line): boolean {
  const next = head[n + 1];
  return !next || cell.end < next.x + Math.max(2 * letter(line), (next.end - next.x) / 2);
}

/** Where no head names the columns, the cells of each row begin under those of the first. */
const stands = (
  own: readonly Cell[],
  columns: readonly number[],
  head: readonly Cell[],
  line: Line,
): boolean =>
  own.length >= head.length * 0.6 &&
  own.every((c, k) => Math.abs(c.x - (head[columns[k] as number] as Cell).x) < 2 * letter(line));

/** Whether a line is the rest of cells of the row above it: it has no time of its own, and its first column is empty or it hangs close under the row. */
function isRest(
  last: Row,
  open: Open,
  page: Page,
  line: Line,
  own: readonly Cell[],
  columns: readonly number[],
): boolean {
  if (line.cells || open.alone.some((a) => a.page === page.number && page.number === last.page)) return false;
  if (own.some((c) => WHEN.test(c.text)) || own.length >= last.cells.filter((c) => c !== '').length)
    return false;
  if (columns.some((n) => last.cells[n] === '')) return false;
  const first = columns.includes(0);
  if (page.number !== last.page) return !first && last.cells[0] !== '';
  const gap = footOf(line) - last.foot;
  if (gap > 1.6 * heightOf(line)) return false;
  return !first || (page.height > 400 && gap < 1.25 * heightOf(line) && own.length < open.head.length / 2);
}

/** Lines that stood alone before a row: within a page they are lines of the table; over a page only a day is. */
function leave(open: Open, page: number): void {
  const over = page !== open.page;
  for (const a of open.alone) {
    if (over && !DAY.test(a.text)) {
      open.left.push(`“${a.text.slice(0, 80)}” (page ${a.page})`);
      continue;
    }
    if (over && /print|run|generat|page/i.test(a.text)) {
      open.left.push(`“${a.text.slice(0, 80)}” (page ${a.page})`);
      continue;
    }
    open.rows.push({
      cells: open.head.map((_, n) => (n === 0 ? a.text : '')),
      page: a.page,
      lines: [a.line, a.line],
      quote: a.text,
      foot: 0,
      torn: '',
    });
  }
  open.alone = [];
}

/** The lines over a table that are no prose and no rows of the table before it. */
function titlesAbove(page: Page, i: number, used: number): Alone[] {
  const out: Alone[] = [];
  for (let k = i - 1; k > used && out.length < TITLES; k--) {
    const line = page.lines[k] as Line;
    if (line.words.length === 0) continue;
    if (proseLine(cellsOf(line), line)) break;
    out.unshift({ text: line.text, page: page.number, line: k });
  }
  return out;
}

function finished(open: Open, file: string): PageTable {
  const rows: TableRow[] = [];
  const at: Passage[] = [];
  const refused: Refused[] = [];
  const put = (cells: readonly string[], passage: Passage): number => {
    at.push(passage);
    rows.push({ line: at.length, cells });
    return at.length;
  };
  for (const t of open.titles) put([t.text], { page: t.page, lines: [t.line, t.line], quote: t.text });
  const headerLine = open.named
    ? put(
        open.head.map((h) => h.text),
        open.headAt,
      )
    : 0;
  for (const r of open.rows) {
    const line = put(r.cells, { page: r.page, lines: r.lines, quote: r.quote });
    if (r.torn === '') continue;
    rows.pop();
    refused.push({ file, line, column: '', why: `${r.torn} (page ${r.page}: “${r.quote.slice(0, 80)}”)` });
  }
  const last = open.rows.at(-1)?.page ?? open.headAt.page;
  const notices = [
    ...(open.again > 0
      ? [`Its head stands again on ${open.again === 1 ? 'one page' : `${open.again} pages`}: it is no row.`]
      : []),
    ...(open.left.length > 0
      ? [`Between its rows, where a page ends, stands ${open.left.join(', ')}: no row is made of it.`]
      : []),
    ...(open.unsure.length > 0
      ? [
          `Recognized from a picture, and not certain: ${[...new Set(open.unsure)].slice(0, 12).join(', ')}. Compare each with its page.`,
        ]
      : []),
  ];
  const sheet = last === open.headAt.page ? `page ${last}` : `pages ${open.headAt.page} to ${last}`;
  return { sheet: { file, sheet, rows, notices }, headerLine, at, refused };
}
