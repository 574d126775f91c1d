import type { CaseRecord } from '../../record/record';
import { KINDS } from '../../record/vocabulary';

/** Rows in which every word of a search stands; null while nothing is searched. */
export function litBy(record: CaseRecord, words: string): ReadonlySet<string> | null {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return null;
  const sources = new Map(record.sources.map((s) => [s.id, s.name]));
  const lit = new Set<string>();
  const look = (id: string, text: string): void => {
    const t = text.toLowerCase();
    if (wanted.every((w) => t.includes(w))) lit.add(id);
  };
  for (const e of record.events)
    look(
      e.id,
      `${e.description} ${e.actor} ${e.start} ${e.ref} ${KINDS[e.kind].label} ${sources.get(e.sourceId) ?? ''}`,
    );
  for (const c of record.custody)
    look(c.id, `${c.releasedBy} ${c.receivedBy} ${c.purpose ?? ''} ${c.place} ${c.seal} ${c.note}`);
  return lit;
}
