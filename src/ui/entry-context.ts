import type { EntryFields } from '../actions/entries';
import type { Edit } from '../record/change';
import type { EventRow } from '../record/event';
import { newId } from '../record/ids';
import type { CaseRecord } from '../record/record';
import type { FactTable } from '../record/tables';
import { KINDS } from '../record/vocabulary';
import type { Bounds } from '../time/duration';
import { parseTime } from '../time/grammar/parse';
import { printWritten } from '../time/grammar/print';
import { dayDrawn, momentNumber } from '../words/moment';
import type { CaseView } from './case-view';

/** Nobody types on from a mark on a recording, nor from the stretch that a camera covers. */
const typedOn = (e: EventRow): boolean =>
  e.filmed === undefined && !e.logId.startsWith('marks ') && KINDS[e.kind].class !== 'coverage';

/** The fields of an entry; a new one (null) begins with the day, clock and source of the last one of the papers. */
export function fieldsOf(view: CaseView, e: EventRow | null): EntryFields {
  const { latest } = view;
  const last = latest.events.findLast(typedOn);
  const base = e ?? last;
  return {
    start: e?.start ?? '',
    end: e?.end ?? '',
    date: e?.date ?? (last ? last.date || dayDrawn(view, last.id) : ''),
    kind: e?.kind ?? 'note',
    actor: e?.actor ?? '',
    description: e?.description ?? '',
    clock: latest.clocks.find((c) => c.id === base?.clockId)?.name ?? latest.clocks[0]?.name ?? 'dispatch',
    source: latest.sources.find((s) => s.id === base?.sourceId)?.name ?? '',
    page: e?.page ?? '',
    ref: e?.ref ?? '',
  };
}

/** What was written a moment ago and has not come back with the record yet. */
export const notBack = (record: CaseRecord, written: readonly Edit[]): Edit[] =>
  written.filter((e) => {
    const rows: readonly { readonly id: string }[] = record[e.table as FactTable] as never;
    return !rows.some((r) => r.id === e.id);
  });

/** Where a typed time counts from: the entry before it in what was typed, and where entries stand by what the record says. */
export function placesOf(view: CaseView, record: CaseRecord, event: EventRow | null, logId: string) {
  // A new row stands where its id puts it: rows brought in by a page opened later come after it.
  const id = event?.id ?? newId();
  const last = record.events.findLast((e) => e.id < id);
  const before = last && last.logId === (event?.logId ?? logId) ? last : null;
  const { min, max } = view.analysis.positions;
  return (ref: string | null): Bounds | null => {
    const row = ref === null ? before : record.events.find((e) => e.ref === ref);
    const m = row ? momentNumber(view.record, row.id) : -1;
    const bounds = { min: min[m] ?? Number.NaN, max: max[m] ?? Number.NaN };
    return Number.isNaN(bounds.min) || Number.isNaN(bounds.max) ? null : bounds;
  };
}

/** The entry typed last on that clock, with its own day where it names one: what a new time may have passed midnight after. */
export function typedBefore(record: CaseRecord, clock: string): { date: string; text: string } | null {
  const last = record.events.findLast((e) => e.logId === 'typed');
  if (!last || record.clocks.find((c) => c.id === last.clockId)?.name !== clock) return null;
  const read = parseTime(last.start);
  const w = read.ok ? read.written : null;
  if (w?.form === 'reading' && w.from.clock === 'wall' && w.from.date !== null)
    return { date: w.from.date, text: printWritten({ ...w, from: { ...w.from, date: null }, to: null }) };
  return last.date === '' ? null : { date: last.date, text: last.start };
}
