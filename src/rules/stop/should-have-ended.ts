import type { EventRow, MomentRef } from '../../record/event';
import { mayBeFirst, mayBeLast } from '../../stops/acts';
import { openKinds, sureKinds } from '../../stops/kinds';
import type { Stop } from '../../stops/stops';
import { printLengthOf } from '../../time/duration';
import type { Finding } from '../finding';
import { makeFinding, premise } from '../make-finding';
import { counted } from '../order';
import { endOf, leastOf, type Rule, type RuleContext, reasonsFor, startOf } from '../rule';
import { settingsOf } from '../settings';

export const shouldHaveEnded: Rule = {
  id: 'should-have-ended',
  section: 'stop',
  name: 'All was in hand, and no paper came',
  finds:
    'A long time from the moment all was in hand for the ticket or warning to the paper itself, with something else between.',
  bounds: 'from all in hand to the paper',
  settledBy: 'The terminal’s keystroke log of the ticket, with the moment at which each return came back.',
  answers: 'diligence, not the least time (hill) / the terminal was slow',
  run: (context) => context.stops.flatMap((stop) => [...late(context, stop), ...keptBack(context, stop)]),
};

const papersOf = (stop: Stop): EventRow[] => [
  ...stop.kind('warning-issued'),
  ...stop.kind('citation-issued'),
];

/** From the last of what the officer needed to the paper: never more than arguable. */
function late(context: RuleContext, stop: Stop): Finding[] {
  const { solved } = context;
  const settings = settingsOf(context.record.case);
  const papers = mayBeFirst(solved, papersOf(stop).map(startOf));
  if (papers.length === 0) return [];
  const inHand = stop.kind('all-in-hand').map(startOf);
  const received = [
    ...stop.kind('documents-received').map(startOf),
    ...stop
      .kind('records-check')
      .filter((e) => !solved.openEnd(e.id))
      .map(endOf),
  ].filter((m) => papers.every((p) => solved.may(m, p)));
  const from = mayBeLast(solved, inHand.length > 0 ? inHand : received);
  if (from.length === 0) return [];
  const bounds = counted(leastOf(from.flatMap((m) => papers.map((p) => solved.bounds(m, p)))));
  if (bounds.min <= settings.paperTime) return [];
  const other = [...sureKinds(settings), ...openKinds(settings)].flatMap((k) => stop.kind(k));
  const between = [...stop.of('canine'), ...stop.of('consent'), ...other].filter(
    (e) =>
      from.some((m) => solved.mayBefore(m, startOf(e))) &&
      papers.some((p) => solved.mayBefore(startOf(e), p)),
  );
  const first = between[0];
  if (!first) return [];
  const [a, b] = [from[0] as MomentRef, papers[0] as MomentRef];
  const rows = new Map(stop.acts.map((e) => [e.id, e]));
  return [
    makeFinding('should-have-ended', stop.key, {
      status: 'arguable',
      title: 'All was in hand, and no paper came',
      bounds,
      measures: 'from all in hand to the paper',
      quantities: [{ from: a, to: b, bounds: solved.bounds(a, b) }],
      span: { from: a, to: b },
      subjects: [...new Set([a.id, b.id])],
      premises: [
        ...from.slice(0, 3).map((m) => premise(rows.get(m.id) as EventRow, 'In hand')),
        premise(rows.get(b.id) as EventRow, 'The paper'),
        ...[...new Set(between)].slice(0, 5).map((e) => premise(e, 'It may lie between')),
        {
          says: `The case asks about papers that take more than ${printLengthOf(settings.paperTime)}.`,
          row: null,
        },
      ],
      restsOn: reasonsFor(solved, [[a, b]]),
    }),
  ];
}

/** A paper that was finished and not handed over. */
function keptBack(context: RuleContext, stop: Stop): Finding[] {
  const { solved } = context;
  const { routineRelease } = settingsOf(context.record.case);
  const papers = mayBeFirst(solved, papersOf(stop).map(startOf));
  const finished = mayBeLast(solved, stop.kind('paper-finished').map(startOf));
  const [a, b] = [finished[0], papers[0]];
  if (!a || !b) return [];
  const bounds = counted(leastOf(finished.flatMap((m) => papers.map((p) => solved.bounds(m, p)))));
  if (bounds.min <= routineRelease) return [];
  const row = (m: MomentRef): EventRow => stop.acts.find((e) => e.id === m.id) as EventRow;
  return [
    makeFinding('should-have-ended', `finished ${stop.key}`, {
      status: 'arguable',
      title: 'The paper was finished, and not handed over',
      bounds,
      measures: 'from the finished paper to its hand-over',
      quantities: [{ from: a, to: b, bounds: solved.bounds(a, b) }],
      span: { from: a, to: b },
      subjects: [a.id, b.id],
      premises: [premise(row(a)), premise(row(b))],
      restsOn: reasonsFor(solved, [[a, b]]),
    }),
  ];
}
