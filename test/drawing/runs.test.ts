import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Lane } from '../../src/drawing/lanes/lane';
import { layMarks } from '../../src/drawing/scene/marks';
import { greatest } from '../../src/drawing/scene/runs';
import type { Hit, Shape } from '../../src/drawing/scene/scene';

/** Instants are whole; so are these, in 1024ths: what lies a hair beside the sheet is not rounded onto it. */
const upTo = (min: number, max: number) =>
  fc.integer({ min: min * 1024, max: max * 1024 }).map((n) => n / 1024);

describe('entries finer than the screen', () => {
  it('have the greatest of any stretch found by blocks', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 90 }),
        fc.nat(89),
        fc.nat(90),
        (list, a, b) => {
          const [from, to] = [Math.min(a, b, list.length), Math.min(Math.max(a, b), list.length)];
          expect(greatest(Float64Array.from(list), from, to)).toBe(
            Math.max(Number.NEGATIVE_INFINITY, ...list.slice(from, to)),
          );
        },
      ),
    );
  });

  it('are merged in runs as if each had been looked at, however crowded', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(upTo(0, 100), upTo(0, 3)), { minLength: 700, maxLength: 900 }),
        upTo(0, 40),
        upTo(50, 100),
        fc.constantFrom(12, 30),
        (spans, u0, uEnd, width) => {
          const sorted = spans.sort((p, q) => p[0] - q[0]);
          const starts = sorted.map(([u]) => u);
          const ends = sorted.map(([u, w], i) => (i % 40 === 0 ? u + w : u));
          let far = Number.NEGATIVE_INFINITY;
          const lane = {
            u0: Float64Array.from(starts),
            u1: Float64Array.from(ends),
            reach: Float64Array.from(ends, (e) => {
              far = Math.max(far, e);
              return far;
            }),
            tracks: 1,
            hit: 'event',
            styleOf: () => ({ ink: 'act', legend: 'act' }),
            idOf: String,
            labelOf: String,
          } as unknown as Lane;
          const out = { shapes: [] as Shape[], hits: [] as Hit[], legend: new Set<string>() };
          const k = width / (uEnd - u0);
          const seen = starts.flatMap((u, i) =>
            u <= u0 + width / k && ((ends[i] as number) - u0) * k >= 0
              ? [[(u - u0) * k, ((ends[i] as number) - u0) * k] as const]
              : [],
          );
          fc.pre(seen.length > 260);
          layMarks(
            lane,
            {
              left: 0,
              right: width,
              u0,
              k,
              top: 0,
              selected: null,
              lit: null,
              edges: [],
              taken: [],
              moved: null,
            },
            out,
          );
          const runs: [number, number, number][] = [];
          for (const [a, b] of seen) {
            const last = runs.at(-1);
            if (last && a <= last[1] + 1.5) {
              last[1] = Math.max(last[1], b);
              last[2]++;
            } else runs.push([Math.max(0, a), Math.min(width, Math.max(b, Math.max(0, a))), 1]);
          }
          expect(out.hits.map((h) => (h.says.includes('entries') ? Number.parseInt(h.says, 10) : 1))).toEqual(
            runs.map(([, , n]) => n),
          );
          out.shapes.forEach((s, i) => {
            if (s.t !== 'rect') throw new Error('a rectangle');
            expect(s.x).toBeCloseTo((runs[i] as [number, number, number])[0], 6);
            expect(s.w).toBeCloseTo(
              Math.max(
                1.5,
                (runs[i] as [number, number, number])[1] - (runs[i] as [number, number, number])[0],
              ),
              6,
            );
          });
        },
      ),
    );
  });
});
