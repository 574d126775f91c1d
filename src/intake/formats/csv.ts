import Papa from 'papaparse';
import { decode } from './decode';
import { type Table, type TableRow, UnreadableFile } from './table';

/** The largest text file taken at once; more would hold the tab's memory several times over. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Why a file of so many bytes is not read at all; null where it is small enough. */
export function tooLargeFor(file: string, size: number): string | null {
  if (size <= MOST_BYTES) return null;
  return `${file} is ${(size / 1_048_576).toFixed(0)} MB; up to ${MOST_BYTES / 1_048_576} MB can be taken at once. Split it by day or by unit and bring in the parts.`;
}

/** A CSV or TSV file as a table; blank lines are skipped, every row keeps the line it begins on. @throws UnreadableFile */
export function readCsv(bytes: Uint8Array, file: string): Table {
  const tooLarge = tooLargeFor(file, bytes.length);
  if (tooLarge) throw new UnreadableFile(tooLarge);
  const { text, notices } = decode(bytes, file);
  const { data, errors, meta } = Papa.parse<string[]>(text, { skipEmptyLines: false });
  const unclosed = errors.find((e) => e.code === 'MissingQuotes');
  if (unclosed)
    throw new UnreadableFile(
      `${file} opens a quotation mark that is never closed (near line ${(unclosed.row ?? 0) + 1}), so its rows cannot be told apart. Mend that line and try again.`,
    );
  const rows: TableRow[] = [];
  const quoted = text.includes('"');
  let line = 1;
  for (const cells of data) {
    if (cells.length > 1 || (cells[0] as string).trim() !== '') rows.push({ line, cells });
    line += 1;
    if (quoted) for (const cell of cells) line += breaksIn(cell, meta.linebreak);
  }
  return tableFrom(file, '', rows, notices);
}

function breaksIn(cell: string, linebreak: string): number {
  let n = 0;
  const mark = linebreak === '\r' ? '\r' : '\n';
  for (let at = cell.indexOf(mark); at >= 0; at = cell.indexOf(mark, at + 1)) n++;
  return n;
}

/** First row as header, the rest as rows; says so where rows do not match the header. */
export function tableFrom(file: string, sheet: string, all: readonly TableRow[], notices: string[]): Table {
  const [head, ...rows] = all;
  if (!head)
    throw new UnreadableFile(
      `${file}${sheet ? `, sheet ${sheet},` : ''} holds no rows: there is no header line and nothing below it.`,
    );
  const header = head.cells.map((c) => c.replace(/^\ufeff/, '').trim());
  const long = rows.filter(
    (r) => r.cells.length > header.length && r.cells.slice(header.length).some((c) => c.trim() !== ''),
  );
  if (long.length > 0)
    notices.push(
      `${long.length === 1 ? 'One row has' : `${long.length} rows have`} more cells than the header (line ${long
        .slice(0, 5)
        .map((r) => r.line)
        .join(', ')}); a comma may stand unquoted there.`,
    );
  return { file, sheet, header, rows, notices };
}
