import { LANES } from '../../drawing/lanes';
import type { Ground } from '../../drawing/lanes/lane';
import { ofCase } from '../../store/database';
import { db } from '../../store/open';
import { useKept } from '../../ui/use-kept';

const NONE: Ground['beside'] = {};

/** Rows beside the record that these kinds of lanes draw; none until they are read. */
export function useBeside(caseId: string, kinds: readonly string[]): Ground['beside'] {
  const tables = LANES.filter((kind) => kinds.includes(kind.id)).flatMap((kind) => kind.tables ?? []);
  const read = useKept(
    async () =>
      Object.fromEntries(
        await Promise.all(tables.map(async (t) => [t, await ofCase(db.table(t), caseId).toArray()] as const)),
      ),
    [caseId, tables.join()],
  );
  return tables.length === 0 ? NONE : (read ?? NONE);
}
