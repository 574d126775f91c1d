import type { Edge } from '../record/event';
import type { CaseRecord } from '../record/record';
import { ruleOf } from '../rules';
import type { Finding, Status } from '../rules/finding';
import { stopsOf } from '../rules/stops';
import { isAssumption, reasonKey } from '../time/reason';
import { type Solved, solveSteps } from '../time/solve';
import { finish, type Steps } from '../time/steps';
import type { WhatIf } from '../time/what-if';
import { contextOf } from './analyze';

/** By how much one assumption may be wrong before an established finding falls. */
export interface Margin {
  readonly key: string;
  readonly says: string;
  /** ms by which it may be wider at both ends and the finding still hold. */
  readonly holdsWithin: number;
}

/** One thing that, if known to the second, would decide an arguable finding. */
export interface Settles {
  readonly what: 'clock' | 'reading';
  /** Clock id, or row id. */
  readonly id: string;
  readonly edge: Edge | null;
  readonly name: string;
  /** Share of the values still possible that would decide the finding, and that would establish it. */
  readonly decides: number;
  readonly establishes: number;
}

export interface Examination {
  readonly key: string;
  /** For an established finding: what it truly rests on. Empty: it rests on no assumption. */
  readonly margins: readonly Margin[];
  /** For an arguable one: what would settle it, the likeliest first. */
  readonly settles: readonly Settles[];
}

/** Beyond this a finding is safe from any clock: ten years. */
const FAR = 10 * 365 * 86_400_000;
const SAMPLES = 11;
const MOST_CANDIDATES = 14;

/** Examines one finding: margins where it is established, what would settle it where it is arguable. */
export function examine(record: CaseRecord, finding: Finding): Examination {
  return finish(examineSteps(record, finding));
}

/** The same, in steps between which it can be given up. */
export function* examineSteps(record: CaseRecord, finding: Finding): Steps<Examination> {
  return {
    key: finding.key,
    margins: finding.status === 'established' ? yield* marginsOf(record, finding) : [],
    settles: finding.status === 'arguable' ? yield* settlesOf(record, finding) : [],
  };
}

/** How a finding stands under a question; foreclosed where its rule no longer speaks of it. */
function* statusUnder(record: CaseRecord, finding: Finding, whatIf: WhatIf): Steps<Status> {
  const solved = yield* solveSteps(record, whatIf);
  yield;
  const context = contextOf(record, solved, stopsOf(record, solved));
  return (
    ruleOf(finding.rule)
      .run(context)
      .find((f) => f.key === finding.key)?.status ?? 'foreclosed'
  );
}

/**
 * An assumption counts only where the finding falls without it. How wrong it may be is found by doubling, then halving:
 * a wider assumption never strengthens a finding, so there is one threshold.
 */
function* marginsOf(record: CaseRecord, finding: Finding): Steps<Margin[]> {
  const assumptions = new Map(finding.restsOn.filter(isAssumption).map((r) => [reasonKey(r), r]));
  const margins: Margin[] = [];
  for (const [key, reason] of assumptions) {
    if (reason.kind === 'assumption' && reason.row === 'one-at-a-time') {
      // No figure to be wrong by: it holds or it does not.
      margins.push({ key, says: reason.says, holdsWithin: 0 });
      continue;
    }
    function* holds(ms: number): Steps<boolean> {
      return (yield* statusUnder(record, finding, { slack: new Map([[key, ms]]) })) === 'established';
    }
    // What no width defeats, the finding does not rest on.
    if (yield* holds(FAR)) continue;
    const says = reason.kind === 'assumption' ? reason.says : 'the tolerance of “about” is the case’s default';
    margins.push({ key, says, holdsWithin: yield* largest(holds) });
  }
  return margins;
}

/** The largest whole ms at which `holds`, given that it holds at 0 and not for ever, and never again once it has failed. */
function* largest(holds: (ms: number) => Steps<boolean>): Steps<number> {
  let hi = 1000;
  while (yield* holds(hi)) hi *= 2;
  let lo = hi === 1000 ? 0 : hi / 2;
  while (hi - lo > 1) {
    const mid = Math.floor((lo + hi) / 2);
    if (yield* holds(mid)) lo = mid;
    else hi = mid;
  }
  return lo;
}

/** Each candidate is set to a second, at places spread through what is possible for it; how many of them decide is how likely it settles the matter. */
function* settlesOf(record: CaseRecord, finding: Finding): Steps<Settles[]> {
  const solved = yield* solveSteps(record);
  const found: Settles[] = [];
  for (const c of candidates(record, solved, finding)) {
    let [decided, established] = [0, 0];
    for (let i = 0; i < SAMPLES; i++) {
      const at = Math.round(c.min + ((c.max - c.min - 999) * i) / (SAMPLES - 1));
      const status = yield* statusUnder(record, finding, { exact: new Map([[c.key, { min: at, max: at + 999 }]]) });
      if (status !== 'arguable') decided++;
      if (status === 'established') established++;
    }
    if (decided > 0) found.push({ what: c.what, id: c.id, edge: c.edge, name: c.name, decides: decided / SAMPLES, establishes: established / SAMPLES });
  }
  return found.sort((a, b) => b.decides - a.decides || b.establishes - a.establishes);
}

interface Candidate extends Pick<Settles, 'what' | 'id' | 'edge' | 'name'> {
  readonly key: string;
  readonly min: number;
  readonly max: number;
}

/** Clocks and readings wider than a second on which the finding's moments hang. */
function candidates(record: CaseRecord, solved: Solved, finding: Finding): Candidate[] {
  const rows = new Set([...finding.subjects, ...finding.quantities.flatMap((q) => [q.from.id, q.to.id])]);
  const clocks = new Set<string>();
  const list: Candidate[] = [];
  for (const table of [record.events, record.custody]) {
    for (const row of table) {
      if (!rows.has(row.id)) continue;
      clocks.add(row.clockId);
      for (const edge of 'start' in row ? (['start', 'end'] as const) : (['released', 'received'] as const)) {
        const moment = { id: row.id, edge };
        const own = solved.reading(moment);
        if (!own || own.max - own.min <= 1000 || !Number.isFinite(own.max - own.min)) continue;
        const name =
          'start' in row
            ? `${edge === 'end' ? 'the end of ' : ''}${row.description || row.kind}`
            : `${edge} by ${edge === 'released' ? row.releasedBy : row.receivedBy}`;
        list.push({ what: 'reading', id: row.id, edge, name, key: `reading ${row.id} ${edge}`, ...own });
      }
    }
  }
  for (const id of clocks) {
    const clock = record.clocks.find((c) => c.id === id);
    const bounds = solved.clockOffset(id);
    if (!clock || clock.reference || !bounds || bounds.max - bounds.min <= 1000 || !Number.isFinite(bounds.max - bounds.min)) continue;
    list.push({ what: 'clock', id, edge: null, name: clock.name, key: clock.offset ? `offset ${id} ` : `assumption ${id} `, ...bounds });
  }
  return list.slice(0, MOST_CANDIDATES);
}
