import { useEffect, useRef } from 'react';
import type { PageTable } from '../intake/readers/page-table';
import type { PaperRow } from '../record/discovery';

/** A table found on the pages of a paper, on its way to the mapping screen. */
export interface TableOfPaper {
  readonly table: PageTable;
  readonly paper: PaperRow;
}

let waiting: TableOfPaper[] = [];

/** Keeps a table for the mapping screen, which takes it as soon as it is shown. */
export function handTable(table: TableOfPaper): void {
  waiting = [...waiting, table];
}

/** Takes the tables that wait, once the mapping screen is there. */
export function useHandedTables(take: (tables: readonly TableOfPaper[]) => void): void {
  const now = useRef(take);
  now.current = take;
  useEffect(() => {
    if (waiting.length === 0) return;
    const tables = waiting;
    waiting = [];
    now.current(tables);
  }, []);
}
