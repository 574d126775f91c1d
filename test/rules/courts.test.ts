import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analysis/analyze';
import { NO_CHOICES } from '../../src/record/choices';
import type { CaseRecord } from '../../src/record/record';
import { settingsOf } from '../../src/rules/settings';
import { record } from '../make';
import { BUSY } from './busy';
import { found, log, statuses as statusesOf } from './facts';
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
  it('the 7th Circuit takes a hallway for the home, and decides nothing where the record does not say where the dog was', () => {
    const stands = (kind: string): string[] =>
      statusesOf(
        found(
          'sniff-at-home',
          log(`10:00-10:05 ${kind}`, '11:00 warrant-issued'),
          {},
          {
            choices: { ...NO_CHOICES, forum: 'federal', circuit: 'ca7' },
          },
        ),
      );
    expect(stands('sniff-in-hallway')).toEqual(['established']);
    expect(stands('sniff-at-home')).toEqual(['arguable']);
  });
  it('is that of a circuit only where the case is in federal court', () => {
    const counted = (choices: Partial<typeof NO_CHOICES>): string => {
      const { travel, history } = settingsOf({ ...record({}).case, choices: { ...NO_CHOICES, ...choices } });
      return `${travel} ${history}`;
    };
    expect(counted({ forum: 'federal', circuit: 'ca7' })).toBe('mission open');
    expect(counted({ forum: 'federal', circuit: 'ca9' })).toBe('open mission');
    expect(counted({ forum: 'state', circuit: 'ca7' })).toBe('open open');
    expect(counted({ circuit: 'ca9' })).toBe('open open');
    expect(counted({ forum: 'federal' })).toBe('open open');
    expect(counted({ forum: 'federal', circuit: 'ca7', travel: 'detour' })).toBe('detour open');
  });
});
