import { LANES } from '../lanes';
import type { LegendEntry } from '../lanes/lane';
import type { Hatch, Scene, Shape } from './scene';
import { textWidth } from './scene';

const box = (x: number, y: number) => ({ t: 'rect' as const, x, y, w: 22, h: 12 });
const hatched =
  (hatch: Hatch) =>
  (x: number, y: number): Shape[] => [{ ...box(x, y), fill: 'paper', stroke: 'finding', hatch }];
/** What the number of a finding stands in: round, or square. */
const numbered =
  (r: number) =>
  (x: number, y: number): Shape[] => [{ ...box(x + 4, y), w: 14, fill: 'paper', stroke: 'finding', r }];

/** What a mark may mean in any lane: its finding, its uncertainty, its claim. */
const OF_ANY: readonly LegendEntry[] = [
  { key: 'beyond', name: 'beyond the mission', swatch: hatched('diagonal') },
  { key: 'cause', name: 'before its cause', swatch: hatched('level') },
  { key: 'search', name: 'search or arrest', swatch: hatched('cross') },
  { key: 'uncontested', name: 'finding that nothing in the record answers', swatch: numbered(6) },
  { key: 'contested', name: 'finding that the prosecution can contest', swatch: numbered(0) },
  {
    key: 'whisker',
    name: 'whisker: all the record allows',
    swatch: (x, y) =>
      [x, x + 22]
        .map((e): Shape => ({ t: 'line', x: e, y: y + 3, x2: e, y2: y + 9, stroke: 'muted' }))
        .concat({ t: 'line', x, y: y + 6, x2: x + 22, y2: y + 6, stroke: 'muted' }),
  },
  {
    key: 'open',
    name: 'outline with a point: at any time on that side',
    swatch: (x, y) => [
      { t: 'line', x, y: y + 6, x2: x + 14, y2: y + 6, stroke: 'muted', dash: true },
      { t: 'line', x, y: y + 6, x2: x + 4, y2: y + 2, stroke: 'muted' },
      { t: 'line', x, y: y + 6, x2: x + 4, y2: y + 10, stroke: 'muted' },
      { t: 'dot', x: x + 17, y: y + 6, r: 4, fill: 'paper', stroke: 'ink' },
    ],
  },
  {
    key: 'fade',
    name: 'fade: may reach so far',
    swatch: (x, y) => [
      { ...box(x, y), w: 12, fill: 'mission' },
      { ...box(x + 12, y), w: 10, fill: 'mission', opacity: 0.3 },
    ],
  },
  {
    key: 'order',
    name: 'outline: order known, time not',
    swatch: (x, y) => [{ ...box(x, y), fill: 'paper', stroke: 'mission', dash: true }],
  },
  {
    key: 'untied',
    name: 'outline: by its counter only',
    swatch: (x, y) => [{ ...box(x, y), fill: 'paper', stroke: 'source', dash: true }],
  },
  {
    key: 'clash',
    name: 'claimed time, set aside',
    swatch: (x, y) => [{ t: 'dot', x: x + 11, y: y + 6, r: 4, fill: 'paper', stroke: 'finding' }],
  },
  {
    key: 'moved',
    name: 'written here, proved elsewhere',
    swatch: (x, y) => [
      { t: 'dot', x: x + 11, y: y + 6, r: 3, fill: 'ink' },
      { t: 'dot', x: x + 11, y: y + 6, r: 5.5, stroke: 'finding' },
    ],
  },
  {
    key: 'run',
    name: 'many entries drawn as one',
    swatch: (x, y) =>
      [0, 2, 4, 7, 8, 11, 15, 17].map(
        (d): Shape => ({ t: 'line', x: x + d, y: y + 1, x2: x + d, y2: y + 11, stroke: 'ink' }),
      ),
  },
];

/** What each kind of mark means, in the order in which a legend lists them: of the lanes, each by its kind, then of any. */
export const LEGEND: readonly LegendEntry[] = [...LANES.flatMap((kind) => kind.legend), ...OF_ANY];

/** Of a swatch, px. */
export const SWATCH = { w: 22, h: 12 };
const SIZE = 10.5;
const ROW = 17;

/** The scene with a legend of what is on it below, for paper. */
export function withLegend(scene: Scene): Scene {
  const shapes: Shape[] = [];
  let [x, y] = [12, scene.height + 12];
  for (const { name, swatch } of LEGEND.filter(({ key }) => scene.legend.includes(key))) {
    const w = 30 + textWidth(name, SIZE) + 16;
    if (x + w > scene.width - 8 && x > 12) {
      x = 12;
      y += ROW;
    }
    shapes.push(...swatch(x, y - 6), {
      t: 'text',
      x: x + 30,
      y: y + 4,
      text: name,
      size: SIZE,
      ink: 'ink',
    });
    x += w;
  }
  return shapes.length === 0 ? scene : { ...scene, height: y + ROW, shapes: [...scene.shapes, ...shapes] };
}
