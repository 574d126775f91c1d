import { Network } from '../../src/time/network';
import { random } from '../bench/synthetic';

/**
 * `npm run soak -- [N]`: N random networks (a million unless told), each with a random assignment that satisfies it: every
 * bound must contain the true value, and equal an independent all-pairs brute force. Prints its figure; exits 1 at the first miss.
 */
const total = Number(process.argv[2] ?? 1_000_000);
const next = random(Number(process.argv[3] ?? 20261124));
const int = (n: number): number => Math.floor(next() * n);
const started = Date.now();
let checked = 0;

for (let round = 0; round < total; round++) {
  const n = 2 + int(6);
  const truth = Array.from({ length: n }, () => int(400) - 200);
  const network = new Network();
  for (let i = 0; i < n; i++) network.variable(int(100));
  const d = Array.from({ length: n }, (_, i) => Array.from({ length: n }, (__, j) => (i === j ? 0 : Number.POSITIVE_INFINITY)));
  const put = (i: number, j: number, w: number): void => {
    (d[i] as number[])[j] = Math.min((d[i] as number[])[j] as number, w);
  };
  const edges = int(2 * n + 2);
  for (let e = 0; e < edges; e++) {
    const [a, b] = [int(n), int(n)];
    if (a === b) continue;
    const t = (truth[b] as number) - (truth[a] as number);
    const min = next() < 0.15 ? Number.NEGATIVE_INFINITY : t - int(60);
    const max = next() < 0.15 ? Number.POSITIVE_INFINITY : t + int(60);
    network.constrain(a, b, min, max, e);
    put(a, b, max);
    put(b, a, -min);
  }
  for (let k = 0; k < n; k++)
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) put(i, j, ((d[i] as number[])[k] as number) + ((d[k] as number[])[j] as number));
  if (network.close() !== null) miss(round, 'a network that can be satisfied was called a contradiction');
  for (let a = 0; a < n; a++) {
    for (let b = 0; b < n; b++) {
      const { min, max } = network.bounds(a, b);
      const t = (truth[b] as number) - (truth[a] as number);
      if (min > t || max < t) miss(round, `the true value ${t} lies outside ${min} to ${max}`);
      if (max !== ((d[a] as number[])[b] as number) + 0) miss(round, `bound ${max}, brute force ${(d[a] as number[])[b]}`);
      checked++;
    }
  }
  if ((round + 1) % 100_000 === 0) process.stdout.write(`${round + 1} networks ...\n`);
}
process.stdout.write(
  `${total} random networks, ${checked} bounds: each contains the true value and equals brute force (${Math.round((Date.now() - started) / 1000)} s)\n`,
);

function miss(round: number, why: string): never {
  process.stderr.write(`network ${round}: ${why}\n`);
  process.exit(1);
}
