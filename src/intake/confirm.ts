import type { EventRow } from '../record/event';
import type { CaseRecord } from '../record/record';
import type { EventKind } from '../record/vocabulary';
import { type Again, alreadyThere, withoutAgain } from './again';
import type { Drafts } from './drafts';

/** What is to become of a row of an import that stands in the case already, the same or as it was before. */
export type Way = 'skip' | 'update' | 'add';

/** What a person decided about single rows of an import, by their lines. */
export interface Decisions {
  readonly left: ReadonlySet<number>;
  readonly kinds: ReadonlyMap<number, EventKind>;
  readonly again: ReadonlyMap<number, Way>;
}

export const UNDECIDED: Decisions = { left: new Set(), kinds: new Map(), again: new Map() };

/** A row of the import beside the row of the case that it is, or was before the file was changed. */
export interface Met {
  readonly line: number;
  readonly there: EventRow;
  readonly comes: EventRow;
  /** Word for word the same. */
  readonly same: boolean;
  readonly way: Way;
}

/** What will be written: rows to put in, and rows of the case that take over what the file says now. */
export interface Confirmed {
  readonly drafts: Drafts;
  readonly updates: readonly { readonly was: EventRow; readonly now: EventRow }[];
  readonly met: readonly Met[];
  /** Rows that are in the case already, word for word, of events and of hand-overs. */
  readonly same: number;
}

/** Fields that an update carries over from the file. */
const CARRIED = ['kind', 'zone', 'date', 'start', 'end', 'actor', 'description', 'item', 'page'] as const;

/**
 * Rows of the case that come from this file's source and have the id of a row that comes, and say something else: the
 * file was changed since. The same id alone is not enough where ids are line numbers: the time or the words must be the same too.
 */
function changedThere(record: CaseRecord, drafts: Drafts, again: Again): Map<string, EventRow> {
  const taken = new Set([...again.values()].map((a) => a.id));
  const byRef = new Map(
    record.events.filter((e) => !taken.has(e.id)).map((e) => [`${e.sourceId} ${e.ref}`, e]),
  );
  const found = new Map<string, EventRow>();
  for (const e of drafts.events) {
    if (again.has(e.id) || e.ref === '') continue;
    const there = byRef.get(`${e.sourceId} ${e.ref}`);
    if (!there) continue;
    const named = !/^[a-z]\d+$/.test(e.ref);
    const sameTime = there.start === e.start && there.date === e.date;
    const sameWords = there.description === e.description && there.description !== '';
    if (named || sameTime || sameWords) found.set(e.id, there);
  }
  return found;
}

/**
 * The drafts as a person confirmed them. Where nothing was decided, a row that is in the case word for word is skipped, and one
 * that the case has as it was before the file was changed is updated.
 */
export function confirmed(record: CaseRecord, drafts: Drafts, decisions: Decisions): Confirmed {
  const again = alreadyThere(record, drafts);
  const changed = changedThere(record, drafts, again);
  const byId = new Map(record.events.map((e) => [e.id, e]));
  const met: Met[] = [];
  const updates: { was: EventRow; now: EventRow }[] = [];
  const skip = new Map<string, { id: string; line: number | null }>();
  const out = new Set<string>();
  let same = 0;
  const kindOf = (e: EventRow): EventRow => {
    const kind = e.line === null ? undefined : decisions.kinds.get(e.line);
    return kind === undefined ? e : { ...e, kind };
  };
  for (const e of drafts.events) {
    const line = e.line ?? 0;
    const sameRow = again.get(e.id);
    const there = sameRow ? byId.get(sameRow.id) : changed.get(e.id);
    if (there) {
      const way = decisions.again.get(line) ?? (sameRow ? 'skip' : 'update');
      met.push({ line, there, comes: kindOf(e), same: sameRow !== undefined, way });
      if (sameRow) same++;
      if (way === 'skip' && sameRow) skip.set(e.id, sameRow);
      else if (way !== 'add') out.add(e.id);
      if (way === 'update' && !decisions.left.has(line)) {
        const come = kindOf(e);
        const now = { ...there, ...Object.fromEntries(CARRIED.map((k) => [k, come[k]])) };
        updates.push({ was: there, now });
      }
    }
    if (decisions.left.has(line)) out.add(e.id);
  }
  for (const c of drafts.custody) {
    const there = again.get(c.id);
    if (there) {
      same++;
      if (decisions.again.get(c.line ?? 0) !== 'add') skip.set(c.id, there);
    }
    if (decisions.left.has(c.line ?? 0)) out.add(c.id);
  }
  const kept = withoutAgain(drafts, skip);
  return {
    drafts: {
      ...kept,
      events: kept.events.filter((e) => !out.has(e.id)).map(kindOf),
      custody: kept.custody.filter((c) => !out.has(c.id)),
    },
    updates,
    met,
    same,
  };
}
