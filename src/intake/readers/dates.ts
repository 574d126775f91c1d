import { type DateOrder, readDate } from '../../time/grammar/parse';

/** A day as it stands in a text. */
export interface FoundDate {
  readonly at: number;
  readonly end: number;
  readonly text: string;
  /** `2024-03-15`, or `-03-15` where no year is written. */
  readonly day: string;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const SHAPES: readonly RegExp[] = [
  /(?<![\d.:/-])(\d{4})-(\d{1,2})-(\d{1,2})(?![\d-])/g,
  /(?<![\d.:/$-])(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})(?![\d/])/g,
  /(?<![\d.:/$-])(\d{1,2})-(\d{1,2})-(\d{4})(?![\d-])|(?:(?<=\b(?:on|dated?:?|typed|of|(?:stop|traffic|activity|radio|patrol|shift|daily|unit) (?:log|notes|sheet)) )|^(?=[\d-]{6,8}\s+(?:[012]\d[0-5]\d\b|\d{1,2}:\d\d)))(\d{1,2})-(\d{1,2})-(\d{2})(?![\d-])/gi,
  new RegExp(
    `(?<![\\d.:/$-])(\\d{1,2})(?:st|nd|rd|th)?[ -]?(?:day of )?(${MONTH})\\.?,?[ -]?(\\d{4}|\\d{2})(?![\\d:]|(?:st|nd|rd|th)?,? (?:19|20)\\d{2}\\b)`,
    'gi',
  ),
  new RegExp(`\\b(${MONTH})\\.?[ -](\\d{1,2})(?:st|nd|rd|th)?(?:,? |-)(\\d{4})(?![\\d:])`, 'gi'),
  new RegExp(`\\b(${MONTH})\\.?[ -](\\d{1,2})(?:st|nd|rd|th)?(?![\\d:/-])`, 'gi'),
  /(?<![\w.:/$#-])(\d{1,2})\/(\d{1,2})(?![\d/.-]|\s*(?:in|lb|of)\b)/g,
  /(?<!\d)(20\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=[T _-]?(?:[01]\d|2[0-3])[0-5]\d[0-5]\d(?!\d))/g,
];

/** The shape of `20240314` before its six figures of time. */
const STAMP = SHAPES.length - 1;

/** Days written in a text, from left to right. Of two that overlap the longer one counts. */
export function findDates(text: string, order: DateOrder): FoundDate[] {
  const found: FoundDate[] = [];
  SHAPES.forEach((shape, kind) => {
    for (const m of text.matchAll(shape)) {
      const day = dayOf(kind, m, order);
      const end = m.index + m[0].length;
      if (day === null || found.some((f) => m.index < f.end && end > f.at)) continue;
      found.push({ at: m.index, end, text: m[0], day });
    }
  });
  return found.sort((a, b) => a.at - b.at);
}

const two = (n: number): string => String(n).padStart(2, '0');

function dayOf(kind: number, m: RegExpMatchArray, order: DateOrder): string | null {
  const [, a, b, c] = (m[1] === undefined ? [m[0], ...m.slice(4)] : m) as unknown as [
    string,
    string,
    string,
    string,
  ];
  const month = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  if (kind === 0 || kind === STAMP) return read(`${a}-${b}-${c}`, order);
  if (kind === 1) return read(fullYear(a, b, c), order);
  if (kind === 2) return read(fullYear(a, b, c), order);
  if (kind === 3) return read(`${c.length === 2 ? century(c) : c}-${month(b)}-${a}`, order);
  if (kind === 4) return read(`${c}-${month(a)}-${b}`, order);
  const [mm, dd] =
    kind === 5 ? [month(a), Number(b)] : order === 'dmy' ? [Number(b), Number(a)] : [Number(a), Number(b)];
  return read(`2024-${mm}-${dd}`, order) === null ? null : `-${two(mm)}-${two(dd)}`;
}

const fullYear = (a: string, b: string, c: string): string => `${a}/${b}/${c.length === 2 ? century(c) : c}`;

/** A record of 97 is of 1997: papers are of the past. */
const century = (yy: string): string => (Number(yy) > 60 ? `19${yy}` : `20${yy}`);

function read(text: string, order: DateOrder): string | null {
  const got = readDate(text, order);
  return got.ok && got.date >= '1900' && got.date < '2100' ? got.date : null;
}

const DAY = 86_400_000;

/** A day so many days on. */
export const plusDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

/** `-03-15` with the year that brings it nearest to a day known; empty where none is. */
export function withYear(day: string, near: string, years: readonly number[]): string {
  if (!day.startsWith('-')) return day;
  if (years.length === 2) return `${Number(day.slice(1, 3)) >= 7 ? years[0] : years[1]}${day}`;
  if (near === '') return years.length === 1 ? `${years[0]}${day}` : '';
  const year = Number(near.slice(0, 4));
  const apart = (y: number): number => Math.abs(Date.parse(`${y}${day}`) - Date.parse(near));
  return `${[year, year - 1, year + 1].filter((y) => !Number.isNaN(apart(y))).sort((p, q) => apart(p) - apart(q))[0] ?? year}${day}`;
}
