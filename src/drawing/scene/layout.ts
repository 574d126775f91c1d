import { clockLine, middle, shownAt } from '../../analysis/clocks';
import { layFindings, stripHeight } from '../lanes/findings';
import type { Group, Lane } from '../lanes/lane';
import type { Sheet } from '../lanes/lanes';
import { layRuler } from '../sheet/ruler';
import { DAY } from '../sheet/time-axis';
import { layClashes, NO_CLASHES } from './clashes';
import { foldEdges, layFolds } from './folds';
import { cutNames } from './lane-names';
import { LABEL, TRACK } from './mark-view';
import { layMarks } from './marks';
import { fitText, type Hit, type Scene, type Shape } from './scene';

/** What part of the sheet is looked at, and how wide the paper is. */
export interface View {
  readonly width: number;
  /** Drawing units in view. */
  readonly u0: number;
  readonly u1: number;
  /** Row id or finding key. */
  readonly selected: string | null;
  /** Lanes that are not drawn; the sheet says that they are not. */
  readonly hidden: ReadonlySet<string>;
  /** Lanes in the order wished for, within their groups; empty for the sheet's own. */
  readonly order: readonly string[];
  /** Rows that are lit while the others fade; null for all alike. */
  readonly lit: ReadonlySet<string> | null;
  /** Which findings are drawn: `all`, `selected`, or those of one rule by its id. */
  readonly findings: string;
  /** Id of the clock that the ruler shows; null for wall clock in the case's zone. */
  readonly clock: string | null;
  /** The sheet shows what was written: rows that the record proves to lie elsewhere. Null for the sheet as it is proved. */
  readonly moved: ReadonlySet<string> | null;
  /** It leaves as a picture, where nobody can zoom in: what finds no name here is named in the table beside it. */
  readonly still: boolean;
}

const GUTTER = 168;
const RULER = 50;
const GROUP_HEAD = 20;

/** The whole sheet in view. */
export function wholeView(sheet: Sheet, width: number): View {
  return {
    width,
    u0: 0,
    u1: sheet.axis.length,
    selected: null,
    hidden: new Set(),
    order: [],
    lit: null,
    findings: 'all',
    clock: null,
    moved: null,
    still: false,
  };
}

/** Lanes as wished for, group by group; those that the wish does not name come after, as they were. */
export function inOrder(lanes: readonly Lane[], order: readonly string[]): readonly Lane[] {
  if (order.length === 0) return lanes;
  const at = new Map(order.map((id, i) => [id, i]));
  const groups = [...new Set(lanes.map((l) => l.group.id))];
  const rank = (l: Lane): number => at.get(l.id) ?? order.length;
  return groups.flatMap((g) =>
    lanes
      .filter((l) => l.group.id === g)
      .map((l, i) => ({ l, i }))
      .sort((a, b) => rank(a.l) - rank(b.l) || a.i - b.i)
      .map(({ l }) => l),
  );
}

const laneHeight = (lane: Lane): number => lane.tracks * TRACK + lane.labelRows * LABEL + 8;
/** The height of a lane with the line below its name. */
const rowHeight = (lane: Lane): number => Math.max(laneHeight(lane), lane.sub === '' ? 0 : 30);

/** How high lanes stand below one another with the heads of their groups, px; `below` is the group of the lane above them. */
export function lanesHeight(lanes: readonly Lane[], below: string | null): number {
  let [y, group] = [0, below];
  for (const lane of lanes) {
    if (lane.group.id !== group) y += 6 + GROUP_HEAD;
    group = lane.group.id;
    y += rowHeight(lane);
  }
  return y;
}

/** What stands above the lanes, and the room below them, px. */
export const aroundLanes = (sheet: Sheet, view: View): number =>
  RULER + stripHeight(sheet, view.moved ? 'none' : view.findings) + 10;

/** The picture as data: pure, so that screen, paper and tests share it. */
export function layout(sheet: Sheet, view: View): Scene {
  const left = Math.min(GUTTER, Math.round(view.width * 0.3));
  const right = view.width - 10;
  const k = (right - left) / Math.max(1e-9, view.u1 - view.u0);
  const legend = new Set<string>();
  const back: Shape[] = [];
  const gutter: Shape[] = [];
  const marks: Shape[] = [];
  const hits: Hit[] = [];
  const places = new Map<string, { y: number; h: number }>();
  const lanesTop = RULER + stripHeight(sheet, view.moved ? 'none' : view.findings);
  const bottoms = { stop: lanesTop, sources: lanesTop };
  let y = lanesTop;
  let group: Group | null = null;
  const lanes = inOrder(sheet.lanes, view.order).filter((lane) => !view.hidden.has(lane.id));
  for (const lane of lanes) {
    if (lane.group.id !== group?.id) {
      group = lane.group;
      y += 6;
      back.push({ t: 'line', x: 12, y, x2: right, y2: y, stroke: 'line', width: 1 });
      gutter.push({
        t: 'text',
        x: 12,
        y: y + 14,
        text: group.name.toUpperCase(),
        size: 10,
        ink: 'muted',
        bold: true,
        spaced: true,
      });
      y += GROUP_HEAD;
    }
    const h = laneHeight(lane);
    places.set(lane.id, { y, h });
    y += rowHeight(lane);
    if (lane.group.id === 'stop') bottoms.stop = y;
    // A hatch over the sources begins above the stop: without a lane of theirs it ends with the stop.
    if (lane.group.id === 'stop' || lane.group.id === 'sources') bottoms.sources = y;
  }
  const bands = layFindings(sheet, {
    left,
    right,
    u0: view.u0,
    k,
    top: RULER,
    lanesTop,
    selected: view.selected,
    findings: view.moved ? 'none' : view.findings,
    lanes: places,
    groupBottom: (g) => bottoms[g],
  });
  for (const l of bands.legend) legend.add(l);
  const folded = foldEdges(sheet, view.u0, k, left);
  const names = cutNames(
    lanes.map((l) => l.name),
    left - 24,
  );
  lanes.forEach((lane, i) => {
    const { y: top, h } = places.get(lane.id) as { y: number; h: number };
    const edges = [...folded, ...bands.edges.filter((e) => e.y < top + h && e.y + e.h > top).map((e) => e.x)];
    const nameless = layMarks(
      lane,
      {
        left,
        right,
        u0: view.u0,
        k,
        top,
        selected: view.selected,
        lit: view.lit,
        edges,
        taken: bands.inLanes.get(lane.id) ?? [],
        moved: view.moved,
      },
      { shapes: marks, hits, legend },
    );
    const name = names[i] as string;
    gutter.push({ t: 'text', x: 12, y: top + 12, text: name, size: 12, ink: 'ink', bold: true });
    const sub =
      nameless > 0 ? `${nameless} more${view.still ? ', in the table' : ', unnamed: zoom in'}` : lane.sub;
    if (sub !== '' && h >= 27)
      gutter.push({
        t: 'text',
        x: 12,
        y: top + 25,
        text: fitText(sub, 10.5, left - 24),
        size: 10.5,
        ink: 'muted',
      });
  });
  const leftOut = sheet.lanes.filter((l) => view.hidden.has(l.id)).map((l) => l.name);
  if (leftOut.length > 0) {
    const says = `${leftOut.length} ${leftOut.length === 1 ? 'lane is' : 'lanes are'} not shown: ${leftOut.join(', ')}`;
    gutter.push({
      t: 'text',
      x: 12,
      y: y + 16,
      text: fitText(says, 11, view.width - 30),
      size: 11,
      ink: 'muted',
    });
    y += 20;
  }
  const height = y + 10;
  const shown = rulerClock(sheet, view.clock, sheet.axis.toT((view.u0 + view.u1) / 2));
  const zone = shown?.zone ?? sheet.record.case.zone;
  const ruler = layRuler(
    sheet.axis,
    { left, right, u0: view.u0, k },
    zone,
    sheet.zeros,
    sheet.counterOnly,
    height - 6,
    shown?.shift ?? 0,
  );
  const folds = layFolds(sheet, view.u0, k, left, right, lanesTop, height);
  const clashes = view.moved
    ? NO_CLASHES
    : layClashes(sheet, { left, right, u0: view.u0, k }, places, marks, [
        ...bands.edges,
        ...folded.map((x) => ({ x, y: lanesTop, h: height })),
      ]);
  if (clashes.shapes.length > 0) legend.add('clash');
  const head: Shape[] = [
    {
      t: 'text',
      x: 12,
      y: 24,
      text: fitText(sheet.counterOnly ? 'recording’s counter' : zone, 11, left - 30),
      size: 11,
      ink: 'muted',
    },
    {
      t: 'text',
      x: 12,
      y: 38,
      text: fitText(
        view.moved
          ? 'AS WRITTEN, each by its own clock'
          : sheet.counterOnly
            ? 'tied to no clock'
            : sheet.axis.grain >= DAY
              ? 'by the day'
              : (shown?.name ?? referenceName(sheet)),
        10.5,
        left - 30,
      ),
      size: 10.5,
      ink: 'muted',
    },
  ];
  return {
    width: view.width,
    height,
    left,
    shapes: [
      ...back,
      ...ruler.shapes,
      ...bands.under,
      ...folds.under,
      ...marks,
      ...clashes.shapes,
      ...ruler.over,
      ...folds.over,
      ...bands.over,
      ...head,
      ...gutter,
    ],
    hits: [...folds.hits, ...hits, ...clashes.hits, ...bands.hits],
    legend: [...legend],
  };
}

/** The clock chosen for the ruler, its zone, and the middle of what it may be off by at an instant (ms). */
function rulerClock(
  sheet: Sheet,
  id: string | null,
  at: number,
): { name: string; zone: string; shift: number } | null {
  const clock = sheet.record.clocks.find((c) => c.id === id);
  const shown = clock && shownAt(clockLine(sheet.analysis, clock.id), { min: at, max: at });
  if (!clock || !shown) return null;
  const half = Math.ceil((shown.max - shown.min) / 2000);
  return {
    name: `${clock.name}${half > 0 ? ` ±${half} s` : ''}`,
    zone: clock.zone || sheet.record.case.zone,
    shift: at - middle(shown),
  };
}

function referenceName(sheet: Sheet): string {
  const c = sheet.record.clocks.find((x) => x.reference);
  return c ? `${c.name} (reference)` : 'no reference clock';
}
