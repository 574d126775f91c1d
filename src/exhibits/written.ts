import type { EventRow } from '../record/event';
import type { CaseRecord } from '../record/record';
import { asPapersHave } from '../time/grammar/as-papers-have';
import { readCounter } from '../time/grammar/counted';
import { parseTime } from '../time/grammar/parse';
import { statementsOf } from '../time/grammar/written';
import { counterText } from './counter';
import { shortDay } from './printable';

/** Whether a time is read on the row’s own clock, or is no time at all: its words can be quoted as they are. */
function onOwnClock(text: string): boolean {
  const parsed = parseTime(text);
  if (!parsed.ok) return true;
  return statementsOf(parsed.written).every(
    (w) =>
      (w.form === 'reading' && w.from.clock === 'wall') || (w.form === 'open' && w.stamp.clock === 'wall'),
  );
}

/**
 * When an entry says that it was: `14:04:50 to 14:09:30`, `19:12:02 (UTC)`, `about 14:15`; what was marked on film by the
 * recording’s own counter, `00:00:06 to 00:00:11 (recording)`. Empty where no time is written:
 * what hangs on another entry is in the app's own words, which no court reads. Where its paper has another day than the one
 * under which it stands, that is named: `02:17:21Z on March 16`. @param day the local day under which it stands; empty for none
 */
export function asWritten(record: CaseRecord, e: EventRow, day = ''): string {
  if (e.filmed?.overlay) return `${e.filmed.overlay} (overlay)`;
  const counted = readCounter(e.start);
  if (counted) return `${counterText(counted.at)}${endOf(e)} (recording)`;
  const [start, end] = [e.start, e.end].map((t) => (t.trim() !== '' && onOwnClock(t) ? asPapersHave(t) : ''));
  if (!start) return '';
  const zone = e.zone || (record.clocks.find((c) => c.id === e.clockId)?.zone ?? '');
  const elsewhere = zone === '' || zone === record.case.zone || start.endsWith('Z') ? '' : ` (${zone})`;
  const own = e.date === '' || day === '' || e.date === day || /\d{4}-\d\d|[a-z]{3}\.? \d/i.test(start);
  return `${start}${own ? '' : ` on ${shortDay(e.date)}`}${end ? ` to ${end}` : ''}${elsewhere}`;
}

const endOf = (e: EventRow): string => {
  const end = readCounter(e.end);
  return end ? ` to ${counterText(end.at)}` : '';
};

/** `2024-03-14 20:10`: a day and time as a form has them; either may be missing, and then it is. */
export const writtenOn = (date: string, time: string): string =>
  [date, asPapersHave(time)].filter((t) => t.trim() !== '').join(' ');
