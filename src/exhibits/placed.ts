import type { Read } from '../analysis/analyze';
import type { EventRow } from '../record/event';
import { dayOf, localOf } from '../time/grammar/zones';
import { UNTIED } from '../time/solver/moment';
import { momentNumber, windowText } from '../words/moment';
import { longDay, shortDay } from './printable';

/**
 * The local day of an entry, `2024-03-14`, or both ends of what the record allows where that is more than one, as
 * `2024-03-14/2024-03-18`; where one end is open, that on which it stands in the order of time. Empty where it is not dated.
 */
export function dayUnder({ record, analysis }: Read, id: string): string {
  const { min, max, at } = analysis.positions;
  const m = momentNumber(record, id);
  const on = (t: number | undefined): string =>
    t === undefined || !Number.isFinite(t) ? '' : dayOf(localOf(t, record.case.zone));
  const [first, last] = [on(min[m]), on(max[m])];
  if (first === '' || last === '') return on(at[m]);
  return first === last ? first : `${first}/${last}`;
}

/** What all records together allow of an entry and of its end: `14:03:24–14:03:26 to 14:05:00`, each with its day where that is not `day`. */
export function placed(part: Read, e: EventRow, day: string): string {
  const { positions } = part.analysis;
  if (positions.untied[momentNumber(part.record, e.id)] !== UNTIED.no) return 'tied to no other clock';
  const start = dated(part, e.id, 0, day);
  if (start === '') return 'not dated by the record';
  const end = e.end.trim() === '' ? '' : dated(part, e.id, 1, day);
  return end === '' || end === start ? start : `${start} to ${end}`;
}

function dated(part: Read, id: string, offset: 0 | 1, day: string): string {
  const text = windowText(part, id, offset);
  const m = momentNumber(part.record, id) + offset;
  const { min, max } = part.analysis.positions;
  const [lo, hi] = [min[m] as number, max[m] as number];
  const end = Number.isFinite(lo) ? lo : hi;
  // Of what the record does not place nothing is told.
  if (!Number.isFinite(end)) return text;
  const own = dayOf(localOf(end, part.record.case.zone));
  // A window over several days names them itself.
  if (text === '' || own === day || !/^(from |by )?\d\d:/.test(text)) return text;
  const name = own.slice(0, 4) === day.slice(0, 4) ? shortDay(own) : longDay(own);
  return text.replace(/^(from |by )?/, `$1${name}, `);
}
