import { type Change, rowAfter } from './change';
import type { CaseRecord } from './record';
import { keepPlaces } from './rows';
import { FACT_TABLES, type FactTable, type Row } from './tables';

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

/**
 * The record with these changes made, one after the other; the record, and its tables that none of them touches, stay the
 * same objects.
 */
export function applyChanges(record: CaseRecord, changes: readonly Change[]): CaseRecord {
  const seen = factChanges(changes);
  if (seen.length === 0) return record;
  let of: CaseRecord['case'] = record.case;
  const touched = new Map<FactTable, Map<string, Row | null>>();
  for (const c of seen) {
    if (c.table === 'cases') {
      of = (rowAfter(of as unknown as Row, c) ?? of) as unknown as CaseRecord['case'];
      continue;
    }
    const table = c.table as FactTable;
    const group = touched.get(table) ?? new Map<string, Row | null>();
    touched.set(table, group);
    const rows: readonly Row[] = record[table] as never;
    const now = group.has(c.id) || c.before === null ? group.get(c.id) : rows[placeOf(rows, c.id)];
    group.set(c.id, rowAfter(now ?? null, c));
  }
  const next: Record<string, unknown> = { ...record, case: of };
  for (const [table, group] of touched) next[table] = withRows(record[table] as never, group);
  return next as unknown as CaseRecord;
}

/** Rows by id with some of them replaced, put in or (null) taken out. */
function withRows(rows: readonly Row[], group: ReadonlyMap<string, Row | null>): readonly Row[] {
  if (group.size <= FEW && [...group.values()].every((r) => r !== null)) {
    const places = [...group.keys()].map((id) => placeOf(rows, id));
    if (!places.includes(-1)) {
      const edited = rows.slice();
      [...group.values()].forEach((r, i) => {
        edited[places[i] as number] = r as Row;
      });
      if ([...group].every(([id, r]) => r?.id === id))
        keepPlaces(
          edited,
          rows,
          places.every((k) => edited[k]?.['ref'] === rows[k]?.['ref']),
        );
      return edited;
    }
  }
  const left = new Map(group);
  const out: Row[] = [];
  for (const row of rows) {
    const now = left.get(row.id);
    if (now === undefined) out.push(row);
    else if (now !== null) out.push(now);
    left.delete(row.id);
  }
  const before = out.length;
  for (const row of left.values()) if (row !== null) out.push(row);
  if (out.length > before) out.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  return out;
}
