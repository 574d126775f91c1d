import type { Bounds } from '../time/duration';
import { clockOf, dayOf, isTwice, localOf, zoneName } from '../time/grammar/zones';

const SECOND = 1000;
const TENTH = 100;

/** Bounds to a coarser unit, outward: nothing that they allow is left out. ms */
export const outward = ({ min, max }: Bounds, unit: number): Bounds => ({
  min: Math.floor(min / unit) * unit,
  max: Math.ceil(max / unit) * unit,
});

const tenthOf = (t: number): string =>
  String(Math.floor(((t % SECOND) + SECOND) % SECOND) / TENTH).slice(0, 1);

/** Behind a time of an hour that the clock showed twice, which of the two it is: ` CDT`. */
const which = (t: number, zone: string): string => (isTwice(t, zone) ? ` ${zoneName(zone, t)}` : '');

/** A stretch of a clock to the tenth, outward: `14:03:21.2 – 14:03:22.1`; one time where both ends are that tenth. */
export function tenthsText(at: Bounds, zone: string): string {
  const { min, max } = outward(at, TENTH);
  const text = (t: number): string => `${clockOf(t, zone, true)}.${tenthOf(t)}${which(t, zone)}`;
  return min === max ? text(min) : `${text(min)} – ${text(max)}`;
}

/**
 * What a clock that shows whole seconds shows within these bounds: the second that is running, `14:03:21`, or both where it may be
 * either.
 */
export function secondsText({ min, max }: Bounds, zone: string): string {
  const [a, b] = [min, max].map(
    (t) => clockOf(Math.floor(t / SECOND) * SECOND, zone, true) + which(t, zone),
  ) as [string, string];
  return a === b ? a : `${a} – ${b}`;
}

/** The day, or days, on which these bounds lie in a zone: `2024-03-14`, `2024-03-14 – 2024-03-15`. */
export function daysText({ min, max }: Bounds, zone: string): string {
  const [a, b] = [min, max].map((t) => dayOf(localOf(t, zone))) as [string, string];
  return a === b ? a : `${a} – ${b}`;
}
