import { useEffect, useState } from 'react';
import type { Found } from '../papers/search';
import { workerClient } from '../workers/client';
import type { SearchApi } from '../workers/search-worker';

const worker = workerClient<SearchApi>(
  () => new Worker(new URL('../workers/search-worker.ts', import.meta.url), { type: 'module' }),
  'searches',
);

/** Letters from which on a search begins. */
const LEAST = 3;

/** What is found in papers, transcripts and entries of a case; null while it is looked for, and where nothing is asked. */
export function useSearch(caseId: string | null, query: string, most: number): readonly Found[] | null {
  const [found, setFound] = useState<readonly Found[] | null>(null);
  const words = query.trim();
  useEffect(() => {
    setFound(null);
    if (caseId === null || words.length < LEAST) return;
    let stale = false;
    const timer = setTimeout(() => {
      worker
        .ask((api) => api.find(caseId, words, most))
        .then(
          (f) => !stale && setFound(f),
          () => !stale && setFound([]),
        );
    }, 60);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [caseId, words, most]);
  return found;
}
