import { dayAlone, takeDate } from './date';
import { readReading } from './reading';
import { ask, attempt, type Choice, type Reading, Refusal, refuse } from './refusal';
import { DAY, type Statement } from './written';

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const NAMED = '(sun|mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?)(?:day)?';
const PART = '(?:day|date|morning|afternoon|evening|night)';
const NEAR = `(?:(?:the |that )?(?:same|next|following|previous|prior) ${PART}|th(?:at|is) ${PART}|the (?:day|night) (?:before|after)|today|tonight|yesterday|tomorrow|last night)`;
const IN_FRONT = new RegExp(`^(?:on )?(?:(${NEAR})|${NAMED}\\.?),?(?: at| @)? (.*\\d.*)$`);
const BEHIND = new RegExp(`^(.*\\d.*?),? \\(?(?:on |of )?(?:(${NEAR})|${NAMED}\\.?)\\)?$`);
const UNSURE =
  /^((?:[\d/.-]+ )?)(?:maybe|possibly|perhaps|probably|i (?:think|believe)),? (?:it was )?(?:at )?(.*\d.*)$/;
const CLOCKS =
  '(?:cad|dispatch|mdt|mdc|radio|body ?cam(?:era)?|dash ?cam(?:era)?|watch|phone|computer|wall clock)';
const CLOCK_BEHIND = new RegExp(
  `^(.*\\d[^a-z]*(?:hrs|hours|[ap]\\.?m\\.?)?),? \\(?(?:per|according to|by|on|via|from) (?:the |my |his |her )?${CLOCKS}(?: time| log| clock)?\\)?$`,
);
const CLOCK_BEFORE = /^(?:per |by )?(?:cad|dispatch|mdt|mdc)(?: time| log| clock)?:? (?:at )?(\d.*)$/;
const PLUS_DAY = /^(.*\d.*?) ?\(?\+ ?1(?: ?d(?:ay)?)?\)?$/;

/**
 * A time with a word beside it: one that names its day by another (“next day”), a question mark, or the same time again
 * in brackets. Null for a text that has none of these. @throws Refusal, which asks: what such a day hangs on is not in the text
 */
export function readBeside(text: string, reading: Reading): Statement | null {
  const doubted = /^(.*\d.*?) ?\(?\?+\)?$/.exec(text)?.[1];
  if (doubted !== undefined)
    return ask(text, `“${text}” is in doubt: say which`, [
      { text: doubted, says: 'that time' },
      { text: `~${doubted}`, says: 'about that time' },
    ]);
  const unsure = UNSURE.exec(text);
  const [, day = '', time = ''] = unsure ?? [];
  if (unsure && isTime(day + time, reading))
    return ask(text, `“${text}” is in doubt: say which`, [
      { text: day + time, says: 'that time' },
      { text: `${day}~${time}`, says: 'about that time' },
    ]);
  const another = CLOCK_BEHIND.exec(text)?.[1] ?? CLOCK_BEFORE.exec(text)?.[1];
  if (another !== undefined && isTime(another, reading))
    return ask(text, `“${text}” names the clock that it is by: is that the clock of its row?`, [
      { text: another, says: 'yes, that time' },
    ]);
  const rough = /^(.*\d[^a-z]*) ?est\.$/.exec(text)?.[1];
  if (rough !== undefined && isTime(rough, reading))
    return ask(text, `“${text}” can be an estimate, or Eastern time: say which`, [
      { text: `~${rough.trim()}`, says: 'an estimate' },
      { text: `${rough.trim()} EST`, says: 'Eastern time' },
    ]);
  const plus = PLUS_DAY.exec(text)?.[1];
  if (plus !== undefined && !/(?:utc|gmt) ?$/.test(plus) && isTime(plus, reading))
    return dayOf(text, plus, 'next day', reading);
  const front = IN_FRONT.exec(text);
  if (front && !holdsDay(front[3] as string, reading))
    return dayOf(text, front[3] as string, (front[1] ?? front[2]) as string, reading);
  const behind = BEHIND.exec(text);
  if (behind && !holdsDay(behind[1] as string, reading))
    return dayOf(text, behind[1] as string, (behind[2] ?? behind[3]) as string, reading);
  return saidTwice(text, reading);
}

const isTime = (text: string, reading: Reading): boolean =>
  !(attempt(() => readReading(text, { ...reading, notes: [] })) instanceof Refusal);

const holdsDay = (text: string, reading: Reading): boolean =>
  attempt(() => takeDate(text, reading) ?? dayAlone(text, reading)) !== null;

/** The day that the word may mean, from the row's; asked, since it hangs on what was written before. */
function dayOf(text: string, time: string, word: string, reading: Reading): never {
  const why = `“${text}” names its day by another: say which day it is`;
  // “11:40 that night”: the word says which half of the day, too.
  const part = /(morning|afternoon|evening|night)$/.exec(word)?.[1];
  const bare = part !== undefined && /^(?:(?:about|around|at) )?\d{1,2}:?\d\d$/.test(time);
  const hour = Number(/\d{1,2}(?=:?\d\d)/.exec(time)?.[0]);
  const evening = part === 'night' ? hour >= 6 && hour <= 11 : part !== 'morning';
  const half = bare && hour >= 1 && hour <= 12 ? (evening ? ' pm' : ' am') : '';
  if (reading.day === undefined || reading.day === '') return refuse(why);
  const own = Date.parse(reading.day);
  const at = (by: number): Choice => {
    const day = new Date(own + by * DAY).toISOString().slice(0, 10);
    return { text: `${day} ${time}${half}`, says: by === 0 ? 'on the day of its row' : `on ${day}` };
  };
  const named = WEEKDAYS.indexOf(word.slice(0, 3));
  if (named >= 0 && new RegExp(`^${NAMED}$`).test(word)) {
    const off = (named - new Date(own).getUTCDay() + 7) % 7;
    return ask(text, why, [at(off > 3 ? off - 7 : off)]);
  }
  if (/next|following|after\b|tomorrow/.test(word)) return ask(text, why, [at(1), at(0)]);
  if (/previous|prior|before|yesterday|last/.test(word)) return ask(text, why, [at(-1), at(0)]);
  return ask(text, why, [at(0)]);
}

/** `1427 (2:27 PM)`: one time in two spellings. @throws Refusal where they differ */
function saidTwice(text: string, reading: Reading): Statement | null {
  const m = /^([^()]*\d[^()]*?) ?\(([^()]*\d[^()]*)\)$/.exec(text);
  if (!m) return null;
  const [a, b] = m.slice(1).map((t) => attempt(() => readReading(t, { ...reading, notes: [] })));
  if (a === undefined || b === undefined || a instanceof Refusal || b instanceof Refusal) return null;
  if (JSON.stringify(a) === JSON.stringify(b)) return a;
  return refuse(`“${m[1]}” and “${m[2]}” are not the same time: write the one that counts`);
}
