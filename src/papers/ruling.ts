import type { Drawn } from './pdf';

/** A picture in gray, and in black and white: one byte a dot, 1 for ink. */
export interface Ink {
  readonly width: number;
  readonly height: number;
  readonly dots: Uint8Array;
  readonly gray: Uint8Array;
}

/** Ink and paper parted by the level that parts the two best (Otsu). */
export function inkOf(drawn: Drawn): Ink {
  const { width, height, pixels } = drawn;
  const gray = new Uint8Array(width * height);
  const counts = new Uint32Array(256);
  for (let i = 0, p = 0; i < gray.length; i++, p += 4) {
    const a = (pixels[p + 3] as number) / 255;
    const level =
      ((pixels[p] as number) * 0.3 + (pixels[p + 1] as number) * 0.59 + (pixels[p + 2] as number) * 0.11) *
        a +
      255 * (1 - a);
    gray[i] = level;
    counts[gray[i] as number] = (counts[gray[i] as number] as number) + 1;
  }
  const level = parting(counts, gray.length);
  const dots = new Uint8Array(gray.length);
  for (let i = 0; i < gray.length; i++) dots[i] = (gray[i] as number) <= level ? 1 : 0;
  return { width, height, dots, gray };
}

function parting(counts: Uint32Array, total: number): number {
  let sum = 0;
  counts.forEach((n, i) => {
    sum += n * i;
  });
  let [below, sumBelow, best, level] = [0, 0, -1, 127];
  counts.forEach((n, i) => {
    below += n;
    sumBelow += n * i;
    if (below === 0 || below === total) return;
    const apart = sumBelow / below - (sum - sumBelow) / (total - below);
    const spread = below * (total - below) * apart * apart;
    if (spread > best) [best, level] = [spread, i];
  });
  return level;
}

/**
 * The same picture without the ruled lines of a form: recognition takes a box round a word for a drawing and reads neither.
 * A line is a thin run far longer than a letter; where a letter crosses it, the letter stays.
 */
export function withoutRules(ink: Ink, dpi: number): Ink {
  const { width, height } = ink;
  const gray = ink.gray.slice();
  const least = Math.round(dpi * 0.28);
  const thick = Math.max(4, Math.round(dpi * 0.03));
  erase(ink.dots, gray, { along: width, across: height, step: 1, jump: width }, least, thick);
  erase(ink.dots, gray, { along: height, across: width, step: width, jump: 1 }, least, thick);
  return { ...ink, gray };
}

interface Way {
  readonly along: number;
  readonly across: number;
  /** From dot to dot within a run, and from one row of runs to the next. */
  readonly step: number;
  readonly jump: number;
}

function erase(from: Uint8Array, to: Uint8Array, way: Way, least: number, thick: number): void {
  for (let r = 0; r < way.across; r++) {
    let start = -1;
    for (let i = 0; i <= way.along; i++) {
      const at = r * way.jump + i * way.step;
      if (i < way.along && from[at]) {
        if (start < 0) start = i;
      } else if (start >= 0) {
        if (i - start >= least) wipe(from, to, way, r, start, i, thick);
        start = -1;
      }
    }
  }
}

/** Takes a run out but for the dots where ink goes on beyond the line to one side. */
function wipe(
  from: Uint8Array,
  to: Uint8Array,
  way: Way,
  r: number,
  start: number,
  end: number,
  thick: number,
): void {
  for (let i = start; i < end; i++) {
    const at = r * way.jump + i * way.step;
    let [up, down] = [0, 0];
    while (up <= thick && r - up - 1 >= 0 && from[at - (up + 1) * way.jump]) up++;
    while (down <= thick && r + down + 1 < way.across && from[at + (down + 1) * way.jump]) down++;
    if (up + down + 1 > thick) continue;
    for (let k = -up - 1; k <= down + 1; k++)
      if (r + k >= 0 && r + k < way.across) to[at + k * way.jump] = 255;
  }
}

/** As a gray picture that any recogniser reads: PGM. */
export function pgm(ink: Ink): Uint8Array {
  const head = new TextEncoder().encode(`P5\n${ink.width} ${ink.height}\n255\n`);
  const out = new Uint8Array(head.length + ink.gray.length);
  out.set(head);
  out.set(ink.gray, head.length);
  return out;
}
