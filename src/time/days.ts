import { isDay } from '../record/day';
import type { Bounds } from './duration';
import { readDate } from './grammar/date';
import { normalize } from './grammar/normal';
import type { Choice, DateOrder } from './grammar/refusal';

/**
 * Days without an hour. A day is a whole number, counted from January 1, 1970; a reading of one is the earliest and the latest
 * day that it can be. Where a day of the calendar lies in a zone is no matter here: a court counts days as they are called.
 */
export type Days = Bounds;

const DAY = 86_400_000;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The number of a day written `2026-03-14`; NaN where there is no such day. */
export const dayNumber = (date: string): number =>
  isDay(date) ? Date.parse(`${date}T00:00:00Z`) / DAY : Number.NaN;

/** `2026-03-14` of a number of a day. */
export const dateOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

/** Days as they were understood, or why not, with what it could mean. */
export type ReadDays =
  | { readonly ok: true; readonly days: Days }
  | { readonly ok: false; readonly why: string; readonly asks: readonly Choice[] };

const HOW =
  'write 2026-03-14, March 2026, 2026-03-14 or 2026-03-16, between 2026-03-01 and 2026-03-09, or 2026-03-14 ±3d';
const no = (why: string, asks: readonly Choice[] = []): ReadDays => ({ ok: false, why, asks });
const yes = (min: number, max: number): ReadDays => ({ ok: true, days: { min, max } });

/**
 * A day as people write it. A month or a year is some day of it; several days are the bounds between them. What could be two
 * days is asked, never guessed. @param order of figures such as 3/4/2026, where it is known
 */
export function readDays(text: string, order: DateOrder = null): ReadDays {
  const plain = normalize(text).trim();
  if (plain === '') return no('no day is written');
  const several =
    /^(?:between|from) (.+?) (?:and|to|until) (.+)$/.exec(plain) ??
    /^(.+?) ?(?:\.\.|\bto\b|–|—|\bthrough\b) ?(.+)$/.exec(plain);
  if (several) return together([several[1] as string, several[2] as string], order, true);
  if (/ or /.test(plain)) return together(plain.split(/,? or |, /), order, false);
  const near = /^(.+?) ?(?:\+-|\+\/-|±) ?(\d{1,3}) ?d(?:ays?)?$/.exec(plain);
  if (near) {
    const about = readDays((near[1] as string).replace(/^(?:~|about|approx\.?|around) ?/, ''), order);
    const by = Number(near[2]);
    return about.ok ? yes(about.days.min - by, about.days.max + by) : about;
  }
  if (/^(~|about|approx|around|before|after|by|since|until)\b|^~/.test(plain))
    return no(`“${text}” does not say how far: ${HOW}`);
  return whole(plain) ?? one(text, order);
}

/** A month or a year. */
function whole(plain: string): ReadDays | null {
  const m = /^(\d{4})(?:-(\d{2}))?$/.exec(plain);
  const named = /^([a-z]{3})[a-z]*\.?,? (\d{4})$/.exec(plain);
  const year = Number(m?.[1] ?? named?.[2]);
  if (!(year >= 1800 && year < 2300)) return null;
  const month = named
    ? MONTHS.findIndex((n) => n.toLowerCase() === named[1])
    : m?.[2]
      ? Number(m[2]) - 1
      : null;
  if (month === null) return yes(utc(year, 0, 1), utc(year, 11, 31));
  if (month < 0 || month > 11) return null;
  return yes(utc(year, month, 1), utc(year, month + 1, 0));
}

const utc = (y: number, m: number, d: number): number => Date.UTC(y, m, d) / DAY;

function one(text: string, order: DateOrder): ReadDays {
  const read = readDate(text, order);
  if (read.ok) {
    const day = dayNumber(read.date);
    return Number.isNaN(day) ? no(`the date ${read.date} does not exist`) : yes(day, day);
  }
  return no(
    read.asks.length > 0
      ? `“${text}” can be ${read.asks.map((c) => c.text).join(' or ')}`
      : `${read.why}: ${HOW}`.replace(/: write 2024-03-14:/, ':'),
    read.asks,
  );
}

function together(parts: readonly string[], order: DateOrder, ordered: boolean): ReadDays {
  const read = parts.map((p) => readDays(p, order));
  const bad = read.find((r) => !r.ok);
  if (bad) return bad;
  const days = read.map((r) => (r as { days: Days }).days);
  if (ordered && (days[0] as Days).min > (days[1] as Days).max)
    return no(`${parts[0]} comes after ${parts[1]}`);
  return yes(Math.min(...days.map((d) => d.min)), Math.max(...days.map((d) => d.max)));
}

/** The days of a row's field; null where nothing is written, or nothing that can be read. */
export function daysOf(text: string): Days | null {
  if (text === '') return null;
  const read = readDays(text);
  return read.ok ? read.days : null;
}

/** What is wrong with a field of days; undefined where it is empty or can be read. */
export function daysFault(text: string): string | undefined {
  if (text.trim() === '') return undefined;
  const read = readDays(text);
  return read.ok ? undefined : read.why;
}

/** `Mar 14, 2026`. */
export function printDay(day: number): string {
  const [y, m, d] = dateOf(day).split('-').map(Number) as [number, number, number];
  return `${MONTHS[m - 1]} ${d}, ${y}`;
}

/** Days as they are understood: `Mar 14, 2026`, `Mar 2026`, `2026`, `Mar 14 to Apr 2, 2026`. */
export function printDays({ min, max }: Days): string {
  if (min === max) return printDay(min);
  const [a, b] = [dateOf(min), dateOf(max)];
  const [ends, same] = [b.slice(5), a.slice(0, 4) === b.slice(0, 4)];
  if (same && a.endsWith('-01-01') && ends === '12-31') return `some day in ${a.slice(0, 4)}`;
  if (a.slice(0, 7) === b.slice(0, 7) && a.endsWith('-01') && dateOf(max + 1).endsWith('-01'))
    return `some day in ${MONTHS[Number(a.slice(5, 7)) - 1]} ${a.slice(0, 4)}`;
  return `${same ? printDay(min).replace(/, \d+$/, '') : printDay(min)} to ${printDay(max)}`;
}

/** `12 days`, `1 day`, `between 3 and 5 days`. */
export function printCount({ min, max }: Bounds, unit = 'day'): string {
  const of = (n: number): string => `${n.toLocaleString('en-US')} ${unit}${n === 1 ? '' : 's'}`;
  return min === max ? of(min) : `between ${min.toLocaleString('en-US')} and ${of(max)}`;
}
