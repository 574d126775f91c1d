import type { EventRow, MomentRef } from '../../record/event';
import { type Finding, statusOf } from '../finding';
import { makeFinding, premise } from '../make-finding';
import { endOf, leastOf, type Rule, type RuleContext, reasonsFor, startOf } from '../rule';

export const waitForWarrant: Rule = {
  id: 'wait-for-warrant',
  section: 'search',
  name: 'Held while a warrant was sought',
  finds: 'Premises or a person held for more than two hours while a warrant was sought.',
  bounds: 'from the holding to the warrant, or to its end',
  authorities: ['mcarthur', 'segura'],
  answer: 'The officers were diligent.',
  settledBy: 'The application with its hour of filing, and who did what meanwhile.',
  run: (context) => context.ofKind('premises-held').flatMap((e) => judge(context, e)),
};

/** What was reasonable in McArthur: longer is not by itself too long, and is worth naming. */
const HOURS = 2 * 3_600_000;

function judge({ solved, ofKind }: RuleContext, held: EventRow): Finding[] {
  const from = startOf(held);
  const until: MomentRef[] = ofKind('warrant-issued')
    .filter((w) => solved.bounds(from, startOf(w)).max > 0)
    .map(startOf);
  if (!solved.openEnd(held.id)) until.push(endOf(held));
  if (until.length === 0) return [];
  const bounds = leastOf(until.map((m) => solved.bounds(from, m)));
  if (bounds.max <= HOURS) return [];
  const to = until.reduce((a, b) => (solved.bounds(from, b).min < solved.bounds(from, a).min ? b : a));
  const sought = ofKind('warrant-sought');
  return [
    makeFinding('wait-for-warrant', held.id, {
      status: statusOf(bounds, HOURS),
      title: 'Held while a warrant was sought',
      bounds: { min: Math.max(0, bounds.min), max: bounds.max },
      measures: 'from the holding to the warrant, or to its end',
      quantities: until.map((m) => ({ from, to: m, bounds: solved.bounds(from, m) })),
      span: { from, to },
      subjects: [held.id],
      premises: [
        premise(held),
        ...sought.map((s) => premise(s)),
        ...(sought.length === 0
          ? [{ says: 'The record does not say when the warrant was applied for.', row: null }]
          : []),
      ],
      restsOn: reasonsFor(
        solved,
        until.map((m) => [from, m] as const),
      ),
    }),
  ];
}
