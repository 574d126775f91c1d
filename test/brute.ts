import type { ProofEdge } from '../src/time/network/network';

/** A constraint of a random network: min <= t(b) - t(a) <= max, ms. */
export interface Listed {
  readonly a: number;
  readonly b: number;
  readonly min: number;
  readonly max: number;
}

/** All-pairs shortest paths by Floyd and Warshall: the independent check. */
export function brute(n: number, list: readonly Listed[]): number[][] {
  const d = Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (__, j) => (i === j ? 0 : Number.POSITIVE_INFINITY)),
  );
  const put = (i: number, j: number, w: number): void => {
    (d[i] as number[])[j] = Math.min((d[i] as number[])[j] as number, w + 0);
  };
  for (const { a, b, min, max } of list) {
    put(a, b, max);
    put(b, a, -min);
  }
  for (let k = 0; k < n; k++)
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++)
        put(i, j, ((d[i] as number[])[k] as number) + ((d[k] as number[])[j] as number));
  return d;
}

/** Whether one assignment satisfies them all. */
export function satisfiable(n: number, list: readonly Listed[]): boolean {
  return brute(n, list).every((row, i) => (row[i] as number) >= 0);
}

/**
 * Checks a proof of t(b) - t(a) <= claimed with nothing but its own edges and the list they name: each edge must be one
 * side of the constraint of its number, each must begin where the one before ended, and their lengths must add up.
 * @returns what is wrong with it, or null
 */
export function flawIn(
  proof: readonly ProofEdge[],
  list: readonly Listed[],
  a: number,
  b: number,
  claimed: number,
): string | null {
  let [at, sum] = [a, 0];
  for (const e of proof) {
    const named = list[e.reason];
    if (!named) return `edge names constraint ${e.reason}, which is not there`;
    const stated =
      e.side === 'max'
        ? { from: named.a, to: named.b, ms: named.max }
        : { from: named.b, to: named.a, ms: 0 - named.min };
    if (e.from !== stated.from || e.to !== stated.to || e.ms !== stated.ms)
      return `edge ${e.from} to ${e.to} is not what constraint ${e.reason} says`;
    if (e.from !== at) return `edge begins at ${e.from}, not at ${at}`;
    at = e.to;
    sum += e.ms;
  }
  if (at !== b) return `the proof ends at ${at}, not at ${b}`;
  return sum === claimed ? null : `its edges add up to ${sum}, not ${claimed}`;
}
