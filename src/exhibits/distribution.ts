import { max, scaleLinear } from 'd3';
import type { Scene, Shape } from '../drawing/scene/scene';
import { countOf, type Lengths, quantile } from '../officers/stats';
import { type Bounds, printBounds, shortLength } from '../time/duration';

const MINUTE = 60_000;
const [LEFT, TOP, HIGH, BELOW] = [56, 44, 200, 58];

/** The lengths of other stops as a picture: how many of each length, and the interval of this stop upon them. @param width px */
export function distributionScene(lengths: Lengths, stop: Bounds | null, says: string, width: number): Scene {
  const n = countOf(lengths);
  const furthest = Math.max(
    quantile(lengths, 0.99).max,
    stop && Number.isFinite(stop.min) ? stop.min * 1.15 : 0,
    stop && Number.isFinite(stop.max) ? stop.max * 1.05 : 0,
    10 * MINUTE,
  );
  const x = scaleLinear([0, furthest], [LEFT, width - 24]).nice();
  const end = x.domain()[1] as number;
  const step = [1, 2, 5, 10, 15, 30, 60, 120].find((m) => end / (m * MINUTE) <= 60) ?? 240;
  const bins = new Map<number, number>();
  let beyond = 0;
  for (const l of lengths) {
    // A length is drawn where its middle lies: the counts beside the picture are what is exact.
    const at = Math.floor((l.min + l.max) / 2 / (step * MINUTE));
    if (at * step * MINUTE >= end) beyond += l.n;
    else bins.set(at, (bins.get(at) ?? 0) + l.n);
  }
  const y = scaleLinear([0, max(bins.values()) ?? 1], [TOP + HIGH, TOP]).nice();
  const shapes: Shape[] = [];
  const text = (
    at: { x: number; y: number },
    words: string,
    more: Partial<Extract<Shape, { t: 'text' }>> = {},
  ): void => {
    shapes.push({ t: 'text', ...at, text: words, size: 11.5, ink: 'muted', ...more });
  };
  for (const tick of y.ticks(4)) {
    shapes.push({ t: 'line', x: LEFT, y: y(tick), x2: width - 24, y2: y(tick), stroke: 'faint' });
    text({ x: LEFT - 8, y: y(tick) + 4 }, String(tick), { anchor: 'end' });
  }
  for (const [at, count] of bins) {
    const from = x(at * step * MINUTE);
    const w = Math.max(1, x((at + 1) * step * MINUTE) - from - 1);
    shapes.push({ t: 'rect', x: from, y: y(count), w, h: TOP + HIGH - y(count), fill: 'mission2' });
  }
  const every = [5, 10, 15, 30, 60, 120, 240].find((m) => end / (m * MINUTE) <= 12) ?? 480;
  for (let m = 0; m * MINUTE <= end; m += every)
    text({ x: x(m * MINUTE), y: TOP + HIGH + 18 }, `${m}`, { anchor: 'middle' });
  shapes.push({ t: 'line', x: LEFT, y: TOP + HIGH, x2: width - 24, y2: TOP + HIGH, stroke: 'line' });
  text(
    { x: LEFT, y: TOP + HIGH + 38 },
    `Length in minutes; one bar is ${step} min${beyond > 0 ? `; ${beyond} longer ones lie to the right` : ''}`,
  );
  text({ x: LEFT, y: 16 }, `${n.toLocaleString('en-US')} other stops${says === '' ? '' : `: ${says}`}`, {
    ink: 'ink',
    bold: true,
  });
  const median = quantile(lengths, 0.5);
  const middle = x((median.min + median.max) / 2);
  shapes.push({ t: 'line', x: middle, y: TOP - 4, x2: middle, y2: TOP + HIGH, stroke: 'ink', dash: true });
  text({ x: middle + 4, y: TOP - 8 }, `median ${shortLength(median.min)} to ${shortLength(median.max)}`, {
    halo: true,
  });
  if (stop) {
    const from = x(Math.max(0, Math.min(stop.min, end)));
    const to = x(Math.min(Number.isFinite(stop.max) ? stop.max : end, end));
    shapes.push({
      t: 'rect',
      x: from,
      y: TOP,
      w: Math.max(2, to - from),
      h: HIGH,
      fill: 'finding',
      opacity: 0.22,
    });
    shapes.push({ t: 'line', x: from, y: TOP - 8, x2: from, y2: TOP + HIGH, stroke: 'finding', width: 2 });
    const right = from > width * 0.62;
    text({ x: right ? from - 6 : Math.max(from, to) + 6, y: TOP + 24 }, `this stop: ${printBounds(stop)}`, {
      ink: 'finding',
      bold: true,
      halo: true,
      anchor: right ? 'end' : 'start',
    });
  }
  return { width, height: TOP + HIGH + BELOW, left: LEFT, shapes, hits: [], legend: [] };
}
