import type PDFDocument from 'pdfkit';
import { PALETTES } from '../../drawing/paint/palette';
import type { Hatch, Scene, Shape } from '../../drawing/scene/scene';
import type { Fonts } from './pdf-fonts';

type Doc = InstanceType<typeof PDFDocument>;
const P = PALETTES.light;

/** Paints a scene as vectors at a place of the page. @param k points for each px of the scene */
export function paintPdf(doc: Doc, fonts: Fonts, scene: Scene, x: number, y: number, k: number): void {
  doc.save();
  doc.rect(x, y, scene.width * k, scene.height * k).clip();
  doc.translate(x, y).scale(k);
  for (const s of scene.shapes) shape(doc, fonts, s);
  doc.restore();
}

function shape(doc: Doc, fonts: Fonts, s: Shape): void {
  switch (s.t) {
    case 'rect':
      rect(doc, s);
      return;
    case 'line':
      doc.lineWidth(s.width ?? 1);
      if (s.dash) doc.dash(3, { space: 3 });
      doc.moveTo(s.x, s.y).lineTo(s.x2, s.y2).stroke(P[s.stroke]);
      if (s.dash) doc.undash();
      return;
    case 'dot':
      if (s.fill) doc.circle(s.x, s.y, s.r).fill(P[s.fill]);
      if (s.stroke)
        doc
          .lineWidth(1.8)
          .circle(s.x, s.y, s.r)
          .fillAndStroke(s.fill ? P[s.fill] : P.paper, P[s.stroke]);
      return;
    case 'diamond':
      doc
        .lineWidth(1.8)
        .polygon([s.x, s.y - s.r], [s.x + s.r, s.y], [s.x, s.y + s.r], [s.x - s.r, s.y])
        .fillAndStroke(P[s.fill ?? 'paper'], P[s.stroke ?? s.fill ?? 'canine']);
      return;
    case 'text':
      text(doc, fonts, s);
  }
}

function text(doc: Doc, fonts: Fonts, s: Shape & { t: 'text' }): void {
  const shown = fonts.use(doc, s.text, s.bold ?? false);
  doc.fontSize(s.size);
  const options = { lineBreak: false, characterSpacing: s.spaced ? 1 : 0, baseline: 'alphabetic' as const };
  const width = doc.widthOfString(shown, options);
  const shift = s.anchor === 'middle' ? width / 2 : s.anchor === 'end' ? width : 0;
  doc.save();
  if (s.turned) doc.rotate(-90, { origin: [s.x, s.y] });
  if (s.halo) {
    doc.lineWidth(3).lineJoin('round').strokeColor(P.paper).fillColor(P.paper);
    doc.text(shown, s.x - shift, s.y, { ...options, stroke: true, fill: true });
  }
  doc.fillColor(P[s.ink]).text(shown, s.x - shift, s.y, options);
  doc.restore();
}

function rect(doc: Doc, s: Shape & { t: 'rect' }): void {
  const [w, h] = [Math.max(0, s.w), Math.max(0, s.h)];
  const path = (): void => {
    if (s.r) doc.roundedRect(s.x, s.y, w, h, Math.min(s.r, w / 2, h / 2));
    else doc.rect(s.x, s.y, w, h);
  };
  if (s.fill && w > 0 && h > 0) {
    if (s.fade) {
      const [a, b] = s.fade === 'left' ? [0.1, 0.7] : [0.7, 0.1];
      const fade = doc.linearGradient(s.x, s.y, s.x + w, s.y);
      fade.stop(0, P[s.fill], a).stop(1, P[s.fill], b);
      path();
      doc.fill(fade);
    } else {
      doc.fillOpacity(s.opacity ?? 1);
      path();
      doc.fill(P[s.fill]);
      doc.fillOpacity(1);
    }
  }
  if (s.stroke) {
    doc.lineWidth(1.2);
    if (s.dash) doc.dash(3, { space: 2 });
    path();
    doc.stroke(P[s.stroke]);
    if (s.dash) doc.undash();
  }
  if (s.hatch && w > 0 && h > 0) hatch(doc, s.hatch, s.x, s.y, w, h, P[s.stroke ?? 'finding']);
}

const GAP = 8;

/** Lines of a hatch, cut to its rectangle: no pattern that a printer could scale. */
function hatch(doc: Doc, kind: Hatch, x: number, y: number, w: number, h: number, colour: string): void {
  doc.save();
  doc.rect(x, y, w, h).clip();
  doc.lineWidth(0.9);
  if (kind === 'dots') {
    for (let j = Math.floor(y / 6) * 6; j < y + h; j += 6)
      for (let i = Math.floor(x / 6) * 6; i < x + w; i += 6) doc.circle(i + 3, j + 3, 0.8);
    doc.fill(colour);
  } else {
    if (kind === 'level')
      for (let j = Math.floor(y / 6) * 6; j < y + h; j += 6) doc.moveTo(x, j + 3).lineTo(x + w, j + 3);
    // Lines through whole multiples of the gap, so that neighbouring hatches run on.
    if (kind === 'diagonal' || kind === 'cross')
      for (let c = Math.floor((x + y) / GAP) * GAP; c < x + y + w + h; c += GAP)
        doc.moveTo(c - y, y).lineTo(c - y - h, y + h);
    if (kind === 'back' || kind === 'cross')
      for (let c = Math.floor((x - y - h) / GAP) * GAP; c < x - y + w; c += GAP)
        doc.moveTo(c + y, y).lineTo(c + y + h, y + h);
    doc.stroke(colour);
  }
  doc.restore();
}
