import type { Edge } from '../../record/event';

/**
 * What stands behind one constraint of the network: an entry of the record, an assumption, or the meaning of a word.
 * `row` is the id of the row; every edge of the network knows its reason from the start, so that a bound can be proved.
 */
export type Reason =
  | {
      readonly kind: 'reading';
      readonly row: string;
      readonly edge: Edge;
      readonly byDefault: boolean;
      /** Which statement of a cell that makes several; absent for its first reading. */
      readonly part?: number;
    }
  | {
      readonly kind: 'relation';
      readonly row: string;
      readonly edge: Edge | null;
      /** A distance that is only “about”, by the tolerance of the case. */
      readonly byDefault?: boolean;
      readonly part?: number;
    }
  | { readonly kind: 'sync'; readonly row: string }
  | { readonly kind: 'offset'; readonly row: string }
  | { readonly kind: 'assumption'; readonly row: string; readonly says: string }
  | { readonly kind: 'definition'; readonly says: string };

/** Whether a bound that rests on this rests on something that no page says. */
export function isAssumption(reason: Reason): boolean {
  return reason.kind === 'assumption' || ('byDefault' in reason && reason.byDefault === true);
}

/** One key per reason, so that a proof names each once. */
export function reasonKey(reason: Reason): string {
  return reason.kind === 'definition'
    ? `definition ${reason.says}`
    : `${reason.kind} ${reason.row} ${'edge' in reason ? (reason.edge ?? '') : ''}${'part' in reason && reason.part !== undefined ? ` ${reason.part}` : ''}`;
}
