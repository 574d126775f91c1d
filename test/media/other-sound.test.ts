import { expect, it } from 'vitest';
import type { FramePlayer } from '../../src/media/player/frame-player';
import { playBeside } from '../../src/media/player/other-sound';

/** A picture and a sound of its own that goes on by itself, as far apart as a test puts them. */
function both(from = 0) {
  const video = Object.assign(new EventTarget(), {
    ...{ currentTime: 0, paused: true, seeking: false, playbackRate: 1 },
  });
  const sound = {
    ...{ currentTime: 0, duration: 60, paused: true, playbackRate: 1, preservesPitch: false },
    play: () => {
      sound.paused = false;
      return Promise.resolve();
    },
    pause: () => {
      sound.paused = true;
    },
  };
  const shown = { playing: false };
  const player = { video, shown, subscribe: () => () => undefined } as unknown as FramePlayer;
  const stop = playBeside(player, sound, from);
  const tell = (name: string, now: Partial<typeof video> = {}): void => {
    Object.assign(video, now);
    shown.playing = !video.paused;
    video.dispatchEvent(new Event(name));
  };
  return { video, sound, shown, tell, stop };
}

it('another sound goes where its picture goes, as fast, and is silent while that stands or is sought', () => {
  const { sound, tell, stop } = both();
  expect(sound.paused).toBe(true);
  tell('play', { paused: false, currentTime: 12 });
  expect([sound.paused, sound.currentTime]).toEqual([false, 12]);
  // A few hundredths apart nobody hears; more is put right.
  sound.currentTime = 13.02;
  tell('timeupdate', { currentTime: 13 });
  expect(sound.currentTime).toBe(13.02);
  sound.currentTime = 13.2;
  tell('timeupdate', { currentTime: 13 });
  expect(sound.currentTime).toBe(13);
  tell('ratechange', { playbackRate: 2 });
  expect(sound.playbackRate).toBe(2);
  tell('seeking', { seeking: true });
  expect(sound.paused).toBe(true);
  tell('seeked', { seeking: false, currentTime: 40 });
  expect([sound.paused, sound.currentTime]).toEqual([false, 40]);
  tell('pause', { paused: true });
  expect(sound.paused).toBe(true);
  tell('play', { paused: false });
  stop();
  expect(sound.paused).toBe(true);
  tell('timeupdate', { currentTime: 50 });
  expect(sound.currentTime).toBe(40);
});

it('one that begins late or ends early is silent before and after; so is all of it while the picture creeps', () => {
  const { sound, shown, video, tell } = both(2000);
  tell('play', { paused: false, currentTime: 1 });
  expect(sound.paused).toBe(true);
  tell('timeupdate', { currentTime: 5 });
  expect([sound.paused, sound.currentTime]).toEqual([false, 3]);
  tell('timeupdate', { currentTime: 62.5 });
  expect(sound.paused).toBe(true);
  tell('timeupdate', { currentTime: 30 });
  expect(sound.paused).toBe(false);
  shown.playing = false;
  video.dispatchEvent(new Event('timeupdate'));
  expect(sound.paused).toBe(true);
});
