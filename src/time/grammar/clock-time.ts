import { ask, type Reading, Refusal, refuse } from './refusal';
import { plainSpelling } from './spellings';
import { HOUR, MINUTE } from './written';

/** A time of day, ms since midnight, and how wide it is; `hour` where only the hour was written, `midnight` for the bare word. */
export interface TimeOfDay {
  readonly ms: number;
  readonly precision: number;
  readonly only?: 'hour' | 'midnight';
}

const MERIDIEM = String.raw`[ap](?:\.? ?m)?\.?|in the (?:morning|afternoon|evening)`;
const HOURS_WORD = String.raw`(?:hours|hour|hrs|hr|h)\.?`;
const TAIL = new RegExp(
  String.raw`^(.*?\d)(?:\s*(${HOURS_WORD}))?(?:\s*(${MERIDIEM}))?(?:\s*(${HOURS_WORD}))?(?:\s*(?:local(?: time)?|lcl|l))?$`,
);
/** Every way in which the figures of a time stand: hour, minute, second, fraction. */
const FIGURES: readonly RegExp[] = [
  /^(\d{1,2}) ?: ?(\d{2})(?: ?: ?(\d{2})(?:[.,](\d{1,9}))?(?:[:;]\d{2})?)?$/,
  /^(\d{1,2})\.(\d{2})(?:\.(\d{2})(?:[.,](\d{1,9}))?)?$/,
  /^(\d{1,2})h(\d{2})$/,
  /^(\d{2})(\d{2})(?::?(\d{2})(?:[.,](\d{1,9}))?)?$/,
  /^(\d)(\d{2})$/,
];

/** What to write instead, in every refusal that knows no better. */
const WRITE = 'write 14:27, 1427, 2:27 pm or 14:27:05';

/**
 * A time of day. @param limit the text only bounds another time: a whole hour is then its first minute
 * @throws Refusal where it is none, or can mean more than one thing
 */
export function readTimeOfDay(text: string, reading: Reading, limit: boolean): TimeOfDay {
  const word = wordOf(text);
  if (word) return word;
  if (/^\d{3}l$/.test(text)) scannedOne(text);
  const tail = TAIL.exec(text);
  const figures = tail?.[1] ?? text;
  const meridiem = meridiemOf(tail?.[3]);
  if (tail && /^\d{1,2}$/.test(figures))
    return hourAlone(text, Number(figures), meridiem, (tail[2] ?? tail[4]) !== undefined, limit);
  const m = tail && FIGURES.map((f) => f.exec(figures)).find((found) => found !== null);
  if (!m) return misread(text);
  const [, h, min, s, fraction] = m as unknown as [string, string, string, string?, string?];
  if (!limit && text === figures) doubt(text, reading);
  const hour = hourOf(text, h, min, meridiem);
  if (hour === 24 && (Number(min) > 0 || Number(s ?? 0) > 0 || Number(fraction ?? 0) > 0))
    refuse(`${h}:${min} does not exist: the day ends at 24:00`);
  if (hour > 24) refuse(`${h}:${min} does not exist: hours run from 0 to 24`);
  if (Number(min) > 59) refuse(`${h}:${min} does not exist: minutes run from 0 to 59`);
  if (Number(s ?? 0) > 59) refuse(`${figures} does not exist: seconds run from 0 to 59`);
  const { ms, precision } = fractionOf(fraction, reading);
  return {
    ms: hour * HOUR + Number(min) * MINUTE + Number(s ?? 0) * 1000 + ms,
    precision: s === undefined ? MINUTE : precision,
  };
}

function wordOf(text: string): TimeOfDay | null {
  if (/^(?:12(?::?00)? ?(?:hrs|hours)? )?noon(?:time)?$|^midday$/.test(text))
    return { ms: 12 * HOUR, precision: MINUTE };
  if (/^(?:(?:12|0|00|12:00|0?0:00|0000|24:00|2400)(?: hrs| hours)? )?midnight$/.test(text))
    return { ms: 0, precision: MINUTE, only: 'midnight' };
  return null;
}

function meridiemOf(word: string | undefined): 'a' | 'p' | null {
  if (word === undefined) return null;
  if (word.startsWith('in the')) return word.endsWith('morning') ? 'a' : 'p';
  return word[0] as 'a' | 'p';
}

/** ms and width of the decimals of a second; what is finer than a ms is cut, and said. */
export function fractionOf(digits: string | undefined, reading: Reading): { ms: number; precision: number } {
  if (digits === undefined) return { ms: 0, precision: 1000 };
  const kept = digits.slice(0, 3);
  if (/[1-9]/.test(digits.slice(3))) reading.notes.push('what is finer than a millisecond was cut');
  const precision = 1000 / 10 ** kept.length;
  return { ms: Number(kept) * precision, precision };
}

function hourOf(text: string, h: string, min: string, meridiem: 'a' | 'p' | null): number {
  const hour = Number(h);
  if (meridiem === null) return hour;
  if (hour === 0 && meridiem === 'p')
    ask(text, `“${text}” is half past noon or half past midnight: say which`, [
      { text: `12:${min}`, says: 'after noon' },
      { text: `00:${min}`, says: 'after midnight' },
    ]);
  if (hour > 12 && (meridiem === 'a' || hour > 23)) return refuse(`${h} is no hour of a twelve-hour clock`);
  return (hour % 12) + (meridiem === 'p' ? 12 : 0);
}

function hourAlone(
  text: string,
  hour: number,
  meridiem: 'a' | 'p' | null,
  hoursWord: boolean,
  limit: boolean,
): TimeOfDay {
  if (meridiem === null && !hoursWord)
    return refuse(`“${text}” could be an hour or a minute: write it in full, such as 14:00`);
  if (meridiem !== null && (hour < 1 || hour > 12))
    return refuse(`${hour} is no hour of a twelve-hour clock`);
  if (hour > 23) return refuse(`${hour}:00 does not exist: hours run from 0 to 23`);
  const ms = (meridiem === null ? hour : (hour % 12) + (meridiem === 'p' ? 12 : 0)) * HOUR;
  return { ms, precision: MINUTE, ...(limit && !hoursWord ? {} : { only: 'hour' as const }) };
}

/** What a bare figure could be beside a time: asked of what is written by hand. */
function doubt(figures: string, reading: Reading): void {
  const year = reading.year ?? new Date().getFullYear();
  if (reading.fresh && /^20[0-2]\d$/.test(figures) && Number(figures) <= year + 1)
    ask(figures, `“${figures}” can be a time or a year: a year alone is no time`, [
      { text: `${figures.slice(0, 2)}:${figures.slice(2)}`, says: 'the time of day' },
    ]);
  if (/^\d\.\d\d$/.test(figures) && Number(figures.slice(2)) < 60)
    ask(figures, `“${figures}” can be a time or a number: say which`, [
      { text: `0${figures.replace('.', ':')}`, says: 'the time of day' },
    ]);
}

/** `142l`: 1:42 local, or a scanned 1421. @throws Refusal where both are times */
function scannedOne(text: string): void {
  const one = `${text.slice(0, 3)}1`;
  if (Number(one) < 2400 && Number(one.slice(2)) < 60)
    ask(text, `“${text}” can be ${one}, with a letter for its last figure, or local time: say which`, [
      { text: one, says: `if it says ${one}` },
      { text: `0${text.slice(0, 1)}:${text.slice(1, 3)}`, says: 'local time' },
    ]);
}

/** `half past two`, `quarter to three`, `two thirty`: a time that does not say its half of the day. */
function askHalf(text: string): void {
  const [, time] = /^(\d{1,2}:\d\d) pm$/.exec(plainSpelling(`${text} pm`)) ?? [];
  if (time === undefined || time === text) return;
  ask(text, `“${text}” does not say which half of the day: say which`, [
    { text: `${time} am`, says: 'in the morning' },
    { text: `${time} pm`, says: 'after noon' },
  ]);
}

/** The reason for figures that stand like a time and are none. */
function misread(text: string): never {
  askHalf(text);
  const scanned = text.replace(/[li|](?=\d|:)/g, '1').replace(/(?<=\d|:)o|o(?=\d|:)/g, '0');
  if (scanned !== text && FIGURES.some((f) => f.test(scanned)))
    return ask(text, `“${text}” holds letters for figures, as scanning leaves them`, [
      { text: scanned, says: `if it says ${scanned}` },
    ]);
  const apart = /^(\d{2}) (\d{2})(?: (\d{2}))?$/.exec(text);
  if (apart)
    return ask(text, `“${text}” has a blank where a colon should be`, [
      { text: apart.slice(1).filter(Boolean).join(':'), says: 'one time' },
    ]);
  if (/^\d{1,2}:\d$/.test(text))
    return refuse(`“${text}” has one figure for its minutes: write both, such as 14:02`);
  throw new Refusal(`“${text}” is not a time this app knows: ${WRITE}`, [], null, true);
}

/** The whole hour's two readings, asked: the minute, or any of the hour. */
export function askHour(text: string, ms: number): never {
  const h = String(Math.floor(ms / HOUR)).padStart(2, '0');
  return ask(text, `“${text}” can mean the minute, or the hour: say which`, [
    { text: `${h}:00`, says: 'the minute' },
    { text: `between ${h}:00 and ${h}:59`, says: 'any time in that hour' },
  ]);
}

/** Midnight, asked: the one that begins the day, or the one that ends it. */
export function askMidnight(text: string): never {
  return ask(text, `a day has two midnights: say which “${text}” is`, [
    { text: '0000', says: 'the midnight that begins the day' },
    { text: '2400', says: 'the midnight that ends the day' },
  ]);
}
