import type { Scene } from '../drawing/scene/scene';
import type { ExhibitPlan } from '../record/paper';

/** A part of a leaf, before it is Word or PDF. */
export type Part =
  | { readonly t: 'heading'; readonly text: string }
  | { readonly t: 'text'; readonly text: string; readonly small?: boolean }
  | { readonly t: 'bullet'; readonly text: string }
  | { readonly t: 'picture'; readonly scene: Scene; readonly alt: string }
  | {
      readonly t: 'table';
      readonly shares: readonly number[];
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

/** A paper of some pages that stands upright and is no exhibit of the record: a packet, a ledger. */
export interface Leaf {
  readonly title: string;
  readonly caption: ExhibitPlan['caption'];
  readonly madeUp: boolean;
  /** The day on which it was made, `2026-11-25`. */
  readonly made: string;
  readonly zone: string;
  /** Words of a protective order on each page; empty for none. */
  readonly stamp: string;
  readonly parts: readonly Part[];
}
