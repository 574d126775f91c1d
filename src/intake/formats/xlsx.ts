import { strFromU8, unzipSync } from 'fflate';
import { tableFrom } from './csv';
import { type Table, type TableRow, UnreadableFile } from './table';

const DAY = 86_400_000;
/** Where Excel's day 0 falls: a cell before this day holds a time of day alone. */
const FIRST_DAYS = Date.UTC(1904, 0, 3);

const LAST_DAY = Date.UTC(10_000, 0, 1);

/** Every sheet of a workbook that holds rows, as tables; dates of both Excel systems. @throws UnreadableFile */
export async function readXlsx(bytes: Uint8Array, file: string): Promise<Table[]> {
  const { default: readWorkbook } = await import('read-excel-file/universal');
  refuseHuge(bytes, file);
  let sheets: Awaited<ReturnType<typeof readWorkbook>>;
  try {
    sheets = await readWorkbook(bytes.slice().buffer);
  } catch (error) {
    throw new UnreadableFile(
      `${file} is a zip archive but not a workbook that can be read (${error instanceof Error ? error.message : 'unknown fault'}). Save it again as .xlsx, or export the sheet as CSV.`,
    );
  }
  const tables: Table[] = [];
  for (const { sheet, data } of sheets) {
    const rows: TableRow[] = data
      .map((row, i) => ({ line: i + 1, cells: row.map(cellText) }))
      .filter((r) => r.cells.some((c) => c !== ''));
    if (rows.length > 0) tables.push(tableFrom(file, sheet, rows, []));
  }
  if (tables.length === 0) throw new UnreadableFile(`${file} holds no rows on any sheet.`);
  return tables;
}

/** Cells a sheet may span: more is damage or a bomb, and would be laid out one by one. */
const MOST_CELLS = 8_000_000;
const MOST_XML = 512 * 1_048_576;

/** Looks at what the sheets claim before anything is laid out. @throws UnreadableFile */
function refuseHuge(bytes: Uint8Array, file: string): void {
  let parts: Record<string, Uint8Array>;
  let total = 0;
  try {
    parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        total += originalSize;
        return total <= MOST_XML && /^xl\/worksheets\/[^/]+\.xml$/i.test(name);
      },
    });
  } catch {
    throw new UnreadableFile(
      `${file} is a zip archive but not a workbook that can be read: it is damaged. Save it again as .xlsx, or export the sheet as CSV.`,
    );
  }
  if (total > MOST_XML)
    throw new UnreadableFile(`${file} unpacks to more than 512 MB: it is not read. Export the sheet as CSV.`);
  for (const part of Object.values(parts)) {
    let [rows, columns] = [0, 0];
    for (const m of strFromU8(part, true).matchAll(/<(row|c)\b[^>]*?\sr=["']([^"']*)["']/g)) {
      const at = /^([A-Z]{0,3})(\d{1,7})$/.exec(m[2] as string);
      if (!at || (m[1] === 'c') !== (at[1] !== ''))
        throw new UnreadableFile(
          `${file} names a cell “${(m[2] as string).slice(0, 20)}”: it is damaged. Save it again, or export the sheet as CSV.`,
        );
      rows = Math.max(rows, Number(at[2]));
      columns = Math.max(
        columns,
        [...(at[1] as string)].reduce((n, c) => n * 26 + c.charCodeAt(0) - 64, 0),
      );
    }
    if (rows * Math.max(1, columns) > MOST_CELLS)
      throw new UnreadableFile(
        `${file} claims ${rows.toLocaleString('en-US')} rows by ${columns.toLocaleString('en-US')} columns: it is damaged, or its sheet is formatted far beyond its rows. Export the sheet as CSV.`,
      );
  }
}

/** A cell as a person would have typed it: dates as 2024-03-14, times as 14:27 or 14:27:05. */
function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (!(cell instanceof Date)) return String(cell).trim();
  // Excel's fractions of a day miss the second by a hair; a tenth of a second is the finest it shows.
  const ms = Math.round(cell.getTime() / 100) * 100;
  // Excel knows no day after 9999: such a cell is damaged, and its line is refused by what it says.
  if (!(Math.abs(ms) < LAST_DAY)) return 'no date';
  const iso = new Date(ms).toISOString();
  const time = iso.slice(11, 19) + (ms % 1000 === 0 ? '' : iso.slice(19, 21));
  if (ms < FIRST_DAYS) return shortTime(time);
  return ms % DAY === 0 ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${shortTime(time)}`;
}

const shortTime = (time: string): string => (/^\d\d:\d\d:00$/.test(time) ? time.slice(0, 5) : time);
