import { expose } from 'comlink';
import { guessMapping, isKnownLayout, layoutOf, readTables, UnreadableFile, unknownKinds } from '../intake';
import type { Drafts, ImportContext } from '../intake/drafts';
import type { Table } from '../intake/formats/table';
import type { Mapping } from '../intake/layouts/layout';
import { idMaker } from '../record/ids';

/** A table as the mapping screen sees it: the rows stay in the worker. */
export interface TableSummary {
  readonly key: number;
  readonly sheet: string;
  readonly header: readonly string[];
  readonly samples: readonly (readonly string[])[];
  readonly rows: number;
  readonly notices: readonly string[];
  readonly mapping: Mapping;
  readonly known: boolean;
}

const tables: Table[] = [];

/** Reads and maps files off the page's thread. */
const api = {
  /** The tables of a file, or why it cannot be read. */
  async open(
    bytes: Uint8Array,
    file: string,
  ): Promise<{ ok: true; tables: TableSummary[]; sha256: string } | { ok: false; why: string }> {
    try {
      const found = await readTables(bytes, file);
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes.slice().buffer));
      const sha256 = [...digest].map((b) => b.toString(16).padStart(2, '0')).join('');
      return { ok: true, sha256, tables: found.map(summary) };
    } catch (error) {
      if (error instanceof UnreadableFile) return { ok: false, why: error.message };
      throw error;
    }
  },
  unknown: (key: number, mapping: Mapping): string[] => unknownKinds(tables[key] as Table, mapping),
  /** What the import would create, and every line it refuses. */
  read(key: number, mapping: Mapping, context: Omit<ImportContext, 'newId'>): Drafts {
    return layoutOf(mapping.layout).read(tables[key] as Table, mapping, { ...context, newId: idMaker() });
  },
};

function summary(table: Table): TableSummary {
  tables.push(table);
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
    samples,
    rows: table.rows.length,
    notices: table.notices,
    mapping: guessMapping(table),
    known: isKnownLayout(table),
  };
}

export type IntakeApi = typeof api;

expose(api);
