import { readDate } from '../../time/grammar/parse';
import type { TableRow } from '../formats/table';

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\\.?';
const DAYS = new RegExp(
  String.raw`(?<![\d/.-])(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}([-/.])\d{1,2}\1(?:\d{4}|\d{2})|20\d{6})(?![\d/]|[-.]\d)|\b${MONTH} \d{1,2}(?:st|nd|rd|th)?,? \d{4}\b|\b\d{1,2}[- ]${MONTH}[- ,]+\d{2,4}\b`,
  'gi',
);
/** Days of a title that are not the day of the log. */
const OTHER_DAYS =
  /\b(printed|generated|exported|run|prepared|revised|rev|created|filed|firmware|software|version|dob|d\.o\.b|born|birth|issued|form)\b/i;

/**
 * The words of a title without the days that its own words say are another matter's: “prepared by T. Webb, 4/5/2024”. What stands
 * right before a day tells, not what stands elsewhere on its line; a comma within a day has made cells of it.
 */
function ofTheLog(title: string, shape: RegExp): string {
  let [out, from] = ['', 0];
  for (const m of title.matchAll(shape)) {
    const before = title.slice(from, m.index);
    const clause = before.split(/\s[-–—]+\s|[;|/]\s/).at(-1) as string;
    const label =
      clause
        .split(',')
        .filter((p) => /[a-z]/i.test(p) && !WEEKDAY.test(p))
        .at(-1) ?? '';
    const after = title.slice(m.index + m[0].length);
    out += OTHER_DAYS.test(label) || BEHIND.test(after) ? before : before + m[0];
    from = m.index + m[0].length;
  }
  return out + title.slice(from);
}
const WEEKDAY = /^\W*(mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?\W*$/i;
/** `4/5/2024 (printed)`. */
const BEHIND = /^\s*\(?(printed|generated|exported|prepared|revised|created|filed)\b/i;

/** `3-14-2024` as `3/14/2024`: in names of files a slash cannot stand. */
export const slashed = (t: string): string =>
  /^\d{1,2}-\d{1,2}-\d{2,4}$/.test(t)
    ? t.replaceAll('-', '/')
    : t.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3').replace(/(\d)(st|nd|rd|th)\b/i, '$1');

/** The one day that the titles or the file's name state; where they state several, none, and that is said. */
export function titleDay(file: string, titles: readonly TableRow[]): { day: string; notices: string[] } {
  const found = new Map<string, string>();
  const unclear: string[] = [];
  const look = (text: string, where: string): void => {
    for (const [written] of text.matchAll(DAYS)) {
      const read = readDate(slashed(written), null);
      if (read.ok) {
        if (!found.has(read.date)) found.set(read.date, `${where} (“${written}”)`);
      } else unclear.push(`${where} (“${written}”)`);
    }
  };
  for (const t of titles) look(ofTheLog(wordsOf(t), DAYS), `line ${t.line}`);
  if (found.size === 0 && unclear.length === 0) look(nameOf(file), 'the name of the file');
  if (found.size === 1 && unclear.length === 0) return { day: [...found.keys()][0] as string, notices: [] };
  if (found.size + unclear.length === 0) return { day: '', notices: [] };
  const all = [...found.values(), ...unclear].join(', ');
  return {
    day: '',
    notices: [
      found.size > 1
        ? `Several days stand in ${all}: say which one holds for rows that state none.`
        : `The day in ${all} can be read in more than one way: say which day holds for rows that state none.`,
    ],
  };
}

/** What a title calls a log, and a year that a log can be of. */
const LOG = '(?:logs?|records|activity|entries|events|stops|calls|dispatch|cad|custody|notes|history)';
const YEAR = String.raw`((?:19[89]|20[0-4])\d)`;
const MONTH_AND_YEAR = new RegExp(String.raw`(?<!\()\b${MONTH},? ${YEAR}\b(?![-/.]\d)`, 'gi');
/** `Log of 2024`, `2024 stop log`: a year alone counts only beside what it is the year of, since cars, forms and cases have one too. */
const YEAR_ALONE = [
  String.raw`\b${LOG} (?:(?:of|for|in|from) )?(?:the year )?${YEAR}(?=\s*(?:$|[,;:|)]|[-–—] )| ${LOG}\b)`,
  String.raw`(?:^|[,;:|(]\s*)${YEAR} (?:(?:daily|stop|traffic|shift|patrol|evidence|property|radio|unit|officer|k-?9|cad|dispatch|activity|custody) ){0,2}${LOG}\b`,
  String.raw`(?<!(?:model|fiscal|school|tax) )\byear:?,? ${YEAR}(?=\s*(?:$|[,;|)]))`,
].map((shape) => new RegExp(shape, 'gi'));

/**
 * The one year that the titles or the file's name state for days that are written without theirs: that of a day, of a month
 * (`March 2024`), or of the log itself; empty where they state none or several. Years of what was printed or made are none.
 */
export function titleYear(file: string, titles: readonly TableRow[]): string {
  const found = new Set(titles.flatMap((t) => yearsIn(wordsOf(t))));
  if (found.size === 0) for (const year of yearsIn(nameOf(file))) found.add(year);
  return found.size === 1 ? ([...found][0] as string) : '';
}

/** The days that stand in full in a text; of one that can be read in two orders, both. */
export const daysIn = (text: string): string[] =>
  [...text.matchAll(DAYS)].flatMap(([written]) => {
    const [one, other] = [readDate(slashed(written), 'mdy'), readDate(slashed(written), 'dmy')];
    return [one, other].flatMap((read) => (read.ok ? read.date : []));
  });

function yearsIn(title: string): string[] {
  const days = daysIn(ofTheLog(title, DAYS)).map((day) => day.slice(0, 4));
  const rest = title.replace(DAYS, ' ');
  const others = [MONTH_AND_YEAR, ...YEAR_ALONE].flatMap((shape) =>
    [...ofTheLog(rest, shape).matchAll(shape)].map((m) => m[1] as string),
  );
  return [...days, ...others];
}

const wordsOf = (title: TableRow): string => title.cells.filter((c) => c !== '').join(', ');
const nameOf = (file: string): string => file.replace(/\.\w+$/, '').replaceAll('_', ' ');
