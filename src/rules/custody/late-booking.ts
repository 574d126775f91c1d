import type { EventRow } from '../../record/event';
import { printLengthOf } from '../../time/duration';
import type { Finding } from '../finding';
import { atMostArguable, statusOf } from '../finding';
import { leastOf, type Rule, type RuleContext, reasonsFor, startOf } from '../rule';
import { isOf, itemName, lineOf, onChain, receivedAt, unreadBetween, unreadSays } from './chain';

export const lateBooking: Rule = {
  id: 'late-booking',
  section: 'custody',
  name: 'Booked late',
  finds: 'An item whose first entry comes longer after its seizure than the policy of the case allows.',
  limit: 'lateBooking',
  bounds: 'from the seizure of the item to its first entry',
  settledBy: 'The officer’s shift record, the evidence room’s access log, and where the item was meanwhile.',
  answers: 'locked in car or locker; policy is not law',
  run,
};

/** The moments at which the item may have been seized: those that name it, else every find of the record; then which of them it is, is unsaid. */
function seizuresOf(context: RuleContext, item: string): { rows: EventRow[]; loose: boolean } {
  const all = [...context.ofKind('found'), ...context.ofKind('phone-seized')];
  const named = all.filter(isOf(context, item));
  if (named.length > 0) return { rows: named, loose: false };
  const loose = all.filter((e) => e.item === '');
  const rows = loose.length > 0 ? loose : [...context.ofKind('arrest')];
  return { rows, loose: rows.length > 1 || loose.length === 0 };
}

function run(context: RuleContext): Finding[] {
  const { solved, record } = context;
  const found: Finding[] = [];
  for (const [item, chain] of context.chains) {
    const first = chain[0];
    if (!first || !solved.placed(receivedAt(first))) continue;
    const { rows, loose } = seizuresOf(context, item);
    const seized = rows.filter((e) => solved.placed(startOf(e)));
    if (seized.length === 0) continue;
    const unread = unreadBetween(context, null, first);
    // Of several finds the last is the one that claims least.
    const each = seized.map((e) => ({ e, bounds: solved.bounds(startOf(e), receivedAt(first)) }));
    const bounds = leastOf(each.map((x) => x.bounds));
    if (bounds.max <= record.case.policies.lateBooking) continue;
    const last = each.reduce((a, b) => (b.bounds.min < a.bounds.min ? b : a)).e;
    found.push(
      onChain('late-booking', item, [first], {
        status:
          loose || unread.length > 0
            ? atMostArguable(statusOf(bounds, record.case.policies.lateBooking))
            : statusOf(bounds, record.case.policies.lateBooking),
        title: `${itemName(context, item)} booked late`,
        measures: 'from the seizure to the first entry',
        quantity: { from: startOf(last), to: receivedAt(first), bounds },
        premises: [
          { says: `Seized: ${last.description}`, row: last.id },
          {
            says: `First entry: received by ${first.receivedBy || 'nobody named'}, ${lineOf(first)}.`,
            row: first.id,
          },
          { says: `The case allows ${printLengthOf(record.case.policies.lateBooking)}.`, row: null },
          ...(loose ? [{ says: 'Which find this item is, the record does not say.', row: null }] : []),
          ...unreadSays(unread),
        ],
        restsOn: reasonsFor(
          solved,
          each.map((x) => [startOf(x.e), receivedAt(first)] as const),
        ),
      }),
    );
  }
  return found;
}
