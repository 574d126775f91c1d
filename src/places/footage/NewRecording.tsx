import { Autocomplete, NumberInput, Select, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { hintOf } from '../../media/file-name';
import type { Inspected } from '../../media/inspect';
import { clockOfRecording } from '../../media/marks';
import { partsOf, sequelOf } from '../../media/parts';
import { isZone } from '../../record/zone';
import { draftKey } from '../../store/drafts';
import { dayFault } from '../../time/grammar/date';
import type { CaseView } from '../../ui/case-view';
import { EntryFrame } from '../../ui/EntryFrame';
import { useFields } from '../../ui/use-fields';
import { ConvertLine } from './CopyPanel';
import type { Picked } from './handles';
import { addRecording, knownAs, reopen, twinOf } from './recordings';

export interface Pending {
  readonly picked: Picked;
  readonly inspected: Inspected;
}

/** Asks of a new file what its bytes cannot say: whose camera, which clock its overlay shows, which day. */
export function NewRecording({
  view,
  pending,
  onDone,
}: {
  view: CaseView;
  pending: Pending;
  onDone: (source: string | null) => void;
}) {
  const { latest } = view;
  const { picked, inspected } = pending;
  const hint = hintOf(picked.file.name);
  // As the case stood when the file was picked: once it is added the case knows it, and the form is not asked again.
  const [known] = useState(() => knownAs(latest, picked.file));
  const [twin] = useState(() => twinOf(latest, picked.file));
  const added = useRef<string | null>(null);
  const plain = picked.file.name.replace(/\.\w+$/, '').replace(/[_]+/g, ' ');
  const name = hint?.officer ? `${hint.officer} body camera` : hint?.device || plain;
  const first = latest.events.find((e) => e.date !== '');
  const alone = {
    name,
    clock: name,
    zone: '',
    date: hint?.date ?? first?.date ?? '',
    actor: hint?.officer ?? '',
    follows: '',
    missing: 1,
  };
  /** What is said of the next file of a recording: all but its number is said of that already. */
  const after = (id: string): typeof alone => {
    const parts = partsOf(latest.sources, id);
    const [begin] = parts;
    const stands = begin && clockOfRecording(latest, begin.source.id);
    const clock = latest.clocks.find((c) => c.id === stands?.clockId);
    if (!begin || !clock) return alone;
    const worn = latest.events.find((e) => e.kind === 'recording' && e.sourceId === begin.source.id)?.actor;
    return {
      ...alone,
      name: `${begin.source.name}, file ${parts.length + 1}`,
      clock: clock.name,
      date: stands?.date ?? alone.date,
      actor: worn ?? '',
      follows: parts.at(-1)?.source.id ?? '',
    };
  };
  const [sequel] = useState(() => sequelOf(latest.sources, picked.file.name));
  const opened = useRef(sequel ? after(sequel.id) : alone);
  const { form, input, set, draft } = useFields(
    opened.current,
    draftKey(latest.case.id, 'recording', picked.file.name),
  );
  const f = form.fields;
  const ends = latest.sources.filter(
    (s) => s.media !== undefined && !latest.sources.some((x) => x.follows === s.id),
  );
  const clock = latest.clocks.find((c) => c.name.toLowerCase() === f.clock.trim().toLowerCase());
  const dateFault = dayFault(f.date);
  const zoneOk = clock !== undefined || f.zone.trim() === '' || isZone(f.zone.trim());
  const taken = latest.sources.find((s) => s.name.toLowerCase() === f.name.trim().toLowerCase());
  const nameOk = f.name.trim() !== '' && taken?.media === undefined;
  if (known) {
    return (
      <EntryFrame
        keysNext
        label={`Open ${known.name} again`}
        ready
        action="Open"
        note={`${picked.file.name} has the name and size of ${known.name}; its hash is compared as it opens.`}
        onSave={async () => {
          await reopen(known, picked);
        }}
        onDone={() => onDone(known.id)}
      >
        <span />
      </EntryFrame>
    );
  }
  return (
    <EntryFrame
      keysNext
      label="New recording"
      ready={nameOk && f.date !== '' && dateFault === undefined && zoneOk && f.clock.trim() !== ''}
      action="Add the recording"
      draft={draft}
      note={`${picked.file.name} stays where it is; its hash and its times go into the case.`}
      below={
        <div className="cite" style={{ margin: '2px 0 6px' }}>
          {twin && (
            <div role="status">
              {twin.name} has a file of the very same size ({twin.file}).{' '}
              <button
                type="button"
                className="cite-link"
                onClick={() => void reopen(twin, picked).then((open) => open && onDone(twin.id))}
              >
                Open it as {twin.name}
              </button>
              : its hash is compared.
            </div>
          )}
          {hint && <div>{hint.says}</div>}
          {inspected.notices.map((n) => (
            <div key={n} style={{ overflowWrap: 'anywhere' }}>
              {n}
            </div>
          ))}
          {(!inspected.opens || inspected.plays.video === false) && <ConvertLine file={picked.file.name} />}
        </div>
      }
      onSave={async () => {
        added.current = await addRecording(latest, picked, inspected, {
          ...f,
          ...(f.follows
            ? { follows: { source: f.follows, within: 1000 * f.missing } }
            : { follows: undefined }),
        });
      }}
      onDone={() => onDone(added.current)}
    >
      <Autocomplete
        label="Name"
        value={f.name}
        onChange={(v) => set({ name: v, clock: f.clock === f.name ? v : f.clock })}
        data={latest.sources.filter((s) => s.kind === 'camera' && !s.media).map((s) => s.name)}
        error={taken?.media ? 'another recording has this name' : undefined}
        data-autofocus
        autoFocus
      />
      <TextInput
        label="Day it begins"
        placeholder="2024-03-14"
        aria-required
        {...input('date')}
        error={dateFault}
        classNames={{ input: 'mono' }}
      />
      <Autocomplete
        label="Clock of its overlay"
        {...input('clock')}
        data={latest.clocks.filter((c) => c.kind !== 'media').map((c) => c.name)}
      />
      <TextInput
        label="Zone of the overlay"
        placeholder={clock?.zone || 'not stated'}
        disabled={clock !== undefined}
        {...input('zone')}
        error={zoneOk ? undefined : 'write UTC, America/Chicago or -05:00'}
      />
      <TextInput label="Worn by" {...input('actor')} />
      {ends.length > 0 && (
        <Select
          label="Goes on from"
          description={sequel ? 'by the names of the two files' : 'where a camera split one recording'}
          placeholder="no other file"
          clearable
          value={f.follows || null}
          data={ends.map((s) => ({ value: s.id, label: s.name }))}
          onChange={(id) => set(id ? after(id) : { ...alone, follows: '' })}
        />
      )}
      {f.follows !== '' && (
        <NumberInput
          label="Missing between the two, at most (s)"
          min={0}
          max={600}
          value={f.missing}
          onChange={(v) => set({ missing: typeof v === 'number' ? v : 1 })}
        />
      )}
    </EntryFrame>
  );
}
