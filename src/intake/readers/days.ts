import type { Block } from './blocks';
import { type FoundDate, plusDays } from './dates';
import type { Moment } from './moments';
import { nearest, type Opening, type Story } from './story';
import { isToldOf } from './talks';
import { isCorrection, isReported, sentenceOver } from './told-as-done';

/** What may stand before a day that is the head of its block: `Date:`, `Tuesday,`. */
const HEADS =
  /^(?:[^a-z]{0,24}|(?:for|on|on or about)?\s*(?:date:?|day:?)?\s*(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?[.,]?\s+)?)$/i;

/** What stands before the day at the head of a sentence: `On`, `On Thursday,`, `On or about the evening of`; `Executed` too. */
const OPENS =
  /(?:^|[.;:]\s)(?:Executed|Served|Arrested|Stopped|Arrived|Began|Started|Commenced|Occurred)(?: on| at)? $|(?:^|[.;:]\s)(?:On|At)(?: or about)?(?: the (?:day|night|evening|morning|afternoon|date) of)?,? (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:the )?$/i;

/** A day named by another, or by its number alone: it is not the one that is carried. */
const OTHER_DAY =
  /\b(?:the \d{1,2}(?:st|nd|rd|th)|yesterday|tomorrow|last night|the (?:next|following|previous|prior) (?:day|morning|night|evening|afternoon)|the (?:day|night|morning) (?:before|after)|(?:on|last|this|next) (?:mon|tues|wednes|thurs|fri|satur|sun)day),?(?: at)?(?: about| approximately| around)?\s*$/i;

/** What is yet to come when a paper is written: its day is not that of the rows below. */
const LATER_DAY =
  /\b(?:court|hearing|appear\w*|arraign\w*|trial|due|expir\w*|return by|next)\b[\w :/.-]{0,32}$/i;

/** The day of a court is none of the story's, whatever was said there. */
const IN_COURT = /\b(?:hearing|trial|deposition|deposed|testif\w+|grand jury|arraign\w*|sentenc\w*)\b/i;

/** A label of the time at which it happened. */
const HAPPENED =
  /\b(?:occur\w*|incident|offense|violation|stop)(?:\s*\(?(?:from|date|on|time|at|between|start|beg\w*|date\s*[/&]\s*time)\)?)*\W*$/i;

/** Days as a careful reader carries them down a paper. */
export class Carry {
  private now: string;
  private last = -1;
  private crossed = false;
  private dayHeads = false;
  /** A day was written in prose: the first one is the day of the report's story. */
  private dated = false;
  /** A paragraph in which a day was told that is not known to be that of the times behind it. */
  private loose: Block | null = null;
  /** The times told so far, by their day. */
  private readonly told = new Map<string, Set<string>>();
  private anchor: { date: string; ms: number } | null = null;
  constructor(
    private readonly style: 'log' | 'prose' | 'letter',
    readonly head: string,
    private readonly story: Story,
  ) {
    this.now = head;
  }

  /** A day that stands alone, or in a sentence: the head of what follows, when it opens its block. */
  day(b: Block, d: FoundDate, date: string, paper: boolean): void {
    const opens =
      HEADS.test(b.text.slice(0, d.at)) || /(?:^|[.;]\s)On (?:\w+day, )?$/.test(b.text.slice(0, d.at));
    if (paper || !opens || date === '') return;
    if (!b.prose) this.dayHeads = true;
    this.now = date;
    this.last = -1;
    this.crossed = false;
  }

  private turnTo(date: string): void {
    this.loose = null;
    this.now = date;
    this.last = -1;
    this.crossed = false;
    this.dated = true;
  }

  /** The times of one block, each with its day. */
  row(b: Block, found: readonly Moment[], rowDay: string, openings: readonly Opening[] = []): Moment[] {
    let first = true;
    let turned = 0;
    let own: Moment | null = null;
    const turn = (o: Opening): void => {
      if (o.turns) this.turnTo(o.date);
      this.story.turn(o);
    };
    const out = found.map((m) => {
      for (; (openings[turned]?.at ?? Number.POSITIVE_INFINITY) <= m.at; turned++)
        turn(openings[turned] as Opening);
      if (m.role === 'paper' && m.date === '') return b.prose ? this.prose(m, b) : m;
      if (m.date !== '') {
        if (!b.prose && this.style === 'log' && m.role === 'event' && m.dayFrom === 'written') own ??= m;
        return this.written(m, b);
      }
      // Further columns of a row that wrote its day with its first time are of that day, or the next.
      if (own && (b.headRow.length > 0 || b.cells.length > 2) && fillsCell(b, m)) return this.sameRow(m, own);
      if (rowDay !== '') {
        const out = this.inRow(m, rowDay, first, b);
        first = false;
        return out;
      }
      if (this.style === 'letter')
        return /\btoday\b/i.test(b.text.slice(m.end, m.end + 12)) ? { ...m, date: this.now } : m;
      return this.style === 'prose' || b.prose
        ? this.prose(m, b)
        : this.log(m, b, m === found[0] && b.cells.length > 2 && fillsCell(b, m));
    });
    for (const o of openings.slice(turned)) this.story.turn(o);
    return out;
  }

  private written(m: Moment, b: Block): Moment {
    const court = b.prose && IN_COURT.test(sentenceOver(b.text, m.at));
    const opens =
      !court &&
      (b.text.slice(0, m.at).trim().length < 4 ||
        OPENS.test(b.text.slice(0, m.at)) ||
        (b.prose && !this.dated && m.role === 'event') ||
        (!b.prose && this.style === 'log' && !/\d/.test(b.text.slice(0, m.at))) ||
        this.goesOn(m, b));
    if (opens) this.loose = null;
    else if (b.prose && this.now !== '' && (court || (m.date > plusDays(this.now, 1) && !isBefore(b, m))))
      this.loose = b;
    if (b.prose && m.role === 'event') {
      this.dated = true;
      if (m.date !== this.story.talk) {
        this.story.turn({ date: m.date, as: 'story' });
        this.story.tell(m.date, msOf(m.start));
      }
    }
    // The story goes on from when its form says that it happened.
    if (
      !b.prose &&
      this.style === 'prose' &&
      m.date === this.now &&
      this.last < 0 &&
      HAPPENED.test(b.text.slice(0, m.at))
    )
      this.last = msOf(m.start);
    if (
      m.role === 'event' &&
      opens &&
      !LATER_DAY.test(b.text.slice(0, m.at)) &&
      !/Z$|[+-]\d\d:\d\d$/.test(m.start)
    ) {
      this.now = m.date;
      this.last = msOf(m.start);
      this.crossed = false;
    } else if (b.prose && m.role === 'event' && m.date === this.now)
      this.last = Math.max(this.last, msOf(m.start));
    return this.ended(m);
  }

  /** `5. The same car was stopped again on February 13, 2024 at 3:10 p.m.`: the first sentence of a paragraph takes the story to a later day. */
  private goesOn(m: Moment, b: Block): boolean {
    return (
      b.prose &&
      m.role === 'event' &&
      m.date > this.now &&
      !/[a-z]/i.test(b.text.slice(0, b.text.indexOf(sentenceOver(b.text, m.at)))) &&
      !isBefore(b, m)
    );
  }

  /**
   * The day stands elsewhere in the row: a later column that shows an earlier time is of the next day, unless a button was
   * pressed some minutes late. The boxes of a form stand in no order: there midnight needs a fall of six hours.
   */
  private inRow(m: Moment, day: string, first: boolean, b: Block): Moment {
    if (LATER_DAY.test(b.text.slice(0, m.at))) return this.ended({ ...m, date: day, dayFrom: 'written' });
    const ms = msOf(m.start);
    const date =
      !first && this.last - ms > (b.headRow.length > 0 ? 600_000 : 6 * 3_600_000) ? plusDays(day, 1) : day;
    if (first) [this.last, this.now] = [ms, day];
    return this.ended({ ...m, date, dayFrom: date === day ? 'written' : 'concluded' });
  }

  private sameRow(m: Moment, own: Moment): Moment {
    const next = msOf(own.start) - msOf(m.start) > 600_000;
    const date = next ? plusDays(own.date, 1) : own.date;
    return this.ended({ ...m, date, dayFrom: next ? 'concluded' : 'carried' });
  }

  /** Such a row goes on from the one above: past midnight it is of the next day, and of the one before where its first columns are empty. */
  private leading(m: Moment, ms: number): Moment {
    if (this.crossed && ms - this.last > 43_200_000)
      return { ...m, date: plusDays(this.now, -1), dayFrom: 'concluded' };
    this.forward(ms);
    this.last = ms;
    this.anchor = { date: this.now, ms };
    return { ...m, date: this.now, dayFrom: this.crossed ? 'concluded' : 'carried' };
  }

  private log(m: Moment, b: Block, leads: boolean): Moment {
    if (this.now === '') return m;
    const ms = msOf(m.start);
    const main = m.at < 3 || /^[^\d]{0,40}$/.test(b.text.slice(0, m.at));
    if (this.dayHeads) {
      // The first column of times of a row that begins with something else, a number say.
      if (m.at >= 3 && leads) return this.ended(this.leading(m, ms));
      if (m.at < 3) {
        const past = this.forward(ms);
        this.anchor = { date: this.now, ms };
        return this.ended({ ...m, date: this.now, dayFrom: past ? 'concluded' : 'carried' });
      }
      const from = this.anchor;
      if (!from) return this.ended(this.boxed(m, b, ms));
      const next = ms < from.ms - 60_000;
      return this.ended({
        ...m,
        date: next ? plusDays(from.date, 1) : from.date,
        dayFrom: next ? 'concluded' : 'carried',
      });
    }
    if (!main) {
      const date = nearest(this.now, this.last, ms);
      // The first time of a table whose rows begin with something else: the columns behind it may be past midnight.
      if (this.last < 0 && b.cells.length > 2) this.last = ms;
      return this.ended({ ...m, date, dayFrom: date === this.now ? 'carried' : 'concluded' });
    }
    const past = this.forward(ms);
    return this.ended({ ...m, date: this.now, dayFrom: past || this.crossed ? 'concluded' : 'carried' });
  }

  /** Boxes under a day, in no order: a fall of six hours is midnight, but for when it happened, which comes before all. */
  private boxed(m: Moment, b: Block, ms: number): Moment {
    const next = this.last - ms > 6 * 3_600_000 && !HAPPENED.test(b.text.slice(0, m.at));
    if (!next) this.last = Math.max(this.last, ms);
    return { ...m, date: next ? plusDays(this.now, 1) : this.now, dayFrom: next ? 'concluded' : 'carried' };
  }

  /**
   * A row that is earlier by more than six hours is of the next day. A smaller step back is none: a late entry, the head of the
   * printout before its rows, the night on which the clocks go back.
   */
  private forward(ms: number): boolean {
    const past = this.last - ms > 6 * 3_600_000;
    if (past) {
      this.now = plusDays(this.now, 1);
      this.crossed = true;
    }
    this.last = past ? ms : Math.max(this.last, ms);
    return past;
  }

  /** In prose a small step back is the record's own contradiction; a step of more than half a day is midnight. */
  private prose(m: Moment, b: Block): Moment {
    if (OTHER_DAY.test(b.text.slice(Math.max(0, m.at - 32), m.at))) return m;
    if (this.loose === b) return m;
    const ms = msOf(m.start);
    if (this.story.holds(b.text, m.at)) {
      const date = this.story.dayOf(ms);
      return this.ended({ ...m, date, dayFrom: date === '' ? '' : 'concluded' });
    }
    const out = this.next(m, b, ms);
    if (this.story.talk === '' && out.date !== '') this.story.tell(out.date, ms);
    return out;
  }

  private next(m: Moment, b: Block, ms: number): Moment {
    if (this.now === '') return m;
    if (isReported(b.text, m.at) || isCorrection(sentenceOver(b.text, m.at)))
      return this.ended(this.elsewhere(m, ms));
    if (this.last < 0) {
      this.last = ms;
      return this.ended({ ...m, date: this.now, dayFrom: 'carried' });
    }
    const half = 43_200_000;
    if (this.last - ms > half) {
      this.now = plusDays(this.now, 1);
      this.crossed = true;
    } else if (ms - this.last > half && this.crossed)
      return this.ended({ ...m, date: plusDays(this.now, -1), dayFrom: 'concluded' });
    else if (ms - this.last > half && this.told.has(plusDays(this.now, -1)))
      return this.ended(this.elsewhere(m, ms));
    this.last = ms;
    return this.ended({ ...m, date: this.now, dayFrom: this.crossed ? 'concluded' : 'carried' });
  }

  /** A time that is not next in the story: of the day on which it was told before, and else of the nearest that the story is on. */
  private elsewhere(m: Moment, ms: number): Moment {
    const days = [...this.told].filter(([, at]) => at.has(m.start)).map(([day]) => day);
    const date = days.length === 1 ? (days[0] as string) : nearest(this.now, this.last, ms);
    return { ...m, date: days.length > 1 ? '' : date, dayFrom: days.length > 1 ? '' : 'concluded' };
  }

  private ended(m: Moment): Moment {
    if (m.date !== '') this.told.set(m.date, (this.told.get(m.date) ?? new Set()).add(m.start));
    if (m.to === '' || m.date === '' || m.endDate !== '') return m;
    const back = msOf(m.start) - msOf(m.to);
    // In prose a small step back is the record's own contradiction.
    return { ...m, endDate: back > (this.style === 'prose' ? 43_200_000 : 0) ? plusDays(m.date, 1) : '' };
  }
}

/** Whether a day is of what had been, was said by another, or is set right: no step of the story. */
const isBefore = (b: Block, m: Moment): boolean =>
  isReported(b.text, m.at) ||
  isToldOf(b.text, m.at) ||
  isCorrection(sentenceOver(b.text, m.at)) ||
  /\bhad (?!(?:him|her|them|me|us|the|an?|his|my)\b)(?:\w+ ){0,2}\w+(?:ed|en|wn)\b/i.test(
    sentenceOver(b.text, m.at),
  );

/** A time that is all of its cell, as a column of times has it. */
const fillsCell = (b: Block, m: Moment): boolean => {
  const cell = b.cells.findLast((c) => c.at <= m.at);
  return cell !== undefined && cell.text.trim().length <= m.end - m.at + 1;
};

/** ms since midnight of the first clock time in a text of the grammar. */
export function msOf(text: string): number {
  const m = /(\d\d):(\d\d)(?::(\d\d))?/.exec(text);
  return m ? Number(m[1]) * 3_600_000 + Number(m[2]) * 60_000 + Number(m[3] ?? 0) * 1000 : 0;
}
