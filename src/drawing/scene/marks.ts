import { bisectLeft, bisectRight } from 'd3';
import type { Lane, Style } from '../lanes/lane';
import { type Inside, placeInside, placeLabels, type Wanted } from './labels';
import { BAR, type MarkView, type Out, TRACK } from './mark-view';
import { layRuns } from './runs';
import { fitText, type Shape, textWidth } from './scene';

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
      const open = lane.openOf?.(i) ?? null;
      layWhisker(lo, hi, a, y, view, out);
      if (open) layOpen(a, y, open, view, out);
      layPoint(style, clampX(a, view), y, out, selected, open !== null);
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
    out.legend.add(style.untied ? 'untied' : 'order');
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
    ...(lane.labelRows === 0 ? { whole: label } : {}),
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

function layWhisker(lo: number, hi: number, at: number, y: number, view: MarkView, out: Out): void {
  const [a, b] = [clampX(lo, view), clampX(hi, view)];
  if (b - a < 8) return;
  out.shapes.push({ t: 'line', x: a, y, x2: b, y2: y, stroke: 'muted', width: 1, dash: at > lo + 1 });
  for (const x of [lo, hi])
    if (x >= view.left && x <= view.right)
      out.shapes.push({ t: 'line', x, y: y - 3, x2: x, y2: y + 3, stroke: 'muted', width: 1 });
  out.legend.add('whisker');
}

/** How far the line of a moment reaches to the side on which nothing ends it, px. */
const REACH = 24;

/** A dashed line with a point at its end, to the side on which the moment may be at any time. */
function layOpen(x: number, y: number, open: 'before' | 'after', view: MarkView, out: Out): void {
  if (x < view.left || x > view.right) return;
  const side = open === 'before' ? -1 : 1;
  const tip = clampX(x + side * REACH, view);
  out.shapes.push({ t: 'line', x, y, x2: tip, y2: y, stroke: 'muted', width: 1, dash: true });
  for (const up of [-4, 4])
    out.shapes.push({ t: 'line', x: tip, y, x2: tip - side * 4, y2: y + up, stroke: 'muted', width: 1 });
  out.legend.add('open');
}

/** @param open whether the record knows one end alone of where it may be: no sharp mark, but an outline */
function layPoint(style: Style, x: number, y: number, out: Out, selected: boolean, open: boolean): void {
  const { ink } = style;
  const outlined = open || style.untied;
  if (style.shape === 'tick')
    out.shapes.push({ t: 'line', x, y: y - 9, x2: x, y2: y + 9, stroke: ink, width: 2 });
  else if (style.shape === 'diamond')
    out.shapes.push({
      t: 'diamond',
      x,
      y,
      r: 5.5,
      ...(outlined ? { fill: 'paper', stroke: ink } : { fill: ink }),
    });
  else if (style.shape === 'ring') out.shapes.push({ t: 'dot', x, y, r: 5, fill: 'paper', stroke: ink });
  else if (outlined) out.shapes.push({ t: 'dot', x, y, r: 4, fill: 'paper', stroke: ink });
  else out.shapes.push({ t: 'dot', x, y, r: style.ink === 'ink' ? 3 : 4.5, fill: ink });
  if (style.untied) out.legend.add('untied');
  if (selected) out.shapes.push({ t: 'dot', x, y, r: 8, stroke: 'ink' });
  out.legend.add(style.legend);
}
