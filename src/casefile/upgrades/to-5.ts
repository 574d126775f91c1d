import type { Row, TableName } from '../../record/tables';

const named = (key: unknown): unknown =>
  typeof key === 'string' ? key.replace(/^assumption (.*?) *$/, '$1') : key;

/** Assumptions that are switched off went by a key of the solver's own (`assumption cam zone `); now by their name (`cam zone`). */
export function to5(table: TableName, row: Row): Row {
  const trust = row['trust'];
  if (table !== 'cases' || typeof trust !== 'object' || trust === null || !('off' in trust)) return row;
  return { ...row, trust: { ...trust, off: Array.isArray(trust.off) ? trust.off.map(named) : trust.off } };
}
