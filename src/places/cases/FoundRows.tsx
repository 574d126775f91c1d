import { Anchor } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Case } from '../../record/case';
import type { FoundRow } from '../../workers/outlook-worker';
import css from './cases.module.css';
import { searchCases } from './outlooks';

type State =
  | { readonly status: 'looking'; readonly cases: number }
  | { readonly status: 'found'; readonly found: readonly FoundRow[]; readonly more: boolean }
  | { readonly status: 'failed'; readonly why: string };

/** Rows of all cases in which words stand, each with its case; a click goes there. */
export function FoundRows({ cases, words }: { cases: readonly Case[]; words: string }) {
  const [state, set] = useState<State>({ status: 'looking', cases: 0 });
  // A search is of the cases as they are when it is asked for.
  useEffect(() => {
    let stopped = false;
    const tell = (n: number): void => {
      if (!stopped) set((s) => (s.status === 'looking' ? { status: 'looking', cases: n } : s));
    };
    searchCases(
      cases.map((c) => c.id),
      words,
      tell,
    ).then(
      (r) => {
        if (!stopped) set({ status: 'found', ...r });
      },
      (error: unknown) => {
        if (!stopped) set({ status: 'failed', why: error instanceof Error ? error.message : String(error) });
      },
    );
    return () => {
      stopped = true;
    };
  }, [words]);
  const titles = new Map(cases.map((c) => [c.id, c.title]));
  return (
    <section aria-label={`Found in entries: ${words}`} className={css['found']}>
      {state.status === 'looking' && (
        <p role="status">
          Looking through {cases.length.toLocaleString('en-US')} cases, {state.cases.toLocaleString('en-US')}{' '}
          done …
        </p>
      )}
      {state.status === 'failed' && <p role="alert">{state.why}</p>}
      {state.status === 'found' && (
        <>
          <p className="cite" role="status">
            {state.found.length === 0
              ? `No entry of any case holds “${words}”.`
              : `${state.found.length} ${state.found.length === 1 ? 'row holds' : 'rows hold'} “${words}”${state.more ? ', and more: write another word' : ''}.`}
          </p>
          <ul className="plain-list">
            {state.found.map((f) => (
              <li key={`${f.caseId} ${f.id} ${f.one}`}>
                <Anchor
                  component="button"
                  type="button"
                  size="sm"
                  onClick={() => {
                    location.hash = `/case/${f.caseId}/record?at=${f.id}`;
                  }}
                >
                  {f.text}
                </Anchor>
                <span className="cite">
                  {f.one}, {titles.get(f.caseId)}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
