import { parseTime, readDate } from '../../time/grammar/parse';
import type { Table } from '../formats/table';

/** So many rows tell what a column holds. */
const LOOKED_AT = 100;

/**
 * What columns without names hold, by their values, in the fields of a log with one event a row: the first column of days, the first
 * and second of times, the longest words as what happened, the next ones as remarks, and short words said again and again as who.
 */
export function columnsByValue({ header, rows }: Pick<Table, 'header' | 'rows'>): Record<string, number> {
  const columns: Record<string, number> = {};
  const texts: { at: number; long: number; few: boolean }[] = [];
  for (const at of header.keys()) {
    const values = rows
      .slice(0, LOOKED_AT)
      .map((r) => (r.cells[at] ?? '').trim())
      .filter((v) => v !== '');
    if (values.length === 0) continue;
    const most = (is: (v: string) => boolean): boolean => values.filter(is).length >= 0.8 * values.length;
    if (!('date' in columns) && most((v) => readDate(v, 'mdy').ok)) columns['date'] = at;
    else if (most((v) => /\d/.test(v) && parseTime(v, 'mdy').ok)) {
      if (!('start' in columns)) columns['start'] = at;
      else if (!('end' in columns)) columns['end'] = at;
    } else {
      const long = values.reduce((n, v) => n + v.length, 0) / values.length;
      texts.push({ at, long, few: long <= 24 && new Set(values).size <= Math.max(1, values.length / 2) });
    }
  }
  const who = texts.find((t) => t.few && texts.length > 1);
  if (who) columns['actor'] = who.at;
  const [first, second] = texts.filter((t) => t !== who);
  if (first) columns['description'] = first.at;
  if (second) columns['remarks'] = second.at;
  return columns;
}
