import type { EventRow, MomentRef } from '../../record/event';
import type { Stop } from '../../stops/stops';
import type { Finding, Status } from '../finding';
import { makeFinding, premise } from '../make-finding';
import { mayBelong } from '../order';
import { leastOf, type Rule, type RuleContext, reasonsFor, startOf } from '../rule';

export const suspicionLate: Rule = {
  id: 'suspicion-late',
  section: 'stop',
  name: 'Suspicion came late',
  finds: 'The first statement of suspicion comes after the stop was already drawn out.',
  bounds: 'from the start of the extension to the first statement of suspicion',
  authorities: ['rodriguez', 'terry'],
  answer: 'It was known earlier and written down later.',
  settledBy:
    'Body-camera sound from before the extension, radio traffic, and the officer’s notes made at the scene.',
  run: (context) => context.stops.flatMap((stop) => judge(context, stop)),
};

/** The moment at which the stop is first drawn out: a detour begins, a dog is waited for, or the mission has ended. */
function extensions(stop: Stop): EventRow[] {
  return [
    ...stop.of('off-mission'),
    ...stop.of('canine').filter((e) => e.kind === 'sniff'),
    ...stop.of('completion'),
  ];
}

function judge(context: RuleContext, stop: Stop): Finding[] {
  const { solved } = context;
  const stated = mayBelong(context, stop, ['suspicion-articulated', 'plain-view']);
  const begun = extensions(stop);
  if (stated.length === 0 || begun.length === 0) return [];
  // From the extension that surely has begun: that which lets the least time pass is never chosen to help us.
  const late = begun.map((e) => ({
    e,
    bounds: leastOf(stated.map((s) => solved.bounds(startOf(e), startOf(s)))),
  }));
  const best = late.reduce((a, b) => (b.bounds.min > a.bounds.min ? b : a));
  const first = stated.reduce((a, b) =>
    solved.bounds(startOf(best.e), startOf(b)).min < solved.bounds(startOf(best.e), startOf(a)).min ? b : a,
  );
  const bounds = { min: best.bounds.min, max: Math.max(...late.map((l) => l.bounds.max)) };
  if (bounds.max <= 0) return [];
  const observed = mayBelong(context, stop, ['observation']).filter(
    (o) => solved.bounds(startOf(o), startOf(best.e)).max > 0,
  );
  let status: Status = bounds.min > 0 ? 'established' : 'arguable';
  if (status === 'established' && observed.length > 0) status = 'arguable';
  const to: MomentRef = startOf(first);
  return [
    makeFinding('suspicion-late', stop.key, {
      status,
      title: 'Suspicion came late',
      bounds: { min: Math.max(0, bounds.min), max: bounds.max },
      measures: 'from the start of the extension to the first statement of suspicion',
      quantities: stated.map((s) => ({
        from: startOf(best.e),
        to: startOf(s),
        bounds: solved.bounds(startOf(best.e), startOf(s)),
      })),
      span: { from: startOf(best.e), to },
      subjects: [best.e.id, first.id],
      premises: [
        premise(best.e, 'Drawn out from here'),
        premise(first, 'First stated'),
        ...observed.slice(0, 4).map((o) => premise(o, 'An observation that may come before')),
      ],
      restsOn: reasonsFor(
        solved,
        stated.map((s) => [startOf(best.e), startOf(s)] as const),
      ),
    }),
  ];
}
