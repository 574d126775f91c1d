import type { Head } from './heads';
import { anyStamp, type Stamp } from './stamp';

const OF_THE_DAY: readonly RegExp[] = [
  /^\s*[[(<]?\s*(?:\d{4}-\d\d-\d\d|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4})[T,\s]+\d{1,2}:\d\d/,
  /^\s*[[(<]?\s*\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d+)?\s*[ap]\.?m\b/i,
  // Zoom's chat as it is saved.
  /^\s*\d{1,2}:\d\d:\d\d\s+From\s+\S.*:/,
];
/** Captions that Zoom saves: the speaker in brackets, and the time of the day where it is no small counter. */
const ZOOM_CAPTION = /^\[[^\]]+\]\s+(\d{1,2}:\d\d:\d\d)\s*$/;

/** Whether a line or a cell begins with a time of the day: with a date, a.m. or p.m., or as Zoom saves it. */
export function ofTheDay(line: string): boolean {
  const caption = ZOOM_CAPTION.exec(line);
  return (
    OF_THE_DAY.some((form) => form.test(line)) ||
    (caption !== null && (anyStamp(caption[1] as string)?.ms ?? 0) >= 3_600_000)
  );
}

/** Page and line of a deposition, `12:05 Q. ...`: lines count up by one and begin again with each page. */
function pagesAndLines(lines: readonly string[]): boolean {
  const marks = lines.flatMap((l) => {
    const m = /^\s*(\d{1,4}):(\d{1,2})(?![\d:.,])\s*(.*)$/.exec(l);
    return m ? [{ page: Number(m[1]), line: Number(m[2]), text: m[3] as string }] : [];
  });
  const steps = marks.slice(1).map((m, i) => {
    const last = marks[i] as { page: number; line: number };
    const turned = m.page === last.page + 1 && m.line === 1 && last.line <= 28;
    return turned ? 'page' : m.page === last.page && m.line === last.line + 1 ? 'line' : 'none';
  });
  const asked = marks.filter((m) => /^[QA][.:\s]/.test(m.text)).length;
  // A short page: question and answer in every line, each the next.
  if (steps.length >= 2 && asked === marks.length && !steps.includes('none')) return true;
  return (
    steps.length >= 5 &&
    steps.filter((s) => s !== 'none').length >= steps.length * 0.9 &&
    (asked > 1 || steps.includes('page'))
  );
}

/** The sentence for times of the day. @param line one that carries such a time */
export const notCounted = (line: string): string =>
  `its lines carry times of the day (“${line.trim().slice(0, 40)}”), not of a recording’s counter: where the recording begins is not told. Write the counter before each line instead, such as [03:15]`;

const HOUR = 3_600_000;
/** No recording is this long: a first line that stands so late stands at a time of the day. */
const LATE = 4 * HOUR;

/**
 * Times before lines, in the order of their file, as times of the day: ms since the midnight before the first, those past the next
 * midnight counted on. Null where they may be a counter's.
 */
export function timesOfDay(times: readonly Pick<Stamp, 'ms' | 'frames' | 'text'>[]): number[] | null {
  const [first] = times;
  if (!first || first.ms < LATE) return null;
  if (!times.every((t) => !t.frames && t.ms < 24 * HOUR && /^\d{1,2}:\d\d:\d\d/.test(t.text))) return null;
  let nights = 0;
  return times.map((t, i) => {
    const before = times[i - 1]?.ms ?? t.ms;
    if (before >= 20 * HOUR && t.ms < LATE) nights++;
    return t.ms + nights * 24 * HOUR;
  });
}

/** The sentence for lines at times of the day that can be taken once a counter is told. @param time of the first line, as written */
export const askedFor = (time: string): string =>
  `its lines carry times of the day (the first “${time}”), not of a recording’s counter: say what the counter shows at the first of them`;

/** More words in a second than anyone says. */
const WORDS_A_SECOND = 6;

/** Whether times such as 14:04 are hours and minutes: as minutes and seconds they leave no room for the words between them. */
export function minutesOfDay(lines: readonly { readonly at: Stamp; readonly words: string }[]): boolean {
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last || lines.length < 3) return false;
  const hours = lines.every((l) => /^(?:[01]?\d|2[0-3]):[0-5]\d$/.test(l.at.text));
  const span = (last.at.ms - first.at.ms) / 1000 + 1;
  const said = lines.slice(0, -1).flatMap((l) => l.words.split(/\s+/).filter(Boolean)).length;
  return hours && span > 0 && said > WORDS_A_SECOND * span;
}

/** Why the times before the lines are not those of a recording's counter; null where they may be. */
export function notOfACounter(lines: readonly string[], heads: readonly (Head | null)[]): string | null {
  const day = lines.filter(ofTheDay);
  const others = lines.filter((l, i) => heads[i] && !ofTheDay(l)).length;
  if (day.length > others) return notCounted(day[0] as string);
  return pagesAndLines(lines)
    ? 'its lines are numbered by page and line, as a deposition is: no time of a recording stands before them'
    : null;
}

/** Why a text without a time before its lines cannot be laid beside a recording: what stands in it instead. */
export function whyNoTimes(lines: readonly string[]): string {
  const full = lines.filter((l) => l.trim() !== '');
  const ends = full.filter((l) => /[\s([<]\d{1,3}(?::\d\d){1,2}(?:[.,]\d+)?[\])>]?\s*$/.test(l)).length;
  if (ends > 1 && ends >= full.length / 2)
    return `${ends} lines end with a time and none begins with one: whether it is when the words begin or when they end is not told. Write it before each line, such as [03:15]`;
  const seconds = full.filter((l) =>
    /^\s*[[(]?(?:\d+\s?h\s*)?(?:\d+\s?m(?:in)?\s*)?\d+(?:\.\d+)?\s?s(?:ec)?\b/.test(l),
  ).length;
  if (seconds > 0)
    return `${seconds} ${seconds === 1 ? 'line begins' : 'lines begin'} with a time in letters, such as 1m 5s: write it as [01:05]`;
  const within = full.filter((l) => /(?<![\d:])\d{1,3}:\d\d(?!\d)/.test(l)).length;
  return within > 0
    ? `times stand within ${within} ${within === 1 ? 'line' : 'lines'}, but no line is read as beginning with one, such as [03:15]: these words cannot be laid beside a recording`
    : 'no time stands before any line, such as [03:15]: words without times cannot be laid beside a recording';
}
