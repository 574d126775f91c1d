import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze, findingsIn } from '../../src/analysis/analyze';
import type { CaseRecord } from '../../src/record/record';
import type { EventKind } from '../../src/record/vocabulary';
import type { Finding } from '../../src/rules/finding';
import { event, record } from '../make';
import { inAllRuns } from '../reached';
import type { Judged } from './acts';

/** The same cases in every run of the tests; `STOPLINE_SOAK=20` tries twenty times as many, never the same. */
const SOAK = Number(process.env['STOPLINE_SOAK'] ?? 1);
const runs = (n: number) => (SOAK > 1 ? { numRuns: n * SOAK } : { numRuns: n, seed: 20261124 });

const RANK = { established: 3, arguable: 2, foreclosed: 1 } as const;
const two = (n: number): string => String(n).padStart(2, '0');
const text = (s: number): string =>
  `${two(Math.floor(s / 3600))}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}`;

const KINDS: readonly EventKind[] = [
  'writing',
  'records-check',
  'warning-issued',
  'documents-received',
  'documents-returned',
  'off-mission-questions',
  'sniff',
  'alert',
  'search',
  'frisk',
  'consent-given',
  'consent-refused',
  'consent-withdrawn',
  'suspicion-articulated',
  'observation',
  'claimed-violation',
  'secured',
  'arrest',
  'found',
  'custodial-questions',
  'warnings-given',
  'dog-requested',
  'note',
  'seizure-ends',
  'recording',
  'muted',
  'not-seen',
];
const SPANS = new Set<EventKind>([
  'writing',
  'records-check',
  'off-mission-questions',
  'sniff',
  'search',
  'frisk',
  'custodial-questions',
  'recording',
  'muted',
]);

const COVERAGE = new Set<EventKind>(['recording', 'muted', 'not-seen']);

/** Acts that show that somebody was still held. */
const TELLS = new Set<EventKind>([
  'off-mission-questions',
  'sniff',
  'alert',
  'search',
  'frisk',
  'consent-refused',
  'secured',
  'found',
  'dog-requested',
]);

const act = fc.record({
  kind: fc.constantFrom(...KINDS),
  at: fc.integer({ min: 0, max: 2400 }),
  length: fc.integer({ min: 0, max: 900 }),
  open: fc.boolean(),
  coarse: fc.boolean(),
  actor: fc.constantFrom('officer A', 'officer B'),
  clock: fc.constantFrom('dispatch', 'dispatch', 'cam'),
});
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

const row = (a: Act, ref: string) => {
  const at = 50_400 + a.at;
  const print = (s: number): string => (a.coarse ? text(s).slice(0, 5) : text(s));
  return {
    ref,
    kind: a.kind,
    start: print(at),
    end: SPANS.has(a.kind) && !a.open ? print(at + a.length + (a.coarse ? 60 : 1)) : '',
    actor: a.actor,
    clockId: a.clock,
    sourceId: a.clock === 'cam' ? 'cam' : 'log',
  };
};

const made = (acts: readonly Act[]): CaseRecord =>
  record({
    clocks: [
      {},
      {
        id: 'cam',
        name: 'Camera',
        kind: 'camera',
        reference: false,
        offset: { min: -43_000, max: -41_000, why: 'radio' },
      },
    ],
    sources: [{}, { id: 'cam', name: 'Camera', kind: 'camera' }],
    events: [
      { ref: 'stop', kind: 'seizure-begins', start: '14:00:00' },
      ...acts.map((a, i) => row(a, `e${i}`)),
    ],
  });

/** How strong a rule's findings are: by key, and in sum for rules whose findings are cut along other entries. */
const byKey = (a: Judged, rules: (rule: string) => boolean): Map<string, Finding> =>
  new Map(a.findings.filter((f) => rules(f.rule)).map((f) => [f.key, f]));
const CUT = new Set(['unaccounted-minutes', 'fruit', 'contradiction']);
const certainMs = (a: Judged, rule: string): number =>
  a.findings
    .filter((f) => f.rule === rule && f.status === 'established')
    .reduce((s, f) => s + (f.bounds?.min ?? 0), 0);
const possibleMs = (a: Judged, rule: string): number =>
  a.findings.filter((f) => f.rule === rule).reduce((s, f) => s + Math.max(0, f.bounds?.min ?? 0), 0);

/** Whether anything stands established that may not: where nothing does, nothing can have grown stronger. */
const stands = (a: Judged, rules: (rule: string) => boolean): boolean =>
  a.findings.some(
    (f) =>
      f.status === 'established' && rules(f.rule) && (!CUT.has(f.rule) || f.rule === 'unaccounted-minutes'),
  );

function expectNoStronger(
  before: Judged,
  after: Judged,
  rules: (rule: string) => boolean,
  known = false,
): void {
  const [b, a] = [
    byKey(before, (r) => rules(r) && !CUT.has(r)),
    byKey(after, (r) => rules(r) && !CUT.has(r)),
  ];
  for (const [key, f] of a) {
    // A later act may show for the first time that somebody was still held: only what was spoken of before can be strengthened.
    if (f.status !== 'established' || (known && !b.has(key))) continue;
    expect({ key, status: b.get(key)?.status ?? 'absent' }).toEqual({ key, status: 'established' });
  }
  if (rules('unaccounted-minutes'))
    expect(certainMs(after, 'unaccounted-minutes')).toBeLessThanOrEqual(
      possibleMs(before, 'unaccounted-minutes'),
    );
}

const acts = fc.array(act, { minLength: 2, maxLength: 9 });

describe('what the rules owe the court', () => {
  it('widening a reading never makes anything established', () => {
    let reached = 0;
    fc.assert(
      fc.property(acts, fc.nat(8), fc.nat(600), fc.nat(600), (list, pick, down, up) => {
        const before = made(list);
        const i = 1 + (pick % list.length);
        const after: CaseRecord = {
          ...before,
          events: before.events.map((e, k) => {
            if (k !== i) return e;
            const { at, coarse } = list[i - 1] as Act;
            const s = 50_400 + at;
            return {
              ...e,
              start: `between ${text((coarse ? s - (s % 60) : s) - down)} and ${text((coarse ? s - (s % 60) + 59 : s) + up)}`,
            };
          }),
        };
        // What may come before the seizure counts from the seizure on, where what surely does is none of the stop.
        const widened = list[i - 1] as Act;
        if (widened.clock === 'cam' || widened.at - down - (widened.coarse ? 60 : 0) < 0) return;
        const y = findingsIn(after);
        if (y.contradictions.length > 0 || !stands(y, () => true)) return;
        const x = findingsIn(before);
        if (x.contradictions.length > 0) return;
        reached++;
        expectNoStronger(x, y, () => true);
      }),
      runs(1500),
    );
    expect(reached).toBeGreaterThan(inAllRuns(600));
  });

  const HELPS: readonly (readonly [EventKind, readonly string[]])[] = [
    [
      'suspicion-articulated',
      [
        'mission-complete',
        'sniff-adds-time',
        'off-mission-detour',
        'search-before-cause',
        'consent-in-extension',
        'frisk-without-danger',
        'search-incident-late',
        'unaccounted-minutes',
      ],
    ],
    [
      'plain-view',
      [
        'mission-complete',
        'sniff-adds-time',
        'off-mission-detour',
        'search-before-cause',
        'search-after-withdrawal',
        'search-incident-late',
        'de-facto-arrest',
      ],
    ],
    [
      'alert',
      [
        'mission-complete',
        'search-before-cause',
        'search-after-withdrawal',
        'search-incident-late',
        'de-facto-arrest',
        'unaccounted-minutes',
      ],
    ],
    [
      'consent-given',
      [
        'mission-complete',
        'search-before-cause',
        'search-incident-late',
        'sniff-at-home',
        'frisk-without-danger',
      ],
    ],
    [
      'warrant-issued',
      [
        'search-before-cause',
        'search-after-withdrawal',
        'search-incident-late',
        'stop-before-cause',
        'probable-cause-hearing',
        'fruit',
      ],
    ],
    [
      'arrest',
      [
        'mission-complete',
        'search-before-cause',
        'search-after-withdrawal',
        'de-facto-arrest',
        'frisk-without-danger',
      ],
    ],
    ['danger-stated', ['frisk-without-danger', 'search-before-cause']],
    ['warnings-given', ['unwarned-questions']],
    ['claimed-violation', ['stop-before-cause']],
    ['records-check', ['mission-complete', 'sniff-adds-time', 'off-mission-detour', 'unaccounted-minutes']],
    ['writing', ['mission-complete', 'sniff-adds-time', 'off-mission-detour', 'unaccounted-minutes']],
  ];
  const said = { open: false, coarse: false, actor: 'officer A', clock: 'dispatch' } as const;
  /** What a record must hold for a fact to help against anything: seldom drawn. */
  const THERE: { readonly [K in EventKind]?: readonly Act[] } = {
    'warnings-given': [
      { ...said, kind: 'arrest', at: 300, length: 0 },
      { ...said, kind: 'custodial-questions', at: 600, length: 900 },
    ],
  };
  it.each(HELPS)(
    'a fact that helps the government never strengthens a finding against it: %s',
    (kind, rules) => {
      let reached = 0;
      fc.assert(
        fc.property(acts, act, (drawn, extra) => {
          const list = [...drawn, ...(THERE[kind] ?? [])];
          const before = made(list);
          // A claimed violation where none was claimed makes the record speak for the first time.
          fc.pre(kind !== 'claimed-violation' || list.some((a) => a.kind === 'claimed-violation'));
          // An act after all others makes the known stop longer.
          const last = Math.max(...list.filter((a) => TELLS.has(a.kind)).map((a) => a.at));
          fc.pre(last >= 60);
          const fact = row(
            { ...extra, at: extra.at % (last - 59), kind, actor: 'officer A' as const },
            'extra',
          );
          const after: CaseRecord = {
            ...before,
            events: [...before.events, event({ ...fact, actor: 'officer C' }, 99)],
          };
          const y = findingsIn(after);
          fc.pre(y.contradictions.length === 0);
          if (!stands(y, (r) => rules.includes(r))) return;
          const x = findingsIn(before);
          fc.pre(x.contradictions.length === 0);
          reached++;
          expectNoStronger(x, y, (r) => rules.includes(r), true);
        }),
        runs(360),
      );
      expect(reached).toBeGreaterThan(inAllRuns(60));
    },
  );

  it('the names, the order and the number of the papers change nothing', () => {
    const figures = (a: Judged): string[] =>
      a.findings
        .map((f) => `${f.rule} ${f.status} ${f.bounds?.min} ${f.bounds?.max} ${CUT.has(f.rule) ? '' : f.key}`)
        .sort();
    fc.assert(
      fc.property(acts, fc.infiniteStream(fc.nat(1000)), (list, rolls) => {
        const before = made(list);
        const roll = (): number => rolls.next().value as number;
        const shuffled = before.events
          .map((e) => ({ e, k: roll() }))
          .sort((a, b) => a.k - b.k)
          .map(({ e }) => e);
        const after: CaseRecord = {
          ...before,
          sources: [
            ...before.sources.map((s) => ({ ...s, name: `Paper ${s.id}` })),
            { ...(before.sources[0] as CaseRecord['sources'][number]), id: 'half', name: 'The other half' },
          ],
          events: shuffled.map((e) =>
            e.sourceId === 'log' && !COVERAGE.has(e.kind) && roll() % 2 === 0
              ? { ...e, sourceId: 'half' }
              : e,
          ),
        };
        const [x, y] = [findingsIn(before), findingsIn(after)];
        if (x.contradictions.length > 0) return;
        expect(figures(y)).toEqual(figures(x));
      }),
      runs(750),
    );
  });

  it('ranks the statuses as it lists them', () => {
    let pairs = 0;
    fc.assert(
      fc.property(acts, (list) => {
        const ranks = analyze(made(list)).findings.map((f) => RANK[f.status]);
        pairs += Math.max(0, new Set(ranks).size - 1);
        expect(ranks).toEqual([...ranks].sort((a, b) => b - a));
      }),
      runs(100),
    );
    // Lists of findings of more than one status were seen.
    expect(pairs).toBeGreaterThan(inAllRuns(10));
  });
});
