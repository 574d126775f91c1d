import { bisectRight } from 'd3';
import type { Lane } from '../lanes/lane';
import { BAR, type MarkView, type Out, TRACK } from './mark-view';

/** Marks finer than the screen, merged pixel by pixel: each run says how many it holds. */
export function layRuns(lane: Lane, view: MarkView, out: Out, from: number, to: number): void {
  const { left, right, u0, k, top } = view;
  const y = top + (lane.tracks * TRACK) / 2 - BAR / 2;
  const { ink, untied } = lane.styleOf(from);
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
      ...(untied ? { fill: 'paper', stroke: ink, dash: true } : { fill: ink }),
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
  if (untied) out.legend.add('untied');
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
