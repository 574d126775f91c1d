import type { Steps } from '../time/steps';
import { correlation, peakOf, powerOfTwo, spectrumOf } from './correlate';
import type { Sound } from './sound';

/** One piece of the first recording found, or not, in the second. Times in ms. */
export interface Piece {
  /** Its middle, on the counter of the first. */
  readonly at: number;
  /** By how much the second counter is ahead where this piece fits best. */
  readonly ahead: number;
  /** How far the best place stands out, in standard deviations. */
  readonly score: number;
  /** Whether it lies on the line that most pieces share. */
  readonly agrees: boolean;
}

/** Two recordings that heard the same: at time t of the first counter the second reads t + ahead + rate * (t - from). */
export interface Alignment {
  readonly found: true;
  /** ms at `from`. */
  readonly ahead: number;
  /** Drift of the second against the first, in parts in a million. */
  readonly rate: number;
  /** First and last piece that agrees, ms of the first counter. */
  readonly from: number;
  readonly to: number;
  /** The truth lies within so many ms of the line: what the pieces differ by, and what sound may take on its way. */
  readonly within: number;
  readonly pieces: readonly Piece[];
}

export interface NoMatch {
  readonly found: false;
  readonly why: string;
  readonly pieces: readonly Piece[];
}

/** Outline: values a second, and the length of its pieces. */
const OUTLINE = 50;
const OUTLINE_PIECE = 120 * OUTLINE;
const MOST_OUTLINES = 14;
/** Fine pieces: seconds each, less where the two share little; how many, and how far to either side they are looked for, s. */
const PIECE = { most: 8, least: 3 };
const MOST_PIECES = 40;
const LOOK = 0.35;
/** Pieces agree within this, ms; clocks of cameras keep their rate within this many parts in a million. */
const AGREE = 5;
const MOST_RATE = 500;
/** So many pieces at least must agree. */
const FEWEST = 4;
/** A best place below this stands out no more than chance lets it. */
const STANDS_OUT = 5.5;

/**
 * Finds by how much one recording's counter is ahead of another's from what both heard. First the outlines of loudness are
 * laid on one another over their whole length, in pieces that drift cannot smear; then short pieces of the sound itself
 * are fitted to the ms, and a line through those that agree gives the offset and the drift. Silent stretches (a buffer
 * without sound, a mute) are skipped. Where too few pieces agree it says so: unrelated recordings have a best place too.
 * @param apart how far the two cameras may be from one another, m: sound takes 1 ms for 0.343 m
 */
export function* align(a: Sound, b: Sound, apart: number): Steps<Alignment | NoMatch> {
  const [fa, fb] = [outlineOf(a), outlineOf(b)];
  yield;
  const rough = yield* roughly(fa, fb);
  if (rough === null)
    return { found: false, why: 'The loudness of the two never runs alike: no reliable match.', pieces: [] };
  const pieces = yield* finely(a, b, rough);
  const loud = pieces.filter((p) => p.score >= STANDS_OUT);
  const line = lineThrough(loud);
  const marked = pieces.map((p) => ({
    ...p,
    agrees: line !== null && p.score >= STANDS_OUT && Math.abs(off(line, p)) <= AGREE,
  }));
  const agreeing = marked.filter((p) => p.agrees);
  const needed = Math.max(FEWEST, Math.ceil(pieces.length * 0.4));
  if (line === null || agreeing.length < needed) {
    const shared = pieces.length < FEWEST ? sharedBy(a, b, rough) : null;
    if (shared !== null && shared < FEWEST * PIECE.least)
      return {
        found: false,
        why: `At most ${Math.max(0, Math.floor(shared))} s of sound are in both, and ${FEWEST * PIECE.least} s would be needed: no reliable match.`,
        pieces: [],
      };
    const why = `Of ${pieces.length} pieces compared, ${agreeing.length} agree on one offset; ${needed} would be needed: no reliable match.`;
    return { found: false, why, pieces: marked.map((p) => ({ ...p, agrees: false })) };
  }
  const fitted = leastSquares(agreeing);
  const spread = Math.max(...agreeing.map((p) => Math.abs(off(fitted, p))));
  const [first, last] = [agreeing[0] as Piece, agreeing.at(-1) as Piece];
  return {
    found: true,
    ahead: fitted.ahead + fitted.slope * first.at,
    rate: fitted.slope * 1e6,
    from: first.at,
    to: last.at,
    within: Math.ceil(spread + 1000 / a.rate + apart / 0.343),
    pieces: marked,
  };
}

interface Line {
  /** ms ahead at 0 of the first counter, and ms more for each ms. */
  readonly ahead: number;
  readonly slope: number;
}

const off = (l: Line, p: Pick<Piece, 'at' | 'ahead'>): number => p.ahead - l.ahead - l.slope * p.at;

/** Loudness 50 times a second as its rises and falls, each measured against its surroundings; 0 where there is no sound. */
function outlineOf({ samples, rate }: Sound): Float32Array {
  const width = rate / OUTLINE;
  const n = Math.floor(samples.length / width);
  const loud = new Float32Array(n);
  const live = new Uint8Array(n);
  for (let i = 0; i < n; i++) {
    let energy = 0;
    for (let k = i * width; k < (i + 1) * width; k++) {
      const s = samples[k] as number;
      energy += s * s;
      if (s !== 0) live[i] = 1;
    }
    loud[i] = Math.log(energy / width + 1);
  }
  const out = new Float32Array(n);
  const HALF = OUTLINE;
  let [sum, count] = [0, 0];
  let [lo, hi] = [0, 0];
  for (let i = 0; i < n; i++) {
    while (hi < Math.min(n, i + HALF)) {
      if (live[hi]) {
        sum += loud[hi] as number;
        count++;
      }
      hi++;
    }
    while (lo < i - HALF) {
      if (live[lo]) {
        sum -= loud[lo] as number;
        count--;
      }
      lo++;
    }
    if (live[i] && count > 0) out[i] = Math.max(-3, Math.min(3, (loud[i] as number) - sum / count));
  }
  return out;
}

/** The offset (ms ahead) on which most pieces of the outline agree, or null. */
function* roughly(fa: Float32Array, fb: Float32Array): Steps<Line | null> {
  const length = Math.min(OUTLINE_PIECE, fa.length);
  const starts = spread(fa.length, length, MOST_OUTLINES).filter((s) => liveShare(fa, s, s + length) > 0.3);
  if (starts.length === 0) return null;
  const size = powerOfTwo(fb.length + 2 * length);
  const whole = spectrumOf(fb, size);
  const votes: { at: number; ahead: number; score: number }[] = [];
  for (const s of starts) {
    const piece = spectrumOf(fa.subarray(s, s + length), size);
    const c = correlation(piece, whole, 0.5);
    const { lag, score } = peakOf(c, -length + OUTLINE, fb.length - OUTLINE);
    votes.push({ at: ((s + length / 2) / OUTLINE) * 1000, ahead: ((lag - s) / OUTLINE) * 1000, score });
    yield;
  }
  // One piece that stands out alone is enough to look closer; the fine pieces decide.
  let best: { vote: (typeof votes)[number]; weight: number } | null = null;
  for (const v of votes) {
    let weight = 0;
    for (const w of votes)
      if (Math.abs(w.ahead - v.ahead) <= 60 + (Math.abs(w.at - v.at) * MOST_RATE) / 1e6) weight += w.score;
    if (best === null || weight > best.weight) best = { vote: v, weight };
  }
  if (best === null || best.vote.score < 5) return null;
  const { vote } = best;
  const near = votes.filter(
    (w) => Math.abs(w.ahead - vote.ahead) <= 60 + (Math.abs(w.at - vote.at) * MOST_RATE) / 1e6,
  );
  const fitted = near.length >= 3 ? leastSquares(near) : { ahead: vote.ahead, slope: 0 };
  return Math.abs(fitted.slope) * 1e6 <= MOST_RATE ? fitted : { ahead: vote.ahead, slope: 0 };
}

/** How long both recorded, by the rough line, s. */
const sharedBy = (a: Sound, b: Sound, { ahead }: Line): number =>
  Math.min(a.samples.length / a.rate, b.samples.length / b.rate - ahead / 1000) - Math.max(0, -ahead / 1000);

/** Short pieces of the sound itself, each looked for near where the rough line puts it. */
function* finely(a: Sound, b: Sound, rough: Line): Steps<Piece[]> {
  const { rate } = a;
  const look = Math.round(LOOK * rate);
  // Only where both recorded: the overlap on the first counter.
  const from = Math.max(0, Math.ceil((-rough.ahead / 1000) * rate));
  const to = Math.min(a.samples.length, Math.floor(b.samples.length - (rough.ahead / 1000) * rate));
  const length = Math.floor(
    Math.max(PIECE.least * rate, Math.min(PIECE.most * rate, (to - from) / (FEWEST + 1))),
  );
  const starts = spread(to - from, length, MOST_PIECES).map((s) => s + from);
  const size = powerOfTwo(length + 2 * look + length);
  const pieces: Piece[] = [];
  for (const s of starts) {
    const middle = ((s + length / 2) / rate) * 1000;
    const guess = Math.round(((rough.ahead + rough.slope * middle) / 1000) * rate);
    const at = s + guess - look;
    const mine = segment(a.samples, s, s + length);
    const theirs = segment(b.samples, at, at + length + 2 * look);
    if (share(mine) < 0.5 || share(theirs) < 0.5) continue;
    const c = correlation(spectrumOf(mine, size), spectrumOf(theirs, size), 0.8);
    const { lag, score } = peakOf(c, 0, 2 * look);
    pieces.push({ at: middle, ahead: ((guess - look + lag) / rate) * 1000, score, agrees: false });
    yield;
  }
  return pieces;
}

/** The line within `AGREE` of which most pieces lie, tried through every pair. */
function lineThrough(pieces: readonly Piece[]): Line | null {
  let best: { line: Line; count: number } | null = null;
  const count = (line: Line): number =>
    pieces.reduce((n, p) => n + (Math.abs(off(line, p)) <= AGREE ? 1 : 0), 0);
  const consider = (line: Line): void => {
    const n = count(line);
    if (best === null || n > best.count) best = { line, count: n };
  };
  for (const p of pieces) consider({ ahead: p.ahead, slope: 0 });
  for (let i = 0; i < pieces.length; i++) {
    for (let j = i + 1; j < pieces.length; j++) {
      const [p, q] = [pieces[i] as Piece, pieces[j] as Piece];
      const slope = (q.ahead - p.ahead) / (q.at - p.at);
      if (Math.abs(slope) * 1e6 <= MOST_RATE) consider({ ahead: p.ahead - slope * p.at, slope });
    }
  }
  return (best as { line: Line } | null)?.line ?? null;
}

function leastSquares(points: readonly { at: number; ahead: number }[]): Line {
  const n = points.length;
  const [mx, my] = [points.reduce((s, p) => s + p.at, 0) / n, points.reduce((s, p) => s + p.ahead, 0) / n];
  let [xy, xx] = [0, 0];
  for (const p of points) {
    xy += (p.at - mx) * (p.ahead - my);
    xx += (p.at - mx) ** 2;
  }
  // Over less than a minute a drift cannot be told from noise.
  const last = points.at(-1)?.at ?? 0;
  const slope = xx > 0 && last - (points[0]?.at ?? 0) >= 60_000 ? xy / xx : 0;
  return { ahead: my - slope * mx, slope };
}

/** Starts of up to `most` pieces spread evenly over `whole`. */
function spread(whole: number, length: number, most: number): number[] {
  if (whole < length) return whole > length / 4 ? [0] : [];
  const fit = Math.max(1, Math.min(most, Math.floor(whole / length)));
  return Array.from({ length: fit }, (_, i) =>
    Math.floor(fit === 1 ? (whole - length) / 2 : (i * (whole - length)) / (fit - 1)),
  );
}

function liveShare(f: Float32Array, from: number, to: number): number {
  let live = 0;
  for (let i = from; i < Math.min(to, f.length); i++) if (f[i] !== 0) live++;
  return live / Math.max(1, to - from);
}

function share(s: Float64Array): number {
  let live = 0;
  for (const v of s) if (v !== 0) live++;
  return live / s.length;
}

function segment(samples: Int16Array, from: number, to: number): Float64Array {
  const out = new Float64Array(to - from);
  for (let i = Math.max(0, from); i < Math.min(samples.length, to); i++) out[i - from] = samples[i] as number;
  return out;
}
