import { describe, expect, it } from 'vitest';
import { FramePlayer } from '../../src/media/player/frame-player';

/** As much of a video element as a player asks for. */
const element = (readyState: number) =>
  Object.assign(new EventTarget(), {
    readyState,
    error: null as object | null,
    paused: true,
    currentTime: 0,
  });
const playerOf = (v: ReturnType<typeof element>): FramePlayer =>
  new FramePlayer(v as unknown as HTMLVideoElement);

describe('whether a recording can be marked', () => {
  it('not before it gave a picture or a sound, nor after a fault', () => {
    const v = element(0);
    const p = playerOf(v);
    expect(p.dead).toBe(true);
    v.readyState = 1;
    v.dispatchEvent(new Event('loadedmetadata'));
    expect(p.dead).toBe(true);
    v.readyState = 2;
    v.dispatchEvent(new Event('loadeddata'));
    expect(p.dead).toBe(false);
    v.error = {};
    expect(p.dead).toBe(true);
  });

  it('while it seeks too: a mark made on the way is of what is on screen', () => {
    const v = element(4);
    const p = playerOf(v);
    v.readyState = 1;
    v.dispatchEvent(new Event('seeking'));
    expect(p.dead).toBe(false);
  });

  it('not of another file that is put into the element until that one gives something', () => {
    const v = element(4);
    const p = playerOf(v);
    v.readyState = 0;
    v.dispatchEvent(new Event('emptied'));
    expect(p.dead).toBe(true);
  });
});
