import { sha256 } from '@noble/hashes/sha2.js';
import type { Change } from './change';
import type { HistoryEntry } from './history';

/** JSON with keys in order and no spaces: the same value gives the same text on every machine. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, v: unknown) => {
    if (v === null || typeof v !== 'object' || Array.isArray(v)) return v;
    const source = v as Record<string, unknown>;
    const sorted: Record<string, unknown> = {};
    for (const k of Object.keys(source).sort()) sorted[k] = source[k];
    return sorted;
  });
}

const hex = (bytes: Uint8Array): string => [...bytes].map((b) => b.toString(16).padStart(2, '0')).join('');

/** A row without the name of its case, which is another where a file came in beside its original. */
function nameless(row: Change['before'], table: Change['table']): unknown {
  if (row === null) return null;
  const { caseId: _, ...rest } = row as Record<string, unknown>;
  if (table !== 'cases') return rest;
  const { id: _id, ...of } = rest;
  return of;
}

/**
 * The hash of one entry of the history: sha-256 (lower-case hex) over the hash of the entry before it, what this one says
 * of itself, and its changes, so that an entry taken out, put in or altered breaks every hash after it.
 */
export function chainHash(
  before: string,
  e: Pick<HistoryEntry, 'seq' | 'at' | 'who' | 'what' | 'kind' | 'of'>,
  changes: readonly Change[],
): string {
  const { seq, at, who, what, kind, of } = e;
  const body = changes.map((c) => [
    c.table,
    c.table === 'cases' ? '' : c.id,
    nameless(c.before, c.table),
    nameless(c.after, c.table),
  ]);
  return hex(
    sha256(new TextEncoder().encode(`${before}\n${canonicalJson([seq, at, who, what, kind, of, body])}`)),
  );
}

/** Where a history does not hold together, in sentences; empty where it does. Entries of before it was chained carry no hash. */
export function chainFaults(
  history: readonly (HistoryEntry & { readonly changes: readonly Change[] })[],
): string[] {
  const faults: string[] = [];
  let before = '';
  history.forEach((e, i) => {
    if (e.seq !== i + 1)
      faults.push(`Entry ${e.seq} stands where entry ${i + 1} belongs: something is missing or was put in.`);
    if (e.hash === undefined) {
      if (before !== '') faults.push(`Entry ${e.seq} has no hash, though those before it have one.`);
      return;
    }
    if (e.hash !== chainHash(before, e, e.changes))
      faults.push(`Entry ${e.seq} (“${e.what}”) does not match its hash: it, or one before it, was altered.`);
    before = e.hash;
  });
  return faults;
}
