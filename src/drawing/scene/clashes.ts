import { rowById } from '../../record/rows';
import { printMiss } from '../../time/duration';
import type { Sheet } from '../lanes/lanes';
import { TRACK } from './mark-view';
import { type Hit, type Shape, textWidth } from './scene';

interface Clashes {
  readonly shapes: Shape[];
  readonly hits: Hit[];
}

export const NO_CLASHES: Clashes = { shapes: [], hits: [] };

/** The sheet from left to right: px, and units to px. */
interface Across {
  readonly left: number;
  readonly right: number;
  readonly u0: number;
  readonly k: number;
}

/** Where a hatch ends or a fold begins, px, and how far it reaches down: no label lies across one. */
interface Edge {
  readonly x: number;
  readonly y: number;
  readonly h: number;
}

const SIZE = 10.5;

/** What a contradiction set aside, at both times: a ring where it claims to be, joined to where it can be. */
export function layClashes(
  sheet: Sheet,
  v: Across,
  places: ReadonlyMap<string, { y: number; h: number }>,
  marks: readonly Shape[],
  edges: readonly Edge[],
): Clashes {
  const out: Shape[] = [];
  const hits: Hit[] = [];
  const drawn = new Set<string>();
  const misses = new Map<number, Miss[]>();
  const { contradictions, positions } = sheet.analysis;
  for (const c of contradictions) {
    const aside = c.setAside;
    if (aside.kind !== 'reading' || !c.claimed || drawn.has(aside.row)) continue;
    drawn.add(aside.row);
    const source = rowById(sheet.record.events, aside.row)?.sourceId;
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
      const there = misses.get(y) ?? [];
      misses.set(y, [...there, { mid: (from + to) / 2, by: c.by }]);
    }
    if (a < v.left || a > v.right) continue;
    out.push({ t: 'dot', x: a, y, r: 4, fill: 'paper', stroke: 'finding' });
    const says = `claimed here, off by ${printMiss(c.by)}`;
    hits.push({ x: a - 8, y: y - 9, w: 16, h: 18, kind: 'event', id: aside.row, says });
  }
  for (const [y, all] of misses) out.push(...layMisses(all, y + 17, v, marks, edges));
  return { shapes: out, hits };
}

/** By how much one is off, ms, and where that is written best, px. */
interface Miss {
  readonly mid: number;
  readonly by: number;
}

/**
 * By how much each is off: those that would be written over one another in one label, each clear of the names of marks, and of
 * edges where there is room at all.
 */
function layMisses(
  all: readonly Miss[],
  y: number,
  v: Across,
  marks: readonly Shape[],
  edges: readonly Edge[],
): Shape[] {
  const bars = edges
    .filter((e) => e.y < y + 2 && e.y + e.h > y - SIZE)
    .map((e): [number, number] => [e.x - 2, e.x + 2]);
  const taken = marks.flatMap((s): [number, number][] => {
    if (s.t !== 'text' || s.y < y - SIZE - 1 || s.y > y + s.size) return [];
    const w = textWidth(s.text, s.size, s.bold);
    const from = s.anchor === 'middle' ? s.x - w / 2 : s.anchor === 'end' ? s.x - w : s.x;
    return [[from - 3, from + w + 3]];
  });
  const out: Shape[] = [];
  for (const group of grouped([...all].sort((a, b) => a.mid - b.mid))) {
    const text = saysOff(group);
    const half = textWidth(text, SIZE) / 2 + 1;
    const wanted = Math.max(v.left + half + 1, Math.min(v.right - half - 1, middleOf(group)));
    const nearest = (clear: readonly [number, number][]): number | undefined =>
      [wanted, ...clear.flatMap(([a, b]) => [a - half, b + half])]
        .filter((x) => x - half > v.left && x + half < v.right)
        .filter((x) => !clear.some(([a, b]) => x - half < b && x + half > a))
        .sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))[0];
    const x = nearest([...taken, ...bars]) ?? nearest(taken);
    if (x === undefined) continue;
    taken.push([x - half - 3, x + half + 3]);
    out.push({ t: 'text', x, y, text, size: SIZE, ink: 'finding', anchor: 'middle', halo: true });
  }
  return out;
}

const middleOf = (group: readonly Miss[]): number => group.reduce((sum, m) => sum + m.mid, 0) / group.length;
const saysOff = (group: readonly Miss[]): string =>
  `${group.length > 1 ? `${group.length} ` : ''}off by ${printMiss(Math.min(...group.map((m) => m.by)))}`;

/** Neighbors whose labels would meet, together; what they say together may meet the next in its turn. */
function grouped(sorted: readonly Miss[]): Miss[][] {
  const groups: Miss[][] = [];
  for (const m of sorted) {
    let group = [m];
    for (let last = groups.at(-1); last; last = groups.at(-1)) {
      const room = (textWidth(saysOff(last), SIZE) + textWidth(saysOff(group), SIZE)) / 2 + 6;
      if (middleOf(group) - middleOf(last) >= room) break;
      group = [...last, ...group];
      groups.pop();
    }
    groups.push(group);
  }
  return groups;
}
