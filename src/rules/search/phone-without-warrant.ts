import type { EventRow } from '../../record/event';
import { type Finding, statusOf } from '../finding';
import { makeFinding, premise } from '../make-finding';
import { beforeGrounds } from '../order';
import { leastOf, type Rule, type RuleContext, reasonsFor, startOf } from '../rule';

export const phoneWithoutWarrant: Rule = {
  id: 'phone-without-warrant',
  section: 'search',
  name: 'A phone opened without a warrant',
  finds:
    'A phone whose contents were looked at before a warrant, or for which a warrant was sought long after it was taken.',
  bounds: 'from the opening to the warrant, and from the seizure of the phone to the application',
  authorities: ['riley', 'mitchell'],
  answer: 'There was an emergency, or consent.',
  settledBy: 'The extraction report’s own times, the warrant application, and the phone’s log.',
  run,
};

/** The delay that was too long in Mitchell, for a drive. */
const LONG = 21 * 86_400_000;

function run(context: RuleContext): Finding[] {
  const grounds = context.ofKind('warrant-issued');
  const opened = context.ofKind('phone-opened').map((e) =>
    beforeGrounds(context, {
      rule: 'phone-without-warrant',
      key: e.id,
      title: 'A phone opened without a warrant',
      act: e,
      at: startOf(e),
      grounds,
      // Consent to one search is not consent to another: whether it was for the phone is for a person to say.
      doubts: context.ofKind('consent-given'),
      measures: 'from the opening to the first warrant',
      none: 'The record has no warrant.',
    }),
  );
  return [...opened, ...context.ofKind('phone-seized').flatMap((e) => late(context, e))];
}

/** Measured to the first application that may be for it. */
function late({ solved, ofKind }: RuleContext, seized: EventRow): Finding[] {
  const sought = [...ofKind('warrant-sought'), ...ofKind('warrant-issued')].filter(
    (w) => solved.bounds(startOf(seized), startOf(w)).max > 0,
  );
  if (sought.length === 0) return [];
  const bounds = leastOf(sought.map((w) => solved.bounds(startOf(seized), startOf(w))));
  if (bounds.max <= LONG) return [];
  const first = sought.reduce((a, b) =>
    solved.bounds(startOf(seized), startOf(b)).min < solved.bounds(startOf(seized), startOf(a)).min ? b : a,
  );
  return [
    makeFinding('phone-without-warrant', `late ${seized.id}`, {
      status: statusOf(bounds, LONG),
      title: 'A warrant sought long after the phone was taken',
      bounds: { min: Math.max(0, bounds.min), max: bounds.max },
      measures: 'from the seizure of the phone to the application',
      quantities: sought.map((w) => ({
        from: startOf(seized),
        to: startOf(w),
        bounds: solved.bounds(startOf(seized), startOf(w)),
      })),
      span: { from: startOf(seized), to: startOf(first) },
      subjects: [seized.id, first.id],
      premises: [premise(seized), premise(first)],
      restsOn: reasonsFor(
        solved,
        sought.map((w) => [startOf(seized), startOf(w)] as const),
      ),
    }),
  ];
}
