import { strFromU8, unzipSync } from 'fflate';
import { readCells, type SheetCells } from './sheet';
import { linesSaid, type Sheet, UnreadableFile } from './table';
import { readWorkbookParts, type SheetName } from './workbook';

const MOST_XML = 256 * 1_048_576;

/**
 * Every sheet of a workbook that holds anything, as it is shown: dates of both systems of days, hours past 24, zeros of
 * a number format, merged cells filled downward. What is hidden, merged, in error or not calculated is said.
 *
 * The parts are read here and not by a library: the one used before could read no cells without a name, no dates of
 * type `d`, and told nothing of formats, merges and what is hidden.
 * @throws UnreadableFile
 */
export function readXlsx(bytes: Uint8Array, file: string): Sheet[] {
  const parts = unpack(bytes, file);
  const other = notAWorkbook(parts.names);
  if (other) throw new UnreadableFile(`${file} ${other}`);
  const text = (name: string): string => {
    const part = parts.of(name);
    return part === undefined ? '' : strFromU8(part);
  };
  const book = readWorkbookParts(text);
  const sheets: Sheet[] = [];
  for (const name of book.sheets) {
    const cells = readCells(text(name.part), book, file);
    if (cells.rows.length > 0)
      sheets.push({ file, sheet: name.name, rows: cells.rows, notices: noticesOf(name, cells) });
  }
  if (sheets.length === 0) throw new UnreadableFile(`${file} holds no rows on any sheet.`);
  return sheets;
}

interface Parts {
  readonly names: readonly string[];
  of(name: string): Uint8Array | undefined;
}

function unpack(bytes: Uint8Array, file: string): Parts {
  let parts: Record<string, Uint8Array>;
  const names: string[] = [];
  let total = 0;
  try {
    parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.push(name);
        const wanted =
          /^\/?xl\/.*\.(xml|rels)$/i.test(name) && !/\/(drawings|charts|media|theme|pivot\w*)\//i.test(name);
        if (wanted) total += originalSize;
        return wanted && total <= MOST_XML;
      },
    });
  } catch {
    throw new UnreadableFile(
      `${file} is a zip archive but not a workbook that can be read: it is damaged. Save it again as .xlsx, or export the sheet as CSV.`,
    );
  }
  if (total > MOST_XML)
    throw new UnreadableFile(
      `${file} unpacks to more than ${MOST_XML / 1_048_576} MB: it is not read. Export the sheet as CSV.`,
    );
  const lower = new Map(Object.entries(parts).map(([n, part]) => [n.replace(/^\//, '').toLowerCase(), part]));
  return { names, of: (name) => lower.get(name.toLowerCase()) };
}

/** What a zip is that holds no workbook in XML, and what to do; null where it is one. */
function notAWorkbook(names: readonly string[]): string | null {
  const has = (re: RegExp): boolean => names.some((n) => re.test(n));
  if (has(/^\/?xl\/workbook\.bin$/i))
    return 'is a binary workbook (.xlsb), which cannot be read. Open it and save it as .xlsx.';
  if (has(/^\/?xl\/workbook\.xml$/i) || has(/^\/?xl\/worksheets\//i)) return null;
  if (has(/^\/?word\//i))
    return 'is a Word document, not a table. Drop it under Papers, or save its table as CSV.';
  if (has(/^\/?ppt\//i)) return 'is a set of slides, not a table.';
  if (has(/^content\.xml$/i)) return 'is an OpenDocument file. Open it and save the sheet as .xlsx or CSV.';
  if (has(/\.iwa$/i)) return 'is a Numbers file. Open it and export the sheet as .xlsx or CSV.';
  return 'is a zip archive but not a workbook. Unpack it first, and bring in what is in it.';
}

function noticesOf(name: SheetName, cells: SheetCells): string[] {
  const said: string[] = [];
  if (name.state !== 'visible')
    said.push(
      `The sheet “${name.name}” is ${name.state === 'hidden' ? 'hidden' : 'hidden so that no menu shows it'} in the workbook; it is read like the others.`,
    );
  const { hiddenRows, hiddenColumns, errors, uncalculated, merged } = cells;
  const one = (n: number, is: string, are: string): string => (n === 1 ? is : are);
  if (hiddenRows.length > 0)
    said.push(
      `${one(hiddenRows.length, 'Row', 'Rows')} ${linesSaid(hiddenRows)} ${one(hiddenRows.length, 'is', 'are')} hidden in the workbook and read like the others.`,
    );
  if (hiddenColumns.length > 0)
    said.push(
      `${one(hiddenColumns.length, 'Column', 'Columns')} ${hiddenColumns.join(', ')} ${one(hiddenColumns.length, 'is', 'are')} hidden in the workbook and read like the others.`,
    );
  if (merged.length > 0)
    said.push(
      `Merged cells: the value of ${merged.slice(0, 5).join(', ')}${merged.length > 5 ? ' and others' : ''} holds for each of its rows.`,
    );
  if (errors.length > 0)
    said.push(
      `${errors.length === 1 ? 'One cell shows' : `${errors.length} cells show`} an error of the workbook instead of a value (${errors.slice(0, 8).join(', ')}): look what should stand there.`,
    );
  if (uncalculated.length > 0)
    said.push(
      `${uncalculated.length === 1 ? 'One formula was' : `${uncalculated.length} formulas were`} never calculated (${uncalculated.slice(0, 8).join(', ')}) and gives an empty cell: open the workbook and save it again.`,
    );
  return said;
}
