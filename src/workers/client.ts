import { type Remote, wrap } from 'comlink';

/** The work was ended by whoever asked for it: no fault, and nothing to be told. */
export class WorkEnded extends Error {
  override readonly name = 'WorkEnded';
}

/** A worker stopped under its work, or could not be loaded: what it was asked stays without an answer. */
export class WorkerStopped extends Error {
  override readonly name = 'WorkerStopped';
}

/** A worker as its users see it. It is started by the first question, and anew by the first after it stopped. */
export interface Client<Api> {
  /**
   * One question. Progress is told through a `proxy` that the caller passes along.
   * @throws WorkerStopped where it crashes or cannot be loaded, WorkEnded where `end` is called meanwhile
   */
  ask<T>(question: (api: Remote<Api>) => Promise<T>): Promise<T>;
  /** Ends the worker and what it is doing, with all that it holds in memory. */
  end(): void;
}

const running = new Set<() => void>();

/** Ends every worker of this page. */
export function endAllWorkers(): void {
  for (const end of [...running]) end();
}

/**
 * The one way to a worker.
 * @param start makes it; the address must stand there in full, so that the build finds it
 * @param does what it does, as the end of a sentence: `reads the record`
 */
export function workerClient<Api>(start: () => Worker, does: string): Client<Api> {
  let at: { worker: Worker; api: Remote<Api>; broken: Promise<never>; fail: (why: Error) => void } | null =
    null;
  const stop = (why: Error): void => {
    if (!at) return;
    const { worker, fail } = at;
    at = null;
    running.delete(end);
    worker.terminate();
    fail(why);
  };
  const end = (): void => stop(new WorkEnded('ended'));
  const begun = (): NonNullable<typeof at> => {
    if (at) return at;
    const worker = start();
    let fail: (why: Error) => void = () => undefined;
    const broken = new Promise<never>((_, reject) => {
      fail = reject;
    });
    // Whoever waits for an answer hears of it; nobody else has to.
    broken.catch(() => undefined);
    const stopped = (why: string): void => {
      if (at?.worker === worker) stop(new WorkerStopped(`The part of the app that ${does} stopped: ${why}`));
    };
    worker.onerror = (e) => {
      e.preventDefault?.();
      stopped(e.message || 'it could not be loaded. Reload the page');
    };
    worker.onmessageerror = () => stopped('its answer could not be read');
    at = { worker, api: wrap<Api>(worker), broken, fail };
    running.add(end);
    return at;
  };
  return {
    ask(question) {
      try {
        const { api, broken } = begun();
        return Promise.race([question(api), broken]);
      } catch (error) {
        return Promise.reject(
          new WorkerStopped(`The part of the app that ${does} did not start: ${String(error)}`),
        );
      }
    },
    end,
  };
}
