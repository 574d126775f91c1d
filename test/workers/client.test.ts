import { type Endpoint, expose } from 'comlink';
import { describe, expect, it } from 'vitest';
import { endAllWorkers, WorkEnded, WorkerStopped, workerClient } from '../../src/workers/client';

/** A worker in this thread: what a real one gives and takes, with a way to let it crash. */
class FakeWorker {
  onerror: ((e: { message: string }) => void) | null = null;
  onmessageerror: (() => void) | null = null;
  terminated = false;
  readonly #port: MessagePort;
  constructor(api: object) {
    const { port1, port2 } = new MessageChannel();
    expose(api, port2 as unknown as Endpoint);
    port2.start();
    port1.start();
    this.#port = port1;
  }
  postMessage = (m: unknown, t: Transferable[]): void => this.#port.postMessage(m, t);
  addEventListener = (k: string, f: never): void => this.#port.addEventListener(k, f);
  removeEventListener = (k: string, f: never): void => this.#port.removeEventListener(k, f);
  terminate(): void {
    this.terminated = true;
    this.#port.close();
  }
}
const api = {
  double: (n: number) => n * 2,
  never: () => new Promise<never>(() => undefined),
};
function client() {
  const made: FakeWorker[] = [];
  const c = workerClient<typeof api>(() => {
    const w = new FakeWorker(api);
    made.push(w);
    return w as unknown as Worker;
  }, 'doubles');
  return { made, c };
}

describe('the client of workers', () => {
  it('starts one at the first question, and keeps it', async () => {
    const { made, c } = client();
    expect(made.length).toBe(0);
    expect(await c.ask((a) => a.double(2))).toBe(4);
    expect(await c.ask((a) => a.double(3))).toBe(6);
    expect(made.length).toBe(1);
    c.end();
  });

  it('says a crash to everybody who waits, and starts anew', async () => {
    const { made, c } = client();
    const waiting = [c.ask((a) => a.never()), c.ask((a) => a.never())];
    made[0]?.onerror?.({ message: 'out of memory' });
    for (const w of waiting) await expect(w).rejects.toThrow('that doubles stopped: out of memory');
    for (const w of waiting) await expect(w).rejects.toBeInstanceOf(WorkerStopped);
    expect(made[0]?.terminated).toBe(true);
    expect(await c.ask((a) => a.double(4))).toBe(8);
    c.end();
  });

  it('says so where it cannot be loaded, or not even begun', async () => {
    const { made, c } = client();
    const w = c.ask((a) => a.never());
    made[0]?.onerror?.({ message: '' });
    await expect(w).rejects.toThrow(/could not be loaded. Reload the page/);
    const none = workerClient<typeof api>(() => {
      throw new Error('blocked by policy');
    }, 'doubles');
    await expect(none.ask((a) => a.double(1))).rejects.toThrow(/did not start.*blocked by policy/);
  });

  it('ends what is under way, told apart from a fault; all of them at once', async () => {
    const { made, c } = client();
    const other = client();
    const [w, o] = [c.ask((a) => a.never()), other.c.ask((a) => a.never())];
    c.end();
    await expect(w).rejects.toBeInstanceOf(WorkEnded);
    endAllWorkers();
    await expect(o).rejects.toBeInstanceOf(WorkEnded);
    expect([made[0]?.terminated, other.made[0]?.terminated]).toEqual([true, true]);
  });
});
