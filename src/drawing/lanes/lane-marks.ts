import type { TimeAxis } from '../sheet/time-axis';
import type { Lane } from './lane';

/** Spans of one lane that overlap are stacked in up to this many tracks. */
const MOST_TRACKS = 3;

/** The typed arrays of a lane. */
export type Marks = Pick<Lane, 'u0' | 'u1' | 'solid0' | 'solid1' | 'lo' | 'hi' | 'reach' | 'track' | 'row'>;

/** Arrays for `n` marks. */
export function emptyMarks(n: number): Marks {
  const f = (): Float64Array => new Float64Array(n);
  return {
    u0: f(),
    u1: f(),
    solid0: f(),
    solid1: f(),
    lo: f(),
    hi: f(),
    reach: f(),
    track: new Uint8Array(n),
    row: new Int32Array(n),
  };
}

/** Gives mark `k` its place in drawing units; equal times are mapped once. */
export function put(
  marks: Marks,
  axis: TimeAxis,
  k: number,
  t0: number,
  t1: number,
  solid0: number,
  solid1: number,
  lo: number,
  hi: number,
): void {
  const u0 = axis.toU(t0);
  marks.u0[k] = u0;
  marks.u1[k] = t1 === t0 ? u0 : axis.toU(t1);
  marks.lo[k] = lo === t0 ? u0 : axis.toU(lo);
  marks.hi[k] = hi === t1 ? (marks.u1[k] as number) : axis.toU(hi);
  marks.solid0[k] = solid0 === t0 ? u0 : axis.toU(solid0);
  marks.solid1[k] = solid1 === solid0 ? (marks.solid0[k] as number) : axis.toU(solid1);
}

/** How far the marks so far reach, and in which track of the lane each span lies. */
export function finish(marks: Marks, n: number, stacked: boolean): Marks & { n: number; tracks: number } {
  const ends: number[] = [];
  let reach = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < n; k++) {
    const [u0, u1] = [marks.u0[k] as number, marks.u1[k] as number];
    reach = Math.max(reach, marks.hi[k] as number, u1);
    marks.reach[k] = reach;
    if (!stacked) continue;
    let t = ends.findIndex((e) => e <= u0 + 1e-9);
    // A moment within a running span stands in the next track, so that neither hides the other.
    if (u1 === u0 && (t >= 0 || ends.length === 0)) {
      marks.track[k] = Math.max(0, t);
      continue;
    }
    if (t < 0) t = ends.length < MOST_TRACKS ? ends.length : MOST_TRACKS - 1;
    ends[t] = Math.max(u1, ends[t] ?? Number.NEGATIVE_INFINITY);
    marks.track[k] = t;
  }
  return { ...marks, n, tracks: Math.max(1, ends.length) };
}
