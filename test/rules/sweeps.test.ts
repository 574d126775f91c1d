import { describe, expect, it } from 'vitest';
import { contextOf } from '../../src/analysis/analyze';
import type { CaseRecord } from '../../src/record/record';
import type { EventKind } from '../../src/record/vocabulary';
import { findingsOf, RULES } from '../../src/rules';
import { stopsOf } from '../../src/stops/stops';
import { type Solved, solveRecord } from '../../src/time/solver/solve';
import { record } from '../make';

/** What may happen again and again in one stop that has as many entries as a phone's log. */
const TURN: readonly EventKind[] = [
  'off-mission-questions',
  'writing',
  'records-check',
  'note',
  'observation',
  'travel-questions',
  'sniff',
  'consent-asked',
  'approach',
  'search',
  'consent-given',
  'suspicion-articulated',
  'documents-received',
  'frisk',
  'custodial-questions',
  'secured',
];

const clock = (s: number): string =>
  [Math.floor(s / 3600), Math.floor(s / 60) % 60, s % 60].map((v) => String(v).padStart(2, '0')).join(':');

/** One stop of n entries, three seconds apart, by two officers; every eighth has an order and no time. */
function longStop(n: number): CaseRecord {
  const day = (i: number): string => `2024-03-${String(1 + Math.floor((i * 3) / 86_400)).padStart(2, '0')}`;
  return record({
    events: Array.from({ length: n }, (_, i) => ({
      ref: `e${i}`,
      kind: i === 0 ? ('seizure-begins' as const) : (TURN[i % TURN.length] as EventKind),
      date: day(i),
      start: i > 0 && i % 8 === 0 ? `after @e${i - 1}` : clock((i * 3) % 86_400),
      end: i % 3 === 0 || i % 8 === 0 ? '' : clock((i * 3 + 2) % 86_400),
      actor: i % 5 === 0 ? 'officer B' : 'officer A',
    })),
  });
}

/** How many intervals and windows of the record each rule of stop and search asks for. */
function asked(n: number): Map<string, number> {
  const r = longStop(n);
  const solved = solveRecord(r);
  let count = 0;
  const counting: Solved = new Proxy(solved, {
    get(of, name) {
      const value = Reflect.get(of, name) as unknown;
      if (typeof value !== 'function') return value;
      return (...args: unknown[]) => {
        count++;
        return (value as (...a: unknown[]) => unknown).apply(of, args);
      };
    },
  });
  const stops = stopsOf(r, solved);
  expect(stops).toHaveLength(1);
  const context = contextOf(r, counting, stops);
  const found = new Map<string, number>();
  for (const rule of RULES) {
    if (rule.section !== 'stop' && rule.section !== 'search') continue;
    if (rule.builds) continue;
    count = 0;
    findingsOf(rule, context);
    found.set(rule.id, count);
  }
  return found;
}

describe('the rules of stop and search on one long stop', () => {
  it('ask about as many times more as there are more entries', () => {
    const [small, large] = [asked(1000), asked(4000)];
    const exponents = [...large].map(([rule, n]) => {
      const before = small.get(rule) ?? 0;
      return { rule, n, exponent: before < 200 ? 0 : Math.log(n / before) / Math.log(4) };
    });
    expect(exponents.filter((x) => x.exponent > 1.1 || x.n > 4000 * 400)).toEqual([]);
  });
});
