import { rowsOf } from './lines';
import type { Line, Word } from './paper';
import { isCut, rowLine } from './torn';

const foot = (w: Word): number => w.box.y + w.box.h;
const UNSURE =
  'its cells go on in other lines, and which row they belong to is not certain: read it off the page';

/**
 * Rows of tables without ruling whose cells are set in the middle of their row: lines that stand half a line apart, with a wider gap
 * above and below. They are one row where the middle of every column is the same; else nothing is to be read from them.
 */
export function looseRows(lines: readonly Line[]): Line[] {
  const groups: Line[][] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    const step = last ? stepOf(last.at(-1) as Line, line) : Number.NaN;
    if (last && step > 0 && step <= 1.3 && !line.cells && !last[0]?.cells) last.push(line);
    else groups.push([line]);
  }
  return groups.flatMap((group) => {
    if (group.length < 2) return group;
    const columns = columnsOf(group.flatMap((l) => l.words));
    const halves = group.some((l, i) => i > 0 && stepOf(group[i - 1] as Line, l) < 0.9);
    if (columns.length < 3 || !(halves || columns.some((c) => isCut(c.rows)))) return group;
    if (halves ? isCentered(columns) : isTop(columns)) return [rowLine(columns, false)];
    return group.some((l) => /\d[:/]\d/.test(l.text)) ? group.map((l) => ({ ...l, torn: UNSURE })) : group;
  });
}

interface Column {
  readonly x: number;
  readonly end: number;
  readonly rows: readonly (readonly Word[])[];
}

const footOf = (row: readonly Word[] | undefined): number => foot(row?.[0] as Word);

/** The middle of every column is at one height, and no column has two words over each other. */
function isCentered(columns: readonly Column[]): boolean {
  const h = columns[0]?.rows[0]?.[0]?.box.h ?? 1;
  const middles = columns.map((c) => (footOf(c.rows[0]) + footOf(c.rows.at(-1))) / 2);
  const inLines = columns.every((c) =>
    c.rows.every((r, i) => i === 0 || footOf(r) - footOf(c.rows[i - 1]) > 0.9 * h),
  );
  return inLines && Math.max(...middles) - Math.min(...middles) < 0.15 * h;
}

/** Every column begins at one height, one of them has a single line, and none has two whole times. */
function isTop(columns: readonly Column[]): boolean {
  const h = columns[0]?.rows[0]?.[0]?.box.h ?? 1;
  const tops = columns.map((c) => footOf(c.rows[0]));
  const times = columns.map((c) => c.rows.filter((r) => r.some((w) => /^\d{1,2}:\d{2}/.test(w.text))).length);
  return (
    Math.max(...tops) - Math.min(...tops) < 0.15 * h &&
    columns.some((c) => c.rows.length === 1) &&
    times.every((n) => n < 2)
  );
}

/** How far a line stands under another, in heights of its letters; NaN for an empty one. */
function stepOf(above: Line, line: Line): number {
  const [a, b] = [above.words[0], line.words[0]];
  return a && b ? (foot(b) - foot(a)) / b.box.h : Number.NaN;
}

/** Words by the stretch of the page that they stand in: no word crosses the gap between two of them. */
function columnsOf(words: readonly Word[]): Column[] {
  const columns: { x: number; end: number; words: Word[] }[] = [];
  for (const w of [...words].sort((a, b) => a.box.x - b.box.x)) {
    const last = columns.at(-1);
    if (last && w.box.x - last.end <= w.box.h * 0.36) {
      last.words.push(w);
      last.end = Math.max(last.end, w.box.x + w.box.w);
    } else columns.push({ x: w.box.x, end: w.box.x + w.box.w, words: [w] });
  }
  return columns.map((c) => ({ x: c.x, end: c.end, rows: rowsOf(c.words) }));
}
