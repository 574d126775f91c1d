import type { EventRow, MomentRef } from '../record/event';
import type { EventKind } from '../record/vocabulary';
import type { Stop } from '../stops/stops';
import type { Bounds } from '../time/duration';
import type { Solved } from '../time/solver/solve';
import type { Finding, Premise, Quantity, Status } from './finding';
import { makeFinding } from './make-finding';
import { leastOf, type RuleContext, reasonsFor, startOf } from './rule';

/** Whether a comes no later than b under every assignment. */
export const surelyBefore = (solved: Solved, a: MomentRef, b: MomentRef): boolean =>
  solved.bounds(a, b).min >= 0;

/** Whether a may come before b. */
export const maybeBefore = (solved: Solved, a: MomentRef, b: MomentRef): boolean =>
  solved.bounds(a, b).max > 0;

/** The bounds of the greatest of several quantities: sound at both ends. */
export function greatestOf(all: readonly Bounds[]): Bounds {
  return all.reduce((a, b) => ({ min: Math.max(a.min, b.min), max: Math.max(a.max, b.max) }));
}

const NOWHERE: Bounds = { min: Number.NEGATIVE_INFINITY, max: Number.NEGATIVE_INFINITY };

/** So many of the last acts may be the last of all. */
const LAST = 30;

/** From a moment to the end of the stop: its stated end, else the latest of its acts, whichever that is. Sound at both ends. */
export function untilEnd(solved: Solved, stop: Stop, from: MomentRef): Bounds {
  if (stop.ends) return solved.bounds(from, startOf(stop.ends));
  const last = stop.acts.slice(-LAST);
  const rows = last.length > 0 ? last : stop.begins ? [stop.begins] : [];
  return rows
    .map((e) => solved.bounds(from, startOf(e)))
    .reduce((a, b) => ({ min: Math.max(a.min, b.min), max: Math.max(a.max, b.max) }), NOWHERE);
}

/** Facts that may excuse what was done in a stop are looked for this far before it. */
const BEFORE = 6 * 3_600_000;

/**
 * Events of these kinds that may belong to a stop, by bounds and not by where they are drawn: what helps the government
 * must not be lost because its time is loose.
 */
export function mayBelong(
  { solved, ofKind, stops }: RuleContext,
  stop: Stop,
  kinds: readonly EventKind[],
): EventRow[] {
  const all = kinds.flatMap((k) => ofKind(k));
  const { begins } = stop;
  if (!begins || stops.length < 2) return all;
  const next = stops[stops.indexOf(stop) + 1]?.begins ?? null;
  return all.filter((e) => {
    if (solved.bounds(startOf(e), startOf(begins)).min > BEFORE) return false;
    return next === null || maybeBefore(solved, startOf(e), startOf(next));
  });
}

/** Something done, and everything that would have allowed it. */
interface Ungrounded {
  readonly rule: string;
  readonly key: string;
  readonly title: string;
  /** What was done, and the moment at which it needed its ground. */
  readonly act: EventRow;
  readonly at: MomentRef;
  readonly grounds: readonly EventRow[];
  /** Weaker facts: any that may come before takes certainty away, and settles nothing. */
  readonly doubts?: readonly EventRow[];
  /** What the bounds measure: `from the search to the first ground for it`. */
  readonly measures: string;
  /** ms within which an open order is the coarseness of the readings and no argument. */
  readonly noise?: number;
  readonly none: string;
  readonly premises?: readonly Premise[];
}

/**
 * An act that comes before every ground for it: t(first ground) - t(act). Established where even the earliest ground surely
 * comes later, or the record names none; foreclosed where one surely comes first.
 */
export function beforeGrounds({ solved }: RuleContext, u: Ungrounded): Finding {
  const leads = u.grounds.map((g) => ({ g, bounds: solved.bounds(u.at, startOf(g)) }));
  const lead = leads.length === 0 ? null : leastOf(leads.map((l) => l.bounds));
  const first = leads.reduce<(typeof leads)[number] | null>(
    (best, l) => (best === null || l.bounds.min < best.bounds.min ? l : best),
    null,
  );
  const doubts = (u.doubts ?? []).filter((d) => maybeBefore(solved, startOf(d), u.at));
  let status: Status =
    lead === null || lead.min > 0 ? 'established' : lead.max > 0 ? 'arguable' : 'foreclosed';
  if (status === 'established' && doubts.length > 0) status = 'arguable';
  if (status === 'arguable' && lead !== null && lead.max <= (u.noise ?? 0)) status = 'foreclosed';
  const quantities: Quantity[] = leads.map((l) => ({ from: u.at, to: startOf(l.g), bounds: l.bounds }));
  return makeFinding(u.rule, u.key, {
    status,
    title: u.title,
    bounds: lead && lead.max > 0 ? { min: Math.max(0, lead.min), max: lead.max } : null,
    measures: u.measures,
    quantities,
    span: first && first.bounds.max > 0 ? { from: u.at, to: startOf(first.g) } : { from: u.at, to: u.at },
    subjects: [u.act.id, ...(first ? [first.g.id] : [])],
    premises: [
      { says: `What was done: ${u.act.description || u.title}`, row: u.act.id },
      ...(first
        ? [
            {
              says: `The first ground in the record: ${first.g.description || first.g.kind}`,
              row: first.g.id,
            },
          ]
        : [{ says: u.none, row: null }]),
      ...doubts.slice(0, 4).map((d) => ({
        says: `It may rest on this, which may come before: ${d.description || d.kind}`,
        row: d.id,
      })),
      ...(u.premises ?? []),
    ],
    restsOn: reasonsFor(
      solved,
      quantities.map((q) => [q.from, q.to] as const),
    ),
  });
}
