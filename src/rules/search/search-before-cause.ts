import type { EventRow } from '../../record/event';
import type { EventKind } from '../../record/vocabulary';
import { mayBeFirst, mayBeginFirst, unanswered } from '../../stops/acts';
import type { Stop } from '../../stops/stops';
import { contests, forState } from '../doubts';
import { began, type Finding, type Premise, type Status } from '../finding';
import { beforeGrounds } from '../grounds';
import { makeFinding, premise } from '../make-finding';
import { few, mayBelong, mayComeBy, stopOf } from '../order';
import { type Rule, type RuleContext, startOf } from '../rule';
import { settingsOf, stateLawOf } from '../settings';
import { searchAsks } from './search-asks';

export const searchBeforeCause: Rule = {
  id: 'search-before-cause',
  section: 'search',
  name: 'Searched before any ground',
  finds:
    'A search that begins before every recorded ground for it: alert, consent, search warrant or plain view.',
  bounds: 'from the search to the first ground for it',
  settledBy:
    'Footage of the moment a door or container is opened, and of the moment of the alert or the consent; the dog’s training, certification and field records, the handler’s video, tow and inventory policy.',
  answers: 'odor or the whole was cause; weapons (long); parole / inventory / the tow (nix); not his car',
  turns:
    'In some states the smell of marijuana alone is no ground, and in Pennsylvania a car needs cause and an emergency.',
  taints: 'after',
  builds: 'grounds',
  run: (context, earlier) => {
    const violations = firstViolations(context, earlier);
    return [
      ...[...context.ofKind('search'), ...context.ofKind('search-person')].flatMap((e) =>
        judge(context, e, violations(stopOf(context, e.id))),
      ),
      ...context.ofKind('inventory').flatMap((e) => inventoried(context, e)),
    ];
  },
};

const GROUNDS: readonly EventKind[] = ['alert', 'consent-given', 'warrant-issued', 'plain-view'];

/** Of each stop, the findings of an extension that may be the first: what comes after none of them comes after none at all. */
function firstViolations(
  context: RuleContext,
  earlier: readonly Finding[],
): (stop: Stop | null) => readonly Finding[] {
  const byStop = new Map<Stop | null, Finding[]>();
  for (const f of earlier) {
    if (f.status === 'foreclosed') continue;
    for (const stop of new Set(f.subjects.map((id) => stopOf(context, id)))) {
      const list = byStop.get(stop);
      if (list) list.push(f);
      else byStop.set(stop, [f]);
    }
  }
  for (const [stop, list] of byStop) {
    const first = new Set(mayBeFirst(context.solved, list.map(began)).map((m) => m.id));
    byStop.set(
      stop,
      list.filter((f) => first.has(began(f).id)),
    );
  }
  return (stop) => byStop.get(stop) ?? [];
}

/** Grounds of one strength that may be the first: a later one comes after more. */
function firstGrounds(
  context: RuleContext,
  stop: Stop | null,
  kinds: readonly EventKind[],
): readonly EventRow[] {
  const all = mayBelong(context, stop, kinds);
  const known = firsts.get(all);
  if (known) return known;
  const first = mayBeginFirst(context.solved, all);
  firsts.set(all, first);
  return first;
}

/** Read once for each list of grounds. */
const firsts = new WeakMap<readonly EventRow[], readonly EventRow[]>();

/** Grounds that come before a search, whether they surely do, and whether they may come only after an extension. */
function judge(context: RuleContext, search: EventRow, violations: readonly Finding[]): Finding[] {
  const { solved } = context;
  const stop = stopOf(context, search.id);
  const at = startOf(search);
  const person = search.kind === 'search-person';
  const state = stateLawOf(settingsOf(context.record.case));
  const dog = settingsOf(context.record.case).dogTrainedOn === 'marijuana too';
  const alertIsNone = state.sniffNeeds === 'cause, if trained on marijuana too' && dog;
  const kinds = [
    ...GROUNDS.filter((k) => !(alertIsNone && k === 'alert')),
    ...(person ? ['arrest' as const] : []),
  ];
  const isStrong = (k: EventKind): boolean => k === 'consent-given' || k === 'warrant-issued';
  const grounds = [
    ...firstGrounds(context, stop, kinds.filter(isStrong)),
    ...firstGrounds(
      context,
      stop,
      kinds.filter((k) => !isStrong(k)),
    ),
  ];
  const first = grounds.filter((g) => solved.surely(startOf(g), at));
  const tainted = (g: EventRow): Finding | undefined =>
    violations.find((f) => solved.mayBefore(began(f), startOf(g)));
  const clean = first.filter((g) => !tainted(g));
  const strong = clean.filter((g) => isStrong(g.kind));
  if (strong.length === 0 && clean.length > 0 && !state.carNeedsEmergency) return [];
  const status: Status | undefined =
    strong.length > 0 ? undefined : first.length > 0 ? 'arguable' : undefined;
  const spoiled = clean.length > 0 ? undefined : first[0];
  const why = spoiled && tainted(spoiled);
  const told: Premise[] = [
    ...(spoiled && why
      ? [{ says: `Its ground is itself contested: ${why.title.toLowerCase()}`, row: spoiled.id }]
      : []),
    ...(clean.length > 0 && strong.length === 0
      ? [{ says: 'In this state a car needs cause and an emergency.', row: null }]
      : []),
    ...searchAsks(context),
    ...(strong.length > 0 || !stop
      ? []
      : unanswered(solved, stop)
          .filter((e) => solved.may(startOf(e), at))
          .slice(0, 2)
          .map((e) => forState(e, 'Consent was asked for, and no entry of this case states the answer'))),
    ...(strong.length > 0
      ? []
      : contests(context, stop, [at], {
          except: new Set([search.id, ...first.map((g) => g.id)]),
          also: [...(person ? [] : (['arrest'] as const)), 'inventory', 'impound-decided'],
          without: alertIsNone ? [] : ['alert', 'plain-view'],
          actor: search.actor,
        })),
  ];
  const title = spoiled
    ? 'Searched on a ground that is itself contested'
    : clean.length > 0 && strong.length === 0
      ? 'Searched on cause, with no emergency entered'
      : 'Searched before any ground';
  return [
    beforeGrounds(
      context,
      {
        rule: 'search-before-cause',
        key: search.id,
        title,
        act: search,
        at,
        grounds: strong.length > 0 ? strong : grounds,
        measures: 'from the search to the first ground for it',
        none: `No entry of this case states an alert, consent, search warrant${person ? ', arrest' : ''} or plain view.`,
        premises: told,
        told: { stop, kinds },
      },
      status,
    ),
  ];
}

/** An inventory rests on a car that was to be kept: before that is decided, it is only a search. */
function inventoried(context: RuleContext, inventory: EventRow): Finding[] {
  const { solved } = context;
  const stop = stopOf(context, inventory.id);
  const at = startOf(inventory);
  const decided = mayBelong(context, stop, ['impound-decided']);
  if (!mayComeBy(context, stop, ['impound-decided'], [at]).next().done) return [];
  const first = decided[0];
  const q = first ? [{ from: at, to: startOf(first), bounds: solved.bounds(at, startOf(first)) }] : [];
  return [
    makeFinding('search-before-cause', inventory.id, {
      status: 'arguable',
      title: 'An inventory before any impound was decided',
      quantities: q,
      span: { from: at, to: first ? startOf(first) : at },
      subjects: [inventory.id],
      premises: [
        premise(inventory),
        first
          ? premise(first)
          : { says: 'No entry of this case states that the car was to be kept.', row: null },
        ...searchAsks(context),
        ...few(4, mayComeBy(context, stop, ['alert', 'consent-given', 'warrant-issued'], [at])).map((g) =>
          forState(g, 'Another ground'),
        ),
      ],
    }),
  ];
}
