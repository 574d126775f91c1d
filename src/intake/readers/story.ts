import { plusDays } from './dates';
import { isShown, isToldOf } from './talks';

/** The days on which a report's own story is, beside the talks it tells of: what was told there was on a day of the story. */
export class Story {
  /** The latest of the clock, in ms, of what the author tells as his own, by its day. */
  private readonly days = new Map<string, number[]>();
  /** The day of the talk that is told, or of the review of a recording; empty where none is. */
  talk = '';
  private review = false;
  /** The day of the recording that is looked at, and the last time, in ms, that it showed. */
  private shown = { day: '', last: -1 };

  constructor(
    private readonly head: string,
    private readonly ofTheMatter: boolean,
  ) {}

  /** Something that happened while no talk is told. */
  tell(day: string, ms: number): void {
    this.days.set(day, [...(this.days.get(day) ?? []), ms]);
  }

  /** A day of a paragraph: that of a talk, of a review, of the recording looked at, or of the story. */
  turn({ date, as }: Pick<Opening, 'date' | 'as'>): void {
    if (as === 'recording') {
      if (this.review) this.shown = { day: date, last: -1 };
      return;
    }
    this.talk = as === 'story' ? '' : date;
    this.review = as === 'review';
    this.shown = { day: '', last: -1 };
  }

  /** Whether a time is of what was told of in the talk, or is shown by the recording. */
  holds(text: string, at: number): boolean {
    return this.talk !== '' && (isToldOf(text, at) || (this.review && isShown(text, at)));
  }

  /**
   * The day of a time that somebody told of in a talk, or that a recording shows: that of the recording, or of the matter, or the one
   * night of the story that was about this time; never one behind the talk. Empty where the paper does not say.
   */
  dayOf(ms: number): string {
    if (this.shown.day !== '') {
      const day = nearest(this.shown.day, this.shown.last, ms);
      this.shown = { day, last: ms };
      this.tell(day, ms);
      return day;
    }
    const day = this.ofTheMatter || this.days.size === 0 ? this.ofHead(ms) : this.ofNight(ms);
    return day > this.talk ? '' : day;
  }

  /** The head's day may be that of the talk, unless it says that it is that of the matter. */
  private ofHead(ms: number): string {
    if (!this.ofTheMatter && this.head === this.talk) return '';
    return nearest(this.head, Math.max(-1, ...(this.days.get(this.head) ?? [])), ms);
  }

  private ofNight(ms: number): string {
    const days = [...this.days.keys()].sort();
    const first = days[0] as string;
    if ((days.at(-1) as string) > plusDays(first, 1)) return '';
    const near = [...this.days].flatMap(([day, all]) =>
      all.flatMap((own) =>
        [-1, 0, 1].map((on) => ({ day: plusDays(day, on), apart: Math.abs(on * DAY + ms - own) })),
      ),
    );
    const best = near.sort((a, b) => a.apart - b.apart)[0];
    return best && best.apart <= ABOUT ? best.day : '';
  }
}

const DAY = 86_400_000;
/** ms by which a time told of may lie from one of the story's night. */
const ABOUT = 3 * 3_600_000;

/** A day within a paragraph: what it is the day of, and whether the times behind it are its own. */
export interface Opening {
  readonly at: number;
  readonly date: string;
  readonly turns: boolean;
  readonly as: 'story' | 'talk' | 'review' | 'recording';
}

/** The day of a clock time that lies nearest to the last one, in ms, that was told on a day. */
export function nearest(day: string, last: number, ms: number): string {
  if (last < 0) return day;
  const half = 43_200_000;
  return ms - last > half ? plusDays(day, -1) : last - ms > half ? plusDays(day, 1) : day;
}
