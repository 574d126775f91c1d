import { describe, expect, it } from 'vitest';
import { contextOf } from '../../src/analysis/analyze';
import type { CaseRecord } from '../../src/record/record';
import { EVENT_KINDS, type EventKind } from '../../src/record/vocabulary';
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

/**
 * n entries of these kinds in turn, three seconds apart, by two officers: one stop, or stops of so many entries a day apart.
 * @param loose every eighth has an order and no time
 */
function entries(kinds: readonly EventKind[], n: number, stop = n, loose = false): CaseRecord {
  const day = (i: number): string =>
    new Date(Date.UTC(2024, 2, 1 + Math.floor(i / stop)) + 3000 * i).toISOString().slice(0, 10);
  return record({
    events: Array.from({ length: n }, (_, i) => ({
      ref: `e${i}`,
      kind: i % stop === 0 ? ('seizure-begins' as const) : (kinds[i % kinds.length] as EventKind),
      date: day(i),
      start: loose && i > 0 && i % 8 === 0 ? `after @e${i - 1}` : clock((i * 3) % 86_400),
      end: i % 3 === 0 || (loose && i % 8 === 0) ? '' : clock((i * 3 + 2) % 86_400),
      actor: i % 5 === 0 ? 'officer B' : 'officer A',
    })),
  });
}

/** Every kind but the one that begins a stop, in parts, so that each comes again and again; each part completes a mission. */
const PARTS = [0, 1, 2, 3, 4].map((k): readonly EventKind[] => [
  'warning-issued',
  'records-check',
  ...EVENT_KINDS.filter((kind, i) => kind !== 'seizure-begins' && i % 5 === k),
]);

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

type Asked = Map<string, number>;

/** How many intervals and windows of the record each rule asks for. */
function asked(r: CaseRecord, sections: readonly string[], stopsThere: number): Asked {
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

const SECTIONS = ['stop', 'search', 'sources'] as const;

/** How the questions of each rule grow from one record to one of so many times its entries; of few questions nothing is said. */
function growth(
  small: ReadonlyMap<string, number>,
  large: ReadonlyMap<string, number>,
  times: number,
): { rule: string; n: number; exponent: number }[] {
  return [...large].flatMap(([rule, n]) => {
    const before = small.get(rule) ?? 0;
    return before < 60 ? [] : [{ rule, n, exponent: Math.log(n / before) / Math.log(times) }];
  });
}

/** Questions grow with the entries; what was added by chance in a few is let pass. */
const MOST = 1.15;

describe('the rules of stop, search and sources', () => {
  it.each([
    ['one stop of every kind', 4000],
    ['many stops of every kind', 50],
  ])('ask as many times more as there are more entries: %s', (_, stop) => {
    for (const [k, kinds] of PARTS.entries()) {
      const [small, large] = [1000, 4000].map((n) => {
        const r = entries(kinds, n, Math.min(n, stop));
        return asked(r, SECTIONS, n / Math.min(n, stop));
      }) as [Asked, Asked];
      const grown = growth(small, large, 4);
      expect(grown.length, `part ${k}`).toBeGreaterThan(5);
      expect(grown.filter((x) => x.exponent > MOST)).toEqual([]);
    }
  });
  it('do so from 1,000 over 2,000 to 4,000 entries, an eighth of them with an order and no time', () => {
    const [first, second, third] = [1000, 2000, 4000].map((n) =>
      asked(entries(TURN, n, n, true), SECTIONS, 1),
    ) as [Asked, Asked, Asked];
    // What has no time may lie anywhere after: a rule that asks less than four times an entry may ask of all of those.
    const grown = growth(second, third, 2).filter((x) => x.n > 4000 * 4);
    expect(grown.filter((x) => x.exponent > MOST)).toEqual([]);
    for (const rule of ['search-before-cause', 'fruit', 'unwarned-questions', 'search-incident-late'])
      expect(third.get(rule), rule).toBeGreaterThan(400);
    // Consent asks of a mission's end whether it comes after it, however many tasks may be that end.
    const [a, c] = [first.get('consent-in-extension') ?? 0, third.get('consent-in-extension') ?? 0];
    expect(c).toBeGreaterThan(4000);
    expect(Math.log(c / a) / Math.log(4)).toBeLessThan(MOST);
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
