import { isDay } from '../../record/day';
import { askHour, askMidnight, readTimeOfDay } from './clock-time';
import { countsRecording, readMedia } from './counter';
import { dayAlone, type FoundDate, takeDate } from './date';
import { ask, attempt, type Choice, type Reading, Refusal, refuse } from './refusal';
import { serialText } from './serial';
import { DAY, type Stamp, type WallStamp } from './written';
import { ZONE, zoneOf } from './zone-words';

/** What a stamp bounds: it is then the first or the last of a stretch, and an hour or a midnight is clear. */
export type Limit = 'first' | 'last' | null;

const ZONED = new RegExp(
  String.raw`^(.*?(?:\d|noon|midnight|[ap]|[ap]\.? ?m\.?|hrs|hours|hr|h)) ?(${ZONE})$`,
);
/** `Thu Mar 14 14:27:05 CDT 2024`, as programs in C print it. */
const CTIME =
  /^((?:[a-z]{3} )?[a-z]{3} {1,2}\d{1,2}) (\d\d:\d\d:\d\d(?:\.\d+)?)(?: ([a-z+-][\w:]*))? (\d{4})$/;
/** `141427ZMAR24`: day, time, zone, month, year, as the services write it. */
const GROUP = /^(\d{2})(\d{4}) ?(z|l|j)? ?([a-z]{3}) ?(\d{2}|\d{4})$/;
/** `20240314142705MD`: a dispatch system’s stamp, Eastern to Pacific and Standard or Daylight. */
const CAD = /^(\d{8})(\d{6}) ?([ecmp][sd])$/;

/** A time, a day, or both, with the zone that stands beside them; or a counter. @throws Refusal */
export function readStamp(text: string, reading: Reading, limit: Limit): Stamp {
  const bare = text
    .trim()
    .replace(/^(?:(?:at|on|@)[ :]*)+(?=[\da-z])/, '')
    .replace(/^t(?=\d)/, '')
    .replace(/(?<=\d)[.,]$|(?<=[a-z]{2})[.,]$|,$/, '')
    .trim();
  if (countsRecording(bare)) return readMedia(bare, reading);
  const known = CTIME.exec(bare);
  if (known)
    return readStamp(`${known[1]}, ${known[4]} ${known[2]} ${known[3] ?? ''}`.trim(), reading, limit);
  const group = GROUP.exec(bare);
  if (group)
    return readStamp(
      `${group[1]} ${group[4]} ${group[5]} ${group[2]}${group[3] === 'z' ? 'z' : ''}`,
      reading,
      limit,
    );
  const cad = CAD.exec(bare);
  if (cad) return readStamp(`${cad[1]} ${cad[2]} ${cad[3]}t`, reading, limit);
  // A figure that something else says is a time is no year.
  const said = bare !== text.trim();
  return figureOfProgram(bare) ?? wall(bare, said ? { ...reading, fresh: false } : reading, limit);
}

/** `14-27-05`: neither of the first two figures is a month, and all are a time of day. */
const WITH_DASHES = /^(?:1[3-9]|2[0-3])-(?:1[3-9]|[2-5]\d)-[0-5]\d$/;

function wall(text: string, reading: Reading, limit: Limit): WallStamp {
  const alone = attempt(() => dayAlone(text, reading));
  if (alone instanceof Refusal && alone.asks.length === 0) {
    if (/^\d{1,2}\.\d{2}\.\d{2}$/.test(text)) return wall(text.replaceAll('.', ':'), reading, limit);
    if (WITH_DASHES.test(text))
      ask(text, `“${text}” is no day that exists: is it a time?`, [asTime(text.replace(/-/g, ''))]);
  }
  if (alone instanceof Refusal) throw orTime(text, alone, reading);
  if (alone !== null) return eitherDay(text, alone, reading, limit);
  const { found, zone } = apart(text, reading);
  if (found?.rest === '') refuse(`“${text}” is a day with a zone and no time: leave the zone to the clock`);
  const rest = found ? found.rest : (ZONED.exec(text)?.[1] ?? text);
  if (found && zone === null) {
    const midnight = wholeDay(text, found, reading);
    if (midnight) return midnight;
  }
  const bare = zone === null && !found;
  const time = readTimeOfDay(
    bare ? text : rest,
    bare ? reading : { ...reading, fresh: false },
    limit !== null,
  );
  if (time.only === 'hour') askHour(rest, time.ms);
  if (time.only === 'midnight' && limit === null) askMidnight(rest);
  const ms = time.only === 'midnight' && limit === 'last' ? DAY : time.ms;
  return { clock: 'wall', date: found?.date ?? null, ms, precision: time.precision, zone };
}

/** The day and the zone of a text, whichever stands last. */
function apart(text: string, reading: Reading): { found: FoundDate | null; zone: string | null } {
  const found = takeDate(text, reading);
  const m = ZONED.exec(found ? found.rest : text);
  const zone = m && zoneOf(m[2] as string);
  if (!m || zone === null) return { found, zone: badZone(m?.[2]) };
  if (found) return { found: { date: found.date, rest: m[1] as string }, zone };
  const day = dayAlone(m[1] as string, reading);
  if (day !== null) return { found: { date: day, rest: '' }, zone };
  return { found: takeDate(m[1] as string, reading), zone };
}

/** Figures that stand where a zone stands and are too far from Greenwich to be one. */
function badZone(written: string | undefined): null {
  if (written !== undefined && /^[+-]\d{2}:?\d{2}$/.test(written))
    throw new Refusal(`“${written}” is no zone: offsets run from -12:00 to +14:00`, [], null, true);
  return null;
}

const dayStamp = (date: string): WallStamp => ({ clock: 'wall', date, ms: 0, precision: DAY, zone: null });

const EITHER = (text: string): string => `“${text}” can be a day or a time: say which`;

const asTime = (text: string): Choice => ({
  text: (text.replace(/\./g, '').padStart(6, '0').match(/../g) as string[]).join(':'),
  says: 'the time of day',
});

/** A day that can be read in two orders, and as a time of day too. */
function orTime(text: string, refusal: Refusal, reading: Reading): Refusal {
  if (refusal.asks.length === 0 || !/^\d{6}$|^\d{1,2}\.\d{2}\.\d{2}$/.test(text)) return refusal;
  const time = attempt(() => readTimeOfDay(text, reading, false));
  return time instanceof Refusal ? refusal : new Refusal(EITHER(text), [...refusal.asks, asTime(text)], text);
}

/** Six figures, or figures with dots, that are a day and could be a time of day. */
function eitherDay(text: string, date: string, reading: Reading, limit: Limit): WallStamp {
  if (!/^\d{6}$|^\d{1,2}\.\d{2}\.\d{2}$/.test(text)) return dayStamp(date);
  const time = attempt(() => readTimeOfDay(text, reading, limit !== null));
  const near = reading.day !== undefined && Math.abs(Date.parse(reading.day) - Date.parse(date)) <= 366 * DAY;
  if (time instanceof Refusal || near) return dayStamp(date);
  return ask(text, EITHER(text), [{ text: date, says: 'the day' }, asTime(text)]);
}

/** The midnight that spreadsheets and databases print behind a day that has no time. */
function wholeDay(text: string, { date, rest }: FoundDate, reading: Reading): WallStamp | null {
  if (/^\d{4}-\d{2}-\d{2}/.test(text) || (reading.day === undefined && /^\d{8}/.test(text))) return null;
  if (/^(?:0?0:00:00(?:\.0+)?|12:00:00(?:\.0+)? ?am)$/.test(rest)) return dayStamp(date);
  if (!/^(?:0?0:00|12:00 ?am)$/.test(rest)) return null;
  return ask(
    text,
    `“${text}” can be a day without a time, as spreadsheets print it, or midnight: say which`,
    [
      { text: date, says: 'the day' },
      { text: `${date} 00:00`, says: 'midnight, as the day begins' },
    ],
  );
}

/** `0314241427`: month, day, year and time without a sign between them, as some dispatch systems print it. */
function stampOfTen(text: string): Choice[] {
  const [, m = '', d = '', y = '', hour = '', min = ''] = /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(text) ?? [];
  const date = `20${y}-${m}-${d}`;
  if (!isDay(date) || Number(hour) > 23 || Number(min) > 59) return [];
  return [{ text: `${date} ${hour}:${min}`, says: 'month, day, year and time in ten figures' }];
}

/** Figures in which programs count time: never taken for one unless a person says so. */
function figureOfProgram(text: string): null {
  const epoch = /^(\d{10})(?:\.\d+)?$|^(\d{13})$|^(\d{16})$/.exec(text);
  if (epoch) {
    const ms = Math.floor(Number(text) * (epoch[1] ? 1000 : epoch[2] ? 1 : 0.001));
    if (ms > 3e11 && ms < 4.2e12) {
      const says = new Date(ms)
        .toISOString()
        .replace('T', ' ')
        .replace(/\.000Z$/, 'Z');
      ask(
        text,
        `“${text}” is a number, as programs count seconds: only a column or a person can say that it is a time`,
        [
          ...(text.startsWith('0') ? [] : [{ text: says, says: 'counted from 1970, in UTC' }]),
          ...stampOfTen(text),
        ],
      );
    }
  }
  const counted = /^0?\.\d\d$/.test(text) ? null : serialText(text, '1900');
  if (counted !== null)
    ask(
      text,
      `“${text}” is a number, as spreadsheets count days: only a column or a person can say that it is a time`,
      [{ text: counted, says: 'counted as spreadsheets do' }],
    );
  // A figure after a point alone is hours wide as a part of a day, and no spelling says so much.
  if (/^0?\.\d$/.test(text))
    refuse(`“${text}” is a number, as spreadsheets count days: write the time of day, such as 14:27`);
  if (/^\d{15,}$/.test(text))
    refuse(`“${text}” is a number of some program and no time: write 2024-03-14 14:27`);
  return null;
}
