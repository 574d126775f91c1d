import { expose, transfer } from 'comlink';
import { type Alignment, align, type NoMatch } from '../media/alignment';
import { digestOf } from '../media/digest';
import type { FrameTable } from '../media/frames';
import { BadRecording, type Inspected, inspect, readFrames } from '../media/inspect';
import { likeness } from '../media/same';
import { hear, type Peaks, type Sound } from '../media/sound';
import { type OwnSound, ownSound } from '../media/sound-track';

/** What work on a file gives, or why it cannot be done: errors lose their kind on the way between threads. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly why: string };

type Progress = (done: number) => void;

/** The sound of recordings that were heard, kept here for alignment: an hour is 29 MB. */
const heard = new Map<string, Sound>();
const stopped = new Set<string>();
/** Told no more often than this, in ms. */
const EVERY = 120;

async function outcome<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (error instanceof BadRecording) return { ok: false, why: error.message };
    return {
      ok: false,
      why: `The file could not be read: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
}

function seldom(progress: Progress): Progress {
  let last = 0;
  return (done) => {
    const now = performance.now();
    if (now - last < EVERY && done < 1) return;
    last = now;
    progress(done);
  };
}

/** Everything that reads a recording's bytes, off the page's thread. `job` names the work, so that it can be stopped. */
const api = {
  inspect: (file: File): Promise<Outcome<Inspected>> => outcome(() => inspect(file)),

  frames: (file: File, job: string, progress: Progress): Promise<Outcome<FrameTable | null>> =>
    outcome(async () => {
      const table = await readFrames(file, seldom(progress), () => stopped.has(job));
      return table ? transfer(table, [table.times.buffer]) : null;
    }),

  /** Null where it was stopped. */
  digest: (file: File, job: string, progress: Progress): Promise<Outcome<string | null>> =>
    outcome(() => digestOf(file, seldom(progress), () => stopped.has(job))),

  /** The outline of a recording's sound; null where it has none, or it was stopped. Its sound stays here for alignment under `key`. */
  hear: (
    file: File,
    key: string,
    job: string,
    progress: Progress,
    track?: number,
  ): Promise<Outcome<Peaks | null>> =>
    outcome(async () => {
      const found = await hear(file, seldom(progress), () => stopped.has(job), track);
      if (!found) return null;
      heard.set(key, found.sound);
      return transfer(found.peaks, [found.peaks.peaks.buffer]);
    }),

  /** One of a recording's sounds by itself, to be played beside its picture; null where it was stopped. */
  ownSound: (file: File, track: number, job: string): Promise<Outcome<OwnSound | null>> =>
    outcome(() => ownSound(file, track, () => stopped.has(job))),

  /** Lays two recordings that were heard on one another; null where it was stopped. */
  align: (
    first: string,
    second: string,
    apart: number,
    job: string,
    progress: Progress,
  ): Promise<Outcome<Alignment | NoMatch | null>> =>
    outcome(async () => {
      const [a, b] = [heard.get(first), heard.get(second)];
      if (!a || !b) throw new BadRecording('The sound of both recordings must be read first.');
      const steps = align(a, b, apart);
      // Some sixty steps: those of the outline first, then those of the sound itself.
      for (let n = 0; ; n++) {
        const { done, value } = steps.next();
        if (done) return value as Alignment | NoMatch;
        progress(Math.min(0.99, n / 56));
        await new Promise((resolve) => setTimeout(resolve, 0));
        if (stopped.has(job)) return null;
      }
    }),

  /** How alike the sounds of two recordings are where they lie; null where that cannot be told. */
  likeness: (first: string, second: string): Promise<Outcome<number | null>> =>
    outcome(async () => {
      const [a, b] = [heard.get(first), heard.get(second)];
      if (!a || !b) throw new BadRecording('The sound of both must be read first.');
      return likeness(a, b);
    }),

  stop(job: string): void {
    stopped.add(job);
  },
  /** Lets a recording's sound go. */
  forget(key: string): void {
    heard.delete(key);
  },
};
export type MediaApi = typeof api;

expose(api);
