import type { Clock } from '../../record/clock';
import type { EventRow } from '../../record/event';
import type { EventKind } from '../../record/vocabulary';
import { type Drafts, draftsOf, type ImportContext } from '../drafts';
import type { Table } from '../formats/table';
import { BadCell, Reader } from './cells';
import type { Field, Layout, Mapping } from './layout';

const FIELDS: readonly Field[] = [
  {
    id: 'camera',
    label: 'Camera',
    names: ['camera', 'camera name', 'device', 'recording', 'video', 'title'],
    required: true,
  },
  { id: 'actor', label: 'Worn by', names: ['officer', 'worn by', 'wearer', 'assigned to', 'unit', 'who'] },
  { id: 'zone', label: 'Zone of its clock', names: ['zone', 'time zone', 'timezone', 'overlay zone', 'tz'] },
  { id: 'date', when: true, label: 'Date', names: ['date', 'day', 'recorded on'] },
  {
    id: 'start',
    when: true,
    label: 'Recording starts',
    names: ['start', 'recording starts', 'starts', 'start time', 'begin', 'from', 'recorded from'],
    required: true,
  },
  {
    id: 'end',
    when: true,
    label: 'Recording ends',
    names: ['end', 'recording ends', 'ends', 'end time', 'until', 'to', 'recorded to'],
  },
  {
    id: 'mutedFrom',
    when: true,
    label: 'Muted from',
    names: ['muted from', 'mute start', 'muted', 'mute from'],
  },
  {
    id: 'mutedTo',
    when: true,
    label: 'Muted until',
    names: ['muted to', 'muted until', 'mute end', 'mute to'],
  },
  { id: 'offFrom', when: true, label: 'Off from', names: ['off from', 'camera off from', 'paused from'] },
  {
    id: 'offTo',
    when: true,
    label: 'Off until',
    names: ['off to', 'off until', 'camera off until', 'paused to'],
  },
  {
    id: 'ahead',
    label: 'Ahead of reference clock by',
    names: ['ahead', 'ahead by', 'ahead of dispatch', 'ahead of reference', 'fast by'],
  },
  { id: 'why', label: 'How that is known', names: ['why', 'offset reason', 'sync', 'how known', 'basis'] },
  { id: 'file', label: 'File', names: ['file', 'file name', 'filename'] },
  { id: 'exhibit', label: 'Exhibit', names: ['exhibit', 'exhibit number', 'ex'] },
  { id: 'bates', label: 'Bates', names: ['bates', 'bates number', 'bates from'] },
];

/** A list of cameras: one recording a row, with its clock, its coverage and what is known of its offset. */
export const cameraList: Layout = {
  id: 'camera-list',
  name: 'Camera list',
  what: 'one recording a row: which camera, when it starts, ends, is muted or off, and how far its clock is off',
  fields: FIELDS,
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
  reader.each((row) => {
    const name = reader.cell(row, 'camera');
    if (name === '') throw new BadCell('camera', 'this row names no camera');
    const zone = reader.zone(reader.cell(row, 'zone'), 'zone');
    const date = reader.date(reader.cell(row, 'date'), 'date');
    const start = reader.time(reader.cell(row, 'start'), date, zone, 'start');
    if (!start) throw new BadCell('start', 'no start of the recording is written here');
    const spans: [EventKind, string, string, string][] = [
      [
        'recording',
        start.text,
        reader.time(reader.cell(row, 'end'), start.date, zone, 'end')?.text ?? '',
        'start',
      ],
    ];
    for (const [kind, from, to] of [
      ['muted', 'mutedFrom', 'mutedTo'],
      ['camera-off', 'offFrom', 'offTo'],
    ] as const) {
      const begins = reader.time(reader.cell(row, from), start.date, zone, from);
      const ends = reader.time(reader.cell(row, to), start.date, zone, to);
      if (ends && !begins) throw new BadCell(to, 'an end is written without a beginning');
      if (begins) spans.push([kind, begins.text, ends?.text ?? '', from]);
    }
    const offset = offsetOf(reader.cell(row, 'ahead'), reader.cell(row, 'why'));
    const before = seen.get(name.toLowerCase());
    const known = reader.clocks.get(name.toLowerCase());
    if (before !== undefined && known && JSON.stringify(known.offset) !== JSON.stringify(offset) && offset) {
      throw new BadCell(
        'camera',
        `two clocks are called “${name}”: line ${before} has it with another offset. Give each clock its own name`,
      );
    }
    const clock = reader.clock(name, zone, row);
    const made = drafts.clocks.find((c) => c.id === clock.id);
    if (made && offset) replaceClock(drafts, reader, { ...made, kind: 'camera', offset });
    else if (!made && offset && clock.offset === null) learnOffset(drafts, reader, { ...clock, offset });
    else if (!made && offset)
      drafts.notices.push(
        `${name}: the case already has an offset for this clock; it was left as it stands there.`,
      );
    seen.set(name.toLowerCase(), row.line);
    const source = reader.source(name, 'camera', {
      exhibit: reader.cell(row, 'exhibit'),
      batesFrom: reader.cell(row, 'bates'),
      file: reader.cell(row, 'file'),
      sha256: '',
    });
    for (const [kind, from, to] of spans) {
      const event: EventRow = {
        id: context.newId(),
        caseId: context.caseId,
        logId,
        ref: `${name} ${kind} ${row.line}`.toLowerCase().replace(/[^\w]+/g, '-'),
        kind,
        clockId: clock.id,
        zone: '',
        date: start.date,
        start: from,
        end: to,
        actor: reader.cell(row, 'actor'),
        description: `${name} ${kind === 'recording' ? 'records' : kind === 'muted' ? 'records no sound' : 'is off'}`,
        item: '',
        sourceId: source.id,
        page: '',
        line: row.line,
        order: order++,
      };
      drafts.events.push(event);
    }
  });
  return drafts;
}

/** A clock that the case knows without an offset gets this one. */
function learnOffset(drafts: Drafts, reader: Reader, clock: Clock): void {
  drafts.changedClocks.push(clock);
  drafts.notices.push(
    `${clock.name}: the case has this clock without an offset; it gets the one in this list.`,
  );
  reader.clocks.set(clock.name.toLowerCase(), { ...clock, line: 0 });
}

function replaceClock(drafts: Drafts, reader: Reader, clock: Clock): void {
  drafts.clocks[drafts.clocks.findIndex((c) => c.id === clock.id)] = clock;
  const key = clock.name.toLowerCase();
  const line = reader.clocks.get(key)?.line ?? 0;
  reader.clocks.set(key, { ...clock, line });
}

const ONE = String.raw`(\d+):(\d{2})|(\d+(?:\.\d+)?)`;
const AHEAD = new RegExp(
  String.raw`^([+-])?\s*(?:${ONE})(?:\s*(?:-|to|\.\.|–)\s*(?:${ONE}))?\s*(s|sec|secs|seconds?|m|min|mins|minutes?)?\s*(ahead|fast|behind|slow)?$`,
  'i',
);

/**
 * `41-43`, `0:41 to 0:43`, `12 s behind`: how far the clock runs ahead of the reference, in seconds unless minutes are
 * written. True time = reading + offset, so a clock ahead has a negative offset. A single figure is taken to the unit either way.
 */
export function offsetOf(text: string, why: string): Clock['offset'] {
  if (text === '') return null;
  const m = AHEAD.exec(text);
  if (!m)
    throw new BadCell('ahead', `“${text}” is not an offset: write 41-43 s, 0:41 to 0:43, or 12 s behind`);
  const minutes = /^m/i.test(m[8] ?? '');
  const value = (a: string | undefined, b: string | undefined, c: string | undefined): number | null =>
    a !== undefined
      ? (Number(a) * 60 + Number(b)) * 1000
      : c !== undefined
        ? Math.round(Number(c) * (minutes ? 60_000 : 1000))
        : null;
  const first = value(m[2], m[3], m[4]) as number;
  const second = value(m[5], m[6], m[7]);
  const unit = minutes ? 60_000 : 1000;
  const [low, high] =
    second === null ? [first - unit, first + unit] : [Math.min(first, second), Math.max(first, second)];
  const behind = m[1] === '-' || /behind|slow/i.test(m[9] ?? '');
  const min = behind ? low : -high;
  const max = behind ? high : -low;
  return { min: min + 0, max: max + 0, why: why || `camera list: “${text}”` };
}
