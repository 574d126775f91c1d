import { analyze, contextOf } from '../../src/analysis/analyze';
import { examine } from '../../src/analysis/examine';
import type { CaseRecord } from '../../src/record/record';
import { findingsOf, RULES } from '../../src/rules';
import { stopsOf } from '../../src/stops/stops';
import { solveRecord } from '../../src/time/solver/solve';
import type { WhatIf } from '../../src/time/solver/what-if';
import { record } from '../make';

type Int = (below: number) => number;
const two = (n: number): string => String(n).padStart(2, '0');

/** Random stops on two loosely tied clocks: every margin holds at its width and falls one ms beyond it. */
export function margins(total: number, int: Int, miss: (round: number, why: string) => never): string {
  let checked = 0;
  for (let round = 0; round < total; round++) {
    const r = randomStop(int);
    for (const f of analyze(r).findings) {
      if (f.status !== 'established') continue;
      for (const m of examine(r, f).margins) {
        if (m.key.startsWith('assumption one-at-a-time')) continue;
        if (statusOf(r, f.key, { slack: new Map([[m.key, m.holdsWithin]]) }) !== 'established')
          miss(round, `${f.rule} falls within its margin`);
        if (statusOf(r, f.key, { slack: new Map([[m.key, m.holdsWithin + 1]]) }) === 'established')
          miss(round, `${f.rule} outlives its margin`);
        checked++;
      }
    }
  }
  return `${total} random stops, ${checked} margins: each finding holds just under and falls just over`;
}

function statusOf(r: CaseRecord, key: string, whatIf: WhatIf): string {
  const solved = solveRecord(r, whatIf);
  const context = contextOf(r, solved, stopsOf(r, solved));
  return RULES.flatMap((rule) => findingsOf(rule, context)).find((f) => f.key === key)?.status ?? 'absent';
}

function randomStop(int: Int): CaseRecord {
  const at = (m: number): string => `12:${two(m)}${int(3) === 0 ? `:${two(int(60))}` : ''}`;
  const clock = (): string => (int(2) === 0 ? 'dispatch' : 'cam');
  let m = int(5);
  const later = (): number => {
    m += int(6);
    return m;
  };
  return record({
    clocks: [{}, { id: 'cam', name: 'Camera', kind: int(2) === 0 ? 'camera' : 'person', reference: false }],
    events: [
      { ref: 'stop', kind: 'seizure-begins', start: at(later()) },
      {
        ref: 'writing',
        kind: 'writing',
        start: at(later()),
        end: int(2) === 0 ? at(later()) : '',
        clockId: clock(),
      },
      {
        ref: 'off',
        kind: 'off-mission-questions',
        start: int(3) === 0 ? `about ${at(later())}` : at(later()),
        end: at(later()),
        clockId: clock(),
      },
      { ref: 'warning', kind: 'warning-issued', start: at(later()), clockId: clock() },
      {
        ref: 'sniff',
        kind: 'sniff',
        start: at(later()),
        end: at(later()),
        clockId: clock(),
        actor: 'officer B',
      },
      { ref: 'alert', kind: 'alert', start: at(later()), clockId: clock(), actor: 'officer B' },
    ],
  });
}
