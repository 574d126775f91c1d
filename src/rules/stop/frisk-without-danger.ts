import { beforeGrounds, mayBelong } from '../order';
import { type Rule, startOf } from '../rule';

export const friskWithoutDanger: Rule = {
  id: 'frisk-without-danger',
  section: 'stop',
  name: 'Frisked without danger stated',
  finds: 'A pat-down before which the record has no fact of danger.',
  bounds: 'from the pat-down to the first fact of danger',
  authorities: ['terry', 'johnson'],
  answer: 'Officer safety in general; the officer felt uneasy.',
  settledBy: 'Body-camera sound before the pat-down and the officer’s first account of it.',
  run: (context) =>
    context.stops.flatMap((stop) =>
      stop.kind('frisk').map((frisk) =>
        beforeGrounds(context, {
          rule: 'frisk-without-danger',
          key: frisk.id,
          title: 'Frisked without danger stated',
          act: frisk,
          at: startOf(frisk),
          grounds: mayBelong(context, stop, ['danger-stated', 'arrest']),
          doubts: mayBelong(context, stop, [
            'suspicion-articulated',
            'observation',
            'consent-given',
            'plain-view',
          ]),
          measures: 'from the pat-down to the first fact of danger',
          none: 'The record states no fact of danger at all.',
        }),
      ),
    ),
};
