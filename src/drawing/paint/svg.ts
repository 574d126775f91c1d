import type { Scene, Shape } from '../scene/scene';
import { hatching } from './hatching';
import type { Palette } from './palette';

/** Text as XML and HTML bear it, without halves of characters and marks that turn the direction of reading about. */
export const escaped = (s: string): string =>
  s
    .toWellFormed()
    .replace(
      // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no place for them
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g,
      '',
    )
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');

const n = (v: number): string => String(Math.round(v * 100) / 100);

/** Fades of one document, by their names: names are the page's, so a small picture beside others takes its own. */
class Defs extends Map<string, string> {
  constructor(readonly prefix: string) {
    super();
  }
}

/** The same scene as an SVG document, for paper. @param title empty where it is an ornament @param prefix of its inner names, where several stand on one page */
export function paintSvg(scene: Scene, palette: Palette, title: string, prefix = ''): string {
  const defs = new Defs(prefix);
  const body = scene.shapes.map((s) => shape(s, palette, defs)).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" ${title === '' ? 'aria-hidden="true"' : `role="img" aria-label="${escaped(title)}"`} viewBox="0 0 ${n(scene.width)} ${n(scene.height)}" width="${n(scene.width)}" height="${n(scene.height)}" font-family="'Public Sans Variable','Public Sans',sans-serif">${title === '' ? '' : `<title>${escaped(title)}</title>`}<defs>${[...defs.values()].join('')}</defs><rect width="100%" height="100%" fill="${palette.paper}"/>${body}</svg>`;
}

function shape(s: Shape, palette: Palette, defs: Defs): string {
  switch (s.t) {
    case 'rect':
      return rect(s, palette, defs);
    case 'line':
      return `<line x1="${n(s.x)}" y1="${n(s.y)}" x2="${n(s.x2)}" y2="${n(s.y2)}" stroke="${palette[s.stroke]}" stroke-width="${s.width ?? 1}"${s.dash ? ' stroke-dasharray="3 3"' : ''}/>`;
    case 'dot':
      return `<circle cx="${n(s.x)}" cy="${n(s.y)}" r="${s.r}" fill="${s.fill ? palette[s.fill] : 'none'}"${s.stroke ? ` stroke="${palette[s.stroke]}" stroke-width="1.8"` : ''}/>`;
    case 'diamond':
      return `<path d="M${n(s.x)} ${n(s.y - s.r)}L${n(s.x + s.r)} ${n(s.y)}L${n(s.x)} ${n(s.y + s.r)}L${n(s.x - s.r)} ${n(s.y)}Z" fill="${s.fill ? palette[s.fill] : 'none'}"${s.stroke ? ` stroke="${palette[s.stroke]}" stroke-width="1.8"` : ''}/>`;
    case 'text':
      return `<text x="${n(s.x)}" y="${n(s.y)}" font-size="${s.size}" fill="${palette[s.ink]}"${s.halo ? ` stroke="${palette.paper}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"` : ''}${s.bold ? ' font-weight="650"' : ''}${s.spaced ? ' letter-spacing="1"' : ''}${s.anchor ? ` text-anchor="${s.anchor}"` : ''}${s.turned ? ` transform="rotate(-90 ${n(s.x)} ${n(s.y)})"` : ''}>${escaped(s.text)}</text>`;
  }
}

function rect(s: Shape & { t: 'rect' }, palette: Palette, defs: Defs): string {
  const box = `x="${n(s.x)}" y="${n(s.y)}" width="${n(Math.max(0, s.w))}" height="${n(Math.max(0, s.h))}"${s.r ? ` rx="${s.r}"` : ''}`;
  const fill = !s.fill
    ? 'none'
    : s.fade
      ? `url(#${gradient(s.fade, palette[s.fill], defs)})`
      : palette[s.fill];
  const stroke = s.stroke
    ? ` stroke="${palette[s.stroke]}" stroke-width="1.2"${s.dash ? ' stroke-dasharray="3 2"' : ''}`
    : '';
  const first =
    s.fill || s.stroke
      ? `<rect ${box} fill="${fill}"${s.opacity === undefined ? '' : ` fill-opacity="${s.opacity}"`}${stroke}/>`
      : '';
  return s.hatch ? `${first}${hatching(s.hatch, s, palette[s.stroke ?? 'finding'])}` : first;
}

function gradient(side: 'left' | 'right', colour: string, defs: Defs): string {
  const id = `${defs.prefix}fade-${side}-${colour.slice(1)}`;
  const [a, b] = side === 'left' ? [0.1, 0.7] : [0.7, 0.1];
  defs.set(
    id,
    `<linearGradient id="${id}"><stop offset="0" stop-color="${colour}" stop-opacity="${a}"/><stop offset="1" stop-color="${colour}" stop-opacity="${b}"/></linearGradient>`,
  );
  return id;
}
