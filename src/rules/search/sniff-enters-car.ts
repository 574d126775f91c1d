import type { EventRow } from '../../record/event';
import { mayBeFirst } from '../../stops/acts';
import type { Stop } from '../../stops/stops';
import { contests } from '../doubts';
import type { Finding, Status } from '../finding';
import { beforeGrounds } from '../grounds';
import { mayBelong } from '../order';
import { type Rule, type RuleContext, startOf } from '../rule';
import { settingsOf, stateLawOf } from '../settings';
import { searchAsks } from './search-asks';

export const sniffEntersCar: Rule = {
  id: 'sniff-enters-car',
  section: 'search',
  name: 'The dog touched or entered the car',
  finds: 'A dog whose nose, paw or body touches or enters the car before it alerts.',
  bounds: 'from the contact to the alert',
  settledBy: 'The handler’s video of every pass, what the dog is trained to find, and its field records.',
  answers: 'instinct, through a door he left open / cause before it leapt',
  turns: 'Idaho holds that a dog’s touch is a search; elsewhere it is argued.',
  taints: 'grounds',
  run: (context) =>
    context.stops.flatMap((stop) => {
      const contacts = stop.kind('dog-contact');
      const first = mayBeFirst(context.solved, contacts.map(startOf)).map((m) => m.id);
      return contacts.filter((c) => first.includes(c.id)).flatMap((c) => judge(context, stop, c));
    }),
};

/** A contact is a search in Idaho alone; elsewhere it is argued. */
function judge(context: RuleContext, stop: Stop, contact: EventRow): Finding[] {
  const { solved } = context;
  const at = startOf(contact);
  const alerts = mayBelong(context, stop, ['alert']);
  const leads = alerts.map((a) => solved.bounds(at, startOf(a)));
  const surelyLast = leads.some((b) => b.max <= 0 && b.min < 0);
  const surelyFirst = leads.every((b) => b.min >= 0);
  const here = stateLawOf(settingsOf(context.record.case)).sniffEntersCar === true;
  const status: Status = surelyLast ? 'foreclosed' : surelyFirst && here ? 'established' : 'arguable';
  return [
    beforeGrounds(
      context,
      {
        rule: 'sniff-enters-car',
        key: contact.id,
        title: 'The dog touched or entered the car',
        act: contact,
        at,
        grounds: alerts,
        measures: 'from the contact to the alert',
        none: 'No entry of this case states an alert.',
        told: { stop, kinds: ['alert'] },
        premises: [
          ...(surelyFirst && alerts.length > 0
            ? [{ says: 'The contact comes before every alert.', row: null }]
            : []),
          ...searchAsks(context),
          ...contests(context, stop, [at], {
            except: new Set([contact.id]),
            without: ['alert'],
            actor: contact.actor,
          }),
        ],
      },
      status,
    ),
  ];
}
