import { aimAt, type FrameTable, frameAt, lengthOf } from '../frames';
import { Backwards } from './backwards';
import { Creep } from './creep';
import { AIMS, FIRST, STALE, TRIES, UNANNOUNCED, UNHEARD } from './patience';
import { eachPicture } from './pictures';

/** What is on screen: the frame (null for sound alone) and its time on the recording's counter, ms. */
export interface Shown {
  readonly frame: number | null;
  readonly ms: number;
  readonly playing: boolean;
  /** A frame was asked for and this is not it yet. */
  readonly moving: boolean;
}

/** Where no frames are known the counter goes by this step, ms. */
export const SOUND_STEP = 40;
/** `readyState` of an element that has what it shows now. */
const HAVE_CURRENT_DATA = 2;

/**
 * A video element driven by true frames. `currentTime` is rounded and cannot name a frame, so it is sent to the inside of
 * one, and what is shown is only ever taken from `requestVideoFrameCallback`. It may be asked for a frame or a time at any
 * moment, before anything is loaded and while it seeks: what was asked for last is where it comes to rest.
 */
export class FramePlayer {
  private frames: FrameTable | null = null;
  private current: Shown = { frame: null, ms: 0, playing: false, moving: false };
  private readonly listeners = new Set<(s: Shown) => void>();
  /** The frame a step is on its way to; steps that come meanwhile move it on. */
  private target: number | null = null;
  private seeking = false;
  /** The frame the element was last sent to, and for the sake of which: a later target waits until it is there. */
  private sent = { to: 0, for: 0 };
  /** What was asked for before the frames were read: it is sought by its time, and by its frame once they are. */
  private held: { readonly ms: number } | { readonly frame: number } | null = null;
  private tries = 0;
  private unheard = 0;
  /** A frame announced on the way that is not the one it was sent to. */
  private early: number | null = null;
  /** It has played and was not sent to a frame since: a picture may have come that was not announced. */
  private ran = false;
  /** What the browser calls the picture that it announced last, ms; null before the first. */
  private painted: number | null = null;
  /** Only from the first picture on is anything sought: it tells what this file calls its beginning. */
  private ready = false;
  /** The file in the element has given a picture or a sound: while it seeks it has none to give, and is still playable. */
  private gave = false;
  /** What the browser calls its very first picture, ms; null before it showed one, and where that was not at the beginning. */
  private began: number | null | undefined;
  private readonly creep: Creep;
  private readonly backwards = new Backwards();
  private loop: { from: number; to: number } | null = null;
  private readonly deaf: () => void;
  private fallback: ReturnType<typeof setTimeout> | undefined;
  private readonly off = new AbortController();

  constructor(readonly video: HTMLVideoElement) {
    const { signal } = this.off;
    const on = (name: string, told: () => void): void => video.addEventListener(name, told, { signal });
    this.creep = new Creep(video);
    video.preservesPitch = true;
    on('play', () => this.show());
    on('play', () => this.follow());
    on('pause', () => this.stopped());
    on('seeked', () => this.afterSeek());
    on('loadeddata', () => this.hasGiven());
    on('emptied', () => {
      this.gave = false;
    });
    on('timeupdate', () => !this.frames && this.show(null, video.currentTime * 1000));
    if (video.readyState >= HAVE_CURRENT_DATA) this.hasGiven();
    this.deaf = eachPicture(video, (at) => this.announced(at));
  }

  /** What is on screen; of sound alone what is heard now, not when the browser last told of it (four times a second). */
  get shown(): Shown {
    if (this.frames || this.painted !== null || this.video.paused) return this.current;
    return { ...this.current, ms: this.video.currentTime * 1000 };
  }

  /** Where it is, or is on its way to, ms of the counter. */
  get going(): number {
    if (this.target !== null) return this.frames?.times[this.target] ?? this.current.ms;
    return this.held && 'ms' in this.held ? this.held.ms : this.shown.ms;
  }

  /** The frames of the file that is now in the element; null for sound alone, or until they are read. */
  setFrames(frames: FrameTable | null): void {
    const { held } = this;
    this.frames = frames;
    if (!frames) return this.show(null, this.current.ms);
    const ms = this.painted === null ? null : this.painted - this.shift();
    this.show(ms === null ? null : frameAt(frames, ms), ms ?? this.current.ms);
    this.held = null;
    if (held) this.seekFrame('frame' in held ? held.frame : frameAt(frames, held.ms));
    else if (this.ready && this.video.paused) this.stopped();
  }

  subscribe(listener: (s: Shown) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  destroy(): void {
    this.off.abort();
    this.backwards.stop();
    clearTimeout(this.fallback);
    this.deaf();
    this.listeners.clear();
  }

  /** Whether the browser shows or plays nothing of this file: what is not seen or heard cannot be marked. */
  get dead(): boolean {
    return this.video.error !== null || !this.gave;
  }

  private hasGiven(): void {
    this.gave = true;
    if (this.video.videoWidth > 0) setTimeout(() => this.isReady(), FIRST);
    else this.isReady();
  }

  /** Steps by frames (by 40 ms of sound where there are none); more steps may come before the first is shown. */
  step(by: number): void {
    this.pause();
    if (!this.frames) return this.leap(by * SOUND_STEP);
    this.seekFrame((this.target ?? this.current.frame ?? 0) + by);
  }

  /** On or back from where it is going, ms. */
  leap(by: number): void {
    this.seek(this.going + by);
  }

  /** To a frame by its number; while the frames are still being read, once they are. */
  seekFrame(frame: number): void {
    if (!this.frames) {
      this.held = { frame };
      return;
    }
    if (this.creep.on) this.pause();
    this.unheard = 0;
    this.target = Math.max(0, Math.min(this.frames.times.length - 1, frame));
    this.tries = 0;
    if (this.target === this.current.frame && !this.seeking && !this.ran && this.painted !== null) {
      // It is on screen: a browser need not announce it again.
      this.target = null;
      this.show();
    } else this.sendToTarget();
  }

  /** To a time on the counter, ms: the frame shown then. */
  seek(ms: number): void {
    const end = this.frames?.end ?? this.video.duration * 1000;
    const to = Math.max(0, Math.min(Number.isFinite(end) ? end : ms, ms));
    if (this.frames) return this.seekFrame(frameAt(this.frames, to));
    this.held = this.video.paused ? { ms: to } : null;
    if (this.ready || !this.held) this.video.currentTime = to / 1000;
    this.show(null, to);
  }

  /** Whether it is, or is on its way to be, at what is shown at a time, ms: what it is leaving is not where it is. */
  isAt(ms: number): boolean {
    if (!this.frames) return Math.abs(this.going - ms) <= SOUND_STEP;
    const there = frameAt(this.frames, Math.max(0, Math.min(this.frames.end, ms)));
    return (this.target ?? this.current.frame) === there;
  }

  pause(): void {
    const { paused } = this.video;
    this.backwards.stop();
    this.creep.stop();
    this.settle();
    this.video.pause();
    this.show();
    if (paused) this.sendToTarget();
  }

  toggle(): void {
    if (this.backwards.rate !== null || !this.video.paused) this.pause();
    else void this.play(this.video.playbackRate || 1);
  }

  async play(rate: number): Promise<void> {
    this.backwards.stop();
    this.creep.stop();
    this.video.playbackRate = Math.max(0.1, Math.min(8, rate));
    // From where it was last asked to be, though that still waits for something else to be shown.
    if (this.frames && this.target !== null && !(this.seeking && this.sent.for === this.target))
      this.send(this.target, this.frames);
    if (this.held && 'ms' in this.held) {
      if (!this.ready) this.video.currentTime = this.held.ms / 1000;
      this.held = null;
    }
    this.ran = true;
    // A play that a pause overtakes is no fault.
    await this.video.play().catch(() => undefined);
  }

  /** L plays faster each time, J the same backwards, K stops. */
  shuttle(direction: 1 | -1): void {
    if (direction === 1) {
      const playing = !this.video.paused && this.backwards.rate === null;
      void this.play(playing ? Math.min(8, this.video.playbackRate * 2) : 1);
      return;
    }
    const rate = this.backwards.rate === null ? 1 : Math.min(8, this.backwards.rate * 2);
    this.pause();
    this.backwards.start(rate, (back) => this.goBack(back));
    this.show();
  }

  private goBack(back: number): void {
    if (this.seeking) return;
    if (this.frames && this.current.frame !== null) {
      const aim = frameAt(this.frames, this.current.ms - back);
      this.seekFrame(Math.min(aim, this.current.frame - 1));
    } else this.seek(this.current.ms - back);
    if (this.current.ms <= 0) this.backwards.stop();
  }

  /** Plays between two times again and again, ms; null for the whole. */
  setLoop(loop: { from: number; to: number } | null): void {
    this.loop = loop;
  }

  /** How long the frame on screen is shown, ms. */
  frameLength(): number {
    const { frame } = this.current;
    return this.frames && frame !== null ? lengthOf(this.frames, frame) : SOUND_STEP;
  }

  /**
   * A picture that comes while the browser stops, or while an announcement is being handled, may be announced late or never: the
   * frame that was named last is the one to be on screen, so it is gone to. So is the first, where the browser does not announce it.
   */
  private settle(): void {
    if (!this.frames || (!this.ran && this.painted !== null)) return;
    const frame = this.current.frame ?? frameAt(this.frames, 1000 * this.video.currentTime);
    if (!this.video.ended || frame < this.frames.times.length - 1) this.target ??= frame;
  }

  private stopped(): void {
    this.settle();
    this.show();
    this.sendToTarget();
  }

  /** Once: goes to what was asked for before. */
  private isReady(): void {
    if (this.ready || this.off.signal.aborted) return;
    this.ready = true;
    if (this.frames && this.video.paused) this.stopped();
    else if (this.held && 'ms' in this.held) this.video.currentTime = this.held.ms / 1000;
  }

  private sendToTarget(): void {
    if (this.target === null || !this.frames) return;
    if (this.ready && !this.seeking) this.send(this.target, this.frames);
    this.show();
  }

  private send(target: number, frames: FrameTable): void {
    this.seeking = true;
    this.early = null;
    if (this.video.paused) this.ran = false;
    const before = Math.max(0, this.tries - AIMS);
    this.sent = { to: Math.max(0, target - before), for: target };
    this.video.currentTime = (aimAt(frames, this.sent.to, before > 0 ? 0 : this.tries) + this.shift()) / 1000;
  }

  private afterSeek(): void {
    clearTimeout(this.fallback);
    const wait = this.early === null ? UNANNOUNCED : STALE;
    this.fallback = setTimeout(() => {
      if (!this.seeking || !this.frames) return;
      if (this.early !== null) return this.arrived(this.early);
      if (++this.unheard >= UNHEARD) return this.arrived(this.sent.to);
      this.seeking = false;
      this.sendToTarget();
    }, wait);
    if (!this.frames) this.show(null, this.video.currentTime * 1000);
  }

  private arrived(frame: number): void {
    this.seeking = false;
    if (this.target === this.sent.for) this.tries++;
    // Where it was sent for the sake of another, it goes on from there, though this is what is asked for now.
    const there = this.target === frame && this.target === this.sent.for;
    if (there || this.tries > TRIES) this.target = null;
    this.show(frame, this.frames?.times[frame] ?? this.current.ms);
    // A neighbor of the frame asked for: again, but not for ever; what is said to be shown is what is shown.
    if (this.target !== null && this.tries > AIMS && frame < this.target) this.creep.start();
    else this.sendToTarget();
  }

  /** The first picture shown at the very beginning is the first frame, whatever its time is called: by how much that differs, ms. */
  private shift(): number {
    return this.frames && typeof this.began === 'number' ? this.began - (this.frames.times[0] ?? 0) : 0;
  }

  /** The browser says which frame it shows, by its time, ms. */
  private announced(at: number): void {
    const { video } = this;
    this.painted = at;
    this.unheard = 0;
    if (this.began === undefined) this.began = video.currentTime < 0.001 ? at : null;
    if (!this.frames) {
      this.show(null, at);
      return this.isReady();
    }
    this.ready = true;
    const frame = frameAt(this.frames, at - this.shift());
    const ms = this.frames.times[frame] ?? at;
    if (this.creep.on) {
      if (this.target !== null && frame < this.target) return this.show(frame, ms);
      this.creep.stop();
      this.arrived(frame);
    } else if (this.loop && !video.paused && at >= this.loop.to) this.seek(this.loop.from);
    else if (this.seeking && video.seeking && frame !== this.sent.to) {
      // Of before it was sent, as good as surely.
      this.early = video.paused ? frame : null;
      this.show(frame, ms);
    } else if (this.seeking && video.paused) {
      clearTimeout(this.fallback);
      this.arrived(frame);
    } else {
      this.seeking = false;
      if (!video.paused || (frame === this.target && !this.ran)) this.target = null;
      this.show(frame, ms);
      this.sendToTarget();
    }
  }

  /** Sound alone announces no frame: while it plays it is asked at each picture of the screen, and looped. */
  private follow(): void {
    if (this.off.signal.aborted || this.video.paused || this.painted !== null) return;
    const ms = this.video.currentTime * 1000;
    if (this.loop && ms >= this.loop.to) this.video.currentTime = this.loop.from / 1000;
    this.show(null, this.video.currentTime * 1000);
    requestAnimationFrame(() => this.follow());
  }

  private show(frame = this.current.frame, ms = this.current.ms): void {
    const playing = (!this.video.paused && !this.creep.on) || this.backwards.rate !== null;
    this.current = { frame, ms, playing, moving: this.target !== null && !playing };
    for (const listener of this.listeners) listener(this.current);
  }
}
