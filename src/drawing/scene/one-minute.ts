import type { Analysis } from '../../analysis/analyze';
import type { EventRow } from '../../record/event';
import type { CaseRecord } from '../../record/record';
import { KINDS } from '../../record/vocabulary';
import { ruleOf } from '../../rules';
import type { Finding } from '../../rules/finding';
import {
  type Bounds,
  printAtLeast,
  printAtMost,
  printBounds,
  printsAsOne,
  saysNothing,
} from '../../time/duration';
import { citeOf } from '../../words/cite';
import { momentNumber, windowText } from '../../words/moment';
import { fitText, type Scene, type Shape } from './scene';

const LEFT = 40;
const BAR = 30;
const HEIGHT = 330;

/** What the one-minute view shows: the finding that leads, and the rows between which it is measured. */
export interface OneMinute {
  readonly finding: Finding & { readonly bounds: Bounds };
  readonly begins: EventRow;
  readonly from: EventRow;
  readonly to: EventRow;
}

/**
 * What a judge would see first: how long the business of the stop took, how long the person was held, one number, and
 * where it stands. Of the findings about a stop's length the first that the record proves; null where there is none.
 */
export function oneMinuteOf(record: CaseRecord, analysis: Analysis): OneMinute | null {
  const rows = new Map(record.events.map((e) => [e.id, e]));
  const begins = rows.get(analysis.stops.find((s) => s.begins !== null)?.begins ?? '');
  if (!begins) return null;
  for (const finding of analysis.findings) {
    if (finding.status === 'foreclosed' || !finding.bounds || !finding.span) continue;
    if (ruleOf(finding.rule).section !== 'stop' || saysNothing(finding.bounds)) continue;
    const { bounds } = finding;
    const [from, to] = [rows.get(finding.span.from.id), rows.get(finding.span.to.id)];
    if (from && to && isAfter(record, analysis, from, begins))
      return { finding: { ...finding, bounds }, begins, from, to };
  }
  return null;
}

function isAfter(record: CaseRecord, { positions }: Analysis, a: EventRow, b: EventRow): boolean {
  const at = (e: EventRow): number => positions.at[momentNumber(record, e.id)] ?? Number.NaN;
  return at(a) > at(b);
}

/** The one-minute view as a scene so many px wide: for the screen, for paper, and as a step of the hearing. */
export function oneMinute(record: CaseRecord, analysis: Analysis, width: number): Scene | null {
  const shown = oneMinuteOf(record, analysis);
  if (!shown) return null;
  const { finding, begins, from, to } = shown;
  const { bounds } = finding;
  const view = { record, analysis };
  const edge = finding.span?.from.edge === 'end' ? 1 : 0;
  const last = finding.span?.to.edge === 'end' ? 1 : 0;
  const at = (e: EventRow, offset: number): number =>
    analysis.positions.at[momentNumber(record, e.id) + offset] ?? Number.NaN;
  const [t0, t1, t2] = [at(begins, 0), at(from, edge), at(to, last)];
  const room = width - 2 * LEFT;
  const x = (t: number): number => LEFT + (room * (t - t0)) / (t2 - t0);
  const when = (e: EventRow, offset: number): string => windowText(view, e.id, offset);
  const name = (e: EventRow): string => e.description || KINDS[e.kind].label;
  const text = (
    y: number,
    words: string,
    size: number,
    over: Partial<Shape & { t: 'text' }> = {},
  ): Shape => ({
    t: 'text',
    x: LEFT,
    y,
    text: fitText(words, size, room, over.bold),
    size,
    ink: 'ink',
    ...over,
  });
  const bar = (y: number, a: number, b: number, over: Partial<Shape & { t: 'rect' }>): Shape => ({
    t: 'rect',
    x: a,
    y,
    w: Math.max(2, b - a),
    h: BAR,
    r: 2,
    ...over,
  });
  const source = (e: EventRow): string =>
    citeOf(
      e,
      record.sources.find((s) => s.id === e.sourceId),
    );
  const cites = [...new Set([source(from), source(to)])].join('; ');
  const shapes: Shape[] = [
    text(34, 'The business of the stop', 15, { bold: true }),
    bar(44, x(t0), x(t1), { fill: 'mission' }),
    text(92, `${when(begins, 0)} ${name(begins)} – ${when(from, edge)} ${name(from)}`, 13, { ink: 'muted' }),
    text(130, 'How long he was held', 15, { bold: true }),
    bar(140, x(t0), x(t1), { fill: 'mission' }),
    bar(140, x(t1), x(t2), { fill: 'finding', hatch: 'diagonal', opacity: 0.12, stroke: 'finding' }),
    text(188, `to ${when(to, last)} ${name(to)}`, 13, { ink: 'muted' }),
    text(240, printsAsOne(bounds) ? printBounds(bounds) : printAtLeast(bounds.min), 34, {
      bold: true,
      ink: 'finding',
    }),
    text(266, printsAsOne(bounds) ? finding.measures : `${printAtMost(bounds.max)}, ${finding.measures}`, 15),
    text(300, cites, 13, { ink: 'muted' }),
  ];
  return { width, height: HEIGHT, left: LEFT, shapes, hits: [], legend: [] };
}
