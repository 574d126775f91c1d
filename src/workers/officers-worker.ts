import { expose } from 'comlink';
import { readSheets } from '../intake';
import { guessColumns } from '../intake/layouts/layout';
import { digestOf } from '../media/digest';
import { type Counted, Counter, Survey } from '../officers/counting';
import { CsvStream, markOf } from '../officers/csv-stream';
import { type Chosen, STOP_DATA, type StopChoice, type StopMapping } from '../officers/stop-data';
import { type Narrative, type Run, runsAgain } from '../officers/words-again';

/** A table of stops as the mapping screen sees it. */
export interface StopTable {
  readonly header: readonly string[];
  readonly samples: readonly (readonly string[])[];
  readonly columns: Readonly<Record<string, number>>;
  /** Line on which the header stands. */
  readonly headerLine: number;
}

/** The values that a benchmark chooses between, the most frequent first. */
export interface Surveyed {
  readonly rows: number;
  readonly values: Readonly<Record<Chosen, readonly (readonly [string, number])[]>>;
}

/** How far it is: share of the bytes, 0 to 1, and rows so far. */
export type Told = (done: number, rows: number) => void;

const isBook = (file: File): boolean => /\.xlsx$/i.test(file.name);
const HEAD = 262_144;
const SAMPLES = 3;
/** ms between two words on how far it is. */
const TELL = 150;

/** The encoding of a text: by its mark, else UTF-8 where its head is that, else what old exports write. */
async function encodingOf(file: File): Promise<string> {
  const head = new Uint8Array(await file.slice(0, HEAD).arrayBuffer());
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

/** Every row of a file with its line, as it streams by; a workbook is read whole, since it is packed. @throws with a sentence */
async function eachRow(
  file: File,
  onRow: (cells: readonly string[], line: number) => void,
  told: Told,
): Promise<void> {
  let rows = 0;
  if (isBook(file)) {
    const [sheet] = await readSheets(new Uint8Array(await file.arrayBuffer()), file.name);
    for (const row of sheet?.rows ?? []) onRow(row.cells, row.line);
    told(1, sheet?.rows.length ?? 0);
    return;
  }
  const decoder = new TextDecoder(await encodingOf(file));
  const mark = markOf((await textOf(file)).slice(0, 65_536));
  const stream = new CsvStream(mark, (cells, line) => {
    rows++;
    onRow(cells, line);
  });
  const reader = file.stream().getReader();
  let [read, next] = [0, 0];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    stream.push(decoder.decode(value, { stream: true }));
    read += value.length;
    if (performance.now() < next) continue;
    next = performance.now() + TELL;
    told(read / file.size, rows);
  }
  stream.push(decoder.decode());
  stream.end();
  told(1, rows);
}

const textOf = async (file: File): Promise<string> =>
  new TextDecoder(await encodingOf(file)).decode(await file.slice(0, HEAD).arrayBuffer());

/** Tables of stops of any size, and the words of reports, off the page's thread. No row is kept: each question reads the file anew. */
const api = {
  /** The header, by which columns are guessed, and the first values. @throws with a sentence where it is no table */
  async open(file: File): Promise<StopTable> {
    const rows: { cells: readonly string[]; line: number }[] = [];
    const take = (cells: readonly string[], line: number): void => {
      if (rows.length < 30) rows.push({ cells, line });
    };
    if (isBook(file)) await eachRow(file, take, () => undefined);
    else {
      const text = await textOf(file);
      const stream = new CsvStream(markOf(text.slice(0, 65_536)), take);
      stream.push(text.replace(/^\ufeff/, ''));
      if (file.size <= HEAD) stream.end();
    }
    const at = rows.findIndex((r) => r.cells.filter((c) => c.trim() !== '').length >= 2);
    const head = rows[at];
    if (!head || rows.length < at + 2)
      throw new Error(`${file.name} is no table: there is no header with rows below it.`);
    const header = head.cells.map((c) => c.trim());
    const below = rows.slice(at + 1);
    return {
      header,
      samples: header.map((_, i) => below.flatMap((r) => (r.cells[i] ?? '').trim() || []).slice(0, SAMPLES)),
      columns: guessColumns(header, STOP_DATA),
      headerLine: head.line,
    };
  },
  async survey(file: File, mapping: StopMapping, headerLine: number, told: Told): Promise<Surveyed> {
    const survey = new Survey(mapping);
    await eachRow(file, (cells, line) => line > headerLine && survey.row(cells), told);
    const sorted = (m: Map<string, number>): [string, number][] => [...m].sort((a, b) => b[1] - a[1]);
    const { officer, district, kind, outcome } = survey.values;
    return {
      rows: survey.rows,
      values: {
        officer: sorted(officer),
        district: sorted(district),
        kind: sorted(kind),
        outcome: sorted(outcome),
      },
    };
  },
  async count(
    file: File,
    mapping: StopMapping,
    choice: StopChoice,
    headerLine: number,
    told: Told,
  ): Promise<Counted> {
    const counter = new Counter(mapping, choice);
    await eachRow(file, (cells, line) => line > headerLine && counter.row(cells as string[]), told);
    return counter.counted();
  },
  /** Words that stand alike in several reports. */
  runs(reports: readonly Narrative[]): Run[] {
    return runsAgain(reports);
  },
  /** The sha-256 of the file, for the index of records. */
  async hash(file: File, told: Told): Promise<string> {
    return (
      (await digestOf(
        file,
        (done) => told(done, 0),
        () => false,
      )) ?? ''
    );
  },
};
export type OfficersApi = typeof api;

expose(api);
