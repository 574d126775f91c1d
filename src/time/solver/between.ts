import type { ProofEdge } from '../network/network';
import { Held } from './held';
import type { Laid } from './laid';
import { FORM, NONE } from './moment';
import type { Moments } from './moments';

/** A step on a path, by the number of its reason. */
type Step = Pick<ProofEdge, 'reason' | 'side' | 'ms'>;

/** A shortest path: it leaves a moment at `lo` on its clock, and arrives at `hi` on that of the other, ms; in between, by these steps. */
export interface Path {
  readonly lo: number;
  readonly hi: number;
  readonly steps: readonly Step[];
}

/**
 * How a path leads from its way out to its way in: through the network; by way of the reference clock, where both are known by
 * the range of a clock, which holds at any reading; or along one clock, of which one reading states its zone and the other not.
 */
type Over = 'network' | 'reference' | 'one clock';

/** How far moments lie apart: by the ways from each to the network, and along the clock that two of them share. */
export class Between {
  private readonly onPaths = new Map<number, readonly number[]>();
  /** What each moment that was asked of is known by, in numbers: the rules ask of the same ones again and again. */
  private readonly held: Held;
  /** Of the path that was sought last: the places of its way out and its way in. */
  private first = NONE;
  private last = NONE;
  /** How it leads from the one to the other. */
  private over: Over = 'network';

  constructor(
    private readonly m: Moments,
    private readonly laid: Laid,
  ) {
    this.held = new Held(m, laid);
  }

  /** Start and end of one event, bounded on the spot. */
  isOwnSpan(a: number, b: number): boolean {
    return (
      a < 2 * this.m.n && (a ^ 1) === b && this.laid.variable[a] === NONE && this.laid.variable[b] === NONE
    );
  }

  /** The most that one moment can be after another, ms; infinite where nothing bounds it. */
  most(from: number, to: number): number {
    if (from === to) return 0;
    const ms = this.seek(from, to);
    return from > to && ms > 0 && this.isOwnSpan(from, to) ? 0 : ms;
  }

  /** The length of the shortest path, ms, by whatever leads there: `first` and `last` are its ways out and in, NONE where it runs along one clock. */
  private seek(from: number, to: number): number {
    const { held } = this;
    const a0 = held.of(from);
    const b0 = held.of(to);
    const a1 = held.until(from);
    const b1 = held.until(to);
    const { variable, lo, hi, byRange } = held;
    let best = this.alongOneClock(from, to);
    this.first = NONE;
    const { network, zero } = this.m.clocks;
    for (let a = a0; a < a1; a++) {
      for (let b = b0; b < b1; b++) {
        const own = (hi[b] as number) - (lo[a] as number);
        if (!(own < Number.POSITIVE_INFINITY)) continue;
        const [v, w] = [variable[a] as number, variable[b] as number];
        const isRange = byRange[a] === 1 && byRange[b] === 1;
        const ms =
          own + (isRange ? network.most(v, zero) + network.most(zero, w) : v === w ? 0 : network.most(v, w));
        if (ms < best) {
          best = ms;
          this.first = a;
          this.last = b;
          this.over = isRange ? 'reference' : 'network';
        }
        if (!isRange || v === w || this.m.clocks.clockOf(v) !== this.m.clocks.clockOf(w)) continue;
        const along =
          own + network.most(v, w) + this.along(from, held.least[from] as number, held.most[to] as number);
        if (!(along < best)) continue;
        best = along;
        this.first = a;
        this.last = b;
        this.over = 'one clock';
      }
    }
    return best;
  }

  /** Two readings of one clock, compared with one another alone: its offset cancels, and what is left is its rate. */
  private alongOneClock(from: number, to: number): number {
    const { held } = this;
    const clockVariable = held.clockVariable[from] as number;
    if (clockVariable === NONE || clockVariable !== held.clockVariable[to]) return Number.POSITIVE_INFINITY;
    const lo = held.least[from] as number;
    const hi = held.most[to] as number;
    if (!Number.isFinite(hi - lo)) return Number.POSITIVE_INFINITY;
    return hi - lo + this.along(from, lo, hi);
  }

  /** The shortest path from one moment to another: what is the most that the second can be after the first. Null where nothing bounds it. */
  path(from: number, to: number): Path | null {
    const { held } = this;
    if (!Number.isFinite(this.seek(from, to))) return null;
    const [lo, hi] = [held.least[from] as number, held.most[to] as number];
    if (this.first === NONE)
      return { lo, hi, steps: step(this.whyAlong(from, lo, hi), 'max', this.along(from, lo, hi)) };
    const [x, y] = [this.first, this.last];
    return {
      lo,
      hi,
      steps: [
        ...step(held.loReason[x] as number, 'min', lo - (held.lo[x] as number)),
        ...this.edgesOn(held.variable[x] as number, held.variable[y] as number),
        ...(this.over === 'one clock'
          ? step(this.whyAlong(from, lo, hi), 'max', this.along(from, lo, hi))
          : []),
        ...step(held.hiReason[y] as number, 'max', (held.hi[y] as number) - hi),
      ],
    };
  }

  /** What the clock of a moment may wander between two of its readings, ms. */
  private along(m: number, p: number, q: number): number {
    const { clocks } = this.m;
    return clocks.wanders(clocks.line(this.held.clockVariable[m] as number), p, q);
  }

  /** The number of the reason for that. */
  private whyAlong(m: number, p: number, q: number): number {
    return this.m.clocks.line(this.held.clockVariable[m] as number).why(p, q);
  }

  /** Puts what stands behind each step of `path` among those found: reasons of the network by their numbers, the reading of a moment m as -1 - m. */
  gather(from: number, to: number, found: Set<unknown>): void {
    if (!Number.isFinite(this.seek(from, to))) return;
    const { held, first, last } = this;
    if (held.clockVariable[from] !== NONE && !this.isOpenAfterStart(from))
      found.add(-1 - (held.leastBy[from] as number));
    if (first === NONE) {
      const [lo, hi] = [held.least[from] as number, held.most[to] as number];
      const reason = this.whyAlong(from, lo, hi);
      if (reason >= 0 && this.along(from, lo, hi) !== 0) found.add(reason);
    } else {
      const [out, into] = [held.loReason[first] as number, held.hiReason[last] as number];
      if (out >= 0) found.add(out);
      const [v, w] = [held.variable[first] as number, held.variable[last] as number];
      for (const r of this.reasonsOn(v, w)) found.add(r);
      const [lo, hi] = [held.least[from] as number, held.most[to] as number];
      if (this.over === 'one clock' && this.along(from, lo, hi) !== 0) found.add(this.whyAlong(from, lo, hi));
      if (into >= 0) found.add(into);
    }
    if (held.clockVariable[to] !== NONE) found.add(-1 - (held.mostBy[to] as number));
  }

  /** An end that is not stated, of an event whose start is a variable of the network. */
  isOpenAfterStart(m: number): boolean {
    return (
      this.m.form[m] === FORM.notStated &&
      this.laid.variable[m] === NONE &&
      this.laid.variable[m - 1] !== NONE
    );
  }

  /** The moment whose reading sets the least (`min`) or the most of a moment by its own clock; null where it is a variable of the network, or has none. */
  setBy(m: number, end: 'min' | 'max'): number | null {
    const { held } = this;
    held.of(m);
    return held.clockVariable[m] === NONE
      ? null
      : ((end === 'min' ? held.leastBy : held.mostBy)[m] as number);
  }

  /** The edges of the network on a path from one variable to another. */
  private edgesOn(v: number, w: number): ProofEdge[] {
    const { network, zero } = this.m.clocks;
    if (this.over === 'reference') return [...network.proof(v, zero), ...network.proof(zero, w)];
    return v === w ? [] : network.proof(v, w);
  }

  /** The numbers of their reasons: between the same two variables the same, again and again. */
  private reasonsOn(v: number, w: number): readonly number[] {
    const key = (v * this.m.clocks.network.size + w) * 2 + (this.over === 'reference' ? 1 : 0);
    let known = this.onPaths.get(key);
    if (!known) {
      known = this.edgesOn(v, w).map((e) => e.reason);
      this.onPaths.set(key, known);
    }
    return known;
  }
}

/** A step with something to say, or none. */
const step = (reason: number, side: 'min' | 'max', ms: number): Step[] =>
  reason < 0 || ms === 0 ? [] : [{ reason, side, ms }];
