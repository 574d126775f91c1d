import type { EventRow, MomentRef } from '../../record/event';
import { mayBeFirst, missionEnd } from '../../stops/acts';
import type { Stop } from '../../stops/stops';
import type { Solved } from '../../time/solver/solve';
import { contests } from '../doubts';
import type { Finding, Status } from '../finding';
import { makeFinding, premise } from '../make-finding';
import { counted, mayBelong, measured } from '../order';
import { leastOf, type Rule, type RuleContext, reasonsFor, startOf } from '../rule';
import { settingsOf } from '../settings';
import { detoursOf } from './off-mission-detour';
import { sniffTimes } from './sniff-adds-time';

export const suspicionLate: Rule = {
  id: 'suspicion-late',
  section: 'stop',
  name: 'Suspicion came late',
  finds: 'The first statement of suspicion comes after the stop was already drawn out.',
  bounds: 'from the first extension to the first statement of suspicion',
  settledBy:
    'Body-camera sound from before the extension, radio traffic, and the officer’s notes made at the scene.',
  answers: 'knowledge counts, not ink / the footage shows it from the first minute',
  drawn: { mark: 'cause', onlyLabel: true },
  run: (context) => context.stops.flatMap((stop) => judge(context, stop)),
};

/** A moment from which the stop is drawn out, and whether it surely is. */
export interface Extension {
  readonly e: EventRow;
  /** An extension begins here; the mission's end comes no sooner than its moments all have. */
  readonly moments: readonly MomentRef[];
  readonly surely: boolean;
  readonly why: 'detour' | 'sniff' | 'mission';
}

const known = new WeakMap<Stop, readonly Extension[]>();

/** The extensions of a stop: a sure kind or a sniff that adds time, and the mission's end. */
export function extensionsOf(context: RuleContext, stop: Stop): readonly Extension[] {
  const before = known.get(stop);
  if (before) return before;
  const found: Extension[] = [];
  for (const d of detoursOf(context, stop))
    if (d.sure && d.adds.max > 0)
      found.push({
        e: d.rows[0] as EventRow,
        moments: [startOf(d.rows[0] as EventRow)],
        surely: d.adds.min > 0,
        why: 'detour',
      });
  for (const { sniff, own } of sniffTimes(context, stop))
    if (own.max > 0) found.push({ e: sniff, moments: [startOf(sniff)], surely: own.min > 0, why: 'sniff' });
  const mission = missionEnd(context.solved, stop, settingsOf(context.record.case));
  if (mission) found.push({ e: mission.principal, moments: mission.moments, surely: true, why: 'mission' });
  known.set(stop, found);
  return found;
}

/** Of several extensions, those that may be the first of their certainty; the mission's end besides. */
export function firstOnes(solved: Solved, all: readonly Extension[]): Extension[] {
  const of = (surely: boolean): Extension[] => {
    const list = all.filter((x) => x.why !== 'mission' && x.surely === surely);
    const first = new Set(
      mayBeFirst(
        solved,
        list.flatMap((x) => x.moments),
      ).map((m) => m.id),
    );
    return list.filter((x) => first.has(x.e.id));
  };
  return [...of(true), ...of(false), ...all.filter((x) => x.why === 'mission')];
}

function judge(context: RuleContext, stop: Stop): Finding[] {
  const { solved } = context;
  const all = mayBelong(context, stop, ['suspicion-articulated']);
  if (all.length === 0) return [];
  const earliest = new Set(mayBeFirst(solved, all.map(startOf)).map((m) => m.id));
  const stated = all.filter((e) => earliest.has(e.id));
  const begun = firstOnes(solved, extensionsOf(context, stop));
  const late = begun.map((x) => ({
    x,
    bounds: leastOf(stated.flatMap((s) => x.moments.map((m) => solved.bounds(m, startOf(s))))),
  }));
  const some = late.filter((l) => l.bounds.max > 0);
  const best = some.reduce<(typeof some)[number] | null>((a, b) => {
    if (a === null || (b.x.surely && !a.x.surely)) return b;
    return b.x.surely === a.x.surely && b.bounds.min > a.bounds.min ? b : a;
  }, null);
  if (!best) return [];
  const from = best.x.moments.reduce<MomentRef>(
    (a, b) => (least(solved, b, stated) < least(solved, a, stated) ? b : a),
    best.x.moments[0] as MomentRef,
  );
  const first = stated.reduce((a, b) =>
    solved.least(from, startOf(b)) < solved.least(from, startOf(a)) ? b : a,
  );
  const bounds = counted(best.bounds);
  const status: Status = best.x.surely && best.bounds.min > 0 ? 'established' : 'arguable';
  return [
    makeFinding('suspicion-late', stop.key, {
      status,
      title: 'Suspicion came late',
      bounds,
      measures: measured('from the first extension to the first statement of suspicion', bounds),
      quantities: stated
        .slice(0, 12)
        .map((s) => ({ from, to: startOf(s), bounds: solved.bounds(from, startOf(s)) })),
      span: { from, to: startOf(first) },
      subjects: [best.x.e.id, first.id],
      premises: [
        premise(best.x.e, 'Drawn out from here'),
        premise(first, 'First stated'),
        ...contests(context, stop, best.x.moments, {
          without: ['suspicion-articulated'],
          actor: best.x.e.actor,
        }),
      ],
      restsOn: reasonsFor(
        solved,
        stated.slice(0, 12).map((s) => [from, startOf(s)] as const),
      ),
    }),
  ];
}

const least = (solved: Solved, from: MomentRef, stated: readonly EventRow[]): number =>
  Math.min(...stated.slice(0, 50).map((s) => solved.least(from, startOf(s))));
