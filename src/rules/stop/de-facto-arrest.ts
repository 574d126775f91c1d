import type { EventRow, MomentRef } from '../../record/event';
import { mayBeFirst } from '../../stops/acts';
import { type Stop, stopEnd } from '../../stops/stops';
import { type Bounds, printLengthOf } from '../../time/duration';
import type { Solved } from '../../time/solver/solve';
import { contests } from '../doubts';
import type { Finding, Status } from '../finding';
import { inOtherWords } from '../in-other-words';
import { makeFinding, premise } from '../make-finding';
import { counted, mayBelong, measured } from '../order';
import { leastOf, type Rule, type RuleContext, reasonsFor, startOf } from '../rule';
import { settingsOf } from '../settings';

/** Of the findings that turn on how long the stop was, and on no force. */
const BY_LENGTH = 'length ';

export const deFactoArrest: Rule = {
  id: 'de-facto-arrest',
  section: 'stop',
  name: 'Force, or length, before any ground for arrest',
  finds:
    'A person in handcuffs or driven away before any ground for arrest; and, apart from it, a long stop.',
  limit: (f) => (f.key.startsWith(`de-facto-arrest ${BY_LENGTH}`) ? 'longStop' : null),
  bounds: 'from the force to the first ground for arrest; from the seizure on',
  settledBy:
    'Body-camera footage of the handcuffing, and the log of when the person was moved and told that he was under arrest.',
  answers: 'cuffs on facts; diligent; he caused it (sharpe) / cause all along',
  taints: 'after',
  run: (context) =>
    context.stops.flatMap((stop) => [
      ...byForce(context, stop),
      ...(stop.begins ? byLength(context, stop, stop.begins) : []),
    ]),
};

/** From a moment to the first of these, ms; open above where there is none. */
function upTo(
  solved: Solved,
  from: MomentRef,
  until: readonly MomentRef[],
): { bounds: Bounds; to: MomentRef | null } {
  const later = until.filter((m) => solved.mayBefore(from, m));
  if (later.length === 0) return { bounds: { min: 0, max: Number.POSITIVE_INFINITY }, to: null };
  const to = later.reduce((a, b) => (solved.least(from, b) < solved.least(from, a) ? b : a));
  return { bounds: counted(leastOf(later.map((m) => solved.bounds(from, m)))), to };
}

/** Force is a fact of its own and not yet an arrest: what it comes to is for the court. */
function byForce(context: RuleContext, stop: Stop): Finding[] {
  const { solved } = context;
  const forced = [...stop.kind('secured'), ...stop.kind('transport')];
  if (forced.length === 0) return [];
  const arrests = mayBelong(context, stop, ['arrest', 'arrest-warrant']);
  const before = (e: EventRow): boolean => arrests.every((a) => solved.least(startOf(e), startOf(a)) > 0);
  const surely = forced.filter(before);
  const open = forced.filter((e) => !arrests.some((a) => solved.surely(startOf(a), startOf(e))));
  const force = surely[0] ?? open[0];
  if (!force) return [];
  const from = startOf(force);
  const end = stopEnd(stop);
  const ends = [...(stop.ends ? [startOf(stop.ends)] : []), ...stop.kind('released').map(startOf)];
  const until = [...arrests.map(startOf), ...ends];
  const { bounds, to } = upTo(solved, from, mayBeFirst(solved, until.length > 0 || !end ? until : [end]));
  const moved = force.kind === 'transport';
  const told = inOtherWords(context, stop, ['arrest'], [from]);
  // Who is driven away is under arrest by then in nearly every case: a record without any arrest has left it out, and shows nothing.
  const unsaid = moved && arrests.length === 0;
  const status: Status = surely.length > 0 && told.length === 0 && !unsaid ? 'established' : 'arguable';
  return [
    makeFinding('de-facto-arrest', stop.key, {
      status,
      title: moved ? 'Driven away before any ground for arrest' : 'In handcuffs before any ground for arrest',
      bounds: to ? bounds : null,
      measures: to
        ? measured('from the force to the first ground for arrest, or the end of what is recorded', bounds)
        : '',
      quantities: to ? [{ from, to, bounds: solved.bounds(from, to) }] : [],
      span: { from, to: to ?? from },
      subjects: [force.id],
      premises: [
        ...forced.slice(0, 4).map((e) => premise(e)),
        ...arrests.slice(0, 3).map((a) => premise(a, 'A ground for arrest')),
        ...(arrests.length === 0
          ? [{ says: 'No entry of this case states an arrest or a warrant for one.', row: null }]
          : []),
        ...told,
        { says: 'That is a fact, and not yet an arrest.', row: null },
        ...contests(context, stop, [from], { actor: force.actor }),
      ],
      restsOn: to ? reasonsFor(solved, [[from, to]]) : [],
    }),
  ];
}

/** Length alone is never more than arguable: diligence decides it. */
function byLength(context: RuleContext, stop: Stop, begins: EventRow): Finding[] {
  const { solved } = context;
  const { longStop } = settingsOf(context.record.case);
  const from = startOf(begins);
  const until = [
    ...mayBelong(context, stop, ['arrest', 'released']).map(startOf),
    ...(stop.ends ? [startOf(stop.ends)] : []),
  ];
  const last = stopEnd(stop);
  const { bounds, to } = upTo(solved, from, mayBeFirst(solved, until.length > 0 || !last ? until : [last]));
  if (!to || bounds.max <= longStop || !Number.isFinite(bounds.max)) return [];
  return [
    makeFinding('de-facto-arrest', `${BY_LENGTH}${stop.key}`, {
      status: 'arguable',
      title: `Held for more than ${printLengthOf(longStop)}`,
      bounds,
      measures: 'from the seizure to the arrest, the release, or the end of what is recorded',
      quantities: [{ from, to, bounds: solved.bounds(from, to) }],
      span: { from, to },
      subjects: [begins.id, to.id],
      premises: [
        premise(begins),
        { says: 'No length is too long by itself: were they diligent, and who caused the delay?', row: null },
      ],
      restsOn: reasonsFor(solved, [[from, to]]),
    }),
  ];
}
