import { Button, Select } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect, useState } from 'react';
import type { Measure } from '../../analysis/measure';
import type { Relation } from '../../record/event';
import { KINDS } from '../../record/vocabulary';
import { commit } from '../../store/commands';
import { idMaker } from '../../store/ids';
import { db } from '../../store/open';
import { printAtLeast, printAtMost, printLengthOf } from '../../time/duration';
import type { CaseView } from '../../widgets/case-view';
import { OneProof } from '../../widgets/Proofs';

const newId = idMaker();

/** Joins two entries as one moment: what a sync point does for two clocks, from the picture. */
async function sameMoment(view: CaseView, fromId: string, toId: string): Promise<void> {
  const { record } = view;
  const name = (id: string): string => record.events.find((e) => e.id === id)?.description || 'an entry';
  const after: Relation = {
    id: newId(),
    caseId: record.case.id,
    fromId,
    fromEdge: 'start',
    toId,
    toEdge: 'start',
    min: 0,
    max: 0,
    says: `“${name(fromId)}” and “${name(toId)}” are one and the same moment`,
    sourceId: record.events.find((e) => e.id === toId)?.sourceId ?? '',
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
    void measure({ id: from, edge: 'start' }, { id: to, edge: 'start' }).then((m) => !stale && setResult(m));
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
