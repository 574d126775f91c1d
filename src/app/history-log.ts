import Papa from 'papaparse';
import type { CaseContent } from '../casefile/case-file';
import { chainFaults } from '../record/chain';

const cell = (v: unknown): string => (typeof v === 'string' ? v : v === undefined ? '' : JSON.stringify(v));

/** The history as a log that can be produced: one line a field changed, with who, when, and the hash of its step; notes and plans by their making alone. */
export function historyLog(content: CaseContent): Uint8Array {
  const lines: unknown[][] = [['step', 'when (UTC)', 'who', 'what', 'table', 'row', 'field', 'before', 'after', 'hash']];
  const own = new Set(['notes', 'theories', 'disclosures']);
  for (const h of content.history) {
    const head = [h.seq, new Date(h.at).toISOString(), h.who, h.what];
    for (const c of h.changes) {
      const [before, after] = [(c.before ?? {}) as Record<string, unknown>, (c.after ?? {}) as Record<string, unknown>];
      if (own.has(c.table)) lines.push([...head, c.table, c.id, '(work product: its text is withheld)', '', '', h.hash ?? '']);
      else
        for (const f of Object.keys({ ...before, ...after }))
          if (f !== 'caseId' && JSON.stringify(before[f]) !== JSON.stringify(after[f]))
            lines.push([...head, c.table, c.id, f, before[f], after[f], h.hash ?? '']);
    }
    if (h.changes.length === 0) lines.push([...head, '', '', '', '', '', h.hash ?? '']);
  }
  const faults = chainFaults(content.history);
  lines.push(['', '', '', faults.length === 0 ? 'The chain of hashes holds.' : faults.join(' ')]);
  // No cell of it is to be taken for a formula.
  return new TextEncoder().encode(
    `\ufeff${Papa.unparse(
      lines.map((l) => l.map(cell)),
      { escapeFormulae: true, newline: '\r\n' },
    )}\r\n`,
  );
}
