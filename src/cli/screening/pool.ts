import { fork } from 'node:child_process';
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
    let screener: Screener | null = null;
    // What its process is to read, the one that it is at first.
    const told: CaseAt[] = [];
    let more = true;
    for (;;) {
      // One that ended while it had nothing to do took no case with it.
      if (!screener || (told.length === 0 && screener.gone())) {
        screener = started(said, memory);
        for (const at of told) screener.tell(at);
      }
      while (more && told.length < AHEAD) {
        const at = await draw();
        if (!at) more = false;
        else {
          told.push(at);
          screener.tell(at);
        }
      }
      const at = told[0];
      if (!at) break;
      const line = await screener.answer(limit);
      told.shift();
      if ('dead' in line) {
        screener = null;
        onLine({ case: at.path, ok: false, why: line.dead });
      } else onLine(line);
    }
    await screener.end();
  };
  await Promise.all(Array.from({ length: jobs }, lane));
}

/**
 * MB of each half of a process's heap for what is new. A case is read, weighed and forgotten: with room for it whole, little of
 * it is still held when the collector comes, and little is copied.
 */
const YOUNG = 32;

/** Cases that a process knows of: with the next one at hand it never waits for this one to be given a core. */
const AHEAD = 2;

/** What became of the first case that a process has not answered yet. */
type Answer = Line | { readonly dead: string };

/** A process that answers one case after the other, in the order in which it is told of them. */
interface Screener {
  tell(at: CaseAt): void;
  /** The next answer, at most so many ms from now; the process is gone after one that says why it is dead. */
  answer(limit: number): Promise<Answer>;
  gone(): boolean;
  /** Tells it that there is no more, and waits until it is gone. */
  end(): Promise<void>;
}

function started(said: Said, memory: number): Screener {
  const child = fork(fileURLToPath(new URL('./worker.ts', import.meta.url)), [JSON.stringify(said)], {
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
  child.on('error', () => undefined);
  // Answers that nobody has asked for yet, and the one who asks.
  const answers: Answer[] = [];
  let asker: ((answer: Answer) => void) | null = null;
  const say = (answer: Answer): void => {
    if (!asker) answers.push(answer);
    else asker(answer);
    asker = null;
  };
  child.on('message', say);
  // It is dead when its last answer has been heard too: its end may be told before that.
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) =>
      resolve(
        full(code, signal)
          ? 'it needs more memory than a process has (--memory=MB)'
          : `the process that read it stopped (${signal ?? code})`,
      ),
    );
  });
  child.once('disconnect', () => void ended.then((dead) => say({ dead })));
  return {
    tell: (at) => void child.send(at, () => undefined),
    gone: () => !child.connected,
    answer: (limit) =>
      new Promise((resolve) => {
        const answer = answers.shift();
        if (answer) {
          resolve(answer);
          return;
        }
        const timer = setTimeout(() => {
          child.kill('SIGKILL');
          say({
            dead: `it took more than ${Math.round(limit / 1000)} s, and was given up (--limit=SECONDS)`,
          });
        }, limit);
        asker = (given) => {
          clearTimeout(timer);
          resolve(given);
        };
      }),
    end: async () => {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}

/** V8 ends a process whose heap is full by aborting it: by a signal, or on Windows by the number of one. */
const full = (code: number | null, signal: string | null): boolean => signal === 'SIGABRT' || code === 134;
