import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { building } from './browser/build';

/**
 * `npm test`: types, lint, dead code, then unit, property, component and browser tests; ends with one line of true counts.
 * `npm run test:quick` leaves the browser out.
 */
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

// The app is built beside them: the browser tests need it, and the others would wait for it.
const { args, env } = building();
const [built] = await Promise.all([
  quick ? false : step('build', bin('vite'), args, env),
  step('types', bin('tsc'), ['--noEmit', '-p', '.']),
  step('lint, format and import rules', bin('biome'), ['check', '--error-on-warnings', '.']),
  step('dead code', bin('knip'), []),
]);

if (built) process.env['STOPLINE_BUILT'] = '1';

process.stdout.write('\n== tests\n');
spawnSync(
  bin('vitest'),
  [
    'run',
    ...(quick ? ['--project=!browser'] : []),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${out}`,
  ],
  {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  },
);
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
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);
