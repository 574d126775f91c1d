import type { EventRow } from '../../record/event';
import type { Finding, Status } from '../finding';
import { makeFinding, premise } from '../make-finding';
import { counted } from '../order';
import { type Rule, type RuleContext, reasonsFor, startOf } from '../rule';
import { settingsOf } from '../settings';
import { ByTime } from '../sweep';

export const presentmentDelay: Rule = {
  id: 'presentment-delay',
  section: 'search',
  name: 'A statement more than six hours after the arrest',
  finds:
    'A statement, or questions, more than six hours after an arrest and before the person was brought before a judge.',
  bounds: 'from the arrest to the statement, and to the judge',
  settledBy: 'Both arrests with their charges, and the magistrate’s calendar.',
  answers: 'held on state charges; distance, hospital / within six hours, or waived / voluntary',
  turns: 'The six hours are a rule of federal court.',
  run,
};

const HOURS = 6 * 3_600_000;
const NEAR = 24;

/** The six hours are a rule of federal court; elsewhere it is silent. */
function run(context: RuleContext): Finding[] {
  const { solved, ofKind } = context;
  if (settingsOf(context.record.case).forum !== 'federal') return [];
  const arrests = new ByTime(solved, ofKind('arrest'), startOf);
  const presentments = ofKind('presentment');
  return [...ofKind('statement'), ...ofKind('custodial-questions')].flatMap((said) => {
    const { max } = solved.window(startOf(said));
    const arrest = arrests
      .touching(Number.NEGATIVE_INFINITY, max, NEAR)
      .find((a) => solved.mayBefore(startOf(a), startOf(said)));
    return arrest ? judge(context, arrest, said, presentments) : [];
  });
}

function judge(
  { solved }: RuleContext,
  arrest: EventRow,
  said: EventRow,
  all: readonly EventRow[],
): Finding[] {
  const [from, at] = [startOf(arrest), startOf(said)];
  const raw = solved.bounds(from, at);
  const bounds = counted(raw);
  const presentments = all.filter((p) => solved.may(from, startOf(p))).slice(0, 12);
  const before = presentments.find((p) => solved.surely(startOf(p), at));
  const maybe = presentments.find((p) => solved.may(startOf(p), at));
  const status: Status =
    bounds.max <= HOURS || before
      ? 'foreclosed'
      : raw.min > HOURS && presentments.length > 0 && !maybe
        ? 'established'
        : 'arguable';
  const judgeRow = before ?? maybe ?? presentments[0];
  return [
    makeFinding('presentment-delay', said.id, {
      status,
      title: 'A statement more than six hours after the arrest',
      bounds,
      measures: 'from the arrest to the statement',
      quantities: [
        { from, to: at, bounds: raw },
        ...presentments.map((p) => ({ from, to: startOf(p), bounds: solved.bounds(from, startOf(p)) })),
      ],
      span: { from, to: at },
      subjects: [arrest.id, said.id],
      premises: [
        premise(arrest),
        premise(said),
        judgeRow
          ? premise(judgeRow)
          : { says: 'No entry of this case states when he was brought before a judge.', row: null },
        { says: 'On whose charge was he held? The six hours count from a federal arrest.', row: null },
      ],
      restsOn: reasonsFor(solved, [[from, at]]),
    }),
  ];
}
