import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** What Vite is asked, and in what surroundings, to build the app for production in a process of its own: within a test runner React would be built for development. */
export function building(): { args: string[]; env: NodeJS.ProcessEnv } {
  const { NODE_ENV: _, VITEST: __, ...env } = process.env;
  return { args: ['build', '--logLevel', 'error'], env };
}

/** Builds the app as `npm run build` does, unless that is done already. @throws where it cannot be built */
export function buildApp(): void {
  if (process.env['STOPLINE_BUILT'] === '1' && existsSync('dist/index.html')) return;
  const { args, env } = building();
  const vite = join('node_modules', 'vite', 'bin', 'vite.js');
  const { status } = spawnSync(process.execPath, [vite, ...args], { stdio: 'inherit', env });
  if (status !== 0) throw new Error('The app could not be built.');
  process.env['STOPLINE_BUILT'] = '1';
}

/** Once for all files of browser tests, which inherit that it is done. */
export const setup = buildApp;
