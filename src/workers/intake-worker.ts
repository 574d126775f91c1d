import { expose } from 'comlink';
import {
  guessMapping,
  isKnownLayout,
  layoutOf,
  mappingFor,
  sheetsApart,
  UnreadableFile,
  unknownKinds,
  withHeader,
} from '../intake';
import type { Drafts, ImportContext } from '../intake/drafts';
import type { Sheet, Table } from '../intake/formats/table';
import type { Mapping } from '../intake/layouts/layout';
import { tableOfProse } from '../intake/readers/as-table';
import { type PageTable, withPassages } from '../intake/readers/page-table';
import { idMaker } from '../record/ids';

/** A table as the mapping screen sees it: the rows stay in the worker. */
export interface TableSummary {
  readonly key: number;
  readonly sheet: string;
  readonly header: readonly string[];
  /** Line on which the header stands; 0 where there is none. */
  readonly headerLine: number;
  /** The first lines of the file, for choosing the header among them; none where it is no file of rows. */
  readonly top: readonly { readonly line: number; readonly text: string }[];
  readonly samples: readonly (readonly string[])[];
  readonly rows: number;
  readonly notices: readonly string[];
  readonly mapping: Mapping;
  readonly known: boolean;
}

/** What an import would create, with the cells of lines that are looked at as they stand in the file. */
export interface ReadTable {
  readonly drafts: Drafts;
  readonly cells: Readonly<Record<number, readonly string[]>>;
  /** Words that name events and that nobody knows. */
  readonly unknown: readonly string[];
}

/** Up to so many lines are given as they are written. */
const MOST_LINES = 1000;

interface Kept {
  readonly table: Table;
  readonly sheet: Sheet | null;
  readonly on: OnPages | null;
}
/** The pages of a paper that a table stands on. */
interface OnPages {
  readonly paper: string;
  readonly table: PageTable;
}

const tables: Kept[] = [];

const of = (key: number): Kept => tables[key] as Kept;

/** Reads and maps files off the page's thread. */
const api = {
  /** The tables of a file, or why it cannot be read. */
  async open(
    bytes: Uint8Array,
    file: string,
  ): Promise<{ ok: true; tables: TableSummary[]; sha256: string } | { ok: false; why: string }> {
    try {
      const found = sheetsApart(bytes, file).map((sheet) => summary(withHeader(sheet), sheet, null));
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes.slice().buffer));
      const sha256 = [...digest].map((b) => b.toString(16).padStart(2, '0')).join('');
      return { ok: true, sha256, tables: found };
    } catch (error) {
      if (error instanceof UnreadableFile) return { ok: false, why: error.message };
      throw error;
    }
  },
  /** A paragraph of a report as a table of its acts. */
  prose(text: string, name: string): TableSummary {
    return summary(tableOfProse(text, name, 'mdy'), null, null);
  },
  /** A table that stands on pages of a paper. @param paper its id: rows keep where they stand in it */
  onPages(table: PageTable, paper: string): TableSummary {
    return pageSummary({ paper, table }, table.headerLine);
  },
  /** The same table with its header on another line; 0 where it has none. */
  withHeaderOn(key: number, line: number): TableSummary {
    const { sheet, table, on } = of(key);
    if (on) return pageSummary(on, line);
    return sheet ? summary(withHeader(sheet, line), sheet, null) : summary(table, null, null);
  },
  /** What the header and the values say of the columns in another layout. */
  mapped: (key: number, layout: string): Mapping => mappingFor(of(key).table, layoutOf(layout)),
  /** What the import would create, and every line it refuses. */
  read(key: number, mapping: Mapping, context: Omit<ImportContext, 'newId'>): ReadTable {
    const { table, on } = of(key);
    const made = layoutOf(mapping.layout).read(table, mapping, { ...context, newId: idMaker() });
    const drafts = on ? withPassages(made, on.table, on.paper) : made;
    const wanted = new Set<number>();
    for (const r of [...drafts.refused.slice(0, 200), ...drafts.events, ...drafts.custody]) {
      if (wanted.size >= MOST_LINES) break;
      if (r.line !== null) wanted.add(r.line);
    }
    const cells = Object.fromEntries(
      table.rows.flatMap((r) => (wanted.has(r.line) ? [[r.line, r.cells]] : [])),
    );
    return { drafts, cells, unknown: unknownKinds(table, { ...mapping, kinds: {} }) };
  },
};

function pageSummary(on: OnPages, line: number): TableSummary {
  const { sheet, refused } = on.table;
  const table = withHeader(sheet, line);
  return summary({ ...table, refused: [...table.refused, ...refused] }, sheet, on);
}

function summary(table: Table, sheet: Sheet | null, on: OnPages | null): TableSummary {
  tables.push({ table, sheet, on });
  const samples = table.header.map((_, i) =>
    [
      ...new Set(
        table.rows
          .slice(0, 200)
          .map((r) => (r.cells[i] ?? '').trim())
          .filter((c) => c !== ''),
      ),
    ].slice(0, 3),
  );
  return {
    key: tables.length - 1,
    sheet: table.sheet,
    header: table.header,
    headerLine: table.headerLine,
    top: (sheet?.rows ?? []).slice(0, 25).map((r) => ({
      line: r.line,
      text: r.cells
        .filter((c) => c !== '')
        .join(' · ')
        .slice(0, 90),
    })),
    samples,
    rows: table.rows.length,
    notices: table.notices,
    mapping: guessMapping(table),
    known: isKnownLayout(table),
  };
}

export type IntakeApi = typeof api;

expose(api);
