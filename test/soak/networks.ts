import { Network } from '../../src/time/network/network';
import { brute, flawIn, type Listed, satisfiable } from '../brute';

type Int = (below: number) => number;

/** Random networks, each with a random assignment that satisfies it: every bound contains the true value, equals brute force, and is proved. */
export function soundNetworks(total: number, int: Int, miss: (round: number, why: string) => never): string {
  let [bounds, proofs] = [0, 0];
  for (let round = 0; round < total; round++) {
    const n = 2 + int(6);
    const truth = Array.from({ length: n }, () => int(400) - 200);
    const network = new Network();
    for (let i = 0; i < n; i++) network.variable(int(100));
    const list: Listed[] = [];
    const edges = int(2 * n + 2);
    for (let e = 0; e < edges; e++) {
      const [a, b] = [int(n), int(n)];
      if (a === b) continue;
      const t = (truth[b] as number) - (truth[a] as number);
      const min = int(7) === 0 ? Number.NEGATIVE_INFINITY : t - int(60);
      const max = int(7) === 0 ? Number.POSITIVE_INFINITY : t + int(60);
      network.constrain(a, b, min, max, list.length);
      list.push({ a, b, min, max });
    }
    const d = brute(n, list);
    if (network.close() !== null) miss(round, 'a network that can be satisfied was called a contradiction');
    for (let a = 0; a < n; a++) {
      for (let b = 0; b < n; b++) {
        const { min, max } = network.bounds(a, b);
        const t = (truth[b] as number) - (truth[a] as number);
        if (min > t || max < t) miss(round, `the true value ${t} lies outside ${min} to ${max}`);
        if (max !== ((d[a] as number[])[b] as number) + 0)
          miss(round, `bound ${max}, brute force ${(d[a] as number[])[b]}`);
        bounds++;
        if (a === b || !Number.isFinite(max)) continue;
        const flaw = flawIn(network.proof(a, b), list, a, b, max);
        if (flaw) miss(round, flaw);
        proofs++;
      }
    }
  }
  return `${total} random networks: ${bounds} bounds, each contains the true value and equals brute force; ${proofs} proofs hold by their own edges`;
}

/** Random networks of every sort: a contradiction is reported exactly where there is one, and what is reported is minimal. */
export function contradictions(total: number, int: Int, miss: (round: number, why: string) => never): string {
  let found = 0;
  for (let round = 0; round < total; round++) {
    const n = 2 + int(4);
    const network = new Network();
    for (let i = 0; i < n; i++) network.variable(int(100));
    const list: Listed[] = [];
    for (let e = 0, edges = 1 + int(2 * n); e < edges; e++) {
      const [a, b] = [int(n), int(n)];
      if (a === b) continue;
      const min = int(100) - 50;
      const max = min + int(30);
      network.constrain(a, b, min, max, list.length);
      list.push({ a, b, min, max });
    }
    const cycle = network.close();
    if ((cycle !== null) === satisfiable(n, list))
      miss(round, cycle ? 'a contradiction that is none' : 'a contradiction was not reported');
    if (!cycle) continue;
    found++;
    const smallest = network.smallest(new Set(cycle.reasons), new Set());
    if (!smallest) return miss(round, 'no smallest part of a contradiction');
    const part = smallest.reasons.map((r) => list[r] as Listed);
    if (satisfiable(n, part)) miss(round, 'what was reported can all be true');
    for (const one of part)
      if (
        !satisfiable(
          n,
          part.filter((x) => x !== one),
        )
      )
        miss(round, 'what was reported is not minimal');
    if (!(smallest.by > 0)) miss(round, 'the amount is not positive');
  }
  return `${total} random networks, ${found} of them contradictory: every one reported, every report minimal`;
}
