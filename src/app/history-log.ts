import Papa from 'papaparse';
import type { CaseContent } from '../casefile/content';
import { rowFaults } from '../casefile/whole';
import { chainFaults, holdsSays } from '../record/chain';
import type { Change } from '../record/change';
import { PAPER_TABLES, WORK_TABLES } from '../record/tables';

const cell = (v: unknown): string => (typeof v === 'string' ? v : v === undefined ? '' : JSON.stringify(v));

/** Tables whose text is the attorney's own: notes, theories, plans, exhibits and demands in the making. */
const OWN = new Set<string>([...WORK_TABLES, ...PAPER_TABLES]);

/** Fields that differ before and after. */
function changedFields({ before, after }: Change): string[] {
  const [b, a] = [(before ?? {}) as Record<string, unknown>, (after ?? {}) as Record<string, unknown>];
  return Object.keys({ ...b, ...a }).filter(
    (f) => f !== 'caseId' && JSON.stringify(b[f]) !== JSON.stringify(a[f]),
  );
}

/** Whom the attorney believes is a judgment, though it stands on the case. */
const isOwn = (c: Change, field: string): boolean =>
  OWN.has(c.table) || (c.table === 'cases' && field === 'trust');

/**
 * The history as a log that can be produced: one line a field changed, with who, when, and the hash of its step. Of the
 * attorney's own papers and judgments it says that a step was made, when and by whom, and nothing of what they say.
 */
export function historyLog(content: CaseContent): Uint8Array {
  const lines: unknown[][] = [
    ['step', 'when (UTC)', 'who', 'what', 'table', 'row', 'field', 'before', 'after', 'hash'],
  ];
  for (const h of content.history) {
    const fields = h.changes.flatMap((c) =>
      changedFields(c).map((field) => ({ c, field, own: isOwn(c, field) })),
    );
    // What a step is called may quote what it is about.
    const head = [
      h.seq,
      new Date(h.at).toISOString(),
      h.who,
      fields.some((f) => f.own) ? '(work product)' : h.what,
    ];
    const withheld = new Set<Change>();
    for (const { c, field, own } of fields) {
      if (!own)
        lines.push([...head, c.table, c.id, field, c.before?.[field], c.after?.[field], h.hash ?? '']);
      else if (!withheld.has(c)) {
        withheld.add(c);
        lines.push([...head, c.table, c.id, '(work product: its text is withheld)', '', '', h.hash ?? '']);
      }
    }
    if (fields.length === 0) lines.push([...head, '', '', '', '', '', h.hash ?? '']);
  }
  const rows = rowFaults(content).length;
  const faults = chainFaults(content.history);
  if (rows > 0) faults.push(`${rows} rows are not what this history makes them.`);
  lines.push(['', '', '', faults.length === 0 ? holdsSays(content.history) : faults.join(' ')]);
  // No cell of it is to be taken for a formula.
  return new TextEncoder().encode(
    `\ufeff${Papa.unparse(
      lines.map((l) => l.map(cell)),
      { escapeFormulae: true, quotes: true, newline: '\r\n' },
    )}\r\n`,
  );
}
