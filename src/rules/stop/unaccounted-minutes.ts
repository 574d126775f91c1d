import type { EventRow, MomentRef } from '../../record/event';
import { KINDS } from '../../record/vocabulary';
import type { Stop } from '../../stops/stops';
import type { Bounds } from '../../time/duration';
import { printLengthOf } from '../../time/duration';
import type { Solved } from '../../time/solver/solve';
import type { Finding } from '../finding';
import { endOf, leastOf, type Rule, type RuleContext, reasonsFor, startOf } from '../rule';
import { settingsOf } from '../settings';

export const unaccountedMinutes: Rule = {
  id: 'unaccounted-minutes',
  section: 'stop',
  name: 'Nobody accounts for these minutes',
  finds: 'Stretches of the seizure, over the case’s threshold, in which no source records any act.',
  bounds: 'each stretch in which no source records an act',
  authorities: ['sharpe', 'rodriguez'],
  answer: 'Writing in the car is not logged.',
  settledBy: 'The officer’s own account of those minutes, and any camera or terminal log of them.',
  run: (context) => context.stops.flatMap((stop) => (stop.begins ? judge(context, stop, stop.begins) : [])),
};

/** Moments this many places away cannot be the nearest; spans are looked at however far back they began. */
const NEAR = 40;

/**
 * Acts in the order drawn are cut between each neighbouring two; the silence at a cut is the least of
 * start(right) - end(left) over all pairs across it, so its lower bound is exact and its upper bound sound.
 */
function judge({ solved, record }: RuleContext, stop: Stop, begins: EventRow): Finding[] {
  const threshold = settingsOf(record.case).unaccounted;
  const { ends } = stop;
  const acts = stop.acts.filter(
    (e) =>
      solved.bounds(startOf(begins), startOf(e)).max >= 0 &&
      (!ends || solved.bounds(startOf(e), startOf(ends)).max >= 0),
  );
  const floating = (e: EventRow): boolean => {
    const w = solved.window(startOf(e));
    return !(w.max - w.min <= 4 * threshold + 4 * record.case.policies.machineClock);
  };
  const anchored = acts.filter((e) => !floating(e));
  const afloat = acts.filter(floating);
  const found: Finding[] = [];
  // A silence before the seizure, or after it, is none of the stop.
  const first = Math.max(0, anchored.indexOf(begins));
  const last = ends && anchored.includes(ends) ? anchored.indexOf(ends) : anchored.length - 1;
  for (let i = first; i < last; i++) {
    const [a, b] = [anchored[i] as EventRow, anchored[i + 1] as EventRow];
    const left = lastOf(
      solved,
      anchored.slice(0, i + 1).filter((e, k) => k > i - NEAR || KINDS[e.kind].span),
      a,
    );
    const right = firstOf(solved, anchored.slice(i + 1, i + 1 + NEAR), b);
    if (left.some((e) => solved.openEnd(e.id)) && solved.bounds(startOf(a), startOf(b)).max <= threshold)
      continue;
    const pairs = left.flatMap((l) => right.map((r) => ({ l, r, quiet: quiet(solved, l, r) })));
    const silence = leastOf(pairs.map((p) => p.quiet));
    if (silence.max <= threshold) continue;
    const between = afloat.filter(
      (e) => solved.bounds(startOf(a), endOf(e)).max > 0 && solved.bounds(startOf(e), startOf(b)).max > 0,
    );
    const min = between.length > 0 ? 0 : Math.max(0, silence.min);
    const bounds = { min, max: silence.max };
    // Named by the two acts between which the silence is shortest: the last to end, and the first to begin.
    const least = (p: (typeof pairs)[number]): number => Math.max(0, p.quiet.min);
    const { l, r } = pairs.reduce((x, y) =>
      least(y) < least(x) || (least(y) === least(x) && y.quiet.max < x.quiet.max) ? y : x,
    );
    const pair: [MomentRef, MomentRef] = [solved.openEnd(l.id) ? startOf(l) : endOf(l), startOf(r)];
    found.push({
      key: `unaccounted-minutes ${l.id} ${r.id}`,
      rule: 'unaccounted-minutes',
      standing: 'uncontested',
      status: min > threshold ? 'established' : 'arguable',
      title: 'Nobody accounts for these minutes',
      bounds,
      measures: `between “${label(l)}” and “${label(r)}” in which no source records an act`,
      quantities: [{ from: pair[0], to: pair[1], bounds: solved.bounds(...pair) }],
      span: { from: pair[0], to: pair[1] },
      subjects: [l.id, r.id],
      item: null,
      premises: [
        { says: `Last act before: ${l.description || label(l)}`, row: l.id },
        { says: `First act after: ${r.description || label(r)}`, row: r.id },
        ...(solved.openEnd(l.id)
          ? [{ says: `No end is recorded for “${label(l)}”; it may have gone on.`, row: l.id }]
          : []),
        ...(between.length > 0
          ? [
              {
                says: `${between.length} ${between.length === 1 ? 'act has' : 'acts have'} an order but no time and may lie between.`,
                row: (between[0] as EventRow).id,
              },
            ]
          : []),
        { says: `The case names silences over ${printLengthOf(threshold)}.`, row: null },
      ],
      restsOn: reasonsFor(solved, [pair]),
    });
  }
  return found;
}

/** A note says what it is only in its own words. */
const label = (e: EventRow): string =>
  e.kind === 'note' && e.description !== ''
    ? e.description.replace(/["“”]/g, '').slice(0, 60)
    : KINDS[e.kind].label.toLowerCase();

function quiet(solved: Solved, l: EventRow, r: EventRow): Bounds {
  if (!solved.openEnd(l.id)) return solved.bounds(endOf(l), startOf(r));
  return { min: 0, max: solved.bounds(startOf(l), startOf(r)).max };
}

/** Those left of the cut that may be the last to end. */
function lastOf(solved: Solved, left: readonly EventRow[], nearest: EventRow): EventRow[] {
  const reach = solved.window(endOf(nearest)).min;
  return left.filter((e) => !(solved.window(endOf(e)).max < reach));
}

/** Those right of the cut that may be the first to begin. */
function firstOf(solved: Solved, right: readonly EventRow[], nearest: EventRow): EventRow[] {
  const reach = solved.window(startOf(nearest)).max;
  return right.filter((e) => !(solved.window(startOf(e)).min > reach));
}
