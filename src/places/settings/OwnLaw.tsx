import { Button, Group, MultiSelect, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { changeOwnLaw } from '../../actions/case';
import type { Case } from '../../record/case';
import { CIRCUITS, STATE_NAMES } from '../../record/choices';
import { newId } from '../../record/ids';
import { RULES } from '../../rules';
import { CIRCUIT_LAW } from '../../rules/law/circuits';
import { run } from '../../ui/run';
import { today } from '../../ui/today';

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

const EMPTY = {
  cite: '',
  short: '',
  holding: '',
  court: 'us',
  lowered: '',
  side: 'for',
  rules: [] as string[],
};

/** Authorities that the attorney read and added to this case, each with the day: they stand beside the findings she names, on the screen and on paper. */
export function OwnLaw({ of }: { of: Case }) {
  const [open, setOpen] = useState(false);
  const [f, setF] = useState({ ...EMPTY, read: today() });
  const set = (patch: Partial<typeof f>): void => setF((old) => ({ ...old, ...patch }));
  const ready =
    [f.cite, f.short, f.holding].every((s) => s.trim() !== '') &&
    f.rules.length > 0 &&
    /^\d{4}-\d\d-\d\d$/.test(f.read);
  const add = async (): Promise<void> => {
    const lowered = LOWERED.find((l) => l.value === f.lowered)?.value ?? '';
    const side = SIDES.find((s) => s.value === f.side)?.value ?? 'both';
    const row = {
      ...f,
      id: newId(),
      lowered,
      side,
      cite: f.cite.trim(),
      short: f.short.trim(),
      holding: f.holding.trim(),
    };
    await run(changeOwnLaw(of, [...of.law, row], `Law added: ${row.short}`));
    setF({ ...EMPTY, read: today() });
    setOpen(false);
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
          onSubmit={(e) => {
            e.preventDefault();
            if (ready) void add();
          }}
        >
          <div className="entry-fields">
            <TextInput
              label="Cite"
              placeholder="State v. Doe, 1 P.3d 1 (Idaho 2026)"
              value={f.cite}
              onChange={(e) => set({ cite: e.currentTarget.value })}
            />
            <TextInput
              label="Called"
              placeholder="Doe"
              value={f.short}
              onChange={(e) => set({ short: e.currentTarget.value })}
            />
            <Select
              label="Court"
              searchable
              allowDeselect={false}
              data={COURTS}
              value={f.court}
              onChange={(v) => set({ court: v ?? 'us' })}
            />
            <Select
              label="What it is"
              allowDeselect={false}
              data={[...LOWERED]}
              value={f.lowered}
              onChange={(v) => set({ lowered: v ?? '' })}
            />
            <Select
              label="Side"
              allowDeselect={false}
              data={[...SIDES]}
              value={f.side}
              onChange={(v) => set({ side: v ?? 'both' })}
            />
            <TextInput
              label="Read on"
              value={f.read}
              onChange={(e) => set({ read: e.currentTarget.value })}
            />
          </div>
          <TextInput
            mt="xs"
            label="What it holds, in your words"
            value={f.holding}
            onChange={(e) => set({ holding: e.currentTarget.value })}
          />
          <MultiSelect
            mt="xs"
            label="Beside which findings"
            searchable
            data={RULES.map((r) => ({ value: r.id, label: r.name }))}
            value={f.rules}
            onChange={(rules) => set({ rules })}
          />
          <Group mt="sm">
            <Button type="submit" size="xs" disabled={!ready}>
              Add
            </Button>
            <Button size="xs" variant="subtle" color="gray" onClick={() => setOpen(false)}>
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
