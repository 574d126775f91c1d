import 'fake-indexeddb/auto';
import { act, renderHook } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { FramePlayer, Shown } from '../../src/media/player/frame-player';
import { useWatched } from '../../src/places/footage/use-watched';
import { record } from '../make';

/** A player that shows what it is told to. */
function fake() {
  const heard = new Set<(s: Shown) => void>();
  const video = { paused: false, playbackRate: 1 };
  const show = (ms: number): void => {
    for (const l of heard) l({ frame: null, ms, playing: !video.paused, moving: false });
  };
  const player = {
    video,
    subscribe: (l: (s: Shown) => void) => {
      heard.add(l);
      return () => heard.delete(l);
    },
  };
  return { video, show, player: player as unknown as FramePlayer };
}

it('what was watched is shown as soon as it pauses, and not in a minute', () => {
  const source = record({ sources: [{ id: 'cam', kind: 'camera' }] }).sources[0];
  const { video, show, player } = fake();
  const { result } = renderHook(() => useWatched(source, player));
  expect(result.current).toEqual([]);
  act(() => {
    for (const ms of [0, 400, 800, 1200]) show(ms);
    video.paused = true;
    show(1200);
  });
  expect(result.current).toEqual([{ min: 0, max: 1200 }]);
  // Stepping about while it stands still adds nothing, and draws nothing anew.
  const before = result.current;
  act(() => show(5000));
  expect(result.current).toBe(before);
});
