import { describe, expect, it } from 'vitest';
import { guessMapping, layoutOf, readTables } from '../../src/intake';
import { alreadyThere, withoutAgain } from '../../src/intake/again';
import { contextFor, withDrafts } from '../../src/intake/assemble';
import { newCase } from '../../src/record/case';
import { emptyRecord } from '../../src/record/record';
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

describe('a form that comes in once more', () => {
  const HEADER = 'item,released_by,released_at,received_by,received_at,date,net_weight\n';
  const BAD = '1,Clerk,25:99,Ford,09:05,2024-03-16,8.4 g\n';
  const GOOD = '1,Clerk,09:00,Ford,09:05,2024-03-16,8.4 g\n';
  const FIRST = '1,Ortiz,21:00,Clerk,21:02,2024-03-14,12.4 g\n';
  const LAST = '1,Ford,09:00,Lee,09:05,2024-03-18,8.4 g\n';
  const formOf = async (...texts: string[]): Promise<(readonly number[])[]> => {
    let record = emptyRecord(newCase('c', 'Case', 'America/Chicago', 0));
    let id = 0;
    const unread: (readonly number[])[] = [];
    for (const text of texts) {
      const [table] = await readTables(new TextEncoder().encode(HEADER + text), 'custody form.csv');
      if (!table) throw new Error('no table');
      const mapping = guessMapping(table);
      const read = layoutOf(mapping.layout).read(
        table,
        mapping,
        contextFor(record, '', () => `r${++id}`),
      );
      record = withDrafts(record, withoutAgain(read, alreadyThere(record, read)));
      expect(record.sources.length).toBe(1);
      unread.push(record.sources[0]?.unread ?? []);
    }
    return unread;
  };
  it('has no hole where its line is read now, and one where it is not any more', async () => {
    expect(await formOf(FIRST + BAD + LAST, FIRST + GOOD + LAST)).toEqual([[3], []]);
    expect(await formOf(FIRST + LAST, FIRST + LAST + BAD)).toEqual([[], [4]]);
    expect(await formOf(FIRST + BAD + LAST, FIRST + BAD + LAST)).toEqual([[3], [3]]);
  });
});
