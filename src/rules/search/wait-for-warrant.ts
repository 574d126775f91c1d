import type { EventRow, MomentRef } from '../../record/event';
import { type Finding, statusOf } from '../finding';
import { makeFinding, premise } from '../make-finding';
import { counted, few, firstAfter, mayComeAfter } from '../order';
import { endOf, leastOf, type Rule, type RuleContext, reasonsFor, startOf } from '../rule';

export const waitForWarrant: Rule = {
  id: 'wait-for-warrant',
  section: 'search',
  name: 'Held while a warrant was sought',
  finds:
    'Premises held for more than two hours, or a thing for more than ninety minutes, while a warrant was sought.',
  bounds: 'from the holding to the warrant, or to its end',
  settledBy: 'The application with its hour of filing, and who did what meanwhile.',
  answers: 'cause, real risk, only the door, hours of work',
  run: (context) => [
    ...context.ofKind('premises-held').flatMap((e) => judge(context, e, PREMISES)),
    ...context.ofKind('property-held').flatMap((e) => judge(context, e, PROPERTY)),
  ],
};

/** What was reasonable in McArthur: longer is not by itself too long, and is worth naming. */
const PREMISES = 2 * 3_600_000;
/** What was too long in Place, for luggage. */
const PROPERTY = 90 * 60_000;

/** So many warrants after one holding are measured. */
const MEASURED = 12;

function judge(context: RuleContext, held: EventRow, over: number): Finding[] {
  const { solved } = context;
  const from = startOf(held);
  const until: MomentRef[] = firstAfter(context, ['warrant-issued'], from).map(startOf);
  if (!solved.openEnd(held.id)) until.push(endOf(held));
  if (until.length === 0) return [];
  const bounds = counted(leastOf(until.map((m) => solved.bounds(from, m))));
  if (bounds.max <= over) return [];
  const to = until.reduce((a, b) => (solved.least(from, b) < solved.least(from, a) ? b : a));
  const sought = few(MEASURED, mayComeAfter(context, ['warrant-sought'], from));
  const listed = [...until, ...sought.map(startOf)].slice(-MEASURED);
  if (!listed.includes(to)) listed.push(to);
  return [
    makeFinding('wait-for-warrant', held.id, {
      status: statusOf(bounds, over),
      title: 'Held while a warrant was sought',
      bounds,
      measures: 'from the holding to the warrant, or to its end',
      quantities: listed.map((m) => ({ from, to: m, bounds: solved.bounds(from, m) })),
      span: { from, to },
      subjects: [held.id],
      premises: [
        premise(held),
        ...sought.slice(0, 4).map((s) => premise(s)),
        ...(sought.length === 0
          ? [{ says: 'No entry of this case states that a warrant was applied for after it.', row: null }]
          : []),
        {
          says:
            over === PREMISES
              ? 'Was there cause, or suspicion, and a risk of loss; who worked on the warrant meanwhile?'
              : 'Was the delay one that they could have foreseen; who worked meanwhile?',
          row: null,
        },
      ],
      restsOn: reasonsFor(
        solved,
        listed.map((m) => [from, m] as const),
      ),
    }),
  ];
}
