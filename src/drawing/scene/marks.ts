import { bisectLeft, bisectRight } from 'd3';
import type { Lane, Style } from '../lanes/lane';
import { fitText, type Hit, type Shape, textWidth } from './scene';

export const TRACK = 20;
export const LABEL = 13;
const BAR = 14;

interface MarkView {
  readonly left: number;
  readonly right: number;
  readonly u0: number;
  readonly k: number;
  readonly top: number;
  readonly selected: string | null;
  readonly lit: ReadonlySet<string> | null;
  /** Where hatches end and folds begin, px: no label lies across one. */
  readonly edges: readonly number[];
  /** Where numbers of findings stand at the lane's foot, px: no label lies under one. */
  readonly taken: readonly (readonly [from: number, to: number])[];
  /** Rows marked as lying elsewhere than they say. */
  readonly moved: ReadonlySet<string> | null;
}

interface Out {
  readonly shapes: Shape[];
  readonly hits: Hit[];
  readonly legend: Set<string>;
}

/** More marks than this in view of one lane are drawn as runs of pixels with counts. */
const SINGLY = 260;

/** The marks of one lane in view. @returns how many of them have no room for their name */
export function layMarks(lane: Lane, view: MarkView, out: Out): number {
  const uEnd = view.u0 + (view.right - view.left) / view.k;
  const from = bisectLeft(lane.reach, view.u0);
  const to = bisectRight(lane.u0, uEnd, from);
  if (to - from <= SINGLY) return laySingly(lane, view, out, from, to);
  layRuns(lane, view, out, from, to);
  return 0;
}

/** Marks finer than the screen, merged pixel by pixel: each run says how many it holds. */
function layRuns(lane: Lane, view: MarkView, out: Out, from: number, to: number): void {
  const { left, right, u0, k, top } = view;
  const y = top + (lane.tracks * TRACK) / 2 - BAR / 2;
  const ink = lane.styleOf(from).ink;
  let [x0, x1, count, first] = [Number.NaN, Number.NaN, 0, from];
  const flush = (): void => {
    if (count === 0) return;
    const w = Math.max(1.5, x1 - x0);
    out.shapes.push({
      t: 'rect',
      x: x0,
      y,
      w,
      h: BAR,
      fill: ink,
      opacity: count > 1 ? Math.min(1, 0.5 + count / 40) : 0.9,
    });
    out.hits.push({
      x: x0 - 1,
      y: y - 3,
      w: w + 2,
      h: BAR + 6,
      kind: count === 1 ? lane.hit : 'run',
      id: count === 1 ? lane.idOf(first) : '',
      u0: u0 + (x0 - left) / k,
      u1: u0 + (x1 - left) / k,
      says: count === 1 ? lane.labelOf(first) : `${count} entries: zoom in to tell them apart`,
    });
  };
  const [starts, ends] = [lane.u0, lane.u1];
  const crowded = to - from > 4 * (right - left);
  for (let i = from; i < to; i++) {
    const a = left + ((starts[i] as number) - u0) * k;
    const b = left + ((ends[i] as number) - u0) * k;
    if (b < left) continue;
    if (a <= x1 + 1.5) {
      if (b > x1) x1 = b;
      count++;
    } else {
      flush();
      x0 = a < left ? left : a;
      x1 = b > right ? right : b < x0 ? x0 : b;
      count = 1;
      first = i;
    }
    if (!crowded || a < left) continue;
    // All that begin before the run ends are of it: found at once, not one by one.
    const limit = u0 + (x1 + 1.5 - left) / k - 1e-9 / k;
    let leap = BLOCK;
    while (i + leap < to && (starts[i + leap] as number) <= limit) leap *= 2;
    if (leap === BLOCK) continue;
    const next = bisectRight(starts, limit, i + leap / 2, Math.min(i + leap, to));
    const far = left + (greatest(ends, i + 1, next) - u0) * k;
    if (far > x1) x1 = far;
    count += next - i - 1;
    i = next - 1;
  }
  flush();
  out.legend.add('run');
}

const BLOCK = 16;
const maxima = new WeakMap<Float64Array, Float64Array>();

/** The greatest of `list[from..to)`, by the greatest of every sixteen. */
export function greatest(list: Float64Array, from: number, to: number): number {
  let blocks = maxima.get(list);
  if (!blocks) {
    blocks = new Float64Array(Math.ceil(list.length / BLOCK)).fill(Number.NEGATIVE_INFINITY);
    for (let i = 0; i < list.length; i++) {
      const block = Math.floor(i / BLOCK);
      if ((list[i] as number) > (blocks[block] as number)) blocks[block] = list[i] as number;
    }
    maxima.set(list, blocks);
  }
  let most = Number.NEGATIVE_INFINITY;
  let i = from;
  while (i < to) {
    const whole = i % BLOCK === 0 && i + BLOCK <= to;
    const value = (whole ? blocks[i / BLOCK] : list[i]) as number;
    if (value > most) most = value;
    i += whole ? BLOCK : 1;
  }
  return most;
}

interface Wanted {
  readonly x: number;
  /** From where the mark is drawn to where, px: a line to a label below may leave it anywhere. */
  readonly extent: readonly [number, number];
  readonly text: string;
  readonly y: number;
  readonly bold: boolean;
  /** The lower comes first where there is not room for all. */
  readonly rank: number;
}

function laySingly(lane: Lane, view: MarkView, out: Out, from: number, to: number): number {
  const { left, right, u0, k } = view;
  const px = (u: number): number => left + (u - u0) * k;
  const wanted: Wanted[] = [];
  const inside: Inside[] = [];
  for (let i = from; i < to; i++) {
    const style = lane.styleOf(i);
    const y = view.top + (lane.track[i] as number) * TRACK + TRACK / 2;
    const [a, b] = [px(lane.u0[i] as number), px(lane.u1[i] as number)];
    const [lo, hi] = [px(lane.lo[i] as number), px(lane.hi[i] as number)];
    if (Math.max(b, hi) < left || Math.min(a, lo) > right) continue;
    const id = lane.idOf(i);
    const selected = id === view.selected;
    const label = lane.labelOf(i);
    const bar = style.shape === 'bar' && b - a > 1.5;
    const drawnFrom = out.shapes.length;
    if (bar) layBar(lane, i, style, px, y, view, out, wanted, label, selected, inside);
    else {
      layWhisker(lo, hi, a, y, view, out);
      layPoint(style, clampX(a, view), y, out, selected);
      if (a >= left && a <= right && lane.labelRows > 0)
        wanted.push({
          x: a,
          extent: [a, a],
          text: label,
          y,
          bold: style.shape === 'ring' || selected,
          rank: selected ? -1 : lane.rankOf(i),
        });
    }
    if (view.moved?.has(id)) {
      out.shapes.push({ t: 'dot', x: clampX(a, view), y, r: 8, stroke: 'finding' });
      out.legend.add('moved');
    }
    if (view.lit && !view.lit.has(id)) {
      fade(out.shapes, drawnFrom);
      const label = bar ? inside.pop() : undefined;
      if (label) inside.push({ ...label, ink: 'muted' });
    } else if (view.lit)
      out.shapes.push({ t: 'dot', x: clampX(a, view), y: y - TRACK / 2 + 2, r: 2.6, fill: 'finding' });
    const hx = clampX(bar ? a : a - 7, view);
    out.hits.push({
      x: hx,
      y: y - TRACK / 2,
      w: Math.max(14, clampX(bar ? b : a + 7, view) - hx),
      h: TRACK,
      kind: lane.hit,
      id,
      says: label,
    });
  }
  placeInside(inside, lane.labelRows === 0 ? view.taken : [], out);
  return placeLabels(lane, wanted, view, out);
}

/** What a search leaves out recedes. */
function fade(shapes: Shape[], from: number): void {
  for (let i = from; i < shapes.length; i++) {
    const s = shapes[i] as Shape;
    if (s.t === 'rect') shapes[i] = { ...s, opacity: 0.25 * (s.opacity ?? 1) };
    else if (s.t === 'dot' || s.t === 'line')
      shapes[i] = {
        ...s,
        ...(s.stroke ? { stroke: 'line' as const } : {}),
        ...('fill' in s && s.fill ? { fill: 'line' as const } : {}),
      };
  }
}

const clampX = (x: number, view: MarkView): number => Math.max(view.left, Math.min(view.right, x));

function layBar(
  lane: Lane,
  i: number,
  style: Style,
  px: (u: number) => number,
  y: number,
  view: MarkView,
  out: Out,
  wanted: Wanted[],
  label: string,
  selected: boolean,
  inside: Inside[],
): void {
  const c = (u: number): number => clampX(px(u), view);
  const [s0, s1] = [c(lane.solid0[i] as number), c(lane.solid1[i] as number)];
  const [lo, hi] = [c(lane.lo[i] as number), c(lane.hi[i] as number)];
  const [a, b] = [c(lane.u0[i] as number), c(lane.u1[i] as number)];
  const top = y - BAR / 2;
  const legendOf = (): void => {
    out.legend.add(style.legend);
    if (s1 > s0 && (s0 - lo > 1 || hi - s1 > 1)) out.legend.add('fade');
  };
  const push = (s: Shape): number => out.shapes.push(s);
  if (s1 > s0) {
    if (s0 - lo > 1) push({ t: 'rect', x: lo, y: top, w: s0 - lo, h: BAR, fill: style.ink, fade: 'left' });
    if (hi - s1 > 1) push({ t: 'rect', x: s1, y: top, w: hi - s1, h: BAR, fill: style.ink, fade: 'right' });
    push({
      t: 'rect',
      x: s0,
      y: top,
      w: s1 - s0,
      h: BAR,
      fill: style.ink,
      r: 2,
      ...(style.hatch ? { hatch: style.hatch, stroke: style.rim ?? 'muted', fill: 'paper' } : {}),
    });
  } else {
    // Nowhere does it surely run: an outline where it is drawn, a dashed line for all it may be.
    layWhisker(lo, hi, a, y, view, out);
    push({
      t: 'rect',
      x: a,
      y: top,
      w: Math.max(2, b - a),
      h: BAR,
      fill: 'paper',
      stroke: style.hatch ? (style.rim ?? 'muted') : style.ink,
      dash: true,
      r: 2,
      ...(style.hatch ? { hatch: style.hatch } : {}),
    });
    out.legend.add('order');
  }
  if (selected) push({ t: 'rect', x: a - 2, y: top - 2, w: b - a + 4, h: BAR + 4, stroke: 'ink', r: 3 });
  const solid = s1 > s0;
  const room = (solid ? s1 - s0 : b - a) - 8;
  const x = solid ? s0 : a;
  const fit = textWidth(label, 11) <= room ? label : lane.labelRows === 0 ? fitText(label, 11, room) : '';
  const dark = solid && !style.hatch && style.ink !== 'faint';
  inside.push({
    y,
    a,
    b,
    x: x + 5,
    right: x + room + 8,
    text: fit,
    ink: dark ? 'paper' : 'ink',
    patch: Boolean(style.hatch),
  });
  if (fit === '' && lane.labelRows > 0)
    wanted.push({
      x: (a + b) / 2,
      extent: [a, b],
      text: label,
      y,
      bold: selected,
      rank: selected ? -1 : lane.rankOf(i),
    });
  legendOf();
}

/** A bar, and the label written in it; `text` is empty where none fits. */
interface Inside {
  readonly y: number;
  readonly a: number;
  readonly b: number;
  readonly x: number;
  readonly right: number;
  readonly text: string;
  readonly ink: 'paper' | 'ink' | 'muted';
  /** On a hatch the text stands on a patch of paper. */
  readonly patch: boolean;
}

/** Labels in bars, each clear of the bars that are drawn over its own: moved along, or left out. */
function placeInside(inside: readonly Inside[], taken: MarkView['taken'], out: Out): void {
  inside.forEach((l, i) => {
    if (l.text === '') return;
    const width = textWidth(l.text, 11) + 4;
    let { x } = l;
    const over = [
      ...inside.slice(i + 1).filter((o) => o.y === l.y && o.b > l.a && o.a < l.b),
      ...taken.map(([a, b]) => ({ a, b })),
    ];
    for (const o of over.sort((p, q) => p.a - q.a)) if (x < o.b + 3 && x + width > o.a) x = o.b + 5;
    if (x + width > l.right) return;
    if (l.patch)
      out.shapes.push({ t: 'rect', x: x - 2, y: l.y - BAR / 2 + 1, w: width, h: BAR - 2, fill: 'paper' });
    out.shapes.push({ t: 'text', x, y: l.y + 4, text: l.text, size: 11, ink: l.ink });
  });
}

function layWhisker(lo: number, hi: number, at: number, y: number, view: MarkView, out: Out): void {
  const [a, b] = [clampX(lo, view), clampX(hi, view)];
  if (b - a < 8) return;
  out.shapes.push({ t: 'line', x: a, y, x2: b, y2: y, stroke: 'muted', width: 1, dash: at > lo + 1 });
  for (const x of [lo, hi])
    if (x >= view.left && x <= view.right)
      out.shapes.push({ t: 'line', x, y: y - 3, x2: x, y2: y + 3, stroke: 'muted', width: 1 });
  out.legend.add('whisker');
}

function layPoint(style: Style, x: number, y: number, out: Out, selected: boolean): void {
  const { ink } = style;
  if (style.shape === 'tick')
    out.shapes.push({ t: 'line', x, y: y - 9, x2: x, y2: y + 9, stroke: ink, width: 2 });
  else if (style.shape === 'diamond') out.shapes.push({ t: 'diamond', x, y, r: 5.5, fill: ink });
  else if (style.shape === 'ring') out.shapes.push({ t: 'dot', x, y, r: 5, fill: 'paper', stroke: ink });
  else out.shapes.push({ t: 'dot', x, y, r: style.ink === 'ink' ? 3 : 4.5, fill: ink });
  if (selected) out.shapes.push({ t: 'dot', x, y, r: 8, stroke: 'ink' });
  out.legend.add(style.legend);
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
function placeLabels(lane: Lane, wanted: readonly Wanted[], view: MarkView, out: Out): number {
  if (lane.labelRows === 0) return 0;
  const rows: Row[] = Array.from({ length: lane.labelRows }, (_, r) => ({
    labels: r >= lane.labelRows - 2 ? view.taken.map(([a, b]) => [a, b]) : [],
    lines: [],
  }));
  const base = view.top + lane.tracks * TRACK;
  let left = 0;
  for (const w of [...wanted].sort((a, b) => a.rank - b.rank || a.x - b.x)) {
    const width = textWidth(w.text, 11, w.bold) + 8;
    const found = roomFor(w, width, rows, view);
    if (!found) {
      left++;
      continue;
    }
    const { r, x, line } = found;
    const y = base + r * LABEL + 9;
    (rows[r] as Row).labels.push([x, x + width]);
    for (let above = 0; above < r; above++) (rows[above] as Row).lines.push(line);
    if (r > 0)
      out.shapes.push({ t: 'line', x: line, y: w.y + 8, x2: line, y2: y - 9, stroke: 'line', width: 1 });
    out.shapes.push({ t: 'text', x: x + 4, y, text: w.text, size: 11, ink: 'ink', bold: w.bold, halo: true });
  }
  return left;
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
