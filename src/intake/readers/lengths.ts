import { parseTime } from '../../time/grammar/parse';
import { printWritten } from '../../time/grammar/print';

const NUMBER =
  'zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred';
const UNIT = '(?:seconds?|secs?|minutes?|mins?|hours?|hrs?)(?![\\w-])\\.?';
const HEDGE =
  'about|approximately|approx\\.?|around|roughly|some|maybe|perhaps|nearly|almost|at least|at most|(?:no |not )?(?:more|less|longer|fewer) than|(?:just )?(?<!\\b(?:pulled|went|came|walked|moved|turned|crossed) )(?:over|under)|within|up to|between';
const FIGURE = '(?:\\d{1,3}(?:,\\d{3})+|\\d{1,6}(?:[.:/]\\d{1,6})?)(?!\\d)';
const WORD = `(?:${HEDGE}|${FIGURE}|[½¼¾]|(?:${NUMBER}|half|quarters?|an?|couple|few|several|many)(?![\\w])|${UNIT}|(?:or|to|and|of|not)(?![\\w])|\\(\\d{1,3}\\)|~)`;

/** More words no length has: with a bound no text can hold the pattern up. */
const MOST = 9;

/**
 * The source of a pattern: all the words of a length as prose has it, to its unit, in one group: “nine minutes and forty seconds”,
 * “less than 2 minutes”, “an hour and a half”. It takes in every word that may belong to it, so that no part stands for the whole.
 */
export const LENGTH = `(?<![\\w$:.,/-])((?:${WORD}(?:\\s+|,\\s+|\\s*[-–]\\s*|(?<=[\\d½¼¾~]))){0,${MOST}}(?:${UNIT}(?: and (?:a half|a quarter)(?![\\w]))?|half an hour)(?: or (?:so|more|less|two)(?![\\w]))?)`;

/** What a length says. `text` is a distance of the grammar, without its sign; empty where the words do not say how many. */
export interface Length {
  readonly text: string;
  /** `about two minutes`. */
  readonly about: boolean;
}

const ROUGH = /\b(?:maybe|perhaps|nearly|almost)\b/gi;
const JOINS = /^(?:and|or|to|of)\s+/i;

/** Reads the words that `LENGTH` found. The grammar of times understands them, or they say no more than an order. */
export function lengthOf(words: string): Length {
  let rest = words
    .replace(/(\d)\s*[–-]\s*(?=\d)/g, '$1-')
    .replace(/(?<=\d),(?=\d{3})/g, '')
    .replace(/\s*\(\d+\)/g, '')
    .replace(/\bjust (?=over|under)/i, '')
    .replace(ROUGH, 'about')
    .replace(/\.(?!\d)/g, '')
    .toLowerCase();
  for (; ; rest = rest.replace(JOINS, '')) {
    const read = parseTime(`${rest} after @x`, null);
    if (read.ok && read.written.form === 'tied' && read.written.span?.sign === 1) {
      const { span } = read.written;
      return {
        text: printWritten(read.written)
          .replace(/^@x \+(?:about (?=\d))?/, '')
          // One unit for both, as it is written: `7 or 8 min`.
          .replace(
            /^(\d+)([hms]) or (\d+)\2$/,
            (_, a, unit, b) => `${a} or ${b} ${unit === 'm' ? 'min' : unit}`,
          ),
        about: span.about,
      };
    }
    if (!JOINS.test(rest)) return { text: '', about: false };
  }
}
