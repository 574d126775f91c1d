import { headOf } from './heads';
import { isName } from './speech';

/** Numbers at the heads of lines as a court's page has them, 1 to 28 over and over, taken out. */
function withoutLineNumbers(lines: readonly string[]): readonly string[] {
  const full = lines.filter((l) => l.trim() !== '');
  const numbered = full.filter(
    (l) => /^\s{0,8}\d{1,2}(?:\s{1,}\S|\s*$)/.test(l) && !/^\s*\d{1,2}[:;]/.test(l),
  );
  if (full.length < 4 || numbered.length < full.length * 0.8) return lines;
  const steps = numbered.map((l) => Number.parseInt(l, 10));
  const follow = steps.filter((n, i) => i === 0 || n === (steps[i - 1] as number) + 1 || n === 1).length;
  return follow < steps.length * 0.9
    ? lines
    : lines.map((l) => l.replace(/^\s{0,8}\d{1,2}(?=\s|$)\s{0,3}/, ''));
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
  if (alone.length < 2 || !named) return lines;
  return lines.map((l, i) =>
    alone.includes(i + 1) ? '' : alone.includes(i) ? `${(lines[i - 1] ?? '').trim()}  ${l.trim()}` : l,
  );
}

const FOOT = /^\s*Page \d+ of \d+\s*$/i;

/** The lines of a text without what was not said: numbers of lines, cues and pages, stars of Markdown; names in the line of their time. */
export const tidied = (lines: readonly string[]): readonly string[] =>
  withNamesOver(
    withoutCueNumbers(withoutLineNumbers(lines.map((l) => (FOOT.test(l) ? '' : withoutBold(l))))),
  );
