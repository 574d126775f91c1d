import { STREET } from './four-figures';
import type { Doubtful } from './times';

const LETTERS =
  /(?<![\w.:/#$-])(?=[\dOolISBZ|;:. ]*\d)(?=[^\s]*[OolISBZ|;.]|\d\d \d\d)([\dOolISBZ|]{2})([:;. ]?)([\dOolISBZ|]{2})(?![\w:/-]|\.\d)/g;

export const GARBLED = 'it looks like a time with letters or marks for digits: read it off the page';

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
        why: GARBLED,
      },
    ];
  });
}

/** What may stand close before a time that was read off a picture. */
const CLEAN_BEFORE = /(?:^|[\s("“[@]|[A-Za-z]{2,}[-:]|[-–](?=$))$/;
/** Figures with their mark before a time: the hour of `2,01:40` is not 1, nor that of `20:|4:20` 4. */
const CUT_BEFORE = /(?:^|[^\d/.-])\d{1,2}(?:[,;.]|[:;.,]?[^\w\s:;,.()/-])$/;
/** Minutes or seconds that go on in garbage: `03:30;z7`, `19:02o7`, `20:21 :44`. */
const CUT_AFTER = /^(?:[:;]\s?[A-Za-z$]?\d|[;:][BOSIZlo\][|]|\s[:;]\s?\w{1,2}\b|[A-Za-gi-z]\d|[\][|!?]\d)/;
/** On a picture also what is parted by a blank, or stands close. */
const CUT_BEFORE_SEEN = /(?:^|\s)(?=[^\s]*\d)[\dOolISBZ$]{1,2}[:;,. ]{1,2}$|[?!|\]}[{~_,'’°*=+-]\s?\d?$/;
const CUT_AFTER_SEEN =
  /^(?:[^\s\w):;,."”-]|[-,.;:_'][A-Za-z]?\d|[A-Za-z]|\s(?=[^\s]*\d)[\dOolISBZ$]{1,2}(?:[/.,'’|]|(?=\s|$))|[_~'|])/;
const AFTER_HOURS = /^\s?(?:hrs?|hours|h)\b/i;

/**
 * Whether marks or letters that belong to a time stand close to it: a figure of it was lost, and what is left is another time.
 * @param seen it was read off a picture, here or by whoever made the text: there a blank may part it too
 * @param cell where the cell that it stands in begins and ends
 */
export function isTorn(
  text: string,
  at: number,
  end: number,
  seen: boolean,
  cell: readonly [number, number],
): boolean {
  const clock = text.slice(at, end);
  const after = text.slice(end, Math.min(cell[1], end + 8));
  if (CUT_AFTER.test(text.slice(end, end + 8))) return true;
  if (!/\d:\d/.test(clock)) return seen && /^\d{4}$/.test(clock) && /^\s\d{2}\b/.test(after);
  if (CUT_BEFORE.test(text.slice(Math.max(0, at - 14), at))) return true;
  if (!seen) return false;
  const before = text.slice(Math.max(cell[0], at - 14), at);
  if (CUT_BEFORE_SEEN.test(before)) return true;
  return !AFTER_HOURS.test(after) && (CUT_AFTER_SEEN.test(after) || !CLEAN_BEFORE.test(before));
}
