import type { DateOrder } from '../../time/grammar/parse';
import type { Block } from './blocks';
import { type FoundDate, findDates, withYear } from './dates';
import { Carry } from './days';
import { isPaper, PAPER_LABEL, PERIOD } from './paper-times';
import { type Doubtful, type FoundTime, findTimes } from './times';
import { vague } from './vague';
import { inCell, labelAt, statedZones, zoned } from './zones';

/** A clock time of the paper with the day it belongs to. */
export interface Moment extends FoundTime {
  readonly block: number;
  readonly label: string;
  readonly date: string;
  readonly endDate: string;
  readonly dayFrom: 'written' | 'carried' | 'concluded' | '';
  readonly role: 'event' | 'paper';
}

/** A day without a time. */
export interface DayOnly extends FoundDate {
  readonly block: number;
  readonly date: string;
  readonly role: 'event' | 'paper';
  readonly label: string;
}

export interface Timing {
  readonly moments: readonly Moment[];
  readonly days: readonly DayOnly[];
  readonly doubtful: readonly (Doubtful & { readonly block: number })[];
  /** The day that the head of the paper names; empty where it names none. */
  readonly head: string;
}

const BIRTH =
  /\b(?:dob|d\.o\.b\.?|born|birth(?:date)?|date of birth|rev\.?|exp(?:ir\w+|\.)?)\W*(?:(?:is|was|of|on|date)\W*){0,2}$/i;
/** A column of lengths: `1:14` in it is no time of day. */
const LENGTH_LABEL =
  /^(?:(?:call|talk|total|audio|video|clip) )?(?:dur\.?|duration|length|elapsed(?: time)?|minutes|seconds)(?: \(?(?:h+:)?m+:s+\)?)?$/i;
const TIME_LABEL =
  /\b(?:time|hrs|hours|when|dispatched|disp|arrived|arr|cleared|clear|enroute|en route|occurred|reported|received|opened|closed|start|end|from|to|in|out|began|begun)\b/i;
/** `Tow company called 2255`: a cell of words that ask for a time, and four figures last. */
const TOLD_CELL =
  /^(?:time )?(?:[A-Za-z]+ ){0,3}(?:called|arrived|started|completed|ended|finished|began|begun|cleared|dispatched|notified|departed|requested|released|booked|received|searched|towed)(?: at)? \d{4}$/i;
const NO_TIME_LABEL =
  /\b(?:call|no\.?|number|location|address|unit|badge|beat|id|pin|code|item|case|phone|odometer|user|from \/ to|height|hgt|wgt|weight|value|courtroom)\b/i;

/** All times of a paper in their order, with days carried down as a careful reader would carry them. */
export function timingOf(
  blocks: readonly Block[],
  order: DateOrder,
  style: 'log' | 'prose' | 'letter',
): Timing {
  const bare = bareStarts(blocks);
  const stated = statedZones(blocks);
  const raw = blocks.map((b, i) => ({
    b,
    dates: datesOf(b, order).filter((d) => !yearGoesOn(blocks, i, d)),
    ...inCell(
      b,
      findTimes(b.text, (at, end) => allowed(b, at, end, bare)),
    ),
  }));
  const years = yearsOf(blocks);
  const twelve = byTwelveHours(raw);
  const firstFull = raw.flatMap((r) =>
    r.dates.filter((d) => !d.day.startsWith('-') && !isPaper(r.b, d.at, 0)),
  )[0]?.day;
  const anyFull =
    firstFull ?? raw.flatMap((r) => r.dates.filter((d) => !d.day.startsWith('-')))[0]?.day ?? '';
  const dated = (d: FoundDate): string => withYear(d.day, anyFull, years);
  const state = new Carry(style, style === 'letter' ? '' : headDay(raw, dated));
  const moments: Moment[] = [];
  const days: DayOnly[] = [];
  const doubtful: (Doubtful & { block: number })[] = [];
  raw.forEach((r, block) => {
    const used = new Set<FoundDate>();
    const zero = r.times.filter((t) => isZero(r.b, t, r.dates));
    for (const t of zero) doubtful.push({ ...t, block, why: 'zero stands for “not yet”: no time is read' });
    const lost = r.times.filter((t) =>
      r.b.illegible.some((word) => t.text.includes(word) || word.includes(t.text)),
    );
    for (const t of lost)
      doubtful.push({ ...t, block, why: 'it could not be recognized: read it off the page' });
    const half = r.times.filter((t) => isHalf(r.b, t, twelve) || toldByHalves(r.b, t, r.times));
    for (const t of half) doubtful.push({ ...t, block, why: 'a.m. or p.m. is not said' });
    const long = r.times.filter((t) => LENGTH_LABEL.test(labelAt(r.b, t.at)));
    const cut = r.times.filter((t) => goesOnBelow(blocks, block, t));
    for (const t of cut)
      doubtful.push({ ...t, block, why: 'its cell goes on in another line: read it off the page' });
    const left = r.times.filter((t) => ![...zero, ...lost, ...half, ...long, ...cut].includes(t));
    const found: Moment[] = left.map((t) => {
      const own = dateAt(r.b.text, t, r.dates);
      if (own) used.add(own.date);
      const from = own && !own.behind ? own.date.at : t.at;
      const label = labelAt(r.b, t.at);
      const role = isPaper(r.b, from, previousEnd(r.times, t)) || PAPER_LABEL.test(label) ? 'paper' : 'event';
      const start = zoned(t.start, stated(r.b, t.at), own !== null || r.b.cells.length > 1);
      const near = own || !r.b.prose ? undefined : nearDate(r.b.text, t, r.dates, r.times);
      if (near)
        return { ...t, start, block, label, role, date: dated(near), endDate: '', dayFrom: 'carried' };
      return {
        ...t,
        at: from,
        end: own?.behind ? own.date.end : t.end,
        start,
        block,
        label,
        role,
        date: own ? dated(own.date) : '',
        endDate: '',
        dayFrom: own ? 'written' : '',
      };
    });
    const first = r.times[0]?.at ?? 0;
    const rowDay = r.b.prose
      ? undefined
      : r.dates.find(
          (d) =>
            !isPaper(r.b, d.at, 0) &&
            ((d.at < first && d.at < 26) || /\b(?:date|day|when)\b/i.test(labelAt(r.b, d.at))),
        );
    moments.push(
      ...state.row(r.b, acrossDays(r.b.text, found), rowDay && used.size === 0 ? dated(rowDay) : ''),
    );
    for (const d of r.dates) {
      if (used.has(d) || r.b.text.slice(Math.max(0, d.at - 10), d.at).match(/(?:For Date: )$/)) continue;
      const date = dated(d);
      if (r.times.length === 0 || d !== rowDay)
        days.push({
          ...d,
          block,
          date,
          role: isPaper(r.b, d.at, 0) ? 'paper' : 'event',
          label: labelAt(r.b, d.at),
        });
      if (r.times.length === 0 || r.b.prose) state.day(r.b, d, date, isPaper(r.b, d.at, 0));
    }
    doubtful.push(...[...r.doubtful, ...vague(r.b.text), ...blanks(r.b)].map((d) => ({ ...d, block })));
  });
  return { moments, days, doubtful, head: state.head };
}

/** `00:00:00` beside a label or under a day of zeros is no midnight; at the head of a row, or with its day, it is one. */
const isZero = (b: Block, t: FoundTime, dates: readonly FoundDate[]): boolean =>
  /^00:00(?::00)?$/.test(t.start) &&
  /^00:?00/.test(t.text) &&
  t.at > 0 &&
  (/00\/00\/0+\s*$/.test(b.text.slice(0, t.at)) || (dates.length === 0 && !b.prose));

/** The cells of the two lines below a row, where what its own cells could not hold goes on. */
const below = (blocks: readonly Block[], i: number): string[] =>
  blocks
    .slice(i + 1, i + 3)
    .filter((b) => !b.prose && b.page <= (blocks[i]?.page ?? 0) + 1)
    .flatMap((b) => b.cells.map((c) => c.text));

/** A time whose “PM” stands under it, or the rest of a zone that stands above it. */
function goesOnBelow(blocks: readonly Block[], i: number, t: FoundTime): boolean {
  const b = blocks[i] as Block;
  if (b.prose) return false;
  if (t.at < 2 && /(?:utc|gmt)\s?[-+]$/i.test(blocks[i - 1]?.text ?? '')) return true;
  return (
    !/[ap]\.?\s?m\b/i.test(t.text) &&
    /^(?:0?[1-9]|1[0-2]):/.test(t.start) &&
    below(blocks, i).some((c) => /^[AP]\.?M\.?(?:\s|$)/.test(c))
  );
}

/** `1:15` in prose, `10:30` in somebody's words: half a day is left open. */
const isHalf = (b: Block, t: FoundTime, twelve: boolean): boolean => {
  const hour = /(?:^|\s)(\d{1,2}):\d{2}$/.exec(t.text)?.[1];
  if (
    !b.prose ||
    hour === undefined ||
    t.to !== '' ||
    Number(hour) > 12 ||
    hour === '00' ||
    /^\d\d:/.test(t.start) === false
  )
    return false;
  const before = b.text.slice(0, t.at);
  const quoted = before.search(/(?:^|\s)["“][^"“”]*$/) >= 0;
  const open = hour.length === 1 || quoted || (twelve && !hour.startsWith('0'));
  return open && !/^\s*(?:hours|hrs|in the|at night)/.test(b.text.slice(t.end));
};

/** `late for an 11:30 shift` in the remark of a row whose own time says PM. */
const toldByHalves = (b: Block, t: FoundTime, times: readonly FoundTime[]): boolean =>
  !b.prose &&
  /^(?:0?[1-9]|1[0-2]):\d{2}$/.test(t.text) &&
  times.some((o) => o.at < t.at && /\d\s?[ap]\.?\s?m\b/i.test(o.text));

/** Whether the prose of a paper keeps twelve hours: it writes a.m. and p.m., and no 22:14. */
const byTwelveHours = (raw: readonly Raw[]): boolean => {
  const texts = raw.filter((r) => r.b.prose).flatMap((r) => r.times.map((t) => t.text));
  return (
    texts.some((t) => /\d\s?[ap]\.?\s?m\b/i.test(t)) &&
    !texts.some((t) => /(?:^|\D)(?:1[3-9]|2[0-4]):[0-5]\d/.test(t))
  );
};

type Raw = { readonly b: Block; readonly dates: readonly FoundDate[]; readonly times: readonly FoundTime[] };

const datesOf = (b: Block, order: DateOrder): FoundDate[] =>
  findDates(b.text, order).filter(
    (d) =>
      !BIRTH.test(b.text.slice(Math.max(0, d.at - 24), d.at)) && !/\b(?:dob|birth)\b/i.test(labelAt(b, d.at)),
  );

/** `03/15/20` with `24` in a cell under it: the year was cut in two. */
const yearGoesOn = (blocks: readonly Block[], i: number, d: FoundDate): boolean =>
  !(blocks[i] as Block).prose &&
  /\/(?:19|20)$/.test(d.text) &&
  below(blocks, i).some((c) => /^\d{2}$/.test(c));

const previousEnd = (times: readonly FoundTime[], t: FoundTime): number =>
  times.reduce((end, other) => (other.end <= t.at ? Math.max(end, other.end) : end), 0);

/** `between 2330 on 08/16 and 0015 on 08/17`: one span with a day at each end. */
function acrossDays(text: string, found: readonly Moment[]): Moment[] {
  const out: Moment[] = [];
  for (const m of found) {
    const a = out.at(-1);
    const lead = a ? /\b(between|from)\s+$/i.exec(text.slice(0, a.at))?.[1]?.toLowerCase() : undefined;
    const joint = a ? text.slice(a.end, m.at) : '';
    if (
      !a ||
      !lead ||
      a.date === '' ||
      m.date === '' ||
      !(lead === 'between' ? /^ and $/ : /^ (?:to|until) $/).test(joint)
    )
      out.push(m);
    else if (lead === 'between')
      out[out.length - 1] = {
        ...a,
        end: m.end,
        text: text.slice(a.at, m.end),
        start: `between ${a.date} ${a.start} and ${m.date} ${m.start}`,
      };
    else
      out[out.length - 1] = {
        ...a,
        end: m.end,
        text: text.slice(a.at, m.end),
        to: m.start,
        endDate: m.date === a.date ? '' : m.date,
      };
  }
  return out;
}

/** A day that stands at a time: before it (`03/15/2024 22:14`, `July 9 at 9:00`), or after it (`2330 on 08/16`). */
function dateAt(
  text: string,
  t: FoundTime,
  dates: readonly FoundDate[],
): { date: FoundDate; behind: boolean } | null {
  for (const date of dates) {
    if (date.end <= t.at) {
      const gap = text.slice(date.end, t.at);
      if (
        /^(?:T|,?\s?(?:\((?:mon|tue|wed|thu|fri|sat|sun)\w*\)|(?:mon|tue|wed|thu|fri|sat|sun)\w*,?)?\s?(?:at|@|-|from|between|about|approximately|around|\/)?\s*)$/i.test(
          gap,
        )
      )
        return { date, behind: false };
    } else if (date.at >= t.end) {
      const gap = text.slice(t.end, date.at);
      if (
        /^(?:,?\s?(?:hours|hrs)?,?\s?on (?:the )?(?:mon|tue|wed|thu|fri|sat|sun)?\w*,?\s?|,? )$/i.test(gap) &&
        (/on/.test(gap) || !date.day.startsWith('-'))
      ) {
        const taken = /^\s?(?:\d{1,2}:\d{2}|\d{4}\b)/.test(text.slice(date.end)) && !/on/.test(gap);
        if (!taken) return { date, behind: true };
      }
    }
  }
  return null;
}

/** A day of the same or the last sentence that no other time has taken. */
function nearDate(
  text: string,
  t: FoundTime,
  dates: readonly FoundDate[],
  times: readonly FoundTime[],
): FoundDate | undefined {
  return dates.findLast((d) => {
    const between = text.slice(d.end, t.at);
    const taken =
      times.some((o) => o !== t && o.at < t.at && dateAt(text, o, [d])) ||
      times.some((o) => o !== t && o.at >= d.end && o.at < t.at);
    return (
      d.end <= t.at &&
      !taken &&
      between.length < 160 &&
      (between.match(/[.;]\s+[A-Z]/g) ?? []).length <= 1 &&
      /\bon (?:the )?$/i.test(text.slice(0, d.at))
    );
  });
}

/** `YEAR: 2024/2025`, `Year 2024`. */
function yearsOf(blocks: readonly Block[]): number[] {
  const m = blocks
    .slice(0, 8)
    .map((b) => /\byear:?\s*(20\d\d)(?:\s*[/-]\s*(20\d\d))?/i.exec(b.text))
    .find(Boolean);
  return m ? [Number(m[1]), ...(m[2] ? [Number(m[2])] : [])] : [];
}

/** Bare four digits at the head of rows are times when at least three rows begin so and they mostly rise. */
function bareStarts(blocks: readonly Block[]): boolean {
  const values = blocks.flatMap((b) => {
    const m = /^([01]\d|2[0-3])([0-5]\d)\s+[A-Z*]{2}/.exec(b.text);
    return m ? [Number(m[1]) * 60 + Number(m[2])] : [];
  });
  const rising = values.filter((v, i) => i > 0 && v >= (values[i - 1] as number)).length;
  return values.length >= 3 && rising >= (values.length - 1) * 0.6;
}

/** Four bare digits that a form or a log gives as a time: they fill a box under such a label, or begin a row of the log. */
function allowed(b: Block, at: number, end: number, bare: boolean): boolean {
  if (at === 0 && bare && /^\d{4}\s+[A-Z*]{2}/.test(b.text))
    return !/^\d{4}\s+(?:[A-Z0-9]+\s){0,3}(?:ST|RD|AVE?|BLVD|HWY|DR|LN|CT)\b/.test(b.text);
  const i = b.cells.findLastIndex((c) => c.at <= at);
  const cell = b.cells[i];
  const label = b.labels[i] ?? '';
  if (!cell || end > cell.at + cell.text.length) return false;
  if (TOLD_CELL.test(cell.text) && end === cell.at + cell.text.length) return true;
  const fills =
    cell.text.replace(/\d{1,2}[/-]\w{1,3}[/-]\d{2,4}\s*/, '').replace(/\s*(?:hrs|hours)$/i, '').length <=
    end - at + 1;
  const range = /^\d{4}\s?(?:-|to)\s?\d{4}$/.test(cell.text);
  return (
    (fills || range) &&
    TIME_LABEL.test(label) &&
    !NO_TIME_LABEL.test(label.replace(/call (?:made|time|received)|best time to call/i, ''))
  );
}

const headDay = (raw: readonly Raw[], dated: (d: FoundDate) => string): string => {
  for (const r of raw.slice(0, 14)) {
    const opened = PERIOD.test(r.b.text);
    const d = r.dates.find((x) => (opened || !isPaper(r.b, x.at, 0)) && !x.day.startsWith('-'));
    if (d) return dated(d);
  }
  return '';
};

function blanks(b: Block): Doubtful[] {
  const shapes = [
    /(?<!\S)(?:[_-]{2,}|__\/__\/_*)(?:[-/: ]+_{2,})*:?_*(?!\S)/g,
    /(?<!\S): :(?!\S)/g,
    /\b00\/00\/0000\s+00:00:00\b/g,
  ];
  return b.prose
    ? []
    : shapes.flatMap((s) =>
        [...b.text.matchAll(s)]
          .filter((m) => m[0].length >= 2 && !/^-- [A-Z]{3}/.test(b.text))
          .map((m) => ({
            at: m.index,
            end: m.index + m[0].length,
            text: m[0],
            why: 'empty: nothing is read from it',
          })),
      );
}
