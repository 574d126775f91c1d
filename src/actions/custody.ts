import { added, type Edit, kept, removed } from '../record/change';
import type { Clock } from '../record/clock';
import type { CustodyEntry, Item, Quantity, Sampling } from '../record/custody';
import { newId } from '../record/ids';
import type { CaseRecord } from '../record/record';
import { type Act, formEdit, type Typed } from './act';
import { clockNamed, sourceNamed } from './named';

export type Signed = 'yes' | 'no' | 'none';

/** What the form of a hand-over holds; item and source by their names. */
export interface HandOverFields {
  readonly item: string;
  readonly releasedBy: string;
  readonly releasedDate: string;
  readonly releasedAt: string;
  readonly receivedBy: string;
  readonly receivedDate: string;
  readonly receivedAt: string;
  readonly releasedSigned: Signed;
  readonly receivedSigned: Signed;
  readonly purpose: string;
  readonly seal: string;
  readonly sealState: CustodyEntry['sealState'];
  readonly place: string;
  readonly hash: string;
  readonly photo: string;
  readonly gross: number | '';
  readonly plusMinus: number | '';
  readonly net: number | '';
  readonly count: number | '';
  readonly source: string;
}

const signedOf = (s: boolean | null): Signed => (s === null ? 'none' : s ? 'yes' : 'no');
const signedFrom = (s: Signed): boolean | null => (s === 'none' ? null : s === 'yes');
/** The unit in which an entry gives an amount: what the form says stays as it is. */
export const unitOf = (c: CustodyEntry | null, of: Quantity['of']): string =>
  c?.quantities.find((q) => q.of === of)?.unit || 'g';
const amount = (c: CustodyEntry | null, of: Quantity['of']): number | '' =>
  c?.quantities.find((q) => q.of === of)?.value ?? '';

/** A hand-over as its form shows it; a new one (null) begins where the last one ended. */
export function handOverFields(record: CaseRecord, entry: CustodyEntry | null): HandOverFields {
  const last = record.custody.at(-1);
  return {
    item: record.items.find((i) => i.id === entry?.itemId)?.number ?? record.items[0]?.number ?? '1',
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
    source: record.sources.find((s) => s.id === (entry ?? last)?.sourceId)?.name ?? 'Custody form',
  };
}

/** The item of that number; where the case has none, a new one, its making added to `edits`. */
export function itemNumbered(record: CaseRecord, text: string, edits: Edit[]): Item {
  const number = text.trim();
  const known = record.items.find((i) => i.number.trim().toLowerCase() === number.toLowerCase());
  if (known) return known;
  const row: Item = { id: newId(), caseId: record.case.id, number, description: '', sampling: null };
  edits.push(kept('items', undefined, row));
  return row;
}

/** A hand-over typed anew (`entry` null) or changed. @param clock that of the entry, or of the one before it */
export function saveHandOver(
  record: CaseRecord,
  entry: CustodyEntry | null,
  form: Typed<HandOverFields>,
  clock: Clock | undefined,
): Act {
  const edits: Edit[] = [];
  const quantity = (f: HandOverFields, of: Quantity['of'], unit: string): Quantity[] => {
    const value = f[of];
    return value === ''
      ? []
      : [{ of, value, unit, plusMinus: of === 'count' || f.plusMinus === '' ? null : f.plusMinus }];
  };
  const plain = (f: HandOverFields) => ({
    releasedBy: f.releasedBy.trim(),
    releasedDate: f.releasedDate,
    releasedAt: f.releasedAt.trim(),
    receivedBy: f.receivedBy.trim(),
    receivedDate: f.receivedDate,
    receivedAt: f.receivedAt.trim(),
    releasedSigned: signedFrom(f.releasedSigned),
    receivedSigned: signedFrom(f.receivedSigned),
    purpose: f.purpose.trim() === '' && (entry?.purpose ?? null) === null ? null : f.purpose.trim(),
    seal: f.seal.trim(),
    sealState: f.sealState,
    place: f.place.trim(),
    hash: f.hash.trim(),
    photo: f.photo.trim(),
    quantities: [
      ...quantity(f, 'gross', unitOf(entry, 'gross')),
      ...quantity(f, 'net', unitOf(entry, 'net')),
      ...quantity(f, 'count', ''),
    ],
  });
  const { fields, seen } = form;
  const says = `Hand-over ${entry ? 'changed' : 'added'}: item ${fields.item}`;
  if (entry) {
    const sourceId =
      fields.source === seen.source ? entry.sourceId : sourceNamed(record, fields.source, edits).id;
    edits.push(
      formEdit('custody', entry, form, (f) => ({
        ...plain(f),
        sourceId: f === fields ? sourceId : entry.sourceId,
      })),
    );
    return { caseId: record.case.id, says, edits };
  }
  const item = itemNumbered(record, fields.item, edits);
  edits.push(
    added('custody', {
      id: newId(),
      caseId: record.case.id,
      logId: record.custody.find((c) => c.itemId === item.id)?.logId ?? 'typed',
      ref: '',
      clockId: (clock ?? clockNamed(record, 'Evidence form', edits)).id,
      zone: '',
      note: '',
      page: '',
      line: null,
      order: 1 + record.custody.reduce((n, c) => Math.max(n, c.order), -1),
      itemId: item.id,
      ...plain(fields),
      sourceId: sourceNamed(record, fields.source, edits).id,
    }),
  );
  return { caseId: record.case.id, says, edits };
}

export const removeHandOver = (entry: CustodyEntry, item: Item): Act => ({
  caseId: entry.caseId,
  says: `Hand-over taken out: item ${item.number}`,
  edits: [removed('custody', entry)],
});

/** What the form of an item holds. */
export interface ItemFields {
  readonly number: string;
  readonly description: string;
  readonly units: number | '';
  readonly tested: number | '';
  readonly negative: number | '';
  readonly netTested: number | '';
  readonly plusMinus: number | '';
  readonly netClaimed: number | '';
  readonly spread: number | '';
}

export const itemFields = ({ number, description, sampling: s }: Item): ItemFields => ({
  number,
  description,
  units: s?.units ?? '',
  tested: s?.tested ?? '',
  negative: s?.negative ?? '',
  netTested: s?.netTested ?? '',
  plusMinus: s?.plusMinus ?? '',
  netClaimed: s?.netClaimed ?? '',
  spread: s?.spread ?? '',
});

/** What was tested, as typed; null where how many there are, or how many were tested, is not said. */
export function samplingOf(f: ItemFields): Sampling | null {
  const known = (v: number | ''): number | null => (v === '' ? null : v);
  return f.units === '' || f.tested === ''
    ? null
    : {
        units: f.units,
        tested: f.tested,
        negative: f.negative === '' ? 0 : f.negative,
        netTested: known(f.netTested),
        plusMinus: known(f.plusMinus),
        netClaimed: known(f.netClaimed),
        ...(f.spread === '' ? {} : { spread: f.spread }),
      };
}

/** What follows from the weights of single units: their sum and their standard deviation, g; or why nothing does. */
export type Weighed =
  | { readonly ok: true; readonly count: number; readonly net: number; readonly spread: number }
  | { readonly ok: false; readonly why: string };

/**
 * Reads the weights of single units (g) as a report lists them, one to a line or apart by blanks, semicolons or commas; a
 * comma within a number is its decimal sign. Null for an empty text. The standard deviation is that of a sample (n - 1).
 */
export function weighedOf(text: string): Weighed | null {
  const words = text
    .split(/[\s;]+/)
    .map((w) => w.replace(/,$/, ''))
    .flatMap((w) => (/^\d*\.\d+(?:,\d*\.\d+)+$/.test(w) ? w.split(',') : [w]))
    .filter((w) => w !== '' && !/^(?:g|grams?)$/i.test(w));
  if (words.length === 0) return null;
  const wrong = words.find((w) => !/^\d*[.,]?\d+(?:g|grams?)?$/i.test(w) || !(gramsOf(w) > 0));
  if (wrong !== undefined) return { ok: false, why: `“${wrong}” is no weight: write 0.52` };
  if (words.length < 2)
    return { ok: false, why: 'one weight shows no spread: write those of all units tested' };
  const weights = words.map(gramsOf);
  const net = weights.reduce((a, b) => a + b, 0);
  const mean = net / weights.length;
  const squares = weights.reduce((sum, w) => sum + (w - mean) ** 2, 0);
  return {
    ok: true,
    count: weights.length,
    net: fine(net),
    spread: fine(Math.sqrt(squares / (weights.length - 1))),
  };
}

const gramsOf = (word: string): number => Number(word.replace(/g.*$/i, '').replace(',', '.'));
const fine = (g: number): number => Math.round(g * 1e6) / 1e6;

/** The fields that a list of single weights fills; null where it is not one of each unit that tested positive. */
export function filledBy(w: Weighed, f: ItemFields): Partial<ItemFields> | null {
  if (!w.ok) return null;
  const negative = f.negative === '' ? 0 : f.negative;
  if (f.tested !== '' && f.tested - negative !== w.count) return null;
  return { tested: w.count + negative, netTested: w.net, spread: w.spread };
}

/** What an item is, and what was tested of it. */
export const changeItem = (item: Item, form: Typed<ItemFields>): Act => ({
  caseId: item.caseId,
  says: `Item ${form.fields.number.trim()} changed`,
  edits: [
    formEdit('items', item, form, (f) => ({
      number: f.number.trim(),
      description: f.description.trim(),
      sampling: samplingOf(f),
    })),
  ],
});
