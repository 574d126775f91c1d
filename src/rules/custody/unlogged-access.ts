import type { CustodyEntry } from '../../record/custody';
import type { EventRow, MomentRef } from '../../record/event';
import type { Finding, Status } from '../finding';
import { makeFinding, premise } from '../make-finding';
import { type Rule, type RuleContext, reasonsFor, startOf } from '../rule';
import { isNamedIn, plainName } from '../words';
import { itemName, lineOf, receivedAt, releasedAt, unreadBetween, unreadSays } from './chain';

export const unloggedAccess: Rule = {
  id: 'unlogged-access',
  section: 'custody',
  name: 'Opened, and nobody wrote it down',
  finds: 'The locker or room of an item opened, by its access log, with no custody entry to match.',
  limit: 'handOver',
  bounds: 'from the item’s arrival there to the opening',
  settledBy: 'Whoever opened it, by the log, and what he took out.',
  answers: 'another item; a badge shows doors, not hands',
  hole: true,
  run,
};

/** Moments in the order of their windows, so that those near an instant are found without looking at all of them. */
class Near<T> {
  private readonly dated: { readonly what: T; readonly min: number; readonly max: number }[] = [];
  private readonly loose: T[] = [];
  private widest = 0;
  private sorted = false;

  constructor(private readonly solved: RuleContext['solved']) {}

  add(what: T, m: MomentRef): void {
    const { min, max } = this.solved.window(m);
    if (!Number.isFinite(min) || !Number.isFinite(max)) this.loose.push(what);
    else {
      this.dated.push({ what, min, max });
      this.widest = Math.max(this.widest, max - min);
    }
    this.sorted = false;
  }

  /** All that may lie between these instants, ms. */
  between(from: number, to: number): T[] {
    if (!this.sorted) this.dated.sort((a, b) => a.min - b.min);
    this.sorted = true;
    let [lo, hi] = [0, this.dated.length];
    while (lo < hi) {
      const mid = (lo + hi) >> 1;
      if ((this.dated[mid]?.min ?? 0) < from - this.widest) lo = mid + 1;
      else hi = mid;
    }
    const found = [...this.loose];
    for (let i = lo; i < this.dated.length; i++) {
      const d = this.dated[i];
      if (!d || d.min > to) break;
      if (d.max >= from) found.push(d.what);
    }
    return found;
  }
}

/** What happened at one place: its openings, and the hand-overs in and out of it. */
interface Place {
  readonly openings: Near<EventRow>;
  readonly handOvers: Near<MomentRef>;
}

function placesOf(context: RuleContext, accesses: readonly EventRow[]): Map<string, Place> {
  const { record, solved } = context;
  const places = new Map<string, Place>();
  const at = (name: string): Place => {
    const known = places.get(name);
    if (known) return known;
    const made: Place = { openings: new Near(solved), handOvers: new Near(solved) };
    for (const a of accesses) if (isNamedIn(name, a.description)) made.openings.add(a, startOf(a));
    places.set(name, made);
    return made;
  };
  for (const c of record.custody) {
    const name = plainName(c.place);
    if (name === '') continue;
    const place = at(name);
    for (const m of endsOf(context, c)) place.handOvers.add(m, m);
  }
  return places;
}

/** The ends of a hand-over that have a place in time. */
const endsOf = ({ solved }: RuleContext, c: CustodyEntry): MomentRef[] =>
  [receivedAt(c), releasedAt(c)].filter((m) => solved.placed(m));

function run(context: RuleContext): Finding[] {
  const accesses = context.ofKind('access');
  if (accesses.length === 0) return [];
  const places = placesOf(context, accesses);
  const found: Finding[] = [];
  for (const [item, chain] of context.chains) {
    chain.forEach((entry, i) => {
      const place = entry.receivedAt === '' ? undefined : places.get(plainName(entry.place));
      if (!place) return;
      const next = chain.slice(i + 1).find((e) => e.logId === entry.logId) ?? null;
      const leaves = next && leaving(context, next);
      const until = leaves ? context.solved.window(leaves).max : Number.POSITIVE_INFINITY;
      for (const a of place.openings.between(context.solved.window(receivedAt(entry)).min, until)) {
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
  const handOvers = place.handOvers.between(window.min - slack, window.max + slack);
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
