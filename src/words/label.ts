import type { CaseRecord } from '../record/record';
import type { Finding, Status } from '../rules/finding';
import type { Word } from './glossary';

/** What a status is called before people: the words of a courtroom, on screen and paper. */
export const LABELS: Readonly<Record<Status, Word>> = {
  established: 'shown by the record',
  arguable: 'open',
  foreclosed: 'ruled out',
};

/** A finding's title; one that is ruled out does not assert what it names. */
export const titleOf = (f: Pick<Finding, 'status' | 'title'>): string =>
  f.status === 'foreclosed' ? `Ruled out: ${inner(f.title)}` : f.title;

/** Within a sentence: `Held beyond` to `held beyond`; `DNA` and `Item 1` stay. */
const inner = (title: string): string =>
  /^[A-Z][a-z’]+ [a-z]/.test(title) ? title.slice(0, 1).toLowerCase() + title.slice(1) : title;

/** A word at the head of a line: `the State` to `The State`. */
export const capital = (s: string): string => s.slice(0, 1).toUpperCase() + s.slice(1);

/** Who stands on the other side: `the government` in federal court and where the United States is a party, on either side of the *v.*, else `the State`. */
export const otherSide = (
  c: Pick<CaseRecord['case'], 'title' | 'choices'>,
): 'the government' | 'the State' =>
  c.choices.forum === 'federal' ||
  /^\s*(the )?(united states|u\.?\s?s\.?a?\.?)( of america)? v|\bvs?\.? (the )?united states\b/i.test(c.title)
    ? 'the government'
    : 'the State';

/**
 * What a finding is called in all that leaves: `A` to `Z`, `AA` and on, from 1. On the screen findings have numbers, of all
 * that the record shows: a paper with those numbers would tell by its gaps how many were kept back.
 */
export function letterOf(n: number): string {
  let [rest, letters] = [n, ''];
  while (rest > 0) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
    rest = Math.floor((rest - 1) / 26);
  }
  return letters;
}
