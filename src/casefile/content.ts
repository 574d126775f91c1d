import type { Page } from '../papers/paper';
import type { Case } from '../record/case';
import type { Change } from '../record/change';
import type { HistoryEntry } from '../record/history';
import {
  FACT_TABLES,
  type FactTable,
  PAPER_TABLES,
  type PaperTable,
  type Row,
  type Rows,
  TABLES,
  type TableName,
  WORK_TABLES,
  type WorkTable,
} from '../record/tables';

type Lists<T extends TableName> = { readonly [K in T]: readonly Rows[K][] };

/** What was read of a paper, and its bytes where they go along. */
export interface PaperContent {
  readonly id: string;
  readonly pages: readonly Page[];
  readonly bytes: Uint8Array | null;
}

/** A whole case, facts, work product and papers apart, with its history. */
export interface CaseContent {
  readonly case: Case;
  readonly facts: Lists<FactTable>;
  readonly work: Lists<WorkTable>;
  readonly papers: Lists<PaperTable>;
  readonly history: readonly (HistoryEntry & { readonly changes: readonly Change[] })[];
  /** Pages and bytes of its papers, where they were asked for. */
  readonly contents?: readonly PaperContent[] | undefined;
  /** Set where it is a part of a case (annotations of footage): what it does not hold was not taken out. */
  readonly part?: boolean | undefined;
}

/** The file is refused whole; the message says what is wrong with it. */
export class BadCaseFile extends Error {}

const FOLDERS = { fact: 'facts', work: 'work-product', paper: 'papers' } as const;

/** The part of the file in which a table stands: `facts/events.json`. */
export const partOf = (table: Exclude<TableName, 'cases'>): string =>
  `${FOLDERS[TABLES[table].group]}/${table}.json`;

/** The rows of every table but that of the cases, in the groups of a case's content. */
export function grouped(
  rowsOf: (table: Exclude<TableName, 'cases'>) => readonly unknown[],
): Pick<CaseContent, 'facts' | 'work' | 'papers'> {
  const lists = (tables: readonly Exclude<TableName, 'cases'>[]): unknown =>
    Object.fromEntries(tables.map((t) => [t, rowsOf(t)]));
  return {
    facts: lists(FACT_TABLES) as CaseContent['facts'],
    work: lists(WORK_TABLES) as CaseContent['work'],
    papers: lists(PAPER_TABLES) as CaseContent['papers'],
  };
}

/** The rows of one table of a case's content. */
export function rowsIn(content: CaseContent, table: TableName): readonly Row[] {
  if (table === 'cases') return [content.case as unknown as Row];
  const { facts, work, papers } = content;
  return ({ ...facts, ...work, ...papers } as unknown as Record<string, readonly Row[]>)[table] ?? [];
}
