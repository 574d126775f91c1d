import fc from 'fast-check';
import { findingsIn } from '../../src/analysis/analyze';
import type { CaseRecord } from '../../src/record/record';
import { type EventKind, KINDS } from '../../src/record/vocabulary';
import { record } from '../make';

/** Acts of a stop and a search, of which a made-up record draws some. */
const ACTS: readonly EventKind[] = [
  'documents-received',
  'documents-returned',
  'records-check',
  'writing',
  'off-mission-questions',
  'off-mission-check',
  'dog-requested',
  'dog-arrives',
  'waiting',
  'sniff',
  'alert',
  'consent-asked',
  'consent-given',
  'consent-refused',
  'consent-withdrawn',
  'told-to-wait',
  'told-free',
  'ordered-out',
  'secured',
  'warning-issued',
  'search',
  'search-person',
  'inventory',
  'frisk',
  'found',
  'arrest',
  'custodial-questions',
  'warnings-given',
  'claimed-violation',
  'seizure-ends',
  'dog-contact',
  'impound-decided',
  'statement',
  'passed-on',
];

export const text = (s: number): string =>
  [Math.floor(s / 3600), Math.floor(s / 60) % 60, s % 60].map((v) => String(v).padStart(2, '0')).join(':');

/** An act at a time or by its order alone, s after 14:00; a span with an end or without. */
export const acts = (kinds: readonly EventKind[] = ACTS, ordered = 25) =>
  fc.array(
    fc.record({
      kind: fc.constantFrom(...kinds),
      at: fc.integer({ min: 1, max: 2400 }),
      length: fc.integer({ min: 1, max: 900 }),
      open: fc.boolean(),
      ordered: fc.integer({ min: 0, max: 99 }).map((n) => n < ordered),
      after: fc.nat(20),
      actor: fc.constantFrom('officer A', 'officer A', 'officer B', ''),
    }),
    { minLength: 3, maxLength: 9 },
  );
type Act = ReturnType<typeof acts> extends fc.Arbitrary<readonly (infer T)[]> ? T : never;

/** A stop that begins at 14:00:00 and these acts. */
export const stopWith = (list: readonly Act[]): CaseRecord =>
  record({
    events: [
      { ref: 'stop', kind: 'seizure-begins', start: '14:00:00' },
      ...list.map((a, i) => ({
        ref: `e${i}`,
        kind: a.kind,
        start: a.ordered ? `after @${i === 0 ? 'stop' : `e${a.after % i}`}` : text(50_400 + a.at),
        end: KINDS[a.kind].span && !a.open && !a.ordered ? text(50_400 + a.at + a.length) : '',
        actor: a.actor,
      })),
    ],
  });

/** The same case before this court. */
export const before = (r: CaseRecord, choices: Partial<CaseRecord['case']['choices']>): CaseRecord => ({
  ...r,
  case: { ...r.case, choices: { ...r.case.choices, ...choices } },
});

/** What is found in a record, without the proofs that nobody here reads. */
export type Judged = ReturnType<typeof findingsIn>;

/** What is found in a record; null where its entries cannot all be true. */
export function judgedOf(r: CaseRecord): Judged | null {
  const a = findingsIn(r);
  return a.contradictions.length > 0 ? null : a;
}
