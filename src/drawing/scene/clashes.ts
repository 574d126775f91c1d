import { printMiss } from '../../time/duration';
import type { Sheet } from '../lanes/lanes';
import { TRACK } from './mark-view';
import { type Hit, type Shape, textWidth } from './scene';

interface Clashes {
  readonly shapes: Shape[];
  readonly hits: Hit[];
}

export const NO_CLASHES: Clashes = { shapes: [], hits: [] };

/** What a contradiction set aside, at both times: a ring where it claims to be, joined to where it can be. */
export function layClashes(
  sheet: Sheet,
  v: { left: number; right: number; u0: number; k: number },
  places: ReadonlyMap<string, { y: number; h: number }>,
): Clashes {
  const out: Shape[] = [];
  const hits: Hit[] = [];
  const drawn = new Set<string>();
  const { contradictions, positions } = sheet.analysis;
  for (const c of contradictions) {
    const aside = c.setAside;
    if (aside.kind !== 'reading' || !c.claimed || drawn.has(aside.row)) continue;
    drawn.add(aside.row);
    const source = sheet.record.events.find((e) => e.id === aside.row)?.sourceId;
    const lane = places.get(`source ${source}`);
    if (!lane) continue;
    const px = (t: number): number => v.left + (sheet.axis.toU(t) - v.u0) * v.k;
    const [a, b] = [
      px((c.claimed.min + c.claimed.max) / 2),
      px(positions.at[sheet.momentAt(aside.row, aside.edge)] ?? Number.NaN),
    ];
    const y = lane.y + TRACK / 2;
    const [x0, x1] = [px(c.claimed.min), px(c.claimed.max)].map((x) =>
      Math.max(v.left, Math.min(v.right, x)),
    ) as [number, number];
    if (x1 - x0 > 8) out.push({ t: 'line', x: x0, y, x2: x1, y2: y, stroke: 'finding', dash: true });
    if (!Number.isNaN(b) && Math.min(a, b) < v.right && Math.max(a, b) > v.left) {
      const [from, to] = [a, b].map((x) => Math.max(v.left, Math.min(v.right, x))) as [number, number];
      out.push({ t: 'line', x: from, y: y + 6, x2: to, y2: y + 6, stroke: 'finding', dash: true });
      const text = `off by ${printMiss(c.by)}`;
      const mid = (from + to) / 2;
      const half = textWidth(text, 10.5) / 2;
      if (mid - half > v.left && mid + half < v.right)
        out.push({
          t: 'text',
          x: mid,
          y: y + 17,
          text,
          size: 10.5,
          ink: 'finding',
          anchor: 'middle',
          halo: true,
        });
    }
    if (a < v.left || a > v.right) continue;
    out.push({ t: 'dot', x: a, y, r: 4, fill: 'paper', stroke: 'finding' });
    const says = `claimed here, off by ${printMiss(c.by)}`;
    hits.push({ x: a - 8, y: y - 9, w: 16, h: 18, kind: 'event', id: aside.row, says });
  }
  return { shapes: out, hits };
}
