import type { Change } from '../record/change';
import { differences, halves, same } from '../record/fields';
import type { Row, TableName } from '../record/tables';
import type { Replica, Touched } from './replica';

/**
 * What is to be done to the rows that stand here so that they are what the steps make of them. The case itself is never made or
 * taken out by a step. @param rowOf the row as it stands; null where it is not there
 */
export function changesFor(
  replica: Replica,
  touched: readonly Touched[],
  rowOf: (table: TableName, id: string) => Row | null,
): Change[] {
  return touched.flatMap(({ table, id }): Change[] => {
    const now = rowOf(table, id);
    const next = replica.view(table, id, now);
    if (same(now, next) || (table === 'cases' && !(now && next))) return [];
    if (!now || !next) return [{ table, id, before: now, after: next }];
    return [{ table, id, ...halves(differences(table, now, next)) }];
  });
}
