import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { building } from './browser/build';

/**
 * `npm test`: types, lint, dead code, then unit, property, component and browser tests; ends with how long it took and one line of true counts.
 * `npm run test:quick` is types, lint and what takes less than two seconds a file in Node, side by side.
 */
const begun = performance.now();
const quick = process.argv.includes('quick');
const out = join(mkdtempSync(join(tmpdir(), 'stopline-')), 'vitest.json');
const bin = (name: string): string => join('node_modules', '.bin', name);
let passed = 0;
let failed = 0;

/** One check, its words printed whole when it ends: several run side by side. @returns whether it passed */
function step(name: string, command: string, args: string[], env = process.env): Promise<boolean> {
  return new Promise((done) => {
    const run = spawn(command, args, { env, shell: process.platform === 'win32' });
    let said = '';
    const hear = (chunk: Buffer): void => {
      said += String(chunk);
    };
    run.stdout.on('data', hear);
    run.stderr.on('data', hear);
    run.on('error', (e) => hear(Buffer.from(e.message)));
    run.on('close', (status) => {
      if (status === 0) passed++;
      else failed++;
      process.stdout.write(`\n== ${name}\n${said}${name}: ${status === 0 ? 'ok' : 'FAILED'}\n`);
      done(status === 0);
    });
  });
}

/** Runs the tests of these projects, or of all, to their end; what they say goes out as they say it. */
const tests = (...projects: string[]): Promise<void> =>
  new Promise((done) => {
    process.stdout.write('\n== tests\n');
    spawn(
      bin('vitest'),
      [
        'run',
        ...projects.map((name) => `--project=${name}`),
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${out}`,
      ],
      { stdio: 'inherit', shell: process.platform === 'win32' },
    ).on('close', () => done());
  });

const types = (): Promise<boolean> => step('types', bin('tsc'), ['--noEmit', '-p', '.']);
const lint = (): Promise<boolean> =>
  step('lint, format and import rules', bin('biome'), ['check', '--error-on-warnings', '.']);
if (quick) {
  // Nothing here waits for anything else.
  process.env['STOPLINE_QUICK'] = '1';
  await Promise.all([tests('node', 'database'), types(), lint()]);
} else {
  // The app is built beside them: the browser tests need it, and the others would wait for it.
  const { args, env } = building();
  const [built] = await Promise.all([
    step('build', bin('vite'), args, env),
    types(),
    lint(),
    step('dead code', bin('knip'), []),
  ]);
  if (built) process.env['STOPLINE_BUILT'] = '1';
  await tests();
}
try {
  const result = JSON.parse(readFileSync(out, 'utf8')) as {
    numPassedTests: number;
    numFailedTests: number;
    numFailedTestSuites: number;
    success: boolean;
    testResults: { assertionResults: { status: string; fullName: string }[] }[];
  };
  passed += result.numPassedTests;
  // A file that fails to load has no tests of its own: it counts as one.
  failed += result.numFailedTests === 0 && !result.success ? 1 : result.numFailedTests;
  // What a missing program (ffmpeg, LibreOffice, pdftoppm) kept from running is named, never silent.
  for (const { status, fullName } of result.testResults.flatMap((f) => f.assertionResults))
    if (status === 'pending' || status === 'skipped' || status === 'todo')
      process.stdout.write(`skipped: ${fullName}\n`);
} catch {
  process.stdout.write('The test runner left no result.\n');
  failed++;
}
const s = Math.round((performance.now() - begun) / 1000);
process.stdout.write(`\ntook ${Math.floor(s / 60)} min ${s % 60} s\n${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);
