import { isFixed } from '../../record/zone';
import { DAY, HOUR, type Span, spanBounds } from '../grammar/written';
import { instantsOf, localOf } from '../grammar/zones';

/** What is known of the moment that a distance in days counts from: its reading (ms, perhaps open) and its zone. */
export interface CountedFrom {
  readonly lo: number;
  readonly hi: number;
  readonly zone: string;
}

/**
 * The bounds (ms) that a distance in days sets on the later moment: from a clock time to the same clock time, so that a
 * night on which the clocks change makes a day an hour shorter or longer. Where the moment counted from has no bounded
 * reading, either may have happened.
 * @param approximate what `about` means where no tolerance is written, ms
 */
export function dayBounds(span: Span, from: CountedFrom, approximate: number): { min: number; max: number } {
  const { min, max } = spanBounds(span, approximate);
  return { min: min + shift(min, from, Math.min), max: max + shift(max, from, Math.max) };
}

function shift(distance: number, from: CountedFrom, pick: (...n: number[]) => number): number {
  if (!Number.isFinite(distance)) return 0;
  const days = Math.round(distance / DAY) * DAY;
  if (days === 0) return 0;
  if (isFixed(from.zone)) return 0;
  if (!Number.isFinite(from.lo) || !Number.isFinite(from.hi)) return pick(-HOUR, HOUR);
  const changes: number[] = [];
  const step = Math.max(HOUR, (from.hi - from.lo) / 96);
  for (let t = from.lo; ; t = Math.min(from.hi, t + step)) {
    for (const there of sameClockTime(localOf(t, from.zone) + days, from.zone))
      changes.push(there - t - days);
    if (t >= from.hi) break;
  }
  return pick(...changes);
}

/** The instants at which the clock shows a local time; where it skipped it, the two that the skip lies between. */
function sameClockTime(local: number, zone: string): readonly number[] {
  const found = instantsOf(local, zone);
  if (found.length > 0) return found;
  return [
    ...instantsOf(local - HOUR, zone).map((t) => t + HOUR),
    ...instantsOf(local + HOUR, zone).map((t) => t - HOUR),
  ];
}

/** The days that a distance in days reaches from a day without an hour, midnight to midnight: [first, last], ms from its midnight on the calendar; infinite where open. */
export function wholeDays(span: Span): readonly [number, number] {
  const { from, to, style } = span;
  const [a, b] = ((): [number, number] => {
    switch (style) {
      case 'at least':
      case 'more than':
        return [from, Number.POSITIVE_INFINITY];
      case 'less than':
      case 'up to':
        return [0, to];
      case 'within':
        return [-to, to];
      default:
        return [from, to + span.unit - DAY];
    }
  })();
  return span.sign === 1 ? [a, b] : [0 - b, 0 - a];
}
