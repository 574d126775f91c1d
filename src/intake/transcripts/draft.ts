/** A line of a transcript as it stands in its file; times in ms of the recording's counter. */
export interface CueDraft {
  readonly from: number;
  readonly to: number;
  readonly speaker: string;
  readonly text: string;
  readonly line: number;
}

/** A line, or a word, that was not read as it stands, and why. */
export interface Odd {
  readonly line: number;
  readonly why: string;
}

/** What a transcript holds, and what of it could not be read: each bad line named, the good ones kept. */
export interface Transcript {
  /** The form it was read as, in words. */
  readonly format: string;
  readonly cues: readonly CueDraft[];
  readonly refused: readonly Odd[];
  /** What holds for the whole file and should be known before its lines are taken. */
  readonly notices: readonly string[];
  /** Lines whose times are of the day, ms since the midnight before them: to be taken once the counter of the first is told. */
  readonly day?: readonly CueDraft[];
}

/** A file with nothing in it that could be taken, and the sentence that says why. */
export const refusedWhole = (format: string, why: string): Transcript => ({
  format,
  cues: [],
  refused: [{ line: 1, why }],
  notices: [],
});

/** How long a line is taken to be where nothing tells its end, ms. */
const LAST = 5000;

/** Lines in order of time; one without an end lasts until the next begins, five seconds at most. */
export function ended(lines: readonly (Omit<CueDraft, 'to'> & { readonly to: number | null })[]): CueDraft[] {
  const sorted = [...lines].sort((a, b) => a.from - b.from);
  return sorted.map((c, i) => {
    const next = sorted.slice(i + 1).find((d) => d.from > c.from)?.from ?? c.from + LAST;
    return { ...c, to: Math.max(c.from, c.to ?? Math.min(next, c.from + LAST)) };
  });
}
