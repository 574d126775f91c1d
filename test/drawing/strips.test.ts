import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analysis/analyze';
import { laySheet } from '../../src/drawing/lanes/lanes';
import { sameShapes, stripsOf } from '../../src/drawing/paint/strips';
import { layout, wholeView } from '../../src/drawing/scene/layout';
import type { Shape } from '../../src/drawing/scene/scene';
import { busyStop } from '../exhibits/busy-stop';

const STRIP = 64;
const shape: fc.Arbitrary<Shape> = fc.oneof(
  fc.record({
    t: fc.constant('rect' as const),
    x: fc.nat(500),
    y: fc.nat(400),
    w: fc.nat(90),
    h: fc.nat(200),
    fill: fc.constantFrom('ink' as const, 'act' as const),
  }),
  fc.record({
    t: fc.constant('line' as const),
    x: fc.nat(500),
    y: fc.nat(400),
    x2: fc.nat(500),
    y2: fc.nat(400),
    stroke: fc.constant('ink' as const),
  }),
  fc.record({
    t: fc.constant('dot' as const),
    x: fc.nat(500),
    y: fc.nat(400),
    r: fc.nat(9),
    fill: fc.constant('ink' as const),
  }),
  fc.record({
    t: fc.constant('text' as const),
    x: fc.nat(500),
    y: fc.nat(400),
    text: fc.constantFrom('sniff', 'warning printed'),
    size: fc.constantFrom(10.5, 12),
    ink: fc.constant('ink' as const),
    turned: fc.boolean(),
  }),
);

describe('strips of the sheet', () => {
  it('hold every shape in each strip it reaches, in the order of painting', () => {
    fc.assert(
      fc.property(fc.array(shape, { maxLength: 30 }), (shapes) => {
        const strips = stripsOf(shapes, 450, STRIP);
        expect(strips).toHaveLength(8);
        for (const s of shapes) {
          const [top, bottom] =
            s.t === 'rect'
              ? [s.y, s.y + s.h]
              : s.t === 'line'
                ? [Math.min(s.y, s.y2), Math.max(s.y, s.y2)]
                : [s.y, s.y];
          for (let i = Math.floor(top / STRIP); i <= Math.min(7, Math.floor(bottom / STRIP)); i++)
            expect(strips[i]).toContain(s);
        }
        for (const strip of strips) {
          const places = strip.map((s) => shapes.indexOf(s));
          expect(places).toEqual([...places].sort((a, b) => a - b));
        }
      }),
    );
  });

  it('differ exactly where a shape was put in, moved or inked anew', () => {
    fc.assert(
      fc.property(fc.array(shape, { minLength: 1, maxLength: 20 }), fc.nat(), (shapes, at) => {
        const i = at % shapes.length;
        const copy = shapes.map((s) => ({ ...s }));
        const before = stripsOf(shapes, 450, STRIP);
        expect(stripsOf(copy, 450, STRIP).every((s, k) => sameShapes(s, before[k] ?? []))).toBe(true);
        const moved = copy.map((s, k) => (k === i ? { ...s, x: s.x + 1 } : s));
        const after = stripsOf(moved, 450, STRIP);
        after.forEach((s, k) => {
          expect(sameShapes(s, before[k] ?? [])).toBe(!before[k]?.includes(shapes[i] as Shape));
        });
      }),
    );
  });

  it('of a busy stop: choosing one entry leaves most of the sheet as it is', () => {
    const r = busyStop(300);
    const sheet = laySheet(r, analyze(r));
    const view = wholeView(sheet, 1400);
    const [plain, chosen] = [null, r.events[40]?.id ?? null].map((selected) =>
      layout(sheet, { ...view, selected }),
    );
    if (!plain || !chosen) throw new Error('no scene');
    const [a, b] = [
      stripsOf(plain.shapes, plain.height, STRIP),
      stripsOf(chosen.shapes, chosen.height, STRIP),
    ];
    const changed = b.filter((s, i) => !sameShapes(s, a[i] ?? [])).length;
    expect(changed).toBeGreaterThan(0);
    expect(changed).toBeLessThan(b.length / 2);
  });
});
