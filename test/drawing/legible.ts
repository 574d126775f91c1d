import { expect } from 'vitest';
import { drawnFindings, STRIP, spanOf } from '../../src/drawing/lanes/findings';
import type { Sheet } from '../../src/drawing/lanes/lanes';
import { layout, type View, wholeView } from '../../src/drawing/scene/layout';
import { type Scene, type Shape, textWidth } from '../../src/drawing/scene/scene';
import { ruleOf } from '../../src/rules';
import type { Finding } from '../../src/rules/finding';

export type Text = Shape & { t: 'text' };
export const texts = (scene: Scene): Text[] =>
  scene.shapes.filter((s): s is Text => s.t === 'text' && !s.turned);

/** What lies over another, each pair once. An `expect` a pair would cost more than the drawing. */
function overlaps<T>(
  list: readonly T[],
  meets: (a: T, b: T) => boolean,
  says: (a: T, b: T) => string,
): string[] {
  return list.flatMap((a, i) => {
    const b = list.slice(i + 1).find((other) => meets(a, other));
    return b ? [says(a, b)] : [];
  });
}

/** The box of a text, a little slimmer than its widest estimate. */
function box(s: Text): { x0: number; x1: number; y0: number; y1: number } {
  const w = textWidth(s.text, s.size, s.bold) * 0.94;
  const x0 = s.anchor === 'middle' ? s.x - w / 2 : s.anchor === 'end' ? s.x - w : s.x;
  return { x0, x1: x0 + w, y0: s.y - s.size * 0.75, y1: s.y + s.size * 0.15 };
}

/** No name of a mark in the stop's lanes lies across the edge of a hatch or of a fold. */
function expectClear(scene: Scene, sheet: Sheet, view: { u0: number; u1: number }): void {
  const k = (scene.width - 10 - scene.left) / Math.max(1e-9, view.u1 - view.u0);
  const folds = sheet.axis.stretches.flatMap((s) => [s.u0, s.u1]).map((u) => scene.left + (u - view.u0) * k);
  const hatches = scene.hits.filter((h) => h.kind === 'band');
  const names = texts(scene).filter((s) => s.halo && (s.ink === 'ink' || / off by |^off by /.test(s.text)));
  const across = names.filter((name) => {
    const { x0, x1, y0, y1 } = box(name);
    const inFolds = folds.slice(1, -1).filter((e) => e > x0 + 2 && e < x1 - 2);
    const inHatches = hatches
      .filter((h) => h.y < y1 && h.y + h.h > y0)
      .flatMap((h) => [h.x, h.x + h.w].filter((e) => e > x0 + 2 && e < x1 - 2 && e < scene.width - 11));
    return inFolds.length + inHatches.length > 0;
  });
  expect(
    across.map((name) => name.text),
    'names across an edge',
  ).toEqual([]);
}

/** Every finding that has a place in view is drawn, or counted where the strip begins; every mark can be met, or is counted in a run. */
function expectNoneLost(
  scene: Scene,
  sheet: Sheet,
  u0: number,
  u1: number,
  hidden: ReadonlySet<string>,
): void {
  const met = new Set(scene.hits.filter((h) => h.kind !== 'run').map((h) => h.id));
  const inRuns = scene.hits
    .filter((h) => h.kind === 'run')
    .reduce((n, h) => n + Number(/^\d+/.exec(h.says)?.[0] ?? 0), 0);
  let [there, missing] = [0, 0];
  for (const lane of sheet.lanes) {
    if (hidden.has(lane.id)) continue;
    for (let i = 0; i < lane.n; i++) {
      if ((lane.u1[i] as number) < u0 || (lane.u0[i] as number) > u1) continue;
      there++;
      if (!met.has(lane.idOf(i))) missing++;
    }
  }
  expect(missing, `of ${there} marks so many are neither met nor counted`).toBeLessThanOrEqual(inRuns);
}

/**
 * Findings do not look like bars: one hatch at any place, the rest as brackets above it; each label in or on its band, whole or
 * its number alone, which fits its round.
 */
function expectFindings(scene: Scene, sheet: Sheet, view: { u0: number; u1: number }): void {
  const k = (scene.width - 10 - scene.left) / Math.max(1e-9, view.u1 - view.u0);
  const right = scene.width - 10;
  const hatches = scene.shapes.flatMap((s) =>
    s.t === 'rect' && s.hatch !== undefined && s.fill === 'finding' ? [s] : [],
  );
  const two = overlaps(
    hatches,
    (a, b) => a.x < b.x + b.w - 0.1 && b.x < a.x + a.w - 0.1 && a.y < b.y + b.h && b.y < a.y + a.h,
    (a, b) => `two hatches at ${a.x}, ${b.x}`,
  );
  expect(two).toEqual([]);
  const drawn = new Map(
    drawnFindings(sheet.analysis.findings, sheet.lettered).map((d) => [d.finding.key, d]),
  );
  const reds = texts(scene).filter((t) => t.ink !== 'ink');
  for (const hit of scene.hits.filter((h) => h.kind === 'finding')) {
    const { finding, number: its } = drawn.get(hit.id) as { finding: Finding; number: string };
    const [from, to] = spanOf(sheet, finding).map((u) => scene.left + (u - view.u0) * k) as [number, number];
    const [a, b] = [Math.max(scene.left, from), Math.min(right, Math.max(to, from + 3))];
    // At the end of the sheet a label wider than its band reaches back to it.
    expect(hit.x <= b + 0.1 && hit.x + hit.w >= a - 0.1, `${hit.says}: its label is off its band`).toBe(true);
    // In the lane of its item or camera it stands on the band itself.
    const inLane = Boolean(finding.item) || ruleOf(finding.rule).drawn?.through === 'camera';
    const bracket = scene.shapes.some(
      (s) =>
        s.t === 'line' &&
        s.stroke === 'finding' &&
        // Clear of its label and of the row below, from its first minute to its last: seen whole, however wide the label is.
        s.y > hit.y + hit.h &&
        s.y < hit.y + STRIP &&
        s.y2 === s.y &&
        Math.abs(s.x - a) < 0.1 &&
        Math.abs(s.x2 - b) < 0.1,
    );
    expect(bracket || inLane, `${hit.says}: no bracket`).toBe(true);
    const framed = scene.shapes.some(
      (s) => s.t === 'rect' && s.x === hit.x && s.y === hit.y && s.w === hit.w && s.stroke !== undefined,
    );
    expect(framed, `${hit.says}: a label with a frame over the minutes looks like a bar`).toBe(inLane);
    const inside = reds.filter(
      (t) => t.x >= hit.x && t.x < hit.x + hit.w && t.y > hit.y && t.y < hit.y + hit.h,
    );
    const [number, label, ...more] = inside;
    expect([number?.text, more.length]).toEqual([its, 0]);
    expect(label?.text ?? '').not.toMatch(/…$/);
    const round = scene.shapes.find(
      (s) => s.t === 'rect' && s.h === 14 && s.y === hit.y + 2 && s.x >= hit.x && s.x < hit.x + hit.w,
    );
    if (!number || round?.t !== 'rect') throw new Error(`${hit.says}: no round`);
    const wide = box(number);
    expect(wide.x0 >= round.x && wide.x1 <= round.x + round.w, `${number.text} does not fit`).toBe(true);
    for (const text of inside) expect(box(text).x1, text.text).toBeLessThanOrEqual(hit.x + hit.w);
  }
}

/** No two labels over one another, none beyond the paper, each finding's own text inside its own box, and nothing lost without a word. */
export function expectLegible(
  sheet: Sheet,
  width: number,
  u0: number,
  u1: number,
  over: Partial<View> = {},
): Scene {
  const scene = layout(sheet, { ...wholeView(sheet, width), u0, u1, ...over });
  const boxes = texts(scene).map((s) => ({ ...box(s), text: s.text }));
  // Written so that a place that is no number is beyond it too.
  const beyond = boxes.filter((a) => !(a.x0 >= -1 && a.x1 <= width + 9));
  const meet = overlaps(
    boxes,
    (a, b) => a.x0 < b.x1 - 1 && b.x0 < a.x1 - 1 && a.y0 < b.y1 - 1 && b.y0 < a.y1 - 1,
    (a, b) => `“${a.text}” over “${b.text}”`,
  );
  expect({ beyond, meet }, `at ${width} px, ${u0} to ${u1}`).toEqual({ beyond: [], meet: [] });
  expectClear(scene, sheet, { u0, u1, ...over });
  expectFindings(scene, sheet, { u0, u1 });
  expectNoneLost(scene, sheet, u0, u1, over.hidden ?? new Set());
  const bands = overlaps(
    scene.hits.filter((h) => h.kind === 'finding'),
    (a, b) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h,
    (a, b) => `${a.says} over ${b.says}`,
  );
  expect(bands).toEqual([]);
  return scene;
}
