import type { CustodyEntry, Item, Quantity } from '../../record/custody';
import { type Drafts, draftsOf, type ImportContext } from '../drafts';
import type { Table, TableRow } from '../formats/table';
import { BadCell, Reader } from './cells';
import type { Field, Layout, Mapping } from './layout';

const FIELDS: readonly Field[] = [
  {
    id: 'item',
    label: 'Item number',
    names: ['item', 'item number', 'item no', 'item #', 'items', 'exhibit item', 'evidence number'],
    required: true,
  },
  {
    id: 'description',
    label: 'What it is',
    names: ['description', 'item description', 'what', 'evidence description'],
  },
  {
    id: 'releasedBy',
    label: 'Released by',
    names: ['released by', 'relinquished by', 'from', 'received from', 'transferred by'],
  },
  {
    id: 'releasedDate',
    when: true,
    label: 'Date released',
    names: ['released date', 'date released', 'relinquished date'],
  },
  {
    id: 'releasedAt',
    when: true,
    label: 'Time released',
    names: ['released time', 'time released', 'released at', 'released', 'relinquished time'],
  },
  {
    id: 'receivedBy',
    label: 'Received by',
    names: ['received by', 'to', 'transferred to', 'custodian', 'recipient'],
    required: true,
  },
  { id: 'receivedDate', when: true, label: 'Date received', names: ['received date', 'date received'] },
  {
    id: 'receivedAt',
    when: true,
    label: 'Time received',
    names: ['received time', 'time received', 'received at', 'received'],
  },
  { id: 'date', when: true, label: 'Date (both ends)', names: ['date', 'transfer date'] },
  {
    id: 'time',
    when: true,
    label: 'Time (both ends)',
    names: ['time', 'date time', 'datetime', 'transfer time'],
  },
  { id: 'zone', label: 'Zone', names: ['zone', 'time zone', 'timezone'] },
  { id: 'clock', label: 'Clock', names: ['clock'] },
  {
    id: 'releasedSigned',
    label: 'Signature, released',
    names: ['released signature', 'signature released', 'released signed', 'signed out'],
  },
  {
    id: 'receivedSigned',
    label: 'Signature, received',
    names: ['received signature', 'signature received', 'received signed', 'signed in'],
  },
  {
    id: 'purpose',
    label: 'Purpose',
    names: ['purpose', 'reason', 'purpose of transfer', 'reason for transfer'],
  },
  { id: 'place', label: 'Place', names: ['place', 'location', 'stored at', 'storage location'] },
  { id: 'seal', label: 'Seal number', names: ['seal', 'seal number', 'seal no', 'seal #'] },
  {
    id: 'sealState',
    label: 'Seal found',
    names: ['seal state', 'seal condition', 'seal intact', 'condition of seal'],
  },
  { id: 'hash', label: 'Hash', names: ['hash', 'sha256', 'sha 256', 'md5', 'hash value'] },
  { id: 'photo', label: 'Photographs', names: ['photo', 'photos', 'photograph', 'photographs', 'images'] },
  { id: 'gross', label: 'Gross weight', names: ['gross', 'gross weight', 'gross g', 'weight'] },
  { id: 'net', label: 'Net weight', names: ['net', 'net weight', 'net g'] },
  { id: 'count', label: 'Count', names: ['count', 'quantity', 'units', 'number of units'] },
  {
    id: 'plusMinus',
    label: 'Scale uncertainty',
    names: ['uncertainty', 'scale uncertainty', 'plus minus', '+-'],
  },
  { id: 'note', label: 'Remarks', names: ['note', 'notes', 'remarks', 'comments', 'comment'] },
  { id: 'page', label: 'Page', names: ['page'] },
];

/** An evidence or custody form: one hand-over a row, with its two ends. */
export const custodyForm: Layout = {
  id: 'custody-form',
  name: 'Custody form',
  what: 'one hand-over a row: item, released by and when, received by and when, seal, weight, signatures, purpose',
  fields: FIELDS,
  confidence: (columns) =>
    'item' in columns && ('receivedBy' in columns || 'releasedBy' in columns)
      ? 0.7 + ('receivedBy' in columns && 'releasedBy' in columns ? 0.25 : 0)
      : 0,
  read,
};

function read(table: Table, mapping: Mapping, context: ImportContext): Drafts {
  const drafts = draftsOf(table);
  const reader = new Reader(
    table,
    { ...mapping, clock: mapping.clock || 'Evidence form', source: mapping.source || 'Custody form' },
    context,
    drafts,
  );
  const items = new Map<string, Item>(context.items.map((i) => [i.number.toLowerCase(), i]));
  const logId = context.newId();
  let order = 0;
  const item = (number: string, description: string): Item => {
    const known = items.get(number.toLowerCase());
    if (known) return known;
    const made: Item = { id: context.newId(), caseId: context.caseId, number, description, sampling: null };
    items.set(number.toLowerCase(), made);
    drafts.items.push(made);
    return made;
  };
  reader.each((row) => {
    const numbers = reader
      .cell(row, 'item')
      .split(/\s*(?:[,;&]|\band\b)\s*/i)
      .map((n) => n.replace(/^items?\s*#?/i, ''))
      .filter((n) => n !== '');
    if (numbers.length === 0) throw new BadCell('item', 'this row names no item');
    const zone = reader.zone(reader.cell(row, 'zone'), 'zone');
    const released = endAt(reader, row, 'released', zone);
    const received = endAt(reader, row, 'received', zone);
    const releasedBy = reader.cell(row, 'releasedBy');
    const receivedBy = reader.cell(row, 'receivedBy');
    if (releasedBy === '' && receivedBy === '')
      throw new BadCell('receivedBy', 'this row names nobody, neither who released nor who received');
    const quantities = quantitiesOf(reader, row);
    const clock = reader.clock(reader.cell(row, 'clock'), zone, row);
    const source = reader.source('', 'form');
    for (const number of numbers) {
      const entry: CustodyEntry = {
        id: context.newId(),
        caseId: context.caseId,
        logId,
        ref: `item-${number}-line-${row.line}`.toLowerCase().replace(/[^\w-]+/g, '-'),
        itemId: item(number, reader.cell(row, 'description')).id,
        clockId: clock.id,
        zone: '',
        releasedBy,
        releasedDate: released.date,
        releasedAt: releasedBy === '' && !reader.has('releasedAt') ? '' : released.text,
        receivedBy,
        receivedDate: received.date,
        receivedAt: receivedBy === '' && !reader.has('receivedAt') ? '' : received.text,
        releasedSigned: signed(reader, row, 'releasedSigned'),
        receivedSigned: signed(reader, row, 'receivedSigned'),
        purpose: reader.has('purpose') ? reader.cell(row, 'purpose') : null,
        place: reader.cell(row, 'place'),
        seal: reader.cell(row, 'seal'),
        sealState: sealStateOf(reader.cell(row, 'sealState')),
        hash: reader.cell(row, 'hash'),
        photo: reader.cell(row, 'photo'),
        quantities,
        note: reader.cell(row, 'note'),
        sourceId: source.id,
        page: reader.cell(row, 'page'),
        line: row.line,
        order: order++,
      };
      drafts.custody.push(entry);
    }
  });
  return drafts;
}

/** One end of a hand-over: its own columns, else the columns that hold for both. */
function endAt(
  reader: Reader,
  row: TableRow,
  end: 'released' | 'received',
  zone: string,
): { date: string; text: string } {
  const own = `${end}At`;
  const ownText = reader.cell(row, own);
  const text = reader.has(own) ? ownText : reader.cell(row, 'time');
  const field = reader.has(own) ? own : 'time';
  const dateField = reader.has(`${end}Date`) ? `${end}Date` : 'date';
  const dateText = reader.cell(row, dateField) || reader.cell(row, 'date');
  const date = reader.date(dateText, dateField);
  const time = reader.time(text, date, zone, field);
  if (time && time.written.form !== 'reading' && time.written.form !== 'open')
    throw new BadCell(field, 'a custody form states times of its own: write 14:27, not a tie to another row');
  return { date: time?.date ?? date, text: time?.text ?? '' };
}

function signed(reader: Reader, row: TableRow, field: string): boolean | null {
  if (!reader.has(field)) return null;
  const text = reader.cell(row, field).toLowerCase();
  if (text === '' || /^(no|n|none|false|0|unsigned|missing|blank|-)$/.test(text)) return false;
  return true;
}

/** `broken`, `no`, `not intact`, `open`; `intact`, `yes`; anything else says nothing. */
function sealStateOf(text: string): CustodyEntry['sealState'] {
  if (/\b(broken|open|opened|torn|cut|not intact|no)\b/i.test(text)) return 'broken';
  return /\b(intact|unbroken|yes|ok|good)\b/i.test(text) ? 'intact' : '';
}

function quantitiesOf(reader: Reader, row: TableRow): Quantity[] {
  const plusMinus = amountOf(reader, row, 'plusMinus')?.value ?? null;
  const found: Quantity[] = [];
  for (const of of ['gross', 'net', 'count'] as const) {
    const amount = amountOf(reader, row, of);
    if (amount)
      found.push({
        of,
        value: amount.value,
        unit: of === 'count' ? '' : amount.unit || 'g',
        plusMinus: of === 'count' ? null : plusMinus,
      });
  }
  return found;
}

/** `12.4 g`, `12.4`, `50`. */
function amountOf(reader: Reader, row: TableRow, field: string): { value: number; unit: string } | null {
  const text = reader.cell(row, field);
  if (text === '') return null;
  const m =
    /^(?:\+-|±)?\s*(\d+(?:[.,]\d+)?)\s*(g|grams?|mg|kg|oz|lb|bags?|baggies|units?|tablets?)?\.?$/i.exec(text);
  if (!m) throw new BadCell(field, `“${text}” is not an amount: write 12.4 g or 50`);
  return {
    value: Number((m[1] as string).replace(',', '.')),
    unit: (m[2] ?? '').toLowerCase().replace(/^grams?$/, 'g'),
  };
}
