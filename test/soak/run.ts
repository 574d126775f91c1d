import { random } from '../bench/synthetic';
import { wrongWith } from '../casefile/merged';
import { flipped, forged, hostile, locked } from './case-files';
import { driftingClocks } from './clocks';
import { offMissionSums } from './detours';
import { footage } from './footage';
import { custodyGaps } from './hands';
import { grammar, tables, transcripts, workbooks } from './importers';
import { backupKills, kills } from './kills';
import { margins } from './margins';
import { contradictions, soundNetworks } from './networks';
import { papers } from './papers';
import { session } from './session';
import { sharing } from './sharing';

/**
 * `npm run soak -- [N] [seed] [part ...]`: the rows of "Reliability and security" in the goals, each against independent
 * checks; N of each (a million unless told; what starts a browser or stretches a passphrase, fewer). Prints its figures;
 * exits 1 at the first miss. The numbers and the names of parts may stand in any order: `npm run soak -- sharing`.
 */
const asked = process.argv.slice(2);
const only = asked.filter((a) => !/^\d+$/.test(a));
const [total = 1_000_000, seed = 20261124] = asked.filter((a) => /^\d+$/.test(a)).map(Number);
const next = random(seed);
const int = (below: number): number => Math.floor(next() * below);
const share = (n: number, least = 1): number => Math.max(least, Math.ceil((total * n) / 1_000_000));

function merges(rounds: number, fail: (round: number, why: string) => void): string {
  for (let seed = 1; seed <= rounds; seed++) {
    const wrong = wrongWith(seed);
    if (wrong) fail(seed, wrong);
  }
  return `merges: ${rounds} pairs of copies edited at random on both sides, none loses or invents an edit, the same whichever side merges, conflicts exactly where both touched one field`;
}

type Fail = (round: number, why: string) => never;
const PARTS: readonly (readonly [string, (fail: Fail) => string | Promise<string>])[] = [
  ['networks', (fail) => soundNetworks(total, int, fail)],
  ['clocks', (fail) => driftingClocks(share(100_000), int, fail)],
  ['custody', (fail) => custodyGaps(share(100_000), int, fail)],
  ['off-mission', (fail) => offMissionSums(share(100_000), int, fail)],
  ['contradictions', (fail) => contradictions(total, int, fail)],
  ['margins', (fail) => margins(Math.ceil(total / 500), int, fail)],
  ['tables', (fail) => tables(total, int, fail)],
  ['workbooks', (fail) => workbooks(share(1_000_000), int, fail)],
  ['transcripts', (fail) => transcripts(total, int, fail)],
  ['papers', (fail) => papers(share(100_000, 20), int, fail)],
  ['grammar', (fail) => grammar(total, int, fail)],
  ['case-files', (fail) => flipped(share(10_000, 100), int, fail)],
  ['locked', (fail) => locked(share(100, 2), int, fail)],
  ['hostile', (fail) => hostile(fail)],
  ['forged', (fail) => forged(fail)],
  ['merges', (fail) => merges(share(10_000, 100), fail)],
  ['sharing', (fail) => sharing(share(10_000, 100), fail)],
  ['footage', (fail) => footage(fail)],
  ['session', (fail) => session(total * 60e-6, fail)],
  ['kills', () => kills(share(200, 5), int)],
  ['kills', () => backupKills(share(200, 5), int)],
];

const strange = only.filter((name) => !PARTS.some(([part]) => part === name));
if (strange.length > 0) {
  process.stderr.write(
    `there is no part ${strange.join(', ')}: ${[...new Set(PARTS.map(([p]) => p))].join(', ')}\n`,
  );
  process.exit(2);
}
for (const [name, part] of PARTS) {
  if (only.length > 0 && !only.includes(name)) continue;
  const started = Date.now();
  const figure = await part((round, why) => {
    process.stderr.write(`${name}, round ${round}: ${why}\n`);
    process.exit(1);
  });
  process.stdout.write(`${figure} (${Math.round((Date.now() - started) / 1000)} s)\n`);
}
process.exit(0);
