import type { EventRow } from '../record/event';
import type { CaseRecord } from '../record/record';
import { rowById } from '../record/rows';
import type { Reason } from '../time/solver/reason';
import { citeOf } from './cite';
import { syncSays } from './sync-says';

/** One reason as a sentence that can be checked against the page. */
export function sayReason(record: CaseRecord, r: Reason): string {
  if (r.kind === 'definition' || r.kind === 'assumption') return r.says;
  if (r.kind === 'offset') return offsetSays(record, r.row).says;
  if (r.kind === 'sync') {
    const s = record.syncPoints.find((p) => p.id === r.row);
    return s ? `${s.what}: ${syncSays(record, s)}` : 'a sync point';
  }
  const e = rowById(record.events, r.row);
  if (e)
    return `${says(e, r)} (${citeOf(
      e,
      record.sources.find((s) => s.id === e.sourceId),
    )})`;
  const c = rowById(record.custody, r.row);
  if (c)
    return `${r.kind === 'reading' && r.edge === 'released' ? `released by ${c.releasedBy} ${c.releasedAt}` : `received by ${c.receivedBy} ${c.receivedAt}`} (${citeOf(
      c,
      record.sources.find((s) => s.id === c.sourceId),
    )})`;
  const rel = record.relations.find((row) => row.id === r.row);
  return rel ? rel.says : 'an entry that is no longer there';
}

/** `Camera runs 41 to 43 s ahead of dispatch (radio call)`, and where that is from. */
export function offsetSays(record: CaseRecord, clockId: string): { says: string; cite: string } {
  const c = record.clocks.find((k) => k.id === clockId);
  if (!c?.offset) return { says: 'A clock’s offset.', cite: '' };
  const { min, max, why } = c.offset;
  const reference = record.clocks.find((k) => k.reference)?.name ?? 'the reference clock';
  return { says: `${c.name} runs ${offsetWords(min, max)} ${reference} (${why}).`, cite: '' };
}

function says(e: EventRow, r: Reason & { kind: 'reading' | 'relation' }): string {
  const written = r.edge === 'end' ? e.end : e.start;
  return `${e.description || e.kind}: ${r.edge === 'end' ? 'ends ' : ''}“${written}”${r.kind === 'reading' && r.byDefault ? ', widened by the case’s default' : ''}`;
}

function offsetWords(min: number, max: number): string {
  // Outward: nothing that the offset allows is left out.
  const least = (ms: number): string => `${Math.floor(ms / 100) / 10}`;
  const most = (ms: number): string => `${Math.ceil(ms / 100) / 10}`;
  if (max <= 0) return `${least(-max)} to ${most(-min)} s ahead of`;
  if (min >= 0) return `${least(min)} to ${most(max)} s behind`;
  return `between ${most(-min)} s ahead of and ${most(max)} s behind`;
}
