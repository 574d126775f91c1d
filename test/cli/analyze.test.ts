import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Answer, analyzeCall } from '../../src/cli/analyze-call';
import { readInputs } from '../../src/cli/inputs';
import { readCall, withSaid } from '../../src/cli/settings';
import { newCase } from '../../src/record/case';

const dir = mkdtempSync(join(tmpdir(), 'analyze-'));
afterAll(() => rmSync(dir, { recursive: true }));
const LOG = 'date,time,kind,description\n2024-03-14,14:27,seizure-begins,x\n2024-03-14,14:29,note,y\n';
writeFileSync(join(dir, 'log.csv'), LOG);
writeFileSync(join(dir, 'copy.csv'), LOG);
mkdirSync(join(dir, 'case', 'sub'), { recursive: true });
writeFileSync(join(dir, 'case', 'log.csv'), LOG);
writeFileSync(join(dir, 'case', 'read me.md'), '# x');
writeFileSync(join(dir, 'case', 'sub', 'more.tsv'), 'date\ttime\tkind\n2024-03-14\t15:00\tnote\n');

const withJson = <T extends Pick<Answer, 'stdout'>>(r: T) => ({
  ...r,
  json: r.stdout.startsWith('{') ? JSON.parse(r.stdout) : null,
});
/** The command itself, in a process of its own: a second and more each time, most of it to load what it is made of. */
const run = (args: string[], input?: string) =>
  withJson(
    spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/analyze.ts', ...args], {
      input,
      encoding: 'utf8',
    }),
  );
/** What the command writes as it is, and ends with. */
const call = async (args: string[]) => withJson(await analyzeCall(args, async () => new Uint8Array()));

describe('npm run analyze', () => {
  it('takes standard input and says on standard error what it did not use', () => {
    const r = run(['-', '--zone=America/Chicago'], `${LOG}2024-03-14,25:99,note,z\n`);
    expect(r.status).toBe(0);
    expect(r.json.refused).toMatchObject([{ file: 'standard input', line: 4, column: 'time' }]);
    expect(r.stderr).toMatch(/^standard input, line 4, time: /);
  });
  it('ends with what its call ends with', () => {
    expect(run(['--quick', join(dir, 'log.csv')])).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/--quick[\s\S]*usage: npm run analyze/),
    });
  });
  it('goes on without a file that is missing, names it, and exits 1', async () => {
    const r = await call([join(dir, 'none.csv'), join(dir, 'log.csv')]);
    expect(r.status).toBe(1);
    expect(r.json.refused).toMatchObject([{ file: 'none.csv', why: 'there is no file none.csv' }]);
    expect(r.stderr).toMatch(/taken as UTC/);
  });
  it('reads no table as prose: what it asks is said by line, and answered by an option', async () => {
    const file = join(dir, 'custody.csv');
    writeFileSync(
      file,
      'Evidence #,Date/Time,Released By,Received By,Wt (g)\n1,04/03/24 2245,Tpr Cole,Locker 4,454.2\n1,04/11/24 1340,Locker 4,J. Roe,450.1\n',
    );
    const asked = await call([file]);
    expect(asked.status).toBe(1);
    expect(asked.json.refused.map((r: { line: number }) => r.line)).toEqual([2, 3]);
    expect(asked.stderr).toMatch(/04\/03\/24 can be read in two orders/);
    expect(asked.stderr).not.toMatch(/proposal/);
    const told = await call(['--mdy', file]);
    expect(told).toMatchObject({ status: 0 });
    expect(told.json.refused).toEqual([]);
    expect(told.json.findings.map((f: { rule: string }) => f.rule)).toContain('quantity-drift');
    for (const day of ['4/3/24', '2024-02-30', ''])
      expect(() => readCall([`--date=${day}`])).toThrow(/is no day/);
  });
  it('refuses an unknown option and a zone that does not exist, with status 2', async () => {
    expect(await call(['--zone=America/Nowhere', join(dir, 'log.csv')])).toMatchObject({
      status: 2,
      stdout: '',
    });
    expect(await call(['--quick', join(dir, 'log.csv')])).toMatchObject({ status: 2, stdout: '' });
    expect(await call(['--circuit=ca12', join(dir, 'log.csv')])).toMatchObject({ status: 2, stdout: '' });
  });
  it('takes every setting, and prints what it makes of law, answers and standing', async () => {
    const file = join(dir, 'stop.csv');
    writeFileSync(
      file,
      'ref,date,time,until,kind,description\na,2024-03-14,14:00,,seizure-begins,stop\nb,2024-03-14,14:02,14:06,history-check,criminal history\nc,2024-03-14,14:10,,warning-issued,warning\nd,2024-03-14,14:20,,sniff,dog\n',
    );
    const r = await call([
      '--zone=America/Chicago',
      '--forum=federal',
      '--circuit=ca6',
      '--state=ID',
      '--set',
      'dayFrom=7',
      '--set=routineRelease=1.5',
      file,
    ]);
    expect(r.status, r.stderr).toBe(0);
    const f = r.json.findings.find((x: { rule: string }) => x.rule === 'mission-complete');
    expect(f.law[0]).toMatchObject({ id: 'winters', standing: 'against us here', paper: 'contrary' });
    expect(f.law.find((l: { id: string }) => l.id === 'reyes1')).toMatchObject({ paper: null });
    expect(f.answers).toMatchObject({ noViolation: expect.stringContaining('suspicion by then') });
    expect(f.settledBy.length).toBeGreaterThan(10);
  });
  it('takes papers: what is certain counts with its page, what waits for a person is said', async () => {
    const r = await call([
      '--zone=America/Chicago',
      'test/fixtures/papers/cad-06.pdf',
      'test/fixtures/papers/nar-05.pdf',
    ]);
    expect(r.status).toBe(0);
    expect(r.json.refused).toEqual([]);
    expect(r.json.notices.join('\n')).toMatch(
      /cad-06\.pdf: \d+ proposals?: certain, and taken with its page/,
    );
    expect(r.json.notices.join('\n')).toMatch(/nar-05\.pdf: \d+ proposals?: left for a person/);
  });
  it('takes notes typed line by line, and finds in them what a table would give', async () => {
    writeFileSync(
      join(dir, 'notes.txt'),
      'March 14, 2024\n\n1404 Traffic stop\n1412 Warning given\n1413 told him to wait\n1421 K9 alert\n',
    );
    const r = await call(['--zone=America/Chicago', join(dir, 'notes.txt')]);
    const held = r.json.findings.find((f: { rule: string }) => f.rule === 'mission-complete');
    expect(held).toMatchObject({ status: 'established', bounds: { min: 480_001, max: 600_000 } });
    expect(held.cites[0]).toMatch(/notes\.txt at 1/);
  });
  it('still refuses a file that is neither table nor paper', async () => {
    writeFileSync(join(dir, 'noise.csv'), 'a,b\n1,2\n');
    expect(await call([join(dir, 'noise.csv')])).toMatchObject({ status: 1 });
  });
  it('A17: takes the same file once, and says so', async () => {
    const r = await call([join(dir, 'log.csv'), join(dir, 'copy.csv')]);
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
    writeFileSync(join(dir, 'case', 'report.pdf'), '%PDF-');
    const more = await readInputs([join(dir, 'case')], async () => new Uint8Array(), true);
    expect(more.files.map((f) => f.name)).toEqual(['case/log.csv', 'case/report.pdf', 'case/sub/more.tsv']);
  });
});

describe('the settings of a call', () => {
  const said = (...args: string[]) => withSaid(newCase('c', 'x', 'UTC', 0), readCall(args));
  it('takes a circuit alone as federal court there, and says so', () => {
    expect(said('--circuit=ca6')).toMatchObject({
      case: { choices: { forum: 'federal', circuit: 'ca6' } },
      notice: expect.stringContaining('taken as federal court'),
    });
    expect(said('--circuit=ca6', '--state=id')).toMatchObject({
      case: { choices: { forum: '', circuit: 'ca6', state: 'ID' } },
      notice: expect.stringContaining('only the Supreme Court binds'),
    });
  });
  it('takes numbers in the unit of each', () => {
    expect(
      said('--set', 'lateBooking=2', '--set=routineRelease=1.5', '--set=dayFrom=7').case.policies,
    ).toMatchObject({
      lateBooking: 7_200_000,
      routineRelease: 90_000,
      dayFrom: 7,
      hoursEntered: true,
    });
  });
  it.each([
    ['--circuit=ca12', 'circuit cannot be “ca12”'],
    ['--state=Idaho', 'two letters such as ID'],
    ['--forum=military', 'federal, state'],
    ['--set=dayFrom=25', 'dayFrom cannot be “25”'],
    ['--set=longStop=an hour', 'in minutes'],
    ['--set=nothing=3', 'There is no setting “nothing”'],
    ['--set', 'says no value'],
    ['--set=dayFrom=23', 'the earlier hour first'],
  ])('refuses %s with a sentence', (flag, why) => {
    expect(() => said(flag)).toThrow(why);
  });
});
