/**
 * Up to this far apart, in ms, two readings of one clock are near: what its rate may be off is counted between them, but
 * it is no assumption. Beyond, it is one, with a name and a switch.
 */
export const NEAR = 3_600_000;

/** How far a clock may wander in `ms` at a rate in parts in a million: whole ms, rounded up. */
export function driftOver(ms: number, rate: number): number {
  return Math.ceil((Math.abs(ms) * rate) / 1e6);
}

/** One reading of a sync point: the line (variable) of its clock, and its interval on that clock, ms. */
export interface SyncReading {
  readonly clockVariable: number;
  readonly min: number;
  readonly max: number;
}

/**
 * The lines whose sync points show a rate beyond the one assumed, though none beyond `most`: neighbours between the same two
 * clocks differ by more than the rates of both allow. Where they differ by more than `most`, it is a contradiction and
 * stays one.
 * @param rateOf parts in a million by line; 0 for the reference clock, which does not drift by definition
 */
export function shownToDrift(
  readings: readonly { readonly a: SyncReading; readonly b: SyncReading }[],
  rateOf: (clockVariable: number) => number,
  most: number,
): Set<number> {
  const pairs = new Map<string, { at: number; min: number; max: number; from: number; to: number }[]>();
  for (const { a, b } of readings) {
    const [from, to] = a.clockVariable < b.clockVariable ? [a, b] : [b, a];
    if (from.clockVariable === to.clockVariable) continue;
    const key = `${from.clockVariable} ${to.clockVariable}`;
    const point = {
      at: Math.round((to.min + to.max) / 2),
      min: from.min - to.max,
      max: from.max - to.min,
      from: from.clockVariable,
      to: to.clockVariable,
    };
    const list = pairs.get(key);
    if (list) list.push(point);
    else pairs.set(key, [point]);
  }
  const drifting = new Set<number>();
  for (const points of pairs.values()) {
    points.sort((x, y) => x.at - y.at);
    points.slice(1).forEach((p, i) => {
      const q = points[i] as (typeof points)[number];
      const apart = Math.max(p.min - q.max, q.min - p.max);
      const both = [p.from, p.to].filter((h) => rateOf(h) > 0);
      const assumed = both.reduce((sum, h) => sum + rateOf(h), 0);
      if (apart <= driftOver(p.at - q.at, assumed)) return;
      if (
        apart >
        driftOver(
          p.at - q.at,
          both.reduce((sum, h) => sum + Math.max(most, rateOf(h)), 0),
        )
      )
        return;
      for (const h of both) drifting.add(h);
    });
  }
  return drifting;
}
