import type { CustodyEntry } from '../record/custody';
import type { EventRow } from '../record/event';
import type { Passage } from '../record/passage';
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

/** A row of the case and the row of the import that is the same one, of either table. */
type Beside<There extends string, Comes extends string> =
  | ({ readonly of: 'events' } & { readonly [K in There | Comes]: EventRow })
  | ({ readonly of: 'custody' } & { readonly [K in There | Comes]: CustodyEntry });

/** A row of the case as it was, and as it will be. */
export type Update = Beside<'was', 'now'>;

/** A row of the import beside the row of the case that it is, or was before the file was changed. */
export type Met = Beside<'there', 'comes'> & {
  readonly line: number;
  /** Word for word the same. */
  readonly same: boolean;
  readonly way: Way;
};

/** What will be written: rows to put in, and rows of the case that take over what the file says now. */
export interface Confirmed {
  readonly drafts: Drafts;
  readonly updates: readonly Update[];
  readonly met: readonly Met[];
  /** Rows that are in the case already, word for word, of events and of hand-overs. */
  readonly same: number;
}

/** Fields that an update carries over from the file. */
const CARRIED = ['kind', 'zone', 'date', 'start', 'end', 'actor', 'description', 'item', 'page'] as const;

/** Fields of a hand-over that an update carries over, where the file states them: a form without a column takes nothing out. */
const HANDED = [
  'releasedBy',
  'releasedDate',
  'releasedAt',
  'receivedBy',
  'receivedDate',
  'receivedAt',
  'releasedSigned',
  'receivedSigned',
  'purpose',
  'place',
  'seal',
  'sealState',
  'hash',
  'photo',
  'quantities',
  'note',
  'page',
] as const;

const states = (value: unknown): boolean =>
  value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);

/** The hand-over of the case with what the file says of it now. */
function handedOver(there: CustodyEntry, comes: CustodyEntry): CustodyEntry {
  const stated = HANDED.filter(
    (k) => states(comes[k]) && JSON.stringify(comes[k]) !== JSON.stringify(there[k]),
  );
  return stated.length === 0 ? there : { ...there, ...Object.fromEntries(stated.map((k) => [k, comes[k]])) };
}

/**
 * Hand-overs of the case that a form of the same source tells otherwise now: of the same item, and from the same hand to the
 * same hand or at the same moment. One that could be two is none.
 */
function changedHands(record: CaseRecord, drafts: Drafts, again: Again): Map<string, CustodyEntry> {
  const taken = new Set([...again.values()].map((a) => a.id));
  const number = new Map([...record.items, ...drafts.items].map((i) => [i.id, i.number.toLowerCase()]));
  const source = new Map([...record.sources, ...drafts.sources].map((x) => [x.id, x.name.toLowerCase()]));
  const of = (c: CustodyEntry): string => `${number.get(c.itemId)} ${source.get(c.sourceId)}`;
  const hands = (c: CustodyEntry): string => `${of(c)} ${c.releasedBy} > ${c.receivedBy}`.toLowerCase();
  const when = (c: CustodyEntry): string => `${of(c)} ${c.receivedDate} ${c.receivedAt}`;
  const free = record.custody.filter((c) => !taken.has(c.id));
  const found = new Map<string, CustodyEntry>();
  for (const key of [hands, when]) {
    const come = drafts.custody.filter((c) => !again.has(c.id) && !found.has(c.id));
    const used = new Set([...found.values()].map((c) => c.id));
    for (const c of come) {
      if (key === when && c.receivedAt === '') continue;
      const there = free.filter((t) => !used.has(t.id) && key(t) === key(c));
      const [one] = there;
      if (one && there.length === 1 && come.filter((x) => key(x) === key(c)).length === 1)
        found.set(c.id, one);
    }
  }
  return found;
}

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

interface Standing {
  readonly id: string;
  readonly start?: string;
  readonly passage?: Passage | undefined;
}

const overlap = (a: Passage, b: Passage): boolean =>
  a.paper === b.paper && a.page === b.page && a.from <= b.to && b.from <= a.to;

/** Rows of the case that were made of the same lines of a paper: the one of the same time, or the only one of those lines. */
function standingThere<T extends Standing>(there: readonly T[], come: readonly T[]): Map<string, T> {
  const found = new Map<string, T>();
  const taken = new Set<string>();
  const placed = there.filter((t) => t.passage);
  if (placed.length === 0) return found;
  for (const c of come) {
    const { passage } = c;
    if (!passage) continue;
    const here = placed.filter((t) => t.passage && overlap(t.passage, passage) && !taken.has(t.id));
    const alone =
      here.length === 1 && come.filter((x) => x.passage && overlap(x.passage, passage)).length === 1;
    const one =
      here.find((t) => t.start !== undefined && t.start === c.start) ?? (alone ? here[0] : undefined);
    if (!one) continue;
    taken.add(one.id);
    found.set(c.id, one);
  }
  return found;
}

/**
 * The drafts as a person confirmed them. Where nothing was decided, a row that is in the case word for word is skipped, and one
 * that the case has as it was before the file was changed is updated; one that was accepted from its page already is skipped.
 */
export function confirmed(record: CaseRecord, drafts: Drafts, decisions: Decisions): Confirmed {
  const again = alreadyThere(record, drafts);
  const changed = changedThere(record, drafts, again);
  const standing = standingThere(record.events, drafts.events);
  const byId = new Map(record.events.map((e) => [e.id, e]));
  const met: Met[] = [];
  const updates: Update[] = [];
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
    const onPage = standing.get(e.id);
    const there = sameRow ? byId.get(sameRow.id) : (onPage ?? changed.get(e.id));
    if (there) {
      const way = decisions.again.get(line) ?? (sameRow || onPage ? 'skip' : 'update');
      met.push({ of: 'events', line, there, comes: kindOf(e), same: sameRow !== undefined, way });
      if (sameRow) same++;
      if (way === 'skip' && sameRow) skip.set(e.id, sameRow);
      else if (way !== 'add') out.add(e.id);
      if (way === 'update' && !decisions.left.has(line)) {
        const come = kindOf(e);
        const now = { ...there, ...Object.fromEntries(CARRIED.map((k) => [k, come[k]])) };
        updates.push({ of: 'events', was: there, now });
      }
    }
    if (decisions.left.has(line)) out.add(e.id);
  }
  const hands = new Map(record.custody.map((c) => [c.id, c]));
  const handed = changedHands(record, drafts, again);
  const handedOnPage = standingThere(record.custody, drafts.custody);
  for (const c of drafts.custody) {
    const line = c.line ?? 0;
    const known = again.get(c.id);
    const onPage = handedOnPage.get(c.id);
    const there = known ? hands.get(known.id) : (onPage ?? handed.get(c.id));
    if (there) {
      const now = handedOver(there, c);
      const isSame = known !== undefined && now === there;
      const way = decisions.again.get(line) ?? (isSame || onPage ? 'skip' : 'update');
      met.push({ of: 'custody', line, there, comes: c, same: isSame, way });
      if (isSame) same++;
      if (way === 'skip' && known) skip.set(c.id, known);
      else if (way !== 'add') out.add(c.id);
      if (way === 'update' && now !== there && !decisions.left.has(line))
        updates.push({ of: 'custody', was: there, now });
    }
    if (decisions.left.has(line)) out.add(c.id);
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
