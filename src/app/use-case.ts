import { type Remote, wrap } from 'comlink';
import { useEffect, useState } from 'react';
import type { Analysis } from '../analysis/analyze';
import type { CaseRecord } from '../record/record';
import { watchRecord } from '../store/feed';
import { db } from '../store/open';
import type { CaseView } from '../widgets/case-view';
import type { AnalysisApi } from './analysis-worker';

let worker: Remote<AnalysisApi> | null = null;
function analyzer(): Remote<AnalysisApi> {
  worker ??= wrap<AnalysisApi>(new Worker(new URL('./analysis-worker.ts', import.meta.url), { type: 'module' }));
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
    let running = false;
    let latest: CaseRecord | null = null;
    let shown: Omit<CaseView, 'latest' | 'busy'> | null = null;
    const publish = (): void => {
      if (stopped || !latest || !shown) return;
      setState({ status: 'ready', view: { ...shown, latest, busy: shown.record !== latest } });
    };
    // Only the newest record is ever analyzed: what came between is skipped.
    const run = async (): Promise<void> => {
      if (running) return;
      running = true;
      try {
        while (!stopped && latest && latest !== shown?.record) {
          const record: CaseRecord = latest;
          const analysis: Analysis = await analyzer().analyze(record);
          shown = {
            record,
            analysis,
            examine: (finding) => analyzer().examine(record, finding),
            analyze: (r) => analyzer().analyze(r),
            measure: (a, b) => analyzer().measure(record, a, b),
          };
          publish();
        }
      } catch (error) {
        if (!stopped) setState({ status: 'failed', why: error instanceof Error ? error.message : String(error) });
      } finally {
        running = false;
      }
    };
    const stop = watchRecord(db, caseId, (at) => {
      if (!at) setState({ status: 'missing' });
      else {
        latest = at.record;
        publish();
        void run();
      }
    });
    return () => {
      stopped = true;
      stop();
    };
  }, [caseId]);
  return state;
}
