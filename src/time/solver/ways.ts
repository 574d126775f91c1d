import { FORM } from './moment';
import type { Moments } from './moments';

/** The other end of the same event, where both are readings on one clock: then neither passes the other. */
function boundTo({ n, form, clockVariable }: Moments, m: number): boolean {
  return m < 2 * n && form[m ^ 1] === FORM.reading && clockVariable[m ^ 1] === clockVariable[m];
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
