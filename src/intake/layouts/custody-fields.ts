import type { Table } from '../formats/table';
import type { Field } from './layout';

/** What the columns of a custody form can mean. */
export const CUSTODY_FIELDS: readonly Field[] = [
  {
    id: 'item',
    label: 'Item number',
    names: [
      'item',
      'item number',
      'item no',
      'item #',
      'items',
      'exhibit item',
      'evidence number',
      'evidence no',
      'evidence #',
      'evidence item',
      'property number',
      'property no',
      'tag',
      'tag number',
      'tag no',
      'barcode',
      'evidence tag',
      'property tag',
      'tag #',
      'property #',
      'property item',
      'exhibit',
      'exhibit number',
      'exhibit no',
      'item id',
    ],
    required: true,
  },
  {
    id: 'description',
    label: 'What it is',
    names: [
      'description',
      'item description',
      'what',
      'evidence description',
      'property description',
      'article',
      'property',
    ],
  },
  {
    id: 'releasedBy',
    label: 'Released by',
    names: [
      'released by',
      'relinquished by',
      'from',
      'received from',
      'transferred by',
      'transferred from',
      'given by',
      'issued by',
      'checked out by',
      'moved from',
      'from location',
      'previous location',
      'rel by',
      'released by name',
      'collected by',
      'submitted by',
      'reld by',
      'recd from',
      'from custodian',
      'previous custodian',
      'released from',
    ],
  },
  {
    id: 'releasedDate',
    label: 'Date released',
    when: true,
    names: ['released date', 'date released', 'release date', 'relinquished date', 'date out', 'out date'],
  },
  {
    id: 'releasedAt',
    label: 'Time released',
    when: true,
    names: [
      'released time',
      'release time',
      'time released',
      'released at',
      'released',
      'relinquished time',
      'time out',
      'out',
      'out time',
      'checked out',
      'signed out at',
    ],
  },
  {
    id: 'receivedBy',
    label: 'Received by',
    names: [
      'received by',
      'to',
      'transferred to',
      'custodian',
      'recipient',
      'given to',
      'released to',
      'accepted by',
      'taken by',
      'checked in by',
      'issued to',
      'moved to',
      'to location',
      'new location',
      'rec by',
      'received by name',
      'submitted to',
      'recd by',
      'to custodian',
      'new custodian',
      'rcvd by',
    ],
    required: true,
  },
  {
    id: 'receivedDate',
    label: 'Date received',
    when: true,
    names: [
      'received date',
      'date received',
      'receive date',
      'receipt date',
      'submitted date',
      'date submitted',
      'date in',
      'in date',
    ],
  },
  {
    id: 'receivedAt',
    label: 'Time received',
    when: true,
    names: [
      'received time',
      'receive time',
      'receipt time',
      'submitted time',
      'time submitted',
      'time received',
      'received at',
      'received',
      'time in',
      'in',
      'in time',
      'checked in',
      'signed in at',
    ],
  },
  {
    id: 'date',
    label: 'Date (both ends)',
    when: true,
    names: [
      'date',
      'transfer date',
      'date of transfer',
      'move date',
      'date moved',
      'transaction date',
      'scan date',
    ],
    again: 'receivedDate',
  },
  {
    id: 'time',
    label: 'Time (both ends)',
    when: true,
    names: [
      'time',
      'date time',
      'datetime',
      'transfer time',
      'date and time',
      'when',
      'scan time',
      'time of transfer',
      'transaction time',
      'move time',
      'transfer date time',
      'transfer ts',
      'xfer time',
      'xfer date time',
      'xfer ts',
    ],
    again: 'receivedAt',
  },
  { id: 'ampm', label: 'AM or PM', names: ['am pm', 'a p', 'ampm', 'meridiem'] },
  { id: 'zone', label: 'Zone', names: ['zone', 'time zone', 'timezone', 'tz'] },
  { id: 'clock', label: 'Clock', names: ['clock'] },
  {
    id: 'releasedSigned',
    label: 'Signature, released',
    names: [
      'released signature',
      'signature released',
      'released signed',
      'signed out',
      'releasing signature',
      'sig rel',
      'rel sig',
      'signature of releasing',
      'relinquished signature',
      'released by signature',
    ],
  },
  {
    id: 'receivedSigned',
    label: 'Signature, received',
    names: [
      'received signature',
      'signature received',
      'received signed',
      'signed in',
      'receiving signature',
      'sig rec',
      'rec sig',
      'sig rcvd',
      'signature of receiving',
      'received by signature',
    ],
  },
  {
    id: 'signed',
    label: 'Signature (one for the row)',
    names: ['signed', 'signature', 'signed by', 'signatures', 'initials', 'initial', 'init', 'sig'],
  },
  {
    id: 'purpose',
    label: 'Purpose',
    names: ['purpose', 'reason', 'purpose of transfer', 'reason for transfer', 'action', 'disposition'],
  },
  {
    id: 'place',
    label: 'Place',
    names: ['place', 'location', 'stored at', 'storage location', 'locker', 'shelf', 'bin', 'loc'],
  },
  { id: 'seal', label: 'Seal number', names: ['seal', 'seal number', 'seal no', 'seal #'] },
  {
    id: 'sealState',
    label: 'Seal found',
    names: [
      'seal state',
      'seal condition',
      'seal intact',
      'condition of seal',
      'seal broken',
      'seal status',
      'seal found',
      'seals intact',
      'condition',
    ],
  },
  { id: 'hash', label: 'Hash', names: ['hash', 'sha256', 'sha 256', 'md5', 'hash value'] },
  { id: 'photo', label: 'Photographs', names: ['photo', 'photos', 'photograph', 'photographs', 'images'] },
  { id: 'gross', label: 'Gross weight', names: ['gross', 'gross weight', 'gross wt', 'weight', 'wt'] },
  { id: 'net', label: 'Net weight', names: ['net', 'net weight', 'net wt'] },
  {
    id: 'count',
    label: 'Count',
    names: ['count', 'units', 'number of units', 'no of units', 'pieces', 'pcs'],
  },
  {
    id: 'amount',
    label: 'Quantity (weight or count, as its unit says)',
    names: ['quantity', 'qty', 'amount', 'qty amount', 'quantity amount'],
  },
  {
    id: 'unit',
    label: 'Unit of the quantity',
    names: ['unit', 'uom', 'unit of measure', 'units of measure', 'measure'],
  },
  {
    id: 'plusMinus',
    label: 'Scale uncertainty',
    names: ['uncertainty', 'scale uncertainty', 'plus minus', '+-', 'tolerance', 'error'],
  },
  { id: 'note', label: 'Remarks', names: ['remarks', 'note', 'notes', 'comments', 'comment'] },
  { id: 'page', label: 'Page', names: ['page'] },
];

/** A cell that holds a time or a day and nothing else. */
const WHEN =
  /^\d{1,4}([:/.-]\d{1,2})+([ T]+\d{1,2}:?\d{2}(:\d{2})?)?\s*([ap]\.?m?\.?|hrs?)?$|^\d{3,4}( ?hrs?)?$/i;
/** Field of hands to the field it is if times stand there. */
const HANDS: readonly (readonly [string, string])[] = [
  ['releasedBy', 'releasedAt'],
  ['receivedBy', 'receivedAt'],
];

/** “From” and “To” may hold times instead of hands, “Out” and “In” hands instead of times: their cells tell. */
export function fitCustody(
  columns: Readonly<Record<string, number>>,
  table: Pick<Table, 'rows'>,
): Record<string, number> {
  const fitted = { ...columns };
  const times = (at: number): boolean | null => {
    const cells = table.rows.slice(0, 200).flatMap((r) => r.cells[at] || []);
    if (cells.length === 0) return null;
    return cells.filter((c) => WHEN.test(c)).length > cells.length / 2;
  };
  for (const [hand, when] of HANDS) {
    const [h, w] = [columns[hand], columns[when]];
    if (h !== undefined && times(h) === true) {
      delete fitted[hand];
      if (w === undefined) fitted[when] = h;
    } else if (h === undefined && w !== undefined && times(w) === false) {
      delete fitted[when];
      fitted[hand] = w;
    }
  }
  return fitted;
}
