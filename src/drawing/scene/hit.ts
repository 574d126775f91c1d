import type { Hit, Scene } from './scene';

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
