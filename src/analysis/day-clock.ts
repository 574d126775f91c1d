import type { DayClock, Exclusion } from '../record/docket';
import { daysOf, printCount, printDay } from '../time/days';
import type { Bounds } from '../time/duration';

/** A line of the arithmetic, as it would be done by hand. */
export interface DayLine {
  readonly says: string;
  /** Days that it adds (or takes away); null where it only tells. */
  readonly days: number | null;
}

/** The count under one reading of every day that is uncertain. */
export interface DayCount {
  readonly counted: number;
  readonly excluded: number;
  readonly lines: readonly DayLine[];
  /** The last day on which the count is within the limit; null where a stretch that is still open keeps it from running. */
  readonly last: number | null;
}

export interface DayClockRead {
  /** Days counted as of the day asked: no reading of the days written gives fewer, or more. */
  readonly counted: Bounds;
  /** Days left before the limit is reached; negative where it is passed. */
  readonly left: Bounds;
  /** Last days within the limit, the earliest and the latest; null where it does not run, or nobody knows. */
  readonly last: Bounds | null;
  /** The arithmetic that gives the most days, and that which gives the fewest; the same where every day is certain. */
  readonly most: DayCount;
  readonly fewest: DayCount;
  /** Stretches that go on. */
  readonly open: readonly Exclusion[];
}

interface Stretch {
  /** First and last day excluded; empty where `to < from`. */
  readonly from: number;
  readonly to: number;
  readonly of: Exclusion;
}

/** Further than this nobody looks for the last day. */
const FURTHEST = 40_000;

/**
 * A clock of days as of one day. Days are counted from the day that starts it (or the day after, as the clock says) through the
 * day asked, or the day that stops it; days of excluded stretches are taken away once, however many stretches hold them.
 * Uncertain days give bounds. They are sound always, and reached where no stretch can begin after it ends.
 * @param asOf number of the day @returns a sentence where a day cannot be read or none starts it
 */
export function readDayClock(
  clock: DayClock,
  exclusions: readonly Exclusion[],
  asOf: number,
): DayClockRead | string {
  const starts = daysOf(clock.starts);
  if (!starts)
    return clock.starts === ''
      ? 'No day starts it yet.'
      : `The day that starts it cannot be read: ${clock.starts}`;
  const stops = clock.stops === '' ? { min: asOf, max: asOf } : daysOf(clock.stops);
  if (!stops) return `The day that stops it cannot be read: ${clock.stops}`;
  const mine = exclusions.filter((x) => x.clock === clock.id);
  const bad = mine.find((x) => !daysOf(x.from) || (x.to !== '' && !daysOf(x.to)));
  if (bad) return `A day of an excluded stretch cannot be read: ${bad.from} to ${bad.to}`;
  const stretches = (wide: boolean): Stretch[] =>
    mine.map((of) => {
      const from = daysOf(of.from) as Bounds;
      // What goes on is excluded through the day asked, and after it until somebody ends it.
      const to =
        of.to === ''
          ? { min: Number.POSITIVE_INFINITY, max: Number.POSITIVE_INFINITY }
          : (daysOf(of.to) as Bounds);
      return {
        from: (wide ? from.min : from.max) + (of.firstCounts ? 0 : 1),
        to: (wide ? to.max : to.min) - (of.lastCounts ? 0 : 1),
        of,
      };
    });
  const end = (e: Bounds, which: 'min' | 'max'): number =>
    clock.stops === '' ? asOf : Math.min(asOf, e[which]);
  const most = count(clock, starts.min, end(stops, 'max'), stretches(false));
  const fewest = count(clock, starts.max, end(stops, 'min'), stretches(true));
  return {
    counted: { min: fewest.counted, max: most.counted },
    left: { min: clock.limit - most.counted, max: clock.limit - fewest.counted },
    last: most.last === null || fewest.last === null ? null : { min: most.last, max: fewest.last },
    most,
    fewest,
    open: mine.filter((x) => x.to === ''),
  };
}

/** The count of one reading, with its lines. */
function count(clock: DayClock, starts: number, end: number, given: readonly Stretch[]): DayCount {
  const first = starts + (clock.startCounts ? 0 : 1);
  const all = Math.max(0, end - first + 1);
  const lines: DayLine[] = [
    {
      says: `${clock.what || 'It starts'}: ${printDay(starts)}; that day is ${clock.startCounts ? 'counted' : 'not counted'}`,
      days: null,
    },
    {
      says:
        all === 0
          ? `Nothing to count through ${printDay(end)}`
          : `From ${printDay(first)} through ${printDay(end)}`,
      days: all,
    },
  ];
  let excluded = 0;
  // In the order in which they begin, each adds what none before it took: their union is counted once.
  let reached = first - 1;
  const ordered = [...given].sort((a, b) => a.from - b.from || a.to - b.to);
  for (const s of ordered) {
    const [from, to] = [Math.max(s.from, first), Math.min(s.to, end)];
    const within = Math.max(0, to - from + 1);
    const adds = Math.max(0, to - Math.max(from, reached + 1) + 1);
    reached = Math.max(reached, to);
    excluded += adds;
    lines.push({ says: lineOf(s, within, adds), days: adds === 0 ? 0 : -adds });
  }
  const counted = all - excluded;
  lines.push({ says: `Counted of ${clock.limit}`, days: counted });
  return { counted, excluded, lines, last: lastDay(clock, first, ordered) };
}

function lineOf(s: Stretch, within: number, adds: number): string {
  const { of } = s;
  const why = [of.reason || 'excluded', of.authority].filter(Boolean).join(', ');
  const ends =
    of.to === ''
      ? `${printDay(s.from)}, and it goes on`
      : s.to < s.from
        ? 'no whole day'
        : `${printDay(s.from)} through ${printDay(s.to)}`;
  const once =
    within === 0
      ? '; none of it lies within'
      : adds === within
        ? ''
        : `; ${printCount({ min: within - adds, max: within - adds })} of it ${within - adds === 1 ? 'is' : 'are'} excluded already, and taken once`;
  return `Excluded: ${ends} (${why})${once}`;
}

/** The last day on which no more than the limit has been counted. */
function lastDay(clock: DayClock, first: number, ordered: readonly Stretch[]): number | null {
  let left = clock.limit;
  let day = first;
  for (const s of ordered) {
    if (s.to < Math.max(s.from, day)) continue;
    const free = Math.max(0, Math.max(s.from, day) - day);
    // Days of the stretch that follow the last counted one are within the limit too.
    if (free > left) return day + left - 1;
    left -= free;
    if (s.to === Number.POSITIVE_INFINITY) return null;
    day = s.to + 1;
  }
  return left > FURTHEST ? null : day + left - 1;
}
