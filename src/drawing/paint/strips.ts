import { type Shape, textWidth } from '../scene/scene';

/** How far a shape may reach up and down, px, its rim included and rather too far. */
function reach(s: Shape): readonly [number, number] {
  switch (s.t) {
    case 'rect':
      return [s.y - 2, s.y + s.h + 2];
    case 'line':
      return [Math.min(s.y, s.y2) - (s.width ?? 1) - 1, Math.max(s.y, s.y2) + (s.width ?? 1) + 1];
    case 'dot':
    case 'diamond':
      return [s.y - s.r - 2, s.y + s.r + 2];
    case 'text': {
      const up = s.turned ? textWidth(s.text, s.size, s.bold) * 1.3 + s.text.length : s.size * 1.4;
      return [s.y - up - 4, s.y + (s.turned ? up : s.size * 0.6) + 4];
    }
  }
}

/** The shapes of each strip of a sheet, in the order in which they are painted. @param height of the sheet, px @param strip height of one, px */
export function stripsOf(shapes: readonly Shape[], height: number, strip: number): Shape[][] {
  const strips: Shape[][] = Array.from({ length: Math.max(1, Math.ceil(height / strip)) }, () => []);
  for (const s of shapes) {
    const [top, bottom] = reach(s);
    const last = Math.min(strips.length - 1, Math.floor(bottom / strip));
    for (let i = Math.max(0, Math.floor(top / strip)); i <= last; i++) strips[i]?.push(s);
  }
  return strips;
}

/** Whether two lists paint the same. */
export function sameShapes(a: readonly Shape[], b: readonly Shape[]): boolean {
  return a.length === b.length && a.every((s, i) => same(s, b[i] as Shape));
}

function same(a: Shape, b: Shape): boolean {
  if (a === b) return true;
  const keys = Object.keys(a) as (keyof Shape)[];
  return keys.length === Object.keys(b).length && keys.every((k) => a[k] === b[k]);
}
