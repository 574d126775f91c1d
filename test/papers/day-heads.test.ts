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

it('02-17-24 behind the name of a log is its day, and a number behind another word is none', () => {
  const log = (title: string): string => `${title}
1931 - 2P11 out w/ veh, Rt 3 at Mill
1941 - req K9
1958 - K91 on scene
2044 - 10-8`;
  expect(read(log('2P11 TRAFFIC LOG 02-17-24')).timed[1]).toBe('dog-requested 2024-02-17 19:41');
  expect(read(log('2P11 CASE 02-17-24')).timed[1]).toBe('dog-requested  19:41');
});
