import ICAL from 'ical.js';
import { instantsOf, localOf } from '../../time/grammar/zones';
import { tooLargeFor } from './csv';
import { decode } from './decode';
import { UnreadableFile } from './table';

/** One day of a calendar file. */
export interface CalendarDay {
  /** Its own name; an occurrence of a series has its day behind it. */
  readonly uid: string;
  readonly says: string;
  readonly where: string;
  readonly more: string;
  /** `2026-03-14` in the zone of the case, and `14:30` or empty for the whole day. */
  readonly day: string;
  readonly hour: string;
  /** The last day, where it lasts longer than one. */
  readonly until: string;
}

export interface CalendarRead {
  readonly days: readonly CalendarDay[];
  /** What was left out or could not be read, in sentences. */
  readonly notices: readonly string[];
}

/** So many occurrences of one series are taken, and so many days of one file. */
const MOST_OF_ONE = 400;
const MOST = 5000;
const DAY = 86_400_000;

/**
 * The days of a calendar file, those of a series one by one; hours in the zone of the case.
 * @throws UnreadableFile where it is none
 */
export function readCalendar(bytes: Uint8Array, file: string, zone: string): CalendarRead {
  const large = tooLargeFor(file, bytes.length);
  if (large) throw new UnreadableFile(large);
  const { text, notices } = decode(bytes, file);
  if (!/BEGIN:VCALENDAR/i.test(text))
    throw new UnreadableFile(`${file} is no calendar file: it does not begin as one.`);
  let events: ICAL.Component[];
  try {
    const parsed: unknown = ICAL.parse(text.trim());
    const whole = (Array.isArray(parsed) && typeof parsed[0] === 'string' ? [parsed] : parsed) as never[];
    events = whole.flatMap((c) => new ICAL.Component(c).getAllSubcomponents('vevent'));
  } catch (error) {
    throw new UnreadableFile(
      `${file} cannot be read as a calendar: ${error instanceof Error ? error.message : error}`,
    );
  }
  const said = [...notices];
  const days: CalendarDay[] = [];
  events.forEach((component, i) => {
    const name = String(component.getFirstPropertyValue('summary') ?? `entry ${i + 1}`).slice(0, 120);
    if (String(component.getFirstPropertyValue('status') ?? '').toUpperCase() === 'CANCELLED') {
      said.push(`“${name}” is canceled there, and left out.`);
      return;
    }
    try {
      days.push(...occurrences(component, zone, said, name));
    } catch (error) {
      said.push(`“${name}” cannot be read: ${error instanceof Error ? error.message : error}.`);
    }
  });
  if (days.length > MOST) said.push(`It holds ${days.length} days; the first ${MOST} are taken.`);
  return { days: days.slice(0, MOST), notices: said };
}

function occurrences(component: ICAL.Component, zone: string, said: string[], name: string): CalendarDay[] {
  const event = new ICAL.Event(component);
  if (!event.startDate) throw new Error('it has no day');
  const tzid = component.getFirstProperty('dtstart')?.getFirstParameter('tzid') ?? '';
  const long = spanOf(event);
  const base = {
    says: event.summary ?? '',
    where: event.location ?? '',
    more: event.description ?? '',
  };
  const one = (at: ICAL.Time, uid: string): CalendarDay => ({
    ...base,
    ...placed(at, tzid, zone, said, name, long),
    uid,
  });
  if (!event.isRecurring()) return [one(event.startDate, event.uid ?? '')];
  const out: CalendarDay[] = [];
  const each = event.iterator();
  for (let at = each.next(); at; at = each.next()) {
    if (out.length === MOST_OF_ONE) {
      said.push(`“${name}” goes on: its first ${MOST_OF_ONE} days are taken.`);
      break;
    }
    const day = one(at, '');
    out.push({ ...day, uid: `${event.uid ?? ''} ${day.day}` });
  }
  return out;
}

/** Whole days that it lasts beyond its first. */
function spanOf(event: ICAL.Event): number {
  if (!event.startDate.isDate || !event.endDate) return 0;
  const length = wall(event.endDate) - wall(event.startDate);
  return Math.max(0, Math.round(length / DAY) - 1);
}

const wall = (t: ICAL.Time): number => Date.UTC(t.year, t.month - 1, t.day, t.hour, t.minute, t.second);
const two = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

function placed(
  at: ICAL.Time,
  tzid: string,
  zone: string,
  said: string[],
  name: string,
  long: number,
): Pick<CalendarDay, 'day' | 'hour' | 'until'> {
  if (at.isDate) {
    const first = wall(at);
    return { day: two(first), hour: '', until: long > 0 ? two(first + long * DAY) : '' };
  }
  const local = localHere(at, tzid, zone);
  if (local === null) {
    said.push(`“${name}”: its zone “${tzid}” is not known here; its hour stands as it is written.`);
    const t = wall(at);
    return { day: two(t), hour: new Date(t).toISOString().slice(11, 16), until: '' };
  }
  return { day: two(local), hour: new Date(local).toISOString().slice(11, 16), until: '' };
}

/** The wall clock of the case at that time; null where its zone is not known. */
function localHere(at: ICAL.Time, tzid: string, zone: string): number | null {
  const t = wall(at);
  if (at.zone === ICAL.Timezone.utcTimezone) return localOf(t, zone);
  if (tzid === '') return t;
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: tzid });
  } catch {
    return null;
  }
  const [instant] = instantsOf(t, tzid);
  return instant === undefined ? null : localOf(instant, zone);
}
