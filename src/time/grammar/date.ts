import { isDay } from '../../record/day';
import { normalize } from './normal';
import {
  ask,
  attempt,
  type Choice,
  type DateOrder,
  type NotUnderstood,
  type Reading,
  Refusal,
  refuse,
} from './refusal';
import { DAY } from './written';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const MON = String.raw`(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`;
const WD = String.raw`(?:(?:sun|mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur)(?:day)?\.?,? )`;
const NTH = '(?:st|nd|rd|th)?';
const Y = String.raw`(?:\d{4}|'?\d{2}(?![\d:.]))`;

/** Every shape in which a day stands; names of groups say what each figure is. `a` and `b` are month and day in either order. */
const SHAPES: readonly string[] = [
  String.raw`(?<y>\d{4}) ?(?<s>[-/.]) ?(?<m>\d{1,2}) ?\k<s> ?(?<d>\d{1,2})`,
  String.raw`(?<a>\d{1,2}) ?(?<s>[-/.]) ?(?<b>\d{1,2}) ?\k<s> ?(?<y>\d{4}|\d{2})`,
  String.raw`(?<n>${MON})[ /-]?(?<d>\d{1,2})${NTH}(?:, ?| |-|/)(?<y>\d{4}|'\d{2})`,
  String.raw`(?<n>${MON})[ -](?<d>\d{1,2})${NTH}, ?(?<y>\d{2}(?![\d:.]))`,
  String.raw`(?<d>\d{1,2})${NTH}(?: of)?[ /-]?(?<n>${MON}),?[ /-]?(?<y>${Y})`,
  String.raw`(?<y>(?:19|20)\d{2})[- ]?(?<n>${MON})[- ]?(?<d>\d{1,2})`,
  String.raw`(?<y>\d{4})-?w(?<w>\d{2})-?(?<k>[1-7])`,
  String.raw`(?<y>(?:19|20)\d{2})(?<m>0[1-9]|1[0-2])(?<d>\d{2})`,
  String.raw`(?<a>\d{2})(?<b>\d{2})(?<y>(?:19|20)\d{2})`,
  String.raw`(?<a>\d{2})(?<b>\d{2})(?<y>\d{2})`,
  String.raw`(?<a>\d{1,2})/(?<b>\d{1,2})`,
  String.raw`(?<n>${MON}) (?<d>\d{1,2})${NTH}`,
  String.raw`(?<d>\d{1,2})${NTH}[ -]?(?<n>${MON})`,
];
/** Shapes without a separator of their own, which a time may follow directly; six figures; those behind have no year. */
const [COMPACT, SIX] = [7, 9];
const AT_START = SHAPES.map(
  (shape, i) =>
    new RegExp(
      `^(?<wd>${WD})?(?<date>${shape})(?<rest>$|(?:t(?=\\d)|[ ,:@(]${i === COMPACT ? '|(?=\\d)' : ''}).*)`,
    ),
);
const AT_END = SHAPES.map(
  (shape) => new RegExp(`^(?<rest>.*?)(?:,? on |, | |,)(?<wd>${WD})?(?<date>${shape})$`),
);
const ALONE = SHAPES.map((shape) => new RegExp(`^(?<wd>${WD})?(?<date>${shape})$`));

/** Most times hold no day, and looking for one costs more than all the rest: figures with a sign between them, six in a row, or a month. */
const MAY_HOLD_A_DAY = /\d ?[-/.] ?\d|\d{6}|\d-?w\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/;

/** A day found in a text, and the text around it. */
export interface FoundDate {
  readonly date: string;
  readonly rest: string;
}

/** The day that stands at the beginning or at the end of a text; null for none. @throws Refusal for one that does not exist or can be two */
export function takeDate(text: string, reading: Reading): FoundDate | null {
  if (!MAY_HOLD_A_DAY.test(text)) return null;
  for (const [i, shape] of AT_START.entries()) {
    const m = shape.exec(text);
    if (!m?.groups) continue;
    const rest = (m.groups['rest'] as string).replace(/^(?:t(?=\d)|[ ,:@]|at )+/, '').trim();
    // Six figures, or a month and a day without a year, stand for a day only beside a time.
    if (i >= SIX && !/^\(?\d|noon|midnight|^[~a-z].*\d/.test(rest)) continue;
    const found = attempt(() => dateOf(m.groups as Groups, text, reading));
    if (typeof found === 'string') return { date: found, rest };
    if (i !== SIX || found.asks.length > 0) throw found;
  }
  for (const [i, shape] of AT_END.entries()) {
    const m = shape.exec(text);
    if (!m?.groups || i === SIX) continue;
    const rest = (m.groups['rest'] as string).trim();
    if (/\d|noon|midnight/.test(rest)) return { date: dateOf(m.groups, text, reading), rest };
  }
  return null;
}

/** A text that is a day and nothing else; null where it is none. @throws Refusal */
export function dayAlone(text: string, reading: Reading): string | null {
  if (!MAY_HOLD_A_DAY.test(text)) return null;
  for (const [i, shape] of ALONE.entries()) {
    const m = shape.exec(text.replace(/\.$/, ''));
    if (!m?.groups) continue;
    const found = attempt(() => dateOf(m.groups as Groups, text, reading));
    if (typeof found === 'string') return found;
    // Six figures that are no day may be a time of day.
    if (i !== SIX || found.asks.length > 0) throw found;
  }
  return null;
}

type Groups = Readonly<Record<string, string | undefined>>;

const iso = (y: number, m: number, d: number): string =>
  `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;

const exists = (y: number, m: number, d: number): boolean => isDay(iso(y, m, d));

function dateOf(g: Groups, whole: string, reading: Reading): string {
  const written = (g['date'] as string).trim();
  if (/^0{1,4}[-/.]0{1,2}[-/.]0{1,4}$/.test(written.replace(/ /g, ''))) return missing(written);
  if (g['y'] === undefined) return yearless(g, written, reading);
  const y = yearOf(g['y'], reading);
  if (y > 0 && y < 1900 && g['y'].length === 4 && g['n'] !== undefined) timeForYear(g, written, reading);
  if (g['w'] !== undefined) return weekDate(y, Number(g['w']), Number(g['k']), written);
  const found = candidates(g, y, reading);
  const [first] = found;
  if (first === undefined) return refuse(`the date ${written} does not exist`);
  if (found.length > 1) return askOrder(written, found);
  return checked(first, g, whole, written, reading);
}

/** The days that the figures can mean. */
function candidates(g: Groups, y: number, reading: Reading): readonly string[] {
  const month = g['n'] === undefined ? Number(g['m']) : 1 + MONTHS.indexOf(g['n'].slice(0, 3));
  const pairs: (readonly [number, number, number])[] = [];
  if (g['a'] === undefined) pairs.push([y, month, Number(g['d'])]);
  else {
    const [a, b] = [Number(g['a']), Number(g['b'])];
    if (reading.order !== 'dmy') pairs.push([y, a, b]);
    if (reading.order !== 'mdy') pairs.push([y, b, a]);
    const short = g['y']?.length === 2;
    // 14-03-24 and 240314: the year may stand first.
    if (short && (g['s'] === '-' || g['s'] === undefined) && a > 12 && reading.order === null)
      pairs.push([yearOf(g['a'], reading), b, Number(g['y'])]);
  }
  return [...new Set(pairs.filter((p) => exists(...p)).map((p) => iso(...p)))];
}

function yearOf(text: string, reading: Reading): number {
  const digits = text.replace("'", '');
  if (digits.length === 4) return Number(digits);
  const last = (reading.year ?? new Date().getFullYear()) + 1;
  const y = last - (last % 100) + Number(digits);
  return y > last ? y - 100 : y;
}

/** Days that programs write where they have none. */
const NO_DAY = new Set(['1899-12-30', '1899-12-31', '1900-01-00', '1900-01-01', '1899-01-01', '0001-01-01']);

function checked(date: string, g: Groups, whole: string, written: string, reading: Reading): string {
  if (NO_DAY.has(date)) return missing(written, whole, g);
  if (date < '1900' || date > '2101')
    refuse(`the year of ${written} is not one of the last or the next hundred: check it`);
  const weekday = WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()] as string;
  if (g['wd'] !== undefined && !g['wd'].startsWith(weekday))
    refuse(`${date} is not a ${g['wd'].trim().replace(/[.,]/g, '')}: the day or its name is wrong`);
  const plain = /^\d{4}-\d{2}-\d{2}$/.test(written);
  if (!plain && reading.near && Math.abs(Date.parse(date) - Date.parse(reading.near)) > 3653 * DAY)
    return ask(
      written,
      `${written} lies more than ten years from the rest of the case (${reading.near}): is it right?`,
      [{ text: date, says: 'yes, that day' }],
    );
  return date;
}

/** The dates with which programs fill an empty cell. */
function missing(written: string, whole = written, g: Groups = {}): never {
  const why = `${written} stands for “missing” in this kind of file: it is no date`;
  const rest = whole.replace(`${g['wd'] ?? ''}${written}`, '').trim();
  if (/[1-9]/.test(rest))
    return ask(whole, `${why}; its time may still count`, [
      { text: rest, says: 'the time, on the day of its row' },
    ]);
  throw new Refusal(why);
}

function askOrder(written: string, found: readonly string[]): never {
  const first = Number.parseInt(written.slice(0, 2), 10);
  const says = (date: string): string =>
    Number(date.slice(5, 7)) === first ? 'month' : Number(date.slice(8)) === first ? 'day' : 'year';
  return ask(
    written,
    `the date ${written} can be read in two orders: say whether ${found.map(says).join(' or ')} comes first`,
    found.map((date): Choice => ({ text: date, says: `the ${says(date)} comes first` })),
  );
}

/** `3/14`, `Mar 14`: asked with the year of the row's day, where it has one. */
function yearless(g: Groups, written: string, reading: Reading): never {
  const why = `“${written}” has no year: write it in full, such as 2024-03-14`;
  if (!reading.day) return refuse(why);
  const y = Number(reading.day.slice(0, 4));
  const found = candidates(g, y, reading);
  if (found.length === 0) return refuse(`the date ${written} does not exist`);
  return ask(
    written,
    why,
    found.map((date) => ({ text: date, says: `in ${y}, as its row` })),
  );
}

/** `14 Mar 1427`: figures that are no year of a case and may be the time. */
function timeForYear(g: Groups, written: string, reading: Reading): void {
  const time = g['y'] as string;
  if (!reading.day || Number(time.slice(2)) > 59) return;
  const y = Number(reading.day.slice(0, 4));
  const [date] = candidates(g, y, reading);
  if (date !== undefined)
    ask(written, `“${written}” has no year, or no time: say which`, [
      { text: `${date} ${time.slice(0, 2)}:${time.slice(2)}`, says: `in ${y}, as its row` },
    ]);
}

function weekDate(y: number, week: number, day: number, written: string): string {
  const fourth = Date.UTC(y, 0, 4);
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY;
  const begins = monday + (week - 1) * 7 * DAY;
  // December 28 lies in the last week of every year: what begins after it is of the next.
  if (week < 1 || begins > Date.UTC(y, 11, 28)) return refuse(`the date ${written} does not exist`);
  return new Date(begins + (day - 1) * DAY).toISOString().slice(0, 10);
}

/** Days without a year, at the beginning of a text; the year is put behind them. */
const YEARLESS: readonly (readonly [RegExp, (m: RegExpExecArray, year: string) => string])[] = [
  [new RegExp(`^(${WD})?(\\d{1,2}/\\d{1,2})(?=$|[ ,:](?!or\\b))`), (m, y) => `${m[1] ?? ''}${m[2]}/${y}`],
  [
    new RegExp(`^(${WD})?(${MON})[ -]?(\\d{1,2})${NTH}(?=$|[ ,](?! ?(?:\\d{4}|'\\d{2})\\b))`),
    (m, y) => `${m[1] ?? ''}${m[2]} ${m[3]}, ${y}`,
  ],
  [
    new RegExp(
      `^(${WD})?(\\d{1,2})${NTH}(?: of)?[ /-]?(${MON})(?=$|[ ,](?! ?(?:\\d{4}|'?\\d{2})\\b(?![:.])))`,
    ),
    (m, y) => `${m[1] ?? ''}${m[2]} ${m[3]} ${y}`,
  ],
];

/** A text that begins with a day without a year, with that year behind it; null for all others. */
export function withYear(text: string, year: string): string | null {
  const plain = normalize(text);
  for (const [shape, put] of YEARLESS) {
    const m = shape.exec(plain);
    if (m) return put(m, year) + plain.slice(m[0].length);
  }
  return null;
}

/** A date alone, as `2024-03-14`; a time of 0:00 behind it, as spreadsheets and databases write one, is left. */
export function readDate(
  text: string,
  order: DateOrder,
  given: Omit<Reading, 'order' | 'notes'> = {},
): { ok: true; date: string } | NotUnderstood {
  const plain = normalize(text).replace(/(?:t| )(?:0?0:00(?::00(?:\.0+)?)?|12:00(?::00)? ?am)$/, '');
  const found = attempt(() => dayAlone(plain, { ...given, order, notes: [] }));
  if (typeof found === 'string') return { ok: true, date: found };
  const why = `“${text}” is not a date this app knows: write 2024-03-14`;
  if (found === null) return { ok: false, why, asks: [] };
  return {
    ok: false,
    why: found.message,
    asks: found.asks.filter((c) => isDay(c.text)),
  };
}

/** What is wrong with the day of a form's field, which holds `2024-03-14` or nothing; undefined where nothing is. */
export function dayFault(text: string): string | undefined {
  if (text === '' || isDay(text)) return undefined;
  const read = readDate(text, null);
  if (read.ok) return `write it ${read.date}`;
  return read.asks.length > 0 ? `write it ${read.asks.map((c) => c.text).join(' or ')}` : read.why;
}
