import type { EventRow } from '../../record/event';
import { classOf, KINDS } from '../../record/vocabulary';
import { parseTime } from '../../time/grammar/parse';
import { type Drafts, draftsOf, type ImportContext } from '../drafts';
import type { Table, TableRow } from '../formats/table';
import { CarriedDay } from './carried-day';
import { BadCell, TimeCell } from './cell';
import { Reader } from './cells';
import { DeviceLog } from './device-log';
import { dogsArrive } from './dog-unit';
import { Ids } from './ids';
import { guessColumns, type Layout, type Mapping } from './layout';
import { Words } from './log-words';
import { takeOutLost } from './lost-rows';
import { withDays } from './moments-by-value';
import { fallOf, nextDay, passed, ranPast, type TimedRow, withDay } from './order';
import { STOP_FIELDS } from './stop-fields';
import { askStretches, STRETCH, stretchOf } from './stretch';
import { textsSay } from './texts-by-value';
import { tellUnread } from './unread-lines';

/** A log with one event a row: our stop-log template, and dispatch or report logs of that shape. */
export const stopLog: Layout = {
  id: 'stop-log',
  name: 'Stop log',
  what: 'one event a row: a time, what happened, who, and where the record says so',
  fields: STOP_FIELDS,
  confidence: (columns) => {
    if (!('start' in columns)) return 0;
    return (
      0.3 +
      ('kind' in columns ? 0.25 : 0) +
      ('description' in columns || 'remarks' in columns ? 0.2 : 0) +
      ('id' in columns ? 0.1 : 0) +
      ('clock' in columns ? 0.1 : 0)
    );
  },
  fit,
  read,
};

/** “From” and “To” of a radio log hold units: what holds no time is none, and the column that does takes its place. */
function fit(
  columns: Readonly<Record<string, number>>,
  table: Pick<Table, 'header' | 'rows'>,
): Record<string, number> {
  const { start, end } = columns;
  const no = [start, end].filter((at): at is number => at !== undefined && holdsNoTime(table, at));
  if (no.length === 0) return withDays(columns, table);
  const header = table.header.map((h, i) => (no.includes(i) ? '' : h));
  const again = guessColumns(header, STOP_FIELDS);
  const found = again['start'] === undefined || holdsNoTime(table, again['start']) ? columns : again;
  return withDays(found, table);
}

function holdsNoTime(table: Pick<Table, 'rows'>, at: number): boolean {
  const cells = table.rows.slice(0, 200).flatMap((r) => (r.cells[at] ?? '').trim() || []);
  return cells.length > 0 && !cells.some((c) => parseTime(c, 'mdy').ok || parseTime(c, 'dmy').ok);
}

/** One row on its way to become an event. */
class Made implements TimedRow {
  constructor(
    readonly row: TableRow,
    readonly event: EventRow,
    readonly zone: string,
    readonly dated: boolean,
    readonly time: TimeCell,
    readonly end: TimeCell | null,
  ) {}

  get line(): number {
    return this.row.line;
  }

  get date(): string {
    return this.time.date;
  }
}

function read(table: Table, mapping: Mapping, context: ImportContext): Drafts {
  const drafts = draftsOf(table);
  const told = textsSay(table, mapping.columns, guessColumns(table.header, STOP_FIELDS));
  if (told !== '') drafts.notices.push(told);
  const reader = new Reader(table, mapping, context, drafts);
  const words = new Words(mapping, table.rows.length);
  const carried = new CarriedDay(reader);
  const logId = context.newId();
  const others = wordsElsewhere(reader);
  const device = new DeviceLog(table, mapping);
  const [zoneOf, dateOf] = [reader.values('zone'), reader.values('date')];
  const [kindOf, clockOf, sourceOf] = [
    reader.values('kind'),
    reader.values('clock'),
    reader.values('source'),
  ];
  const [actorOf, itemOf, pageOf] = [reader.values('actor'), reader.values('item'), reader.values('page')];
  const [idOf, descriptionOf, remarksOf] = [
    reader.cells('id'),
    reader.cells('description'),
    reader.cells('remarks'),
  ];
  const ends = reader.has('end') || reader.has('endDate') || reader.mended;
  const stretches: number[] = [];
  const made: Made[] = [];
  const ids = new Ids(made);
  reader.each((row) => {
    const ref = idOf(row) || `r${row.line}`;
    if (/[^\w-]/.test(ref)) throw new BadCell('id', `“${ref}” cannot be an id: use letters, digits, - and _`);
    const zone = reader.zone(zoneOf(row), 'zone');
    const dateText = dateOf(row);
    const date = reader.date(dateText, row, 'date');
    const startText = reader.clockText(row, 'start');
    if (startText === '') throw new BadCell('start', 'no time is written here');
    const start =
      date === ''
        ? carried.time(row, startText, zone)
        : (reader.time(startText, date, zone, 'start') as TimeCell);
    const end = ends ? endOf(reader, row, start, zone) : null;
    const said = others === null ? descriptionOf(row) : saidBy(reader, row, others);
    // What was put together from several columns is the words of none: `Alert: BOLO` of a plate reader is no dog’s.
    const own =
      others === null ? said : others.length === 1 ? (row.cells[others[0] as number] ?? '').trim() : '';
    const kind = kindOf(row);
    const read = words.of(kind, own, remarksOf(row));
    const what = others === null ? read : { kind: read.kind, text: said };
    const first = ids.lineOf(ref);
    if (first !== undefined)
      throw new BadCell('id', `the id “${ref}” already stands on line ${first}: each row needs its own`);
    const clock = reader.named.clock(clockOf(row), zone, row);
    const source = reader.named.source(sourceOf(row));
    const lasts = end === null && !start.plain && KINDS[what.kind].span ? stretchOf(start) : null;
    if (lasts) stretches.push(row.line);
    const asSpan = lasts !== null && mapping.answers[STRETCH] === 'span';
    const event: EventRow = {
      id: context.newId(),
      caseId: context.caseId,
      logId,
      ref,
      kind: device.kind(what.kind, kind || said),
      clockId: clock.id,
      zone: zone !== '' && zone !== clock.zone ? zone : '',
      date: start.date,
      start: asSpan ? lasts[0] : start.text,
      end: asSpan ? lasts[1] : (end?.text ?? ''),
      actor: actorOf(row),
      description: what.text,
      item: numberOf(itemOf(row)),
      sourceId: source.id,
      page: pageOf(row),
      line: row.line,
      order: made.length,
    };
    made.push(new Made(row, event, zone, dateText !== '', start, end));
    ids.add(ref, row.line);
  });
  drafts.notices.push(...dogsArrive(made, ({ row }) => [kindOf(row), descriptionOf(row), remarksOf(row)]));
  askStretches(drafts, stretches, mapping.answers);
  const kept = forward(reader, made);
  const refused = new Set([...drafts.refused, ...(table.refused ?? [])].map((r) => r.line));
  takeOutLost(kept, context.refs, refused, (row, why) => reader.refuse(row, 'start', why));
  for (const m of kept) drafts.events.push(m.event);
  drafts.notices.push(...carried.notices(), ...words.notices(), ...device.notices());
  beginning(drafts, mapping.answers);
  drafts.notices.push(...whenSays(table, mapping));
  reader.finish();
  tellUnread(drafts, context, drafts.events);
  return drafts;
}

/** Which columns were taken for when by what they hold, their headings being no names for it. */
function whenSays(table: Table, { columns }: Mapping): string[] {
  const said = (
    [
      ['start', 'time', 'times'],
      ['date', 'day', 'days'],
    ] as const
  ).map(([field, is, holds]) => {
    const heading = table.header[columns[field] ?? -1] ?? '';
    const named = heading === '' || field in guessColumns([heading], STOP_FIELDS);
    return named || (field === 'start' && /\btime\b|date/i.test(heading))
      ? ''
      : `“${heading}” is taken for the ${is} of each row, since it holds ${holds}.`;
  });
  return said.filter((says) => says !== '');
}

/** `Item # 3` as the item it is: 3. */
const numberOf = (item: string): string => (item === '' ? '' : item.replace(/^items?\s*#?\s*/i, ''));

/** The columns that say what happened where none is named for it: all that nothing else is made of. Null where one is. */
function wordsElsewhere(reader: Reader): readonly number[] | null {
  const { table, mapping, drafts } = reader;
  if (['kind', 'description', 'remarks'].some((f) => reader.has(f))) return null;
  const used = new Set(Object.values(mapping.columns));
  const columns = table.header.flatMap((h, i) =>
    h !== '' && !used.has(i) && table.rows.some((r) => (r.cells[i] ?? '') !== '') ? [i] : [],
  );
  for (const at of columns) reader.joined.add(at);
  if (columns.length > 0)
    drafts.notices.push(
      `No column says what happened: ${columns.map((i) => `“${table.header[i]}”`).join(', ')} are joined as the words of each row.`,
    );
  return columns;
}

const saidBy = (reader: Reader, row: TableRow, columns: readonly number[]): string =>
  columns
    .flatMap((i) =>
      (row.cells[i] ?? '').trim() === '' ? [] : `${reader.table.header[i]}: ${row.cells[i]?.trim()}`,
    )
    .join('; ');

/** The end of a row, on its own day where it states one; past midnight where it is clear, and that is said. */
function endOf(reader: Reader, row: TableRow, start: TimeCell, zone: string): TimeCell | null {
  const text = reader.clockText(row, 'end');
  if (text === '' && !reader.has('endDate')) return null;
  const dateText = reader.value(row, 'endDate');
  const date = dateText === '' ? start.date : reader.date(dateText, row, 'endDate');
  const end = reader.time(text, date, zone, 'end');
  if (!end) {
    if (dateText !== '') reader.doubt(row, `an end is dated (${date}) without a time: it is left out`);
    return null;
  }
  let { date: day, text: written } = end;
  if (day === start.date && ranPast(start, end)) {
    day = nextDay(day);
    reader.doubt(row, `this ends earlier than it begins, so midnight was passed: it ends on ${day}`);
  }
  if (day !== start.date && end.written.form === 'reading') written = withDay(end.written, day);
  const ended = written === end.text && day === end.date ? end : new TimeCell(written, day, end.written);
  checkOrder(start, ended);
  return ended;
}

/** Two readings on one clock must not run backwards. */
function checkOrder(start: TimeCell, end: TimeCell): void {
  if (start.date === end.date && start.plain && end.plain && fallOf(start, end) === 0) return;
  if (start.written.form !== 'reading' || end.written.form !== 'reading') return;
  const [a, b] = [start.written.from, end.written.to ?? end.written.from];
  if (a.clock !== b.clock) return;
  const days = a.clock === 'media' ? 0 : Date.parse(end.date) - Date.parse(start.date);
  if (b.ms + (Number.isFinite(days) ? days : 0) + b.precision <= a.ms)
    throw new BadCell(
      'end',
      'this ends before it begins: write am or pm, or the date before the second time if it ran past midnight',
    );
}

/** Rows of one clock go forward: past midnight and past noon of twelve-hour logs found, said, or refused. */
function forward(reader: Reader, made: Made[]): Made[] {
  const { drafts, mapping } = reader;
  const clocks = grouped(made);
  const out = new Set<Made>();
  for (const rows of clocks.values()) {
    const found = passed(rows, mapping.answers);
    drafts.notices.push(...found.notices);
    drafts.asks.push(...found.asks);
    if (found.later.size + found.afternoon.size + found.morning.size + found.refused.size === 0) continue;
    const byTimed = new Map<TimedRow, Made>(rows.map((m) => [m, m]));
    for (const [half, set] of [
      ['pm', found.afternoon],
      ['am', found.morning],
    ] as const)
      for (const timed of set) {
        const m = byTimed.get(timed) as Made;
        moveTo(reader, m, `${m.event.start} ${half}`, m.event.date, out);
      }
    for (const [timed, days] of found.later) {
      const m = byTimed.get(timed) as Made;
      let date = m.event.date;
      for (let i = 0; i < days; i++) date = nextDay(date);
      moveTo(reader, m, m.event.start, date, out);
    }
    for (const [timed, why] of found.refused) {
      const m = byTimed.get(timed) as Made;
      reader.refuse(m.row, 'start', why);
      out.add(m);
    }
  }
  return out.size === 0 ? made : made.filter((m) => !out.has(m));
}

function grouped(made: readonly Made[]): ReadonlyMap<string, readonly Made[]> {
  const one = made[0]?.event.clockId ?? '';
  if (made.every((m) => m.event.clockId === one)) return new Map([[one, made]]);
  const groups = new Map<string, Made[]>();
  for (const m of made) {
    const list = groups.get(m.event.clockId);
    if (list) list.push(m);
    else groups.set(m.event.clockId, [m]);
  }
  return groups;
}

/** The row as it then stands, or refused where that hour does not exist on that day. */
function moveTo(reader: Reader, m: Made, start: string, date: string, out: Set<Made>): void {
  try {
    const cell = reader.time(start, date, m.zone, 'start') as TimeCell;
    if (m.end && date !== m.event.date && m.end.date === m.event.date)
      reader.time(m.end.text, date, m.zone, 'end');
    m.event.date = date;
    m.event.start = cell.text;
  } catch (error) {
    if (!(error instanceof BadCell)) throw error;
    reader.refuse(m.row, error.field, error.message);
    out.add(m);
  }
}

const OF_A_STOP: ReadonlySet<string> = new Set(['mission', 'completion', 'off-mission', 'open', 'canine']);

/** So many entries of a log are offered as the beginning of its stop. */
const OFFERED = 12;

/** A log of a stop in which no entry begins it: which one does is asked, since the findings of a stop count from there. */
function beginning(drafts: Drafts, answers: Mapping['answers']): void {
  const { events } = drafts;
  if (events.some((e) => e.kind === 'seizure-begins')) return;
  const of = events.some((e) => OF_A_STOP.has(classOf(e.kind)));
  // A ledger of items is the log of no stop.
  const unnamed = events.length >= 3 && events.every((e) => e.kind === 'note' && e.item === '');
  if (!of && !unnamed) return;
  const answer = answers['begins-stop'] ?? '';
  const first = answer === '' ? undefined : events.find((e) => `${e.line}` === answer);
  if (first) first.kind = 'seizure-begins';
  drafts.asks.push({
    id: 'begins-stop',
    lines: [],
    says: 'No entry begins the stop: which one does? What is held beyond the mission is counted from there.',
    choices: [
      ...events.slice(0, OFFERED).map((e) => ({
        value: `${e.line}`,
        says: `line ${e.line}: ${e.start} ${e.description}`.slice(0, 90),
      })),
      { value: 'none', says: 'None of this file' },
    ],
    taken: answer,
  });
  if (answer === '')
    drafts.notices.push(
      'No entry begins the stop: which one does? Give it the kind “Seizure begins”; what is held beyond the mission is counted from there.',
    );
}
