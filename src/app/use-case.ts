import { notifications } from '@mantine/notifications';
import { startTransition, useEffect, useState } from 'react';
import { factChanges } from '../record/apply';
import { faultSays } from '../store/faults';
import { followRecord, type RecordAt } from '../store/following';
import { db } from '../store/open';
import type { CaseView } from '../ui/case-view';
import { onCaseGone } from '../ui/run';
import type { AnalysisApi } from '../workers/analysis-worker';
import { workerClient } from '../workers/client';
import { inPieces } from '../workers/record-in-pieces';
import { followCase } from './follow-case';

const worker = workerClient<AnalysisApi>(
  () => new Worker(new URL('../workers/analysis-worker.ts', import.meta.url), { type: 'module' }),
  'reads the record',
);

export type CaseState =
  | { readonly status: 'loading' }
  | { readonly status: 'missing' }
  | { readonly status: 'failed'; readonly why: string }
  | {
      readonly status: 'ready';
      readonly view: CaseView;
      /** The case is not in this browser any more: what is shown is what was last seen of it. */
      readonly gone: boolean;
      /** What is the attorney's own beside the facts, as last seen. */
      readonly own: RecordAt['own'];
    };

const QUESTIONS: Pick<CaseView, 'examine' | 'preview' | 'measure' | 'claims'> = {
  examine: (finding) => worker.ask((api) => api.examine(finding)),
  preview: (changes) => worker.ask((api) => api.preview(factChanges(changes))),
  claims: () => worker.ask((api) => api.claims()),
  measure: (from, to) => worker.ask((api) => api.measure(from, to)),
};

const TROUBLE = 'the case cannot be read';

/** Says while the database cannot be read that what is shown may be old; null takes it back. */
function tellTrouble(error: unknown): void {
  if (error === null) return void notifications.hide(TROUBLE);
  const says = faultSays(error);
  if (says)
    notifications.show({
      id: TROUBLE,
      color: 'red',
      title: 'The case could not be read anew',
      message: `${says} It is tried again; what is shown may be old.`,
      autoClose: false,
    });
}

/** Follows a case: its record from the database, its analysis from the worker, always the two that belong together. */
export function useCase(caseId: string): CaseState {
  const [state, setState] = useState<CaseState>({ status: 'loading' });
  useEffect(() => {
    setState({ status: 'loading' });
    let stopped = false;
    let own: RecordAt['own'] = new Map();
    const set = (next: CaseState): void => {
      if (!stopped) setState(next);
    };
    const sending = inPieces({
      hold: (n, table, rows) => worker.ask((api) => api.hold(n, table, rows)),
      open: (n, rest, came) => worker.ask((api) => api.open(n, rest, came)),
      follow: (changes) => worker.ask((api) => api.follow(changes)),
    });
    const follow = followCase(sending, {
      shown: (record, analysis, latest) =>
        // A long case is drawn in slices, between which the screen is free.
        startTransition(() =>
          set({
            status: 'ready',
            view: { record, analysis, latest, busy: record !== latest, ...QUESTIONS },
            gone: false,
            own,
          }),
        ),
      failed: (why) => set({ status: 'failed', why }),
    });
    const following = followRecord(db, caseId, {
      // What is long is on its way while the rest is read.
      onReading: sending.reading,
      onCase: (at, changes) => {
        own = at.own;
        if (!stopped) setState((old) => (old.status === 'ready' ? { ...old, gone: false, own } : old));
        follow(at.record, changes);
      },
      // What is shown stays, with what is being typed over it.
      onGone: (last) => {
        if (!last) set({ status: 'missing' });
        else if (!stopped)
          setState((old) => (old.status === 'ready' ? { ...old, gone: true } : { status: 'missing' }));
      },
      onFault: (error) => tellTrouble(stopped ? null : error),
    });
    // A database that was cleared under the page tells nobody.
    const look = (): void => following.look();
    window.addEventListener('focus', look);
    const stopHearing = onCaseGone(look);
    return () => {
      stopped = true;
      following.stop();
      window.removeEventListener('focus', look);
      stopHearing();
      tellTrouble(null);
    };
  }, [caseId]);
  return state;
}
