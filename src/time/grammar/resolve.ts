import { isDay } from '../../record/day';
import { isZone } from '../../record/zone';
import { printWritten } from './print';
import type { Choice } from './refusal';
import { DAY, type Stamp, type Statement } from './written';
import { instantsIn } from './zone-words';
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
  | { readonly ok: false; readonly why: string; readonly asks: readonly Choice[] };

const days = new Map<string, number>();

function dayStart(date: string): number {
  let start = days.get(date);
  if (start === undefined) {
    start = Date.parse(`${date}T00:00:00Z`);
    days.set(date, start);
  }
  return start;
}

/** Why a stamp is no instant; where its zone does not hold on that day, the names that may be meant. */
interface Fault {
  readonly why: string;
  readonly zones: readonly string[];
}

const fault = (why: string): Fault => ({ why, zones: [] });

/** The instants a stamp can begin at on its clock, ms; a media stamp counts from its recording's first frame. */
function starts(stamp: Stamp, context: ReadingContext): readonly number[] | Fault {
  if (stamp.clock === 'media') return [stamp.ms];
  const date = stamp.date ?? context.date;
  if (date === '')
    return fault('this time has no day: fill in the date column, or write the date before the time');
  if (!isDay(date)) return fault(`the date ${date} does not exist: correct the date of the row`);
  const zone = stamp.zone ?? context.zone;
  if (!isZone(context.zone))
    return fault(`“${context.zone}” is no zone this app knows: write America/Chicago, UTC or -05:00`);
  const local = dayStart(date) + stamp.ms;
  if (stamp.precision === DAY) return [firstOf(local, zone, context.zone)];
  const found = stamp.zone === null ? instantsOf(local, zone) : instantsIn(stamp.zone, local, context.zone);
  if ('why' in found) return found;
  if (found.length === 0)
    return fault(`this time does not exist: clocks in ${zone} were put forward that night (${date})`);
  return found;
}

/** The first instant of a local day, whose midnight the clocks may have skipped. */
function firstOf(local: number, zone: string, own: string): number {
  for (const later of [0, 30, 60, 90, 120]) {
    const found =
      zone === own ? instantsOf(local + later * 60_000, zone) : instantsIn(zone, local + later * 60_000, own);
    if (!('why' in found) && found[0] !== undefined) return found[0];
  }
  return instantsOf(local, 'UTC')[0] as number;
}

/** The last ms of a stamp that begins at `start`: a day ends where the next one begins, however long it is. */
function lastOf(stamp: Stamp, start: number, context: ReadingContext): number {
  if (stamp.clock === 'media' || stamp.precision < DAY) return start + stamp.precision - 1;
  const next = dayStart(stamp.date ?? context.date) + DAY;
  return firstOf(next, stamp.zone ?? context.zone, context.zone) - 1;
}

/** A reading or an open side, as an interval on its clock. The other forms of the grammar are relations. */
export function resolveReading(
  w: Statement & { form: 'reading' | 'open' },
  context: ReadingContext,
): Resolved {
  const first = w.form === 'reading' ? w.from : w.stamp;
  const a = starts(first, context);
  if ('why' in a) return notHeld(w, a);
  const by = w.tolerance ?? (w.about ? context.approximate : 0);
  const widened = w.about ? { by, byDefault: w.tolerance === null } : null;
  if (w.form === 'open')
    return { ok: true, interval: { ...openSide(w.side, a, w.stamp, by, context), widened } };
  const last = w.to ?? w.from;
  const b = w.to === null ? a : starts(w.to, context);
  if ('why' in b) return notHeld(w, b);
  const end = (start: number): number => lastOf(last, start, context) + by;
  return {
    ok: true,
    interval: {
      min: (a[0] as number) - by,
      max: end(b.at(-1) as number),
      doubled: a.length > 1 || b.length > 1,
      alternatives:
        a.length === b.length ? a.map((from, i) => [from - by, end(b[i] as number)] as const) : [],
      widened,
    },
  };
}

/** A zone that does not hold on that day is asked: the same text with each name that may be meant. */
function notHeld(w: Statement & { form: 'reading' | 'open' }, { why, zones }: Fault): Resolved {
  const zoned = <T extends Stamp | null>(stamp: T, zone: string): T =>
    stamp && stamp.clock === 'wall' && stamp.zone !== null ? { ...stamp, zone } : stamp;
  const asks = zones.map((zone): Choice => {
    const text = printWritten(
      w.form === 'open'
        ? { ...w, stamp: zoned(w.stamp, zone) }
        : { ...w, from: zoned(w.from, zone), to: zoned(w.to, zone) },
    );
    return { text, says: `in ${zone}` };
  });
  return { ok: false, why, asks };
}

/**
 * `before 14:30`: the clock does not yet show 14:30. `by 14:30`: it may show it. `after 14:30`: it shows 14:30 or
 * later, the wider of the two readings of the word, so that no bound rests on the narrower.
 */
function openSide(
  side: 'before' | 'by' | 'after',
  at: readonly number[],
  stamp: Stamp,
  by: number,
  context: ReadingContext,
): Omit<ReadingInterval, 'widened'> {
  const doubled = at.length > 1;
  const first = at[0] as number;
  const last = at.at(-1) as number;
  if (side === 'after') return { min: first - by, max: Number.POSITIVE_INFINITY, doubled, alternatives: [] };
  return {
    min: Number.NEGATIVE_INFINITY,
    max: (side === 'before' ? last - 1 : lastOf(stamp, last, context)) + by,
    doubled,
    alternatives: [],
  };
}
