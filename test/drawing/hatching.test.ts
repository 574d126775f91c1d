import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hatching } from '../../src/drawing/paint/hatching';
import { PALETTES } from '../../src/drawing/paint/palette';
import { paintSvg } from '../../src/drawing/paint/svg';

interface Segment {
  readonly a: readonly [number, number];
  readonly b: readonly [number, number];
}
const segments = (svg: string): Segment[] =>
  [...svg.matchAll(/M(-?[\d.]+) (-?[\d.]+)(?:L(-?[\d.]+) (-?[\d.]+)|H(-?[\d.]+))/g)].map((m) => {
    const [x, y, x2, y2, across] = m.slice(1).map((v) => (v === undefined ? null : Number(v)));
    return { a: [x, y], b: across === null ? [x2, y2] : [across, y] } as unknown as Segment;
  });

/** What a tile of eight px, laid over the whole sheet, shows in a box: which lines, and from where to where. */
const LINES = { diagonal: [1], back: [-1], cross: [1, -1], level: [0] } as const;
const box = fc.record({
  x: fc.integer({ min: -500, max: 3000 }).map((n) => n / 10),
  y: fc.integer({ min: -500, max: 3000 }).map((n) => n / 10),
  w: fc.integer({ min: 1, max: 1200 }).map((n) => n / 10),
  h: fc.integer({ min: 1, max: 600 }).map((n) => n / 10),
});

it('are the lines that a tile laid over the whole sheet would show in the box, no more and no less', () => {
  let met = 0;
  fc.assert(
    fc.property(box, fc.constantFrom('diagonal', 'back', 'cross', 'level'), ({ x, y, w, h }, kind) => {
      const drawn = segments(hatching(kind, { x, y, w, h }, '#000000'));
      const wrong: string[] = [];
      const wanted: string[] = [];
      const found: string[] = [];
      for (const way of LINES[kind]) {
        // Of y + way * x = c (level: y = c + 4), with c a multiple of eight: what of it lies in the box, by trying.
        for (let c = -960; c <= 960; c += 8) {
          const inside: number[] = [];
          for (let px = x; px <= x + w + 1e-9; px += 0.05) {
            const py = way === 0 ? c + 4 : c - way * px;
            if (py >= y && py <= y + h) inside.push(px);
          }
          // What only touches a corner may be there or not.
          if (inside.length < 8) continue;
          met++;
          wanted.push(`${way} ${c}`);
          const one = drawn.find(({ a, b }) =>
            [a, b].every(([px, py]) => Math.abs(py + way * px - (way === 0 ? c + 4 : c)) < 0.11),
          );
          if (!one) continue;
          found.push(`${way} ${c}`);
          const [from, to] = [inside[0] as number, inside.at(-1) as number];
          if (Math.abs(one.a[0] - from) > 0.16 || Math.abs(one.b[0] - to) > 0.16)
            wrong.push(`${way} ${c}: ${one.a} to ${one.b}, and not ${from} to ${to}`);
        }
      }
      const out = drawn.filter(({ a, b }) =>
        [a, b].some(([px, py]) => px < x - 0.06 || px > x + w + 0.06 || py < y - 0.06 || py > y + h + 0.06),
      );
      const long = drawn.filter(({ a, b }) => b[0] - a[0] > 0.6).length;
      expect({ wrong, out, found }).toEqual({ wrong: [], out: [], found: wanted });
      expect(long).toBeLessThanOrEqual(wanted.length);
    }),
    { numRuns: 150 },
  );
  expect(met).toBeGreaterThan(300);
});

it('are dots in rows, each six px from the next, and none beyond the box', () => {
  const [first, ...more] = segments(hatching('dots', { x: 10, y: 20, w: 40, h: 14 }, '#000000'));
  expect(first).toEqual({ a: [15, 21], b: [50, 21] });
  expect(more.map((s) => s.a)).toEqual([
    [15, 27],
    [15, 33],
  ]);
  expect(hatching('dots', { x: 10, y: 20, w: 40, h: 14 }, '#000000')).toContain('stroke-dasharray="0 6"');
  expect(hatching('dots', { x: 10, y: 20, w: 0, h: 14 }, '#000000')).toBe('');
});

it('no pattern is left to the browser, which would print each box of it as a picture', () => {
  const rect = {
    t: 'rect' as const,
    x: 0,
    y: 0,
    w: 90,
    h: 20,
    fill: 'finding' as const,
    hatch: 'cross' as const,
  };
  const scene = { width: 100, height: 30, left: 0, shapes: [rect], hits: [], legend: [] };
  const svg = paintSvg(scene, PALETTES.light, 'One');
  expect(svg).not.toContain('pattern');
  expect(segments(svg).length).toBeGreaterThan(20);
});
