import { type ChildProcess, fork } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LIMITS } from '../papers/limits';
import { watchFor } from '../places/papers/silence';
import { refusedLine } from './reading/read-file';
import type { Asked, Word } from './reading/worker';

/**
 * `npm run --silent read -- FILE...`: what is understood of each paper, one JSON object a line. Folders are taken whole. Papers are
 * read in a process beside this one: a file that is silent too long is a line that says so, and the next is read in a new one.
 */
const args = process.argv.slice(2);
const option = (name: string): string | undefined =>
  args.find((a) => a.startsWith(`--${name}=`))?.slice(name.length + 3);
const paths = args.filter((a) => !a.startsWith('--')).flatMap((p) => filesIn(p));
const limit = option('limit') === undefined ? (3 * LIMITS.pageTime) / 1000 : Number(option('limit'));
if (paths.length === 0 || !(limit > 0)) {
  process.stderr.write(
    'usage: npm run --silent read -- [--password=WORD] [--dmy] [--no-pictures] [--limit=60] FILE...\nPrints one JSON object a line. A file that gives no page for so many seconds is left.\n',
  );
  process.exit(2);
}
const password = option('password');
const asked: Asked = {
  pictures: !args.includes('--no-pictures'),
  order: args.includes('--dmy') ? 'dmy' : 'mdy',
  ...(password === undefined ? {} : { password }),
};

function filesIn(path: string): string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesIn(join(path, name)));
}

/** A process that reads, once it says that it is ready; null where it does not start. */
function started(): Promise<ChildProcess | null> {
  const child = fork(
    fileURLToPath(new URL('./reading/worker.ts', import.meta.url)),
    [JSON.stringify(asked)],
    {
      execArgv: ['--import', import.meta.resolve('tsx')],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    },
  );
  return new Promise((resolve) => {
    child.once('message', () => resolve(child));
    child.once('exit', () => resolve(null));
    child.on('error', () => resolve(null));
  });
}

/** The line of a file, or why its process is gone. */
function lineFrom(child: ChildProcess, path: string): Promise<Word & { readonly why?: string }> {
  return new Promise((resolve) => {
    let why = 'the process that read it stopped';
    const watch = watchFor(limit * 1000, () => {
      why = `its reading did not end: nothing came of it for ${limit} seconds, and it was left`;
      child.kill('SIGKILL');
    });
    const done = (word: Word & { why?: string }): void => {
      watch.end();
      child.off('message', heard).off('disconnect', gone);
      resolve(word);
    };
    const heard = (word: Word): void => (word.line === undefined ? watch.heard() : done(word));
    const gone = (): void => done({ why });
    child.on('message', heard).on('disconnect', gone);
    child.send(path, () => undefined);
  });
}

let child: ChildProcess | null = null;
for (const path of paths) {
  child ??= await started();
  if (!child) throw new Error('the process that reads papers does not start');
  const { line, why } = await lineFrom(child, path);
  process.stdout.write(`${line ?? refusedLine(path, why ?? '')}\n`);
  if (line === undefined) child = null;
}
child?.disconnect();
