import type { MomentRef } from '../../record/event';
import type { Stop } from '../../stops/stops';
import type { Bounds } from '../../time/duration';
import { printBounds } from '../../time/duration';
import type { Finding } from '../finding';
import { makeFinding, premise } from '../make-finding';
import { counted } from '../order';
import { leastOf, type Rule, type RuleContext, reasonsFor, startOf } from '../rule';

export const slowMission: Rule = {
  id: 'slow-mission',
  section: 'stop',
  name: 'Slower than other stops',
  finds: 'A mission that took longer than nearly all other stops of the same officer with the same outcome.',
  bounds: 'the length of this mission, and its place among the others',
  settledBy: 'The agency’s dispatch records of this officer’s other stops of the kind.',
  answers: 'each stop by itself: a rental, two people / averages are no test',
  drawn: { onlyLabel: true },
  run,
};

/** Fewer than this many other stops prove nothing. */
const LEAST = 20;
/** Slower than this share of them is worth naming. */
const SHARE = 0.9;

interface Mission {
  readonly stop: Stop;
  readonly from: MomentRef;
  readonly to: MomentRef;
  readonly bounds: Bounds;
  /** `citation-issued`, `warning-issued`, or another end. */
  readonly outcome: string;
}

/** How long a mission took: to its first completion, else to the end of the stop; null where the record has no end of it. */
function missionOf({ solved }: RuleContext, stop: Stop): Mission | null {
  if (!stop.begins) return null;
  const completions = stop.of('completion');
  const ends = completions.map(startOf);
  if (ends.length === 0 && stop.ends) ends.push(startOf(stop.ends));
  const to = ends[0];
  if (!to) return null;
  const from = startOf(stop.begins);
  const bounds = counted(leastOf(ends.map((m) => solved.bounds(from, m))));
  const paper = completions.find((e) => e.kind === 'citation-issued' || e.kind === 'warning-issued');
  return { stop, from, to, bounds, outcome: paper?.kind ?? 'no paper' };
}

/** Only stops in which something more happened are judged; the others are what they are judged by. */
function run(context: RuleContext): Finding[] {
  if (context.stops.length <= LEAST) return [];
  const groups = new Map<string, Mission[]>();
  const all = new Map<string, number>();
  for (const stop of context.stops) {
    const who = stop.begins?.actor ?? '';
    all.set(who, (all.get(who) ?? 0) + 1);
    const mission = missionOf(context, stop);
    if (!mission) continue;
    const key = `${who}\n${mission.outcome}`;
    const list = groups.get(key);
    if (list) list.push(mission);
    else groups.set(key, [mission]);
  }
  return [...groups].flatMap(([key, list]) => {
    if (list.length <= LEAST) return [];
    const mins = list.map((m) => m.bounds.min).sort((a, b) => a - b);
    const maxs = list.map((m) => m.bounds.max).sort((a, b) => a - b);
    const who = key.split('\n')[0] as string;
    return list.flatMap((m) =>
      judge(context, m, { mins, maxs, leftOut: (all.get(who) as number) - list.length }),
    );
  });
}

/** How many of a sorted list lie below a value. */
function below(sorted: readonly number[], value: number): number {
  let [a, b] = [0, sorted.length];
  while (a < b) {
    const mid = (a + b) >> 1;
    if ((sorted[mid] as number) < value) a = mid + 1;
    else b = mid;
  }
  return a;
}

interface Others {
  readonly mins: readonly number[];
  readonly maxs: readonly number[];
  readonly leftOut: number;
}

function judge(context: RuleContext, mission: Mission, { mins, maxs, leftOut }: Others): Finding[] {
  const { stop, from, to, bounds } = mission;
  if (!stop.begins) return [];
  if (['canine', 'search', 'off-mission', 'open'].every((c) => stop.of(c as 'canine').length === 0))
    return [];
  const n = mins.length - 1;
  const surely = below(maxs, bounds.min);
  const maybe = below(mins, bounds.max) - (bounds.max > bounds.min ? 1 : 0);
  if (maybe / n < SHARE) return [];
  return [
    makeFinding('slow-mission', stop.key, {
      status: surely / n >= SHARE ? 'established' : 'arguable',
      title: 'Slower than other stops',
      bounds,
      measures: `for the mission: longer than ${surely} to ${maybe} of ${n} other stops of ${stop.begins.actor || 'the same officers'} with the same outcome`,
      quantities: [{ from, to, bounds: context.solved.bounds(from, to) }],
      span: { from, to },
      subjects: [stop.begins.id, to.id],
      premises: [
        premise(stop.begins),
        {
          says: `${n} other stops of the same officer with the same outcome have a beginning and an end; half of them took ${printBounds({ min: mins[n >> 1] as number, max: maxs[n >> 1] as number })}.`,
          row: null,
        },
        {
          says: `Left out: ${leftOut} ${leftOut === 1 ? 'stop' : 'stops'} of the same officer with another outcome or without an end.`,
          row: null,
        },
      ],
      restsOn: reasonsFor(context.solved, [[from, to]]),
    }),
  ];
}
