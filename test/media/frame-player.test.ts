import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FramePlayer } from '../../src/media/player/frame-player';
import { numbers } from '../rules/made-up';
import { FRAMES, Screen } from './screen';

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

describe('what was asked for last is where it comes to rest', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('requestAnimationFrame', () => 0);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
  const on = (video: Screen): FramePlayer => new FramePlayer(video as unknown as HTMLVideoElement);
  /** Loaded, its frames known, its first picture on the screen. */
  const opened = (): { v: Screen; p: FramePlayer } => {
    const v = new Screen();
    const p = on(v);
    p.setFrames(FRAMES);
    v.rest();
    return { v, p };
  };
  const rests = (v: Screen, p: FramePlayer): unknown[] => {
    v.rest();
    return [p.shown.frame, v.picture, p.shown.moving];
  };

  it('asked by a time or by a number, before anything is loaded and before its frames are read', () => {
    for (const ask of [(p: FramePlayer) => p.seek(2719.8), (p: FramePlayer) => p.seekFrame(68)])
      for (const when of ['nothing', 'frames', 'picture'] as const) {
        const v = new Screen();
        const p = on(v);
        if (when === 'frames') p.setFrames(FRAMES);
        if (when === 'picture') v.rest();
        ask(p);
        if (when !== 'frames') {
          v.rest();
          p.setFrames(FRAMES);
        }
        expect([when, ...rests(v, p)]).toEqual([when, 68, 68, false]);
      }
  });

  it('though the first picture is not announced at all', () => {
    const v = new Screen();
    const p = on(v);
    p.setFrames(FRAMES);
    p.seekFrame(68);
    v.load();
    v.tell();
    expect(v.currentTime).toBe(0);
    vi.advanceTimersByTime(600);
    expect(rests(v, p)).toEqual([68, 68, false]);
  });

  it('is said to be on its way from the moment it is asked, and is not where it leaves', () => {
    const { v, p } = opened();
    p.seekFrame(60);
    expect(rests(v, p)).toEqual([60, 60, false]);
    p.seek(0);
    expect([p.shown.moving, p.isAt(2400), p.isAt(0), p.going]).toEqual([true, false, true, 0]);
    // As the desk follows the wall: it is told a moment that passes, and then the one where the wall stays.
    if (!p.isAt(2400)) p.seek(2400);
    expect(rests(v, p)).toEqual([60, 60, false]);
  });

  it('though what was painted before is announced late', () => {
    const { v, p } = opened();
    p.seekFrame(5);
    v.rest();
    p.step(1);
    p.step(-1);
    v.announceAs(5);
    expect(rests(v, p)).toEqual([5, 5, false]);
  });

  it('by steps of a second that come quicker than pictures', () => {
    const { v, p } = opened();
    for (let i = 0; i < 3; i++) p.leap(1000);
    expect(rests(v, p)).toEqual([75, 75, false]);
  });

  it('plays from there, though it was asked while another was sought', () => {
    const { v, p } = opened();
    p.seekFrame(20);
    p.seekFrame(90);
    void p.play(1);
    v.announceAs(0);
    v.seek();
    v.announce();
    v.tell();
    v.run();
    v.announce();
    expect([p.shown.frame, v.picture]).toEqual([91, 91]);
    const fresh = new Screen();
    const q = on(fresh);
    q.setFrames(FRAMES);
    q.seekFrame(90);
    void q.play(1);
    fresh.load();
    fresh.seek();
    fresh.run();
    fresh.announce();
    expect(q.shown.frame).toBe(91);
  });

  it('paused, it shows the frame that it named, though the browser painted one more and did not say so', () => {
    const { v, p } = opened();
    void p.play(1);
    for (let i = 0; i < 4; i++) {
      v.run();
      v.announce();
    }
    p.pause();
    expect([p.shown.frame, p.shown.moving]).toEqual([4, true]);
    v.slip(false);
    expect(rests(v, p)).toEqual([4, 4, false]);
    // The browser stops by itself, as it does by a key of the keyboard.
    void p.play(1);
    v.run();
    v.announce();
    v.pause();
    v.slip(false);
    v.tell();
    expect(rests(v, p)).toEqual([5, 5, false]);
  });

  it('whatever comes in whatever order, and what it names is what is painted', () => {
    const draw = numbers(21);
    for (let round = 0; round < 3000; round++) {
      const v = new Screen();
      const p = on(v);
      let asked: number | null = null;
      let known = false;
      for (let i = draw(40) + 4; i >= 0; i--) {
        const n = draw(200);
        const act = draw(14);
        if (act < 2) asked = n;
        if (act === 0) p.seekFrame(n);
        else if (act === 1) p.seek(FRAMES.times[n] as number);
        else if (act === 2 && known && asked !== null) {
          p.step(1);
          asked = Math.min(199, asked + 1);
        } else if (act === 3) {
          void p.play(1);
          asked = null;
        } else if (act === 4) p.pause();
        else if (act === 5) v.load();
        else if (act === 6 && !known) {
          known = true;
          p.setFrames(FRAMES);
        } else if (act === 7) v.run(draw(3) > 0);
        else if (act === 8) v.seek();
        else if (act < 11) v.announce();
        else if (act < 13) v.tell();
        else vi.advanceTimersByTime(draw(300));
        if (!v.paused) asked = null;
      }
      const ran = !v.paused;
      p.pause();
      if (ran && draw(2) === 0) v.slip(false);
      if (!known) p.setFrames(FRAMES);
      v.rest();
      for (let t = 0; t < 20; t++) {
        vi.advanceTimersByTime(500);
        v.rest();
      }
      expect([round, p.shown.frame, p.shown.moving]).toEqual([round, v.picture, false]);
      if (asked !== null) expect([round, p.shown.frame]).toEqual([round, asked]);
    }
  });
});
