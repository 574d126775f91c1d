import { type Remote, wrap } from 'comlink';
import { useEffect, useState } from 'react';
import type { Change } from '../record/change';
import type { CaseRecord } from '../record/record';
import { watchRecord } from '../store/feed';
import { db } from '../store/open';
import type { CaseView } from '../ui/case-view';
import type { AnalysisApi } from '../workers/analysis-worker';

let worker: Remote<AnalysisApi> | null = null;
function analyzer(): Remote<AnalysisApi> {
  worker ??= wrap<AnalysisApi>(
    new Worker(new URL('../workers/analysis-worker.ts', import.meta.url), { type: 'module' }),
  );
  return worker;
}

export type CaseState =
  | { readonly status: 'loading' }
  | { readonly status: 'missing' }
  | { readonly status: 'failed'; readonly why: string }
  | { readonly status: 'ready'; readonly view: CaseView };

/** Follows a case: its record from the database, its analysis from the worker, always the two that belong together. */
export function useCase(caseId: string): CaseState {
  const [state, setState] = useState<CaseState>({ status: 'loading' });
  useEffect(() => {
    setState({ status: 'loading' });
    let stopped = false;
    let latest: CaseRecord | null = null;
    let shown: Omit<CaseView, 'latest' | 'busy'> | null = null;
    const publish = (): void => {
      if (stopped || !latest || !shown) return;
      setState({ status: 'ready', view: { ...shown, latest, busy: shown.record !== latest } });
    };
    // The worker keeps the record and is told the changes; an analysis that newer changes overtake is given up in the middle.
    const follow = async (record: CaseRecord, changes: readonly Change[] | null): Promise<void> => {
      try {
        const analysis = await (changes ? analyzer().follow(changes) : analyzer().open(record));
        if (!analysis || stopped) return;
        shown = {
          record,
          analysis,
          examine: (finding) => analyzer().examine(finding),
          preview: (c) => analyzer().preview(c),
          measure: (a, b) => analyzer().measure(a, b),
        };
        publish();
      } catch (error) {
        if (!stopped)
          setState({ status: 'failed', why: error instanceof Error ? error.message : String(error) });
      }
    };
    const stop = watchRecord(db, caseId, (at, changes) => {
      if (!at) setState({ status: 'missing' });
      else {
        latest = at.record;
        publish();
        void follow(latest, changes);
      }
    });
    return () => {
      stopped = true;
      stop();
    };
  }, [caseId]);
  return state;
}
