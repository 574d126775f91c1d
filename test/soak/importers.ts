import { readFileSync } from 'node:fs';
import { unzipSync, zipSync } from 'fflate';
import { guessMapping, isKnownLayout, layoutOf, readTables, UnreadableFile } from '../../src/intake';
import { contextFor } from '../../src/intake/assemble';
import type { Drafts } from '../../src/intake/drafts';
import type { Table } from '../../src/intake/formats/table';
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
];
/** A file that takes longer than this to refuse or read hangs, ms. */
const HANG = 3000;
const utf8 = new TextEncoder();
const bytesOf = (path: string): Uint8Array => new Uint8Array(readFileSync(path));

function drafted(table: Table): Drafts {
  let n = 0;
  const mapping = guessMapping(table);
  return layoutOf(mapping.layout).read(
    table,
    { ...mapping, zone: 'America/Chicago' },
    contextFor(emptyRecord(newCase('c', 'x', 'America/Chicago', 0)), '', () => `i${n++}`),
  );
}

/** Every line with anything in it is a row, a clock, or named among the refused. */
function lost(table: Table, d: Drafts): number | null {
  if (guessMapping(table).layout === 'camera-list') return null;
  const told = new Set([
    ...d.events.map((e) => e.line),
    ...d.custody.map((c) => c.line),
    ...d.refused.map((r) => r.line),
  ]);
  return table.rows.find((r) => r.cells.some((c) => c.trim() !== '') && !told.has(r.line))?.line ?? null;
}

/** A few bytes changed, doubled or taken out anywhere. */
function mutated(bytes: Uint8Array, int: Int): Uint8Array {
  const out = [...bytes];
  for (let k = 0; k <= int(6); k++) {
    const at = int(Math.max(1, out.length));
    switch (int(4)) {
      case 0:
        out[at] = int(256);
        break;
      case 1:
        out.splice(at, int(12));
        break;
      case 2:
        out.splice(at, 0, ...out.slice(at, at + int(30)));
        break;
      default:
        out.splice(
          at,
          0,
          ...utf8.encode(
            [',', '\n', '"', '\r\n', '=1+1', '\u0000', '24:61', '2024-02-30', '99999999999999', '\ufeff'][
              int(10)
            ],
          ),
        );
    }
  }
  return Uint8Array.from(out);
}

/** One cell of one line changed, with nothing in it that could end the cell: every other line must say what it said. */
function oneCell(text: string, int: Int): { text: string; line: number } {
  const lines = text.split('\n');
  const at = 1 + int(Math.max(1, lines.length - 2));
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
  const files = TABLES.map((path) => ({
    path,
    bytes: bytesOf(path),
    text: readFileSync(path, 'utf8').replace(/\r\n/g, '\n'),
  }));
  const whole = await Promise.all(
    files.map(async (f) => drafted((await readTables(utf8.encode(f.text), f.path))[0] as Table)),
  );
  let refused = 0;
  let slowest = 0;
  for (let round = 0; round < rounds; round++) {
    const k = int(files.length);
    const f = files[k] as (typeof files)[number];
    const started = performance.now();
    try {
      if (round % 2 === 0) {
        for (const table of await readTables(mutated(f.bytes, int), f.path)) {
          if (!isKnownLayout(table)) continue;
          const line = lost(table, drafted(table));
          if (line !== null) fail(round, `${f.path}: line ${line} is neither taken nor listed`);
        }
      } else {
        const changed = oneCell(f.text, int);
        const [table] = await readTables(utf8.encode(changed.text), f.path);
        if (!table) throw new Error('no table');
        const now = drafted(table);
        const before = whole[k] as Drafts;
        // Rows that hang on the changed one by its id may fall with it; those that stay say what they said.
        const said = new Map(
          before.events.map((e) => [`${e.line} ${e.kind}`, `${e.date} ${e.start} ${e.end}`]),
        );
        for (const e of now.events) {
          const was = said.get(`${e.line} ${e.kind}`);
          if (e.line !== changed.line && was !== undefined && was !== `${e.date} ${e.start} ${e.end}`)
            fail(
              round,
              `${f.path}: line ${e.line} read “${was}”, and reads “${e.date} ${e.start} ${e.end}” since line ${changed.line} changed`,
            );
        }
      }
    } catch (error) {
      if (!(error instanceof UnreadableFile))
        fail(round, `${f.path}: ${error instanceof Error ? error.stack : String(error)}`);
      refused++;
    }
    slowest = Math.max(slowest, performance.now() - started);
    if (performance.now() - started > HANG)
      fail(round, `${f.path}: took ${Math.round(performance.now() - started)} ms`);
  }
  return `tables: ${rounds} mutated, ${refused} refused as a whole with a sentence, none crashed or hung (slowest ${Math.round(slowest)} ms), no line lost, no other line's time changed`;
}

/** Workbooks mutated: read, or refused with a sentence. */
export async function workbooks(rounds: number, int: Int, fail: Fail): Promise<string> {
  const good = workbook(false);
  const parts = Object.entries(unzipSync(good));
  let refused = 0;
  for (let round = 0; round < rounds; round++) {
    const started = performance.now();
    try {
      // The zip itself, or one of its parts within a whole zip.
      const [name, part] = parts[int(parts.length)] as [string, Uint8Array];
      const bad =
        round % 2 === 0
          ? mutated(good, int)
          : zipSync({ ...Object.fromEntries(parts), [name]: mutated(part, int) });
      for (const table of await readTables(bad, 'x.xlsx')) if (isKnownLayout(table)) drafted(table);
    } catch (error) {
      if (!(error instanceof UnreadableFile))
        fail(round, error instanceof Error ? (error.stack ?? error.message) : String(error));
      refused++;
    }
    if (performance.now() - started > HANG) fail(round, `took ${Math.round(performance.now() - started)} ms`);
  }
  return `workbooks: ${rounds} mutated, ${refused} refused with a sentence, none crashed or hung`;
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
