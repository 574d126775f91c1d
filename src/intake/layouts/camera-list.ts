import type { Clock } from '../../record/clock';
import type { EventRow } from '../../record/event';
import type { EventKind } from '../../record/vocabulary';
import { printWritten } from '../../time/grammar/print';
import { resolveReading } from '../../time/grammar/resolve';
import type { Written } from '../../time/grammar/written';
import { type Drafts, draftsOf, type ImportContext } from '../drafts';
import type { Table, TableRow } from '../formats/table';
import { cameraDays } from './camera-days';
import { CAMERA_FIELDS, fitCamera } from './camera-fields';
import { offsetOf } from './camera-offset';
import { BadCell, TimeCell } from './cell';
import { Reader } from './cells';
import { guessColumns, type Layout, type Mapping } from './layout';
import { nextDay, ranPast, withDay } from './order';

/** A list of cameras: one recording a row, with its clock, its coverage and what is known of its offset. */
export const cameraList: Layout = {
  id: 'camera-list',
  name: 'Camera list',
  what: 'one recording a row: which camera, when it starts, ends, is muted or off, and how far its clock is off',
  fields: CAMERA_FIELDS,
  fit: fitCamera,
  confidence: (columns) =>
    'camera' in columns && 'start' in columns
      ? 0.6 + ('end' in columns ? 0.1 : 0) + ('ahead' in columns || 'mutedFrom' in columns ? 0.25 : 0)
      : 0,
  read,
};

function read(table: Table, mapping: Mapping, context: ImportContext): Drafts {
  const drafts = draftsOf(table);
  const reader = new Reader(table, mapping, context, drafts);
  const logId = context.newId();
  const seen = new Map<string, number>();
  let order = 0;
  const segments = new Map<string, Segment[]>();
  const days = cameraDays(reader, reader.rows);
  reader.each((row) => {
    const name = reader.value(row, 'camera');
    if (name === '') throw new BadCell('camera', 'this row names no camera');
    const zone = reader.zone(reader.value(row, 'zone'), 'zone');
    const own = days.get(row.line);
    if (own?.refused) throw new BadCell('start', own.refused);
    const date = own?.date ?? reader.date(reader.value(row, 'date'), row, 'date');
    const start = reader.time(reader.clockText(row, 'start'), date, zone, 'start');
    if (!start) throw new BadCell('start', 'no start of the recording is written here');
    const ends = endAfter(reader, row, 'end', start, start, zone) ?? endByLength(reader, row, start, zone);
    const spans: [EventKind, string, string, string][] = [
      ['recording', start.text, ends?.text ?? '', start.date],
    ];
    for (const [kind, from, to] of [
      ['muted', 'mutedFrom', 'mutedTo'],
      ['camera-off', 'offFrom', 'offTo'],
    ] as const) {
      const begins = endAfter(reader, row, from, start, start, zone);
      const until = endAfter(reader, row, to, begins ?? start, start, zone);
      if (until && !begins) throw new BadCell(to, 'an end is written without a beginning');
      if (begins) spans.push([kind, begins.text, until?.text ?? '', start.date]);
    }
    const offset = offsetOf(reader.value(row, 'ahead'), reader.value(row, 'why'));
    const before = seen.get(name.toLowerCase());
    const known = reader.named.clocks.get(name.toLowerCase());
    if (before !== undefined && known && JSON.stringify(known.offset) !== JSON.stringify(offset) && offset) {
      throw new BadCell(
        'camera',
        `two clocks are called “${name}”: line ${before} has it with another offset. Give each clock its own name`,
      );
    }
    const clock = reader.named.clock(name, zone, row);
    const made = drafts.clocks.find((c) => c.id === clock.id);
    if (made && offset) replaceClock(drafts, reader, { ...made, kind: 'camera', offset });
    else if (!made && offset && clock.offset === null) learnOffset(drafts, reader, { ...clock, offset });
    else if (!made && offset)
      drafts.notices.push(
        `${name}: the case already has an offset for this clock; it was left as it stands there.`,
      );
    seen.set(name.toLowerCase(), row.line);
    const source = reader.named.source(name, 'camera', {
      exhibit: reader.value(row, 'exhibit'),
      batesFrom: reader.value(row, 'bates'),
      file: reader.value(row, 'file'),
      sha256: '',
    });
    const remarks = reader.cell(row, 'remarks');
    for (const [kind, from, to, day] of spans) {
      const does = kind === 'recording' ? 'records' : kind === 'muted' ? 'records no sound' : 'is off';
      const event: EventRow = {
        id: context.newId(),
        caseId: context.caseId,
        logId,
        ref: `${name} ${kind} ${row.line}`.toLowerCase().replace(/[^\w]+/g, '-'),
        kind,
        clockId: clock.id,
        zone: '',
        date: day,
        start: from,
        end: to,
        actor: reader.value(row, 'actor'),
        description: `${name} ${does}${kind === 'recording' && remarks !== '' ? `: ${remarks}` : ''}`,
        item: '',
        sourceId: source.id,
        page: '',
        line: row.line,
        order: order++,
      };
      if (kind === 'recording') {
        const key = name.toLowerCase();
        const before = segments.get(key) ?? [];
        const here = segmentOf(event, start, ends, zone || clock.zone || context.zone || 'UTC');
        if (before.some((s) => goesOn(reader, row, s, here))) continue;
        segments.set(key, [...before, here]);
      }
      drafts.events.push(event);
    }
  });
  const heading = reader.heading('camera');
  if (!('camera' in guessColumns([heading], CAMERA_FIELDS)))
    drafts.notices.push(`“${heading}” is taken for the camera of each recording: say so if it is not.`);
  reader.finish();
  return drafts;
}

const LENGTH = /^(\d{1,2}):(\d{2}):(\d{2})(?:\.\d+)?$/;

/** The end of a recording whose list states its length, `2:26:27`, and not its end: both are to the second, and that is said. */
function endByLength(reader: Reader, row: TableRow, start: TimeCell, zone: string): TimeCell | null {
  const text = reader.value(row, 'length');
  if (text === '') return null;
  const m = LENGTH.exec(text);
  const from = start.written.form === 'reading' && start.written.to === null ? start.written.from : null;
  if (!m || Number(m[2]) > 59 || Number(m[3]) > 59 || from?.clock !== 'wall' || from.precision !== 1000) {
    reader.doubt(
      row,
      `“${text}” is no length in hours, minutes and seconds from a start to the second: no end is taken`,
    );
    return null;
  }
  const long = (Number(m[1]) * 3600 + Number(m[2]) * 60 + Number(m[3])) * 1000;
  const [days, ms] = [Math.floor((from.ms + long) / 86_400_000), (from.ms + long) % 86_400_000];
  let date = from.date ?? start.date;
  if (date === '') return null;
  for (let i = 0; i < days; i++) date = nextDay(date);
  reader.doubt(row, 'the end is the start and the length');
  // A second lost in each of the two makes the end known to a second either way.
  const end = printWritten({ ...start.written, from: { ...from, date, ms } } as Written);
  return reader.time(`${end} +-1s`, date, zone, 'end');
}

/** A time that cannot be before the start of its recording: more than twelve hours earlier, it is of the next day, and that is said. */
function endAfter(
  reader: Reader,
  row: TableRow,
  field: string,
  after: TimeCell,
  start: TimeCell,
  zone: string,
): TimeCell | null {
  const cell = reader.time(reader.clockText(row, field), start.date, zone, field);
  if (!cell) return null;
  if (cell.date === after.date && ranPast(after, cell)) {
    const day = nextDay(cell.date);
    reader.doubt(row, `“${cell.text}” is earlier than the start, so midnight was passed: it is of ${day}`);
    return new TimeCell(withDay(cell.written, day), day, cell.written);
  }
  if (field === 'end' && cell.date === after.date && isBefore(cell, after))
    throw new BadCell(
      field,
      'the recording ends before it starts: write am or pm, or the date before the time',
    );
  return cell;
}

const isBefore = (a: TimeCell, b: TimeCell): boolean =>
  a.written.form === 'reading' &&
  b.written.form === 'reading' &&
  a.written.from.clock === 'wall' &&
  b.written.from.clock === 'wall' &&
  a.written.from.zone === b.written.from.zone &&
  a.written.from.ms + a.written.from.precision <= b.written.from.ms;

/** One recording of a camera: when it surely begins and ends on its clock, ms; null where that is not known. */
interface Segment {
  readonly event: EventRow;
  readonly from: number | null;
  to: number | null;
  readonly end: TimeCell | null;
}

function segmentOf(event: EventRow, start: TimeCell, end: TimeCell | null, zone: string): Segment {
  const at = (cell: TimeCell | null): number | null => {
    if (cell?.written.form !== 'reading') return null;
    const r = resolveReading(cell.written, { date: cell.date, zone, approximate: 0 });
    return r.ok ? r.interval.min : null;
  };
  return { event, from: at(start), to: at(end), end };
}

/** A camera begins a new file after four hours: nothing lies between the two. */
const [SPLIT, BETWEEN] = [3.8 * 3_600_000, 2_000];

/** Whether a recording is the same one, gone on in a new file; then the first takes its end. Overlaps are said. */
function goesOn(reader: Reader, row: TableRow, before: Segment, here: Segment): boolean {
  if (before.from === null || before.to === null || here.from === null) return false;
  if (here.from < before.to - 60_000 && (here.to === null || here.to > before.from))
    reader.doubt(row, `this overlaps the recording of line ${before.event.line} of the same camera`);
  if (Math.abs(here.from - before.to) > BETWEEN || before.to - before.from < SPLIT || here.to === null)
    return false;
  const { end } = here;
  before.to = here.to;
  before.event.end =
    end && end.date !== before.event.date ? withDay(end.written, end.date) : (end?.text ?? '');
  reader.doubt(
    row,
    `it goes on from line ${before.event.line} without a break, as files split after four hours do: one recording`,
  );
  return true;
}

/** A clock that the case knows without an offset gets this one. */
function learnOffset(drafts: Drafts, reader: Reader, clock: Clock): void {
  drafts.changedClocks.push(clock);
  drafts.notices.push(
    `${clock.name}: the case has this clock without an offset; it gets the one in this list.`,
  );
  reader.named.clocks.set(clock.name.toLowerCase(), clock);
}

function replaceClock(drafts: Drafts, reader: Reader, clock: Clock): void {
  drafts.clocks[drafts.clocks.findIndex((c) => c.id === clock.id)] = clock;
  reader.named.clocks.set(clock.name.toLowerCase(), clock);
}
