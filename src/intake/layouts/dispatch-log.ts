import type { EventRow } from '../../record/event';
import { isNone } from '../../record/values';
import { type Drafts, draftsOf, type ImportContext } from '../drafts';
import { columnName, type Table, type TableRow } from '../formats/table';
import { BadCell, type TimeCell } from './cell';
import { Reader } from './cells';
import { DISPATCH_FIELDS, MOMENTS } from './dispatch-fields';
import { DOG_ARRIVES, isDogUnit } from './dog-unit';
import { type EpochUnit, epochOf, epochText, isMissingCount } from './epoch';
import { zoneOfHeading } from './heading-zone';
import { type Layout, type Mapping, type MomentColumn, plainHeader } from './layout';
import { fallOf, nextDay, passed, ranPast, type TimedRow } from './order';

const DAY = 86_400_000;

/** A dispatch system's export: one call a row, several moments in each. */
export const dispatchLog: Layout = {
  id: 'dispatch-log',
  name: 'Dispatch log',
  what: 'one call a row, with its moments in columns: received, dispatched, en route, on scene, cleared',
  fields: DISPATCH_FIELDS,
  confidence: (_columns, moments) => (moments.length >= 2 ? 0.5 + 0.1 * Math.min(4, moments.length) : 0),
  read,
};

function read(table: Table, mapping: Mapping, context: ImportContext): Drafts {
  const drafts = draftsOf(table);
  // A table of other moments (a tow, a booking, a handler’s sheet) is by no clock that is known.
  const dispatch =
    mapping.moments.filter((m) => turnOf(m) >= 0).length >= 2 &&
    mapping.moments.some((m) => /^(Occurrence|Call received|Dispatched|En route)/.test(m.label));
  const reader = new Reader(
    table,
    dispatch
      ? { ...mapping, clock: mapping.clock || 'Dispatch', source: mapping.source || 'Dispatch log' }
      : mapping,
    context,
    drafts,
  );
  const logId = context.newId();
  const epochs = epochColumns(table, mapping);
  const days = wholeDays(table, epochs);
  const thousandths = new Set(
    mapping.moments
      .filter(
        (m) =>
          m.time >= 0 &&
          table.rows.every(
            (r) => !/\.\d/.test(r.cells[m.time] ?? '') || /\.0+z?$/i.test((r.cells[m.time] ?? '').trim()),
          ),
      )
      .map((m) => m.time),
  );
  const inTurn = inTurnOf(mapping.moments);
  const zones = reader.has('zone') || mapping.zone !== '' ? new Map<MomentColumn, string>() : zonesOf(reader);
  const undated: Undated[] = [];
  let missing = 0;
  let order = 0;
  if (days.size > 0) {
    drafts.notices.push(
      `${[...days].map((i) => columnName(table, i)).join(', ')}: every value is a midnight in UTC, so these are days, not times. They are taken as whole days and not shifted into the day before.`,
    );
  }
  const counts = [...epochs].filter(([at]) => !days.has(at));
  if (counts.length > 0)
    drafts.notices.push(
      `${counts.map(([at]) => columnName(table, at)).join(', ')}: the figures are counts since 1970 in UTC (${counts.map(([, unit]) => (unit === 's' ? 'seconds' : unit === 'ms' ? 'milliseconds' : 'microseconds')).join(', ')}), and are read as such.`,
    );
  reader.each((row) => {
    const rowZone = reader.zone(reader.value(row, 'zone'), 'zone');
    const clock = reader.named.clock('', rowZone, row);
    const source = reader.named.source('', dispatch ? 'dispatch-log' : undefined);
    const call = reader.value(row, 'id') || `line-${row.line}`;
    const what = reader.value(row, 'description');
    let made = 0;
    let before: TimeCell | null = null;
    const first = drafts.events.length;
    for (const m of inTurn) {
      const [dateName, timeName] = [
        columnName(table, m.date >= 0 ? m.date : m.time),
        columnName(table, m.time >= 0 ? m.time : m.date),
      ];
      const text = momentText(reader, row, m, epochs, days, thousandths);
      const zone = zones.get(m) ?? rowZone;
      if (text === null) {
        missing++;
        continue;
      }
      try {
        const own = text.date !== '' || m.date >= 0 || !reader.has('date');
        const stated: string = own
          ? reader.date(text.date, row, dateName)
          : reader.date(reader.value(row, 'date'), row, 'date');
        // A time alone behind a moment that has its day is of the same call.
        const base =
          stated === '' && before && ALONE.test(text.time) ? aloneOf(reader, before, zone, timeName) : null;
        const date = base?.date ?? stated;
        let cell = reader.time(text.time, date, zone, timeName);
        if (!cell) throw new BadCell(timeName, 'a date stands here without a time');
        if (text.date === '' && before)
          cell = afterThat(reader, row, m, base ?? before, cell, zone, timeName);
        if (own && text.date === '' && m.label !== 'Occurrence' && before === null && zones.size === 0)
          undated.push({ row, line: row.line, date: cell.date, dated: false, time: cell, zone, first });
        // Readings of two zones are in no order that can be seen.
        if (m.label !== 'Occurrence' && zones.size === 0) before = cell;
        const dog = dispatch && m.label === 'On scene' && isDogUnit(reader.value(row, 'actor'));
        if (dog) reader.doubt(row, DOG_ARRIVES);
        const event: EventRow = {
          id: context.newId(),
          caseId: context.caseId,
          logId,
          ref: `${call}-${plainHeader(m.label).replace(/\s+/g, '-')}`.replace(/[^\w-]/g, '-'),
          kind: dog ? 'dog-arrives' : m.kind,
          clockId: clock.id,
          zone: zone === rowZone ? '' : zone,
          date: cell.date,
          start: cell.text,
          end: '',
          actor: reader.value(row, 'actor'),
          description: what === '' ? m.label : `${m.label}: ${what}`,
          item: reader.value(row, 'item'),
          sourceId: source.id,
          page: '',
          line: row.line,
          order: order++,
        };
        drafts.events.push(event);
        made++;
      } catch (error) {
        if (!(error instanceof BadCell)) throw error;
        if (/stands for “missing”/.test(error.message)) missing++;
        else reader.refuseCell(row, error);
      }
    }
    if (made === 0 && !drafts.refused.some((r) => r.line === row.line))
      throw new BadCell('', 'no moment of this call has a time: all are missing');
  });
  callsInTurn(reader, undated);
  if (missing > 0)
    drafts.notices.push(
      `${missing} cells are missing (empty, or 1899-12-31, which this kind of file writes for “missing”) and make no event.`,
    );
  reader.finish();
  return drafts;
}

/** The zones of single moments, where the headings of one table state several: `Received (UTC)` beside `Cleared (local)`. */
const zonesOf = (reader: Reader): Map<MomentColumn, string> =>
  new Map(
    reader.mapping.moments.flatMap((m): [MomentColumn, string][] => {
      const said = zoneOfHeading(columnName(reader.table, m.time >= 0 ? m.time : m.date));
      return said === '' || said === 'local' ? [] : [[m, reader.zone(said, 'zone')]];
    }),
  );

/** The place of a moment in a call; -1 for one that only its heading names, whose place nobody knows. */
const turnOf = (m: MomentColumn): number =>
  MOMENTS.findIndex(([, label]) => m.label === label || m.label.startsWith(`${label} (`));

/** The moments of a call in the order in which they happen, whatever the order of the columns. */
function inTurnOf(moments: readonly MomentColumn[]): readonly MomentColumn[] {
  if (moments.some((m) => turnOf(m) < 0)) return moments;
  const turn = turnOf;
  return moments
    .map((m, i) => ({ m, i }))
    .sort((a, b) => turn(a.m) - turn(b.m) || a.i - b.i)
    .map(({ m }) => m);
}

/**
 * A moment whose day is that of its call: it comes after the one before it, so more than twelve hours earlier is past
 * midnight, on the day after, which is said; a few minutes earlier are left as written, and said. @throws BadCell else
 */
function afterThat(
  reader: Reader,
  row: TableRow,
  m: MomentColumn,
  before: TimeCell,
  cell: TimeCell,
  zone: string,
  field: string,
): TimeCell {
  if (before.date === '' || cell.date === '' || cell.text === WHOLE_DAY) return cell;
  let date = before.date > cell.date ? before.date : cell.date;
  if (date === before.date && ranPast(before, cell)) date = nextDay(date);
  else if (date === before.date) {
    const fall = fallOf(before, cell);
    const anyOrder = turnOf(m) < 0 && date === cell.date;
    if ((fall > NOISE && !anyOrder) || (date !== cell.date && ranPast(cell, before)))
      throw new BadCell(
        field,
        `“${m.label}” is earlier than what comes before it in this call, and it is not clear on which day: write its date before it`,
      );
    if (fall > 0)
      reader.doubt(row, `“${m.label}” is earlier than what comes before it: it is taken as written`);
  }
  if (date === cell.date) return cell;
  reader.doubt(row, `midnight was passed in this call: “${m.label}” is taken on ${date}`);
  return reader.time(cell.text, date, zone, field) as TimeCell;
}
/** A call whose times state no day, and where its entries begin. */
interface Undated extends TimedRow {
  readonly row: TableRow;
  readonly zone: string;
  readonly first: number;
}

/** Calls without a day go forward from one to the next, as the rows of any log: those past midnight are moved, said and asked once. */
function callsInTurn(reader: Reader, calls: readonly Undated[]): void {
  const { drafts, mapping } = reader;
  const found = passed(calls, mapping.answers);
  const half = found.afternoon.size + found.morning.size > 0;
  if (!half) {
    drafts.notices.push(...found.notices);
    drafts.asks.push(...found.asks);
  }
  const out = new Set<number>();
  const refuse = (call: Undated, why: string): void => {
    out.add(call.line);
    reader.refuse(call.row, '', why);
  };
  for (const call of calls) {
    const days = found.later.get(call) ?? 0;
    const why = found.refused.get(call);
    if (why !== undefined) refuse(call, why);
    else if (half && (found.afternoon.has(call) || found.morning.has(call)))
      refuse(
        call,
        'the times of these calls fall, and by which half of the day is not written: write am or pm',
      );
    for (let at = call.first; days > 0 && !out.has(call.line); at++) {
      const e = drafts.events[at];
      if (e?.line !== call.line) break;
      for (let i = 0; i < days; i++) e.date = nextDay(e.date);
      try {
        reader.time(e.start, e.date, call.zone, '');
      } catch (error) {
        if (!(error instanceof BadCell)) throw error;
        refuse(call, error.message);
      }
    }
  }
  if (out.size === 0) return;
  const kept = drafts.events.filter((e) => !out.has(e.line ?? -1));
  drafts.events.length = 0;
  for (const e of kept) drafts.events.push(e);
}

/** Buttons are pressed late by so much, ms. */
const NOISE = 600_000;

/** The columns of moments that hold counts since 1970, and in which unit. */
function epochColumns(table: Table, mapping: Mapping): Map<number, EpochUnit> {
  const found = new Map<number, EpochUnit>();
  for (const at of mapping.moments.flatMap((m) => [m.date, m.time])) {
    if (at < 0) continue;
    const values = table.rows.flatMap((r) => (r.cells[at] ?? '').trim() || []).filter((v) => !isNone(v));
    const unit = epochOf(table.header[at] ?? '', values);
    if (unit) found.set(at, unit);
  }
  return found;
}

/** Columns in which every count is a midnight in UTC: days, not times. */
function wholeDays(table: Table, epochs: ReadonlyMap<number, EpochUnit>): Set<number> {
  const days = new Set<number>();
  for (const [at, unit] of epochs) {
    const day = unit === 's' ? DAY / 1000 : unit === 'ms' ? DAY : DAY * 1000;
    const values = table.rows.map((r) => (r.cells[at] ?? '').trim()).filter((v) => !isNone(v));
    if (values.every((v) => Number(v) % day === 0)) days.add(at);
  }
  return days;
}

/** Date and time of one moment as text of the grammar; null where the cell says “missing”. */
function momentText(
  reader: Reader,
  row: TableRow,
  m: MomentColumn,
  epochs: ReadonlyMap<number, EpochUnit>,
  days: ReadonlySet<number>,
  thousandths: ReadonlySet<number>,
): { date: string; time: string } | null {
  const cell = (at: number): string => {
    const text =
      at < 0 ? '' : (reader.answer(row, columnName(reader.table, at)) ?? row.cells[at] ?? '').trim();
    return isNone(text) ? '' : text;
  };
  const dateCell = cell(m.date);
  let time = cell(m.time);
  if (dateCell === '' && time === '') return null;
  for (const [at, text] of [
    [m.time, time],
    [m.date, dateCell],
  ] as const) {
    const unit = epochs.get(at);
    if (!unit || text === '') continue;
    if (isMissingCount(text, unit)) return null;
    const iso = epochText(text, unit);
    if (days.has(at))
      return { date: iso.slice(0, 10), time: time !== '' && at === m.date ? time : WHOLE_DAY };
    return { date: iso.slice(0, 10), time: iso };
  }
  if (MISSING.test(dateCell || time)) return null;
  if (thousandths.has(m.time)) time = time.replace(/\.0+(?=z?$)/i, '');
  return { date: dateCell, time: time === '' ? WHOLE_DAY : time };
}

/** A moment written with its day, as its time alone on that day; null where that cannot be told. */
function aloneOf(reader: Reader, at: TimeCell, zone: string, field: string): TimeCell | null {
  if (at.bare !== null) return at;
  const time = /(?<=[ T])\d{1,2}:\d{2}(?::\d{2})?(?:\s*[ap]\.?m\.?)?$/i.exec(at.text)?.[0];
  const alone = time ? reader.time(time, at.date, zone, field) : null;
  return alone?.bare === null ? null : alone;
}

/** A time of day without its day. */
const ALONE = /^\d{1,2}:?\d{2}(?::\d{2})?(?:\s*[ap]\.?m\.?)?$/i;

const WHOLE_DAY = 'between 00:00 and 23:59';
/** Days that databases write for “missing”, in any order. */
const MISSING =
  /^(1899-12-(29|30|31)|1900-01-0[01]|12\/(29|30|31)\/(18)?99|(29|30|31)\/12\/1899|0?1\/0?[01]\/1900|12-(30|31)-1899|0001-01-01)(?!\d)/;
