import { type DateOrder, readDate } from '../time/grammar/parse';
import { readCsv } from './formats/csv';
import { isZip } from './formats/other-formats';
import { tablesApart } from './formats/stacked';
import { type Sheet, type Table, UnreadableFile } from './formats/table';
import { turned } from './formats/turned';
import { readXlsx } from './formats/xlsx';
import { columnsByValue } from './layouts/by-value';
import { cameraList } from './layouts/camera-list';
import { waysInAndOut, waysOutAndBack } from './layouts/checked-out';
import { custodyForm } from './layouts/custody-form';
import { guessMoments } from './layouts/dispatch-fields';
import { dispatchLog } from './layouts/dispatch-log';
import { kindOfText, kindOfWord } from './layouts/event-words';
import { tableOf } from './layouts/header';
import { zoneOfHeadings, zoneOfTitles } from './layouts/heading-zone';
import { withHedges } from './layouts/hedged-columns';
import { bareHeader, guessColumns, type Layout, type Mapping, plainHeader, wordsIn } from './layouts/layout';
import {
  columnHolds,
  columnOfDays,
  columnOfTimes,
  counterHeading,
  momentsByValue,
} from './layouts/moments-by-value';
import { withPartsJoined } from './layouts/split-columns';
import { stopLog } from './layouts/stop-log';
import { withTexts } from './layouts/texts-by-value';

/** Every layout of table; adding one touches its file and this line. */
export const LAYOUTS: readonly Layout[] = [stopLog, dispatchLog, cameraList, custodyForm];

/** @throws when no layout has that id */
export function layoutOf(id: string): Layout {
  const layout = LAYOUTS.find((l) => l.id === id);
  if (!layout) throw new Error(`there is no layout ${id}`);
  return layout;
}

/** How surely a cell names a column, over all layouts: 1 for a name, less where its words stand in it. */
function isName(plain: string): number {
  let sure = known.get(plain);
  if (sure === undefined) {
    sure = Math.max(
      ...LAYOUTS.map((l) =>
        l.fields.some((f) => f.names.includes(plain) || f.names.includes(bareHeader(plain))) ? 1 : 0,
      ),
      guessMoments([plain]).length > 0 ? 0.7 : 0,
      LAYOUTS.some((l) => l.fields.some((f) => f.names.some((n) => wordsIn(n, plain)))) ? 0.7 : 0,
    );
    if (known.size < 10_000) known.set(plain, sure);
  }
  return sure;
}
const known = new Map<string, number>();

/** The sheets of a file: one for text, one a sheet for a workbook. @throws UnreadableFile with what the file is and what to do */
export function readSheets(bytes: Uint8Array, file: string): Sheet[] {
  return isZip(bytes) ? readXlsx(bytes, file) : [readCsv(bytes, file)];
}

/**
 * The tables in a file: one for text, one a sheet for a workbook, each with its header found; `headerLine` is the line
 * on which a person says it stands. @throws UnreadableFile with what the file is and what to do
 */
export async function readTables(bytes: Uint8Array, file: string, headerLine?: number): Promise<Table[]> {
  if (headerLine !== undefined) return readSheets(bytes, file).map((s) => withHeader(s, headerLine));
  return sheetsApart(bytes, file).map((s) => withHeader(s));
}

/** The sheets of a file: several tables under one another taken apart, those on their side set upright. @throws UnreadableFile */
export function sheetsApart(bytes: Uint8Array, file: string): Sheet[] {
  const named = (cell: string): number => isName(plainHeader(cell));
  return readSheets(bytes, file).flatMap((s) => tablesApart(s, named).map((t) => turned(t, named)));
}

/** A sheet with its header found, or on the line that a person chose; 0 where there is none. */
export function withHeader(sheet: Sheet, headerLine?: number): Table {
  const table = tableOf(sheet, isName, (header, rows) => guessDateOrder({ header, rows }), headerLine);
  return waysInAndOut(waysOutAndBack(withHedges(withPartsJoined(table))));
}

/** The mapping that the header suggests, for a person to check. @throws UnreadableFile where no layout fits */
export function guessMapping(table: Table): Mapping {
  const moments = guessMoments(table.header);
  const guesses = LAYOUTS.map((layout) => {
    const columns = columnsFor(table, layout);
    return { layout, columns, confidence: layout.confidence(columns, moments) };
  });
  const best = guesses.reduce((a, b) => (b.confidence > a.confidence ? b : a));
  if (best.confidence < LITTLE && holdsMoments(table, best.confidence > 0 ? best.columns : {}))
    return mappingFor(table, dispatchLog);
  if (best.confidence > 0) return mappingFor(table, best.layout);
  const mapping = mappingFor(table, stopLog);
  const start = columnOfTimes(table);
  if (start < 0) return mapping;
  const others = Object.entries(mapping.columns).filter(([, at]) => at !== start);
  const columns: Record<string, number> = { ...Object.fromEntries(others), start };
  const days = columnOfDays(table);
  if (days >= 0 && !('date' in columns) && !Object.values(columns).includes(days)) columns['date'] = days;
  const dateOrder = guessDateOrder(table, daysOf(columns, stopLog));
  return withZone(table, { ...mapping, columns, dateOrder });
}

/** The columns in which a mapping's days and times stand. */
const daysOf = (columns: Readonly<Record<string, number>>, layout: Layout): number[] =>
  layout.fields.flatMap((f) => (f.when && f.id in columns ? [columns[f.id] as number] : []));

/** With the zone that the headings state, or a title for all times; headings that say local are not in the title's. */
function withZone(table: Pick<Table, 'header'> & Partial<Pick<Table, 'titles'>>, mapping: Mapping): Mapping {
  const { zone, differ, local } = zoneOfHeadings(headingsOfTimes(table.header, mapping));
  return { ...mapping, zone: zone !== '' || differ || local ? zone : zoneOfTitles(table.titles ?? []) };
}

/** Whether any layout finds what it needs in the header. */
export function isKnownLayout(table: Table): boolean {
  const moments = guessMoments(table.header);
  return (
    LAYOUTS.some((l) => l.confidence(columnsFor(table, l), moments) > 0) ||
    holdsMoments(table, {}) ||
    columnOfTimes(table) >= 0
  );
}

/** Why no layout takes a table, in a sentence. */
export function whyUnknown(table: Table): string {
  const names = table.header.slice(0, 8).join(', ');
  const counter = counterHeading(table);
  return counter === ''
    ? `this header fits none of the layouts (${names}): map its columns in the app`
    : `“${counter}” may count from the beginning of a recording and be no time of day (${names}): say what it means in the app`;
}

/** Whether a table holds two moments a row at least, and one more than the beginning and the end that a log has. */
function holdsMoments(table: Table, columns: Readonly<Record<string, number>>): boolean {
  const found = momentsByValue(table, guessMoments(table.header));
  const log = new Set(Object.values(columns));
  return found.length >= 2 && found.some((m) => !log.has(m.time) && !log.has(m.date));
}

/** A log of which no more than the column of times is known. */
const LITTLE = 0.35;

/** The headings of a mapping's days and times, of which each may state a zone. */
function headingsOfTimes(
  header: readonly string[],
  mapping: Pick<Mapping, 'layout' | 'columns' | 'moments'>,
): string[] {
  const fields = layoutOf(mapping.layout).fields.flatMap((f) =>
    f.when ? [mapping.columns[f.id] ?? -1] : [],
  );
  const at = [...fields, ...mapping.moments.map((m) => (m.time >= 0 ? m.time : m.date))];
  return at.flatMap((i) => header[i] ?? []);
}

function columnsFor(table: Pick<Table, 'header' | 'rows'>, layout: Layout): Record<string, number> {
  if (table.header.every((h) => h === '')) return columnsByValue(table);
  const columns = timesInDates(
    clockOfTimes(guessColumns(table.header, layout.fields), table, layout),
    table,
    layout,
  );
  return layout.fit && table.rows.length > 0 ? layout.fit(columns, table) : columns;
}

/** A column “Clock” that holds times names no clock: it is the time, where no other column is. */
function clockOfTimes(
  columns: Record<string, number>,
  table: Pick<Table, 'header' | 'rows'>,
  layout: Layout,
): Record<string, number> {
  const { clock, ...others } = columns;
  if (clock === undefined || columnHolds(table, clock) !== 'times') return columns;
  const time = ['start', 'time'].find((id) => layout.fields.some((f) => f.id === id));
  return time === undefined || time in others ? others : { ...others, [time]: clock };
}

/** A field of days, and the field of times beside it. */
const DAY_AND_TIME: readonly (readonly [string, string])[] = [
  ['date', 'start'],
  ['date', 'time'],
  ['endDate', 'end'],
  ['releasedDate', 'releasedAt'],
  ['receivedDate', 'receivedAt'],
];
const DAY_WITH_TIME = /^\W*\w{1,9}[-/. ]\w{1,9}[-/., ]+\d{2,4}[ T,]+\d{1,2}:?\d{2}|^\d{5}\.\d+$/;

/** A column “Date” that holds the time too, where no other column does, is the column of times. */
function timesInDates(
  columns: Record<string, number>,
  table: Pick<Table, 'rows'>,
  layout: Layout,
): Record<string, number> {
  for (const [day, time] of DAY_AND_TIME) {
    const at = columns[day];
    if (at === undefined || time in columns || !layout.fields.some((f) => f.id === time)) continue;
    const cells = table.rows.slice(0, 200).flatMap((r) => r.cells[at] || []);
    if (cells.length === 0 || cells.filter((c) => DAY_WITH_TIME.test(c)).length * 2 <= cells.length) continue;
    delete columns[day];
    columns[time] = at;
  }
  return columns;
}

/** The mapping for one chosen layout, as far as the header says. */
export function mappingFor(
  table: Pick<Table, 'header' | 'rows' | 'day'> & Partial<Pick<Table, 'titles'>>,
  layout: Layout,
): Mapping {
  const named = columnsFor(table, layout);
  const columns = layout === stopLog ? withTexts(named, table) : named;
  const moments = layout.id === 'dispatch-log' ? momentsByValue(table, guessMoments(table.header)) : [];
  const days = [...daysOf(columns, layout), ...moments.flatMap((m) => [m.date, m.time])];
  return withZone(table, {
    layout: layout.id,
    columns,
    moments,
    kinds: {},
    dateOrder: guessDateOrder(table, days),
    zone: '',
    date: table.day,
    clock: '',
    source: '',
    answers: {},
  });
}

/**
 * In which order slashed dates stand: told by any in a column of dates that can be read only one way; null where none
 * tells or both occur. What a remark or a date of birth says does not count.
 * @param known columns that hold days whatever their heading
 */
export function guessDateOrder(
  table: Pick<Table, 'header' | 'rows'>,
  known: readonly number[] = [],
): DateOrder {
  let [mdy, dmy] = [false, false];
  const named = table.header.flatMap((h, i) => (isDateColumn(plainHeader(h)) ? [i] : []));
  const columns = new Set([...named, ...known]);
  for (const row of table.rows) {
    for (const i of columns) {
      const cell = row.cells[i] ?? '';
      if (cell.charCodeAt(0) > 64) {
        const order = orderByWeekday(cell);
        dmy ||= order === 'dmy';
        mdy ||= order === 'mdy';
        continue;
      }
      if (!isMark(cell.charCodeAt(1)) && !isMark(cell.charCodeAt(2))) continue;
      const m = /^(\d{1,2})([/.-])(\d{1,2})\2\d{2,4}\b/.exec(cell);
      if (!m) continue;
      if (Number(m[1]) > 12) dmy = true;
      if (Number(m[3]) > 12) mdy = true;
    }
  }
  return mdy === dmy ? null : mdy ? 'mdy' : 'dmy';
}

/** The order that a weekday tells: “Sat 11/4/23” is of November, since 11 April 2023 was a Tuesday; null where both or neither fit. */
function orderByWeekday(cell: string): DateOrder {
  const m = /^(mon|tue|wed|thu|fri|sat|sun)[a-z]*[.,]*\s+(\d{1,2}([/.-])\d{1,2}\3\d{2,4})\b/i.exec(cell);
  if (!m) return null;
  const day = WEEKDAYS.indexOf((m[1] as string).toLowerCase());
  const fits = (['mdy', 'dmy'] as const).filter((order) => {
    const read = readDate(m[2] as string, order);
    return read.ok && new Date(`${read.date}T00:00:00Z`).getUTCDay() === day;
  });
  return fits.length === 1 ? (fits[0] as DateOrder) : null;
}
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** Whether a letter, by its code, parts the figures of a date: `-`, `.` and `/`. */
const isMark = (code: number): boolean => code >= 45 && code <= 47;

/** Whether a header says that its column holds when something happened. */
function isDateColumn(plain: string): boolean {
  let is = dated.get(plain);
  if (is === undefined) {
    const when = LAYOUTS.flatMap((l) => l.fields.filter((f) => f.when));
    is =
      !/\b(birth|dob|born|expir\w*|due|printed)\b/.test(plain) &&
      (when.some((f) => f.names.includes(plain) || f.names.some((n) => wordsIn(n, plain))) ||
        guessMoments([plain]).length > 0);
    if (dated.size < 10_000) dated.set(plain, is);
  }
  return is;
}
const dated = new Map<string, boolean>();

/** Words that name events and that nobody knows, most frequent first: of the kind column, or of short events. */
export function unknownKinds(table: Table, mapping: Mapping): string[] {
  const { kind, description, remarks } = mapping.columns;
  const at = kind ?? (remarks === undefined ? undefined : description);
  if (at === undefined) return [];
  const counts = new Map<string, number>();
  for (const row of table.rows) {
    const word = (row.cells[at] ?? '').trim().toLowerCase();
    if (word === '' || (kind === undefined && word.length > 40)) continue;
    const known = kind === undefined ? kindOfText(word) : kindOfWord(word);
    if (!known) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([word]) => word);
}

export { UnreadableFile };
