import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analysis/analyze';
import type { EventKind } from '../../src/record/vocabulary';
import type { Finding } from '../../src/rules/finding';
import { event, record } from '../make';

/** What an officer only states or sees, that no line of the doctrine names as a ground of its own. */
const STATED: readonly EventKind[] = ['observation', 'odour'];
const ACTS: readonly EventKind[] = [
  'off-mission-questions',
  'writing',
  'sniff',
  'search',
  'frisk',
  'consent-given',
  'warning-issued',
  'secured',
  'told-to-wait',
  'alert',
  'found',
];
const SPANS = new Set<EventKind>(['off-mission-questions', 'writing', 'sniff', 'search', 'frisk']);
const text = (s: number): string =>
  [Math.floor(s / 3600), Math.floor(s / 60) % 60, s % 60].map((v) => String(v).padStart(2, '0')).join(':');

const act = fc.record({
  kind: fc.constantFrom(...ACTS),
  at: fc.integer({ min: 1, max: 2400 }),
  length: fc.integer({ min: 1, max: 900 }),
});

describe('what an officer states', () => {
  it('never lowers a status or forecloses; taken out again, it takes away contests alone', () => {
    let reached = 0;
    fc.assert(
      fc.property(
        fc.array(act, { minLength: 2, maxLength: 8 }),
        fc.constantFrom(...STATED),
        fc.integer({ min: -600, max: 2400 }),
        fc.constantFrom('officer A', 'officer C'),
        (list, kind, at, actor) => {
          const without = record({
            events: [
              { ref: 'stop', kind: 'seizure-begins', start: '14:00:00' },
              ...list.map((a, i) => ({
                ref: `e${i}`,
                kind: a.kind,
                start: text(50_400 + a.at),
                end: SPANS.has(a.kind) ? text(50_400 + a.at + a.length) : '',
              })),
            ],
          });
          const stated = event({ ref: 'stated', kind, start: text(50_400 + at), actor }, 99);
          const before = analyze(without).findings;
          const after = new Map(
            analyze({ ...without, events: [...without.events, stated] }).findings.map((f) => [f.key, f]),
          );
          for (const f of before) {
            if (f.rule === 'unaccounted-minutes' || f.rule === 'fruit') continue;
            const now = after.get(f.key) as Finding;
            reached++;
            expect([f.key, now?.status]).toEqual([f.key, f.status]);
            if (f.standing === 'contested') expect(now.standing).toBe('contested');
          }
        },
      ),
      { numRuns: 300, seed: 20261126 },
    );
    expect(reached).toBeGreaterThan(500);
  });
});
