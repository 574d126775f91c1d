import type { DateOrder } from '../../time/grammar/parse';
import type { Block } from './blocks';
import { countsFromZero } from './counters';
import { type FoundDate, findDates, withYear } from './dates';
import { dateAt, dayInBoxAbove, nearDate } from './day-beside';
import { Carry } from './days';
import { allowed, bareStarts } from './four-figures';
import { GARBLED } from './garbled';
import { isPaper, PAPER_LABEL, PERIOD } from './paper-times';
import { type Opening, Story } from './story';
import { isOfRecording, isOfReview, isOfTalk, isShown, isToldOf } from './talks';
import { type Doubtful, type FoundTime, findTimes } from './times';
import { blanks, byTwelveHours, type Raw, scannedOf, sift, yearGoesOn } from './unsure';
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
  /\b(?:dob|d\.o\.b\.?|born|birth(?:date)?|date of birth|rev\.?|exp\.?|expiration)\W*(?:(?:is|was|of|on|date)\W*){0,2}$/i;
/** A card, a plate or a policy that expires; an offer that does has its day. */
const RUNS_OUT = /\bexpire[sd]?\W*(?:on\W*)?$/i;
const CARD =
  /\b(?:licen[sc]es?|lic|dl|ol|oln|permit|tags?|plates?|registration|reg|insurance|policy|card|certif\w*|passport|id|class)\b[^.;]{0,60}$/i;
const OFFERED = /\b(?:offer|plea|proposal|deadline|agreement|extension|order|stay)\b/i;

const isOfCard = (b: Block, before: string): boolean =>
  RUNS_OUT.test(before) && (b.prose ? CARD.test(before) : !OFFERED.test(before));
/** `Form DPS-77 (2/19)`: the month of its print. */
const FORM = /\bform\b[\w .#-]{0,20}\(?\s*$/i;
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
  const counters = countsFromZero(blocks);
  const scanned = scannedOf(raw, raw.flatMap((r) => r.doubtful.filter((d) => d.why === GARBLED)).length);
  const firstFull = raw.flatMap((r) =>
    r.dates.filter((d) => !d.day.startsWith('-') && !isPaper(r.b, d.at, 0)),
  )[0]?.day;
  const anyFull =
    firstFull ?? raw.flatMap((r) => r.dates.filter((d) => !d.day.startsWith('-')))[0]?.day ?? '';
  const dated = (d: FoundDate): string => withYear(d.day, anyFull, years);
  const matter = style === 'letter' ? '' : dayOfMatter(raw, dated);
  const headOf = (rows: readonly Raw[]): string =>
    matter || style === 'letter' ? matter : headDay(rows, dated);
  // The first day of a paragraph may be that of a talk.
  const story = new Story(headOf(raw.slice(0, 14).filter((r) => !r.b.prose)), matter !== '');
  const state = new Carry(style, headOf(raw), story);
  const moments: Moment[] = [];
  const days: DayOnly[] = [];
  const doubtful: (Doubtful & { block: number })[] = [];
  raw.forEach((r, block) => {
    const used = new Set<FoundDate>();
    const { left, doubtful: unsure } = sift(blocks, block, r, twelve, { scanned, counters });
    doubtful.push(...unsure.map((d) => ({ ...d, block })));
    const found: Moment[] = left.map((t) => {
      const own = dateAt(r.b.text, t, r.dates);
      if (own) used.add(own.date);
      const from = own && !own.behind ? own.date.at : t.at;
      const label = labelAt(r.b, t.at);
      const role = isPaper(r.b, from, previousEnd(r.times, t)) || PAPER_LABEL.test(label) ? 'paper' : 'event';
      const start = zoned(t.start, stated(r.b, t.at), own !== null || r.b.cells.length > 1);
      const beside = own || !r.b.prose ? undefined : nearDate(r.b.text, t, r.dates, r.times);
      // What was told of in a talk was not on the day of the talk.
      const near = beside && isElsewhere(r.b.text, beside, t.at) ? undefined : beside;
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
      : (r.dates.find(
          (d) =>
            !isPaper(r.b, d.at, 0) &&
            ((d.at < first && (d.at < 26 || /\bdate\W{0,3}$/i.test(r.b.text.slice(0, d.at)))) ||
              /\b(?:date|day|when)\b/i.test(labelAt(r.b, d.at))),
        ) ?? dayInBoxAbove(raw, block));
    const openings = openingsOf(r, used, dated);
    moments.push(
      ...state.row(
        r.b,
        acrossDays(r.b.text, oneZone(r.b.text, found)),
        rowDay && used.size === 0 ? dated(rowDay) : '',
        openings,
      ),
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
      if (openings.some((o) => o.turns && o.at === d.at && found.some((m) => m.at > d.at))) continue;
      if (r.times.length === 0 || r.b.prose) state.day(r.b, d, date, isPaper(r.b, d.at, 0));
    }
    doubtful.push(
      ...[...r.doubtful, ...(r.b.prose ? r.figures : []), ...vague(r.b.text), ...blanks(r.b)].map((d) => ({
        ...d,
        block,
      })),
    );
  });
  return { moments, days, doubtful, head: state.head };
}

/** The days that open a sentence of a paragraph and stand beside no time (`On 3/14/24 I responded. ... at 2231`), and those of talks. */
const openingsOf = (r: Raw, used: ReadonlySet<FoundDate>, dated: (d: FoundDate) => string): Opening[] =>
  r.b.prose
    ? r.dates
        .filter((d) => !isPaper(r.b, d.at, 0))
        .map((d) => ({
          at: d.at,
          date: dated(d),
          turns: !used.has(d) && OPENS_SENTENCE.test(r.b.text.slice(0, d.at)),
          as: subjectOf(r.b.text, d),
        }))
        .filter((o) => (o.turns || o.as !== 'story') && o.date !== '')
    : [];
const subjectOf = (text: string, d: FoundDate): Opening['as'] =>
  isOfReview(text, d.at, d.end)
    ? 'review'
    : isOfTalk(text, d.at, d.end)
      ? 'talk'
      : isOfRecording(text, d.at)
        ? 'recording'
        : 'story';
/** Whether a day beside a time is that of a talk in which it was told of, or of a review of the recording that shows it. */
const isElsewhere = (text: string, day: FoundDate, at: number): boolean =>
  (isOfTalk(text, day.at, day.end) && isToldOf(text, at)) ||
  (isOfReview(text, day.at, day.end) && isShown(text, at));
const OPENS_SENTENCE =
  /(?:^|[.;:]\s)On(?: or about)? (?:\w+day, )?(?:the (?:night|evening|morning|afternoon) of )?$/;

const datesOf = (b: Block, order: DateOrder): FoundDate[] =>
  findDates(b.text, order).filter(
    (d) =>
      !BIRTH.test(b.text.slice(Math.max(0, d.at - 24), d.at)) &&
      !isOfCard(b, b.text.slice(Math.max(0, d.at - 80), d.at)) &&
      !(d.day.startsWith('-') && FORM.test(b.text.slice(Math.max(0, d.at - 30), d.at))) &&
      !/\b(?:dob|birth)\b/i.test(labelAt(b, d.at)),
  );

const previousEnd = (times: readonly FoundTime[], t: FoundTime): number =>
  times.reduce((end, other) => (other.end <= t.at ? Math.max(end, other.end) : end), 0);

/** `14 Mar 00:00 - 16 Mar 00:00 (UTC)`: the zone behind the second is that of both. */
const oneZone = (text: string, found: readonly Moment[]): Moment[] =>
  found.map((m, i) => {
    const next = found[i + 1];
    const zone = /(?:Z| [+-]\d\d:\d\d)$/.exec(next?.start ?? '')?.[0];
    const joined = next && /^\s*(?:-|–|to|thru|through|until)\s*$/i.test(text.slice(m.end, next.at));
    return zone && joined && /\d\d:\d\d(?::\d\d)?$/.test(m.start) && !/[+-]\d\d:\d\d$/.test(m.start)
      ? { ...m, start: `${m.start}${zone}` }
      : m;
  });

/** `between 2330 on 08/16 and 0015 on 08/17`: one span with a day at each end. */
function acrossDays(text: string, found: readonly Moment[]): Moment[] {
  const out: Moment[] = [];
  for (const m of found) {
    const a = out.at(-1);
    const lead = a
      ? /(?<!\b(?:chang|correct|amend|adjust|modif|updat|edit|revis|reset)\w* )\b(between|from)\s+$/i
          .exec(text.slice(0, a.at))?.[1]
          ?.toLowerCase()
      : undefined;
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

/** `YEAR: 2024/2025`, `Year 2024`. */
function yearsOf(blocks: readonly Block[]): number[] {
  const m = blocks
    .slice(0, 8)
    .map((b) => /\byear:?\s*(20\d\d)(?:\s*[/-]\s*(20\d\d))?/i.exec(b.text))
    .find(Boolean);
  return m ? [Number(m[1]), ...(m[2] ? [Number(m[2])] : [])] : [];
}

/** A label that names the day of what the paper is about. */
const OF_THE_MATTER =
  /\b(?:(?:date|day) of (?:the )?(?:incident|occurrence|offense|deployment|stop|event|call|arrest|service)|(?:incident|occurrence|offense|deployment|event|call|arrest|service) date)\W*$/i;
const HEARD =
  /\binterview(?:ed)?\b(?: (?:of|with|by|date)\b|:)|\bstatement of\b|\b(?:witness|voluntary|sworn|written) statement\b|\bdate of (?:interview|statement)\b/i;
/** A label of days in the life of a person, a dog or a permit. */
const OF_A_PERSON =
  /\b(?:certif\w*|train\w*|hired?|appointed|sworn|licen[cs]ed?|calibrat\w*|valid|expir\w*|last)\b[\w :]{0,16}$/i;

/** The day that a label of the head calls that of the incident; empty where none does. */
const dayOfMatter = (raw: readonly Raw[], dated: (d: FoundDate) => string): string => {
  for (const r of raw.slice(0, 14)) {
    const own = r.dates.find((x) => !x.day.startsWith('-') && OF_THE_MATTER.test(r.b.text.slice(0, x.at)));
    if (own) return dated(own);
  }
  return '';
};

const headDay = (raw: readonly Raw[], dated: (d: FoundDate) => string): string => {
  const call = raw.slice(0, 14).find((r) => /\bOPENED\b.{0,40}\bCLOSED\b/i.test(r.b.text) && r.dates[0]);
  if (call?.dates[0] && !call.dates[0].day.startsWith('-')) return dated(call.dates[0]);
  const memo = ['to', 'from'].every((w) =>
    raw.slice(0, 14).some((r) => new RegExp(`^${w}:`, 'i').test(r.b.text)),
  );
  for (const r of raw.slice(0, 14)) {
    // When a memorandum was written, or somebody was heard, is not the day of what it tells.
    if ((memo && /^(?:date|dated|re)\b/i.test(r.b.text)) || HEARD.test(r.b.text)) continue;
    const opened = PERIOD.test(r.b.text);
    const d = r.dates.find(
      (x) =>
        (opened || !isPaper(r.b, x.at, 0)) &&
        !x.day.startsWith('-') &&
        !OF_A_PERSON.test(r.b.text.slice(0, x.at)),
    );
    if (d) return dated(d);
  }
  return '';
};
