import { Radio, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { changeClock, clockFields, makeReference } from '../../actions/clocks';
import { CLOCK_KINDS, type Clock } from '../../record/clock';
import { isZone } from '../../record/zone';
import { draftKey } from '../../store/drafts';
import type { CaseView } from '../../ui/case-view';
import { EntryFrame } from '../../ui/EntryFrame';
import { RowActions } from '../../ui/RowActions';
import { run } from '../../ui/run';
import { Table } from '../../ui/Table';
import { useFields } from '../../ui/use-fields';
import { WouldChange } from '../../ui/WhatIf';

/** Each clock with its zone and how far it is off; the reference clock is off by nothing, by definition. */
export function ClockTable({ view }: { view: CaseView }) {
  const { clocks } = view.latest;
  const [editing, setEditing] = useState<string | null>(null);
  if (clocks.length === 0)
    return <p className="cite">No clocks yet: they come with the first import or entry.</p>;
  return (
    <Table
      label="Clocks"
      className="mapping"
      rows={clocks}
      keyOf={(c) => c.id}
      instead={(c) =>
        editing === c.id ? <ClockForm clock={c} view={view} onDone={() => setEditing(null)} /> : null
      }
      columns={[
        {
          head: 'Reference',
          cell: (c) => (
            <Radio
              checked={c.reference}
              onChange={() => void run(makeReference(view.latest, c))}
              aria-label={`${c.name} is the reference clock`}
            />
          ),
        },
        { head: 'Clock', cell: (c) => c.name },
        { head: 'Kind', cell: (c) => c.kind },
        {
          head: 'Zone',
          cell: (c) => c.zone || <span className="cite">not stated; {view.latest.case.zone} assumed</span>,
        },
        {
          head: 'Runs ahead of the reference by',
          className: 'mono',
          cell: (c) =>
            c.reference ? (
              '0'
            ) : c.offset ? (
              `${-c.offset.max / 1000} to ${-c.offset.min / 1000} s`
            ) : (
              <span className="cite">nothing ties it down</span>
            ),
        },
        { head: 'How that is known', cell: (c) => c.offset?.why },
        {
          head: 'Actions',
          unseen: true,
          cell: (c) => <RowActions of={`the clock ${c.name}`} onEdit={() => setEditing(c.id)} />,
        },
      ]}
    />
  );
}

function ClockForm({ clock, view, onDone }: { clock: Clock; view: CaseView; onDone: () => void }) {
  const { form, input, set, draft } = useFields(
    clockFields(clock),
    draftKey(clock.caseId, 'clock', clock.id),
  );
  const f = form.fields;
  const zoneError = f.zone === '' || isZone(f.zone) ? undefined : 'write America/Chicago, UTC or -05:00';
  const given = f.from.trim() !== '' || f.to.trim() !== '';
  const number = (s: string): boolean => /^-?\d+(\.\d{1,3})?$/.test(s.trim());
  const offsetError =
    given && !(number(f.from) && number(f.to) && Number(f.from) <= Number(f.to))
      ? 'seconds, the smaller first; a minus where it runs behind'
      : undefined;
  const whyError = given && f.why.trim() === '' ? 'an offset needs its reason' : undefined;
  const ready = f.name.trim() !== '' && !zoneError && !offsetError && !whyError;
  const act = changeClock(clock, form);
  return (
    <EntryFrame
      label={`Clock ${clock.name}`}
      ready={ready}
      action={'Save'}
      below={
        <WouldChange
          view={view}
          changes={zoneError || offsetError ? null : act.edits}
          change={JSON.stringify(f)}
        />
      }
      draft={draft}
      onSave={() => run(act)}
      onDone={onDone}
    >
      <TextInput label="Name" {...input('name')} autoFocus />
      <Select
        label="Kind"
        data={[...CLOCK_KINDS]}
        value={f.kind}
        onChange={(k) => k && set({ kind: k as Clock['kind'] })}
      />
      <TextInput label="Zone" {...input('zone')} error={zoneError} placeholder="not stated" />
      <TextInput
        label="Ahead by at least (s)"
        {...input('from')}
        error={offsetError}
        disabled={clock.reference}
      />
      <TextInput label="Ahead by at most (s)" {...input('to')} disabled={clock.reference} />
      <TextInput label="How that is known" {...input('why')} error={whyError} disabled={clock.reference} />
    </EntryFrame>
  );
}
