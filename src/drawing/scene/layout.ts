import { clockLine, middle, shownAt } from '../../analysis/clocks';
import { printLengthOf, printMiss } from '../../time/duration';
import { layFindings, stripHeight } from '../lanes/findings';
import type { Group, Lane } from '../lanes/lane';
import type { Sheet } from '../lanes/lanes';
import { layRuler } from '../sheet/ruler';
import { LABEL, layMarks, TRACK } from './marks';
import { fitText, type Hit, type Scene, type Shape, textWidth } from './scene';

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
    y += Math.max(h, lane.sub === '' ? h : 30);
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
    sheet.zero,
    sheet.counterOnly,
    height - 6,
    shown?.shift ?? 0,
  );
  const folds = layFolds(sheet, view.u0, k, left, right, lanesTop, height);
  const clashes = view.moved ? NO_CLASHES : layClashes(sheet, { left, right, u0: view.u0, k }, places);
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

interface Clashes {
  readonly shapes: Shape[];
  readonly hits: Hit[];
}

const NO_CLASHES: Clashes = { shapes: [], hits: [] };

/** What a contradiction set aside, at both times: a ring where it claims to be, joined to where it can be. */
function layClashes(
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

/** Where the folds begin and end, px. */
function foldEdges(sheet: Sheet, u0: number, k: number, left: number): number[] {
  return sheet.axis.stretches.slice(1).flatMap((s, i) => {
    const before = sheet.axis.stretches[i];
    return before ? [left + (before.u1 - u0) * k, left + (s.u0 - u0) * k] : [];
  });
}

/** Names cut to their room, in the middle where those of two lanes would read alike. */
function cutNames(names: readonly string[], room: number): string[] {
  const cut = names.map((n) => fitText(n, 12, room, true));
  return cut.map((c, i) => {
    const name = names[i] as string;
    const twin = c !== name && cut.some((o, j) => j !== i && o === c && names[j] !== name);
    if (!twin) return c;
    const tail = name
      .slice(-Math.floor(name.length / 3))
      .trimStart()
      .slice(-8);
    return `${fitText(name, 12, room - textWidth(tail, 12, true), true)}${tail}`;
  });
}

/** Axis breaks: a grey strip with the length of what is folded written along it. */
function layFolds(
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
    const says = `folded: ${printLengthOf(b.t0 - a.t1)}`;
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

/** Hits are sorted out by columns of this width, in px, when a scene is first asked. */
const COLUMN = 24;
const columns = new WeakMap<Scene, Map<number, Hit[]>>();

function columnsOf(scene: Scene): Map<number, Hit[]> {
  let made = columns.get(scene);
  if (!made) {
    made = new Map();
    for (const h of scene.hits) {
      for (let c = Math.floor(h.x / COLUMN); c <= Math.floor((h.x + h.w) / COLUMN); c++) {
        const list = made.get(c);
        if (list) list.push(h);
        else made.set(c, [h]);
      }
    }
    columns.set(scene, made);
  }
  return made;
}

/** The topmost thing under a point: labels of findings, marks, then bands and folds; null where there is nothing. */
export function hitAt(scene: Scene, x: number, y: number): Hit | null {
  let below: Hit | null = null;
  const column = columnsOf(scene).get(Math.floor(x / COLUMN)) ?? [];
  for (let i = column.length - 1; i >= 0; i--) {
    const h = column[i] as Hit;
    if (x < h.x || x > h.x + h.w || y < h.y || y > h.y + h.h) continue;
    if (h.kind !== 'fold' && h.kind !== 'band') return h;
    below ??= h;
  }
  return below;
}
