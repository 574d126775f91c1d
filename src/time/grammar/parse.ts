import type { RowEdge, Span, Stamp, WallStamp, Written } from './written';

/** One of the meanings a text can have: `text` is a spelling that has this meaning alone, `says` is it in words. */
export interface Choice {
  readonly text: string;
  readonly says: string;
}

/**
 * A time was understood; or it is asked, where `asks` holds the meanings it can have; or it is refused (`asks` is empty).
 * `why` is a sentence for a person. It is never guessed.
 */
export type Parsed = { readonly ok: true; readonly written: Written } | NotUnderstood;

/** Asked where `asks` holds choices, refused where it holds none. */
export interface NotUnderstood {
  readonly ok: false;
  readonly why: string;
  readonly asks: readonly Choice[];
}

/** In which order a date such as 3/4/2024 stands; null refuses the ones that can be read both ways. */
export type DateOrder = 'mdy' | 'dmy' | null;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

class Refused extends Error {
  constructor(
    why: string,
    readonly asks: readonly Choice[],
  ) {
    super(why);
  }
}

const refuse = (why: string, asks: readonly Choice[] = []): never => {
  throw new Refused(why, asks);
};

const DATE = String.raw`\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})`;
const OFFSET = String.raw`z|utc|[+-]\d{2}:?\d{2}`;
const TIME = String.raw`(?:\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,3})?)?|\d{4}|\d{1,2})`;
const WALL = new RegExp(
  String.raw`^(?:(${DATE})(?:t|,?\s+))?(${TIME})\s*(?:(hours|hrs|hour|hr|h)\b\.?)?\s*(a\.?m\.?|p\.?m\.?|a|p)?\s*(${OFFSET})?$`,
);
const MEDIA = /^v\s*(?:(\d{1,3}):)?(\d{1,3}):(\d{2})(?:[.,](\d{1,3}))?$/;
const REF = /^@([\w-]+)(?:\.(start|end))?/;
const UNITS: Record<string, number> = { h: HOUR, m: MINUTE, s: 1000, ms: 1 };
const PART =
  /(\d+)(?:[.,](\d{1,3}))?\s*(hours?|hrs?|h|minutes?|mins?|ms|m|seconds?|secs?|s)\b\.?|(\d+)(?:[.,](\d{1,3}))?\s*(h|m|s)(?=\d)/y;

/**
 * What a written time means, by the grammar of `time.md`. Parsing knows no day and no zone: see `resolve.ts`.
 * Anything not understood is refused with a reason a person can act on.
 */
export function parseTime(text: string, dateOrder: DateOrder = null): Parsed {
  try {
    const plain = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/.exec(text);
    if (plain) return { ok: true, written: quick(plain) };
    return { ok: true, written: parse(normalize(text), dateOrder) };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, why: error.message, asks: error.asks };
    throw error;
  }
}

/** The commonest cell of all, `14:27` or `14:27:05`, without the rest of the grammar. */
function quick(m: RegExpExecArray): Written {
  const ms = Number(m[1]) * HOUR + Number(m[2]) * MINUTE + Number(m[3] ?? 0) * 1000;
  const from: WallStamp = {
    clock: 'wall',
    date: null,
    ms,
    precision: m[3] === undefined ? MINUTE : 1000,
    zone: null,
  };
  return { form: 'reading', from, to: null, about: false, tolerance: null };
}

function normalize(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\u00b1|\+\s*\/\s*-/g, '+-')
    .replace(/\s+/g, ' ')
    .trim();
}

function parse(text: string, order: DateOrder): Written {
  if (text === '') refuse('no time is written here');
  if (text.length > 200) refuse('this is too long to be a time');
  const lower = text.toLowerCase();
  if (text.startsWith('@')) return parseTied(text);
  const side = /^(before|by|no later than|after|no earlier than|at or after|since)\s+(.*)$/.exec(lower);
  if (side) return parseSided(side[1] as string, text.slice(text.length - (side[2] as string).length), order);
  if (/^\+\s*\d/.test(lower)) return { form: 'after-previous', span: parseSpan(lower) };
  return parseReading(lower, order);
}

function parseSided(word: string, rest: string, order: DateOrder): Written {
  const after = /^(after|no earlier than|at or after|since)$/.test(word);
  if (rest.startsWith('@')) {
    const m = REF.exec(rest);
    if (!m || m[0].length !== rest.length)
      return refuse(`“${rest}” does not name a row: write @id, @id.start or @id.end`);
    return {
      form: 'ordered',
      side: after ? 'after' : 'before',
      ref: m[1] as string,
      edge: (m[2] ?? 'start') as RowEdge,
    };
  }
  return {
    form: 'open',
    side: after ? 'after' : word === 'before' ? 'before' : 'by',
    stamp: parseStamp(rest.toLowerCase(), order),
  };
}

function parseTied(text: string): Written {
  const m = REF.exec(text);
  if (!m) return refuse(`“${text}” does not name a row: write @id`);
  const rest = text.slice(m[0].length).trim().toLowerCase();
  const span =
    rest === ''
      ? null
      : /^[+-]/.test(rest)
        ? parseSpan(rest)
        : refuse(`after @${m[1]} write a distance such as +45s, or nothing`);
  return { form: 'tied', ref: m[1] as string, edge: (m[2] ?? 'start') as RowEdge, span };
}

interface Length {
  readonly ms: number;
  readonly unit: number;
}

/** `+2m`, `+7 or 8 min`, `+4m45s..5m15s`, `-9m`. */
function parseSpan(text: string): Span {
  const sign = text.startsWith('-') ? -1 : 1;
  const body = text.slice(1).trim();
  const split = /^(.*?)\s*(\.\.|\bor\b|\bto\b|-)\s*(.*)$/.exec(body);
  if (!split) {
    const one = parseLength(body);
    return { style: 'exact', sign, from: one.ms, to: one.ms, unit: one.unit };
  }
  const last = parseLength(split[3] as string);
  const bare = /^\d+(?:[.,]\d+)?$/.test(split[1] as string);
  const first = bare
    ? parseLength(`${split[1]} ${lastUnit(split[3] as string)}`)
    : parseLength(split[1] as string);
  if (first.ms > last.ms) refuse('the first distance is longer than the second');
  return { style: split[2] === '..' ? 'between' : 'or', sign, from: first.ms, to: last.ms, unit: last.unit };
}

const lastUnit = (text: string): string =>
  /([a-z]+)\.?$/.exec(text.trim())?.[1] ?? refuse('a distance needs a unit: h, m or s');

function parseLength(text: string): Length {
  let ms = 0;
  let unit = Number.POSITIVE_INFINITY;
  let at = 0;
  const trimmed = text.trim();
  while (at < trimmed.length) {
    PART.lastIndex = at;
    const m = PART.exec(trimmed);
    if (!m) return refuse(`“${text.trim()}” is not a distance: write 45s, 2m, 4m45s or 7 or 8 min`);
    const word = (m[3] ?? m[6]) as string;
    const size = UNITS[word === 'ms' ? 'ms' : (word[0] as string)] as number;
    const decimals = m[2] ?? m[5];
    if (size >= unit) refuse(`“${text.trim()}” names its units out of order`);
    if (decimals !== undefined && size !== 1000) refuse('only seconds may have decimals');
    unit = decimals === undefined ? size : size / 10 ** decimals.length;
    ms += Number(m[1] ?? m[4]) * size + (decimals === undefined ? 0 : Number(decimals) * unit);
    at += m[0].length;
    while (trimmed[at] === ' ') at++;
  }
  if (!Number.isFinite(unit)) return refuse('a distance is missing');
  if (ms > 1e11) refuse('that distance is longer than three years');
  return { ms, unit };
}

function parseReading(lower: string, order: DateOrder): Written {
  let text = lower;
  let tolerance: number | null = null;
  const tol = /\s*\+-\s*(.+)$/.exec(text);
  if (tol) {
    tolerance = parseLength(tol[1] as string).ms;
    text = text.slice(0, tol.index).trim();
  }
  const fuzzy = /^(~|about|approximately|approx\.?|around|circa|ca\.?|at approximately|at about)\s*/.exec(
    text,
  );
  const about = fuzzy !== null || tolerance !== null;
  if (fuzzy) text = text.slice(fuzzy[0].length);
  text = text.replace(/^at\s+/, '');
  const range = splitRange(text, order);
  if (!range) return { form: 'reading', from: parseStamp(text, order), to: null, about, tolerance };
  const { from, to } = range;
  if (from.clock !== to.clock) refuse('both ends must be read on the same clock');
  const zoned = from.clock === 'wall' && to.clock === 'wall' && from.zone !== null && to.zone !== null;
  if (sortKey(to, zoned) < sortKey(from, zoned))
    refuse('the second time is earlier than the first: if it ran past midnight, write both dates');
  return { form: 'reading', from, to, about, tolerance };
}

/** ms of a stamp with its day, for telling which of two is later; two stamps without a day share one, and where both name a zone it counts. */
function sortKey(s: Stamp, zoned = false): number {
  if (s.clock === 'media') return s.ms;
  const east =
    zoned && s.zone !== null && s.zone !== 'Z'
      ? Number(`${s.zone[0]}1`) * minutesOf(s.zone.slice(1)) * MINUTE
      : 0;
  return (s.date === null ? 0 : Date.parse(`${s.date}T00:00:00Z`)) + s.ms - east;
}

function splitRange(text: string, order: DateOrder): { from: Stamp; to: Stamp } | null {
  const between = /^between\s+(.*?)\s+and\s+(.*)$/.exec(text) ?? /^from\s+(.*?)\s+to\s+(.*)$/.exec(text);
  const loose = between ?? /^(.*?)\s+(?:or|to|-)\s+(.*)$/.exec(text);
  if (loose) return pair(loose[1] as string, loose[2] as string, order);
  const dated = DATED_RANGE.exec(text);
  if (dated) {
    const [, date, first, second] = dated as unknown as [string, string, string, string];
    if (!looksLikeOffset(second)) return pair(`${date} ${first}`, second, order);
    if (minutesOf(second) > minutesOf(first)) refuseAmbiguous(text, `${date} ${first}`, second);
    return null;
  }
  const tight = /^(v?\s*[\d:.]+\s*[ap]?m?)-(v?\s*[\d:.]+\s*(?:[ap]\.?m?\.?)?(?:\s*(?:hours|hrs))?)$/.exec(
    text,
  );
  if (!tight) return null;
  const [first, second] = [tight[1] as string, tight[2] as string];
  if (/\s$/.test(first) && looksLikeOffset(second)) return null;
  if (/^\d{4}$/.test(first) && /^\d{1,2}$/.test(second)) return null;
  if (/^\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$/.test(first) && looksLikeOffset(second)) {
    const seconds = first.split(':').length === 3;
    const rising = minutesOf(second) > minutesOf(first);
    if (seconds || !rising) return null;
    refuseAmbiguous(text, first, second);
  }
  return pair(first, second, order);
}

/** A day and two times of day with nothing but a dash between: a range, or a time and its zone west of Greenwich. */
const DATED_RANGE = /^(\d[\d/.-]*\d)\s+(\d{1,2}:\d{2})-(\d{1,2}:\d{2})$/;

function refuseAmbiguous(text: string, first: string, second: string): never {
  return refuse(
    `“${text}” can be read as a range or as a time with its zone: write “between ${first} and ${second}”, or the zone apart: “${first} -${second}”`,
    [
      { text: `between ${first} and ${second}`, says: 'from one time to the other' },
      { text: `${first} -${second}`, says: 'one time, and its zone' },
    ],
  );
}

const minutesOf = (t: string): number => Number(t.split(':')[0]) * 60 + Number(t.split(':')[1]);

/** Whether `05:00` could be a real zone west of Greenwich. */
function looksLikeOffset(t: string): boolean {
  const m = /^(\d{2}):(00|30)$/.exec(t);
  return (
    m !== null && Number(m[1]) <= 12 && (m[2] === '00' || ['02', '03', '04', '09'].includes(m[1] as string))
  );
}

/** Two stamps; am, pm, a unit word, `v` or a day written once holds for both where only one reading is in order. */
function pair(a: string, b: string, order: DateOrder): { from: Stamp; to: Stamp } {
  const to = parseStamp(/^v/.test(a) && !/^v/.test(b) ? `v ${b}` : b, order);
  const meridiem = /([ap])\.?m?\.?$/.exec(b)?.[1];
  const bare =
    meridiem !== undefined && !/[ap]\.?m?\.?$/.test(a) && /^\d{1,2}(:\d{2})?(:\d{2})?$|^\d{3,4}$/.test(a);
  let from = parseStamp(bare ? `${a} ${meridiem}m` : a, order);
  if (bare && sortKey(from) > sortKey(to)) from = parseStamp(`${a} ${meridiem === 'p' ? 'am' : 'pm'}`, order);
  if (from.clock === 'wall' && to.clock === 'wall') {
    if (from.zone !== null && to.zone === null)
      return { from, to: { ...to, zone: from.zone, date: to.date ?? from.date } };
    if (to.zone !== null && from.zone === null)
      return { from: { ...from, zone: to.zone }, to: { ...to, date: to.date ?? from.date } };
    return { from, to: { ...to, date: to.date ?? from.date } };
  }
  return { from, to };
}

function parseStamp(text: string, order: DateOrder): Stamp {
  const trimmed = text.trim();
  const media = MEDIA.exec(trimmed);
  if (media) return parseMedia(media);
  if (trimmed.startsWith('v')) return refuse(`“${trimmed}” is not a media time: write v 3:15 or v 1:03:15.2`);
  const m = WALL.exec(trimmed);
  if (!m) return refuse(`“${trimmed}” is not a time this app knows: write 14:27, 1427, 2:27 pm or 14:27:05`);
  const [, date, time, hoursWord, meridiem, zone] = m;
  const { ms, precision } = parseClockTime(time as string, meridiem?.[0], hoursWord !== undefined);
  return {
    clock: 'wall',
    date: date === undefined ? null : parseDate(date, order),
    ms,
    precision,
    zone: zone === undefined ? null : zone === 'z' || zone === 'utc' ? 'Z' : normalOffset(zone),
  };
}

function normalOffset(zone: string): string {
  const m = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) as RegExpExecArray;
  const minutes = Number(m[2]) * 60 + Number(m[3]);
  if (minutes > (m[1] === '-' ? 12 : 14) * 60 || Number(m[3]) > 59)
    refuse(`“${zone}” is no zone: offsets run from -12:00 to +14:00`);
  return `${m[1]}${m[2]}:${m[3]}`;
}

function parseClockTime(
  time: string,
  meridiem: string | undefined,
  hoursWord: boolean,
): { ms: number; precision: number } {
  let [h, m, rest] = time.includes(':')
    ? time.split(':')
    : time.length === 4
      ? [time.slice(0, 2), time.slice(2)]
      : [time, undefined];
  if (m === undefined) {
    if (meridiem === undefined || hoursWord)
      refuse(`“${time}” could be an hour or a minute: write it in full, such as 14:00`);
    m = '00';
  }
  let hour = Number(h);
  const minute = Number(m);
  if (meridiem !== undefined) {
    if (hour < 1 || hour > 12) refuse(`${h} is no hour of a twelve-hour clock`);
    hour = (hour % 12) + (meridiem === 'p' ? 12 : 0);
  }
  if (hour > 23) refuse(`${h}:${m} does not exist: hours run from 0 to 23`);
  if (minute > 59) refuse(`${h}:${m} does not exist: minutes run from 0 to 59`);
  const [s, fraction] = (rest ?? '').replace(',', '.').split('.');
  const second = Number(s || 0);
  if (second > 59) refuse(`${time} does not exist: seconds run from 0 to 59`);
  const precision =
    rest === undefined ? MINUTE : fraction === undefined ? 1000 : 1000 / 10 ** fraction.length;
  return {
    ms:
      hour * HOUR +
      minute * MINUTE +
      second * 1000 +
      Number(fraction ?? 0) * (fraction === undefined ? 0 : precision),
    precision,
  };
}

function parseMedia(m: RegExpExecArray): Stamp {
  const [, h, min, s, fraction] = m;
  if (Number(s) > 59 || (h !== undefined && Number(min) > 59))
    refuse(`“${m[0]}” is no media time: seconds run from 0 to 59`);
  const precision = fraction === undefined ? 1000 : 1000 / 10 ** fraction.length;
  const ms =
    Number(h ?? 0) * HOUR +
    Number(min) * MINUTE +
    Number(s) * 1000 +
    (fraction === undefined ? 0 : Number(fraction) * precision);
  return { clock: 'media', ms, precision };
}

/**
 * A date as `2024-03-14`. Numbers with slashes need an order where both could be the month.
 * @throws never; refusals are caught by `parseTime`. Use `readDate` from outside.
 */
function parseDate(text: string, order: DateOrder): string {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return checkedDate(Number(iso[1]), Number(iso[2]), Number(iso[3]), text);
  const m = /^(\d{1,2})[/.](\d{1,2})[/.](\d{2}|\d{4})$/.exec(text);
  if (!m) return refuse(`“${text}” is not a date this app knows: write 2024-03-14`);
  const [a, b] = [Number(m[1]), Number(m[2])];
  const year = (m[3] as string).length === 2 ? 2000 + Number(m[3]) : Number(m[3]);
  if (order === null && a <= 12 && b <= 12 && a !== b) {
    refuse(`the date ${text} can be read in two orders: say whether month or day comes first`, [
      { text: checkedDate(year, a, b, text), says: 'the month comes first' },
      { text: checkedDate(year, b, a, text), says: 'the day comes first' },
    ]);
  }
  const monthFirst = order === 'mdy' || (order === null && a <= 12);
  return monthFirst ? checkedDate(year, a, b, text) : checkedDate(year, b, a, text);
}

function checkedDate(y: number, m: number, d: number, text: string): string {
  const date = new Date(Date.UTC(y, m - 1, d));
  const real = date.getUTCFullYear() === y && date.getUTCMonth() === m - 1 && date.getUTCDate() === d;
  if (!real) refuse(`the date ${text} does not exist`);
  return date.toISOString().slice(0, 10);
}

/** A date alone, as `2024-03-14`, or why not. */
export function readDate(text: string, order: DateOrder): { ok: true; date: string } | NotUnderstood {
  try {
    return { ok: true, date: parseDate(text.trim(), order) };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, why: error.message, asks: error.asks };
    throw error;
  }
}
