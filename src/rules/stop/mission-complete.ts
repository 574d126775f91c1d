import type { EventRow, MomentRef } from '../../record/event';
import { classOf, type EventKind, KINDS } from '../../record/vocabulary';
import {
  type MissionEnd,
  mayBeginFirst,
  missionEnd,
  pastMission,
  type Restraint,
  Restraints,
} from '../../stops/acts';
import { toldInStop } from '../../stops/in-other-words';
import { isStated, NEW_GROUND } from '../../stops/kinds';
import type { Stop } from '../../stops/stops';
import type { Bounds } from '../../time/duration';
import { contests } from '../doubts';
import type { Finding, Premise, Quantity, Status } from '../finding';
import { inOtherWords, toldPremise } from '../in-other-words';
import { makeFinding, premise } from '../make-finding';
import { counted, greatestOf, mayBelong, measured } from '../order';
import { endOf, leastOf, type Rule, type RuleContext, reasonsFor, startOf } from '../rule';
import { settingsOf } from '../settings';

export const missionComplete: Rule = {
  id: 'mission-complete',
  section: 'stop',
  name: 'Held beyond the mission',
  finds: 'Acts after the last task of the stop ended, that show the person was still held.',
  bounds: 'from the end of the mission to each later act and to the first new ground',
  settledBy: 'The moment the documents and the warning changed hands, and what was said after it.',
  answers:
    'suspicion by then, judged by what they knew; he stayed of his own will / safety, language, his own delay fill the minutes',
  taints: 'grounds',
  drawn: { label: 'held past the mission', through: 'sources' },
  run: (context) => context.stops.flatMap((stop) => judge(context, stop)),
};

const NO_ACT = new Set(['mission', 'completion', 'coverage']);
const NO_ACT_KIND = new Set(['note', 'seizure-begins', 'told-free', 'passed-on', 'statement']);

/** Acts whose being over before the mission's end is worth saying. */
const TELLING = new Set(['canine', 'consent', 'search', 'off-mission']);

/** Words of a release, beside those that only say that he may go. */
const LET_GO =
  /\b(?:released?|let (?:him |her |them )?go|cut loose|way|dr(?:ives?|ove) (?:off|away)|le(?:aves|ft))\b/i;

/** So many later acts are measured one by one. */
const MEASURED = 40;

function judge(context: RuleContext, stop: Stop): Finding[] {
  const { solved } = context;
  const settings = settingsOf(context.record.case);
  const mission = missionEnd(solved, stop, settings);
  if (!mission) return [];
  const known = new Map<string, Bounds>();
  const past = (e: EventRow): Bounds => {
    let bounds = known.get(e.id);
    if (!bounds) {
      bounds = pastMission(solved, mission, startOf(e));
      known.set(e.id, bounds);
    }
    return bounds;
  };
  const begun = Math.max(...mission.latest.map((m) => solved.earliest(m)));
  // What surely comes no later than one of the moments that may be the end is known by its window.
  const mayBePast = (e: EventRow): boolean => solved.latest(startOf(e)) > begun && past(e).max > 0;
  const arrests = mayBelong(context, stop, ['arrest']);
  if (arrests.some((a) => mission.moments.every((m) => solved.surely(startOf(a), m)))) return [];
  const acts = stop.acts.filter(
    (e) => !NO_ACT.has(classOf(e.kind)) && !isStated(e.kind) && !NO_ACT_KIND.has(e.kind),
  );
  const released = stop.ends;
  const later = acts.filter(
    (e) => mayBePast(e) && !(released && solved.least(startOf(released), startOf(e)) > 0),
  );
  if (later.length === 0) {
    const over = acts.filter((e) => TELLING.has(classOf(e.kind)));
    // One that began before it and may run on past it is no sign of the contrary.
    const runsOn = over.some((e) => !solved.openEnd(e.id) && pastMission(solved, mission, endOf(e)).max > 0);
    return over.length > 0 && !runsOn ? [foreclosed(stop, mission, over, past)] : [];
  }
  const grounds = mayBelong(context, stop, NEW_GROUND).filter(mayBePast);
  const until = firstOf(grounds.length > 0 ? grounds : later, past, grounds.length > 0);
  const entered = counted(
    (grounds.length > 0 ? leastOf : greatestOf)((grounds.length > 0 ? grounds : later).map(past)),
  );
  // What words may tell of ends it no sooner than an entry of that kind would: it takes from the lower end alone.
  const told = new Map(
    [...NEW_GROUND, 'told-free' as const].flatMap((k) =>
      toldInStop(stop, k)
        .filter((e) => mayBePast(e) && e.id !== until.id && !(e.kind === 'told-free' && k !== 'told-free'))
        .map((e) => [e, k] as const),
    ),
  );
  const soonest = Math.min(...[...told.keys()].map((e) => past(e).min));
  const bounds = { min: Math.min(entered.min, Math.max(0, soonest)), max: entered.max };
  if (later.every((e) => e === released) && bounds.min <= settings.routineRelease) return [];
  const held = restraintAfter(context, stop, later, past);
  const status: Status = held ? 'established' : 'arguable';
  return [describe(context, stop, { mission, later, until, bounds, status, held, told: [...told] })];
}

/** The first act surely after the mission's end that shows restraint, no new ground of the clock's own having come between. */
function restraintAfter(
  { solved, ...context }: RuleContext,
  stop: Stop,
  later: readonly EventRow[],
  past: (e: EventRow) => Bounds,
): { act: EventRow; restraint: Restraint } | null {
  const freed = [
    ...mayBelong({ solved, ...context }, stop, ['arrest', 'arrest-warrant', 'released', 'seizure-ends']),
    ...toldInStop(stop, 'arrest'),
    ...toldInStop(stop, 'told-free').filter((e) => LET_GO.test(e.description)),
  ].filter((g) => past(g).max > 0);
  // Whether any may come before an act is known by those that may be the first.
  const freeing = mayBeginFirst(solved, freed);
  const restraints = new Restraints(solved, stop);
  for (const act of later) {
    if (past(act).min < 0 || act.kind === 'released' || act.kind === 'seizure-ends') continue;
    if (freeing.some((g) => !solved.surely(startOf(act), startOf(g)))) continue;
    const restraint = restraints.at(act);
    if (restraint) return { act, restraint };
  }
  return null;
}

interface Told {
  readonly mission: MissionEnd;
  readonly later: readonly EventRow[];
  readonly until: EventRow;
  readonly bounds: Bounds;
  readonly status: Status;
  readonly held: { readonly act: EventRow; readonly restraint: Restraint } | null;
  /** Entries whose words may tell of a new ground or of his being let go, each with what it may be. */
  readonly told: readonly (readonly [EventRow, EventKind])[];
}

function describe(context: RuleContext, stop: Stop, told: Told): Finding {
  const { solved } = context;
  const { mission, later, until, bounds, held } = told;
  const principal = startOf(mission.principal);
  // What is measured runs from the moment that sets the lower bound: the completion itself, or a task that outlasted it.
  const from = mission.moments.reduce<MomentRef>(
    (best, m) => (solved.least(m, startOf(until)) < solved.least(best, startOf(until)) ? m : best),
    mission.moments.find((m) => m.id === principal.id) ?? (mission.moments[0] as MomentRef),
  );
  const listed = later.slice(0, MEASURED);
  if (!listed.includes(until)) listed.push(until);
  const quantities: Quantity[] = (from.id === principal.id ? [from] : [from, principal]).flatMap((m) =>
    listed.map((e) => ({ from: m, to: startOf(e), bounds: solved.bounds(m, startOf(e)) })),
  );
  const premises: Premise[] = [
    ...mission.completions.slice(0, 6).map((e) => premise(e)),
    ...later.slice(0, 6).map((e) => premise(e, 'Afterwards')),
    ...(held
      ? held.restraint.rows.map(
          (r): Premise => ({
            says: `${held.restraint.says}: ${r.description || KINDS[r.kind].label}`,
            row: r.id,
            side: 'for',
          }),
        )
      : [
          { says: 'No entry after it surely shows that he was not free.', row: null },
          ...inOtherWords(context, stop, ['documents-returned'], listed.map(startOf)),
        ]),
    ...told.told.slice(0, 6).map(([e, kind]) => toldPremise(e, kind)),
    ...contests(context, stop, mission.moments, { also: ['consent-given'], actor: mission.principal.actor }),
  ];
  return makeFinding('mission-complete', stop.key, {
    status: told.status,
    title: 'Held beyond the mission',
    bounds,
    measures: measured(`from ${labelOf(stop, from)} to “${KINDS[until.kind].label.toLowerCase()}”`, bounds),
    quantities,
    span: { from, to: startOf(until) },
    subjects: [
      ...new Set([...mission.completions.slice(0, 6), ...(held ? [held.act] : []), until].map((e) => e.id)),
    ],
    premises,
    restsOn: reasonsFor(
      solved,
      mission.moments.slice(0, 6).map((m) => [m, startOf(until)] as const),
    ),
  });
}

function foreclosed(
  stop: Stop,
  mission: MissionEnd,
  over: readonly EventRow[],
  past: (e: EventRow) => Bounds,
): Finding {
  const last = over.reduce((a, b) => (past(b).max > past(a).max ? b : a));
  return makeFinding('mission-complete', stop.key, {
    status: 'foreclosed',
    title: 'Held beyond the mission',
    span: { from: startOf(last), to: startOf(mission.principal) },
    subjects: [mission.principal.id, last.id],
    premises: [
      premise(mission.principal),
      premise(last, 'Over by then'),
      { says: 'Every act in the record comes before the end of the mission.', row: null },
    ],
  });
}

/** The first of the new grounds, or else the last of the acts. */
function firstOf(list: readonly EventRow[], past: (e: EventRow) => Bounds, first: boolean): EventRow {
  return list.reduce((a, b) => {
    const [x, y] = [past(a).min, past(b).min];
    return (first ? y < x : y > x) ? b : a;
  });
}

/** `“warning issued”`, `the end of “records check”`. */
function labelOf(stop: Stop, m: MomentRef): string {
  const e = stop.acts.find((x) => x.id === m.id);
  return `${m.edge === 'end' ? 'the end of ' : ''}“${e ? KINDS[e.kind].label.toLowerCase() : 'the mission'}”`;
}
