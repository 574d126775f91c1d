import type { Stamp, Written } from './written';
import { instantsOf } from './zones';

/** What a reading stands for on its own clock: ms, both ends reached; infinite where open. */
export interface ReadingInterval {
  readonly min: number;
  readonly max: number;
  /** The hour happened twice that night: the interval spans both until something settles it. */
  readonly doubled: boolean;
  /** The separate intervals of a doubled hour, each [first, last] in ms; one alone otherwise. */
  readonly alternatives: readonly (readonly [number, number])[];
  /** How far the tolerance of `about` widened it, and whether the case's default was used. */
  readonly widened: { readonly by: number; readonly byDefault: boolean } | null;
}

export interface ReadingContext {
  /** The row's day, `2024-03-14`, or empty. */
  readonly date: string;
  /** The zone of the clock or row. */
  readonly zone: string;
  /** What `about` means where no tolerance is written, ms. */
  readonly approximate: number;
}

export type Resolved =
  | { readonly ok: true; readonly interval: ReadingInterval }
  | { readonly ok: false; readonly why: string };

const days = new Map<string, number>();

function dayStart(date: string): number {
  let start = days.get(date);
  if (start === undefined) {
    start = Date.parse(`${date}T00:00:00Z`);
    days.set(date, start);
  }
  return start;
}

/** The instants a stamp can begin at on its clock, ms; a media stamp counts from its recording's first frame. */
function starts(stamp: Stamp, context: ReadingContext): readonly number[] | string {
  if (stamp.clock === 'media') return [stamp.ms];
  const date = stamp.date ?? context.date;
  if (date === '') return 'this time has no day: fill in the date column, or write the date before the time';
  const zone = stamp.zone ?? context.zone;
  const found = instantsOf(dayStart(date) + stamp.ms, zone);
  if (found.length === 0) {
    return `this time does not exist: clocks in ${zone} were put forward that night (${date})`;
  }
  return found;
}

/** A reading or an open side, as an interval on its clock. The other forms of the grammar are relations. */
export function resolveReading(w: Written & { form: 'reading' | 'open' }, context: ReadingContext): Resolved {
  const first = w.form === 'reading' ? w.from : w.stamp;
  const a = starts(first, context);
  if (typeof a === 'string') return { ok: false, why: a };
  if (w.form === 'open') return { ok: true, interval: openSide(w.side, a, w.stamp.precision) };
  const last = w.to ?? w.from;
  const b = w.to === null ? a : starts(w.to, context);
  if (typeof b === 'string') return { ok: false, why: b };
  const by = w.tolerance ?? (w.about ? context.approximate : 0);
  return {
    ok: true,
    interval: {
      min: (a[0] as number) - by,
      max: (b.at(-1) as number) + last.precision - 1 + by,
      doubled: a.length > 1 || b.length > 1,
      alternatives:
        a.length > 1 && a.length === b.length
          ? a.map((from, i) => [from - by, (b[i] as number) + last.precision - 1 + by] as const)
          : [],
      widened: w.about ? { by, byDefault: w.tolerance === null } : null,
    },
  };
}

/**
 * `before 14:30`: the clock does not yet show 14:30. `by 14:30`: it may show it. `after 14:30`: it shows 14:30 or
 * later, the wider of the two readings of the word, so that no bound rests on the narrower.
 */
function openSide(
  side: 'before' | 'by' | 'after',
  at: readonly number[],
  precision: number,
): ReadingInterval {
  const doubled = at.length > 1;
  const first = at[0] as number;
  const last = at.at(-1) as number;
  if (side === 'after')
    return { min: first, max: Number.POSITIVE_INFINITY, doubled, alternatives: [], widened: null };
  return {
    min: Number.NEGATIVE_INFINITY,
    max: side === 'before' ? last - 1 : last + precision - 1,
    doubled,
    alternatives: [],
    widened: null,
  };
}
