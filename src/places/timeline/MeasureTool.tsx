import { Button, Select } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect, useState } from 'react';
import type { Measure } from '../../analysis/measure';
import type { EventRow, Relation, SyncPoint } from '../../record/event';
import { KINDS } from '../../record/vocabulary';
import { commit } from '../../store/commands';
import { idMaker } from '../../store/ids';
import { db } from '../../store/open';
import { printAtLeast, printAtMost, printLengthOf } from '../../time/duration';
import { parseTime } from '../../time/parse';
import type { CaseView } from '../../widgets/case-view';
import { dayText } from '../../widgets/moment';
import { OneProof } from '../../widgets/Proofs';

const newId = idMaker();

/** A reading on the clock of its row: what a sync point can be made of. */
function plainReading(text: string): 'wall' | 'media' | null {
  const parsed = parseTime(text);
  return parsed.ok && parsed.written.form === 'reading' ? parsed.written.from.clock : null;
}

/** The sync point that two entries make, where each is read on a clock of its own; null where a relation must do. */
function syncPointOf(view: CaseView, a: EventRow, b: EventRow): SyncPoint | null {
  const [readA, readB] = [plainReading(a.start), plainReading(b.start)];
  if (!readA || !readB || (readA === 'media' && readB === 'media') || (readA === 'wall' && readB === 'wall' && a.clockId === b.clockId)) return null;
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
async function sameMoment(view: CaseView, fromId: string, toId: string): Promise<void> {
  const { record } = view;
  const [a, b] = [fromId, toId].map((id) => record.events.find((e) => e.id === id));
  if (!a || !b) return;
  const point = syncPointOf(view, a, b);
  if (point) {
    await commit(db, record.case.id, `Sync point added: ${point.what}`, [{ table: 'syncPoints', id: point.id, before: null, after: point }]);
    notifications.show({ message: 'A sync point of their two clocks. It stands under Clocks; Ctrl+Z takes it back.' });
    return;
  }
  const name = (e: EventRow): string => e.description || KINDS[e.kind].label;
  const after: Relation = {
    id: newId(),
    caseId: record.case.id,
    fromId,
    fromEdge: 'start',
    toId,
    toEdge: 'start',
    min: 0,
    max: 0,
    says: `“${name(a)}” and “${name(b)}” are one and the same moment`,
    sourceId: b.sourceId,
    page: '',
  };
  await commit(db, record.case.id, 'Two entries joined as one moment', [{ table: 'relations', id: after.id, before: null, after }]);
  notifications.show({ message: 'Joined. It stands under Clocks, Relations; Ctrl+Z takes it back.' });
}

/** More entries than this are not offered by name. */
const OFFERED = 400;

/** From the selected entry to any other: both bounds, and why. */
export function MeasureTool({ view, from, onRow }: { view: CaseView; from: string; onRow: (id: string) => void }) {
  const [to, setTo] = useState<string | null>(null);
  const [result, setResult] = useState<Measure | null>(null);
  const { measure } = view;
  useEffect(() => {
    if (!to) return;
    let stale = false;
    setResult(null);
    void measure({ id: from, edge: 'start' }, { id: to, edge: 'start' }).then((m) => !stale && m && setResult(m));
    return () => {
      stale = true;
    };
  }, [from, to, measure]);
  const data = view.record.events
    .slice(0, OFFERED)
    .filter((e) => e.id !== from)
    .map((e) => ({ value: e.id, label: `${e.description || KINDS[e.kind].label}`.slice(0, 70) }));
  return (
    <>
      <Select label="Measure from here to" placeholder="another entry" searchable clearable data={data} value={to} onChange={setTo} size="xs" mt={12} />
      {to && result && (
        <>
          <p className="bounds" style={{ fontSize: 15, margin: '8px 0 4px' }}>
            {result.bounds.min < 0 && result.bounds.max <= 0
              ? `${printAtLeast(-result.bounds.max)} before`
              : result.bounds.min < 0
                ? `from ${printLengthOf(-result.bounds.min)} before to ${printLengthOf(result.bounds.max)} after`
                : printAtLeast(result.bounds.min)}
            {result.bounds.min >= 0 && <small>{printAtMost(result.bounds.max)}</small>}
          </p>
          <Button size="compact-xs" variant="default" mb={8} onClick={() => void sameMoment(view, from, to)}>
            They are one and the same moment
          </Button>
          {result.proofs.map((p) => (
            <OneProof key={p.end} proof={p} onRow={onRow} />
          ))}
        </>
      )}
    </>
  );
}
