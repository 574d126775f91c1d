import { Autocomplete, Select, TextInput } from '@mantine/core';
import { useRef } from 'react';
import { fresh } from '../actions/act';
import { type EntryFields, type Given, saveEntry } from '../actions/entries';
import type { EventRow } from '../record/event';
import { EVENT_KINDS, type EventKind, KINDS } from '../record/vocabulary';
import { draftKey } from '../store/drafts';
import type { Bounds } from '../time/duration';
import { dayFault } from '../time/grammar/date';
import { dayText, momentNumber } from '../words/moment';
import type { CaseView } from './case-view';
import { EntryFrame } from './EntryFrame';
import { run } from './run';
import { TimeField, understoodTime } from './TimeField';
import { useFields } from './use-fields';
import { ClashNote } from './WhatIf';

function fieldsOf(view: CaseView, e: EventRow | null): EntryFields {
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

/** What a typed time may count from: the entry before this one, and where entries stand by what the record says. */
function around(view: CaseView, event: EventRow | null) {
  const { events } = view.latest;
  const at = event ? events.findIndex((e) => e.id === event.id) : events.length;
  const last = events[at - 1] ?? null;
  const { min, max } = view.analysis.positions;
  const place = (ref: string | null): Bounds | null => {
    const row = ref === null ? last : events.find((e) => e.ref === ref);
    const m = row ? momentNumber(view.record, row.id) : -1;
    const bounds = { min: min[m] ?? Number.NaN, max: max[m] ?? Number.NaN };
    return Number.isNaN(bounds.min) || Number.isNaN(bounds.max) ? null : bounds;
  };
  const before = last && { date: last.date, text: last.start };
  return { place, before };
}

interface Props {
  readonly view: CaseView;
  readonly event: EventRow | null;
  /** What is filled in of a new entry, and what its row holds besides; `draft` names the form that keeps what is typed. */
  readonly given?: Given & { readonly fields: Partial<EntryFields>; readonly draft: string };
  /** @param saved false where it was left */
  readonly onDone: (saved: boolean) => void;
}

/** One entry, typed or changed: Enter saves, Escape leaves it as it was; times are shown as understood before that. */
export function EventForm({ view, event, given, onDone }: Props) {
  const opened = useRef({ ...fieldsOf(view, event), ...given?.fields });
  const { form, set, draft } = useFields(
    event ? fieldsOf(view, event) : opened.current,
    draftKey(view.latest.case.id, given?.draft ?? 'entry', event?.id),
  );
  const saved = useRef(false);
  const f = form.fields;
  const { latest } = view;
  const clock = latest.clocks.find((c) => c.name === f.clock);
  const zone = event?.zone || clock?.zone || latest.case.zone;
  const refs = new Set(latest.events.map((e) => e.ref));
  const dateFault = dayFault(f.date);
  const about = latest.case.policies.approximate;
  const startOk = understoodTime(f.start, f.date, zone, refs, about).ok;
  const endOk = f.end.trim() === '' || understoodTime(f.end, f.date, zone, refs, about).ok;
  const { place, before } = around(view, event);
  const refTaken = f.ref !== '' && f.ref !== event?.ref && refs.has(f.ref);
  const ready =
    dateFault === undefined &&
    startOk &&
    endOk &&
    !refTaken &&
    f.clock.trim() !== '' &&
    f.source.trim() !== '';
  const act = ready ? saveEntry(latest, event, event ? form : fresh(f), given) : null;
  return (
    <EntryFrame
      label={event ? 'Edit the entry' : 'New entry'}
      ready={ready}
      action={event ? 'Save' : 'Add'}
      note={`Enter saves, Escape cancels. Zone: ${zone}`}
      below={
        <ClashNote
          view={view}
          changes={act && latest.events.length <= CHECKED ? act.edits : null}
          change={JSON.stringify(f)}
        />
      }
      draft={draft}
      onSave={async () => {
        const outcome = act && (await run(act));
        saved.current = Boolean(outcome);
        return outcome;
      }}
      onDone={() => onDone(saved.current)}
    >
      <TimeField
        label="Time"
        value={f.start}
        date={f.date}
        zone={zone}
        refs={refs}
        approximate={about}
        place={place}
        before={event ? null : before}
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
        approximate={about}
        optional
        onChange={(end) => set({ end })}
        placeholder="for spans"
      />
      <TextInput
        label="Date"
        value={f.date}
        onChange={(e) => set({ date: e.currentTarget.value })}
        error={dateFault}
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
