import { type ChildProcess, type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  closeSync,
  constants,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { casesIn } from '../../src/cli/screening/cases-in';

const dir = mkdtempSync(join(tmpdir(), 'screen-'));
const office = join(dir, 'office');
afterAll(() => rmSync(dir, { recursive: true }));
const GOOD = 'test/fixtures/casefile/version-6.stopline';
const LOG = 'date,time,kind,description\n2024-03-14,14:27,seizure-begins,x\n2024-03-14,25:99,note,y\n';

beforeAll(() => {
  mkdirSync(join(office, 'doe', 'cameras'), { recursive: true });
  writeFileSync(join(office, 'doe', 'log.csv'), LOG);
  writeFileSync(join(office, 'doe', 'cameras', 'more.csv'), LOG.replace('14:27', '15:27'));
  copyFileSync(GOOD, join(office, 'doe', 'kept.stopline'));
  copyFileSync(GOOD, join(office, 'roe.stopline'));
  writeFileSync(join(office, 'torn.stopline'), readFileSync(GOOD).subarray(0, 900));
});

interface Line {
  readonly case: string;
  readonly ok: boolean;
  readonly why?: string;
  readonly established?: number;
  readonly refused?: number;
  readonly findings?: { status: string }[];
}
const has = (program: string): boolean => spawnSync(program, ['--version']).status === 0;
const shell = (command: string, cwd = dir): SpawnSyncReturns<string> =>
  spawnSync('bash', ['-c', command], { cwd, encoding: 'utf8' });
const linesOf = (text: string): Line[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((l) => JSON.parse(l) as Line);
/** The commands of the README as they stand there, with the script in place of npm, which wants its own folder. */
const README = [...readFileSync('src/cli/README.md', 'utf8').matchAll(/```sh\n([\s\S]*?)\n```/g)].map(
  (m) => m[1] as string,
);
const here = (command: string): string =>
  command.replace(
    'npm run --silent screen --',
    `node --import ${import.meta.resolve('tsx')} ${resolve('src/cli/screen.ts')}`,
  );
const line = (having: string): string => here(README.find((c) => c.includes(having)) as string);

describe('npm run screen', () => {
  it('gives a line a case, whole or with its reason, and exits 1 where one was not read', () => {
    const r = shell(line('office/ > results.jsonl'));
    expect(r.status, r.stderr).toBe(1);
    const lines = linesOf(readFileSync(join(dir, 'results.jsonl'), 'utf8'));
    expect(lines.map((l) => [l.case, l.ok]).sort()).toEqual([
      ['office/doe', true],
      ['office/doe/kept.stopline', true],
      ['office/roe.stopline', true],
      ['office/torn.stopline', false],
    ]);
    expect(lines.find((l) => !l.ok)?.why).toMatch(/cut short/);
    const roe = lines.find((l) => l.case === 'office/roe.stopline');
    expect(roe?.established).toBe(roe?.findings?.filter((f) => f.status === 'established').length);
    expect(roe?.established).toBeGreaterThan(0);
    expect(lines.find((l) => l.case === 'office/doe')).toMatchObject({ refused: 2 });
    expect(r.stderr).toMatch(/^4 cases, 1 could not be read; [\d.]+ a second$/m);
  });

  it('goes on where it stopped, with a torn last line done again', () => {
    const path = join(dir, 'results.jsonl');
    const [first, second] = readFileSync(path, 'utf8').split('\n');
    writeFileSync(path, `${first}\n${second?.slice(0, 40)}`);
    const r = shell(line('--done=results.jsonl'));
    const lines = linesOf(readFileSync(path, 'utf8'));
    expect(new Set(lines.map((l) => l.case)).size).toBe(4);
    expect(lines).toHaveLength(4);
    expect(r.stderr).toMatch(/1 were done before/);
    const again = shell(line('--done=results.jsonl'));
    expect(again).toMatchObject({ status: 1 });
    expect(linesOf(readFileSync(path, 'utf8'))).toHaveLength(4);
    appendFileSync(path, 'something else\n');
    expect(shell(line('--done=results.jsonl'))).toMatchObject({ status: 2, stdout: '' });
  });

  it('gives up a case that takes too long, or more memory than a process has, and goes on', () => {
    const many = Array.from({ length: 200_000 }, (_, i) => `2024-03-14,${10 + (i % 10)}:27,note,entry ${i}`);
    mkdirSync(join(dir, 'large', 'a'), { recursive: true });
    writeFileSync(join(dir, 'large', 'a', 'log.csv'), `date,time,kind,description\n${many.join('\n')}\n`);
    copyFileSync(GOOD, join(dir, 'large', 'b.stopline'));
    const r = shell(here('npm run --silent screen -- --jobs=1 --memory=60 large'));
    expect(linesOf(r.stdout).map((l) => [l.case, l.ok, l.why ?? ''])).toEqual([
      ['large/b.stopline', true, ''],
      ['large/a', false, expect.stringMatching(/more memory than a process has/)],
    ]);
    expect(r.status).toBe(1);
  });

  it('loses the one case of a process that is killed and no other, and leaves no process when it is killed itself', async () => {
    mkdirSync(join(dir, 'held'), { recursive: true });
    // A pipe into which nothing is written: whoever reads it waits, and it can be opened to be written once somebody does.
    const pipe = join(dir, 'held', 'a.stopline');
    spawnSync('sh', ['-c', 'mkfifo "$0"', pipe]);
    copyFileSync(GOOD, join(dir, 'held', 'b.stopline'));
    const loader = import.meta.resolve('tsx');
    const script = resolve('src/cli/screen.ts');
    const cases = ['held/a.stopline', 'held/b.stopline'];
    const begin = (): ChildProcess =>
      spawn(process.execPath, ['--import', loader, script, '--jobs=1', ...cases], { cwd: dir });
    const until = <T>(found: () => T): Promise<Exclude<T, false>> =>
      vi.waitUntil(found, { timeout: 60_000, interval: 100 }) as Promise<Exclude<T, false>>;
    const opened = (): number | false => {
      try {
        return openSync(pipe, constants.O_WRONLY | constants.O_NONBLOCK);
      } catch {
        return false;
      }
    };
    const below = ({ pid }: ChildProcess): number =>
      Number(
        spawnSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' })
          .stdout.split('\n')
          .map((row) => row.trim().split(/\s+/))
          .find(
            ([, parent, ...args]) => Number(parent) === pid && args.join(' ').includes('screening/worker'),
          )?.[0],
      );
    const one = begin();
    let said = '';
    one.stdout?.on('data', (chunk) => {
      said += String(chunk);
    });
    const first = await until(opened);
    process.kill(below(one), 'SIGKILL');
    await once(one, 'close');
    closeSync(first);
    expect(linesOf(said).map((l) => [l.case, l.ok, l.why ?? ''])).toEqual([
      ['held/a.stopline', false, 'the process that read it stopped (SIGKILL)'],
      ['held/b.stopline', true, ''],
    ]);
    const two = begin();
    const second = await until(opened);
    const left = below(two);
    two.kill('SIGKILL');
    const state = (): string =>
      spawnSync('ps', ['-o', 'stat=', '-p', String(left)], { encoding: 'utf8' }).stdout.trim();
    await until(() => /^Z|^$/.test(state()));
    closeSync(second);
  });

  it('is called rightly or says how', () => {
    for (const args of ['', '--jobs=0 office', '--quick office', '--zone=Nowhere office']) {
      const r = shell(here(`npm run --silent screen -- ${args}`));
      expect(r, args).toMatchObject({ status: 2, stdout: '' });
      expect(r.stderr).toMatch(/usage/);
    }
  });

  it.skipIf(!has('parallel'))('is spread by GNU parallel over a list, as the README shows', () => {
    const r = shell(line('parallel'));
    const lines = linesOf(readFileSync(join(dir, 'results.jsonl'), 'utf8'));
    expect(lines.map((l) => [l.case, l.ok]).sort(), r.stderr).toEqual([
      ['office/doe/kept.stopline', true],
      ['office/roe.stopline', true],
      ['office/torn.stopline', false],
    ]);
  });

  it.skipIf(!has('duckdb'))('is asked by DuckDB, as the README shows', () => {
    const r = shell(line('duckdb'));
    expect(r.status, r.stderr).toBe(0);
    expect(r.stdout).toMatch(/mission-complete/);
  });
});

describe('what a path names', () => {
  it('are case files, and folders of tables with all below them', async () => {
    const found: object[] = [];
    for await (const at of casesIn(office)) found.push(at);
    expect(found).toEqual([
      { path: join(office, 'roe.stopline'), kind: 'file' },
      { path: join(office, 'torn.stopline'), kind: 'file' },
      { path: join(office, 'doe'), kind: 'folder' },
      { path: join(office, 'doe', 'kept.stopline'), kind: 'file' },
    ]);
    mkdirSync(join(dir, 'empty'));
    for await (const at of casesIn(join(dir, 'empty')))
      expect(at).toMatchObject({ why: expect.stringMatching(/no case file/) });
  });
});
