import { finish, type Steps } from '../../time/steps';
import type { Hatch, Scene, Shape } from '../scene/scene';
import type { Palette } from './palette';
import { sameShapes, stripsOf } from './strips';

/** Height of a strip, device px. */
const STRIP = 64;
/** More shapes than an ordinary case has in view at once. */
export const CROWDED = 1000;
const FONT = "'Public Sans Variable', 'Public Sans', system-ui, sans-serif";

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;
type Hatches = Map<string, CanvasPattern | null>;

/** Paints a scene on a canvas, device pixel for device pixel. `ratio` is the screen's pixels per CSS pixel. */
export function paintCanvas(context: Context, scene: Scene, palette: Palette, ratio: number): void {
  paintSheet(context, scene.shapes, scene, palette, ratio, new Map());
}

/** The same in steps: thousands of shapes take longer than a screen may stand still. */
export const paintSteps = (
  context: Context,
  scene: Scene,
  palette: Palette,
  ratio: number,
): Steps<undefined> => sheetSteps(context, scene.shapes, scene, palette, ratio, new Map());

/** Shapes painted in one step. */
const AT_ONCE = 200;

function paintSheet(...sheet: Parameters<typeof sheetSteps>): void {
  finish(sheetSteps(...sheet));
}

function* sheetSteps(
  c: Context,
  shapes: readonly Shape[],
  size: Scene,
  palette: Palette,
  ratio: number,
  hatches: Hatches,
): Steps<undefined> {
  c.setTransform(ratio, 0, 0, ratio, 0, 0);
  c.fillStyle = palette.paper;
  c.fillRect(0, 0, size.width + 1, size.height + 1);
  const hatch = (kind: Hatch, colour: string): CanvasPattern | null => {
    const key = kind + colour;
    let p = hatches.get(key);
    if (p === undefined) {
      p = patternOf(c, kind, colour, ratio);
      hatches.set(key, p);
    }
    return p;
  };
  for (const [i, s] of shapes.entries()) {
    if (i % AT_ONCE === AT_ONCE - 1) yield;
    paint(c, s, palette, hatch);
  }
  c.globalAlpha = 1;
  return undefined;
}

/** The ruler alone, for a canvas of its own that stays in sight while the lanes scroll below it. */
export function paintRuler(canvas: HTMLCanvasElement, scene: Scene, palette: Palette, ratio: number): void {
  const height = RULER_FOOT;
  const shapes = scene.shapes.filter((s) => (s.t === 'line' ? Math.max(s.y, s.y2) : s.y) < height);
  canvas.width = Math.round(scene.width * ratio);
  canvas.height = Math.round(height * ratio);
  const context = canvas.getContext('2d');
  if (context) paintSheet(context, shapes, { ...scene, height }, palette, ratio, new Map());
}

/** Where the ruler ends, px: below it stand labels and lanes. */
const RULER_FOOT = 46;

/**
 * Paints one scene after another on a canvas and redraws only what changed: the sheet is cut into strips of whole device
 * pixels, each painted alone, so that drawn in part it is to the pixel what it is when all strips are drawn.
 */
export class StripPainter {
  private before: {
    readonly strips: readonly (readonly Shape[])[];
    readonly as: string;
    readonly palette: Palette;
  } | null = null;
  private hatches: Hatches = new Map();

  constructor(private readonly canvas: HTMLCanvasElement) {}

  /** The next scene is painted whole: a face has come that was not there. */
  forget(): void {
    this.before = null;
  }

  /** The first scene of a crowded sheet, in steps; one that is given up halfway leaves the next to be painted whole. */
  *first(scene: Scene, palette: Palette, ratio: number): Steps<undefined> {
    const { canvas } = this;
    const [w, h] = [Math.round(scene.width * ratio), Math.round(scene.height * ratio)];
    this.forget();
    this.hatches = new Map();
    canvas.width = w;
    canvas.height = h;
    const context = canvas.getContext('2d');
    yield;
    if (context) yield* sheetSteps(context, scene.shapes, scene, palette, ratio, this.hatches);
    yield;
    const strips = stripsOf(scene.shapes, scene.height, STRIP / ratio);
    this.before = { strips, as: `${w} ${h} ${ratio}`, palette };
    return undefined;
  }

  /** @returns how many strips were painted, and of how many */
  paint(scene: Scene, palette: Palette, ratio: number): { readonly painted: number; readonly of: number } {
    const { canvas } = this;
    const [w, h] = [Math.round(scene.width * ratio), Math.round(scene.height * ratio)];
    const as = `${w} ${h} ${ratio}`;
    const strips = stripsOf(scene.shapes, scene.height, STRIP / ratio);
    const whole = this.before?.as !== as || this.before.palette !== palette;
    if (whole) {
      this.hatches = new Map();
      if (canvas.width !== w) canvas.width = w;
      if (canvas.height !== h) canvas.height = h;
    }
    const changed = strips.flatMap((shapes, i) =>
      whole || !sameShapes(shapes, this.before?.strips[i] ?? []) ? [i] : [],
    );
    this.before = { strips, as, palette };
    const context = canvas.getContext('2d');
    if (!context || changed.length === 0) return { painted: 0, of: strips.length };
    // A crowded sheet nearly all of which changed is painted at once: its strips one by one take longer.
    if (scene.shapes.length > CROWDED && changed.length * 4 > strips.length * 3) {
      paintSheet(context, scene.shapes, scene, palette, ratio, this.hatches);
      return { painted: strips.length, of: strips.length };
    }
    for (const i of changed) {
      context.save();
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.beginPath();
      context.rect(0, i * STRIP, w, STRIP);
      context.clip();
      paintSheet(context, strips[i] ?? [], scene, palette, ratio, this.hatches);
      context.restore();
    }
    return { painted: changed.length, of: strips.length };
  }
}

function patternOf(c: Context, kind: Hatch, colour: string, ratio: number): CanvasPattern | null {
  const size = kind === 'dots' ? 6 : 8;
  // The same in a worker, where there is no document.
  const tile = new OffscreenCanvas(Math.round(size * ratio), Math.round(size * ratio));
  const t = tile.getContext('2d');
  if (!t) return null;
  t.scale(ratio, ratio);
  t.strokeStyle = colour;
  t.fillStyle = colour;
  if (kind === 'dots') {
    t.beginPath();
    t.arc(3, 3, 0.8, 0, 7);
    t.fill();
  } else {
    t.lineWidth = kind === 'back' ? 1.6 : 0.9;
    t.beginPath();
    if (kind === 'level') {
      t.moveTo(0, size / 2);
      t.lineTo(size, size / 2);
    }
    for (const d of kind === 'level' ? [] : [-size, 0, size]) {
      if (kind !== 'back') {
        t.moveTo(d, size);
        t.lineTo(d + size, 0);
      }
      if (kind !== 'diagonal') {
        t.moveTo(d, 0);
        t.lineTo(d + size, size);
      }
    }
    t.stroke();
  }
  const pattern = c.createPattern(tile, 'repeat');
  pattern?.setTransform(new DOMMatrix().scale(1 / ratio));
  return pattern;
}

function paint(
  c: Context,
  s: Shape,
  palette: Palette,
  hatch: (k: Hatch, colour: string) => CanvasPattern | null,
): void {
  switch (s.t) {
    case 'rect':
      return paintRect(c, s, palette, hatch);
    case 'line':
      c.strokeStyle = palette[s.stroke];
      c.lineWidth = s.width ?? 1;
      c.setLineDash(s.dash ? [3, 3] : []);
      c.beginPath();
      if (s.x === s.x2) {
        const x = Math.round(s.x) + 0.5;
        c.moveTo(x, s.y);
        c.lineTo(x, s.y2);
      } else {
        c.moveTo(s.x, s.y);
        c.lineTo(s.x2, s.y2);
      }
      c.stroke();
      return;
    case 'dot':
    case 'diamond':
      c.setLineDash([]);
      c.beginPath();
      if (s.t === 'dot') c.arc(s.x, s.y, s.r, 0, Math.PI * 2);
      else {
        c.moveTo(s.x, s.y - s.r);
        c.lineTo(s.x + s.r, s.y);
        c.lineTo(s.x, s.y + s.r);
        c.lineTo(s.x - s.r, s.y);
        c.closePath();
      }
      if (s.fill) {
        c.fillStyle = palette[s.fill];
        c.fill();
      }
      if (s.stroke) {
        c.strokeStyle = palette[s.stroke];
        c.lineWidth = 1.8;
        c.stroke();
      }
      return;
    case 'text':
      c.fillStyle = palette[s.ink];
      c.font = `${s.bold ? 650 : 400} ${s.size}px ${FONT}`;
      c.textAlign = s.anchor === 'middle' ? 'center' : (s.anchor ?? 'start');
      c.letterSpacing = s.spaced ? '1px' : '0px';
      if (s.turned) {
        c.save();
        c.translate(s.x, s.y);
        c.rotate(-Math.PI / 2);
        c.fillText(s.text, 0, 0);
        c.restore();
      } else {
        if (s.halo) {
          c.strokeStyle = palette.paper;
          c.lineWidth = 3;
          c.lineJoin = 'round';
          c.setLineDash([]);
          c.strokeText(s.text, s.x, s.y);
          // Nothing is left behind that would make the next shape depend on what was painted before it.
          c.lineJoin = 'miter';
        }
        c.fillText(s.text, s.x, s.y);
      }
      return;
  }
}

function paintRect(
  c: Context,
  s: Shape & { t: 'rect' },
  palette: Palette,
  hatch: (k: Hatch, colour: string) => CanvasPattern | null,
): void {
  if (s.fill && !s.r && !s.fade && !s.stroke && !s.hatch) {
    c.globalAlpha = s.opacity ?? 1;
    c.fillStyle = palette[s.fill];
    c.fillRect(s.x, s.y, s.w, s.h);
    c.globalAlpha = 1;
    return;
  }
  c.beginPath();
  if (s.r) c.roundRect(s.x, s.y, s.w, s.h, Math.min(s.r, s.w / 2));
  else c.rect(s.x, s.y, s.w, s.h);
  if (s.fill) {
    c.globalAlpha = s.opacity ?? 1;
    if (s.fade) {
      const g = c.createLinearGradient(s.x, 0, s.x + s.w, 0);
      const [solid, clear] = [`${palette[s.fill]}b0`, `${palette[s.fill]}18`];
      g.addColorStop(0, s.fade === 'left' ? clear : solid);
      g.addColorStop(1, s.fade === 'left' ? solid : clear);
      c.fillStyle = g;
    } else c.fillStyle = palette[s.fill];
    c.fill();
    c.globalAlpha = 1;
  }
  if (s.hatch) {
    const p = hatch(s.hatch, palette[s.stroke ?? 'finding']);
    if (p) {
      c.fillStyle = p;
      c.fill();
    }
  }
  if (s.stroke) {
    c.strokeStyle = palette[s.stroke];
    c.lineWidth = 1.2;
    c.setLineDash(s.dash ? [3, 2] : []);
    c.stroke();
  }
}
