import type { ClockLine } from './clock-line';
import type { Laid } from './laid';
import { FORM, NONE } from './moment';
import type { Moments } from './moments';
import { leastReading, mostReading } from './ways';

/** Ways have room for so many at first, and twice as many whenever it is full. */
const ROOM = 1024;

/**
 * What moments are known by, as numbers side by side. Of each moment that was asked of: its interval by its own clock
 * (`clockVariable`, `least`, `most`), where it is no variable of the network; and its ways, at the places from `of` up to
 * `until`: the variables of the network from which it is known, between `lo` and `hi` (ms) after each, what its clock
 * wanders on the way included. These are its own variable, or the range of its clock and the knots around its reading; an
 * end that nobody states is known by its start, open above. Objects would cost a hundred thousand moments more than the
 * questions put to them.
 */
export class Held {
  variable = new Int32Array(ROOM);
  lo = new Float64Array(ROOM);
  hi = new Float64Array(ROOM);
  /** 1 for a way by the range of a clock, which holds at any reading: two readings that share it are two offsets. */
  byRange = new Uint8Array(ROOM);
  /** Numbers of the reasons for what its clock wanders on the way, at either end; -1 where there is none. */
  loReason = new Int32Array(ROOM);
  hiReason = new Int32Array(ROOM);
  /** NONE where a moment has no interval by its own clock. */
  readonly clockVariable: Int32Array;
  readonly least: Float64Array;
  readonly most: Float64Array;
  /** The moments whose readings set its ends. */
  readonly leastBy: Int32Array;
  readonly mostBy: Int32Array;
  /** One more than the place of its first way; 0 for a moment that nobody asked of. */
  private readonly first: Int32Array;
  private readonly ways: Uint8Array;
  private length = 0;

  constructor(
    private readonly m: Moments,
    private readonly laid: Laid,
  ) {
    const moments = m.form.length;
    this.clockVariable = new Int32Array(moments).fill(NONE);
    this.least = new Float64Array(moments);
    this.most = new Float64Array(moments);
    this.leastBy = new Int32Array(moments);
    this.mostBy = new Int32Array(moments);
    this.first = new Int32Array(moments);
    this.ways = new Uint8Array(moments);
  }

  /** The place of the first way to a moment. */
  of(m: number): number {
    if (this.first[m] === 0) this.fill(m);
    return (this.first[m] as number) - 1;
  }

  /** The place after the last way to a moment of which `of` was asked. */
  until(m: number): number {
    return (this.first[m] as number) - 1 + (this.ways[m] as number);
  }

  private fill(m: number): void {
    const form = this.m.form[m];
    const variable = this.laid.variable[m] as number;
    // The ways to its start come before its own.
    if (variable === NONE && form === FORM.notStated) this.of(m - 1);
    const from = this.length;
    if (variable !== NONE) this.put(variable, 0, 0, 0, -1, -1);
    else if (form === FORM.notStated) this.fillOpen(m);
    else if (form !== FORM.none) this.fillReading(m);
    this.first[m] = from + 1;
    this.ways[m] = this.length - from;
  }

  private fillOpen(m: number): void {
    const start = m - 1;
    this.clockVariable[m] = this.clockVariable[start] as number;
    this.least[m] = this.least[start] as number;
    this.most[m] = Number.POSITIVE_INFINITY;
    this.leastBy[m] = this.leastBy[start] as number;
    this.mostBy[m] = this.mostBy[start] as number;
    for (let k = this.of(start); k < this.until(start); k++)
      this.put(
        this.variable[k] as number,
        this.lo[k] as number,
        Number.POSITIVE_INFINITY,
        this.byRange[k] as number,
        this.loReason[k] as number,
        -1,
      );
  }

  private fillReading(m: number): void {
    const { clocks, clockVariable, lo, hi } = this.m;
    const own = clockVariable[m] as number;
    const line = clocks.line(own);
    const [least, most] = [leastReading(this.m, m), mostReading(this.m, m)];
    this.clockVariable[m] = own;
    this.least[m] = least;
    this.most[m] = most;
    this.leastBy[m] = least === lo[m] ? m : m ^ 1;
    this.mostBy[m] = most === hi[m] ? m : m ^ 1;
    if (!line.counter || line.rate === 0) this.put(own, least, most, line.rate > 0 ? 1 : 0, -1, -1);
    if (line.rate === 0) return;
    const last = line.lastAround(least);
    for (let k = line.firstAround(least); k <= last; k++) this.putKnot(line, k, least, most);
    for (let k = Math.max(last + 1, line.firstAround(most)); k <= line.lastAround(most); k++)
      this.putKnot(line, k, least, most);
  }

  private putKnot(line: ClockLine, k: number, least: number, most: number): void {
    const { clocks } = this.m;
    const p = line.order[k] as number;
    const [below, above] = [clocks.wanders(line, p, least), clocks.wanders(line, p, most)];
    this.put(
      line.variables[k] as number,
      least - below,
      most + above,
      0,
      below !== 0 ? line.why(p, least) : -1,
      above !== 0 ? line.why(p, most) : -1,
    );
  }

  private put(
    variable: number,
    lo: number,
    hi: number,
    byRange: number,
    loReason: number,
    hiReason: number,
  ): void {
    const k = this.length++;
    if (k >= this.lo.length) this.grow();
    this.variable[k] = variable;
    this.lo[k] = lo;
    this.hi[k] = hi;
    this.byRange[k] = byRange;
    this.loReason[k] = loReason;
    this.hiReason[k] = hiReason;
  }

  private grow(): void {
    const larger = <T extends Int32Array | Float64Array | Uint8Array>(made: T, from: T): T => {
      made.set(from as never);
      return made;
    };
    const room = 2 * this.lo.length;
    this.variable = larger(new Int32Array(room), this.variable);
    this.lo = larger(new Float64Array(room), this.lo);
    this.hi = larger(new Float64Array(room), this.hi);
    this.byRange = larger(new Uint8Array(room), this.byRange);
    this.loReason = larger(new Int32Array(room), this.loReason);
    this.hiReason = larger(new Int32Array(room), this.hiReason);
  }
}
