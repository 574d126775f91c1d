import { rowById } from '../../record/rows';
import { ruleOf } from '../../rules';
import type { Finding } from '../../rules/finding';
import type { BandMark, Rule } from '../../rules/rule';
import { letterOf } from '../../words/label';
import { type Hatch, type Hit, type Shape, textWidth } from '../scene/scene';
import { drawnAs, labelFor, layLabel, numberWidth, saysOf } from './finding-label';
import type { Sheet } from './lanes';

export const STRIP = 22;
/** Where the line along its minutes lies below the top of a label, px. */
const BELOW = 20;
const MOST_ROWS = 5;

interface BandView {
  readonly left: number;
  readonly right: number;
  readonly u0: number;
  readonly k: number;
  /** Where the strip of labels begins. */
  readonly top: number;
  /** Where the lanes begin. */
  readonly lanesTop: number;
  readonly selected: string | null;
  /** `all`, `selected`, `none`, or the id of a rule. */
  readonly findings: string;
  readonly lanes: ReadonlyMap<string, { y: number; h: number }>;
  readonly groupBottom: (group: 'stop' | 'sources') => number;
}

/** The mark of a section's rules, where they do not say another. */
const OF_SECTION: Record<Rule['section'], BandMark> = {
  stop: 'beyond',
  search: 'search',
  sources: 'uncovered',
  custody: 'break',
};
const HATCH: Record<BandMark, Hatch> = {
  beyond: 'diagonal',
  search: 'cross',
  cause: 'level',
  uncovered: 'dots',
  break: 'back',
};

const markOf = (f: Finding): BandMark => drawnAs(f).mark ?? OF_SECTION[ruleOf(f.rule).section];

/** Which findings have a place on the sheet: those with a stretch of time that are not foreclosed. */
export function drawnFindings(
  findings: readonly Finding[],
  lettered: boolean,
): { finding: Finding; number: string }[] {
  return findings
    .map((finding, i) => ({ finding, number: lettered ? letterOf(i + 1) : String(i + 1) }))
    .filter(({ finding }) => finding.span !== null && finding.status !== 'foreclosed');
}

type OnSheet = ReturnType<typeof drawnFindings>[number] & { readonly span: readonly [number, number] };
const drawnOfSheet = new WeakMap<Sheet, readonly OnSheet[]>();

/** The findings drawn on a sheet with their stretches in drawing units; found once, not at every step of a pan. */
function drawnOn(sheet: Sheet): readonly OnSheet[] {
  const known = drawnOfSheet.get(sheet);
  if (known) return known;
  const drawn = drawnFindings(sheet.analysis.findings, sheet.lettered).map((d) => ({
    ...d,
    span: spanOf(sheet, d.finding),
  }));
  drawnOfSheet.set(sheet, drawn);
  return drawn;
}

interface Out {
  readonly under: Shape[];
  readonly over: Shape[];
  readonly hits: Hit[];
  readonly legend: string[];
  /** The upright edges of the hatches, px. */
  readonly edges: { x: number; y: number; h: number }[];
  /** By lane: where the numbers of its own findings stand, px. */
  readonly inLanes: Map<string, Taken>;
}

/**
 * Findings on the sheet. Those of the stop: a bracket over the minutes it speaks of with its label upon it, in the strip
 * above the lanes, and below it one hatch at any place, for the first that is worth it; those of an item or camera: hatch
 * and number in that lane. What finds no room is counted where the strip begins, never lost without a word.
 */
export function layFindings(sheet: Sheet, view: BandView): Out {
  const out: Out = { under: [], over: [], hits: [], legend: [], edges: [], inLanes: new Map() };
  const px = (u: number): number => view.left + (u - view.u0) * view.k;
  const sourceOf = (row: string): string => rowById(sheet.record.events, row)?.sourceId ?? '';
  const drawn = drawnOn(sheet)
    .filter(({ finding }) => wanted(finding, view))
    .map((d) => ({ ...d, x: [px(d.span[0]), px(d.span[1])] as const }))
    .filter(({ x }) => !Number.isNaN(x[0]) && x[1] >= view.left && x[0] <= view.right)
    .sort((p, q) => rank(p.finding, view.selected) - rank(q.finding, view.selected) || p.x[0] - q.x[0]);
  const rows: Taken[] = Array.from({ length: stripRows(sheet, view.findings) }, () => []);
  const hatched: Area[] = [];
  let left = 0;
  const many = crowdedRules(drawn);
  for (const d of drawn) {
    const lane = laneOf(d.finding, view, sourceOf);
    const area = lane ? view.lanes.get(lane) : stopArea(d.finding, view);
    if (!area) continue;
    const [a, b] = [Math.max(view.left, d.x[0]), Math.min(view.right, Math.max(d.x[1], d.x[0] + 3))];
    const hatch = layBand(d, { a, b, y: area.y, h: area.h }, view, hatched, out);
    if (lane) {
      const taken = out.inLanes.get(lane) ?? [];
      out.inLanes.set(lane, taken);
      if (!layInLane(d, a, b, area, taken, view, out)) left++;
    } else if (!layInStrip(d, a, b, hatch, many.has(d.finding.rule), rows, view, out)) left++;
  }
  if (left > 0) {
    const says = left === 1 ? '1 more finding' : `${left} more findings`;
    out.over.push({ t: 'text', x: 12, y: view.top + 13, text: says, size: 10.5, ink: 'finding' });
  }
  return out;
}

type Placed = OnSheet & { readonly x: readonly [number, number] };
interface Area {
  readonly a: number;
  readonly b: number;
  readonly y: number;
  readonly h: number;
}
/** Stretches of a row that are taken, px. */
type Taken = [from: number, to: number][];

const wanted = (f: Finding, view: BandView): boolean =>
  view.findings === 'all' ||
  (view.findings === 'selected' ? f.key === view.selected : f.rule === view.findings);

const isFree = (taken: Taken, from: number, to: number): boolean =>
  taken.every(([a, b]) => to <= a || from >= b);

/** The hatch of a finding, where no other lies there already; @returns whether it was drawn */
function layBand(d: Placed, area: Area, view: BandView, hatched: Area[], out: Out): boolean {
  const { finding, x } = d;
  const selected = finding.key === view.selected;
  if (!selected && (finding.status !== 'established' || drawnAs(finding).onlyLabel)) return false;
  const clash = hatched.some(
    (o) => area.a < o.b && o.a < area.b && area.y < o.y + o.h && o.y < area.y + area.h,
  );
  if (clash) return false;
  hatched.push(area);
  const mark = markOf(finding);
  const { a, b, y, h } = area;
  const opacity = selected ? 0.16 : 0.07;
  out.under.push({ t: 'rect', x: a, y, w: b - a, h, hatch: HATCH[mark], fill: 'finding', opacity });
  const dash = finding.status !== 'established';
  for (const e of [x[0], x[1]])
    if (e >= view.left && e <= view.right) {
      out.edges.push({ x: e, y, h });
      out.under.push({
        t: 'line',
        x: e,
        y,
        x2: e,
        y2: y + h,
        stroke: 'finding',
        width: selected ? 1.8 : 1,
        dash,
      });
    }
  out.hits.unshift({ x: a, y, w: b - a, h, kind: 'band', id: finding.key, says: saysOf(finding) });
  out.legend.push(mark);
  return true;
}

/** Rules with so many findings in the strip that their words would leave no room to others: their numbers stand alone. */
const CROWD = 3;

function crowdedRules(drawn: readonly Placed[]): Set<string> {
  const count = new Map<string, number>();
  for (const { finding } of drawn)
    if (!finding.item) count.set(finding.rule, (count.get(finding.rule) ?? 0) + 1);
  return new Set([...count].flatMap(([rule, n]) => (n > CROWD ? [rule] : [])));
}

/** Bracket and label in the first row with room for both; the number alone where the words have none. */
function layInStrip(
  d: Placed,
  a: number,
  b: number,
  hatch: boolean,
  numberOnly: boolean,
  rows: readonly Taken[],
  view: BandView,
  out: Out,
): boolean {
  const { finding, number } = d;
  const selected = finding.key === view.selected;
  const bold = selected || finding.status === 'established';
  const text = labelFor(finding);
  const alone = numberWidth(number) + 6;
  const full = alone + textWidth(text, 11, bold) + 8;
  for (const w of numberOnly && !selected ? [alone] : [full, alone]) {
    if (w > view.right - view.left) continue;
    for (let r = 0; r < rows.length; r++) {
      const row = rows[r] as Taken;
      const x = Math.max(view.left, Math.min(b - a > w ? (a + b - w) / 2 : a, view.right - w));
      const [from, to] = [Math.min(a, x) - 4, Math.max(b, x + w) + 4];
      if (!isFree(row, from, to)) continue;
      row.push([from, to]);
      const y = view.top + r * STRIP;
      layBracket(d, a, b, y, hatch, view, out);
      layLabel(d, { x, y, w, text: w === alone ? '' : text, bold, selected, framed: false }, out);
      return true;
    }
  }
  return false;
}

/**
 * A line along the minutes of a finding, below its label, with a foot at each end that is in view; over a hatch the feet reach
 * down to it. However much wider than its minutes a label is, the line is seen whole.
 */
function layBracket(
  d: Placed,
  a: number,
  b: number,
  y: number,
  hatch: boolean,
  view: BandView,
  out: Out,
): void {
  const dash = d.finding.status !== 'established';
  out.under.push({ t: 'line', x: a, y: y + BELOW, x2: b, y2: y + BELOW, stroke: 'finding', width: 2, dash });
  for (const e of [d.x[0], d.x[1]])
    if (e >= view.left && e <= view.right)
      out.under.push({
        t: 'line',
        x: e,
        y: y + BELOW - 4,
        x2: e,
        y2: hatch ? view.lanesTop : y + BELOW + 1,
        stroke: 'finding',
        width: 1,
        dash,
      });
}

/** The number of a finding upon its band in the lane of its item or camera, with its words where the band has room. */
function layInLane(
  d: Placed,
  a: number,
  b: number,
  lane: { y: number; h: number },
  taken: Taken,
  view: BandView,
  out: Out,
): boolean {
  const selected = d.finding.key === view.selected;
  const bold = selected || d.finding.status === 'established';
  const text = labelFor(d.finding);
  const alone = numberWidth(d.number) + 4;
  for (const w of [alone + textWidth(text, 11, bold) + 8, alone]) {
    if (w !== alone && w > b - a) continue;
    const x = Math.max(view.left, Math.min((a + b - w) / 2, view.right - w));
    if (!isFree(taken, x - 2, x + w + 2)) continue;
    taken.push([x - 2, x + w + 2]);
    layLabel(
      d,
      { x, y: lane.y + lane.h - 17, w, text: w === alone ? '' : text, bold, selected, framed: true },
      out,
    );
    return true;
  }
  return false;
}

const rank = (f: Finding, selected: string | null): number =>
  f.key === selected ? 0 : f.status === 'established' ? 1 : 2;

/** The stretch of a finding in drawing units, from where its moments are drawn. */
export function spanOf(sheet: Sheet, f: Finding): [number, number] {
  if (!f.span) return [Number.NaN, Number.NaN];
  const at = (m: { id: string; edge: 'start' | 'end' | 'released' | 'received' }): number =>
    sheet.axis.toU(sheet.analysis.positions.at[sheet.momentAt(m.id, m.edge)] ?? Number.NaN);
  const [a, b] = [at(f.span.from), at(f.span.to)];
  return a <= b ? [a, b] : [b, a];
}

/** The lane that a finding is about, its item's or its camera's; null where it is about the stop. */
function laneOf(f: Finding, view: BandView, sourceOf: (row: string) => string): string | null {
  if (f.item) return `item ${f.item}`;
  const camera = drawnAs(f).through === 'camera' ? `source ${sourceOf(f.subjects[0] ?? '')}` : null;
  return camera && view.lanes.has(camera) ? camera : null;
}

/** From the first lane to the last of the stop, with its sources where they bear it out. */
function stopArea(f: Finding, view: BandView): { y: number; h: number } {
  const bottom = view.groupBottom(drawnAs(f).through === 'sources' ? 'sources' : 'stop');
  return { y: view.lanesTop, h: Math.max(0, bottom - view.lanesTop) };
}

/** Rows of the strip of labels: the same at every zoom, so that lanes stay where they are; one where one finding is shown. */
function stripRows(sheet: Sheet, shown: string): number {
  if (shown === 'selected') return 1;
  if (shown === 'none') return 0;
  return Math.max(1, Math.min(MOST_ROWS, drawnOn(sheet).filter(({ finding }) => !finding.item).length));
}

/** Height of the strip of labels. */
export const stripHeight = (sheet: Sheet, shown: string): number => stripRows(sheet, shown) * STRIP + 4;
