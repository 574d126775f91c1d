import { newCase } from '../src/record/case';
import type { Clock } from '../src/record/clock';
import type { CustodyEntry } from '../src/record/custody';
import type { EventRow, Relation } from '../src/record/event';
import { type CaseRecord, emptyRecord } from '../src/record/record';
import type { Source } from '../src/record/source';

/** Records in the words of a test: short rows, the rest filled in. */
const clock = (over: Partial<Clock> = {}): Clock => ({
  id: 'dispatch',
  caseId: 'c',
  name: 'dispatch',
  kind: 'dispatch',
  zone: 'America/Chicago',
  reference: true,
  offset: null,
  ...over,
});

const source = (over: Partial<Source> = {}): Source => ({
  id: 'log',
  caseId: 'c',
  name: 'Dispatch log',
  kind: 'dispatch-log',
  exhibit: '',
  batesFrom: '',
  batesTo: '',
  file: '',
  sha256: '',
  ...over,
});

type Short = Partial<EventRow> & { ref: string; start: string };

export function event(short: Short, order = 0): EventRow {
  return {
    id: short.ref,
    caseId: 'c',
    logId: 'l',
    kind: 'note',
    clockId: 'dispatch',
    zone: '',
    date: '2024-03-14',
    end: '',
    actor: 'officer A',
    description: short.ref,
    item: '',
    sourceId: 'log',
    page: '',
    line: order + 2,
    order,
    ...short,
  };
}

export function entry(short: Partial<CustodyEntry> & { id: string }, order = 0): CustodyEntry {
  return {
    caseId: 'c',
    logId: 'f',
    ref: short.id,
    itemId: 'i1',
    clockId: 'dispatch',
    zone: '',
    releasedBy: 'Ortiz',
    releasedDate: '2024-03-14',
    releasedAt: '',
    receivedBy: 'Lee',
    receivedDate: '2024-03-14',
    receivedAt: '',
    releasedSigned: null,
    receivedSigned: null,
    purpose: null,
    place: '',
    seal: '',
    sealState: '',
    hash: '',
    photo: '',
    quantities: [],
    note: '',
    sourceId: 'log',
    page: '',
    line: order + 2,
    order,
    ...short,
  };
}

/** A relation between the starts of two rows: one and the same moment, where nothing else is said. */
export function relation(fromId: string, toId: string, over: Partial<Relation> = {}): Relation {
  return {
    id: `${fromId} ${toId}`,
    caseId: 'c',
    fromId,
    fromEdge: 'start',
    toId,
    toEdge: 'start',
    min: 0,
    max: 0,
    says: '',
    sourceId: 'log',
    page: '',
    ...over,
  };
}

/** A case with these rows; clocks and sources may be given whole. */
export function record(
  parts: {
    events?: Short[];
    custody?: (Partial<CustodyEntry> & { id: string })[];
    clocks?: Partial<Clock>[];
    sources?: Partial<Source>[];
  } & Partial<Pick<CaseRecord, 'relations' | 'syncPoints' | 'items'>>,
): CaseRecord {
  const base = emptyRecord(newCase('c', 'Test', 'America/Chicago', 0));
  return {
    ...base,
    clocks: (parts.clocks ?? [{}]).map(clock),
    sources: (parts.sources ?? [{}]).map(source),
    events: (parts.events ?? []).map(event),
    custody: (parts.custody ?? []).map(entry),
    items: parts.items ?? [{ id: 'i1', caseId: 'c', number: '1', description: 'powder', sampling: null }],
    relations: parts.relations ?? [],
    syncPoints: parts.syncPoints ?? [],
  };
}
