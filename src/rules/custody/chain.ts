import type { CustodyEntry } from '../../record/custody';
import type { EventRow, MomentRef } from '../../record/event';
import { mayBeOneName } from '../../record/names';
import { isNone } from '../../record/values';
import { asPapersHave } from '../../time/grammar/as-papers-have';
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

/** Whether an entry of the log names an item, in whatever case. */
export function isOf({ record }: RuleContext, item: string): (e: EventRow) => boolean {
  const number = record.items.find((i) => i.id === item)?.number.toLowerCase();
  return (e) => e.item.toLowerCase() === number;
}

/** `line 4 of the form`: where an entry stands. */
export const lineOf = (e: CustodyEntry): string => (e.line === null ? 'an entry' : `line ${e.line}`);

/** `Evidence clerk to Laboratory, 2024-03-18 09:10`: which hand-over it is, by who, to whom and when, as the form has them. */
export function handOver(e: CustodyEntry): string {
  const [from, to] = [named(e.releasedBy), named(e.receivedBy)];
  const hands = from === '' ? `received by ${to || 'nobody named'}` : `${from} to ${to || 'nobody named'}`;
  const when = (date: string, time: string): string => `${date} ${asPapersHave(time)}`.trim();
  const on = when(e.releasedDate, e.releasedAt) || when(e.receivedDate, e.receivedAt);
  return on === '' ? hands : `${hands}, ${on}`;
}

/** The same hand, another, or two spellings that may be of one: then a person is asked, and no break is proved. */
export function handsOf(a: string, b: string): 'same' | 'maybe' | 'two' {
  const plain = (s: string): string => s.toLowerCase().replace(/[.,]/g, '').replace(/\s+/g, ' ').trim();
  return plain(a) === plain(b) ? 'same' : mayBeOneName(a, b) ? 'maybe' : 'two';
}

/** Whoever a form names; empty for `N/A`, a dash, and the like. */
export const named = (hand: string): string => (isNone(hand) ? '' : hand);

/**
 * Lines of the form after one entry and before another that could not be read: what stands there may explain what looks like a
 * hole. @param after null: from the top of the form; @param before null: to its end
 */
export function unreadBetween(
  { sources }: RuleContext,
  after: CustodyEntry | null,
  before: CustodyEntry | null,
): number[] {
  const of = sources.get((after ?? before)?.sourceId ?? '');
  const [from, to] = [after?.line ?? 0, before?.line ?? Number.POSITIVE_INFINITY];
  return (of?.unread ?? []).filter((line) => line > from && line < to);
}

/** The same as a premise: `Line 4 of the form could not be read: it may say otherwise.` */
export const unreadSays = (lines: readonly number[]): Premise[] =>
  lines.length === 0
    ? []
    : [
        {
          says: `${lines.length === 1 ? 'Line' : 'Lines'} ${lines.slice(0, 8).join(', ')} of the form could not be read, and may explain it: look at the paper.`,
          row: null,
        },
      ];

const LAB = /\b(lab|labs|laboratory|forensic|forensics|chemist|analyst|criminalist)\b/i;

/** Whether a custodian, or a place, is a laboratory; those who carry things there are not. */
export const isLaboratory = (name: string): boolean =>
  LAB.test(name) && !/\b(courier|transport|driver|carrier)\b/i.test(name);

/** So many remarks are read out. */
const LISTED = 8;

/** A remark of the form that may explain it. What is remarked leaves in no exhibit: it stands on the screen alone. */
function remarked(e: CustodyEntry, explains: RegExp | undefined): Premise[] {
  if (isNone(e.note) || !explains?.test(e.note)) return [];
  const says = `${lineOf(e)} remarks: “${e.note.slice(0, 200)}”. The prosecution will point to it.`;
  return [{ says, row: e.id, side: 'state' }];
}

/** A finding on the chain of one item, with the remarks of its lines that may explain it. */
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
    /** Words of a remark that may explain it: then the State will point to the remark. */
    explains?: RegExp;
    /** The lines whose remarks count; those of the finding where nothing else is said. */
    remarksOf?: readonly CustodyEntry[];
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
      ...(part.remarksOf ?? entries).flatMap((e) => remarked(e, part.explains)).slice(0, LISTED),
      { says: 'A break in the chain usually goes to weight, not admissibility.', row: null },
    ],
    restsOn: part.restsOn ?? [],
  });
}
