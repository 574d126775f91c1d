import { STREET } from './four-figures';
import type { Doubtful } from './times';

const LETTERS =
  /(?<![\w.:/#$-])(?=[\dOolISBZ|;:. ]*\d)(?=[^\s]*[OolISBZ|;.]|\d\d \d\d)([\dOolISBZ|]{2})([:;. ]?)([\dOolISBZ|]{2})(?![\w:/-]|\.\d)/g;

/** Letters read for digits, blanks and semicolons for colons: named, never turned into a time. */
export function garbled(
  text: string,
  tokens: readonly { readonly at: number; readonly end: number }[],
): Doubtful[] {
  return [...text.matchAll(LETTERS)].flatMap((m) => {
    const [at, end] = [m.index, m.index + m[0].length];
    const said = /(?:\b(?:at|from|until|till|to|by|about|approx\.?|and|between))\s+$/i.test(
      text.slice(Math.max(0, at - 12), at),
    );
    const hours = /^\s?(?:hours|hrs|h)\b/.test(text.slice(end));
    if (tokens.some((t) => at < t.end && end > t.at) || STREET.test(text.slice(end)) || !(said || hours))
      return [];
    return [
      {
        at,
        end,
        text: m[0],
        why: 'it looks like a time with letters or marks for digits: read it off the page',
      },
    ];
  });
}
