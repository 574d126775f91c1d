import { placesNamed } from '../../record/rows';
import { DAY, type Span, type Statement, spanBounds } from '../grammar/written';
import { instantsOf } from '../grammar/zones';
import { dayBounds, wholeDays } from './day-shift';
import { FORM, type Place } from './moment';
import type { Moments } from './moments';
import { type Reason, reasonKey } from './reason';

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
  readonly clockVariable: number;
  readonly min: number;
  readonly max: number;
  readonly reason: Reason;
}

/** A time written as `after @p7`, until it is known which row that is. */
interface Pending extends Place {
  readonly written: Statement & { form: 'tied' | 'ordered' };
}

/** What ties the moments of a record beyond their readings: to rows that their cells name, to days, to counters, by relations. */
export class Ties {
  readonly ties: Tie[] = [];
  readonly clockTies: ClockTie[] = [];
  readonly counterTies: { moment: number; counter: number; reason: number }[] = [];
  private readonly pending: Pending[] = [];
  /** Distances in days: bounded once every reading is known. */
  private readonly dayTies: (Omit<Tie, 'min' | 'max'> & { readonly span: Span })[] = [];

  constructor(private readonly m: Moments) {}

  /** Takes note of a time written as `after @p7`: to which row is known once all are read. */
  await(place: Place, written: Pending['written']): void {
    this.pending.push({ ...place, written });
  }

  /** ms on a clock between which a moment lies, beside its own reading. */
  tieToClock(moment: number, clockVariable: number, lo: number, hi: number, reason: Reason): void {
    const [min, max] = this.m.clocks.asAsked(reasonKey(reason), lo, hi);
    this.clockTies.push({ moment, clockVariable, min, max, reason });
    this.m.isVariable[moment] = 1;
  }

  /** Finds the rows that `after @p7` and the like mean: one of the same log first, else the only one of that name in the case. */
  tiePending(): void {
    if (this.pending.length === 0) return;
    for (const p of this.pending) {
      const { moment, index, row, edge, written: w } = p;
      const found = placesNamed(this.m.record.events, w.ref);
      const own =
        found.length > 1 ? found.filter((i) => this.m.record.events[i]?.logId === row.logId) : found;
      const target = 2 * (own[0] as number) + (w.edge === 'end' ? 1 : 0);
      if (own.length !== 1) {
        this.m.fail(
          moment,
          row.id,
          edge,
          found.length === 0
            ? `@${w.ref} names no row`
            : `@${w.ref} names more than one row: give them different ids`,
        );
      } else if (own[0] === index && w.edge === edge)
        this.m.fail(moment, row.id, edge, `@${w.ref} is this row itself`);
      else if (w.form === 'ordered') {
        const [min, max] = w.side === 'after' ? [0, Number.POSITIVE_INFINITY] : [Number.NEGATIVE_INFINITY, 0];
        this.addTie(moment, target, { min, max }, relationReason(p));
      } else if (w.span === null) this.addTie(moment, target, { min: 0, max: 0 }, relationReason(p));
      else this.addSpan(moment, target, w.span, p);
    }
    this.pending.length = 0;
  }

  /** A distance from another moment, in hours or in days. */
  addSpan(moment: number, target: number, span: Span, place: Place): void {
    const reason = relationReason(place, span.about && span.tolerance === null);
    if (!span.days) {
      this.addTie(moment, target, spanBounds(span, this.m.record.case.policies.approximate), reason);
      return;
    }
    this.m.isVariable[moment] = 1;
    this.m.isVariable[target] = 1;
    this.dayTies.push({ moment, target, span, reason });
  }

  /** Days count on the calendar of the moment that they count from: midnight to midnight where it has no hour. */
  private layDay({ moment, target, span, reason }: (typeof this.dayTies)[number]): void {
    const { approximate } = this.m.record.case.policies;
    const zone = this.zoneOf(target);
    const day = this.m.wholeDay.get(target);
    if (day === undefined) {
      const known =
        this.m.form[target] === FORM.reading &&
        !this.m.clocks.counterDay.has(this.m.clockVariable[target] as number);
      const [lo, hi] = known
        ? [this.m.lo[target] as number, this.m.hi[target] as number]
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
    this.tieToClock(moment, this.m.clockVariable[target] as number, min, max, reason);
  }

  private zoneOf(moment: number): string {
    const row = this.m.record.events[moment >> 1];
    return row?.zone || this.m.clocks.byId.get(row?.clockId ?? '')?.zone || this.m.record.case.zone;
  }

  private addTie(moment: number, target: number, span: { min: number; max: number }, reason: Reason): void {
    this.ties.push({ moment, target, min: span.min, max: span.max, reason });
    this.m.isVariable[moment] = 1;
    this.m.isVariable[target] = 1;
  }

  readRelations(): void {
    for (const r of this.m.record.relations) {
      const [from, to] = [this.m.momentOfRow(r.fromId, r.fromEdge), this.m.momentOfRow(r.toId, r.toEdge)];
      if (from === null || to === null) continue;
      const span = { min: r.min ?? Number.NEGATIVE_INFINITY, max: r.max ?? Number.POSITIVE_INFINITY };
      this.addTie(to, from, span, { kind: 'relation', row: r.id, edge: null });
    }
  }

  /** A recording's one `recording` row begins at its first frame, so its wall reading ties its counter to its clock. */
  tieCounters(): void {
    if (this.m.clocks.counterDay.size === 0) return;
    const rows = new Map<string, number[]>();
    this.m.record.events.forEach((e, i) => {
      if (e.kind === 'recording' && this.m.form[2 * i] === FORM.reading)
        rows.set(e.sourceId, [...(rows.get(e.sourceId) ?? []), i]);
    });
    for (const [sourceId, list] of rows) {
      const counter = this.m.clocks.counter(sourceId);
      const i = list[0] as number;
      if (counter === undefined || list.length !== 1 || this.m.clockVariable[2 * i] === counter) continue;
      const says = 'a recording’s counter reads 0:00 at its first frame';
      this.m.isVariable[2 * i] = 1;
      this.counterTies.push({
        moment: 2 * i,
        counter,
        reason: this.m.clocks.reason({ kind: 'definition', says }),
      });
    }
  }

  /** Distances in days: bounded once every reading is known. */
  layDays(): void {
    for (const t of this.dayTies) this.layDay(t);
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
