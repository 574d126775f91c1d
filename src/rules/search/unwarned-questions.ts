import type { EventRow } from '../../record/event';
import type { Stop } from '../../stops/stops';
import type { Finding } from '../finding';
import { beforeGrounds, mayBelong } from '../order';
import { type Rule, type RuleContext, startOf } from '../rule';

export const unwarnedQuestions: Rule = {
  id: 'unwarned-questions',
  section: 'search',
  name: 'Questions in custody before warnings',
  finds:
    'Questions put in custody before the warnings were given (Fifth Amendment, shown beside the others).',
  bounds: 'from the first question in custody to the warnings',
  authorities: ['miranda', 'berkemer', 'seibert'],
  answer: 'It was not custody.',
  settledBy: 'Body-camera sound from the arrest on.',
  run: (context) =>
    context.stops.flatMap((stop) =>
      stop.of('arrest').flatMap((e) => (e.kind === 'custodial-questions' ? judge(context, stop, e) : [])),
    ),
};

function judge(context: RuleContext, stop: Stop, questions: EventRow): Finding[] {
  return [
    beforeGrounds(context, {
      rule: 'unwarned-questions',
      key: questions.id,
      title: 'Questions in custody before warnings',
      act: questions,
      at: startOf(questions),
      grounds: mayBelong(context, stop, ['warnings-given']),
      measures: 'from the first question in custody to the warnings',
      none: 'The record has no warnings at all.',
    }),
  ];
}
