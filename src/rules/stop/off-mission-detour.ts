import type { EventRow, MomentRef } from '../../record/event';
import { KINDS } from '../../record/vocabulary';
import { mayBeFirst, missionEnd, nextActs } from '../../stops/acts';
import { toldInStop } from '../../stops/in-other-words';
import { AFTER_ARREST, openKinds, sureKinds } from '../../stops/kinds';
import type { Stop } from '../../stops/stops';
import type { Bounds } from '../../time/duration';
import type { Solved } from '../../time/solver/solve';
import { contests } from '../doubts';
import { type Finding, type Premise, type Status, statusOf } from '../finding';
import { makeFinding, premise } from '../make-finding';
import { mayBelong, tasksOf } from '../order';
import { endOf, type Rule, type RuleContext, reasonsFor, startOf } from '../rule';
import { settingsOf, stateLawOf } from '../settings';
import {
  clipEnd,
  clipStart,
  lengthOf,
  restsUncovered,
  type Stretch,
  stretchOf,
  type Uncovered,
  uncovered,
} from '../stretch';

export const offMissionDetour: Rule = {
  id: 'off-mission-detour',
  section: 'stop',
  name: 'Time spent off the mission',
  finds: 'Unrelated questions, checks and calls that measurably add time, wherever in the mission they lie.',
  bounds: 'the sum of off-mission time beside which no mission task by any officer runs',
  settledBy: 'Body-camera sound of the questions, and what the other officer did meanwhile.',
  answers: 'it belongs to the stop here; asked while dispatch was awaited / suspicion by then',
  turns:
    'Whether travel questions and history checks belong to a stop is decided by each circuit; Oregon asks of every question its purpose or its own ground.',
  taints: 'grounds',
  drawn: { label: 'off the mission' },
  run: (context) => context.stops.flatMap((stop) => judge(context, stop)),
};

/** Time of a stop spent off the mission: one detour, or several that follow on one another without a break. */
export interface Detour {
  readonly rows: readonly EventRow[];
  readonly sure: boolean;
  readonly stretch: Stretch;
  /** What of it no task runs beside, ms. */
  readonly adds: Bounds;
  /** What it is within the seizure, and what runs beside that. */
  readonly clipped: Stretch;
  readonly whole: Uncovered;
}

const known = new WeakMap<Stop, readonly Detour[]>();

/** The detours of a stop within its seizure and its mission, in their order; those that surely come after the mission are another rule's. */
export function detoursOf(context: RuleContext, stop: Stop): readonly Detour[] {
  let list = known.get(stop);
  if (!list) {
    list = findDetours(context, stop);
    known.set(stop, list);
  }
  return list;
}

function findDetours(context: RuleContext, stop: Stop): Detour[] {
  const { solved } = context;
  const settings = settingsOf(context.record.case);
  const sure = new Set(sureKinds(settings));
  const open = new Set(openKinds(settings));
  const rows = stop.acts.filter(
    (e) => (sure.has(e.kind) || open.has(e.kind)) && (KINDS[e.kind].runsOn || e.end !== ''),
  );
  if (rows.length === 0) return [];
  const next = nextActs(solved, stop);
  const tasks = tasksOf(context, stop);
  const closers = mayBeFirst(
    solved,
    [...mayBelong(context, stop, AFTER_ARREST), ...(stop.ends ? [stop.ends] : [])]
      .map(startOf)
      .filter((m) => !stop.begins || solved.mayBefore(startOf(stop.begins), m)),
  );
  // Words may tell that he was under arrest by then, or gone.
  const told = (['arrest', 'told-free'] as const).flatMap((k) => toldInStop(stop, k).map(startOf));
  const mission = missionEnd(solved, stop, settings);
  const done = mission ? startOf(mission.principal) : null;
  return chained(solved, rows, sure, next).flatMap(({ rows: own, stretch }) => {
    const start = stretch.starts[0] as MomentRef;
    if (mission?.latest.every((m) => solved.surely(m, start))) return [];
    if (closers.some((c) => solved.surely(c, start))) return [];
    const clipped = clipEnd(solved, clipStart(solved, stretch, stop.begins && startOf(stop.begins)), closers);
    const self = new Set(own.map((e) => e.id));
    const whole = uncovered(solved, clipped, tasks, self);
    const within = clipEnd(solved, clipped, [...(done ? [done] : []), ...told]);
    const least = within === clipped ? whole.bounds : uncovered(solved, within, tasks, self).bounds;
    return [
      {
        rows: own,
        sure: sure.has((own[0] as EventRow).kind),
        stretch,
        adds: { min: least.min, max: whole.bounds.max },
        clipped,
        whole,
      },
    ];
  });
}

/** Detours of one certainty that begin at the very moment at which the one before them ends are one. */
function chained(
  solved: Solved,
  rows: readonly EventRow[],
  sure: ReadonlySet<string>,
  next: (e: EventRow) => EventRow | null,
): { rows: EventRow[]; stretch: Stretch }[] {
  const found: { rows: EventRow[]; stretch: Stretch }[] = [];
  for (const e of rows) {
    const stretch = stretchOf(solved, e, next);
    const before = found.at(-1);
    const last = before?.rows.at(-1);
    if (before?.stretch.closed && last && sure.has(last.kind) === sure.has(e.kind)) {
      const gap = solved.bounds(before.stretch.ends[0] as MomentRef, startOf(e));
      if (gap.min === 0 && gap.max === 0) {
        before.rows.push(e);
        before.stretch = { ...stretch, starts: before.stretch.starts };
        continue;
      }
    }
    found.push({ rows: [e], stretch });
  }
  return found;
}

function judge(context: RuleContext, stop: Stop): Finding[] {
  const detours = detoursOf(context, stop);
  if (detours.length === 0) return [];
  const total = together(context, stop, detours);
  const surely = detours.filter((d) => d.sure && d.adds.min > 0);
  const oregon = stateLawOf(settingsOf(context.record.case)).everyInquiry === true;
  let status: Status = statusOf(total);
  if (status === 'foreclosed' && oregon) status = 'arguable';
  return [describe(context, stop, detours, surely, total, status)];
}

/** The time of all detours together: those that surely lie apart are added below; above, no more than lies between the first and the last, or in the seizure. */
function together({ solved, ...context }: RuleContext, stop: Stop, detours: readonly Detour[]): Bounds {
  let [min, max, ordered] = [0, 0, true];
  let last: { d: Detour; before: number } | null = null;
  for (const [i, d] of detours.entries()) {
    max += d.adds.max;
    const prior = detours[i - 1];
    if (prior) ordered &&= surelyAfter(solved, prior, d);
    if (!d.sure || d.adds.min <= 0) continue;
    if (last === null || surelyAfter(solved, last.d, d)) {
      last = { d, before: min };
      min += d.adds.min;
    } else if (last.before === 0 && d.adds.min > min) {
      last = { d, before: 0 };
      min = d.adds.min;
    }
  }
  const [first] = (detours[0] as Detour).stretch.starts as [MomentRef];
  const [end] = (detours.at(-1) as Detour).stretch.ends;
  if (ordered && end) max = Math.min(max, solved.most(first, end));
  const { begins } = stop;
  if (begins) {
    const ends = [...mayBelong({ solved, ...context }, stop, ['arrest']), ...(stop.ends ? [stop.ends] : [])];
    for (const e of ends) {
      const b = solved.bounds(startOf(begins), startOf(e));
      if (b.max > 0) max = Math.min(max, b.max);
    }
  }
  max = Math.max(0, max);
  return { min: Math.min(min, max), max };
}

const surelyAfter = (solved: Solved, { stretch: a }: Detour, { stretch: b }: Detour): boolean =>
  a.closed && solved.surely(a.ends[0] as MomentRef, b.starts[0] as MomentRef);

/** So many detours are listed one by one. */
const LISTED = 40;

/** So many tasks beside them are named. */
const BESIDE = 6;

/** The first tasks beside these detours, each once. */
function besideAny(detours: readonly Detour[]): EventRow[] {
  const found = new Set<EventRow>();
  for (const { whole } of detours)
    for (const e of whole.beside) {
      found.add(e);
      if (found.size >= BESIDE) return [...found];
    }
  return [...found];
}

function describe(
  context: RuleContext,
  stop: Stop,
  detours: readonly Detour[],
  surely: readonly Detour[],
  bounds: Bounds,
  status: Status,
): Finding {
  const { solved } = context;
  const rows = detours.flatMap((d) => d.rows);
  const first = (surely[0] ?? detours[0]) as Detour;
  const [opens, last] = [first.rows[0] as EventRow, first.rows.at(-1) as EventRow];
  const at = startOf(opens);
  const tasks = besideAny(detours);
  const premises: Premise[] = [
    ...rows.slice(0, LISTED).map((e, i) => premise(e, i === 0 ? 'First detour' : 'Detour')),
    ...tasks.map((t) => premise(t, 'A task of the mission that may run beside')),
    ...(surely.length === 0 && detours.some((d) => !d.sure)
      ? [
          {
            says: 'Whether such questions or checks belong to a stop is decided by each circuit; here they raise the upper end only.',
            row: null,
          },
        ]
      : []),
    ...contests(context, stop, [at], { actor: opens.actor }),
  ];
  const next = nextActs(solved, stop);
  return makeFinding('off-mission-detour', stop.key, {
    status,
    title: 'Time spent off the mission',
    bounds,
    measures:
      rows.length === 1
        ? 'added by one detour that no mission task ran beside'
        : `added by ${rows.length} detours that no mission task ran beside`,
    quantities: rows.slice(0, LISTED).map((e) => ({
      from: startOf(e),
      to: endOf(e),
      bounds: lengthOf(solved, stretchOf(solved, e, next)),
    })),
    span: { from: at, to: endOf(last) },
    subjects: rows.slice(0, LISTED).map((e) => e.id),
    premises,
    restsOn: reasonsFor(
      solved,
      detours.slice(0, LISTED).flatMap((d) => restsUncovered(d.clipped, d.whole)),
    ),
  });
}
