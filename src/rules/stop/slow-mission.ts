import type { MomentRef } from '../../record/event';
import type { Stop } from '../../stops/stops';
import type { Bounds } from '../../time/duration';
import type { Finding } from '../finding';
import { makeFinding, premise } from '../make-finding';
import { leastOf, type Rule, type RuleContext, reasonsFor, startOf } from '../rule';

export const slowMission: Rule = {
  id: 'slow-mission',
  section: 'stop',
  name: 'Slower than other stops',
  finds: 'A mission that took longer than nearly all other stops of the same officers in the record.',
  bounds: 'the length of this mission, and its place among the others',
  authorities: ['sharpe', 'rodriguez'],
  answer: 'This stop was different.',
  settledBy: 'The agency’s dispatch records of this officer’s other stops of the kind.',
  run,
};

/** Fewer than this many other stops prove nothing. */
const LEAST = 20;
/** Slower than this share of them is worth naming. */
const SHARE = 0.9;

/** How long a mission took: to its first completion, else to the end of the stop. */
function missionOf({ solved }: RuleContext, stop: Stop): { to: MomentRef; bounds: Bounds } | null {
  if (!stop.begins) return null;
  const ends = stop.of('completion').map(startOf);
  if (ends.length === 0 && stop.ends) ends.push(startOf(stop.ends));
  if (ends.length === 0) return null;
  const all = ends.map((m) => solved.bounds(startOf(stop.begins as NonNullable<Stop['begins']>), m));
  return { to: ends[0] as MomentRef, bounds: leastOf(all) };
}

/** Only stops in which something more happened are judged; the others are what they are judged by. */
function run(context: RuleContext): Finding[] {
  if (context.stops.length <= LEAST) return [];
  const all = context.stops.flatMap((stop) => {
    const mission = missionOf(context, stop);
    return mission ? [{ stop, ...mission }] : [];
  });
  return all.flatMap(({ stop, to, bounds }) => {
    if (
      stop.of('canine').length === 0 &&
      stop.of('search').length === 0 &&
      stop.of('off-mission').length === 0
    )
      return [];
    const others = all.filter((o) => o.stop !== stop && o.stop.begins?.actor === stop.begins?.actor);
    if (others.length < LEAST || !stop.begins) return [];
    const surely = others.filter((o) => bounds.min > o.bounds.max).length;
    const maybe = others.filter((o) => bounds.max > o.bounds.min).length;
    if (maybe / others.length < SHARE) return [];
    const from = startOf(stop.begins);
    return [
      makeFinding('slow-mission', stop.key, {
        status: surely / others.length >= SHARE ? 'established' : 'arguable',
        title: 'Slower than other stops',
        bounds: { min: Math.max(0, bounds.min), max: bounds.max },
        measures: `for the mission: longer than ${surely} to ${maybe} of ${others.length} other stops of ${stop.begins.actor || 'the same officers'}`,
        quantities: [{ from, to, bounds: solvedBounds(context, from, to) }],
        span: { from, to },
        subjects: [stop.begins.id, to.id],
        premises: [
          premise(stop.begins),
          {
            says: `${others.length} other stops in the record have a beginning and an end; this one took longer than at least ${surely} of them.`,
            row: null,
          },
        ],
        restsOn: reasonsFor(context.solved, [[from, to]]),
      }),
    ];
  });
}

const solvedBounds = ({ solved }: RuleContext, from: MomentRef, to: MomentRef): Bounds =>
  solved.bounds(from, to);
