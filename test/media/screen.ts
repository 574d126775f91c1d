import { frameAt, frameTable } from '../../src/media/frames';

/** Frames of 40 ms. */
export const FRAMES = frameTable(
  Float64Array.from({ length: 200 }, (_, i) => i * 40),
  40,
);

/**
 * As much of a video element as a player asks for, as slow as one likes: nothing happens by itself. It loads, finishes a seek, paints
 * the next frame, announces what it painted and tells its events when it is told to, in any order that a browser may do that in.
 */
export class Screen extends EventTarget {
  readyState = 0;
  error: object | null = null;
  paused = true;
  ended = false;
  seeking = false;
  muted = false;
  playbackRate = 1;
  preservesPitch = true;
  videoWidth = 480;
  readonly duration = 8;
  /** The frame that is painted. */
  picture: number | null = null;
  private at = 0;
  private unannounced = false;
  private events: string[] = [];
  private asked: ((now: number, of: { mediaTime: number }) => void)[] = [];

  get currentTime(): number {
    return this.at;
  }

  set currentTime(s: number) {
    this.at = s;
    if (this.readyState > 0) this.seeking = true;
  }

  requestVideoFrameCallback(told: (now: number, of: { mediaTime: number }) => void): number {
    return this.asked.push(told);
  }

  cancelVideoFrameCallback(): void {
    this.asked = [];
  }

  async play(): Promise<void> {
    if (this.paused) this.events.push('play');
    this.paused = false;
  }

  pause(): void {
    if (!this.paused) this.events.push('pause');
    this.paused = true;
  }

  /** Its first picture is there; or that of where it was sent before. */
  load(): void {
    if (this.readyState > 0) return;
    this.readyState = 4;
    this.events.push('loadeddata');
    if (this.at > 0) this.seeking = true;
    else this.paint(0);
  }

  /** The seek that is under way comes to its end. */
  seek(): void {
    if (!this.seeking) return;
    this.seeking = false;
    this.events.push('seeked');
    this.paint(frameAt(FRAMES, this.at * 1000));
  }

  /** Plays by a frame. @param said whether that is announced */
  run(said = true): void {
    if (this.paused || this.seeking || this.readyState === 0 || this.picture === null) return;
    this.slip(said);
  }

  /** Paints one more, as a browser does that is being paused. */
  slip(said = true): void {
    if (this.picture === null || this.picture >= FRAMES.times.length - 1) return;
    this.at = (FRAMES.times[this.picture + 1] as number) / 1000;
    this.paint(this.picture + 1, said);
  }

  private paint(frame: number, said = true): void {
    this.picture = frame;
    this.unannounced = said;
  }

  announce(): void {
    if (!this.unannounced || this.picture === null) return;
    this.unannounced = false;
    this.announceAs(this.picture);
  }

  /** An announcement of another picture than is painted: it comes late. */
  announceAs(frame: number): void {
    const mediaTime = (FRAMES.times[frame] as number) / 1000;
    for (const told of this.asked.splice(0)) told(0, { mediaTime });
  }

  tell(): void {
    for (const name of this.events.splice(0)) this.dispatchEvent(new Event(name));
  }

  /** All that is under way, to its end. */
  rest(): void {
    this.load();
    this.tell();
    for (let i = 0; i < 40; i++) {
      this.seek();
      this.announce();
      this.tell();
    }
  }
}
