import type { Table, TableRow } from '../formats/table';
import { plainHeader } from './layout';

const FIELDS: readonly (readonly [string, RegExp])[] = [
  ['outTo', /^(?:checked |signed |issued )?(?:out )?to$|^(?:checked|signed|issued) out to$|^out to$/],
  ['outBy', /^(?:checked |signed )?out by$|^issued by$/],
  ['outDate', /^(?:date out|out date|date checked out|checked out date)$/],
  ['outTime', /^(?:time out|out time|out|date time out|out date time|checked out)$/],
  [
    'inFrom',
    /^(?:in|back|received back|turned (?:back )?in) from$|^(?:returned|ret|rtn|rtd|brought back) (?:by|from)$/,
  ],
  [
    'inBy',
    /^(?:checked |signed )?in by$|^returned to$|^(?:received|rec|recd|rec d|rcvd|accepted) (?:back |in )?by$/,
  ],
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
  const place = (way: string): number => Math.max(at[`${way}Date`] ?? -1, at[`${way}Time`] ?? -1);
  const hands = has('inBy') || has('inFrom') || / out to$|^out to$/.test(plain[at['outTo'] ?? -1] ?? '');
  if (!has('outTo') || !hands || place('out') < 0 || place('in') < place('out')) return table;
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
    const from = cell(r, 'inFrom') || cell(r, 'outTo');
    const back = way(from, cell(r, 'inBy'), cell(r, 'inDate'), cell(r, 'inTime'));
    const came = ['inFrom', 'inBy', 'inDate', 'inTime'].some((id) => cell(r, id) !== '');
    return came ? [out, back] : [out];
  });
  return handOvers(
    table,
    kept,
    rows,
    'Each line holds a way out and a way back: they are read as two hand-overs, the second from the one it went to.',
  );
}

/** The table with a row a hand-over: the columns that both share, then who, to whom and when. @param says what was done, for the person */
const handOvers = (
  table: Table,
  kept: readonly { readonly h: string }[],
  rows: readonly TableRow[],
  says: string,
): Table => ({
  ...table,
  header: [...kept.map(({ h }) => h), 'Released by', 'Received by', 'Date', 'Time'],
  rows,
  notices: [...table.notices, says],
});

const LEDGER: readonly (readonly [string, RegExp])[] = [
  [
    'inFrom',
    /^(?:received|rec d|recd|rcvd|submitted|booked|turned) (?:in )?(?:from|by officer)$|^(?:submitted|booked|turned) (?:in )?by$|^from$/,
  ],
  ['inBy', /^(?:received|rec d|recd|rcvd|accepted|logged|entered)(?: in)? by$/],
  ['inDate', /^(?:date in|in date|date received|received date|date booked|date logged)$/],
  ['inTime', /^(?:time in|in time|time received|received time|date time in|in date time|received)$/],
  ['outBy', /^(?:released|issued|signed out|checked out) by$/],
  ['outTo', /^(?:released|issued|signed out|checked out|transferred|out) to$/],
  ['outDate', /^(?:date out|out date|date released|released date|release date)$/],
  [
    'outTime',
    /^(?:time out|out time|time released|released time|release time|date time out|out date time|released)$/,
  ],
];

/** What says why an item left, and not why it came. */
const WHY_OUT = /^(?:reason|purpose|reason (?:for release|released|out)|released for)$/;

/**
 * A ledger of a property room that writes how an item came in and how it left on one line: two hand-overs, of which the second is
 * days later. Read as one, it left before it came. Who let it go stands there only where the ledger says so.
 */
export function waysInAndOut(table: Table): Table {
  const plain = table.header.map(plainHeader);
  const at = Object.fromEntries(LEDGER.map(([id, names]) => [id, plain.findIndex((h) => names.test(h))]));
  const has = (id: string): boolean => (at[id] ?? -1) >= 0;
  const dated = (way: string): boolean => has(`${way}Date`) || has(`${way}Time`);
  if (!has('outTo') || !(has('inBy') || has('inFrom')) || !dated('in') || !dated('out')) return table;
  // A form of one hand-over a line has its release first.
  const place = (way: string): number => Math.max(at[`${way}Date`] ?? -1, at[`${way}Time`] ?? -1);
  if (place('in') > place('out')) return table;
  const used = new Set(Object.values(at).filter((i) => i >= 0));
  const kept = table.header.flatMap((h, i) => (used.has(i) ? [] : [{ h, i }]));
  const cell = (r: TableRow, id: string): string => (has(id) ? (r.cells[at[id] as number] ?? '').trim() : '');
  const rows = table.rows.flatMap((r): TableRow[] => {
    const way = (...ids: string[]): TableRow => {
      const rest = kept.map(({ h, i }) =>
        ids.includes('inBy') && WHY_OUT.test(plainHeader(h)) ? '' : (r.cells[i] ?? ''),
      );
      return { ...r, cells: [...rest, ...ids.map((id) => cell(r, id))] };
    };
    const stands = (...ids: string[]): boolean => ids.some((id) => cell(r, id) !== '');
    return [
      ...(stands('inFrom', 'inBy', 'inDate', 'inTime') ? [way('inFrom', 'inBy', 'inDate', 'inTime')] : []),
      ...(stands('outBy', 'outTo', 'outDate', 'outTime')
        ? [way('outBy', 'outTo', 'outDate', 'outTime')]
        : []),
    ];
  });
  return handOvers(
    table,
    kept,
    rows,
    'Each line holds how an item came in and how it left: they are read as two hand-overs.',
  );
}
