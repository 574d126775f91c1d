import type { EventRow, MomentRef } from '../../record/event';
import { classOf, type EventKind, KINDS } from '../../record/vocabulary';
import type { Stop } from '../../stops/stops';
import type { Bounds } from '../../time/duration';
import { type Finding, type Premise, type Quantity, type Status, statusOf } from '../finding';
import { greatestOf, mayBelong } from '../order';
import { endOf, leastOf, type Rule, type RuleContext, reasonsFor, startOf } from '../rule';

/** Acts that give a new ground for holding someone: detention is counted up to the first of them. */
const NEW_GROUND: readonly EventKind[] = [
  'alert',
  'consent-given',
  'arrest',
  'seizure-ends',
  'suspicion-articulated',
  'plain-view',
];

export const missionComplete: Rule = {
  id: 'mission-complete',
  section: 'stop',
  name: 'Held beyond the mission',
  finds:
    'Detention that goes on after the last task of the stop ended, with no suspicion recorded before that.',
  bounds: 'from the end of the mission to each later act, and to the end of the seizure',
  authorities: ['rodriguez'],
  answer: 'Suspicion arose earlier; or the encounter was consensual once the documents were returned.',
  settledBy: 'The moment the documents and the warning changed hands, and what was said after it.',
  run: (context) => context.stops.flatMap((stop) => judge(context, stop)),
};

function judge(context: RuleContext, stop: Stop): Finding[] {
  const { solved } = context;
  const completions = stop.of('completion');
  const principal = principalOf(completions);
  if (!principal) return [];
  const from = startOf(principal);
  // The mission ends with the last of its tasks: one that may end after the completion keeps it open.
  const taskEnd = (e: EventRow): MomentRef =>
    KINDS[e.kind].span && !solved.openEnd(e.id) ? endOf(e) : startOf(e);
  const tasks = stop.of('mission').filter((e) => solved.bounds(from, taskEnd(e)).max > 0);
  const last = [...completions.map(startOf), ...tasks.map(taskEnd)];
  const past = (e: EventRow): Bounds => leastOf(last.map((m) => solved.bounds(m, startOf(e))));

  const later = stop.acts.filter(
    (e) =>
      !['mission', 'completion', 'claim'].includes(classOf(e.kind)) &&
      e.kind !== 'note' &&
      e.kind !== 'seizure-begins' &&
      past(e).max > 0,
  );
  // Up to the earliest new ground, wherever in its bounds it lies; where there is none, to the last act.
  const grounds = mayBelong(context, stop, NEW_GROUND).filter((e) => past(e).max > 0);
  const acts = grounds.length > 0 ? grounds : later;
  if (acts.length === 0) return [];
  const bounds = (grounds.length > 0 ? leastOf : greatestOf)(acts.map(past));
  const until = acts.reduce((a, b) =>
    grounds.length > 0 === past(b).min < past(a).min && past(b).min !== past(a).min ? b : a,
  );
  const counted = later.includes(until) ? later.slice(0, later.indexOf(until) + 1) : later;
  // Released as the paper changes hands: how every stop ends.
  if (until.kind === 'seizure-ends' && counted.length === 1 && bounds.min <= 0) return [];
  // What is measured runs from the moment that sets the lower bound: the completion itself, or a task that outlasted it.
  const counts = last.reduce(
    (best, m) => (solved.bounds(m, startOf(until)).min < solved.bounds(best, startOf(until)).min ? m : best),
    from,
  );
  // What stands before the mission's end, whichever of its tasks that was, already gave a ground of its own.
  const before = (e: EventRow): Bounds => greatestOf(last.map((m) => solved.bounds(startOf(e), m)));
  const suspicion = mayBelong(context, stop, [
    'suspicion-articulated',
    'plain-view',
    'alert',
    'arrest',
  ]).filter((e) => before(e).max > 0);
  const consent = mayBelong(context, stop, ['consent-given']).filter((e) => before(e).max > 0);
  const status = statusFor(bounds, suspicion, consent, before);
  const measured = counts === from ? [from] : [counts, from];
  const quantities: Quantity[] = measured.flatMap((m) =>
    later.map((e) => ({ from: m, to: startOf(e), bounds: solved.bounds(m, startOf(e)) })),
  );
  const premises: Premise[] = [
    ...completions.map((e) => ({ says: `${KINDS[e.kind].label}: ${e.description}`, row: e.id })),
    ...later
      .slice(0, 6)
      .map((e) => ({ says: `Afterwards: ${e.description || KINDS[e.kind].label}`, row: e.id })),
    suspicion.length === 0
      ? { says: 'The record has no officer state grounds for suspicion before the mission ended.', row: null }
      : {
          says: `Suspicion stated: ${suspicion[0]?.description || suspicion[0]?.kind}`,
          row: suspicion[0]?.id ?? null,
        },
    ...consent.map((e) => ({ says: `Consent given earlier: ${e.description}`, row: e.id })),
  ];
  return [
    {
      key: `mission-complete ${stop.key}`,
      rule: 'mission-complete',
      standing: 'uncontested',
      status,
      title: 'Held beyond the mission',
      bounds,
      measures: `from ${labelOf(stop, counts)} to “${KINDS[until.kind].label.toLowerCase()}”`,
      quantities,
      span: { from: counts, to: startOf(until) },
      subjects: [...new Set([...completions, until].map((e) => e.id))],
      item: null,
      premises,
      restsOn: reasonsFor(
        solved,
        last.map((m) => [m, startOf(until)] as const),
      ),
    },
  ];
}

/** `“warning issued”`, `the end of “records check”`. */
function labelOf(stop: Stop, m: MomentRef): string {
  const e = stop.acts.find((x) => x.id === m.id);
  return `${m.edge === 'end' ? 'the end of ' : ''}“${e ? KINDS[e.kind].label.toLowerCase() : 'the mission'}”`;
}

/** The completion that the report is written from: the paper in the driver's hands, else the last word that the mission was done. */
function principalOf(completions: readonly EventRow[]): EventRow | undefined {
  return (
    completions.findLast((e) => e.kind === 'warning-issued' || e.kind === 'citation-issued') ??
    completions.at(-1)
  );
}

function statusFor(
  bounds: Bounds,
  suspicion: readonly EventRow[],
  consent: readonly EventRow[],
  before: (e: EventRow) => Bounds,
): Status {
  if (suspicion.some((e) => before(e).min >= 0)) return 'foreclosed';
  // By order alone (min 0) it is certain that acts followed the mission's end, though not for how long.
  const status: Status = bounds.min >= 0 && bounds.max > 0 ? 'established' : statusOf(bounds);
  return status === 'established' && (suspicion.length > 0 || consent.length > 0) ? 'arguable' : status;
}
