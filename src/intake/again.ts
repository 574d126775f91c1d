import type { CaseRecord } from '../record/record';
import type { Drafts } from './drafts';
import { linesSaid } from './formats/table';

/** Rows of an import that say what a row of the case says already, by the id of the draft. */
export type Again = ReadonlyMap<string, { readonly id: string; readonly line: number | null }>;

const sentence = (parts: readonly unknown[]): string => JSON.stringify(parts);

/**
 * Which rows of an import stand in the case already: the same words at the same time on the same clock, whatever their
 * source or line. Of two equal rows of the case each answers for one row of the import.
 */
export function alreadyThere(record: CaseRecord, drafts: Drafts): Again {
  if (record.events.length + record.custody.length === 0) return new Map();
  // A clock that no row names is called after its file: a copy under another name has the same one.
  const files = new Set([...record.sources, ...drafts.sources].map((s) => s.file));
  const clocks = new Map(
    [...record.clocks, ...drafts.clocks].map((c) => [c.id, files.has(c.name) ? '' : c.name.toLowerCase()]),
  );
  const items = new Map([...record.items, ...drafts.items].map((i) => [i.id, i.number.toLowerCase()]));
  const eventSays = (e: CaseRecord['events'][number]): string =>
    sentence([
      clocks.get(e.clockId),
      e.zone,
      e.date,
      e.start,
      e.end,
      e.kind,
      e.actor,
      e.description,
      e.item ?? '',
    ]);
  const handOverSays = (c: CaseRecord['custody'][number]): string =>
    sentence([
      items.get(c.itemId),
      c.releasedBy,
      c.releasedDate,
      c.releasedAt,
      c.receivedBy,
      c.receivedDate,
      c.receivedAt,
      c.seal,
      c.quantities,
    ]);
  const found = new Map<string, { id: string; line: number | null }>();
  const match = <T extends { id: string; line: number | null }>(
    there: readonly T[],
    come: readonly T[],
    says: (row: T) => string,
  ): void => {
    const left = new Map<string, string[]>();
    for (const row of there) {
      const key = says(row);
      const ids = left.get(key);
      if (ids) ids.push(row.id);
      else left.set(key, [row.id]);
    }
    for (const row of come) {
      const id = left.get(says(row))?.shift();
      if (id !== undefined) found.set(row.id, { id, line: row.line });
    }
  };
  match(record.events, drafts.events, eventSays);
  match(record.custody, drafts.custody, handOverSays);
  return found;
}

/** The drafts without rows that are in the case already, and without sources, clocks and items that only they need; it is said. */
export function withoutAgain(drafts: Drafts, again: Again): Drafts {
  if (again.size === 0) return drafts;
  const events = drafts.events.filter((e) => !again.has(e.id));
  const custody = drafts.custody.filter((c) => !again.has(c.id));
  const used = new Set([
    ...events.flatMap((e) => [e.clockId, e.sourceId]),
    ...custody.flatMap((c) => [c.clockId, c.sourceId, c.itemId]),
  ]);
  const lines = [...again.values()].flatMap((a) => (a.line === null ? [] : [a.line]));
  return {
    ...drafts,
    events,
    custody,
    clocks: drafts.clocks.filter((c) => used.has(c.id) || c.offset !== null),
    sources: drafts.sources.filter((s) => used.has(s.id)),
    items: drafts.items.filter((i) => used.has(i.id)),
    notices: [
      ...drafts.notices,
      `${again.size === 1 ? 'One row stands' : `${again.size} rows stand`} in the case already, word for word (line ${linesSaid(lines)}): taken once.`,
    ],
  };
}
