import type { EventRow } from '../../record/event';
import { otherNamed } from '../../stops/acts';
import type { Stop } from '../../stops/stops';
import { contests } from '../doubts';
import type { Finding } from '../finding';
import { beforeGrounds } from '../grounds';
import { mayBelong, stopOf } from '../order';
import { type Rule, type RuleContext, startOf } from '../rule';

export const friskWithoutDanger: Rule = {
  id: 'frisk-without-danger',
  section: 'stop',
  name: 'Frisked without danger stated',
  finds: 'A pat-down before which the record has no fact of danger.',
  bounds: 'from the pat-down to the first fact of danger',
  settledBy: 'Body-camera sound before the pat-down and the officer’s first account of it.',
  answers: 'drugs and guns; bulk, hands, night, numbers; about to sit in our car / he agreed',
  taints: 'after',
  drawn: { mark: 'cause' },
  run: (context) =>
    context.ofKind('frisk').flatMap((frisk) => judge(context, stopOf(context, frisk.id), frisk)),
};

/** Once danger is stated by the officer who frisks, its weight is no matter of time and the rule is silent. */
function judge(context: RuleContext, stop: Stop | null, frisk: EventRow): Finding[] {
  const { solved } = context;
  const at = startOf(frisk);
  const own = mayBelong(context, stop, ['danger-stated']).filter((d) => !otherNamed(d.actor, frisk.actor));
  const arrests = mayBelong(context, stop, ['arrest']);
  if ([...own, ...arrests].some((g) => solved.surely(startOf(g), at))) return [];
  const stated = own.filter((d) => solved.most(startOf(d), at) < 0);
  const arrestFirst = arrests.some((a) => solved.mayBefore(startOf(a), at));
  return [
    beforeGrounds(
      context,
      {
        rule: 'frisk-without-danger',
        key: frisk.id,
        title: 'Frisked without danger stated',
        act: frisk,
        at,
        grounds: [...stated, ...arrests],
        measures: 'from the pat-down to the first fact of danger',
        none: 'No entry of this case states a fact of danger that surely came before it.',
        told: { stop, kinds: ['danger-stated', 'arrest'] },
        premises: contests(context, stop, [at], {
          except: new Set([frisk.id]),
          also: ['consent-given'],
          actor: frisk.actor,
        }),
      },
      arrestFirst ? 'arguable' : 'established',
    ),
  ];
}
