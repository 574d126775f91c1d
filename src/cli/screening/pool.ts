import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Said } from '../settings';
import type { CaseAt } from './cases-in';
import type { Line } from './screen-case';

/** What may be different from one run to another. */
export interface PoolSettings {
  /** Processes. */
  readonly jobs: number;
  /** ms that one case may take: then its process is ended, and the case is a line that says so. */
  readonly limit: number;
  /** MB of heap that one process may hold: a case that needs more ends its process, and is a line that says so. */
  readonly memory: number;
  readonly said: Said;
}

/**
 * Screens cases in processes of their own, each as soon as one is free, and tells each line when it is there, in any order.
 * Cases are drawn from their list one by one: it is never held. A process that dies takes its case with it and no other.
 * Processes and not threads: they share no compiler, allocator and heap. A case takes a fifth less time, on one core and on two,
 * and what one holds is not the other's.
 * @returns when every case has its line
 */
export async function screenAll(
  cases: AsyncIterator<CaseAt>,
  { jobs, limit, memory, said }: PoolSettings,
  onLine: (line: Line) => void,
): Promise<void> {
  // An iterator answers one question at a time.
  let queue: Promise<unknown> = Promise.resolve();
  const draw = (): Promise<CaseAt | null> => {
    const next = queue.then(async () => {
      const { done, value } = await cases.next();
      return done ? null : value;
    });
    queue = next.catch(() => undefined);
    return next;
  };
  const lane = async (): Promise<void> => {
    let screener: ChildProcess | null = null;
    for (let at = await draw(); at; at = await draw()) {
      // One that ended while it had nothing to do took no case with it.
      if (!screener?.connected) screener = started(said, memory);
      const line = await answered(screener, at, limit);
      if ('dead' in line) {
        screener = null;
        onLine({ case: at.path, ok: false, why: line.dead });
      } else onLine(line);
    }
    if (screener) await ended(screener);
  };
  await Promise.all(Array.from({ length: jobs }, lane));
}

/**
 * MB of each half of a process's heap for what is new. A case is read, weighed and forgotten: with room for it whole, little of
 * it is still held when the collector comes, and little is copied.
 */
const YOUNG = 32;

function started(said: Said, memory: number): ChildProcess {
  const screener = fork(fileURLToPath(new URL('./worker.ts', import.meta.url)), [JSON.stringify(said)], {
    // Each collects its own garbage: helpers of one would take the core of another. And it does so once a quarter of what is
    // held has been added, so that ten thousand cases hold hardly more than a hundred.
    execArgv: [
      '--single-threaded-gc',
      '--heap-growing-percent=25',
      `--max-old-space-size=${memory}`,
      `--max-semi-space-size=${YOUNG}`,
      '--import',
      import.meta.resolve('tsx'),
    ],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  // A line that can no longer be sent is told by the end of the process.
  return screener.on('error', () => undefined);
}

/** Tells a process that there is no more, and waits until it is gone. */
function ended(screener: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    screener.once('exit', () => resolve());
    screener.disconnect();
  });
}

/** V8 ends a process whose heap is full by aborting it: by a signal, or on Windows by the number of one. */
const full = (code: number | null, signal: string | null): boolean => signal === 'SIGABRT' || code === 134;

/** What a process makes of a case, or why it is no more. */
function answered(
  screener: ChildProcess,
  at: CaseAt,
  limit: number,
): Promise<Line | { readonly dead: string }> {
  return new Promise((resolve) => {
    const exited = (code: number | null, signal: string | null): void =>
      end({
        dead: full(code, signal)
          ? 'it needs more memory than a process has (--memory=MB)'
          : `the process that read it stopped (${signal ?? code})`,
      });
    const end = (answer: Line | { dead: string }): void => {
      clearTimeout(timer);
      screener.off('message', end).off('exit', exited);
      resolve(answer);
    };
    const timer = setTimeout(() => {
      screener.kill('SIGKILL');
      end({ dead: `it took more than ${Math.round(limit / 1000)} s, and was given up (--limit=SECONDS)` });
    }, limit);
    screener.on('message', end).on('exit', exited);
    screener.send(at, (error) => {
      if (error) end({ dead: 'the process that was to read it stopped' });
    });
  });
}
