import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analysis/analyze';
import type { ClockKind } from '../../src/record/clock';
import { record } from '../make';

const statusOf = (kind: ClockKind, minutes: number, by = 'Ortiz', to = 'Lee'): string | undefined => {
  const r = record({
    clocks: [{ id: 'dispatch', kind }],
    custody: [
      {
        id: 'a',
        releasedBy: by,
        releasedAt: '09:00',
        receivedBy: to,
        receivedAt: `09:${String(minutes).padStart(2, '0')}`,
      },
    ],
  });
  return analyze(r).findings.find((f) => f.rule === 'custody-gap')?.status;
};

describe('two hands that sign one form', () => {
  it('wrote by watches of their own: ten minutes between them are no proved gap, half an hour is', () => {
    expect(statusOf('person', 10)).toBe('arguable');
    expect(statusOf('person', 30)).toBe('established');
  });

  it('are timed by one clock where a machine keeps the log, or one person wrote both', () => {
    expect(statusOf('keypad', 10)).toBe('established');
    expect(statusOf('person', 10, 'Ortiz', 'ortiz')).toBe('established');
  });
});
