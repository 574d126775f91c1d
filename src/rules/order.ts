import type { EventRow, MomentRef } from '../record/event';
import { placesById } from '../record/rows';
import type { EventKind } from '../record/vocabulary';
import { mayBeginFirst, nextActs } from '../stops/acts';
import { maySayTask } from '../stops/in-other-words';
import { taskKinds } from '../stops/kinds';
import type { Stop } from '../stops/stops';
import type { Bounds } from '../time/duration';
import type { Solved } from '../time/solver/solve';
import { type RuleContext, startOf } from './rule';
import { settingsOf } from './settings';
import { type Task, tasksByTime } from './stretch';
import { ByTime } from './sweep';

const later = (a: Bounds, b: Bounds): Bounds => ({
  min: Math.max(a.min, b.min),
  max: Math.max(a.max, b.max),
});

/** The bounds of the greatest of several quantities: sound at both ends. */
export const greatestOf = (all: readonly Bounds[]): Bounds => all.reduce(later);

const NOWHERE: Bounds = { min: Number.NEGATIVE_INFINITY, max: Number.NEGATIVE_INFINITY };

/** So many of the last acts may be the last of all. */
const LAST = 30;

/** What may be the last of a stop: its stated end, else its latest acts. */
function lastOf(stop: Stop): readonly EventRow[] {
  if (stop.ends) return [stop.ends];
  return stop.acts.slice(-LAST);
}

/** From a moment to the end of the stop: its stated end, else the latest of its acts, whichever that is. Sound at both ends. */
export const untilEnd = (solved: Solved, stop: Stop, from: MomentRef): Bounds =>
  lastOf(stop)
    .map((e) => solved.bounds(from, startOf(e)))
    .reduce(later, NOWHERE);

/** The instant by which a stop is over at the latest. */
export const latestEnd = (solved: Solved, stop: Stop): number =>
  Math.max(...lastOf(stop).map((e) => solved.latest(startOf(e))));

/** Facts that may excuse what was done in a stop are looked for this far before it. */
const BEFORE = 6 * 3_600_000;

const indexes = new WeakMap<RuleContext, Map<string, ByTime<EventRow>>>();
const belonging = new WeakMap<Stop, Map<string, readonly EventRow[]>>();
const together = new WeakMap<object, Map<string, readonly EventRow[]>>();

/** What is asked for again and again is worked out once: per context and per stop. */
function cached<K extends object, V>(
  maps: WeakMap<K, Map<string, V>>,
  of: K,
  kind: string,
  make: () => V,
): V {
  let known = maps.get(of);
  if (!known) {
    known = new Map();
    maps.set(of, known);
  }
  let value = known.get(kind);
  if (value === undefined) {
    value = make();
    known.set(kind, value);
  }
  return value;
}

/**
 * Events of these kinds that may belong to a stop, by bounds and not by where they are drawn: what helps the government
 * must not be lost because its time is loose. For no stop, all of the record.
 */
export function mayBelong(
  context: RuleContext,
  stop: Stop | null,
  kinds: readonly EventKind[],
): readonly EventRow[] {
  const { ofKind, stops } = context;
  if (kinds.length === 0) return [];
  const own = stop?.begins && stops.length > 1 ? stop : null;
  const of = (k: EventKind): readonly EventRow[] =>
    own ? cached(belonging, own, k, () => ofOneKind(context, own, k)) : ofKind(k);
  if (kinds.length === 1) return of(kinds[0] as EventKind);
  return cached(together, own ?? context, kinds.join(' '), () => kinds.flatMap(of));
}

const sorted = new WeakMap<object, Map<string, ByTime<EventRow>>>();

/** Of the same those that may come no later than one of these moments, the earliest first: who asks for a few looks at a few. */
export function* mayComeBy(
  context: RuleContext,
  stop: Stop | null,
  kinds: readonly EventKind[],
  at: readonly MomentRef[],
): Generator<EventRow> {
  const { solved, stops } = context;
  const own = stop?.begins && stops.length > 1 ? stop : context;
  const rows = cached(
    sorted,
    own,
    kinds.join(' '),
    () => new ByTime(solved, mayBelong(context, stop, kinds), startOf),
  );
  for (const e of rows.upTo(Math.max(...at.map((m) => solved.latest(m)))))
    if (at.some((m) => solved.may(startOf(e), m))) yield e;
}

const ofRecord = new WeakMap<RuleContext, Map<string, ByTime<EventRow>>>();

/** The events of these kinds in the whole record that may come after a moment, the earliest first. */
export function* mayComeAfter(
  context: RuleContext,
  kinds: readonly EventKind[],
  from: MomentRef,
): Generator<EventRow> {
  const { solved, ofKind } = context;
  const rows = cached(
    ofRecord,
    context,
    kinds.join(' '),
    () => new ByTime(solved, kinds.flatMap(ofKind), startOf),
  );
  for (const e of rows.since(solved.earliest(from))) if (solved.mayBefore(from, startOf(e))) yield e;
}

/** Of the same those of which one may be the first, kind by kind: the least time to any is the least to one of these. */
export function firstAfter(
  context: RuleContext,
  kinds: readonly EventKind[],
  from: MomentRef,
  counts: (e: EventRow) => boolean = () => true,
): EventRow[] {
  const found: EventRow[] = [];
  let reach = Number.POSITIVE_INFINITY;
  for (const e of mayComeAfter(context, kinds, from)) {
    const { min, max } = context.solved.window(startOf(e));
    if (min > reach) break;
    if (!counts(e)) continue;
    found.push(e);
    reach = Math.min(reach, max);
  }
  const places = placesById(context.record.events);
  const place = (e: EventRow): number => places.get(e.id) as number;
  return found.sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || place(a) - place(b));
}

const namedBy = new WeakMap<RuleContext, Map<string, ReadonlyMap<string, readonly EventRow[]>>>();
const firstNamed = new WeakMap<RuleContext, Map<string, readonly EventRow[]>>();

/**
 * The events of one kind that may be the first for an item: those that name it, in whatever case, or name none. For no item,
 * all may be for it.
 */
export function firstForItem(context: RuleContext, kind: EventKind, item: string): readonly EventRow[] {
  const { solved, ofKind } = context;
  const wanted = item.toLowerCase();
  return cached(firstNamed, context, `${kind} ${wanted}`, () => {
    if (wanted === '') return mayBeginFirst(solved, ofKind(kind));
    const named = cached(namedBy, context, kind, () => {
      const lists = new Map<string, EventRow[]>();
      for (const e of ofKind(kind)) {
        const list = lists.get(e.item.toLowerCase());
        if (list) list.push(e);
        else lists.set(e.item.toLowerCase(), [e]);
      }
      return new Map([...lists].map(([name, list]) => [name, mayBeginFirst(solved, list)]));
    });
    return mayBeginFirst(solved, [...(named.get(wanted) ?? []), ...(named.get('') ?? [])]);
  });
}

/** Whether two entries may be of one item: they name the same, in whatever case, or one of them names none. */
export const mayBeFor = (a: EventRow, b: EventRow): boolean =>
  a.item === '' || b.item === '' || a.item.toLowerCase() === b.item.toLowerCase();

/** The first n of what is asked for one by one. */
export function few(n: number, rows: Generator<EventRow>): EventRow[] {
  const found: EventRow[] = [];
  for (const e of rows) {
    found.push(e);
    if (found.length >= n) break;
  }
  return found;
}

/** Of some entries, called `name`, those that may belong to a stop and may come no later than one of these moments. */
export function* mayComeOf(
  context: RuleContext,
  stop: Stop | null,
  name: string,
  all: readonly EventRow[],
  at: readonly MomentRef[],
): Generator<EventRow> {
  if (all.length === 0) return;
  const { solved, stops } = context;
  const own = stop?.begins && stops.length > 1 ? stop : null;
  const rows = cached(sorted, own ?? context, name, () => {
    const mine = own ? ofRows(context, own, name, all) : all;
    return new ByTime(solved, mine, startOf);
  });
  for (const e of rows.upTo(Math.max(...at.map((m) => solved.latest(m)))))
    if (at.some((m) => solved.may(startOf(e), m))) yield e;
}

const ofOneKind = (context: RuleContext, stop: Stop, kind: EventKind): EventRow[] =>
  ofRows(context, stop, kind, context.ofKind(kind));

function ofRows(context: RuleContext, stop: Stop, name: string, rows: readonly EventRow[]): EventRow[] {
  const { solved } = context;
  const begins = stop.begins as EventRow;
  const next = stopAfter(context, stop)?.begins ?? null;
  const index = cached(indexes, context, name, () => new ByTime(solved, rows, startOf));
  const from = solved.earliest(startOf(begins)) - BEFORE;
  const to = next ? solved.latest(startOf(next)) : Number.POSITIVE_INFINITY;
  return index
    .touching(from, to, Number.POSITIVE_INFINITY)
    .reverse()
    .filter(
      (e) =>
        solved.least(startOf(e), startOf(begins)) <= BEFORE &&
        (next === null || solved.mayBefore(startOf(e), startOf(next))),
    );
}

const tasks = new WeakMap<Stop, ByTime<Task>>();

/** The tasks of a stop's mission by the time over which they may run, and what words may tell of one: read once a stop. */
export function tasksOf({ solved, record }: RuleContext, stop: Stop): ByTime<Task> {
  let index = tasks.get(stop);
  if (!index) {
    const rows = taskKinds(settingsOf(record.case)).flatMap((k) => stop.kind(k));
    index = tasksByTime(solved, rows, nextActs(solved, stop), stop.acts.filter(maySayTask));
    tasks.set(stop, index);
  }
  return index;
}

const followed = new WeakMap<readonly Stop[], ReadonlyMap<Stop, Stop>>();

/** The stop that comes after one. */
export function stopAfter({ stops }: RuleContext, stop: Stop): Stop | undefined {
  let after = followed.get(stops);
  if (!after) {
    after = new Map(stops.slice(1).map((next, i) => [stops[i] as Stop, next]));
    followed.set(stops, after);
  }
  return after.get(stop);
}

const ofStops = new WeakMap<readonly Stop[], readonly (Stop | undefined)[]>();

/** The stop among whose acts a row is drawn; null where it is in none. */
export function stopOf({ stops, record }: RuleContext, id: string): Stop | null {
  let byPlace = ofStops.get(stops);
  if (!byPlace) {
    const made: (Stop | undefined)[] = new Array(record.events.length);
    for (const s of stops) for (const i of s.places) made[i] ??= s;
    ofStops.set(stops, made);
    byPlace = made;
  }
  return byPlace[placesById(record.events).get(id) ?? -1] ?? null;
}

/** Said where the least is 0 by order alone. */
export const BY_ORDER = 'by order; no length is proved';

/** What is measured, with the words that no length is proved where the order alone is. */
export const measured = (what: string, bounds: Bounds | null): string =>
  bounds !== null && bounds.min <= 0 && bounds.max > 0 ? `${what} (${BY_ORDER})` : what;

/** Bounds of what is counted: never below 0. */
export const counted = (b: Bounds): Bounds => ({ min: Math.max(0, b.min), max: Math.max(0, b.max) });
