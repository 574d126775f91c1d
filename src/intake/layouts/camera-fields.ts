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

/** An export of a car’s recorder names no camera but the car: what started each recording tells that they are recordings. */
export function fitCamera(
  columns: Readonly<Record<string, number>>,
  table: Pick<Table, 'header'>,
): Record<string, number> {
  const plain = table.header.map(plainHeader);
  const recorder = plain.some((h) => /\b(?:trigger|recording reason|record reason|start reason)\b/.test(h));
  const car = plain.findIndex((h) =>
    /^(?:vehicle|car|unit|vehicle id|car number|unit id|dvr|dvr name)$/.test(h),
  );
  if (!recorder || 'camera' in columns || car < 0 || !('end' in columns || 'length' in columns))
    return { ...columns };
  const { actor, ...others } = columns;
  return { ...others, ...(actor === undefined || actor === car ? {} : { actor }), camera: car };
}
