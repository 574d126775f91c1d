import type { EventRow } from '../../record/event';
import { KINDS } from '../../record/vocabulary';
import type { Stop } from '../../stops/stops';
import type { Bounds } from '../../time/duration';
import type { Reason } from '../../time/solver/reason';
import { reasonKey } from '../../time/solver/reason';
import type { Solved } from '../../time/solver/solve';
import { type Finding, statusOf } from '../finding';
import { mayBelong } from '../order';
import { endOf, type Rule, type RuleContext, startOf } from '../rule';
import { lengthOf, uncovered } from '../spans';

export const offMissionDetour: Rule = {
  id: 'off-mission-detour',
  section: 'stop',
  name: 'Time spent off the mission',
  finds: 'Unrelated questions or checks that measurably add time, wherever in the stop they lie.',
  bounds: 'the sum of off-mission time beside which no mission task runs',
  authorities: ['rodriguez', 'campbell', 'green', 'johnson', 'evans', 'frazier'],
  answer: 'Negligible; related to safety; suspicion was already there.',
  settledBy: 'Body-camera sound of the questions, and what the other officer did meanwhile.',
  run: (context) => context.stops.flatMap((stop) => judge(context, stop)),
};

function judge(context: RuleContext, stop: Stop): Finding[] {
  const { solved, record } = context;
  const detours = stop
    .of('off-mission')
    .filter((e) => e.kind !== 'off-mission-check' || record.case.choices.history !== 'mission');
  const first = detours[0];
  if (!first) return [];
  const mission = stop.of('mission').filter((e) => KINDS[e.kind].span);
  const rests = new Map<string, Reason>();
  const lengths = detours.map((e) => {
    const u = uncovered(solved, e, mission, stop.acts);
    for (const r of u.restsOn) rests.set(reasonKey(r), r);
    return u.bounds;
  });
  const total: Bounds = {
    min: leastTogether(solved, detours, lengths),
    max: lengths.reduce((sum, b) => sum + b.max, 0),
  };
  const stated = mayBelong(context, stop, ['suspicion-articulated', 'plain-view']);
  const suspicion = stated.find((e) => detours.every((d) => solved.bounds(startOf(e), startOf(d)).min >= 0));
  const maybe = detours.some((d) => stated.some((e) => solved.bounds(startOf(e), startOf(d)).max > 0));
  const added = statusOf(total);
  const longest =
    detours[lengths.reduce((best, b, i) => (b.min > (lengths[best] as Bounds).min ? i : best), 0)] ?? first;
  return [
    {
      key: `off-mission-detour ${stop.key}`,
      rule: 'off-mission-detour',
      standing: 'uncontested',
      status: suspicion ? 'foreclosed' : added === 'established' && maybe ? 'arguable' : added,
      title: 'Time spent off the mission',
      bounds: total,
      measures:
        detours.length === 1
          ? 'added by one detour that no mission task ran beside'
          : `added by ${detours.length} detours that no mission task ran beside`,
      quantities: detours.map((e) => ({
        from: startOf(e),
        to: endOf(e),
        bounds: lengthOf(solved, e, stop.acts).bounds,
      })),
      span: { from: startOf(longest), to: endOf(longest) },
      subjects: detours.map((e) => e.id),
      item: null,
      premises: [
        ...detours.map((e, i) => ({
          says: `${i === 0 ? 'First detour' : 'Detour'}: ${e.description || KINDS[e.kind].label}`,
          row: e.id,
        })),
        suspicion
          ? { says: `Suspicion stated before it: ${suspicion.description}`, row: suspicion.id }
          : { says: 'No suspicion is recorded before the first detour.', row: null },
      ],
      restsOn: [...rests.values()],
    },
  ];
}

/** Least time added by all detours: minutes that two officers spend at once count once, so only detours that surely lie apart are added up. */
function leastTogether(solved: Solved, detours: readonly EventRow[], lengths: readonly Bounds[]): number {
  const counted: EventRow[] = [];
  let sum = 0;
  const order = detours.map((e, i) => ({ e, min: (lengths[i] as Bounds).min })).sort((a, b) => b.min - a.min);
  for (const { e, min } of order) {
    const apart = counted.every(
      (c) => solved.bounds(endOf(c), startOf(e)).min >= 0 || solved.bounds(endOf(e), startOf(c)).min >= 0,
    );
    if (!apart) continue;
    counted.push(e);
    sum += min;
  }
  return sum;
}
