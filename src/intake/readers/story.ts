import { plusDays } from './dates';

/** The days on which a report's own story is, beside the talks it tells of: what was told there was on a day of the story. */
export class Story {
  /** The latest of the clock, in ms, of what the author tells as his own, by its day. */
  private readonly days = new Map<string, number>();
  /** The day of the talk that is told; empty where none is. */
  talk = '';

  constructor(
    private readonly head: string,
    private readonly ofTheMatter: boolean,
  ) {}

  /** Something that happened while no talk is told. */
  tell(day: string, ms: number): void {
    this.days.set(day, Math.max(this.days.get(day) ?? -1, ms));
  }

  /**
   * The day of a time that somebody told of in a talk: that of the matter, or the one night of the story; never one behind the
   * talk, and its own only where the story is of that day. Empty where the paper does not say.
   */
  dayOf(ms: number): string {
    const [first = this.head] = [...this.days.keys()].sort();
    const base = this.ofTheMatter ? this.head : first;
    const tellsTwo = !this.ofTheMatter && [...this.days.keys()].some((d) => d > plusDays(base, 1));
    const ofTheTalk = base === this.talk && !this.ofTheMatter && this.days.size === 0;
    if (base === '' || tellsTwo || ofTheTalk) return '';
    const day = nearest(base, this.days.get(base) ?? -1, ms);
    return day > this.talk ? '' : day;
  }
}

/** The day of a clock time that lies nearest to the last one, in ms, that was told on a day. */
export function nearest(day: string, last: number, ms: number): string {
  if (last < 0) return day;
  const half = 43_200_000;
  return ms - last > half ? plusDays(day, -1) : last - ms > half ? plusDays(day, 1) : day;
}
