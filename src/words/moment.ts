import type { EventRow } from '../record/event';
import type { CaseRecord } from '../record/record';
import { placesById } from '../record/rows';
import { printUpTo, shortLength } from '../time/duration';
import { clockOf, dayOf, isTwice, localOf, zoneName } from '../time/grammar/zones';
import { UNTIED } from '../time/solver/moment';
import type { Positions } from '../time/solver/positions';

/** A record and where its moments stand. */
export interface Placed {
  readonly record: CaseRecord;
  readonly analysis: { readonly positions: Positions };
}

/** The number of a row's first moment (start, or released) in `analysis.positions`, or -1. */
export function momentNumber(record: CaseRecord, id: string): number {
  const event = placesById(record.events).get(id);
  if (event !== undefined) return 2 * event;
  const entry = placesById(record.custody).get(id);
  return entry === undefined ? -1 : 2 * (record.events.length + entry);
}

/** What is known of a moment, as text: `14:18:12–14:18:58`, `after 14:18`, `14:04`; empty where it has no place. */
export function windowText(view: Placed, id: string, offset = 0): string {
  const m = momentNumber(view.record, id) + offset;
  const { min, max, untied } = view.analysis.positions;
  const [lo, hi] = [min[m] ?? Number.NaN, max[m] ?? Number.NaN];
  if (Number.isNaN(lo)) return '';
  const zone = view.record.case.zone;
  if (untied[m] === UNTIED.counter) return counterText(lo, hi);
  return untied[m] === UNTIED.clock ? `${spanText(lo, hi, zone)} by its own clock` : spanText(lo, hi, zone);
}

/** A moment on a counter that nothing ties to a clock: `counter 2:58`, `from counter 4:42`. */
function counterText(lo: number, hi: number): string {
  const on = (t: number): string => shortLength(t - Math.floor(t / 86_400_000) * 86_400_000);
  if (!Number.isFinite(lo)) return `by counter ${on(hi)}`;
  if (!Number.isFinite(hi)) return `from counter ${on(lo)}`;
  return on(lo) === on(hi) ? `counter ${on(lo)}` : `counter ${on(lo)}–${on(hi)}`;
}

/** A stretch of time in a zone: `14:18:12–14:18:58`, with days where they differ. */
export function spanText(lo: number, hi: number, zone: string): string {
  if (!Number.isFinite(lo)) return `by ${stamp(hi, zone)}`;
  if (!Number.isFinite(hi)) return `from ${stamp(lo, zone)}`;
  if (Math.floor(lo / 1000) === Math.floor(hi / 1000)) return stamp(lo, zone);
  if (hi - lo === 59_999 && (lo % 60_000) + 0 === 0) return `${clockOf(lo, zone, false)}${which(lo, zone)}`;
  const far = dayOf(localOf(lo, zone)) !== dayOf(localOf(hi, zone));
  return far
    ? `${dayOf(localOf(lo, zone)).slice(5)} ${stamp(lo, zone)} – ${dayOf(localOf(hi, zone)).slice(5)} ${stamp(hi, zone)}`
    : `${stamp(lo, zone)}–${stamp(hi, zone)}`;
}

const stamp = (t: number, zone: string): string => `${clockOf(t, zone, true)}${which(t, zone)}`;

/** Behind a time of an hour that the clocks showed twice, which of the two it is: ` CDT`. */
const which = (t: number, zone: string): string => (isTwice(t, zone) ? ` ${zoneName(zone, t)}` : '');

/**
 * Local day of a moment, `2024-03-14`: that of its window or of the one end that is known; empty where its window is on several
 * days, which it names itself. By a counter that nothing ties, the day that its row writes, which may be none.
 */
export function dayText(view: Placed, id: string): string {
  const m = momentNumber(view.record, id);
  const { min, max, untied } = view.analysis.positions;
  if (untied[m] === UNTIED.counter)
    return view.record.events[placesById(view.record.events).get(id) ?? -1]?.date ?? '';
  const [first = '', last = first] = [min[m], max[m]].flatMap((t) =>
    t !== undefined && Number.isFinite(t) ? dayOf(localOf(t, view.record.case.zone)) : [],
  );
  return first === last ? first : '';
}

/** The local day on which a moment is drawn: a day to begin with, where one is typed or looked for; no text about the record. */
export function dayDrawn(view: Placed, id: string): string {
  if (view.analysis.positions.untied[momentNumber(view.record, id)] === UNTIED.counter)
    return dayText(view, id);
  const t = view.analysis.positions.at[momentNumber(view.record, id)] ?? Number.NaN;
  return Number.isNaN(t) ? '' : dayOf(localOf(t, view.record.case.zone));
}

/** How wide the window is: `within 1 min 02 s`, `no upper end`; a counter that nothing ties is known within no clock. */
export function widthText(view: Placed, id: string): string {
  const m = momentNumber(view.record, id);
  const w = (view.analysis.positions.max[m] ?? Number.NaN) - (view.analysis.positions.min[m] ?? Number.NaN);
  if (Number.isNaN(w)) return 'not dated';
  if (view.analysis.positions.untied[m] === UNTIED.counter) return 'by its counter only';
  if (!Number.isFinite(w)) return 'one side open';
  return w < 1000 ? 'to the second' : w === 59_999 ? 'within the minute' : `within ${printUpTo(w + 1)}`;
}

/** Where a row is drawn, in ms; NaN where it has no place. */
export function atOf(view: Placed, row: Pick<EventRow, 'id'>): number {
  return view.analysis.positions.at[momentNumber(view.record, row.id)] ?? Number.NaN;
}
