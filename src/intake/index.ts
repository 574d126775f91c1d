import { kindNamed } from '../record/vocabulary';
import type { DateOrder } from '../time/grammar/parse';
import { readCsv } from './formats/csv';
import { sniff } from './formats/decode';
import { type Table, UnreadableFile } from './formats/table';
import { readXlsx } from './formats/xlsx';
import { cameraList } from './layouts/camera-list';
import { custodyForm } from './layouts/custody-form';
import { dispatchLog, guessMoments } from './layouts/dispatch-log';
import { guessColumns, type Layout, type Mapping } from './layouts/layout';
import { stopLog } from './layouts/stop-log';

/** Every layout of table; adding one touches its file and this line. */
export const LAYOUTS: readonly Layout[] = [stopLog, dispatchLog, cameraList, custodyForm];

/** @throws when no layout has that id */
export function layoutOf(id: string): Layout {
  const layout = LAYOUTS.find((l) => l.id === id);
  if (!layout) throw new Error(`there is no layout ${id}`);
  return layout;
}

/** The tables in a file: one for CSV, one a sheet for a workbook. @throws UnreadableFile with what the file is and what to do */
export async function readTables(bytes: Uint8Array, file: string): Promise<Table[]> {
  if (sniff(bytes) === 'zip') return readXlsx(bytes, file);
  return [readCsv(bytes, file)];
}

/** The mapping that the header suggests, for a person to check. @throws UnreadableFile where no layout fits */
export function guessMapping(table: Table): Mapping {
  const moments = guessMoments(table.header);
  const guesses = LAYOUTS.map((layout) => {
    const columns = guessColumns(table.header, layout.fields);
    return { layout, columns, confidence: layout.confidence(columns, moments) };
  });
  const best = guesses.reduce((a, b) => (b.confidence > a.confidence ? b : a));
  return mappingFor(table, best.confidence > 0 ? best.layout : stopLog);
}

/** Whether any layout finds what it needs in the header. */
export function isKnownLayout(table: Table): boolean {
  const moments = guessMoments(table.header);
  return LAYOUTS.some((l) => l.confidence(guessColumns(table.header, l.fields), moments) > 0);
}

/** The mapping for one chosen layout, as far as the header says. */
export function mappingFor(table: Table, layout: Layout): Mapping {
  const columns = guessColumns(table.header, layout.fields);
  return {
    layout: layout.id,
    columns,
    moments: layout.id === 'dispatch-log' ? guessMoments(table.header) : [],
    kinds: {},
    dateOrder: guessDateOrder(table),
    zone: '',
    date: '',
    clock: '',
    source: '',
  };
}

/** In which order slashed dates stand: told by any that can be read only one way; null where none tells or both occur. */
export function guessDateOrder(table: Table): DateOrder {
  let [mdy, dmy] = [false, false];
  for (const row of table.rows) {
    for (const cell of row.cells) {
      if (!cell.includes('/') && !cell.includes('.')) continue;
      const m = /^\s*(\d{1,2})[/.](\d{1,2})[/.]\d{2,4}\b/.exec(cell);
      if (!m) continue;
      if (Number(m[1]) > 12) dmy = true;
      if (Number(m[2]) > 12) mdy = true;
    }
  }
  return mdy === dmy ? null : mdy ? 'mdy' : 'dmy';
}

/** Words of the kind column that the vocabulary does not know, most frequent first. */
export function unknownKinds(table: Table, mapping: Mapping): string[] {
  const at = mapping.columns['kind'];
  if (at === undefined) return [];
  const counts = new Map<string, number>();
  for (const row of table.rows) {
    const word = (row.cells[at] ?? '').trim().toLowerCase();
    if (word !== '' && kindNamed(word) === null) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([word]) => word);
}

export { UnreadableFile };
