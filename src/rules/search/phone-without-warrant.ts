import type { EventRow } from '../../record/event';
import { contests } from '../doubts';
import type { Finding } from '../finding';
import { beforeGrounds } from '../grounds';
import { makeFinding, premise } from '../make-finding';
import { counted, firstAfter, firstForItem, mayBeFor } from '../order';
import { leastOf, type Rule, type RuleContext, reasonsFor, startOf } from '../rule';
import { settingsOf } from '../settings';

/** Of the findings that turn on how long nobody asked for a warrant. */
const LATE = 'late ';

export const phoneWithoutWarrant: Rule = {
  id: 'phone-without-warrant',
  section: 'search',
  name: 'A phone opened without a warrant',
  finds:
    'A phone whose contents were looked at before a warrant, or for which a warrant was sought long after it was taken.',
  limit: (f) => (f.key.startsWith(`phone-without-warrant ${LATE}`) ? 'phoneDays' : null),
  bounds: 'from the opening to the warrant, and from the seizure of the phone to the application',
  settledBy: 'The extraction report’s own times, the warrant application, and the phone’s log.',
  answers:
    'consent; now or never / the later warrant owes it nothing / the days were work; isolated neglect (smith2)',
  taints: 'after',
  run: (context) => [
    ...context.ofKind('phone-opened').map((e) => opened(context, e)),
    ...context.ofKind('phone-seized').flatMap((e) => late(context, e)),
  ],
};

const DAY = 86_400_000;

/** Facts that a phone says nothing of: only consent, or a danger, may excuse looking into it. */
const NO_EXCUSE = ['suspicion-articulated', 'observation', 'odour', 'plain-view', 'alert', 'found'] as const;

function opened(context: RuleContext, e: EventRow): Finding {
  return beforeGrounds(context, {
    rule: 'phone-without-warrant',
    key: e.id,
    title: 'A phone opened without a warrant',
    act: e,
    at: startOf(e),
    grounds: firstForItem(context, 'warrant-issued', e.item),
    measures: 'from the opening to the first search warrant',
    none: 'No entry of this case states a search warrant for it.',
    told: { stop: null, kinds: ['warrant-issued'] },
    premises: contests(context, null, [startOf(e)], {
      also: ['consent-given'],
      without: NO_EXCUSE,
      actor: e.actor,
    }),
  });
}

/** Measured to the first application that may be for it; a delay alone is never more than arguable. */
function late(context: RuleContext, seized: EventRow): Finding[] {
  const { solved } = context;
  const { phoneDays } = settingsOf(context.record.case);
  const from = startOf(seized);
  const sought = firstAfter(context, ['warrant-sought', 'warrant-issued'], from, (w) => mayBeFor(w, seized));
  if (sought.length === 0) return [];
  const bounds = counted(leastOf(sought.map((w) => solved.bounds(from, startOf(w)))));
  if (bounds.max <= phoneDays * DAY) return [];
  const first = sought.reduce((a, b) =>
    solved.most(from, startOf(b)) < solved.most(from, startOf(a)) ? b : a,
  );
  const listed = sought.slice(0, 12);
  return [
    makeFinding('phone-without-warrant', `${LATE}${seized.id}`, {
      status: 'arguable',
      title: 'A warrant sought long after the phone was taken',
      bounds,
      measures: 'from the seizure of the phone to the application',
      quantities: listed.map((w) => ({ from, to: startOf(w), bounds: solved.bounds(from, startOf(w)) })),
      span: { from, to: startOf(first) },
      subjects: [seized.id, first.id],
      premises: [
        premise(seized),
        premise(first),
        {
          says: `The case asks about delays of more than ${phoneDays} days. What was done meanwhile?`,
          row: null,
        },
      ],
      restsOn: reasonsFor(
        solved,
        listed.map((w) => [from, startOf(w)] as const),
      ),
    }),
  ];
}
