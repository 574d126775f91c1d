import type { Core } from './core';
import { NONE } from './moment';
import type { Moments } from './moments';
import { hungOf, waysTo } from './ways';

/** Ways have room for so many at first, and twice as many whenever it is full. */
const ROOM = 1024;

/**
 * What moments hang on, as numbers side by side: of each moment that was asked of, its interval by its own clock (`hang`,
 * `least`, `most`; see `hungOf`), and its ways (`waysTo`) at the places from `of` up to `until`. Objects would cost a
 * hundred thousand moments more than the questions put to them.
 */
export class Held {
  variable = new Int32Array(ROOM);
  lo = new Float64Array(ROOM);
  hi = new Float64Array(ROOM);
  byRange = new Uint8Array(ROOM);
  /** Numbers of the reasons for what its clock wanders on the way, at either end; -1 where there is none. */
  loReason = new Int32Array(ROOM);
  hiReason = new Int32Array(ROOM);
  /** NONE where a moment has no interval by its own clock. */
  readonly hang: Int32Array;
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
    private readonly core: Core,
  ) {
    const moments = m.form.length;
    this.hang = new Int32Array(moments).fill(NONE);
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
    const hung = hungOf(this.m, this.core, m);
    if (hung) {
      this.hang[m] = hung.hang;
      this.least[m] = hung.lo;
      this.most[m] = hung.hi;
      this.leastBy[m] = hung.loBy;
      this.mostBy[m] = hung.hiBy;
    }
    const ways = waysTo(this.m, this.core, m);
    if (this.length + ways.length > this.lo.length) this.grow();
    this.first[m] = this.length + 1;
    this.ways[m] = ways.length;
    for (const w of ways) {
      this.variable[this.length] = w.v;
      this.lo[this.length] = w.lo;
      this.hi[this.length] = w.hi;
      this.byRange[this.length] = w.byRange ? 1 : 0;
      this.loReason[this.length] = w.loLeg.ms !== 0 ? w.loLeg.reason : -1;
      this.hiReason[this.length] = w.hiLeg.ms !== 0 ? w.hiLeg.reason : -1;
      this.length++;
    }
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
