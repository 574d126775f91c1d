import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analysis/analyze';
import { NO_CHOICES } from '../../src/record/choices';
import type { CaseRecord } from '../../src/record/record';
import { BUSY } from './busy';
import { madeUp } from './made-up';

/** Rules of which `doctrine.md` lets no court change a status. */
const SAME_EVERYWHERE = new Set(
  (
    'unaccounted-minutes slow-mission stop-before-cause claim-against-footage frisk-without-danger de-facto-arrest ' +
    'search-after-withdrawal search-incident-late phone-without-warrant wait-for-warrant probable-cause-hearing ' +
    'unwarned-questions camera-hole never-produced ai-report contradiction clock-off custody-gap custody-mismatch ' +
    'two-places missing-hand late-booking unlogged-access seal-break quantity-drift lab-order hash-mismatch sampling ' +
    'substitute-analyst'
  ).split(' '),
);

const COURTS = [
  {},
  { forum: 'federal', circuit: 'ca3' },
  { forum: 'federal', circuit: 'ca7' },
  { forum: 'federal', circuit: 'ca9' },
  { forum: 'state', state: 'OR' },
  { forum: 'state', state: 'CO' },
  { forum: 'state', state: 'PA' },
] as const;

const statuses = (r: CaseRecord, court: (typeof COURTS)[number]) =>
  Object.fromEntries(
    analyze({ ...r, case: { ...r.case, choices: { ...NO_CHOICES, ...court } } })
      .findings.filter((f) => SAME_EVERYWHERE.has(f.rule))
      .map((f) => [f.key, `${f.status} ${f.bounds?.min} ${f.bounds?.max}`]),
  );

describe('the court of a case', () => {
  it('changes no status and no length of the rules on which courts do not differ', () => {
    let compared = 0;
    for (const r of [BUSY, madeUp(1), madeUp(2)]) {
      const [first, ...others] = COURTS.map((c) => statuses(r, c));
      for (const other of others) {
        expect(other).toEqual(first);
        compared += Object.keys(other).length;
      }
    }
    expect(compared).toBeGreaterThan(200);
  });
});
