import { Button, Group, NumberInput, TextInput, Title } from '@mantine/core';
import { type CaseFields, changeCase } from '../../actions/case';
import type { Case } from '../../record/case';
import { isZone } from '../../time/grammar/zones';
import type { CaseView } from '../../ui/case-view';
import { run } from '../../ui/run';
import { useFields } from '../../ui/use-fields';
import { WhoseLaw } from '../../ui/WhoseLaw';
import { Brackets } from './Brackets';
import { SourceTable } from './SourceTable';

type Minutes = 'unaccounted' | 'approximate' | 'machineClock' | 'personClock' | 'lateBooking' | 'handOver';

const POLICIES: readonly (readonly [Minutes, string, string])[] = [
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

type Fields = Pick<Case, 'title' | 'number' | 'court' | 'zone' | 'choices' | 'brackets'> &
  Record<'warrantDays' | 'dayFrom' | 'dayUntil', number | ''> &
  Record<Minutes, string>;

const fieldsOf = ({ title, number, court, zone, choices, brackets, policies }: Case): Fields => ({
  title,
  number,
  court,
  zone,
  choices,
  brackets,
  warrantDays: policies.warrantDays,
  dayFrom: policies.dayFrom,
  dayUntil: policies.dayUntil,
  ...(Object.fromEntries(POLICIES.map(([k]) => [k, String(policies[k] / 60_000)])) as Record<
    Minutes,
    string
  >),
});

const caseFields = (f: Fields): CaseFields => ({
  title: f.title,
  number: f.number,
  court: f.court,
  zone: f.zone,
  choices: f.choices,
  brackets: f.brackets,
  policies: {
    warrantDays: f.warrantDays || 14,
    dayFrom: f.dayFrom || 0,
    dayUntil: f.dayUntil || 24,
    ...Object.fromEntries(POLICIES.map(([k]) => [k, Math.round(Number(f[k]) * 60_000)])),
  },
});

function CaseForm({ of }: { of: Case }) {
  const { form, set, done } = useFields(fieldsOf(of));
  const f = form.fields;
  const whole = (v: string | number): number | '' => (typeof v === 'number' ? v : '');
  const hoursError =
    f.dayFrom !== '' && f.dayUntil !== '' && f.dayFrom < f.dayUntil ? undefined : 'the earlier hour first';
  const bracketError = f.brackets.some((b) => b.name.trim() === '') ? 'each bracket needs a name' : undefined;
  const policyError = (k: Minutes): string | undefined =>
    /^\d+(\.\d+)?$/.test(f[k].trim()) ? undefined : 'minutes, such as 2 or 0.5';
  const zoneError = isZone(f.zone) ? undefined : 'write a zone such as America/Chicago';
  const ready =
    f.title.trim() !== '' &&
    !zoneError &&
    !hoursError &&
    !bracketError &&
    f.warrantDays !== '' &&
    POLICIES.every(([k]) => !policyError(k));
  const save = async (): Promise<void> => {
    if (!ready) return;
    const typed = {
      now: caseFields(form.now),
      seen: caseFields(form.seen),
      fields: caseFields(form.fields),
    };
    done(await run(changeCase(of, typed)), form.fields);
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
            value={f[k]}
            onChange={(e) => set({ [k]: e.target.value })}
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
          value={f.warrantDays}
          onChange={(v) => set({ warrantDays: whole(v) })}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
        />
        <NumberInput
          label="Daytime begins (hour)"
          description="Rule 41: 6"
          min={0}
          max={23}
          allowDecimal={false}
          value={f.dayFrom}
          onChange={(v) => set({ dayFrom: whole(v) })}
          error={hoursError}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
        />
        <NumberInput
          label="Daytime ends (hour)"
          description="Rule 41: 22"
          min={1}
          max={24}
          allowDecimal={false}
          value={f.dayUntil}
          onChange={(v) => set({ dayUntil: whole(v) })}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
        />
      </div>
      <Brackets brackets={f.brackets} error={bracketError} onChange={(brackets) => set({ brackets })} />
      <Group mt="sm">
        <Button type="submit" size="xs" disabled={!ready}>
          Save
        </Button>
        <span className="cite">Each default is an assumption; a finding that rests on one says so.</span>
      </Group>
    </form>
  );
}
