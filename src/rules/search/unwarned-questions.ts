import type { EventRow } from '../../record/event';
import { mayBeFirst } from '../../stops/acts';
import { forState } from '../doubts';
import type { Finding, Premise, Status } from '../finding';
import { againstGrounds, beforeGrounds } from '../grounds';
import { premise } from '../make-finding';
import { mayBelong, stopOf } from '../order';
import { type Rule, type RuleContext, startOf } from '../rule';

export const unwarnedQuestions: Rule = {
  id: 'unwarned-questions',
  section: 'search',
  name: 'Questions in custody before warnings',
  finds:
    'Questions put in custody before the warnings were given (Fifth Amendment, shown beside the others).',
  bounds: 'from the first question in custody to the warnings',
  settledBy: 'Body-camera sound from the arrest on.',
  answers:
    'no custody; booking, or unasked / public safety (quarles) / things and warned words come in (patane, elstad)',
  taints: 'after',
  run: (context) => {
    const questions = new Map<string, EventRow[]>();
    for (const e of context.ofKind('custodial-questions')) {
      const key = stopOf(context, e.id)?.key ?? '';
      const list = questions.get(key);
      if (list) list.push(e);
      else questions.set(key, [e]);
    }
    return [...questions.values()].flatMap((list) => {
      const first = new Set(mayBeFirst(context.solved, list.map(startOf)).map((m) => m.id));
      return list.filter((e) => first.has(e.id)).map((e) => judge(context, e));
    });
  },
};

/** Custody by an arrest is certain; by handcuffs or a ride it is argued. */
function judge(context: RuleContext, questions: EventRow): Finding {
  const { solved, ofKind } = context;
  const at = startOf(questions);
  const stop = stopOf(context, questions.id);
  const warnings =
    stop && context.stops.length > 1
      ? mayBelong(context, stop, ['warnings-given'])
      : ofKind('warnings-given');
  const { status: byClock } = againstGrounds(context, at, warnings);
  const arrest = ofKind('arrest').find((a) => solved.surely(startOf(a), at));
  const held = arrest
    ? undefined
    : [...ofKind('secured'), ...ofKind('transport')].find((e) => solved.surely(startOf(e), at));
  const status: Status = byClock === 'established' && !arrest ? 'arguable' : byClock;
  const danger = mayBelong(context, stop, ['danger-stated']).filter((d) => solved.may(startOf(d), at));
  const custody: Premise = arrest
    ? premise(arrest, 'In custody from here')
    : held
      ? premise(held, 'Custody, if it was, from here')
      : { says: 'No entry of this case states an arrest before the questions.', row: null };
  return beforeGrounds(
    context,
    {
      rule: 'unwarned-questions',
      key: questions.id,
      title: 'Questions in custody before warnings',
      act: questions,
      at,
      grounds: warnings,
      measures: 'from the first question in custody to the warnings',
      none: 'No entry of this case states any warnings.',
      told: { stop: context.stops.length > 1 ? stop : null, kinds: ['warnings-given'] },
      premises: [custody, ...danger.slice(0, 4).map((d) => forState(d))],
    },
    status,
  );
}
