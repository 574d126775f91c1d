import { spawnSync } from 'node:child_process';
import { linkSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { writeCaseFile } from '../../src/casefile/case-file';
import { type CaseContent, grouped } from '../../src/casefile/content';
import { FACT_TABLES } from '../../src/record/tables';
import { caseRecord } from './case-record';

/** Different cases; the rest are further names of the same files. */
const MADE = 20;
/** Entries of a case. */
const ENTRIES = 250;

export interface Screened {
  readonly cases: number;
  readonly ms: number;
  /** MB, at most. */
  readonly memory: number;
}

/** A folder of so many case files. */
async function officeOf(dir: string, cases: number): Promise<string> {
  const folder = join(dir, String(cases));
  mkdirSync(folder);
  for (let i = 0; i < cases; i++) {
    const to = join(folder, `case-${i}.stopline`);
    if (i >= MADE) {
      linkSync(join(folder, `case-${i % MADE}.stopline`), to);
      continue;
    }
    const record = caseRecord(ENTRIES + i);
    const lists = grouped((t) => (FACT_TABLES.includes(t as never) ? (record as never)[t] : []));
    const content = { case: record.case, ...lists, history: [] } as unknown as CaseContent;
    writeFileSync(to, await writeCaseFile(content));
  }
  return folder;
}

/** Whether a process can be held to some of the cores (Linux). */
const PINS = spawnSync('taskset', ['--version']).status === 0;

/**
 * One run, on so many cores: held to them where the machine can: the one that draws the cases has a little to do too, and
 * "one core" would be more than one. @param jobs 0: the files are read alone
 */
function once(folder: string, jobs: number): Screened {
  const script = resolve('test/bench/screen-once.ts');
  const node = [process.execPath, '--import', 'tsx', script, folder, String(jobs)];
  const cores = `0-${Math.max(0, jobs - 1)}`;
  const [command = '', ...args] = PINS ? ['taskset', '--cpu-list', cores, ...node] : node;
  const { stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (!stdout.startsWith('{')) throw new Error(`screening: ${stderr}`);
  const found = JSON.parse(stdout) as Screened & { failed: number };
  if (found.failed > 0) throw new Error(`screening: ${found.failed} cases were not read`);
  return found;
}

/** A machine that others use is now faster and now slower: what is compared is measured in turns, and one turn is shown. */
const ROUNDS = 3;

/**
 * One core and two against the same files read alone, in the round in which two stand to one in the middle, and memory from a
 * hundred cases to ten thousand. Each process compiles what it runs anew, for some hundred cases: a thousand are measured.
 */
export async function screening(
  sizes: readonly [number, number, number] = [100, 1_000, 10_000],
): Promise<{ alone: Screened; one: Screened; two: Screened; few: Screened; many: Screened }> {
  const dir = mkdtempSync(join(tmpdir(), 'bench-screen-'));
  try {
    const [few, middle, many] = [
      await officeOf(dir, sizes[0]),
      await officeOf(dir, sizes[1]),
      await officeOf(dir, sizes[2]),
    ];
    const rounds = Array.from({ length: ROUNDS }, () => ({
      alone: once(middle, 0),
      one: once(middle, 1),
      two: once(middle, 2),
    })).sort((a, b) => a.two.ms / a.one.ms - b.two.ms / b.one.ms);
    return {
      ...(rounds[(ROUNDS - 1) / 2] as (typeof rounds)[number]),
      few: once(few, 2),
      many: once(many, 2),
    };
  } finally {
    rmSync(dir, { recursive: true });
  }
}
