import { act, renderHook } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import type { Inspected } from '../../src/media/inspect';
import { chooseSound, closeFile, openFile, useOpenFiles } from '../../src/ui/open-files';

/** What the worker was given to tell how far it is, by what it reads. */
const telling = vi.hoisted(() => new Map<string, (done: number) => void>());
vi.mock('../../src/workers/client', () => {
  const reads = (what: string, value: unknown) => (told: (done: number) => void) => {
    telling.set(what, told);
    told(0.4);
    return Promise.resolve({ ok: true, value });
  };
  const api = {
    frames: (_: File, __: string, told: (done: number) => void) => reads('framesRead', null)(told),
    digest: (_: File, __: string, told: (done: number) => void) => reads('hashed', 'ab')(told),
    hear: (_: File, __: string, ___: string, told: (done: number) => void) => reads('heard', null)(told),
    stop: () => Promise.resolve(),
    forget: () => Promise.resolve(),
    ownSound: () => Promise.resolve({ ok: true, value: null }),
  };
  return { workerClient: () => ({ ask: (question: (a: typeof api) => unknown) => question(api) }) };
});

const inspected = { plays: { audio: true, video: true }, sounds: 2 } as unknown as Inspected;

it('a recording that was read stays read, though what was told on the way comes after it', async () => {
  const seen = renderHook(() => useOpenFiles());
  const at = () => seen.result.current.get('film');
  await act(async () => {
    await openFile('film', new File(['x'], 'film.ts'), inspected, () => Promise.resolve(true));
  });
  const late = (): void => {
    for (const told of telling.values()) told(0.9);
  };
  act(late);
  expect([at()?.framesRead, at()?.hashed, at()?.heard]).toEqual([1, 1, 1]);
  // So does another of its sounds; while it is read, what is told is shown.
  await act(() => chooseSound('film', 1));
  act(late);
  expect([at()?.sound, at()?.heard]).toEqual([1, 1]);
  act(() => closeFile('film'));
});
