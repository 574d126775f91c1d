import type { CustodyEntry } from '../record/custody';
import type { CaseRecord } from '../record/record';
import { RULES } from '../rules';
import type { Finding } from '../rules/finding';
import type { RuleContext } from '../rules/rule';
import { type Stop, stopsOf } from '../rules/stops';
import type { Unplaced } from '../time/moments';
import { type Contradiction, type Positions, type Solved, solveRecord } from '../time/solve';

/** A stop: the ids of the rows with which it begins and ends, and its acts. */
export interface StopSummary {
  readonly key: string;
  readonly begins: string | null;
  readonly ends: string | null;
  /** Places of its acts in the record's events. */
  readonly acts: Int32Array;
}

/** What the record proves: plain data, so that it can cross from the worker to the screen. */
export interface Analysis {
  readonly findings: readonly Finding[];
  readonly contradictions: readonly Contradiction[];
  readonly unplaced: readonly Unplaced[];
  readonly stops: readonly StopSummary[];
  readonly positions: Positions;
}

const RANK = { established: 0, arguable: 1, foreclosed: 2 } as const;

/** Solves the record, runs every rule, and lists what was found, the established first. */
export function analyze(record: CaseRecord): Analysis {
  const solved = solveRecord(record);
  const stops = stopsOf(record, solved);
  const findings = findingsOf(record, solved, stops);
  return {
    findings,
    contradictions: solved.contradictions,
    unplaced: solved.unplaced,
    stops: stops.map((s) => ({ key: s.key, begins: s.begins?.id ?? null, ends: s.ends?.id ?? null, acts: placesOf(record, s) })),
    positions: solved.positions,
  };
}

/** Acts as places in the record, which cross to the screen far cheaper than ids. */
function placesOf(record: CaseRecord, stop: Stop): Int32Array {
  const acts = new Set(stop.acts);
  const places: number[] = [];
  record.events.forEach((e, i) => {
    if (acts.has(e)) places.push(i);
  });
  return Int32Array.from(places);
}

function findingsOf(record: CaseRecord, solved: Solved, stops: readonly Stop[]): Finding[] {
  const context: RuleContext = { record, solved, stops, sources: new Map(record.sources.map((s) => [s.id, s])), chains: chainsOf(record) };
  const all = RULES.flatMap((rule) => rule.run(context));
  return all
    .map((f, i) => ({ f, i }))
    .sort((a, b) => RANK[a.f.status] - RANK[b.f.status] || a.i - b.i)
    .map(({ f }) => f);
}

/** The custody entries of each item, in the order of their form. */
function chainsOf(record: CaseRecord): Map<string, CustodyEntry[]> {
  const chains = new Map<string, CustodyEntry[]>();
  for (const e of record.custody) {
    const chain = chains.get(e.itemId);
    if (chain) chain.push(e);
    else chains.set(e.itemId, [e]);
  }
  for (const chain of chains.values()) chain.sort((a, b) => (a.logId < b.logId ? -1 : a.logId > b.logId ? 1 : a.order - b.order));
  return chains;
}
