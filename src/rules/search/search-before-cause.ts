import { beforeGrounds, mayBelong } from '../order';
import { type Rule, startOf } from '../rule';

export const searchBeforeCause: Rule = {
  id: 'search-before-cause',
  section: 'search',
  name: 'Searched before any ground',
  finds:
    'A search that begins before every recorded ground for it: alert, consent, warrant, arrest or plain view.',
  bounds: 'from the search to the first ground for it',
  authorities: ['harris', 'ross', 'acevedo'],
  answer: 'Another ground existed.',
  settledBy:
    'Footage of the moment a door or container is opened, and of the moment of the alert or the consent.',
  run: (context) =>
    context.stops.flatMap((stop) =>
      stop.kind('search').map((search) =>
        beforeGrounds(context, {
          rule: 'search-before-cause',
          key: search.id,
          title: 'Searched before any ground',
          act: search,
          at: startOf(search),
          grounds: mayBelong(context, stop, [
            'alert',
            'consent-given',
            'warrant-issued',
            'arrest',
            'plain-view',
          ]),
          doubts: mayBelong(context, stop, [
            'suspicion-articulated',
            'observation',
            'found',
            'danger-stated',
          ]).filter((e) => e.id !== search.id),
          measures: 'from the search to the first ground for it',
          none: 'The record names no alert, consent, warrant, arrest or plain view.',
        }),
      ),
    ),
};
