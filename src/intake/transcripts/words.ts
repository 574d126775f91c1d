import type { CueDraft } from './draft';

/** A word as a machine heard it; ms, null where it gives no time. */
export interface Word {
  readonly from: number | null;
  readonly to: number | null;
  readonly text: string;
  readonly speaker: string;
  /** A mark of punctuation, or a piece of a word: no blank before it. */
  readonly glued: boolean;
  readonly line: number;
}

/** A silence this long (ms), another speaker, or so many letters begin a new line. */
const PAUSE = 1500;
const LETTERS = 90;

/**
 * Lines of words. A word without a time stays in its line, between the words before and after it.
 * @param bounds the stretch that all of them lie in, ms, where it is known
 */
export function linesOfWords(
  words: readonly Word[],
  bounds: { readonly from: number | null; readonly to: number | null },
): CueDraft[] {
  const cues: { from: number; to: number; speaker: string; text: string; line: number }[] = [];
  /** Words at the head of a line whose time is not known yet. */
  let waiting: Word[] = [];
  const join = (text: string, w: Word): string =>
    text === '' || w.glued ? `${text}${w.text}` : `${text} ${w.text}`;
  for (const w of words) {
    const last = cues.at(-1);
    if (w.from === null) {
      const same = last && waiting.length === 0 && (w.speaker === '' || w.speaker === last.speaker);
      if (same) last.text = join(last.text, w);
      else waiting.push(w);
      continue;
    }
    const to = Math.max(w.from, w.to ?? w.from);
    const goesOn =
      last &&
      waiting.length === 0 &&
      last.speaker === w.speaker &&
      w.from - last.to < PAUSE &&
      w.from >= last.from &&
      (w.glued || last.text.length < LETTERS);
    if (goesOn) {
      last.text = join(last.text, w);
      last.to = Math.max(last.to, to);
      continue;
    }
    const others = waiting.filter((x) => x.speaker !== '' && x.speaker !== w.speaker);
    const early = Math.min(w.from, bounds.from ?? last?.to ?? w.from);
    if (others.length > 0)
      cues.push({ ...blank(others), from: early, to: w.from, text: others.reduce(join, '') });
    const own = waiting.filter((x) => !others.includes(x));
    cues.push({
      from: own.length > 0 ? early : w.from,
      to,
      speaker: w.speaker,
      text: [...own, w].reduce(join, ''),
      line: own[0]?.line ?? w.line,
    });
    waiting = [];
  }
  const last = cues.at(-1);
  if (waiting.length > 0) {
    const from = last?.to ?? bounds.from;
    if (from !== null && from !== undefined)
      cues.push({
        ...blank(waiting),
        from,
        to: Math.max(from, bounds.to ?? from),
        text: waiting.reduce(join, ''),
      });
  }
  // The last word has no time: the line lasts as long as its stretch does.
  const end = words.at(-1);
  if (end && end.from === null && bounds.to !== null) {
    const final = cues.at(-1);
    if (final) final.to = Math.max(final.to, bounds.to);
  }
  return cues.filter((c) => c.text !== '');
}

const blank = (words: readonly Word[]): { speaker: string; line: number } => ({
  speaker: words[0]?.speaker ?? '',
  line: words[0]?.line ?? 0,
});
