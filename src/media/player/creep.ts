/** As slow as every browser plays. */
const CREEP = 0.1;

/**
 * The last frames before a key frame cannot be sought in some files of unequal frames: its decoding begins before they are
 * shown, and the browser seeks by that. They are played up to, slowly and in silence.
 */
export class Creep {
  /** How it sounded before; null while it does not creep. */
  private before: { readonly muted: boolean; readonly rate: number } | null = null;

  constructor(private readonly video: HTMLVideoElement) {}

  get on(): boolean {
    return this.before !== null;
  }

  start(): void {
    const { muted, playbackRate: rate } = this.video;
    this.before = { muted, rate };
    this.video.muted = true;
    this.video.playbackRate = CREEP;
    void this.video.play().catch(() => this.stop());
  }

  stop(): void {
    if (!this.before) return;
    this.video.pause();
    this.video.muted = this.before.muted;
    this.video.playbackRate = this.before.rate;
    this.before = null;
  }
}
