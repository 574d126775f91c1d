import type { Edge } from '../../record/event';
import { isNamed, placesById } from '../../record/rows';
import { KINDS } from '../../record/vocabulary';
import { type Given, parseTime } from '../grammar/parse';
import { resolveReading } from '../grammar/resolve';
import { DAY, type Statement, type Written } from '../grammar/written';
import { ClockNetwork } from './clock-network';
import { FORM, momentOf, NONE, type Place, type Row, type Unplaced } from './moment';
import type { Reason } from './reason';
import { Ties } from './ties';
import type { Timed, TimedEvent } from './timed';
import type { WhatIf } from './what-if';

/** So many rows after the one that was asked of last are looked at before the table of all. */
const NEXT = 16;

/**
 * The rows of a record, read: each moment is read by a clock, is tied to another, or says nothing. Moments
 * that relations touch are marked: they become variables of the network.
 */
export class Moments {
  readonly clocks: ClockNetwork;
  readonly clockVariable: Int32Array;
  readonly lo: Float64Array;
  readonly hi: Float64Array;
  readonly byDefault: Uint8Array;
  readonly isVariable: Uint8Array;
  readonly form: Uint8Array;
  readonly tied = new Ties(this);
  readonly unplaced: Unplaced[] = [];
  /** Readings in an hour that happened twice: both intervals. */
  readonly doubled = new Map<number, readonly (readonly [number, number])[]>();
  readonly n: number;
  /** 1 for an event whose times are plain readings of a wall clock with a zone, by which nothing else is known: they stay as they are while the row does. */
  private readonly plain: Uint8Array;
  /** Spans with an end that is tied to another row: put in order once it is known to which. */
  private readonly relatedSpans: number[] = [];
  /** Moments written as a day without an hour: the day. */
  readonly wholeDay = new Map<number, string>();
  /** Moments of which a cell makes several statements. */
  private readonly joined = new Set<number>();
  /** What the texts of events mean that are no plain readings, by moment: a text that stays is not parsed again. */
  private readonly written = new Map<number, Written>();
  /** Whether what the row being read says depends on which rows there are. */
  private askedRows = false;
  /** The place of the event that was asked of last. */
  private last = 0;
  private events: ReadonlyMap<string, number> | null = null;
  private readonly given: Given;
  private readonly reasonOfReading = new Map<number, number>();
  private lastRow: { log: string; index: number } | null = null;

  constructor(
    readonly record: Timed,
    whatIf: WhatIf = {},
    /** The same case before an edit: plain readings of rows that stayed are taken over. */
    private before: Moments | null = null,
  ) {
    this.clocks = new ClockNetwork(record, whatIf);
    if (before && !this.readsAs(before)) this.before = null;
    this.n = record.events.length;
    const moments = 2 * (this.n + record.custody.length);
    this.clockVariable = new Int32Array(moments).fill(NONE);
    this.lo = new Float64Array(moments).fill(Number.NEGATIVE_INFINITY);
    this.hi = new Float64Array(moments).fill(Number.POSITIVE_INFINITY);
    this.byDefault = new Uint8Array(moments);
    this.isVariable = new Uint8Array(moments);
    this.form = new Uint8Array(moments);
    this.plain = new Uint8Array(this.n);
    const { createdAt } = record.case;
    this.given = {
      isRow: this.isRow,
      ...(createdAt > 1e12 ? { year: new Date(createdAt).getUTCFullYear() } : {}),
    };
  }

  /** Whether a row means here what it meant there: the same clocks and settings, and no question put. */
  private readsAs(before: Moments): boolean {
    const [now, then] = [this.record, before.record];
    const same = now.case === then.case && now.clocks === then.clocks;
    return same && !this.clocks.hasQuestion && !before.clocks.hasQuestion;
  }

  /** Reads every row, relation and sync point. */
  read(): void {
    this.readEvents();
    this.readCustody();
    this.tied.tiePending();
    this.tied.layDays();
    this.orderRelatedSpans();
    this.tied.readRelations();
    for (const { row, why } of this.clocks.laySyncPoints()) this.unplaced.push({ row, edge: 'start', why });
    this.tied.tieCounters();
  }

  /** The reason of a moment's own reading. */
  readingReason(m: number): Reason {
    const custody = m >= 2 * this.n;
    const row = custody ? this.record.custody[(m - 2 * this.n) >> 1] : this.record.events[m >> 1];
    const edge: Edge = custody ? (m % 2 === 0 ? 'released' : 'received') : m % 2 === 0 ? 'start' : 'end';
    return { kind: 'reading', row: row?.id ?? '', edge, byDefault: this.byDefault[m] === 1 };
  }

  /** The number of that reason in the network. */
  reasonOf(m: number): number {
    const known = this.reasonOfReading.get(m);
    if (known !== undefined) return known;
    const reason = this.clocks.ownReason(this.readingReason(m));
    this.reasonOfReading.set(m, reason);
    return reason;
  }

  /** A time that cannot be used; the end of an event then counts as one that nobody states. */
  fail(moment: number, row: string, edge: Edge, why: string): void {
    // Of several statements those that can be used still hold.
    if (!this.joined.has(moment)) this.form[moment] = edge === 'end' ? FORM.notStated : FORM.none;
    this.unplaced.push({ row, edge, why });
  }

  private readEvents(): void {
    const { events } = this.record;
    const { before } = this;
    this.before = null;
    let j = 0;
    for (let i = 0; i < this.n; i++) {
      const row = events[i] as TimedEvent;
      if (before && j < before.n) {
        if (before.record.events[j] !== row && before.record.events[j + 1] === row) j++;
        const then = before.record.events[j];
        if (then === row) this.keepWritten(before, j, i);
        const stayed = then === row && this.takeOver(before, j, i);
        if (then?.id === row.id) j++;
        if (stayed) {
          this.lastRow = { log: row.logId, index: i };
          continue;
        }
      }
      const [s, e] = [2 * i, 2 * i + 1];
      this.askedRows = false;
      if (row.start === '') this.fail(s, row.id, 'start', 'no time is written');
      else this.readTime(s, row.start, row, i, 'start', row.date);
      if (row.end === '') {
        this.form[e] = KINDS[row.kind].runsOn ? FORM.notStated : FORM.sameAsStart;
      } else {
        this.readTime(e, row.end, row, i, 'end', row.date);
        if (this.form[s] === FORM.related || this.form[e] === FORM.related) this.relatedSpans.push(s);
        else this.orderEnds(s);
      }
      this.plain[i] = this.isPlain(row, s, e) ? 1 : 0;
      this.lastRow = { log: row.logId, index: i };
    }
  }

  private isPlain(row: TimedEvent, s: number, e: number): boolean {
    const { form, isVariable } = this;
    if (this.askedRows) return false;
    if (isVariable[s] === 1 || isVariable[e] === 1 || form[s] !== FORM.reading || !this.isAlone(s))
      return false;
    return row.end === '' || (form[e] === FORM.reading && this.isAlone(e));
  }

  private isAlone(m: number): boolean {
    return (
      this.clocks.isLaid(this.clockVariable[m] as number) && !this.doubled.has(m) && !this.wholeDay.has(m)
    );
  }

  /** Takes over the plain readings of event j as those of event i; false where they must be read. */
  private takeOver(before: Moments, j: number, i: number): boolean {
    if (before.plain[j] !== 1) return false;
    this.plain[i] = 1;
    for (const edge of [0, 1]) {
      const [from, to] = [2 * j + edge, 2 * i + edge];
      this.form[to] = before.form[from] as number;
      const clockVariable = before.clockVariable[from] as number;
      if (clockVariable === NONE) continue;
      this.clockVariable[to] = clockVariable;
      this.lo[to] = before.lo[from] as number;
      this.hi[to] = before.hi[from] as number;
      this.byDefault[to] = before.byDefault[from] as number;
      this.clocks.line(clockVariable).touch(this.lo[to] as number, this.hi[to] as number);
    }
    return true;
  }

  /** A span whose two readings lie on one clock is bounded on the spot; the rest become variables of the network. */
  private orderEnds(s: number): void {
    const e = s + 1;
    if (
      this.form[s] === FORM.reading &&
      this.form[e] === FORM.reading &&
      this.clockVariable[s] === this.clockVariable[e] &&
      (this.lo[s] as number) <= (this.hi[e] as number) &&
      !this.doubled.has(s) &&
      !this.doubled.has(e)
    )
      return;
    if (this.form[s] === FORM.none || this.form[e] === FORM.notStated) return;
    this.isVariable[s] = 1;
    this.isVariable[e] = 1;
  }

  private readTime(moment: number, text: string, row: Row, index: number, edge: Edge, date: string): void {
    const w = this.written.get(moment) ?? this.parse(moment, text);
    if (typeof w === 'string') return this.fail(moment, row.id, edge, w);
    const place = { moment, index, row, edge, date };
    if (w.form !== 'several') return this.state(w, place);
    this.joined.add(moment);
    this.isVariable[moment] = 1;
    this.form[moment] = FORM.related;
    const own = w.all.findIndex((s) => s.form === 'reading' || s.form === 'open');
    w.all.forEach((s, part) => {
      this.state(s, part === own ? place : { ...place, part });
    });
  }

  /** What a text means, or why it means nothing. */
  private parse(moment: number, text: string): Written | string {
    const parsed = parseTime(text, null, this.given);
    if (!parsed.ok) return parsed.why;
    const { written } = parsed;
    if (written.form !== 'reading' && !this.askedRows && moment < 2 * this.n)
      this.written.set(moment, written);
    return written;
  }

  private keepWritten(before: Moments, j: number, i: number): void {
    for (const edge of [0, 1]) {
      const w = before.written.get(2 * j + edge);
      if (w) this.written.set(2 * i + edge, w);
    }
  }

  private readonly isRow = (ref: string): boolean => {
    this.askedRows = true;
    return isNamed(this.record.events, ref);
  };

  /** One statement of a moment. */
  private state(w: Statement, place: Place): void {
    const { moment, row, edge, index } = place;
    if (w.form === 'reading' || w.form === 'open') return this.readOnClock(w, place);
    if (!this.joined.has(moment)) this.form[moment] = FORM.related;
    if (w.form !== 'after-previous') this.tied.await(place, w);
    else if (edge === 'end') this.tied.addSpan(moment, moment - 1, w.span, place);
    else if (this.lastRow === null || this.lastRow.log !== row.logId || index < 0)
      this.fail(moment, row.id, edge, 'there is no row before this one for its “+” to count from');
    else this.tied.addSpan(moment, 2 * this.lastRow.index, w.span, place);
  }

  private readOnClock(w: Statement & { form: 'reading' | 'open' }, place: Place): void {
    const { moment, row, edge, date, part } = place;
    const stamp = w.form === 'reading' ? w.from : w.stamp;
    const clock = this.clocks.byId.get(row.clockId);
    const stated = row.zone !== '' ? row.zone : (clock?.zone ?? '');
    const zone = stated === '' ? this.record.case.zone : stated;
    const resolved = resolveReading(w, { date, zone, approximate: this.record.case.policies.approximate });
    if (!resolved.ok) return this.fail(moment, row.id, edge, resolved.why);
    const { interval } = resolved;
    const assumed = stated === '' && stamp.clock === 'wall' && stamp.zone === null;
    const clockVariable =
      stamp.clock === 'media'
        ? this.clocks.counterVariable(row.sourceId, date)
        : this.clocks.wallVariable(row.clockId, assumed);
    if (clockVariable === null) return this.fail(moment, row.id, edge, 'this row names no clock');
    const byDefault = interval.widened?.byDefault ?? false;
    if (part !== undefined) {
      const reason: Reason = { kind: 'reading', row: row.id, edge, byDefault, part };
      return this.tied.tieToClock(moment, clockVariable, interval.min, interval.max, reason);
    }
    this.clockVariable[moment] = clockVariable;
    const asked = this.clocks.hasQuestion
      ? this.clocks.asAsked(`reading ${row.id} ${edge}`, interval.min, interval.max)
      : null;
    this.lo[moment] = asked ? asked[0] : interval.min;
    this.hi[moment] = asked ? asked[1] : interval.max;
    this.form[moment] = FORM.reading;
    this.clocks.line(clockVariable).touch(this.lo[moment], this.hi[moment]);
    this.byDefault[moment] = byDefault ? 1 : 0;
    if (interval.alternatives.length > 1) this.doubled.set(moment, interval.alternatives);
    if (w.form === 'reading' && stamp.clock === 'wall' && stamp.precision === DAY && w.to === null)
      this.wholeDay.set(moment, stamp.date ?? date);
  }

  private orderRelatedSpans(): void {
    for (const s of this.relatedSpans) this.orderEnds(s);
  }

  private readCustody(): void {
    this.record.custody.forEach((c, i) => {
      const m = 2 * (this.n + i);
      for (const [moment, text, date, edge] of [
        [m, c.releasedAt, c.releasedDate, 'released'],
        [m + 1, c.receivedAt, c.receivedDate, 'received'],
      ] as const) {
        if (text !== '') this.readTime(moment, text, c, -1, edge, date);
      }
    });
  }

  /** The place of an event; undefined where the record holds none of that id. */
  placeOfEvent(id: string): number | undefined {
    // The rules ask of the same row, or of the next of its kind, again and again.
    const { events } = this.record;
    const far = Math.min(this.last + NEXT, events.length);
    for (let i = this.last; i < far; i++) {
      if ((events[i] as TimedEvent).id !== id) continue;
      this.last = i;
      return i;
    }
    this.events ??= placesById(events);
    const place = this.events.get(id);
    if (place !== undefined) this.last = place;
    return place;
  }

  /** The number of one end of a row; null where the record holds no such row. */
  momentOfRow(id: string, edge: Edge): number | null {
    const index = this.placeOfEvent(id) ?? placesById(this.record.custody).get(id);
    return index === undefined ? null : momentOf(index, this.n, edge);
  }
}
