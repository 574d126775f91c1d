import { Checkbox, MultiSelect, Select, Textarea, TextInput } from '@mantine/core';
import { memo, useCallback, useMemo, useRef, useState } from 'react';
import { sheetSteps } from '../../drawing/lanes/lanes';
import { STICKERS } from '../../exhibits/stickers';
import { type ExhibitPlan, SHEETS, STICKER_COLOURS } from '../../record/paper';
import type { Finding } from '../../rules/finding';
import { printBounds } from '../../time/duration';
import { dayOf, instantsOf, localOf } from '../../time/grammar/zones';
import type { CaseView } from '../../ui/case-view';
import { LongRows, useLongList } from '../../ui/LongRows';
import { useSteps } from '../../ui/use-steps';
import { LABELS } from '../../words/label';
import css from './exhibits.module.css';

interface Props {
  readonly view: CaseView;
  readonly plan: ExhibitPlan;
  readonly onChange: (patch: Partial<ExhibitPlan>) => void;
}

/** `2024-03-14 14:05` in the case's zone. */
const stamp = (t: number | null, zone: string): string => {
  if (t === null) return '';
  const local = localOf(t, zone);
  return `${dayOf(local)} ${new Date(local).toISOString().slice(11, 16)}`;
};

/** What the exhibit shows, and what is printed on it. */
export function ExhibitForm({ view, plan, onChange: change }: Props) {
  const { record, analysis } = view;
  const sheet = useSteps(useCallback(() => sheetSteps(record, analysis), [record, analysis]));
  const lanes = useMemo(() => sheet?.lanes.map((l) => ({ value: l.id, label: l.name })) ?? [], [sheet]);
  const stops = analysis.stops.filter((s) => s.acts.length > 0);
  const last = useRef(change);
  last.current = change;
  const onChange = useCallback((patch: Partial<ExhibitPlan>) => last.current(patch), []);
  return (
    <form className={css['exhibit-form']} aria-label="Exhibit" onSubmit={(e) => e.preventDefault()}>
      <fieldset>
        <legend>On the paper</legend>
        <TextInput
          size="xs"
          label="Title"
          value={plan.title}
          onChange={(e) => onChange({ title: e.currentTarget.value || ' ' })}
        />
        <TextInput
          size="xs"
          label="Court"
          value={plan.caption.court}
          onChange={(e) => onChange({ caption: { ...plan.caption, court: e.currentTarget.value } })}
        />
        <TextInput
          size="xs"
          label="Parties"
          value={plan.caption.parties}
          onChange={(e) => onChange({ caption: { ...plan.caption, parties: e.currentTarget.value } })}
        />
        <TextInput
          size="xs"
          label="Case number"
          value={plan.caption.number}
          onChange={(e) => onChange({ caption: { ...plan.caption, number: e.currentTarget.value } })}
        />
        <Select
          size="xs"
          label="Sticker, as the court wants it"
          description="rules differ from court to court: look at the local rule"
          placeholder="choose a series"
          value={null}
          data={STICKERS.map((s) => s.name)}
          onChange={(name) => {
            const found = STICKERS.find((s) => s.name === name);
            if (found) onChange({ sticker: found.sticker });
          }}
        />
        <div className={css['three']}>
          <TextInput
            size="xs"
            label="It says"
            value={plan.sticker.says}
            onChange={(e) => onChange({ sticker: { ...plan.sticker, says: e.currentTarget.value } })}
          />
          <TextInput
            size="xs"
            label="Mark"
            value={plan.sticker.mark}
            onChange={(e) => onChange({ sticker: { ...plan.sticker, mark: e.currentTarget.value } })}
          />
          <Select
            size="xs"
            label="Color"
            allowDeselect={false}
            value={plan.sticker.colour}
            data={[...STICKER_COLOURS]}
            onChange={(c) =>
              c && onChange({ sticker: { ...plan.sticker, colour: c as ExhibitPlan['sticker']['colour'] } })
            }
          />
        </div>
        <TextInput
          size="xs"
          label="Bates number of its first page"
          placeholder="DOE000120"
          value={plan.bates}
          onChange={(e) => onChange({ bates: e.currentTarget.value })}
        />
        <Select
          size="xs"
          label="Cites"
          allowDeselect={false}
          value={plan.cites}
          data={[
            { value: 'full', label: 'Ex. 3 (Ortiz BWC) at 00:03:15' },
            { value: 'exhibit', label: 'Ex. 3 at 00:03:15' },
            { value: 'bates', label: 'Ex. 3 (Ortiz BWC) at 00:03:15, DOE000012' },
          ]}
          onChange={(c) => c && onChange({ cites: c as ExhibitPlan['cites'] })}
        />
        <Select
          size="xs"
          label="Offered as"
          allowDeselect={false}
          value={plan.use === '' ? 'undecided' : plan.use}
          data={[
            { value: 'undecided', label: 'not decided yet: a summary, or an aid?' },
            { value: 'summary', label: 'a summary (Fed. R. Evid. 1006): evidence of the records’ content' },
            { value: 'aid', label: 'an illustrative aid (Fed. R. Evid. 107): not evidence' },
          ]}
          onChange={(u) => u && onChange({ use: u === 'undecided' ? '' : (u as ExhibitPlan['use']) })}
          error={plan.use === '' ? 'decide before it is handed over' : undefined}
        />
        {plan.use === 'summary' && (
          <Textarea
            size="xs"
            autosize
            label="Where the originals may be examined or copied"
            placeholder="at the office of the public defender, on two days’ notice"
            value={plan.examine}
            onChange={(e) => onChange({ examine: e.currentTarget.value })}
          />
        )}
        <Select
          size="xs"
          label="Paper"
          allowDeselect={false}
          value={plan.sheet}
          data={[...SHEETS]}
          onChange={(s) => s && onChange({ sheet: s as ExhibitPlan['sheet'] })}
        />
        <Checkbox
          size="xs"
          mt={6}
          label="name on its index the entry of the history that it is drawn from, with its hash"
          checked={plan.head}
          onChange={(e) => onChange({ head: e.currentTarget.checked })}
        />
      </fieldset>
      <fieldset>
        <legend>What is shown</legend>
        {stops.length > 1 && (
          <Select
            size="xs"
            label="Stop"
            value={plan.stop || 'all'}
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
            value={plan.from}
            zone={record.case.zone}
            onChange={(from) => onChange({ from })}
          />
          <MomentField
            label="Until"
            value={plan.to}
            zone={record.case.zone}
            onChange={(to) => onChange({ to })}
          />
        </div>
        {record.items.length > 0 && (
          <ItemChoice items={record.items} chosen={plan.items} onChange={onChange} />
        )}
        {record.items.length > 0 && (
          <Checkbox
            size="xs"
            label="no custody at all"
            checked={plan.items?.length === 0}
            onChange={(e) => onChange({ items: e.currentTarget.checked ? [] : null })}
          />
        )}
        <MultiSelect
          size="xs"
          label="Lanes left out of the picture"
          searchable
          clearable
          value={[...plan.hidden]}
          data={lanes}
          onChange={(hidden) => onChange({ hidden })}
        />
        <Select
          size="xs"
          label="Clock of the ruler"
          value={plan.clock || 'case'}
          allowDeselect={false}
          data={[
            { value: 'case', label: `wall clock, ${record.case.zone}` },
            ...record.clocks.map((c) => ({ value: c.id, label: c.name })),
          ]}
          onChange={(c) => c && onChange({ clock: c === 'case' ? '' : c })}
        />
      </fieldset>
      <fieldset>
        <legend>
          Findings ({plan.findings.length} of {analysis.findings.length})
        </legend>
        <FindingChoice all={analysis.findings} chosen={plan.findings} onChange={onChange} />
      </fieldset>
    </form>
  );
}

/** Which findings stand in it. Each letter typed beside them would draw all of them anew. */
const FindingChoice = memo(function FindingChoice({
  all,
  chosen,
  onChange,
}: {
  all: CaseView['analysis']['findings'];
  chosen: readonly string[];
  onChange: Props['onChange'];
}) {
  const list = useLongList({ count: all.length, height: 47, keyOf: (i) => all[i]?.key ?? i, of: all });
  const box = (f: Finding) => (
    <Checkbox
      size="xs"
      label={
        <>
          {f.title}{' '}
          <span className="cite">
            {[LABELS[f.status], f.bounds ? printBounds(f.bounds) : ''].filter(Boolean).join(', ')}
          </span>
        </>
      }
      checked={chosen.includes(f.key)}
      onChange={(e) =>
        onChange({
          findings: e.currentTarget.checked
            ? all.filter((x) => x.key === f.key || chosen.includes(x.key)).map((x) => x.key)
            : chosen.filter((k) => k !== f.key),
        })
      }
    />
  );
  if (all.length === 0) return <p className="cite">The record shows nothing yet that a rule speaks of.</p>;
  return (
    <div ref={list.scroller} className={css['finding-choice']}>
      <LongRows list={list}>
        {(i) => {
          const f = all[i];
          return f && box(f);
        }}
      </LongRows>
    </div>
  );
});

const ItemChoice = memo(function ItemChoice({
  items: all,
  chosen,
  onChange,
}: {
  items: CaseView['record']['items'];
  chosen: ExhibitPlan['items'];
  onChange: Props['onChange'];
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
