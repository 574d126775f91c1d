import { printLengthOf } from '../../time/duration';
import type { Sheet } from '../lanes/lanes';
import { DAY } from '../sheet/time-axis';
import { type Hit, type Shape, textWidth } from './scene';

/** Where the folds begin and end, px. */
export function foldEdges(sheet: Sheet, u0: number, k: number, left: number): number[] {
  return sheet.axis.stretches.slice(1).flatMap((s, i) => {
    const before = sheet.axis.stretches[i];
    return before ? [left + (before.u1 - u0) * k, left + (s.u0 - u0) * k] : [];
  });
}

/** Axis breaks: a grey strip with the length of what is folded written along it. */
export function layFolds(
  sheet: Sheet,
  u0: number,
  k: number,
  left: number,
  right: number,
  lanesTop: number,
  height: number,
): { under: Shape[]; over: Shape[]; hits: Hit[] } {
  const under: Shape[] = [];
  const over: Shape[] = [];
  const hits: Hit[] = [];
  const { stretches } = sheet.axis;
  for (let i = 1; i < stretches.length; i++) {
    const [a, b] = [stretches[i - 1], stretches[i]];
    if (!a || !b) continue;
    const x0 = Math.max(left, left + (a.u1 - u0) * k);
    const x1 = Math.min(right, left + (b.u0 - u0) * k);
    if (x1 - x0 < 2) continue;
    const says = `folded: ${sheet.axis.grain >= DAY ? `${Math.round((b.t0 - a.t1) / DAY)} d` : printLengthOf(b.t0 - a.t1)}`;
    const mid = (x0 + x1) / 2;
    under.push({ t: 'rect', x: x0 + 1, y: 44, w: x1 - x0 - 2, h: height - 50, fill: 'panel' });
    for (const [dx, dy] of [
      [-5, 0],
      [3, 0],
    ] as const) {
      over.push({
        t: 'line',
        x: mid + dx - 3,
        y: 36 + dy,
        x2: mid + dx + 3,
        y2: 44,
        stroke: 'muted',
        width: 1,
      });
      over.push({ t: 'line', x: mid + dx + 3, y: 44, x2: mid + dx - 3, y2: 52, stroke: 'muted', width: 1 });
    }
    const long = textWidth(says, 11);
    if (x1 - x0 > 12 && height - lanesTop > long + 24)
      over.push({
        t: 'text',
        x: mid + 4,
        y: lanesTop + 12 + long / 2,
        text: says,
        size: 11,
        ink: 'muted',
        anchor: 'middle',
        turned: true,
      });
    hits.push({ x: x0, y: 44, w: x1 - x0, h: height - 50, kind: 'fold', id: '', u0: a.u0, u1: b.u1, says });
  }
  return { under, over, hits };
}
