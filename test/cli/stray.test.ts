import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

/** A process that lets a promise be rejected for nobody, and says so if it is alive afterwards. */
const run = (reason: string) =>
  spawnSync(
    process.execPath,
    [
      '--import',
      'tsx',
      '--input-type=module',
      '-e',
      `const { letStraysOfPdfGo } = await import('./src/cli/stray.ts'); letStraysOfPdfGo();
       Promise.reject(${reason}); setTimeout(() => console.log('alive'), 50);`,
    ],
    { encoding: 'utf8' },
  );

it('a promise that pdf.js drops of a damaged file ends no run; any other does', () => {
  const stray = run(
    "Object.assign(Object.create(Error.prototype), { name: 'FormatError', message: 'Invalid number' })",
  );
  expect([stray.status, stray.stdout]).toEqual([0, 'alive\n']);
  const ours = run("new TypeError('ours')");
  expect(ours.status).not.toBe(0);
  expect(ours.stderr).toMatch(/ours/);
  expect(ours.stdout).toBe('');
}, 60_000);
