import { aimAt, type FrameTable, frameAt, lengthOf } from '../frames';

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
/** Where the browser announces no frame so long (ms) after seeking, it is asked again; what it never announces is not painted at all. */
const UNANNOUNCED = 1500;
const UNHEARD = 3;
/** Seeks to a frame itself before it is crept up to, and all tries before what is shown has to do. */
const AIMS = 2;
const TRIES = 12;
/** `readyState` of an element that has what it shows now. */
const HAVE_CURRENT_DATA = 2;
/** As slow as every browser plays. */
const CREEP = 0.1;

/**
 * A video element driven by true frames. `currentTime` is rounded and cannot name a frame, so it is sent to the inside of
 * one, and what is shown is only ever taken from `requestVideoFrameCallback`.
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
  private tries = 0;
  private unheard = 0;
  private announcedOnce = false;
  /** The file in the element has given a picture or a sound: while it seeks it has none to give, and is still playable. */
  private gave = false;
  /** On its way to a frame by playing slowly up to it, in silence: how it sounded before. */
  private creeping: { readonly muted: boolean; readonly rate: number } | null = null;
  /** What the browser calls its very first picture, ms; null before it showed one, and where that was not at the beginning. */
  private began: number | null | undefined;
  private backwards: { timer: ReturnType<typeof setInterval>; rate: number } | null = null;
  private loop: { from: number; to: number } | null = null;
  private callback = 0;
  private fallback: ReturnType<typeof setTimeout> | undefined;
  private readonly off = new AbortController();

  constructor(readonly video: HTMLVideoElement) {
    const { signal } = this.off;
    video.preservesPitch = true;
    video.addEventListener('play', () => this.show(this.current.frame, this.current.ms), { signal });
    video.addEventListener('play', () => this.follow(), { signal });
    video.addEventListener('pause', () => this.show(this.current.frame, this.current.ms), { signal });
    video.addEventListener('seeked', () => this.afterSeek(), { signal });
    video.addEventListener('loadeddata', () => this.hasGiven(true), { signal });
    video.addEventListener('emptied', () => this.hasGiven(false), { signal });
    this.gave = video.readyState >= HAVE_CURRENT_DATA;
    video.addEventListener('timeupdate', () => !this.frames && this.show(null, video.currentTime * 1000), {
      signal,
    });
    this.listen();
  }

  /** What is on screen; of sound alone what is heard now, not when the browser last told of it (four times a second). */
  get shown(): Shown {
    if (this.frames || this.announcedOnce || this.video.paused) return this.current;
    return { ...this.current, ms: this.video.currentTime * 1000 };
  }

  /** The frames of the file that is now in the element; null for sound alone, or until they are read. */
  setFrames(frames: FrameTable | null): void {
    this.frames = frames;
    this.show(frames ? frameAt(frames, this.current.ms) : null, this.current.ms);
  }

  subscribe(listener: (s: Shown) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  destroy(): void {
    this.off.abort();
    this.stopBackwards();
    clearTimeout(this.fallback);
    if (this.callback) this.video.cancelVideoFrameCallback?.(this.callback);
    this.listeners.clear();
  }

  /** Whether the browser shows or plays nothing of this file: what is not seen or heard cannot be marked. */
  get dead(): boolean {
    return this.video.error !== null || !this.gave;
  }

  private hasGiven(gave: boolean): void {
    this.gave = gave;
  }

  /** Steps by frames (by 40 ms of sound where there are none); more steps may come before the first is shown. */
  step(by: number): void {
    this.pause();
    if (!this.frames) return this.seek(this.current.ms + by * SOUND_STEP);
    this.seekFrame((this.target ?? this.current.frame ?? 0) + by);
  }

  seekFrame(frame: number): void {
    if (!this.frames) return;
    if (this.creeping) this.pause();
    this.unheard = 0;
    this.target = Math.max(0, Math.min(this.frames.times.length - 1, frame));
    this.tries = 0;
    if (this.target === this.current.frame && !this.seeking && this.announcedOnce) {
      // It is on screen: a browser need not announce it again.
      this.target = null;
      this.show(this.current.frame, this.current.ms);
      return;
    }
    this.sendToTarget();
  }

  /** To a time on the counter, ms: the frame shown then. */
  seek(ms: number): void {
    const end = this.frames?.end ?? this.video.duration * 1000;
    const to = Math.max(0, Math.min(Number.isFinite(end) ? end : ms, ms));
    if (this.frames) return this.seekFrame(frameAt(this.frames, to));
    this.video.currentTime = to / 1000;
    this.show(null, to);
  }

  /** Whether what is on screen is what is shown at a time, ms. */
  isAt(ms: number): boolean {
    if (!this.frames) return Math.abs(this.current.ms - ms) <= SOUND_STEP;
    return this.current.frame === frameAt(this.frames, Math.max(0, Math.min(this.frames.end, ms)));
  }

  pause(): void {
    this.stopBackwards();
    this.stopCreeping();
    this.video.pause();
  }

  toggle(): void {
    if (this.backwards || !this.video.paused) this.pause();
    else void this.play(this.video.playbackRate || 1);
  }

  async play(rate: number): Promise<void> {
    this.stopBackwards();
    this.stopCreeping();
    this.video.playbackRate = Math.max(0.1, Math.min(8, rate));
    // A play that a pause overtakes is no fault.
    await this.video.play().catch(() => undefined);
  }

  /** L plays faster each time, J the same backwards, K stops. */
  shuttle(direction: 1 | -1): void {
    if (direction === 1) {
      const playing = !this.video.paused && !this.backwards;
      void this.play(playing ? Math.min(8, this.video.playbackRate * 2) : 1);
      return;
    }
    const rate = this.backwards ? Math.min(8, this.backwards.rate * 2) : 1;
    this.pause();
    // Browsers do not play backwards: frames are gone through by seeking, as many as the eye is shown.
    const every = 66;
    const timer = setInterval(() => {
      if (this.seeking) return;
      const back = every * rate;
      if (this.frames && this.current.frame !== null) {
        const aim = frameAt(this.frames, this.current.ms - back);
        this.seekFrame(Math.min(aim, this.current.frame - 1));
      } else this.seek(this.current.ms - back);
      if (this.current.ms <= 0) this.stopBackwards();
    }, every);
    this.backwards = { timer, rate };
    this.show(this.current.frame, this.current.ms);
  }

  /** Plays between two times again and again, ms; null for the whole. */
  setLoop(loop: { from: number; to: number } | null): void {
    this.loop = loop;
  }

  /** How long the frame on screen is shown, ms. */
  frameLength(): number {
    return this.frames && this.current.frame !== null
      ? lengthOf(this.frames, this.current.frame)
      : SOUND_STEP;
  }

  private sendToTarget(): void {
    if (this.target === null || this.seeking || !this.frames) return;
    this.seeking = true;
    const before = Math.max(0, this.tries - AIMS);
    this.sent = { to: Math.max(0, this.target - before), for: this.target };
    this.video.currentTime =
      (aimAt(this.frames, this.sent.to, before > 0 ? 0 : this.tries) + this.shift()) / 1000;
  }

  /**
   * The last frames before a key frame cannot be sought in some files of unequal frames: its decoding begins before they are
   * shown, and the browser seeks by that. They are played up to.
   */
  private creep(): void {
    const { muted, playbackRate: rate } = this.video;
    this.creeping = { muted, rate };
    this.video.muted = true;
    this.video.playbackRate = CREEP;
    void this.video.play().catch(() => this.stopCreeping());
  }

  private stopCreeping(): void {
    if (!this.creeping) return;
    this.video.pause();
    this.video.muted = this.creeping.muted;
    this.video.playbackRate = this.creeping.rate;
    this.creeping = null;
  }

  private afterSeek(): void {
    clearTimeout(this.fallback);
    this.fallback = setTimeout(() => {
      if (!this.seeking || !this.frames) return;
      if (++this.unheard >= UNHEARD) {
        this.arrived(this.sent.to);
        return;
      }
      this.seeking = false;
      this.sendToTarget();
    }, UNANNOUNCED);
    if (!this.frames) this.show(null, this.video.currentTime * 1000);
  }

  private arrived(frame: number): void {
    const times = this.frames?.times;
    this.seeking = false;
    if (this.target === this.sent.for) this.tries++;
    if (this.target === frame || this.tries > TRIES) this.target = null;
    this.show(frame, times?.[frame] ?? this.current.ms);
    // A neighbour of the frame asked for: again, but not for ever; what is said to be shown is what is shown.
    if (this.target === null) return;
    if (this.tries > AIMS && frame < this.target) this.creep();
    else this.sendToTarget();
  }

  /** The first picture shown at the very beginning is the first frame, whatever its time is called: by how much that differs, ms. */
  private shift(): number {
    return this.frames && typeof this.began === 'number' ? this.began - (this.frames.times[0] ?? 0) : 0;
  }

  private listen(): void {
    if (!('requestVideoFrameCallback' in this.video)) return;
    this.callback = this.video.requestVideoFrameCallback((_, { mediaTime }) => {
      this.announced(mediaTime * 1000);
      this.listen();
    });
  }

  /** The browser says which frame it shows, by its time, ms. */
  private announced(at: number): void {
    this.announcedOnce = true;
    this.unheard = 0;
    if (this.began === undefined) this.began = this.video.currentTime < 0.001 ? at : null;
    if (!this.frames) return this.show(null, at);
    const frame = frameAt(this.frames, at - this.shift());
    if (this.creeping) {
      if (this.target !== null && frame < this.target)
        return this.show(frame, this.frames.times[frame] ?? at);
      this.stopCreeping();
      this.arrived(frame);
      return;
    }
    if (this.loop && !this.video.paused && at >= this.loop.to) {
      this.seek(this.loop.from);
      return;
    }
    if (this.seeking && this.video.paused) {
      clearTimeout(this.fallback);
      this.arrived(frame);
    } else {
      this.seeking = false;
      this.show(frame, this.frames.times[frame] ?? at);
      if (!this.video.paused) this.target = null;
    }
  }

  /** Sound alone announces no frame: while it plays it is asked at each picture of the screen, and looped. */
  private follow(): void {
    if (this.off.signal.aborted || this.video.paused || this.announcedOnce) return;
    const ms = this.video.currentTime * 1000;
    if (this.loop && ms >= this.loop.to) this.video.currentTime = this.loop.from / 1000;
    this.show(null, this.video.currentTime * 1000);
    requestAnimationFrame(() => this.follow());
  }

  private stopBackwards(): void {
    if (this.backwards) clearInterval(this.backwards.timer);
    this.backwards = null;
  }

  private show(frame: number | null, ms: number): void {
    const playing = (!this.video.paused && !this.creeping) || this.backwards !== null;
    this.current = { frame, ms, playing, moving: this.target !== null && !playing };
    for (const listener of this.listeners) listener(this.current);
  }
}
