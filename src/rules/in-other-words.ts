import type { EventRow, MomentRef } from '../record/event';
import { rowById } from '../record/rows';
import { type EventKind, KINDS } from '../record/vocabulary';
import { enteredAs, tellingOf } from '../stops/in-other-words';
import type { Stop } from '../stops/stops';
import type { Premise } from './finding';
import { says } from './make-finding';
import { mayBelong, mayComeOf } from './order';
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
  for (const kind of kinds.filter((k) => !isEntered(context, stop, k)))
    for (const e of mayComeOf(context, stop, `told ${kind}`, tellingOf(context.record.events, kind), at)) {
      if (found.size >= LISTED) return [...found.values()];
      if (!found.has(e.id)) found.set(e.id, toldPremise(e, kind));
    }
  for (const m of at) for (const p of unreadLines(context, stop, m)) found.set(p.says, p);
  return [...found.values()];
}

/** Whether the record has an entry of a kind: then words speak of that entry, which stands at its own time. */
const isEntered = (context: RuleContext, stop: Stop | null, kind: EventKind): boolean =>
  mayBelong(context, stop, enteredAs(kind)).length > 0;

/**
 * Lines of the logs of a stop that could not be read: what stands there may be what no entry says. Of the log of a moment only those
 * above it count, and below `from` where that is given.
 */
export function unreadLines(
  context: RuleContext,
  stop: Stop | null,
  until: MomentRef,
  from?: MomentRef,
): Premise[] {
  const rows = context.record.events;
  return [...context.sources.values()].flatMap((source): Premise[] => {
    if (!source.unread || source.unread.length === 0) return [];
    const [last, first] = [rowById(rows, until.id), from && rowById(rows, from.id)];
    if (last?.sourceId !== source.id && !stop?.acts.some((e) => e.sourceId === source.id)) return [];
    const below = first?.sourceId === source.id ? (first.line ?? 0) : 0;
    const above = (last?.sourceId === source.id ? last.line : null) ?? Number.POSITIVE_INFINITY;
    const lines = source.unread.filter((line) => line > below && line < above);
    if (lines.length === 0) return [];
    const named = `${lines.length === 1 ? 'Line' : 'Lines'} ${lines.slice(0, 8).join(', ')}${lines.length > 8 ? ` and ${lines.length - 8} more` : ''}`;
    return [
      {
        says: `${named} of “${source.name}” could not be read, and may tell it: look at the paper.`,
        row: null,
      },
    ];
  });
}

/** An entry whose words may tell of what its kind does not say. */
export const toldPremise = (e: EventRow, kind: EventKind): Premise => ({
  says: `Its words may tell of “${KINDS[kind].label}”: “${says(e).slice(0, 160)}”. Give it an entry of its own if it is one; the prosecution will point to it.`,
  row: e.id,
  side: 'state',
});
