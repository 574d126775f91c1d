import { tableFrom } from './csv';
import { type Table, type TableRow, UnreadableFile } from './table';

const DAY = 86_400_000;
/** Where Excel's day 0 falls: a cell before this day holds a time of day alone. */
const FIRST_DAYS = Date.UTC(1904, 0, 3);

/** Every sheet of a workbook that holds rows, as tables; dates of both Excel systems. @throws UnreadableFile */
export async function readXlsx(bytes: Uint8Array, file: string): Promise<Table[]> {
  const { default: readWorkbook } = await import('read-excel-file/universal');
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
    const rows: TableRow[] = data.map((row, i) => ({ line: i + 1, cells: row.map(cellText) })).filter((r) => r.cells.some((c) => c !== ''));
    if (rows.length > 0) tables.push(tableFrom(file, sheet, rows, []));
  }
  if (tables.length === 0) throw new UnreadableFile(`${file} holds no rows on any sheet.`);
  return tables;
}

/** A cell as a person would have typed it: dates as 2024-03-14, times as 14:27 or 14:27:05. */
function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (!(cell instanceof Date)) return String(cell).trim();
  // Excel's fractions of a day miss the second by a hair; a tenth of a second is the finest it shows.
  const ms = Math.round(cell.getTime() / 100) * 100;
  const iso = new Date(ms).toISOString();
  const time = iso.slice(11, 19) + (ms % 1000 === 0 ? '' : iso.slice(19, 21));
  if (ms < FIRST_DAYS) return shortTime(time);
  return ms % DAY === 0 ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${shortTime(time)}`;
}

const shortTime = (time: string): string => (/^\d\d:\d\d:00$/.test(time) ? time.slice(0, 5) : time);
