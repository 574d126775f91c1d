import type { Bounds } from '../time/duration';

/** Lengths and how many stops had each: the least and the most that each can be, ms. */
export type Lengths = readonly { readonly min: number; readonly max: number; readonly n: number }[];

/** Nothing is said of fewer others than these. */
export const LEAST = 20;

export const countOf = (lengths: Lengths): number => lengths.reduce((n, l) => n + l.n, 0);

/**
 * The quantile of lengths that are each known within bounds: the least and the most that it can be. The value at place
 * ceil(p n) in order, as it stands among the others.
 */
export function quantile(lengths: Lengths, p: number): Bounds {
  const place = Math.max(1, Math.ceil(p * countOf(lengths)));
  return { min: at(lengths, 'min', place), max: at(lengths, 'max', place) };
}

function at(lengths: Lengths, end: 'min' | 'max', place: number): number {
  let seen = 0;
  for (const l of [...lengths].sort((a, b) => a[end] - b[end])) {
    seen += l.n;
    if (seen >= place) return l[end];
  }
  return Number.NaN;
}

/** Where a stop stands among others, both as intervals. */
export interface Standing {
  readonly n: number;
  /** How many others were surely shorter, and how many may have been. */
  readonly surely: number;
  readonly maybe: number;
}

/** @param stop the length of the stop, ms, as it is bounded; open at the end where nothing bounds it */
export function standingAmong(lengths: Lengths, stop: Bounds): Standing {
  let [surely, maybe] = [0, 0];
  for (const l of lengths) {
    if (l.max < stop.min) surely += l.n;
    if (l.min < stop.max) maybe += l.n;
  }
  return { n: countOf(lengths), surely, maybe };
}

/** A share in percent, cut down or up to a tenth, so that it never says more than it knows. */
export const percentDown = (n: number, of: number): string => `${Math.floor((1000 * n) / of) / 10}`;
export const percentUp = (n: number, of: number): string => `${Math.ceil((1000 * n) / of) / 10}`;

/**
 * The exact interval of a rate (Clopper and Pearson, Biometrika 26, 1934): no true rate outside of it would give so many, or
 * so few, in more than half of `1 - confidence` of samples.
 */
export function clopperPearson(
  n: number,
  of: number,
  confidence = 0.95,
): { readonly min: number; readonly max: number } {
  const half = (1 - confidence) / 2;
  return {
    min: n === 0 ? 0 : root((p) => tail(n, of, p) - half),
    max: n === of ? 1 : root((p) => half - (1 - tail(n + 1, of, p))),
  };
}

/** Where an increasing function of a rate is 0. */
function root(f: (p: number) => number): number {
  let [a, b] = [0, 1];
  for (let i = 0; i < 60; i++) {
    const mid = (a + b) / 2;
    if (f(mid) < 0) a = mid;
    else b = mid;
  }
  return (a + b) / 2;
}

/** The probability of `k` or more of `n` at a rate: the regularized incomplete beta function I_p(k, n - k + 1). */
function tail(k: number, n: number, p: number): number {
  if (k <= 0) return 1;
  if (k > n) return 0;
  return incompleteBeta(p, k, n - k + 1);
}

/** By its continued fraction (Lentz's method), as in Abramowitz and Stegun 26.5.8. */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const front =
    Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x)) / a;
  const tiny = 1e-300;
  let c = 1;
  let d = 1 - ((a + b) * x) / (a + 1);
  d = 1 / (Math.abs(d) < tiny ? tiny : d);
  let h = d;
  for (let m = 1; m < 10_000; m++) {
    for (const odd of [false, true]) {
      const term = odd
        ? (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
        : (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
      d = 1 + term * d;
      d = 1 / (Math.abs(d) < tiny ? tiny : d);
      c = 1 + term / c;
      if (Math.abs(c) < tiny) c = tiny;
      h *= c * d;
    }
    if (Math.abs(c * d - 1) < 1e-15) break;
  }
  return front * h;
}

/** Lanczos, to fifteen digits. */
function logGamma(x: number): number {
  const g = [
    0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
    12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
  ];
  const y = x - 1;
  let sum = g[0] as number;
  for (let i = 1; i < 9; i++) sum += (g[i] as number) / (y + i);
  const t = y + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (y + 0.5) * Math.log(t) - t + Math.log(sum);
}
