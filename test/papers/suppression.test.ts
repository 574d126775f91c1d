import { describe, expect, it } from 'vitest';
import { readTyped as read } from './typed';

describe('stops as opinions, affidavits and reports tell them (made up)', () => {
  it('a paragraph that opens on a later day is of that day, and the day of a hearing is of no stop', () => {
    const got = read(`
STATEMENT OF FACTS

On February 11, 2024, at 11:40 p.m., officers stopped a silver Nissan. The stop ended at 12:35 a.m. when the driver was released.

5. The same car was stopped again on February 13, 2024 at 3:10 p.m. in Sample Township. At 3:22 p.m. a canine alerted to the trunk.

Agents searched the garage at 5:00 p.m. and left. The driver was called to the station on February 20, 2024 at 9:00 a.m. and came. He was told of it at 4:30 p.m. by Roe.

At the hearing on July 22, 2024, which began at 9:30 a.m., Roe testified. He agreed that the video shows it at 17:43:50.`);
    expect(got.timed).toContain('alert 2024-02-13 15:22');
    expect(got.timed).toContain('search 2024-02-13 17:00');
    expect(got.timed.filter((t) => / (?:09:30|16:30|17:43:50)$/.test(t))).toEqual([
      'note  16:30',
      'note 2024-07-22 09:30',
      'note  17:43:50',
    ]);
  });

  it('a sentence that opens with its hours is whole where a name comes next', () => {
    const got = read(`
FINDINGS OF FACT
On January 9, 2024, Sample stopped the truck at 7:15 p.m. From 7:20 p.m. until 7:27 p.m. Sample questioned the driver about his plans. Later that night at 11:05 p.m. I went to the jail.`);
    expect(got.entries.map((e) => e.quote)).toEqual([
      'On January 9, 2024, Sample stopped the truck at 7:15 p.m.',
      'From 7:20 p.m. until 7:27 p.m. Sample questioned the driver about his plans.',
      'Later that night at 11:05 p.m. I went to the jail.',
    ]);
  });
});
