import { isName, spokenBy } from './speech';

/** A line that may be a name, and the words under it. */
export type Turn = readonly [name: string, under: string];

/**
 * Whether first lines stand for names under a time of their own: `Speaker 1` alone, over the words.
 * @param marked whether something else in the file sets each of them apart, a dash before it
 */
export function namesUnder(turns: readonly Turn[], marked: boolean): boolean {
  const firsts = turns.map(([name]) => name);
  const short = firsts.every(
    (f) => f !== '' && f.length <= 40 && !/[.?!,;…]$/.test(f) && !spokenBy(f).speaker,
  );
  const known = firsts.filter((f) => /^(speaker|unknown|sprecher|participant)\b/i.test(f)).length;
  if (known === firsts.length || (firsts.length >= 4 && new Set(firsts).size <= firsts.length / 2))
    return short;
  // In a file of few turns: all are written as names, and the words under them as sentences.
  if (!short || !firsts.every(isName)) return false;
  if (marked) return true;
  const under = turns.map(([, words]) => words);
  return under.every((u) => /^\P{Ll}/u.test(u)) && under.some((u) => /[.?!…]/.test(u));
}
