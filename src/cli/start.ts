import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { build } from 'vite';
import { PORT, portFrom, takenBy } from './port';
import { serve } from './serve';

/**
 * `npm start`: builds the production app, serves it on this machine and opens it on the made-up sample. A browser keeps the
 * cases of each port apart, so it never takes another one by itself.
 */
const wanted = portFrom(process.env['PORT']);
if (wanted === null) {
  process.stderr.write(`PORT is to be a number from 1 to 65535, such as ${PORT}.\n`);
  process.exit(1);
}
const folder = resolve('dist');
const name = process.env['HOST'] === '127.0.0.1' ? '127.0.0.1' : 'localhost';
try {
  const { url } = await serve(folder, wanted, '/', name);
  await build({ logLevel: 'warn' });
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
} catch (error) {
  const { code, message } = error as NodeJS.ErrnoException;
  process.stderr.write(
    code === 'EADDRINUSE'
      ? await takenBy(wanted)
      : code === 'EACCES'
        ? `This account may not use port ${wanted}. Choose another: PORT=${PORT} npm start\n`
        : `Stopline was not started: ${message}\n`,
  );
  process.exit(1);
}
