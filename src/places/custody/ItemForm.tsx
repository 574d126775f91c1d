import { NumberInput, TextInput } from '@mantine/core';
import { changeItem, itemFields as fieldsOf, samplingOf } from '../../actions/custody';
import type { Item } from '../../record/custody';
import { draftKey } from '../../store/drafts';
import type { CaseView } from '../../ui/case-view';
import { EntryFrame } from '../../ui/EntryFrame';
import { run } from '../../ui/run';
import { useFields } from '../../ui/use-fields';

const amount = (v: string | number): number | '' => (typeof v === 'number' ? v : '');

/** What an item is, and what the laboratory tested of it. */
export function ItemForm({ item, view, onDone }: { item: Item; view: CaseView; onDone: () => void }) {
  const { form, set, draft } = useFields(fieldsOf(item), draftKey(view.latest.case.id, 'item', item.id));
  const f = form.fields;
  const given = f.units !== '' || f.tested !== '';
  const sampling = samplingOf(f);
  const wrong =
    given && !sampling
      ? 'units and tested go together'
      : sampling && (sampling.tested > sampling.units || sampling.negative > sampling.tested)
        ? 'no more are tested than there are, and no more negative than tested'
        : undefined;
  const taken = view.latest.items.some(
    (i) => i.id !== item.id && i.number.toLowerCase() === f.number.trim().toLowerCase(),
  );
  const ready = f.number.trim() !== '' && !taken && !wrong;
  const save = () => run(changeItem(item, form));
  return (
    <EntryFrame
      label={`Edit item ${item.number}`}
      ready={ready}
      action="Save"
      note="Weights in g of net weight; the uncertainty is that of the weighing of the tested units."
      draft={draft}
      onSave={save}
      onDone={onDone}
    >
      <TextInput
        label="Number"
        value={f.number}
        onChange={(e) => set({ number: e.currentTarget.value })}
        error={taken ? 'another item has this number' : undefined}
        autoFocus
      />
      <TextInput
        label="What it is"
        value={f.description}
        onChange={(e) => set({ description: e.currentTarget.value })}
      />
      <NumberInput
        label="Units seized"
        value={f.units}
        min={0}
        allowDecimal={false}
        onChange={(v) => set({ units: amount(v) })}
      />
      <NumberInput
        label="Units tested"
        value={f.tested}
        min={0}
        allowDecimal={false}
        onChange={(v) => set({ tested: amount(v) })}
        error={wrong}
      />
      <NumberInput
        label="of these negative"
        value={f.negative}
        min={0}
        allowDecimal={false}
        onChange={(v) => set({ negative: amount(v) })}
      />
      <NumberInput
        label="Net weight of the positive ones, g"
        value={f.netTested}
        min={0}
        onChange={(v) => set({ netTested: amount(v) })}
      />
      <NumberInput
        label="Uncertainty ±, g"
        value={f.plusMinus}
        min={0}
        onChange={(v) => set({ plusMinus: amount(v) })}
      />
      <NumberInput
        label="Spread between single units, g"
        description="standard deviation; without it no weight is inferred"
        value={f.spread}
        min={0}
        onChange={(v) => set({ spread: amount(v) })}
      />
      <NumberInput
        label="Net weight claimed, g"
        value={f.netClaimed}
        min={0}
        onChange={(v) => set({ netClaimed: amount(v) })}
      />
    </EntryFrame>
  );
}
