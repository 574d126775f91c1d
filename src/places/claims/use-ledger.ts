import { useEffect, useState } from 'react';
import type { Ledger } from '../../analysis/claims';
import type { ClaimNote } from '../../record/work-product';
import { ofCase } from '../../store/database';
import { db } from '../../store/open';
import type { CaseView } from '../../ui/case-view';
import { useKept } from '../../ui/use-kept';
import { WorkEnded } from '../../workers/client';

/** The ledger of the record as it stands: the one before stays on the screen until the new one is there. */
export function useLedger(view: CaseView): { ledger: Ledger | null; fault: string; busy: boolean } {
  const { record, claims } = view;
  const [state, setState] = useState<{ of: CaseView['record'] | null; ledger: Ledger | null; fault: string }>(
    {
      of: null,
      ledger: null,
      fault: '',
    },
  );
  useEffect(() => {
    let stale = false;
    claims().then(
      (ledger) => !stale && ledger && setState({ of: record, ledger, fault: '' }),
      (error: unknown) => {
        if (stale || error instanceof WorkEnded) return;
        setState((s) => ({
          ...s,
          of: record,
          fault: error instanceof Error ? error.message : String(error),
        }));
      },
    );
    return () => {
      stale = true;
    };
  }, [record, claims]);
  return { ledger: state.ledger, fault: state.fault, busy: state.of !== record };
}

const NONE: ReadonlyMap<string, ClaimNote> = new Map();

/** What the attorney makes of each claim, by the row that it is. */
export function useClaimNotes(caseId: string): ReadonlyMap<string, ClaimNote> {
  return (
    useKept(
      async () => new Map((await ofCase(db.claimNotes, caseId).toArray()).map((n) => [n.about, n])),
      [caseId],
    ) ?? NONE
  );
}
