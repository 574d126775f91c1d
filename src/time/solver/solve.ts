import type { MomentRef } from '../../record/event';
import type { CaseRecord } from '../../record/record';
import type { Bounds } from '../duration';
import { Between } from './between';
import type { Contradiction } from './contradiction';
import { Laid } from './laid';
import { FORM, NONE, Ref, UNTIED, type Unplaced } from './moment';
import { Moments } from './moments';
import { Placement, type Positions } from './positions';
import { type Reason, reasonKey } from './reason';
import { sameTimes } from './timed';
import { sameMoment } from './ways';
import type { Assumption, WhatIf } from './what-if';

/** One step of a proof: by this reason, the next moment lies no more than `ms` after the one before. */
export interface ProofStep {
  readonly reason: Reason;
  readonly side: 'min' | 'max';
  readonly ms: number;
}

/** What is known of a clock's offset, ms: at any reading, and at each reading where a sync point fixes it; `rate` in parts in a million. */
interface Line {
  readonly range: Bounds | null;
  readonly rate: number;
  readonly fixed: readonly { readonly at: number; readonly offset: Bounds }[];
}

/** What something rests on: the bounds between two moments, or a reason of its own. */
export type Resting = readonly [MomentRef, MomentRef] | Reason;

/** The record, solved: bounds, windows and proofs for any pair of its moments. */
export interface Solved {
  /** t(b) - t(a), in ms, both ends reached; infinite where the record sets no bound. */
  bounds(a: MomentRef, b: MomentRef): Bounds;
  /** `bounds` of the first moments of two rows by their numbers in `positions` (events, then custody). */
  startsApart(a: number, b: number): Bounds;
  /** The least of `bounds(a, b)` alone, for what is asked of many pairs. */
  least(a: MomentRef, b: MomentRef): number;
  /** The greatest of `bounds(a, b)` alone. */
  most(a: MomentRef, b: MomentRef): number;
  /** Whether a comes no later than b under every assignment. */
  surely(a: MomentRef, b: MomentRef): boolean;
  /** Whether a may come no later than b. */
  may(a: MomentRef, b: MomentRef): boolean;
  /** Whether a may come before b. */
  mayBefore(a: MomentRef, b: MomentRef): boolean;
  /** The instants the moment can be, in ms; infinite where nothing ties it down. */
  window(m: MomentRef): Bounds;
  /** The first of them, ms. */
  earliest(m: MomentRef): number;
  /** The last of them, ms. */
  latest(m: MomentRef): number;
  /** What proves the least (`min`) or the greatest (`max`) of `bounds(a, b)`, in order. */
  proof(a: MomentRef, b: MomentRef, end: 'min' | 'max'): ProofStep[];
  /** Every reason behind both ends of the bounds of these pairs, and those given themselves, each once and in their order; what words mean is none. */
  reasons(of: readonly Resting[]): Reason[];
  /** The interval on its clock of a moment's own reading, in ms; null where it has none. */
  reading(m: MomentRef): Bounds | null;
  /** How far the record lets a clock be off where its first sync point fixes it, or at any reading where none does, in ms; null for no wall clock of the case. */
  clockOffset(clockId: string): Bounds | null;
  /** What is known of a wall clock's offset: at any reading, where sync points fix it, and its rate. Null for no wall clock of the case. */
  clockLine(clockId: string): Line | null;
  /** The same of a recording's counter; `zero`: when it read 0:00, ms. Null for a recording without a reading. */
  counterLine(sourceId: string): (Line & { readonly zero: Bounds }) | null;
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
 * @param before the solution of the case before an edit: it stands where only words were written anew; else times that
 * stayed are not read again, and all else is solved anew
 */
export function solveRecord(record: CaseRecord, whatIf: WhatIf = {}, before: Solved | null = null): Solved {
  const known = before instanceof SolvedRecord ? before : null;
  const asked = Object.keys(whatIf).length > 0;
  if (known && !asked && !known.asked && sameTimes(record, known.moments.record)) return known;
  const moments = new Moments(record, whatIf, known ? known.moments : null);
  moments.read();
  const laid = new Laid(moments);
  laid.solve();
  return new SolvedRecord(moments, laid, asked);
}

const NOT_BEFORE: Reason = { kind: 'definition', says: 'nothing ends before it begins' };

/** The answers, from the numbers that the solver works with. */
class SolvedRecord implements Solved {
  private readonly between: Between;
  /** The rows as they were read. */
  readonly moments: Moments;
  readonly positions: Positions;
  readonly contradictions: readonly Contradiction[];
  readonly unplaced: readonly Unplaced[];
  readonly assumptions: readonly Assumption[];

  constructor(
    private readonly m: Moments,
    private readonly laid: Laid,
    /** Whether it answers a question, and not how the record stands. */
    readonly asked: boolean,
  ) {
    this.moments = m;
    this.between = new Between(m, laid);
    this.positions = new Placement(m, laid, this.between).positions;
    this.unplaced = m.unplaced;
    this.assumptions = m.clocks.assumptions();
    this.contradictions = laid.contradictions.map((c) => ({ ...c, claimed: this.claimed(c.setAside) }));
  }

  bounds(a: MomentRef, b: MomentRef): Bounds {
    return this.boundsOf(this.number(a), this.number(b));
  }

  startsApart(a: number, b: number): Bounds {
    return this.boundsOf(2 * a, 2 * b);
  }

  least(a: MomentRef, b: MomentRef): number {
    return 0 - this.between.most(this.number(b), this.number(a));
  }

  most(a: MomentRef, b: MomentRef): number {
    return this.between.most(this.number(a), this.number(b));
  }

  surely(a: MomentRef, b: MomentRef): boolean {
    return this.noLater(this.number(a), this.number(b));
  }

  may(a: MomentRef, b: MomentRef): boolean {
    const [m, n] = [this.number(a), this.number(b)];
    const { min, max } = this.positions;
    // Where their windows lie apart they tell the order, and the network is not asked.
    if (this.inTime(m) && this.inTime(n)) {
      if ((max[m] as number) <= (min[n] as number)) return true;
      if ((max[n] as number) < (min[m] as number)) return false;
    }
    return this.between.most(m, n) >= 0;
  }

  mayBefore(a: MomentRef, b: MomentRef): boolean {
    return !this.noLater(this.number(b), this.number(a));
  }

  /** Whether a moment comes no later than another under every assignment. */
  private noLater(m: number, n: number): boolean {
    const { min, max } = this.positions;
    if (this.inTime(m) && this.inTime(n)) {
      if ((max[m] as number) <= (min[n] as number)) return true;
      if ((max[n] as number) < (min[m] as number)) return false;
    }
    return this.between.most(n, m) <= 0;
  }

  /** Whether a moment has a window: by its own clock alone it has a place in the picture, but none in time. */
  private inTime(m: number): boolean {
    return this.positions.untied[m] === UNTIED.no && !Number.isNaN(this.positions.min[m] as number);
  }

  earliest(ref: MomentRef): number {
    const m = this.number(ref);
    return this.inTime(m) ? (this.positions.min[m] as number) : Number.NEGATIVE_INFINITY;
  }

  latest(ref: MomentRef): number {
    const m = this.number(ref);
    return this.inTime(m) ? (this.positions.max[m] as number) : Number.POSITIVE_INFINITY;
  }

  window(ref: MomentRef): Bounds {
    return { min: this.earliest(ref), max: this.latest(ref) };
  }

  /** The path behind one end of the bounds on t(b) - t(a), from reading to reading: its lengths add up to the bound. */
  proof(first: MomentRef, second: MomentRef, end: 'min' | 'max'): ProofStep[] {
    const [a, b] = [this.number(first), this.number(second)];
    const [from, to] = end === 'max' ? [a, b] : [b, a];
    if (from === to) return [];
    const most = this.between.most(from, to);
    if (!Number.isFinite(most)) return [];
    if (most === 0 && this.between.isOwnSpan(a, b)) return [{ reason: NOT_BEFORE, side: 'min', ms: 0 }];
    const path = this.between.path(from, to);
    if (!path) return [];
    const { reasons } = this.m.clocks;
    return [
      ...this.leaves(from, path.lo),
      ...path.steps.map((s) => ({ ...s, reason: reasons[s.reason] as Reason })),
      ...this.arrives(to, path.hi),
    ];
  }

  /** The step from a moment's reading to its clock; an end that nobody states is known by its start: that it does not come before it is all there is to say. */
  private leaves(m: number, lo: number): ProofStep[] {
    if (this.between.isOpenAfterStart(m)) return [{ reason: NOT_BEFORE, side: 'min', ms: 0 }];
    const by = this.between.setBy(m, 'min');
    return by === null ? [] : [{ reason: this.m.readingReason(by), side: 'min', ms: -lo }];
  }

  /** The step from a clock to a moment's reading. */
  private arrives(m: number, hi: number): ProofStep[] {
    const by = this.between.setBy(m, 'max');
    return by === null ? [] : [{ reason: this.m.readingReason(by), side: 'max', ms: hi }];
  }

  reasons(of: readonly Resting[]): Reason[] {
    const { reasons } = this.m.clocks;
    // Reasons of the network by their numbers; readings by the numbers of their moments, below zero.
    const found = new Set<number | Reason>();
    for (const x of of) {
      if ('kind' in x) {
        found.add(x);
        continue;
      }
      const [a, b] = [this.number(x[0]), this.number(x[1])];
      this.gather(b, a, found);
      this.gather(a, b, found);
    }
    const all = new Map<string, Reason>();
    for (const n of found) {
      const r = typeof n !== 'number' ? n : n < 0 ? this.m.readingReason(-1 - n) : (reasons[n] as Reason);
      if (r.kind !== 'definition') all.set(reasonKey(r), r);
    }
    return [...all.values()];
  }

  /** The reasons of the steps of `proof`, without the steps. */
  private gather(from: number, to: number, found: Set<number | Reason>): void {
    if (from === to) return;
    if (this.between.isOwnSpan(from, to) && this.between.most(from, to) === 0) return;
    this.between.gather(from, to, found);
  }

  reading(ref: MomentRef): Bounds | null {
    const m = this.number(ref);
    return this.m.form[m] === FORM.reading
      ? { min: this.m.lo[m] as number, max: this.m.hi[m] as number }
      : null;
  }

  clockOffset(clockId: string): Bounds | null {
    const v = this.m.clocks.clock(clockId);
    if (v === undefined) return null;
    const [first] = this.fixedAt(v);
    return first ? first.offset : this.m.clocks.network.bounds(this.m.clocks.zero, v);
  }

  clockLine(clockId: string): Line | null {
    const { clocks } = this.m;
    const v = clocks.clock(clockId);
    if (v === undefined) return null;
    const { rate } = clocks.line(v);
    return { range: clocks.network.bounds(clocks.zero, clocks.bareOf(v) ?? v), rate, fixed: this.fixedAt(v) };
  }

  counterLine(sourceId: string): (Line & { readonly zero: Bounds }) | null {
    const { clocks } = this.m;
    const v = clocks.counter(sourceId);
    if (v === undefined) return null;
    const zero = clocks.network.bounds(clocks.zero, v);
    const { rate } = clocks.line(v);
    // Its first frame is a place where its offset is known, like any sync point.
    const fixed = [{ at: 0, offset: zero }, ...this.fixedAt(v).filter((f) => f.at !== 0)];
    return { zero, range: null, rate, fixed };
  }

  /** The offset of a line where sync points fix it; of a clock without a zone, on the line of its bare readings. */
  private fixedAt(v: number): { at: number; offset: Bounds }[] {
    const { clocks } = this.m;
    const own = clocks.fixedAt(v);
    return (own.length > 0 ? own : clocks.fixedAt(clocks.bareOf(v) ?? v)).map(({ at, variable }) => ({
      at,
      offset: clocks.network.bounds(clocks.zero, variable),
    }));
  }

  countersApart(first: string, second: string): Bounds | null {
    const [a, b] = [this.m.clocks.counter(first), this.m.clocks.counter(second)];
    return a === undefined || b === undefined ? null : this.m.clocks.network.bounds(a, b);
  }

  placed(ref: MomentRef): boolean {
    return !Number.isNaN(this.positions.at[this.number(ref)] as number);
  }

  openEnd(row: string): boolean {
    const i = this.m.placeOfEvent(row);
    return (
      i !== undefined && this.m.form[2 * i + 1] === FORM.notStated && this.laid.variable[2 * i + 1] === NONE
    );
  }

  private number(ref: MomentRef): number {
    if (!(ref instanceof Ref)) return this.numberOf(ref);
    const known = ref.numberIn(this);
    return known === NONE ? ref.keep(this, this.numberOf(ref)) : known;
  }

  private numberOf(ref: MomentRef): number {
    const m = this.m.momentOfRow(ref.id, ref.edge);
    if (m === null) throw new Error(`the record holds no row ${ref.id}`);
    return sameMoment(this.m, m);
  }

  /** The instants a reading stands for by its own clock, whether or not it was set aside. */
  private claimed(reason: Reason): Bounds | null {
    if (reason.kind !== 'reading') return null;
    const m = this.number({ id: reason.row, edge: reason.edge });
    const clockVariable = this.m.clockVariable[m] as number;
    if (clockVariable === NONE) return null;
    const { clocks } = this.m;
    const line = clocks.line(clockVariable);
    let [min, max] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    const [lo, hi] = [this.m.lo[m] as number, this.m.hi[m] as number];
    for (let k = line.firstAround(lo); line.rate !== 0 && k <= line.lastAround(hi); k++) {
      const p = line.order[k] as number;
      const offset = clocks.network.bounds(clocks.zero, line.variables[k] as number);
      min = Math.max(min, offset.min + lo - clocks.wanders(line, p, lo));
      max = Math.min(max, offset.max + hi + clocks.wanders(line, p, hi));
    }
    if (!line.counter || line.rate === 0) {
      const offset = clocks.network.bounds(clocks.zero, clockVariable);
      min = Math.max(min, offset.min + lo);
      max = Math.min(max, offset.max + hi);
    }
    return Number.isFinite(min) && Number.isFinite(max) ? { min, max } : null;
  }

  private boundsOf(a: number, b: number): Bounds {
    return { min: 0 - this.between.most(b, a), max: this.between.most(a, b) };
  }
}
