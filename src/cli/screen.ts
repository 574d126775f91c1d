import { availableParallelism } from 'node:os';
import { createInterface } from 'node:readline';
import { isZone } from '../record/zone';
import { type CaseAt, casesIn } from './screening/cases-in';
import { type Done, doneIn } from './screening/done';
import { screenAll } from './screening/pool';
import type { Line } from './screening/screen-case';
import { BadCall, readCall, type Said } from './settings';

/**
 * `npm run --silent screen -- FOLDER... > results.jsonl`: thousands of cases on every core, a line of JSON a case as soon as
 * it is done. Exits 1 where a case could not be read, 2 where it was called wrongly.
 */
const USAGE = `usage: npm run --silent screen -- [--jobs=N] [--done=RESULTS] [--limit=SECONDS] [--memory=MB] [--zone=Z] [--set NAME=VALUE] FOLDER|FILE|- ...
Each case file is a case, and each folder that holds tables is one, with all below it; - reads a list of them from standard
input, one a line. Prints one line of JSON a case, in any order. --done goes on where a run stopped:
  npm run --silent screen -- --done=results.jsonl office/ >> results.jsonl
`;

/** ms between two words of progress: on a terminal, and into a file. */
const TELL = process.stderr.isTTY ? 500 : 10_000;

interface Call {
  readonly jobs: number;
  readonly limit: number;
  readonly memory: number;
  readonly done: string;
  readonly said: Said;
}

/** @throws BadCall */
function called(args: readonly string[]): Call {
  const own = { jobs: availableParallelism(), limit: 300, memory: 4096 };
  let done = '';
  const rest: string[] = [];
  for (const arg of args) {
    const [, name, value = ''] = /^--(jobs|limit|memory|done)=(.*)$/s.exec(arg) ?? [];
    if (name === undefined) rest.push(arg);
    else if (name === 'done') done = value;
    else if (/^[1-9]\d{0,6}$/.test(value)) own[name as keyof typeof own] = Number(value);
    else throw new BadCall(`--${name} is a whole number of at least 1, and not “${value}”.`);
  }
  const said = readCall(rest);
  if (said.zone !== '' && !isZone(said.zone))
    throw new BadCall(`“${said.zone}” is no zone: write America/Chicago, UTC or -05:00.`);
  if (said.paths.length === 0) throw new BadCall('No folder and no case is named.');
  return { ...own, done, said };
}

const counts = { done: 0, failed: 0, skipped: 0 };
const began = performance.now();

function print(line: Line): void {
  counts.done++;
  if (!line.ok) counts.failed++;
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

const progress = (): string => {
  const a = counts.done / Math.max(0.001, (performance.now() - began) / 1000);
  const before = counts.skipped > 0 ? `, ${counts.skipped} were done before` : '';
  return `${counts.done} cases, ${counts.failed} could not be read${before}; ${a.toFixed(1)} a second`;
};

async function* named(paths: readonly string[]): AsyncGenerator<string> {
  for (const path of paths) {
    if (path !== '-') yield path;
    else
      for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }))
        if (line.trim() !== '') yield line;
  }
}

/** The cases that are to be done, each once; what is none has its line at once. */
async function* toDo(paths: readonly string[], before: Done): AsyncGenerator<CaseAt> {
  for await (const path of named(paths))
    for await (const found of casesIn(path)) {
      if (before.cases.has(found.path)) counts.skipped++;
      else if ('why' in found) print({ case: found.path, ok: false, why: found.why });
      else yield found;
    }
}

// Whoever reads the lines may have enough of them: `| head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

try {
  const { done, said, ...settings } = called(process.argv.slice(2));
  const before = done === '' ? { cases: new Set<string>(), failed: 0 } : await doneIn(done);
  const tell = setInterval(
    () => process.stderr.write(process.stderr.isTTY ? `\r${progress()} ` : `${progress()}\n`),
    TELL,
  );
  await screenAll(toDo(said.paths, before), { ...settings, limit: settings.limit * 1000, said }, print);
  clearInterval(tell);
  process.stderr.write(`${process.stderr.isTTY ? '\r' : ''}${progress()}\n`);
  process.exitCode = counts.failed + before.failed > 0 ? 1 : 0;
} catch (error) {
  if (error instanceof BadCall) process.stderr.write(`${error.message}\n${USAGE}`);
  else process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
