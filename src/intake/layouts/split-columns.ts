import { columnName, type Table, type TableRow } from '../formats/table';
import { plainHeader } from './layout';

/** Headings of the parts of one value, the name of the column they make, and how they are put together. */
const PARTS: readonly {
  readonly heads: readonly RegExp[];
  readonly name: string;
  readonly join: (parts: readonly string[]) => string;
}[] = [
  {
    heads: [/^(?:yr|year)$/, /^(?:mo|mon|month)$/, /^(?:day|dd)$/],
    name: 'Date',
    join: ([y, m, d]) => (/^\d{1,2}$/.test(m as string) ? `${y}-${two(m)}-${two(d)}` : `${m} ${d}, ${y}`),
  },
  {
    heads: [/^(?:hr|hour|hh)$/, /^(?:min|minute|mm)$/, /^(?:sec|second|ss)$/],
    name: 'Time',
    join: ([h, m, s]) => [h, two(m), ...(s === undefined ? [] : [two(s)])].join(':'),
  },
  {
    heads: [/^(?:hr|hour|hh)$/, /^(?:min|minute|mm)$/],
    name: 'Time',
    join: ([h, m]) => `${h}:${two(m)}`,
  },
];

const two = (n: string | undefined): string => (n ?? '').padStart(2, '0');

const HALF = /^([ap])\.?\s?m?\.?$/i;
const HALVES = /^(?:am pm|a p|ampm|meridiem)$/;
const CLOCK = /^(?:\d{1,2}(?:[:.]\d{2}){0,2}|\d{3,4})$/;

/** Whether a column says AM or PM in each row, and nothing else; by letters alone (`P`) only where its heading does not name something else. */
function saysHalves({ header, rows }: Table, at: number): boolean {
  const head = plainHeader(header[at] ?? '');
  const named = head === '' || HALVES.test(head);
  let some = false;
  for (const { cells } of rows) {
    const cell = (cells[at] ?? '').trim();
    if (cell === '') continue;
    if (!HALF.test(cell) || (!named && cell.length < 2)) return false;
    some = true;
  }
  return some;
}

/** Whether a column holds bare times, as far as its first rows show. */
function holdsClock({ rows }: Table, at: number): boolean {
  const cells = rows.slice(0, 100).flatMap((r) => (r.cells[at] ?? '').trim() || []);
  return cells.length > 0 && cells.filter((c) => CLOCK.test(c)).length >= 0.6 * cells.length;
}

/** A table in which AM and PM stand in a column of their own behind each time, with both in one; said where no heading says it. Without them 11:50 PM is of the morning. */
function withHalves(table: Table): Table {
  const width = Math.max(table.header.length, table.rows[0]?.cells.length ?? 0);
  const halves = Array.from({ length: width }, (_, at) => at).filter(
    (at) => at > 0 && saysHalves(table, at) && holdsClock(table, at - 1),
  );
  if (halves.length === 0) return table;
  const row = (r: TableRow): TableRow => {
    const cells = [...r.cells];
    for (const at of halves) {
      const [time, half] = [(cells[at - 1] ?? '').trim(), HALF.exec((cells[at] ?? '').trim())?.[1]];
      if (time !== '' && half) cells[at - 1] = `${time} ${half.toLowerCase()}m`;
    }
    return { ...r, cells: cells.filter((_, i) => !halves.includes(i)) };
  };
  return {
    ...table,
    header: table.header.filter((_, i) => !halves.includes(i)),
    rows: table.rows.map(row),
    notices: [
      ...table.notices,
      ...halves
        .filter((at) => !HALVES.test(plainHeader(table.header[at] ?? '')))
        .map(
          (at) =>
            `The columns “${columnName(table, at - 1)}” and “${columnName(table, at)}” are read as one, with AM or PM behind the time.`,
        ),
    ],
  };
}

/** A table in which year, month and day, or hour and minute, stand in columns of their own, with one column for each; said. */
export function withPartsJoined(table: Table): Table {
  return withHalves(partsJoined(table));
}

function partsJoined(table: Table): Table {
  let joined = table;
  for (const part of PARTS) {
    const plain = joined.header.map(plainHeader);
    const at = part.heads.map((head) => plain.findIndex((h) => head.test(h)));
    if (at.some((i) => i < 0) || plain.includes(part.name.toLowerCase())) continue;
    const [first, ...rest] = at as [number, ...number[]];
    const names = at.map((i) => joined.header[i]);
    const put = (cells: readonly string[], value: string): string[] =>
      cells.map((c, i) => (i === first ? value : c)).filter((_, i) => !rest.includes(i));
    const row = (r: TableRow): TableRow => {
      const values = at.map((i) => (r.cells[i] ?? '').trim());
      const whole = values.every((v) => v !== '') ? part.join(values) : values.join(' ').trim();
      return {
        ...r,
        cells: put(
          Array.from(joined.header, (_, i) => r.cells[i] ?? ''),
          whole,
        ),
      };
    };
    joined = {
      ...joined,
      header: put(joined.header, part.name),
      rows: joined.rows.map(row),
      notices: [...joined.notices, `The columns ${names.join(', ')} are read as one, “${part.name}”.`],
    };
  }
  return joined;
}
