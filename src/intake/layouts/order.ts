import { printWritten } from '../../time/grammar/print';
import type { Written } from '../../time/grammar/written';
import type { Ask } from '../drafts';
import { linesSaid } from '../formats/table';
import { TimeCell } from './cell';

const HOUR = 3_600_000;
const HALF = 12 * HOUR;
/** A fall of this much or less is a row out of its order, not a night. */
const ENTRY_LATE = 6 * HOUR;
/** A fall of this much or more is a night: the next row then comes within six hours. */
const NIGHT = 18 * HOUR;

/** `2024-03-15` after `2024-03-14`. */
export const nextDay = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + 24 * HOUR).toISOString().slice(0, 10);

/** Whether a second time under the day of the first is more than twelve hours earlier: it then ran past midnight. */
export function ranPast(first: TimeCell, second: TimeCell): boolean {
  const [a, b] = [first.bare, second.bare];
  return a !== null && b !== null && a - b > HALF;
}

/** By how many ms a second time is earlier than the first, on one day; 0 where it is not, or where it cannot be told. */
export function fallOf(first: TimeCell, second: TimeCell): number {
  const [a, b] = [first.bare, second.bare];
  return a !== null && b !== null ? Math.max(0, a - b) : 0;
}

/** The text of a time with its day before it. */
export function withDay(w: Written, date: string): string {
  if (w.form !== 'reading') return printWritten(w);
  const dated = <T extends (typeof w)['from']>(s: T): T =>
    s.clock === 'wall' ? { ...s, date: s.date ?? date } : s;
  return printWritten({ ...w, from: dated(w.from), to: w.to && dated(w.to) });
}

/** One row of a log, as the reader of its order sees it. */
export interface TimedRow {
  readonly line: number;
  /** The day it would stand on. */
  readonly date: string;
  /** Whether the row states that day itself, in a column of its own. */
  readonly dated: boolean;
  readonly time: TimeCell;
}

/** What is to be done with rows of a log whose times fall; rows that are in no list stay as they are. */
export interface Passed {
  /** Rows that stand on the day after, by how many days. */
  readonly later: ReadonlyMap<TimedRow, number>;
  /** Rows after noon in a log of twelve hours. */
  readonly afternoon: ReadonlySet<TimedRow>;
  /** Rows that lack their am, in a log of twelve hours. */
  readonly morning: ReadonlySet<TimedRow>;
  readonly refused: ReadonlyMap<TimedRow, string>;
  readonly notices: readonly string[];
  readonly asks: readonly Ask[];
}

/**
 * Looks whether the times of one log on one clock go forward, row by row. Where they fall once by eighteen
 * hours or more, midnight was passed; where a log without 24-hour times falls once by less, noon was. Both are taken and said,
 * with the rows; where it is not clear, the rows are refused until a person answers. `answers` holds answers by the
 * id of the question.
 */
export function passed(rows: readonly TimedRow[], answers: Readonly<Record<string, string>>): Passed {
  if (goForward(rows) && !rows.some((r) => !r.time.plain && MARKED.test(r.time.text))) return NOTHING;
  const later = new Map<TimedRow, number>();
  const afternoon = new Set<TimedRow>();
  const refused = new Map<TimedRow, string>();
  const notices: string[] = [];
  const asks: Ask[] = [];
  const bare: Bare[] = [];
  for (const row of rows) {
    const ms = row.time.bare;
    if (ms !== null && row.date !== '') bare.push({ row, ms });
  }
  const seen = inOrder(bare);
  const falls: Fall[] = [];
  seen.forEach((b, i) => {
    const a = seen[i - 1];
    if (a && a.ms > b.ms && a.row.date === b.row.date) falls.push({ at: i, before: a, drop: a.ms - b.ms });
  });
  const nights = falls.filter((f) => f.drop >= NIGHT);
  const unclear = falls.filter((f) => f.drop > ENTRY_LATE && f.drop < NIGHT);
  const late = falls.filter((f) => f.drop <= ENTRY_LATE).map((f) => (seen[f.at] as Bare).row.line);
  const tail = (at: number): TimedRow[] => {
    const day = seen[at]?.row.date;
    const end = seen.findIndex((b, i) => i > at && b.row.date !== day);
    return seen.slice(at, end < 0 ? undefined : end).map((b) => b.row);
  };
  const fall = (f: Fall): string =>
    `from ${f.before.row.time.text} (line ${f.before.row.line}) to ${(seen[f.at] as Bare).row.time.text} (line ${(seen[f.at] as Bare).row.line})`;
  const half = lackingHalf(seen);
  if (half) {
    const { lines, fits } = half;
    const taken = ask(
      asks,
      'am-pm',
      lines,
      `am or pm is missing on line ${linesOf(lines)}, where the rows around it have it: which is it?`,
      answers['am-pm'] ?? '',
      [
        ['pm', 'After noon'],
        ['am', 'Before noon'],
      ],
    );
    const morning = new Set<TimedRow>();
    for (const row of lines) {
      const is = taken === 'pm' || taken === 'am' ? taken : fits.get(row);
      if (is === 'pm') afternoon.add(row);
      else if (is === 'am') morning.add(row);
      else
        refused.set(
          row,
          'am or pm is missing here, where other rows have it: write it, or answer in the app',
        );
    }
    const put = lines.filter((row) => !refused.has(row));
    if (put.length > 0)
      notices.push(
        `am or pm is missing on line ${linesOf(put)}: it is taken as ${taken === '' ? 'the rows around it allow' : taken}.`,
      );
    // With am and pm in their places the order may be looked at again.
    const whole = rows.filter((row) => !refused.has(row));
    const rest = passed(
      whole.map((row) => halved(row, afternoon.has(row) ? 'p' : morning.has(row) ? 'a' : '')),
      answers,
    );
    const back = new Map(whole.map((row) => [row.line, row]));
    const own = (row: TimedRow): TimedRow => back.get(row.line) as TimedRow;
    for (const [row, by] of rest.later) later.set(own(row), by);
    for (const [row, why] of rest.refused) refused.set(own(row), why);
    return {
      later,
      afternoon,
      morning,
      refused,
      notices: [...notices, ...rest.notices],
      asks: [...asks, ...rest.asks],
    };
  }
  const noon = unclear.length === 1 && nights.length === 0 && twelveHours(seen, unclear[0] as Fall);
  if (noon) {
    const f = unclear[0] as Fall;
    const moved = tail(f.at);
    const taken = ask(
      asks,
      'twelve-hours',
      moved,
      `The times fall ${fall(f)}, and no time is written past 12:59: was noon passed?`,
      answers['twelve-hours'] ?? 'afternoon',
      [
        ['afternoon', 'These rows are after noon'],
        ['as-written', 'They are as written'],
      ],
    );
    if (taken === 'afternoon') {
      for (const row of moved) afternoon.add(row);
      notices.push(
        `The times fall ${fall(f)} in a log of twelve hours: the rows on line ${linesOf(moved)} are taken as after noon. Look whether the rows above are before noon.`,
      );
    }
  } else if (nights.length + unclear.length > 0) {
    const stated = nights.concat(unclear).every((f) => (seen[f.at] as Bare).row.dated);
    const first = [...nights, ...unclear].reduce((a, b) => (b.at < a.at ? b : a));
    const clear = nights.length === 1 && unclear.length === 0 && fits(seen, first);
    const moved = tail(first.at);
    const taken = ask(
      asks,
      'past-midnight',
      moved,
      `The times fall ${[...nights, ...unclear].slice(0, 3).map(fall).join(', ')} under one day: was midnight passed?`,
      answers['past-midnight'] ?? (clear ? 'next-day' : stated ? 'as-written' : 'leave-out'),
      [
        ['next-day', 'Midnight was passed: the rows from there stand on the day after'],
        ['as-written', 'They are out of order, and on the day as written'],
        ['leave-out', 'Leave them out'],
      ],
    );
    if (taken === 'next-day') {
      let days = 0;
      for (const [i, b] of seen.entries()) {
        if (i > 0 && seen[i - 1]?.row.date !== b.row.date) days = 0;
        if ([...nights, ...unclear].some((f) => f.at === i)) days++;
        if (days > 0) later.set(b.row, days);
      }
      notices.push(
        `The times fall ${fall(first)}: midnight was passed, and the rows on line ${linesOf([...later.keys()])} are taken on the day after (${nextDay(first.before.row.date)}).`,
      );
    } else if (taken === 'leave-out') {
      for (const row of moved)
        refused.set(
          row,
          `the times of this log fall ${fall(first)}, and it is not clear whether midnight was passed: write the date of each row, or answer in the app`,
        );
    } else
      notices.push(
        `The times fall ${fall(first)}${falls.length > 1 ? ` and at ${falls.length - 1} more places` : ''}: the days are taken as written, row by row.`,
      );
  }
  if (late.length > 0 && late.length < bare.length / 4)
    notices.push(`Line ${linesSaid(late)} is earlier than the line before it: it is taken as written.`);
  return { later, afternoon, morning: new Set(), refused, notices, asks };
}

const NOTHING: Passed = {
  later: new Map(),
  afternoon: new Set(),
  morning: new Set(),
  refused: new Map(),
  notices: [],
  asks: [],
};

/** Whether no time falls under one day: most logs, which then need no looking at. */
function goForward(rows: readonly TimedRow[]): boolean {
  let [last, day] = [-1, ''];
  for (const row of rows) {
    const ms = row.time.bare;
    if (ms === null || row.date === '') continue;
    if (ms < last && row.date === day) return false;
    [last, day] = [ms, row.date];
  }
  return true;
}

interface Bare {
  readonly row: TimedRow;
  readonly ms: number;
}
interface Fall {
  readonly at: number;
  readonly before: Bare;
  readonly drop: number;
}

/** A log may run with the newest row first: it is then looked at from below. Rows with am or pm tell before those without. */
function inOrder(bare: readonly Bare[]): readonly Bare[] {
  const marked = bare.filter((b) => MARKED.test(b.row.time.text));
  return runsDown(marked.length > 1 ? marked : bare) ? [...bare].reverse() : bare;
}

function runsDown(bare: readonly Bare[]): boolean {
  let [up, down] = [0, 0];
  for (const [i, b] of bare.entries()) {
    const a = bare[i - 1];
    if (!a) continue;
    const step = a.row.date === b.row.date ? b.ms - a.ms : Date.parse(b.row.date) - Date.parse(a.row.date);
    if (step > 0 && step <= HALF) up++;
    if (step < 0 && step >= -HALF) down++;
    if (Math.abs(step) >= 24 * HOUR) step > 0 ? up++ : down++;
  }
  return down > up;
}

/** Whether the rows from the fall on, a day later, come before the next day that is written. */
function fits(seen: readonly Bare[], fall: Fall): boolean {
  const day = fall.before.row.date;
  const next = seen.findIndex((b, i) => i > fall.at && b.row.date !== day);
  if (next < 0) return true;
  const [last, after] = [seen[next - 1] as Bare, seen[next] as Bare];
  return Date.parse(after.row.date) + after.ms >= Date.parse(nextDay(day)) + last.ms - ENTRY_LATE;
}

const MARKED = /\d\s*[ap]\.?\s?m?\.?\s*$/i;

/** `10:20`, `9.05`: by a clock of twelve hours, or of twenty-four. */
const TWELVE = /(?:^|[^\d:.])(?:[1-9]|1[0-2])[:.]\d{2}(?:[:.]\d{2})?\s*$/;

/**
 * The rows that lack their am or pm in a log of which most rows have it, and which half the order of the rows leaves them;
 * null where none lacks it.
 */
function lackingHalf(
  seen: readonly Bare[],
): { lines: readonly TimedRow[]; fits: ReadonlyMap<TimedRow, 'am' | 'pm'> } | null {
  const has = (b: Bare): boolean => MARKED.test(b.row.time.text);
  const marked = seen.filter(has).length;
  if (marked < 2) return null;
  const lacking = seen.filter((b) => !has(b) && TWELVE.test(b.row.time.text));
  if (lacking.length === 0 || lacking.length * 2 >= seen.length) return null;
  const sure = (b: Bare): boolean => !lacking.includes(b);
  const fits = new Map<TimedRow, 'am' | 'pm'>();
  for (const b of lacking) {
    const at = seen.indexOf(b);
    const before = seen.slice(0, at).findLast(sure);
    const after = seen.slice(at + 1).find(sure);
    const fit = (ms: number): boolean =>
      (!before || before.row.date < b.row.date || before.ms <= ms) &&
      (!after || after.row.date > b.row.date || ms <= after.ms);
    const [am, pm] = [fit(b.ms % HALF), fit((b.ms % HALF) + HALF)];
    if (am !== pm) fits.set(b.row, pm ? 'pm' : 'am');
  }
  return { lines: lacking.map((b) => b.row), fits };
}

/** A row whose time is in that half of the day. */
function halved(row: TimedRow, half: 'a' | 'p' | ''): TimedRow {
  const w = row.time.written;
  if (half === '' || w.form !== 'reading' || w.from.clock !== 'wall') return row;
  const ms = (w.from.ms % HALF) + (half === 'p' ? HALF : 0);
  const time = new TimeCell(`${row.time.text} ${half}m`, row.time.date, { ...w, from: { ...w.from, ms } });
  return { line: row.line, date: row.date, dated: row.dated, time };
}

/** Whether no time of a log needs 24 hours, and the fall is closed by twelve of them. */
function twelveHours(seen: readonly Bare[], fall: Fall): boolean {
  const plain = seen.every(
    (b) =>
      b.ms >= HOUR &&
      b.ms < 13 * HOUR &&
      !/[ap]\.?m?\b/i.test(b.row.time.text) &&
      !/^0/.test(b.row.time.text),
  );
  const after = (seen[fall.at] as Bare).ms + HALF;
  return plain && fall.drop < HALF && after - fall.before.ms <= ENTRY_LATE;
}

const linesOf = (rows: readonly TimedRow[]): string => linesSaid(rows.map((r) => r.line));

function ask(
  asks: Ask[],
  id: string,
  rows: readonly TimedRow[],
  says: string,
  taken: string,
  choices: readonly (readonly [string, string])[],
): string {
  asks.push({
    id,
    lines: rows.map((r) => r.line),
    says,
    choices: choices.map(([value, words]) => ({ value, says: words })),
    taken,
  });
  return taken;
}
