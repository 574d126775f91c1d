import type { Clock } from '../record/clock';
import type { Edge, EventRow, MomentRef } from '../record/event';
import type { CaseRecord } from '../record/record';
import { KINDS } from '../record/vocabulary';
import type { Bounds } from './duration';
import { Network } from './network';
import { parseTime } from './parse';
import { type Reason, reasonKey } from './reason';
import { resolveReading } from './resolve';
import { spreadInOrder } from './spread';
import { sourceKinds, trustOf } from './trust';
import { spanBounds, type Written } from './written';

/** A row's time that could not be used, and why: the row stays in the record, undated. */
export interface Unplaced {
  readonly row: string;
  readonly edge: Edge;
  readonly why: string;
}

/** Entries that cannot all be true: in the order of the cycle, by how many ms, and which of them was set aside. */
export interface Contradiction {
  readonly entries: readonly Reason[];
  readonly by: number;
  readonly setAside: Reason;
}

/** What a moment hangs on: one variable and its distance from it, or a variable of its own. */
const NONE = -1;

/** The record, solved: bounds, windows and proofs for any pair of its moments. */
export interface Solved {
  /** t(b) - t(a), in ms, both ends reached; infinite where the record sets no bound. */
  bounds(a: MomentRef, b: MomentRef): Bounds;
  /** The instants the moment can be, in ms; infinite where nothing ties it down. */
  window(m: MomentRef): Bounds;
  /** What proves the least (`min`) or the greatest (`max`) of `bounds(a, b)`, in order. */
  because(a: MomentRef, b: MomentRef, end: 'min' | 'max'): Reason[];
  /** Whether the record gives the moment any place at all. */
  placed(m: MomentRef): boolean;
  /** Whether the row states no end although its kind has one. */
  openEnd(row: string): boolean;
  /** Windows and drawing places of all moments, in the order events (start, end), custody (released, received). */
  readonly positions: Positions;
  readonly contradictions: readonly Contradiction[];
  readonly unplaced: readonly Unplaced[];
}

/** One entry per moment; NaN where it has no place. `at` is where it is drawn: inside its window, in the record's order. */
export interface Positions {
  readonly min: Float64Array;
  readonly max: Float64Array;
  readonly at: Float64Array;
  /** 1 where the moment hangs on a counter that nothing ties to a wall clock: drawn from midnight of its day, true only among its own. */
  readonly untied: Uint8Array;
}

/** The number of a moment: events first, two each, then custody entries, two each. */
export function momentOf(index: number, events: number, edge: Edge): number {
  return edge === 'start' ? 2 * index : edge === 'end' ? 2 * index + 1 : edge === 'released' ? 2 * (events + index) : 2 * (events + index) + 1;
}

/** Solves a record: parses every time, builds the network, sets aside what cannot be true, and bounds every moment. */
export function solveRecord(record: CaseRecord): Solved {
  return new Solver(record).solve();
}

interface Tie {
  readonly moment: number;
  readonly target: number;
  readonly min: number;
  readonly max: number;
  readonly reason: Reason;
}

class Solver {
  private readonly network = new Network();
  private readonly zero: number;
  private readonly hang: Int32Array;
  private readonly lo: Float64Array;
  private readonly hi: Float64Array;
  private readonly byDefault: Uint8Array;
  private readonly core: Uint8Array;
  private readonly variable: Int32Array;
  /** 0 no time, 1 a reading, 2 related, 3 the same as its start, 4 not stated. */
  private readonly form: Uint8Array;
  private readonly ties: Tie[] = [];
  private readonly unplaced: Unplaced[] = [];
  private readonly contradictions: Contradiction[] = [];
  private readonly reasons: Reason[] = [];
  private readonly reasonIds = new Map<string, number>();
  private readonly clocks: Map<string, Clock>;
  private readonly hangs = new Map<string, number>();
  private readonly counterDay = new Map<number, string>();
  private readonly doubled = new Map<number, readonly (readonly [number, number])[]>();
  private readonly n: number;
  private indexOfRow: Map<string, number> | null = null;
  private refs: Map<string, number> | null = null;
  private readonly setAside = new Set<number>();
  private lastRow: { log: string; index: number } | null = null;

  constructor(private readonly record: CaseRecord) {
    this.n = record.events.length;
    const moments = 2 * (this.n + record.custody.length);
    this.hang = new Int32Array(moments).fill(NONE);
    this.lo = new Float64Array(moments).fill(Number.NEGATIVE_INFINITY);
    this.hi = new Float64Array(moments).fill(Number.POSITIVE_INFINITY);
    this.byDefault = new Uint8Array(moments);
    this.core = new Uint8Array(moments);
    this.variable = new Int32Array(moments).fill(NONE);
    this.form = new Uint8Array(moments);
    this.clocks = new Map(record.clocks.map((c) => [c.id, c]));
    this.zero = this.network.variable(0);
  }

  solve(): Solved {
    this.layClocks();
    this.readEvents();
    this.readCustody();
    this.readRelations();
    this.readSyncPoints();
    this.layCore();
    this.close();
    this.settleDoubled();
    return this.answer();
  }

  // ---- clocks

  private reason(reason: Reason): number {
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
        this.network.constrain(this.zero, v, 0, 0, this.reason(chosen ? { kind: 'definition', says } : { kind: 'assumption', row: clock.id, says }));
      } else if (clock.offset) {
        this.network.constrain(this.zero, v, clock.offset.min, clock.offset.max, this.reason({ kind: 'offset', row: clock.id }));
      } else {
        const by = clock.kind === 'person' ? of.policies.personClock : of.policies.machineClock;
        const says = `${clock.name} is within ${by / 60_000} min of the reference clock; nothing ties it down`;
        this.network.constrain(this.zero, v, -by, by, this.reason({ kind: 'assumption', row: clock.id, says }));
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
      this.network.constrain(v, z, 0, 0, this.reason({ kind: 'assumption', row: key, says }));
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

  private rowIndex(): Map<string, number> {
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
    if (!this.refs) {
      const refs = new Map<string, number>();
      this.record.events.forEach((e, i) => {
        if (e.ref === '') return;
        refs.set(`${e.logId} ${e.ref}`, i);
        const any = ` ${e.ref}`;
        refs.set(any, refs.has(any) ? -1 : i);
      });
      this.refs = refs;
    }
    const found = this.refs.get(`${log} ${ref}`) ?? this.refs.get(` ${ref}`);
    if (found === undefined) return `@${ref} names no row`;
    if (found < 0) return `@${ref} names more than one row: give them different ids`;
    return found;
  }

  private fail(moment: number, row: string, edge: Edge, why: string): void {
    this.form[moment] = 0;
    this.unplaced.push({ row, edge, why });
  }

  private readEvents(): void {
    const { events } = this.record;
    for (let i = 0; i < this.n; i++) {
      const e = events[i] as EventRow;
      if (e.start === '') this.fail(2 * i, e.id, 'start', 'no time is written');
      else this.read(2 * i, e.start, e, i, 'start');
      if (e.end === '') {
        this.form[2 * i + 1] = KINDS[e.kind].span ? 4 : 3;
      } else {
        this.read(2 * i + 1, e.end, e, i, 'end');
        if (this.form[2 * i + 1] === 0) this.form[2 * i + 1] = 4;
        this.orderEnds(2 * i);
      }
      this.lastRow = { log: e.logId, index: i };
    }
  }

  /** A span whose two readings lie on one clock is bounded on the spot; the rest goes into the core. */
  private orderEnds(s: number): void {
    const e = s + 1;
    if (
      this.form[s] === 1 &&
      this.form[e] === 1 &&
      this.hang[s] === this.hang[e] &&
      (this.lo[s] as number) <= (this.hi[e] as number) &&
      !this.doubled.has(s) &&
      !this.doubled.has(e)
    )
      return;
    if (this.form[s] === 0 || this.form[e] === 4) return;
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
    this.lo[moment] = interval.min;
    this.hi[moment] = interval.max;
    this.form[moment] = 1;
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
    this.form[moment] = 2;
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
    for (const s of this.record.syncPoints) {
      const reason = this.reason({ kind: 'sync', row: s.id });
      const moment = this.network.variable(0);
      for (const [clockId, date, text] of [
        [s.clockA, s.dateA, s.readingA],
        [s.clockB, s.dateB, s.readingB],
      ] as const) {
        const parsed = parseTime(text);
        if (!parsed.ok || parsed.written.form !== 'reading') {
          this.unplaced.push({ row: s.id, edge: 'start', why: parsed.ok ? 'a sync point needs a reading on each clock' : parsed.why });
          continue;
        }
        const clock = this.clocks.get(clockId);
        const zone = clock?.zone || this.record.case.zone;
        const resolved = resolveReading(parsed.written, { date, zone, approximate: this.record.case.policies.approximate });
        const stamp = parsed.written.from;
        const hang = stamp.clock === 'media' ? this.counterHang(s.sourceId, date) : this.wallHang(clockId, clock?.zone === '' && stamp.zone === null);
        if (!resolved.ok || hang === null)
          this.unplaced.push({ row: s.id, edge: 'start', why: resolved.ok ? 'a sync point names an unknown clock' : resolved.why });
        else this.network.constrain(hang, moment, resolved.interval.min, resolved.interval.max, reason);
      }
    }
    this.tieCounters();
  }

  /** A recording's one `recording` row begins at its first frame, so its wall reading ties its counter to its clock. */
  private tieCounters(): void {
    if (this.counterDay.size === 0) return;
    const rows = new Map<string, number[]>();
    this.record.events.forEach((e, i) => {
      if (e.kind === 'recording' && this.form[2 * i] === 1) rows.set(e.sourceId, [...(rows.get(e.sourceId) ?? []), i]);
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
  private readonly counterTies: { moment: number; counter: number; reason: number }[] = [];

  // ---- the core

  private layCore(): void {
    const { events } = this.record;
    for (let m = 0; m < 2 * this.n; m += 2) {
      if (this.form[m + 1] === 3 && this.core[m + 1] === 1) this.core[m] = 1;
      if (this.core[m + 1] === 1 && this.form[m + 1] === 4) this.core[m] = 1;
      if (this.core[m] === 1 && (this.form[m + 1] === 1 || this.form[m + 1] === 2)) this.core[m + 1] = 1;
      if (this.core[m + 1] === 1 && this.form[m] !== 0) this.core[m] = 1;
    }
    for (let m = 0; m < this.core.length; m++) {
      if (this.core[m] === 0) continue;
      const start = m - 1;
      if (m < 2 * this.n && m % 2 === 1 && this.form[m] === 3) {
        this.variable[m] = this.variable[start] as number;
        continue;
      }
      const [lo, hi] = [this.lo[m] as number, this.hi[m] as number];
      const guess = Number.isFinite(lo) ? lo : Number.isFinite(hi) ? hi : 0;
      const base = this.hang[m] === NONE ? 0 : this.counterDay.has(this.hang[m] as number) ? this.counterGuess(this.hang[m] as number) : 0;
      const v = this.network.variable(guess === 0 ? 0 : guess + base);
      this.variable[m] = v;
      if (this.form[m] === 1) {
        this.network.constrain(this.hang[m] as number, v, lo, hi, this.reason(this.readingReason(m)));
      }
    }
    const ends = this.reason({ kind: 'definition', says: 'nothing ends before it begins' });
    for (let i = 0; i < events.length; i++) {
      const [s, e] = [this.variable[2 * i] as number, this.variable[2 * i + 1] as number];
      if (s !== NONE && e !== NONE && s !== e) this.network.constrain(s, e, 0, Number.POSITIVE_INFINITY, ends);
    }
    for (const t of this.ties) {
      const [a, b] = [this.variable[t.target] as number, this.variable[t.moment] as number];
      if (a !== NONE && b !== NONE) this.network.constrain(a, b, t.min, t.max, this.reason(t.reason));
    }
    for (const c of this.counterTies) this.network.constrain(c.counter, this.variable[c.moment] as number, 0, 0, c.reason);
  }

  private counterGuess(v: number): number {
    const day = this.counterDay.get(v) ?? '';
    return day === '' ? 0 : Date.parse(`${day}T00:00:00Z`);
  }

  private readingReason(m: number): Reason {
    const custody = m >= 2 * this.n;
    const row = custody ? this.record.custody[(m - 2 * this.n) >> 1] : this.record.events[m >> 1];
    const edge: Edge = custody ? (m % 2 === 0 ? 'released' : 'received') : m % 2 === 0 ? 'start' : 'end';
    return { kind: 'reading', row: row?.id ?? '', edge, byDefault: this.byDefault[m] === 1 };
  }

  /** Sets aside the least trusted entry of every contradiction until the rest can all be true. */
  private close(): void {
    let kinds: ReturnType<typeof sourceKinds> | null = null;
    for (let guard = 0; guard < 10_000; guard++) {
      const found = this.network.close();
      if (!found) return;
      kinds ??= sourceKinds(this.record);
      const ids = [...new Set(found.reasons)];
      const entries = ids.map((id) => this.reasons[id] as Reason).filter((r) => r.kind !== 'definition');
      let worst = ids[0] as number;
      let least = Number.POSITIVE_INFINITY;
      for (const id of ids) {
        const trust = trustOf(this.reasons[id] as Reason, kinds);
        if (trust <= least) {
          least = trust;
          worst = id;
        }
      }
      this.contradictions.push({ entries, by: found.by, setAside: this.reasons[worst] as Reason });
      this.setAside.add(worst);
      this.network.setAside(worst);
    }
  }

  /** An hour that happened twice is narrowed to the one that the rest of the record leaves open, where it leaves one. */
  private settleDoubled(): void {
    let narrowed = false;
    for (const [m, alternatives] of this.doubled) {
      const [v, h] = [this.variable[m] as number, this.hang[m] as number];
      if (v === NONE || this.setAside.has(this.reason(this.readingReason(m)))) continue;
      const b = this.network.bounds(h, v);
      const open = alternatives.filter(([min, max]) => min <= b.max && max >= b.min);
      if (open.length !== 1) continue;
      const [min, max] = open[0] as readonly [number, number];
      this.network.constrain(h, v, min, max, this.reason(this.readingReason(m)));
      narrowed = true;
    }
    if (narrowed) this.close();
  }

  // ---- answers

  private number(ref: MomentRef): number {
    const index = this.rowIndex().get(ref.id);
    if (index === undefined) throw new Error(`the record holds no row ${ref.id}`);
    let m = index >= this.n ? momentOf(index - this.n, this.n, ref.edge) : momentOf(index, this.n, ref.edge);
    if (m < 2 * this.n && m % 2 === 1 && this.form[m] === 3) m -= 1;
    return m;
  }

  /** The moment as a variable and its distance from it; an end that is not stated hangs on its start, open above. */
  private anchor(m: number): { v: number; lo: number; hi: number } | null {
    if (this.variable[m] !== NONE) return { v: this.variable[m] as number, lo: 0, hi: 0 };
    const isEnd = m < 2 * this.n && m % 2 === 1;
    if (this.form[m] === 4 || this.form[m] === 0) {
      if (!isEnd || this.form[m] === 0) return null;
      const s = this.anchor(m - 1);
      return s && { v: s.v, lo: s.lo, hi: Number.POSITIVE_INFINITY };
    }
    let [lo, hi] = [this.lo[m] as number, this.hi[m] as number];
    if (m < 2 * this.n && this.form[m ^ 1] === 1 && this.hang[m ^ 1] === this.hang[m]) {
      if (isEnd) lo = Math.max(lo, this.lo[m - 1] as number);
      else hi = Math.min(hi, this.hi[m + 1] as number);
    }
    return { v: this.hang[m] as number, lo, hi };
  }

  private boundsOf(a: number, b: number): Bounds {
    if (a === b) return { min: 0, max: 0 };
    const [x, y] = [this.anchor(a), this.anchor(b)];
    if (!x || !y) return { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY };
    const core = x.v === y.v ? { min: 0, max: 0 } : this.network.bounds(x.v, y.v);
    let min = core.min + y.lo - x.hi;
    let max = core.max + y.hi - x.lo;
    if (a < 2 * this.n && (a ^ 1) === b && this.variable[a] === NONE && this.variable[b] === NONE) {
      if (b > a) min = Math.max(0, min);
      else max = Math.min(0, max);
    }
    return { min: Number.isNaN(min) ? Number.NEGATIVE_INFINITY : min, max: Number.isNaN(max) ? Number.POSITIVE_INFINITY : max };
  }

  private because(a: number, b: number, end: 'min' | 'max'): Reason[] {
    const [from, to] = end === 'max' ? [a, b] : [b, a];
    const [x, y] = [this.anchor(from), this.anchor(to)];
    if (!x || !y || from === to) return [];
    const path = x.v === y.v ? [] : this.network.proof(x.v, y.v);
    const ids = new Set(path);
    const reasons = [...ids].map((id) => this.reasons[id] as Reason);
    const own = (m: number): Reason[] => (this.variable[m] === NONE && this.form[m] === 1 ? [this.readingReason(m)] : []);
    return [...own(from), ...reasons, ...own(to)];
  }

  private answer(): Solved {
    const positions = this.positions();
    return {
      positions,
      contradictions: this.contradictions,
      unplaced: this.unplaced,
      bounds: (a, b) => this.boundsOf(this.number(a), this.number(b)),
      because: (a, b, end) => this.because(this.number(a), this.number(b), end),
      window: (ref) => {
        const m = this.number(ref);
        const [min, max] = [positions.min[m] as number, positions.max[m] as number];
        return Number.isNaN(min) ? { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY } : { min, max };
      },
      placed: (ref) => this.anchor(this.number(ref)) !== null && !Number.isNaN(positions.at[this.number(ref)] as number),
      openEnd: (row) => {
        const i = this.rowIndex().get(row);
        return i !== undefined && i < this.n && this.form[2 * i + 1] === 4 && this.variable[2 * i + 1] === NONE;
      },
    };
  }

  private positions(): Positions {
    const most = this.network.mostFrom(this.zero);
    const least = this.network.leastFrom(this.zero);
    const moments = this.core.length;
    const min = new Float64Array(moments).fill(Number.NaN);
    const max = new Float64Array(moments).fill(Number.NaN);
    const at = new Float64Array(moments).fill(Number.NaN);
    const untied = new Uint8Array(moments);
    const shift = this.untiedShift(most, least);
    for (let m = 0; m < moments; m++) {
      const same = m < 2 * this.n && m % 2 === 1 && this.form[m] === 3;
      const a = this.anchor(same ? m - 1 : m);
      if (!a) continue;
      const s = shift(a.v);
      if (s) untied[m] = 1;
      const lo = (s ? s.min : (least[a.v] as number)) + a.lo;
      const hi = (s ? s.max : (most[a.v] as number)) + a.hi;
      if (!Number.isFinite(lo) && !Number.isFinite(hi)) continue;
      min[m] = lo;
      max[m] = hi;
      at[m] = Number.isFinite(lo) && Number.isFinite(hi) ? lo + (hi - lo) / 2 : Number.isFinite(lo) ? lo : hi;
    }
    this.spread(min, max, at);
    return { min, max, at, untied };
  }

  /** For variables that nothing ties to the reference clock but that share a counter: their bounds as if the counter began at midnight. */
  private untiedShift(most: Float64Array, least: Float64Array): (v: number) => Bounds | null {
    const free = [...this.counterDay].filter(([v]) => !Number.isFinite(most[v] as number) && !Number.isFinite(least[v] as number));
    if (free.length === 0) return () => null;
    return (v) => {
      if (Number.isFinite(most[v] as number) || Number.isFinite(least[v] as number)) return null;
      for (const [counter, day] of free) {
        const b = this.network.bounds(counter, v);
        if (!Number.isFinite(b.min) && !Number.isFinite(b.max)) continue;
        const base = this.midnight(day);
        return { min: base + b.min, max: base + b.max };
      }
      return null;
    };
  }

  private midnight(day: string): number {
    const r = resolveReading(
      {
        form: 'reading',
        from: { clock: 'wall', date: day === '' ? '2000-01-01' : day, ms: 0, precision: 1000, zone: null },
        to: null,
        about: false,
        tolerance: null,
      },
      { date: day, zone: this.record.case.zone, approximate: 0 },
    );
    return r.ok ? r.interval.min : 0;
  }

  private spread(min: Float64Array, max: Float64Array, at: Float64Array): void {
    const same = (m: number): number => (m < 2 * this.n && m % 2 === 1 && this.form[m] === 3 ? m - 1 : m);
    const order: [number, number][] = [];
    for (const t of this.ties) {
      if (t.min >= 0) order.push([same(t.target), same(t.moment)]);
      else if (t.max <= 0) order.push([same(t.moment), same(t.target)]);
    }
    if (order.length === 0) return;
    for (const m of new Set(order.flat())) {
      const s = m - (m % 2);
      if (s < 2 * this.n && this.form[s + 1] !== 3) order.push([s, s + 1]);
    }
    spreadInOrder(order, min, max, at);
    for (let m = 1; m < 2 * this.n; m += 2) if (this.form[m] === 3) at[m] = at[m - 1] as number;
  }
}
