import { ruleOf } from '../../rules';
import type { Finding } from '../../rules/finding';
import type { Drawn } from '../../rules/rule';
import { printBounds } from '../../time/duration';
import { marksOf } from '../../words/status';
import { type Hit, type Shape, textWidth } from '../scene/scene';

/** How the rule of a finding wants it drawn. */
export const drawnAs = (f: Finding): Drawn => ruleOf(f.rule).drawn ?? {};

/** Its words: what it measures, with both bounds. */
export function labelFor(f: Finding): string {
  if (!f.bounds) return f.title;
  return `${drawnAs(f).label ?? f.title}: ${printBounds(f.bounds)}`;
}

/** Width of a finding's number in its round or oval, px. */
export const numberWidth = (n: string): number =>
  Math.max(14, 8 + textWidth(n, n.length > 1 ? 8.5 : 10, true));

/** The number of a finding, and beside it its words where there are any; what it is of stands in `d`. */
export function layLabel(
  d: { readonly finding: Finding; readonly number: string },
  at: { x: number; y: number; w: number; text: string; bold: boolean; selected: boolean; framed: boolean },
  out: { readonly over: Shape[]; readonly hits: Hit[]; readonly legend: string[] },
): void {
  const { finding, number } = d;
  const { x, y, w, text, bold, selected, framed } = at;
  const open = finding.status === 'established' ? {} : { dash: true };
  // Upon bars and hatches a label has a frame; over the minutes a frame would be taken for a bar of its own.
  const frame = framed ? { stroke: 'finding' as const, ...open } : {};
  const n = numberWidth(number);
  out.over.push({ t: 'rect', x, y, w, h: 18, fill: 'paper', r: 3, ...frame });
  const fill = selected ? { fill: 'finding' as const } : { stroke: 'finding' as const };
  // Its number stands in a round where nothing in the record answers it, and in a square where the State can point to something.
  const r = finding.standing === 'contested' ? 0 : 7;
  out.over.push({ t: 'rect', x: x + 3, y: y + 2, w: n, h: 14, r, ...fill });
  out.legend.push(finding.standing);
  out.over.push({
    t: 'text',
    x: x + 3 + n / 2,
    y: y + 12.5,
    text: number,
    size: number.length > 1 ? 8.5 : 10,
    ink: selected ? 'paper' : 'finding',
    bold: true,
    anchor: 'middle',
  });
  if (text !== '')
    out.over.push({ t: 'text', x: x + n + 8, y: y + 13, text, size: 11, ink: 'finding', bold });
  out.hits.push({ x, y, w, h: 18, kind: 'finding', id: finding.key, says: saysOf(finding) });
}

/** What is said of it where the pointer rests. */
export const saysOf = (f: Finding): string => `${f.title}: ${marksOf(f)}`;
