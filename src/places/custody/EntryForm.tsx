import { Autocomplete, NumberInput, Select, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { fresh } from '../../actions/act';
import { handOverFields, type Signed, saveHandOver, unitOf } from '../../actions/custody';
import type { CustodyEntry } from '../../record/custody';
import { draftKey } from '../../store/drafts';
import { dayFault } from '../../time/grammar/date';
import type { CaseView } from '../../ui/case-view';
import { EntryFrame } from '../../ui/EntryFrame';
import { run } from '../../ui/run';
import { TimeField, understoodTime } from '../../ui/TimeField';
import { useFields } from '../../ui/use-fields';

/** One hand-over with both its ends. */
export function EntryForm({
  view,
  entry,
  onDone,
}: {
  view: CaseView;
  entry: CustodyEntry | null;
  onDone: () => void;
}) {
  const { latest } = view;
  const last = latest.custody.at(-1);
  const opened = useRef(handOverFields(latest, entry));
  const { form, amount, input, set, draft } = useFields(
    entry ? handOverFields(latest, entry) : opened.current,
    draftKey(latest.case.id, 'hand-over', entry?.id),
  );
  const f = form.fields;
  const clock = latest.clocks.find((c) => c.id === (entry ?? last)?.clockId);
  const zone = clock?.zone || latest.case.zone;
  const none = new Set<string>();
  const about = latest.case.policies.approximate;
  const timeOk = (text: string, date: string): boolean =>
    text.trim() === '' || understoodTime(text, date, zone, none, about).ok;
  const ready =
    f.item.trim() !== '' &&
    (f.releasedBy !== '' || f.receivedBy !== '') &&
    dayFault(f.releasedDate) === undefined &&
    dayFault(f.receivedDate) === undefined &&
    timeOk(f.releasedAt, f.releasedDate) &&
    timeOk(f.receivedAt, f.receivedDate) &&
    f.source.trim() !== '';
  const [told, setTold] = useState('');
  const save = () => run(saveHandOver(latest, entry, entry ? form : fresh(f), clock));
  // The next one begins where this one ended: same item, in the hands of who received it.
  const onNext = (): void => {
    opened.current = {
      ...f,
      releasedBy: f.receivedBy,
      releasedDate: f.receivedDate,
      releasedAt: '',
      receivedBy: '',
      receivedAt: '',
      purpose: '',
      place: '',
      hash: '',
      photo: '',
      sealState: '',
      gross: '',
      net: '',
      plusMinus: '',
      count: '',
    };
    draft.drop();
    setTold(`Item ${f.item}, ${f.receivedBy || f.releasedBy}: in the record.`);
  };
  const signs = [
    { value: 'yes', label: 'signed' },
    { value: 'no', label: 'not signed' },
    { value: 'none', label: 'no place for it' },
  ];
  const hands = [...new Set(latest.custody.flatMap((c) => [c.releasedBy, c.receivedBy]).filter(Boolean))];
  return (
    <EntryFrame
      label={entry ? 'Edit the hand-over' : 'New hand-over'}
      ready={ready}
      action={entry ? 'Save' : 'Add'}
      note={`${told} Leave empty what the form leaves empty: the rules speak of it.`.trim()}
      draft={draft}
      onSave={save}
      onDone={onDone}
      {...(entry ? {} : { onSaved: onNext })}
    >
      <Autocomplete
        label="Item"
        aria-required
        {...input('item')}
        data={[...new Set(latest.items.map((i) => i.number))]}
        disabled={entry !== null}
        autoFocus={entry === null}
        openOnFocus={false}
      />
      <Autocomplete
        label="Released by"
        {...input('releasedBy')}
        data={hands}
        autoFocus={entry !== null}
        openOnFocus={false}
      />
      <TextInput label="Date released" {...input('releasedDate')} error={dayFault(f.releasedDate)} />
      <TimeField
        label="Time released"
        data-next
        {...input('releasedAt')}
        date={f.releasedDate}
        zone={zone}
        refs={none}
        approximate={about}
        optional
      />
      <Select
        label="Signature, released"
        data={signs}
        value={f.releasedSigned}
        onChange={(v) => set({ releasedSigned: (v ?? 'none') as Signed })}
      />
      <Autocomplete label="Received by" {...input('receivedBy')} data={hands} />
      <TextInput label="Date received" {...input('receivedDate')} error={dayFault(f.receivedDate)} />
      <TimeField
        label="Time received"
        {...input('receivedAt')}
        date={f.receivedDate}
        zone={zone}
        refs={none}
        approximate={about}
        optional
      />
      <Select
        label="Signature, received"
        data={signs}
        value={f.receivedSigned}
        onChange={(v) => set({ receivedSigned: (v ?? 'none') as Signed })}
      />
      <TextInput label="Purpose" {...input('purpose')} />
      <Autocomplete
        label="Place"
        {...input('place')}
        data={[...new Set(latest.custody.map((c) => c.place).filter(Boolean))]}
        placeholder="Locker 7"
      />
      <TextInput label="Seal" {...input('seal')} />
      <Select
        label="Seal found"
        data={[
          { value: '', label: 'not said' },
          { value: 'intact', label: 'intact' },
          { value: 'broken', label: 'broken' },
        ]}
        value={f.sealState}
        onChange={(v) => set({ sealState: v === 'broken' || v === 'intact' ? v : '' })}
        allowDeselect={false}
      />
      <NumberInput label={`Gross weight, ${unitOf(entry, 'gross')}`} {...amount('gross')} min={0} />
      <NumberInput label={`Net weight, ${unitOf(entry, 'net')}`} {...amount('net')} min={0} />
      <NumberInput label={`Scale uncertainty ±, ${unitOf(entry, 'net')}`} {...amount('plusMinus')} min={0} />
      <NumberInput label="Count" {...amount('count')} min={0} allowDecimal={false} />
      <TextInput label="Hash, of a digital item" {...input('hash')} classNames={{ input: 'mono' }} />
      <TextInput label="Photographs" {...input('photo')} placeholder="IMG_0411-0416" />
      <Autocomplete
        label="Source"
        aria-required
        {...input('source')}
        data={[...new Set(latest.sources.map((s) => s.name))]}
      />
    </EntryFrame>
  );
}
