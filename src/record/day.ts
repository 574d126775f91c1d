import * as v from 'valibot';

/** A log writes the same few days again and again: those looked at are kept, up to so many. */
const known = new Map<string, boolean>();
const MOST_KNOWN = 5000;

/** Whether a day written `2024-03-14` exists: no February 30, no month 13. */
export function isDay(date: string): boolean {
  let is = known.get(date);
  if (is === undefined) {
    is = exists(date);
    if (known.size < MOST_KNOWN) known.set(date, is);
  }
  return is;
}

function exists(date: string): boolean {
  const m = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (!m) return false;
  const [y, month, d] = m.slice(1).map(Number) as [number, number, number];
  return month >= 1 && month <= 12 && d >= 1 && d <= daysOf(y, month);
}

/** Days of a month, by the calendar of today in any year. */
function daysOf(year: number, month: number): number {
  return new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}

/** `2024-03-14`, or empty where only the case knows the day. */
export const DateSchema = v.pipe(
  v.string(),
  v.regex(/^(\d{4}-\d{2}-\d{2})?$/, 'a date is written 2024-03-14'),
  v.check(
    (date) => date === '' || isDay(date),
    ({ input }) => `the date ${input} does not exist`,
  ),
  v.check(
    (date) => date === '' || (date >= '1800' && date < '2300'),
    'a date before 1800 or after 2299 is beyond reason',
  ),
);
