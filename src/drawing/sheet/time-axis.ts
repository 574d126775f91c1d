import { scaleLinear } from 'd3';

/**
 * Time on paper: stretches in which something happens, each at a useful scale, with the dead time between them folded.
 * Drawing units `u` grow with time; inside a stretch they are linear, a fold is a few of them wide whatever its length.
 */
export interface TimeAxis {
  readonly stretches: readonly Stretch[];
  /** Whole width in drawing units. */
  readonly length: number;
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
/** Gaps longer than this end a cluster of moments, unless the sheet is asked for another length. */
const GAP = 75 * MINUTE;
/** Moments this close to a stop are drawn in its stretch. */
const NEAR = 12 * MINUTE;
const FOLD = 6;
const SHEET = 100;

interface Cluster {
  t0: number;
  t1: number;
  stop: boolean;
}

/**
 * Lays out the axis.
 * @param moments instants (ms) in order; @param stops spans (ms) of the stops, which get most of the sheet
 * @param gap dead time (ms) longer than this is folded; infinite for never @param open instants (ms) in dead time that is not folded all the same
 */
export function layAxis(
  moments: Float64Array,
  stops: readonly (readonly [number, number])[],
  gap = GAP,
  open: readonly number[] = [],
): TimeAxis {
  const apart = clustersOf(moments, stops, gap);
  const clusters = Number.isFinite(gap)
    ? mergeRest(apart, gap)
    : [{ t0: Math.min(...apart.map((c) => c.t0)), t1: Math.max(...apart.map((c) => c.t1)), stop: false }];
  for (const c of clusters) {
    const pad = c.stop ? Math.max(MINUTE, (c.t1 - c.t0) * 0.05) : Math.max(20 * MINUTE, (c.t1 - c.t0) * 0.04);
    c.t0 -= pad;
    c.t1 += pad;
  }
  const joined = joinTouching(clusters, open);
  const weights = joined.map((c) =>
    c.stop ? 12 + 3 * Math.log2(1 + (c.t1 - c.t0) / MINUTE) : 3 + 1.6 * Math.log2(1 + (c.t1 - c.t0) / HOUR),
  );
  const folds = FOLD * Math.max(0, joined.length - 1);
  const sum = weights.reduce((a, b) => a + b, 0) || 1;
  const room = Math.max(SHEET, folds * 2) - folds;
  const stretches: Stretch[] = [];
  let u = 0;
  joined.forEach((c, i) => {
    const w = ((weights[i] as number) / sum) * room;
    stretches.push({ t0: c.t0, t1: c.t1, u0: u, u1: u + w, stop: c.stop });
    u += w + FOLD;
  });
  return axisOf(stretches);
}

function axisOf(stretches: readonly Stretch[]): TimeAxis {
  const ts = stretches.flatMap((s) => [s.t0, s.t1]);
  const us = stretches.flatMap((s) => [s.u0, s.u1]);
  const scale = scaleLinear(ts, us);
  const [one] = stretches;
  if (one && stretches.length === 1) {
    // One stretch, the common case of a long log: a straight line without the scale's search.
    const k = (one.u1 - one.u0) / (one.t1 - one.t0);
    return {
      stretches,
      length: one.u1,
      toU: (t) => one.u0 + (t - one.t0) * k,
      toT: (u) => one.t0 + (u - one.u0) / k,
    };
  }
  return {
    stretches,
    length: us.at(-1) ?? SHEET,
    toU: (t) => scale(t) ?? Number.NaN,
    toT: (u) => scale.invert(u),
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

/** What lies within minutes of a stop belongs to its stretch. */
function absorb(c: Cluster, moments: Float64Array): void {
  for (const t of moments) if (t >= c.t1 && t - c.t1 < NEAR) c.t1 = t;
  for (let i = moments.length - 1; i >= 0; i--) {
    const t = moments[i] as number;
    if (t <= c.t0 && c.t0 - t < NEAR) c.t0 = t;
  }
}

/** Clusters beyond the stops are brought together where the gap is small against the whole, so that a week in an evidence room is one stretch. */
function mergeRest(clusters: Cluster[], gap: number): Cluster[] {
  const rest = clusters.filter((c) => !c.stop);
  const span = rest.length > 0 ? (rest.at(-1) as Cluster).t1 - (rest[0] as Cluster).t0 : 0;
  const out: Cluster[] = [];
  for (const c of clusters) {
    const last = out.at(-1);
    if (last && !last.stop && !c.stop && c.t0 - last.t1 <= Math.max(gap, gap === GAP ? span / 7 : 0))
      last.t1 = Math.max(last.t1, c.t1);
    else out.push({ ...c });
  }
  return out;
}

function joinTouching(clusters: readonly Cluster[], open: readonly number[]): Cluster[] {
  const out: Cluster[] = [];
  for (const c of clusters) {
    const last = out.at(-1);
    const opened = last !== undefined && open.some((t) => t > last.t1 && t < c.t0);
    if (last && (opened || c.t0 <= last.t1 + 5 * MINUTE)) {
      last.t1 = Math.max(last.t1, c.t1);
      last.stop ||= c.stop;
    } else out.push({ ...c });
  }
  return out;
}
