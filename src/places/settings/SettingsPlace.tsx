import { Button, Group, Select, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import type { Case, Policies } from '../../record/case';
import { updateRow } from '../../store/commands';
import { db } from '../../store/open';
import { isZone } from '../../time/zones';
import type { CaseView } from '../../widgets/case-view';
import { SourceTable } from './SourceTable';

const POLICIES: readonly (readonly [Exclude<keyof Policies, 'warrantDays' | 'dayFrom' | 'dayUntil' | 'historyChecksAreMission'>, string, string])[] = [
  ['unaccounted', 'A silence worth naming', 'longer than this, in a seizure'],
  ['approximate', '“About” means within', 'where the record states no tolerance'],
  ['machineClock', 'A machine’s clock is within', 'of the reference clock, where nothing ties it down'],
  ['personClock', 'A person’s watch is within', 'of the reference clock, where nothing ties it down'],
  ['lateBooking', 'An item is booked within', 'of its seizure; later is worth naming'],
  ['handOver', 'A hand-over takes at most', 'longer is a gap in custody'],
];

/** What the case has decided: its names, zone and policies, and its sources. */
export function SettingsPlace({ view }: { view: CaseView }) {
  return (
    <main className="page" style={{ maxWidth: 1240 }}>
      <Title order={1} size="h2" mb="md">
        Case
      </Title>
      <CaseForm of={view.latest.case} />
      <Title order={2} size="h4" mt="xl" mb="xs">
        Sources
      </Title>
      <SourceTable view={view} />
    </main>
  );
}

function CaseForm({ of }: { of: Case }) {
  const [f, setF] = useState(() => ({ title: of.title, number: of.number, court: of.court, zone: of.zone, jurisdiction: of.jurisdiction }));
  const [minutes, setMinutes] = useState<Record<string, string>>(() => Object.fromEntries(POLICIES.map(([k]) => [k, String(of.policies[k] / 60_000)])));
  const set = (patch: Partial<typeof f>): void => setF((old) => ({ ...old, ...patch }));
  const policyError = (k: string): string | undefined => (/^\d+(\.\d+)?$/.test((minutes[k] ?? '').trim()) ? undefined : 'minutes, such as 2 or 0.5');
  const zoneError = isZone(f.zone) ? undefined : 'write a zone such as America/Chicago';
  const ready = f.title.trim() !== '' && !zoneError && POLICIES.every(([k]) => !policyError(k));
  const save = async (): Promise<void> => {
    if (!ready) return;
    const policies = { ...of.policies, ...Object.fromEntries(POLICIES.map(([k]) => [k, Math.round(Number(minutes[k]) * 60_000)])) };
    await updateRow(db, 'cases', of, { ...f, policies }, 'Case settings');
  };
  return (
    <form
      className="entry-form"
      aria-label="Case settings"
      onSubmit={(e) => {
        e.preventDefault();
        void save();
      }}
    >
      <div className="entry-fields">
        <TextInput label="Name" value={f.title} onChange={(e) => set({ title: e.currentTarget.value })} />
        <TextInput label="Case number" value={f.number} onChange={(e) => set({ number: e.currentTarget.value })} />
        <TextInput label="Court" value={f.court} onChange={(e) => set({ court: e.currentTarget.value })} />
        <TextInput label="Time zone of the case" value={f.zone} onChange={(e) => set({ zone: e.currentTarget.value })} error={zoneError} />
        <Select
          label="Jurisdiction"
          value={f.jurisdiction}
          onChange={(v) => set({ jurisdiction: v ?? 'us' })}
          data={[
            { value: 'us', label: 'United States' },
            ...'1 2 3 4 5 6 7 8 9 10 11'.split(' ').map((n) => ({ value: `ca${n}`, label: `Circuit ${n}` })),
            { value: 'cadc', label: 'D.C. Circuit' },
          ]}
        />
        {POLICIES.map(([k, label, description]) => (
          <TextInput
            key={k}
            label={`${label} (min)`}
            description={description}
            value={minutes[k] ?? ''}
            onChange={(e) => setMinutes((old) => ({ ...old, [k]: e.target.value }))}
            error={policyError(k)}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
          />
        ))}
      </div>
      <Group mt="sm">
        <Button type="submit" size="xs" disabled={!ready}>
          Save
        </Button>
        <span className="cite">Each default is an assumption; a finding that rests on one says so.</span>
      </Group>
    </form>
  );
}
