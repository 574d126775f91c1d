import type { Benchmark } from '../../record/benchmark';
import type { EventRow, MomentRef } from '../../record/event';
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
  readonly begins: EventRow;
  readonly from: MomentRef;
  readonly to: MomentRef;
  readonly bounds: Bounds;
  /** `citation-issued`, `warning-issued`, or another end. */
  readonly outcome: string;
}

/** How long a mission took: to its first completion, else to the end of the stop; null where the record has no end of it. */
function missionOf({ solved }: RuleContext, stop: Stop): Mission | null {
  const { begins } = stop;
  if (!begins) return null;
  const completions = stop.of('completion');
  const ends = (completions.length > 0 ? completions : stop.ends ? [stop.ends] : []).map(startOf);
  const to = ends[0];
  if (!to) return null;
  const from = startOf(begins);
  const bounds = counted(leastOf(ends.map((m) => solved.bounds(from, m))));
  const paper = completions.find((e) => e.kind === 'citation-issued' || e.kind === 'warning-issued');
  return { stop, begins, from, to, bounds, outcome: paper?.kind ?? 'no paper' };
}

/** How many of the others were surely shorter, and how many may have been. */
function longerThan(surely: number, maybe: number, n: number): string {
  if (surely === n) return `longer than all ${n} other stops`;
  return `longer than ${surely === maybe ? surely : `${surely} to ${maybe}`} of ${n} other stops`;
}

/** A benchmark that was put into the case is what a stop is set against; without one, the other stops of the record. */
function run(context: RuleContext): Finding[] {
  const { benchmarks } = context.record;
  return benchmarks.length > 0
    ? benchmarks.flatMap((b) => againstBenchmark(context, b))
    : againstEntries(context);
}

const words = (name: string): string[] => name.toLowerCase().match(/\p{L}{2,}/gu) ?? [];

/** The stops of the officer whom a benchmark is about; all, where no stop names him. */
function stopsOf(context: RuleContext, { officer }: Benchmark): readonly Stop[] {
  const named = context.stops.filter((s) =>
    words(s.begins?.actor ?? '').some((w) => words(officer).includes(w)),
  );
  return named.length > 0 ? named : context.stops;
}

/** Each stop in which something more happened, against counted lengths: as long as what they measure. */
function againstBenchmark(context: RuleContext, benchmark: Benchmark): Finding[] {
  const { lengths } = benchmark;
  const n = lengths.reduce((sum, l) => sum + l.n, 0);
  if (n < LEAST) return [];
  return stopsOf(context, benchmark).flatMap((stop) => {
    const mission = benchmark.measures === 'mission' ? missionOf(context, stop) : wholeOf(context, stop);
    if (!mission || isPlain(stop)) return [];
    const { begins, from, to, bounds } = mission;
    const shorter = (is: (l: (typeof lengths)[number]) => boolean): number =>
      lengths.reduce((sum, l) => sum + (is(l) ? l.n : 0), 0);
    const surely = shorter((l) => l.max < bounds.min);
    const maybe = shorter((l) => l.min < bounds.max);
    if (maybe / n < SHARE) return [];
    const source = context.sources.get(benchmark.sourceId);
    const measured = benchmark.measures === 'stop' ? 'whole stop' : 'mission';
    return [
      makeFinding('slow-mission', `${stop.key} ${benchmark.id}`, {
        status: surely / n >= SHARE ? 'established' : 'arguable',
        title: 'Slower than other stops',
        bounds,
        measures: `for the ${measured}: ${longerThan(surely, maybe, n)} (${benchmark.says})`,
        quantities: [{ from, to, bounds: context.solved.bounds(from, to) }],
        span: { from, to },
        subjects: [from.id, to.id],
        premises: [
          premise(begins),
          {
            says: `Benchmark: ${benchmark.says}. Counted on ${benchmark.made} from ${source?.name ?? 'stop data'}, ${benchmark.rows} rows; half of the ${n} took ${printBounds({ min: middle(lengths, 'min', n), max: middle(lengths, 'max', n) })}.`,
            row: null,
          },
          {
            says: `Left out: ${benchmark.leftOut.map((l) => `${l.n} (${l.why})`).join(', ') || 'none'}.`,
            row: null,
          },
        ],
        restsOn: reasonsFor(context.solved, [[from, to]]),
      }),
    ];
  });
}

/** One end of the median of lengths that are intervals. */
function middle(lengths: Benchmark['lengths'], end: 'min' | 'max', n: number): number {
  let seen = 0;
  for (const l of [...lengths].sort((a, b) => a[end] - b[end])) {
    seen += l.n;
    if (seen >= Math.ceil(n / 2)) return l[end];
  }
  return 0;
}

/** A stop to its end, or to the arrest with which it is one no longer; null where the record has neither. */
function wholeOf({ solved }: RuleContext, stop: Stop): Mission | null {
  const { begins } = stop;
  const ends = stop.ends ?? stop.kind('arrest')[0];
  if (!begins || !ends) return null;
  const [from, to] = [startOf(begins), startOf(ends)];
  return { stop, begins, from, to, bounds: counted(solved.bounds(from, to)), outcome: '' };
}

/** A stop in which nothing more happened than a stop is for. */
const isPlain = (stop: Stop): boolean =>
  (['canine', 'search', 'off-mission', 'open'] as const).every((c) => stop.of(c).length === 0);

/** Only stops in which something more happened are judged; the others are what they are judged by. */
function againstEntries(context: RuleContext): Finding[] {
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
  const { stop, begins, from, to, bounds } = mission;
  if (isPlain(stop)) return [];
  const n = mins.length - 1;
  const surely = below(maxs, bounds.min);
  const maybe = below(mins, bounds.max) - (bounds.max > bounds.min ? 1 : 0);
  if (maybe / n < SHARE) return [];
  return [
    makeFinding('slow-mission', stop.key, {
      status: surely / n >= SHARE ? 'established' : 'arguable',
      title: 'Slower than other stops',
      bounds,
      measures: `for the mission: ${longerThan(surely, maybe, n)} of ${begins.actor || 'the same officers'} with the same outcome`,
      quantities: [{ from, to, bounds: context.solved.bounds(from, to) }],
      span: { from, to },
      subjects: [begins.id, to.id],
      premises: [
        premise(begins),
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
