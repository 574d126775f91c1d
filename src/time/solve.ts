import type { MomentRef } from '../record/event';
import type { CaseRecord } from '../record/record';
import type { Bounds } from './duration';
import { FORM, Moments, momentOf, NONE, type Unplaced, type WhatIf } from './moments';
import type { Reason } from './reason';
import { spreadInOrder } from './spread';
import { sourceKinds, trustOf } from './trust';

/** Entries that cannot all be true: in the order of the cycle, by how many ms, and which of them was set aside. */
export interface Contradiction {
  readonly entries: readonly Reason[];
  readonly by: number;
  readonly setAside: Reason;
  /** Where the entry set aside says it was, by its clock, in ms; null where it is no reading. */
  readonly claimed: Bounds | null;
}

/** One step of a proof: by this reason, the next moment lies no more than `ms` after the one before. */
export interface ProofStep {
  readonly reason: Reason;
  readonly side: 'min' | 'max';
  readonly ms: number;
}

/** The record, solved: bounds, windows and proofs for any pair of its moments. */
export interface Solved {
  /** t(b) - t(a), in ms, both ends reached; infinite where the record sets no bound. */
  bounds(a: MomentRef, b: MomentRef): Bounds;
  /** The instants the moment can be, in ms; infinite where nothing ties it down. */
  window(m: MomentRef): Bounds;
  /** What proves the least (`min`) or the greatest (`max`) of `bounds(a, b)`, in order. */
  proof(a: MomentRef, b: MomentRef, end: 'min' | 'max'): ProofStep[];
  /** The interval on its clock of a moment's own reading, in ms; null where it has none. */
  reading(m: MomentRef): Bounds | null;
  /** How far the record lets a clock be off, in ms; null for a clock that no reading hangs on. */
  clockOffset(clockId: string): Bounds | null;
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

/**
 * Solves a record: parses every time, builds the network, sets aside what cannot be true, and bounds every moment.
 * `whatIf` asks how it would stand otherwise.
 */
export function solveRecord(record: CaseRecord, whatIf: WhatIf = {}): Solved {
  return new Solver(new Moments(record, whatIf)).solve();
}

/** How far the search for overlapping contradictions goes. */
const MOST_TRIES = 500;
const MOST_TRIES_LARGE = 40;
const MOST_CONTRADICTIONS = 60;

/** A moment as a variable and its distance from it (ms), and the moments whose readings set each end. */
interface Anchor {
  readonly v: number;
  readonly lo: number;
  readonly hi: number;
  readonly loBy: number;
  readonly hiBy: number;
}

class Solver {
  private readonly variable: Int32Array;
  private readonly found: Omit<Contradiction, 'claimed'>[] = [];
  private readonly setAside = new Set<number>();
  private readonly noted = new Set<string>();

  constructor(private readonly m: Moments) {
    this.variable = new Int32Array(m.form.length).fill(NONE);
  }

  solve(): Solved {
    this.layCore();
    this.close();
    this.settleDoubled();
    return this.answer();
  }

  // ---- the core

  private layCore(): void {
    const { events } = this.m.record;
    for (let m = 0; m < 2 * this.m.n; m += 2) {
      if (this.m.form[m + 1] === FORM.sameAsStart && this.m.core[m + 1] === 1) this.m.core[m] = 1;
      if (this.m.core[m + 1] === 1 && this.m.form[m + 1] === FORM.notStated) this.m.core[m] = 1;
      if (this.m.core[m] === 1 && (this.m.form[m + 1] === FORM.reading || this.m.form[m + 1] === FORM.related)) this.m.core[m + 1] = 1;
      if (this.m.core[m + 1] === 1 && this.m.form[m] !== FORM.none) this.m.core[m] = 1;
    }
    for (let m = 0; m < this.m.core.length; m++) {
      if (this.m.core[m] === 0) continue;
      const start = m - 1;
      if (m < 2 * this.m.n && m % 2 === 1 && this.m.form[m] === FORM.sameAsStart) {
        this.variable[m] = this.variable[start] as number;
        continue;
      }
      const [lo, hi] = [this.m.lo[m] as number, this.m.hi[m] as number];
      const guess = Number.isFinite(lo) ? lo : Number.isFinite(hi) ? hi : 0;
      const base = this.m.hang[m] === NONE ? 0 : this.m.counterDay.has(this.m.hang[m] as number) ? this.counterGuess(this.m.hang[m] as number) : 0;
      const v = this.m.network.variable(guess === 0 ? 0 : guess + base);
      this.variable[m] = v;
      if (this.m.form[m] === FORM.reading) {
        this.m.tieReading(m, v);
      }
    }
    const ends = this.m.reason({ kind: 'definition', says: 'nothing ends before it begins' });
    for (let i = 0; i < events.length; i++) {
      const [s, e] = [this.variable[2 * i] as number, this.variable[2 * i + 1] as number];
      if (s !== NONE && e !== NONE && s !== e) this.m.constrain(s, e, 0, Number.POSITIVE_INFINITY, ends);
    }
    for (const t of this.m.ties) {
      const [a, b] = [this.variable[t.target] as number, this.variable[t.moment] as number];
      if (a !== NONE && b !== NONE) this.m.constrain(a, b, t.min, t.max, this.m.reason(t.reason));
    }
    for (const c of this.m.counterTies) this.m.constrain(c.counter, this.variable[c.moment] as number, 0, 0, c.reason);
  }

  private counterGuess(v: number): number {
    const day = this.m.counterDay.get(v) ?? '';
    return day === '' ? 0 : Date.parse(`${day}T00:00:00Z`);
  }

  /** Sets aside the least trusted entry of every contradiction until the rest can all be true. */
  private close(): void {
    const { network, reasons, record } = this.m;
    let kinds: ReturnType<typeof sourceKinds> | null = null;
    for (let guard = 0; guard < 10_000; guard++) {
      const found = network.close();
      if (!found) break;
      kinds ??= sourceKinds(record);
      const ids = this.smallestOf(found.reasons);
      let worst = ids.reasons[0] as number;
      let least = Number.POSITIVE_INFINITY;
      for (const id of ids.reasons) {
        const trust = trustOf(reasons[id] as Reason, kinds, record.case.trust);
        if (trust <= least) {
          least = trust;
          worst = id;
        }
      }
      this.note(ids, worst);
      this.setAside.add(worst);
      network.setAside(worst);
    }
    if (this.setAside.size > 0) this.findOverlapping();
  }

  private smallestOf(cycle: readonly number[]): { reasons: number[]; by: number } {
    const { network, reasons } = this.m;
    const all = new Set(cycle);
    const always = new Set([...all].filter((r) => (reasons[r] as Reason).kind === 'definition'));
    return network.smallest(all, always) ?? { reasons: [...all], by: 0 };
  }

  private note(found: { reasons: readonly number[]; by: number }, worst: number): boolean {
    const key = [...found.reasons].sort((a, b) => a - b).join();
    if (this.noted.has(key)) return false;
    this.noted.add(key);
    const entries = found.reasons.map((id) => this.m.reasons[id] as Reason);
    this.found.push({ entries, by: found.by, setAside: this.m.reasons[worst] as Reason });
    return true;
  }

  /**
   * What was set aside may clash with the rest in more ways than the one that was met first. All smallest sets are
   * found by Reiter's tree of hitting sets (Artificial Intelligence 32, 1987): from the whole network, each member of a
   * set found is taken out in turn and the rest asked again; up to a limit, which small cases never reach.
   */
  private findOverlapping(): void {
    const { network } = this.m;
    const known: (readonly number[])[] = [];
    const waiting: (readonly number[])[] = [[]];
    const seen = new Set<string>();
    let tries = network.size < 400 ? MOST_TRIES : MOST_TRIES_LARGE;
    for (const r of this.setAside) network.putBack(r);
    while (waiting.length > 0 && tries > 0 && this.found.length < MOST_CONTRADICTIONS) {
      const out = waiting.shift() as readonly number[];
      const key = [...out].sort((a, b) => a - b).join();
      if (seen.has(key)) continue;
      seen.add(key);
      let members = known.find((m) => !m.some((x) => out.includes(x)));
      if (!members) {
        tries--;
        for (const x of out) network.setAside(x);
        const found = network.close();
        for (const x of out) network.putBack(x);
        if (!found) continue;
        const ids = this.smallestOf(found.reasons);
        members = ids.reasons;
        known.push(members);
        this.note(ids, ids.reasons.find((x) => this.setAside.has(x)) ?? (ids.reasons[0] as number));
      }
      for (const x of members) waiting.push([...out, x]);
    }
    for (const r of this.setAside) network.setAside(r);
    network.close();
  }

  /** An hour that happened twice is narrowed to the one that the rest of the record leaves open, where it leaves one. */
  private settleDoubled(): void {
    let narrowed = false;
    for (const [m, alternatives] of this.m.doubled) {
      const [v, h] = [this.variable[m] as number, this.m.hang[m] as number];
      if (v === NONE || this.setAside.has(this.m.reason(this.m.readingReason(m)))) continue;
      const b = this.m.network.bounds(h, v);
      const open = alternatives.filter(([min, max]) => min <= b.max && max >= b.min);
      if (open.length !== 1) continue;
      const [min, max] = open[0] as readonly [number, number];
      this.m.constrain(h, v, min, max, this.m.reason(this.m.readingReason(m)));
      narrowed = true;
    }
    if (narrowed) this.close();
  }

  // ---- answers

  private number(ref: MomentRef): number {
    const index = this.m.rowIndex().get(ref.id);
    if (index === undefined) throw new Error(`the record holds no row ${ref.id}`);
    let m = index >= this.m.n ? momentOf(index - this.m.n, this.m.n, ref.edge) : momentOf(index, this.m.n, ref.edge);
    if (m < 2 * this.m.n && m % 2 === 1 && this.m.form[m] === FORM.sameAsStart) m -= 1;
    return m;
  }

  /** The moment as a variable and its distance from it; an end that is not stated hangs on its start, open above. */
  private anchor(m: number): Anchor | null {
    if (this.variable[m] !== NONE) return { v: this.variable[m] as number, lo: 0, hi: 0, loBy: m, hiBy: m };
    const { form, lo, hi, hang, n } = this.m;
    const isEnd = m < 2 * n && m % 2 === 1;
    if (form[m] === FORM.none) return null;
    if (form[m] === FORM.notStated) {
      const s = this.anchor(m - 1);
      return s && { ...s, hi: Number.POSITIVE_INFINITY };
    }
    const own: Anchor = { v: hang[m] as number, lo: lo[m] as number, hi: hi[m] as number, loBy: m, hiBy: m };
    const other = m ^ 1;
    if (m >= 2 * n || form[other] !== FORM.reading || hang[other] !== hang[m]) return own;
    // The two ends of one span on one clock: neither passes the other.
    if (isEnd && (lo[other] as number) > own.lo) return { ...own, lo: lo[other] as number, loBy: other };
    if (!isEnd && (hi[other] as number) < own.hi) return { ...own, hi: hi[other] as number, hiBy: other };
    return own;
  }

  /** The instants a reading stands for by its own clock, whether or not it was set aside. */
  private claimed(reason: Reason): Bounds | null {
    if (reason.kind !== 'reading') return null;
    const m = this.number({ id: reason.row, edge: reason.edge });
    const hang = this.m.hang[m] as number;
    if (hang === NONE) return null;
    const offset = this.m.network.bounds(this.m.zero, hang);
    const [min, max] = [offset.min + (this.m.lo[m] as number), offset.max + (this.m.hi[m] as number)];
    return Number.isFinite(min) && Number.isFinite(max) ? { min, max } : null;
  }

  /** How far a clock may be off: its own variable against the reference zero. */
  private clockOffset(clockId: string): Bounds | null {
    const v = this.m.hangs.get(clockId);
    return v === undefined ? null : this.m.network.bounds(this.m.zero, v);
  }

  /** Start and end of one event, bounded on the spot. */
  private isOwnSpan(a: number, b: number): boolean {
    return a < 2 * this.m.n && (a ^ 1) === b && this.variable[a] === NONE && this.variable[b] === NONE;
  }

  private boundsOf(a: number, b: number): Bounds {
    if (a === b) return { min: 0, max: 0 };
    const [x, y] = [this.anchor(a), this.anchor(b)];
    if (!x || !y) return { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY };
    const core = x.v === y.v ? { min: 0, max: 0 } : this.m.network.bounds(x.v, y.v);
    let min = core.min + y.lo - x.hi;
    let max = core.max + y.hi - x.lo;
    if (this.isOwnSpan(a, b)) {
      if (b > a) min = Math.max(0, min);
      else max = Math.min(0, max);
    }
    return { min: Number.isNaN(min) ? Number.NEGATIVE_INFINITY : min, max: Number.isNaN(max) ? Number.POSITIVE_INFINITY : max };
  }

  /** The path behind one end of the bounds on t(b) - t(a), from reading to reading: its lengths add up to the bound. */
  private proof(a: number, b: number, end: 'min' | 'max'): ProofStep[] {
    const [from, to] = end === 'max' ? [a, b] : [b, a];
    const [x, y] = [this.anchor(from), this.anchor(to)];
    if (!x || !y || from === to || !Number.isFinite(y.hi - x.lo)) return [];
    const core = x.v === y.v ? [] : this.m.network.proof(x.v, y.v);
    if (x.v !== y.v && core.length === 0) return [];
    if (this.isOwnSpan(a, b) && (end === 'min' ? this.boundsOf(a, b).min : this.boundsOf(a, b).max) === 0) {
      return [{ reason: { kind: 'definition', says: 'nothing ends before it begins' }, side: 'min', ms: 0 }];
    }
    const steps: ProofStep[] = core.map((e) => ({ reason: this.m.reasons[e.reason] as Reason, side: e.side, ms: e.ms }));
    if (this.variable[from] === NONE) steps.unshift({ reason: this.m.readingReason(x.loBy), side: 'min', ms: -x.lo });
    if (this.variable[to] === NONE) steps.push({ reason: this.m.readingReason(y.hiBy), side: 'max', ms: y.hi });
    return steps;
  }

  private answer(): Solved {
    const positions = this.positions();
    return {
      positions,
      contradictions: this.found.map((c) => ({ ...c, claimed: this.claimed(c.setAside) })),
      unplaced: this.m.unplaced,
      bounds: (a, b) => this.boundsOf(this.number(a), this.number(b)),
      proof: (a, b, end) => this.proof(this.number(a), this.number(b), end),
      clockOffset: (id) => this.clockOffset(id),
      reading: (ref) => {
        const m = this.number(ref);
        return this.m.form[m] === FORM.reading ? { min: this.m.lo[m] as number, max: this.m.hi[m] as number } : null;
      },
      window: (ref) => {
        const m = this.number(ref);
        const [min, max] = [positions.min[m] as number, positions.max[m] as number];
        return Number.isNaN(min) ? { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY } : { min, max };
      },
      placed: (ref) => this.anchor(this.number(ref)) !== null && !Number.isNaN(positions.at[this.number(ref)] as number),
      openEnd: (row) => {
        const i = this.m.rowIndex().get(row);
        return i !== undefined && i < this.m.n && this.m.form[2 * i + 1] === FORM.notStated && this.variable[2 * i + 1] === NONE;
      },
    };
  }

  private positions(): Positions {
    const most = this.m.network.mostFrom(this.m.zero);
    const least = this.m.network.leastFrom(this.m.zero);
    const moments = this.m.core.length;
    const min = new Float64Array(moments).fill(Number.NaN);
    const max = new Float64Array(moments).fill(Number.NaN);
    const at = new Float64Array(moments).fill(Number.NaN);
    const untied = new Uint8Array(moments);
    const shift = this.untiedShift(most, least);
    for (let m = 0; m < moments; m++) {
      const same = m < 2 * this.m.n && m % 2 === 1 && this.m.form[m] === FORM.sameAsStart;
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
    const free = [...this.m.counterDay].filter(([v]) => !Number.isFinite(most[v] as number) && !Number.isFinite(least[v] as number));
    if (free.length === 0) return () => null;
    return (v) => {
      if (Number.isFinite(most[v] as number) || Number.isFinite(least[v] as number)) return null;
      for (const [counter, day] of free) {
        const b = this.m.network.bounds(counter, v);
        if (!Number.isFinite(b.min) && !Number.isFinite(b.max)) continue;
        const base = this.midnight(day);
        return { min: base + b.min, max: base + b.max };
      }
      return null;
    };
  }

  /** Where an untied counter is drawn from: midnight UTC of its day, so that the ruler can show the counter itself. */
  private midnight(day: string): number {
    return Date.parse(`${day === '' ? '2000-01-01' : day}T00:00:00Z`);
  }

  /** Gives the moments that the record orders but does not time their places in that order. */
  private spread(min: Float64Array, max: Float64Array, at: Float64Array): void {
    const same = (m: number): number => (m < 2 * this.m.n && m % 2 === 1 && this.m.form[m] === FORM.sameAsStart ? m - 1 : m);
    const order: [number, number][] = [];
    for (const t of this.m.ties) {
      if (t.min >= 0) order.push([same(t.target), same(t.moment)]);
      else if (t.max <= 0) order.push([same(t.moment), same(t.target)]);
    }
    if (order.length === 0) return;
    for (const m of new Set(order.flat())) {
      const s = m - (m % 2);
      if (s < 2 * this.m.n && this.m.form[s + 1] !== FORM.sameAsStart) order.push([s, s + 1]);
    }
    spreadInOrder(order, min, max, at);
    for (let m = 1; m < 2 * this.m.n; m += 2) if (this.m.form[m] === FORM.sameAsStart) at[m] = at[m - 1] as number;
  }
}
