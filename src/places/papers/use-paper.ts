import { type RefObject, useEffect, useState } from 'react';
import type { PageTable } from '../../intake/readers/page-table';
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
  /** Why its bytes, which the case keeps, are not here yet; empty where they are, or where nobody is to send them. */
  readonly waits: string;
  readonly setPages: (pages: readonly Page[]) => void;
}

/** ms until a paper that is not here yet is looked for again. */
const AGAIN = 4_000;

/** A paper with its pages, its bytes and what is understood of it. */
export function usePaper(paper: PaperRow): Opened {
  const { caseId, id, pages: count, recognised } = paper;
  const [pages, setPages] = useState<readonly Page[] | null>(null);
  const [bytes, setBytes] = useState<Uint8Array | null>(null);
  const [understood, setUnderstood] = useState<Understood | null>(null);
  const [fault, setFault] = useState('');
  const [waits, setWaits] = useState('');
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
  // Of a shared case: its bytes come out of the folder when it is opened, and its pages with the share itself.
  const lacks = pages !== null && paper.kept && (bytes === null || pages.length < count);
  useEffect(() => {
    if (!lacks) return setWaits('');
    let stale = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const bring = async (): Promise<void> => {
      const { bringSharedPaper } = await import('../../ui/shared-papers');
      const why = await bringSharedPaper(paper);
      const [p, b] = await Promise.all([pagesOf(db, caseId, id), bytesOf(db, caseId, id)]);
      if (stale) return;
      if (p.length > (pages?.length ?? 0)) setPages(p);
      if (b) setBytes(b);
      setWaits(b ? '' : (why ?? ''));
      if (why !== null) timer = setTimeout(() => void bring(), AGAIN);
    };
    void bring().catch((error: unknown) => !stale && setFault(String(error)));
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [lacks, caseId, id]);
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
  return { pages, bytes, understood, fault, waits, setPages };
}

/** The tables of which a row stands on the page that is shown. */
export function useTables(
  paper: PaperRow,
  pages: readonly Page[] | null,
  number: number,
): readonly PageTable[] {
  const [tables, setTables] = useState<readonly PageTable[]>([]);
  useEffect(() => {
    if (pages === null) return;
    let stale = false;
    papersWorker
      .ask((api) => api.tables(paperFrom(paper, pages)))
      .then(
        (t) => !stale && setTables(t),
        () => undefined,
      );
    return () => {
      stale = true;
    };
  }, [pages]);
  return tables.filter((t) => t.at.some((p) => p.page === number));
}

/** The width that a page has on the desk, px. */
export function useWidth(of: RefObject<HTMLDivElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const el = of.current;
    if (!el) return;
    const observer = new ResizeObserver(([entry]) =>
      setWidth(Math.min(900, Math.floor(entry?.contentRect.width ?? 0))),
    );
    observer.observe(el);
    return () => observer.disconnect();
  }, [of]);
  return width;
}
