import { classOf, KINDS } from '../../record/vocabulary';
import type { Bounds } from '../../time/duration';
import type { Reason } from '../../time/reason';
import { reasonKey } from '../../time/reason';
import { type Finding, statusOf } from '../finding';
import { endOf, type Rule, type RuleContext, startOf } from '../rule';
import { uncovered } from '../spans';
import type { Stop } from '../stops';

export const offMissionDetour: Rule = {
  id: 'off-mission-detour',
  section: 'stop',
  name: 'Time spent off the mission',
  finds: 'Unrelated questions or checks that measurably add time, wherever in the stop they lie.',
  authorities: ['rodriguez', 'campbell', 'green', 'johnson'],
  answer: 'Negligible; related to safety; suspicion was already there.',
  run: (context) => context.stops.flatMap((stop) => judge(context, stop)),
};

function judge({ solved }: RuleContext, stop: Stop): Finding[] {
  const detours = stop.acts.filter((e) => classOf(e.kind) === 'off-mission');
  const first = detours[0];
  if (!first) return [];
  const mission = stop.acts.filter((e) => classOf(e.kind) === 'mission' && KINDS[e.kind].span);
  const rests = new Map<string, Reason>();
  const lengths = detours.map((e) => {
    const u = uncovered(solved, e, mission, stop.acts);
    for (const r of u.restsOn) rests.set(reasonKey(r), r);
    return u.bounds;
  });
  const total: Bounds = lengths.reduce((a, b) => ({ min: a.min + b.min, max: a.max + b.max }));
  const suspicion = stop.acts.find((e) => e.kind === 'suspicion-articulated' && solved.bounds(startOf(e), startOf(first)).min >= 0);
  const longest = detours[lengths.reduce((best, b, i) => (b.min > (lengths[best] as Bounds).min ? i : best), 0)] ?? first;
  return [
    {
      key: `off-mission-detour ${stop.key}`,
      rule: 'off-mission-detour',
      status: suspicion ? 'foreclosed' : statusOf(total),
      title: 'Time spent off the mission',
      bounds: total,
      measures:
        detours.length === 1 ? 'added by one detour that no mission task ran beside' : `added by ${detours.length} detours that no mission task ran beside`,
      quantities: detours.map((e, i) => ({ from: startOf(e), to: endOf(e), bounds: lengths[i] as Bounds })),
      span: { from: startOf(longest), to: endOf(longest) },
      subjects: detours.map((e) => e.id),
      item: null,
      premises: [
        ...detours.map((e, i) => ({ says: `${i === 0 ? 'First detour' : 'Detour'}: ${e.description || KINDS[e.kind].label}`, row: e.id })),
        suspicion
          ? { says: `Suspicion stated before it: ${suspicion.description}`, row: suspicion.id }
          : { says: 'No suspicion is recorded before the first detour.', row: null },
      ],
      restsOn: [...rests.values()],
    },
  ];
}
