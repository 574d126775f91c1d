import { withYear } from '../../time/grammar/date';
import { type DateOrder, parseTime, readDate } from '../../time/grammar/parse';
import { linesSaid, type Refused, type Sheet, type Table, type TableRow } from '../formats/table';
import { plainHeader } from './layout';
import { slashed, titleDay, titleYear } from './title-days';

/** How far down a header is looked for. */
const DEPTH = 40;

/**
 * A sheet with its header found: the row whose cells are most often names of columns. Lines above it are titles, and
 * the one day they or the file's name state is offered for rows that state none; a day on a line of its own holds for
 * the rows below it; headers again, totals and page feet are set aside, and a row of more cells than the header is
 * refused. All of it is said by line. `isName` tells how surely a cell names a column (0 to 1); `headerLine` is what
 * a person chose, 0 where they said that there is none.
 */
export function tableOf(
  sheet: Sheet,
  isName: (plain: string) => number,
  order: (header: readonly string[], rows: readonly TableRow[]) => DateOrder,
  headerLine?: number,
): Table {
  if (headerLine === 0) return headless(sheet);
  const at =
    headerLine === undefined
      ? headerAt(sheet.rows, isName)
      : Math.max(
          0,
          sheet.rows.findIndex((r) => r.line === headerLine),
        );
  const head = sheet.rows[at] as TableRow;
  if (headerLine === undefined && isRow(head.cells, isName)) return headless(sheet);
  const header = headOf(head.cells);
  const titles = sheet.rows.slice(0, at);
  const below = sheet.rows.slice(at + 1);
  const year = titleYear(sheet.file, titles);
  const body = bodyOf(sheet, header, below, order(header, below), year);
  const title = titleDay(sheet.file, titles);
  return {
    file: sheet.file,
    sheet: sheet.sheet,
    header,
    headerLine: head.line,
    titles,
    day: title.day,
    year,
    rows: body.rows,
    refused: body.refused,
    aside: [...titles.map((t) => t.line), ...body.aside],
    notices: [...sheet.notices, ...titlesSaid(titles), ...title.notices, ...body.notices],
  };
}

/**
 * Whether what stands in the place of a header is a row: a time or a day, and no name of a column; or one, which a log writes
 * in its rows too (`Remark`), beside a time by the clock.
 */
const isRow = (cells: readonly string[], isName: (plain: string) => number): boolean => {
  if (cells.length < 2) return false;
  const names = cells.filter((c) => c !== '' && isName(plainHeader(c)) > 0).length;
  const when = cells.filter(
    (c) => /^\d/.test(c) && c.length < 40 && (readDate(c, 'mdy').ok || parseTime(c, 'mdy').ok),
  );
  return names === 0 ? when.length > 0 : names === 1 && when.some((c) => /\d:\d\d/.test(c));
};

/** A sheet of rows alone, as it is copied out of a spreadsheet: columns without names, every line a row. */
function headless(sheet: Sheet): Table {
  const width = sheet.rows.reduce((n, r) => Math.max(n, r.cells.length), 0);
  const header = Array.from({ length: width }, () => '');
  const year = titleYear(sheet.file, []);
  const body = bodyOf(sheet, header, sheet.rows, null, year);
  const title = titleDay(sheet.file, []);
  return {
    ...sheet,
    header,
    headerLine: 0,
    titles: [],
    day: title.day,
    year,
    rows: body.rows,
    refused: body.refused,
    aside: body.aside,
    notices: [
      ...sheet.notices,
      ...title.notices,
      'No line names the columns: what each means is told by its values. Look whether it is right.',
      ...body.notices,
    ],
  };
}

const headOf = (cells: readonly string[]): string[] =>
  cells.map((c) =>
    c
      .replace(/^\ufeff/, '')
      .replace(/\s+/g, ' ')
      .trim(),
  );

const filled = (row: TableRow): string[] => row.cells.filter((c) => c !== '');

/** The first row with most names of columns; where none has two, the first that is about as wide as the widest. */
function headerAt(rows: readonly TableRow[], isName: (plain: string) => number): number {
  const top = rows.slice(0, DEPTH);
  const scores = top.map((r) =>
    r.cells.reduce((n, c) => n + (c === '' || c.length > 60 ? 0 : isName(plainHeader(c))), 0),
  );
  const best = Math.max(...scores);
  if (best >= 2) return scores.indexOf(best);
  const widest = Math.max(...top.map((r) => filled(r).length));
  const wide = top.findIndex((r) => filled(r).length >= Math.max(2, 0.6 * widest));
  return best >= 1 && scores[0] === best ? 0 : Math.max(0, wide);
}

const TOTAL = /^(grand |sub-?\s?)?totals?\b/i;
const FOOT =
  /^(page \d+( of \d+)?|end of (the )?(log|report|list|form|records?|file)|\W*end\W*|(report )?(printed|generated|exported|run)( (on|by|at)\b.*|:.*| [\d/:. -]+([ap]m)?)?)$/i;

interface Body {
  readonly rows: TableRow[];
  readonly refused: Refused[];
  readonly aside: number[];
  readonly notices: string[];
}

function bodyOf(
  sheet: Sheet,
  header: readonly string[],
  all: readonly TableRow[],
  order: DateOrder,
  year: string,
): Body {
  const body: Body = { rows: [], refused: [], aside: [], notices: [] };
  const [again, totals, feet, days]: [number[], number[], number[], string[]] = [[], [], [], []];
  const first = header[0] as string;
  let day = '';
  for (const row of all) {
    const { cells, line } = row;
    if (cells.length > header.length && cells.slice(header.length).some((c) => c !== '')) {
      body.refused.push({ file: sheet.file, line, column: '', why: tooLong(cells, header.length) });
      continue;
    }
    if (cells[0] === first && header.every((h, i) => (cells[i] ?? '').replace(/\s+/g, ' ').trim() === h)) {
      again.push(line);
      continue;
    }
    const lead = cells[0] !== undefined && cells[0] !== '' ? cells[0] : (cells.find((c) => c !== '') ?? '');
    const letter = lead.charCodeAt(0);
    const alone = header.length > 1 && isAlone(cells);
    if (alone || (letter > 64 && TOTAL.test(lead))) {
      const own = alone ? dayLine(lead, order, year) : '';
      if (own !== '') {
        day = own;
        days.push(`line ${line} (${own})`);
        body.aside.push(line);
        continue;
      }
      if (alone && FOOT.test(lead)) {
        feet.push(line);
        continue;
      }
      if (TOTAL.test(lead) && !cells.some((c) => /\d:\d\d/.test(c))) {
        totals.push(line);
        continue;
      }
    }
    body.rows.push(day === '' ? row : { line, cells, day });
  }
  for (const line of [...again, ...totals, ...feet]) body.aside.push(line);
  if (again.length > 0)
    body.notices.push(`The header stands again on line ${linesSaid(again)}: it is no entry.`);
  if (totals.length > 0)
    body.notices.push(`Line ${linesSaid(totals)} is a total: it is no entry, and nothing is made of it.`);
  if (feet.length > 0) body.notices.push(`Line ${linesSaid(feet)} is the foot of a page: it is no entry.`);
  if (days.length > 0)
    body.notices.push(
      `A day stands by itself on ${days.slice(0, 8).join(', ')}${days.length > 8 ? ` and ${days.length - 8} more` : ''}: it holds for the rows below it that state none.`,
    );
  return body;
}

function isAlone(cells: readonly string[]): boolean {
  let n = 0;
  for (const c of cells) if (c !== '' && ++n > 1) return false;
  return n === 1;
}

function tooLong(cells: readonly string[], columns: number): string {
  const count = cells.reduce((n, c, i) => (c === '' ? n : i + 1), 0);
  return `this row has ${count} cells where the header has ${columns}, so they cannot be told apart: put the text that holds the extra mark in quotation marks, or take the mark out`;
}

const WEEKDAY = /^(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?[\s,.]+/i;

/**
 * `Thursday, 3/14/2024:` -> `2024-03-14`, and `Thursday, March 14` too where a title states the year and the weekday is of that
 * year; empty where the line is no day alone. `2044 - 10-8` is a time and a code.
 */
function dayLine(text: string, order: DateOrder, year: string): string {
  if (!/\d/.test(text) || text.length > 60 || /^\d{4}\s+-/.test(text)) return '';
  const bare = text.replace(/^(date|day)\s*:?\s*/i, '').replace(/[\s:,-]+$/, '');
  const weekday = WEEKDAY.exec(bare)?.[1];
  const alone = bare.replace(WEEKDAY, '');
  for (const t of [bare, alone]) {
    const read = readDate(slashed(t), order);
    if (read.ok) return read.date;
  }
  const full = weekday && year !== '' ? withYear(alone, year) : null;
  const read = full === null ? null : readDate(full, order);
  if (!read?.ok) return '';
  const is = new Date(`${read.date}T00:00:00Z`).toUTCString().slice(0, 3).toLowerCase();
  return is === weekday?.slice(0, 3).toLowerCase() ? read.date : '';
}

function titlesSaid(titles: readonly TableRow[]): string[] {
  if (titles.length === 0) return [];
  const words = titles.map((t) => filled(t).join(' ')).join(' / ');
  return [
    `Above the header ${titles.length === 1 ? `stands line ${titles[0]?.line}` : `stand lines ${linesSaid(titles.map((t) => t.line))}`}: “${words.length > 200 ? `${words.slice(0, 200)}…` : words}”.`,
  ];
}
