import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * `npm run score -- [FOLDER] [--why]`: reads every paper of a corpus with `npm run read` and prints what its scorer says, with the
 * time it took. The corpus is `../shared/data/papers/made` unless another is named.
 */
const args = process.argv.slice(2);
const folder = args.find((a) => !a.startsWith('--')) ?? '../shared/data/papers/made';
const scorer = '../shared/data/papers/score.mjs';
if (!existsSync(folder) || !existsSync(scorer)) {
  process.stderr.write(`no corpus at ${folder}, or no scorer at ${scorer}\n`);
  process.exit(2);
}
const papers = readdirSync(folder)
  .filter((name) => !name.endsWith('.truth.json'))
  .map((name) => join(folder, name));
const before = Date.now();
const read = spawnSync('node_modules/.bin/tsx', ['src/cli/read.ts', ...papers], { maxBuffer: 1 << 28 });
if (read.status !== 0) {
  process.stderr.write(read.stderr);
  process.exit(1);
}
const out = join(mkdtempSync(join(tmpdir(), 'score-')), 'read.jsonl');
writeFileSync(out, read.stdout);
const flags = args.filter((a) => a.startsWith('--'));
const scored = spawnSync('node', [scorer, folder, out, ...flags], { encoding: 'utf8', maxBuffer: 1 << 26 });
process.stdout.write(scored.stdout);
process.stdout.write(`read in ${((Date.now() - before) / 1000).toFixed(1)} s\n`);
process.exit(scored.status ?? 1);
