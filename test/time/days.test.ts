import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { DateSchema, isDay } from '../../src/record/day';
import { dayFault } from '../../src/time/grammar/date';
import { meaningOf } from '../../src/time/grammar/meaning';
import { solveRecord } from '../../src/time/solver/solve';
import { record } from '../make';

describe('a day that does not exist', () => {
  const none = ['2024-02-31', '2023-02-29', '2024-13-01', '2024-00-10', '2024-04-31', '1900-02-29'];
  it('A8: is refused by every schema of the record, with the true reason', () => {
    for (const day of none) {
      expect(isDay(day)).toBe(false);
      const read = v.safeParse(DateSchema, day);
      expect(read.success ? 'kept' : read.issues.map((i) => i.message)).toEqual([
        `the date ${day} does not exist`,
      ]);
    }
    for (const day of ['', '2024-02-29', '2000-02-29', '2024-12-31'])
      expect(v.is(DateSchema, day)).toBe(true);
  });
  it('A8: is refused by the fields of forms, which say what to write', () => {
    expect(dayFault('2024-02-31')).toBe('the date 2024-02-31 does not exist');
    expect(dayFault('3/14/2024')).toBe('write it 2024-03-14');
    expect(dayFault('3/4/2024')).toBe('write it 2024-03-04 or 2024-04-03');
    expect(dayFault('someday')).toMatch(/write 2024-03-14/);
    expect(dayFault('2024-03-14')).toBeUndefined();
  });
  it('A8: is not moved in a record that has it already, and no clock is blamed', () => {
    const solved = solveRecord(
      record({
        events: [
          { ref: 'a', start: '14:27', date: '2024-02-31' },
          { ref: 'b', start: '14:27', date: '2024-13-01' },
        ],
      }),
    );
    expect(solved.unplaced.map((u) => u.why)).toEqual([
      'the date 2024-02-31 does not exist: correct the date of the row',
      'the date 2024-13-01 does not exist: correct the date of the row',
    ]);
  });
  it('is told apart from a zone that does not exist', () => {
    const m = meaningOf('14:27', { date: '2024-03-14', zone: 'America/Nowhere', approximate: 0 });
    expect(m).toMatchObject({
      ok: false,
      why: '“America/Nowhere” is no zone this app knows: write America/Chicago, UTC or -05:00',
    });
  });
});
