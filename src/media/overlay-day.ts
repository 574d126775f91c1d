import type { CaseRecord } from '../record/record';
import type { Bounds } from '../time/duration';
import { parseTime } from '../time/grammar/parse';
import { printMedia } from '../time/grammar/print';
import { resolveReading } from '../time/grammar/resolve';
import { DAY } from '../time/grammar/written';
import { dayOf, localOf, zoneName } from '../time/grammar/zones';
import { type Calibration, overlayAt } from './overlay';

const HALF = DAY / 2;

/** The day so many days after one: `2024-03-15`. */
export const dayAfter = (day: string, by: number): string => dayOf(Date.parse(`${day}T00:00:00Z`) + by * DAY);

/** What an overlay's text means on a day, ms: none where it cannot be read so, two in an hour that comes twice since the clocks were put back. */
function overlaysOn(record: CaseRecord, text: string, date: string, zone: string): Bounds[] {
  const parsed = parseTime(text);
  if (!parsed.ok || parsed.written.form !== 'reading' || parsed.written.from.clock === 'media') return [];
  const r = resolveReading(parsed.written, { date, zone, approximate: record.case.policies.approximate });
  if (!r.ok) return [];
  const { min, max, alternatives } = r.interval;
  return alternatives.length > 1
    ? alternatives.map(([from, to]) => ({ min: from, max: to }))
    : [{ min, max }];
}

/** The same as one stretch, ms; null where it cannot be read so. */
export function overlayOn(record: CaseRecord, text: string, date: string, zone: string): Bounds | null {
  const all = overlaysOn(record, text, date, zone);
  const [first, last] = [all[0], all.at(-1)];
  return first && last ? { min: first.min, max: last.max } : null;
}

/** An overlay that can show a time twice, read so: what is asked, and the ways to say which of the two it is. */
export interface Twice {
  readonly says: string;
  /** The readings to choose from: none where other readings tell which it is. */
  readonly ways: readonly string[];
}

/**
 * Whether a reading lies in the hour that came twice, as the clocks were put back: which of the two it is by what was read elsewhere,
 * or the question. Null where it can be only one.
 * @param ms of the counter where it was read
 */
export function twiceRead(
  record: CaseRecord,
  list: readonly Calibration[],
  read: { readonly text: string; readonly date: string; readonly ms: number },
  zone: string,
): Twice | null {
  const both = overlaysOn(record, read.text, read.date, zone);
  if (both.length < 2) return null;
  const text = read.text.trim();
  const ways = both.map((b) => `${text} ${zoneName(zone, b.min)}`);
  const expected = overlayAt(list, read.ms, record.case.policies.drift);
  const fit = both.map((b) => expected !== null && b.min <= expected.max && b.max >= expected.min);
  const only = fit.indexOf(true);
  if (only >= 0 && only === fit.lastIndexOf(true))
    return {
      says: `The clocks showed this time twice; by what was read elsewhere it is ${ways[only]}.`,
      ways: [],
    };
  return {
    says: 'The clocks were put back that night and showed this time twice. Which of the two is it? Tied as it stands, both stay possible.',
    ways,
  };
}

/** What speaks against the day that an overlay was read on: why, and the day that would fit. `sure` where other readings say so. */
export interface DayDoubt {
  readonly why: string;
  readonly day: string;
  readonly sure: boolean;
}

/**
 * Whether the day of an overlay's reading fits the recording: what its overlay showed elsewhere, or else the day it begins on. A
 * recording goes on past midnight, of the local day or of UTC's, and then its overlay is a day further. Null where nothing speaks
 * against it.
 * @param ms of the counter where the overlay was read @param begins the day it begins @param duration of the recording, ms
 */
export function dayDoubt(
  record: CaseRecord,
  list: readonly Calibration[],
  read: { readonly text: string; readonly date: string; readonly ms: number },
  zone: string,
  begins: string,
): DayDoubt | null {
  const here = overlayOn(record, read.text, read.date, zone);
  if (!here) return null;
  const middle = (here.min + here.max) / 2;
  const expected = overlayAt(list, read.ms, record.case.policies.drift);
  if (expected) {
    const off = Math.round((middle - (expected.min + expected.max) / 2) / DAY);
    const away = Math.abs(middle - (expected.min + expected.max) / 2);
    if (away < HALF || off === 0) return null;
    const day = dayAfter(read.date, -off);
    return {
      why: `Its overlay was read elsewhere so that it shows this time on ${day}: on ${read.date} it would be ${Math.abs(off)} day${Math.abs(off) === 1 ? '' : 's'} off.`,
      day,
      sure: true,
    };
  }
  const first = dayOf(localOf(here.min - read.ms, zone));
  if (begins === '' || first === begins || dayOf(localOf(here.max - read.ms, zone)) === begins) return null;
  const off = Math.round((Date.parse(`${begins}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / DAY);
  const day = dayAfter(read.date, off);
  return {
    why: `Read so, the recording begins on ${first}; the case has it begin on ${begins}. If the overlay has passed midnight here, its day is ${day}.`,
    day,
    sure: false,
  };
}

/**
 * Where an overlay shows a typed time, ms of the counter: on the day it begins or, past midnight, on the next. A sentence where the
 * recording does not reach it, or its overlay was not read yet.
 */
export function jumpByOverlay(
  record: CaseRecord,
  list: readonly Calibration[],
  text: string,
  begins: string,
  zone: string,
  duration: number,
): number | string {
  const ahead = (ms: number): number | null => {
    const shows = overlayAt(list, ms, record.case.policies.drift);
    return shows && (shows.min + shows.max) / 2 - ms;
  };
  const first = ahead(0);
  if (first === null) return 'its overlay has not been read yet: tie it under Clock';
  const dated = /\d{4}-\d{2}-\d{2}/.test(text);
  let nearest: number | null = null;
  for (const by of dated ? [0] : [0, 1, -1, 2]) {
    const shown = overlaysOn(record, text, dayAfter(begins, by), zone).map((here) => {
      // Where the counter reads so, the overlay is ahead of it by what it is there, not by what it is at the first frame.
      const ms = here.min - (ahead(here.min - first) ?? first);
      return {
        ms,
        says: `${text.trim()} ${zoneName(zone, here.min)} at ${printMedia(Math.round(ms), 1000)}`,
      };
    });
    const there = shown.filter(({ ms }) => ms >= 0 && ms <= duration);
    if (there.length > 1)
      return `its overlay shows that twice, since the clock was put back: ${there.map((t) => t.says).join(', ')}. Type one of them`;
    if (there[0]) return there[0].ms;
    nearest ??= shown[0]?.ms ?? null;
  }
  return nearest === null
    ? 'write one time, such as 14:03:22'
    : `its overlay does not show that: this recording ${nearest < 0 ? 'begins after it' : 'ends before it'}`;
}
