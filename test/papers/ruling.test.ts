import { describe, expect, it } from 'vitest';
import { rulesOf } from '../../src/papers/rules';
import { inkOf, withoutRules } from '../../src/papers/ruling';
import { leanOf, straightened } from '../../src/papers/skew';

/** A white picture with the dots told in black. */
function picture(width: number, height: number, black: (x: number, y: number) => boolean) {
  const pixels = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      if (black(x, y)) pixels.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3);
  return { width, height, pixels };
}

describe('ruled forms', () => {
  it('lose their lines and keep their letters, where a letter crosses a line too', () => {
    const letter = (x: number, y: number): boolean => x >= 100 && x < 104 && y >= 80 && y < 130;
    const rule = (_: number, y: number): boolean => y >= 100 && y < 103;
    const side = (x: number): boolean => x >= 300 && x < 303;
    const ink = inkOf(picture(400, 200, (x, y) => letter(x, y) || rule(x, y) || side(x)));
    const { gray } = withoutRules(ink, 200);
    const at = (x: number, y: number): number => gray[y * 400 + x] as number;
    expect([at(20, 101), at(301, 20), at(250, 102)]).toEqual([255, 255, 255]);
    expect([at(102, 85), at(102, 101), at(102, 125)]).toEqual([0, 0, 0]);
  });

  it('are set straight', () => {
    const ink = inkOf(
      picture(600, 300, (x, y) => Math.abs(y - 150 - x * 0.02) < 2 || Math.abs(y - 80 - x * 0.02) < 2),
    );
    const lean = leanOf(ink);
    expect(Math.abs(lean - 0.02)).toBeLessThan(0.002);
    expect(Math.abs(leanOf(straightened(ink, lean)))).toBeLessThan(0.0015);
  });
});

it('rules are told in the frame in which they are drawn: lines, and thin shapes that are filled', () => {
  const OPS = { stroke: 1, closeStroke: 2, fillStroke: 3, eoFillStroke: 4, fill: 5, eoFill: 6 };
  const path = (paint: number, ...numbers: number[]) =>
    ({ type: 'path', paint, path: Float32Array.from(numbers), at: [2, 0, 0, 1, 10, 20] }) as const;
  const level = path(1, 0, 0, 0, 1, 100, 0);
  const upright = path(1, 0, 0, 0, 1, 0, 40);
  const block = path(5, 0, 0, 0, 1, 50, 0, 1, 50, 50, 1, 0, 50, 4);
  expect(rulesOf({ OPS }, [level, upright, block], (x, y) => [x, y])).toEqual({
    across: [{ at: 20, from: 10, to: 210 }],
    down: [{ at: 10, from: 20, to: 60 }],
  });
});
