import { expect, it } from 'vitest';
import { holdClip } from '../../src/media/player/clip';
import type { FramePlayer, Shown } from '../../src/media/player/frame-player';

/** As much of a player as a clip asks for: frames of 40 ms; `paint` shows one as the browser would. */
function fake() {
  let listener: (s: Shown) => void = () => undefined;
  let shown: Shown = { frame: 0, ms: 0, playing: false, moving: false };
  const show = (patch: Partial<Shown>): void => {
    shown = { ...shown, ...patch };
    listener(shown);
  };
  const player = {
    get shown() {
      return shown;
    },
    subscribe: (l: (s: Shown) => void) => {
      listener = l;
      return () => undefined;
    },
    seek: (ms: number) => show({ ms, frame: ms / 40 }),
    play: async () => show({ playing: true }),
    pause: () => show({ playing: false }),
    isAt: (ms: number) => shown.ms === ms,
  };
  return {
    player: player as unknown as FramePlayer,
    paint: (ms: number) => show({ ms, frame: ms / 40 }),
    now: () => shown,
  };
}

it('plays from frame to frame, stops at the last, and begins anew when played again', () => {
  const f = fake();
  let ended = 0;
  const clip = holdClip(f.player, { from: 400, to: 520, loops: false }, () => ended++);
  expect(f.now().ms).toBe(400);
  clip.play();
  for (const ms of [440, 480, 520]) f.paint(ms);
  expect([f.now().ms, f.now().playing, ended]).toEqual([520, false, 1]);
  // The browser paints one more while it stops: it is sent back.
  f.paint(560);
  expect(f.now().ms).toBe(520);
  clip.play();
  expect([f.now().ms, f.now().playing]).toEqual([400, true]);
});

it('begins again at its end where it loops; a moment without an end plays on; one frame alone does not play', () => {
  const f = fake();
  const loop = holdClip(f.player, { from: 400, to: 480, loops: true }, () => undefined);
  loop.play();
  for (const ms of [440, 480]) f.paint(ms);
  expect([f.now().ms, f.now().playing]).toEqual([400, true]);
  const g = fake();
  const on = holdClip(g.player, { from: 400, to: null, loops: false }, () => undefined);
  on.play();
  g.paint(4000);
  expect(g.now().playing).toBe(true);
  const k = fake();
  let ended = 0;
  const still = holdClip(k.player, { from: 400, to: 400, loops: false }, () => ended++);
  still.play();
  expect([k.now().playing, ended]).toEqual([false, 1]);
});
