import { proxy } from 'comlink';
import { type Client, WorkEnded, workerClient } from '../../workers/client';
import type { OfficersApi, Told } from '../../workers/officers-worker';

/** What is being counted: in words, the share of the bytes, 0 to 1, and rows so far. */
export interface Under {
  readonly what: string;
  readonly done: number;
  readonly rows: number;
}

type Api = Parameters<Parameters<Client<OfficersApi>['ask']>[0]>[0];

/**
 * One question after another to the worker that counts, with how far it is, and an end to it. It tells its bar and its buttons
 * alone: the forms beside them are not drawn anew when work begins, goes on or ends.
 */
export class Counting {
  private now: Under | null = null;
  private wrong = '';
  private readonly listeners = new Set<() => void>();
  private readonly worker = workerClient<OfficersApi>(
    () => new Worker(new URL('../../workers/officers-worker.ts', import.meta.url), { type: 'module' }),
    'counts stops',
  );
  readonly under = (): Under | null => this.now;
  readonly busy = (): boolean => this.now !== null;
  /** Why the last question has no answer, in a sentence; empty where nothing is wrong. */
  readonly fault = (): string => this.wrong;
  readonly stop = (): void => this.worker.end();
  readonly subscribe = (on: () => void): (() => void) => {
    this.listeners.add(on);
    return () => this.listeners.delete(on);
  };
  /** @returns null where it failed (then `fault` says why), or was stopped */
  async ask<T>(what: string, question: (api: Api, tell: Told) => Promise<T>): Promise<T | null> {
    this.tell({ what, done: 0, rows: 0 }, '');
    // A word on how far it is may come after its answer.
    let over = false;
    const tell = proxy((done: number, rows: number) => {
      if (!over) this.tell({ what, done, rows });
    });
    try {
      return await this.worker.ask((api) => question(api, tell));
    } catch (error) {
      if (!(error instanceof WorkEnded)) this.wrong = error instanceof Error ? error.message : String(error);
      return null;
    } finally {
      over = true;
      this.tell(null);
    }
  }
  private tell(now: Under | null, wrong = this.wrong): void {
    this.now = now;
    this.wrong = wrong;
    for (const on of this.listeners) on();
  }
}
