import { added, changed, type Edit, removed } from '../record/change';
import type { EventRow } from '../record/event';
import { newId } from '../record/ids';
import type { Demand } from '../record/paper';
import type { CaseRecord } from '../record/record';
import { type EventKind, KINDS } from '../record/vocabulary';
import { parseTime } from '../time/grammar/parse';
import { printWritten } from '../time/grammar/print';
import { type Statement, statementsOf } from '../time/grammar/written';
import { otherSide } from '../words/label';
import { type Act, formEdit, type Typed } from './act';
import { clockNamed, sourceNamed } from './named';

/** What a person types of an entry; clock and source by their names. */
export interface EntryFields {
  readonly start: string;
  readonly end: string;
  readonly date: string;
  readonly kind: EventKind;
  readonly actor: string;
  readonly description: string;
  readonly clock: string;
  readonly source: string;
  readonly page: string;
  readonly ref: string;
}

/** An entry that a person types, with nothing in it yet, at the end of its record. */
const blank = (record: CaseRecord): EventRow => ({
  id: newId(),
  caseId: record.case.id,
  logId: 'typed',
  ref: '',
  kind: 'note',
  clockId: '',
  zone: '',
  date: '',
  start: '',
  end: '',
  actor: '',
  description: '',
  item: '',
  sourceId: '',
  page: '',
  line: null,
  order: record.events.length,
});

/** What a new row holds besides what is typed, and edits that go with it. */
export interface Given {
  readonly row: Partial<Pick<EventRow, 'logId' | 'order' | 'passage'>>;
  readonly edits: readonly Edit[];
}

/** An entry typed anew (`row` null) or changed. A clock or source that the case does not have yet is made. */
export function saveEntry(
  record: CaseRecord,
  row: EventRow | null,
  form: Typed<EntryFields>,
  given: Given = { row: {}, edits: [] },
): Act {
  const edits: Edit[] = [...given.edits];
  const rowOf = (f: EntryFields, make: Edit[] = []): Partial<EventRow> => ({
    ref: f.ref,
    kind: f.kind,
    clockId: clockNamed(record, f.clock, make).id,
    date: f.date,
    start: f.start.trim(),
    end: f.end.trim(),
    actor: f.actor.trim(),
    description: f.description.trim(),
    sourceId: sourceNamed(record, f.source, make).id,
    page: f.page.trim(),
  });
  const after = rowOf(form.fields, edits);
  const says = form.fields.description.trim() || form.fields.kind;
  if (!row) {
    edits.push(added('events', { ...blank(record), ...given.row, ...after }));
    return { caseId: record.case.id, says: `Entry added: ${says}`, edits };
  }
  // A name that was not touched stands for the row that the entry has, whatever that is called.
  const seen = rowOf(form.seen);
  const now = rowOf(form.now);
  if (form.fields.clock === form.seen.clock) after.clockId = seen.clockId = now.clockId = row.clockId;
  if (form.fields.source === form.seen.source) after.sourceId = seen.sourceId = now.sourceId = row.sourceId;
  const typed = { now, seen, fields: after };
  edits.push(formEdit('events', row, typed, (f) => f));
  return { caseId: record.case.id, says: `Entry changed: ${says}`, edits };
}

/** Another time of an entry: its beginning or its end, as it would be written. */
export const moveEnd = (row: EventRow, end: 'start' | 'end', text: string): Act => ({
  caseId: row.caseId,
  says: `Time changed: ${row.description || KINDS[row.kind].label}`,
  edits: [changed('events', row, { [end]: text })],
});

/** What is set in several entries at once; what is absent stays in each as it is. */
export type ManyFields = Partial<Pick<EntryFields, 'kind' | 'date' | 'actor' | 'page' | 'clock' | 'source'>>;

/** The same fields set in several entries, as one step. A clock or source that the case does not have yet is made. */
export function changeEntries(record: CaseRecord, rows: readonly EventRow[], fields: ManyFields): Act {
  const edits: Edit[] = [];
  const { clock, source, ...own } = fields;
  const patch: Partial<EventRow> = {
    ...own,
    ...(clock === undefined ? {} : { clockId: clockNamed(record, clock, edits).id }),
    ...(source === undefined ? {} : { sourceId: sourceNamed(record, source, edits).id }),
  };
  for (const r of rows) edits.push(changed('events', r, patch));
  return { caseId: record.case.id, says: `${rows.length} entries changed`, edits };
}

/** Entries that can be copied: a time that counts from the row before it would mean another minute elsewhere. */
export const copyable = (rows: readonly EventRow[]): EventRow[] =>
  rows.filter((r) =>
    [r.start, r.end].every((text) => {
      const read = parseTime(text);
      return !read.ok || statementsOf(read.written).every((w) => w.form !== 'after-previous');
    }),
  );

/** Copies of entries as typed ones, at the end of what was typed; ids for `@id` are not copied, nor where it was filmed. */
export function duplicateEntries(record: CaseRecord, rows: readonly EventRow[]): Act {
  const copies = copyable(rows).map(({ filmed: _, ...row }, i) =>
    added('events', {
      ...row,
      id: newId(),
      logId: 'typed',
      ref: '',
      line: null,
      order: record.events.length + i,
    }),
  );
  return {
    caseId: record.case.id,
    says: copies.length === 1 ? 'Entry copied' : `${copies.length} entries copied`,
    edits: copies,
  };
}

/**
 * Entries taken out, all or none. A time that counts from the row before it (`+45s`) would count from another row without a word:
 * where its row goes it names that row instead, which is then said to be missing.
 */
export function removeEntries({ case: { id: caseId }, events }: CaseRecord, rows: readonly EventRow[]): Act {
  const out = new Set(rows.map((r) => r.id));
  const edits = rows.map((r) => removed('events', r));
  for (const [i, row] of events.entries()) {
    const before = events[i - 1];
    if (!before || !out.has(before.id) || out.has(row.id) || before.logId !== row.logId) continue;
    const start = countedFrom(row.start, before.ref || 'taken-out');
    if (start !== row.start) edits.push(changed('events', row, { start }));
  }
  return {
    caseId,
    says:
      rows.length === 1
        ? `Entry taken out: ${rows[0]?.description || rows[0]?.kind}`
        : `${rows.length} entries taken out`,
    edits,
  };
}

/** A time in which what counts from the row before counts from a row by its name. */
function countedFrom(text: string, ref: string): string {
  const read = parseTime(text);
  if (!read.ok) return text;
  const all = statementsOf(read.written);
  if (all.every((w) => w.form !== 'after-previous')) return text;
  const named = all.map(
    (w): Statement => (w.form === 'after-previous' ? { form: 'tied', ref, edge: 'start', span: w.span } : w),
  );
  return printWritten({ form: 'several', all: named });
}

/** The answer of the other side to a demand, as an entry of the day it was sent: a fact of its own. @param today `2024-03-14` */
export function enterAnswer(record: CaseRecord, demand: Demand, today: string): Act {
  const edits: Edit[] = [];
  const side = otherSide(record.case);
  const source = sourceNamed(record, `Answers of ${side}`, edits);
  const clock =
    record.clocks.find((c) => c.reference) ?? record.clocks[0] ?? clockNamed(record, 'dispatch', edits);
  edits.push(
    added('events', {
      ...blank(record),
      logId: '',
      clockId: clock.id,
      date: demand.sent || today,
      start: 'between 00:00 and 23:59',
      actor: side,
      description: `Asked for “${demand.asks}”, ${side} answers: ${demand.answer}`,
      sourceId: source.id,
    }),
  );
  return { caseId: record.case.id, says: `Answer of ${side} entered`, edits };
}
