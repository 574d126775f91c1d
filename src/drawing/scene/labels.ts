import type { Lane } from '../lanes/lane';
import { BAR, LABEL, type MarkView, type Out, TRACK } from './mark-view';
import { fitText, textWidth } from './scene';

export interface Wanted {
  readonly x: number;
  /** From where the mark is drawn to where, px: a line to a label below may leave it anywhere. */
  readonly extent: readonly [number, number];
  readonly text: string;
  readonly y: number;
  readonly bold: boolean;
  /** The lower comes first where there is not room for all. */
  readonly rank: number;
}

/** A bar, and the label written in it; `text` is empty where none fits. */
export interface Inside {
  readonly y: number;
  readonly a: number;
  readonly b: number;
  readonly x: number;
  readonly right: number;
  readonly text: string;
  readonly ink: 'paper' | 'ink' | 'muted';
  /** On a hatch the text stands on a patch of paper. */
  readonly patch: boolean;
  /** The whole label, where it is cut to the room that there is: its lane has no row for it elsewhere. */
  readonly whole?: string;
}

/** The longest stretch of a bar that nothing lies over, px. */
function clearOf({ x, right }: Inside, over: readonly { readonly a: number; readonly b: number }[]) {
  let best = { from: x, to: x };
  let from = x;
  for (const o of [...over, { a: Number.POSITIVE_INFINITY, b: right }]) {
    const to = Math.min(o.a - 3, right);
    if (to - from > best.to - best.from) best = { from, to };
    from = Math.max(from, o.b + 5);
  }
  return best;
}

/** Labels in bars, each clear of the bars that are drawn over its own: moved along, cut where it may be, or left out. */
export function placeInside(inside: readonly Inside[], taken: MarkView['taken'], out: Out): void {
  inside.forEach((l, i) => {
    if (l.text === '') return;
    let { x, text } = l;
    let width = textWidth(text, 11) + 4;
    const over = [
      ...inside.slice(i + 1).filter((o) => o.y === l.y && o.b > l.a && o.a < l.b),
      ...taken.map(([a, b]) => ({ a, b })),
    ].sort((p, q) => p.a - q.a);
    for (const o of over) if (x < o.b + 3 && x + width > o.a) x = o.b + 5;
    if (x + width > l.right) {
      const { from, to } = clearOf(l, over);
      text = fitText(l.whole ?? '', 11, to - from - 4);
      if (text === '') return;
      x = from;
      width = textWidth(text, 11) + 4;
    }
    if (l.patch)
      out.shapes.push({ t: 'rect', x: x - 2, y: l.y - BAR / 2 + 1, w: width, h: BAR - 2, fill: 'paper' });
    out.shapes.push({ t: 'text', x, y: l.y + 4, text, size: 11, ink: l.ink });
  });
}

/** What is taken of one row of labels: the labels in it, and the lines that pass through it to labels below. */
interface Row {
  readonly labels: [from: number, to: number][];
  readonly lines: number[];
}

/**
 * Labels under the marks, what matters most first, each in the first row where it lies across no other label, no line to
 * one, no edge of a hatch and no fold: below its mark, or beside it. @returns how many found no room
 */
export function placeLabels(lane: Lane, wanted: readonly Wanted[], view: MarkView, out: Out): number {
  if (lane.labelRows === 0) return 0;
  const rows: Row[] = Array.from({ length: lane.labelRows }, (_, r) => ({
    labels: r >= lane.labelRows - 2 ? view.taken.map(([a, b]) => [a, b]) : [],
    lines: [],
  }));
  const base = view.top + lane.tracks * TRACK;
  let left = 0;
  for (const w of [...wanted].sort((a, b) => a.rank - b.rank || a.x - b.x)) {
    const named = placed(w, rows, view);
    if (!named) {
      left++;
      continue;
    }
    const { r, x, line, text, width } = named;
    const y = base + r * LABEL + 9;
    (rows[r] as Row).labels.push([x, x + width]);
    for (let above = 0; above < r; above++) (rows[above] as Row).lines.push(line);
    if (r > 0)
      out.shapes.push({ t: 'line', x: line, y: w.y + 8, x2: line, y2: y - 9, stroke: 'line', width: 1 });
    out.shapes.push({ t: 'text', x: x + 4, y, text, size: 11, ink: 'ink', bold: w.bold, halo: true });
  }
  return left;
}

/** The first of a mark's names that finds room, and where; null where none does. */
function placed(w: Wanted, rows: readonly Row[], view: MarkView) {
  for (const text of namesOf(w)) {
    const width = textWidth(text, 11, w.bold) + 8;
    const room = roomFor(w, width, rows, view);
    if (room) return { ...room, text, width };
  }
  return null;
}

/** What a mark may be called: its whole name, and what a stop turns on by its first word sooner than not at all. */
function namesOf({ text, rank }: Wanted): string[] {
  const word = text.split(' ')[0] ?? '';
  return rank <= 0 && word.length >= 4 && word.length < text.length ? [text, `${word}…`] : [text];
}

/** Where a label of this width may stand for a mark at `at`: centered, else just clear of the nearest edge; null where nowhere. */
function roomFor(
  { x: at, extent }: Wanted,
  width: number,
  rows: readonly Row[],
  view: MarkView,
): { r: number; x: number; line: number } | null {
  const near = view.edges.filter((e) => Math.abs(e - at) < width);
  const wishes = [at - width / 2, ...near.flatMap((e) => [e + 1, e - width - 1]), at - 6, at - width + 6]
    .map((x) => Math.max(view.left, Math.min(view.right - width, x)))
    .filter((x) => x <= at + 2 && x + width >= at - 2)
    .sort((p, q) => Math.abs(p + width / 2 - at) - Math.abs(q + width / 2 - at));
  for (let r = 0; r < rows.length; r++) {
    const [from, to] = extent;
    const line = [at, from + 2, to - 2].find(
      (l) =>
        l >= from &&
        l <= Math.max(from, to) &&
        rows.slice(0, r).every((row) => row.labels.every(([a, b]) => l < a || l > b)),
    );
    if (line === undefined) return null;
    const { labels, lines } = rows[r] as Row;
    for (const x of wishes) {
      const across = (e: number): boolean => e > x && e < x + width;
      if (near.some(across) || lines.some(across)) continue;
      if (labels.every(([a, b]) => x + width <= a || x >= b)) return { r, x, line };
    }
  }
  return null;
}
