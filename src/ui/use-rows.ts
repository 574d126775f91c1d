import type { OwnTable } from '../actions/own-rows';
import type { Rows } from '../record/tables';
import { ofCase } from '../store/database';
import { db } from '../store/open';
import { useKept } from './use-kept';

/** The rows of one table beside the facts, of a case; undefined until they are read. @throws where they cannot be read: the place says so */
export const useRows = <T extends OwnTable>(table: T, caseId: string): readonly Rows[T][] | undefined =>
  useKept(async () => (await ofCase(db.table(table), caseId).toArray()) as Rows[T][], [table, caseId]);
