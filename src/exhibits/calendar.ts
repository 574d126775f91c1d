import ICAL from 'ical.js';
import type { DocketDate } from '../record/docket';
import { dateOf, daysOf } from '../time/days';
import { instantsOf } from '../time/grammar/zones';
import { oneLine } from './printable';

/**
 * What a calendar elsewhere is told of one day of the docket: its kind, the words that were marked for it, the number of the case
 * and where it is. There is no field for a note, an offer, a count of days or anything of the client's.
 */
export interface CalendarEntry {
  readonly uid: string;
  readonly says: string;
  readonly where: string;
  /** `2026-03-14`, and `14:30` or empty for the whole day. */
  readonly day: string;
  readonly hour: string;
}

const SAID: Readonly<Record<DocketDate['kind'], string>> = {
  hearing: 'Hearing',
  deadline: 'Deadline',
  'plea-cutoff': 'Plea cut-off',
  trial: 'Trial',
  other: 'Court date',
};

/** Days of the docket as they leave, and those that cannot: their day is not certain, or they are off. */
export function calendarEntries(
  dates: readonly DocketDate[],
  number: string,
): { readonly entries: CalendarEntry[]; readonly left: DocketDate[] } {
  const left: DocketDate[] = [];
  const entries = dates.flatMap((d): CalendarEntry[] => {
    const days = daysOf(d.day);
    if (!days || days.min !== days.max || d.state === 'moved' || d.state === 'vacated') {
      left.push(d);
      return [];
    }
    const words = d.calendar.trim() === '' ? SAID[d.kind] : `${SAID[d.kind]}: ${d.calendar.trim()}`;
    return [
      {
        uid: d.uid === '' ? `${d.id}@stopline` : d.uid,
        says: oneLine(number.trim() === '' ? words : `${words} (${number.trim()})`, 300),
        where: oneLine(d.where, 200),
        day: dateOf(days.min),
        hour: d.hour,
      },
    ];
  });
  return { entries, left };
}

const DAY = 86_400_000;

/**
 * A calendar file (RFC 5545) of these. An hour goes out as an instant; one that a zone has twice or never in that night goes out as
 * the whole day with the hour in its words. @param zone of the case @param made ms: the stamp that each entry bears
 */
export function calendarFile(entries: readonly CalendarEntry[], zone: string, made: number): Uint8Array {
  const calendar = new ICAL.Component('vcalendar');
  calendar.updatePropertyWithValue('version', '2.0');
  calendar.updatePropertyWithValue('prodid', '-//Stopline//Docket//EN');
  for (const e of entries) {
    const event = new ICAL.Component('vevent');
    event.updatePropertyWithValue('uid', e.uid);
    event.updatePropertyWithValue('dtstamp', utc(Math.floor(made / 1000) * 1000));
    const at = e.hour === '' ? [] : instantsOf(Date.parse(`${e.day}T${e.hour}:00Z`), zone);
    const [only] = at.length === 1 ? at : [];
    event.updatePropertyWithValue(
      'dtstart',
      only === undefined ? ICAL.Time.fromDateString(e.day) : utc(only),
    );
    if (only === undefined)
      event.updatePropertyWithValue(
        'dtend',
        ICAL.Time.fromDateString(new Date(Date.parse(`${e.day}T00:00:00Z`) + DAY).toISOString().slice(0, 10)),
      );
    event.updatePropertyWithValue(
      'summary',
      only === undefined && e.hour !== '' ? `${e.says}, ${e.hour}` : e.says,
    );
    if (e.where !== '') event.updatePropertyWithValue('location', e.where);
    calendar.addSubcomponent(event);
  }
  return new TextEncoder().encode(`${calendar.toString()}\r\n`);
}

const utc = (ms: number) => ICAL.Time.fromJSDate(new Date(ms), true);
