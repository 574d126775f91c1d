import type { Table, TableRow } from '../formats/table';
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

/** A table in which year, month and day, or hour and minute, stand in columns of their own, with one column for each; said. */
export function withPartsJoined(table: Table): Table {
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
