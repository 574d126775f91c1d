import type { CustodyEntry } from '../../record/custody';
import type { MomentRef } from '../../record/event';
import type { Reason } from '../../time/solver/reason';
import type { Finding, Premise, Quantity, Status } from '../finding';
import { makeFinding } from '../make-finding';
import type { RuleContext } from '../rule';

export const releasedAt = (e: CustodyEntry): MomentRef => ({ id: e.id, edge: 'released' });
export const receivedAt = (e: CustodyEntry): MomentRef => ({ id: e.id, edge: 'received' });

/** `Item 1 (powder)`: what a finding on the chain is about. */
export function itemName({ record }: RuleContext, id: string): string {
  const item = record.items.find((i) => i.id === id);
  return item ? `Item ${item.number}${item.description ? ` (${item.description})` : ''}` : 'An item';
}

/** `line 4 of the form`: where an entry stands. */
export const lineOf = (e: CustodyEntry): string => (e.line === null ? 'an entry' : `line ${e.line}`);

/** Two spellings of one name: case, full stops and spaces do not count. */
export function sameHand(a: string, b: string): boolean {
  const plain = (s: string): string => s.toLowerCase().replace(/[.,]/g, '').replace(/\s+/g, ' ').trim();
  return plain(a) === plain(b);
}

const LAB = /\b(lab|labs|laboratory|forensic|forensics|chemist|analyst|criminalist)\b/i;

/** Whether a custodian, or a place, is a laboratory; those who carry things there are not. */
export const isLaboratory = (name: string): boolean =>
  LAB.test(name) && !/\b(courier|transport|driver|carrier)\b/i.test(name);

/** A finding on the chain of one item. */
export function onChain(
  rule: string,
  item: string,
  entries: readonly CustodyEntry[],
  part: {
    status: Status;
    title: string;
    measures?: string;
    quantity?: Quantity;
    premises: readonly Premise[];
    restsOn?: readonly Reason[];
    detail?: string;
  },
): Finding {
  const q = part.quantity;
  return makeFinding(rule, `${entries.map((e) => e.id).join(' ')}${part.detail ? ` ${part.detail}` : ''}`, {
    status: part.status,
    title: part.title,
    bounds: q ? { min: Math.max(0, q.bounds.min), max: q.bounds.max } : null,
    measures: part.measures ?? '',
    quantities: q ? [q] : [],
    span: q ? { from: q.from, to: q.to } : null,
    subjects: entries.map((e) => e.id),
    item,
    premises: [
      ...part.premises,
      { says: 'A break in the chain usually goes to weight, not admissibility.', row: null },
    ],
    restsOn: part.restsOn ?? [],
  });
}
