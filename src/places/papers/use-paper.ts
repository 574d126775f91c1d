import { useEffect, useState } from 'react';
import type { Page } from '../../papers/paper';
import type { PaperRow } from '../../record/discovery';
import { db } from '../../store/open';
import { bytesOf, pagesOf } from '../../store/papers';
import { WorkEnded } from '../../workers/client';
import type { Understood } from '../../workers/papers-worker';
import { paperFrom, papersWorker } from './reading';

interface Opened {
  /** Null while they are read from the database. */
  readonly pages: readonly Page[] | null;
  readonly bytes: Uint8Array | null;
  readonly understood: Understood | null;
  readonly fault: string;
  readonly setPages: (pages: readonly Page[]) => void;
}

/** A paper with its pages, its bytes and what is understood of it. */
export function usePaper(paper: PaperRow): Opened {
  const { caseId, id, pages: count, recognised } = paper;
  const [pages, setPages] = useState<readonly Page[] | null>(null);
  const [bytes, setBytes] = useState<Uint8Array | null>(null);
  const [understood, setUnderstood] = useState<Understood | null>(null);
  const [fault, setFault] = useState('');
  // Read anew when it was opened by its password, or more of it was recognized.
  useEffect(() => {
    let stale = false;
    void Promise.all([pagesOf(db, caseId, id), bytesOf(db, caseId, id)]).then(
      ([p, b]) => {
        if (stale) return;
        setPages(p);
        setBytes((old) => old ?? b);
      },
      (error: unknown) => !stale && setFault(String(error)),
    );
    return () => {
      stale = true;
    };
  }, [caseId, id, count, recognised]);
  useEffect(() => {
    if (pages === null) return;
    let stale = false;
    papersWorker
      .ask((api) => api.understand(paperFrom(paper, pages)))
      .then(
        (u) => !stale && setUnderstood(u),
        (error: unknown) => {
          if (stale || error instanceof WorkEnded) return;
          setFault(error instanceof Error ? error.message : String(error));
        },
      );
    return () => {
      stale = true;
    };
  }, [pages]);
  return { pages, bytes, understood, fault, setPages };
}
