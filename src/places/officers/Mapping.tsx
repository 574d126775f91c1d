import { Button, NativeSelect } from '@mantine/core';
import { memo, useCallback, useMemo } from 'react';
import { STOP_DATA, type StopMapping } from '../../officers/stop-data';
import type { StopTable } from '../../workers/officers-worker';
import type { Counting } from './counting';
import { useBusy } from './HowFar';
import css from './officers.module.css';

const UNITS = [
  { value: '60000', label: 'minutes' },
  { value: '1000', label: 'seconds' },
  { value: '3600000', label: 'hours' },
];
const ORDERS = [
  { value: 'mdy', label: 'are month/day' },
  { value: 'dmy', label: 'are day/month' },
];

interface Props {
  readonly name: string;
  readonly table: StopTable;
  readonly mapping: StopMapping;
  readonly surveyed: boolean;
  readonly counting: Counting;
  readonly onChange: (change: (was: StopMapping) => StopMapping) => void;
  readonly onNext: () => void;
}

/** What each column means, guessed by its heading and first values. */
export const Mapping = memo(function Mapping(props: Props) {
  const { name, table, mapping, surveyed, counting, onChange, onNext } = props;
  const { columns } = mapping;
  const data = useMemo(
    () => [
      { value: '', label: 'not in the table' },
      ...table.header.map((h, i) => ({ value: `${i}`, label: h || `column ${i + 1}` })),
    ],
    [table],
  );
  const set = useCallback(
    (field: string, value: string): void =>
      onChange((was) => {
        const { [field]: _, ...rest } = was.columns;
        return { ...was, columns: value === '' ? rest : { ...rest, [field]: Number(value) } };
      }),
    [onChange],
  );
  const lengths =
    columns['length'] !== undefined || (columns['start'] !== undefined && columns['end'] !== undefined);
  return (
    <details className={css['mapping']} open={!surveyed}>
      <summary>Columns of {name}</summary>
      <div className={css['fields']}>
        {STOP_DATA.map(({ id, label }) => {
          const at = columns[id];
          const sample = at === undefined ? '' : (table.samples[at]?.join(' · ') ?? '');
          return <Column key={id} {...{ id, label, at, sample, data }} onSet={set} />;
        })}
        <NativeSelect
          size="xs"
          label="A length counts"
          data={UNITS}
          value={`${mapping.unit}`}
          onChange={({ currentTarget: { value } }) => onChange((was) => ({ ...was, unit: Number(value) }))}
        />
        <NativeSelect
          size="xs"
          label="Dates such as 3/4/2024"
          data={ORDERS}
          value={mapping.dateOrder ?? 'mdy'}
          onChange={({ currentTarget: { value } }) =>
            onChange((was) => ({ ...was, dateOrder: value === 'dmy' ? 'dmy' : 'mdy' }))
          }
        />
      </div>
      <Next counting={counting} ready={lengths} onNext={onNext} />
      {!lengths && (
        <span className="cite"> A column of lengths is needed, or those of beginning and end.</span>
      )}
    </details>
  );
});

interface ColumnProps {
  readonly id: string;
  readonly label: string;
  readonly at: number | undefined;
  readonly sample: string;
  readonly data: readonly { readonly value: string; readonly label: string }[];
  readonly onSet: (field: string, value: string) => void;
}

/** One meaning and its column, by the browser's own list: fifteen of Mantine's were drawn in a quarter of a second. */
const Column = memo(function Column({ id, label, at, sample, data, onSet }: ColumnProps) {
  return (
    <NativeSelect
      size="xs"
      label={label}
      value={at === undefined ? '' : `${at}`}
      description={sample || ' '}
      inputWrapperOrder={['label', 'input', 'description']}
      onChange={(e) => onSet(id, e.currentTarget.value)}
    >
      {data.map((d) => (
        <option key={d.value} value={d.value}>
          {d.label}
        </option>
      ))}
    </NativeSelect>
  );
});

function Next({ counting, ready, onNext }: { counting: Counting; ready: boolean; onNext: () => void }) {
  const busy = useBusy(counting);
  return (
    <Button size="compact-sm" mt="sm" disabled={busy || !ready} onClick={onNext}>
      Look through it
    </Button>
  );
}
