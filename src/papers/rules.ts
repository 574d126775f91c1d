/** A ruled line of a page: where it stands, and from where to where it runs. */
export interface Rule {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Rules {
  /** Level lines: `at` is their height on the page. */
  readonly across: readonly Rule[];
  /** Upright lines: `at` is how far they stand from the left edge. */
  readonly down: readonly Rule[];
}

/** Lines that a page draws at once, as our pdf.js gives them among its words (`cli/pdf-worker.ts`). */
export interface Path {
  readonly type: 'path';
  /** How they are painted, by the number of pdf.js. */
  readonly paint: number;
  readonly path: Float32Array;
  /** The frame in which they stand. */
  readonly at: readonly number[];
}

interface Lib {
  readonly OPS: Readonly<Record<string, number>>;
}

type Point = readonly [number, number];
/** A filled shape thinner than this many points is a ruled line. */
const THIN = 2;

/** Lines that a page draws, level and upright, in the frame of its text; `place` puts a point of the page there. */
export function rulesOf({ OPS }: Lib, paths: readonly Path[], place: (x: number, y: number) => Point): Rules {
  const across: Rule[] = [];
  const down: Rule[] = [];
  const put = (a: Point, b: Point): void => {
    if (Math.abs(a[1] - b[1]) < 0.5 && Math.abs(a[0] - b[0]) > THIN)
      across.push({ at: (a[1] + b[1]) / 2, from: Math.min(a[0], b[0]), to: Math.max(a[0], b[0]) });
    else if (Math.abs(a[0] - b[0]) < 0.5 && Math.abs(a[1] - b[1]) > THIN)
      down.push({ at: (a[0] + b[0]) / 2, from: Math.min(a[1], b[1]), to: Math.max(a[1], b[1]) });
  };
  const strokes = [OPS['stroke'], OPS['closeStroke'], OPS['fillStroke'], OPS['eoFillStroke']];
  const fills = [OPS['fill'], OPS['eoFill']];
  for (const { paint, path, at: frame } of paths)
    for (const part of partsOf(path)) {
      const thin = Math.min(spread(part, 0), spread(part, 1)) <= THIN;
      if (strokes.includes(paint) || (fills.includes(paint) && thin))
        for (let k = 1; k < part.length; k++)
          put(at(frame, place, part[k - 1] as Point), at(frame, place, part[k] as Point));
    }
  return { across, down };
}

function at(m: readonly number[], place: (x: number, y: number) => Point, [x, y]: Point): Point {
  const [a, b, c, d, e, f] = m as [number, number, number, number, number, number];
  return place(a * x + c * y + e, b * x + d * y + f);
}

const spread = (part: readonly Point[], axis: 0 | 1): number =>
  Math.max(...part.map((p) => p[axis])) - Math.min(...part.map((p) => p[axis]));

/** The strokes of a path as pdf.js keeps it: 0 moves, 1 draws a line, 2 and 3 a curve, 4 closes. Curves rule nothing. */
function partsOf(path: Float32Array): Point[][] {
  const parts: Point[][] = [];
  for (let i = 0; i < path.length; ) {
    const step = path[i] as number;
    const size = [2, 2, 6, 4, 0][step] ?? 0;
    const end: Point = [path[i + size - 1] as number, path[i + size] as number];
    const last = parts.at(-1);
    if (step === 1 && last) last.push(end);
    else if (step === 4) {
      if (last?.[0]) last.push(last[0]);
    } else parts.push([end]);
    i += size + 1;
  }
  return parts;
}
