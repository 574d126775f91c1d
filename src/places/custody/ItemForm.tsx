import { NumberInput, Textarea, TextInput } from '@mantine/core';
import { changeItem, itemFields as fieldsOf, filledBy, samplingOf, weighedOf } from '../../actions/custody';
import type { Item } from '../../record/custody';
import { draftKey } from '../../store/drafts';
import type { CaseView } from '../../ui/case-view';
import { EntryFrame } from '../../ui/EntryFrame';
import { run } from '../../ui/run';
import { useDraftText } from '../../ui/use-draft';
import { useFields } from '../../ui/use-fields';

/** What an item is, and what the laboratory tested of it. */
export function ItemForm({ item, view, onDone }: { item: Item; view: CaseView; onDone: () => void }) {
  const { form, amount, input, draft, set } = useFields(
    fieldsOf(item),
    draftKey(view.latest.case.id, 'item', item.id),
  );
  const f = form.fields;
  const [list, setList] = useDraftText(draftKey(view.latest.case.id, 'weights', item.id));
  const weighed = weighedOf(list);
  const filled = weighed && filledBy(weighed, f);
  const unfit =
    weighed && !filled
      ? weighed.ok
        ? `${weighed.count} weights: write one for each unit that tested positive`
        : weighed.why
      : undefined;
  const read = (text: string): void => {
    setList(text);
    const now = weighedOf(text);
    const fields = now && filledBy(now, f);
    if (fields) set(fields);
  };
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
      onDone={() => {
        setList('');
        onDone();
      }}
    >
      <TextInput
        label="Number"
        {...input('number')}
        error={taken ? 'another item has this number' : undefined}
        autoFocus
      />
      <TextInput label="What it is" {...input('description')} />
      <NumberInput label="Units seized" {...amount('units')} min={0} allowDecimal={false} />
      <NumberInput label="Units tested" {...amount('tested')} min={0} allowDecimal={false} error={wrong} />
      <NumberInput label="of these negative" {...amount('negative')} min={0} allowDecimal={false} />
      <Textarea
        label="Weights of single units, g"
        description="as the report lists them: net weight and spread follow from them"
        value={list}
        onChange={(e) => read(e.currentTarget.value)}
        error={unfit}
        autosize
        minRows={1}
        maxRows={6}
      />
      <NumberInput label="Net weight of the positive ones, g" {...amount('netTested')} min={0} />
      <NumberInput label="Uncertainty ±, g" {...amount('plusMinus')} min={0} />
      <NumberInput
        label="Spread between single units, g"
        description="standard deviation; without it no weight is inferred"
        {...amount('spread')}
        min={0}
      />
      <NumberInput label="Net weight claimed, g" {...amount('netClaimed')} min={0} />
    </EntryFrame>
  );
}
