import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leftOutSays, savedOf } from '../../src/places/cases/backup';
import { backupName, backupsOf, backupTime, nameOfFile, toDrop } from '../../src/places/cases/generations';

const NOON = Date.UTC(2026, 10, 26, 12);
const DAY = 86_400_000;
const id = fc.oneof(
  fc.string({ minLength: 1, maxLength: 40 }),
  fc.constantFrom('case-1', 'case-2', 'case~1'),
);

describe('backups are told apart', () => {
  it('by their case, though titles are alike or in any script', () => {
    const cases = [
      ['State v. Doe', 'case-1'],
      ['State v. Doe', 'case-2'],
      ['Дело Иванова', 'case-3'],
      ['案件', 'case-4'],
      ['Smith/Jones', 'case-5'],
      ['Smith Jones', 'case-6'],
      ['???', 'case-7'],
      ['', 'case-8'],
    ] as const;
    const names = cases.map(([title, of]) => backupName(title, of, NOON));
    expect(new Set(names).size).toBe(cases.length);
    for (const [i, [, of]] of cases.entries())
      expect(backupsOf(names, of).map((b) => b.name)).toEqual([names[i]]);
    expect(nameOfFile('Дело Иванова')).toBe('Дело-Иванова');
  });

  it('whatever their ids are made of; times come back to the millisecond', () => {
    let reached = 0;
    fc.assert(
      fc.property(fc.string(), id, id, fc.integer({ min: 0, max: 4e12 }), (title, a, b, at) => {
        const name = backupName(title, a, at);
        expect(name).not.toMatch(/[/\\:*?"<>|]/);
        expect(backupTime(name, a)).toBe(at);
        if (a !== b) expect(backupTime(name, b)).toBeNull();
        reached++;
      }),
      { numRuns: 500 },
    );
    expect(reached).toBe(500);
  });
});

describe('older backups', () => {
  it('go but for the last ten and one a day for a month; nothing else in the folder is touched', () => {
    // One every three hours for sixty days.
    const names = Array.from({ length: 480 }, (_, i) => backupName('x', 'case-1', NOON - i * (DAY / 8)));
    const others = [
      'brief.docx',
      'x.stopline',
      backupName('x', 'case-2', NOON - 90 * DAY),
      'x~case-1~old.stopline',
    ];
    const gone = toDrop([...others, ...names], 'case-1');
    expect(gone.every((n) => names.includes(n))).toBe(true);
    const left = names.filter((n) => !gone.includes(n));
    expect(left.slice(0, 10)).toEqual(names.slice(0, 10));
    expect(left.length).toBeGreaterThanOrEqual(10 + 29);
    expect(left.length).toBeLessThanOrEqual(10 + 32);
    // Told by the newest backup, not by the clock of this machine: an old folder is not emptied.
    const old = names.map((_, i) => backupName('x', 'case-1', i * DAY));
    expect(toDrop(old.slice(0, 9), 'case-1')).toEqual([]);
  });
});

it('what is kept of the last file is read, also where a version before kept the time alone', () => {
  expect(savedOf({ at: 5, seq: 3 })).toEqual({ at: 5, seq: 3, hash: '' });
  expect(savedOf({ at: 5, seq: 3, hash: 'ab' })).toEqual({ at: 5, seq: 3, hash: 'ab' });
  expect(savedOf(5)).toEqual({ at: 5, seq: 0, hash: '' });
  expect([savedOf(undefined), savedOf('x'), savedOf({ at: 'y' })]).toEqual([null, null, null]);
});

it('what a case file or a backup leaves out is said, and nothing where nothing is', () => {
  const three = { here: 3, size: 2_500_000, missing: 0 };
  expect(leftOutSays(three, true)).toBe('');
  expect(leftOutSays(three, false, 'Backups hold')).toMatch(
    /^Backups hold the case without 3 papers \(.+\)\. “Export case file with its papers” takes along/,
  );
  expect(leftOutSays({ here: 0, size: 0, missing: 1 }, true)).toMatch(
    /without 1 paper not in this browser\.$/,
  );
  expect(leftOutSays({ here: 0, size: 0, missing: 0 }, false)).toBe('');
});
