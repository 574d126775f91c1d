import type { Steps } from '../time/solver/steps';

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
 * Long work done in turns, so that messages are heard in between. Of one kind of work only the newest goes on: what was
 * under way is given up in the middle and gives null.
 */
export class Turns {
  private readonly newest = new Map<string, number>();
  private count = 0;

  async run<T>(kind: string, steps: Steps<T>): Promise<T | null> {
    this.count++;
    const mine = this.count;
    this.newest.set(kind, mine);
    let until = performance.now() + SLICE;
    for (;;) {
      const { done, value } = steps.next();
      if (done) return value as T;
      if (performance.now() < until) continue;
      await pause();
      if (this.newest.get(kind) !== mine) {
        steps.return(undefined as never);
        return null;
      }
      until = performance.now() + SLICE;
    }
  }

  /** Gives up what of this kind is under way. */
  stop(kind: string): void {
    this.newest.delete(kind);
  }
}
