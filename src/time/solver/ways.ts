import type { Core } from './core';
import { FORM, NONE } from './moment';
import type { Moments } from './moments';

/** What a clock may wander on a way to a variable, ms, with the number of the reason; -1 where nothing is to be said. */
interface Leg {
  readonly ms: number;
  readonly reason: number;
}

/** One way from a variable of the network to a moment: it lies between `lo` and `hi` (ms) after it, what its clock wanders on the way included. */
export interface Way {
  readonly v: number;
  readonly lo: number;
  readonly hi: number;
  readonly loLeg: Leg;
  readonly hiLeg: Leg;
  /** By the range of its clock, which holds at any reading: two readings that share it are two offsets. */
  readonly byRange: boolean;
}

/** A moment that hangs on its clock by a reading alone: its interval there, ms, and the moments whose readings set each end. */
export interface Hung {
  readonly hang: number;
  readonly lo: number;
  readonly hi: number;
  readonly loBy: number;
  readonly hiBy: number;
}

const STAYS: Leg = { ms: 0, reason: -1 };

/** The interval by its own clock of a moment that is no variable of the core; an end that is not stated hangs on its start, open above. Null where it has none. */
export function hungOf(moments: Moments, core: Core, m: number): Hung | null {
  const { form, lo, hi, hang } = moments;
  if ((core.variable[m] as number) !== NONE || form[m] === FORM.none) return null;
  if (form[m] === FORM.notStated) {
    const s = hungOf(moments, core, m - 1);
    return s && { ...s, hi: Number.POSITIVE_INFINITY };
  }
  const [least, most] = [leastReading(moments, m), mostReading(moments, m)];
  return {
    hang: hang[m] as number,
    lo: least,
    hi: most,
    loBy: least === lo[m] ? m : m ^ 1,
    hiBy: most === hi[m] ? m : m ^ 1,
  };
}

/** Every way to a moment: its own variable, or the range of its clock and the knots around its reading. Empty where it has no place. */
export function waysTo(moments: Moments, core: Core, m: number): Way[] {
  const v = core.variable[m] as number;
  if (v !== NONE) return [{ v, lo: 0, hi: 0, loLeg: STAYS, hiLeg: STAYS, byRange: false }];
  if (moments.form[m] === FORM.notStated)
    return waysTo(moments, core, m - 1).map((w) => ({ ...w, hi: Number.POSITIVE_INFINITY }));
  const hung = hungOf(moments, core, m);
  if (!hung) return [];
  const { clocks } = moments;
  const line = clocks.line(hung.hang);
  const ways: Way[] = [];
  if (!line.counter || line.rate === 0)
    ways.push({
      v: hung.hang,
      lo: hung.lo,
      hi: hung.hi,
      loLeg: STAYS,
      hiLeg: STAYS,
      byRange: line.rate > 0,
    });
  if (line.order.length === 0 || line.rate === 0) return ways;
  for (const p of new Set([...line.around(hung.lo), ...line.around(hung.hi)])) {
    const [loLeg, hiLeg] = [clocks.wander(line, p, hung.lo), clocks.wander(line, p, hung.hi)];
    ways.push({
      v: line.knots.get(p) as number,
      lo: hung.lo - loLeg.ms,
      hi: hung.hi + hiLeg.ms,
      loLeg,
      hiLeg,
      byRange: false,
    });
  }
  return ways;
}

/** The other end of the same event, where both are readings on one clock: then neither passes the other. */
function boundTo({ n, form, hang }: Moments, m: number): boolean {
  return m < 2 * n && form[m ^ 1] === FORM.reading && hang[m ^ 1] === hang[m];
}

/** The least that a moment's reading can be on its clock, ms: an end is not before its start. */
export function leastReading(moments: Moments, m: number): number {
  const { lo } = moments;
  const own = lo[m] as number;
  return m % 2 === 1 && (lo[m - 1] as number) > own && boundTo(moments, m) ? (lo[m - 1] as number) : own;
}

/** The most that it can be: a start is not after its end. */
export function mostReading(moments: Moments, m: number): number {
  const { hi } = moments;
  const own = hi[m] as number;
  return m % 2 === 0 && (hi[m + 1] as number) < own && boundTo(moments, m) ? (hi[m + 1] as number) : own;
}

/** The moment itself, or the start of the event whose end is the same moment. */
export function sameMoment({ n, form }: Moments, m: number): number {
  return m < 2 * n && m % 2 === 1 && form[m] === FORM.sameAsStart ? m - 1 : m;
}
