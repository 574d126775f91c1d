import type { Bounds } from '../duration';
import type { Between } from './between';
import { heldBy } from './drawn-around';
import { type DrawnOrder, drawnOrder } from './drawn-order';
import type { Laid } from './laid';
import { FORM, NONE, UNTIED } from './moment';
import type { Moments } from './moments';
import { spreadInOrder } from './spread';
import { leastReading, mostReading, sameMoment } from './ways';

/**
 * Windows and drawing places of all moments, in the order events (start, end), custody (released, received): one entry per
 * moment; NaN where it has no place. `at` is where it is drawn: inside its window, in the record's order.
 */
export interface Positions {
  readonly min: Float64Array;
  readonly max: Float64Array;
  readonly at: Float64Array;
  /** `UNTIED`: where nothing ties a moment to the reference clock it is drawn by its own, true only among its own. */
  readonly untied: Uint8Array;
}

interface Shift extends Bounds {
  readonly untied: number;
}

/** Works out the positions of a solved record. */
export class Placement {
  readonly positions: Positions;

  constructor(
    private readonly m: Moments,
    private readonly laid: Laid,
    between: Between,
  ) {
    const moments = m.isVariable.length;
    this.positions = {
      min: new Float64Array(moments).fill(Number.NaN),
      max: new Float64Array(moments).fill(Number.NaN),
      at: new Float64Array(moments).fill(Number.NaN),
      untied: new Uint8Array(moments),
    };
    const { network, zero } = m.clocks;
    const [most, negatedLeast] = [network.mostFrom(zero), network.negatedLeastFrom(zero)];
    const shift = this.untiedShift(most, negatedLeast);
    for (let k = 0; k < moments; k++) this.place(k, most, negatedLeast, shift);
    this.spread(drawnOrder(m, laid, between));
  }

  private place(
    k: number,
    most: Float64Array,
    negatedLeast: Float64Array,
    shift: ((v: number) => Shift | null) | null,
  ): void {
    const { min, max, at, untied } = this.positions;
    const same = sameMoment(this.m, k);
    if (same !== k) {
      min[k] = min[same] as number;
      max[k] = max[same] as number;
      at[k] = at[same] as number;
      untied[k] = untied[same] as number;
      return;
    }
    if (this.m.form[k] === FORM.reading && this.laid.variable[k] === NONE) {
      // The commonest by far: known by its clock, without an object for its window.
      this.byItsClock(k, most, negatedLeast);
      const [lo, hi] = [min[k] as number, max[k] as number];
      if (Number.isFinite(lo) || Number.isFinite(hi)) {
        this.draw(k, lo, hi, UNTIED.no);
        if (Number.isFinite(lo) && Number.isFinite(hi)) return;
        // Known at one end: by the middle of its clock, as the others that are known by it are.
        const clock = this.m.clockVariable[k] as number;
        const half = ((most[clock] as number) + (negatedLeast[clock] as number)) / 2;
        if (Number.isFinite(half)) at[k] = (at[k] as number) + (Number.isFinite(lo) ? half : -half);
        return;
      }
      min[k] = Number.NaN;
      max[k] = Number.NaN;
    }
    const window = this.windowOf(k, most, negatedLeast, shift);
    if (window) this.draw(k, window.min, window.max, window.untied);
  }

  /** Writes the window of a moment, and draws it in the middle of it, or at the one end that is known. */
  private draw(k: number, lo: number, hi: number, how: number): void {
    const { min, max, at, untied } = this.positions;
    untied[k] = how;
    const [loKnown, hiKnown] = [Number.isFinite(lo), Number.isFinite(hi)];
    if (!loKnown && !hiKnown) return;
    min[k] = lo;
    max[k] = hi;
    at[k] = loKnown && hiKnown ? lo + (hi - lo) / 2 : loKnown ? lo : hi;
  }

  /** Between which instants a moment lies that is no plain reading: as its variable lies, or as its start, open above; null where it has no place. */
  private windowOf(
    k: number,
    most: Float64Array,
    negatedLeast: Float64Array,
    shift: ((v: number) => Shift | null) | null,
  ): Shift | null {
    const own = this.laid.variable[k] as number;
    if (own === NONE) {
      if (this.m.form[k] !== FORM.notStated) return shift && this.byItself(k, shift);
      const { min, untied } = this.positions;
      return Number.isNaN(min[k - 1] as number)
        ? null
        : { min: min[k - 1] as number, max: Number.POSITIVE_INFINITY, untied: untied[k - 1] as number };
    }
    const [min, max] = [0 - (negatedLeast[own] as number), most[own] as number];
    if (Number.isFinite(min) || Number.isFinite(max)) return { min, max, untied: UNTIED.no };
    if (!shift) return null;
    const s = shift(own);
    // What was set aside tells where it is drawn only if nothing else does.
    if (s && this.laid.isSetAside(k)) return s;
    const alone = this.byItself(k, shift);
    if (!s) return alone;
    // By two clocks that nothing ties together it has no one place: then by what it is tied to.
    return alone && alone.untied === s.untied
      ? { min: Math.max(alone.min, s.min), max: Math.min(alone.max, s.max), untied: alone.untied }
      : s;
  }

  /** Writes the window of a reading that is known by its clock alone: by the clock's range, and by the knots around it. */
  private byItsClock(k: number, most: Float64Array, negatedLeast: Float64Array): void {
    const { clocks, clockVariable } = this.m;
    const line = clocks.line(clockVariable[k] as number);
    const [lo, hi] = [leastReading(this.m, k), mostReading(this.m, k)];
    let [min, max] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    if (!line.counter || line.rate === 0) {
      min = lo - (negatedLeast[line.clockVariable] as number);
      max = hi + (most[line.clockVariable] as number);
    }
    if (line.rate !== 0) {
      const { order, variables } = line;
      for (let j = line.firstAround(lo); j <= line.lastAround(lo); j++) {
        const wanders = clocks.wanders(line, order[j] as number, lo);
        min = Math.max(min, lo - wanders - (negatedLeast[variables[j] as number] as number));
      }
      for (let j = line.firstAround(hi); j <= line.lastAround(hi); j++) {
        const wanders = clocks.wanders(line, order[j] as number, hi);
        max = Math.min(max, hi + wanders + (most[variables[j] as number] as number));
      }
    }
    this.positions.min[k] = min;
    this.positions.max[k] = max;
  }

  /** Where a reading lies on a clock or counter that nothing ties to the reference clock: as it is written. */
  private byItself(k: number, shift: (v: number) => Shift | null): Shift | null {
    if (this.m.form[k] !== FORM.reading) return null;
    const s = shift(this.m.clockVariable[k] as number);
    return (
      s && {
        min: s.min + this.laid.leastShown(k),
        max: s.max + this.laid.mostShown(k),
        untied: s.untied,
      }
    );
  }

  /** For variables that nothing ties to the reference clock but that share a clock or counter: their bounds by that one alone. */
  private untiedShift(most: Float64Array, negatedLeast: Float64Array): ((v: number) => Shift | null) | null {
    const { counterDay, network } = this.m.clocks;
    const loose = (v: number): boolean =>
      !Number.isFinite(most[v] as number) && !Number.isFinite(negatedLeast[v] as number);
    const free: [number, number, number][] = [];
    for (const v of this.m.clocks.wallVariables()) if (loose(v)) free.push([v, 0, UNTIED.clock]);
    // Midnight UTC of its day, so that the ruler can show the counter itself.
    for (const [v, day] of counterDay)
      if (loose(v))
        free.push([v, Date.parse(`${day === '' ? '2000-01-01' : day}T00:00:00Z`), UNTIED.counter]);
    if (free.length === 0) return null;
    return (v) => {
      if (!loose(v)) return null;
      for (const [base, from, untied] of free) {
        const min = 0 - (network.negatedLeastFrom(base)[v] as number);
        const max = network.mostFrom(base)[v] as number;
        if (Number.isFinite(min) || Number.isFinite(max)) return { min: from + min, max: from + max, untied };
      }
      return null;
    };
  }

  /** Gives the moments that the record orders but does not time their places in that order, and one place to what is one. */
  private spread(order: DrawnOrder): void {
    const { min, max, at, untied } = this.positions;
    const { one } = order;
    // What nothing ties to the reference clock lies on a line of its own.
    const pairs = order.pairs.filter(([a, b]) => untied[a] === untied[b]);
    if (pairs.length > 0) {
      const { floor, ceiling } = heldBy(this.m, this.laid, { ...order, pairs }, this.positions);
      spreadInOrder(pairs, min, max, at, floor, ceiling);
    }
    for (let k = 0; k < one.length; k++) at[k] = at[one[k] as number] as number;
  }
}
