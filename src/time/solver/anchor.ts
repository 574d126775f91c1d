import type { Core } from './core';
import { FORM, type Moments, NONE } from './moments';

/** A moment as a variable and its distance from it (ms), and the moments whose readings set each end. */
export interface Anchor {
  readonly v: number;
  readonly lo: number;
  readonly hi: number;
  readonly loBy: number;
  readonly hiBy: number;
}

/** What a moment stands on; an end that is not stated hangs on its start, open above. Null where it has no place. */
export function anchorOf(moments: Moments, core: Core, m: number): Anchor | null {
  const v = core.variable[m] as number;
  if (v !== NONE) return { v, lo: 0, hi: 0, loBy: m, hiBy: m };
  const { form, lo, hi, hang } = moments;
  if (form[m] === FORM.none) return null;
  if (form[m] === FORM.notStated) {
    const s = anchorOf(moments, core, m - 1);
    return s && { ...s, hi: Number.POSITIVE_INFINITY };
  }
  const [least, most] = [leastReading(moments, m), mostReading(moments, m)];
  return {
    v: hang[m] as number,
    lo: least,
    hi: most,
    loBy: least === lo[m] ? m : m ^ 1,
    hiBy: most === hi[m] ? m : m ^ 1,
  };
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
