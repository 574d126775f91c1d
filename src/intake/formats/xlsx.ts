import { strFromU8 } from 'fflate';
import { LIMITS } from '../../papers/limits';
import { type ZipMember, ZipRefused, zipMembers } from '../../papers/zip';
import { readCells, type SheetCells, torn } from './sheet';
import { linesSaid, type Sheet, UnreadableFile } from './table';
import { partsNamed, readWorkbookParts, type SheetName } from './workbook';
import { TornXml } from './xml';

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
  try {
    return sheetsOf(parts, text, file);
  } catch (error) {
    throw error instanceof TornXml ? torn(file) : error;
  }
}

function sheetsOf(parts: Parts, text: (name: string) => string, file: string): Sheet[] {
  const book = readWorkbookParts(text);
  const missing = [...partsNamed(text), ...book.sheets.map((s) => s.part)].find((n) => !parts.of(n));
  if (missing !== undefined)
    throw new UnreadableFile(
      `${file} names a part “${missing}” that is not in it: it is damaged. Save it again as .xlsx, or export the sheet as CSV.`,
    );
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

/** Parts are unpacked when they are asked for; one whose check sum is wrong has other minutes in it than were saved. */
function unpack(bytes: Uint8Array, file: string): Parts {
  const members = told(file, () => zipMembers(bytes, { ...LIMITS, unpacked: Number.POSITIVE_INFINITY }));
  const parts = new Map<string, ZipMember>();
  for (const m of members) parts.set(m.path.replace(/^\//, '').toLowerCase(), m);
  const read = new Map<string, Uint8Array>();
  let total = 0;
  return {
    names: members.map((m) => m.path),
    of(name) {
      const key = name.toLowerCase();
      const part = parts.get(key);
      if (!part || read.has(key)) return read.get(key);
      total += part.size;
      if (total > MOST_XML)
        throw new UnreadableFile(
          `${file} unpacks to more than ${MOST_XML / 1_048_576} MB: it is not read. Export the sheet as CSV.`,
        );
      const bytes = told(file, () => part.bytes());
      read.set(key, bytes);
      return bytes;
    },
  };
}

function told<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof ZipRefused)) throw error;
    throw new UnreadableFile(
      `${file} is a zip archive but not a workbook that can be read: it is damaged. Save it again as .xlsx, or export the sheet as CSV.`,
    );
  }
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
