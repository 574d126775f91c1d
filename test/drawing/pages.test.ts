import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analysis/analyze';
import type { Lane } from '../../src/drawing/lanes/lane';
import { laySheet } from '../../src/drawing/lanes/lanes';
import { PALETTES } from '../../src/drawing/paint/palette';
import { paintSvg } from '../../src/drawing/paint/svg';
import { aroundLanes, inOrder, lanesHeight, layout, wholeView } from '../../src/drawing/scene/layout';
import { pagesOf } from '../../src/drawing/scene/pages';
import type { Scene } from '../../src/drawing/scene/scene';
import { record } from '../make';
import { bigCase } from './big-case';
import { texts } from './legible';

const r = bigCase();
const sheet = laySheet(r, analyze(r));
/** Six points, px, on letter paper that lies. */
const LEAST = (6 * 1010) / 724;
const view = { ...wholeView(sheet, 1010), still: true };
/** The smallest letters of a scene, px. */
const smallest = (scene: Scene): number =>
  Math.min(...scene.shapes.flatMap((s) => (s.t === 'text' ? [s.size] : [])));
const names = (scene: Scene): string[] =>
  texts(scene)
    .filter((t) => t.x === 12 && t.bold && t.size === 12)
    .map((t) => t.text);

describe('a picture on paper', () => {
  it('of the big case is cut into pages, each lane once and in order, each page with its ruler and no higher than its room', () => {
    const pages = pagesOf(sheet, view, 515, LEAST);
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.flatMap(names)).toEqual(names(layout(sheet, view)));
    const folded = pages.map((p) => p.shapes.filter((s) => s.t === 'text' && s.turned).length);
    expect([(folded[0] ?? 0) > 4, ...folded.slice(1)]).toEqual([true, ...pages.slice(1).map(() => 0)]);
    for (const scene of pages) {
      expect(scene.height).toBeLessThanOrEqual(515);
      expect(texts(scene).filter((t) => t.y === 24).length).toBeGreaterThan(3);
      // Six points on letter paper that lies, with margins of 12 mm.
      expect((smallest(scene) * (792 - (24 / 25.4) * 72)) / scene.width).toBeGreaterThanOrEqual(5.99);
    }
    // All but the last are well filled.
    for (const scene of pages.slice(0, -1)) expect(scene.height).toBeGreaterThan(320);
  });
  it('begins a page with a group where so much of the page before is full, and goes on below it where it is less', () => {
    // Three groups; the page has room for the first two and a part of the third, or for less than the second.
    const groups = inOrder(sheet.lanes, []).reduce((of, lane) => {
      of.set(lane.group.id, [...(of.get(lane.group.id) ?? []), lane]);
      return of;
    }, new Map<string, Lane[]>());
    const [first, second] = [...groups.values()] as [Lane[], Lane[]];
    const high = lanesHeight(first, null);
    const [next] = second as [Lane];
    const both = lanesHeight([...first, next], null);
    // How full the first group leaves a page of this room: just over six tenths, and just under.
    const at = (share: number): Scene => {
      const free = high / share;
      expect(both, 'there is room for the lane itself').toBeLessThan(free);
      return pagesOf(sheet, view, free + aroundLanes(sheet, view), 100)[0] as Scene;
    };
    expect(names(at(0.605))).toHaveLength(first.length);
    expect(names(at(0.595)).length).toBeGreaterThan(first.length);
  });
  it('that is read on one page stays on one, to the px', () => {
    const whole = layout(sheet, view);
    expect(pagesOf(sheet, view, whole.height, 100)).toHaveLength(1);
    expect(pagesOf(sheet, view, whole.height - 1, 100).length).toBeGreaterThan(1);
    expect(pagesOf(sheet, view, 1e6, 100)).toEqual([whole]);
  });
  it('is made smaller so far as its letters are still read, and cut where they would not be', () => {
    const whole = layout(sheet, view);
    const letters = smallest(whole);
    const room = (whole.height * 10) / 12;
    expect(pagesOf(sheet, view, room, (letters * 10) / 12.1)).toHaveLength(1);
    expect(pagesOf(sheet, view, room, (letters * 10) / 11.9).length).toBeGreaterThan(1);
  });
  it('says on its last page which lanes are not shown, and shows the others on as many as they need', () => {
    const hidden = new Set(sheet.lanes.slice(-3).map((l) => l.id));
    const pages = pagesOf(sheet, { ...view, hidden }, 515, LEAST);
    const says = pages.map((p) => texts(p).filter((t) => /lanes are not shown/.test(t.text)).length);
    expect(says).toEqual([...Array(pages.length - 1).fill(0), 1]);
    expect(pages.flatMap(names)).toEqual(names(layout(sheet, { ...view, hidden })));
    for (const scene of pages) expect(scene.height).toBeLessThanOrEqual(515);
  });
  it('loses no lane at any room or order, and a lane alone may be higher than its page', () => {
    let [more, high] = [0, 0];
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 2000 }),
        fc.shuffledSubarray(sheet.lanes.map((l) => l.id)),
        (room, order) => {
          const asked = { ...view, order };
          const pages = pagesOf(sheet, asked, room, 100);
          if (pages.length > 1) more++;
          expect(pages.flatMap(names)).toEqual(names(layout(sheet, asked)));
          for (const scene of pages)
            if (scene.height > room) {
              expect(names(scene)).toHaveLength(1);
              high++;
            }
        },
      ),
      { numRuns: 60, seed: 20261127 },
    );
    expect([more > 20, high > 0]).toEqual([true, true]);
  });
  it('has the height that its lanes add up to', () => {
    const lanes = inOrder(sheet.lanes, []);
    expect(layout(sheet, view).height).toBe(aroundLanes(sheet, view) + lanesHeight(lanes, null));
  });
});

it('an open diamond has its outline in the SVG too', () => {
  const open = record({
    events: [
      { ref: 'stop', kind: 'seizure-begins', start: '14:00' },
      { ref: 'a', kind: 'alert', start: 'after 14:10' },
    ],
  });
  const its = laySheet(open, analyze(open));
  const scene = layout(its, wholeView(its, 900));
  const diamond = scene.shapes.find((s) => s.t === 'diamond' || (s.t === 'dot' && s.fill === 'paper'));
  if (!diamond) throw new Error('none is drawn');
  const one = {
    ...scene,
    shapes: [{ t: 'diamond' as const, x: 9, y: 9, r: 5, fill: 'paper' as const, stroke: 'canine' as const }],
  };
  expect(paintSvg(one, PALETTES.light, '')).toContain(`stroke="${PALETTES.light.canine}"`);
});
