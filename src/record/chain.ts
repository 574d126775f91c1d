import { sha256 } from '@noble/hashes/sha2.js';
import { canonicalJson } from './canonical';
import type { Change } from './change';
import type { HistoryEntry } from './history';

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

/** The last entry of a history: what vouches for all before it. Written down elsewhere, it can be compared later. */
export interface ChainHead {
  readonly seq: number;
  /** Lower-case hex; empty where the entry bears none. */
  readonly hash: string;
}

/** `entry 12, 4f53…`: a head as it is written down; its hash to so many digits. */
export const headSays = (head: ChainHead, digits = 64): string =>
  `entry ${head.seq}, ${head.hash.slice(0, digits)}`;

/** The head of a history; null where nothing was done yet. */
export const chainHead = (history: readonly HistoryEntry[]): ChainHead | null => {
  const last = history.at(-1);
  return last ? { seq: last.seq, hash: last.hash ?? '' } : null;
};

/** What a head that was written down says of a history today, in a sentence. `hash` may be its first 8 digits or more. */
export function compareHead(
  history: readonly HistoryEntry[],
  written: ChainHead,
): { readonly holds: boolean; readonly says: string } {
  const entry = history[written.seq - 1];
  if (!entry || entry.seq !== written.seq)
    return { holds: false, says: `The history has no entry ${written.seq}: it ends before it, or was cut.` };
  const hash = written.hash.trim().toLowerCase();
  if (hash.length < 8 || !(entry.hash ?? '').startsWith(hash))
    return {
      holds: false,
      says: `Entry ${written.seq} bears another hash than the one written down: it, or one before it, is not what it was then.`,
    };
  return {
    holds: true,
    says: `Entry ${written.seq} bears the hash that was written down: the first ${written.seq} entries are what they were then.`,
  };
}

/**
 * Where a history does not hold together, in sentences; empty where it does. The chain finds accidents and careless hands:
 * whoever can compute hashes can compute them anew, which only a head that was written down elsewhere can tell.
 */
export function chainFaults(
  history: readonly (HistoryEntry & { readonly changes: readonly Change[] })[],
): string[] {
  const faults: string[] = [];
  let before = '';
  const bare = history.filter((e) => e.hash === undefined);
  const leading = history.findIndex((e) => e.hash !== undefined);
  const first = leading < 0 ? history.length : leading;
  if (first > 0)
    faults.push(
      `The first ${first === 1 ? 'entry bears' : `${first} entries bear`} no hash: of before there was a chain, or taken off. Nothing vouches for ${first === 1 ? 'it' : 'them'}.`,
    );
  for (const e of bare)
    if (e.seq > first) faults.push(`Entry ${e.seq} has no hash, though those before it have one.`);
  history.forEach((e, i) => {
    if (e.seq !== i + 1)
      faults.push(`Entry ${e.seq} stands where entry ${i + 1} belongs: something is missing or was put in.`);
    if (e.hash === undefined) return;
    if (e.hash !== chainHash(before, e, e.changes))
      faults.push(`Entry ${e.seq} does not match its hash: it, or one before it, was altered.`);
    before = e.hash;
  });
  return faults;
}

/** What a chain without faults proves, and what it does not. */
export function holdsSays(history: readonly HistoryEntry[]): string {
  const head = chainHead(history);
  return `Every entry matches its hash and the one before it, and the rows are what they make. Whoever can compute hashes could have made all of them anew: that is told only by a hash that was written down before. The last is ${headSays(head ?? { seq: 0, hash: '' })}.`;
}
