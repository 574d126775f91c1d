import type { Stop } from '../../stops/stops';
import type { Finding } from '../finding';
import { premise } from '../make-finding';
import { beforeGrounds, mayBelong } from '../order';
import { type Rule, type RuleContext, startOf } from '../rule';

export const stopBeforeCause: Rule = {
  id: 'stop-before-cause',
  section: 'stop',
  name: 'Stopped before the cause',
  finds: 'A seizure that begins before the violation or facts that are said to justify it.',
  bounds: 'from the seizure to the first cause that is claimed for it',
  authorities: ['terry', 'whren', 'heien'],
  answer: 'The officer made a reasonable mistake; the time in the report is loose.',
  settledBy:
    'The dispatch log of the call-in, the dash camera’s pre-event buffer, and the officer who claims the violation.',
  run: (context) => context.stops.flatMap((stop) => judge(context, stop)),
};

/** Where the record claims no cause at all, it is silent and not proof: that is named only where some act of the stop is told. */
function judge(context: RuleContext, stop: Stop): Finding[] {
  const { begins } = stop;
  if (!begins) return [];
  const grounds = mayBelong(context, stop, ['claimed-violation', 'suspicion-articulated', 'warrant-issued']);
  if (grounds.length === 0) return [];
  const finding = beforeGrounds(context, {
    rule: 'stop-before-cause',
    key: stop.key,
    title: 'Stopped before the cause',
    act: begins,
    at: startOf(begins),
    grounds,
    doubts: mayBelong(context, stop, ['observation']),
    measures: 'from the seizure to the first cause claimed for it',
    noise: context.record.case.policies.unaccounted,
    none: '',
    premises: grounds.slice(0, 5).map((g) => premise(g, 'Claimed cause')),
  });
  // A cause that comes first is how every stop should be: nothing to say.
  return finding.status === 'foreclosed' ? [] : [finding];
}
