import { type EventKind, KINDS } from '../../record/vocabulary';
import type { Table } from '../formats/table';
import type { Mapping } from './layout';

/** What a jail does to everybody it takes in is no search of a stop. */
const ROUTINE: ReadonlySet<EventKind> = new Set<EventKind>([
  'frisk',
  'search',
  'search-person',
  'inventory',
  'records-check',
]);

/** The log of a jail, told by its headings: its searches of who is booked are kept as notes, and that is said. */
export class JailLog {
  private readonly is: boolean;
  private readonly kept = new Set<EventKind>();

  constructor(
    table: Pick<Table, 'header'>,
    private readonly mapping: Pick<Mapping, 'kinds'>,
  ) {
    this.is = table.header.some((h) =>
      /\b(?:booking (?:#|no\b|num|id\b|date|time)|inmate|detainee|prisoner|housing|pod)/i.test(
        h.replace(/_/g, ' '),
      ),
    );
  }

  /** The kind of a row whose words were read as `kind`; what a person chose for the words stays. */
  kind(kind: EventKind, word: string): EventKind {
    if (!this.is || !ROUTINE.has(kind) || word.toLowerCase() in this.mapping.kinds) return kind;
    this.kept.add(kind);
    return 'note';
  }

  notices(): string[] {
    if (this.kept.size === 0) return [];
    const names = [...this.kept].map((k) => KINDS[k].label).join(', ');
    return [`This is the log of a jail: ${names} there is no act of the stop, and is kept as a note.`];
  }
}
