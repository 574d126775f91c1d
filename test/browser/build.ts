import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Builds the app for production as `npm run build` does, in a process of its own: within a test runner React would be built
 * for development. @throws where it cannot be built
 */
export function buildApp(): void {
  if (process.env['STOPLINE_BUILT'] === '1' && existsSync('dist/index.html')) return;
  const { NODE_ENV: _, VITEST: __, ...env } = process.env;
  const vite = join('node_modules', 'vite', 'bin', 'vite.js');
  const args = [vite, 'build', '--logLevel', 'error'];
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit', env });
  if (status !== 0) throw new Error('The app could not be built.');
  process.env['STOPLINE_BUILT'] = '1';
}

/** Once for all files of browser tests, which inherit that it is done. */
export const setup = buildApp;
