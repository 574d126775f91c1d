import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analysis/analyze';
import { laySheet } from '../../src/drawing/lanes/lanes';
import { layout, wholeView } from '../../src/drawing/scene/layout';
import { LEGEND } from '../../src/drawing/scene/legend';
import type { Scene, Shape } from '../../src/drawing/scene/scene';
import { record, relation } from '../make';

const WIDTH = 1200;
const r = record({
  events: [
    { ref: 'stop', kind: 'seizure-begins', start: '14:00:00' },
    { ref: 'by', kind: 'sniff', start: 'by 14:06' },
    { ref: 'after', kind: 'alert', start: 'after 14:10' },
    { ref: 'held', kind: 'found', start: 'by 14:20' },
    { ref: 'first', kind: 'note', start: '' },
    { ref: 'second', kind: 'note', start: '' },
    { ref: 'nowhere', kind: 'note', start: '' },
    { ref: 'end', kind: 'seizure-ends', start: '14:30:00' },
  ],
  relations: [
    relation('stop', 'held', { id: 'r0', min: 0, max: null }),
    relation('stop', 'first', { id: 'r1', min: 0, max: null }),
    relation('first', 'second', { id: 'r2', min: 0, max: null }),
    relation('second', 'end', { id: 'r3', min: 0, max: null }),
    // What has no place of its own takes none from what comes before it.
    relation('by', 'nowhere', { id: 'r4', min: 0, max: null }),
  ],
});
const sheet = laySheet(r, analyze(r));
const scene = layout(sheet, wholeView(sheet, WIDTH));
const k = (WIDTH - 10 - scene.left) / sheet.axis.length;
const x = (time: string): number => scene.left + sheet.axis.toU(Date.parse(`2024-03-14T${time}-05:00`)) * k;

/** The middle of each place where a row stands, px. */
const spots = (of: Scene, id: string) =>
  of.hits.filter((h) => h.kind === 'event' && h.id === id).map((h) => ({ x: h.x + 7, y: h.y + h.h / 2 }));
const near = (a: number, b: number): boolean => Math.abs(a - b) < 0.6;
const dotAt = (spot: { x: number; y: number }): Shape | undefined =>
  scene.shapes.find((s) => (s.t === 'dot' || s.t === 'diamond') && near(s.x, spot.x) && near(s.y, spot.y));
/** The line of a whisker through a mark: from where to where, and whether it is dashed. */
const lineAt = (spot: { x: number; y: number }) =>
  scene.shapes.flatMap((s) =>
    s.t === 'line' &&
    near(s.y, spot.y) &&
    s.y2 === s.y &&
    Math.min(s.x, s.x2) <= spot.x + 0.6 &&
    Math.max(s.x, s.x2) >= spot.x - 0.6
      ? [{ from: Math.min(s.x, s.x2), to: Math.max(s.x, s.x2), dash: s.dash === true }]
      : [],
  );

describe('what is known at one end alone', () => {
  it.each([
    ['by', -1, '14:06:59'],
    ['after', 1, '14:10:00'],
  ] as const)(
    '“%s” is no sharp dot: an outline at that end, with a point to the side where it is open',
    (id, side, end) => {
      const all = spots(scene, id);
      expect(all.length).toBeGreaterThanOrEqual(2);
      for (const spot of all) {
        expect(Math.abs(spot.x - x(end))).toBeLessThan(1);
        expect(dotAt(spot)).toMatchObject({ fill: 'paper' });
        const [line] = lineAt(spot);
        if (!line) throw new Error('no line leads to the open side');
        expect(line.dash).toBe(true);
        expect(
          side < 0
            ? [near(line.to, spot.x), near(line.from, spot.x - 24)]
            : [near(line.from, spot.x), near(line.to, spot.x + 24)],
        ).toEqual([true, true]);
        const tip = side < 0 ? line.from : line.to;
        const heads = scene.shapes.filter(
          (s) => s.t === 'line' && near(s.x, tip) && near(s.y, spot.y) && s.y2 !== s.y,
        );
        expect(heads.map((s) => (s.t === 'line' ? Math.sign(s.x2 - tip) : 0))).toEqual([-side, -side]);
      }
      expect(scene.legend).toContain('open');
      expect(LEGEND.find((e) => e.key === 'open')?.name).toMatch(/any time on that side/);
    },
  );
  it('what is known at both ends is none of these', () => {
    const plain = record({
      events: [
        { ref: 'a', kind: 'sniff', start: '14:00:00' },
        { ref: 'b', start: '14:05' },
      ],
    });
    const its = laySheet(plain, analyze(plain));
    expect(layout(its, wholeView(its, WIDTH)).legend).not.toContain('open');
  });
  it('“by 14:20” that follows the seizure lies between the two, its whisker from one to the other', () => {
    const all = spots(scene, 'held');
    expect(all.length).toBeGreaterThanOrEqual(2);
    for (const spot of all) {
      expect(spot.x > x('14:00:00') + 3 && spot.x < x('14:20:00') - 3).toBe(true);
      const its = lineAt(spot).filter((l) => near(l.from, x('14:00:00')) && near(l.to, x('14:20:59')));
      expect(its.map((l) => l.dash)).toContain(true);
    }
  });
});

describe('what is known by its order alone', () => {
  it('stands in that order, apart, each with a dashed whisker over all that the record allows', () => {
    const [first, second] = [spots(scene, 'first')[0], spots(scene, 'second')[0]];
    if (!first || !second) throw new Error('not drawn');
    expect([x('14:00:00') + 8 < first.x, first.x + 8 < second.x, second.x + 8 < x('14:30:00')]).toEqual([
      true,
      true,
      true,
    ]);
    for (const spot of [first, second]) {
      const whiskers = lineAt(spot).filter((l) => near(l.from, x('14:00:00')) && near(l.to, x('14:30:00')));
      expect(whiskers.map((l) => l.dash)).toContain(true);
    }
    expect(scene.legend).toContain('whisker');
  });
  it('what the record gives no place is not drawn, is said to be undated, and takes nothing else off the sheet', () => {
    expect(spots(scene, 'nowhere')).toEqual([]);
    expect(analyze(r).unplaced.map((u) => u.row)).toContain('nowhere');
    for (const e of r.events) if (e.id !== 'nowhere') expect(spots(scene, e.id), e.id).not.toEqual([]);
  });
});
