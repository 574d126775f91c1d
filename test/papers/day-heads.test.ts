import { expect, it } from 'vitest';
import { readTyped as read } from './typed';

it.each([
  ['Mon 06/03/2024', 'Tuesday, 06/04/2024', 'Wednesday, 06/05/2024'],
  ['Monday, June 3, 2024', 'Tues. June 4, 2024', 'Wed, 5 June 2024'],
  ['06/03/2024', 'Tuesday 06/04', 'Date: Wednesday, 06/05'],
])('a day that stands alone behind its weekday heads the rows below it: %s', (...days) => {
  const got = read(`
EVIDENCE VAULT - KEYPAD AUDIT
${days[0]}
07:58:11  1043 POE  Access granted
${days[1]}
23:47:02  2210 ROE  Access granted
${days[2]}
00:09:55  2210 ROE  Exit`);
  expect(got.timed.map((t) => t.replace(/^\S+ /, ''))).toEqual([
    '2024-06-03 07:58:11',
    '2024-06-04 23:47:02',
    '2024-06-05 00:09:55',
  ]);
});
