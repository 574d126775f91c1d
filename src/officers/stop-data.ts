import type { Field } from '../intake/layouts/layout';
import { readDate } from '../time/grammar/parse';
import type { DateOrder } from '../time/grammar/refusal';

/** What the columns of stop data can mean. */
export const STOP_DATA: readonly Field[] = [
  {
    id: 'id',
    label: 'Number of the stop',
    names: ['stop id', 'incident number', 'incident', 'event number', 'id', 'case number', 'cad number'],
  },
  {
    id: 'officer',
    label: 'Officer',
    names: [
      'officer',
      'officer id',
      'officer name',
      'badge',
      'badge number',
      'star',
      'unit',
      'deputy',
      'trooper',
    ],
  },
  { id: 'date', label: 'Date', when: true, names: ['date', 'stop date', 'date of stop', 'incident date'] },
  {
    id: 'start',
    label: 'Begins',
    when: true,
    names: [
      'start',
      'start time',
      'stop time',
      'time',
      'begin',
      'time of stop',
      'stop start',
      'datetime',
      'date time',
      'stop datetime',
      'on scene',
      'start datetime',
      'occurence date',
      'call date',
    ],
  },
  {
    id: 'end',
    label: 'Ends',
    when: true,
    names: [
      'end',
      'end time',
      'stop end',
      'clear',
      'cleared',
      'clear time',
      'completed',
      'end datetime',
      'time cleared',
    ],
  },
  {
    id: 'length',
    label: 'Length',
    names: [
      'duration',
      'stop duration',
      'length',
      'duration minutes',
      'minutes',
      'stop length',
      'length of stop',
    ],
  },
  {
    id: 'district',
    label: 'District',
    names: ['district', 'beat', 'zone', 'precinct', 'area', 'sector', 'division', 'agency'],
  },
  {
    id: 'kind',
    label: 'Kind of stop',
    names: [
      'kind',
      'type',
      'call type',
      'stop type',
      'reason',
      'reason for stop',
      'stop reason',
      'final call type',
      'description',
    ],
  },
  {
    id: 'outcome',
    label: 'Outcome',
    names: ['outcome', 'result', 'disposition', 'result of stop', 'stop result', 'action', 'stop outcome'],
  },
  { id: 'dog', label: 'Dog', names: ['dog', 'canine', 'k9', 'canine search', 'k9 used', 'dog called'] },
  {
    id: 'search',
    label: 'Search',
    names: [
      'search',
      'searched',
      'search conducted',
      'search performed',
      'person searched',
      'vehicle searched',
    ],
  },
  {
    id: 'consent',
    label: 'Consent asked',
    names: ['consent', 'consent asked', 'consent search', 'asked for consent', 'search consent'],
  },
  {
    id: 'found',
    label: 'Something found',
    names: ['found', 'contraband', 'contraband found', 'evidence found', 'hit'],
  },
];

/** Columns whose values a benchmark chooses between. */
export const CHOSEN = ['officer', 'district', 'kind', 'outcome'] as const;
export type Chosen = (typeof CHOSEN)[number];

/** How a table of stops is to be read. */
export interface StopMapping {
  /** Field id to column number. */
  readonly columns: Readonly<Record<string, number>>;
  readonly dateOrder: DateOrder;
  /** ms of one of what its column of lengths counts. */
  readonly unit: number;
}

/** Which stops a benchmark counts. */
export interface StopChoice {
  /** Field to the values taken, as they stand in the table; absent for all. */
  readonly values: Readonly<Partial<Record<Chosen, readonly string[]>>>;
  /** Minutes of the day within which a stop begins; past midnight where the first is the later. Null for all day. */
  readonly hours: readonly [number, number] | null;
  /** Days, both included: `2022-01-01`; empty where open. */
  readonly since: string;
  readonly until: string;
  /** Number of the stop of the case itself, which is not among the others; empty where it is not in the table. */
  readonly notThis: string;
  /** Longer is a timer that somebody forgot, ms. */
  readonly forgotten: number;
}

const DAY = 86_400_000;
const MINUTE = 60_000;

/** A time of day, ms from midnight, with how wide it is; null where it cannot be read. */
export interface ReadTime {
  readonly ms: number;
  readonly width: number;
}

/** The number that two figures of a text are. */
const twoAt = (text: string, i: number): number =>
  10 * (text.charCodeAt(i) - 48) + text.charCodeAt(i + 1) - 48;

/** Reads the days and times of a table, each distinct text once. */
export class StopTimes {
  private readonly days = new Map<string, number | null>();
  private readonly times = new Map<string, ReadTime | null>();

  constructor(private readonly order: DateOrder) {}

  /** The day number of a date, days from 1970; null where it is none. */
  day(text: string): number | null {
    let day = this.days.get(text);
    if (day === undefined) {
      const read = readDate(text, this.order);
      day = read.ok ? Date.parse(`${read.date}T00:00:00Z`) / DAY : null;
      if (this.days.size < 50_000) this.days.set(text, day);
    }
    return day;
  }

  /** `14:05`, `2:05:10 PM`, `1405`; null where it is none. */
  time(text: string): ReadTime | null {
    let time = this.times.get(text);
    if (time === undefined) {
      time = timeOf(text);
      if (this.times.size < 200_000) this.times.set(text, time);
    }
    return time;
  }

  /** `2024-03-14 14:05:10` as most exports have it, without a text made of its parts; null for any other form. */
  private stamp(cell: string): { readonly day: number | null; readonly time: ReadTime } | null {
    const n = cell.length;
    const gap = cell.charCodeAt(10);
    if ((n !== 16 && n !== 19) || cell.charCodeAt(4) !== 45 || (gap !== 32 && gap !== 84)) return null;
    if (cell.charCodeAt(13) !== 58 || (n === 19 && cell.charCodeAt(16) !== 58)) return null;
    const [hour, minute, second] = [twoAt(cell, 11), twoAt(cell, 14), n === 19 ? twoAt(cell, 17) : 0];
    if (!(hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60)) return null;
    return {
      day: this.day(cell.slice(0, 10)),
      time: { ms: (hour * 60 + minute) * MINUTE + second * 1000, width: n === 16 ? MINUTE : 1000 },
    };
  }

  /** A cell with day and time, or one of the two: `2024-03-14 14:05`, `3/14/2024 2:05 PM`, `14:05`. */
  moment(cell: string): { readonly day: number | null; readonly time: ReadTime | null } {
    const fast = this.stamp(cell);
    if (fast) return fast;
    const at = cell.search(/[T ]/);
    if (at < 0) {
      const time = cell.includes(':') ? this.time(cell) : null;
      return time ? { day: null, time } : { day: this.day(cell), time: this.time(cell) };
    }
    const [first, second] = [cell.slice(0, at), cell.slice(at + 1).trim()];
    if (first.includes(':')) return { day: null, time: this.time(cell) };
    return { day: this.day(first), time: cell[at] === 'T' ? timeOf(second, true) : this.time(second) };
  }
}

const TIME = /^(\d{1,2}):?(\d{2})(?::?(\d{2})(?:\.\d+)?)?\s*(?:([ap])\.?m?\.?)?(?:Z|[+-](\d{2}):?\d{2})?$/i;

/** @param iso a shift from UTC may follow the minute: `2024-03-14T14:05-05:00`; elsewhere `14:05-14:20` is two times */
function timeOf(text: string, iso = false): ReadTime | null {
  const m = TIME.exec(text.trim());
  if (!m || (m[5] !== undefined && ((m[3] === undefined && !iso) || Number(m[5]) > 14))) return null;
  let hour = Number(m[1]);
  const [minute, second] = [Number(m[2]), Number(m[3] ?? 0)];
  if (m[4]) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (m[4].toLowerCase() === 'p' ? 12 : 0);
  }
  if (hour > 23 || minute > 59 || second > 59) return null;
  return { ms: (hour * 60 + minute) * MINUTE + second * 1000, width: m[3] === undefined ? MINUTE : 1000 };
}

/** A length as its column has it: `12`, `12.5`, `0:12:30`, `12 min`. The least and most that it can be, ms; null where it is none. */
export function lengthOf(text: string, unit: number): { readonly min: number; readonly max: number } | null {
  const clock = /^(-?)(\d{1,3}):(\d{2})(?::(\d{2}))?$/.exec(text);
  if (clock) {
    const [h, m, s] = [Number(clock[2]), Number(clock[3]), clock[4]];
    // Two parts are hours and minutes.
    const ms = (h * 60 + m) * MINUTE + Number(s ?? 0) * 1000;
    return around(clock[1] === '-' ? -ms : ms, s === undefined ? MINUTE : 1000);
  }
  const m = /^(-?\d+(?:\.(\d+))?)\s*(h|hours?|hrs?|m|min|mins|minutes?|s|secs?|seconds?)?\.?$/i.exec(text);
  if (!m) return null;
  const word = (m[3] ?? '').toLowerCase()[0];
  const one = word === 'h' ? 60 * MINUTE : word === 'm' ? MINUTE : word === 's' ? 1000 : unit;
  return around(Number(m[1]) * one, Math.max(1, one / 10 ** (m[2]?.length ?? 0)));
}

/**
 * Whether several times, or several lengths, stand in one cell: `09:05; 09:12`, `1405-1420`, `12 / 15`. Nobody knows then which
 * one is meant. For cells that are read as none.
 */
export function severalIn(cell: string, unit: number): boolean {
  const parts = cell
    .split(/\s*(?:[;,|&/\n–—]|\band\b|\bor\b|\bto\b|(?<=\d\s*(?:[ap]\.?m\.?)?\s*)-(?=\s*\d))\s*/i)
    .filter((p) => p !== '');
  if (parts.length > 1 && parts.every((p) => timeOf(p) !== null || lengthOf(p, unit) !== null)) return true;
  return (cell.match(/(?<![\d:])\d{1,2}:\d{2}(?::\d{2})?(?![\d:])/g) ?? []).length > 1;
}

/** A length that was cut off or rounded to its unit, nobody knows which. */
const around = (ms: number, unit: number): { min: number; max: number } => ({
  min: ms < 0 ? ms : Math.max(0, Math.round(ms - unit / 2)),
  max: Math.round(ms + unit) - 1,
});

const YES = /^(y|yes|t|true|1|x)$/i;
const NO = /^(n|no|f|false|0|none|-|nothing)$/i;

/** A table says the same few words again and again. */
const said = new Map<string, boolean | null>();

/** What a cell of yes and no says; null for what is blank or says neither. */
export function yesOf(cell: string): boolean | null {
  let yes = said.get(cell);
  if (yes === undefined) {
    yes = YES.test(cell) ? true : NO.test(cell) ? false : null;
    if (said.size < 1000) said.set(cell, yes);
  }
  return yes;
}

/** A cell without the blanks at its ends; most have none. */
export function bare(cell: string | undefined): string {
  if (cell === undefined || cell === '') return '';
  return cell.charCodeAt(0) <= 32 || cell.charCodeAt(cell.length - 1) <= 32 ? cell.trim() : cell;
}
