import type { Demand } from './paper';

/** A day by which something is to come or to be done. */
export interface Due {
  /** YYYY-MM-DD */
  readonly on: string;
  readonly what: string;
}

/** Demands that were sent and are not answered. */
export const outstandingOf = (demands: readonly Demand[]): Demand[] =>
  demands.filter((d) => d.state === 'sent');

/** The earliest day on which an outstanding demand is due, passed or not; null where none has a day. */
export function nextDue(demands: readonly Demand[]): Due | null {
  const dated = outstandingOf(demands).filter((d) => d.due !== '');
  const [first] = dated.sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
  return first ? { on: first.due, what: first.asks } : null;
}
