import type { Case } from '../record/case';
import { chainHash } from '../record/chain';
import type { Change } from '../record/change';
import type { CaseRecord } from '../record/record';
import { ROW_TABLES, type Row, type TableName } from '../record/tables';
import { type CaseContent, grouped, rowsIn } from './content';

/**
 * A case as it was last on the screen, where the database has it no longer: every row, and a history that begins here.
 * @param own the rows that are no facts, by table @param at ms
 */
export function contentOnScreen(
  record: CaseRecord,
  own: ReadonlyMap<TableName, ReadonlyMap<string, Row>>,
  who: string,
  at: number,
): CaseContent {
  const facts = record as unknown as Record<string, readonly Row[]>;
  const lists = grouped((t) => facts[t] ?? [...(own.get(t)?.values() ?? [])]);
  const of: Case = { ...record.case, deletedAt: null };
  const content = { case: of, ...lists, history: [] };
  const changes: Change[] = [
    { table: 'cases', id: of.id, before: null, after: of },
    ...ROW_TABLES.flatMap((table) =>
      rowsIn(content, table).map((r): Change => ({ table, id: r.id, before: null, after: r })),
    ),
  ];
  const entry = {
    caseId: of.id,
    seq: 1,
    at,
    who,
    what: 'Saved from the screen: the case was not in the browser any more',
    kind: 'file' as const,
    of: null,
    rows: changes.length,
  };
  return { ...content, history: [{ ...entry, hash: chainHash('', entry, changes), changes }] };
}
