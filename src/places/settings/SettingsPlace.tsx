import { Button, Group, Select, TextInput, Title } from '@mantine/core';
import { startTransition, useEffect, useState } from 'react';
import { type CaseFields, changeCase } from '../../actions/case';
import type { Case, Policies } from '../../record/case';
import { isZone } from '../../record/zone';
import { draftKey } from '../../store/drafts';
import { type ChoiceField, GROUPS, NUMBERS, type NumberField, numberFault } from '../../ui/case-numbers';
import type { CaseView } from '../../ui/case-view';
import { DraftNote } from '../../ui/DraftNote';
import { run } from '../../ui/run';
import { useFields } from '../../ui/use-fields';
import { WhoseLaw } from '../../ui/WhoseLaw';
import { Brackets } from './Brackets';
import { OwnLaw } from './OwnLaw';
import { SourceTable } from './SourceTable';
import css from './settings.module.css';

/** What the case has decided, in groups that say what each changes: its names, its court, its stop, its arrest, its custody, its clocks; then its own law and its sources. */
export function SettingsPlace({ view }: { view: CaseView }) {
  return (
    <main className="page" style={{ maxWidth: 1240 }}>
      <Title order={1} size="h2" mb="md">
        Case
      </Title>
      <CaseForm of={view.latest.case} />
      <Title order={2} size="h4" mt="xl" mb="xs">
        Law you have read yourself
      </Title>
      <OwnLaw of={view.latest.case} />
      <Title order={2} size="h4" mt="xl" mb="xs">
        Sources
      </Title>
      <SourceTable view={view} />
    </main>
  );
}

type Fields = Pick<Case, 'title' | 'number' | 'court' | 'zone' | 'choices' | 'brackets'> &
  Record<NumberField['policy'], string>;

const fieldsOf = ({ title, number, court, zone, choices, brackets, policies }: Case): Fields => ({
  title,
  number,
  court,
  zone,
  choices,
  brackets,
  ...(Object.fromEntries(NUMBERS.map((n) => [n.policy, String(policies[n.policy] / n.unit)])) as Record<
    NumberField['policy'],
    string
  >),
});

/** @param hoursEntered whether somebody had entered the hours of the day before */
const caseFields = (f: Fields, hoursEntered: boolean): CaseFields => ({
  title: f.title,
  number: f.number,
  court: f.court,
  zone: f.zone,
  choices: f.choices,
  brackets: f.brackets,
  policies: {
    ...Object.fromEntries(NUMBERS.map((n) => [n.policy, Math.round(Number(f[n.policy]) * n.unit)])),
    hoursEntered,
  } as Partial<Policies>,
});

function CaseForm({ of }: { of: Case }) {
  const { form, input, set, done, draft } = useFields(fieldsOf(of), draftKey(of.id, 'case', of.id));
  // Group by group: all at once they hold the page for a quarter of a second.
  const [made, setMade] = useState(0);
  useEffect(() => {
    if (made < GROUPS.length) startTransition(() => setMade(made + 1));
  }, [made]);
  const f = form.fields;
  const bracketError = f.brackets.some((b) => b.name.trim() === '') ? 'each bracket needs a name' : undefined;
  const zoneError = isZone(f.zone) ? undefined : 'write a zone such as America/Chicago';
  const ready =
    f.title.trim() !== '' && !zoneError && !bracketError && NUMBERS.every((n) => !numberError(n, f));
  const save = async (): Promise<void> => {
    if (!ready) return;
    const { hoursEntered } = of.policies;
    const touched = f.dayFrom !== form.seen.dayFrom || f.dayUntil !== form.seen.dayUntil;
    const typed = {
      now: caseFields(form.now, hoursEntered),
      seen: caseFields(form.seen, hoursEntered),
      fields: caseFields(f, hoursEntered || touched),
    };
    done(await run(changeCase(of, typed)), f);
  };
  return (
    <form
      className={`entry-form ${css['case-form']}`}
      aria-label="Case settings"
      onSubmit={(e) => {
        e.preventDefault();
        void save();
      }}
    >
      <DraftNote at={draft.at} onDrop={draft.drop} />
      <fieldset>
        <legend>The case and its court</legend>
        <p className="cite">
          What binds that court is shown as binding beside each finding, what is against us first. Until it is
          chosen, only the Supreme Court binds.
        </p>
        <div className="entry-fields">
          <TextInput label="Name" {...input('title')} />
          <TextInput label="Case number" {...input('number')} />
          <TextInput label="Court" {...input('court')} />
          <TextInput label="Time zone of the case" {...input('zone')} error={zoneError} />
          <WhoseLaw
            of={f.choices}
            label="Whose law binds"
            description="changes: the standing of law, and the few findings on which courts differ"
            onChange={(court) => set({ choices: { ...f.choices, ...court } })}
          />
        </div>
      </fieldset>
      {GROUPS.slice(0, made).map((g) => (
        <fieldset key={g.id}>
          <legend>{g.title}</legend>
          <p className="cite">{g.says}</p>
          <div className="entry-fields">
            {g.fields.map((field) =>
              'choice' in field ? (
                <ChoiceInput
                  key={field.choice}
                  field={field}
                  value={f.choices[field.choice]}
                  onChange={(v) => set({ choices: { ...f.choices, [field.choice]: v } })}
                />
              ) : (
                <TextInput
                  key={field.policy}
                  label={`${field.label} (${field.called})`}
                  description={`changes: ${field.changes}`}
                  value={f[field.policy]}
                  onChange={(e) => set({ [field.policy]: e.target.value })}
                  error={numberError(field, f)}
                  inputWrapperOrder={['label', 'input', 'description', 'error']}
                />
              ),
            )}
          </div>
          {g.id === 'arrest' && f.choices.forum === 'state' && !of.policies.hoursEntered && (
            <p className="cite">
              The hours of the day are those of Rule 41: the state’s own are not entered.
            </p>
          )}
          {g.id === 'custody' && (
            <Brackets brackets={f.brackets} error={bracketError} onChange={(brackets) => set({ brackets })} />
          )}
        </fieldset>
      ))}
      <Group mt="sm">
        <Button type="submit" size="xs" disabled={!ready}>
          Save
        </Button>
        <span className="cite">Each default is an assumption; a finding that rests on one says so.</span>
      </Group>
    </form>
  );
}

function ChoiceInput({
  field,
  value,
  onChange,
}: {
  field: ChoiceField;
  value: string;
  onChange: (value: string) => void;
}) {
  return (
    <Select
      label={field.label}
      description={`changes: ${field.changes}`}
      value={value}
      allowDeselect={false}
      data={Object.entries(field.values).map(([v, label]) => ({ value: v, label }))}
      onChange={(v) => onChange(v ?? '')}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
    />
  );
}

/** What is wrong with a number as it is typed; undefined where nothing is. */
const numberError = (n: NumberField, f: Fields): string | undefined =>
  numberFault(n, f[n.policy]) ??
  (n.called === 'h' && n.unit === 1 && Number(f.dayFrom) >= Number(f.dayUntil)
    ? 'the earlier hour first'
    : undefined);
