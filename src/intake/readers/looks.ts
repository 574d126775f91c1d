import { cellsOf } from '../../papers/lines';
import type { Line, Paper } from '../../papers/paper';
import { blocksOf, isRunning, proseLine } from './blocks';

/** All that a paper says, line by line. */
export const textOf = (paper: Paper): string =>
  paper.pages.flatMap((p) => p.lines.map((l) => l.text)).join('\n');

/** Its first page may be empty, or a cover with a word on it. */
const firstLines = (paper: Paper): Line[] =>
  paper.pages
    .flatMap((p) => p.lines)
    .filter((l) => l.text !== '')
    .slice(0, 14);

/** Its first lines, where a paper says what it is. */
export const headOf = (paper: Paper): string =>
  firstLines(paper)
    .map((l) => l.text)
    .join('\n');

/** Those of its first lines that are no prose: what its sentences speak of is not what it is. */
export const titleOf = (paper: Paper): string =>
  firstLines(paper)
    .filter((l) => !proseLine(cellsOf(l), l))
    .map((l) => l.text)
    .join('\n');

/** Share of lines that begin with, or mostly are, a time or a day. */
export const rowShare = (paper: Paper): number => {
  const lines = paper.pages.flatMap((p) => p.lines).filter((l) => l.text !== '');
  const rows = lines.filter((l) =>
    /^\W*(?:\d{1,2}:\d{2}|\d{1,2}\/\d{1,2}(?:\/\d{2,4})? \d|\d{4}-\d{2}-\d{2}|(?:[01]\d|2[0-3])[0-5]\d:[0-5]\d |[01]\d[0-5]\d [A-Z]|2[0-3][0-5]\d [A-Z])/.test(
      l.text,
    ),
  );
  return rows.length / Math.max(1, lines.length);
};

/** Notes kept minute by minute: on every page with words, entries of a few words behind their times. */
export const isKept = (paper: Paper): boolean => {
  const written = paper.pages.filter((p) => p.lines.some((l) => l.text !== ''));
  if (written.length === 0 || !written.every(isRunning)) return false;
  const lengths = blocksOf(paper)
    .filter((b) => /^\W*\d/.test(b.text))
    .map((b) => b.text.split(' ').length)
    .sort((a, b) => a - b);
  return (lengths[lengths.length >> 1] ?? 0) <= SHORT;
};
/** Words of an entry that is no paragraph. */
const SHORT = 16;

/** Share of its letters that stand in paragraphs of prose. */
export const proseShare = (paper: Paper): number => {
  const blocks = blocksOf(paper);
  const all = blocks.reduce((n, b) => n + b.text.length, 0);
  return blocks.filter((b) => b.prose).reduce((n, b) => n + b.text.length, 0) / Math.max(1, all);
};

/** How many of these shapes stand in a text. */
export const says = (text: string, ...shapes: readonly RegExp[]): number =>
  shapes.filter((s) => s.test(text)).length;
