import type { Case } from './case';
import { FACT_TABLES, type FactTable, type Rows } from './tables';

type Facts = { readonly [T in FactTable]: readonly Rows[T][] };

/** The facts of one case, all of them: what the solver and the rules see. It has no place for work product. */
export interface CaseRecord extends Facts {
  readonly case: Case;
}

/** A record with a case and nothing in it yet. */
export function emptyRecord(of: Case): CaseRecord {
  return { case: of, ...Object.fromEntries(FACT_TABLES.map((t) => [t, []])) } as unknown as CaseRecord;
}
