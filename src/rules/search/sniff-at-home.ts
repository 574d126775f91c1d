import type { EventRow } from '../../record/event';
import { contests, forState } from '../doubts';
import type { Finding, Status } from '../finding';
import { againstGrounds, beforeGrounds } from '../grounds';
import { few, firstForItem, mayComeBy } from '../order';
import { type Rule, type RuleContext, startOf } from '../rule';
import { settingsOf, stateLawOf } from '../settings';

export const sniffAtHome: Rule = {
  id: 'sniff-at-home',
  section: 'search',
  name: 'A dog at the door of a home',
  finds: 'A sniff at a porch, in a shared hallway, or at a home, before any search warrant.',
  bounds: 'from the sniff to the warrant',
  settledBy: 'A plan of the building, and footage of where the dog stood.',
  answers: 'a shared hallway / the warrant stands without the dog / reliance (leon)',
  turns: 'Courts differ on the shared hallways of apartments.',
  taints: 'after',
  run: (context) =>
    [
      ...context.ofKind('sniff-at-porch'),
      ...context.ofKind('sniff-in-hallway'),
      ...context.ofKind('sniff-at-home'),
    ].map((sniff) => judge(context, sniff)),
};

const TITLES: Readonly<Record<string, string>> = {
  'sniff-at-porch': 'A dog at a porch',
  'sniff-in-hallway': 'A dog in a shared hallway',
  'sniff-at-home': 'A dog at a home',
};

/** A porch is the home; hallways differ by court; where the record does not say which, it is argued. */
function judge(context: RuleContext, sniff: EventRow): Finding {
  const settings = settingsOf(context.record.case);
  const at = startOf(sniff);
  const newYork = stateLawOf(settings).hallway === true;
  const seventh = settings.forum === 'federal' && settings.circuit === 'ca7';
  const protectedHere =
    sniff.kind === 'sniff-at-porch' || (sniff.kind === 'sniff-in-hallway' && (seventh || newYork));
  const warrants = firstForItem(context, 'warrant-issued', '');
  const { status } = againstGrounds(context, at, warrants);
  const mark: Status = status === 'established' && !protectedHere ? 'arguable' : status;
  const consents = few(6, mayComeBy(context, null, ['consent-given'], [at]));
  return beforeGrounds(
    context,
    {
      rule: 'sniff-at-home',
      key: sniff.id,
      title: TITLES[sniff.kind] ?? 'A dog at a home',
      act: sniff,
      at,
      grounds: warrants,
      measures: 'from the sniff to the first search warrant',
      none: 'No entry of this case states a search warrant.',
      told: { stop: null, kinds: ['warrant-issued'] },
      premises: [
        ...(sniff.kind === 'sniff-at-home'
          ? [
              {
                says: 'No entry of this case states whether it was a porch or a shared hallway.',
                row: sniff.id,
              },
            ]
          : []),
        ...consents.map((c) => forState(c)),
        ...(newYork && sniff.kind === 'sniff-in-hallway'
          ? contests(context, null, [at], { except: new Set([sniff.id]), actor: sniff.actor })
          : []),
      ],
    },
    mark,
  );
}
