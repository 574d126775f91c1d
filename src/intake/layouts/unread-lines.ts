import type { Source } from '../../record/source';
import type { Drafts, ImportContext } from '../drafts';

/** A row that was read, with its source and its line. */
interface ReadRow {
  readonly sourceId: string;
  readonly line: number | null;
}

/** Tells the sources of a table which of its lines could not be read: what stands there may be what the rules find missing. */
export function tellUnread(drafts: Drafts, context: ImportContext, rows: readonly ReadRow[]): void {
  const unread = [...new Set(drafts.refused.map((r) => r.line))];
  if (unread.length > 0) for (const s of drafts.sources) s.unread = unread;
  if (context.sources.length === 0) return;
  const of = new Set(rows.map((r) => r.sourceId));
  for (const known of context.sources)
    if (of.has(known.id)) drafts.changedSources.push(...readAgain(known, unread, rows));
}

/** A source of the case after a table of its name came in once more: lines that are read now are no holes, those that are not are. */
function readAgain(source: Source, unread: readonly number[], rows: readonly ReadRow[]): Source[] {
  const read = new Set(rows.map((e) => e.line));
  const before = source.unread ?? [];
  const now = [...new Set([...before.filter((line) => !read.has(line)), ...unread])].sort((a, b) => a - b);
  return now.join() === before.join() ? [] : [{ ...source, unread: now }];
}
