import type { Analysis, Read, StopSummary } from '../analysis/analyze';
import { newCase } from '../record/case';
import { NO_CHOICES } from '../record/choices';
import type { ExhibitPlan } from '../record/paper';
import type { CaseRecord } from '../record/record';
import { KINDS } from '../record/vocabulary';
import { ruleOf } from '../rules';
import type { Finding } from '../rules/finding';
import { sinceAmong } from '../stops/since-seizure';
import type { Positions } from '../time/solver/positions';
import type { Reason } from '../time/solver/reason';
import { finish, type Steps } from '../time/steps';
import {
  leavingClock,
  leavingEvent,
  leavingFinding,
  leavingHandOver,
  leavingItem,
  leavingSource,
} from './leaving';

/** What the plan speaks of. */
type Choice = Pick<ExhibitPlan, 'stop' | 'from' | 'to' | 'items' | 'findings'>;

/**
 * The part of a record and of its analysis that an exhibit shows, and nothing beside it: rows chosen by stop, span and
 * items, those that the chosen findings rest on, and the bounds they have in the whole record. What the attorney trusts or
 * impeaches stays behind, as do all settings.
 */
export const chosenPart = (read: Read, choice: Choice): Read => finish(chosenSteps(read, choice));

/** The same in steps: of a long record it takes longer than a screen may stand still. */
export function* chosenSteps(read: Read, choice: Choice): Steps<Read> {
  const { record, analysis } = read;
  const held = new Set(record.custody.map((c) => c.id));
  // No custody leaves no custody: neither its lines nor a finding about them, whoever chose it.
  const noCustody = choice.items !== null && choice.items.length === 0;
  const ofCustody = (f: Finding): boolean =>
    f.item !== null || ruleOf(f.rule).section === 'custody' || rowsOf(f).some((id) => held.has(id));
  const findings = choice.findings
    .flatMap((key) => analysis.findings.find((f) => f.key === key) ?? [])
    .filter((f) => !(noCustody && ofCustody(f)));
  const needed = new Set(findings.flatMap(rowsOf));
  const { positions } = analysis;
  const n = record.events.length;
  const inSpan = (m: number): boolean => {
    const [a, b] = [positions.at[m] as number, positions.at[m + 1] as number];
    if (choice.from === null && choice.to === null) return true;
    if (Number.isNaN(a) && Number.isNaN(b)) return false;
    const [lo, hi] = [Number.isNaN(a) ? b : a, Number.isNaN(b) ? a : b];
    return hi >= (choice.from ?? Number.NEGATIVE_INFINITY) && lo <= (choice.to ?? Number.POSITIVE_INFINITY);
  };
  const stop = analysis.stops.find((s) => s.key === choice.stop);
  const inStop = stop ? stopTest(stop, positions) : () => true;
  const events: number[] = [];
  record.events.forEach((e, i) => {
    if (needed.has(e.id) || (KINDS[e.kind].leaves && inStop(i) && inSpan(2 * i))) events.push(i);
  });
  yield;
  const custody: number[] = [];
  record.custody.forEach((c, i) => {
    const wanted = choice.items === null || choice.items.includes(c.itemId);
    if (!noCustody && (needed.has(c.id) || (wanted && inSpan(2 * (n + i))))) custody.push(i);
  });
  yield;
  const part = chosenRecord(record, events, custody, findings);
  yield;
  return { record: part, analysis: chosenAnalysis(record, analysis, events, custody, findings) };
}

/** Acts of the stop, and what else (cameras above all) was going on while it lasted. */
function stopTest(stop: StopSummary, { at }: Positions): (i: number) => boolean {
  const acts = new Set(stop.acts);
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const i of acts) {
    for (const t of [at[2 * i] as number, at[2 * i + 1] as number]) {
      if (Number.isNaN(t)) continue;
      from = Math.min(from, t);
      to = Math.max(to, t);
    }
  }
  return (i) => {
    if (acts.has(i)) return true;
    const [a, b] = [at[2 * i] as number, at[2 * i + 1] as number];
    const [lo, hi] = [Number.isNaN(a) ? b : a, Number.isNaN(b) ? a : b];
    return hi >= from && lo <= to;
  };
}

/** Rows that a finding speaks of. */
function rowsOf(f: Finding): string[] {
  const moments = [
    ...(f.span ? [f.span.from, f.span.to] : []),
    ...f.quantities.flatMap((q) => [q.from, q.to]),
  ];
  return [...f.subjects, ...f.premises.flatMap((p) => p.row ?? []), ...moments.map((m) => m.id)];
}

function chosenRecord(
  record: CaseRecord,
  events: readonly number[],
  custody: readonly number[],
  findings: readonly Finding[],
): CaseRecord {
  const e = events.map((i) => record.events[i] as CaseRecord['events'][number]);
  const c = custody.map((i) => record.custody[i] as CaseRecord['custody'][number]);
  const items = new Set([...c.map((x) => x.itemId), ...findings.flatMap((f) => f.item ?? [])]);
  const numbers = new Set(record.items.filter((i) => items.has(i.id)).map((i) => i.number));
  const cited = new Set([...e.map((x) => x.sourceId), ...c.map((x) => x.sourceId)]);
  // What the findings are proved by is cited too: sync points stand in papers of their own.
  const reasons = findings.flatMap((f) => f.restsOn).flatMap((r: Reason) => ('row' in r ? r.row : []));
  for (const s of record.syncPoints)
    if (reasons.includes(s.id)) for (const id of [s.sourceId, s.sourceB ?? s.sourceId]) cited.add(id);
  for (const r of record.relations) if (reasons.includes(r.id)) cited.add(r.sourceId);
  const clocks = new Set([...e.map((x) => x.clockId), ...c.map((x) => x.clockId)]);
  const { title, number, court, madeUp, zone, choices, law } = record.case;
  const { forum, circuit, state } = choices;
  return {
    case: {
      ...newCase('exhibit', title, zone, 0),
      number,
      court,
      madeUp,
      choices: { ...NO_CHOICES, forum, circuit, state },
      law,
    },
    clocks: record.clocks.filter((k) => clocks.has(k.id) || k.reference).map(leavingClock),
    sources: record.sources.filter((s) => cited.has(s.id)).map(leavingSource),
    events: e.map(leavingEvent),
    relations: [],
    syncPoints: [],
    items: record.items.filter((i) => items.has(i.id) || numbers.has(i.number)).map(leavingItem),
    custody: c.map(leavingHandOver),
    cues: [],
    benchmarks: [],
    papers: [],
  };
}

function chosenAnalysis(
  record: CaseRecord,
  analysis: Analysis,
  events: readonly number[],
  custody: readonly number[],
  findings: readonly Finding[],
): Analysis {
  const n = record.events.length;
  const moments = [
    ...events.flatMap((i) => [2 * i, 2 * i + 1]),
    ...custody.flatMap((i) => [2 * (n + i), 2 * (n + i) + 1]),
  ];
  const place = new Map(events.map((i, k) => [i, k]));
  const rows = new Set([
    ...events.map((i) => record.events[i]?.id),
    ...custody.map((i) => record.custody[i]?.id),
  ]);
  const has = (r: Reason): boolean => !('row' in r) || rows.has(r.row);
  const of = analysis.positions;
  const clocks = new Set(events.map((i) => record.events[i]?.clockId));
  return {
    findings: findings.map(leavingFinding),
    proofs: {},
    clocks: analysis.clocks.filter((c) => clocks.has(c.id)),
    counters: [],
    // Whatever else is left out: an entry that cannot be true is never shown as if it could.
    contradictions: analysis.contradictions
      .filter((c) => has(c.setAside))
      .map((c) => ({ ...c, entries: c.entries.filter((r) => 'row' in r) })),
    hoursOff: [],
    unplaced: analysis.unplaced.filter((u) => rows.has(u.row)),
    assumptions: [],
    stops: analysis.stops
      .map((s) => ({ ...s, acts: Int32Array.from([...s.acts].flatMap((i) => place.get(i) ?? [])) }))
      .filter((s) => s.acts.length > 0)
      .map((s) => ({
        ...s,
        begins: s.begins !== null && rows.has(s.begins) ? s.begins : null,
        ends: s.ends !== null && rows.has(s.ends) ? s.ends : null,
      })),
    since: sinceAmong(analysis.since, [...events, ...custody.map((i) => n + i)], place),
    positions: {
      min: Float64Array.from(moments, (m) => of.min[m] as number),
      max: Float64Array.from(moments, (m) => of.max[m] as number),
      at: Float64Array.from(moments, (m) => of.at[m] as number),
      untied: Uint8Array.from(moments, (m) => of.untied[m] as number),
    },
  };
}
