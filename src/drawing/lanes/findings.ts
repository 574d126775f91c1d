import { ruleOf } from '../../rules';
import type { Finding } from '../../rules/finding';
import type { Rule } from '../../rules/rule';
import { printBounds } from '../../time/duration';
import { type Hatch, type Hit, type Shape, textWidth } from '../scene/scene';
import type { Sheet } from './lanes';

export const STRIP = 22;
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
  /** `all`, `selected`, or the id of a rule. */
  readonly findings: string;
  readonly lanes: ReadonlyMap<string, { y: number; h: number }>;
  readonly groupBottom: (group: 'stop' | 'sources') => number;
}

/** The mark of each rule where it is not that of its section, and how the legend calls each hatch. */
const HATCH: Record<string, Hatch> = {
  'unaccounted-minutes': 'dots',
  'stop-before-cause': 'level',
  'suspicion-late': 'level',
  'claim-against-footage': 'level',
  'frisk-without-danger': 'level',
};
const OF_SECTION: Record<Rule['section'], Hatch> = {
  stop: 'diagonal',
  search: 'cross',
  sources: 'dots',
  custody: 'back',
};
const LEGEND: Record<Hatch, string> = {
  diagonal: 'beyond',
  cross: 'search',
  level: 'cause',
  dots: 'uncovered',
  back: 'break',
};

/** Bands that would lie over others, or over half the sheet, are drawn only for the finding that is selected. */
const ONLY_LABEL = new Set([
  'unaccounted-minutes',
  'fruit',
  'contradiction',
  'suspicion-late',
  'consent-in-extension',
  'slow-mission',
  'claim-against-footage',
]);

const hatchOf = (f: Finding): Hatch => HATCH[f.rule] ?? OF_SECTION[ruleOf(f.rule).section];

/** Which findings have a place on the sheet: those with a stretch of time that are not foreclosed. */
export function drawnFindings(findings: readonly Finding[]): { finding: Finding; number: number }[] {
  return findings
    .map((finding, i) => ({ finding, number: i + 1 }))
    .filter(({ finding }) => finding.span !== null && finding.status !== 'foreclosed');
}

type Drawn = ReturnType<typeof drawnFindings>[number] & { readonly span: readonly [number, number] };
const drawnOfSheet = new WeakMap<Sheet, readonly Drawn[]>();

/** The findings drawn on a sheet with their stretches in drawing units; found once, not at every step of a pan. */
function drawnOn(sheet: Sheet): readonly Drawn[] {
  const known = drawnOfSheet.get(sheet);
  if (known) return known;
  const drawn = drawnFindings(sheet.analysis.findings).map((d) => ({ ...d, span: spanOf(sheet, d.finding) }));
  drawnOfSheet.set(sheet, drawn);
  return drawn;
}

/** Bands of the established findings (and of the one selected), and a strip of labels above them, each with its bounds. */
export function layFindings(
  sheet: Sheet,
  view: BandView,
): { under: Shape[]; over: Shape[]; hits: Hit[]; legend: string[] } {
  const under: Shape[] = [];
  const over: Shape[] = [];
  const hits: Hit[] = [];
  const legend: string[] = [];
  const free = new Array<number>(stripRows(sheet, view.findings)).fill(view.left);
  const px = (u: number): number => view.left + (u - view.u0) * view.k;
  const drawn = drawnOn(sheet)
    .filter(
      ({ finding }) =>
        view.findings === 'all' ||
        (view.findings === 'selected' ? finding.key === view.selected : finding.rule === view.findings),
    )
    .map((d) => ({ ...d, x: [px(d.span[0]), px(d.span[1])] as const }))
    .filter(({ x }) => !Number.isNaN(x[0]) && x[1] >= view.left && x[0] <= view.right);
  const order = [...drawn].sort(
    (a, b) => rank(a.finding, view.selected) - rank(b.finding, view.selected) || a.x[0] - b.x[0],
  );
  for (const { finding, number, x } of order) {
    const selected = finding.key === view.selected;
    const [a, b] = [Math.max(view.left, x[0]), Math.min(view.right, Math.max(x[1], x[0] + 3))];
    const area = areaOf(
      finding,
      view,
      (row) => sheet.record.events.find((e) => e.id === row)?.sourceId ?? '',
    );
    if (!area) continue;
    const shown = selected || (finding.status === 'established' && !ONLY_LABEL.has(finding.rule));
    if (shown) {
      const hatch = hatchOf(finding);
      under.push({
        t: 'rect',
        x: a,
        y: area.y,
        w: b - a,
        h: area.h,
        hatch,
        fill: 'finding',
        opacity: selected ? 0.16 : 0.07,
      });
      for (const e of [x[0], x[1]])
        if (e >= view.left && e <= view.right)
          under.push({
            t: 'line',
            x: e,
            y: area.y,
            x2: e,
            y2: area.y + area.h,
            stroke: 'finding',
            width: selected ? 1.8 : 1,
            dash: finding.status !== 'established',
          });
      legend.push(LEGEND[hatch]);
    }
    const text = labelFor(finding);
    const bold = selected || finding.status === 'established';
    const full = 24 + textWidth(text, 11, bold) + 8;
    const placed = placeBox(free, [full, 20], Math.max(view.left, Math.min(a, view.right - 20)), view.right);
    if (!placed) continue;
    const { row, x: bx, w } = placed;
    const y = view.top + row * STRIP;
    over.push({
      t: 'rect',
      x: bx,
      y,
      w,
      h: 18,
      fill: 'paper',
      stroke: 'finding',
      r: 3,
      ...(finding.status === 'established' ? {} : { dash: true }),
    });
    over.push({
      t: 'dot',
      x: bx + 10,
      y: y + 9,
      r: 7,
      ...(selected ? { fill: 'finding' as const } : { stroke: 'finding' as const }),
    });
    over.push({
      t: 'text',
      x: bx + 10,
      y: y + 12.5,
      text: String(number),
      size: number > 9 ? 8.5 : 10,
      ink: selected ? 'paper' : 'finding',
      bold: true,
      anchor: 'middle',
    });
    if (w === full) over.push({ t: 'text', x: bx + 22, y: y + 13, text, size: 11, ink: 'finding', bold });
    if (shown)
      under.push({
        t: 'line',
        x: Math.min(Math.max(a, bx + 4), bx + w - 4),
        y: y + 18,
        x2: Math.min(Math.max(a, bx + 4), bx + w - 4),
        y2: Math.max(y + 18, area.y),
        stroke: 'finding',
        width: 1,
      });
    hits.push({
      x: bx,
      y,
      w,
      h: 18,
      kind: 'finding',
      id: finding.key,
      says: `${finding.title}: ${finding.status}`,
    });
  }
  return { under, over, hits, legend };
}

const rank = (f: Finding, selected: string | null): number =>
  f.key === selected ? 0 : f.status === 'established' ? 1 : 2;

function labelFor(f: Finding): string {
  if (!f.bounds) return f.title;
  const what: Record<string, string> = {
    'mission-complete': 'held past the mission',
    'sniff-adds-time': 'the sniff adds',
    'off-mission-detour': 'off the mission',
    'unaccounted-minutes': 'nobody accounts for',
    'custody-gap': 'in nobody’s hands',
    'two-places': 'in two hands',
    fruit: 'what came after it',
  };
  return `${what[f.rule] ?? f.title}: ${printBounds(f.bounds)}`;
}

function placeBox(
  free: number[],
  widths: readonly number[],
  wish: number,
  right: number,
): { row: number; x: number; w: number } | null {
  for (const w of widths) {
    // At its place, else pushed right a little, in the row that pushes it least.
    const row = free.reduce((best, f, i) => (f < (free[best] as number) ? i : best), 0);
    const fits = free.findIndex((f) => f <= Math.min(wish, right - w));
    const at = fits >= 0 ? fits : row;
    const x = Math.max(free[at] as number, Math.min(wish, right - w));
    if (x + w > right + 1 || x - wish > 60) continue;
    free[at] = x + w + 8;
    return { row: at, x, w };
  }
  return null;
}

/** The stretch of a finding in drawing units, from where its moments are drawn. */
export function spanOf(sheet: Sheet, f: Finding): [number, number] {
  if (!f.span) return [Number.NaN, Number.NaN];
  const at = (m: { id: string; edge: 'start' | 'end' | 'released' | 'received' }): number =>
    sheet.axis.toU(sheet.analysis.positions.at[sheet.momentAt(m.id, m.edge)] ?? Number.NaN);
  const [a, b] = [at(f.span.from), at(f.span.to)];
  return a <= b ? [a, b] : [b, a];
}

/** The lanes a finding concerns: its item, its camera, or the whole stop with its sources. */
function areaOf(
  f: Finding,
  view: BandView,
  sourceOf: (row: string) => string,
): { y: number; h: number } | null {
  if (f.item) return view.lanes.get(`item ${f.item}`) ?? null;
  if (f.rule === 'camera-hole') return view.lanes.get(`source ${sourceOf(f.subjects[0] ?? '')}`) ?? null;
  const top = view.lanesTop;
  const bottom = f.rule === 'mission-complete' ? view.groupBottom('sources') : view.groupBottom('stop');
  return { y: top, h: Math.max(0, bottom - top) };
}

/** Rows of the strip of labels: the same at every zoom, so that lanes stay where they are; one where one finding is shown. */
function stripRows(sheet: Sheet, shown: string): number {
  if (shown === 'selected') return 1;
  return Math.max(1, Math.min(MOST_ROWS, drawnOn(sheet).length));
}

/** Height of the strip of labels. */
export const stripHeight = (sheet: Sheet, shown: string): number => stripRows(sheet, shown) * STRIP + 4;
