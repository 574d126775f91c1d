import type { Update } from '../intake/confirm';
import type { Drafts } from '../intake/drafts';
import { added, changed, type Edit, kept } from '../record/change';
import type { CaseRecord } from '../record/record';
import type { Act } from './act';

/**
 * The drafts of one file, accepted as one step; clocks, sources and items that came into the case meanwhile are not made twice.
 * @param updates entries and hand-overs of the case that take over what the file says now
 */
export function acceptDrafts(
  record: CaseRecord,
  drafts: Drafts,
  file: string,
  updates: readonly Update[] = [],
): Act {
  const learned = drafts.changedClocks.map((after): Edit => {
    const seen = record.clocks.find((c) => c.id === after.id);
    return seen ? changed('clocks', seen, after) : added('clocks', after);
  });
  const reread = drafts.changedSources.flatMap((after): Edit[] => {
    const seen = record.sources.find((s) => s.id === after.id);
    return seen ? [changed('sources', seen, { ...seen, unread: after.unread })] : [];
  });
  return {
    caseId: record.case.id,
    says: `Imported ${file}`,
    edits: [
      ...learned,
      ...reread,
      ...drafts.clocks.map((r) => kept('clocks', undefined, r)),
      ...drafts.sources.map((r) => kept('sources', undefined, r)),
      ...drafts.items.map((r) => kept('items', undefined, r)),
      ...drafts.events.map((r) => added('events', r)),
      ...drafts.custody.map((r) => added('custody', r)),
      ...updates.map((u) =>
        u.of === 'events' ? changed('events', u.was, u.now) : changed('custody', u.was, u.now),
      ),
    ],
  };
}
