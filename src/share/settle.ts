import type { Change } from '../record/change';
import { type Fields, same, withField } from '../record/fields';
import type { Row } from '../record/tables';
import type { Apart, Side } from './replica';

/**
 * What a step sets that settles a field by one of its sides; it stands over all of them, also where the side that is chosen
 * stands already. @param row as it stands here; null where it is not there @returns null where the row that is to go is gone
 */
export function settling(apart: Apart, side: Side, row: Row | null): Change | null {
  const { table, id, field, sides } = apart;
  if (field === null) {
    if (side.value !== 'gone') return { table, id, before: {}, after: {} };
    return row && { table, id, before: row, after: null };
  }
  const other = sides.find((s) => !same(s.value, side.value))?.value;
  const half = (value: unknown): Fields => withField({} as Fields, field, value);
  return { table, id, before: half(other), after: half(side.value) };
}
