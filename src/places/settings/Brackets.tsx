import { Button, Group, NumberInput, Select, TextInput } from '@mantine/core';
import type { Bracket } from '../../record/case';
import css from './settings.module.css';

interface Props {
  readonly brackets: readonly Bracket[];
  readonly error: string | undefined;
  readonly onChange: (brackets: Bracket[]) => void;
}

/** The quantity brackets of the charge: typed from the statute, lowest first. Weights in g of net weight. */
export function Brackets({ brackets, error, onChange }: Props) {
  const set = (at: number, patch: Partial<Bracket>): void =>
    onChange(brackets.map((b, i) => (i === at ? { ...b, ...patch } : b)));
  return (
    <fieldset className={css['brackets']}>
      <legend>Quantity brackets of the charge</legend>
      {brackets.map((b, i) => (
        <Group key={i} gap="xs" align="flex-end" mb={6}>
          <TextInput
            size="xs"
            label="Called"
            value={b.name}
            onChange={(e) => set(i, { name: e.currentTarget.value })}
            style={{ flex: 1, maxWidth: 320 }}
          />
          <NumberInput
            size="xs"
            label="over (g)"
            min={0}
            value={b.over}
            onChange={(v) => set(i, { over: typeof v === 'number' ? v : 0 })}
            w={110}
          />
          <Button
            size="xs"
            variant="subtle"
            color="gray"
            onClick={() => onChange(brackets.filter((_, k) => k !== i))}
            aria-label={`Take out the bracket ${b.name || i + 1}`}
          >
            ✕
          </Button>
        </Group>
      ))}
      {error && <p className="bad">{error}</p>}
      <Group gap="xs">
        <Button
          size="xs"
          variant="default"
          onClick={() => onChange([...brackets, { name: '', over: (brackets.at(-1)?.over ?? 0) + 1 }])}
        >
          Add a bracket
        </Button>
        <Select
          size="xs"
          w={260}
          aria-label="Choose from the table"
          placeholder="or choose from the table"
          value={null}
          data={TABLE.map((t) => ({ value: t.name, label: t.name }))}
          onChange={(v) => {
            const chosen = TABLE.find((t) => t.name === v);
            if (chosen)
              onChange(chosen.over.map((over) => ({ name: `over ${over} g (${chosen.name})`, over })));
          }}
        />
      </Group>
      <p className="cite">
        Enter the thresholds of the statute charged, in net weight. The table is a starting point from memory:
        verify every figure before filing.
      </p>
    </fieldset>
  );
}

/** Round figures that many statutes use; no citation stands behind them, and the screen says so. */
const TABLE: readonly { readonly name: string; readonly over: readonly number[] }[] = [
  { name: '1, 5 and 28 g', over: [1, 5, 28] },
  { name: '5, 50 and 500 g', over: [5, 50, 500] },
  { name: '28, 280 g', over: [28, 280] },
  { name: '100 g, 1 kg', over: [100, 1000] },
  { name: '500 g, 5 kg', over: [500, 5000] },
];
