import { type DateOrder, type Given, parseTime } from './parse';
import { printWritten } from './print';
import type { Choice } from './refusal';
import { type ReadingContext, resolveReading } from './resolve';
import { statementsOf, type Written } from './written';

/** A text understood on its row's day and clock: its canonical spelling, the interval (ms) of its readings, and what was cut. */
export interface Meaning {
  readonly ok: true;
  readonly written: Written;
  readonly text: string;
  /** Both ends reached, ms; infinite where open; null where nothing is read on a clock. */
  readonly interval: { readonly min: number; readonly max: number; readonly doubled: boolean } | null;
  readonly note: string;
}

/**
 * What a text means on its row: parsed and resolved, so that a zone that does not hold on that day, or an hour that the
 * clocks skipped, is asked or refused here and not later. Of several readings the interval is what they leave together.
 */
export function meaningOf(
  text: string,
  context: ReadingContext,
  order: DateOrder = null,
  given: Given = {},
): Meaning | { readonly ok: false; readonly why: string; readonly asks: readonly Choice[] } {
  const parsed = parseTime(text, order, given);
  if (!parsed.ok) return parsed;
  const { written } = parsed;
  const all = statementsOf(written);
  let interval: Meaning['interval'] = null;
  for (const [i, w] of all.entries()) {
    if (w.form !== 'reading' && w.form !== 'open') continue;
    const r = resolveReading(w, context);
    if (!r.ok) {
      const whole = (c: Choice): string => all.map((x, k) => (k === i ? c.text : printWritten(x))).join('; ');
      return { ok: false, why: r.why, asks: r.asks.map((c) => ({ text: whole(c), says: c.says })) };
    }
    const { min, max, doubled } = r.interval;
    interval = interval
      ? {
          min: Math.max(interval.min, min),
          max: Math.min(interval.max, max),
          doubled: interval.doubled || doubled,
        }
      : { min, max, doubled };
  }
  if (interval && interval.min > interval.max)
    return { ok: false, why: 'these times cannot all be true of one moment', asks: [] };
  return { ok: true, written, text: printWritten(written), interval, note: parsed.note ?? '' };
}
