import pptxgen from 'pptxgenjs';
import { PALETTES } from '../../drawing/paint/palette';
import { type Scene, type Shape, textWidth } from '../../drawing/scene/scene';
import type { Exhibit } from '../exhibit';
import { isDrawn, type Look, sceneOf } from '../picture';
import { oneLine } from '../printable';
import type { Shown } from '../shown';
import { foremost } from '../shown';

type Slide = ReturnType<pptxgen['addSlide']>;
const P = PALETTES.light;
const FACE = 'Arial';
/** Inches of the slide, and of the room for a picture. */
const WIDE = 13.33;
const EDGE = 0.45;
const ROOM = WIDE - 2 * EDGE;
/** Widths (px) at which a picture is tried: the fewer px, the larger its letters on the wall. */
const WIDTHS = [640, 740, 860, 1000, 1180, 1400] as const;
/** A scene of more shapes than this is drawn without hatch lines: no office program bears thousands. */
const MOST_SHAPES = 1500;

const colour = (hex: string): string => hex.slice(1);

/** Slides: the overview, then one for each finding, in native text and shapes that can be changed in the office's own program. */
export async function slidesOf(exhibit: Exhibit): Promise<Uint8Array> {
  const deck = new pptxgen();
  deck.layout = 'LAYOUT_WIDE';
  deck.title = exhibit.title;
  deck.company = '';
  deck.author = 'Stopline';
  const first = deck.addSlide();
  frame(first, exhibit, exhibit.title);
  if (isDrawn(exhibit)) picture(first, exhibit, { show: 'whole', id: '' }, 1.15, 5.75);
  else
    first.addText('The record as chosen holds nothing that can be drawn.', {
      x: EDGE,
      y: 3,
      w: ROOM,
      h: 0.6,
      fontFace: FACE,
      fontSize: 20,
    });
  for (const f of exhibit.findings) finding(deck.addSlide(), exhibit, f);
  return new Uint8Array((await deck.write({ outputType: 'arraybuffer', compression: true })) as ArrayBuffer);
}

function frame(slide: Slide, e: Exhibit, title: string): void {
  slide.addText(oneLine(title, 110), {
    x: EDGE,
    y: 0.25,
    w: ROOM - 2.2,
    h: 0.6,
    fontFace: FACE,
    fontSize: 26,
    bold: true,
    color: colour(P.ink),
    margin: 0,
    fit: 'shrink',
  });
  const mark = [e.sticker.says, e.sticker.mark].filter(Boolean).join(' ');
  slide.addText(mark, {
    x: WIDE - EDGE - 2.1,
    y: 0.25,
    w: 2.1,
    h: 0.55,
    align: 'right',
    fontFace: FACE,
    fontSize: 11,
    bold: true,
    color: colour(P.muted),
    margin: 0,
  });
  const foot = [
    e.madeUp ? 'MADE UP: no such case' : '',
    e.stamp,
    e.caption.parties,
    e.caption.number,
    `times in ${e.zone}`,
  ]
    .filter(Boolean)
    .join(' · ');
  slide.addText(foot, {
    x: EDGE,
    y: 7.08,
    w: ROOM,
    h: 0.25,
    fontFace: FACE,
    // The words of a protective order stand whole, on one line.
    fontSize: Math.max(5, Math.min(10, (ROOM * 72 * 2) / foot.length)),
    color: colour(P.muted),
    margin: 0,
  });
}

function finding(slide: Slide, e: Exhibit, f: Shown): void {
  frame(slide, e, `${f.letter}. ${f.title}`);
  const says = f.bounds === '' ? f.status : `${f.bounds.slice(0, 1).toUpperCase()}${f.bounds.slice(1)}`;
  slide.addText(says, {
    x: EDGE,
    y: 0.9,
    w: ROOM,
    h: 0.75,
    fontFace: FACE,
    fontSize: 22,
    bold: true,
    color: colour(P.finding),
    margin: 0,
    valign: 'top',
    fit: 'shrink',
  });
  const drawn = e.read.analysis.findings.find((x) => x.key === f.key)?.span && isDrawn(e);
  if (drawn) picture(slide, e, { show: 'finding', id: f.key }, 1.7, 3.65);
  const lines = foremost(f, 4).map((p) => ({
    text: oneLine(`${p.says}${p.cite === '' ? '' : ` (${p.cite})`}`, 220),
    options: { bullet: true, breakLine: true },
  }));
  const cites = f.authorities.slice(0, 3).map((a) => `${a.cite} (${a.standing})`);
  slide.addText([...lines, { text: cites.join('; '), options: { italic: true } }], {
    x: EDGE,
    y: drawn ? 5.4 : 1.8,
    w: ROOM,
    h: drawn ? 1.6 : 4.8,
    fontFace: FACE,
    fontSize: drawn ? 13 : 18,
    color: colour(P.ink),
    margin: 0,
    valign: 'top',
    fit: 'shrink',
  });
}

/** A look of the exhibit, as large as it fits between `top` and so many inches below. */
function picture(slide: Slide, e: Exhibit, look: Look, top: number, high: number): void {
  let scene = sceneOf(e, look, WIDTHS[0]);
  for (const width of WIDTHS) {
    scene = sceneOf(e, look, width);
    if (scene.height * (ROOM / scene.width) <= high) break;
  }
  const k = Math.min(ROOM / scene.width, high / scene.height);
  const x = EDGE + (ROOM - scene.width * k) / 2;
  const plainHatch = scene.shapes.length > MOST_SHAPES;
  for (const s of scene.shapes) shape(slide, s, x, top, k, plainHatch, scene);
}

function shape(
  slide: Slide,
  s: Shape,
  x0: number,
  y0: number,
  k: number,
  plainHatch: boolean,
  scene: Scene,
): void {
  const at = (x: number, y: number): { x: number; y: number } => ({ x: x0 + x * k, y: y0 + y * k });
  const pt = k * 72;
  if (s.t === 'line') {
    line(slide, at(s.x, s.y), at(s.x2, s.y2), P[s.stroke], (s.width ?? 1) * pt, s.dash ?? false);
    return;
  }
  if (s.t === 'text') {
    const size = s.size * pt;
    const w = textWidth(s.text, s.size, s.bold) * 1.12 * k + 0.05;
    const left = s.anchor === 'middle' ? w / 2 : s.anchor === 'end' ? w : 0;
    const p = at(s.x, s.y);
    slide.addText(oneLine(s.text, 300), {
      x: p.x - left,
      y: p.y - s.size * k * 1.0,
      w,
      h: s.size * k * 1.25,
      fontFace: FACE,
      fontSize: Math.max(4, Math.round(size * 10) / 10),
      bold: s.bold ?? false,
      color: colour(P[s.ink]),
      align: s.anchor === 'middle' ? 'center' : s.anchor === 'end' ? 'right' : 'left',
      valign: 'middle',
      margin: 0,
      wrap: false,
      ...(s.turned ? { rotate: 270 } : {}),
    });
    return;
  }
  if (s.t === 'dot' || s.t === 'diamond') {
    slide.addShape(s.t === 'dot' ? 'ellipse' : 'diamond', {
      ...at(s.x - s.r, s.y - s.r),
      w: 2 * s.r * k,
      h: 2 * s.r * k,
      fill: s.fill ? { color: colour(P[s.fill]) } : { color: colour(P.paper) },
      ...(s.stroke ? { line: { color: colour(P[s.stroke]), width: Math.max(0.5, 1.6 * pt) } } : {}),
    });
    return;
  }
  // What reaches beyond the picture on screen is cut there, and here.
  const [a, b] = [Math.max(0, s.x), Math.min(scene.width, s.x + s.w)];
  if (b <= a || s.h <= 0) return;
  if (s.fill || s.stroke) {
    const opacity = s.fade ? 0.4 : (s.opacity ?? 1);
    slide.addShape(s.r ? 'roundRect' : 'rect', {
      ...at(a, s.y),
      w: (b - a) * k,
      h: s.h * k,
      ...(s.r ? { rectRadius: Math.min(s.r * k, ((b - a) * k) / 2) } : {}),
      ...(s.fill
        ? { fill: { color: colour(P[s.fill]), transparency: Math.round((1 - opacity) * 100) } }
        : {}),
      ...(s.stroke
        ? {
            line: {
              color: colour(P[s.stroke]),
              width: Math.max(0.5, pt),
              dashType: s.dash ? ('dash' as const) : ('solid' as const),
            },
          }
        : {}),
    });
  }
  if (s.hatch && !plainHatch) hatch(slide, s.hatch, a, s.y, b - a, s.h, at, P[s.stroke ?? 'finding'], pt);
}

function line(
  slide: Slide,
  p: { x: number; y: number },
  q: { x: number; y: number },
  hex: string,
  width: number,
  dash: boolean,
): void {
  const flip = (q.x - p.x) * (q.y - p.y) < 0;
  slide.addShape('line', {
    x: Math.min(p.x, q.x),
    y: Math.min(p.y, q.y),
    w: Math.abs(q.x - p.x),
    h: Math.abs(q.y - p.y),
    flipV: flip,
    line: { color: colour(hex), width: Math.max(0.4, width), dashType: dash ? 'dash' : 'solid' },
  });
}

/** A few lines that tell the hatches apart in grey. */
function hatch(
  slide: Slide,
  kind: NonNullable<(Shape & { t: 'rect' })['hatch']>,
  x: number,
  y: number,
  w: number,
  h: number,
  at: (x: number, y: number) => { x: number; y: number },
  hex: string,
  pt: number,
): void {
  const gap = Math.max(10, (w + h) / 14);
  const draw = (x1: number, y1: number, x2: number, y2: number): void =>
    line(slide, at(x1, y1), at(x2, y2), hex, 0.7 * pt, kind === 'dots');
  if (kind === 'level' || kind === 'dots') {
    for (let j = y + gap / 2; j < y + h; j += Math.max(8, h / 8)) draw(x, j, x + w, j);
    return;
  }
  for (let c = gap / 2; c < w + h; c += gap) {
    // The line x + y = c of the rectangle, cut at its sides; mirrored for the other way.
    const [x1, y1, x2, y2] = [Math.min(c, w), Math.max(0, c - w), Math.max(0, c - h), Math.min(c, h)];
    if (kind !== 'back') draw(x + x1, y + y1, x + x2, y + y2);
    if (kind !== 'diagonal') draw(x + x1, y + h - y1, x + x2, y + h - y2);
  }
}
