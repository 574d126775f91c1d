import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventRow } from '../../src/record/event';
import type { CaseRecord } from '../../src/record/record';
import type { EventKind } from '../../src/record/vocabulary';
import { type Finding, forTheState } from '../../src/rules/finding';
import { CIRCUIT_LAW } from '../../src/rules/law/circuits';
import { STATE_LAW } from '../../src/rules/law/states';
import { BY_ORDER } from '../../src/rules/order';
import { clipEnd, clipStart, lengthOf, stretchOf, tasksByTime, uncovered } from '../../src/rules/stretch';
import { solveRecord } from '../../src/time/solver/solve';
import { event, record } from '../make';
import { inAllRuns } from '../reached';
import { acts, before, type Judged, judgedOf, stopWith, text } from './acts';

const SEED = 20261126;
const runs = (n: number) => ({ numRuns: n, seed: SEED });

/** Rules whose own line makes a stated row a ground that comes first, and so nothing to find; and what is built on them. */
const OWN_GROUND: Partial<Record<EventKind, readonly string[]>> = {
  'suspicion-articulated': ['stop-before-cause', 'suspicion-late', 'fruit'],
  'plain-view': ['search-before-cause', 'search-after-withdrawal', 'search-incident-late', 'fruit'],
  'danger-stated': ['frisk-without-danger', 'fruit'],
};
const STATED: readonly EventKind[] = [
  'observation',
  'odour',
  'suspicion-articulated',
  'plain-view',
  'danger-stated',
];

const RANK = { established: 3, arguable: 2, foreclosed: 1 } as const;
const rows = (f: Finding | undefined): (string | null)[] => (f ? forTheState(f).map((p) => p.row) : []);

describe('what an officer states, of any kind, by anybody, at any time', () => {
  it('lowers no status and forecloses nothing; taken out again, it takes away contests alone', () => {
    let [reached, contested] = [0, 0];
    fc.assert(
      fc.property(
        acts(),
        fc.constantFrom(...STATED),
        fc.integer({ min: -600, max: 2400 }),
        fc.constantFrom('officer A', 'officer B', 'officer C', ''),
        fc.boolean(),
        (list, kind, at, actor, ordered) => {
          const without = stopWith(list);
          const start = ordered ? `after @e${Math.abs(at) % list.length}` : text(50_400 + at);
          const stated = event({ ref: 'stated', kind, start, actor }, 99);
          const [x, y] = [judgedOf(without), judgedOf({ ...without, events: [...without.events, stated] })];
          if (!x || !y) return;
          const after = new Map(y.findings.map((f) => [f.key, f]));
          for (const f of x.findings) {
            if (OWN_GROUND[kind]?.includes(f.rule)) continue;
            const now = after.get(f.key);
            reached++;
            expect([f.key, now?.status]).toEqual([f.key, f.status]);
            expect(rows(now)).toEqual(expect.arrayContaining(rows(f)));
            if (f.standing === 'contested') expect(now?.standing).toBe('contested');
            else if (now?.standing === 'contested') contested++;
          }
          // Nothing that was not there becomes foreclosed by it.
          const known = new Map(x.findings.map((f) => [f.key, f]));
          for (const f of y.findings)
            if (f.status === 'foreclosed')
              expect([f.key, known.get(f.key)?.status]).toEqual([f.key, 'foreclosed']);
        },
      ),
      runs(300),
    );
    expect(reached).toBeGreaterThan(inAllRuns(800));
    expect(contested).toBeGreaterThan(inAllRuns(150));
  });
});

describe('a wider reading', () => {
  it('establishes nothing, of whatever kind the entry is', () => {
    let reached = 0;
    fc.assert(
      fc.property(acts(undefined, 10), fc.nat(8), fc.nat(600), fc.nat(600), (list, pick, down, up) => {
        const i = pick % list.length;
        const a = list[i] as (typeof list)[number];
        // What surely comes before the seizure is none of the stop; what only may counts from the seizure on.
        if (a.ordered || a.at <= down) return;
        const r = stopWith(list);
        const s = 50_400 + a.at;
        const wide = `between ${text(s - down)} and ${text(s + up)}`;
        const wider: CaseRecord = {
          ...r,
          events: r.events.map((e) => (e.id === `e${i}` ? { ...e, start: wide } : e)),
        };
        const [x, y] = [judgedOf(r), judgedOf(wider)];
        if (!x || !y) return;
        const known = new Map(x.findings.map((f) => [f.key, f]));
        for (const f of y.findings) {
          if (f.status !== 'established' || f.rule === 'unaccounted-minutes') continue;
          reached++;
          const was = CUT.has(f.rule)
            ? x.findings.some((g) => g.rule === f.rule && g.status === 'established')
            : known.get(f.key)?.status === 'established';
          expect([f.key, was]).toEqual([f.key, true]);
        }
      }),
      runs(400),
    );
    expect(reached).toBeGreaterThan(inAllRuns(400));
  });
});

/** Findings about the first of several: which that may be is not settled by a wider reading. */
const CUT = new Set(['fruit', 'unwarned-questions']);

describe('order alone', () => {
  it('gives no length, and says so', () => {
    let [reached, said] = [0, 0];
    fc.assert(
      fc.property(acts(undefined, 100), (list) => {
        for (const f of judgedOf(stopWith(list))?.findings ?? []) {
          if (!f.bounds) continue;
          reached++;
          expect([f.key, f.bounds.min]).toEqual([f.key, 0]);
          if (f.status === 'established') {
            said++;
            expect(f.measures).toContain(BY_ORDER);
          }
        }
      }),
      runs(250),
    );
    expect(reached).toBeGreaterThan(inAllRuns(200));
    expect(said).toBeGreaterThan(inAllRuns(20));
  });
});

describe('clipping', () => {
  it('never makes a span longer, nor does what runs beside it', () => {
    let [reached, shorter] = [0, 0];
    const moment = fc.record({ at: fc.integer({ min: 0, max: 900 }), wide: fc.nat(300), ordered: fc.nat(3) });
    fc.assert(
      fc.property(
        moment,
        fc.integer({ min: 1, max: 600 }),
        moment,
        moment,
        fc.boolean(),
        (a, length, x, y, open) => {
          const written = ({ at, wide, ordered }: typeof a): string =>
            ordered === 0 ? 'after @stop' : `between ${text(50_400 + at)} and ${text(50_400 + at + wide)}`;
          const r = record({
            events: [
              { ref: 'stop', kind: 'seizure-begins', start: '14:00:00' },
              { ref: 'span', kind: 'waiting', start: written(a), end: open ? '' : `+${length}s` },
              { ref: 'x', start: written(x) },
              { ref: 'y', start: written(y) },
              { ref: 'task', kind: 'writing', start: written(y), end: '+60s', actor: 'officer B' },
            ],
          });
          const solved = solveRecord(r);
          if (solved.contradictions.length > 0) return;
          const row = (id: string): EventRow => r.events.find((e) => e.id === id) as EventRow;
          const nobody = (): null => null;
          const whole = stretchOf(solved, row('span'), nobody);
          const from = clipStart(solved, whole, { id: 'x', edge: 'start' });
          const both = clipEnd(solved, from, [{ id: 'y', edge: 'start' }]);
          const tasks = tasksByTime(solved, [row('task')], nobody);
          const lengths = [
            lengthOf(solved, whole),
            lengthOf(solved, from),
            lengthOf(solved, both),
            uncovered(solved, both, tasks).bounds,
          ];
          for (const [i, b] of lengths.entries()) {
            const before = lengths[i - 1];
            expect(b.min).toBeLessThanOrEqual(b.max);
            if (!before) continue;
            reached++;
            if (b.max < before.max) shorter++;
            expect(b.min).toBeLessThanOrEqual(before.min);
            expect(b.max).toBeLessThanOrEqual(before.max);
          }
        },
      ),
      runs(400),
    );
    expect(reached).toBeGreaterThan(inAllRuns(900));
    expect(shorter).toBeGreaterThan(inAllRuns(200));
  });
});

describe('sums', () => {
  it('never exceed the seizure', () => {
    let reached = 0;
    fc.assert(
      fc.property(
        acts(undefined, 10),
        fc.integer({ min: 60, max: 3000 }),
        fc.nat(900),
        (list, ends, early) => {
          const r = stopWith(list.filter((a) => a.kind !== 'seizure-ends' && a.kind !== 'arrest'));
          const events = [
            ...r.events,
            event({ ref: 'over', kind: 'seizure-ends', start: text(50_400 + ends) }, 98),
            // A call and a wait that began before anybody was held.
            event({ ref: 'early', kind: 'waiting', start: text(50_400 - early), end: text(50_400 + 30) }, 97),
          ];
          for (const f of judgedOf({ ...r, events })?.findings ?? []) {
            if (f.rule !== 'off-mission-detour' && f.rule !== 'sniff-adds-time') continue;
            if (!f.bounds) continue;
            reached++;
            expect(f.bounds.max).toBeLessThanOrEqual((ends + 1) * 1000);
            expect(f.bounds.min).toBeLessThanOrEqual(f.bounds.max);
          }
        },
      ),
      runs(300),
    );
    expect(reached).toBeGreaterThan(inAllRuns(200));
  });
});

const statusesOf = (a: Judged | null): Map<string, Finding['status']> =>
  new Map((a?.findings ?? []).map((f) => [f.key, f.status]));

/** What the table of states lets each change beside standing: by rule. What came after follows what it comes after. */
function mayChange(state: string): ReadonlySet<string> {
  const law = STATE_LAW[state];
  const rules = new Set<string>();
  if (law?.everyInquiry) for (const r of ['off-mission-detour', 'sniff-adds-time']) rules.add(r);
  if (law?.sniffNeeds) rules.add('sniff-adds-time');
  if (law?.askingNeeds) rules.add('consent-in-extension');
  if (law?.sniffEntersCar) rules.add('sniff-enters-car');
  if (law?.carNeedsEmergency) rules.add('search-before-cause');
  if (rules.size > 0) for (const r of ['search-before-cause', 'fruit']) rules.add(r);
  return rules;
}

describe('the court of a case', () => {
  it('changes standing and law, and only those statuses that the table of states lets it', () => {
    let [reached, turned] = [0, 0];
    fc.assert(
      fc.property(acts(), fc.constantFrom(...Object.keys(STATE_LAW)), (list, state) => {
        const r = stopWith(list);
        const [x, y] = [statusesOf(judgedOf(r)), statusesOf(judgedOf(before(r, { forum: 'state', state })))];
        const may = mayChange(state);
        for (const key of new Set([...x.keys(), ...y.keys()])) {
          reached++;
          if (x.get(key) === y.get(key)) continue;
          turned++;
          expect([state, key, may.has(key.split(' ')[0] as string)]).toEqual([state, key, true]);
          // A court's own rule is law for the accused: it never makes a finding weaker, save what came after a stronger one.
          const [was, is] = [x.get(key), y.get(key)];
          if (was && !key.startsWith('fruit')) expect(RANK[is ?? 'foreclosed']).toBeGreaterThan(RANK[was]);
        }
      }),
      runs(300),
    );
    expect(reached).toBeGreaterThan(inAllRuns(800));
    expect(turned).toBeGreaterThan(inAllRuns(15));
  });

  it('changes no status by its circuit where no travel, history or passenger entry is in the record', () => {
    let reached = 0;
    fc.assert(
      fc.property(acts(), fc.constantFrom(...Object.keys(CIRCUIT_LAW)), (list, circuit) => {
        const r = stopWith(list);
        // Six hours to a magistrate are a rule of federal court alone.
        const of = (a: Judged | null) =>
          [...statusesOf(a)].filter(([key]) => !key.startsWith('presentment-delay'));
        const [x, y] = [
          of(judgedOf(r)),
          of(judgedOf(before(r, { forum: 'federal', circuit: circuit as keyof typeof CIRCUIT_LAW }))),
        ];
        reached += x.length;
        expect(y.sort()).toEqual(x.sort());
      }),
      runs(150),
    );
    expect(reached).toBeGreaterThan(inAllRuns(400));
  });

  it('by its circuit makes travel and history a task, a detour or an upper end, and nothing else', () => {
    const with3 = acts([
      'travel-questions',
      'history-check',
      'passenger-check',
      'writing',
      'documents-received',
      'warning-issued',
      'sniff',
      'search',
      'consent-given',
    ]);
    /** Rules that count tasks and detours, and what is built on them. */
    const may = new Set([
      'off-mission-detour',
      'sniff-adds-time',
      'mission-complete',
      'should-have-ended',
      'suspicion-late',
      'consent-in-extension',
      'search-before-cause',
      'fruit',
    ]);
    let turned = 0;
    fc.assert(
      fc.property(with3, fc.constantFrom('ca3', 'ca7', 'ca9', 'ca10', 'ca11'), (list, circuit) => {
        const r = stopWith(list);
        const [x, y] = [
          statusesOf(judgedOf(r)),
          statusesOf(judgedOf(before(r, { forum: 'federal', circuit: circuit as keyof typeof CIRCUIT_LAW }))),
        ];
        for (const key of new Set([...x.keys(), ...y.keys()])) {
          if (x.get(key) === y.get(key)) continue;
          turned++;
          expect([circuit, key, may.has(key.split(' ')[0] as string)]).toEqual([circuit, key, true]);
          // No circuit of the table makes any of the three a detour: there is no more of it than where none is chosen.
          if (key.startsWith('off-mission-detour'))
            expect(RANK[y.get(key) ?? 'foreclosed']).toBeLessThanOrEqual(RANK[x.get(key) ?? 'foreclosed']);
        }
      }),
      runs(200),
    );
    expect(turned).toBeGreaterThan(inAllRuns(10));
  });
});
