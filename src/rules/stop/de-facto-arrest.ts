import type { EventRow, MomentRef } from '../../record/event';
import { type Stop, stopEnd } from '../../stops/stops';
import type { Bounds } from '../../time/duration';
import { type Finding, statusOf } from '../finding';
import { makeFinding, premise } from '../make-finding';
import { greatestOf, mayBelong, untilEnd } from '../order';
import { leastOf, type Rule, type RuleContext, reasonsFor, startOf } from '../rule';

export const deFactoArrest: Rule = {
  id: 'de-facto-arrest',
  section: 'stop',
  name: 'An arrest in all but name',
  finds: 'A detention that by its length or by force outgrew a brief stop, before any ground for arrest.',
  bounds: 'how long the person was held before a ground for arrest, and from when in handcuffs or moved',
  authorities: ['royer', 'place', 'dunaway', 'sharpe'],
  answer: 'The suspect caused the delay; handcuffs kept everybody safe.',
  settledBy:
    'Body-camera footage of the handcuffing, and the log of when the person was moved and told that he was under arrest.',
  run: (context) => context.stops.flatMap((stop) => (stop.begins ? judge(context, stop, stop.begins) : [])),
};

/** The length of detention in Place, of luggage: beyond it nobody has called a detention brief. */
const LONG = 90 * 60_000;

/** Force shows where a person was secured or driven away and grounds for arrest, if any, came later; length where 90 minutes passed. */
function judge(context: RuleContext, stop: Stop, begins: EventRow): Finding[] {
  const { solved } = context;
  const grounds = mayBelong(context, stop, ['arrest', 'alert', 'plain-view', 'found', 'warrant-issued']);
  const end = stopEnd(stop);
  if (!end || (grounds.length === 0 && end.id === begins.id)) return [];
  const until = [...grounds.map(startOf), end];
  const held = (from: MomentRef): Bounds =>
    leastOf([...grounds.map((g) => solved.bounds(from, startOf(g))), untilEnd(solved, stop, from)]);
  const force = [...stop.kind('secured'), ...stop.kind('transport')];
  const whole = held(startOf(begins));
  const forced = force.map((e) => ({ e, bounds: held(startOf(e)) })).filter((f) => f.bounds.max > 0);
  const bounds: Bounds | null =
    forced.length > 0
      ? greatestOf(forced.map((f) => f.bounds))
      : whole.max > LONG && Number.isFinite(whole.max)
        ? whole
        : null;
  if (!bounds) return [];
  const first = forced.reduce<EventRow | null>(
    (best, f) => (best === null || f.bounds.min === bounds.min ? f.e : best),
    null,
  );
  const from = startOf(first ?? begins);
  const to = until.reduce((a, b) => (solved.bounds(from, b).min < solved.bounds(from, a).min ? b : a));
  return [
    makeFinding('de-facto-arrest', stop.key, {
      status: statusOf(bounds, first ? 0 : LONG),
      title: first ? 'Held by force before a ground for arrest' : 'Held for more than 90 minutes',
      bounds: { min: Math.max(0, bounds.min), max: bounds.max },
      measures: first
        ? 'from the force to the first ground for arrest, or the end of what is recorded'
        : 'from the seizure to the first ground for arrest, or the end of what is recorded',
      quantities: [
        { from, to, bounds: solved.bounds(from, to) },
        { from: startOf(begins), to, bounds: solved.bounds(startOf(begins), to) },
      ],
      span: { from, to },
      subjects: [begins.id, ...forced.map((f) => f.e.id)],
      premises: [
        premise(begins),
        ...forced.map((f) => premise(f.e)),
        ...grounds.slice(0, 4).map((g) => premise(g, 'A ground for arrest')),
      ],
      restsOn: reasonsFor(
        solved,
        until.map((m) => [from, m] as const),
      ),
    }),
  ];
}
