import { Autocomplete, Button, Select, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { fresh } from '../../actions/act';
import { removeSyncPoint, type SyncFields, saveSyncPoint } from '../../actions/clocks';
import type { SyncPoint } from '../../record/event';
import { draftKey } from '../../store/drafts';
import { readCounter } from '../../time/grammar/counted';
import type { CaseView } from '../../ui/case-view';
import { EntryFrame } from '../../ui/EntryFrame';
import { RowActions } from '../../ui/RowActions';
import { run } from '../../ui/run';
import { Table } from '../../ui/Table';
import { TimeField, understoodTime } from '../../ui/TimeField';
import { useFields } from '../../ui/use-fields';
import { dayDrawn } from '../../words/moment';

const NONE = new Set<string>();
/** A reading of a recording's counter, which may stand against the overlay of the same camera. */
const onCounter = (text: string): boolean => readCounter(text) !== null;

/** Sync points listed, added, changed and taken out. */
export function SyncPoints({ view }: { view: CaseView }) {
  const [editing, setEditing] = useState<string | null>(null);
  const { syncPoints, clocks } = view.latest;
  const name = (id: string): string =>
    clocks.find((c) => c.id === id)?.name ?? 'a clock that is no longer there';
  return (
    <>
      {syncPoints.length > 0 && (
        <Table
          label="Sync points"
          className="mapping"
          rows={syncPoints}
          keyOf={(s) => s.id}
          instead={(s) =>
            editing === s.id ? <SyncForm view={view} point={s} onDone={() => setEditing(null)} /> : null
          }
          columns={[
            { head: 'What', cell: (s) => s.what },
            {
              head: 'Reads',
              cell: (s) => (
                <>
                  <span className="mono">{s.readingA}</span> on {name(s.clockA)}
                </>
              ),
            },
            {
              head: 'and reads',
              cell: (s) => (
                <>
                  <span className="mono">{s.readingB}</span> on {name(s.clockB)}
                </>
              ),
            },
            {
              head: 'Cite',
              className: 'cite',
              cell: (s) => `${view.latest.sources.find((x) => x.id === s.sourceId)?.name ?? ''} ${s.page}`,
            },
            {
              head: 'Actions',
              unseen: true,
              cell: (s) => (
                <RowActions
                  of={`the sync point ${s.what}`}
                  onEdit={() => setEditing(s.id)}
                  onRemove={() => void run(removeSyncPoint(s))}
                />
              ),
            },
          ]}
        />
      )}
      {editing === 'new' ? (
        <SyncForm view={view} point={null} onDone={() => setEditing(null)} />
      ) : (
        <Button mt="xs" size="xs" onClick={() => setEditing('new')} disabled={clocks.length < 2}>
          Add a sync point
        </Button>
      )}
      {clocks.length < 2 && <p className="cite">A sync point needs two clocks.</p>}
    </>
  );
}

function SyncForm({ view, point, onDone }: { view: CaseView; point: SyncPoint | null; onDone: () => void }) {
  const { latest } = view;
  const reference = latest.clocks.find((c) => c.reference) ?? latest.clocks[0];
  const other =
    latest.clocks.find((c) => c.id !== reference?.id && !c.offset) ??
    latest.clocks.find((c) => c.id !== reference?.id);
  const day = latest.events[0] ? dayDrawn(view, latest.events[0].id) || latest.events[0].date : '';
  const fields: SyncFields = {
    what: point?.what ?? '',
    clockA: point?.clockA ?? reference?.id ?? '',
    dateA: point?.dateA ?? day,
    readingA: point?.readingA ?? '',
    clockB: point?.clockB ?? other?.id ?? '',
    dateB: point?.dateB ?? day,
    readingB: point?.readingB ?? '',
    source: latest.sources.find((s) => s.id === point?.sourceId)?.name ?? latest.sources[0]?.name ?? '',
    page: point?.page ?? '',
  };
  const opened = useRef(fields);
  const { form, input, set, draft } = useFields(
    point ? fields : opened.current,
    draftKey(latest.case.id, 'sync', point?.id),
  );
  const f = form.fields;
  const zone = (id: string): string => latest.clocks.find((c) => c.id === id)?.zone || latest.case.zone;
  const clocks = latest.clocks.map((c) => ({ value: c.id, label: c.name }));
  const ok = (text: string, date: string, id: string): boolean =>
    understoodTime(text, date, zone(id), NONE, latest.case.policies.approximate).ok;
  const apart = f.clockA !== f.clockB || onCounter(f.readingA) || onCounter(f.readingB);
  const ready =
    f.what.trim() !== '' &&
    apart &&
    ok(f.readingA, f.dateA, f.clockA) &&
    ok(f.readingB, f.dateB, f.clockB) &&
    f.source.trim() !== '';
  const save = () => run(saveSyncPoint(latest, point, point ? form : fresh(f)));
  return (
    <EntryFrame
      label={point ? 'Edit the sync point' : 'New sync point'}
      ready={ready}
      action={point ? 'Save' : 'Add'}
      draft={draft}
      onSave={save}
      onDone={onDone}
    >
      <TextInput
        label="What was seen or heard on both"
        placeholder="radio call"
        {...input('what')}
        autoFocus
        aria-required
      />
      <Select label="First clock" data={clocks} value={f.clockA} onChange={(v) => v && set({ clockA: v })} />
      <TextInput label="Day on it" {...input('dateA')} />
      <TimeField
        label="First reading"
        {...input('readingA')}
        date={f.dateA}
        zone={zone(f.clockA)}
        refs={NONE}
        approximate={latest.case.policies.approximate}
      />
      <Select
        label="Second clock"
        data={clocks}
        value={f.clockB}
        onChange={(v) => v && set({ clockB: v })}
        error={apart ? undefined : 'another clock than the first'}
      />
      <TextInput label="Day on it " {...input('dateB')} />
      <TimeField
        label="Second reading"
        {...input('readingB')}
        date={f.dateB}
        zone={zone(f.clockB)}
        refs={NONE}
        approximate={latest.case.policies.approximate}
      />
      <Autocomplete
        label="Source"
        {...input('source')}
        data={[...new Set(latest.sources.map((s) => s.name))]}
      />
      <TextInput label="Page" {...input('page')} />
    </EntryFrame>
  );
}
