import { type Days, daysOf, printDays } from '../../time/days';
import { instantsOf } from '../../time/grammar/zones';
import type { Ground, Style } from './lane';
import type { Span } from './span-lane';

const DAY = 86_400_000;

/** The instant (ms) at which a day of the case begins; midnight UTC where its zone has no such midnight. */
export const beginOf = (day: number, { record }: Ground): number =>
  instantsOf(day * DAY, record.case.zone)[0] ?? day * DAY;

/**
 * A row of whole days as a mark: from the first day to the end of the last, with bounds where a day is uncertain.
 * @param to last day; null for the first alone @returns none where the first cannot be read
 */
export function daySpan(
  ground: Ground,
  row: number,
  id: string,
  [from, to]: readonly [text: string, text: string | Days],
  style: Style,
  label: string,
): Span[] {
  const first = daysOf(from);
  if (!first) return [];
  const last = (typeof to === 'string' ? daysOf(to) : to) ?? first;
  const at = (day: number): number => beginOf(day, ground);
  const end = Math.max(last.max, first.min) + 1;
  return [
    {
      row,
      id,
      t0: at(first.min),
      t1: at(end),
      solid0: at(first.max),
      solid1: at(Math.max(last.min, first.max) + 1),
      lo: at(first.min),
      hi: at(end),
      style,
      label,
    },
  ];
}

/** Both ends of what such texts say, ms: what the axis is to hold. */
export const instantsOfDays = (ground: Ground, texts: readonly string[]): number[] =>
  texts.flatMap((t) => {
    const d = daysOf(t);
    return d ? [beginOf(d.min, ground), beginOf(d.max + 1, ground)] : [];
  });

/** Days as the panel says them; empty where none are written. */
export const daysSay = (text: string): string => {
  const d = daysOf(text);
  return d ? printDays(d) : text;
};
