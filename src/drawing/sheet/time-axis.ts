import { bisectLeft, bisectRight } from 'd3';

/**
 * Time on paper: stretches in which something happens, each at a useful scale, with the dead time between them folded.
 * Drawing units `u` grow with time; inside a stretch they are linear, a fold is a few of them wide whatever its length.
 */
export interface TimeAxis {
  readonly stretches: readonly Stretch[];
  /** Whole width in drawing units. */
  readonly length: number;
  /** The least length (ms) that it tells apart: a day where all that it holds is known by the day. */
  readonly grain: number;
  toU(t: number): number;
  toT(u: number): number;
}

export interface Stretch {
  readonly t0: number;
  readonly t1: number;
  readonly u0: number;
  readonly u1: number;
  readonly stop: boolean;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
/** Gaps longer than this end a cluster of moments, unless the sheet is asked for another length. */
const GAP = 75 * MINUTE;
/** What follows a stop this closely, moment upon moment, is drawn in its stretch ... */
const NEAR = 12 * MINUTE;
/** ... but it never grows a stop by more than this at either end, or by half of its own length. */
const AROUND = 15 * MINUTE;
/** Width of the sheet, and of one fold where there are few of them, in drawing units. */
const SHEET = 100;
const FOLD = 5;
/** All folds together take no more of the sheet than this, however many there are. */
const FOLDS = 15;
/** The stops keep at least this much of the sheet, whatever follows them over months. */
const STOPS = 0.56;
/** More stretches than this beside the stops say nothing: those closest together are drawn as one. */
const MOST_REST = 8;
const MOST_REST_ALONE = 14;

interface Cluster {
  t0: number;
  t1: number;
  stop: boolean;
}

/**
 * Lays out the axis: the stops first, each a stretch of its own that holds nothing else and keeps more than half of the
 * sheet together; then what lies before and after them, with the pauses between folded.
 * @param moments instants (ms) in order; @param stops spans (ms) of the stops
 * @param gap dead time (ms) longer than this is folded; infinite for never @param open instants (ms) in dead time that is not folded all the same
 * @param byDay all of it is known by the day: a day is no wider than a day of months
 */
export function layAxis(
  moments: Float64Array,
  stops: readonly (readonly [number, number])[],
  gap = GAP,
  open: readonly number[] = [],
  byDay = false,
): TimeAxis {
  const unit = byDay ? DAY : HOUR;
  const apart = clustersOf(moments, stops, gap);
  const clusters = Number.isFinite(gap)
    ? bringTogether(apart, stops.length > 0 ? MOST_REST : MOST_REST_ALONE)
    : [{ t0: Math.min(...apart.map((c) => c.t0)), t1: Math.max(...apart.map((c) => c.t1)), stop: false }];
  const joined = joinOpened(padded(clusters, unit), open);
  const fold = joined.length > 1 ? Math.min(FOLD, FOLDS / (joined.length - 1)) : 0;
  const room = SHEET - fold * (joined.length - 1);
  const widths = widthsOf(joined, room, unit);
  const stretches: Stretch[] = [];
  let u = 0;
  joined.forEach((c, i) => {
    const w = widths[i] as number;
    stretches.push({ t0: c.t0, t1: c.t1, u0: u, u1: u + w, stop: c.stop });
    u += w + fold;
  });
  return axisOf(stretches, byDay ? DAY : 1);
}

/** How wide each cluster is drawn: by the logarithm of its length, the stops never less than their share of the sheet. */
function widthsOf(clusters: readonly Cluster[], room: number, unit: number): number[] {
  const weights = clusters.map((c) =>
    c.stop ? 12 + 3 * Math.log2(1 + (c.t1 - c.t0) / MINUTE) : 3 + 1.6 * Math.log2(1 + (c.t1 - c.t0) / unit),
  );
  const sum = (stop: boolean): number =>
    clusters.reduce((s, c, i) => s + (c.stop === stop ? (weights[i] as number) : 0), 0);
  const [ofStops, ofRest] = [sum(true), sum(false)];
  if (ofStops === 0 || ofRest === 0) return weights.map((w) => (w / (ofStops + ofRest)) * room);
  const kept = Math.max(STOPS * SHEET, (ofStops / (ofStops + ofRest)) * room);
  return clusters.map((c, i) =>
    c.stop ? ((weights[i] as number) / ofStops) * kept : ((weights[i] as number) / ofRest) * (room - kept),
  );
}

/** Room around each cluster, which never reaches more than a third of the way to its neighbor. */
function padded(clusters: readonly Cluster[], unit: number): Cluster[] {
  return clusters.map((c, i) => {
    const wish = c.stop ? Math.max(MINUTE, (c.t1 - c.t0) * 0.05) : Math.max(unit / 3, (c.t1 - c.t0) * 0.04);
    const before = c.t0 - (clusters[i - 1]?.t1 ?? Number.NEGATIVE_INFINITY);
    const after = (clusters[i + 1]?.t0 ?? Number.POSITIVE_INFINITY) - c.t1;
    return { ...c, t0: c.t0 - Math.min(wish, before / 3), t1: c.t1 + Math.min(wish, after / 3) };
  });
}

function axisOf(stretches: readonly Stretch[], grain: number): TimeAxis {
  const ts = stretches.flatMap((s) => [s.t0, s.t1]);
  const us = stretches.flatMap((s) => [s.u0, s.u1]);
  const [one] = stretches;
  if (one && stretches.length === 1) {
    // One stretch, the common case of a long log: a straight line without the scale's search.
    const k = (one.u1 - one.u0) / (one.t1 - one.t0);
    return {
      stretches,
      length: one.u1,
      grain,
      toU: (t) => one.u0 + (t - one.t0) * k,
      toT: (u) => one.t0 + (u - one.u0) / k,
    };
  }
  return {
    stretches,
    length: us.at(-1) ?? SHEET,
    grain,
    toU: along(ts, us),
    toT: along(us, ts),
  };
}

/** What lies between pairs of points, straight from each to the next, and on beyond the outermost two. @param from in order */
function along(from: readonly number[], to: readonly number[]): (x: number) => number {
  return (x) => {
    const i = bisectRight(from, x, 1, from.length - 1);
    const [a, b] = [from[i - 1] as number, from[i] as number];
    const share = a === b ? 0.5 : (x - a) / (b - a);
    return (to[i - 1] as number) * (1 - share) + (to[i] as number) * share;
  };
}

function clustersOf(
  moments: Float64Array,
  stops: readonly (readonly [number, number])[],
  gap: number,
): Cluster[] {
  const clusters: Cluster[] = stops.map(([t0, t1]) => ({ t0, t1, stop: true }));
  for (const c of clusters) absorb(c, moments);
  let current: Cluster | null = null;
  let k = 0;
  const byStart: (readonly [number, number])[] = clusters
    .map((c) => [c.t0, c.t1] as const)
    .sort((a, b) => a[0] - b[0]);
  for (const t of moments) {
    while (k < byStart.length && (byStart[k] as readonly [number, number])[1] < t) k++;
    const s = byStart[k];
    if (s && t >= s[0]) continue;
    if (current && t - current.t1 <= gap) current.t1 = t;
    else {
      current = { t0: t, t1: t, stop: false };
      clusters.push(current);
    }
  }
  if (clusters.length === 0) clusters.push({ t0: 0, t1: HOUR, stop: false });
  return clusters.sort((a, b) => a.t0 - b.t0);
}

/** What lies within minutes of a stop is drawn in its stretch; what goes on from there for hours is not. */
function absorb(c: Cluster, moments: Float64Array): void {
  const most = Math.max(AROUND, (c.t1 - c.t0) / 2);
  const around = moments.subarray(
    bisectLeft(moments, c.t0 - most - NEAR),
    bisectRight(moments, c.t1 + most + NEAR),
  );
  c.t1 = reachOf(around, c.t1, most);
  c.t0 = -reachOf(around.map((t) => -t).reverse(), -c.t0, most);
}

/** How far from `end` moments go on with no pause of `NEAR`; cut at the longest pause where that is further than `most`. */
function reachOf(moments: Float64Array, end: number, most: number): number {
  let last = end;
  let [cut, longest] = [end, 0];
  for (const t of moments) {
    if (t < end) continue;
    if (t - last >= NEAR) return last;
    if (t - last > longest) [cut, longest] = [last, t - last];
    if (t - end > most) return cut;
    last = t;
  }
  return last;
}

/** Clusters beside the stops, at most so many: those with the shortest pause between them become one, never across a stop. */
function bringTogether(clusters: readonly Cluster[], most: number): Cluster[] {
  const out = clusters.map((c) => ({ ...c }));
  const rest = out.filter((c) => !c.stop).length;
  if (rest <= most) return out;
  const pauses = out
    .flatMap((c, i) => {
      const next = out[i + 1];
      return next && !c.stop && !next.stop ? [{ i, length: next.t0 - c.t1 }] : [];
    })
    .sort((a, b) => a.length - b.length)
    .slice(0, rest - most);
  const joins = new Set(pauses.map((p) => p.i));
  return out.flatMap((c, i) => {
    if (joins.has(i - 1)) return [];
    let end = i;
    while (joins.has(end)) end++;
    return [{ ...c, t1: Math.max(c.t1, (out[end] as Cluster).t1) }];
  });
}

/** Dead time that somebody asked to see is not folded. */
function joinOpened(clusters: readonly Cluster[], open: readonly number[]): Cluster[] {
  const out: Cluster[] = [];
  for (const c of clusters) {
    const last = out.at(-1);
    if (last && (c.t0 <= last.t1 || open.some((t) => t > last.t1 && t < c.t0))) {
      last.t1 = Math.max(last.t1, c.t1);
      last.stop ||= c.stop;
    } else out.push({ ...c });
  }
  return out;
}
