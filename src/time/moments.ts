import type { Clock } from '../record/clock';
import type { Edge, EventRow } from '../record/event';
import type { CaseRecord } from '../record/record';
import { KINDS } from '../record/vocabulary';
import { type Drift, type DriftingClock, driftingClocks, driftOver, type SyncReading } from './drift';
import type { Bounds } from './duration';
import { Network } from './network';
import { parseTime } from './parse';
import { type Reason, reasonKey } from './reason';
import { resolveReading } from './resolve';
import { spanBounds, type Written } from './written';

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

/**
 * A question put to the record: what if an assumption were off, an entry wrong by more, or a reading known exactly?
 * Keys are those of `reasonKey`.
 */
export interface WhatIf {
  readonly off?: ReadonlySet<string>;
  /** ms by which a constraint is widened at both ends. */
  readonly slack?: ReadonlyMap<string, number>;
  /** Intervals (ms) in place of those written. */
  readonly exact?: ReadonlyMap<string, Bounds>;
}

/** The number of a moment: events first, two each, then custody entries, two each. */
export function momentOf(index: number, events: number, edge: Edge): number {
  return edge === 'start' ? 2 * index : edge === 'end' ? 2 * index + 1 : edge === 'released' ? 2 * (events + index) : 2 * (events + index) + 1;
}

interface Tie {
  readonly moment: number;
  readonly target: number;
  readonly min: number;
  readonly max: number;
  readonly reason: Reason;
}

/**
 * The rows of a record, read: each moment hangs on a clock by its reading, is tied to another, or says nothing. Clocks,
 * counters and sync points stand in the network already; moments that relations touch are marked for its core.
 */
export class Moments {
  readonly network = new Network();
  readonly zero: number;
  readonly hang: Int32Array;
  readonly lo: Float64Array;
  readonly hi: Float64Array;
  readonly byDefault: Uint8Array;
  readonly core: Uint8Array;
  readonly form: Uint8Array;
  readonly ties: Tie[] = [];
  readonly counterTies: { moment: number; counter: number; reason: number }[] = [];
  readonly unplaced: Unplaced[] = [];
  readonly reasons: Reason[] = [];
  readonly counterDay = new Map<number, string>();
  readonly doubled = new Map<number, readonly (readonly [number, number])[]>();
  readonly hangs = new Map<string, number>();
  /** Clocks on which two sync points need a rate: their offset at each of them. */
  readonly drifts = new Map<number, Drift>();
  readonly n: number;
  private readonly reasonIds = new Map<string, number>();
  private readonly clocks: Map<string, Clock>;
  private indexOfRow: Map<string, number> | null = null;
  private refs: Map<string, number | number[]> | null = null;
  private lastRow: { log: string; index: number } | null = null;
  private readonly asked: boolean;
  private readonly off: ReadonlySet<string>;

  constructor(
    readonly record: CaseRecord,
    private readonly whatIf: WhatIf = {},
  ) {
    this.off = new Set([...record.case.trust.off, ...(whatIf.off ?? [])]);
    this.asked = Boolean(this.off.size || whatIf.slack?.size || whatIf.exact?.size);
    this.n = record.events.length;
    const moments = 2 * (this.n + record.custody.length);
    this.hang = new Int32Array(moments).fill(NONE);
    this.lo = new Float64Array(moments).fill(Number.NEGATIVE_INFINITY);
    this.hi = new Float64Array(moments).fill(Number.POSITIVE_INFINITY);
    this.byDefault = new Uint8Array(moments);
    this.core = new Uint8Array(moments);
    this.form = new Uint8Array(moments);
    this.clocks = new Map(record.clocks.map((c) => [c.id, c]));
    this.zero = this.network.variable(0);
    this.layClocks();
    this.readEvents();
    this.readCustody();
    this.readRelations();
    this.readSyncPoints();
  }

  /** A constraint with its reason, as the question put changes it. */
  constrain(a: number, b: number, min: number, max: number, reason: number): void {
    const [lo, hi] = this.asked ? this.asAsked(reasonKey(this.reasons[reason] as Reason), min, max) : [min, max];
    this.network.constrain(a, b, lo, hi, reason);
  }

  private asAsked(key: string, min: number, max: number): [number, number] {
    if (this.off.has(key)) return [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    const exact = this.whatIf.exact?.get(key);
    if (exact) return [exact.min, exact.max];
    const slack = this.whatIf.slack?.get(key) ?? 0;
    return [min - slack, max + slack];
  }

  // ---- clocks

  /** The number under which a reason stands in the network. */
  reason(reason: Reason): number {
    const key = reasonKey(reason);
    let id = this.reasonIds.get(key);
    if (id === undefined) {
      id = this.reasons.length;
      this.reasons.push(reason);
      this.reasonIds.set(key, id);
    }
    return id;
  }

  private layClocks(): void {
    const { clocks, case: of } = this.record;
    const wall = clocks.filter((c) => c.kind !== 'media');
    const chosen = wall.find((c) => c.reference);
    const reference = chosen ?? wall.find((c) => c.kind === 'dispatch') ?? wall[0];
    for (const clock of wall) {
      const v = this.network.variable(0);
      this.hangs.set(clock.id, v);
      if (clock === reference) {
        const says = chosen ? `${clock.name} is the reference clock` : `no reference clock is chosen; ${clock.name} is taken for it`;
        this.constrain(this.zero, v, 0, 0, this.reason(chosen ? { kind: 'definition', says } : { kind: 'assumption', row: clock.id, says }));
      } else if (clock.offset) {
        this.constrain(this.zero, v, clock.offset.min, clock.offset.max, this.reason({ kind: 'offset', row: clock.id }));
      } else {
        const by = clock.kind === 'person' ? of.policies.personClock : of.policies.machineClock;
        const says = `${clock.name} is within ${by / 60_000} min of the reference clock; nothing ties it down`;
        this.constrain(this.zero, v, -by, by, this.reason({ kind: 'assumption', row: clock.id, says }));
      }
    }
  }

  /** The variable that wall readings of a clock hang on; where no zone is stated, one more that knows the case's zone is assumed. */
  private wallHang(clockId: string, zoneAssumed: boolean): number | null {
    const v = this.hangs.get(clockId);
    if (v === undefined) return null;
    if (!zoneAssumed) return v;
    const key = `${clockId} zone`;
    let z = this.hangs.get(key);
    if (z === undefined) {
      z = this.network.variable(0);
      this.hangs.set(key, z);
      const name = this.clocks.get(clockId)?.name ?? 'this clock';
      const says = `${name} keeps the time of ${this.record.case.zone}; its source states no zone`;
      this.constrain(v, z, 0, 0, this.reason({ kind: 'assumption', row: key, says }));
    }
    return z;
  }

  /** The variable of a recording's counter: its first frame. */
  private counterHang(sourceId: string, day: string): number {
    const key = `counter ${sourceId}`;
    let v = this.hangs.get(key);
    if (v === undefined) {
      const start = day === '' ? 0 : Date.parse(`${day}T00:00:00Z`);
      v = this.network.variable(start);
      this.hangs.set(key, v);
      this.counterDay.set(v, day);
    }
    return v;
  }

  // ---- rows

  rowIndex(): Map<string, number> {
    if (!this.indexOfRow) {
      const map = new Map<string, number>();
      this.record.events.forEach((e, i) => {
        map.set(e.id, i);
      });
      this.record.custody.forEach((c, i) => {
        map.set(c.id, this.n + i);
      });
      this.indexOfRow = map;
    }
    return this.indexOfRow;
  }

  /** The event a row of `log` means by `@ref`: one of its own log first, else the only one of that name in the case. */
  private target(log: string, ref: string): number | string {
    this.refs ??= this.readRefs();
    const found = this.refs.get(ref);
    if (found === undefined) return `@${ref} names no row`;
    if (typeof found === 'number') return found;
    const own = found.filter((i) => this.record.events[i]?.logId === log);
    return own.length === 1 ? (own[0] as number) : `@${ref} names more than one row: give them different ids`;
  }

  /** Every id that people wrote, and the row or rows that bear it. */
  private readRefs(): Map<string, number | number[]> {
    const refs = new Map<string, number | number[]>();
    this.record.events.forEach((e, i) => {
      if (e.ref === '') return;
      const known = refs.get(e.ref);
      if (known === undefined) refs.set(e.ref, i);
      else if (typeof known === 'number') refs.set(e.ref, [known, i]);
      else known.push(i);
    });
    return refs;
  }

  private fail(moment: number, row: string, edge: Edge, why: string): void {
    this.form[moment] = FORM.none;
    this.unplaced.push({ row, edge, why });
  }

  private readEvents(): void {
    const { events } = this.record;
    for (let i = 0; i < this.n; i++) {
      const e = events[i] as EventRow;
      if (e.start === '') this.fail(2 * i, e.id, 'start', 'no time is written');
      else this.read(2 * i, e.start, e, i, 'start');
      if (e.end === '') {
        this.form[2 * i + 1] = KINDS[e.kind].span ? FORM.notStated : FORM.sameAsStart;
      } else {
        this.read(2 * i + 1, e.end, e, i, 'end');
        if (this.form[2 * i + 1] === FORM.none) this.form[2 * i + 1] = FORM.notStated;
        this.orderEnds(2 * i);
      }
      this.lastRow = { log: e.logId, index: i };
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

  private read(
    moment: number,
    text: string,
    row: { id: string; logId: string; clockId: string; zone: string; date: string; sourceId: string },
    index: number,
    edge: Edge,
    date = row.date,
  ): void {
    const parsed = parseTime(text);
    if (!parsed.ok) return this.fail(moment, row.id, edge, parsed.why);
    const w = parsed.written;
    if (w.form === 'reading' || w.form === 'open') return this.hangReading(moment, w, row, edge, date);
    this.tie(moment, w, row, index, edge);
  }

  private hangReading(
    moment: number,
    w: Written & { form: 'reading' | 'open' },
    row: { id: string; clockId: string; zone: string; sourceId: string },
    edge: Edge,
    date: string,
  ): void {
    const stamp = w.form === 'reading' ? w.from : w.stamp;
    const clock = this.clocks.get(row.clockId);
    const stated = row.zone !== '' ? row.zone : (clock?.zone ?? '');
    const zone = stated === '' ? this.record.case.zone : stated;
    const resolved = resolveReading(w, { date, zone, approximate: this.record.case.policies.approximate });
    if (!resolved.ok) return this.fail(moment, row.id, edge, resolved.why);
    const { interval } = resolved;
    const assumed = stated === '' && stamp.clock === 'wall' && stamp.zone === null;
    const hang = stamp.clock === 'media' ? this.counterHang(row.sourceId, date) : this.wallHang(row.clockId, assumed);
    if (hang === null) return this.fail(moment, row.id, edge, 'this row names no clock');
    this.hang[moment] = hang;
    const [lo, hi] = this.asked ? this.asAsked(`reading ${row.id} ${edge}`, interval.min, interval.max) : [interval.min, interval.max];
    this.lo[moment] = lo;
    this.hi[moment] = hi;
    this.form[moment] = FORM.reading;
    if (interval.widened?.byDefault) this.byDefault[moment] = 1;
    if (interval.alternatives.length > 1) this.doubled.set(moment, interval.alternatives);
  }

  private tie(moment: number, w: Exclude<Written, { form: 'reading' | 'open' }>, row: { id: string; logId: string }, index: number, edge: Edge): void {
    let target: number;
    if (w.form === 'after-previous') {
      if (edge === 'end') target = moment - 1;
      else if (this.lastRow === null || this.lastRow.log !== row.logId)
        return this.fail(moment, row.id, edge, 'there is no row before this one for its “+” to count from');
      else target = 2 * this.lastRow.index;
    } else {
      const found = this.target(row.logId, w.ref);
      if (typeof found === 'string') return this.fail(moment, row.id, edge, found);
      if (found === index && w.edge === edge) return this.fail(moment, row.id, edge, `@${w.ref} is this row itself`);
      target = 2 * found + (w.edge === 'end' ? 1 : 0);
    }
    const span =
      w.form === 'ordered'
        ? w.side === 'after'
          ? { min: 0, max: Number.POSITIVE_INFINITY }
          : { min: Number.NEGATIVE_INFINITY, max: 0 }
        : w.span === null
          ? { min: 0, max: 0 }
          : spanBounds(w.span);
    this.form[moment] = FORM.related;
    this.addTie(moment, target, span.min, span.max, { kind: 'relation', row: row.id, edge });
  }

  private addTie(moment: number, target: number, min: number, max: number, reason: Reason): void {
    this.ties.push({ moment, target, min, max, reason });
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
        if (text !== '') this.read(moment, text, { ...c, date }, -1, edge, date);
      }
    });
  }

  private readRelations(): void {
    for (const r of this.record.relations) {
      const ends = [
        [r.fromId, r.fromEdge],
        [r.toId, r.toEdge],
      ].map(([id, edge]) => {
        const index = this.rowIndex().get(id as string);
        return index === undefined ? null : momentOf(index >= this.n ? index - this.n : index, this.n, edge as Edge);
      });
      if (ends[0] === null || ends[1] === null || ends[0] === undefined || ends[1] === undefined) continue;
      this.addTie(ends[1], ends[0], r.min ?? Number.NEGATIVE_INFINITY, r.max ?? Number.POSITIVE_INFINITY, { kind: 'relation', row: r.id, edge: null });
    }
  }

  private readSyncPoints(): void {
    const readings = this.record.syncPoints.flatMap((s) => {
      const [a, b] = [this.syncReading(s, s.clockA, s.dateA, s.readingA), this.syncReading(s, s.clockB, s.dateB, s.readingB)];
      return a && b ? [{ reason: this.reason({ kind: 'sync', row: s.id }), a, b }] : [];
    });
    const drifting = driftingClocks(readings, this.zeroHangs(), this.record.case.policies.drift);
    for (const d of drifting) this.layDrift(d);
    for (const { reason, a, b } of readings) {
      const moment = this.network.variable(0);
      for (const r of [a, b]) {
        const anchor = this.drifts.get(r.hang)?.anchors.find((x) => x.reason === reason);
        this.constrain(anchor?.variable ?? r.hang, moment, r.min, r.max, reason);
      }
    }
    this.tieCounters();
  }

  private syncReading(s: CaseRecord['syncPoints'][number], clockId: string, date: string, text: string): SyncReading | null {
    const refuse = (why: string): null => {
      this.unplaced.push({ row: s.id, edge: 'start', why });
      return null;
    };
    const parsed = parseTime(text);
    if (!parsed.ok) return refuse(parsed.why);
    if (parsed.written.form !== 'reading') return refuse('a sync point needs a reading on each clock');
    const clock = this.clocks.get(clockId);
    const resolved = resolveReading(parsed.written, { date, zone: clock?.zone || this.record.case.zone, approximate: this.record.case.policies.approximate });
    if (!resolved.ok) return refuse(resolved.why);
    const stamp = parsed.written.from;
    const hang = stamp.clock === 'media' ? this.counterHang(s.sourceId, date) : this.wallHang(clockId, clock?.zone === '' && stamp.zone === null);
    if (hang === null) return refuse('a sync point names an unknown clock');
    return { hang, min: resolved.interval.min, max: resolved.interval.max };
  }

  /** The variable of the reference clock: of two clocks that part, the other is said to drift. */
  private zeroHangs(): ReadonlySet<number> {
    const reference = this.record.clocks.find((c) => c.reference);
    return new Set(reference ? [this.hangs.get(reference.id) ?? NONE] : []);
  }

  /** A drifting clock has an offset of its own at each sync point; neighbouring ones differ by no more than its rate allows. */
  private layDrift(d: DriftingClock): void {
    const name = [...this.hangs].find(([, v]) => v === d.hang)?.[0] ?? '';
    const rate = this.record.case.policies.drift;
    const label = this.clocks.get(name)?.name ?? 'the recording’s counter';
    const reason = this.reason({ kind: 'assumption', row: `${name} drift`, says: `${label} drifts by no more than ${rate} parts in a million` });
    const anchors = d.points.map((p, i) => ({ variable: i === 0 ? d.hang : this.network.variable(0), at: p.at, reason: p.reason }));
    anchors.slice(1).forEach((x, i) => {
      const before = anchors[i] as (typeof anchors)[number];
      const most = driftOver(x.at - before.at, rate);
      this.constrain(before.variable, x.variable, -most, most, reason);
    });
    this.drifts.set(d.hang, { anchors, reason, rate });
    for (let m = 0; m < this.form.length; m++) if (this.form[m] === FORM.reading && this.hang[m] === d.hang) this.core[m] = 1;
  }

  /** Ties a core moment's reading to its clock: directly, or, where the clock drifts, to its offsets on either side. */
  tieReading(m: number, variable: number): void {
    const [hang, lo, hi] = [this.hang[m] as number, this.lo[m] as number, this.hi[m] as number];
    const reason = this.reason(this.readingReason(m));
    const drift = this.drifts.get(hang);
    if (!drift) {
      this.network.constrain(hang, variable, lo, hi, reason);
      return;
    }
    const own = this.network.variable(0);
    const at = Number.isFinite(lo) ? lo : hi;
    const next = drift.anchors.findIndex((x) => x.at > at);
    const near = next < 0 ? drift.anchors.slice(-1) : drift.anchors.slice(Math.max(0, next - 1), next + 1);
    for (const x of near) {
      const most = driftOver(Math.max(Math.abs(x.at - lo), Math.abs(x.at - hi)), drift.rate);
      if (Number.isFinite(most)) this.constrain(x.variable, own, -most, most, drift.reason);
    }
    this.network.constrain(own, variable, lo, hi, reason);
  }

  /** A recording's one `recording` row begins at its first frame, so its wall reading ties its counter to its clock. */
  private tieCounters(): void {
    if (this.counterDay.size === 0) return;
    const rows = new Map<string, number[]>();
    this.record.events.forEach((e, i) => {
      if (e.kind === 'recording' && this.form[2 * i] === FORM.reading) rows.set(e.sourceId, [...(rows.get(e.sourceId) ?? []), i]);
    });
    for (const [sourceId, list] of rows) {
      const counter = this.hangs.get(`counter ${sourceId}`);
      const i = list[0] as number;
      if (counter === undefined || list.length !== 1 || this.hang[2 * i] === counter) continue;
      const says = 'a recording’s counter reads 0:00 at its first frame';
      this.core[2 * i] = 1;
      this.counterTies.push({ moment: 2 * i, counter, reason: this.reason({ kind: 'definition', says }) });
    }
  }

  /** The reason of a moment's own reading. */
  readingReason(m: number): Reason {
    const custody = m >= 2 * this.n;
    const row = custody ? this.record.custody[(m - 2 * this.n) >> 1] : this.record.events[m >> 1];
    const edge: Edge = custody ? (m % 2 === 0 ? 'released' : 'received') : m % 2 === 0 ? 'start' : 'end';
    return { kind: 'reading', row: row?.id ?? '', edge, byDefault: this.byDefault[m] === 1 };
  }
}
