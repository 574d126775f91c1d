import type { CustodyEntry } from '../record/custody';
import type { EventRow } from '../record/event';
import type { Source } from '../record/source';
import { asPapersHave } from '../time/grammar/as-papers-have';
import { readCounter } from '../time/grammar/counted';

/** A pin cite in the courts' form: `Ex. 4 at 12`, `575 U.S. 348, 352`, `Custody form, line 3`, `Dash camera at 14:01:50 (its clock)`. */
export function citeOf(row: EventRow | CustodyEntry, source: Source | undefined): string {
  if (!source) return 'no source named';
  const name = source.exhibit ? `${source.exhibit} (${source.name})` : source.name;
  const start = 'start' in row ? row.start.trim() : '';
  const counted = readCounter(start);
  if (counted) return `${name} at ${counted.text}`;
  if (row.page)
    return `${source.kind === 'opinion' ? `${name}, ${row.page}` : `${name} at ${row.page}`}${doubtOf(row)}`;
  // No recording has lines: the line is one of the table that lists it.
  if (source.kind === 'camera' || source.media)
    // A counter that is none (`v 3:75`) is no time of its clock either.
    return /^(?!v )\D{0,9}\d/i.test(start) && !start.includes('@')
      ? `${name} at ${asPapersHave(start)} (its clock)`
      : name;
  if (row.line !== null) return `${name}, line ${row.line}`;
  return name;
}

/** ` (recognized with doubt: “14:2I”)`: what of its passage was read off a picture and is not certain; empty where nothing is. */
function doubtOf({ passage }: Pick<EventRow, 'passage'>): string {
  const words = passage?.unsure ?? [];
  return words.length === 0 ? '' : ` (recognized with doubt: ${words.map((w) => `“${w}”`).join(', ')})`;
}
