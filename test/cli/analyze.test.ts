import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readInputs } from '../../src/cli/inputs';

const dir = mkdtempSync(join(tmpdir(), 'analyze-'));
afterAll(() => rmSync(dir, { recursive: true }));
const LOG = 'date,time,kind,description\n2024-03-14,14:27,seizure-begins,x\n2024-03-14,14:29,note,y\n';
writeFileSync(join(dir, 'log.csv'), LOG);
writeFileSync(join(dir, 'copy.csv'), LOG);
mkdirSync(join(dir, 'case', 'sub'), { recursive: true });
writeFileSync(join(dir, 'case', 'log.csv'), LOG);
writeFileSync(join(dir, 'case', 'read me.md'), '# x');
writeFileSync(join(dir, 'case', 'sub', 'more.tsv'), 'date\ttime\tkind\n2024-03-14\t15:00\tnote\n');

const run = (args: string[], input?: string) => {
  const r = spawnSync('node_modules/.bin/tsx', ['src/cli/analyze.ts', ...args], { input, encoding: 'utf8' });
  return { ...r, json: r.stdout.startsWith('{') ? JSON.parse(r.stdout) : null };
};

describe('npm run analyze', () => {
  it('takes standard input and says on standard error what it did not use', () => {
    const r = run(['-', '--zone=America/Chicago'], `${LOG}2024-03-14,25:99,note,z\n`);
    expect(r.status).toBe(0);
    expect(r.json.refused).toMatchObject([{ file: 'standard input', line: 4, column: 'time' }]);
    expect(r.stderr).toMatch(/^standard input, line 4, time: /);
  });
  it('goes on without a file that is missing, names it, and exits 1', () => {
    const r = run([join(dir, 'none.csv'), join(dir, 'log.csv')]);
    expect(r.status).toBe(1);
    expect(r.json.refused).toMatchObject([{ file: 'none.csv', why: 'there is no file none.csv' }]);
    expect(r.stderr).toMatch(/taken as UTC/);
  });
  it('refuses an unknown option and a zone that does not exist, with status 2', () => {
    expect(run(['--zone=America/Nowhere', join(dir, 'log.csv')])).toMatchObject({ status: 2, stdout: '' });
    expect(run(['--quick', join(dir, 'log.csv')])).toMatchObject({ status: 2, stdout: '' });
  });
  it('takes the same file once, and says so', () => {
    const r = run([join(dir, 'log.csv'), join(dir, 'copy.csv')]);
    expect(r.json.notices).toContainEqual(expect.stringMatching(/^copy\.csv is the same file as log\.csv/));
    expect(r.status).toBe(0);
  });
});

describe('what a command line names', () => {
  it('a folder gives every table in it and below, and names what it leaves out', async () => {
    const { files, notices, unreadable } = await readInputs(
      [join(dir, 'case')],
      async () => new Uint8Array(),
    );
    expect(files.map((f) => f.name)).toEqual(['case/log.csv', 'case/sub/more.tsv']);
    expect(notices).toEqual([expect.stringMatching(/^case\/read me\.md: left out/)]);
    expect(unreadable).toEqual([]);
  });
});
