import { Checkbox, MultiSelect, Select, TextInput } from '@mantine/core';
import { memo, useState } from 'react';
import type { ExhibitPlan } from '../../record/paper';
import { dayOf, instantsOf, localOf } from '../../time/grammar/zones';
import type { CaseView } from '../../ui/case-view';
import css from './exhibits.module.css';

type OnChange = (patch: Partial<ExhibitPlan>) => void;

/** `2024-03-14 14:05` in the case's zone. */
const stamp = (t: number | null, zone: string): string => {
  if (t === null) return '';
  const local = localOf(t, zone);
  return `${dayOf(local)} ${new Date(local).toISOString().slice(11, 16)}`;
};

/** What of the case stands in it. Each letter typed beside it would draw all its choices anew. */
export const WhatIsShown = memo(function WhatIsShown({
  record,
  lanes,
  stops,
  stop,
  from,
  to,
  items,
  hidden,
  clock,
  onChange,
}: Pick<ExhibitPlan, 'stop' | 'from' | 'to' | 'items' | 'hidden' | 'clock'> & {
  readonly record: CaseView['record'];
  readonly lanes: readonly { readonly value: string; readonly label: string }[];
  readonly stops: CaseView['analysis']['stops'];
  readonly onChange: OnChange;
}) {
  return (
    <fieldset>
      <legend>What is shown</legend>
      {stops.length > 1 && (
        <Select
          size="xs"
          label="Stop"
          value={stop || 'all'}
          allowDeselect={false}
          data={[
            { value: 'all', label: 'every stop' },
            ...stops.map((s, i) => ({ value: s.key, label: `stop ${i + 1}, ${s.acts.length} entries` })),
          ]}
          onChange={(s) => s && onChange({ stop: s === 'all' ? '' : s })}
        />
      )}
      <div className={css['two']}>
        <MomentField
          label="From"
          value={from}
          zone={record.case.zone}
          onChange={(t) => onChange({ from: t })}
        />
        <MomentField label="Until" value={to} zone={record.case.zone} onChange={(t) => onChange({ to: t })} />
      </div>
      {record.items.length > 0 && <ItemChoice items={record.items} chosen={items} onChange={onChange} />}
      {record.items.length > 0 && (
        <Checkbox
          size="xs"
          label="no custody at all"
          checked={items?.length === 0}
          onChange={(e) => onChange({ items: e.currentTarget.checked ? [] : null })}
        />
      )}
      <MultiSelect
        size="xs"
        label="Lanes left out of the picture"
        searchable
        clearable
        value={[...hidden]}
        data={[...lanes]}
        onChange={(h) => onChange({ hidden: h })}
      />
      <Select
        size="xs"
        label="Clock of the ruler"
        value={clock || 'case'}
        allowDeselect={false}
        data={[
          { value: 'case', label: `wall clock, ${record.case.zone}` },
          ...record.clocks.map((c) => ({ value: c.id, label: c.name })),
        ]}
        onChange={(c) => c && onChange({ clock: c === 'case' ? '' : c })}
      />
    </fieldset>
  );
});

const ItemChoice = memo(function ItemChoice({
  items: all,
  chosen,
  onChange,
}: {
  items: CaseView['record']['items'];
  chosen: ExhibitPlan['items'];
  onChange: OnChange;
}) {
  return (
    <MultiSelect
      size="xs"
      label="Items of evidence"
      placeholder={chosen === null ? 'all of them' : ''}
      searchable
      clearable
      value={chosen === null ? [] : [...chosen]}
      data={all
        .slice(0, 500)
        .map((i) => ({ value: i.id, label: `${i.number} ${i.description}`.slice(0, 80) }))}
      onChange={(items) => onChange({ items: items.length === 0 ? null : items })}
    />
  );
});

/** A moment typed as `2024-03-14 14:05` in the case's zone; empty for open. */
function MomentField({
  label,
  value,
  zone,
  onChange,
}: {
  label: string;
  value: number | null;
  zone: string;
  onChange: (t: number | null) => void;
}) {
  const [text, setText] = useState(() => stamp(value, zone));
  const parse = (t: string): number | null | undefined => {
    if (t.trim() === '') return null;
    const m = /^(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):?(\d\d))?$/.exec(t.trim());
    if (!m) return undefined;
    const local = Date.UTC(
      Number(m[1]),
      Number(m[2]) - 1,
      Number(m[3]),
      Number(m[4] ?? 0),
      Number(m[5] ?? 0),
    );
    if (Number.isNaN(local)) return undefined;
    return instantsOf(local, zone)[0];
  };
  return (
    <TextInput
      size="xs"
      label={label}
      placeholder="2024-03-14 14:05"
      value={text}
      error={parse(text) === undefined ? 'a day and a time: 2024-03-14 14:05' : undefined}
      onChange={(e) => {
        setText(e.currentTarget.value);
        const t = parse(e.currentTarget.value);
        if (t !== undefined) onChange(t);
      }}
    />
  );
}
