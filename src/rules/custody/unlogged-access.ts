import type { CustodyEntry } from '../../record/custody';
import type { EventRow, MomentRef } from '../../record/event';
import type { Finding, Status } from '../finding';
import { makeFinding, premise } from '../make-finding';
import { type Rule, type RuleContext, reasonsFor, startOf } from '../rule';
import { ByTime } from '../sweep';
import { isNamedIn, plainName } from '../words';
import { itemName, lineOf, receivedAt, releasedAt, unreadBetween, unreadSays } from './chain';

export const unloggedAccess: Rule = {
  id: 'unlogged-access',
  section: 'custody',
  name: 'Opened, and nobody wrote it down',
  finds: 'The locker or room of an item opened, by its access log, with no custody entry to match.',
  limit: 'handOver',
  bounds: 'from the item’s arrival there to the opening',
  settledBy: 'The name of whoever opened it, by the log, and what was taken out.',
  answers: 'another item; a badge shows doors, not hands',
  hole: true,
  run,
};

/** What happened at one place: its openings, and the hand-overs in and out of it. */
interface Place {
  readonly openings: ByTime<EventRow>;
  readonly handOvers: ByTime<MomentRef>;
}

function placesOf(context: RuleContext, accesses: readonly EventRow[]): Map<string, Place> {
  const { record, solved } = context;
  const ends = new Map<string, MomentRef[]>();
  for (const c of record.custody) {
    const name = plainName(c.place);
    if (name === '') continue;
    const list = ends.get(name);
    if (list) list.push(...endsOf(context, c));
    else ends.set(name, endsOf(context, c));
  }
  const placeOf = (name: string, handOvers: MomentRef[]): Place => {
    const opened = accesses.filter((a) => isNamedIn(name, a.description));
    return {
      openings: new ByTime(solved, opened, startOf),
      handOvers: new ByTime(solved, handOvers, (m) => m),
    };
  };
  return new Map([...ends].map(([name, list]) => [name, placeOf(name, list)]));
}

/** The ends of a hand-over that have a place in time. */
const endsOf = ({ solved }: RuleContext, c: CustodyEntry): MomentRef[] =>
  [receivedAt(c), releasedAt(c)].filter((m) => solved.placed(m));

function run(context: RuleContext): Finding[] {
  const accesses = context.ofKind('access');
  const places = placesOf(context, accesses);
  const found: Finding[] = [];
  for (const [item, chain] of context.chains) {
    chain.forEach((entry, i) => {
      const place = entry.receivedAt === '' ? undefined : places.get(plainName(entry.place));
      if (!place) return;
      const next = chain.slice(i + 1).find((e) => e.logId === entry.logId) ?? null;
      const leaves = next && leaving(context, next);
      const until = leaves ? context.solved.latest(leaves) : Number.POSITIVE_INFINITY;
      const since = context.solved.earliest(receivedAt(entry));
      for (const a of place.openings.touching(since, until, Number.POSITIVE_INFINITY).reverse()) {
        const f = judge(context, item, entry, next, a, place);
        if (f) found.push(f);
      }
    });
  }
  return found;
}

/** When the item had left at the latest: it was given out, or, where nobody wrote that down, it came in elsewhere. */
const leaving = ({ solved }: RuleContext, next: CustodyEntry): MomentRef =>
  solved.placed(releasedAt(next)) ? releasedAt(next) : receivedAt(next);

/** Whether a hand-over is of this opening: surely or maybe within the time that a hand-over takes. */
function matching({ solved, record }: RuleContext, m: MomentRef, when: MomentRef): 'surely' | 'maybe' | 'no' {
  const slack = record.case.policies.handOver;
  const b = solved.bounds(m, when);
  return b.min >= -slack && b.max <= slack ? 'surely' : b.min <= slack && b.max >= -slack ? 'maybe' : 'no';
}

function judge(
  context: RuleContext,
  item: string,
  entry: CustodyEntry,
  next: CustodyEntry | null,
  access: EventRow,
  place: Place,
): Finding | null {
  const { solved, record } = context;
  const slack = record.case.policies.handOver;
  const when = startOf(access);
  const since = solved.bounds(receivedAt(entry), when);
  if (since.max <= slack) return null;
  if (next && solved.most(when, leaving(context, next)) <= slack) return null;
  const window = solved.window(when);
  const handOvers = place.handOvers.touching(
    window.min - slack,
    window.max + slack,
    Number.POSITIVE_INFINITY,
  );
  if (next) handOvers.push(...endsOf(context, next));
  const matches = new Set(handOvers.map((m) => matching(context, m, when)));
  if (matches.has('surely')) return null;
  const none = !matches.has('maybe');
  // Where no hand-over may be of it, it came after the item was put in and before it was given out, if both are timed.
  const unread = unreadBetween(context, entry, next);
  const certain =
    none &&
    unread.length === 0 &&
    solved.placed(receivedAt(entry)) &&
    (next === null || solved.placed(releasedAt(next)));
  const status: Status = certain ? 'established' : 'arguable';
  return makeFinding('unlogged-access', `${entry.id} ${access.id}`, {
    status,
    title: `${itemName(context, item)}: opened, and nobody wrote it down`,
    bounds: { min: Math.max(0, since.min), max: since.max },
    measures: `from its arrival at ${entry.place} to the opening`,
    quantities: [{ from: receivedAt(entry), to: when, bounds: since }],
    span: { from: when, to: when },
    subjects: [entry.id, access.id],
    item,
    premises: [
      { says: `${itemName(context, item)} is put in ${entry.place}, ${lineOf(entry)}.`, row: entry.id },
      premise(access, `Opened by ${access.actor || 'somebody'}`),
      {
        says: none
          ? 'No custody entry stands within the time that a hand-over takes.'
          : 'A custody entry may be of the same opening.',
        row: null,
      },
      ...unreadSays(unread),
      { says: 'A break in the chain usually goes to weight, not admissibility.', row: null },
    ],
    restsOn: reasonsFor(solved, [[receivedAt(entry), when]]),
  });
}
