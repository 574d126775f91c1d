import { notifications } from '@mantine/notifications';
import { addRelation, addSyncPoints } from '../../actions/clocks';
import type { EventRow, Relation, SyncPoint } from '../../record/event';
import { newId } from '../../record/ids';
import { rowById } from '../../record/rows';
import { KINDS } from '../../record/vocabulary';
import { parseTime } from '../../time/grammar/parse';
import type { CaseView } from '../../ui/case-view';
import { run } from '../../ui/run';
import { dayDrawn } from '../../words/moment';

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
    dateA: a.date || dayDrawn(view, a.id),
    readingA: a.start,
    clockB: b.clockId,
    dateB: b.date || dayDrawn(view, b.id),
    readingB: b.start,
    sourceId: readA === 'media' ? a.sourceId : b.sourceId,
    page: (readA === 'media' ? a : b).page,
  };
}

/** Joins two entries as one moment: a sync point of their two clocks, or a relation where they share one. */
export async function sameMoment(view: CaseView, fromId: string, toId: string): Promise<void> {
  const { record } = view;
  const [a, b] = [fromId, toId].map((id) => rowById(record.events, id));
  if (!a || !b) return;
  const point = syncPointOf(view, a, b);
  if (point) {
    if (!(await run(addSyncPoints(record.case.id, `Sync point added: ${point.what}`, [point])))) return;
    notifications.show({
      message: 'A sync point of their two clocks. It stands under Clocks; Ctrl+Z takes it back.',
    });
    return;
  }
  const relation: Omit<Relation, 'id'> = {
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
  if (!(await run(addRelation(relation, 'Two entries joined as one moment')))) return;
  notifications.show({ message: 'Joined. It stands under Clocks, Relations; Ctrl+Z takes it back.' });
}

/** Says that one entry comes no later than another: a relation, as a person would write `after @first`. */
export async function comesBefore(view: CaseView, firstId: string, secondId: string): Promise<void> {
  const { record } = view;
  const [a, b] = [firstId, secondId].map((id) => rowById(record.events, id));
  if (!a || !b) return;
  const relation: Omit<Relation, 'id'> = {
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
  if (!(await run(addRelation(relation, 'Two entries put in order')))) return;
  notifications.show({ message: 'Put in order. It stands under Clocks, Relations; Ctrl+Z takes it back.' });
}
