import type { Box, How, Line, Word } from './paper';

/** A run of characters as a format drew it: `y` is its baseline, in a frame whose y grows downwards. */
export interface Run {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  /** Height of its letters. */
  readonly h: number;
}

/**
 * Lines of a page from runs in any order: runs share a line when their baselines differ by less than half a letter;
 * within it they stand from left to right. What is drawn twice in one place (a false bold, a repeated layer) is kept once.
 * Two columns of prose are read one after the other; tables are read across.
 */
export function linesOf(runs: readonly Run[], how: How): Line[] {
  const words = wordsOf(once(runs));
  const gutter = gutterOf(words);
  if (gutter === null) return rowsOf(words).map((row) => lineOf(row, how));
  const crossing = words.filter((w) => w.box.x < gutter && w.box.x + w.box.w > gutter);
  const left = words.filter((w) => w.box.x + w.box.w <= gutter);
  const right = words.filter((w) => w.box.x >= gutter);
  return [...rowsOf(crossing), ...rowsOf(left), ...rowsOf(right)].map((row) => lineOf(row, how));
}

function once(runs: readonly Run[]): Run[] {
  const seen = new Map<string, Run[]>();
  return runs.filter((run) => {
    const near = seen.get(run.text) ?? [];
    const twice = near.some((r) => Math.abs(r.x - run.x) < run.h / 3 && Math.abs(r.y - run.y) < run.h / 3);
    if (!twice) seen.set(run.text, [...near, run]);
    return !twice || run.text.trim() === '';
  });
}

/** Words with boxes: runs are cut at blanks, and put together where no gap parts them. */
function wordsOf(runs: readonly Run[]): Word[] {
  const words: { text: string; x: number; end: number; y: number; h: number; open: boolean }[] = [];
  for (const row of baselines(runs)) {
    let last: (typeof words)[number] | null = null;
    for (const run of row) {
      const each = run.text.length === 0 ? 0 : run.w / run.text.length;
      if (run.text === ' ') {
        last = null;
        continue;
      }
      for (const m of run.text.matchAll(/\s+|\S+/g)) {
        const x = run.x + m.index * each;
        if (/^\s/.test(m[0])) {
          last = null;
          continue;
        }
        const joins = last && x - last.end < run.h * 0.18 && x - last.end > -run.h;
        if (last && joins) {
          last.text += m[0];
          last.end = Math.max(last.end, x + m[0].length * each);
          last.h = Math.max(last.h, run.h);
        } else {
          last = { text: m[0], x, end: x + m[0].length * each, y: run.y, h: run.h, open: true };
          words.push(last);
        }
      }
    }
  }
  return words.map((w) => ({ text: w.text, box: { x: w.x, y: w.y - w.h, w: w.end - w.x, h: w.h } }));
}

/** Runs by common baseline, from above, each from left to right. Letters tell the tolerance, not a fixed figure. */
function baselines(runs: readonly Run[]): Run[][] {
  const rows: { y: number; h: number; runs: Run[] }[] = [];
  for (const run of [...runs].sort((a, b) => a.y - b.y)) {
    const row = rows.at(-1);
    if (row && Math.abs(run.y - row.y) <= 0.5 * Math.min(row.h, run.h)) row.runs.push(run);
    else rows.push({ y: run.y, h: run.h, runs: [run] });
  }
  return rows.map((row) => row.runs.sort((a, b) => a.x - b.x));
}

const bottom = (b: Box): number => b.y + b.h;

/** Words in rows, from above, each from left to right. */
export function rowsOf(words: readonly Word[]): Word[][] {
  const rows: { y: number; h: number; words: Word[] }[] = [];
  for (const word of [...words].sort((a, b) => bottom(a.box) - bottom(b.box))) {
    const row = rows.at(-1);
    const y = bottom(word.box);
    if (row && Math.abs(y - row.y) <= 0.5 * Math.min(row.h, word.box.h)) row.words.push(word);
    else rows.push({ y, h: word.box.h, words: [word] });
  }
  return rows.map((row) => row.words.sort((a, b) => a.box.x - b.box.x));
}

/** One line of words in their order. */
export const lineOf = (words: readonly Word[], how: How): Line => ({
  text: words.map((w) => w.text).join(' '),
  words,
  how,
});

/**
 * Where two columns of prose part, or null. A gutter is crossed by no row that has words on both sides; both sides must read
 * as sentences (many small words a row), else it is a table and is read across.
 */
function gutterOf(words: readonly Word[]): number | null {
  const rows = rowsOf(words);
  if (rows.length < 4) return null;
  const left = Math.min(...words.map((w) => w.box.x));
  const right = Math.max(...words.map((w) => w.box.x + w.box.w));
  const gaps = rows.flatMap((row) => {
    const wide = row.slice(1).flatMap((w, i) => {
      const before = row[i] as Word;
      const gap = w.box.x - before.box.x - before.box.w;
      return gap > w.box.h * 0.8 ? [{ from: before.box.x + before.box.w, to: w.box.x, row, at: i + 1 }] : [];
    });
    return wide.filter((g) => g.to > left + (right - left) * 0.35 && g.from < left + (right - left) * 0.65);
  });
  const prose = gaps.filter((g) => g.row.length - g.at >= 4 && g.at >= 4);
  if (prose.length < 3) return null;
  if (!isProse(prose.flatMap((g) => g.row.slice(0, g.at)))) return null;
  if (!isProse(prose.flatMap((g) => g.row.slice(g.at)))) return null;
  const from = Math.max(...prose.map((g) => g.from));
  const to = Math.min(...prose.map((g) => g.to));
  if (from >= to) return null;
  const middle = (from + to) / 2;
  const crossed = rows.filter((row) => row.some((w) => w.box.x < middle && w.box.x + w.box.w > middle));
  return crossed.length > rows.length / 4 ? null : middle;
}

const isProse = (words: readonly Word[]): boolean =>
  words.length >= 12 && words.filter((w) => /^[a-z]{2,}[,.;]?$/.test(w.text)).length >= words.length * 0.5;

/** A stretch of a line with no wide gap in it: a cell of a table, a box of a form. */
export interface Cell {
  readonly text: string;
  readonly x: number;
  readonly end: number;
  /** Offset of its first character in the text of its line. */
  readonly at: number;
}

/** Cells of a line, as the ruling of its table parts them; else words are parted where the gap is wider than a letter and a half, or where one begins under one of `stops`. */
export function cellsOf(line: Line, stops: readonly number[] = []): Cell[] {
  if (line.cells) return ruledCells(line, line.cells);
  const cells: { text: string; x: number; end: number; at: number }[] = [];
  const letters = line.words.reduce((n, w) => n + w.text.length, 0);
  const each = line.words.reduce((n, w) => n + w.box.w, 0) / Math.max(1, letters);
  let at = 0;
  for (const word of line.words) {
    const last = cells.at(-1);
    const stop = stops.some((x) => Math.abs(word.box.x - x) < each * 0.7);
    if (last && !stop && word.box.x - last.end <= each * 1.6) {
      last.text += ` ${word.text}`;
      last.end = word.box.x + word.box.w;
    } else cells.push({ text: word.text, x: word.box.x, end: word.box.x + word.box.w, at });
    at += word.text.length + 1;
  }
  return cells;
}

function ruledCells(line: Line, cells: NonNullable<Line['cells']>): Cell[] {
  let at = 0;
  return cells.map(({ from, x, end }, i) => {
    const text = line.words
      .slice(from, cells[i + 1]?.from)
      .map((w) => w.text)
      .join(' ');
    const cell = { text, x, end, at };
    at += text.length + 1;
    return cell;
  });
}
