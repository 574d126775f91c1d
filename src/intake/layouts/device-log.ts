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
/** A tracker that says “Stopped” says so of its car, and its alert is no dog’s. */
const OF_CAR: ReadonlySet<EventKind> = new Set<EventKind>(['seizure-begins', 'alert', 'no-alert']);

const words = (heading: string): string => heading.replace(/_/g, ' ');

/**
 * A table that a machine or a jail wrote, told by its headings: plates read, a car tracked, a house booked into. Words that are
 * acts of a stop elsewhere are none there; they are kept as notes, and that is said.
 */
export class DeviceLog {
  private readonly of: 'plates' | 'car' | 'jail' | null;
  private readonly kept = new Set<EventKind>();

  constructor(
    table: Pick<Table, 'header'>,
    private readonly mapping: Pick<Mapping, 'kinds'>,
  ) {
    const has = (shape: RegExp): boolean => table.header.some((h) => shape.test(words(h)));
    this.of =
      has(/\b(?:plate|tag|lpr|alpr)\b/i) &&
      has(/\b(?:camera|site|reader|confidence|hit ?(?:type|list)?|hotlist|lane|latitude|lat)\b/i)
        ? 'plates'
        : has(/\b(?:speed|mph|km\/?h|odometer|ignition)\b/i)
          ? 'car'
          : has(/\b(?:booking (?:#|no\b|num|id\b|date|time)|inmate|detainee|prisoner|housing|pod\b)/i)
            ? 'jail'
            : null;
  }

  /** The kind of a row whose words were read as `kind`; what a person chose for the words stays. */
  kind(kind: EventKind, word: string): EventKind {
    if (kind === 'note' || this.of === null || word.toLowerCase() in this.mapping.kinds) return kind;
    if (this.of === 'jail' ? !ROUTINE.has(kind) : this.of === 'car' && !this.ofCar(kind, word)) return kind;
    this.kept.add(kind);
    return 'note';
  }

  /** The bare word of a tracker; a log of people that has a speed in it says more. */
  private ofCar(kind: EventKind, word: string): boolean {
    return (
      OF_CAR.has(kind) &&
      /^(?:stop(?:ped)?|(?:(?:speed(?:ing)?|geo-?fence|idle|panic|motion|zone|power|battery|towing) )?alert)$/i.test(
        word.trim(),
      )
    );
  }

  notices(): string[] {
    if (this.kept.size === 0) return [];
    const names = [...this.kept].map((k) => KINDS[k].label).join(', ');
    const what = this.of === 'jail' ? 'a jail' : this.of === 'plates' ? 'a plate reader' : 'a tracker';
    return [`This is the log of ${what}: ${names} there is no act of the stop, and is kept as a note.`];
  }
}
