import { Button, Select } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Measure } from '../../analysis/measure';
import type { Edge, MomentRef } from '../../record/event';
import { rowById } from '../../record/rows';
import { KINDS } from '../../record/vocabulary';
import { printApart, printAtMost } from '../../time/duration';
import type { CaseView } from '../../ui/case-view';
import { MarginList, OneProof } from '../../ui/Proofs';
import { sameMoment } from './join';

/** More entries than this are not offered by name. */
const OFFERED = 400;

/** `start ID` and the like, as the choices bear them. */
const refOf = (value: string): MomentRef => {
  const at = value.indexOf(' ');
  return { id: value.slice(at + 1), edge: value.slice(0, at) as Edge };
};

/** The moments of a row that can be measured to, in words. */
function momentsOf(view: CaseView, id: string): { value: string; label: string }[] {
  const e = rowById(view.record.events, id);
  if (e) {
    const name = (e.description || KINDS[e.kind].label).slice(0, 70);
    return [
      { value: `start ${id}`, label: name },
      ...(e.end === '' ? [] : [{ value: `end ${id}`, label: `end of ${name}` }]),
    ];
  }
  const c = rowById(view.record.custody, id);
  if (!c) return [];
  return [
    ...(c.releasedAt === ''
      ? []
      : [
          {
            value: `released ${id}`,
            label: `released by ${c.releasedBy || 'nobody named'}, ${c.releasedDate} ${c.releasedAt}`,
          },
        ]),
    ...(c.receivedAt === ''
      ? []
      : [
          {
            value: `received ${id}`,
            label: `received by ${c.receivedBy || 'nobody named'}, ${c.receivedDate} ${c.receivedAt}`,
          },
        ]),
  ];
}

/** From the selected entry to any other: both bounds, why, and how wrong what they rest on may be. */
export function MeasureTool({
  view,
  id,
  onRow,
}: {
  view: CaseView;
  id: string;
  onRow: (id: string) => void;
}) {
  const own = momentsOf(view, id);
  const [chosen, setChosen] = useState<string | null>(null);
  const [to, setTo] = useState<string | null>(null);
  const [result, setResult] = useState<Measure | null>(null);
  const { measure } = view;
  const from = own.some((o) => o.value === chosen) ? chosen : (own[0]?.value ?? null);
  useEffect(() => {
    if (!to || !from) return;
    let stale = false;
    setResult(null);
    void measure(refOf(from), refOf(to)).then((m) => !stale && m && setResult(m));
    return () => {
      stale = true;
    };
  }, [from, to, measure]);
  if (!from) return null;
  const rows = [...view.record.events.slice(0, OFFERED), ...view.record.custody.slice(0, OFFERED)];
  const data = rows.filter((r) => r.id !== id).flatMap((r) => momentsOf(view, r.id));
  if (own.length > 1) data.unshift(...own.filter((o) => o.value !== from));
  return (
    <>
      {own.length > 1 && (
        <Select
          label="Measure from"
          data={own}
          value={from}
          onChange={setChosen}
          size="xs"
          mt={12}
          allowDeselect={false}
        />
      )}
      <Select
        label={own.length > 1 ? 'to' : 'Measure from here to'}
        aria-label="Measure from here to"
        placeholder="another entry"
        searchable
        clearable
        data={data}
        value={to}
        onChange={setTo}
        size="xs"
        mt={own.length > 1 ? 6 : 12}
      />
      {to && !result && (
        <span role="status" className="cite">
          working it out …
        </span>
      )}
      {to && result && (
        <Measured view={view} result={result} from={refOf(from)} to={refOf(to)} onRow={onRow} />
      )}
    </>
  );
}

interface MeasuredProps {
  readonly view: CaseView;
  readonly result: Measure;
  readonly from: MomentRef;
  readonly to: MomentRef;
  readonly onRow: (id: string) => void;
}

function Measured({ view, result, from, to, onRow }: MeasuredProps) {
  const { bounds, margins, proofs } = result;
  return (
    <>
      <p className="bounds" style={{ fontSize: 15, margin: '8px 0 4px' }}>
        {printApart(bounds)}
        {bounds.min >= 0 && <small>{printAtMost(bounds.max)}</small>}
      </p>
      {from.edge === 'start' && to.edge === 'start' && from.id !== to.id && (
        <Button
          size="compact-xs"
          variant="default"
          mb={8}
          onClick={() => void sameMoment(view, from.id, to.id)}
        >
          They are one and the same moment
        </Button>
      )}
      {proofs.map((p) => (
        <OneProof key={p.end} proof={p} onRow={onRow} />
      ))}
      {margins && (
        <>
          <div className="overline">
            {margins.length === 0 ? 'Which came first' : 'Which came first is certain unless'}
          </div>
          <MarginList margins={margins} />
        </>
      )}
    </>
  );
}
