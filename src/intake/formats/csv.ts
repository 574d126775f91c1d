import { Cutter } from './cutter';
import { decode } from './decode';
import { otherText } from './other-formats';
import { linesSaid, type Sheet, UnreadableFile } from './table';

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
  const rows = cut.from(start, said ? 2 : 1, holdsAny);
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
    const rows = new Cutter(sample, delimiter, 0).from(0, 1, () => true).slice(0, 100);
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

/** Whether anything stands in a row: mostly in its first cell. */
function holdsAny(cells: readonly string[]): boolean {
  return cells[0] !== '' || cells.some((c) => c !== '');
}
