import type { CustodyEntry } from '../../record/custody';
import type { MomentRef } from '../../record/event';
import type { Finding } from '../finding';
import { statusOf } from '../finding';
import { type Rule, type RuleContext, reasonsFor } from '../rule';
import { itemName, lineOf, onChain, receivedAt, releasedAt, sameHand } from './chain';

export const twoPlaces: Rule = {
  id: 'two-places',
  section: 'custody',
  name: 'In two hands at once',
  finds: 'An item, or its one seal, in two hands at the same time.',
  bounds: 'how long it was in two hands',
  authorities: ['fre901'],
  answer: 'One of the clocks is wrong; the seal was reused.',
  settledBy: 'Both custodians, and which of the clocks was right.',
  run,
};

/** Who holds an item from when to when; `until` is null where no entry says that it left. */
interface Holding {
  readonly holder: string;
  readonly from: MomentRef;
  readonly until: MomentRef | null;
  readonly entry: CustodyEntry;
}

function holdings(context: RuleContext, chain: readonly CustodyEntry[]): Holding[] {
  const { solved } = context;
  return chain.flatMap((entry, i) => {
    if (entry.receivedAt === '' || entry.receivedBy === '' || !solved.placed(receivedAt(entry))) return [];
    const next = chain.slice(i + 1).find((e) => e.logId === entry.logId);
    const until = next && next.releasedAt !== '' && solved.placed(releasedAt(next)) ? releasedAt(next) : null;
    return [{ holder: entry.receivedBy, from: receivedAt(entry), until, entry }];
  });
}

function run(context: RuleContext): Finding[] {
  const { solved, record } = context;
  const found: Finding[] = [];
  const slack = record.case.policies.handOver;
  const seals = new Map<string, { item: string; holding: Holding }[]>();
  for (const [item, chain] of context.chains) {
    // One hand-over received before it was released: both held it in between.
    for (const e of chain) {
      if (e.releasedAt === '' || e.receivedAt === '' || sameHand(e.releasedBy, e.receivedBy)) continue;
      if (!solved.placed(releasedAt(e)) || !solved.placed(receivedAt(e))) continue;
      const overlap = {
        from: receivedAt(e),
        to: releasedAt(e),
        bounds: solved.bounds(receivedAt(e), releasedAt(e)),
      };
      if (overlap.bounds.max > slack)
        found.push(
          finding(
            context,
            item,
            [e],
            overlap,
            `received by ${e.receivedBy} before ${e.releasedBy} released it (${lineOf(e)})`,
          ),
        );
    }
    const held = holdings(context, chain);
    for (const h of held)
      if (h.entry.seal !== '')
        seals.set(h.entry.seal, [...(seals.get(h.entry.seal) ?? []), { item, holding: h }]);
    const logs = new Set(held.map((h) => h.entry.logId));
    if (logs.size > 1) {
      for (const [i, a] of held.entries()) {
        for (const b of held.slice(i + 1)) {
          if (a.entry.logId !== b.entry.logId && !sameHand(a.holder, b.holder))
            pushOverlap(
              context,
              found,
              item,
              a,
              b,
              slack,
              `held by ${a.holder} on one form and by ${b.holder} on another`,
            );
        }
      }
    }
  }
  for (const [seal, list] of seals) {
    for (const [i, a] of list.entries()) {
      for (const b of list.slice(i + 1)) {
        if (a.item !== b.item)
          pushOverlap(
            context,
            found,
            a.item,
            a.holding,
            b.holding,
            slack,
            `seal ${seal} is on ${itemName(context, b.item)} at the same time`,
          );
      }
    }
  }
  return found;
}

/** The overlap of two holdings, where both have an end: the least of the differences across. */
function pushOverlap(
  context: RuleContext,
  found: Finding[],
  item: string,
  a: Holding,
  b: Holding,
  slack: number,
  says: string,
): void {
  if (!a.until || !b.until) return;
  const { solved } = context;
  const options = [
    { from: b.from, to: a.until },
    { from: a.from, to: b.until },
    { from: a.from, to: a.until },
    { from: b.from, to: b.until },
  ].map((q) => ({ ...q, bounds: solved.bounds(q.from, q.to) }));
  const least = options.reduce((x, y) => (y.bounds.min < x.bounds.min ? y : x));
  const bounds = { min: least.bounds.min, max: Math.min(...options.map((o) => o.bounds.max)) };
  if (bounds.max > slack) found.push(finding(context, item, [a.entry, b.entry], { ...least, bounds }, says));
}

function finding(
  context: RuleContext,
  item: string,
  entries: readonly CustodyEntry[],
  quantity: { from: MomentRef; to: MomentRef; bounds: { min: number; max: number } },
  says: string,
): Finding {
  return onChain('two-places', item, entries, {
    status: statusOf(quantity.bounds, context.record.case.policies.handOver),
    title: `${itemName(context, item)}: in two hands at once`,
    measures: 'in two hands at once',
    quantity,
    premises: [{ says: `It is ${says}.`, row: entries[0]?.id ?? null }],
    restsOn: reasonsFor(context.solved, [[quantity.from, quantity.to]]),
  });
}
