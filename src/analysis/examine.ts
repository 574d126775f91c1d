import type { Edge } from '../record/event';
import type { CaseRecord } from '../record/record';
import { findingsOf, ruleOf } from '../rules';
import type { Finding, Status } from '../rules/finding';
import { stopsOf } from '../stops/stops';
import { type Solved, solveRecord } from '../time/solver/solve';
import type { WhatIf } from '../time/solver/what-if';
import { finish, type Steps } from '../time/steps';
import { contextOf } from './analyze';
import { type Margin, margins } from './margins';

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
  const solved = solveRecord(record, whatIf);
  yield;
  const context = contextOf(record, solved, stopsOf(record, solved));
  return findingsOf(ruleOf(finding.rule), context).find((f) => f.key === finding.key)?.status ?? 'foreclosed';
}

/** How wrong each assumption behind an established finding may be before it falls. */
function marginsOf(record: CaseRecord, finding: Finding): Steps<Margin[]> {
  return margins(finding.restsOn, function* (whatIf) {
    return (yield* statusUnder(record, finding, whatIf)) === 'established';
  });
}

/** Each candidate is set to a second, at places spread through what is possible for it; how many of them decide is how likely it settles the matter. */
function* settlesOf(record: CaseRecord, finding: Finding): Steps<Settles[]> {
  const solved = solveRecord(record);
  const found: Settles[] = [];
  for (const c of candidates(record, solved, finding)) {
    let [decided, established] = [0, 0];
    for (let i = 0; i < SAMPLES; i++) {
      const at = Math.round(c.min + ((c.max - c.min - 999) * i) / (SAMPLES - 1));
      const status = yield* statusUnder(record, finding, {
        exact: new Map([[c.key, { min: at, max: at + 999 }]]),
      });
      if (status !== 'arguable') decided++;
      if (status === 'established') established++;
    }
    if (decided > 0)
      found.push({
        what: c.what,
        id: c.id,
        edge: c.edge,
        name: c.name,
        decides: decided / SAMPLES,
        establishes: established / SAMPLES,
      });
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
    if (
      !clock ||
      clock.reference ||
      !bounds ||
      bounds.max - bounds.min <= 1000 ||
      !Number.isFinite(bounds.max - bounds.min)
    )
      continue;
    list.push({
      what: 'clock',
      id,
      edge: null,
      name: clock.name,
      key: clock.offset ? `offset ${id} ` : `assumption ${id} `,
      ...bounds,
    });
  }
  return list.slice(0, MOST_CANDIDATES);
}
