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
  /** Sources of the case of which this file says anew which lines cannot be read, as they will be. */
  readonly changedSources: Source[];
  readonly items: Item[];
  readonly events: EventRow[];
  readonly custody: CustodyEntry[];
  readonly refused: Refused[];
  /** Columns in which something stands that nothing was made of, each with an example. */
  readonly unused: UnusedColumn[];
  /** What only a person can decide; what was taken until then is said. */
  readonly asks: Ask[];
  /** What a person should know: kinds not in the vocabulary, days instead of times, cells left out as missing. */
  readonly notices: string[];
}

export interface UnusedColumn {
  readonly column: number;
  readonly name: string;
  readonly example: string;
}

/** A question to the person who brings a table in; the answer goes into the mapping, under the question's id. */
export interface Ask {
  readonly id: string;
  /** Lines of the file it is about. */
  readonly lines: readonly number[];
  readonly says: string;
  readonly choices: readonly { readonly value: string; readonly says: string }[];
  /** The choice that these drafts were made with. */
  readonly taken: string;
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
  /** The years of the days that stand in the case, the commonest first: offered where a file writes none. */
  readonly years: readonly number[];
  readonly newId: () => string;
}

/** Nothing yet but what the reader of the table refused and noticed. */
export function draftsOf(table: Pick<Table, 'refused' | 'notices'>): Drafts {
  return {
    clocks: [],
    changedClocks: [],
    sources: [],
    changedSources: [],
    items: [],
    events: [],
    custody: [],
    refused: [...table.refused],
    unused: [],
    asks: [],
    notices: [...table.notices],
  };
}
