import { parseTime, readDate } from '../../time/grammar/parse';
import type { Table } from '../formats/table';
import { plainHeader } from './layout';

type Columns = Readonly<Record<string, number>>;

/** Words of a heading under which stands who gives a thing away, and who takes it. */
const GIVES =
  /\b(?:submitting|submitted|releasing|released|relinquishing|relinquished|transferring|transferor|surrendered|delivering|delivered|giving|given|giver|outgoing|sending|sender|previous|prior|former|from|depositing|depositor)\b|\b(?:handed|turned|signed|checked)? ?(?:over|in|out|off) (?:by|from)\b/;
const TAKES =
  /\b(?:receiving|received|receiver|recipient|accepting|accepted|incoming|new|next|to|taker|taking|taken|transferee)\b/;
/** Whoever has it: who gives it, where another column says who takes it. */
const HAS = /^(?:custodian|held by|holder|current custodian|in custody of|custody of)$/;
const NO_HAND =
  /\b(?:date|time|when|day|sign\w*|sig|initials?|seal\w*|weight|wt|qty|quantity|amount|condition|purpose|reason|type|status|phone|id|badge|no|number)\b|#/;
const ITEM =
  /\b(?:bag|package|pkg|parcel|envelope|container|evidence|evid|property|prop|exhibit|exh|tag|item|barcode|sample|specimen|asset)\b(?=.*(?:\b(?:no|num|number|nbr|id|code|tag)\b|#))|^#$|^barcode$/;
const WHAT = /\b(?:desc\w*|contents?|article|evidence|item|property|what)\b/;

/** Whether most cells of a column are words, and no times or days. */
function isWorded({ rows }: Pick<Table, 'rows'>, at: number): boolean {
  const cells = rows.slice(0, 200).flatMap((r) => (r.cells[at] ?? '').trim() || []);
  const when = (c: string): boolean => /\d/.test(c) && (readDate(c, 'mdy').ok || parseTime(c, 'mdy').ok);
  return cells.length > 0 && cells.filter((c) => /[a-z]/i.test(c) && !when(c)).length >= 0.6 * cells.length;
}

/** Whether a column only counts the rows: 1, 2, 3. */
const countsRows = ({ rows }: Pick<Table, 'rows'>, at: number): boolean =>
  rows.length > 1 && rows.every((r, i) => i === 0 || Number(r.cells[at]) === Number(rows[0]?.cells[at]) + i);

/**
 * Who gave and who took, told by the words of two headings that no name of a field has: `Submitting officer`, `Handed over to`;
 * with both known, which thing it was and what it is. Where only one of the two is found nothing is.
 */
export function withHands(columns: Columns, table: Pick<Table, 'header' | 'rows'>): Record<string, number> {
  const heads = table.header.map(plainHeader);
  const used = new Set(Object.values(columns));
  const free = [...heads.keys()].filter((at) => !used.has(at) && heads[at] !== '');
  const hands = free.filter((at) => !NO_HAND.test(heads[at] as string) && isWorded(table, at));
  const takes = (at: number): boolean => TAKES.test(heads[at] as string);
  const { releasedBy, receivedBy } = columns;
  let to = receivedBy ?? hands.find(takes);
  let from = releasedBy ?? hands.find((at) => at !== to && !takes(at) && GIVES.test(heads[at] as string));
  if (from === undefined && receivedBy !== undefined && HAS.test(heads[receivedBy] as string)) {
    const other = hands.find(takes);
    if (other !== undefined) [from, to] = [receivedBy, other];
  }
  if (from === undefined || to === undefined) return { ...columns };
  const found: Record<string, number> = { ...columns, releasedBy: from, receivedBy: to };
  const left = free.filter((at) => at !== from && at !== to);
  const item = left.find((at) => ITEM.test(heads[at] as string) && !countsRows(table, at));
  if (!('item' in found) && item !== undefined) found['item'] = item;
  const what = left.find((at) => at !== item && WHAT.test(heads[at] as string) && isWorded(table, at));
  if (!('description' in found) && what !== undefined) found['description'] = what;
  return found;
}

/** Headings that may stand over what a thing is as well as over its number. */
const EITHER = /^(?:items?|property|exhibit|evidence item|property item)$/;

/** `Tag` with E-551-1 beside `Item` with “pistol 9mm”: the tag is the number, and the item what it is. */
export function withNumbers(
  columns: Record<string, number>,
  table: Pick<Table, 'header' | 'rows'>,
  isNumber: (heading: string) => boolean,
): Record<string, number> {
  const { item, description } = columns;
  if (item === undefined || description !== undefined) return columns;
  const words = table.rows.slice(0, 200).flatMap((r) => (r.cells[item] ?? '').trim() || []);
  const named = words.filter((c) => /[a-z]{3}/i.test(c)).length * 2 > words.length;
  if (!named || !EITHER.test(plainHeader(table.header[item] ?? ''))) return columns;
  const used = new Set(Object.values(columns));
  const number = [...table.header.keys()].find(
    (at) => !used.has(at) && isNumber(table.header[at] as string) && !countsRows(table, at),
  );
  return number === undefined ? columns : { ...columns, item: number, description: item };
}
