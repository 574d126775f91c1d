import type { EventRow, MomentRef } from '../../record/event';
import { KINDS } from '../../record/vocabulary';
import { missionEnd, pastMission, Restraints } from '../../stops/acts';
import { openKinds } from '../../stops/kinds';
import type { Stop } from '../../stops/stops';
import type { Bounds } from '../../time/duration';
import { contests } from '../doubts';
import type { Finding, Premise, Status } from '../finding';
import { beforeGrounds } from '../grounds';
import { makeFinding, premise } from '../make-finding';
import { counted, measured } from '../order';
import { type Rule, type RuleContext, reasonsFor, startOf } from '../rule';
import { settingsOf, stateLawOf } from '../settings';
import { detoursOf } from '../stop/off-mission-detour';
import { extensionsOf, firstOnes } from '../stop/suspicion-late';
import { searchAsks } from './search-asks';

export const consentInExtension: Rule = {
  id: 'consent-in-extension',
  section: 'search',
  name: 'Consent in an extended stop',
  finds:
    'Consent given after the stop was drawn out, or after its mission was done and the person was not free.',
  bounds: 'from the first extension to the consent',
  settledBy:
    'Body-camera sound of the request and the answer, and the moment the documents were handed back.',
  answers: 'still lawful, and officers may ask; told free / free by all the circumstances / slight, worn off',
  turns: 'In some states asking for consent needs a ground of its own.',
  taints: 'grounds',
  drawn: { onlyLabel: true },
  run: (context) =>
    context.stops.flatMap((stop) => {
      const consents = stop.kind('consent-given');
      const asked = stop.kind('consent-asked');
      if (consents.length + asked.length === 0) return [];
      const shared: Shared = {
        restraints: new Restraints(context.solved, stop),
        begun: begunIn(context, stop),
      };
      return [
        ...consents.flatMap((c) => judge(context, stop, c, shared)),
        ...asked.flatMap((a) => asking(context, stop, a)),
      ];
    }),
};

interface Begun {
  readonly e: EventRow;
  readonly moments: readonly MomentRef[];
  readonly why: string;
  /** Whether it surely draws out the stop; the mission's end does so only under restraint. */
  readonly surely: boolean;
  readonly mission?: boolean;
  /** How long after it a moment comes. */
  readonly until: (at: MomentRef) => Bounds;
}

interface Shared {
  readonly restraints: Restraints;
  readonly begun: readonly Begun[];
}

/** So many refusals and open questions are looked at. */
const LOOKED = 20;

function begunIn(context: RuleContext, stop: Stop): Begun[] {
  const { solved } = context;
  const settings = settingsOf(context.record.case);
  const mission = missionEnd(solved, stop, settings);
  const since = (e: EventRow) => (at: MomentRef) => solved.bounds(startOf(e), at);
  const begun: Begun[] = firstOnes(solved, extensionsOf(context, stop)).map((x) => ({
    e: x.e,
    moments: x.moments,
    surely: x.surely,
    mission: x.why === 'mission',
    until: x.why === 'mission' && mission ? (at) => pastMission(solved, mission, at) : since(x.e),
    why:
      x.why === 'mission'
        ? 'The mission was done'
        : x.why === 'sniff'
          ? 'A sniff had begun'
          : 'A detour had begun',
  }));
  const open = new Set<string>(openKinds(settings));
  for (const d of detoursOf(context, stop)
    .filter((x) => open.has((x.rows[0] as EventRow).kind))
    .slice(0, LOOKED))
    begun.push({
      e: d.rows[0] as EventRow,
      moments: [startOf(d.rows[0] as EventRow)],
      surely: false,
      until: since(d.rows[0] as EventRow),
      why: 'Questions or checks that circuits judge differently had begun',
    });
  for (const e of stop.kind('consent-refused').slice(0, LOOKED))
    begun.push({
      e,
      moments: [startOf(e)],
      surely: false,
      until: since(e),
      why: 'The person had said no',
    });
  return begun;
}

function judge(
  context: RuleContext,
  stop: Stop,
  consent: EventRow,
  { restraints, begun }: Shared,
): Finding[] {
  const { solved } = context;
  const at = startOf(consent);
  const released = [...stop.kind('seizure-ends'), ...stop.kind('released')];
  if (released.some((r) => solved.surely(startOf(r), at))) return [];
  if (begun.length === 0) return [];
  const measuredAll = begun.map((x) => ({ x, bounds: x.until(at) }));
  const before = measuredAll.filter((x) => x.bounds.max > 0);
  if (before.length === 0) return [foreclosed(context, consent, begun[0] as Begun)];
  const free = restraints.mayBeFree(at);
  const restraint = free ? null : restraints.around(at);
  const establishes = (b: (typeof before)[number]): boolean =>
    b.x.surely && b.bounds.min >= 0 && (!b.x.mission || restraint !== null);
  const sure = before.filter(establishes);
  const best = (sure.length > 0 ? sure : before).reduce((a, b) => (b.bounds.min > a.bounds.min ? b : a));
  const status: Status = sure.length > 0 ? 'established' : 'arguable';
  const bounds = counted(best.bounds);
  const shown = [best, ...before.filter((b) => b !== best)].slice(0, 8);
  const from = best.x.moments.reduce<MomentRef>(
    (a, b) => (solved.least(b, at) < solved.least(a, at) ? b : a),
    best.x.moments[0] as MomentRef,
  );
  const premises: Premise[] = [
    premise(consent),
    ...shown.map(({ x }) => ({ says: `${x.why}: ${x.e.description || KINDS[x.e.kind].label}`, row: x.e.id })),
    ...(restraint
      ? restraint.rows.map(
          (r): Premise => ({
            says: `${restraint.says}: ${r.description || KINDS[r.kind].label}`,
            row: r.id,
            side: 'for',
          }),
        )
      : []),
    ...(free ? [premise(free, 'It may have come before')] : []),
    ...searchAsks(context),
    ...contests(context, stop, [at], { actor: best.x.e.actor }),
  ];
  return [
    makeFinding('consent-in-extension', consent.id, {
      status,
      title: 'Consent in an extended stop',
      bounds,
      measures: measured(`from “${best.x.why.toLowerCase()}” to the consent`, bounds),
      quantities: shown.flatMap(({ x }) =>
        x.moments.slice(0, 2).map((m) => ({ from: m, to: at, bounds: solved.bounds(m, at) })),
      ),
      span: { from, to: at },
      subjects: [consent.id, best.x.e.id],
      premises,
      restsOn: reasonsFor(
        solved,
        shown.slice(0, 4).flatMap(({ x }) => x.moments.slice(0, 2).map((m) => [m, at] as const)),
      ),
    }),
  ];
}

function foreclosed({ solved }: RuleContext, consent: EventRow, first: Begun): Finding {
  const [at, to] = [startOf(consent), first.moments[0] as MomentRef];
  return makeFinding('consent-in-extension', consent.id, {
    status: 'foreclosed',
    title: 'Consent in an extended stop',
    quantities: [{ from: at, to, bounds: solved.bounds(at, to) }],
    span: { from: at, to },
    subjects: [consent.id],
    premises: [premise(consent), premise(first.e, 'Only later')],
    restsOn: reasonsFor(solved, [[at, to]]),
  });
}

/** Where the state asks a ground for the asking itself. */
function asking(context: RuleContext, stop: Stop, asked: EventRow): Finding[] {
  const { askingNeeds } = stateLawOf(settingsOf(context.record.case));
  if (!askingNeeds) return [];
  return [
    beforeGrounds(context, {
      rule: 'consent-in-extension',
      key: `asked ${asked.id}`,
      title: 'Consent asked for before any ground for asking',
      act: asked,
      at: startOf(asked),
      grounds: [],
      measures: 'from the asking to the first ground for it',
      none: 'No entry of this case states a ground for the asking before it, other than what is listed.',
      premises: [
        {
          says: `In this state asking for consent needs ${askingNeeds === 'suspicion' ? 'suspicion before it' : 'the purpose of the stop or a ground of its own'}.`,
          row: null,
        },
        ...contests(context, stop, [startOf(asked)], { actor: asked.actor }),
      ],
    }),
  ];
}
