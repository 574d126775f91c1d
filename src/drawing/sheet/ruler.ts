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
  const step =
    STEPS.find((s) => s >= axis.grain && s * pxPerMs >= (s >= D ? 52 : s >= M ? 58 : 76)) ??
    (STEPS.at(-1) as number);
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

/** Baselines of the ruler's rows, px: the day, the time, and how long since the seizure. */
const DAY_ROW = 10;
const TIME_ROW = 24;
const SINCE_ROW = 38;
/** Where the lanes' side of the ruler ends, px. */
const FOOT = 44;

/** How far the mark of a fold reaches to either side of the fold's middle, px. */
const FOLD_MARK = 8;

interface Ruler {
  /** The grid, below the marks. */
  readonly shapes: Shape[];
  /** The ruler itself, above them. */
  readonly over: Shape[];
}

/**
 * The ruler and the grid below it: the day where each stretch begins and where midnight passes, times, and in the stop
 * how long since its own seizure, at round lengths of its own. `zeros` is where the stops begin, ms, in order.
 * `bottom` is where the grid ends, `shift` (ms) how far the ruler's clock is behind the truth.
 */
export function layRuler(
  axis: TimeAxis,
  view: RulerView,
  zone: string,
  zeros: readonly number[],
  counterOnly: boolean,
  bottom: number,
  shift = 0,
): Ruler {
  const ruler: Ruler = { shapes: [], over: [] };
  let free = view.left;
  for (const stretch of axis.stretches) {
    const { ticks, step } = ticksOf(axis, stretch, view, counterOnly ? 'UTC' : zone, shift);
    for (const t of ticks) {
      const width = t.major ? 1 : 0.5;
      ruler.shapes.push({ t: 'line', x: t.x, y: FOOT, x2: t.x, y2: bottom, stroke: 'line', width });
      const label =
        counterOnly && zeros.length > 0 ? elapsedLabel(t.t - base(t.t), Math.min(step, S)) : t.label;
      const w = textWidth(label, 12, true);
      if (t.x - w / 2 < free || t.x + w / 2 > view.right + 8) continue;
      ruler.over.push(middle(t.x, TIME_ROW, label, 12));
      free = t.x + w / 2 + 12;
    }
    // The stop that begins in it; where none does, the one before.
    const zero =
      zeros.find((z) => z >= stretch.t0 && z <= stretch.t1) ?? zeros.findLast((z) => z < stretch.t0);
    if (stretch.stop && zero !== undefined && step < H && !counterOnly)
      laySince(axis, stretch, view, zero, step, ruler);
  }
  if (!counterOnly) layDays(axis, view, zone, shift, bottom, ruler);
  ruler.over.push({ t: 'line', x: view.left, y: FOOT, x2: view.right, y2: FOOT, stroke: 'muted', width: 1 });
  return ruler;
}

const middle = (x: number, y: number, text: string, size: number): Shape => ({
  t: 'text',
  x,
  y,
  text,
  size,
  ink: size === 12 ? 'ink' : 'muted',
  bold: size === 12,
  anchor: 'middle',
});

/** `T+0`, `T+5`, ...: each at its own tick, not beside those of the clock. */
function laySince(
  axis: TimeAxis,
  stretch: TimeAxis['stretches'][number],
  view: RulerView,
  zero: number,
  step: number,
  { over }: Ruler,
): void {
  const from = Math.max(stretch.t0, axis.toT(view.u0));
  const to = Math.min(stretch.t1, axis.toT(view.u0 + (view.right - view.left) / view.k));
  // The mark of a fold reaches up into this row, and beyond a fold that is narrow.
  const foldAt = (u0: number, u1: number): number => view.left + ((u0 + u1) / 2 - view.u0) * view.k;
  const at = axis.stretches.indexOf(stretch);
  const [before, after] = [axis.stretches[at - 1], axis.stretches[at + 1]];
  const last = after ? foldAt(stretch.u1, after.u0) - FOLD_MARK : Number.POSITIVE_INFINITY;
  let free = before ? Math.max(view.left, foldAt(before.u1, stretch.u0) + FOLD_MARK) : view.left;
  for (let t = zero + Math.ceil((from - zero) / step) * step; t <= to; t += step) {
    const x = view.left + (axis.toU(t) - view.u0) * view.k;
    const text = `T${t < zero ? '' : '+'}${elapsedLabel(t - zero, step)}`;
    const half = textWidth(text, 10.5) / 2;
    if (x - half < free || x + half > view.right + 8 || x + half > last) continue;
    over.push(middle(x, SINCE_ROW, text, 10.5));
    over.push({ t: 'line', x, y: FOOT - 4, x2: x, y2: FOOT, stroke: 'muted', width: 1 });
    free = x + half + 10;
  }
}

/** The day at the beginning of each stretch in view, and a line where midnight passes within one. */
function layDays(
  axis: TimeAxis,
  view: RulerView,
  zone: string,
  shift: number,
  bottom: number,
  { shapes, over }: Ruler,
): void {
  const uEnd = view.u0 + (view.right - view.left) / view.k;
  const xOf = (t: number): number => view.left + (axis.toU(t) - view.u0) * view.k;
  let free = view.left;
  let year = '';
  const name = (x: number, t: number): void => {
    const day = dayOf(localOf(t - shift, zone));
    const text = `${dayLabel(day)}${day.slice(0, 4) === year ? '' : `, ${day.slice(0, 4)}`}`;
    const w = textWidth(text, 10.5);
    const at = Math.max(free, Math.min(x, view.right - w));
    if (at > x + 24 || at + w > view.right + 8) return;
    over.push({ t: 'text', x: at, y: DAY_ROW, text, size: 10.5, ink: 'muted' });
    year = day.slice(0, 4);
    free = at + w + 8;
  };
  for (const s of axis.stretches) {
    const from = Math.max(s.t0, axis.toT(Math.max(s.u0, view.u0)));
    const to = Math.min(s.t1, axis.toT(Math.min(s.u1, uEnd)));
    if (!(to > from)) continue;
    name(xOf(from), from);
    const midnights = midnightsIn(from, to, zone, shift);
    if (midnights.length > MOST_MIDNIGHTS || axis.grain >= D) continue;
    for (const t of midnights) {
      const x = xOf(t);
      shapes.push({ t: 'line', x, y: FOOT, x2: x, y2: bottom, stroke: 'muted', width: 1, dash: true });
      name(x + 2, t);
    }
  }
}

/** Where more midnights than this pass in one stretch, days are its ticks and need no lines of their own. */
const MOST_MIDNIGHTS = 3;

function midnightsIn(from: number, to: number, zone: string, shift: number): number[] {
  const out: number[] = [];
  const first = Math.ceil(localOf(from - shift, zone) / D) * D;
  for (let local = first; out.length <= MOST_MIDNIGHTS; local += D) {
    const t = (instantsOf(local, zone)[0] ?? Number.NaN) + shift;
    if (Number.isNaN(t)) continue;
    if (t > to) break;
    if (t > from) out.push(t);
  }
  return out;
}

/** `Thu, Mar 14` of `2024-03-14`. */
function dayLabel(day: string): string {
  const d = new Date(`${day}T00:00:00Z`);
  return `${WEEKDAYS[d.getUTCDay()]}, ${MONTHS[d.getUTCMonth()]} ${d.getUTCDate()}`;
}

const WEEKDAYS = 'Sun Mon Tue Wed Thu Fri Sat'.split(' ');

/** Midnight UTC before an instant: where an untied counter is drawn from. */
const base = (t: number): number => Math.floor(t / D) * D;
