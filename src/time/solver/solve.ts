import type { MomentRef } from '../../record/event';
import type { CaseRecord } from '../../record/record';
import type { Bounds } from '../duration';
import { anchorOf, sameMoment } from './anchor';
import { type Contradiction, Core } from './core';
import { FORM, Moments, NONE, type Unplaced } from './moments';
import { Placement, type Positions, UNTIED } from './positions';
import type { Reason } from './reason';
import type { Assumption, WhatIf } from './what-if';

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
  /** How far a drifting clock may be off at each of its sync points: `at` is its own reading, ms. Empty for one that keeps its rate. */
  clockDrift(clockId: string): { at: number; offset: Bounds }[];
  /** When a recording's counter read 0:00, in ms, and its drift as `clockDrift` gives it (`at`: ms of the counter); null for a recording without a reading. */
  counterZero(sourceId: string): { zero: Bounds; drift: { at: number; offset: Bounds }[] } | null;
  /** By how much the second recording's first frame is later than the first's, in ms; infinite where nothing ties them; null where one has no reading. */
  countersApart(first: string, second: string): Bounds | null;
  /** Whether the record gives the moment any place at all. */
  placed(m: MomentRef): boolean;
  /** Whether the row states no end although its kind has one. */
  openEnd(row: string): boolean;
  readonly positions: Positions;
  readonly contradictions: readonly Contradiction[];
  readonly unplaced: readonly Unplaced[];
  /** Everything taken for granted of the clocks, switched on or off: what was laid, and nothing else. */
  readonly assumptions: readonly Assumption[];
}

/**
 * Solves a record: parses every time, builds the network, sets aside what cannot be true, and bounds every moment.
 * `whatIf` asks how it would stand otherwise.
 */
export function solveRecord(record: CaseRecord, whatIf: WhatIf = {}): Solved {
  const moments = new Moments(record, whatIf);
  moments.read();
  const core = new Core(moments);
  core.solve();
  return new SolvedRecord(moments, core);
}

const NOT_BEFORE: Reason = { kind: 'definition', says: 'nothing ends before it begins' };

/** The answers, from the numbers that the solver works with. */
class SolvedRecord implements Solved {
  readonly positions: Positions;
  readonly contradictions: readonly Contradiction[];
  readonly unplaced: readonly Unplaced[];
  readonly assumptions: readonly Assumption[];

  constructor(
    private readonly m: Moments,
    private readonly core: Core,
  ) {
    this.positions = new Placement(m, core).positions;
    this.unplaced = m.unplaced;
    this.assumptions = m.clocks.assumptions();
    this.contradictions = core.contradictions.map((c) => ({ ...c, claimed: this.claimed(c.setAside) }));
  }

  bounds(a: MomentRef, b: MomentRef): Bounds {
    return this.boundsOf(this.number(a), this.number(b));
  }

  window(ref: MomentRef): Bounds {
    const m = this.number(ref);
    const [min, max] = [this.positions.min[m] as number, this.positions.max[m] as number];
    // By its own clock alone a moment has a place in the picture, but no window in time.
    return Number.isNaN(min) || this.positions.untied[m] !== UNTIED.no
      ? { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY }
      : { min, max };
  }

  /** The path behind one end of the bounds on t(b) - t(a), from reading to reading: its lengths add up to the bound. */
  proof(first: MomentRef, second: MomentRef, end: 'min' | 'max'): ProofStep[] {
    const [a, b] = [this.number(first), this.number(second)];
    const [from, to] = end === 'max' ? [a, b] : [b, a];
    const [x, y] = [anchorOf(this.m, this.core, from), anchorOf(this.m, this.core, to)];
    if (!x || !y || from === to || !Number.isFinite(y.hi - x.lo)) return [];
    const { network, reasons } = this.m.clocks;
    const core = x.v === y.v ? [] : network.proof(x.v, y.v);
    if (x.v !== y.v && core.length === 0) return [];
    if (this.isOwnSpan(a, b) && (end === 'min' ? this.boundsOf(a, b).min : this.boundsOf(a, b).max) === 0) {
      return [{ reason: NOT_BEFORE, side: 'min', ms: 0 }];
    }
    const steps: ProofStep[] = core.map((e) => ({
      reason: reasons[e.reason] as Reason,
      side: e.side,
      ms: e.ms,
    }));
    // An end that nobody states hangs on its start: that it does not come before it is all there is to say.
    if (this.hangsOnStart(from)) steps.unshift({ reason: NOT_BEFORE, side: 'min', ms: 0 });
    else if (this.core.variable[from] === NONE)
      steps.unshift({ reason: this.m.readingReason(x.loBy), side: 'min', ms: -x.lo });
    if (this.core.variable[to] === NONE)
      steps.push({ reason: this.m.readingReason(y.hiBy), side: 'max', ms: y.hi });
    return steps;
  }

  reading(ref: MomentRef): Bounds | null {
    const m = this.number(ref);
    return this.m.form[m] === FORM.reading
      ? { min: this.m.lo[m] as number, max: this.m.hi[m] as number }
      : null;
  }

  clockOffset(clockId: string): Bounds | null {
    const v = this.m.clocks.clock(clockId);
    return v === undefined ? null : this.m.clocks.network.bounds(this.m.clocks.zero, v);
  }

  clockDrift(clockId: string): { at: number; offset: Bounds }[] {
    const { clocks } = this.m;
    const v = clocks.clock(clockId);
    const drift = v === undefined ? undefined : clocks.drifts.get(v);
    return drift
      ? drift.anchors.map((x) => ({ at: x.at, offset: clocks.network.bounds(clocks.zero, x.variable) }))
      : [];
  }

  counterZero(sourceId: string): { zero: Bounds; drift: { at: number; offset: Bounds }[] } | null {
    const { clocks } = this.m;
    const v = clocks.counter(sourceId);
    if (v === undefined) return null;
    const anchors = clocks.drifts.get(v)?.anchors ?? [];
    return {
      zero: clocks.network.bounds(clocks.zero, v),
      drift: anchors.map((x) => ({ at: x.at, offset: clocks.network.bounds(clocks.zero, x.variable) })),
    };
  }

  countersApart(first: string, second: string): Bounds | null {
    const [a, b] = [this.m.clocks.counter(first), this.m.clocks.counter(second)];
    return a === undefined || b === undefined ? null : this.m.clocks.network.bounds(a, b);
  }

  placed(ref: MomentRef): boolean {
    return !Number.isNaN(this.positions.at[this.number(ref)] as number);
  }

  openEnd(row: string): boolean {
    const i = this.m.rowIndex().get(row);
    return (
      i !== undefined &&
      i < this.m.n &&
      this.m.form[2 * i + 1] === FORM.notStated &&
      this.core.variable[2 * i + 1] === NONE
    );
  }

  private number(ref: MomentRef): number {
    const m = this.m.momentOfRow(ref.id, ref.edge);
    if (m === null) throw new Error(`the record holds no row ${ref.id}`);
    return sameMoment(this.m, m);
  }

  /** The instants a reading stands for by its own clock, whether or not it was set aside. */
  private claimed(reason: Reason): Bounds | null {
    if (reason.kind !== 'reading') return null;
    const m = this.number({ id: reason.row, edge: reason.edge });
    const hang = this.m.hang[m] as number;
    if (hang === NONE) return null;
    const offset = this.m.clocks.network.bounds(this.m.clocks.zero, hang);
    const [min, max] = [offset.min + (this.m.lo[m] as number), offset.max + (this.m.hi[m] as number)];
    return Number.isFinite(min) && Number.isFinite(max) ? { min, max } : null;
  }

  /** An end that is not stated, of an event whose start is a variable of the core. */
  private hangsOnStart(m: number): boolean {
    return (
      this.m.form[m] === FORM.notStated &&
      this.core.variable[m] === NONE &&
      this.core.variable[m - 1] !== NONE
    );
  }

  /** Start and end of one event, bounded on the spot. */
  private isOwnSpan(a: number, b: number): boolean {
    return (
      a < 2 * this.m.n && (a ^ 1) === b && this.core.variable[a] === NONE && this.core.variable[b] === NONE
    );
  }

  private boundsOf(a: number, b: number): Bounds {
    if (a === b) return { min: 0, max: 0 };
    const [x, y] = [anchorOf(this.m, this.core, a), anchorOf(this.m, this.core, b)];
    if (!x || !y) return { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY };
    const core = x.v === y.v ? { min: 0, max: 0 } : this.m.clocks.network.bounds(x.v, y.v);
    let min = core.min + y.lo - x.hi;
    let max = core.max + y.hi - x.lo;
    if (this.isOwnSpan(a, b)) {
      if (b > a) min = Math.max(0, min);
      else max = Math.min(0, max);
    }
    return {
      min: Number.isNaN(min) ? Number.NEGATIVE_INFINITY : min,
      max: Number.isNaN(max) ? Number.POSITIVE_INFINITY : max,
    };
  }
}
