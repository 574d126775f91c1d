import type { Table } from '../formats/table';
import { type Field, plainHeader } from './layout';

/** What the columns of a list of recordings can mean. */
export const CAMERA_FIELDS: readonly Field[] = [
  {
    id: 'camera',
    label: 'Camera',
    names: [
      'camera',
      'camera name',
      'device',
      'device name',
      'camera serial',
      'camera serial number',
      'device serial',
      'device serial number',
      'device id',
      'recording',
      'video',
      'title',
      'bwc',
      'body camera',
    ],
    required: true,
  },
  {
    id: 'actor',
    label: 'Worn by',
    names: ['officer', 'worn by', 'wearer', 'assigned to', 'unit', 'who', 'owner'],
  },
  { id: 'zone', label: 'Zone of its clock', names: ['zone', 'time zone', 'timezone', 'overlay zone', 'tz'] },
  { id: 'date', when: true, label: 'Date', names: ['date', 'day', 'recorded on'] },
  {
    id: 'start',
    when: true,
    label: 'Recording starts',
    names: [
      'start',
      'recording starts',
      'starts',
      'start time',
      'begin',
      'from',
      'recorded from',
      'clip start',
      'clip begins',
      'footage starts',
      'recording start',
      'rec start',
      'recorded start',
      'start recorded',
      'recording start time',
      'recorded at',
      'video start',
    ],
    required: true,
  },
  {
    id: 'end',
    when: true,
    label: 'Recording ends',
    names: [
      'end',
      'recording ends',
      'ends',
      'end time',
      'until',
      'to',
      'recorded to',
      'stop',
      'stops',
      'stop time',
      'recording stops',
      'recording stop',
      'rec stop',
      'rec end',
      'clip end',
      'clip ends',
      'footage ends',
      'recording end',
      'recorded end',
      'end recorded',
      'recording end time',
      'video end',
    ],
  },
  {
    id: 'length',
    label: 'Length (where no end is written)',
    names: ['duration', 'length', 'run time', 'runtime', 'video length', 'clip length', 'recording length'],
  },
  {
    id: 'mutedFrom',
    when: true,
    label: 'Muted from',
    names: ['muted from', 'mute start', 'muted', 'mute from'],
  },
  {
    id: 'mutedTo',
    when: true,
    label: 'Muted until',
    names: ['muted to', 'muted until', 'mute end', 'mute to'],
  },
  { id: 'offFrom', when: true, label: 'Off from', names: ['off from', 'camera off from', 'paused from'] },
  {
    id: 'offTo',
    when: true,
    label: 'Off until',
    names: ['off to', 'off until', 'camera off until', 'paused to'],
  },
  {
    id: 'ahead',
    label: 'Ahead of reference clock by',
    names: [
      'ahead',
      'ahead by',
      'ahead of dispatch',
      'ahead of reference',
      'fast by',
      'clock offset',
      'time offset',
      'offset',
    ],
  },
  { id: 'why', label: 'How that is known', names: ['why', 'offset reason', 'sync', 'how known', 'basis'] },
  { id: 'remarks', label: 'Remarks', names: ['notes', 'note', 'remarks', 'comments', 'comment'] },
  { id: 'ampm', label: 'AM or PM', names: ['am pm', 'a p', 'ampm', 'meridiem'] },
  { id: 'file', label: 'File', names: ['file', 'file name', 'filename'] },
  { id: 'exhibit', label: 'Exhibit', names: ['exhibit', 'exhibit number', 'ex'] },
  { id: 'bates', label: 'Bates', names: ['bates', 'bates number', 'bates from'] },
];

/** A heading of what names one recording, and no other. */
const ID = /^(?:(?:evidence|asset|video|file|recording|media|clip|item) )?(?:id|no|number|guid|#)$/;

/**
 * What tells one camera from another where no heading names it: the car of a recorder's export, known by what started each
 * recording; the file, where recordings have a start and a stop; and never a title that two of them bear.
 */
export function fitCamera(
  columns: Readonly<Record<string, number>>,
  table: Pick<Table, 'header' | 'rows'>,
): Record<string, number> {
  const plain = table.header.map(plainHeader);
  const recorder = plain.some((h) => /\b(?:trigger|recording reason|record reason|start reason)\b/.test(h));
  const car = plain.findIndex((h) =>
    /^(?:vehicle|car|unit|vehicle id|car number|unit id|dvr|dvr name)$/.test(h),
  );
  const { camera, start, end, file } = columns;
  if (camera !== undefined) return apart({ ...columns, camera }, table, plain);
  const rec = (at: number | undefined): boolean => /\brec(?:ord\w*)?\b/.test(plain[at ?? -1] ?? '');
  if (car >= 0 && recorder && (end !== undefined || 'length' in columns)) return withCar(columns, car);
  if (!rec(start) || !rec(end)) return { ...columns };
  if (car >= 0) return withCar(columns, car);
  const of = file ?? plain.findIndex((h) => ID.test(h) || /^(?:clip|segment|channel)$/.test(h));
  return of < 0 ? { ...columns } : { ...columns, camera: of };
}

function withCar(columns: Readonly<Record<string, number>>, car: number): Record<string, number> {
  const { actor, ...others } = columns;
  return { ...others, ...(actor === undefined || actor === car ? {} : { actor }), camera: car };
}

/** A title that several recordings of several people bear (“Traffic Stop 24-1180”) is no camera: their number is, or who wore it. */
function apart(
  columns: Record<string, number> & { readonly camera: number },
  table: Pick<Table, 'header' | 'rows'>,
  plain: readonly string[],
): Record<string, number> {
  if (!/^(?:title|video|recording)$/.test(plain[columns.camera] as string)) return columns;
  const rows = table.rows.slice(0, 5000);
  const cells = (at: number): string[] => rows.map((r) => (r.cells[at] ?? '').trim().toLowerCase());
  const titles = cells(columns.camera);
  const differ = (at: number): boolean => {
    const of = cells(at);
    return titles.some((t, i) => of[i] !== of[titles.indexOf(t)]);
  };
  const id = plain.findIndex((h, i) => {
    const of = ID.test(h) ? cells(i) : [];
    return of.length > 0 && !of.includes('') && new Set(of).size === of.length && differ(i);
  });
  const other = id >= 0 ? id : columns['actor'];
  if (other === undefined || !differ(other)) return columns;
  return { ...columns, camera: other, ...('remarks' in columns ? {} : { remarks: columns.camera }) };
}
