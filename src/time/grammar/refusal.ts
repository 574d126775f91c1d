/** One of the meanings a text can have: `text` is a spelling that has this meaning alone, `says` is it in words. */
export interface Choice {
  readonly text: string;
  readonly says: string;
}

/** Asked where `asks` holds choices, refused where it holds none; `why` is a sentence for a person. */
export interface NotUnderstood {
  readonly ok: false;
  readonly why: string;
  readonly asks: readonly Choice[];
}

/** Why a text is not understood; it is thrown by the thousand, so it takes no stack with it. `part` is the piece of it that `asks` would stand in for; null for the whole. */
export class Refusal {
  constructor(
    readonly message: string,
    readonly asks: readonly Choice[] = [],
    readonly part: string | null = null,
    /** Nothing of the text was recognized: any other reason is the better one. */
    readonly vague = false,
  ) {}
}

/** @throws Refusal always: the text means nothing, and `why` says so */
export function refuse(why: string): never {
  throw new Refusal(why);
}

/** @throws Refusal always: `part` of the text can mean each of `asks` */
export function ask(part: string, why: string, asks: readonly Choice[]): never {
  throw new Refusal(why, asks, part);
}

/** What `work` gives, or the refusal it ended in. */
export function attempt<T>(work: () => T): T | Refusal {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/** In which order a date such as 3/4/2024 stands; null asks about the ones that can be read both ways. */
export type DateOrder = 'mdy' | 'dmy' | null;

/** What is known around a text. Every field only makes asking sharper; none fills anything in. */
export interface Given {
  /** The day of its row, `2024-03-14`: offered where a text has no year or runs past midnight. */
  readonly day?: string;
  /** A day of the case: dates more than ten years from it are asked. */
  readonly near?: string;
  /** Whether a row has that id: `@1427` is a time where none has. Without this it is always a row. */
  readonly isRow?: (ref: string) => boolean;
  /** Written just now, by hand: also asks what a column of such cells would tell (is `2023` a time or a year?). */
  readonly fresh?: boolean;
  /** The year in which it was written: two-digit years lie in the hundred years that end a year later. */
  readonly year?: number;
  /** The zone of its clock, in which `04:27-05:00` after a day can only be a time with its zone. */
  readonly zone?: string;
}

/** What a reader carries through one text. */
export interface Reading extends Given {
  readonly order: DateOrder;
  /** What was done to the text and must be said. */
  readonly notes: string[];
}
