import { headOf } from './heads';
import { isLabel, isName, spokenBy } from './speech';
import { anyStamp } from './stamp';

/** A number at the head of a line, or after a time there: `3  Q.`, `10:04:01  3  Q.`. */
const NUMBERED = /^\s*((?:\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d+)?\s+)?)(\d{1,2})(?=\s|$)\s{0,3}/;

/** Numbers at the heads of lines as a court's page has them, 1 to 28 over and over, taken out. */
function withoutLineNumbers(lines: readonly string[]): readonly string[] {
  const full = lines.filter((l) => l.trim() !== '');
  const steps = full.flatMap((l) => NUMBERED.exec(l)?.[2] ?? []).map(Number);
  const bare = full.map((l) => l.replace(NUMBERED, '$1'));
  // A short page: every line has its number, each the next, and times or questions stand behind them.
  const short =
    full.length > 1 &&
    steps.length === full.length &&
    steps.every((n, i) => i === 0 || n === (steps[i - 1] as number) + 1) &&
    bare.some((l) => headOf(l) !== null);
  if (!short && (full.length < 4 || steps.length < full.length * 0.8)) return lines;
  const follow = steps.filter((n, i) => i === 0 || n === (steps[i - 1] as number) + 1 || n === 1).length;
  return follow < steps.length * 0.9 ? lines : lines.map((l) => l.replace(NUMBERED, '$1'));
}

/** Numbers of cues, 1, 2, 3 ..., each alone over a line of two times, taken out: they were not said. */
function withoutCueNumbers(lines: readonly string[]): readonly string[] {
  const over = lines.flatMap((l, i) =>
    /^\s*\d{1,5}\s*$/.test(l) && headOf(lines[i + 1] ?? '')?.way === 'range' ? [i] : [],
  );
  const ranges = lines.filter((l) => headOf(l)?.way === 'range').length;
  const first = Number(lines[over[0] ?? -1]);
  const follow = over.every((i, k) => Number(lines[i]) === first + k);
  return over.length > 0 && over.length === ranges && follow
    ? lines.map((l, i) => (over.includes(i) ? '' : l))
    : lines;
}

/** Names and times in bold as Markdown has them, `**Ortiz:** [00:03]`, without their stars; what else stands in bold stays as it is. */
const BOLD =
  /^(\s*(?:[[(]?\d[\d:;.,]*[\])]?\s*[-–—]?\s*)?)(\*\*|__)(?=\S)(.{0,60}?:|[[(]?\d[\d:;.,]*[\])]?|.{1,60}?(?=\2\s*(?::|[-–—]?\s*[[(]?\d{1,3}:\d)))\2/;
const withoutBold = (line: string): string => line.replace(BOLD, '$1$3').replace(BOLD, '$1$3');

/** A name alone on a line over a time alone on a line, all through the file, as one line: `Ortiz  0:03`. */
function withNamesOver(lines: readonly string[]): readonly string[] {
  const alone = lines.flatMap((l, i) => {
    const head = headOf(l);
    return head && head.rest === '' && (head.way === 'bare' || head.way === 'bracket') ? [i] : [];
  });
  const named = alone.every((i) => {
    const [before, name] = [lines[i - 2] ?? '', (lines[i - 1] ?? '').trim()];
    return (
      isName(name) && (/^speaker \d+$/i.test(name) || before.trim() === '' || /[.?!…"”)\]]\s*$/.test(before))
    );
  });
  // In small letters too, where a blank line stands before each name and words stand under each time.
  const apart = alone.every(
    (i) =>
      (lines[i - 2] ?? '').trim() === '' &&
      (lines[i + 1] ?? '').trim() !== '' &&
      isLabel((lines[i - 1] ?? '').trim()),
  );
  if (alone.length < 2 || !(named || apart)) return lines;
  const joined = (name: string, time: string): string =>
    named ? `${name}  ${time}` : `${time} ${name.replace(/:$/, '')}:`;
  return lines.map((l, i) =>
    alone.includes(i + 1) ? '' : alone.includes(i) ? joined((lines[i - 1] ?? '').trim(), l.trim()) : l,
  );
}

/** `Ortiz:` alone on a line over a time alone on a line: the name is put behind the time. */
function withLabelsOver(lines: readonly string[]): readonly string[] {
  const label = (i: number): string => {
    const head = headOf(lines[i + 1] ?? '');
    const said = spokenBy((lines[i] ?? '').trim());
    return head?.rest === '' && head.speaker === '' && said.speaker !== '' && said.text === ''
      ? (lines[i] as string).trim()
      : '';
  };
  return lines.map((l, i) => (label(i) ? '' : label(i - 1) ? `${l.trim()} ${label(i - 1)}` : l));
}

const END = /^(.*\S)\s*[[(]\s*(\d{1,3}:[\d:.,]+)\s*[\])]\s*$/;

/** Lines that all begin and end with a time in brackets, as ranges: `[0:01] words [0:02]`. */
function withEnds(lines: readonly string[]): readonly string[] {
  const both = lines.flatMap((l, i) => {
    const head = headOf(l);
    const end = END.exec(head?.rest ?? '');
    const to = end && anyStamp(end[2] as string);
    if (head?.way !== 'bracket') return [];
    const range = to && to.rest === '' && to.ms >= head.at.ms;
    return [range ? { i, line: `[${head.at.text} --> ${to.text}] ${end[1]}` } : null];
  });
  if (both.length < 2 || both.includes(null)) return lines;
  return lines.map((l, i) => both.find((b) => b?.i === i)?.line ?? l);
}

/** Two times of one make before the words, each in brackets or neither: `0:00:01.0 0:00:02.2 words`. */
const PAIR =
  /^\s*(\[?)(\d{1,3}(?:[:;]\d\d){2,3}(?:[.,]\d+)?)\]?\s+\1(\d{1,3}(?:[:;]\d\d){2,3}(?:[.,]\d+)?)\]?(?=\s|$)\s*/;

/** Lines that begin with a time and its end, all through the file, as ranges. */
function withPairs(lines: readonly string[]): readonly string[] {
  const timed = lines.flatMap((l, i) => (/^\s*\[?\d{1,3}[:;]\d\d/.test(l) ? [i] : []));
  const pairs = timed.map((i) => {
    const m = PAIR.exec(lines[i] as string);
    const [from, to] = [anyStamp(m?.[2] ?? ''), anyStamp(m?.[3] ?? '')];
    if (!m || !from || !to || to.ms < from.ms || from.frames !== to.frames) return null;
    return `[${from.text} --> ${to.text}] ${(lines[i] as string).slice(m[0].length)}`;
  });
  if (pairs.length === 0 || pairs.includes(null)) return lines;
  return lines.map((l, i) => pairs[timed.indexOf(i)] ?? l);
}

const FOOT = /^\s*(?:Page \d+ of \d+|<(?:begin|end) subtitles>)\s*$/i;

/** What marks a line of a list before its time: `- [0:03]`, `• 0:03`, `@0:03`. */
const LISTED = /^\s*(?:[-*•·]\s+|@)(?=[[(]?\d{1,3}:\d\d)/;

/** The lines of a text without what was not said: numbers of lines, cues and pages, stars of Markdown; names in the line of their time. */
export const tidied = (lines: readonly string[]): readonly string[] =>
  [withoutLineNumbers, withoutCueNumbers, withLabelsOver, withNamesOver, withEnds, withPairs].reduce<
    readonly string[]
  >(
    (now, step) => step(now),
    lines.map((l) => (FOOT.test(l) ? '' : withoutBold(l.replace(LISTED, '')))),
  );
