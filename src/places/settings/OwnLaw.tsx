import { Button, Group, MultiSelect, Select, TextInput } from '@mantine/core';
import { hasLength, isNotEmpty, matches, useForm } from '@mantine/form';
import { useState } from 'react';
import { changeOwnLaw } from '../../actions/case';
import type { Case } from '../../record/case';
import { CIRCUITS, STATE_NAMES } from '../../record/choices';
import { newId } from '../../record/ids';
import { RULES } from '../../rules';
import { CIRCUIT_LAW } from '../../rules/law/circuits';
import { draftKey } from '../../store/drafts';
import { DraftNote } from '../../ui/DraftNote';
import { run } from '../../ui/run';
import { today } from '../../ui/today';
import { useDraft } from '../../ui/use-draft';

const COURTS = [
  { value: 'us', label: 'United States' },
  ...CIRCUITS.map((c) => ({ value: c, label: CIRCUIT_LAW[c].name })),
  ...[...STATE_NAMES].map(([code, name]) => ({ value: `st-${code}`, label: name })),
];
const LOWERED = [
  { value: '', label: 'published, the highest court or a circuit' },
  { value: 'appellate', label: 'published, an appellate court' },
  { value: 'trial', label: 'a trial court' },
  { value: 'unpublished', label: 'unpublished' },
  { value: 'statute', label: 'a statute' },
  { value: 'rule', label: 'a rule' },
] as const;
const SIDES = [
  { value: 'for', label: 'for us' },
  { value: 'against', label: 'against us' },
  { value: 'both', label: 'both' },
] as const;

const EMPTY: Omit<Case['law'][number], 'id' | 'read'> = {
  cite: '',
  short: '',
  holding: '',
  court: 'us',
  lowered: '',
  side: 'for',
  rules: [],
};

/** Authorities that the attorney read and added to this case, each with the day: they stand beside the findings she names, on the screen and on paper. */
export function OwnLaw({ of }: { of: Case }) {
  const [open, setOpen] = useState(false);
  const form = useForm({
    initialValues: { ...EMPTY, read: today() },
    transformValues: (f) => ({ ...f, cite: f.cite.trim(), short: f.short.trim(), holding: f.holding.trim() }),
    validate: {
      cite: isNotEmpty(),
      short: isNotEmpty(),
      holding: isNotEmpty(),
      rules: hasLength({ min: 1 }),
      read: matches(/^\d{4}-\d\d-\d\d$/),
    },
  });
  const draft = useDraft(draftKey(of.id, 'law'), open && form.isDirty() ? form.values : null, (found) => {
    setOpen(true);
    form.setValues(found as typeof form.values);
  });
  const leave = (): void => {
    draft.drop();
    form.setValues({ ...EMPTY, read: today() });
    setOpen(false);
  };
  const add = async (f: typeof form.values): Promise<void> => {
    await run(changeOwnLaw(of, [...of.law, { ...f, id: newId() }], `Law added: ${f.short}`));
    leave();
  };
  return (
    <>
      {of.law.length === 0 && !open && (
        <p className="cite">
          None yet. What you add stands beside the findings you name, with the day on which you read it.
        </p>
      )}
      <ul className="premises">
        {of.law.map((a) => (
          <li key={a.id}>
            <strong>{a.cite}</strong> {a.holding} <span className="cite">Read {a.read}.</span>{' '}
            <Button
              size="compact-xs"
              variant="subtle"
              color="gray"
              aria-label={`Take out ${a.short}`}
              onClick={() =>
                void run(
                  changeOwnLaw(
                    of,
                    of.law.filter((x) => x.id !== a.id),
                    `Law taken out: ${a.short}`,
                  ),
                )
              }
            >
              Take out
            </Button>
          </li>
        ))}
      </ul>
      {open ? (
        <form
          className="entry-form"
          aria-label="Law you have read"
          onSubmit={form.onSubmit((f) => void add(f))}
        >
          <DraftNote at={draft.at} onDrop={leave} />
          <div className="entry-fields">
            <TextInput
              label="Cite"
              placeholder="State v. Doe, 1 P.3d 1 (Idaho 2026)"
              {...form.getInputProps('cite')}
            />
            <TextInput label="Called" placeholder="Doe" {...form.getInputProps('short')} />
            <Select
              label="Court"
              searchable
              allowDeselect={false}
              data={COURTS}
              {...form.getInputProps('court')}
            />
            <Select
              label="What it is"
              allowDeselect={false}
              data={[...LOWERED]}
              {...form.getInputProps('lowered')}
            />
            <Select label="Side" allowDeselect={false} data={[...SIDES]} {...form.getInputProps('side')} />
            <TextInput label="Read on" {...form.getInputProps('read')} />
          </div>
          <TextInput mt="xs" label="What it holds, in your words" {...form.getInputProps('holding')} />
          <MultiSelect
            mt="xs"
            label="Beside which findings"
            searchable
            data={RULES.map((r) => ({ value: r.id, label: r.name }))}
            {...form.getInputProps('rules')}
          />
          <Group mt="sm">
            <Button type="submit" size="xs" disabled={!form.isValid()}>
              Add
            </Button>
            <Button size="xs" variant="subtle" color="gray" onClick={leave}>
              Cancel
            </Button>
          </Group>
        </form>
      ) : (
        <Button size="xs" variant="light" onClick={() => setOpen(true)}>
          Add an authority
        </Button>
      )}
    </>
  );
}
