import { notifications } from '@mantine/notifications';
import type { EventRow, Relation, SyncPoint } from '../../record/event';
import { KINDS } from '../../record/vocabulary';
import { commit } from '../../store/commands';
import { idMaker } from '../../store/ids';
import { db } from '../../store/open';
import { parseTime } from '../../time/grammar/parse';
import type { CaseView } from '../../ui/case-view';
import { dayText } from '../../words/moment';

const newId = idMaker();
const nameOf = (e: EventRow): string => e.description || KINDS[e.kind].label;

/** A reading on the clock of its row: what a sync point can be made of. */
function plainReading(text: string): 'wall' | 'media' | null {
  const parsed = parseTime(text);
  return parsed.ok && parsed.written.form === 'reading' ? parsed.written.from.clock : null;
}

/** The sync point that two entries make, where each is read on a clock of its own; null where a relation must do. */
function syncPointOf(view: CaseView, a: EventRow, b: EventRow): SyncPoint | null {
  const [readA, readB] = [plainReading(a.start), plainReading(b.start)];
  if (
    !readA ||
    !readB ||
    (readA === 'media' && readB === 'media') ||
    (readA === 'wall' && readB === 'wall' && a.clockId === b.clockId)
  )
    return null;
  return {
    id: newId(),
    caseId: view.record.case.id,
    what: a.description || b.description || KINDS[a.kind].label,
    clockA: a.clockId,
    dateA: a.date || dayText(view, a.id),
    readingA: a.start,
    clockB: b.clockId,
    dateB: b.date || dayText(view, b.id),
    readingB: b.start,
    sourceId: readA === 'media' ? a.sourceId : b.sourceId,
    page: (readA === 'media' ? a : b).page,
  };
}

/** Joins two entries as one moment: a sync point of their two clocks, or a relation where they share one. */
export async function sameMoment(view: CaseView, fromId: string, toId: string): Promise<void> {
  const { record } = view;
  const [a, b] = [fromId, toId].map((id) => record.events.find((e) => e.id === id));
  if (!a || !b) return;
  const point = syncPointOf(view, a, b);
  if (point) {
    await commit(db, record.case.id, `Sync point added: ${point.what}`, [
      { table: 'syncPoints', id: point.id, before: null, after: point },
    ]);
    notifications.show({
      message: 'A sync point of their two clocks. It stands under Clocks; Ctrl+Z takes it back.',
    });
    return;
  }
  const after: Relation = {
    id: newId(),
    caseId: record.case.id,
    fromId,
    fromEdge: 'start',
    toId,
    toEdge: 'start',
    min: 0,
    max: 0,
    says: `“${nameOf(a)}” and “${nameOf(b)}” are one and the same moment`,
    sourceId: b.sourceId,
    page: '',
  };
  await commit(db, record.case.id, 'Two entries joined as one moment', [
    { table: 'relations', id: after.id, before: null, after },
  ]);
  notifications.show({ message: 'Joined. It stands under Clocks, Relations; Ctrl+Z takes it back.' });
}

/** Says that one entry comes no later than another: a relation, as a person would write `after @first`. */
export async function comesBefore(view: CaseView, firstId: string, secondId: string): Promise<void> {
  const { record } = view;
  const [a, b] = [firstId, secondId].map((id) => record.events.find((e) => e.id === id));
  if (!a || !b) return;
  const after: Relation = {
    id: newId(),
    caseId: record.case.id,
    fromId: a.id,
    fromEdge: 'start',
    toId: b.id,
    toEdge: 'start',
    min: 0,
    max: null,
    says: `“${nameOf(a)}” comes before “${nameOf(b)}”`,
    sourceId: b.sourceId,
    page: '',
  };
  await commit(db, record.case.id, 'Two entries put in order', [
    { table: 'relations', id: after.id, before: null, after },
  ]);
  notifications.show({ message: 'Put in order. It stands under Clocks, Relations; Ctrl+Z takes it back.' });
}
