import { describe, expect, it } from 'vitest';
import { understand } from '../../src/intake/readers/index';
import { typedPaper } from '../../src/papers/paper';

/** A page of text as an agency prints it, and what is made of it. */
function read(text: string) {
  const paper = typedPaper(text.replace(/^\n/, ''), 'paper.txt');
  const got = understand(paper, { dateOrder: 'mdy' });
  if (!got) throw new Error('no reader takes it');
  const events = got.entries.filter((e) => e.role === 'event');
  return {
    reader: got.reader,
    told: events.map((e) => `${e.kind} ${e.date} ${e.start}`.replace(/ +/g, ' ').trim()),
    unread: got.unread.map((u) => u.why).join('\n'),
    custody: got.custody,
  };
}

it('a row’s number before a day is no day of a month in 2015', () => {
  const got = read(`
Axon Evidence            Evidence Audit Trail
Evidence ID: BWC-240314-2214     Recorded: Mar 14, 2024 10:13:35 PM (-05:00)

#   Date Time (-05:00)              User               Activity
1   Mar 15, 2024 1:12:04 AM         System             Evidence uploaded from Axon Dock
2   Mar 15, 2024 3:31:40 AM         Doe, A (2214)      Streamed
31  Apr 2, 2024 10:09:15 AM         DA Liaison (9001)  Shared with DA`);
  expect(got.told.map((t) => t.slice(0, 24))).toEqual([
    'note 2024-03-14 22:13:35',
    'note 2024-03-15 01:12:04',
    'note 2024-03-15 03:31:40',
    'note 2024-04-02 10:09:15',
  ]);
});

it('a column of lengths under letters of its own holds no time', () => {
  const got = read(`
Records for 217-555-0142
VOICE USAGE   (times in UTC)
Item  Conn. Date  Conn. Time  Originating    Terminating   ET     Cell
1     03/15/24    03:12:41    2175550142     2175550177    0:42   1427/2
2     03/15/24    03:20:05    2175550177     2175550142    1:14   1427/2
3     03/15/24    04:02:59    2175550142     2175550199    12:07  0991/1`);
  expect(got.told).toEqual([
    'note 2024-03-15 03:12:41Z',
    'note 2024-03-15 03:20:05Z',
    'note 2024-03-15 04:02:59Z',
  ]);
  expect(got.unread).toMatch(/“12:07”: its column is not one of times/);
});

it('the day of an incident is that of its label, and not the day a dog was certified', () => {
  const got = read(`
CANINE DEPLOYMENT REPORT
Handler: Dep. R. Roe     Canine: Rex     Certified: 01/14/2024 (NNDDA)
Incident date: 3/14/2024    Case: 24-0033187
Call received: 2221 hrs     Arrived: 2233 hrs     Deployed: 2236 hrs    Cleared: 2305 hrs`);
  expect(got.told.filter((t) => t.includes(':'))).toEqual([
    'note 2024-03-14 22:21',
    'note 2024-03-14 22:33',
    'sniff 2024-03-14 22:36',
    'note 2024-03-14 23:05',
  ]);
});

it('a log of four figures has ten-codes and stops on highways, each its own row', () => {
  const got = read(`
UNIT LOG  2B14  14MAR24-15MAR24
1800 10-41 BEG SHIFT
1915 TRAFFIC STOP  WRN
2045 MEAL
2115 10-8
2214 TRAFFIC STOP  HWY 9
0041 CLEAR
0600 10-42 END SHIFT`);
  expect(got.told.filter((t) => t.includes(':'))).toEqual([
    'note 2024-03-14 18:00',
    'seizure-begins 2024-03-14 19:15',
    'note 2024-03-14 20:45',
    'note 2024-03-14 21:15',
    'seizure-begins 2024-03-14 22:14',
    'note 2024-03-15 00:41',
    'note 2024-03-15 06:00',
  ]);
});

describe('words', () => {
  it('22h14 is a time', () => {
    const got = read(`
SUPPLEMENT 2        Ofc. M. Vole        14 March 2024
At 22h14 I heard 2B14 call out a stop. I arrived at 22h26 and stood by. At 22h33 the K9 got there.`);
    expect(got.told).toEqual([
      'note 2024-03-14 22:14',
      'note 2024-03-14 22:26',
      'dog-arrives 2024-03-14 22:33',
    ]);
  });
  it('“RUN LICENSE” is no printing of the paper', () => {
    const got = read(`
Incident History Report
Call Taken:     03/14/2024 22:14:05
Unit   Status      Time       User
2B14   ONSCENE     22:14:11   4417
2B14   RUN LICENSE 22:16:38   MDT
K94    ONSCENE     22:33:02   4417`);
    expect(got.told).toContain('records-check 2024-03-14 22:16:38');
  });
});

describe('custody', () => {
  it('of an evidence system is no laboratory report, and its places are nobody’s hands', () => {
    const got = read(`
BEAST EVIDENCE SYSTEM            ITEM HISTORY
Item: 24-0033187-001    Barcode 00142700

Transaction Date/Time   Type        From               To                 By
03/15/2024 01:55:12     Check In    Doe, A (2214)      Temp Locker 12     Doe, A
03/19/2024 09:12:01     Check Out   Shelf B-14-27      Crime Lab          Lowe, L
04/16/2024 15:10:30     Check In    Crime Lab          Shelf B-14-27      Lowe, L`);
    expect(got.reader).toBe('custody');
    expect(got.custody.map((c) => [c['releasedBy'], c['receivedBy'], c['place']])).toEqual([
      ['Doe, A (2214)', '', 'Temp Locker 12'],
      ['Lowe, L', 'Crime Lab', 'Crime Lab'],
      ['Crime Lab', 'Lowe, L', 'Shelf B-14-27'],
    ]);
  });
  it('stands in boxes, one who gave and one who took, each with a day and a time of its own', () => {
    const got = read(`
PROPERTY TRANSFER FORM
ITEM #: 3     DESCRIPTION: Samsung phone        CASE: 24-0033187

RELINQUISHED BY (print/sign): A. Doe  /s/ A. Doe       DATE: 3/15/24   TIME: 0155
RECEIVED BY (print/sign): L. Lowe  /s/ L. Lowe         DATE: 3/15/24   TIME: 0910
REASON: Storage

RELINQUISHED BY (print/sign): L. Lowe  /s/ L. Lowe     DATE: 3/21/24   TIME: 1000
RECEIVED BY (print/sign): ____________                 DATE: ______    TIME: ____
REASON: Extraction`);
    expect(got.custody).toMatchObject([
      {
        item: '3',
        releasedBy: 'A. Doe',
        releasedAt: '01:55',
        receivedBy: 'L. Lowe',
        receivedDate: '2024-03-15',
        receivedAt: '09:10',
        purpose: 'Storage',
        releasedSigned: true,
        receivedSigned: true,
      },
      { releasedBy: 'L. Lowe', releasedDate: '2024-03-21', releasedAt: '10:00', purpose: 'Extraction' },
    ]);
    expect(got.custody[1]).not.toHaveProperty('receivedBy');
    expect(got.custody[1]).not.toHaveProperty('receivedAt');
  });
  it('within a report: the story keeps its acts, the sheet its hand-overs', () => {
    const got = read(`
EXAMPLE PD                       SUPPLEMENTAL REPORT               Case 24-0033187
Officer: Ofc. M. Vole #418       Date: 03/15/2024

On 03/14/2024 at 2243 hours I found a bag under the seat of the car and took it into my custody.
I drove to the station and logged the bag and a pipe into evidence at 0155 hours.

PROPERTY / EVIDENCE
Item   Description                    Released By      Received By     Date        Time
1      Bag w/ crystalline substance   Ofc. M. Vole     Locker 12       03/15/24    0155
1      Bag w/ crystalline substance   Locker 12        L. Lowe         03/15/24    0910

I returned to service at 0220 hours and had nothing further to do with this case.`);
    expect(got.told).toContain('found 2024-03-14 22:43');
    expect(got.custody.map((c) => `${c['releasedBy']} > ${c['receivedBy']} ${c['receivedAt']}`)).toEqual([
      'Ofc. M. Vole > Locker 12 01:55',
      'Locker 12 > L. Lowe 09:10',
    ]);
  });
  it('evidence submitted to a laboratory is received there', () => {
    const got = read(`
EXAMPLE REGIONAL CRIME LABORATORY
CONTROLLED SUBSTANCES REPORT

Evidence submitted by L. Lowe, Example County SO, on March 19, 2024 at 0942 hours.
Item 1: one heat-sealed plastic bag containing white crystalline substance. Seal intact upon receipt.
Analyst: C. Coe`);
    expect(got.custody).toMatchObject([
      {
        item: '1',
        releasedBy: 'L. Lowe',
        receivedDate: '2024-03-19',
        receivedAt: '09:42',
        sealState: 'intact',
      },
    ]);
  });
});

describe('the day', () => {
  it('of a paragraph is the one that opens it, and not that of the memorandum', () => {
    const got = read(`
MEMORANDUM
TO: Lt. Green
FROM: Ofc. Kim #930
DATE: March 20, 2024
RE: Use of force

On 3/14/24 I responded as backup to Ofc. Vole. I got the call at 2231 and was there in 4 minutes. Subject pulled
away at about 2350 and I used a wrist lock. He was cuffed by 2351. EMS was called right away and came
at 0012. They left at 0035 hrs.`);
    expect(got.told.filter((t) => /\d\d:\d\d/.test(t))).toEqual([
      'note 2024-03-14 22:31',
      'note 2024-03-14 about 23:50',
      'secured 2024-03-14 by 23:51',
      'note 2024-03-15 00:12',
      'seizure-ends 2024-03-15 00:35',
    ]);
  });
  it('on which somebody was heard is not the day of what he tells', () => {
    const got = read(`
Interview of Ed R.       Investigator: K. Brandt       April 9, 2024, 2:00 pm to 2:45 pm
Ed says they were pulled over a little after ten. He texted his sister at 10:36 pm and the dog
was already walking around the car. He is sure it was dark. They let him go at quarter to midnight.`);
    expect(got.told).toContain('note 22:36');
    expect(got.told).toContain('note 23:45');
  });
  it('in court is not carried to the rows below, and a ticked box says which half', () => {
    const got = read(`
UNIFORM TRAFFIC CITATION   No. 4417 142 7
DATE OF OFFENSE  03/14/2024    TIME  10:14  [ ]AM [X]PM     COUNTY EXAMPLE
COURT DATE 04/22/2024   TIME  9:00  [X]AM [ ]PM   COURTROOM 2
OFFICER A. DOE  ID 2214    ISSUED 10:31 PM`);
    expect(got.told).toEqual(['note 2024-03-14 22:14', 'note 2024-04-22 09:00', 'note 2024-03-14 22:31']);
  });
  it('of which neither half is ticked, or both, is listed and never guessed', () => {
    for (const boxes of ['[ ]AM [ ]PM', '[X]AM [X]PM']) {
      const got = read(`
UNIFORM TRAFFIC CITATION   No. 4417 142 7
DATE OF OFFENSE  03/14/2024    TIME  10:14  ${boxes}     COUNTY EXAMPLE
OFFICER A. DOE  ID 2214    ISSUED 10:31 PM`);
      expect(got.told).toEqual(['note 2024-03-14 22:31']);
      expect(got.unread).toMatch(/“10:14”: neither a\.m\. nor p\.m\. is ticked/);
    }
  });
  it('stands in its own box of a row, and Mar-14 is one', () => {
    const form = read(`
PROPERTY TRANSFER FORM
RELINQUISHED BY (print/sign): A. Doe  /s/ A. Doe       DATE: 3/15/24   TIME: 0155
RELINQUISHED BY (print/sign): L. Lowe  /s/ L. Lowe     DATE: 3/21/24   TIME: 1000`);
    expect(form.told).toEqual(['note 2024-03-15 01:55', 'note 2024-03-21 10:00']);
    const lock = read(`
MOTEL 9 - FRONT DESK                     KEY AUDIT REPORT   ROOM 214
Lock time: Mar-18-2024 09:14    Interrogated by: MGR
DATE        TIME    CARD        TYPE
Mar-14      19:02   Guest 1     Opened
Mar-15      00:12   Master 3    Opened`);
    expect(lock.told.slice(1)).toEqual(['access 2024-03-14 19:02', 'access 2024-03-15 00:12']);
  });
});

describe('what is no time', () => {
  it('by how much the second is later than the first is a length', () => {
    const got = read(`
GPS MONITORING - ALERT HISTORY            Participant: DOE, JOHN
Alert                 Start (CST/CDT)            End (CST/CDT)              Took
Zone Exclusion        03/20/2024 21:14:05        03/20/2024 21:29:40        00:15:35
Low Battery           03/22/2024 11:58:12        03/23/2024 00:10:55        12:12:43`);
    expect(got.told).toHaveLength(4);
  });
  it('what somebody wrote at ten at night of 10:30 is not the next morning', () => {
    const got = read(`
SMS Messages
#  Timestamp                     From              To                Body
1  3/14/2024 22:02:11            +13125550142      +12175550199      on my way, there by 1030
2  3/14/2024 22:31:40            +12175550199      +13125550142      where u at its 10:30`);
    expect(got.told).toEqual(['note 2024-03-14 22:02:11', 'note 2024-03-14 22:31:40']);
    expect(got.unread).toMatch(/“10:30”: a\.m\. or p\.m\. is not said/);
  });
  it('1015 in a column of times is no ten-code', () => {
    const got = read(`
JAIL VISITATION LOG
Visitor            Relation   Date        Sched    In      Out
K. Brandt          Atty inv.  03/18/24    0900     0911    1015`);
    expect(got.told[0]).toBe('note 2024-03-18 09:00');
  });
});

it('a sentence goes on behind “At 10:21 p.m.”, and an arrival without “at” has its time', () => {
  const got = read(`
AFFIDAVIT FOR SEARCH WARRANT
1. On March 14, 2024, at approximately 10:15 p.m., Deputy Doe stopped a 2011 Honda Accord on Highway 9.
2. At 10:21 p.m. Deputy Doe requested a canine. K-9 Officer Roe arrived 2241. The sniff was from 2243 to 2246.`);
  expect(got.told).toEqual([
    'seizure-begins 2024-03-14 about 22:15',
    'dog-requested 2024-03-14 22:21',
    'dog-arrives 2024-03-14 22:41',
    'sniff 2024-03-14 22:43',
  ]);
});

it('half a day is left open in testimony, hedged or between two times as well', () => {
  const got = read(`
                 TRANSCRIPT OF SUPPRESSION HEARING
                       April 22, 2024
   THE COURT: We are on the record at 9:34 a.m.
 Q  Deputy, what time did you stop the car?
 A  It was 10:14 in the evening.
 Q  And when did you hand him the warning?
 A  About 10:30.
 Q  The dog was there when?
 A  From 10:41 to 10:50, I would say.
 Q  When did the judge sign?
 A  At 4:12 o'clock p.m.`);
  expect(got.told).toEqual(['note 09:34', 'note 22:14', 'note 16:12']);
  expect(got.unread.match(/a\.m\. or p\.m\. is not said/g)).toHaveLength(2);
});

it('the day on which an offer expires is its deadline; that of a license is none', () => {
  const got = read(`
Dear Counsel:
The State's offer of March 20 expires April 5, 2024 at 5:00 PM. His license expires June 9, 2026.
The offer of probation remains open until April 2, 2024.`);
  expect(got.told).toContain('deadline 2024-04-05 17:00');
  expect(got.told.join(' ')).not.toMatch(/2026/);
});

it('a labelled figure of a form is a time whatever the dog did', () => {
  const got = read(`
K-9 UTILIZATION REPORT
Handler: Dep. S. Lowe   K-9: Rex   Date: 3-14-24
Time called: 2224   Time arrived: 2242   Time deployed: 2243   Alert: 2244
Stopped: 2214   Searched: 2251   Badge: 2214   Unit 2214`);
  expect(got.told.map((t) => t.slice(-5))).toEqual(['22:24', '22:42', '22:43', '22:44', '22:14', '22:51']);
});

it('a log that writes a.m. and p.m. on some rows leaves half a day open on the others', () => {
  const got = read(`
RADIO LOG   Thursday March 14, 2024
9:58 PM   214   Traffic stop, US 30 at Main
10:02     214   DL check
10:27     K9-2  On scene
12:05 AM  214   Clear`);
  expect(got.told.filter((t) => t.includes(':'))).toEqual([
    'seizure-begins 2024-03-14 21:58',
    'note 2024-03-15 00:05',
  ]);
  expect(got.unread.match(/a\.m\. or p\.m\. is not said/g)).toHaveLength(2);
});

it('the time at which a search ended is none at which it began', () => {
  const got = read(`
SUPPLEMENTAL REPORT      Deputy S. Lowe       Case 24-031455

On 3-14-24 at approximately 10:24 p.m. I was called to assist Ofc. Marsh at US 30.
The search began at 10:46 and ended at 11:10 p.m. At 12:15 a.m. I returned to service.`);
  expect(got.told).toContain('note 2024-03-14 23:10');
  expect(got.told.join()).not.toMatch(/search 2024-03-14 23:10/);
});

it('what became of a call is no act at its time', () => {
  const got = read(`
DAILY ACTIVITY LOG
03/14/24 Thursday
2214  Traffic Stop        US 30 / Main St      214   Arrest
2231  Suspicious Person   1404 Elm St          219   GOA
2302  Alarm               2200 Oak Ave         214   False`);
  expect(got.told.filter((t) => t.includes(':'))[0]).toBe('seizure-begins 2024-03-14 22:14');
});

it('positions in a recording are no times of day', () => {
  const lines = (head: string, ...rows: string[]) => read([head, ...rows].join('\n'));
  const boxed = lines(
    'State v. Roe - BWC timeline (Marsh)                3/14/24',
    '[00:00:31] exits patrol car',
    '[00:13:22] returns with warning',
    '[00:31:15] dog sits',
  );
  expect(boxed.told.filter((t) => t.includes(':'))).toEqual([]);
  expect(boxed.unread.match(/counts from the start of a recording/g)).toHaveLength(3);
  const short = lines(
    'Body camera, 3/14/24',
    '0:31 exits car',
    '1:05 at window',
    '13:22 gives warning',
    '31:15 dog sits',
  );
  expect(short.told.filter((t) => t.includes(':'))).toEqual([]);
  const night = lines(
    'DISPATCH LOG 03/15/2024',
    '00:00:31 214 TRAFFIC STOP',
    '00:13:22 214 REQ K9',
    '00:31:15 K9-2 ARRIVED',
  );
  expect(night.told.filter((t) => t.includes(':'))).toHaveLength(3);
});

it('two times with a stroke between are a stretch, unless the second can be a zone: then nothing is taken', () => {
  const got = read(`
DISPATCH LOG 03/14/2024
22:46-23:10 214 SEARCH OF VEHICLE
08:15-09:30 214 INTERVIEW
2024-03-14T22:50:00-05:00 214 ARREST`);
  expect(got.told.filter((t) => t.includes(':'))).toEqual([
    'search 2024-03-14 22:46',
    'arrest 2024-03-14 22:50:00 -05:00',
  ]);
  expect(got.unread).toMatch(/from one time to another, or a time and its zone/);
});

it('who asks in a hearing leaves half a day open too', () => {
  const got = read(`
TRANSCRIPT OF DEPOSITION
 1      Q.   You said the stop was at 10:14 p.m.?
 2      A.   Correct.
 3      Q.   You gave him the warning at 10:27?
 4      A.   I believe it was 10:27 p.m., yes.
 5      Q.   And the dog alerted at 22:46?
 6      A.   Per my report, 2246 hours.`);
  expect(got.told.map((t) => t.slice(-5))).toEqual(['22:14', '22:27', '22:46', '22:46']);
});

it('a log that goes from 12:20 on to 1:05 leaves half a day open, and is not put on the next day', () => {
  const rows = `10:14  2B14   Traffic stop, white Honda
10:33  K94    10-97
12:20  2B14   10-15 en route to jail
1:05   2B14   10-97 jail`;
  const got = read(`
COUNTY RADIO LOG          DATE: 03/14/2024      SHIFT: NIGHT
TIME   UNIT   TRAFFIC
${rows}`);
  expect(got.told.filter((t) => t.includes(':'))).toEqual([]);
  expect(got.unread.match(/a\.m\. or p\.m\. is not said/g)).toHaveLength(4);
  // A zero before the hour, or an hour past twelve, says that the log keeps 24: midnight was passed.
  const full = read(`
COUNTY RADIO LOG          DATE: 03/14/2024      SHIFT: NIGHT
TIME   UNIT   TRAFFIC
${rows.replace('10:14', '22:14').replace('10:33', '22:33').replace('12:20', '00:20').replace('1:05 ', '01:05')}`);
  expect(full.told.filter((t) => t.includes(':')).map((t) => t.slice(-16))).toEqual([
    '2024-03-14 22:14',
    '2024-03-14 22:33',
    '2024-03-15 00:20',
    '2024-03-15 01:05',
  ]);
});

it('what a search of a car yielded is no car that yields', () => {
  const report = (words: string): string =>
    read(`
INCIDENT REPORT 24-1001                         Officer T. Hale #221
Date of incident: 03/14/2024

At 2214 hours I activated my lights. ${words} At 2255 hours I placed Doe under arrest.`).told.join();
  const count = (words: string): number => report(words).split('seizure-begins').length - 1;
  expect(count('The vehicle yielded.')).toBe(count('He said nothing.') + 1);
  expect(count('A search of the vehicle yielded 12.4 grams of powder.')).toBe(count('He said nothing.'));
  expect(count('A search of the vehicle yielded suspected marijuana.')).toBe(count('He said nothing.'));
});
