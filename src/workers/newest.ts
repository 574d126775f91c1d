import type { Steps } from '../time/steps';

/** How long a worker goes on before it looks for messages, in ms. */
const SLICE = 16;

const pause = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

/**
 * Of one kind of work only the newest is done: what waits is overtaken before it begins, and what is done in steps also
 * between two of them. What was overtaken gives null.
 */
export class Newest {
  private readonly latest = new Map<string, number>();
  private count = 0;

  /** One piece of work, once every message that has come by now is heard. */
  async run<T>(kind: string, work: () => T): Promise<T | null> {
    const mine = this.begin(kind);
    await pause();
    return this.latest.get(kind) === mine ? work() : null;
  }

  /** Long work, in steps between which messages are heard. */
  async runSteps<T>(kind: string, steps: Steps<T>): Promise<T | null> {
    const mine = this.begin(kind);
    let until = 0;
    for (;;) {
      if (performance.now() >= until) {
        await pause();
        if (this.latest.get(kind) !== mine) return null;
        until = performance.now() + SLICE;
      }
      const { done, value } = steps.next();
      if (done) return value as T;
    }
  }

  /** Gives up what of this kind waits or is under way. */
  stop(kind: string): void {
    this.latest.delete(kind);
  }

  private begin(kind: string): number {
    this.count++;
    this.latest.set(kind, this.count);
    return this.count;
  }
}
