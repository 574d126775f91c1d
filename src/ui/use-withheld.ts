import { type Withheld, withheldOf } from '../exhibits/withheld';
import { ofCase } from '../store/database';
import { db } from '../store/open';
import { useKept } from './use-kept';

/** What the plan of a case keeps back from all that leaves; undefined until it is read: nothing may be shown before. */
export const useWithheld = (caseId: string): Withheld | undefined =>
  useKept(async () => withheldOf(await ofCase(db.disclosures, caseId).toArray()), [caseId]);
