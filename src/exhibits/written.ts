import type { EventRow } from '../record/event';
import type { CaseRecord } from '../record/record';
import { parseTime } from '../time/grammar/parse';
import { statementsOf } from '../time/grammar/written';

/** Whether a time is read on the row’s own clock, or is no time at all: its words can be quoted as they are. */
function onOwnClock(text: string): boolean {
  const parsed = parseTime(text);
  if (!parsed.ok) return true;
  return statementsOf(parsed.written).every(
    (w) =>
      (w.form === 'reading' && w.from.clock === 'wall') || (w.form === 'open' && w.stamp.clock === 'wall'),
  );
}

/** A time as the paper has it: a width that was typed beside it is ours, and stays behind. */
const words = (text: string): string =>
  text
    .trim()
    .replace(/\s*(\+-|±|\+\/-)\s*\d+(\.\d+)?\s*[a-z]*/gi, '')
    .replace(/^~\s*/, 'about ');

/**
 * When an entry says that it was: `14:04:50 to 14:09:30`, `19:12:02 (UTC)`, `about 14:15`. Empty where no time is written:
 * what hangs on another entry is in the app's own words, which no court reads.
 */
export function asWritten(record: CaseRecord, e: EventRow): string {
  if (e.filmed?.overlay) return `${e.filmed.overlay} (overlay)`;
  const [start, end] = [e.start, e.end].map((t) => (t.trim() !== '' && onOwnClock(t) ? words(t) : ''));
  if (!start) return '';
  const zone = e.zone || (record.clocks.find((c) => c.id === e.clockId)?.zone ?? '');
  const elsewhere = zone === '' || zone === record.case.zone || start.endsWith('Z') ? '' : ` (${zone})`;
  return `${start}${end ? ` to ${end}` : ''}${elsewhere}`;
}

/** `2024-03-14 20:10`: a day and time as a form has them; either may be missing, and then it is. */
export const writtenOn = (date: string, time: string): string =>
  [date, words(time)].filter((t) => t.trim() !== '').join(' ');
