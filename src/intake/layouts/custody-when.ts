import { columnName, type Table } from '../formats/table';
import { CUSTODY_FIELDS } from './custody-fields';
import { withHands, withNumbers } from './custody-hands';
import { guessColumns, type Mapping } from './layout';
import { columnHolds } from './moments-by-value';

/** A cell that holds a time or a day and nothing else. */
const WHEN =
  /^\d{1,4}([:/.-]\d{1,4})+([ T,]+\d{1,2}:?\d{2}(:\d{2})?)?\s*([ap]\.?m?\.?|hrs?)?$|^\d{3,4}( ?hrs?)?$/i;
/** Field of hands to the field it is if times stand there. */
const HANDS: readonly (readonly [string, string])[] = [
  ['releasedBy', 'releasedAt'],
  ['receivedBy', 'receivedAt'],
];

/** “From” and “To” may hold times instead of hands, “Out” and “In” hands instead of times: their cells tell. */
export function fitCustody(
  columns: Readonly<Record<string, number>>,
  table: Pick<Table, 'header' | 'rows'>,
): Record<string, number> {
  const fitted: Record<string, number> = { ...columns };
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
  const isNumber = (heading: string): boolean => 'item' in guessColumns([heading], CUSTODY_FIELDS);
  return withTimes(withNumbers(withHands(fitted, table), table, isNumber), table);
}

const has = (columns: Readonly<Record<string, number>>, ...fields: readonly string[]): boolean =>
  fields.some((f) => f in columns);

/** Days of another matter than a hand-over. */
const OTHER_DAY =
  /\b(?:court|hearing|trial|offen[cs]e|incident|arrest\w*|crime|booking|review|destr\w*|dispos\w*|retention|report\w*|case|sei[sz]ed|collected|found|purge)\b/i;

/** Where no heading says when: the one other column of times, and the one of days, are those of the hand-over. */
function withTimes(
  columns: Record<string, number>,
  table: Pick<Table, 'header' | 'rows'>,
): Record<string, number> {
  const { times, days } = otherTimes(columns, table);
  const found = { ...columns };
  const [time, date] = [times[0], days[0]];
  if (time !== undefined && times.length === 1 && !has(columns, 'time', 'releasedAt', 'receivedAt'))
    found['time'] = time;
  const dated = (at: number | undefined): boolean =>
    at !== undefined && table.rows.slice(0, 200).some((r) => /\d[-/.]\w+[-/.]\d/.test(r.cells[at] ?? ''));
  const alone = days.length === 1 && !has(columns, 'date', 'releasedDate', 'receivedDate');
  if (date !== undefined && alone && ![found['time'], found['releasedAt'], found['receivedAt']].some(dated))
    found['date'] = date;
  return found;
}

/** The columns of a form that hold times or days and of which nothing is made, where it has none that says when. */
function otherTimes(
  columns: Readonly<Record<string, number>>,
  table: Pick<Table, 'header' | 'rows'>,
): { readonly times: readonly number[]; readonly days: readonly number[] } {
  const used = new Set(Object.values(columns));
  const other = [...table.header.keys()].filter((at) => !used.has(at));
  return {
    times: other.filter((at) => columnHolds(table, at) === 'times'),
    days: other.filter((at) => columnHolds(table, at) === 'days' && !OTHER_DAY.test(table.header[at] ?? '')),
  };
}

/** Why no row of a form is taken of which no column says when, while others hold times: that would be a proved hole in each. */
export function timesUnsaid(table: Table, mapping: Mapping): string {
  const when = CUSTODY_FIELDS.filter((f) => f.when).some((f) => f.id in mapping.columns);
  const { times, days } = when ? { times: [], days: [] } : otherTimes(mapping.columns, table);
  const names = [...days, ...times].map((at) => `“${columnName(table, at)}”`).join(', ');
  return names === '' ? '' : `no column says when: ${names} may, say which is the time of the hand-over`;
}

/** How a field that was taken by other than its name is said. */
const SAYS: readonly (readonly [field: string, says: (heading: string) => string])[] = [
  ['date', (h) => `“${h}” is taken for the date of each hand-over, since it holds days.`],
  ['time', (h) => `“${h}” is taken for the time of each hand-over, since it holds times.`],
  ['releasedBy', (h) => `“${h}” is taken for who gave it away: say so if it is not.`],
  ['receivedBy', (h) => `“${h}” is taken for who took it: say so if it is not.`],
  ['item', (h) => `“${h}” is taken for the number of the item: say so if it is not.`],
];

/** That a column was taken for what it is by its values or by the words of its heading, where that is no name of the field. */
export const takenByValue = (table: Table, { columns }: Pick<Mapping, 'columns'>): string[] =>
  SAYS.flatMap(([id, says]) => {
    const heading = table.header[columns[id] ?? -1] ?? '';
    return heading === '' || id in guessColumns([heading], CUSTODY_FIELDS) ? [] : [says(heading)];
  });
