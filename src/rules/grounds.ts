import type { EventRow, MomentRef } from '../record/event';
import type { EventKind } from '../record/vocabulary';
import type { Stop } from '../stops/stops';
import type { Bounds } from '../time/duration';
import type { Finding, Premise, Quantity, Status } from './finding';
import { inOtherWords } from './in-other-words';
import { makeFinding, premise } from './make-finding';
import { counted, measured } from './order';
import { leastOf, type RuleContext, reasonsFor, startOf } from './rule';

/** Something done, and everything that would have allowed it. */
export interface Ungrounded {
  readonly rule: string;
  readonly key: string;
  readonly title: string;
  /** What was done, and the moment at which it needed its ground. */
  readonly act: EventRow;
  readonly at: MomentRef;
  readonly grounds: readonly EventRow[];
  /** What the bounds measure: `from the search to the first ground for it`. */
  readonly measures: string;
  /** `No entry of this case states ...`, where no ground is in the record. */
  readonly none: string;
  readonly premises?: readonly Premise[];
  /** The kinds of ground that the words of another entry may tell of, and the stop in which they are looked for. */
  readonly told?: { readonly stop: Stop | null; readonly kinds: readonly EventKind[] };
}

/** How an act stands to its grounds: the first of them, how much later it is (ms), and the status by order alone. */
export function againstGrounds(
  { solved }: RuleContext,
  at: MomentRef,
  grounds: readonly EventRow[],
): { first: EventRow | null; lead: Bounds | null; status: Status; quantities: Quantity[] } {
  const leads = grounds.map((g) => ({ g, bounds: solved.bounds(at, startOf(g)) }));
  const lead = leads.length === 0 ? null : leastOf(leads.map((l) => l.bounds));
  const first = leads.reduce<(typeof leads)[number] | null>(
    (best, l) => (best === null || l.bounds.min < best.bounds.min ? l : best),
    null,
  );
  return {
    first: first?.g ?? null,
    lead,
    status: lead === null || lead.min > 0 ? 'established' : lead.max > 0 ? 'arguable' : 'foreclosed',
    quantities: leads.slice(0, 12).map((l) => ({ from: at, to: startOf(l.g), bounds: l.bounds })),
  };
}

/**
 * An act that comes before every ground for it: t(first ground) - t(act). Established where even the earliest ground surely
 * comes later, or the record names none and no words of another entry may tell of one; foreclosed where one surely comes first.
 */
export function beforeGrounds(context: RuleContext, u: Ungrounded, status?: Status): Finding {
  const { first, lead, status: byClock, quantities } = againstGrounds(context, u.at, u.grounds);
  const bounds = lead && lead.max > 0 ? counted(lead) : null;
  const mark = status ?? byClock;
  const told =
    u.told && mark !== 'foreclosed' ? inOtherWords(context, u.told.stop, u.told.kinds, [u.at]) : [];
  const shown = new Set(told.map((p) => p.says));
  return makeFinding(u.rule, u.key, {
    status: told.length > 0 && mark === 'established' ? 'arguable' : mark,
    title: u.title,
    bounds,
    measures: measured(u.measures, bounds),
    quantities,
    span: first && bounds ? { from: u.at, to: startOf(first) } : { from: u.at, to: u.at },
    subjects: [u.act.id, ...(first ? [first.id] : [])],
    premises: [
      premise(u.act, 'What was done'),
      first ? premise(first, 'The first ground in the record') : { says: u.none, row: null },
      ...told,
      ...(u.premises ?? []).filter((p) => !shown.has(p.says)),
    ],
    restsOn: reasonsFor(
      context.solved,
      quantities.map((q) => [q.from, q.to] as const),
    ),
  });
}
