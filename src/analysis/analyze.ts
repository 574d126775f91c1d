import type { CustodyEntry } from '../record/custody';
import type { CaseRecord } from '../record/record';
import { behind, RULES, runRule } from '../rules';
import { type Finding, rankOf } from '../rules/finding';
import type { RuleContext } from '../rules/rule';
import { type SinceSeizure, sinceSeizures } from '../stops/since-seizure';
import { eventsByKind, type Stop, stopsOf } from '../stops/stops';
import type { Bounds } from '../time/duration';
import type { Contradiction } from '../time/solver/contradiction';
import type { Unplaced } from '../time/solver/moment';
import type { Positions } from '../time/solver/positions';
import { type Solved, solveRecord } from '../time/solver/solve';
import type { Assumption } from '../time/solver/what-if';
import { titleOf } from '../words/label';
import { type Proof, proofOf } from '../words/proof';
import { type ClockBounds, type CounterBounds, clockBounds } from './clocks';
import { headlineOf } from './headline';
import { type HoursOff, hoursOff } from './hours-off';

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
  /** By finding key: why each end of its intervals is what it is. */
  readonly proofs: Readonly<Record<string, readonly Proof[]>>;
  readonly clocks: readonly ClockBounds[];
  /** Of the recordings on whose counters anything was read. */
  readonly counters: readonly CounterBounds[];
  readonly contradictions: readonly Contradiction[];
  /** Clocks whose being off by whole hours would explain a contradiction. */
  readonly hoursOff: readonly HoursOff[];
  readonly unplaced: readonly Unplaced[];
  /** What is taken for granted of the clocks: the switches that there are. */
  readonly assumptions: readonly Assumption[];
  readonly stops: readonly StopSummary[];
  /** How long after the seizure of its stop each row is. */
  readonly since: SinceSeizure;
  readonly positions: Positions;
}

/** A record and the analysis that belongs to it. */
export interface Read {
  readonly record: CaseRecord;
  readonly analysis: Analysis;
}

/** Solves the record, runs every rule, and lists what was found, the established first. */
export function analyze(record: CaseRecord, solved: Solved = solveRecord(record)): Analysis {
  const stops = stopsOf(record, solved);
  const findings = allFindings(contextOf(record, solved, stops));
  const proofs = proofsOf(record, solved, findings);
  return {
    findings,
    proofs,
    clocks: record.clocks.map((c) => clockBounds(solved, c.id)),
    counters: countersOf(record, solved),
    contradictions: solved.contradictions,
    hoursOff:
      solved.contradictions.length > 0 && record.events.length <= EXPLAINED
        ? hoursOff(record, solved.contradictions)
        : [],
    unplaced: solved.unplaced,
    assumptions: solved.assumptions,
    stops: stops.map((s) => ({
      key: s.key,
      begins: s.begins?.id ?? null,
      ends: s.ends?.id ?? null,
      acts: s.places.slice(),
    })),
    since: sinceSeizures(record, solved, stops),
    positions: solved.positions,
  };
}

/** What was found, without its proofs and without where anything is drawn: what a list of many cases needs of each. */
export function findingsIn(record: CaseRecord): Pick<Analysis, 'findings' | 'contradictions' | 'unplaced'> {
  const solved = solveRecord(record);
  const findings = allFindings(contextOf(record, solved, stopsOf(record, solved)));
  return { findings, contradictions: solved.contradictions, unplaced: solved.unplaced };
}

/** What the rules see of a solved record. */
export function contextOf(record: CaseRecord, solved: Solved, stops: readonly Stop[]): RuleContext {
  return {
    record,
    solved,
    stops,
    sources: new Map(record.sources.map((s) => [s.id, s])),
    chains: chainsOf(record),
    ofKind: eventsByKind(record.events),
  };
}

function allFindings(context: RuleContext): Finding[] {
  const all: Finding[] = [];
  for (const rule of RULES) {
    const before = new Set(behind(rule).map((r) => r.id));
    const earlier = all.filter((f) => before.has(f.rule));
    for (const finding of runRule(rule, context, earlier)) all.push(finding);
  }
  return all
    .map((f, i) => ({ f, i }))
    .sort((a, b) => rankOf(a.f) - rankOf(b.f) || a.i - b.i)
    .map(({ f }) => (f.status === 'foreclosed' ? { ...f, title: titleOf(f) } : f));
}

/** Explanations by whole hours solve the record again some forty times a clock: not for records larger than this. */
const EXPLAINED = 3000;

/** Proofs are written for this many findings and intervals of each: more nobody reads aloud. */
const PROVED = 150;
const INTERVALS = 12;

function proofsOf(record: CaseRecord, solved: Solved, findings: readonly Finding[]): Record<string, Proof[]> {
  const proofs: Record<string, Proof[]> = {};
  for (const f of findings.slice(0, PROVED)) {
    const own = [headlineOf(f, 'min'), headlineOf(f, 'max')].filter((q) => q !== null);
    const list = [...new Set([...own, ...f.quantities])].slice(0, INTERVALS);
    proofs[f.key] = list.flatMap((q) =>
      (['min', 'max'] as const).flatMap(
        (end) => proofOf(record, solved, q.from, q.to, end, solved.bounds(q.from, q.to)) ?? [],
      ),
    );
  }
  return proofs;
}

/** Recordings compared with one another, at most: more nobody watches together. */
const COMPARED = 24;

function countersOf(record: CaseRecord, solved: Solved): CounterBounds[] {
  const known = record.sources.flatMap((s) => {
    const counter = s.kind === 'camera' || s.media ? solved.counterLine(s.id) : null;
    return counter ? [{ source: s.id, ...counter }] : [];
  });
  const compared = known.slice(0, COMPARED);
  return known.map((c) => {
    const apart: Record<string, Bounds> = {};
    for (const other of compared.includes(c) ? compared : []) {
      const b = other === c ? null : solved.countersApart(c.source, other.source);
      if (b && Number.isFinite(b.min) && Number.isFinite(b.max)) apart[other.source] = b;
    }
    return { ...c, apart };
  });
}

/** The custody entries of each item, in the order of their form. */
function chainsOf(record: CaseRecord): Map<string, CustodyEntry[]> {
  const chains = new Map<string, CustodyEntry[]>();
  for (const e of record.custody) {
    const chain = chains.get(e.itemId);
    if (chain) chain.push(e);
    else chains.set(e.itemId, [e]);
  }
  for (const chain of chains.values())
    chain.sort((a, b) => (a.logId < b.logId ? -1 : a.logId > b.logId ? 1 : a.order - b.order));
  return chains;
}
