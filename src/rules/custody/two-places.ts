import type { CustodyEntry } from '../../record/custody';
import type { MomentRef } from '../../record/event';
import { sealNumber } from '../../record/values';
import type { Bounds } from '../../time/duration';
import { atMostArguable, type Finding, type Quantity, statusOf } from '../finding';
import { leastOf, type Rule, type RuleContext, reasonsFor } from '../rule';
import { plainName } from '../words';
import { handsOf, itemName, lineOf, named, onChain, receivedAt, releasedAt } from './chain';

export const twoPlaces: Rule = {
  id: 'two-places',
  section: 'custody',
  name: 'In two hands at once',
  finds: 'An item, or its one seal, in two hands at the same time.',
  limit: 'handOver',
  bounds: 'how long it was in two hands',
  settledBy: 'What both custodians wrote at the time, and how and when their clocks were set.',
  answers: 'a clerk, a slip, typed later; seals come in batches / · / both will testify',
  drawn: { label: 'in two hands' },
  run,
};

/** Who holds an item from when to when; `until` is null where no entry says that it left. */
interface Holding {
  readonly item: string;
  readonly holder: string;
  readonly from: MomentRef;
  readonly until: MomentRef | null;
  readonly entry: CustodyEntry;
}

function holdings(context: RuleContext, item: string, chain: readonly CustodyEntry[]): Holding[] {
  const { solved } = context;
  const after = new Map<CustodyEntry, CustodyEntry>();
  const last = new Map<string, CustodyEntry>();
  for (const e of chain) {
    const before = last.get(e.logId);
    if (before) after.set(before, e);
    last.set(e.logId, e);
  }
  return chain.flatMap((entry) => {
    if (named(entry.receivedBy) === '' || !solved.placed(receivedAt(entry))) return [];
    const next = after.get(entry);
    const until = next && solved.placed(releasedAt(next)) ? releasedAt(next) : null;
    return [{ item, holder: entry.receivedBy, from: receivedAt(entry), until, entry }];
  });
}

function run(context: RuleContext): Finding[] {
  const found: Finding[] = [];
  const seals = new Map<string, Holding[]>();
  for (const [item, chain] of context.chains) {
    for (const e of chain) {
      const f = receivedFirst(context, item, e);
      if (f) found.push(f);
    }
    const held = holdings(context, item, chain);
    for (const h of held) {
      const seal = sealNumber(h.entry.seal);
      if (seal === '') continue;
      const list = seals.get(plainName(seal));
      if (list) list.push(h);
      else seals.set(plainName(seal), [h]);
    }
    const met = meeting(
      context,
      held,
      (h) => h.entry.logId,
      (a, b) => handsOf(a.holder, b.holder) !== 'same',
    );
    if (met)
      found.push(
        overlapping(
          context,
          met,
          handsOf(met.a.holder, met.b.holder) === 'maybe',
          `held by ${met.a.holder} on one form and by ${met.b.holder} on another`,
        ),
      );
  }
  for (const list of seals.values()) {
    const met = meeting(
      context,
      list,
      (h) => h.item,
      () => true,
    );
    if (!met) continue;
    const others = [...new Set(list.map((h) => h.item))].filter((i) => i !== met.a.item);
    const names = others.slice(0, 6).map((i) => itemName(context, i));
    found.push(
      overlapping(
        context,
        met,
        false,
        `sealed with ${met.a.entry.seal}, which stands on ${names.join(', ')}${others.length > 6 ? ` and ${others.length - 6} more` : ''} too`,
      ),
    );
  }
  return found;
}

/** One hand-over received before it was released: both held it in between. */
function receivedFirst(context: RuleContext, item: string, e: CustodyEntry): Finding | null {
  const { solved, record } = context;
  const [from, to] = [receivedAt(e), releasedAt(e)];
  const hands = handsOf(e.releasedBy, e.receivedBy);
  if (hands === 'same' || !solved.placed(from) || !solved.placed(to)) return null;
  const bounds = solved.bounds(from, to);
  if (bounds.max <= record.case.policies.handOver) return null;
  return finding(
    context,
    item,
    [e],
    { from, to, bounds },
    hands === 'maybe',
    `received by ${e.receivedBy} before ${e.releasedBy} released it (${lineOf(e)})`,
  );
}

/** Two holdings that overlap, and by how much. */
interface Meeting {
  readonly a: Holding;
  readonly b: Holding;
  readonly overlap: Quantity;
}

/**
 * Of holdings in different groups the two that overlap by most, found in one pass over their beginnings: beside each stand
 * only those still open that end latest, so that a thousand entries take a thousand steps. Null where no overlap is over the
 * time that a hand-over takes.
 */
function meeting(
  context: RuleContext,
  all: readonly Holding[],
  group: (h: Holding) => string,
  counts: (a: Holding, b: Holding) => boolean,
): Meeting | null {
  const { solved, record } = context;
  const closed = all.flatMap((h) =>
    h.until ? [{ h, from: solved.window(h.from), until: solved.window(h.until) }] : [],
  );
  closed.sort((x, y) => x.from.min - y.from.min || (x.h.entry.id < y.h.entry.id ? -1 : 1));
  let open: typeof closed = [];
  let best: Meeting | null = null;
  for (const next of closed) {
    for (const before of open) {
      if (group(before.h) === group(next.h) || !counts(before.h, next.h)) continue;
      const overlap = overlapOf(context, before.h, next.h);
      if (overlap.bounds.max <= record.case.policies.handOver) continue;
      if (!best || overlap.bounds.min > best.overlap.bounds.min) best = { a: before.h, b: next.h, overlap };
    }
    open = latest([...open, next], (x) => group(x.h));
  }
  return best;
}

/** Of those still open, the two that end latest and the two that surely do, of different groups. */
function latest<T extends { readonly until: Bounds }>(open: readonly T[], group: (x: T) => string): T[] {
  const kept = new Set<T>();
  for (const end of ['max', 'min'] as const) {
    const sorted = [...open].sort((x, y) => y.until[end] - x.until[end]);
    const first = sorted[0] as T;
    kept.add(first);
    const second = sorted.find((x) => group(x) !== group(first));
    if (second) kept.add(second);
  }
  return [...kept];
}

/** The overlap of two holdings with ends: the least of the differences across. */
function overlapOf({ solved }: RuleContext, a: Holding, b: Holding): Quantity {
  const [endA, endB] = [a.until ?? a.from, b.until ?? b.from];
  const options = [
    { from: b.from, to: endA },
    { from: a.from, to: endB },
    { from: a.from, to: endA },
    { from: b.from, to: endB },
  ].map((q) => ({ ...q, bounds: solved.bounds(q.from, q.to) }));
  const least = options.reduce((x, y) => (y.bounds.min < x.bounds.min ? y : x));
  return { ...least, bounds: leastOf(options.map((o) => o.bounds)) };
}

function overlapping(
  context: RuleContext,
  { a, b, overlap }: Meeting,
  maybeOne: boolean,
  says: string,
): Finding {
  return finding(context, a.item, [a.entry, b.entry], overlap, maybeOne, says);
}

function finding(
  context: RuleContext,
  item: string,
  entries: readonly CustodyEntry[],
  quantity: Quantity,
  maybeOne: boolean,
  says: string,
): Finding {
  const status = statusOf(quantity.bounds, context.record.case.policies.handOver);
  return onChain('two-places', item, entries, {
    status: maybeOne ? atMostArguable(status) : status,
    title: `${itemName(context, item)}: in two hands at once`,
    measures: 'in two hands at once',
    quantity,
    premises: [
      { says: `It is ${says}.`, row: entries[0]?.id ?? null },
      ...entries
        .slice(1)
        .map((e) => ({ says: `The other: received by ${e.receivedBy}, ${lineOf(e)}.`, row: e.id })),
      ...(maybeOne
        ? [{ says: 'The two names may be one person: ask before it is called a break.', row: null }]
        : []),
    ],
    restsOn: reasonsFor(context.solved, [[quantity.from, quantity.to]]),
  });
}
