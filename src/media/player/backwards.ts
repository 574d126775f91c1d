/** As many pictures as the eye is shown, one in so many ms. */
const EVERY = 66;

/** Browsers do not play backwards: frames are gone through by seeking. */
export class Backwards {
  private timer: ReturnType<typeof setInterval> | undefined;
  /** How fast; null while it does not run. */
  rate: number | null = null;

  /** @param step told by how many ms it is to go back, again and again */
  start(rate: number, step: (back: number) => void): void {
    this.stop();
    this.rate = rate;
    this.timer = setInterval(() => step(EVERY * rate), EVERY);
  }

  stop(): void {
    clearInterval(this.timer);
    this.rate = null;
  }
}
