import type { Change } from './change';
import type { CaseRecord } from './record';
import { FACT_TABLES } from './tables';

/** Up to so many edits, rows are looked up one by one. */
const FEW = 50;

/** The place of a row by its id: by halving where the rows are in the order of their ids, else one by one; -1 where there is none. */
export function placeOf(rows: readonly { readonly id: string }[], id: string): number {
  let [lo, hi] = [0, rows.length];
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if ((rows[mid]?.id ?? '') < id) lo = mid + 1;
    else hi = mid;
  }
  return rows[lo]?.id === id ? lo : rows.findIndex((r) => r.id === id);
}

const SEEN: ReadonlySet<string> = new Set(['cases', ...FACT_TABLES]);

/** Those changes that the solver and the rules see: of facts, and of the case's settings. What the attorney notes is none. */
export function factChanges(changes: readonly Change[]): Change[] {
  return changes.filter((c) => SEEN.has(c.table));
}

/** The record with these changes made; the record, and its tables that none of them touches, stay the same objects. */
export function applyChanges(record: CaseRecord, changes: readonly Change[]): CaseRecord {
  if (factChanges(changes).length === 0) return record;
  const next: Record<string, unknown> = { ...record };
  const touched = new Map<string, Map<string, Change>>();
  for (const c of changes) {
    if (c.table === 'cases') {
      if (c.after !== null) next['case'] = c.after;
      continue;
    }
    let group = touched.get(c.table);
    if (!group) {
      group = new Map();
      touched.set(c.table, group);
    }
    group.set(c.id, c);
  }
  for (const [table, group] of touched) {
    const rows = record[table as keyof CaseRecord] as readonly { id: string }[] | undefined;
    if (!rows) continue;
    if (group.size <= FEW && [...group.values()].every((c) => c.before !== null && c.after !== null)) {
      const edited = rows.slice();
      for (const c of group.values()) {
        const at = placeOf(rows, c.id);
        if (at >= 0) edited[at] = c.after as { id: string };
      }
      if ([...group.keys()].every((id) => placeOf(rows, id) >= 0)) {
        next[table] = edited;
        continue;
      }
    }
    const out: { id: string }[] = [];
    for (const row of rows) {
      const c = group.get(row.id);
      if (!c) out.push(row);
      else if (c.after !== null) out.push(c.after);
      group.delete(row.id);
    }
    const added = [...group.values()].flatMap((c) => (c.after === null ? [] : [c.after]));
    if (added.length > 0) {
      for (const row of added) out.push(row);
      out.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
    }
    next[table] = out;
  }
  return next as unknown as CaseRecord;
}
