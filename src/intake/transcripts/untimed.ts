import type { Head } from './heads';
import { anyStamp } from './stamp';

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
    const m = /^\s*(\d{1,4}):(\d\d)(?![\d:.,])\s*(.*)$/.exec(l);
    return m ? [{ page: Number(m[1]), line: Number(m[2]), text: m[3] as string }] : [];
  });
  const steps = marks.slice(1).map((m, i) => {
    const last = marks[i] as { page: number; line: number };
    const turned = m.page === last.page + 1 && m.line === 1 && last.line <= 28;
    return turned ? 'page' : m.page === last.page && m.line === last.line + 1 ? 'line' : 'none';
  });
  const asked = marks.filter((m) => /^[QA][.:\s]/.test(m.text)).length;
  return (
    steps.length >= 5 &&
    steps.filter((s) => s !== 'none').length >= steps.length * 0.9 &&
    (asked > 1 || steps.includes('page'))
  );
}

/** The sentence for times of the day. @param line one that carries such a time */
export const notCounted = (line: string): string =>
  `its lines carry times of the day (“${line.trim().slice(0, 40)}”), not of a recording’s counter: where the recording begins is not told. Write the counter before each line instead, such as [03:15]`;

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
