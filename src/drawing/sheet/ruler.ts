import { dayOf, instantsOf, localOf, offsetAt, zoneName } from '../../time/grammar/zones';
import { type Shape, textWidth } from '../scene/scene';
import type { TimeAxis } from './time-axis';

const S = 1000;
const M = 60 * S;
const H = 60 * M;
const D = 24 * H;
const STEPS = [
  100,
  500,
  S,
  2 * S,
  5 * S,
  10 * S,
  15 * S,
  30 * S,
  M,
  2 * M,
  5 * M,
  10 * M,
  15 * M,
  30 * M,
  H,
  2 * H,
  3 * H,
  6 * H,
  12 * H,
  D,
  2 * D,
  7 * D,
  14 * D,
  28 * D,
  91 * D,
  365 * D,
];

interface Tick {
  readonly t: number;
  readonly x: number;
  readonly label: string;
  readonly major: boolean;
}

const two = (n: number): string => String(n).padStart(2, '0');
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** A local time for the ruler, as fine as its step. */
function tickLabel(local: number, step: number): string {
  const d = new Date(local);
  if (step >= D) return `${MONTHS[d.getUTCMonth()]} ${d.getUTCDate()}`;
  const base = `${two(d.getUTCHours())}:${two(d.getUTCMinutes())}`;
  if (step >= M) return base;
  return `${base}:${two(d.getUTCSeconds())}${step >= S ? '' : `.${Math.floor(d.getUTCMilliseconds() / 100)}`}`;
}

/** Time since T+0, or a counter: `4`, `−2`, `4:30`. */
export function elapsedLabel(ms: number, step: number): string {
  const sign = ms < 0 ? '−' : '';
  const whole = Math.abs(ms) % M < S;
  const s = Math.floor(Math.abs(ms) / 1000);
  if (step >= M && whole) return `${sign}${Math.floor(s / 60)}`;
  return `${sign}${Math.floor(s / 60)}:${two(s % 60)}`;
}

interface RulerView {
  readonly left: number;
  readonly right: number;
  readonly u0: number;
  readonly k: number;
}

/** The ticks of one stretch that are in view, at a step that leaves their labels apart; real instants on DST nights. */
function ticksOf(
  axis: TimeAxis,
  stretch: TimeAxis['stretches'][number],
  view: RulerView,
  zone: string,
  shift: number,
): { ticks: Tick[]; step: number } {
  const x = (t: number): number => view.left + (axis.toU(t) - view.u0) * view.k;
  const pxPerMs = ((stretch.u1 - stretch.u0) / (stretch.t1 - stretch.t0)) * view.k;
  const from = Math.max(stretch.t0, axis.toT(view.u0));
  const to = Math.min(stretch.t1, axis.toT(view.u0 + (view.right - view.left) / view.k));
  if (!(to > from)) return { ticks: [], step: S };
  const step = STEPS.find((s) => s * pxPerMs >= (s >= D ? 52 : s >= M ? 58 : 76)) ?? (STEPS.at(-1) as number);
  const ticks: Tick[] = [];
  // The clock shows `t - shift` where the truth is `t`.
  const local0 = Math.ceil((from - shift + offsetAt(zone, from - shift) * M) / step) * step;
  for (let local = local0, guard = 0; guard < 400; local += step, guard++) {
    const found = instantsOf(local, zone);
    if (found.length === 0) continue;
    if ((found[0] as number) + shift > to) break;
    for (const t of found.map((f) => f + shift))
      if (t >= from && t <= to) {
        // In the hour that happens twice each tick says which of the two it is.
        const which = found.length > 1 && step < D ? ` ${zoneName(zone, t - shift)}` : '';
        ticks.push({
          t,
          x: x(t),
          label: `${tickLabel(local, step)}${which}`,
          major: local % (step * 5) === 0,
        });
      }
  }
  return { ticks: ticks.sort((a, b) => a.t - b.t), step };
}

/** The ruler and the grid below it. `bottom` is where the grid ends, `shift` (ms) how far the ruler's clock is behind the truth. */
export function layRuler(
  axis: TimeAxis,
  view: RulerView,
  zone: string,
  zero: number | null,
  counterOnly: boolean,
  bottom: number,
  shift = 0,
): { shapes: Shape[]; over: Shape[] } {
  const shapes: Shape[] = [];
  const over: Shape[] = [];
  let free = view.left;
  for (const stretch of axis.stretches) {
    const { ticks, step } = ticksOf(axis, stretch, view, counterOnly ? 'UTC' : zone, shift);
    let day = '';
    for (const t of ticks) {
      shapes.push({
        t: 'line',
        x: t.x,
        y: 44,
        x2: t.x,
        y2: bottom,
        stroke: 'line',
        width: t.major ? 1 : 0.5,
      });
      const label = counterOnly && zero !== null ? elapsedLabel(t.t - base(t.t), Math.min(step, S)) : t.label;
      const w = textWidth(label, 12, true);
      if (t.x - w / 2 < free || t.x + w / 2 > view.right + 8) continue;
      const here = dayOf(localOf(t.t - shift, zone));
      over.push({
        t: 'text',
        x: t.x,
        y: 24,
        text: label,
        size: 12,
        ink: 'ink',
        bold: true,
        anchor: 'middle',
      });
      if (stretch.stop && zero !== null && step < H && !counterOnly)
        over.push({
          t: 'text',
          x: t.x,
          y: 38,
          text: `T${t.t < zero ? '' : '+'}${elapsedLabel(t.t - zero, step)}`,
          size: 10.5,
          ink: 'muted',
          anchor: 'middle',
        });
      else if (step < D && here !== day && !counterOnly)
        over.push({
          t: 'text',
          x: t.x,
          y: 38,
          text: `${MONTHS[Number(here.slice(5, 7)) - 1]} ${Number(here.slice(8))}`,
          size: 10.5,
          ink: 'muted',
          anchor: 'middle',
        });
      day = here;
      free = t.x + w / 2 + 12;
    }
  }
  over.push({ t: 'line', x: view.left, y: 44, x2: view.right, y2: 44, stroke: 'muted', width: 1 });
  return { shapes, over };
}

/** Midnight UTC before an instant: where an untied counter is drawn from. */
const base = (t: number): number => Math.floor(t / D) * D;
