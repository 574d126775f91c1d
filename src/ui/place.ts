import type { ComponentType } from 'react';
import type { CaseView } from './case-view';

/** Where a case is worked, in the order in which it is: the evidence, what it shows, the case around it, the court. */
export const GROUPS = [
  ['evidence', 'Evidence'],
  ['shows', 'What it shows'],
  ['case', 'The case'],
  ['court', 'Court'],
] as const;

/** What every place is given; each takes what it uses. */
export interface PlaceProps {
  readonly view: CaseView;
  /** The row or finding that the address bar names; null where it names none. */
  readonly at: string | null;
  /** The row or finding chosen last, in whatever place. */
  readonly selected: string | null;
  readonly onSelect: (id: string | null) => void;
  /** Shows a row or finding on the timeline. */
  readonly onRow: (id: string) => void;
  /** Goes to another place of this case, `record` or `papers?at=...`. */
  readonly onPlace: (place: string) => void;
}

/** A place of a case, as its own folder says it: one more is a folder and a line in `app/places.ts`. */
export interface PlaceInfo {
  /** What the address bar says. */
  readonly id: string;
  readonly name: string;
  readonly group: (typeof GROUPS)[number][0];
  /** `g` and this letter goes there. */
  readonly key: string;
  /** One line: what one does there. */
  readonly says: string;
  /** Keys of its own, as Help lists them. */
  readonly keys?: readonly (readonly [keys: string, what: string])[];
  /** A place that is a room of another: it has its address and its key, and no line of its own in the rail. */
  readonly within?: string;
  readonly icon: ComponentType<{ size?: number | string; stroke?: number | string }>;
  readonly load: () => Promise<ComponentType<PlaceProps>>;
}
