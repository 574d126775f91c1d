import { describe, expect, it } from 'vitest';
import { nextOf } from '../../src/analysis/next-day';
import { openDays, outlookOf } from '../../src/analysis/outlook';
import { dayNumber } from '../../src/time/days';
import { record } from '../make';

const date = (title: string, day: string, state = '', kind = 'deadline') =>
  ({ title, day, state, kind }) as never;
const demand = (asks: string, due: string, state: string, received = '') =>
  ({ asks, due, state, received }) as never;
const NONE = { dates: [], demands: [], dayClocks: [], exclusions: [] };

describe('the outlook of a case', () => {
  it('names open days alone, the earliest first, an uncertain one from the earliest it can be', () => {
    const days = openDays(
      {
        ...NONE,
        dates: [
          date('hearing', '2026-04-02'),
          date('met already', '2026-03-01', 'met'),
          date('reply', 'between 2026-03-20 and 2026-03-24'),
        ],
        demands: [
          demand('the log', '2026-03-18', 'sent'),
          demand('there', '2026-03-10', 'sent', '2026-03-09'),
          demand('a draft', '2026-03-10', 'draft'),
        ],
      },
      dayNumber('2026-03-15'),
    );
    expect(days).toEqual([
      { on: '2026-03-18', what: 'asked for: the log' },
      { on: '2026-03-20', what: 'reply' },
      { on: '2026-04-02', what: 'hearing' },
    ]);
    expect(nextOf(days, '2026-03-19')).toEqual({ next: days[1], passed: 1 });
    expect(nextOf(days, '2026-05-01')).toEqual({ next: null, passed: 3 });
    // A hearing that was has been: nothing was missed.
    const heard = openDays({ ...NONE, dates: [date('hearing', '2026-04-02', '', 'hearing')] }, 0);
    expect(nextOf(heard, '2026-04-02').next?.what).toBe('hearing');
    expect(nextOf(heard, '2026-05-01')).toEqual({ next: null, passed: 0 });
  });

  it('counts what the record establishes and what is out', () => {
    const r = record({
      events: [
        { ref: 'a', start: '14:00', kind: 'seizure-begins' },
        { ref: 'b', start: '14:10', kind: 'warning-issued' },
        { ref: 'c', start: '14:20', kind: 'sniff' },
      ],
    });
    const o = outlookOf(
      r,
      { ...NONE, demands: [demand('x', '', 'sent'), demand('y', '', 'refused')] },
      '2026-03-15',
    );
    expect(o).toMatchObject({ entries: 3, outstanding: 2, days: [] });
    expect(o.established).toBeGreaterThan(0);
    expect(o.uncontested).toBeLessThanOrEqual(o.established);
  });
});
