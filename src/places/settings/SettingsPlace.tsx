import { Button, Group, NumberInput, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import type { Case } from '../../record/case';
import { updateRow } from '../../store/commands';
import { db } from '../../store/open';
import { isZone } from '../../time/grammar/zones';
import type { CaseView } from '../../ui/case-view';
import { WhoseLaw } from '../../ui/WhoseLaw';
import { Brackets } from './Brackets';
import { SourceTable } from './SourceTable';

const POLICIES: readonly (readonly [
  'unaccounted' | 'approximate' | 'machineClock' | 'personClock' | 'lateBooking' | 'handOver',
  string,
  string,
])[] = [
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
  const [f, setF] = useState(() => ({
    title: of.title,
    number: of.number,
    court: of.court,
    zone: of.zone,
    choices: of.choices,
  }));
  const [minutes, setMinutes] = useState<Record<string, string>>(() =>
    Object.fromEntries(POLICIES.map(([k]) => [k, String(of.policies[k] / 60_000)])),
  );
  const set = (patch: Partial<typeof f>): void => setF((old) => ({ ...old, ...patch }));
  const [rest, setRest] = useState({
    warrantDays: of.policies.warrantDays as number | '',
    dayFrom: of.policies.dayFrom as number | '',
    dayUntil: of.policies.dayUntil as number | '',
  });
  const [brackets, setBrackets] = useState(of.brackets);
  const whole = (v: string | number): number | '' => (typeof v === 'number' ? v : '');
  const hoursError =
    rest.dayFrom !== '' && rest.dayUntil !== '' && rest.dayFrom < rest.dayUntil
      ? undefined
      : 'the earlier hour first';
  const bracketError = brackets.some((b) => b.name.trim() === '') ? 'each bracket needs a name' : undefined;
  const policyError = (k: string): string | undefined =>
    /^\d+(\.\d+)?$/.test((minutes[k] ?? '').trim()) ? undefined : 'minutes, such as 2 or 0.5';
  const zoneError = isZone(f.zone) ? undefined : 'write a zone such as America/Chicago';
  const ready =
    f.title.trim() !== '' &&
    !zoneError &&
    !hoursError &&
    !bracketError &&
    rest.warrantDays !== '' &&
    POLICIES.every(([k]) => !policyError(k));
  const save = async (): Promise<void> => {
    if (!ready) return;
    const limits = {
      warrantDays: rest.warrantDays || 14,
      dayFrom: rest.dayFrom || 0,
      dayUntil: rest.dayUntil || 24,
    };
    const policies = {
      ...of.policies,
      ...limits,
      ...Object.fromEntries(POLICIES.map(([k]) => [k, Math.round(Number(minutes[k]) * 60_000)])),
    };
    await updateRow(
      db,
      'cases',
      of,
      { ...f, policies, brackets: [...brackets].sort((a, b) => a.over - b.over) },
      'Case settings',
    );
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
        <TextInput
          label="Case number"
          value={f.number}
          onChange={(e) => set({ number: e.currentTarget.value })}
        />
        <TextInput label="Court" value={f.court} onChange={(e) => set({ court: e.currentTarget.value })} />
        <TextInput
          label="Time zone of the case"
          value={f.zone}
          onChange={(e) => set({ zone: e.currentTarget.value })}
          error={zoneError}
        />
        <WhoseLaw
          of={f.choices}
          label="Whose law binds"
          onChange={(court) => set({ choices: { ...f.choices, ...court } })}
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
        <NumberInput
          label="A warrant is executed within (days)"
          description="Rule 41: at most 14; states differ"
          min={1}
          max={365}
          allowDecimal={false}
          value={rest.warrantDays}
          onChange={(v) => setRest((old) => ({ ...old, warrantDays: whole(v) }))}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
        />
        <NumberInput
          label="Daytime begins (hour)"
          description="Rule 41: 6"
          min={0}
          max={23}
          allowDecimal={false}
          value={rest.dayFrom}
          onChange={(v) => setRest((old) => ({ ...old, dayFrom: whole(v) }))}
          error={hoursError}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
        />
        <NumberInput
          label="Daytime ends (hour)"
          description="Rule 41: 22"
          min={1}
          max={24}
          allowDecimal={false}
          value={rest.dayUntil}
          onChange={(v) => setRest((old) => ({ ...old, dayUntil: whole(v) }))}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
        />
      </div>
      <Brackets brackets={brackets} error={bracketError} onChange={setBrackets} />
      <Group mt="sm">
        <Button type="submit" size="xs" disabled={!ready}>
          Save
        </Button>
        <span className="cite">Each default is an assumption; a finding that rests on one says so.</span>
      </Group>
    </form>
  );
}
