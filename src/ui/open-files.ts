import { proxy, type Remote } from 'comlink';
import { useSyncExternalStore } from 'react';
import type { FrameTable } from '../media/frames';
import type { Inspected } from '../media/inspect';
import type { Peaks } from '../media/sound';
import { workerClient } from '../workers/client';
import type { MediaApi, Outcome } from '../workers/media-worker';

/** Everything that reads a recording's bytes. */
const media = workerClient<MediaApi>(
  () => new Worker(new URL('../workers/media-worker.ts', import.meta.url), { type: 'module' }),
  'reads recordings',
);

/** A recording whose file is open in this tab. It stays open while one goes through the other places. */
export interface OpenFile {
  readonly source: string;
  readonly file: File;
  readonly url: string;
  readonly inspected: Inspected;
  /** Null until they are read, or where it has no picture. */
  readonly frames: FrameTable | null;
  readonly framesRead: number;
  readonly peaks: Peaks | null;
  readonly heard: number;
  readonly hashed: number;
  /** Which of its sounds is heard, drawn and compared, counted from 0. */
  readonly sound: number;
  /** That sound by itself, where the browser plays another with the picture, and where it begins, ms. */
  readonly own: { readonly url: string; readonly from: number } | null;
  readonly sha256: string;
  /** What went wrong on the way, for the reader; the file is still of use. */
  readonly faults: readonly string[];
}

let files: ReadonlyMap<string, OpenFile> = new Map();
const listeners = new Set<() => void>();

function publish(next: ReadonlyMap<string, OpenFile>): void {
  files = next;
  for (const l of listeners) l();
}

function patch(source: string, change: Partial<OpenFile>): void {
  const known = files.get(source);
  if (known) publish(new Map(files).set(source, { ...known, ...change }));
}

type Told = 'framesRead' | 'heard' | 'hashed';

/** How far the reading is: told on a way of its own, so what was told of the middle may come after the end, and says nothing then. */
function further(source: string, what: Told, done: number): void {
  if (done > (files.get(source)?.[what] ?? 1)) patch(source, { [what]: done });
}

export function useOpenFiles(): ReadonlyMap<string, OpenFile> {
  return useSyncExternalStore(
    (l) => {
      listeners.add(l);
      return () => listeners.delete(l);
    },
    () => files,
  );
}

/** An answer of the worker; where it stopped under the work, why, like any other fault of a file. */
export const askMedia = <T>(question: (api: Remote<MediaApi>) => Promise<Outcome<T>>): Promise<Outcome<T>> =>
  media.ask(question).catch((error: unknown) => ({
    ok: false,
    why: error instanceof Error ? error.message : String(error),
  }));

/** Stops work on a recording by its name; where none is under way nothing happens. */
export const stopMedia = (job: string): void => void media.ask((api) => api.stop(job)).catch(() => undefined);

const jobs = new Map<string, string>();
let made = 0;

/** What a file that was opened is found to be, once all of it is read. */
export interface ReadThrough {
  readonly frames: FrameTable | null;
  readonly peaks: Peaks | null;
  readonly sha256: string;
}

/**
 * Opens a file as a recording of the case: frames first, then the hash, then the sound, each shown as it comes.
 * @param onDigest told the hash as soon as it is known; where it says no, the file is closed again
 * @returns all of it, or null where the file was closed meanwhile
 */
export async function openFile(
  source: string,
  file: File,
  inspected: Inspected,
  onDigest: (sha256: string, frames: FrameTable | null) => Promise<boolean>,
): Promise<ReadThrough | null> {
  closeFile(source);
  const job = `${source} ${++made}`;
  jobs.set(source, job);
  const open: OpenFile = {
    source,
    file,
    url: URL.createObjectURL(file),
    inspected,
    frames: null,
    framesRead: 0,
    peaks: null,
    heard: 0,
    hashed: 0,
    sound: 0,
    own: null,
    sha256: '',
    faults: [],
  };
  publish(new Map(files).set(source, open));
  const here = (): boolean => jobs.get(source) === job;
  const fault = (why: string): void => {
    if (here()) patch(source, { faults: [...(files.get(source)?.faults ?? []), why] });
  };
  const told = (key: Told) => proxy((done: number) => void (here() && further(source, key, done)));
  const frames = await askMedia((api) => api.frames(file, job, told('framesRead')));
  if (!here()) return null;
  if (!frames.ok) fault(frames.why);
  patch(source, { frames: frames.ok ? frames.value : null, framesRead: 1 });

  const digest = await askMedia((api) => api.digest(file, job, told('hashed')));
  if (!here()) return null;
  if (!digest.ok) fault(digest.why);
  const sha256 = digest.ok ? (digest.value ?? '') : '';
  const table = frames.ok ? frames.value : null;
  if (sha256 !== '' && !(await onDigest(sha256, table))) {
    if (here()) closeFile(source);
    return null;
  }
  patch(source, { sha256, hashed: 1 });

  const sound = inspected.plays.audio
    ? await askMedia((api) => api.hear(file, source, job, told('heard')))
    : null;
  if (!here()) return null;
  if (sound && !sound.ok) fault(sound.why);
  const peaks = sound?.ok ? sound.value : null;
  patch(source, { peaks, heard: 1 });
  return { frames: table, peaks, sha256 };
}

/** Another sound of an open file is heard, drawn and compared from now on: what was drawn of the one before goes at once. */
export async function chooseSound(source: string, track: number): Promise<void> {
  const open = files.get(source);
  if (!open || open.sound === track || track >= open.inspected.sounds) return;
  const job = `${source} sound ${++made}`;
  if (open.own) URL.revokeObjectURL(open.own.url);
  patch(source, { sound: track, own: null, peaks: null, heard: 0 });
  const here = (): boolean => files.get(source)?.url === open.url && files.get(source)?.sound === track;
  const told = proxy((done: number) => void (here() && further(source, 'heard', done)));
  // The browser itself plays the first.
  const own = track === 0 ? null : await askMedia((api) => api.ownSound(open.file, track, job));
  if (!here()) return;
  const fault = (why: string): void => patch(source, { faults: [...(files.get(source)?.faults ?? []), why] });
  if (own && !own.ok) fault(own.why);
  if (own?.ok && own.value)
    patch(source, { own: { url: URL.createObjectURL(own.value.blob), from: own.value.from } });
  const heard = await askMedia((api) => api.hear(open.file, source, job, told, track));
  if (!here()) return;
  if (!heard.ok) fault(heard.why);
  patch(source, { peaks: heard.ok ? heard.value : null, heard: 1 });
}

/** Lets a file go: it stays where it lies on the disk, and what was marked stays in the case. */
export function closeFile(source: string): void {
  const known = files.get(source);
  const job = jobs.get(source);
  if (job) stopMedia(job);
  jobs.delete(source);
  if (!known) return;
  URL.revokeObjectURL(known.url);
  if (known.own) URL.revokeObjectURL(known.own.url);
  void media.ask((api) => api.forget(source)).catch(() => undefined);
  const next = new Map(files);
  next.delete(source);
  publish(next);
}

/** Whether the file of a recording is open in this tab. */
export const isOpen = (source: string): boolean => files.has(source);
