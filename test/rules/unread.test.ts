import { describe, expect, it } from 'vitest';
import { found, hand, log, statuses } from './facts';

const net = (value: number) => [{ of: 'net' as const, value, unit: 'g', plusMinus: 0.1 }];

/** The status of one rule on a form whose lines 2 and 5 are read, with these lines of it that are not. */
function statusOf(rule: string, unread: number[]): string[] {
  const late = { 'late-booking': ['08:00 found: powder #1'] }[rule] ?? [];
  const opened = { 'unlogged-access': ['2024-03-15 03:00 access: Locker 7 @badge 114'] }[rule] ?? [];
  return statuses(
    found(rule, log(...late, ...opened), {
      sources: [{ unread }],
      custody: [
        hand('Ortiz 21:00 > Clerk 21:02', {
          place: 'Locker 7',
          quantities: net(12.4),
          purpose: 'stored',
          line: 2,
        }),
        hand('Clerk 09:00 > Ford 09:05', {
          releasedDate: '2024-03-16',
          receivedDate: '2024-03-16',
          quantities: net(8.4),
          purpose: 'court',
          line: 5,
        }),
      ],
    }),
  );
}

describe('a line of the form that could not be read', () => {
  it.each([
    ['quantity-drift', 3],
    ['unlogged-access', 4],
    ['late-booking', 1],
  ])('may explain what %s finds: established without it, arguable with it', (rule, line) => {
    expect(statusOf(rule, [])).toEqual(['established']);
    expect(statusOf(rule, [line])).toEqual(['arguable']);
    // One that stands elsewhere on the form explains nothing of it.
    expect(statusOf(rule, [9])).toEqual(['established']);
  });
});
