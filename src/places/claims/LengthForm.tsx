import { Autocomplete, Select, TextInput } from '@mantine/core';
import { saidLength } from '../../actions/claims';
import { KINDS } from '../../record/vocabulary';
import { draftKey } from '../../store/drafts';
import type { CaseView } from '../../ui/case-view';
import { EntryFrame } from '../../ui/EntryFrame';
import { run } from '../../ui/run';
import { useFields } from '../../ui/use-fields';

const EMPTY = { says: '', source: '', page: '', fromId: '', toId: '', least: '', most: '' };

/** Minutes as they are said, in ms: `12`, `1.5`; null for none. */
const minutes = (text: string): number | null =>
  text.trim() === '' ? null : Math.round(Number(text) * 60_000);
const fault = (text: string): string | undefined =>
  text.trim() === '' || (Number(text) >= 0 && Number(text) < 100_000)
    ? undefined
    : 'write minutes, such as 12 or 1.5';

/** A sentence that says how long something took or what came first: a relation between two entries. */
export function LengthForm({ view, onDone }: { view: CaseView; onDone: () => void }) {
  const { latest } = view;
  const { form, input, set, draft } = useFields(EMPTY, draftKey(latest.case.id, 'claim', 'length'));
  const f = form.fields;
  const rows = latest.events.map((e) => ({
    value: e.id,
    label: `${e.date} ${e.start} ${e.description || KINDS[e.kind].label}`.trim().slice(0, 110),
  }));
  const [min, max] = [minutes(f.least), minutes(f.most)];
  const crossed = min !== null && max !== null && min > max;
  const ready =
    f.says.trim() !== '' &&
    f.source.trim() !== '' &&
    f.fromId !== '' &&
    f.toId !== '' &&
    f.fromId !== f.toId &&
    !crossed &&
    !fault(f.least) &&
    !fault(f.most);
  return (
    <EntryFrame
      label="A sentence on a length or an order"
      ready={ready}
      action="Add"
      note="In minutes, as it is said. With neither a least nor a most it says that the second came after the first."
      below={null}
      draft={draft}
      onSave={() =>
        run(
          saidLength(latest, {
            ...f,
            min: min ?? (max === null ? 0 : null),
            max,
          }),
        )
      }
      onDone={onDone}
    >
      <TextInput label="The sentence" {...input('says')} data-autofocus autoFocus aria-required />
      <Autocomplete
        label="Source"
        aria-required
        {...input('source')}
        data={[...new Set(latest.sources.map((s) => s.name))]}
      />
      <TextInput label="Page" {...input('page')} />
      <Select
        label="From"
        data={rows}
        value={f.fromId || null}
        onChange={(id) => set({ fromId: id ?? '' })}
        searchable
        limit={50}
      />
      <Select
        label="To"
        data={rows}
        value={f.toId || null}
        onChange={(id) => set({ toId: id ?? '' })}
        searchable
        limit={50}
      />
      <TextInput label="At least, min" {...input('least')} error={fault(f.least)} />
      <TextInput
        label="At most, min"
        {...input('most')}
        error={fault(f.most) ?? (crossed ? 'less than the least' : undefined)}
      />
    </EntryFrame>
  );
}
