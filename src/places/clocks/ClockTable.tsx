import { Radio, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { changeClock, clockFields, makeReference } from '../../actions/clocks';
import { CLOCK_KINDS, type Clock } from '../../record/clock';
import { isZone } from '../../record/zone';
import type { CaseView } from '../../ui/case-view';
import { EntryFrame } from '../../ui/EntryFrame';
import { RowActions } from '../../ui/RowActions';
import { run } from '../../ui/run';
import { useFields } from '../../ui/use-fields';
import { WouldChange } from '../../ui/WhatIf';

/** Each clock with its zone and how far it is off; the reference clock is off by nothing, by definition. */
export function ClockTable({ view }: { view: CaseView }) {
  const { clocks } = view.latest;
  const [editing, setEditing] = useState<string | null>(null);
  if (clocks.length === 0)
    return <p className="cite">No clocks yet: they come with the first import or entry.</p>;
  return (
    <div style={{ overflowX: 'auto', position: 'relative' }}>
      <table className="mapping" aria-label="Clocks">
        <thead>
          <tr>
            <th>Reference</th>
            <th>Clock</th>
            <th>Kind</th>
            <th>Zone</th>
            <th>Runs ahead of the reference by</th>
            <th>How that is known</th>
            <th>
              <span className="sr">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {clocks.map((c) =>
            editing === c.id ? (
              <tr key={c.id}>
                <td colSpan={7}>
                  <ClockForm clock={c} view={view} onDone={() => setEditing(null)} />
                </td>
              </tr>
            ) : (
              <tr key={c.id}>
                <td>
                  <Radio
                    checked={c.reference}
                    onChange={() => void run(makeReference(view.latest, c))}
                    aria-label={`${c.name} is the reference clock`}
                  />
                </td>
                <td>{c.name}</td>
                <td>{c.kind}</td>
                <td>{c.zone || <span className="cite">not stated; {view.latest.case.zone} assumed</span>}</td>
                <td className="mono">
                  {c.reference ? (
                    '0'
                  ) : c.offset ? (
                    `${-c.offset.max / 1000} to ${-c.offset.min / 1000} s`
                  ) : (
                    <span className="cite">nothing ties it down</span>
                  )}
                </td>
                <td>{c.offset?.why}</td>
                <td>
                  <RowActions of={`the clock ${c.name}`} onEdit={() => setEditing(c.id)} />
                </td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </div>
  );
}

function ClockForm({ clock, view, onDone }: { clock: Clock; view: CaseView; onDone: () => void }) {
  const { form, input, set } = useFields(clockFields(clock));
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
