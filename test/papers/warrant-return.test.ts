import { expect, it } from 'vitest';
import { readTyped as read } from './typed';

it('a sentence that opens with what was done and its day turns the day for the times behind it', () => {
  const got = read(`
RETURN AND INVENTORY
Search warrant 24-SW-118 issued 08/01/2024 at 4:12 p.m. by Judge Sample. Executed 08/02/2024 at 6:05 a.m. We left at 7:48 a.m. and drove to the station.
Copy left with: J. Doe, 7:50 a.m.`);
  expect(got.timed).toEqual([
    'warrant-issued 2024-08-01 16:12',
    'warrant-executed 2024-08-02 06:05',
    'note 2024-08-02 07:48',
    'note 2024-08-02 07:50',
  ]);
});

it('6:31 in a column of a paper that says a.m. and p.m. elsewhere may be either half of the day, and is listed', () => {
  const inventory = (copy: string): string => `
RETURN AND INVENTORY
Date: 08/02/2024    Executed: 6:05 a.m.
No.   Item             Found by    Time
1     Digital scale    Det. Roe    6:31
Copy left with: J. Doe, ${copy}`;
  const twelve = read(inventory('7:50 a.m.'));
  expect(twelve.timed.map((t) => t.slice(-5))).toEqual(['06:05', '07:50']);
  expect(twelve.why).toMatch(/“6:31”: a\.m\. or p\.m\. is not said/);
  expect(read(inventory('19:50')).timed.map((t) => t.slice(-5))).toEqual(['06:05', '06:31', '19:50']);
});
