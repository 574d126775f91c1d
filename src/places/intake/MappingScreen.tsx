import { Group, Paper, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { LAYOUTS, layoutOf } from '../../intake';
import type { Mapping } from '../../intake/layouts/layout';
import { isZone } from '../../record/zone';
import { dayFault } from '../../time/grammar/date';
import { KindField } from '../../ui/KindField';
import { Table } from '../../ui/Table';
import type { TableSummary } from '../../workers/intake-worker';

interface Props {
  readonly table: TableSummary;
  readonly mapping: Mapping;
  /** Words of the kind column that are not in the vocabulary. */
  readonly unknown: readonly string[];
  readonly caseZone: string;
  readonly onChange: (mapping: Mapping) => void;
  /** The header stands on another line; 0 where there is none. */
  readonly onHeader: (line: number) => void;
  /** The table is of another layout: its columns are guessed anew. */
  readonly onLayout: (layout: string) => void;
}

const IGNORE = '';

/** What each column means, with the guess already made; and what holds for rows that state nothing. */
export function MappingScreen(props: Props) {
  const { table, mapping, unknown, caseZone, onChange, onHeader, onLayout } = props;
  const layout = layoutOf(mapping.layout);
  const set = (patch: Partial<Mapping>): void => onChange({ ...mapping, ...patch });
  const roleOf = (column: number): string => {
    const field = Object.entries(mapping.columns).find(([, at]) => at === column)?.[0];
    if (field) return `field ${field}`;
    const m = mapping.moments.findIndex((x) => x.date === column || x.time === column);
    return m >= 0 ? `${mapping.moments[m]?.date === column ? 'date' : 'time'} ${m}` : IGNORE;
  };
  const roles = [
    { value: IGNORE, label: 'leave out' },
    ...layout.fields.map((f) => ({
      value: `field ${f.id}`,
      label: f.required ? `${f.label} (needed)` : f.label,
    })),
    ...mapping.moments.flatMap((m, i) => [
      { value: `date ${i}`, label: `${m.label}: date` },
      { value: `time ${i}`, label: `${m.label}: time` },
    ]),
  ];
  const assign = (column: number, role: string | null): void => {
    const columns = Object.fromEntries(Object.entries(mapping.columns).filter(([, at]) => at !== column));
    const moments = mapping.moments.map((m) => ({
      ...m,
      date: m.date === column ? -1 : m.date,
      time: m.time === column ? -1 : m.time,
    }));
    const [what, name] = (role ?? '').split(' ');
    if (what === 'field' && name) columns[name] = column;
    const at = Number(name);
    if ((what === 'date' || what === 'time') && moments[at]) moments[at] = { ...moments[at], [what]: column };
    set({ columns, moments });
  };
  // Columns left out stand last, together, where they are seen; the order holds while one chooses.
  const [order] = useState(() =>
    [...table.header.keys()].sort(
      (a, b) => Number(roleOf(a) === IGNORE) - Number(roleOf(b) === IGNORE) || a - b,
    ),
  );
  const zoneError =
    mapping.zone === '' || isZone(mapping.zone) ? undefined : 'write America/Chicago, UTC or -05:00';
  const dateError = dayFault(mapping.date);
  return (
    <Paper withBorder p="md" mb="md">
      <Group align="flex-start" gap="md" mb="sm">
        <Select
          label="This table is a"
          data={LAYOUTS.map((l) => ({ value: l.id, label: l.name }))}
          value={mapping.layout}
          onChange={(id) => id && onLayout(id)}
          w={190}
          description={layout.what.split(':')[0]}
          inputWrapperOrder={['label', 'input', 'description']}
        />
        {table.top.length > 0 && (
          <Select
            label="Its header"
            data={[
              ...table.top.map((t) => ({ value: `${t.line}`, label: `line ${t.line}: ${t.text}` })),
              { value: '0', label: 'there is none: every line is a row' },
            ]}
            value={`${table.headerLine}`}
            onChange={(line) => line !== null && onHeader(Number(line))}
            allowDeselect={false}
            w={260}
            comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
          />
        )}
        <TextInput
          label="Day, where a row states none"
          value={mapping.date}
          onChange={(e) => set({ date: e.currentTarget.value })}
          error={dateError}
          placeholder="2024-03-14"
          w={190}
        />
        <TextInput
          label="Zone, where none is stated"
          value={mapping.zone}
          onChange={(e) => set({ zone: e.currentTarget.value })}
          error={zoneError}
          placeholder={`${caseZone}, assumed`}
          w={210}
        />
        <Select
          label="Dates such as 3/4/2024"
          data={[
            { value: 'ask', label: 'are refused' },
            { value: 'mdy', label: 'are month/day' },
            { value: 'dmy', label: 'are day/month' },
          ]}
          value={mapping.dateOrder ?? 'ask'}
          onChange={(v) => set({ dateOrder: v === 'mdy' || v === 'dmy' ? v : null })}
          w={170}
        />
        <TextInput
          label="Clock, where none is named"
          value={mapping.clock}
          onChange={(e) => set({ clock: e.currentTarget.value })}
          placeholder={
            mapping.layout === 'custody-form'
              ? 'Evidence form'
              : mapping.layout === 'dispatch-log'
                ? 'Dispatch'
                : 'name of the file'
          }
          w={190}
        />
        <TextInput
          label="Source, where none is named"
          value={mapping.source}
          onChange={(e) => set({ source: e.currentTarget.value })}
          placeholder={
            mapping.layout === 'custody-form'
              ? 'Custody form'
              : mapping.layout === 'dispatch-log'
                ? 'Dispatch log'
                : 'name of the file'
          }
          w={200}
        />
      </Group>
      <Table
        label="Columns"
        className="mapping"
        rows={order}
        keyOf={(i) => i}
        columns={[
          { head: 'Column', cell: (i) => table.header[i] || `column ${i + 1}` },
          {
            head: 'Means',
            cell: (i) => {
              const out = roleOf(i) === IGNORE && (table.samples[i]?.length ?? 0) > 0;
              return (
                <Select
                  size="xs"
                  aria-label={`Column ${table.header[i] || i + 1} means`}
                  data={roles}
                  value={roleOf(i)}
                  onChange={(r) => assign(i, r)}
                  allowDeselect={false}
                  w={270}
                  {...(out ? { description: 'nothing is made of it' } : {})}
                  inputWrapperOrder={['input', 'description']}
                />
              );
            },
          },
          { head: 'First values', className: 'sample', cell: (i) => table.samples[i]?.join(' · ') },
        ]}
      />
      {unknown.length > 0 && (
        <>
          <div className="overline">Words that are not in the vocabulary</div>
          <Group gap="sm">
            {unknown.slice(0, 30).map((word) => (
              <KindField
                key={word}
                size="xs"
                label={`“${word}” is`}
                value={mapping.kinds[word] ?? 'note'}
                onChange={(k) => set({ kinds: { ...mapping.kinds, [word]: k } })}
                w={190}
              />
            ))}
          </Group>
          {unknown.length > 30 && <p className="cite">and {unknown.length - 30} more, kept as notes</p>}
        </>
      )}
    </Paper>
  );
}
