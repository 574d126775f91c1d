import { Button, MultiSelect, NativeSelect, TextInput } from '@mantine/core';
import { memo, useMemo, useState } from 'react';
import { ownNames } from '../../officers/own-names';
import type { OfficerFigure } from '../../officers/rows';
import { CHOSEN, type Chosen, type StopChoice } from '../../officers/stop-data';
import { dayFault } from '../../time/grammar/date';
import { useFields } from '../../ui/use-fields';
import type { Surveyed } from '../../workers/officers-worker';
import type { Counting } from './counting';
import { useBusy } from './HowFar';
import css from './officers.module.css';

type Values = Partial<Record<Chosen, string[]>>;
const EMPTY = { from: '', to: '', since: '', until: '', notThis: '', hours: '4', measures: 'stop' };

const NONE: string[] = [];

const LABELS: Readonly<Record<Chosen, string>> = {
  officer: 'Officer',
  district: 'District',
  kind: 'Kind of stop',
  outcome: 'Outcome',
};

const COUNT = new Intl.NumberFormat('en-US');
const two = (n: number): string => String(n).padStart(2, '0');
const hour = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

/** The benchmark in a sentence, as every figure names it: what was chosen, and what was not. */
export function choiceSays(c: StopChoice): string {
  const list = (f: Chosen): string => {
    const values = c.values[f];
    if (!values) return f === 'officer' ? 'all officers' : `all ${f}s`;
    const said = values
      .slice(0, 6)
      .map((v) => v || '(blank)')
      .join(' or ');
    return `${f} ${said}${values.length > 6 ? ` or ${values.length - 6} more` : ''}`;
  };
  return [
    ...CHOSEN.map(list),
    c.hours ? `begun ${hour(c.hours[0])} to ${hour(c.hours[1])}` : 'at any hour',
    c.since === '' ? '' : `since ${c.since}`,
    c.until === '' ? '' : `until ${c.until}`,
    `none longer than ${Math.round(c.forgotten / 3_600_000)} h`,
  ]
    .filter(Boolean)
    .join(', ');
}

interface Props {
  /** His name, and how tables and papers write him otherwise. */
  readonly names: readonly string[];
  readonly surveyed: Surveyed;
  readonly columns: Readonly<Record<string, number>>;
  readonly counting: Counting;
  readonly onCount: (choice: StopChoice, measures: OfficerFigure['measures']) => void;
}

/** Which stops are counted: chosen by the attorney, between what stands in the table. Courts turned figures down for the wrong benchmark. */
export const ChoiceForm = memo(function ChoiceForm({ names, surveyed, columns, counting, onCount }: Props) {
  const own = useMemo(
    () =>
      ownNames(
        names,
        surveyed.values.officer.map(([v]) => v),
      ),
    [names, surveyed],
  );
  const offered = useMemo(
    () =>
      CHOSEN.filter((c) => columns[c] !== undefined).map((c) => ({
        field: c,
        data: surveyed.values[c].map(([v, n]) => ({
          value: v,
          label: `${v || '(blank)'} (${COUNT.format(n)})`,
        })),
      })),
    [surveyed, columns],
  );
  const { form, input, set } = useFields({ ...EMPTY, values: { officer: own } as Values });
  const { values, ...f } = form.fields;
  const minute = (text: string): number | null => {
    const m = /^(\d{1,2}):?(\d{2})$/.exec(text.trim());
    return m && Number(m[1]) < 25 && Number(m[2]) < 60 ? Number(m[1]) * 60 + Number(m[2]) : null;
  };
  const [from, to] = [minute(f.from), minute(f.to)];
  const hoursFault = (f.from === '') !== (f.to === '') || (f.from !== '' && (from === null || to === null));
  const limit = Number(f.hours);
  const ready = !hoursFault && !dayFault(f.since) && !dayFault(f.until) && limit > 0 && limit < 1000;
  const count = (): void => {
    const chosen = Object.fromEntries(CHOSEN.flatMap((c) => (values[c]?.length ? [[c, values[c]]] : [])));
    onCount(
      {
        values: chosen,
        hours: from !== null && to !== null ? [from, to] : null,
        since: f.since,
        until: f.until,
        notThis: f.notThis.trim(),
        forgotten: Math.round(limit * 3_600_000),
      },
      f.measures === 'mission' ? 'mission' : 'stop',
    );
  };
  return (
    <form
      className={css['choice']}
      aria-label="Benchmark"
      onSubmit={(e) => {
        e.preventDefault();
        if (ready && !counting.busy()) count();
      }}
    >
      <h3>Benchmark: which stops of {surveyed.rows.toLocaleString('en-US')} rows are counted</h3>
      <div className={css['fields']}>
        {offered.map(({ field: c, data }) => (
          <ChooseMany
            key={c}
            label={LABELS[c]}
            data={data}
            value={values[c] ?? NONE}
            onChange={(v) => set({ values: { ...values, [c]: v } })}
          />
        ))}
        <TextInput
          size="xs"
          label="Begun from"
          placeholder="any hour, or 20:00"
          {...input('from')}
          error={hoursFault ? 'two times, such as 20:00 and 04:00' : undefined}
        />
        <TextInput size="xs" label="Begun before" placeholder="04:00" {...input('to')} />
        <TextInput
          size="xs"
          label="Since"
          placeholder="2022-01-01"
          {...input('since')}
          error={dayFault(f.since)}
        />
        <TextInput
          size="xs"
          label="Until"
          placeholder="2024-03-14"
          {...input('until')}
          error={dayFault(f.until)}
        />
        <TextInput size="xs" label="A timer is forgotten after, h" {...input('hours')} />
        {columns['id'] !== undefined && (
          <TextInput size="xs" label="Number of this case’s own stop" {...input('notThis')} />
        )}
        <NativeSelect
          size="xs"
          label="The lengths are"
          data={[
            { value: 'stop', label: 'of whole stops' },
            { value: 'mission', label: 'from the stop to its paper' },
          ]}
          {...input('measures')}
        />
      </div>
      <CountThem counting={counting} ready={ready} />
    </form>
  );
});

interface ManyProps {
  readonly label: string;
  readonly data: readonly { readonly value: string; readonly label: string }[];
  readonly value: string[];
  readonly onChange: (value: string[]) => void;
}

/** Values of one column: what is chosen stands as words, and the list of all, which is slow to draw, comes when it is asked for. */
function ChooseMany({ label, data, value, onChange }: ManyProps) {
  const [open, setOpen] = useState(false);
  if (open)
    return (
      <MultiSelect
        size="xs"
        label={label}
        placeholder={value.length === 0 ? 'all' : ''}
        data={data}
        value={value}
        onChange={onChange}
        onBlur={() => setOpen(false)}
        autoFocus
        defaultDropdownOpened
        searchable
        limit={60}
      />
    );
  const chosen = data.filter((d) => value.includes(d.value)).map((d) => d.label);
  const says = chosen.slice(0, 4).join(', ') + (chosen.length > 4 ? ` and ${chosen.length - 4} more` : '');
  return (
    <div className={css['many']}>
      <span>{label}</span>
      <button
        type="button"
        aria-label={`${label}: ${says || 'all'}`}
        aria-haspopup="listbox"
        onClick={() => setOpen(true)}
      >
        {says || 'all'}
      </button>
    </div>
  );
}

function CountThem({ counting, ready }: { counting: Counting; ready: boolean }) {
  const busy = useBusy(counting);
  return (
    <Button type="submit" size="compact-sm" mt="sm" disabled={busy || !ready}>
      Count
    </Button>
  );
}
