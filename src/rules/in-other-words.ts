import type { EventRow, MomentRef } from '../record/event';
import { type EventKind, KINDS } from '../record/vocabulary';
import { tellingOf } from '../stops/in-other-words';
import type { Stop } from '../stops/stops';
import type { Premise } from './finding';
import { says } from './make-finding';
import { mayComeOf } from './order';
import type { RuleContext } from './rule';

/** So many are listed. */
const LISTED = 4;

/**
 * Entries of another kind whose words may tell of one of these and that may come by one of these moments: `Dog walked around
 * car; alerts at trunk`, entered as a sniff.
 */
export function inOtherWords(
  context: RuleContext,
  stop: Stop | null,
  kinds: readonly EventKind[],
  at: readonly MomentRef[],
): Premise[] {
  const found = new Map<string, Premise>();
  for (const kind of kinds)
    for (const e of mayComeOf(context, stop, `told ${kind}`, tellingOf(context.record.events, kind), at)) {
      if (found.size >= LISTED) return [...found.values()];
      if (!found.has(e.id)) found.set(e.id, toldPremise(e, kind));
    }
  return [...found.values()];
}

/** An entry whose words may tell of what its kind does not say. */
export const toldPremise = (e: EventRow, kind: EventKind): Premise => ({
  says: `Its words may tell of “${KINDS[kind].label}”: “${says(e).slice(0, 160)}”. Give it an entry of its own if it is one; the prosecution will point to it.`,
  row: e.id,
  side: 'state',
});
