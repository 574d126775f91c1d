import type { Bounds } from '../time/duration';
import { driftOver } from '../time/solver/drift';
import type { Solved } from '../time/solver/solve';
import type { Analysis } from './analyze';

/**
 * Every conversion between what a clock shows, case time and a recording's counter, with the drift of each. All in ms;
 * `case time = reading + offset`, and an offset is known where a sync point fixes it, elsewhere within the clock's rate.
 */
export interface OffsetLine {
  /** The offset that holds at any reading, without the sync points; null where none is known. */
  readonly range: Bounds | null;
  /** Parts in a million by which it may drift; 0 for the reference clock. */
  readonly rate: number;
  /** The offset at each reading where a sync point fixes it, in order. */
  readonly fixed: readonly { readonly at: number; readonly offset: Bounds }[];
}

/** A wall clock of the case; `offset`: where its first sync point fixes it, else its range. Null where nothing is known. */
export interface ClockBounds extends OffsetLine {
  readonly id: string;
  readonly offset: Bounds | null;
}

/** A recording's counter: `zero` is when it read 0:00, `apart` by source how much later that recording's first frame is; only recordings tied to this one. */
export interface CounterBounds extends OffsetLine {
  readonly source: string;
  readonly zero: Bounds;
  readonly apart: Readonly<Record<string, Bounds>>;
}

/** Case time, or a reading, as an interval. */
type Interval = Bounds;

const finite = (b: Bounds | null | undefined): b is Bounds =>
  !!b && Number.isFinite(b.min) && Number.isFinite(b.max);

/** How far a line is off where it shows a reading within `shown`; null where that is not known on both sides. */
export function offsetAt(line: OffsetLine, shown: Interval): Bounds | null {
  return nearest(line, (at) => Math.max(Math.abs(shown.min - at), Math.abs(shown.max - at)));
}

/** How far it is off at a case time within `time`. */
function offsetWhen(line: OffsetLine, time: Interval): Bounds | null {
  return nearest(line, (at, o) =>
    Math.max(
      Math.abs(time.min - at - o.min),
      Math.abs(time.min - at - o.max),
      Math.abs(time.max - at - o.min),
      Math.abs(time.max - at - o.max),
    ),
  );
}

function nearest(line: OffsetLine, away: (at: number, offset: Bounds) => number): Bounds | null {
  let found: Bounds | null = finite(line.range) ? line.range : null;
  for (const { at, offset } of line.fixed) {
    if (!finite(offset)) continue;
    const wander = driftOver(away(at, offset), line.rate);
    const here = { min: offset.min - wander, max: offset.max + wander };
    const both: Bounds = found
      ? { min: Math.max(found.min, here.min), max: Math.min(found.max, here.max) }
      : here;
    // What cannot both be is named under Clocks; here the sync point says more than the range.
    found = both.min <= both.max ? both : here;
  }
  return found;
}

/** The case time at which a line shows `shown`; null where it is not tied. */
export function timeOf(line: OffsetLine | undefined, shown: Interval): Interval | null {
  const offset = line && offsetAt(line, shown);
  return offset ? { min: shown.min + offset.min, max: shown.max + offset.max } : null;
}

/** What a line shows at a case time within `time`; null where it is not tied. */
export function shownAt(line: OffsetLine | undefined, time: Interval): Interval | null {
  const offset = line && offsetWhen(line, time);
  return offset ? { min: time.min - offset.max, max: time.max - offset.min } : null;
}

/** The middle of what a line may be off by at a case time, ms: where to draw it. Null where it is not tied. */
export function shiftAt(line: OffsetLine | undefined, time: number): number | null {
  const offset = line && offsetWhen(line, { min: time, max: time });
  return offset ? middle(offset) : null;
}

/** The middle of an interval. */
export const middle = (b: Bounds): number => (b.min + b.max) / 2;

type Lines = Pick<Analysis, 'clocks' | 'counters'>;

/** The line of a wall clock. */
export const clockLine = (analysis: Lines, clockId: string): ClockBounds | undefined =>
  analysis.clocks.find((c) => c.id === clockId);

/** The line of a recording's counter; undefined where nothing was read on it. */
export const counterLine = (analysis: Lines, source: string): CounterBounds | undefined =>
  analysis.counters.find((c) => c.source === source);

/** A wall clock of a solved record, as it is told to the screen. */
export function clockBounds(solved: Solved, id: string): ClockBounds {
  const line = solved.clockLine(id);
  return {
    id,
    offset: solved.clockOffset(id),
    range: line?.range ?? null,
    rate: line?.rate ?? 0,
    fixed: line?.fixed ?? [],
  };
}
