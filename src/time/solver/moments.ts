import type { Edge, EventRow } from '../../record/event';
import type { CaseRecord } from '../../record/record';
import { placesById } from '../../record/rows';
import { KINDS } from '../../record/vocabulary';
import { parseTime } from '../grammar/parse';
import { resolveReading } from '../grammar/resolve';
import { DAY, type Span, type Statement, spanBounds } from '../grammar/written';
import { instantsOf } from '../grammar/zones';
import { ClockNetwork } from './clock-network';
import { dayBounds, wholeDays } from './day-shift';
import { type Reason, reasonKey } from './reason';
import type { WhatIf } from './what-if';

/** A row's time that could not be used, and why: the row stays in the record, undated. */
export interface Unplaced {
  readonly row: string;
  readonly edge: Edge;
  readonly why: string;
}

/** What a moment hangs on: one variable and its distance from it, or a variable of its own. */
export const NONE = -1;

/** How a moment is written. */
export const FORM = { none: 0, reading: 1, related: 2, sameAsStart: 3, notStated: 4 } as const;

/** The number of a moment: events first, two each, then custody entries, two each. */
export function momentOf(index: number, events: number, edge: Edge): number {
  return edge === 'start'
    ? 2 * index
    : edge === 'end'
      ? 2 * index + 1
      : edge === 'released'
        ? 2 * (events + index)
        : 2 * (events + index) + 1;
}

interface Tie {
  readonly moment: number;
  readonly target: number;
  readonly min: number;
  readonly max: number;
  readonly reason: Reason;
}

/** A moment tied to a clock by more than its own reading: a second one, or days counted from a day without an hour. */
interface ClockTie {
  readonly moment: number;
  readonly hang: number;
  readonly min: number;
  readonly max: number;
  readonly reason: Reason;
}

/** One end of a row, as it is read; `part` counts the statements of a cell that makes several. */
interface Place {
  readonly moment: number;
  /** The row's place among the events; -1 for a custody entry. */
  readonly index: number;
  readonly row: Row;
  readonly edge: Edge;
  readonly date: string;
  readonly part?: number;
}

/** A time written as `after @p7`, until it is known which row that is. */
interface Pending extends Place {
  readonly written: Statement & { form: 'tied' | 'ordered' };
}

type Row = {
  readonly id: string;
  readonly logId: string;
  readonly clockId: string;
  readonly zone: string;
  readonly sourceId: string;
};

/**
 * The rows of a record, read: each moment hangs on a clock by its reading, is tied to another, or says nothing. Moments
 * that relations touch are marked for the core of the network.
 */
export class Moments {
  readonly clocks: ClockNetwork;
  readonly hang: Int32Array;
  readonly lo: Float64Array;
  readonly hi: Float64Array;
  readonly byDefault: Uint8Array;
  readonly core: Uint8Array;
  readonly form: Uint8Array;
  readonly ties: Tie[] = [];
  readonly clockTies: ClockTie[] = [];
  readonly counterTies: { moment: number; counter: number; reason: number }[] = [];
  readonly unplaced: Unplaced[] = [];
  /** Readings in an hour that happened twice: both intervals. */
  readonly doubled = new Map<number, readonly (readonly [number, number])[]>();
  readonly n: number;
  private readonly pending: Pending[] = [];
  /** Spans with an end that is tied to another row: put in order once it is known to which. */
  private readonly relatedSpans: number[] = [];
  /** Distances in days: bounded once every reading is known. */
  private readonly dayTies: (Omit<Tie, 'min' | 'max'> & { readonly span: Span })[] = [];
  /** Moments written as a day without an hour: the day. */
  private readonly wholeDay = new Map<number, string>();
  /** Moments of which a cell makes several statements. */
  private readonly joined = new Set<number>();
  private refs: Set<string> | null = null;
  private events: ReadonlyMap<string, number> | null = null;
  private lastRow: { log: string; index: number } | null = null;

  constructor(
    readonly record: CaseRecord,
    whatIf: WhatIf = {},
  ) {
    this.clocks = new ClockNetwork(record, whatIf);
    this.n = record.events.length;
    const moments = 2 * (this.n + record.custody.length);
    this.hang = new Int32Array(moments).fill(NONE);
    this.lo = new Float64Array(moments).fill(Number.NEGATIVE_INFINITY);
    this.hi = new Float64Array(moments).fill(Number.POSITIVE_INFINITY);
    this.byDefault = new Uint8Array(moments);
    this.core = new Uint8Array(moments);
    this.form = new Uint8Array(moments);
  }

  /** Reads every row, relation and sync point. */
  read(): void {
    this.readEvents();
    this.readCustody();
    this.tiePending();
    for (const t of this.dayTies) this.layDays(t);
    this.orderRelatedSpans();
    this.readRelations();
    for (const { row, why } of this.clocks.laySyncPoints()) this.unplaced.push({ row, edge: 'start', why });
    this.tieCounters();
  }

  /** The reason of a moment's own reading. */
  readingReason(m: number): Reason {
    const custody = m >= 2 * this.n;
    const row = custody ? this.record.custody[(m - 2 * this.n) >> 1] : this.record.events[m >> 1];
    const edge: Edge = custody ? (m % 2 === 0 ? 'released' : 'received') : m % 2 === 0 ? 'start' : 'end';
    return { kind: 'reading', row: row?.id ?? '', edge, byDefault: this.byDefault[m] === 1 };
  }

  /** A time that cannot be used; the end of an event then counts as one that nobody states. */
  private fail(moment: number, row: string, edge: Edge, why: string): void {
    // Of several statements those that can be used still hold.
    if (!this.joined.has(moment)) this.form[moment] = edge === 'end' ? FORM.notStated : FORM.none;
    this.unplaced.push({ row, edge, why });
  }

  private readEvents(): void {
    const { events } = this.record;
    for (let i = 0; i < this.n; i++) {
      const row = events[i] as EventRow;
      const [s, e] = [2 * i, 2 * i + 1];
      if (row.start === '') this.fail(s, row.id, 'start', 'no time is written');
      else this.readTime(s, row.start, row, i, 'start', row.date);
      if (row.end === '') {
        this.form[e] = KINDS[row.kind].runsOn ? FORM.notStated : FORM.sameAsStart;
      } else {
        this.readTime(e, row.end, row, i, 'end', row.date);
        if (this.form[s] === FORM.related || this.form[e] === FORM.related) this.relatedSpans.push(s);
        else this.orderEnds(s);
      }
      this.lastRow = { log: row.logId, index: i };
    }
  }

  /** A span whose two readings lie on one clock is bounded on the spot; the rest goes into the core. */
  private orderEnds(s: number): void {
    const e = s + 1;
    if (
      this.form[s] === FORM.reading &&
      this.form[e] === FORM.reading &&
      this.hang[s] === this.hang[e] &&
      (this.lo[s] as number) <= (this.hi[e] as number) &&
      !this.doubled.has(s) &&
      !this.doubled.has(e)
    )
      return;
    if (this.form[s] === FORM.none || this.form[e] === FORM.notStated) return;
    this.core[s] = 1;
    this.core[e] = 1;
  }

  private readTime(moment: number, text: string, row: Row, index: number, edge: Edge, date: string): void {
    const { createdAt } = this.record.case;
    const year = createdAt > 1e12 ? { year: new Date(createdAt).getUTCFullYear() } : {};
    const parsed = parseTime(text, null, { isRow: this.isRow, ...year });
    if (!parsed.ok) return this.fail(moment, row.id, edge, parsed.why);
    const w = parsed.written;
    const place = { moment, index, row, edge, date };
    if (w.form !== 'several') return this.state(w, place);
    this.joined.add(moment);
    this.core[moment] = 1;
    this.form[moment] = FORM.related;
    const own = w.all.findIndex((s) => s.form === 'reading' || s.form === 'open');
    w.all.forEach((s, part) => {
      this.state(s, part === own ? place : { ...place, part });
    });
  }

  private readonly isRow = (ref: string): boolean => {
    this.refs ??= new Set(this.record.events.map((e) => e.ref));
    return this.refs.has(ref);
  };

  /** One statement of a moment. */
  private state(w: Statement, place: Place): void {
    const { moment, row, edge, index } = place;
    if (w.form === 'reading' || w.form === 'open') return this.hangReading(w, place);
    if (!this.joined.has(moment)) this.form[moment] = FORM.related;
    if (w.form !== 'after-previous') this.pending.push({ ...place, written: w });
    else if (edge === 'end') this.addSpan(moment, moment - 1, w.span, place);
    else if (this.lastRow === null || this.lastRow.log !== row.logId || index < 0)
      this.fail(moment, row.id, edge, 'there is no row before this one for its “+” to count from');
    else this.addSpan(moment, 2 * this.lastRow.index, w.span, place);
  }

  private hangReading(w: Statement & { form: 'reading' | 'open' }, place: Place): void {
    const { moment, row, edge, date, part } = place;
    const stamp = w.form === 'reading' ? w.from : w.stamp;
    const clock = this.clocks.byId.get(row.clockId);
    const stated = row.zone !== '' ? row.zone : (clock?.zone ?? '');
    const zone = stated === '' ? this.record.case.zone : stated;
    const resolved = resolveReading(w, { date, zone, approximate: this.record.case.policies.approximate });
    if (!resolved.ok) return this.fail(moment, row.id, edge, resolved.why);
    const { interval } = resolved;
    const assumed = stated === '' && stamp.clock === 'wall' && stamp.zone === null;
    const hang =
      stamp.clock === 'media'
        ? this.clocks.counterHang(row.sourceId, date)
        : this.clocks.wallHang(row.clockId, assumed);
    if (hang === null) return this.fail(moment, row.id, edge, 'this row names no clock');
    const byDefault = interval.widened?.byDefault ?? false;
    if (part !== undefined) {
      const reason: Reason = { kind: 'reading', row: row.id, edge, byDefault, part };
      return this.tieToClock(moment, hang, interval.min, interval.max, reason);
    }
    this.hang[moment] = hang;
    const asked = this.clocks.hasQuestion
      ? this.clocks.asAsked(`reading ${row.id} ${edge}`, interval.min, interval.max)
      : null;
    this.lo[moment] = asked ? asked[0] : interval.min;
    this.hi[moment] = asked ? asked[1] : interval.max;
    this.form[moment] = FORM.reading;
    this.clocks.line(hang).touch(this.lo[moment], this.hi[moment]);
    this.byDefault[moment] = byDefault ? 1 : 0;
    if (interval.alternatives.length > 1) this.doubled.set(moment, interval.alternatives);
    if (w.form === 'reading' && stamp.clock === 'wall' && stamp.precision === DAY && w.to === null)
      this.wholeDay.set(moment, stamp.date ?? date);
  }

  /** ms on a clock between which a moment lies, beside its own reading. */
  private tieToClock(moment: number, hang: number, lo: number, hi: number, reason: Reason): void {
    const [min, max] = this.clocks.asAsked(reasonKey(reason), lo, hi);
    this.clockTies.push({ moment, hang, min, max, reason });
    this.core[moment] = 1;
  }

  // ---- what is tied to another row

  /** Finds the rows that `after @p7` and the like mean: one of the same log first, else the only one of that name in the case. */
  private tiePending(): void {
    if (this.pending.length === 0) return;
    const wanted = new Map<string, number[]>();
    for (const p of this.pending) wanted.set(p.written.ref, []);
    this.record.events.forEach((e, i) => {
      if (e.ref !== '') wanted.get(e.ref)?.push(i);
    });
    for (const p of this.pending) {
      const { moment, index, row, edge, written: w } = p;
      const found = wanted.get(w.ref) as number[];
      const own = found.length > 1 ? found.filter((i) => this.record.events[i]?.logId === row.logId) : found;
      const target = 2 * (own[0] as number) + (w.edge === 'end' ? 1 : 0);
      if (own.length !== 1) {
        this.fail(
          moment,
          row.id,
          edge,
          found.length === 0
            ? `@${w.ref} names no row`
            : `@${w.ref} names more than one row: give them different ids`,
        );
      } else if (own[0] === index && w.edge === edge)
        this.fail(moment, row.id, edge, `@${w.ref} is this row itself`);
      else if (w.form === 'ordered') {
        const [min, max] = w.side === 'after' ? [0, Number.POSITIVE_INFINITY] : [Number.NEGATIVE_INFINITY, 0];
        this.addTie(moment, target, { min, max }, relationReason(p));
      } else if (w.span === null) this.addTie(moment, target, { min: 0, max: 0 }, relationReason(p));
      else this.addSpan(moment, target, w.span, p);
    }
    this.pending.length = 0;
  }

  /** A distance from another moment, in hours or in days. */
  private addSpan(moment: number, target: number, span: Span, place: Place): void {
    const reason = relationReason(place, span.about && span.tolerance === null);
    if (!span.days) {
      this.addTie(moment, target, spanBounds(span, this.record.case.policies.approximate), reason);
      return;
    }
    this.core[moment] = 1;
    this.core[target] = 1;
    this.dayTies.push({ moment, target, span, reason });
  }

  /** Days count on the calendar of the moment that they count from: midnight to midnight where it has no hour. */
  private layDays({ moment, target, span, reason }: (typeof this.dayTies)[number]): void {
    const { approximate } = this.record.case.policies;
    const zone = this.zoneOf(target);
    const day = this.wholeDay.get(target);
    if (day === undefined) {
      const known =
        this.form[target] === FORM.reading && !this.clocks.counterDay.has(this.hang[target] as number);
      const [lo, hi] = known
        ? [this.lo[target] as number, this.hi[target] as number]
        : [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
      this.addTie(moment, target, dayBounds(span, { lo, hi, zone }, approximate), reason);
      return;
    }
    const [first, last] = wholeDays(span);
    const by = span.about ? (span.tolerance ?? approximate) : 0;
    const midnight = (days: number): number =>
      instantsOf(Date.parse(`${day}T00:00:00Z`) + days, zone)[0] ??
      (instantsOf(Date.parse(`${day}T01:00:00Z`) + days, zone)[0] as number);
    const min = Number.isFinite(first) ? midnight(first) - by : first;
    const max = Number.isFinite(last) ? midnight(last + DAY) - 1 + by : last;
    this.tieToClock(moment, this.hang[target] as number, min, max, reason);
  }

  private zoneOf(moment: number): string {
    const row = this.record.events[moment >> 1];
    return row?.zone || this.clocks.byId.get(row?.clockId ?? '')?.zone || this.record.case.zone;
  }

  private orderRelatedSpans(): void {
    for (const s of this.relatedSpans) this.orderEnds(s);
  }

  private addTie(moment: number, target: number, span: { min: number; max: number }, reason: Reason): void {
    this.ties.push({ moment, target, min: span.min, max: span.max, reason });
    this.core[moment] = 1;
    this.core[target] = 1;
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

  private readRelations(): void {
    for (const r of this.record.relations) {
      const [from, to] = [this.momentOfRow(r.fromId, r.fromEdge), this.momentOfRow(r.toId, r.toEdge)];
      if (from === null || to === null) continue;
      const span = { min: r.min ?? Number.NEGATIVE_INFINITY, max: r.max ?? Number.POSITIVE_INFINITY };
      this.addTie(to, from, span, { kind: 'relation', row: r.id, edge: null });
    }
  }

  /** The place of an event; undefined where the record holds none of that id. */
  placeOfEvent(id: string): number | undefined {
    this.events ??= placesById(this.record.events);
    return this.events.get(id);
  }

  /** The number of one end of a row; null where the record holds no such row. */
  momentOfRow(id: string, edge: Edge): number | null {
    const index = this.placeOfEvent(id) ?? placesById(this.record.custody).get(id);
    return index === undefined ? null : momentOf(index, this.n, edge);
  }

  /** A recording's one `recording` row begins at its first frame, so its wall reading ties its counter to its clock. */
  private tieCounters(): void {
    if (this.clocks.counterDay.size === 0) return;
    const rows = new Map<string, number[]>();
    this.record.events.forEach((e, i) => {
      if (e.kind === 'recording' && this.form[2 * i] === FORM.reading)
        rows.set(e.sourceId, [...(rows.get(e.sourceId) ?? []), i]);
    });
    for (const [sourceId, list] of rows) {
      const counter = this.clocks.counter(sourceId);
      const i = list[0] as number;
      if (counter === undefined || list.length !== 1 || this.hang[2 * i] === counter) continue;
      const says = 'a recording’s counter reads 0:00 at its first frame';
      this.core[2 * i] = 1;
      this.counterTies.push({
        moment: 2 * i,
        counter,
        reason: this.clocks.reason({ kind: 'definition', says }),
      });
    }
  }
}

/** What stands behind a relation written in a cell. @param byDefault it is only “about”, by the tolerance of the case */
const relationReason = ({ row, edge, part }: Place, byDefault = false): Reason => ({
  kind: 'relation',
  row: row.id,
  edge,
  ...(byDefault ? { byDefault } : {}),
  ...(part === undefined ? {} : { part }),
});
