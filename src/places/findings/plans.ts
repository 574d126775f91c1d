import type { DisclosurePlan, Note } from '../../record/work-product';
import { ofCase } from '../../store/database';
import { db } from '../../store/open';
import { useKept } from '../../ui/use-kept';

/** The attorney's own part of each finding, by its key. */
export interface Plans {
  readonly plan: ReadonlyMap<string, DisclosurePlan>;
  readonly note: ReadonlyMap<string, Note>;
}

const NONE: Plans = { plan: new Map(), note: new Map() };

/** Plans and notes of a case, as they stand. */
export function usePlans(caseId: string): Plans {
  return (
    useKept(async (): Promise<Plans> => {
      const [plans, notes] = await Promise.all([
        ofCase(db.disclosures, caseId).toArray(),
        ofCase(db.notes, caseId).toArray(),
      ]);
      return { plan: new Map(plans.map((p) => [p.about, p])), note: new Map(notes.map((n) => [n.about, n])) };
    }, [caseId]) ?? NONE
  );
}
