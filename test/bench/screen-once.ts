import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { readCaseFile } from '../../src/casefile/case-file';
import { type CaseAt, casesIn } from '../../src/cli/screening/cases-in';
import { screenAll } from '../../src/cli/screening/pool';

/**
 * One run of the screening in a process of its own: `screen-once.ts FOLDER JOBS`; JOBS 0 reads the same files alone. Prints, as
 * JSON, cases, ms from the first line to the last, and the most memory that it and its processes were seen to hold (MB).
 */
const [folder = '', jobs = '1'] = process.argv.slice(2);

async function* cases(): AsyncGenerator<CaseAt> {
  for await (const at of casesIn(folder)) if ('kind' in at) yield at;
}

/** MB that this process and those it began hold now. */
function held(): number {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,rss='], { encoding: 'utf8' });
  let kB = 0;
  for (const row of stdout.split('\n')) {
    const [pid, parent, rss] = row.trim().split(/\s+/).map(Number);
    if (pid === process.pid || parent === process.pid) kB += rss ?? 0;
  }
  return kB / 1024;
}

const at: number[] = [];
let failed = 0;
let memory = 0;
if (jobs === '0')
  for await (const { path } of cases()) {
    await readCaseFile(new Uint8Array(await readFile(path)));
    at.push(performance.now());
  }
else
  await screenAll(
    cases(),
    {
      jobs: Number(jobs),
      limit: 60_000,
      memory: 2048,
      said: { zone: '', paths: [], asked: {}, choices: {}, policies: {} },
    },
    (line) => {
      if (!line.ok) failed++;
      at.push(performance.now());
      if (at.length % 250 === 75) memory = Math.max(memory, held());
    },
  );
// The first fifth warms up: code that is read and compiled is no work on a case.
const from = Math.floor(at.length / 5);
const ms = (at.at(-1) ?? 0) - (at[from] ?? 0);
process.stdout.write(JSON.stringify({ cases: at.length - from - 1, failed, ms, memory }));
process.exit(0);
