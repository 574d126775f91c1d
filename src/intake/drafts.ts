import type { Clock } from '../record/clock';
import type { CustodyEntry, Item } from '../record/custody';
import type { EventRow } from '../record/event';
import type { Source } from '../record/source';
import type { Refused, Table } from './formats/table';

/** Rows that an import would create, and the lines it refused: nothing is stored until a person accepts it. */
export interface Drafts {
  readonly clocks: Clock[];
  /** Clocks of the case that learn their offset from this file, as they will be. */
  readonly changedClocks: Clock[];
  readonly sources: Source[];
  readonly items: Item[];
  readonly events: EventRow[];
  readonly custody: CustodyEntry[];
  readonly refused: Refused[];
  /** What a person should know: kinds not in the vocabulary, days instead of times, cells left out as missing. */
  readonly notices: string[];
}

/** What an import may build on: the case and what already stands in it. */
export interface ImportContext {
  readonly caseId: string;
  /** The case's zone: where a row and its clock state none, times are checked to exist in it. */
  readonly zone: string;
  /** Sources' default file and hash, lower-case hex; empty where unknown. */
  readonly sha256: string;
  readonly clocks: readonly Clock[];
  readonly sources: readonly Source[];
  readonly items: readonly Item[];
  /** Ids that rows already have in the case: a new row may point at them. */
  readonly refs: ReadonlySet<string>;
  readonly newId: () => string;
}

/** Nothing yet but what the reader of the table refused and noticed. */
export function draftsOf(table: Pick<Table, 'refused' | 'notices'>): Drafts {
  return {
    clocks: [],
    changedClocks: [],
    sources: [],
    items: [],
    events: [],
    custody: [],
    refused: [...table.refused],
    notices: [...table.notices],
  };
}
