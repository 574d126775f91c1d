import { random } from '../bench/synthetic';
import { margins } from './margins';
import { contradictions, soundNetworks } from './networks';

/**
 * `npm run soak -- [N] [seed]`: the solver against independent checks, N random networks of each sort (a million unless
 * told) and N / 500 random stops. Prints its figures; exits 1 at the first miss.
 */
const total = Number(process.argv[2] ?? 1_000_000);
const next = random(Number(process.argv[3] ?? 20261124));
const int = (below: number): number => Math.floor(next() * below);

for (const [name, part, rounds] of [
  ['networks', soundNetworks, total],
  ['contradictions', contradictions, total],
  ['margins', margins, Math.ceil(total / 500)],
] as const) {
  const started = Date.now();
  const figure = part(rounds, int, (round, why) => {
    process.stderr.write(`${name}, round ${round}: ${why}\n`);
    process.exit(1);
  });
  process.stdout.write(`${figure} (${Math.round((Date.now() - started) / 1000)} s)\n`);
}
