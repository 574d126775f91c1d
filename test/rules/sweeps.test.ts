import { describe, expect, it } from 'vitest';
import { contextOf } from '../../src/analysis/analyze';
import type { CaseRecord } from '../../src/record/record';
import type { EventKind } from '../../src/record/vocabulary';
import { behind, findingsOf, RULES, runRule } from '../../src/rules';
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
  'warrant-issued',
  'alert',
  'plain-view',
  'arrest',
  'found',
  'statement',
  'citation-issued',
  'warnings-given',
  'inventory',
  'search-person',
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

/** One item on two forms, n hand-overs each an hour after the one before, every third under the same seal. */
function longChain(n: number): CaseRecord {
  const date = (i: number): string => new Date(Date.UTC(2024, 2, 1, i)).toISOString().slice(0, 10);
  return record({
    custody: Array.from({ length: n }, (_, i) => ({
      id: `h${i}`,
      logId: i % 2 === 0 ? 'f' : 'g',
      seal: i % 3 === 0 ? 'S-1' : `S-${i}`,
      releasedBy: `Hand ${i}`,
      releasedDate: date(i),
      releasedAt: clock((i % 24) * 3600),
      receivedBy: `Hand ${i + 2}`,
      receivedDate: date(i),
      receivedAt: clock((i % 24) * 3600 + 60),
    })),
  });
}

/** How many intervals and windows of the record each rule asks for. */
function asked(r: CaseRecord, sections: readonly string[], stopsThere: number): Map<string, number> {
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
  expect(stops).toHaveLength(stopsThere);
  const context = contextOf(r, counting, stops);
  const found = new Map<string, number>();
  for (const rule of RULES) {
    if (!sections.includes(rule.section)) continue;
    const earlier = behind(rule).flatMap((r) => findingsOf(r, context));
    count = 0;
    runRule(rule, context, earlier);
    found.set(rule.id, count);
  }
  return found;
}

type Asked = Map<string, number>;

describe('the rules of stop and search on one long stop', () => {
  it('ask about as many times more as there are more entries', () => {
    const [small, large] = [1000, 4000].map((n) => asked(longStop(n), ['stop', 'search'], 1)) as [
      Asked,
      Asked,
    ];
    const exponents = [...large].map(([rule, n]) => {
      const before = small.get(rule) ?? 0;
      return { rule, n, exponent: before < 200 ? 0 : Math.log(n / before) / Math.log(4) };
    });
    // What asks less than eight times an entry may ask a little more often as a stop grows.
    expect(exponents.filter((x) => (x.exponent > 1.1 && x.n > 4000 * 8) || x.n > 4000 * 400)).toEqual([]);
    for (const rule of ['search-before-cause', 'fruit', 'unwarned-questions', 'search-incident-late'])
      expect(large.get(rule), rule).toBeGreaterThan(400);
  });
});

describe('the rules of custody on one long chain', () => {
  it('ask about as many times more as there are more hand-overs', () => {
    const [small, large] = [250, 1000].map((n) => asked(longChain(n), ['custody'], 0)) as [Asked, Asked];
    const grown = [...large].map(([rule, n]) => ({
      rule,
      n,
      exponent: n < 1000 ? 0 : Math.log(n / (small.get(rule) || 1)) / Math.log(4),
    }));
    expect(grown.filter((x) => x.exponent > 1.1)).toEqual([]);
    expect(large.get('two-places')).toBeGreaterThan(1000);
  });
});
