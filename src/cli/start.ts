import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { build } from 'vite';
import { serve } from './serve';

/** `npm start`: builds the production app, serves it on this machine and opens it on the made-up sample. */
await build({ logLevel: 'warn' });
const folder = resolve('dist');
const wanted = Number(process.env['PORT'] ?? 4173);
const { url } = await serve(folder, wanted).catch(() => serve(folder, 0));
const sample = `${url}#/sample/sample-roadside`;
process.stdout.write(`Stopline is at ${url}\nThe sample case: ${sample}\nStop with Ctrl+C.\n`);
if (process.env['CI'] !== 'true' && process.env['NO_OPEN'] !== '1') {
  const [command, args] =
    process.platform === 'darwin'
      ? ['open', [sample]]
      : process.platform === 'win32'
        ? ['cmd', ['/c', 'start', '', sample]]
        : ['xdg-open', [sample]];
  // Without a desktop there is nothing to open it with: the address above is enough.
  spawn(command as string, args as string[], { stdio: 'ignore', detached: true }).on('error', () => {});
}
