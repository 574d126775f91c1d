/**
 * Times as they are said over the radio, by a clock of 24 hours and in words: `twenty-one thirty hours`, `oh nine hundred`,
 * `zero zero fifteen`. All in small letters.
 */

const ONES = 'one two three four five six seven eight nine'.split(' ');
const TEENS = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const TENS = 'twenty thirty forty fifty'.split(' ');
const DIGIT = `(?:zero|oh|${ONES.join('|')})`;
const LED = `(?:zero|oh)[- ]${DIGIT}`;
const TEEN = TEENS.join('|');
const HOUR = `(${LED}|zero|twenty[- ](?:${ONES.slice(0, 4).join('|')})|twenty|${TEEN})`;
const MINUTE = `(hundred|${LED}|(?:${TENS.join('|')})(?:[- ](?:${ONES.join('|')}))?|${TEEN})`;
/** What is counted is no time: fifteen twenty minutes. */
const COUNTED = String.raw`(?![- ]?(?:\w*dollars?|min|sec|days?|grams?|feet|miles?|percent|\d))`;
const SAID = String.raw`\b${HOUR}[- ]${MINUTE}\b`;

/** With the word that makes it a time wherever it stands. */
export const SAID_HOURS = new RegExp(String.raw`${SAID}[- ]?(?:hours|hrs)\b\.?`, 'gi');
/** By itself, where nothing but a time is expected. */
const SAID_ALONE = new RegExp(SAID + COUNTED, 'i');
/** Nineteen fifty and twenty ten are years too. */
const YEAR_TOO = /^(?:nineteen|twenty)$/;

function figureOf(words: string): number {
  return words
    .split(/[- ]/)
    .reduce(
      (n, word) =>
        n +
        (TENS.includes(word)
          ? 20 + 10 * TENS.indexOf(word)
          : TEENS.includes(word)
            ? 10 + TEENS.indexOf(word)
            : 1 + ONES.indexOf(word)),
      0,
    );
}

/** Hour and minute of such a time by its two parts; null where no clock shows it. */
export function saidTime(hour: string, minute: string): { hour: number; minute: number } | null {
  const [h, m] = [figureOf(hour.toLowerCase()), minute.toLowerCase()];
  const min = m === 'hundred' ? 0 : figureOf(m);
  return h > 24 || min > 59 || (h === 24 && min > 0) ? null : { hour: h, minute: min };
}

const two = (n: number): string => String(n).padStart(2, '0');

/** The text with such a time in figures, as `2130 hours`. */
export function saidInFigures(text: string): string {
  const figures = (all: string, hour: string, minute: string): string => {
    const time = saidTime(hour, minute);
    return time ? `${two(time.hour)}${two(time.minute)} hours` : all;
  };
  const told = text.replace(SAID_HOURS, figures);
  if (told !== text) return told;
  return text.replace(SAID_ALONE, (all, hour, minute) =>
    YEAR_TOO.test(hour) || (TEENS.indexOf(hour) >= 0 && TEENS.indexOf(hour) < 3 && minute !== 'hundred')
      ? all
      : figures(all, hour, minute),
  );
}
