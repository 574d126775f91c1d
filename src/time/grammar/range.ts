import { ask, attempt, type Reading, Refusal, refuse } from './refusal';
import { type Limit, readStamp } from './stamp';
import { DAY, type Stamp, type WallStamp } from './written';
import { instantsIn, offsetNamed } from './zone-words';

const JOIN = / ?(?:-|\/) ?| (?:to|thru|through|until|till|'?til|or|and|&) /g;

/** Two stamps, or one. */
export interface Stretch {
  readonly from: Stamp;
  readonly to: Stamp | null;
}

/** Of what no reading makes sense. @throws Refusal always */
export function vague(text: string): never {
  throw new Refusal(
    `“${text}” is not a time this app knows: write 14:27, 1427, 2:27 pm or 14:27:05`,
    [],
    null,
    true,
  );
}

/** Every place at which a text can be two stamps, tried; null where there is none. @throws Refusal the best reason */
export function splitAt(text: string, reading: Reading, between: boolean): Stretch | null {
  let why: Refusal | null = null;
  for (const join of text.matchAll(JOIN)) {
    const [a, b] = [text.slice(0, join.index).trim(), text.slice(join.index + join[0].length).trim()];
    if (a === '' || b === '') continue;
    const word = join[0].trim();
    const found = attempt(() => stretchOf(a, b, word, text, reading, between));
    if (!(found instanceof Refusal)) return found;
    if (!why || (why.vague && !found.vague) || (why.asks.length === 0 && found.asks.length > 0)) why = found;
  }
  if (why) throw why;
  return null;
}

const minutesOf = (t: string): number =>
  t.includes(':')
    ? Number(t.split(':')[0]) * 60 + Number(t.split(':')[1])
    : Number(t.slice(0, -2)) * 60 + Number(t.slice(-2));

/** `04:27-05:00`: a time and its zone, or two times. Null where only the time and its zone make sense. @throws Refusal where both do */
export function offsetOrRange(text: string, reading: Reading): Stretch | null {
  const m = /^(.*?)(\d{1,2}:?\d{2})(:\d{2}(?:[.,]\d+)?)?-((\d{2}):?(?:00|30|45))$/.exec(text);
  if (!m || m[3] !== undefined) return null;
  const [, day, first, , second] = m as unknown as [string, string, string, undefined, string];
  if (/t$/.test(day) || !/^$| $/.test(day)) return null;
  const military = !first.includes(':') && !second.includes(':');
  const [a, b] = [minutesOf(first), minutesOf(second)];
  const stamped = /^\d{4}-\d{2}-\d{2} $|^\d{8} $/.test(day);
  // Four figures and four are two times; only programs, which put the year first, write a zone behind a day.
  if (military && b > a && !stamped) return stretchOf(`${day}${first}`, second, '-', text, reading, false);
  if (day !== '' && !stamped) return stretchOf(`${day}${first}`, second, '-', text, reading, false);
  const date = day.trim().replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
  if (stamped && ownOffset(date, a, second, reading)) return null;
  if (b <= a && (b + 1440 - a) / 60 > 12 && !military) return null;
  return ask(
    text,
    `“${text}” can be read as a range or as a time with its zone: write “between ${first} and ${second}”, or the zone apart: “${first} -${second}”`,
    [
      ...(b > a
        ? [{ text: `between ${day}${first} and ${second}`, says: 'from one time to the other' }]
        : overMidnight(first, second, date || null, reading)),
      { text: `${day}${first} -${second}`, says: 'one time, and its zone' },
    ],
  );
}

/** Whether the zone of the clock has that offset on that day. */
function ownOffset(day: string, minutes: number, offset: string, reading: Reading): boolean {
  if (reading.zone === undefined) return false;
  const local = Date.parse(`${day}T00:00:00Z`) + minutes * 60_000;
  const at = instantsIn(reading.zone, local, reading.zone);
  return !('why' in at) && at.includes(local + minutesOf(offset) * 60_000);
}

/** Two stamps as one stretch; am, pm, a zone, `v` or a day written once holds for both where only one reading is in order. */
function stretchOf(
  a: string,
  b: string,
  word: string,
  text: string,
  reading: Reading,
  between: boolean,
): Stretch {
  if (
    word === '/' &&
    !(
      /\d{2}(?! ?\/)/.test(a) &&
      /^(?:.* )?\d{3,4}(?!\d)|[:.]\d\d/.test(a) &&
      /^\d{3,4}(?!\d)|^\d{1,2}[:.]\d\d/.test(b)
    )
  )
    return vague(text);
  const last = endOf(a, b);
  nextHour(a, last, word, text);
  if (!between && /^(?:to|till|'?til)$/.test(word)) minutesTo(a, last, text);
  const [from, to] = pair(a, last, reading);
  if (word === 'or' && HOUR_ALONE.test(last)) eitherHour(text, from, to);
  if (from.clock !== to.clock) refuse('both ends must be read on the same clock');
  // `3/14/2024 - 1430`: a day, and the time upon it.
  if (word === '-' && dateOf(to) === dateOf(from) && isDayAlone(from) && !isDayAlone(to))
    return { from: to, to: null };
  if (isDayAlone(from) !== isDayAlone(to))
    refuse('one end is a time and the other a whole day: write a time at both ends, or a day at both');
  const zoned = eastOf(from) !== null && eastOf(to) !== null;
  if (sortKey(to, zoned) < sortKey(from, zoned)) backwards(a, last, text, from, to, reading);
  if ((word === 'and' || word === '&') && !between)
    return ask(text, 'two times stand here: give each a row of its own, or say that it was between them', [
      { text: `between ${a} and ${last}`, says: 'one moment, between the two' },
    ]);
  return { from, to };
}

/** `2:58-02 pm`: minutes of the next hour, or an hour. */
function nextHour(a: string, b: string, word: string, text: string): void {
  const minutes = /^(0\d) ?([ap])(?:\.? ?m\.?)?$/.exec(b);
  const from = /^(?:.* )?(\d{1,2}):?(\d\d)$/.exec(a);
  if (word !== '-' || !minutes || !from || Number(minutes[1]) >= Number(from[2])) return;
  const half = `${minutes[2]}m`;
  const hour = (Number(from[1]) % 12) + 1;
  ask(text, `“${minutes[1]}” can be minutes of the next hour, or an hour: say which`, [
    { text: `between ${a} ${half} and ${hour}:${minutes[1]} ${half}`, says: 'minutes of the next hour' },
    { text: `between ${a} and ${Number(minutes[1])}:00 ${half}`, says: 'an hour' },
  ]);
}

/** `10 to 3 pm`: two hours, or ten minutes before one. */
function minutesTo(a: string, b: string, text: string): void {
  const before = /^(\d{1,2}) ?([ap])\.? ?m\.?$/.exec(b);
  if (!before || !/^(?:[1-9]|1[0-2])$/.test(a)) return;
  const hour = (Number(before[1]) % 12) + (before[2] === 'p' ? 12 : 0);
  const minutes = (hour * 60 - Number(a) + 1440) % 1440;
  const clock = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  ask(text, `“${text}” can be ${a} minutes before ${b}, or from one hour to the other: say which`, [
    { text: clock, says: `${a} minutes before ${b}` },
    { text: `between ${a} and ${b}`, says: 'from one hour to the other' },
  ]);
}

const dateOf = (s: Stamp): string | null => (s.clock === 'wall' ? s.date : null);
const eastOf = (s: Stamp): number | null =>
  s.clock === 'wall' && s.zone !== null ? offsetNamed(s.zone) : null;
const isDayAlone = (s: Stamp): boolean => s.clock === 'wall' && s.precision === DAY;

const HOUR_ALONE = /^\d{1,2} ?[ap](?:\.? ?m\.?)?$/;

/** `2 or 3 pm`: two minutes, or two hours. */
function eitherHour(text: string, from: Stamp, to: Stamp): never {
  const at = (s: Stamp, more: number): string => {
    const m = Math.floor(s.ms / 60_000) + more;
    return `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`;
  };
  return ask(text, `“${text}” can mean the minutes, or the hours: say which`, [
    { text: `between ${at(from, 0)} and ${at(to, 0)}`, says: 'from the first minute to the last' },
    { text: `between ${at(from, 0)} and ${at(to, 59)}`, says: 'any time in those hours' },
  ]);
}

/** `14:27-35`: the second is minutes of the same hour. */
function endOf(a: string, b: string): string {
  if (/^v\b|^v\d/.test(a) && /^[\d:.]+$/.test(b))
    return `v ${/^\d{1,2}$/.test(b) ? a.replace(/^v ?/, '').replace(/\d{2}(?:\.\d+)?$/, b.padStart(2, '0')) : b}`;
  const hour = /^(?:.* )?(\d{1,2}:|\d{2})\d{2}$/.exec(a)?.[1];
  return hour !== undefined && /^[1-5]\d$/.test(b) && Number(b) > Number(a.slice(-2)) ? `${hour}${b}` : b;
}

const HALF = /(?:[ap]\.? ?m?\.?|in the \w+)(?: ?(?:[ecmp][sd]?t|z|utc))?$/;

function pair(a: string, b: string, reading: Reading): [Stamp, Stamp] {
  const limits: readonly Limit[] = ['first', 'last'];
  const read = (text: string, i: 0 | 1): Stamp => readStamp(text, reading, limits[i] as Limit);
  const bare = (text: string): boolean =>
    /(?:^|.* )(?:(?:0?[1-9]|1[0-2])(?:[:.]\d{2}){0,2}|[1-9]\d{2}|(?:0[1-9]|1[0-2])\d{2})$/.test(text);
  const mark = (text: string): 'am' | 'pm' | null =>
    /\d ?a(?:\.? ?m\.?)?$/.test(text) ? 'am' : /\d ?p(?:\.? ?m\.?)?$/.test(text) ? 'pm' : null;
  const [ma, mb] = [mark(a), mark(b)];
  let [from, to]: [Stamp, Stamp] = [null as never, null as never];
  if (mb && !HALF.test(a) && bare(a)) {
    if (/(?:^| )0\d/.test(a) && !/(?:^| )[01]\d/.test(b)) mixedClocks(a, b, mb);
    to = read(b, 1);
    from = read(`${a} ${mb}`, 0);
    if (sortKey(from) > sortKey(to)) from = read(`${a} ${mb === 'pm' ? 'am' : 'pm'}`, 0);
  } else if (ma && !HALF.test(b) && bare(b)) {
    from = read(a, 0);
    to = read(`${b} ${ma}`, 1);
    if (sortKey(to) < sortKey(from) && ma === 'am') to = read(`${b} pm`, 1);
  } else {
    from = read(a, 0);
    to = read(b, 1);
  }
  if (from.clock !== 'wall' || to.clock !== 'wall') return [from, to];
  return shared(from, to);
}

/** `05:06 to 5:30 pm`: the first is by a clock of 24 hours, or it lost its “pm”. */
function mixedClocks(a: string, b: string, mark: 'am' | 'pm'): never {
  const whole = `${a} and ${b}`;
  throw new Refusal(
    `“${a}” beside “${b}” can be by either clock: say which`,
    [
      { text: `between ${a} hrs and ${b}`, says: 'by a clock of 24 hours' },
      { text: `between ${a} ${mark} and ${b}`, says: `${mark}, as the second` },
    ],
    whole,
  );
}

/** A day or a zone written once holds for both ends. */
function shared(from: WallStamp, to: WallStamp): [Stamp, Stamp] {
  const zone = from.zone ?? to.zone;
  return [
    { ...from, zone: from.zone ?? zone },
    { ...to, zone: to.zone ?? zone, date: to.date ?? from.date },
  ];
}

/** ms of a stamp with its day, for telling which of two is later; where the offsets of both are named they count. */
function sortKey(s: Stamp, zoned = false): number {
  if (s.clock === 'media') return s.ms;
  const east = zoned ? (eastOf(s) ?? 0) * 60_000 : 0;
  return (s.date === null ? 0 : Date.parse(`${s.date}T00:00:00Z`)) + s.ms - east;
}

const BACKWARDS = 'the second time is earlier than the first: if it ran past midnight, write both dates';

function backwards(a: string, b: string, text: string, from: Stamp, to: Stamp, reading: Reading): never {
  const day = dateOf(from);
  if (from.clock !== 'wall' || dateOf(to) !== day) return refuse(BACKWARDS);
  // `11:50 pm to 12:10`: past midnight it is the morning.
  const end = /\d ?p(?:\.? ?m\.?)?$/.test(a) && /^(?:0?\d|1[0-2]):\d\d$/.test(b) ? `${b} am` : b;
  // `11:30-1:15 am`: what begins before midnight begins in the evening.
  const evening = /^(?:\S+ )?(?:0?[1-9]|1[0-2]):\d\d$/.test(a) && /\d ?a(?:\.? ?m\.?)?$/.test(b);
  const start = evening ? `${a} pm` : a;
  const asks = overMidnight(day === null ? start : start.replace(/^\S+ /, ''), end, day, reading);
  return asks.length === 0 ? refuse(BACKWARDS) : ask(text, BACKWARDS, asks);
}

const shift = (day: string, by: number): string =>
  new Date(Date.parse(day) + by * DAY).toISOString().slice(0, 10);

/** A stretch past midnight with both its days written, on the row’s day and the night before it. */
function overMidnight(
  a: string,
  b: string,
  day: string | null,
  reading: Reading,
): { text: string; says: string }[] {
  const base = day ?? reading.day ?? '';
  if (base === '') return [];
  const next = {
    text: `between ${base} ${a} and ${shift(base, 1)} ${b}`,
    says: 'past the midnight that ends the day',
  };
  if (day !== null) return [next];
  return [
    next,
    {
      text: `between ${shift(base, -1)} ${a} and ${base} ${b}`,
      says: 'past the midnight that begins the day',
    },
  ];
}
