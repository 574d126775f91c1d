import { Autocomplete, NumberInput, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Change } from '../../record/change';
import type { Clock } from '../../record/clock';
import type { CustodyEntry, Item, Quantity } from '../../record/custody';
import { commit } from '../../store/commands';
import { idMaker } from '../../store/ids';
import { clockNamed, sourceNamed } from '../../store/named';
import { db } from '../../store/open';
import type { CaseView } from '../../ui/case-view';
import { EntryFrame } from '../../ui/EntryFrame';
import { TimeField, understoodTime } from '../../ui/TimeField';

const newId = idMaker();
type Signed = 'yes' | 'no' | 'none';

interface Fields {
  item: string;
  releasedBy: string;
  releasedDate: string;
  releasedAt: string;
  receivedBy: string;
  receivedDate: string;
  receivedAt: string;
  releasedSigned: Signed;
  receivedSigned: Signed;
  purpose: string;
  seal: string;
  sealState: CustodyEntry['sealState'];
  place: string;
  hash: string;
  photo: string;
  gross: number | '';
  plusMinus: number | '';
  net: number | '';
  count: number | '';
  source: string;
}

const signedOf = (s: boolean | null): Signed => (s === null ? 'none' : s ? 'yes' : 'no');
const signedFrom = (s: Signed): boolean | null => (s === 'none' ? null : s === 'yes');
/** The unit in which an entry gives an amount: what the form says stays as it is. */
const unitOf = (c: CustodyEntry | null, of: Quantity['of']): string =>
  c?.quantities.find((q) => q.of === of)?.unit || 'g';
const amount = (c: CustodyEntry | null, of: Quantity['of']): number | '' =>
  c?.quantities.find((q) => q.of === of)?.value ?? '';

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
  const [f, setF] = useState<Fields>(() => ({
    item: latest.items.find((i) => i.id === entry?.itemId)?.number ?? latest.items[0]?.number ?? '1',
    releasedBy: entry?.releasedBy ?? '',
    releasedDate: entry?.releasedDate ?? last?.receivedDate ?? '',
    releasedAt: entry?.releasedAt ?? '',
    receivedBy: entry?.receivedBy ?? '',
    receivedDate: entry?.receivedDate ?? last?.receivedDate ?? '',
    receivedAt: entry?.receivedAt ?? '',
    releasedSigned: signedOf(entry?.releasedSigned ?? null),
    receivedSigned: signedOf(entry?.receivedSigned ?? null),
    purpose: entry?.purpose ?? '',
    seal: entry?.seal ?? '',
    sealState: entry?.sealState ?? '',
    place: entry?.place ?? '',
    hash: entry?.hash ?? '',
    photo: entry?.photo ?? '',
    gross: amount(entry, 'gross'),
    plusMinus: entry?.quantities.find((q) => q.plusMinus !== null)?.plusMinus ?? '',
    net: amount(entry, 'net'),
    count: amount(entry, 'count'),
    source: latest.sources.find((s) => s.id === (entry ?? last)?.sourceId)?.name ?? 'Custody form',
  }));
  const set = (patch: Partial<Fields>): void => setF((old) => ({ ...old, ...patch }));
  const clock = latest.clocks.find((c) => c.id === (entry ?? last)?.clockId);
  const zone = clock?.zone || latest.case.zone;
  const none = new Set<string>();
  const timeOk = (text: string, date: string): boolean =>
    text.trim() === '' || understoodTime(text, date, zone, none).ok;
  const dateOk = (d: string): boolean => d === '' || /^\d{4}-\d{2}-\d{2}$/.test(d);
  const ready =
    f.item.trim() !== '' &&
    (f.releasedBy !== '' || f.receivedBy !== '') &&
    dateOk(f.releasedDate) &&
    dateOk(f.receivedDate) &&
    timeOk(f.releasedAt, f.releasedDate) &&
    timeOk(f.receivedAt, f.receivedDate) &&
    f.source.trim() !== '';
  const save = async (): Promise<void> => {
    await commit(
      db,
      latest.case.id,
      `Hand-over ${entry ? 'changed' : 'added'}: item ${f.item}`,
      changesFor(view, entry, f, clock),
    );
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
      note="Leave empty what the form leaves empty: the rules speak of it."
      onSave={save}
      onDone={onDone}
    >
      <Autocomplete
        label="Item"
        value={f.item}
        onChange={(item) => set({ item })}
        data={[...new Set(latest.items.map((i) => i.number))]}
        disabled={entry !== null}
      />
      <Autocomplete
        label="Released by"
        value={f.releasedBy}
        onChange={(releasedBy) => set({ releasedBy })}
        data={hands}
      />
      <TextInput
        label="Date released"
        value={f.releasedDate}
        onChange={(e) => set({ releasedDate: e.currentTarget.value })}
        error={dateOk(f.releasedDate) ? undefined : 'write 2024-03-14'}
      />
      <TimeField
        label="Time released"
        value={f.releasedAt}
        date={f.releasedDate}
        zone={zone}
        refs={none}
        optional
        onChange={(releasedAt) => set({ releasedAt })}
      />
      <Select
        label="Signature, released"
        data={signs}
        value={f.releasedSigned}
        onChange={(v) => set({ releasedSigned: (v ?? 'none') as Signed })}
      />
      <Autocomplete
        label="Received by"
        value={f.receivedBy}
        onChange={(receivedBy) => set({ receivedBy })}
        data={hands}
      />
      <TextInput
        label="Date received"
        value={f.receivedDate}
        onChange={(e) => set({ receivedDate: e.currentTarget.value })}
        error={dateOk(f.receivedDate) ? undefined : 'write 2024-03-14'}
      />
      <TimeField
        label="Time received"
        value={f.receivedAt}
        date={f.receivedDate}
        zone={zone}
        refs={none}
        optional
        onChange={(receivedAt) => set({ receivedAt })}
      />
      <Select
        label="Signature, received"
        data={signs}
        value={f.receivedSigned}
        onChange={(v) => set({ receivedSigned: (v ?? 'none') as Signed })}
      />
      <TextInput
        label="Purpose"
        value={f.purpose}
        onChange={(e) => set({ purpose: e.currentTarget.value })}
      />
      <Autocomplete
        label="Place"
        value={f.place}
        onChange={(place) => set({ place })}
        data={[...new Set(latest.custody.map((c) => c.place).filter(Boolean))]}
        placeholder="Locker 7"
      />
      <TextInput label="Seal" value={f.seal} onChange={(e) => set({ seal: e.currentTarget.value })} />
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
      <NumberInput
        label={`Gross weight, ${unitOf(entry, 'gross')}`}
        value={f.gross}
        min={0}
        onChange={(v) => set({ gross: typeof v === 'number' ? v : '' })}
      />
      <NumberInput
        label={`Net weight, ${unitOf(entry, 'net')}`}
        value={f.net}
        min={0}
        onChange={(v) => set({ net: typeof v === 'number' ? v : '' })}
      />
      <NumberInput
        label={`Scale uncertainty ±, ${unitOf(entry, 'net')}`}
        value={f.plusMinus}
        min={0}
        onChange={(v) => set({ plusMinus: typeof v === 'number' ? v : '' })}
      />
      <NumberInput
        label="Count"
        value={f.count}
        min={0}
        allowDecimal={false}
        onChange={(v) => set({ count: typeof v === 'number' ? v : '' })}
      />
      <TextInput
        label="Hash, of a digital item"
        value={f.hash}
        onChange={(e) => set({ hash: e.currentTarget.value })}
        classNames={{ input: 'mono' }}
      />
      <TextInput
        label="Photographs"
        value={f.photo}
        onChange={(e) => set({ photo: e.currentTarget.value })}
        placeholder="IMG_0411-0416"
      />
      <Autocomplete
        label="Source"
        value={f.source}
        onChange={(source) => set({ source })}
        data={[...new Set(latest.sources.map((s) => s.name))]}
      />
    </EntryFrame>
  );
}

function changesFor(
  view: CaseView,
  before: CustodyEntry | null,
  f: Fields,
  known: Clock | undefined,
): Change[] {
  const { latest } = view;
  const caseId = latest.case.id;
  const changes: Change[] = [];
  const make = <T extends { id: string }>(table: Change['table'], row: T): T => {
    changes.push({ table, id: row.id, before: null, after: row });
    return row;
  };
  const item =
    latest.items.find((i) => i.number.toLowerCase() === f.item.trim().toLowerCase()) ??
    make('items', {
      id: newId(),
      caseId,
      number: f.item.trim(),
      description: '',
      sampling: null,
    } satisfies Item);
  const clock = known ?? clockNamed(latest, 'Evidence form', newId, changes);
  const source = sourceNamed(latest, f.source, newId, changes);
  const quantity = (of: Quantity['of'], value: number | '', unit: string): Quantity[] =>
    value === ''
      ? []
      : [{ of, value, unit, plusMinus: of === 'count' || f.plusMinus === '' ? null : f.plusMinus }];
  const base = before ?? {
    id: newId(),
    caseId,
    logId: latest.custody.find((c) => c.itemId === item.id)?.logId ?? 'typed',
    ref: '',
    clockId: clock.id,
    zone: '',
    note: '',
    page: '',
    line: null,
    order: 1 + latest.custody.reduce((n, c) => Math.max(n, c.order), -1),
  };
  const after: CustodyEntry = {
    ...base,
    itemId: item.id,
    releasedBy: f.releasedBy.trim(),
    releasedDate: f.releasedDate,
    releasedAt: f.releasedAt.trim(),
    receivedBy: f.receivedBy.trim(),
    receivedDate: f.receivedDate,
    receivedAt: f.receivedAt.trim(),
    releasedSigned: signedFrom(f.releasedSigned),
    receivedSigned: signedFrom(f.receivedSigned),
    purpose: f.purpose.trim() === '' && (before?.purpose ?? null) === null ? null : f.purpose.trim(),
    seal: f.seal.trim(),
    sealState: f.sealState,
    place: f.place.trim(),
    hash: f.hash.trim(),
    photo: f.photo.trim(),
    quantities: [
      ...quantity('gross', f.gross, unitOf(before, 'gross')),
      ...quantity('net', f.net, unitOf(before, 'net')),
      ...quantity('count', f.count, ''),
    ],
    sourceId: source.id,
  };
  changes.push({ table: 'custody', id: after.id, before, after });
  return changes;
}
