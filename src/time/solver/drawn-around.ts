import type { ClockLine } from './clock-line';
import type { DrawnOrder } from './drawn-order';
import type { Laid } from './laid';
import { FORM, NONE, UNTIED } from './moment';
import type { Moments } from './moments';
import type { Shown } from './shown';
import { sameMoment } from './ways';

/** A moment that is a variable, and the most that each variable can be after it and before it, ms. */
interface Known {
  readonly k: number;
  readonly after: Float64Array;
  readonly before: Float64Array;
}

/** What moments show on every clock, over whatever leads from one to the other. */
function onEveryClock({ clocks }: Moments, known: readonly Known[]): Map<number, Shown[]> {
  const all = new Map<number, Shown[]>();
  for (const line of clocks.all()) {
    const knots = line.rate === 0 ? [] : [...line.knots];
    const byRange = line.rate === 0 || !line.counter;
    const shown = known.map(({ k, after, before }) => {
      let least = byRange ? 0 - (after[line.clockVariable] as number) : Number.NEGATIVE_INFINITY;
      let most = byRange ? (before[line.clockVariable] as number) : Number.POSITIVE_INFINITY;
      for (const [p, v] of knots) {
        least = Math.max(least, lastBy(clocks, line, p, 0 - (after[v] as number)));
        most = Math.min(most, 0 - lastBy(clocks, line, -p, 0 - (before[v] as number)));
      }
      return { k, least, most };
    });
    all.set(line.clockVariable, shown);
  }
  return all;
}

/** The last reading of a clock that is surely no later than `x` (ms) after its offset at its reading p. */
function lastBy(clocks: Moments['clocks'], line: ClockLine, p: number, x: number): number {
  if (!Number.isFinite(x)) return Number.NEGATIVE_INFINITY;
  const rate = line.rate / 1e6;
  const q = x >= p ? p + Math.floor((x - p) / (1 + rate)) : p - Math.ceil((p - x) / (1 - rate));
  // What it wanders is rounded up to whole ms.
  return [q, q - 1].find((r) => r + clocks.wanders(line, p, r) <= x) ?? Number.NEGATIVE_INFINITY;
}

/**
 * Between which places of others the moved ones stay, ms: what is surely before and surely after them by a clock, or by
 * the network, is drawn in the middle of its window, and none of them passes it.
 */
export function heldBy(
  m: Moments,
  laid: Laid,
  { one, pairs, shown: own }: DrawnOrder,
  { at, untied }: { readonly at: Float64Array; readonly untied: Uint8Array },
): { readonly floor: Float64Array; readonly ceiling: Float64Array } {
  const floor = new Float64Array(at.length).fill(Number.NEGATIVE_INFINITY);
  const ceiling = new Float64Array(at.length).fill(Number.POSITIVE_INFINITY);
  const notBefore = (k: number, place: number): void => {
    const o = one[k] as number;
    if (place > (floor[o] as number)) floor[o] = place;
  };
  const notAfter = (k: number, place: number): void => {
    const o = one[k] as number;
    if (place < (ceiling[o] as number)) ceiling[o] = place;
  };
  const moved = new Uint8Array(at.length);
  for (const [a, b] of pairs) {
    moved[a] = 1;
    moved[b] = 1;
  }
  const members: number[] = [];
  const others: number[] = [];
  for (let k = 0; k < one.length; k++) {
    if (sameMoment(m, k) !== k) continue;
    if (moved[one[k] as number] === 1) members.push(k);
    else if (!Number.isNaN(at[k] as number)) others.push(k);
  }
  const { network } = m.clocks;
  const known = (own ? [] : members).flatMap((k): Known[] => {
    const v = laid.variable[k] as number;
    return v === NONE ? [] : [{ k, after: network.mostFrom(v), before: network.negatedLeastFrom(v) }];
  });
  // What nothing ties to the reference clock is drawn by its own, and holds nothing that is drawn by another.
  const variables = others.filter((o) => laid.variable[o] !== NONE);
  for (const { k, after, before } of known)
    for (const o of variables) {
      if (untied[o] !== untied[k]) continue;
      const v = laid.variable[o] as number;
      if ((after[v] as number) <= 0) notBefore(k, at[o] as number);
      if ((before[v] as number) <= 0) notAfter(k, at[o] as number);
    }
  // The furthest place of all that end by an instant of the clock, and of all that begin from one on.
  const sides = new Map<number, { on: Shown[]; before: Furthest; after: Furthest }>();
  const side = (clock: number, how: number): number => 4 * clock + how;
  for (const [clock, shown] of own ?? onEveryClock(m, known))
    for (const how of Object.values(UNTIED)) {
      const on = shown.filter((s) => untied[s.k] === how);
      sides.set(side(clock, how), {
        on,
        before: new Furthest(on.map((s) => s.least)),
        after: new Furthest(on.map((s) => -s.most)),
      });
    }
  for (const o of sides.size > 0 ? others : []) {
    if (m.form[o] !== FORM.reading || laid.isSetAside(o)) continue;
    const found = sides.get(side(m.clockVariable[o] as number, untied[o] as number));
    found?.before.take(laid.mostShown(o), at[o] as number);
    found?.after.take(-laid.leastShown(o), -(at[o] as number));
  }
  for (const { on, before, after } of sides.values())
    for (const { k, least, most } of on) {
      notBefore(k, before.upTo(least));
      notAfter(k, 0 - after.upTo(-most));
    }
  return { floor, ceiling };
}

/** The greatest value of all that are taken whose key is no greater than one of those that will be asked for: few, of many. */
class Furthest {
  private readonly asked: Float64Array;
  private readonly best: Float64Array;
  private whole = false;

  constructor(asked: readonly number[]) {
    this.asked = Float64Array.from(asked).sort();
    // Beyond the last that is asked for there is one place more, which nobody asks for.
    this.best = new Float64Array(asked.length + 1).fill(Number.NEGATIVE_INFINITY);
  }

  take(key: number, value: number): void {
    const i = this.place(key);
    if ((this.best[i] as number) < value) this.best[i] = value;
  }

  /** @param asked one of those that the constructor was given; nothing is taken any more */
  upTo(asked: number): number {
    const { best } = this;
    if (!this.whole)
      for (let i = 1; i < best.length; i++)
        if ((best[i - 1] as number) > (best[i] as number)) best[i] = best[i - 1] as number;
    this.whole = true;
    return best[this.place(asked)] as number;
  }

  /** The first of those asked for that is no less than a key. */
  private place(key: number): number {
    let [lo, hi] = [0, this.asked.length];
    while (lo < hi) {
      const mid = (lo + hi) >> 1;
      if ((this.asked[mid] as number) < key) lo = mid + 1;
      else hi = mid;
    }
    return lo;
  }
}
