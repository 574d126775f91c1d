import { lineOf, rowsOf } from './lines';
import type { Line, Word } from './paper';
import type { Rules } from './rules';
import { mustJoin, rowLine } from './torn';

/** A cell of a ruled table: its four sides, and the words in it. */
interface Cell {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly words: Word[];
}
type Band = Cell[];

/** How far two lines of a border may stand apart and be one. */
const NEAR = 3;
/** A cell of more lines than this is a box of prose: its lines stay as they are. */
const MANY = 12;

/** A table has so many upright lines at least: two columns. */
const UPRIGHT = 3;

const foot = (w: Word): number => w.box.y + w.box.h;
const near = (a: number, b: number): boolean => Math.abs(a - b) <= NEAR;

/** Lines of which some may be the rest of a cell: one stands half a line under another, or holds no more than what is above it. */
export const mayWrap = (lines: readonly Line[]): boolean =>
  lines.some((line, i) => {
    const above = lines[i - 1];
    const [a, b] = [above?.words[0], line.words[0]];
    if (!above || !a || !b) return false;
    const gap = foot(b) - foot(a);
    if (gap <= 0 || gap > 1.5 * b.box.h) return false;
    return gap < 0.9 * b.box.h || (wide(above) > 1 && line.words.length < above.words.length);
  });

/** How many wide gaps part the words of a line. */
const wide = (line: Line): number =>
  line.words.filter((w, i) => {
    const last = line.words[i - 1];
    return last !== undefined && w.box.x - last.box.x - last.box.w > w.box.h * 0.36;
  }).length;

/**
 * Rows of ruled tables whose cells wrap, each as one line: cells from left to right, the lines of each cell from above. What the
 * lines of a page can only suggest, its ruling says. Where the rest of a cut word is not certain, the line says that it is torn.
 */
export function ruledRows(lines: readonly Line[], rules: Rules): Line[] {
  if (rules.down.length < UPRIGHT) return [...lines];
  const cells = cellsIn(
    lines.flatMap((l) => l.words),
    rules,
  );
  const whole = new Map<Word, Line>();
  for (const table of tablesOf(bandsOf(cells), rules)) {
    const inner = innerOf(table);
    if (!table.some((band) => isWrapped(band.map(inner)))) continue;
    for (const band of table) {
      const line = rowLine(band.map(inner), true);
      for (const w of band.flatMap((c) => c.words)) whole.set(w, line);
    }
  }
  if (whole.size === 0) return [...lines];
  const put = new Set<Line>();
  return lines.flatMap((line) => {
    const rest = line.words.filter((w) => !whole.has(w));
    const rows = new Set(line.words.flatMap((w) => whole.get(w) ?? []));
    const fresh = [...rows].filter((r) => !put.has(r));
    for (const r of fresh) put.add(r);
    return rest.length === line.words.length
      ? [line]
      : [...(rest.length > 0 ? [lineOf(rest, line.how)] : []), ...fresh];
  });
}

/** Words by the cell of the ruling that they stand in; a word that has not a line on each side is in none. */
function cellsIn(words: readonly Word[], rules: Rules): Cell[] {
  const cells = new Map<string, Cell>();
  for (const w of words) {
    const [x, y] = [w.box.x + w.box.w / 2, w.box.y + w.box.h * 0.6];
    const down = rules.down.filter((r) => r.from - NEAR <= y && y <= r.to + NEAR).map((r) => r.at);
    const across = rules.across.filter((r) => r.from - NEAR <= x && x <= r.to + NEAR).map((r) => r.at);
    const left = Math.max(...down.filter((v) => v <= x));
    const right = Math.min(...down.filter((v) => v > x));
    const top = Math.max(...across.filter((v) => v <= y));
    const bottom = Math.min(...across.filter((v) => v > y));
    if (![left, right, top, bottom].every(Number.isFinite)) continue;
    const key = [left, right, top, bottom].map((v) => Math.round(v * 2)).join(' ');
    const cell = cells.get(key) ?? { left, right, top, bottom, words: [] };
    cell.words.push(w);
    cells.set(key, cell);
  }
  return [...cells.values()];
}

/** Cells of one height, side by side; a cell that is as high as several rows is a band of its own, before them. */
function bandsOf(cells: readonly Cell[]): Band[] {
  const bands: Band[] = [];
  for (const cell of [...cells].sort((a, b) => a.top - b.top || b.bottom - a.bottom)) {
    const band = bands.find(
      (b) => near((b[0] as Cell).top, cell.top) && near((b[0] as Cell).bottom, cell.bottom),
    );
    if (band) band.push(cell);
    else bands.push([cell]);
  }
  return bands.map((b) => b.sort((p, q) => p.left - q.left));
}

/** Bands one under the other with the same columns; boxes of prose and boxes with a label over a value are no rows. */
function tablesOf(bands: readonly Band[], rules: Rules): Band[][] {
  const tables: { columns: number[]; bottom: number; bands: Band[] }[] = [];
  for (const band of bands) {
    const { top, bottom } = band[0] as Cell;
    const columns = columnsAt((top + bottom) / 2, rules);
    if (columns.length < UPRIGHT || isBoxes(band)) continue;
    const table = tables.find(
      (t) =>
        near(t.bottom, top) &&
        t.columns.length === columns.length &&
        t.columns.every((x, i) => near(x, columns[i] as number)),
    );
    if (table) {
      table.bands.push(band);
      table.bottom = bottom;
    } else tables.push({ columns, bottom, bands: [band] });
  }
  return tables.map((t) => t.bands);
}

/** The upright lines at a height, each border once. */
const columnsAt = (y: number, rules: Rules): number[] =>
  rules.down
    .filter((r) => r.from <= y && y <= r.to)
    .map((r) => r.at)
    .sort((a, b) => a - b)
    .filter((x, i, all) => i === 0 || x - (all[i - 1] as number) > NEAR);

interface Inner {
  readonly x: number;
  readonly end: number;
  readonly rows: readonly (readonly Word[])[];
}

/** The lines of a cell, and its sides within the blank that its column leaves at the left. */
function innerOf(table: readonly Band[]): (cell: Cell) => Inner {
  const all = table.flat();
  const first = (c: Cell): number => Math.min(...c.words.map((w) => w.box.x)) - c.left;
  return (cell) => {
    const pad = Math.min(...all.filter((c) => near(c.left, cell.left)).map(first));
    return { x: cell.left + pad, end: cell.right - pad, rows: rowsOf(cell.words) };
  };
}

/** Cells go on in further lines so that the lines of the page cannot be read one by one. */
function isWrapped(cells: readonly Inner[]): boolean {
  const rows = rowsOf(cells.flatMap((c) => c.rows.flat()));
  if (rows.length < 2) return false;
  const clocks = rows.map((r) => r.some((w) => /\d:\d\d/.test(w.text)));
  return (
    (clocks[0] && clocks.indexOf(true, 1) > 0) ||
    rows.some((r, i) => i > 0 && stepOf(rows[i - 1] as Word[], r) < 0.9) ||
    cells.some((c) => mustJoin(c.rows, c.end - c.x))
  );
}

/** How far one row of words stands under another, in heights of their letters. */
const stepOf = (above: readonly Word[], row: readonly Word[]): number =>
  (foot(row[0] as Word) - foot(above[0] as Word)) / (row[0] as Word).box.h;

function isBoxes(band: Band): boolean {
  const rows = band.map((c) => rowsOf(c.words));
  if (rows.some((r) => r.length > MANY)) return true;
  const labeled = rows.filter(([first, second]) => {
    const [a, b] = [first?.[0], second?.[0]];
    return a && b && (a.box.h < b.box.h * 0.92 || /[:?]$/.test(first?.at(-1)?.text ?? ''));
  });
  return labeled.length > rows.length / 2;
}
