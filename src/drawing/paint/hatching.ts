import type { Hatch } from '../scene/scene';

/** px from line to line, and from dot to dot. */
const GAP = 8;
const DOTS = 6;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** First multiple of `step`, moved by `by`, that is at least `from`. */
const first = (from: number, step: number, by = 0): number => Math.ceil((from - by) / step) * step + by;
const all = (from: number, to: number, step: number, by = 0): number[] => {
  const out: number[] = [];
  for (let at = first(from, step, by); at <= to; at += step) out.push(at);
  return out;
};
const p = (v: number): string => String(Math.round(v * 10) / 10);

/** Parts in the box of lines that rise (x + y = c), or fall (x - y = c). */
function slanted({ x, y, w, h }: Box, falls: boolean): string {
  const cs = falls ? all(x - y - h, x + w - y, GAP) : all(x + y, x + w + y + h, GAP);
  return cs
    .map((c) => {
      const at = (px: number): number => (falls ? px - c : c - px);
      const [a, b] = falls ? [y + c, y + h + c] : [c - y - h, c - y];
      const [from, to] = [Math.max(x, a), Math.min(x + w, b)];
      return to > from ? `M${p(from)} ${p(at(from))}L${p(to)} ${p(at(to))}` : '';
    })
    .join('');
}

/**
 * The lines of a hatch in its box, as one SVG path: through whole multiples of their gap, so that neighbouring hatches run
 * on. No `<pattern>`: printed, Chromium makes a picture of each box that one fills, of fifty megabytes for a big case.
 */
export function hatching(kind: Hatch, box: Box, colour: string): string {
  const { x, y, w, h } = box;
  if (!(w > 0 && h > 0)) return '';
  if (kind === 'dots') {
    const from = first(x, DOTS, 3);
    const d =
      from > x + w
        ? ''
        : all(y, y + h, DOTS, 3)
            .map((row) => `M${p(from)} ${p(row)}H${p(x + w)}`)
            .join('');
    return `<path d="${d}" fill="none" stroke="${colour}" stroke-width="1.6" stroke-linecap="round" stroke-dasharray="0 ${DOTS}"/>`;
  }
  const d =
    kind === 'level'
      ? all(y, y + h, GAP, GAP / 2)
          .map((row) => `M${p(x)} ${p(row)}H${p(x + w)}`)
          .join('')
      : `${kind === 'back' ? '' : slanted(box, false)}${kind === 'diagonal' ? '' : slanted(box, true)}`;
  return `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${kind === 'back' ? 1.6 : 0.9}"/>`;
}
