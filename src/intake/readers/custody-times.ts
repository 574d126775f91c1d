import type { Block } from './blocks';
import { findDates } from './dates';
import type { Moment } from './moments';
import type { ReadContext } from './reader';

export type Hand = 'released' | 'received';
/** Whose a column is by its own words: `Signature of receiver`. */
export const handIn = (label: string): Hand | null =>
  /releas|relinq/i.test(label) ? 'released' : /receiv/i.test(label) ? 'received' : null;

/** A row of a custody table: its cells under the columns of its head. */
interface Row {
  readonly block: Block;
  readonly roles: readonly string[];
  readonly cells: readonly string[];
  readonly indexes: readonly number[];
}

/** Where each hand has columns of its own for its day and its time: what stands in them, empty where nothing does. Null where it has not. */
export function timesOfBoth(
  row: Row,
  own: readonly Moment[],
  context: ReadContext,
): Record<Hand, { date: string; at: string }> | null {
  let hand: Hand | null = null;
  const hands = row.roles.map((role, i): Hand | null => {
    if (role === 'released' || role === 'received') hand = role;
    const when = role === 'both' || role === 'time' || role === 'date';
    return when ? (handIn(row.block.headRow[i] ?? '') ?? hand) : null;
  });
  if (!hands.includes('released') || !hands.includes('received')) return null;
  const { cells, columns } = row.block;
  const columnAt = (at: number): number => columns[cells.findLastIndex((c) => c.at < at)] ?? -1;
  const of = (h: Hand): { date: string; at: string } => {
    const m = own.find((x) => x.block === row.indexes[0] && hands[columnAt(x.end)] === h);
    const written = row.cells.filter((_, i) => hands[i] === h).join(' ');
    const day = findDates(written, context.dateOrder).find((d) => !d.day.startsWith('-'))?.day;
    return { date: day ?? m?.date ?? '', at: m?.start ?? '' };
  };
  return { released: of('released'), received: of('received') };
}

/** The time of a row; where it has one of coming in and one of going out, that of coming in. */
export function timeOfRow(row: Row, own: readonly Moment[]): Moment | undefined {
  const { cells, columns, headRow } = row.block;
  const come = own.find((m) =>
    /\bin$/i.test(headRow[columns[cells.findLastIndex((c) => c.at < m.end)] ?? -1] ?? ''),
  );
  return come ?? own[0];
}
