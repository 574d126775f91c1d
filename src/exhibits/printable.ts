/** Longer texts are cut, and say so: a cell of ten thousand letters is read by nobody. */
const LONGEST = 900;

/**
 * Text as any document bears it: without characters that XML has no place for, halves of characters, and marks that turn
 * the direction of reading about (a hostile name could show its ending backwards). Letters of any script stay.
 */
export function printable(text: string, longest = LONGEST): string {
  const clean = text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that are taken out
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g,
      '',
    )
    .trim();
  if (clean.length <= longest) return clean;
  const cut = [...clean.slice(0, longest)].slice(0, -1).join('').trimEnd();
  return `${cut} … (shortened; ${clean.length.toLocaleString('en-US')} letters in the record)`;
}

/** The same on one line. */
export const oneLine = (text: string, longest = LONGEST): string =>
  printable(text, longest).replace(/\s*\n\s*/g, ' ');

/** A name for a file on any disk. */
export function fileName(title: string, ending: string): string {
  const name = oneLine(title, 80)
    .replace(/[\\/:*?"<>|\s.]+/g, ' ')
    .trim()
    .replace(/ /g, '-');
  return `${/^(con|prn|aux|nul|com\d|lpt\d)$/i.test(name) || name === '' ? `exhibit-${name}` : name}.${ending}`;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `March 14, 2024`. */
export function longDay(day: string): string {
  const [y, m, d] = day.split('-').map(Number);
  return y && m && d ? `${MONTHS[m - 1]} ${d}, ${y}` : day;
}

/** What stands above the entries of a day, or of all the days between which the record places them. */
export function dayHead(day: string): string {
  const [first = '', last] = day.split('/');
  if (first === '') return 'Not dated by the record';
  return last === undefined ? longDay(first) : `Between ${longDay(first)} and ${longDay(last)}`;
}

/** The same without its year, beside a heading that has it: `March 16`. */
export const shortDay = (day: string): string => longDay(day).replace(/, \d{4}$/, '');
