import type { ProofEdge } from '../network/network';
import type { Core } from './core';
import { NONE } from './moment';
import type { Moments } from './moments';
import { type Hung, hungOf, type Way, waysTo } from './ways';

/** What a moment hangs on: its interval by its own clock, and every way to it. */
interface Held {
  readonly hung: Hung | null;
  readonly ways: readonly Way[];
}

/** A shortest path: by a way out and a way in, or along one clock. */
export type Path =
  | { readonly ms: number; readonly x: Way; readonly y: Way }
  | {
      readonly ms: number;
      readonly legs: { readonly ms: number; readonly reason: number };
      readonly lo: number;
      readonly hi: number;
    };

/** How far moments lie apart: by the ways from each to the network, and along the clock that two of them share. */
export class Between {
  private readonly onPaths = new Map<number, readonly number[]>();
  /** What each moment that was asked of hangs on: the rules ask of the same ones again and again. */
  private readonly held: (Held | undefined)[];

  constructor(
    private readonly m: Moments,
    private readonly core: Core,
  ) {
    this.held = new Array(m.form.length);
  }

  /** Start and end of one event, bounded on the spot. */
  isOwnSpan(a: number, b: number): boolean {
    return (
      a < 2 * this.m.n && (a ^ 1) === b && this.core.variable[a] === NONE && this.core.variable[b] === NONE
    );
  }

  /** The most that one moment can be after another, ms; infinite where nothing bounds it. The length of `path`, without the steps of it. */
  most(from: number, to: number): number {
    if (from === to) return 0;
    const { network, zero } = this.m.clocks;
    const [x, y] = [this.heldOf(from), this.heldOf(to)];
    let best = this.alongOneClock(x.hung, y.hung);
    for (const a of x.ways) {
      for (const b of y.ways) {
        const own = b.hi - a.lo;
        if (!(own < Number.POSITIVE_INFINITY)) continue;
        const between =
          a.v !== b.v
            ? network.most(a.v, b.v)
            : a.byRange
              ? network.most(a.v, zero) + network.most(zero, a.v)
              : 0;
        if (between + own < best) best = between + own;
      }
    }
    return from > to && best > 0 && this.isOwnSpan(from, to) ? 0 : best;
  }

  private alongOneClock(x: Hung | null, y: Hung | null): number {
    if (!x || !y || x.hang !== y.hang || !Number.isFinite(y.hi - x.lo)) return Number.POSITIVE_INFINITY;
    const { clocks } = this.m;
    return y.hi - x.lo + clocks.wanders(clocks.line(x.hang), x.lo, y.hi);
  }

  /** The shortest path from one moment to another: what is the most that the second can be after the first, ms. Null where nothing bounds it. */
  path(from: number, to: number): Path | null {
    const { network, zero } = this.m.clocks;
    let best = this.onOneClock(from, to);
    const arrivals = this.heldOf(to).ways;
    for (const x of this.heldOf(from).ways) {
      for (const y of arrivals) {
        if (!Number.isFinite(y.hi - x.lo)) continue;
        const between =
          x.v !== y.v
            ? network.most(x.v, y.v)
            : x.byRange
              ? network.most(x.v, zero) + network.most(zero, x.v)
              : 0;
        const ms = between + y.hi - x.lo;
        if (Number.isFinite(ms) && (best === null || ms < best.ms)) best = { ms, x, y };
      }
    }
    return best;
  }

  /** The interval of a moment by its own clock; null where it is a variable of the core, or has none. */
  hungOf(m: number): Hung | null {
    return this.heldOf(m).hung;
  }

  /** The edges of the network on a path by two ways. */
  edgesOn(x: Way, y: Way): ProofEdge[] {
    const { network, zero } = this.m.clocks;
    if (x.v !== y.v) return network.proof(x.v, y.v);
    return x.byRange ? [...network.proof(x.v, zero), ...network.proof(zero, y.v)] : [];
  }

  /** The numbers of their reasons: between the same two variables the same, again and again. */
  reasonsOn({ x, y }: { readonly x: Way; readonly y: Way }): readonly number[] {
    const key = (x.v * this.m.clocks.network.size + y.v) * 2 + (x.byRange ? 1 : 0);
    let known = this.onPaths.get(key);
    if (!known) {
      known = this.edgesOn(x, y).map((e) => e.reason);
      this.onPaths.set(key, known);
    }
    return known;
  }

  private heldOf(m: number): Held {
    let held = this.held[m];
    if (!held) {
      held = { hung: hungOf(this.m, this.core, m), ways: waysTo(this.m, this.core, m) };
      this.held[m] = held;
    }
    return held;
  }

  /** Two readings of one clock, compared with one another alone: its offset cancels, and what is left is its rate. */
  private onOneClock(from: number, to: number): Path | null {
    const [x, y] = [this.heldOf(from).hung, this.heldOf(to).hung];
    if (!x || !y || x.hang !== y.hang || !Number.isFinite(y.hi - x.lo)) return null;
    const { clocks } = this.m;
    const legs = clocks.wander(clocks.line(x.hang), x.lo, y.hi);
    const ms = y.hi - x.lo + legs.ms;
    return Number.isFinite(ms) ? { ms, legs, lo: x.lo, hi: y.hi } : null;
  }
}
