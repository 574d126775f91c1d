/** The frames of a recording: when each is shown, ms of the recording's counter, rising. The first is not at 0 where the picture begins late. */
export interface FrameTable {
  readonly times: Float64Array;
  /** When the last frame ends, ms. */
  readonly end: number;
  /** Whether their lengths differ by more than a rounding of the file's time base. */
  readonly variable: boolean;
}

/** What begins so much before the file's 0 is hidden by an edit list, ms: time bases round. */
const HIDDEN = 0.5;

/**
 * Where a counter begins on the file's own time, ms: at the file's 0, as every player counts, whether its picture begins there or later.
 * What comes before that (frames hidden by an edit list, a coder's priming) is never shown or heard. A stream cut out of a broadcast
 * (MPEG-TS, Ogg) has no 0 of its own: players count it from the first thing in it.
 * @param first the earliest time of its picture and sound, ms @param own whether the file has a 0 of its own
 */
export const counterZero = (first: number, own: boolean): number => (own ? 0 : Math.max(0, first));

/**
 * The table of packets in any order. Frames that begin before the file's 0 are hidden by an edit list: players that
 * follow it (FFmpeg, and Chromium with it) show the first that begins after it, at 0, and so they are not counted.
 * @param stamps presentation times in ms, one a frame @param last length of the last frame, ms @param zero where the counter begins, ms
 */
export function frameTable(stamps: Float64Array, last: number, zero = 0): FrameTable {
  const all = Float64Array.from(stamps).sort();
  let hidden = 0;
  while (hidden + 1 < all.length && (all[hidden] as number) - zero < -HIDDEN) hidden++;
  const times = all.slice(hidden);
  const first = (times[0] ?? 0) - zero;
  const from = zero + (hidden > 0 ? first : Math.min(0, first));
  for (let i = 0; i < times.length; i++) times[i] = (times[i] as number) - from;
  let [least, most] = [Number.POSITIVE_INFINITY, 0];
  for (let i = 1; i < all.length; i++) {
    const d = (all[i] as number) - (all[i - 1] as number);
    least = Math.min(least, d);
    most = Math.max(most, d);
  }
  // WebM keeps whole ms, so that even frames differ by one.
  return {
    times,
    end: (times.at(-1) ?? 0) + (last > 0 ? last : Number.isFinite(least) ? least : 0),
    variable: most - least > 2.1,
  };
}

/** The frame shown at a time (ms): the last that has begun, or the first. A half ms is forgiven: players round. */
export function frameAt({ times }: FrameTable, ms: number): number {
  let [lo, hi] = [0, times.length];
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if ((times[mid] as number) <= ms + 0.5) lo = mid + 1;
    else hi = mid;
  }
  return Math.max(0, lo - 1);
}

/** Just inside a frame, ms: past any rounding of players and files. */
const INSIDE = 3;

/**
 * Where to send a player so that it shows this frame, ms: inside it, since its edge would be rounded to a neighbour. Near
 * its beginning at first: players look for the key frame to decode from by the order of decoding, and late in a long frame
 * find that of the next. @param attempt 0, and more where the one before showed another frame
 */
export function aimAt(table: FrameTable, frame: number, attempt = 0): number {
  const k = Math.max(0, Math.min(table.times.length - 1, frame));
  const half = Math.max(0, lengthOf(table, k)) / 2;
  const by = attempt % 3 === 0 ? Math.min(half, INSIDE) : attempt % 3 === 1 ? half : Math.min(half, 0.7);
  return (table.times[k] ?? 0) + by;
}

/** How long a frame is shown, ms. */
export function lengthOf(table: FrameTable, frame: number): number {
  return (table.times[frame + 1] ?? table.end) - (table.times[frame] ?? 0);
}
