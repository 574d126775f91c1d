import { readFileSync } from 'node:fs';
import { unzipSync, zipSync } from 'fflate';
import {
  guessMapping,
  layoutOf,
  readSheets,
  readTables,
  sheetsApart,
  UnreadableFile,
  withHeader,
} from '../../src/intake';
import { contextFor } from '../../src/intake/assemble';
import type { Drafts } from '../../src/intake/drafts';
import type { Sheet, Table, TableRow } from '../../src/intake/formats/table';
import type { Mapping } from '../../src/intake/layouts/layout';
import { readTranscript } from '../../src/intake/transcripts/transcript';
import { newCase } from '../../src/record/case';
import { emptyRecord } from '../../src/record/record';
import { parseTime } from '../../src/time/grammar/parse';
import { printWritten } from '../../src/time/grammar/print';
import { resolveReading } from '../../src/time/grammar/resolve';
import { workbook } from '../workbook';

type Int = (below: number) => number;
type Fail = (round: number, why: string) => never | void;

const TABLES = [
  'public/samples/roadside-stop-log.csv',
  'public/samples/rodriguez-stop-log.csv',
  'public/samples/roadside-custody.csv',
  'public/samples/roadside-cameras.csv',
  'test/fixtures/tables/made/Doe stop 3-14-2024.csv',
  'test/fixtures/tables/made/property room.csv',
  'test/fixtures/tables/made/bwc list.csv',
  'test/fixtures/tables/bugs/semi-commas3.csv',
  'test/fixtures/tables/bugs/quote-close.csv',
];
/** Rows of a table that are mutated at once, with all that stands above them: a case is as cheap as that. */
const ROWS = 6;
/** Of a table whose cells are changed. */
const FEW = 3;
/** A file that takes more work than this to refuse or read hangs, ms. */
const HANG = 3000;
const utf8 = new TextEncoder();

/**
 * How many ms of work each case takes: by the clock on the wall, and where that is long by the work of this process since a
 * few cases before it, because the machine may be shared and what waits does not hang. Asking for it each time costs a tenth.
 */
function stopwatch(): () => () => number {
  let cpu = process.cpuUsage();
  let cases = 0;
  return () => {
    if (cases++ % 64 === 0) cpu = process.cpuUsage();
    const began = performance.now();
    return () => {
      const wall = performance.now() - began;
      if (wall < 100) return wall;
      const { user, system } = process.cpuUsage(cpu);
      return Math.min(wall, (user + system) / 1000);
    };
  };
}

function drafted(table: Table): { drafts: Drafts; mapping: Mapping } {
  let n = 0;
  const mapping = { ...guessMapping(table), zone: 'America/Chicago' };
  const context = contextFor(emptyRecord(newCase('c', 'x', 'America/Chicago', 0)), '', () => `i${n++}`);
  return { drafts: layoutOf(mapping.layout).read(table, mapping, context), mapping };
}

/** What was lost without a word: a line of the file that is no row, a row that is nothing, or a column; null where nothing was. */
function lost(file: Uint8Array | Sheet, table: Table, d: Drafts, mapping: Mapping): string | null {
  const told = new Set([
    ...d.events.map((e) => e.line),
    ...d.custody.map((c) => c.line),
    ...d.refused.map((r) => r.line),
    ...d.notices.flatMap((n) =>
      /^Line .*: it goes on from line/.test(n) ? table.rows.map((r) => r.line) : [],
    ),
  ]);
  const row = table.rows.find((r) => r.cells.some((c) => c !== '') && !told.has(r.line));
  if (row) return `line ${row.line} is neither taken nor listed`;
  // Every line with something on it is a row, a title, the header, or set aside.
  const lines = 'rows' in file ? file.rows.length : linesOf(file);
  const known =
    table.rows.length + table.aside.length + table.refused.length + (table.headerLine > 0 ? 1 : 0);
  if (known < lines) return `${lines} lines hold something, and ${known} are known of`;
  const used = new Set([
    ...Object.values(mapping.columns),
    ...mapping.moments.flatMap((m) => [m.date, m.time]),
  ]);
  const listed = new Set(d.unused.map((u) => u.column));
  // Where no column says what happened, those that are left are its words, and a notice names each.
  const words = d.notices.filter((n) => n.endsWith('are joined as the words of each row.')).join();
  for (const [i, name] of table.header.entries()) if (words.includes(`“${name}”`)) listed.add(i);
  const column = table.header.findIndex(
    (_, i) => !used.has(i) && !listed.has(i) && table.rows.some((r) => (r.cells[i] ?? '') !== ''),
  );
  return column < 0 ? null : `column ${column + 1} is dropped without a word`;
}

/** How many lines of a file hold a letter or a figure; 0 where quotation marks make it hard to say what a line is. */
function linesOf(bytes: Uint8Array): number {
  const text = new TextDecoder().decode(bytes);
  const unclear = text.includes('"') || /^sep=/i.test(text) || text.includes('\0');
  if (unclear || bytes[0] === 0xff || bytes[0] === 0xfe) return 0;
  return text.split(/\r\n|\n|\r/).filter((l) => /[\p{L}\d]/u.test(l)).length;
}

/** A sheet of which cells were changed, put out or put in, and lines doubled, swapped or blanked; its bytes need no reading. */
function withOddCells(sheet: Sheet, head: number, int: Int): Sheet {
  const first = Math.max(1, sheet.rows.findIndex((r) => r.line === head) + 1);
  const from = first + int(Math.max(1, sheet.rows.length - first - FEW));
  const rows = [...sheet.rows.slice(0, first), ...sheet.rows.slice(from, from + FEW)].map((r) => [
    ...r.cells,
  ]);
  for (let k = 0; k <= int(5); k++) {
    // The header and what stands above it are changed once in eight.
    const at = int(8) === 0 ? int(rows.length) : Math.min(rows.length - 1, first + int(FEW));
    const cells = rows[at] as string[];
    const column = int(cells.length + 1);
    const other = rows[int(rows.length)] as string[];
    switch (int(7)) {
      case 0:
        cells.splice(column, 1);
        break;
      case 1:
        cells.splice(column, 0, oddCell(int));
        break;
      case 2:
        rows.splice(at, 0, [...other]);
        break;
      case 3:
        if (column < cells.length) cells[column] = other[column] ?? '';
        break;
      default:
        if (column < cells.length) cells[column] = oddCell(int);
    }
  }
  const lines = rows.map((cells, i): TableRow => ({ line: i + 1, cells }));
  return { ...sheet, rows: lines.filter((r) => r.cells.some((c) => c !== '')) };
}

const CELLS = [
  ...[
    '',
    '-',
    'N/A',
    '"',
    'x',
    '25:99',
    '24:00',
    '14:27',
    '2:27 PM',
    '0005',
    '1427/1435',
    '~1430 +-3m',
    'noon',
    '8 am',
  ],
  ...[
    '@nobody +5m',
    '+2m',
    '2024-02-30',
    '3/4/2024',
    '14-Mar',
    '3/14 0005',
    '12/31',
    '45365.602',
    '0.602',
    '45365',
  ],
  ...[
    '1710426425',
    '20240314142705',
    'Total',
    'Page 1 of 2',
    'Date',
    'Time',
    'Event',
    'CST',
    'Mars/Phobos',
    '12.4 oz',
  ],
  ...[
    '1,250',
    'ditto',
    '\u202e',
    '😀',
    'sealed',
    'not signed',
    'Thursday, March 14, 2024',
    '14:27; by 15:00',
  ],
];
const oddCell = (int: Int): string =>
  int(8) === 0
    ? `${CELLS[int(CELLS.length)]} ${CELLS[int(CELLS.length)]}`
    : (CELLS[int(CELLS.length)] as string);

/** The head of a table and a few of its rows. */
function piece(lines: readonly string[], head: number, int: Int): string[] {
  const from = head + int(Math.max(1, lines.length - head - ROWS));
  return [...lines.slice(0, head), ...lines.slice(from, from + ROWS)];
}

/** A few bytes changed, doubled or taken out anywhere. */
function mutated(bytes: Uint8Array, int: Int): Uint8Array {
  let out = bytes.slice();
  const put = (at: number, cut: number, more: Uint8Array): void => {
    const rest = out.subarray(Math.min(out.length, at + cut));
    const next = new Uint8Array(at + more.length + rest.length);
    next.set(out.subarray(0, at));
    next.set(more, at);
    next.set(rest, at + more.length);
    out = next;
  };
  for (let k = 0; k <= int(6); k++) {
    const at = int(Math.max(1, out.length));
    switch (int(4)) {
      case 0:
        out[at] = int(256);
        break;
      case 1:
        put(at, int(12), NOTHING);
        break;
      case 2:
        put(at, 0, out.slice(at, at + int(30)));
        break;
      default:
        put(at, 0, ODD[int(ODD.length)] as Uint8Array);
    }
  }
  return out;
}
const NOTHING = new Uint8Array();
const ODD = [
  ',',
  '\n',
  '"',
  '\r\n',
  '\r',
  ';',
  '=1+1',
  '\u0000',
  '24:61',
  '2024-02-30',
  '99999999999999',
  '\ufeff',
].map((t) => utf8.encode(t));

/** One cell of one line changed, with nothing in it that could end the cell: every other line must say what it said. */
function oneCell(lines: string[], head: number, int: Int): { text: string; line: number } {
  const at = head + int(Math.max(1, lines.length - head));
  const cells = (lines[at] ?? '').split(',');
  cells[int(cells.length)] = [
    '',
    '25:99',
    '14:27',
    '~1430 +-3m',
    '@nobody +5m',
    'x'.repeat(int(40)),
    '2024-13-01',
    '\u202e',
    '😀',
    String(int(1e9)),
  ][int(10)] as string;
  lines[at] = cells.join(',');
  return { text: lines.join('\n'), line: at + 1 };
}

/** Tables mutated: no crash, no hang, no line lost without being listed, and no other line's reading changed. @returns the figure */
export async function tables(rounds: number, int: Int, fail: Fail): Promise<string> {
  const files = await Promise.all(
    TABLES.map(async (path) => {
      const text = readFileSync(path, 'utf8').replace(/\r\n/g, '\n').replace(/\n+$/, '');
      const [table] = await readTables(utf8.encode(text), path);
      const [sheet] = readSheets(utf8.encode(text), path);
      return { path, lines: text.split('\n'), head: (table as Table).headerLine, sheet: sheet as Sheet };
    }),
  );
  let refused = 0;
  let slowest = 0;
  const begin = stopwatch();
  for (let round = 0; round < rounds; round++) {
    const f = files[int(files.length)] as (typeof files)[number];
    const worked = begin();
    const lines = round % 8 < 2 ? piece(f.lines, f.head, int) : [];
    try {
      if (round % 8 >= 2) {
        const sheet = withOddCells(f.sheet, f.head, int);
        if (sheet.rows.length === 0) continue;
        const table = withHeader(sheet);
        const { drafts, mapping } = drafted(table);
        const why = lost(sheet, table, drafts, mapping);
        if (why !== null)
          fail(round, `${f.path}: ${why}\n${sheet.rows.map((r) => r.cells.join(' | ')).join('\n')}`);
      } else if (round % 8 === 1) {
        const bytes = mutated(utf8.encode(`${lines.join('\n')}\n`), int);
        for (const table of await readTables(bytes, f.path)) {
          const { drafts, mapping } = drafted(table);
          const why = lost(bytes, table, drafts, mapping);
          if (why !== null) fail(round, `${f.path}: ${why}\n${new TextDecoder().decode(bytes)}`);
        }
      } else if (!f.path.includes('made/')) {
        // Days that a reader takes from the order of the rows may move with a row; in these files each row states its own.
        const [whole] = await readTables(utf8.encode(lines.join('\n')), f.path);
        const changed = oneCell([...lines], f.head, int);
        const [table] = await readTables(utf8.encode(changed.text), f.path);
        if (!table || !whole) throw new Error('no table');
        const now = drafted(table).drafts;
        const said = new Map(
          drafted(whole).drafts.events.map((e) => [`${e.line} ${e.kind}`, `${e.date} ${e.start} ${e.end}`]),
        );
        for (const e of now.events) {
          const was = said.get(`${e.line} ${e.kind}`);
          const is = `${e.date} ${e.start} ${e.end}`;
          if (e.line !== changed.line && was !== undefined && was !== is && now.asks.length === 0)
            fail(
              round,
              `${f.path}: line ${e.line} read “${was}”, and reads “${is}” since line ${changed.line} changed`,
            );
        }
      }
    } catch (error) {
      if (!(error instanceof UnreadableFile))
        fail(round, `${f.path}: ${error instanceof Error ? error.stack : String(error)}`);
      refused++;
    }
    const took = worked();
    slowest = Math.max(slowest, took);
    if (took > HANG) fail(round, `${f.path}: took ${Math.round(took)} ms`);
  }
  return `tables: ${rounds} mutated, ${refused} refused as a whole with a sentence, none crashed or hung (slowest ${Math.round(slowest)} ms), no line or column lost without a word, no other line's time changed`;
}

const WORKBOOKS = ['made/excel.xlsx', 'bugs/merged.xlsx', 'bugs/hiddensheet.xlsx', 'bugs/over24.xlsx'];
const SHEET = /worksheets\/sheet\d+\.xml$/;

/** Rows of a sheet's XML that are whole and hold a letter or a figure. */
const wholeRows = (xml: string): number =>
  [...xml.matchAll(/<row\b(?:(?!<row\b)[\s\S])*?<\/row>/g)].filter(([row]) =>
    /<(?:v|t)>[^<]*[A-Za-z\d][^<]*<\/(?:v|t)>/.test(row),
  ).length;

/** What a workbook says, sheet by sheet. */
const saidBy = (sheets: readonly Sheet[]): string => JSON.stringify(sheets.map((s) => [s.sheet, s.rows]));

/**
 * Workbooks mutated: the archive itself, which then says the same or is refused; or one of its parts, put back into a whole
 * archive: read with every row and column taken or listed, or refused with a sentence.
 */
export async function workbooks(rounds: number, int: Int, fail: Fail): Promise<string> {
  const files = [workbook(false), ...WORKBOOKS.map((f) => readFileSync(`test/fixtures/tables/${f}`))].map(
    (bytes) => {
      const parts = Object.entries(unzipSync(new Uint8Array(bytes)));
      // Stored as it is: squeezing and unfolding it again is most of the time, and no part of what is tried.
      const good = zipSync(Object.fromEntries(parts), { level: 0 });
      return { parts, good, said: saidBy(readSheets(good, 'x.xlsx')) };
    },
  );
  let refused = 0;
  const begin = stopwatch();
  for (let round = 0; round < rounds; round++) {
    const worked = begin();
    const f = files[int(files.length)] as (typeof files)[number];
    const [name, part] = f.parts[int(f.parts.length)] as [string, Uint8Array];
    try {
      if (round % 2 === 0) {
        const now = saidBy(readSheets(mutated(f.good, int), 'x.xlsx'));
        if (now !== f.said) fail(round, `an archive that was damaged says ${now} and not ${f.said}`);
      } else {
        const other = mutated(part, int);
        const bad = zipSync({ ...Object.fromEntries(f.parts), [name]: other }, { level: 0 });
        const sheets = readSheets(bad, 'x.xlsx');
        const rows = sheets.reduce((n, s) => n + s.rows.length, 0);
        if (SHEET.test(name) && f.parts.filter(([n]) => SHEET.test(n)).length === 1) {
          const whole = wholeRows(new TextDecoder().decode(other));
          if (whole > rows)
            fail(round, `${whole} rows, and ${rows} are read:\n${new TextDecoder().decode(other)}`);
        }
        for (const sheet of sheetsApart(bad, 'x.xlsx')) {
          const table = withHeader(sheet);
          const { drafts, mapping } = drafted(table);
          const why = lost(sheet, table, drafts, mapping);
          if (why !== null) fail(round, `${why}\n${sheet.rows.map((r) => r.cells.join(' | ')).join('\n')}`);
        }
      }
    } catch (error) {
      if (!(error instanceof UnreadableFile))
        fail(round, error instanceof Error ? (error.stack ?? error.message) : String(error));
      refused++;
    }
    const took = worked();
    if (took > HANG) fail(round, `took ${Math.round(took)} ms`);
  }
  return `workbooks: ${rounds} mutated, ${refused} refused with a sentence, none crashed or hung; a damaged archive says the same or is refused, no row or column of the others lost without a word`;
}

const TRANSCRIPTS: readonly (readonly [string, string])[] = [
  [
    'x.vtt',
    'WEBVTT\n\n00:02.000 --> 00:04.000\n<v Ortiz>Any drugs in the car?\n\n00:06.500 --> 00:08.000\n<v Driver>No.\n',
  ],
  [
    'x.srt',
    '1\n00:00:02,000 --> 00:00:04,000\nAny drugs in the car?\n\n2\n00:00:06,500 --> 00:00:08,000\nNo.\n',
  ],
  ['x.txt', '[00:02] Ortiz: Any drugs in the car?\n[00:06] Driver: No.\n'],
  [
    'x.json',
    JSON.stringify({
      words: [
        { word: 'Any', start: 2, end: 2.2 },
        { word: 'drugs', start: 2.3, end: 2.6 },
      ],
    }),
  ],
];

/** Transcripts mutated: read with every cue in its place, or refused. */
export function transcripts(rounds: number, int: Int, fail: Fail): string {
  let refused = 0;
  for (let round = 0; round < rounds; round++) {
    const [name, text] = TRANSCRIPTS[int(TRANSCRIPTS.length)] as (typeof TRANSCRIPTS)[number];
    try {
      const { cues } = readTranscript(mutated(utf8.encode(text), int), name);
      for (const c of cues)
        if (!(c.from >= 0) || !(c.to >= c.from)) fail(round, `${name}: a cue from ${c.from} to ${c.to}`);
    } catch (error) {
      if (!(error instanceof UnreadableFile))
        fail(round, `${name}: ${error instanceof Error ? error.stack : String(error)}`);
      refused++;
    }
  }
  return `transcripts: ${rounds} mutated, ${refused} refused as a whole, none crashed`;
}

const PIECES = [
  '14',
  '27',
  ':',
  '05',
  ' ',
  '~',
  '+-',
  '3m',
  'or',
  'to',
  'between',
  'and',
  'after',
  'before',
  '@warning',
  '+',
  '-',
  '2024-03-14',
  'T',
  'Z',
  '-05:00',
  'p',
  'a.m.',
  'v',
  '3:15.2',
  '1427',
  'hours',
  'about',
  '.',
  '99',
  '12',
  '0',
  '\u00a0',
  '−',
];

/** The grammar of times on random words: never a crash; what is understood, printed and read again, is the same. */
export function grammar(rounds: number, int: Int, fail: Fail): string {
  let understood = 0;
  for (let round = 0; round < rounds; round++) {
    const text = Array.from({ length: 1 + int(7) }, () => PIECES[int(PIECES.length)]).join(
      int(2) === 0 ? '' : ' ',
    );
    try {
      const p = parseTime(text);
      if (!p.ok) continue;
      understood++;
      if (p.written.form === 'reading')
        resolveReading(p.written, { date: '2024-03-14', zone: 'America/Chicago', approximate: 300_000 });
      const again = parseTime(printWritten(p.written));
      if (!again.ok || JSON.stringify(again.written) !== JSON.stringify(p.written))
        fail(round, `“${text}” is printed “${printWritten(p.written)}”, which reads as something else`);
    } catch (error) {
      fail(round, `“${text}”: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return `times: ${rounds} texts, ${understood} understood, each the same when printed and read again; none crashed`;
}
