import type { Table, TableRow } from '../formats/table';
import { plainHeader } from './layout';

const FIELDS: readonly (readonly [string, RegExp])[] = [
  ['outTo', /^(?:checked |signed |issued )?(?:out )?to$|^(?:checked|signed|issued) out to$|^out to$/],
  ['outBy', /^(?:checked |signed )?out by$|^issued by$/],
  ['outDate', /^(?:date out|out date|date checked out|checked out date)$/],
  ['outTime', /^(?:time out|out time|out|date time out|out date time|checked out)$/],
  ['inBy', /^(?:checked |signed )?in by$|^returned to$|^received back by$/],
  ['inDate', /^(?:date in|in date|return date|date returned|date checked in|checked in date)$/],
  [
    'inTime',
    /^(?:time in|in time|in|return time|time returned|returned|date time in|in date time|checked in)$/,
  ],
];

/**
 * A ledger of a property room that writes an item's way out and its way back on one line, as one hand-over a line: “Out to
 * Lab, in by Lowe” are two, and the time of the return is no time of the receipt. Other tables are given as they are.
 */
export function waysOutAndBack(table: Table): Table {
  const plain = table.header.map(plainHeader);
  const at = Object.fromEntries(FIELDS.map(([id, names]) => [id, plain.findIndex((h) => names.test(h))]));
  const has = (id: string): boolean => (at[id] ?? -1) >= 0;
  if (
    !has('outTo') ||
    !has('inBy') ||
    !(has('outDate') || has('outTime')) ||
    !(has('inDate') || has('inTime'))
  )
    return table;
  const used = new Set(Object.values(at).filter((i) => i >= 0));
  const kept = table.header.flatMap((h, i) => (used.has(i) ? [] : [{ h, i }]));
  const cell = (r: TableRow, id: string): string => (has(id) ? (r.cells[at[id] as number] ?? '').trim() : '');
  const rows = table.rows.flatMap((r): TableRow[] => {
    const rest = kept.map(({ i }) => r.cells[i] ?? '');
    const way = (by: string, to: string, date: string, time: string): TableRow => ({
      ...r,
      cells: [...rest, by, to, date, time],
    });
    const out = way(cell(r, 'outBy'), cell(r, 'outTo'), cell(r, 'outDate'), cell(r, 'outTime'));
    const back = way(cell(r, 'outTo'), cell(r, 'inBy'), cell(r, 'inDate'), cell(r, 'inTime'));
    return ['inBy', 'inDate', 'inTime'].some((id) => cell(r, id) !== '') ? [out, back] : [out];
  });
  return {
    ...table,
    header: [...kept.map(({ h }) => h), 'Released by', 'Received by', 'Date', 'Time'],
    rows,
    notices: [
      ...table.notices,
      'Each line holds a way out and a way back: they are read as two hand-overs, the second from the one it went to.',
    ],
  };
}
