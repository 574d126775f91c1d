import { Autocomplete, TextInput } from '@mantine/core';
import { type ClipboardEvent, useRef, useState } from 'react';
import { fresh } from '../actions/act';
import { type EntryFields, type Given, saveEntry } from '../actions/entries';
import { applyChanges } from '../record/apply';
import type { Edit } from '../record/change';
import type { EventRow } from '../record/event';
import { KINDS } from '../record/vocabulary';
import { draftKey } from '../store/drafts';
import { dayFault } from '../time/grammar/date';
import { handPasted, isManyRows } from './adding';
import type { CaseView } from './case-view';
import { EntryFrame } from './EntryFrame';
import { fieldsOf, notBack, placesOf, typedBefore } from './entry-context';
import { KindField } from './KindField';
import { kindOfTyped } from './kind-of-words';
import { run } from './run';
import { nextDayOf, TimeField, understoodTime } from './TimeField';
import { useFields } from './use-fields';
import { ClashNote } from './WhatIf';

interface Props {
  readonly view: CaseView;
  /** Null for new ones: the form then stays open, with what is the same from one to the next. */
  readonly event: EventRow | null;
  /** What is filled in of one new entry, and what its row holds besides; `draft` names the form that keeps what is typed. */
  readonly given?: Given & { readonly fields: Partial<EntryFields>; readonly draft: string };
  /** @param saved false where it was left */
  readonly onDone: (saved: boolean) => void;
  /** Goes where pasted rows are looked at. */
  readonly onPasted?: () => void;
}

/** Entries as they are typed: Enter saves and goes on to the next, Escape leaves; times are shown as understood before that. */
export function EventForm({ view, event, given, onDone, onPasted }: Props) {
  const opened = useRef({ ...fieldsOf(view, event), ...given?.fields });
  const { form, input, set, draft } = useFields(
    event ? fieldsOf(view, event) : opened.current,
    draftKey(view.latest.case.id, given?.draft ?? 'entry', event?.id),
  );
  const written = useRef<Edit[]>([]);
  const saved = useRef(false);
  /** It stays open for the next one. */
  const many = !event && !given;
  const [told, setTold] = useState('');
  /** Times past midnight that a person left as they are written. */
  const [asIs, setAsIs] = useState('');
  const f = form.fields;
  written.current = notBack(view.latest, written.current);
  const latest = applyChanges(view.latest, written.current);
  const zone = event?.zone || latest.clocks.find((c) => c.name === f.clock)?.zone || latest.case.zone;
  const refs = new Set(latest.events.map((e) => e.ref));
  const dateFault = dayFault(f.date);
  const about = latest.case.policies.approximate;
  const startOk = understoodTime(f.start, f.date, zone, refs, about).ok;
  const endOk = f.end.trim() === '' || understoodTime(f.end, f.date, zone, refs, about).ok;
  const refTaken = f.ref !== '' && f.ref !== event?.ref && refs.has(f.ref);
  const keyOf = (end: 'start' | 'end'): string => `${end} ${f.date} ${f[end]}`;
  const before = !many || asIs === keyOf('start') ? null : typedBefore(latest, f.clock);
  const begin = asIs === keyOf('end') || f.date === '' ? null : { date: f.date, text: f.start };
  const asked =
    (startOk && nextDayOf(f.start, f.date, before).length > 0) ||
    (endOk && nextDayOf(f.end, f.date, begin).length > 0);
  const ready =
    dateFault === undefined &&
    startOk &&
    endOk &&
    !asked &&
    !refTaken &&
    f.clock.trim() !== '' &&
    f.source.trim() !== '';
  const act = ready ? saveEntry(latest, event, event ? form : fresh(f), given) : null;
  const onNext = (saved: EntryFields): void => {
    opened.current = { ...saved, start: '', end: '', description: '', kind: 'note', ref: '' };
    draft.drop();
    setTold(`${saved.start} ${saved.description || KINDS[saved.kind].label} is in the record.`);
  };
  const onPaste = (e: ClipboardEvent): void => {
    const text = e.clipboardData.getData('text/plain');
    if (!onPasted || !isManyRows(text)) return;
    e.preventDefault();
    handPasted({ text, date: f.date, clock: f.clock, source: f.source });
    onPasted();
  };
  const time = { date: f.date, zone, refs, approximate: about };
  return (
    <div onPaste={onPaste}>
      <EntryFrame
        label={event ? 'Edit the entry' : 'New entry'}
        ready={ready}
        action={event ? 'Save' : 'Add'}
        note={
          !many
            ? `Enter saves, Escape cancels. Zone: ${zone}`
            : `Enter adds it and goes on to the next, Escape closes. Zone: ${zone}. Rows or a paragraph may be pasted here.`
        }
        below={
          <>
            <ClashNote
              view={view}
              changes={act && latest.events.length <= CHECKED ? act.edits : null}
              change={JSON.stringify(f)}
            />
            {many && (
              <div className="understood" role="status">
                {told}
              </div>
            )}
          </>
        }
        draft={draft}
        onSave={async () => {
          if (!act) return null;
          const outcome = await run(act);
          saved.current = Boolean(outcome);
          if (outcome && many) written.current = [...written.current, ...act.edits];
          return outcome;
        }}
        onDone={() => onDone(saved.current)}
        asked={asked}
        {...(many ? { onSaved: () => onNext(f) } : {})}
      >
        <TimeField
          {...time}
          label="Time"
          {...input('start')}
          place={placesOf(view, latest, event, given?.row.logId ?? 'typed')}
          before={before}
          onMoved={(start, date) => set({ start, date })}
          onAsWritten={() => setAsIs(keyOf('start'))}
          placeholder="1427, 2:27p, ~1430 +-3m, after @stop"
          data-autofocus
          autoFocus
        />
        <TextInput
          label="What happened"
          value={f.description}
          onChange={(e) => {
            const description = e.currentTarget.value;
            const follows = !event && f.kind === kindOfTyped(f.description);
            set(follows ? { description, kind: kindOfTyped(description) } : { description });
          }}
        />
        <KindField
          label="Kind"
          {...input('kind')}
          description={
            !event && f.kind !== 'note' && f.kind === kindOfTyped(f.description)
              ? 'read from the words'
              : undefined
          }
        />
        <TextInput label="Who" {...input('actor')} />
        <TimeField
          {...time}
          label="Ends"
          {...input('end')}
          optional
          before={begin}
          onAsWritten={() => setAsIs(keyOf('end'))}
          placeholder="for spans"
        />
        <TextInput label="Date" {...input('date')} error={dateFault} classNames={{ input: 'mono' }} />
        <Autocomplete
          label="Source"
          {...input('source')}
          data={[...new Set(latest.sources.map((s) => s.name))]}
          placeholder="which paper or recording says so"
          aria-required
        />
        <TextInput label="Page" {...input('page')} />
        <Autocomplete
          label="Clock"
          {...input('clock')}
          data={[...new Set(latest.clocks.map((c) => c.name))]}
        />
        <TextInput
          label="Id (for @id)"
          value={f.ref}
          onChange={(e) => set({ ref: e.currentTarget.value.replace(/[^\w-]/g, '') })}
          error={refTaken ? 'another entry has this id' : undefined}
        />
      </EntryFrame>
    </div>
  );
}

/** Up to this many entries the record is asked while one types. */
const CHECKED = 20_000;
