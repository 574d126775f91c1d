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

  it('who conducts a pat down stops nobody by it, and who refuses a test has no result', () => {
    const got = read(`
INCIDENT REPORT
Date: 03/02/2024
At 0004 hours I conducted a pat down of the subject. He refused a blood draw at 0031 hours. We left for the station at 0035 hours.`);
    expect(got.timed).toEqual([
      'frisk 2024-03-02 00:04',
      'note 2024-03-02 00:31',
      'transport 2024-03-02 00:35',
    ]);
  });

  it('what did not come to be was not done at that minute', () => {
    const got = read(`
OPINION
On October 3, 2023, at 4:05 p.m. the officers came. No warrant had been issued at 4:07 p.m. At 4:20 p.m. nothing illegal was found in the car. At 4:30 p.m. Roe neither wrote a ticket nor asked a question. No warrant was signed until 6:30 p.m. that day.`);
    expect(got.timed).toEqual([
      'note 2023-10-03 16:05',
      'note 2023-10-03 16:07',
      'note 2023-10-03 16:20',
      'note 2023-10-03 16:30',
      'warrant-issued 2023-10-03 18:30',
    ]);
  });

  it('a time is of its own clause: not of what it is counted from, nor of what went on meanwhile', () => {
    const got = read(`
OPINION
On January 9, 2024, Roe stopped the truck at 7:15 p.m. Coe arrived at 8:26 p.m., that is, 44 minutes after the citation was handed over. While Roe was searching the bed, the driver waved and said "no mas" at 8:37 p.m. While searching the cab, at 8:40 p.m. Roe found a pistol. Roe's written report places the alert at 8:13 p.m.`);
    expect(got.timed).toEqual([
      'seizure-begins 2024-01-09 19:15',
      'note 2024-01-09 20:26',
      'note 2024-01-09 20:37',
      'found 2024-01-09 20:40',
      'note 2024-01-09 20:13',
    ]);
  });

  it('the beginning of a stop in other words, and two officers with one rank', () => {
    const got = read(`
ARREST REPORT
Date: 08/29/2024
The takedown unit (Ofcs. Poe & Coe) stopped the subject at 1810 hrs. At 1813 hrs I saw a red Jeep fail to signal. The stop began at 1815 hrs. I had him exit at 1816 hrs. The dog was called at 1817 hrs. I radioed for a dog at 1818 hrs.`);
    expect(got.told).toEqual([
      'seizure-begins 2024-08-29 18:10',
      'claimed-violation 2024-08-29 18:13',
      'seizure-begins 2024-08-29 18:15',
      'ordered-out 2024-08-29 18:16',
      'dog-requested 2024-08-29 18:17',
      'dog-requested 2024-08-29 18:18',
    ]);
    expect(got.entries[0]?.quote).toBe(
      'The takedown unit (Ofcs. Poe & Coe) stopped the subject at 1810 hrs.',
    );
  });

  it('what another act is counted from is told once, and what was not so was not done', () => {
    const got = read(`
ORDER
On June 5, 2023, Corporal Sample pulled over a white van at 9:14 a.m. The dog reached the scene at 9:41 a.m.; it alerted within a minute. Ninety-five minutes after the alert, at 11:17 a.m., agents found the pills in the door. I opened the hatch two minutes after the alert. The license was returned at 9:28 a.m. that day. Had he released the driver at 9:30 a.m., no dog would have come.`);
    expect(got.told).toEqual([
      'seizure-begins 2023-06-05 09:14',
      'dog-arrives 2023-06-05 09:41',
      'alert',
      'found 2023-06-05 11:17',
      'note',
      'documents-returned 2023-06-05 09:28',
    ]);
    expect(got.why).toContain('“9:30 a.m.”: it is told of what might have been');
    expect(got.entries.filter((e) => e.kind === 'note')[0]?.relation).toBe('@p3 +2m');
  });

  it('notes in few words: who is on scene at four figures, and from when to when', () => {
    const got = read(`
OFFICER NARRATIVE            Incident 24-5512
Date: 04/19/2024
I was in unit 2210 at 2205 and stopped a blue Kia at 2207. Sgt. Doe o/s 2225. K9 req 2217 (ETA 20). K9-4 Doe o/s 2236, and he found 2310. Searched 2241 thru 2305, 12 g meth in tailgate. Driver in custody 2311. Tow called 2312 Oak.`);
    expect(got.timed).toEqual([
      'note 2024-04-19 22:05',
      'seizure-begins 2024-04-19 22:07',
      'backup-arrives 2024-04-19 22:25',
      'dog-requested 2024-04-19 22:17',
      'dog-arrives 2024-04-19 22:36',
      'search 2024-04-19 22:41 > 23:05',
      'arrest 2024-04-19 23:11',
    ]);
    for (const number of ['2310', '2312']) expect(got.why).toContain(number);
  });

  it('who is caught behind a house is caught at that hour', () => {
    const got = read(`
ARREST REPORT
Date: 08/29/2024
He was caught at 1826 hrs behind a house. Coe was seen at 6:31 p.m. behind it. My clock was 2:14 behind dispatch.`);
    expect(got.timed).toEqual(['note 2024-08-29 18:26', 'note 2024-08-29 18:31']);
  });
});
