import { describe, expect, it } from 'vitest';
import { readTyped as read } from './typed';

/** A report of which the day and the first time stand in its head. */
const report = (words: string) =>
  read(`
INCIDENT REPORT
Date/Time Occurred: 03/14/2024 2341 hrs
NARRATIVE:
${words}`);

describe('printouts (made up)', () => {
  it('print 2353:12, under days on lines of their own', () => {
    const got = read(`
EVENT CHRONOLOGY                    P2024031500127
3/14/24
  2353:12   CREATE   TYPE:TSTOP  OPER:7731
  2358:09   BACKOS   3A14
3/15/24
  0034:48   ONSCN    K942
  0131:00   CLOSE    3A12   DISPO:ARREST`);
    expect(got.told).toEqual([
      'seizure-begins 2024-03-14 23:53:12',
      'note 2024-03-14 23:58:09',
      'dog-arrives 2024-03-15 00:34:48',
      'note 2024-03-15 01:31:00',
    ]);
  });

  it('say in a radio log who speaks, and how fast the recorder is', () => {
    const got = read(`
RADIO TRAFFIC LOG - CHANNEL 2 - 14 MARCH 2024
(times per logging recorder, recorder is 00:01:12 fast of CAD)
2341:10 4P27: Control, traffic. 4100 block North Sample.
2341:16 CTRL: 4P27, go ahead.
2345:58 4P27: Can you start me a K9?
0006:22 K9-2: That's a positive on the passenger side.
0031:55 4P27: One in custody.`);
    expect(got.reader).toBe('log');
    expect(got.entries.map((e) => `${e.actor} ${e.kind} ${e.date} ${e.start}`)).toEqual([
      '4P27 note 2024-03-14 23:41:10',
      'CTRL note 2024-03-14 23:41:16',
      '4P27 dog-requested 2024-03-14 23:45:58',
      'K9-2 alert 2024-03-15 00:06:22',
      '4P27 arrest 2024-03-15 00:31:55',
    ]);
  });

  it('have codes alone under Status: AR of a dog is its arrival', () => {
    const got = read(`
CALL DETAIL REPORT
Date Received    : 03/14/2024
Unit    Officer       Status   Date       Time      Comment
412     DOE,J         AR       03/14/24   22:19:02
K9-3    POE,M         AR       03/14/24   23:14:51
K9-3    POE,M         CL       03/14/24   23:48:00`);
    expect(got.timed).toEqual([
      'note 2024-03-14 22:19:02',
      'dog-arrives 2024-03-14 23:14:51',
      'note 2024-03-14 23:48:00',
    ]);
  });

  it('of a tow: what is ticked below is no act of the call above', () => {
    const got = read(`
VEHICLE IMPOUND / INVENTORY REPORT
Date impounded: 3/15/24     Tow called: 00:41   Tow arrived: 01:02   Released to tow: 01:12
Odometer 98,214      Keys: Y    Reason: [X] Arrest [ ] Abandoned [ ] Evidence`);
    expect(got.timed).toEqual(['note 2024-03-15 00:41', 'note 2024-03-15 01:02', 'note 2024-03-15 01:12']);
  });
});

describe('camera trails (made up)', () => {
  it('are known under the name of a report; the zone behind a period is that of both its ends', () => {
    const got = read(`
Body Worn Camera - Device Activity Report
Report range: 14 Mar 2024 00:00 - 16 Mar 2024 00:00 (UTC)

Timestamp (UTC)            Event                      Detail
2024-03-15T04:41:07Z       Recording started          Trigger: manual
2024-03-15T04:55:40Z       Audio muted
2024-03-15T04:57:02Z       Audio unmuted
2024-03-15T05:33:18Z       Recording stopped          Duration 00:52:11`);
    expect(got.coverage.map((c) => `${c.of} ${c.date} ${c.start} ${c.endDate} ${c.end}`)).toEqual([
      'recording 2024-03-15 04:41:07Z  05:33:18Z',
      'muted 2024-03-15 04:55:40Z  04:57:02Z',
      'trail-period 2024-03-14 00:00Z 2024-03-16 00:00Z',
    ]);
  });

  it('a buffer without sound is no silence of the recording that follows it', () => {
    const trail = (detail: string) =>
      read(`
DEVICE AUDIT TRAIL
Serial X60390214 Assigned: Doe, A #2214 All times UTC
Time                    Event                Detail                        Battery
2024-03-15 21:52:31Z    Buffering started    ${detail}   100%
2024-03-15 23:40:05Z    Recording started    Event button, double press    91%
2024-03-15 23:51:47Z    Recording stopped    Event button, hold            90%`).coverage.map(
        (c) => `${c.of} ${c.start} ${c.end}`,
      );
    for (const detail of [
      'Pre-event 30 s, audio off',
      'audio off, pre-event 30 s',
      'microphone off (buffer)',
    ])
      expect(trail(detail), detail).toEqual(['recording 23:40:05Z 23:51:47Z']);
  });

  it('what was viewed or cut of a recording is a position in it, and no midnight', () => {
    const got = read(`
EVIDENCE AUDIT LOG
Recorded on: Thu Mar 14 2024 23:40:37 CDT   Length 52 min 41 s
 #   When (CDT)                User                    Action
 1   Thu Mar 14 2024 23:40:37  DOE, J #427             Recording begins
 4   Fri Mar 15 2024 08:02:10  DOE, J #427             Viewed (00:00 - 12:40)
 6   Mon Apr 1 2024 09:00:00   BOE, SGT #12            Clip created 06:12-09:40`);
    expect(got.timed.filter((t) => t.includes('note')).slice(-4)).toEqual([
      'note 2024-03-15 08:02:10 -05:00',
      'note  v 00:00 > v 12:40',
      'note 2024-04-01 09:00:00 -05:00',
      'note  v 06:12 > v 09:40',
    ]);
  });
});

describe('reports (made up)', () => {
  it('a form with a summary is a report, and 2346 (03/14) is of that day where it is told again', () => {
    const got = read(`
K-9 UTILIZATION REPORT
Handler: Dep. M. Poe #88    K-9: Blitz    Cert exp: 11/30/2024
Date: 03/15/24   Time requested: 2346 (03/14)   Time arrived: 0003   Time cleared: 0040
SUMMARY
While on patrol I was contacted by SPD dispatch at 2346 hrs and asked to assist with a sniff on a traffic stop at Sample and 22nd. I arrived at 0003 hrs and spoke with Officer Doe. I began the exterior sniff at the front bumper at 0005 hrs. Approximately one minute into the sniff, Blitz displayed a change of behavior and sat at the passenger door. I placed him in my unit at 0007. Blitz has been deployed 214 times in the past 12 months.`);
    expect(got.reader).toBe('narrative');
    expect(got.told).toEqual([
      'dog-requested 2024-03-14 23:46',
      'dog-arrives 2024-03-15 00:03',
      'note 2024-03-15 00:40',
      'dog-requested 2024-03-14 23:46',
      'note 2024-03-15 00:03',
      'sniff 2024-03-15 00:05',
      'alert',
      'note 2024-03-15 00:07',
    ]);
    expect(got.entries.find((e) => e.kind === 'alert')).toMatchObject({ relation: '@p6 +1m', hedged: true });
  });

  it('what would have been is not told as done', () => {
    const got = report(
      'I placed Roe under arrest at 0031 hours. Had Roe consented, the stop would have ended before midnight. If he had signed, I would have released him by 2350. I cleared at 0112.',
    );
    expect(got.told).toEqual(['note 2024-03-14 23:41', 'arrest 2024-03-15 00:31', 'note 2024-03-15 01:12']);
    expect(got.why).toMatch(/“midnight”: it is told of what might have been/);
    expect(got.why).toMatch(/“by 2350”|“2350”: it is told of what might have been/);
  });

  it('what is asked is not told, nor what is denied', () => {
    const got = report(
      'Did Roe consent to a search before 2350 hours? I do not recall. Roe was not arrested. Roe was not arrested until 0031 hours.',
    );
    expect(got.told).toEqual([
      'note 2024-03-14 23:41',
      'note 2024-03-14 before 23:50',
      'note',
      'arrest 2024-03-15 00:31',
    ]);
  });

  it('a correction is of the act that was told, on its day', () => {
    const got = report(
      'I returned to my car at 2347 hours. The dog arrived at 0003 hours on 03/15/2024. I cleared at 0112 hours.\nSUPPLEMENT 03/16/2024 0915 hrs: The above report should read 2346 hours and not 2347 hours as the time I returned to my car.',
    );
    expect(got.timed.slice(-3)).toEqual([
      'note 2024-03-16 09:15',
      'note 2024-03-14 23:46',
      'note 2024-03-14 23:47',
    ]);
  });

  it('somebody’s words do not turn the day of the story', () => {
    const got = read(`
SUPPLEMENTAL REPORT
On 03/15/2024 at 0715 hrs I was assigned this case by Sgt. Boe. Roe was advised of his rights at 0902. Roe told me that he was stopped "maybe a quarter to midnight". The interview ended at 0947. At 06:12 of the video Officer Doe hands the warning to Roe. At 12:41 in the footage the dog arrives. The door opens at the 7:30 mark.`);
    expect(got.timed).toEqual([
      'note 2024-03-15 07:15',
      'warnings-given 2024-03-15 09:02',
      'note 2024-03-14 about 23:45',
      'note 2024-03-15 09:47',
    ]);
    expect(got.entries[0]?.actor).not.toBe('Officer Doe');
    for (const at of ['06:12', '12:41', '7:30'])
      expect(got.why).toContain(`“${at}”: it counts from the start of a recording`);
  });

  it('of two times one cannot be told; of two minutes it is one', () => {
    const got = report(
      'Roe stated he had left Dallas "around 6 or 6:30 that evening." I stopped him at 2342 or 2343 hours.',
    );
    expect(got.timed.slice(1)).toEqual(['seizure-begins 2024-03-14 between 23:42 and 23:43']);
    expect(got.why).toMatch(/“6:30”: one of two times/);
  });

  it('numbered paragraphs are prose, each sentence its own act', () => {
    const got = read(`
OFFENSE REPORT  HP-24-118822
Trooper R. Coe  Badge 1427

1.  On Thursday, March 14, 2024, at 2:12 P.M. the affiant was stationary at milepost 214 on US 54.
2.  The affiant clocked a truck at 81 mph. A stop was initiated at 2:14 P.M. The driver was asked to exit at 2:17 P.M.
3.  The warning was issued at 2:27 P.M. Consent to search was requested and was denied at 2:29 P.M. The driver waited.
4.  A search, which began no later than 3:00 P.M. and was finished by about 3:40 P.M., yielded 34 bundles.
5.  I told him he was not free to leave until the K9 arrived. I transported him to the jail, arriving at 4:58 P.M.`);
    expect(got.timed).toEqual([
      'claimed-violation 2024-03-14 14:12',
      'seizure-begins 2024-03-14 14:14',
      'ordered-out 2024-03-14 14:17',
      'warning-issued 2024-03-14 14:27',
      'consent-refused 2024-03-14 14:29',
      'search 2024-03-14 by 15:00',
      'note 2024-03-14 about 15:40',
      'note 2024-03-14 16:58',
    ]);
    expect(got.told.some((t) => t.startsWith('dog-arrives'))).toBe(false);
  });

  it('“said no” refuses what was asked just before; a form not signed consents to nothing', () => {
    expect(
      report('I asked if he had any drugs. Roe said no. I gave him a warning at 2355 hours.').told,
    ).not.toContain('consent-refused');
    expect(report('I asked for consent to search. Roe said no.').told).toContain('consent-refused');
    const form = (signed: string) => `
CONSENT TO SEARCH
Date: 14 March 2024              Time: 11:55 PM
I, John Roe, having been informed of my right to refuse to consent to such a search, hereby authorize Officer J. Doe to
conduct a complete search of my vehicle.
(Signed)  ${signed}            Witness: T. Smith`;
    expect(read(form('REFUSED TO SIGN')).told.join()).not.toContain('consent-given');
    expect(read(form('John Roe')).told.join()).toContain('consent-given');
  });

  it('a warrant is executed at its own time, and returned at another', () => {
    const got = read(`
RETURN AND INVENTORY
I received the attached search warrant on the 16th day of March, 2024, at 2:00 o'clock P.M., and executed it on the 16th day of March, 2024, at 2:15 o'clock P.M., by searching the device described therein, and made this inventory in the presence of Det. B. Sample at 4:40 P.M. the same day. The warrant was returned on 3/20/24 at 10:05 am.`);
    expect(got.timed).toEqual([
      'note 2024-03-16 14:00',
      'warrant-executed 2024-03-16 14:15',
      'note 2024-03-16 16:40',
      'note 2024-03-20 10:05',
    ]);
  });
});

describe('what lines and tables begin with (made up)', () => {
  it('a day or a number at the head of a line of prose opens nothing within its sentence', () => {
    const got = read(`
GENERAL OFFENSE HARDCOPY      Occurred: 05-Nov-2023 22:50 to 23:40
On 05-Nov-2023 I was working with Officer Coe. We stopped the car at 2251 hours and I searched it at 2332 hours. I put
the gun from under the seat in the back of the car into the evidence locker of the station at about 0130 hours on
11/6/23. The agreement that he had handed to me along with his license at the car was one that had run out on July
2. I did not turn on my body camera until 2255 hours because I forgot. It was turned off at 0006 hrs.`);
    expect(got.timed.slice(-4)).toEqual([
      'search 2023-11-05 23:32',
      'note 2023-11-06 about 01:30',
      'note 2023-11-05 22:55',
      'note 2023-11-06 00:06',
    ]);
  });

  it('items over tables of their own name the rows below them; who performed a move gave or took', () => {
    const got = read(`
Evidence Tracking - Full Item History
Item 001 - Glock 19, ser SMP0142
Transaction Date   Type            From            To              Performed By    Comments
11/06/2023 01:30   Initial Entry   Coe, R (1427)   Temp Locker 07  Coe, R (1427)   sealed
12/01/2023 10:05   Check Out       Gun Room A-14   State Lab       Moe, P (902)    to DNA
Item 002 - Marijuana, 4.5 oz gross
Transaction Date   Type            From            To              Performed By    Comments
11/06/2023 01:35   Initial Entry   Coe, R (1427)   Temp Locker 07  Coe, R (1427)`);
    expect(got.reader).toBe('custody');
    expect(
      got.custody.map((c) => `${c.item} ${c['releasedBy']} > ${c['receivedBy'] ?? ''} ${c['releasedAt']}`),
    ).toEqual([
      '001 Coe, R (1427) >  01:30',
      '001 Moe, P (902) > State Lab 10:05',
      '002 Coe, R (1427) >  01:35',
    ]);
  });

  it('the window that was asked for is the paper’s, and a door that was held open no access', () => {
    const got = read(`
Access Control - Event Report
Door(s): Drug Vault      From 11/06/2023 12:00:00 AM to 11/08/2023 11:59:59 PM
Event Time             Door         Event            Cardholder   Card #
11/7/2023 12:14:20 AM  Drug Vault   Access Granted   Doe, Alex    01431
11/7/2023 12:16:02 AM  Drug Vault   Door Held Open
11/7/2023 9:02:30 AM   Drug Vault   Access Denied    Moe, Pat     01427`);
    expect(got.told).toEqual([
      'access 2023-11-07 00:14:20',
      'note 2023-11-07 00:16:02',
      'note 2023-11-07 09:02:30',
    ]);
  });

  it('a unit with a code in the narrow column beside it is that unit', () => {
    const got = read(`
Incident Report - CAD         Date: Sunday, November 5, 2023
Time       Unit Stat Text                    Disp
22:54:02   14A2 Q    RAN ROE, JANE           MDT
23:27:58   K9-5 ARV                          D07`);
    expect(got.entries.filter((e) => e.start).map((e) => `${e.actor} ${e.kind}`)).toEqual([
      '14A2 records-check',
      'K9-5 dog-arrives',
    ]);
  });
});

describe('the field’s words (made up)', () => {
  const kinds = (words: string): string[] =>
    report(words)
      .entries.slice(1)
      .map((e) => e.kind);

  it('who sat in a car is no dog that alerts; a dog that scratched does', () => {
    expect(kinds('He sat with me in my car.')).not.toContain('alert');
    expect(kinds('The dog scratched at the rear door.')).toEqual(['alert']);
    expect(kinds('The dog showed no interest.')).toEqual(['no-alert']);
    expect(kinds('The dog team got to us at 2327 hrs.')).toEqual(['dog-arrives']);
    expect(kinds('Trooper Joe Poe came with his dog at 2358.')).toEqual(['dog-arrives']);
    expect(report('Trooper Joe Poe came with his dog at 2358.').entries[1]?.actor).toBe('Trooper Joe Poe');
  });

  it('“said okay” to questions is no consent to a search, and who asked if he could search has not', () => {
    expect(kinds('I asked if he would mind a few more questions and he said okay.')).not.toContain(
      'consent-given',
    );
    expect(kinds('I then asked if we could search the car.')).toEqual(['consent-asked']);
  });

  it('numbers in words are whole: thirty-two minutes are not two', () => {
    const got = report(
      'I placed him under arrest at 2351 hours. Thirty-two minutes later the truck was towed.',
    );
    expect(got.entries.at(-1)).toMatchObject({ relation: `@p2 +32m` });
  });
});
