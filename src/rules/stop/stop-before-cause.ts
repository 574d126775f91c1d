import type { EventRow } from '../../record/event';
import { otherNamed } from '../../stops/acts';
import type { Stop } from '../../stops/stops';
import { contests } from '../doubts';
import type { Finding, Status } from '../finding';
import { againstGrounds, beforeGrounds } from '../grounds';
import { premise } from '../make-finding';
import { mayBelong } from '../order';
import { type Rule, type RuleContext, startOf } from '../rule';
import { settingsOf } from '../settings';

export const stopBeforeCause: Rule = {
  id: 'stop-before-cause',
  section: 'stop',
  name: 'Stopped before the cause',
  finds: 'A seizure that begins before the violation or facts that are said to justify it.',
  bounds: 'from the seizure to the first cause that is claimed for it',
  settledBy:
    'The dispatch log of the call-in, the dash camera’s pre-event buffer, and the notes of the officer who claims the violation.',
  answers:
    'another saw it or asked; the plate (glover), a caller (navarette); times are rounded / · / an honest mistake (heien)',
  taints: 'after',
  drawn: { mark: 'cause' },
  run: (context) => context.stops.flatMap((stop) => judge(context, stop)),
};

/** Words of the entry of the seizure itself that name a traffic matter. */
const TRAFFIC =
  /\b(traffic|violation|infraction|speed\w*|lane|signal|turn|light|lamp|headlight|taillight|plate|registration|seat ?belt|tint\w*|window|swerv\w*|drift\w*|follow\w*|stop sign|shoulder)\b/i;

/** Whether the record shows a traffic stop, so that a cause is only left unentered: a paper, papers, writing, or its own words. */
const isTraffic = (stop: Stop, begins: EventRow): boolean =>
  stop.of('completion').length > 0 ||
  stop.of('mission').some((e) => e.kind !== 'approach') ||
  TRAFFIC.test(begins.description);

/** A record that claims no cause is silent and not proof. */
function judge(context: RuleContext, stop: Stop): Finding[] {
  const { begins } = stop;
  if (!begins) return [];
  const { solved } = context;
  const at = startOf(begins);
  const violations = mayBelong(context, stop, ['claimed-violation']);
  const warrants = mayBelong(context, stop, ['arrest-warrant']);
  const suspicions = mayBelong(context, stop, ['suspicion-articulated']);
  if (violations.length === 0 && isTraffic(stop, begins)) return [];
  const others = suspicions.filter(
    (s) =>
      solved.surely(startOf(s), at) &&
      otherNamed(s.actor, begins.actor) &&
      !mayBelong(context, stop, ['passed-on']).some((p) => solved.may(startOf(p), at)),
  );
  const own = suspicions.filter((s) => !others.includes(s));
  const causes = [...violations, ...warrants];
  const surelyFirst = [...causes, ...own].some((c) => solved.surely(startOf(c), at));
  if (surelyFirst) return [];
  const grounds = causes.length > 0 ? causes : suspicions;
  if (grounds.length === 0) return [];
  const { lead } = againstGrounds(context, at, grounds);
  const noise = settingsOf(context.record.case).unaccounted;
  if (lead && lead.max <= noise && others.length === 0) return [];
  const sure = violations.length > 0 && lead !== null && lead.min > noise && others.length === 0;
  const status: Status = sure ? 'established' : 'arguable';
  return [
    beforeGrounds(
      context,
      {
        rule: 'stop-before-cause',
        key: stop.key,
        title: 'Stopped before the cause',
        act: begins,
        at,
        grounds,
        measures: 'from the seizure to the first cause claimed for it',
        none: '',
        premises: [
          ...grounds.slice(0, 5).map((g) => premise(g, 'Claimed cause')),
          ...others
            .slice(0, 4)
            .map((s) =>
              premise(s, 'Earlier, by another officer; no entry of this case states that it was passed on'),
            ),
          ...contests(context, stop, [at], {
            except: new Set([begins.id, ...grounds.map((g) => g.id), ...others.map((s) => s.id)]),
            without: ['alert', 'found'],
            actor: begins.actor,
          }),
        ],
      },
      status,
    ),
  ];
}
