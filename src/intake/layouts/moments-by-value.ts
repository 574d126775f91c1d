import { parseTime, readDate } from '../../time/grammar/parse';
import type { Table } from '../formats/table';
import { kindOfText } from './event-words';
import { countsAlong, type MomentColumn, plainHeader } from './layout';

/** So many rows tell what a column holds. */
const LOOKED_AT = 100;
/** Headings of columns whose times are no moment of a row. */
const NONE =
  /\b(dur|duration|length|elapsed|minutes?|mins|seconds|secs|hours worked|print\w*|upload\w*|export\w*|generated|dob|birth|expir\w*|due|updated|modified|deleted|badge|id|number|no|pin|phone|mileage|odometer|code|age)\b|#/;
const SAYS_TIME =
  /\b(time|hrs|hours|called|call|arr\w*|dep\w*|disp\w*|en ?r\w*|cl(ea)?r\w*|rcvd|received?|start\w*|beg\w*|end\w*|stop\w*|out|in|on|at|book\w*|releas\w*|notif\w*|left|scene|alert|search|sniff|arrest\w*|request\w*|req|checks?|chks?)\b/;

/**
 * The columns of moments of a table with one matter a row and a moment in each of several columns, told by their values:
 * what the headings already named, and every other column of times. A column of days belongs to the times of its name. What
 * a heading says is the moment's label; its kind is known where those words are one.
 */
export function momentsByValue(
  table: Pick<Table, 'header' | 'rows'>,
  named: readonly MomentColumn[],
): MomentColumn[] {
  const taken = new Set(named.flatMap((m) => [m.date, m.time]).filter((at) => at >= 0));
  const found: { label: string; date: number; time: number }[] = [];
  const stem = (head: string): string =>
    head
      .replace(/\b(date|time|datetime|ts|of|at|on)\b/g, '')
      .replace(/\s+/g, ' ')
      .trim();
  for (const [at, heading] of table.header.entries()) {
    const head = plainHeader(heading);
    if (taken.has(at) || head === '' || NONE.test(head) || countsAlong(head)) continue;
    const holds = holdsOf(table, at, SAYS_TIME.test(head));
    if (holds === null || stem(head) === '') continue;
    const same = found.find((m) => stem(plainHeader(m.label)) === stem(head));
    if (same && (holds === 'days' ? same.date : same.time) < 0) same[holds === 'days' ? 'date' : 'time'] = at;
    else if (holds === 'times') found.push({ label: heading.trim(), date: -1, time: at });
    else found.push({ label: heading.trim(), date: at, time: -1 });
  }
  const times = found.filter((m) => m.time >= 0);
  return [
    ...named,
    ...times.map((m): MomentColumn => {
      const words = stem(plainHeader(m.label));
      // “Stop time” begins the stop, or ends something: a person says which.
      const kind = /^(stop|start|end|begin)$/.test(words) ? null : kindOfText(words);
      return {
        ...m,
        label: m.label.replace(/\s*\b(date|time|dt\s*\/?\s*tm|dt)\b\s*$/i, '').trim() || m.label,
        kind: kind?.kind ?? 'note',
      };
    }),
  ].sort((a, b) => placeOf(a) - placeOf(b));
}

/** Headings of columns that count from the beginning of a recording: `00:03:15` there is no time of day. */
const COUNTER = /\b(video|audio|media|clip|footage|recording|counter|time ?code|elapsed|position|offset)\b/;

/** What the cells of a column plainly are, whatever its heading: times of day, days, or null for neither. */
export function columnHolds(table: Pick<Table, 'header' | 'rows'>, at: number): 'times' | 'days' | null {
  const head = plainHeader(table.header[at] ?? '');
  if (head === '' || NONE.test(head)) return null;
  const holds = holdsOf(table, at, /\btime\b/.test(head));
  return holds === 'times' && COUNTER.test(head) ? null : holds;
}

/** The first column whose cells are plainly times of day, whatever its heading; -1 where none is. */
export const columnOfTimes = (table: Pick<Table, 'header' | 'rows'>): number =>
  table.header.findIndex((_, at) => columnHolds(table, at) === 'times');

/** The first column whose cells are plainly days, whatever its heading; -1 where none is. */
export const columnOfDays = (table: Pick<Table, 'header' | 'rows'>): number =>
  table.header.findIndex((_, at) => columnHolds(table, at) === 'days');

/** Days of another matter than what a row of a log tells. */
const OTHER_DAY =
  /\b(court|hearing|trial|birth|dob|born|expir\w*|due|issued|report\w*|warrant|last|next|prior|review\w*)\b/i;

/**
 * With the day of a log whose times have none, where no heading is a name for it (`Date Weighed`, `Dt of entry`): the one other
 * column of days. A day that is given for the whole table is not that of rows which write their own.
 */
export function withDays(
  columns: Readonly<Record<string, number>>,
  table: Pick<Table, 'header' | 'rows'>,
): Record<string, number> {
  const { date, start } = columns;
  if (date !== undefined || start === undefined) return { ...columns };
  const dated = table.rows
    .slice(0, LOOKED_AT)
    .some((r) => /\d[-/.]\w+[-/.]\d|[a-z]{3} \d/i.test(r.cells[start] ?? ''));
  const used = new Set(Object.values(columns));
  const days = [...table.header.keys()].filter(
    (at) => !used.has(at) && !OTHER_DAY.test(table.header[at] ?? '') && columnHolds(table, at) === 'days',
  );
  return dated || days.length !== 1 ? { ...columns } : { ...columns, date: days[0] as number };
}

/** The heading of a column of times that may be the counter of a recording: only a person can say; empty where none is. */
export const counterHeading = (table: Pick<Table, 'header' | 'rows'>): string =>
  table.header.find((h, at) => COUNTER.test(plainHeader(h)) && holdsOf(table, at, true) === 'times') ?? '';

const placeOf = (m: MomentColumn): number => (m.time >= 0 ? m.time : m.date);

/** Whether nearly all cells of a column are times, or days; bare figures only where the heading says that they are times. */
function holdsOf(table: Pick<Table, 'rows'>, at: number, saysTime: boolean): 'times' | 'days' | null {
  const values = table.rows.slice(0, LOOKED_AT).flatMap((r) => (r.cells[at] ?? '').trim() || []);
  if (values.length === 0) return null;
  const most = (is: (v: string) => boolean): boolean => values.filter(is).length >= 0.8 * values.length;
  if (most((v) => /\d/.test(v) && (readDate(v, 'mdy').ok || readDate(v, 'dmy').ok) && !/\d:\d/.test(v)))
    return 'days';
  const time = (v: string): boolean =>
    (/\d[:h]\d\d|\d ?[ap]\.?m|\d[-/.]\d{1,2}[-/.]\d{2,4}[ ,]+\d{4}$/i.test(v) ||
      (saysTime && /(?:^|\s)\d{3,4}(?: ?(?:hrs?|hours))?$/i.test(v))) &&
    parseTime(v, 'mdy').ok;
  return most(time) ? 'times' : null;
}
