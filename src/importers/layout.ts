import type { EventKind } from '../record/vocabulary';
import type { DateOrder } from '../time/parse';
import type { Drafts, ImportContext } from './drafts';
import type { Table } from './table';

/** One thing that a column can mean in a layout. */
export interface Field {
  readonly id: string;
  readonly label: string;
  /** Header words that mean it, in lower case, words apart by one space. */
  readonly names: readonly string[];
  readonly required?: boolean;
}

/** A pair of columns (or one) that holds a moment in a log with several of them a row. */
export interface MomentColumn {
  readonly label: string;
  /** Column numbers; -1 where there is none. */
  readonly date: number;
  readonly time: number;
  readonly kind: EventKind;
}

/** What a person decides on the mapping screen; remembered for the next file with the same header. */
export interface Mapping {
  readonly layout: string;
  /** Field id to column number; a field without a column is absent. */
  readonly columns: Readonly<Record<string, number>>;
  readonly moments: readonly MomentColumn[];
  /** Words of the kind column that are not in the vocabulary, and what they stand for. */
  readonly kinds: Readonly<Record<string, EventKind>>;
  readonly dateOrder: DateOrder;
  /** For rows that state none; the zone may stay empty (then it is an assumption), the day may not be guessed. */
  readonly zone: string;
  readonly date: string;
  readonly clock: string;
  readonly source: string;
}

/** One format of table. */
export interface Layout {
  readonly id: string;
  readonly name: string;
  readonly what: string;
  readonly fields: readonly Field[];
  /** How likely the table is of this layout, 0 to 1, by its header. */
  confidence(columns: Readonly<Record<string, number>>, moments: readonly MomentColumn[]): number;
  read(table: Table, mapping: Mapping, context: ImportContext): Drafts;
}

/** `Occurence_Date` -> `occurence date`. */
export function plainHeader(header: string): string {
  return header
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z0-9#]+/g, ' ')
    .trim();
}

/** Which column holds which field: whole names first, then names whose words all stand in the header; each column once. */
export function guessColumns(header: readonly string[], fields: readonly Field[]): Record<string, number> {
  const plain = header.map(plainHeader);
  const columns: Record<string, number> = {};
  const taken = new Set<number>();
  const take = (field: Field, match: (name: string, head: string) => boolean): void => {
    if (field.id in columns) return;
    for (const name of field.names) {
      const at = plain.findIndex((head, i) => !taken.has(i) && match(name, head));
      if (at < 0) continue;
      columns[field.id] = at;
      taken.add(at);
      return;
    }
  };
  for (const f of fields) take(f, (name, head) => name === head);
  for (const f of fields) take(f, (name, head) => name.includes(' ') && name.split(' ').every((w) => head.split(' ').includes(w)));
  return columns;
}

/** What is remembered with a mapping: the header in order. */
export function layoutKey(table: Pick<Table, 'header'>): string {
  return table.header.map(plainHeader).join('|');
}
