import { useEffect, useState } from 'react';
import { factChanges } from '../record/apply';
import { watchRecord } from '../store/feed';
import { db } from '../store/open';
import type { CaseView } from '../ui/case-view';
import type { AnalysisApi } from '../workers/analysis-worker';
import { workerClient } from '../workers/client';
import { followCase } from './follow-case';

const worker = workerClient<AnalysisApi>(
  () => new Worker(new URL('../workers/analysis-worker.ts', import.meta.url), { type: 'module' }),
  'reads the record',
);

export type CaseState =
  | { readonly status: 'loading' }
  | { readonly status: 'missing' }
  | { readonly status: 'failed'; readonly why: string }
  | { readonly status: 'ready'; readonly view: CaseView };

const QUESTIONS: Pick<CaseView, 'examine' | 'preview' | 'measure'> = {
  examine: (finding) => worker.ask((api) => api.examine(finding)),
  preview: (changes) => worker.ask((api) => api.preview(factChanges(changes))),
  measure: (from, to) => worker.ask((api) => api.measure(from, to)),
};

/** Follows a case: its record from the database, its analysis from the worker, always the two that belong together. */
export function useCase(caseId: string): CaseState {
  const [state, setState] = useState<CaseState>({ status: 'loading' });
  useEffect(() => {
    setState({ status: 'loading' });
    let stopped = false;
    const follow = followCase(
      {
        open: (record) => worker.ask((api) => api.open(record)),
        follow: (changes) => worker.ask((api) => api.follow(changes)),
      },
      {
        shown: (record, analysis, latest) => {
          if (!stopped)
            setState({
              status: 'ready',
              view: { record, analysis, latest, busy: record !== latest, ...QUESTIONS },
            });
        },
        failed: (why) => {
          if (!stopped) setState({ status: 'failed', why });
        },
      },
    );
    const stop = watchRecord(db, caseId, (at, changes) => {
      if (!at) setState({ status: 'missing' });
      else follow(at.record, changes);
    });
    return () => {
      stopped = true;
      stop();
    };
  }, [caseId]);
  return state;
}
