import type { Bounds } from '../duration';

/** One reading of a sync point: the variable it hangs on, and its interval on that clock, ms. */
export interface SyncReading {
  readonly hang: number;
  readonly min: number;
  readonly max: number;
}

/** A clock whose sync points cannot hold with one offset but can with a rate; its sync points in the order of their readings. */
export interface DriftingClock {
  readonly hang: number;
  readonly points: readonly { readonly at: number; readonly reason: number }[];
}

/** The offsets of a drifting clock at its sync points, as variables; `at` in ms of its own reading, `rate` in parts in a million. */
export interface Drift {
  readonly anchors: readonly { readonly variable: number; readonly at: number; readonly reason: number }[];
  readonly reason: number;
  readonly rate: number;
}

/** How far a clock may wander in `ms` at a rate in parts in a million: whole ms, rounded up. */
export function driftOver(ms: number, rate: number): number {
  return Math.ceil((Math.abs(ms) * rate) / 1e6);
}

/**
 * An offset holds at the moment it was observed. Where the sync points between two clocks, each good for one offset, have
 * no offset in common, but every two neighbours differ by no more than the rate allows, the clock drifts; where they
 * differ by more, it is a contradiction and stays one.
 */
export function driftingClocks(
  readings: readonly { reason: number; a: SyncReading; b: SyncReading }[],
  reference: ReadonlySet<number>,
  rate: number,
): DriftingClock[] {
  const pairs = new Map<string, { at: number; reason: number; min: number; max: number }[]>();
  const hangs = new Map<string, number>();
  for (const { reason, a, b } of readings) {
    const [from, to] = reference.has(b.hang) || (!reference.has(a.hang) && b.hang < a.hang) ? [b, a] : [a, b];
    if (from.hang === to.hang) continue;
    const key = `${from.hang} ${to.hang}`;
    hangs.set(key, to.hang);
    const point = {
      at: Math.round((to.min + to.max) / 2),
      reason,
      min: from.min - to.max,
      max: from.max - to.min,
    };
    const list = pairs.get(key);
    if (list) list.push(point);
    else pairs.set(key, [point]);
  }
  return [...pairs].flatMap(([key, points]) => {
    if (points.length < 2) return [];
    points.sort((x, y) => x.at - y.at);
    const common = Math.max(...points.map((p) => p.min)) <= Math.min(...points.map((p) => p.max));
    const within = points.slice(1).every((p, i) => {
      const q = points[i] as (typeof points)[number];
      return Math.max(p.min - q.max, q.min - p.max) <= driftOver(p.at - q.at, rate);
    });
    return !common && within ? [{ hang: hangs.get(key) as number, points }] : [];
  });
}

/**
 * How far a drifting clock may be off at a moment between `lo` and `hi` (ms): what its nearest sync point leaves, and
 * what its rate allows on the way there. @param points its offsets at its sync points, `at` in ms of its own reading
 */
export function offsetNear(
  points: readonly { readonly at: number; readonly offset: Bounds }[],
  lo: number,
  hi: number,
  rate: number,
): Bounds | null {
  let best: Bounds | null = null;
  for (const { at, offset } of points) {
    const away = driftOver(
      Math.max(
        Math.abs(lo - at - offset.min),
        Math.abs(hi - at - offset.max),
        Math.abs(lo - at - offset.max),
        Math.abs(hi - at - offset.min),
      ),
      rate,
    );
    const here = { min: offset.min - away, max: offset.max + away };
    best = best ? { min: Math.max(best.min, here.min), max: Math.min(best.max, here.max) } : here;
  }
  return best && best.min <= best.max ? best : null;
}
