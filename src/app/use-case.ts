import { type Remote, wrap } from 'comlink';
import { useEffect, useState } from 'react';
import { factChanges } from '../record/apply';
import { watchRecord } from '../store/feed';
import { db } from '../store/open';
import type { CaseView } from '../ui/case-view';
import type { AnalysisApi } from '../workers/analysis-worker';
import { followCase } from './follow-case';

interface Running {
  readonly api: Remote<AnalysisApi>;
  /** Comes to nothing but an error: what the worker fails at leaves its calls without an answer. */
  readonly broken: Promise<never>;
}

let running: Running | null = null;
function analyzer(): Running {
  if (running) return running;
  const worker = new Worker(new URL('../workers/analysis-worker.ts', import.meta.url), { type: 'module' });
  const broken = new Promise<never>((_, fail) => {
    const stopped = (why: string): void => {
      worker.terminate();
      running = null;
      fail(new Error(why));
    };
    worker.onerror = (e) => stopped(e.message || 'The part of the app that reads the record did not start.');
    worker.onmessageerror = () => stopped('The part of the app that reads the record was not understood.');
  });
  // Whoever waits for an answer hears of it; nobody else has to.
  broken.catch(() => undefined);
  running = { api: wrap<AnalysisApi>(worker), broken };
  return running;
}

/** One question to the worker: its answer, or the error by which the worker stopped. */
function ask<T>(question: (api: Remote<AnalysisApi>) => Promise<T>): Promise<T> {
  const { api, broken } = analyzer();
  return Promise.race([question(api), broken]);
}

export type CaseState =
  | { readonly status: 'loading' }
  | { readonly status: 'missing' }
  | { readonly status: 'failed'; readonly why: string }
  | { readonly status: 'ready'; readonly view: CaseView };

const QUESTIONS: Pick<CaseView, 'examine' | 'preview' | 'measure'> = {
  examine: (finding) => ask((api) => api.examine(finding)),
  preview: (changes) => ask((api) => api.preview(factChanges(changes))),
  measure: (from, to) => ask((api) => api.measure(from, to)),
};

/** Follows a case: its record from the database, its analysis from the worker, always the two that belong together. */
export function useCase(caseId: string): CaseState {
  const [state, setState] = useState<CaseState>({ status: 'loading' });
  useEffect(() => {
    setState({ status: 'loading' });
    let stopped = false;
    const follow = followCase(
      {
        open: (record) => ask((api) => api.open(record)),
        follow: (changes) => ask((api) => api.follow(changes)),
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
