import { describe, expect, it } from 'vitest';
import { understand } from '../../src/intake/readers/index';
import { typedPaper } from '../../src/papers/paper';

/** A page of text as another agency prints it. */
const paper = (text: string) => typedPaper(text.replace(/^\n/, ''), 'paper.txt');

const read = (text: string) => {
  const got = understand(paper(text), { dateOrder: 'mdy' });
  if (!got) throw new Error('no reader takes it');
  return {
    reader: got.reader,
    entries: got.entries.filter((e) => e.role === 'event'),
    told: got.entries
      .filter((e) => e.role === 'event')
      .map((e) => `${e.kind} ${e.date} ${e.start}${e.end ? ` > ${e.end}` : ''}`.replace(/ +/g, ' ').trim()),
    paper: got.entries.filter((e) => e.role === 'paper').map((e) => `${e.date} ${e.start}`),
    unread: got.unread.map((u) => u.why).join('\n'),
    coverage: got.coverage.map((c) => `${c.of} ${c.date} ${c.start} > ${c.endDate} ${c.end}`),
    custody: got.custody,
  };
};

describe('a report whose own date is the day after the stop', () => {
  const got = read(`
INCIDENT REPORT        Case 24-008812
Reporting officer: A. Doe #2214        Date of report: 03/15/2024 0420

On Thursday, March 14, 2024, at about 10:14 p.m., I was on patrol in the 2200 block of
Highway 9 when I saw a gray Honda with a burned-out left tail light. I activated my
emergency lights at 10:15 p.m. and the car pulled over near mile marker 14. At 10:21 p.m. I
asked dispatch for a K-9. Officer Roe and his dog got there at 10:33 p.m. Shortly before 2240, Rex
gave a positive alert on the passenger side. His date of birth is 10/14/1990. He was booked
at 12:35 a.m. under 720 ILCS 570/402.`);
  it('carries the day of the story, and not that of the report, and is past midnight at its end', () => {
    expect(got.told).toEqual([
      'observation 2024-03-14 about 22:14',
      'claimed-violation',
      'seizure-begins 2024-03-14 22:15',
      'dog-requested 2024-03-14 22:21',
      'dog-arrives 2024-03-14 22:33',
      'alert 2024-03-14 before 22:40',
      'note 2024-03-15 00:35',
    ]);
    expect(got.paper).toEqual(['2024-03-15 04:20']);
  });
  it('names who acts, and makes nothing of a birthday', () => {
    expect(got.entries.find((e) => e.kind === 'dog-arrives')?.actor).toBe('Officer Roe');
    expect(got.entries.some((e) => e.date.startsWith('1990'))).toBe(false);
  });
});

it('a message log of mobile terminals (MDT) is in no zone of the mountains', () => {
  const got = read(`
MDT MESSAGE LOG             UNIT 2B14
FROM DATE 03/14/2024 TO DATE 03/15/2024
03/14/2024 22:16:38  2B14 -> NCIC  QV LIC/AB12345 LIS/IL
03/14/2024 22:16:44  NCIC -> 2B14  NO RECORD
03/15/2024 00:10:44  2B14 -> DISP  en route jail 10-15x1`);
  expect(got.told).toEqual([
    'note 2024-03-14 22:16:38',
    'note 2024-03-14 22:16:44',
    'note 2024-03-15 00:10:44',
  ]);
});

it('the stamps of a dispatch system are a day, a time and a zone', () => {
  const got = read(`
I/CAD EVENT INFORMATION
Event: E240740991   Type: TS - TRAFFIC STOP
Create:   20240314221405CD      Dispatch: 20240314221501CD
Closed:   20240315004100CD`);
  expect(got.told).toEqual([
    'note 2024-03-14 22:14:05 -05:00',
    'note 2024-03-14 22:15:01 -05:00',
    'note 2024-03-15 00:41:00 -05:00',
  ]);
});

describe('device trails', () => {
  it('end their recordings and mutes, and the window asked for is no event', () => {
    const got = read(`
Device Audit Trail
Device: AXON BODY 3   Serial: X60A4471   Assigned to: DOE, A (2214)
Report period: 14 Mar 2024 00:00:00 - 15 Mar 2024 23:59:59

Date          Time       Activity                                  Battery
14 Mar 2024   17:58:12   Device powered on                         98%
14 Mar 2024   22:13:35   Event button pressed - recording started  71%
14 Mar 2024   22:31:10   Audio muted                               70%
14 Mar 2024   22:33:44   Audio unmuted                             69%
15 Mar 2024   00:40:02   Recording stopped                         51%`);
    expect(got.coverage).toEqual([
      'recording 2024-03-14 22:13:35 > 2024-03-15 00:40:02',
      'muted 2024-03-14 22:31:10 >  22:33:44',
      'trail-period 2024-03-14 00:00:00 > 2024-03-15 23:59:59',
    ]);
    expect(got.told).toHaveLength(5);
  });
  it('are known by what they log, to the thousandth and in UTC', () => {
    const got = read(`
VideoManager - Device event log
Device name: V300-00127   Officer: A. Doe
Event time                Event            Details
2024-03-15T03:10:22.120Z  Record start     manual
2024-03-15T03:28:04Z      Mute on
2024-03-15T03:30:41Z      Mute off
2024-03-15T05:37:10Z      Record stop      manual`);
    expect(got.reader).toBe('trail');
    expect(got.coverage[0]).toBe('recording 2024-03-15 03:10:22.120Z >  05:37:10Z');
  });
});

it('a sheet of a dog handler: what was asked for and came is the dog, and the end of a sniff begins none', () => {
  const got = read(`
                 K-9 UNIT DEPLOYMENT RECORD
Handler: R. Roe #418         K-9: Rex          Case #: 24-008812
Date of deployment: 03/14/2024      Requested by: Ofc. Doe
Time requested: 2221     Time arrived: 2233
Start of sniff: 2236     End of sniff: 2239
Narrative:
I arrived at approximately 2233 hours and was briefed by Officer Doe. At 2236 hours I
deployed Rex on the vehicle, counterclockwise from the front bumper. I told Officer Doe of the alert at 2239.`);
  expect(got.told).toEqual([
    'dog-requested 2024-03-14 22:21',
    'dog-arrives 2024-03-14 22:33',
    'sniff 2024-03-14 22:36',
    'note 2024-03-14 22:39',
    'note 2024-03-14 about 22:33',
    'sniff 2024-03-14 22:36',
    'note 2024-03-14 22:39',
  ]);
  expect(got.entries.at(-1)?.actor).toBe('R. Roe');
});

it('what is told at a hearing has no day of the hearing, and half a day is not guessed', () => {
  const got = read(`
State v. Doe, No. 24 CF 1427      Hearing of May 6, 2024
1   Q.   Officer, where were you on March 14, 2024?
2   A.   On Highway 9. I stopped a gray Honda at 10:15 p.m. I
3   handed him the warning at 10:31.
4   Q.   And the dog?
5   A.   The dog got there at 2233 hours.
6   Q.   Sure of that?
7   A.   Yes.`);
  expect(got.reader).toBe('testimony');
  expect(got.told).toEqual(['seizure-begins 22:15', 'dog-arrives 22:33']);
  expect(got.unread).toMatch(/“10:31”: a\.m\. or p\.m\. is not said/);
});

it('an empty box for a signature is no signature, and a receipt in other words is one', () => {
  const custody = read(`
EVIDENCE / PROPERTY RECORD
CHAIN OF CUSTODY
ITEM   DATE       TIME   RELEASED BY (sign)   RECEIVED BY (sign)   PURPOSE
1      03/19/24   0930   /s/ L. Lowe          /s/ Crime Lab Poe    Analysis
1      04/02/24   1510   /s/ Crime Lab Poe                         Return`).custody;
  expect(custody.map((c) => [c['releasedSigned'], c['receivedSigned']])).toEqual([
    [true, true],
    [true, false],
  ]);
  const lab = read(`
STATE CRIME LABORATORY
Report of Analysis                    Laboratory No. L24-01427
Evidence received: March 19, 2024 at 9:42 AM from L. Lowe, sealed
Item 1   One plastic bag.
The seal on Item 1 was intact when received.
Analyst: C. Coe`).custody;
  expect(lab).toMatchObject([
    {
      item: '1',
      releasedBy: 'L. Lowe',
      receivedDate: '2024-03-19',
      receivedAt: '09:42',
      sealState: 'intact',
    },
  ]);
});

it('boxes of a form stand in no order, and a press some minutes late is no midnight', () => {
  const tow = read(`
VEHICLE TOW / INVENTORY REPORT
Date 3/14/24   Time of tow 2310   Tow company called 2255   Tow arrived 2306`);
  expect(tow.told).toEqual(['note 2024-03-14 23:10', 'note 2024-03-14 22:55', 'note 2024-03-14 23:06']);
  const units = read(`
CAD Call Summary Report
Unit   Date        Dispatched   Enroute     Arrived     Cleared
2B14   03/14/2024  22:14:05     22:14:01    22:20:40    00:41:00`);
  expect(units.told.map((t) => t.replace('note ', ''))).toEqual([
    '2024-03-14 22:14:05',
    '2024-03-14 22:14:01',
    '2024-03-14 22:20:40',
    '2024-03-15 00:41:00',
  ]);
});

it('a column of lengths holds no times of day', () => {
  const got = read(`
CALL DETAIL RECORDS
All times UTC
Date        Time       Dur    From        To
03/15/2024  03:12:41   0:42   5550142     5550177
03/15/2024  03:20:05   1:14   5550177     5550142`);
  expect(got.told).toEqual(['note 2024-03-15 03:12:41Z', 'note 2024-03-15 03:20:05Z']);
});

it('a day named by its number, or by another, is not the one above', () => {
  const got = read(`
SUPPLEMENTAL REPORT    Officer: Ofc. R. Roe #418    Date: 3/19/24

On 3/19/24 at 9:12 a.m. I took item 1 to the laboratory and gave it to the clerk there. Officer
Doe had put it in locker 12 on the 15th at 0155 hours, as he told me. I had weighed it the night before at 2330 hours.`);
  expect(got.told.filter((t) => /01:55|23:30/.test(t))).toEqual(['note 01:55', 'note 23:30']);
});

it('words of the evening make the half of the day, and 14MAR24 is a day', () => {
  const got = read(`
NARRATIVE
R/O Doe reports that on 14MAR24 at approx 2214 hrs R/O conducted a traffic stop of a gray Honda.
K94 was requested at 2221 hrs and arrived around 10:33 that night. Between 2221 hrs and 2233 hrs R/O
completed a written warning. I was back in service just after midnight. Search of the vehicle
from 2241 to 2252 hrs located suspected meth.`);
  expect(got.told.slice(0, 4)).toEqual([
    'seizure-begins 2024-03-14 about 22:14',
    'dog-requested 2024-03-14 22:21',
    'note 2024-03-14 about 22:33',
    'warning-issued 2024-03-14 between 22:21 and 22:33',
  ]);
  expect(got.told).toContain('note 2024-03-15 after 00:00');
});
