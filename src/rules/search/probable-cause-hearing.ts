import type { EventRow } from '../../record/event';
import type { Stop } from '../../stops/stops';
import { type Finding, statusOf } from '../finding';
import { makeFinding, premise } from '../make-finding';
import { mayBelong } from '../order';
import { leastOf, type Rule, type RuleContext, reasonsFor, startOf } from '../rule';

export const probableCauseHearing: Rule = {
  id: 'probable-cause-hearing',
  section: 'search',
  name: 'No judge within 48 hours',
  finds: 'An arrest without a warrant after which no judge found probable cause within 48 hours.',
  bounds: 'from the arrest to the judge’s finding',
  authorities: ['mclaughlin', 'gerstein'],
  answer: 'An emergency or another extraordinary circumstance.',
  settledBy: 'The jail’s booking log and the court’s docket.',
  run: (context) =>
    context.stops.flatMap((stop) =>
      stop.of('arrest').flatMap((e) => (e.kind === 'arrest' ? judge(context, stop, e) : [])),
    ),
};

const HOURS = 48 * 3_600_000;

/** A record that says nothing of any judge is silent, not late: nothing is claimed. */
function judge(context: RuleContext, stop: Stop, arrest: EventRow): Finding[] {
  const { solved } = context;
  const found = context.ofKind('probable-cause-finding');
  if (found.length === 0) return [];
  if (
    mayBelong(context, stop, ['warrant-issued']).some(
      (w) => solved.bounds(startOf(w), startOf(arrest)).max > 0,
    )
  )
    return [];
  const later = found.filter((f) => solved.bounds(startOf(arrest), startOf(f)).max >= 0);
  if (later.length === 0) return [];
  const bounds = leastOf(later.map((f) => solved.bounds(startOf(arrest), startOf(f))));
  if (bounds.max <= HOURS) return [];
  const first = later.reduce((a, b) =>
    solved.bounds(startOf(arrest), startOf(b)).min < solved.bounds(startOf(arrest), startOf(a)).min ? b : a,
  );
  return [
    makeFinding('probable-cause-hearing', arrest.id, {
      status: statusOf(bounds, HOURS),
      title: 'No judge within 48 hours',
      bounds: { min: Math.max(0, bounds.min), max: bounds.max },
      measures: 'from the arrest to the judge’s finding',
      quantities: later.map((f) => ({
        from: startOf(arrest),
        to: startOf(f),
        bounds: solved.bounds(startOf(arrest), startOf(f)),
      })),
      span: { from: startOf(arrest), to: startOf(first) },
      subjects: [arrest.id, first.id],
      premises: [
        premise(arrest),
        premise(first),
        { says: 'The record has no warrant before the arrest.', row: null },
      ],
      restsOn: reasonsFor(
        solved,
        later.map((f) => [startOf(arrest), startOf(f)] as const),
      ),
    }),
  ];
}
