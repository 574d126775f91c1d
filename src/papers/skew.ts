import type { Ink } from './ruling';

/** How far a scan leans: the rise of its lines for each dot to the right, between -0.06 and 0.06. Lines of text lie best when their rows are sharpest. */
export function leanOf(ink: Ink): number {
  const points: number[] = [];
  for (let y = 0; y < ink.height; y += 1)
    for (let x = 0; x < ink.width; x += 3) if (ink.dots[y * ink.width + x]) points.push(x, y);
  const sharp = (lean: number): number => {
    const rows = new Float64Array(ink.height + 400);
    for (let i = 0; i < points.length; i += 2) {
      const row = Math.round((points[i + 1] as number) - (points[i] as number) * lean) + 200;
      if (row >= 0 && row < rows.length) rows[row] = (rows[row] as number) + 1;
    }
    return rows.reduce((n, v) => n + v * v, 0);
  };
  let best = bestOf(sharp, -0.06, 0.06, 0.004);
  best = bestOf(sharp, best - 0.004, best + 0.004, 0.0005);
  return Math.abs(best) < 0.001 ? 0 : best;
}

function bestOf(sharp: (lean: number) => number, from: number, to: number, step: number): number {
  let [best, most] = [0, -1];
  for (let lean = from; lean <= to + step / 2; lean += step) {
    const value = sharp(lean);
    if (value > most) [best, most] = [lean, value];
  }
  return best;
}

/** The picture set straight; small leans only, so that two shears do for a turn. */
export function straightened(ink: Ink, lean: number): Ink {
  if (lean === 0) return ink;
  const { width, height } = ink;
  const dots = new Uint8Array(width * height);
  const gray = new Uint8Array(width * height).fill(255);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [fx, fy] = leaned(x, y, lean);
      const [sx, sy] = [Math.round(fx), Math.round(fy)];
      if (sx < 0 || sx >= width || sy < 0 || sy >= height) continue;
      dots[y * width + x] = ink.dots[sy * width + sx] as number;
      gray[y * width + x] = ink.gray[sy * width + sx] as number;
    }
  return { width, height, dots, gray };
}

/** Where a point of the straightened picture stands in the picture as it came. */
const leaned = (x: number, y: number, lean: number): [number, number] => [x - y * lean, y + x * lean];
