import type { EventRow, MomentRef } from '../../record/event';
import { type EventKind, KINDS } from '../../record/vocabulary';
import { mayBeFirst, missionEnd, nextActs, officersOf, otherNamed, pastMission } from '../../stops/acts';
import { AFTER_ARREST } from '../../stops/kinds';
import type { Stop } from '../../stops/stops';
import type { Bounds } from '../../time/duration';
import type { Resting, Solved } from '../../time/solver/solve';
import { contests } from '../doubts';
import { type Finding, type Premise, type Quantity, type Status, statusOf } from '../finding';
import { beforeGrounds } from '../grounds';
import { inOtherWords } from '../in-other-words';
import { makeFinding, premise } from '../make-finding';
import { mayBelong, tasksOf } from '../order';
import { endOf, type Rule, type RuleContext, reasonsFor, startOf } from '../rule';
import { settingsOf, stateLawOf } from '../settings';
import {
  clipEnd,
  clipStart,
  restsUncovered,
  type Stretch,
  stretchOf,
  type Task,
  uncovered,
} from '../stretch';
import { ByTime } from '../sweep';
import { type Officer, officerOf, unaccountedOfficers } from './unaccounted-officers';

export const sniffAddsTime: Rule = {
  id: 'sniff-adds-time',
  section: 'stop',
  name: 'The sniff adds time',
  finds: 'A sniff, or the wait for it, during the mission, that no mission task by any officer runs beside.',
  bounds: 'of sniff and wait with no mission task beside it',
  settledBy:
    'Who was writing, and when, while the dog worked: dispatch entries and the other officer’s camera; the terminal’s keystroke log of the ticket; what the dog is trained to find.',
  answers: 'another officer wrote; dispatch was awaited; the dog was there / suspicion justified it anyway',
  turns: 'In some states a sniff of a car needs a ground of its own, whether or not it adds time.',
  taints: 'grounds',
  drawn: { label: 'the sniff adds' },
  run: (context) => context.stops.flatMap((stop) => ofStop(context, stop)),
};

/** A sniff of a stop, and what it adds. */
export interface SniffTime {
  readonly sniff: EventRow;
  readonly own: Bounds;
}

/** What the sniffs of a stop share: read once. */
interface Shared {
  readonly next: (e: EventRow) => EventRow | null;
  readonly tasks: ByTime<Task>;
  readonly closers: readonly MomentRef[];
  /** What ends the seizure, or the part of it that this rule counts. */
  readonly over: readonly MomentRef[];
  readonly officers: readonly Officer[];
  readonly mission: ReturnType<typeof missionEnd>;
  /** Waits with a stated end, by when they end. */
  readonly waiting: ByTime<EventRow>;
  /** What the dog's handler reports: its alerts, and that it gave none. */
  readonly reports: readonly ByTime<EventRow>[];
  readonly calls: readonly EventRow[];
  readonly arrivals: readonly EventRow[];
}

const REPORTS: readonly EventKind[] = ['alert', 'no-alert'];

const shares = new WeakMap<Stop, Shared>();

function sharedOf(context: RuleContext, stop: Stop): Shared {
  const { solved } = context;
  const known = shares.get(stop);
  if (known) return known;
  const settings = settingsOf(context.record.case);
  const next = nextActs(solved, stop);
  const over = mayBeFirst(
    solved,
    [...mayBelong(context, stop, AFTER_ARREST), ...(stop.ends ? [stop.ends] : [])]
      .map(startOf)
      .filter((m) => !stop.begins || solved.bounds(startOf(stop.begins), m).max > 0),
  );
  const shared: Shared = {
    next,
    tasks: tasksOf(context, stop),
    closers: [...over, ...mayBeFirst(solved, stop.kind('no-alert').map(startOf))],
    over,
    officers: [...officersOf(stop)].map(([who, acts]) => officerOf(solved, who, acts, next)),
    mission: missionEnd(solved, stop, settings),
    waiting: new ByTime(
      solved,
      stop.kind('waiting').filter((w) => !solved.openEnd(w.id)),
      endOf,
    ),
    reports: REPORTS.map((k) => new ByTime(solved, stop.kind(k), startOf)),
    calls: stop.kind('dog-requested'),
    arrivals: stop.kind('dog-arrives'),
  };
  shares.set(stop, shared);
  return shared;
}

/** The sniff itself: from its beginning, or the seizure's, to its end, or what the dog's handler reports of it. */
function sniffStretch(context: RuleContext, stop: Stop, sniff: EventRow, shared: Shared): Stretch {
  const { solved } = context;
  const at = startOf(sniff);
  let s = stretchOf(solved, sniff, shared.next);
  // One that may have begun before the seizure may be another than that of which the report speaks.
  const within = !stop.begins || solved.surely(startOf(stop.begins), at);
  if (!s.closed && within) {
    const reported = reportOf(solved, at, shared);
    if (reported) s = { ...s, ends: [startOf(reported)], closed: true, assumed: false };
  }
  const closers = shared.closers.filter((c) => solved.mayBefore(at, c));
  return clipEnd(solved, clipStart(solved, s, stop.begins && startOf(stop.begins)), closers);
}

/** The first alert that surely comes after a sniff, else the first word that there was none. */
function reportOf(solved: Solved, at: MomentRef, { reports }: Shared): EventRow | null {
  for (const list of reports)
    for (const e of list.since(solved.earliest(at))) if (solved.surely(at, startOf(e))) return e;
  return null;
}

/** How long each sniff of a stop surely and possibly runs with no task beside it, before the mission's end. */
export function sniffTimes(context: RuleContext, stop: Stop): SniffTime[] {
  const shared = sharedOf(context, stop);
  return stop.kind('sniff').flatMap((sniff) => {
    if (isOver(context, shared, sniff)) return [];
    const s = sniffStretch(context, stop, sniff, shared);
    return [{ sniff, own: uncovered(context.solved, s, shared.tasks).bounds }];
  });
}

/** Whether a sniff surely comes after the mission, or after the seizure or what of it counts. */
const isOver = ({ solved }: RuleContext, { mission, over }: Shared, sniff: EventRow): boolean =>
  over.some((m) => solved.surely(m, startOf(sniff))) ||
  (mission?.latest.every((m) => solved.surely(m, startOf(sniff))) ?? false);

function ofStop(context: RuleContext, stop: Stop): Finding[] {
  const sniffs = stop.kind('sniff');
  if (sniffs.length === 0) return [];
  const shared = sharedOf(context, stop);
  return sniffs.flatMap((sniff) => [
    ...needsGround(context, stop, sniff),
    ...(isOver(context, shared, sniff) ? [] : [judge(context, stop, sniff, shared)]),
  ]);
}

/** Where the state asks a ground for a sniff of a car: from the sniff to the first. */
function needsGround(context: RuleContext, stop: Stop, sniff: EventRow): Finding[] {
  const settings = settingsOf(context.record.case);
  const { sniffNeeds } = stateLawOf(settings);
  if (!sniffNeeds) return [];
  if (sniffNeeds === 'cause, if trained on marijuana too' && settings.dogTrainedOn !== 'marijuana too')
    return [];
  return [
    beforeGrounds(context, {
      rule: 'sniff-adds-time',
      key: `ground ${sniff.id}`,
      title: 'A sniff before any ground for it',
      act: sniff,
      at: startOf(sniff),
      grounds: [],
      measures: 'from the sniff to the first ground for it',
      none: 'No entry of this case states a ground for the sniff before it, other than what is listed.',
      premises: [
        { says: `In this state a sniff of a car needs ${needs(sniffNeeds)}.`, row: null },
        ...contests(context, stop, [startOf(sniff)], { actor: sniff.actor }),
      ],
    }),
  ];
}

const needs = (weight: string): string =>
  weight === 'suspicion'
    ? 'suspicion before it'
    : weight === 'purpose or ground'
      ? 'the purpose of the stop or a ground of its own'
      : 'probable cause, where the dog is trained on marijuana too';

function judge(context: RuleContext, stop: Stop, sniff: EventRow, shared: Shared): Finding {
  const { solved } = context;
  const at = startOf(sniff);
  const s = sniffStretch(context, stop, sniff, shared);
  const own = uncovered(solved, s, shared.tasks);
  const waits = waitOf(context, stop, sniff, shared);
  const bounds = withinSeizure(context, stop, [...s.ends, ...shared.over], {
    min: own.bounds.min + waits.least,
    max: own.bounds.max + waits.most,
  });
  const unknown = unaccountedOfficers(context, sniff, s, shared.officers);
  const over = shared.mission !== null && pastMission(solved, shared.mission, at).max > 0;
  const oregon = stateLawOf(settingsOf(context.record.case)).everyInquiry === true;
  let status: Status = statusOf(bounds);
  if (status === 'foreclosed' && oregon) status = 'arguable';
  if (status === 'established' && (unknown.length > 0 || over)) status = 'arguable';
  // Words may tell that he was under arrest by then, or gone.
  const gone = inOtherWords(context, stop, ['arrest', 'told-free'], [at]);
  if (status === 'established' && gone.length > 0) status = 'arguable';
  // Of an officer whose task may run beside it, that task is what the record states.
  const silent = unknown.filter((e) => !own.beside.some((t) => !otherNamed(t.actor, e.actor)));
  const end = s.ends[0] ?? endOf(sniff);
  return makeFinding('sniff-adds-time', sniff.id, {
    status,
    title: 'The sniff adds time',
    bounds,
    measures: 'of sniff and wait with no mission task beside it',
    quantities: [{ from: at, to: end, bounds: solved.bounds(at, end) }, ...waits.quantities],
    span: { from: at, to: end },
    subjects: [sniff.id, ...waits.rows.map((e) => e.id)],
    premises: [
      premise(sniff),
      ...waits.rows.map((e) => premise(e)),
      ...[...new Set([...own.beside, ...waits.beside])]
        .slice(0, 6)
        .map((t) => premise(t, 'A task of the mission that may run beside')),
      ...silent.slice(0, 4).map(
        (e): Premise => ({
          says: `No entry of this case states what ${e.actor} did while the dog worked (last named: ${KINDS[e.kind].label.toLowerCase()})`,
          row: e.id,
        }),
      ),
      ...(over && shared.mission
        ? [premise(shared.mission.principal, 'The mission may have been over by then')]
        : []),
      ...gone,
      ...contests(context, stop, [at], { actor: sniff.actor }),
    ],
    restsOn: reasonsFor(solved, [...restsUncovered(s, own), ...waits.restsOn, [at, end]]),
  });
}

/** No sum exceeds the seizure: from its beginning to any of these moments. */
function withinSeizure({ solved }: RuleContext, stop: Stop, ends: readonly MomentRef[], sum: Bounds): Bounds {
  const { begins } = stop;
  if (!begins) return sum;
  const most = ends.map((m) => solved.bounds(startOf(begins), m).max).filter((ms) => ms > 0);
  const max = Math.min(sum.max, ...most);
  return { min: Math.min(sum.min, max), max };
}

interface Wait {
  readonly least: number;
  readonly most: number;
  readonly rows: readonly EventRow[];
  readonly quantities: readonly Quantity[];
  readonly beside: readonly EventRow[];
  readonly restsOn: readonly Resting[];
}

/** The wait: from the call to the dog's arrival, and from there to the sniff. It is in the least only where the record says that nothing else was done. */
function waitOf(context: RuleContext, stop: Stop, sniff: EventRow, shared: Shared): Wait {
  const { solved } = context;
  const at = startOf(sniff);
  const from = stop.begins && startOf(stop.begins);
  const lastBefore = (list: readonly EventRow[], by: MomentRef): EventRow | undefined =>
    list.findLast((e) => solved.may(startOf(e), by));
  const arrival = lastBefore(shared.arrivals, at);
  const call = lastBefore(shared.calls, arrival ? startOf(arrival) : at);
  const steps = [...(call ? [call] : []), ...(arrival ? [arrival] : [])];
  const parts = steps.map((e, i) => {
    const to = steps[i + 1] ? startOf(steps[i + 1] as EventRow) : at;
    const s: Stretch = { starts: [startOf(e)], ends: [to], closed: true, assumed: false };
    const within = clipStart(solved, s, from);
    const u = uncovered(solved, within, shared.tasks);
    return { s: within, u, q: { from: startOf(e), to, bounds: solved.bounds(startOf(e), to) } };
  });
  const waiting = shared.waiting
    .touching(Number.NEGATIVE_INFINITY, solved.latest(at), NEAR)
    .filter((w) => solved.surely(endOf(w), at))
    .slice(0, WAITS)
    .reverse();
  const idle = waiting.map((w) => {
    const s = clipEnd(solved, clipStart(solved, stretchOf(solved, w, shared.next), from), shared.over);
    return { s, u: uncovered(solved, s, shared.tasks) };
  });
  const most = parts.reduce((sum, p) => sum + p.u.bounds.max, 0);
  // The wait is for this sniff only where the sniff surely comes before an arrest, an alert, a find or the release.
  const late = shared.over.some((m) => solved.mayBefore(m, at));
  const least = late ? 0 : Math.max(0, ...idle.map(({ u }) => u.bounds.min));
  return {
    least,
    most: steps.length > 0 ? Math.max(most, least) : idle.reduce((sum, { u }) => sum + u.bounds.max, 0),
    rows: [...steps, ...waiting],
    quantities: parts.map((p) => p.q),
    beside: parts.flatMap((p) => p.u.beside),
    restsOn: [...parts, ...idle].flatMap(({ s, u }) => restsUncovered(s, u)),
  };
}

/** So many waits before a sniff are measured. */
const WAITS = 8;

/** So many waits before a sniff are looked at. */
const NEAR = 24;
