import type { Scene, Shape } from './scene';
import { textWidth } from './scene';

/** What each kind of mark means, in the order in which a legend lists them. */
export const LEGEND_NAMES: Readonly<Record<string, string>> = {
  mission: 'mission',
  mission2: 'records check, writing',
  off: 'off mission',
  canine: 'canine',
  act: 'other act',
  source: 'recorded',
  custody: 'custody',
  completion: 'mission completed',
  entry: 'entry of a source',
  uncovered: 'no sound, off, or unaccounted',
  beyond: 'beyond the mission',
  cause: 'before its cause',
  search: 'search or arrest',
  break: 'custody break',
  uncontested: 'finding that nothing in the record answers',
  contested: 'finding that the State can contest',
  whisker: 'whisker: all the record allows',
  fade: 'fade: may reach so far',
  order: 'outline: order known, time not',
  clash: 'claimed time, set aside',
  moved: 'written here, proved elsewhere',
  run: 'many entries drawn as one',
};

/** Of a swatch, px. */
export const SWATCH = { w: 22, h: 12 };
const SIZE = 10.5;
const ROW = 17;

/** The scene with a legend of what is on it below, for paper. */
export function withLegend(scene: Scene): Scene {
  const shapes: Shape[] = [];
  let [x, y] = [12, scene.height + 12];
  for (const key of Object.keys(LEGEND_NAMES).filter((k) => scene.legend.includes(k))) {
    const name = LEGEND_NAMES[key] as string;
    const w = 30 + textWidth(name, SIZE) + 16;
    if (x + w > scene.width - 8 && x > 12) {
      x = 12;
      y += ROW;
    }
    shapes.push(...swatch(key, x, y - 6), {
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

/** A piece of the mark itself, 22 px by 12. */
export function swatch(key: string, x: number, y: number): Shape[] {
  const box = { t: 'rect' as const, x, y, w: 22, h: 12 };
  switch (key) {
    case 'completion':
      return [{ t: 'dot', x: x + 11, y: y + 6, r: 4.5, fill: 'paper', stroke: 'mission' }];
    case 'entry':
      return [{ t: 'dot', x: x + 11, y: y + 6, r: 3, fill: 'ink' }];
    case 'canine':
      return [{ t: 'diamond', x: x + 11, y: y + 6, r: 5.5, fill: 'canine' }];
    case 'moved':
      return [
        { t: 'dot', x: x + 11, y: y + 6, r: 3, fill: 'ink' },
        { t: 'dot', x: x + 11, y: y + 6, r: 5.5, stroke: 'finding' },
      ];
    case 'clash':
      return [{ t: 'dot', x: x + 11, y: y + 6, r: 4, fill: 'paper', stroke: 'finding' }];
    case 'uncovered':
      return [{ ...box, fill: 'paper', stroke: 'muted', hatch: 'dots' }];
    case 'beyond':
      return [{ ...box, fill: 'paper', stroke: 'finding', hatch: 'diagonal' }];
    case 'break':
      return [{ ...box, fill: 'paper', stroke: 'finding', hatch: 'back' }];
    case 'cause':
      return [{ ...box, fill: 'paper', stroke: 'finding', hatch: 'level' }];
    case 'search':
      return [{ ...box, fill: 'paper', stroke: 'finding', hatch: 'cross' }];
    case 'uncontested':
    case 'contested':
      return [{ ...box, x: x + 4, w: 14, fill: 'paper', stroke: 'finding', r: key === 'contested' ? 0 : 6 }];
    case 'order':
      return [{ ...box, fill: 'paper', stroke: 'mission', dash: true }];
    case 'fade':
      return [
        { ...box, w: 12, fill: 'mission' },
        { ...box, x: x + 12, w: 10, fill: 'mission', opacity: 0.3 },
      ];
    case 'whisker':
      return [x, x + 22]
        .map((e): Shape => ({ t: 'line', x: e, y: y + 3, x2: e, y2: y + 9, stroke: 'muted' }))
        .concat({ t: 'line', x, y: y + 6, x2: x + 22, y2: y + 6, stroke: 'muted' });
    case 'run':
      return [0, 2, 4, 7, 8, 11, 15, 17].map(
        (d): Shape => ({ t: 'line', x: x + d, y: y + 1, x2: x + d, y2: y + 11, stroke: 'ink' }),
      );
    case 'mission':
    case 'mission2':
    case 'off':
    case 'act':
    case 'source':
    case 'custody':
      return [{ ...box, fill: key, r: 2 }];
    default:
      return [];
  }
}
