import { Worker } from 'node:worker_threads';
import type { Said } from '../settings';
import type { CaseAt } from './cases-in';
import type { Line } from './screen-case';

/** What may be different from one run to another. */
export interface PoolSettings {
  /** Threads. */
  readonly jobs: number;
  /** ms that one case may take: then its thread is ended, and the case is a line that says so. */
  readonly limit: number;
  /** MB of heap that one thread may hold: a case that needs more ends its thread, and is a line that says so. */
  readonly memory: number;
  readonly said: Said;
}

/**
 * Screens cases on threads of their own, each as soon as a thread is free, and tells each line when it is there, in any order.
 * Cases are drawn from their list one by one: it is never held. A thread that dies takes its case with it and no other.
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
    let worker: Worker | null = null;
    for (let at = await draw(); at; at = await draw()) {
      worker ??= started(said, memory);
      const line = await answered(worker, at, limit);
      if ('dead' in line) {
        worker = null;
        onLine({ case: at.path, ok: false, why: line.dead });
      } else onLine(line);
    }
    await worker?.terminate();
  };
  await Promise.all(Array.from({ length: jobs }, lane));
}

/**
 * MB of each thread's heap for what is new. A case is read, weighed and forgotten: with room for it whole, little of it is still
 * held when the collector comes, and little is copied.
 */
const YOUNG = 96;

/** A thread reads TypeScript only where it is told to by itself: the loader of this one is not its own. */
const BOOT = `
const { workerData } = require('node:worker_threads');
import(workerData.loader).then(({ register }) => {
  register();
  return import(workerData.script);
});`;

function started(said: Said, memory: number): Worker {
  const worker = new Worker(BOOT, {
    eval: true,
    workerData: {
      said,
      loader: import.meta.resolve('tsx/esm/api'),
      script: new URL('./worker.ts', import.meta.url).href,
    },
    resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: YOUNG },
  });
  // What a thread says while it is put down is of no case, and no fault of this one.
  return worker.on('error', () => undefined);
}

/** What a thread makes of a case, or why the thread is no more. */
function answered(worker: Worker, at: CaseAt, limit: number): Promise<Line | { readonly dead: string }> {
  return new Promise((resolve) => {
    const failed = (error: NodeJS.ErrnoException): void => {
      void worker.terminate();
      end({
        dead:
          error.code === 'ERR_WORKER_OUT_OF_MEMORY'
            ? 'it needs more memory than a thread has (--memory=MB)'
            : `the program stopped at it: ${error.message}`,
      });
    };
    const exited = (): void => end({ dead: 'the thread that read it stopped' });
    const end = (answer: Line | { dead: string }): void => {
      clearTimeout(timer);
      worker.off('message', end).off('exit', exited).off('error', failed);
      resolve(answer);
    };
    const timer = setTimeout(() => {
      void worker.terminate();
      end({ dead: `it took more than ${Math.round(limit / 1000)} s, and was given up (--limit=SECONDS)` });
    }, limit);
    worker.on('message', end).on('exit', exited).on('error', failed);
    worker.postMessage(at);
  });
}
