import type { EventRow } from '../../record/event';
import { EVENT_KINDS, type EventKind, kindNamed } from '../../record/vocabulary';
import type { Stamp, Written } from '../../time/grammar/written';
import { type Drafts, draftsOf, type ImportContext } from '../drafts';
import type { Table, TableRow } from '../formats/table';
import { BadCell, Reader, type TimeCell } from './cells';
import type { Field, Layout, Mapping } from './layout';

const FIELDS: readonly Field[] = [
  { id: 'id', label: 'Row id (for @id)', names: ['id', 'row id', 'ref', 'row'] },
  { id: 'clock', label: 'Clock', names: ['clock', 'clock name', 'device clock'] },
  { id: 'zone', label: 'Zone', names: ['zone', 'time zone', 'timezone', 'tz'] },
  {
    id: 'date',
    when: true,
    label: 'Date',
    names: ['date', 'event date', 'day', 'incident date', 'log date'],
  },
  {
    id: 'start',
    when: true,
    label: 'Time (begins)',
    names: [
      'time',
      'start',
      'start time',
      'begins',
      'begin',
      'from',
      'timestamp',
      'datetime',
      'date time',
      'event time',
      'time stamp',
    ],
    required: true,
  },
  { id: 'end', when: true, label: 'Ends', names: ['end', 'end time', 'ends', 'until', 'stop time', 'to'] },
  {
    id: 'kind',
    label: 'Kind of event',
    names: ['kind', 'event kind', 'event type', 'type', 'activity', 'action', 'code', 'status'],
  },
  { id: 'actor', label: 'Who', names: ['actor', 'who', 'officer', 'unit', 'by', 'unit id', 'user'] },
  {
    id: 'description',
    label: 'What happened',
    names: [
      'description',
      'what',
      'event',
      'details',
      'narrative',
      'message',
      'remarks',
      'comment',
      'comments',
      'note',
      'notes',
      'text',
      'title',
    ],
  },
  { id: 'item', label: 'Item of evidence', names: ['item', 'item number', 'item no', 'evidence item'] },
  { id: 'source', label: 'Source', names: ['source', 'document', 'exhibit'] },
  { id: 'page', label: 'Page', names: ['page', 'pages', 'pin', 'at', 'pincite'] },
];

/** A log with one event a row: our stop-log template, and dispatch or report logs of that shape. */
export const stopLog: Layout = {
  id: 'stop-log',
  name: 'Stop log',
  what: 'one event a row: a time, what happened, who, and where the record says so',
  fields: FIELDS,
  confidence: (columns) => {
    if (!('start' in columns)) return 0;
    return (
      0.3 +
      ('kind' in columns ? 0.25 : 0) +
      ('description' in columns ? 0.2 : 0) +
      ('id' in columns ? 0.1 : 0) +
      ('clock' in columns ? 0.1 : 0)
    );
  },
  read,
};

/** The two times of a row of which one counts from another row; the other rows need not be kept for that. */
interface Pointing {
  readonly row: TableRow;
  readonly start: Written;
  readonly end: Written | null;
}

function read(table: Table, mapping: Mapping, context: ImportContext): Drafts {
  const drafts = draftsOf(table);
  const reader = new Reader(table, mapping, context, drafts);
  const logId = context.newId();
  const lines = new Map<string, number>();
  const unknown = new Map<string, number>();
  const kinds = new Map<string, EventKind>();
  const pointing = new Map<string, Pointing>();
  let order = 0;
  reader.each((row) => {
    const ref = reader.cell(row, 'id') || `r${row.line}`;
    const first = lines.get(ref);
    if (first !== undefined)
      throw new BadCell('id', `the id “${ref}” already stands on line ${first}: each row needs its own`);
    if (/[^\w-]/.test(ref)) throw new BadCell('id', `“${ref}” cannot be an id: use letters, digits, - and _`);
    const zone = reader.zone(reader.cell(row, 'zone'), 'zone');
    const date = reader.date(reader.cell(row, 'date'), 'date');
    const startText = reader.cell(row, 'start');
    if (startText === '') throw new BadCell('start', 'no time is written here');
    const start = reader.time(startText, date, zone, 'start') as TimeCell;
    const end = reader.time(reader.cell(row, 'end'), start.date, zone, 'end');
    checkOrder(start, end);
    const kind = kindFor(reader.cell(row, 'kind'), mapping, kinds, unknown);
    const clock = reader.clock(reader.cell(row, 'clock'), zone, row);
    const source = reader.source(reader.cell(row, 'source'));
    lines.set(ref, row.line);
    const event: EventRow = {
      id: context.newId(),
      caseId: context.caseId,
      logId,
      ref,
      kind: kind.kind,
      clockId: clock.id,
      zone: zone !== '' && zone !== clock.zone ? zone : '',
      date: start.date,
      start: start.text,
      end: end?.text ?? '',
      actor: reader.cell(row, 'actor'),
      description:
        kind.left === ''
          ? reader.cell(row, 'description')
          : `${kind.left}: ${reader.cell(row, 'description')}`,
      item: reader.cell(row, 'item').replace(/^items?\s*#?\s*/i, ''),
      sourceId: source.id,
      page: reader.cell(row, 'page'),
      line: row.line,
      order: order++,
    };
    drafts.events.push(event);
    if (pointsAway(start.written) || pointsAway(end?.written ?? null))
      pointing.set(ref, { row, start: start.written, end: end?.written ?? null });
  });
  if (pointing.size > 0) takeOutLost(reader, drafts.events, pointing, context.refs);
  for (const [word, n] of unknown)
    drafts.notices.push(
      `“${word}” (${n} ${n === 1 ? 'row' : 'rows'}) is not in the vocabulary: kept as a note, with the word in its text. Map it to one of the ${EVENT_KINDS.length} kinds if it is one.`,
    );
  return drafts;
}

/** The kind of a row, and the word that is left where nobody knows it; `kinds` remembers, since a log has few words and many rows. */
function kindFor(
  word: string,
  mapping: Mapping,
  kinds: Map<string, EventKind>,
  unknown: Map<string, number>,
): { kind: EventKind; left: string } {
  if (word === '') return { kind: 'note', left: '' };
  const known = kinds.get(word) ?? kindNamed(word) ?? mapping.kinds[word.toLowerCase()] ?? null;
  if (known) {
    kinds.set(word, known);
    return { kind: known, left: '' };
  }
  unknown.set(word, (unknown.get(word) ?? 0) + 1);
  return { kind: 'note', left: word };
}

/** Two readings on one clock must not run backwards: a log past midnight needs its second date written. */
function checkOrder(start: TimeCell, end: TimeCell | null): void {
  if (!end || start.written.form !== 'reading' || end.written.form !== 'reading') return;
  const [a, b] = [start.written.from, end.written.to ?? end.written.from];
  if (a.clock !== b.clock) return;
  // Days count only where the two ends have different ones.
  const oneDay =
    a.clock === 'media' || b.clock === 'media' || (a.date ?? start.date) === (b.date ?? end.date);
  if (placeOf(b, end.date, oneDay) + b.precision <= placeOf(a, start.date, oneDay))
    throw new BadCell(
      'end',
      'this ends before it begins: if it ran past midnight, write the date before the second time',
    );
}

/** Where a stamp stands, ms: within its day, or from an instant that both ends share. */
const placeOf = (s: Stamp, day: string, oneDay: boolean): number =>
  oneDay || s.clock === 'media' ? s.ms : Date.parse(`${s.date ?? day}T00:00:00Z`) + s.ms;

/** Whether a time counts from another row. */
const pointsAway = (w: Written | null): boolean => w !== null && w.form !== 'reading' && w.form !== 'open';

/** Rows that point at a row which is not there are refused and taken out, and then those that point at them. */
function takeOutLost(
  reader: Reader,
  events: EventRow[],
  pointing: ReadonlyMap<string, Pointing>,
  known: ReadonlySet<string>,
): void {
  for (;;) {
    const refs = new Set([...known, ...events.map((e) => e.ref)]);
    let kept = 0;
    for (const e of events) {
      const p = pointing.get(e.ref);
      const lost =
        p &&
        [p.start, p.end]
          .map((w) => (w && (w.form === 'tied' || w.form === 'ordered') && !refs.has(w.ref) ? w.ref : null))
          .find((r) => r !== null);
      if (p && lost) reader.refuse(p.row, 'start', `@${lost} names no row of this file or of the case`);
      else if (p?.start.form === 'after-previous' && kept === 0)
        reader.refuse(p.row, 'start', 'a time such as +45s counts from the row before it, and there is none');
      else events[kept++] = e;
    }
    if (kept === events.length) return;
    events.length = kept;
  }
}
