import { Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import { memo, useCallback, useMemo } from 'react';
import { sheetSteps } from '../../drawing/lanes/lanes';
import { STICKERS } from '../../exhibits/stickers';
import { type ExhibitPlan, SHEETS, STICKER_COLOURS } from '../../record/paper';
import type { Finding } from '../../rules/finding';
import { printBounds } from '../../time/duration';
import type { CaseView } from '../../ui/case-view';
import { LongRows, useLongList } from '../../ui/LongRows';
import { usePrinting } from '../../ui/use-printing';
import { useSteps } from '../../ui/use-steps';
import { LABELS } from '../../words/label';
import css from './exhibits.module.css';
import { WhatIsShown } from './WhatIsShown';

interface Props {
  readonly view: CaseView;
  readonly plan: ExhibitPlan;
  readonly onChange: (patch: Partial<ExhibitPlan>) => void;
}

/** What the exhibit shows, and what is printed on it. */
export function ExhibitForm({ view, plan, onChange }: Props) {
  const { record, analysis } = view;
  const sheet = useSteps(useCallback(() => sheetSteps(record, analysis), [record, analysis]));
  const lanes = useMemo(() => sheet?.lanes.map((l) => ({ value: l.id, label: l.name })) ?? [], [sheet]);
  const stops = useMemo(() => analysis.stops.filter((s) => s.acts.length > 0), [analysis]);
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
      <WhatIsShown
        {...{ record, lanes, stops, onChange }}
        stop={plan.stop}
        from={plan.from}
        to={plan.to}
        items={plan.items}
        hidden={plan.hidden}
        clock={plan.clock}
      />
      <fieldset>
        <legend>
          Findings ({plan.findings.length} of {analysis.findings.length})
        </legend>
        <FindingChoice all={analysis.findings} chosen={plan.findings} onChange={onChange} />
      </fieldset>
    </form>
  );
}

/** Which findings stand in it; on paper those alone. Each letter typed beside them would draw all of them anew. */
const FindingChoice = memo(function FindingChoice({
  all: every,
  chosen,
  onChange,
}: {
  all: CaseView['analysis']['findings'];
  chosen: readonly string[];
  onChange: Props['onChange'];
}) {
  const printing = usePrinting();
  const all = printing ? every.filter((f) => chosen.includes(f.key)) : every;
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
            ? every.filter((x) => x.key === f.key || chosen.includes(x.key)).map((x) => x.key)
            : chosen.filter((k) => k !== f.key),
        })
      }
    />
  );
  if (every.length === 0) return <p className="cite">The record shows nothing yet that a rule speaks of.</p>;
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
