import { Autocomplete, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Change } from '../../record/change';
import type { EventRow } from '../../record/event';
import { EVENT_KINDS, type EventKind, KINDS } from '../../record/vocabulary';
import { commit } from '../../store/commands';
import { idMaker } from '../../store/ids';
import { clockNamed, sourceNamed } from '../../store/named';
import { db } from '../../store/open';
import type { CaseView } from '../../ui/case-view';
import { EntryFrame } from '../../ui/EntryFrame';
import { TimeField, understoodTime } from '../../ui/TimeField';
import { ClashNote } from '../../ui/WhatIf';
import { dayText } from '../../words/moment';

const newId = idMaker();

interface Fields {
  start: string;
  end: string;
  date: string;
  kind: EventKind;
  actor: string;
  description: string;
  clock: string;
  source: string;
  page: string;
  ref: string;
}

function fieldsOf(view: CaseView, e: EventRow | null): Fields {
  const { latest } = view;
  const last = latest.events.at(-1);
  const base = e ?? last;
  return {
    start: e?.start ?? '',
    end: e?.end ?? '',
    date: e?.date ?? (last ? last.date || dayText(view, last.id) : ''),
    kind: e?.kind ?? 'note',
    actor: e?.actor ?? '',
    description: e?.description ?? '',
    clock: latest.clocks.find((c) => c.id === base?.clockId)?.name ?? latest.clocks[0]?.name ?? 'dispatch',
    source: latest.sources.find((s) => s.id === base?.sourceId)?.name ?? '',
    page: e?.page ?? '',
    ref: e?.ref ?? '',
  };
}

/** One entry, typed or changed: Enter saves, Escape leaves it as it was; times are shown as understood before that. */
export function EventForm({
  view,
  event,
  onDone,
}: {
  view: CaseView;
  event: EventRow | null;
  onDone: () => void;
}) {
  const [f, setF] = useState(() => fieldsOf(view, event));
  const set = (patch: Partial<Fields>): void => setF((old) => ({ ...old, ...patch }));
  const { latest } = view;
  const clock = latest.clocks.find((c) => c.name === f.clock);
  const zone = event?.zone || clock?.zone || latest.case.zone;
  const refs = new Set(latest.events.map((e) => e.ref));
  const dateOk = f.date === '' || /^\d{4}-\d{2}-\d{2}$/.test(f.date);
  const startOk = understoodTime(f.start, f.date, zone, refs).ok;
  const endOk = f.end.trim() === '' || understoodTime(f.end, f.date, zone, refs).ok;
  const refTaken = f.ref !== '' && f.ref !== event?.ref && refs.has(f.ref);
  const ready = dateOk && startOk && endOk && !refTaken && f.clock.trim() !== '' && f.source.trim() !== '';
  const save = async (): Promise<void> => {
    await commit(
      db,
      latest.case.id,
      event ? `Entry changed: ${f.description || f.kind}` : `Entry added: ${f.description || f.kind}`,
      changesFor(view, event, f),
    );
  };
  return (
    <EntryFrame
      label={event ? 'Edit the entry' : 'New entry'}
      ready={ready}
      action={event ? 'Save' : 'Add'}
      note={`Enter saves, Escape cancels. Zone: ${zone}`}
      below={
        <ClashNote
          view={view}
          changes={ready && latest.events.length <= CHECKED ? changesFor(view, event, f) : null}
          change={JSON.stringify(f)}
        />
      }
      onSave={save}
      onDone={onDone}
    >
      <TimeField
        label="Time"
        value={f.start}
        date={f.date}
        zone={zone}
        refs={refs}
        onChange={(start) => set({ start })}
        placeholder="1427, 2:27p, ~1430 +-3m, after @stop"
        data-autofocus
        autoFocus
      />
      <TimeField
        label="Ends"
        value={f.end}
        date={f.date}
        zone={zone}
        refs={refs}
        optional
        onChange={(end) => set({ end })}
        placeholder="for spans"
      />
      <TextInput
        label="Date"
        value={f.date}
        onChange={(e) => set({ date: e.currentTarget.value })}
        error={dateOk ? undefined : 'write 2024-03-14'}
        classNames={{ input: 'mono' }}
      />
      <Select
        label="Kind"
        searchable
        value={f.kind}
        onChange={(k) => k && set({ kind: k as EventKind })}
        data={EVENT_KINDS.map((k) => ({ value: k, label: KINDS[k].label }))}
      />
      <TextInput label="Who" value={f.actor} onChange={(e) => set({ actor: e.currentTarget.value })} />
      <TextInput
        label="What happened"
        value={f.description}
        onChange={(e) => set({ description: e.currentTarget.value })}
      />
      <Autocomplete
        label="Clock"
        value={f.clock}
        onChange={(v) => set({ clock: v })}
        data={[...new Set(latest.clocks.map((c) => c.name))]}
      />
      <Autocomplete
        label="Source"
        value={f.source}
        onChange={(v) => set({ source: v })}
        data={[...new Set(latest.sources.map((s) => s.name))]}
        error={f.source.trim() === '' ? 'which paper or recording says so' : undefined}
      />
      <TextInput label="Page" value={f.page} onChange={(e) => set({ page: e.currentTarget.value })} />
      <TextInput
        label="Id (for @id)"
        value={f.ref}
        onChange={(e) => set({ ref: e.currentTarget.value.replace(/[^\w-]/g, '') })}
        error={refTaken ? 'another entry has this id' : undefined}
      />
    </EntryFrame>
  );
}

/** Up to this many entries the record is asked while one types. */
const CHECKED = 20_000;

function changesFor(view: CaseView, before: EventRow | null, f: Fields): Change[] {
  const { latest } = view;
  const caseId = latest.case.id;
  const changes: Change[] = [];
  const clock = clockNamed(latest, f.clock, newId, changes);
  const source = sourceNamed(latest, f.source, newId, changes);
  const base: EventRow = before ?? {
    id: newId(),
    caseId,
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
    order: latest.events.length,
  };
  const after: EventRow = {
    ...base,
    ref: f.ref,
    kind: f.kind,
    clockId: clock.id,
    date: f.date,
    start: f.start.trim(),
    end: f.end.trim(),
    actor: f.actor.trim(),
    description: f.description.trim(),
    sourceId: source.id,
    page: f.page.trim(),
  };
  changes.push({ table: 'events', id: after.id, before, after });
  return changes;
}
