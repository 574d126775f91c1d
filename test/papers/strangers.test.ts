import { describe, expect, it } from 'vitest';
import { readTyped as read } from './typed';

describe('papers of agencies that nobody here had seen (made up)', () => {
  it('the act of a remark has the time that the remark gives it, and no car or cut number is a unit', () => {
    const got = read(`
CEDAR HOLLOW COMMUNICATIONS - EVENT CHRONOLOGY
Created:    Sat 28-Oct-2023 22:51:37  Operator: D4471  Terminal: PCT07
Time        Oper    Term    Unit     Activity      Comment
22:51:37    D4471   PCT07   4C12     TSTOP         US-30 EB MM 214.6
22:52:10    D4471   PCT07            COMMENT       BLUE F150 OCC 2X
23:01:00    D4471   PCT07            COMMENT       4C12 ADVS DRIVER CONSENT REFUSED AT 2259
23:40:02    D4471   PCT07   TOW      REQ           ROTATION TOW`);
    expect(got.timed).toContain('consent-refused 2023-10-28 22:59');
    expect(got.timed).toContain('note 2023-10-28 23:01:00');
    expect(got.acted.filter((a) => /D447$|F150/.test(a))).toEqual([]);
  });

  it('boxes in one line: each time is that of its own label, and midnight lies between them where they fall', () => {
    const got = read(`
COUNTY JAIL BOOKING SHEET
Date: 05/03/2024
Booked: 2358    Arrested: 2243    Searched: 2250    Released: 0310`);
    expect(got.timed).toEqual([
      'note 2024-05-03 23:58',
      'arrest 2024-05-03 22:43',
      'note 2024-05-03 22:50',
      'note 2024-05-04 03:10',
    ]);
  });

  it('a dispatcher’s boxes: the dog is asked for where it says so', () => {
    const got = read(`
INCIDENT DETAIL   CALL 2217
Date: 05/03/2024
Dispatched: 22:31:09   Arrived: 22:36:40   K9 Requested: 22:39:12   K9 Arrived: 22:58:01   Cleared: 23:20:00`);
    expect(got.timed.filter((t) => /dog/.test(t))).toEqual([
      'dog-requested 2024-05-03 22:39:12',
      'dog-arrives 2024-05-03 22:58:01',
    ]);
  });

  it('a finding of its own cell, and the place behind an arrest', () => {
    const got = read(`
LARKFIELD COUNTY JAIL - INTAKE RECORD
Date/Time of Arrest: 05/03/2024 2343   Place: 2015 ALDER ST
Magistrate: 05/04/2024 0930 Hon. R. Peale      PC found 0941`);
    expect(got.timed).toEqual([
      'arrest 2024-05-03 23:43',
      'note 2024-05-04 09:30',
      'probable-cause-finding 2024-05-04 09:41',
    ]);
  });

  it('the foot of a page under a chain is no hand-over, and no part of one', () => {
    const got = read(`
PINE BLUFF COUNTY SHERIFF      PROPERTY / EVIDENCE RECEIPT                                    PAGE 1 OF 2
                                  CHAIN OF CUSTODY
ITEM NO.   RELINQUISHED BY         RECEIVED BY              DATE / TIME          REASON
001        Dep. K. Osei #31        Sgt. P. Lindqvist #12    14NOV23 1427 hrs     Weigh / seal
001        Evidence Tech Marlowe   State Crime Lab          20 Nov 2023  0915    Analysis
                                   (via USPS 9505 5112)
CONFIDENTIAL - LAW ENFORCEMENT SENSITIVE                                         PBSO-114 (Rev. 06/2018)
                          PINE BLUFF COUNTY SHERIFF'S OFFICE                     PAGE 2 OF 2
ITEM NO.   RELINQUISHED BY         RECEIVED BY              DATE / TIME          REASON
001        State Crime Lab         Evidence Tech Marlowe    01/09/2024  11:40 AM Returned
Printed 06/01/2024 0900                                                          Form EV-7 rev 1/19`);
    expect(
      got.custody.map((c) => [
        c['releasedBy'],
        c['receivedBy'],
        c['releasedDate'],
        c['releasedAt'],
        c['purpose'],
      ]),
    ).toEqual([
      ['Dep. K. Osei #31', 'Sgt. P. Lindqvist #12', '2023-11-14', '14:27', 'Weigh / seal'],
      ['Evidence Tech Marlowe', 'State Crime Lab (via USPS 9505 5112)', '2023-11-20', '09:15', 'Analysis'],
      ['State Crime Lab', 'Evidence Tech Marlowe', '2024-01-09', '11:40', 'Returned'],
    ]);
  });

  it('an officer who puts a thing into a locker hands it to nobody, whatever the room calls him', () => {
    const got = read(`
EVIDENCE MANAGEMENT SYSTEM - ITEM HISTORY
Date/Time            Transaction   From               To                  By           Notes
2024-05-04 01:12:09  Check In      Ofc. Ortega        Temp Locker B-06    ORTEGA
2024-05-09 10:20:44  Check Out     Vault Shelf 3-14   Det. Voss           DUARTE       To lab`);
    expect(got.custody.map((c) => [c['releasedBy'], c['receivedBy']])).toEqual([
      ['Ofc. Ortega', ''],
      ['DUARTE', 'Det. Voss'],
    ]);
  });

  it('values of a trail that were changed are no span, and nobody acted at them', () => {
    const got = read(`
Axon Evidence - Evidence Audit Trail
Serial: X6039A1QB   Model: Axon Body 4    Owner: Brandvold, Tara (417)
#   Date         Time       User                      Action
2   22 Mar 2024  19:59:21   System                    Recording started (signal: light bar)
5   22 Mar 2024  22:40:28   Brandvold, Tara (417)     Recording stopped
9   28 Mar 2024  10:10:10   Admin, Evidence           Recorded on changed from 22 Mar 2024 20:59:21 to 22 Mar 2024 19:59:21`);
    const changed = got.entries.filter((e) => e.quote.includes('changed'));
    expect(changed.map((e) => [e.date, e.start, e.end, e.endDate, e.actor])).toEqual([
      ['2024-03-28', '10:10:10', '', '', 'Admin, Evidence'],
      ['2024-03-22', '20:59:21', '', '', ''],
      ['2024-03-22', '19:59:21', '', '', ''],
    ]);
  });

  it('a trail whose words are joined by a line: recording and mute are coverage, lengths and positions no times of day', () => {
    const got = read(`
WatchGuard Evidence Library | Audit Log Export
Export time (UTC): 2024-08-05T16:20:11Z    Requested by: records@larkfield
Device: 4RE-00412-CAM1     Officer: Ruiz, D
Timestamp (UTC)          Actor            Event
2024-05-04T03:56:41Z     4RE-00412        RECORD_START trigger=emergency_lights prebuffer=30s
2024-05-04T04:21:07Z     4RE-00412        MIC_MUTE
2024-05-04T04:24:52Z     4RE-00412        MIC_UNMUTE
2024-05-04T05:01:09Z     4RE-00412        RECORD_STOP
2024-05-04T11:31:00Z     server           UPLOAD_COMPLETE size=4.1GB duration=01:04:28
2024-05-09T14:02:33Z     voss             VIEWED 00:00:00-00:31:14`);
    expect(got.coverage.map((c) => [c.of, c.start, c.end])).toEqual([
      ['recording', '03:56:41Z', '05:01:09Z'],
      ['muted', '04:21:07Z', '04:24:52Z'],
    ]);
    expect(got.timed.filter((t) => !/Z$/.test(t))).toEqual(['note  v 00:00:00 > v 00:31:14']);
  });

  it('a later officer by his last name alone did what he did, and where to look in a video is no time of day', () => {
    const got = read(`
SUPPLEMENTAL REPORT
Case: LP24-2207     Date: 05/04/24      Officer: M. Ortega 2218
On the above date and time I was dispatched to assist Ofc. Ruiz (2230) on a traffic stop at 1400 W. 9th St.
Ruiz stopped the car at 2257 hours. At 11:27pm the driver gave verbal consent to search (see BWC 00:31:14).
The driver was read Miranda at 2343 by Ruiz. I completed the arrest paperwork at 0030 hours and the case was closed by arrest.`);
    expect(got.acted).toEqual([
      'note by M. Ortega',
      'seizure-begins by Ofc. Ruiz',
      'consent-given by M. Ortega',
      'warnings-given by Ofc. Ruiz',
      'note by M. Ortega',
    ]);
    expect(got.timed.map((t) => t.replace(/^\S+ /, ''))).toEqual([
      '2024-05-04 22:57',
      '2024-05-04 23:27',
      '2024-05-04 23:43',
      '2024-05-05 00:30',
    ]);
    expect(got.unread.map((u) => u.why)).toContainEqual(expect.stringMatching(/^“00:31:14”/));
  });

  it('when a printout was made is its own, under RPT and Export too', () => {
    const got = read(`
** LARKFIELD DISPATCH CENTER **   INC DETAIL RPT   08/02/24 1311
RCVD 05/03/24 2257:11  ENTRY 2257:11
2257:11 *TS    2230   AX7714 KS
2302:05 QRY    2230   DL K01448127
2356:04 TRANS  2218   1 ADLT MALE`);
    expect(got.timed.filter((t) => t.includes('2024-08-02'))).toEqual([]);
    expect(got.entries[0]?.role).toBe('paper');
  });

  it('the call was opened on its day, whenever its pages were printed, and the last column is past midnight', () => {
    const got = read(`
Wren Dispatch - Call Summary                         1/22/2024 9:14 AM    Page 1
Call #  24-00419       Opened  1/19/2024 10:12:08 PM    Closed  1/20/2024 12:58:40 AM
Units
  Unit    Disp          Enr           Arr           Clr
  1422    10:12:08 PM                 10:12:08 PM   12:58:40 AM
Log
 10:12:08 PM  TS  LJK2231 NY
 10:33 PM     1422 ONE UNDER
 12:41 AM     1422 SUBJ RELEASED`);
    expect(got.timed).toEqual([
      'note 2024-01-19 22:12:08',
      'note 2024-01-19 22:12:08',
      'note 2024-01-20 00:58:40',
      'seizure-begins 2024-01-19 22:12:08',
      'note 2024-01-19 22:33',
      'note 2024-01-20 00:41',
    ]);
  });

  it('a search incident to arrest arrests nobody', () => {
    const got = read(`
ARREST NARRATIVE
On 1/19/24 at 2232 hours the driver was placed under arrest. A search incident to arrest was conducted and 3 pills were located in his coat at 2240.`);
    expect(got.timed).toEqual(['arrest 2024-01-19 22:32', 'found 2024-01-19 22:40']);
  });

  it('a witness who wrote days later dates nothing by that day, and 10:12 beside 6:30 leaves half the day open', () => {
    const got = read(`
WITNESS STATEMENT                                  Date 1/21/24    Time started 1430
I state that on Friday night my husband left the house at about 6:30 and was going to a friend's. I got to the station a
little after midnight and had to wait there for him. Officer Tamm told me the stop was at 10:12.`);
    expect(got.timed).toEqual(['note  after 00:00']);
    expect(got.unread.map((u) => u.why)).toContainEqual(expect.stringMatching(/^“10:12”: a\.m\. or p\.m\./));
  });

  it('who is not under arrest is not arrested, and a dog that is spoken of does not speak', () => {
    const got = read(`
METRO RIVERS POLICE - RADIO ACTIVITY LOG          Date: 14 Feb 2025
22:06  3D41  T/S  Elm & 4th  1 occ
22:19  3D41  Advises driver is not under arrest, waiting on K9
22:41  DISP  Cnty K9 unavail until later; trying Fairview
23:46  3D41  1 in custody, felony`);
    expect(got.timed).toEqual([
      'seizure-begins 2025-02-14 22:06',
      'note 2025-02-14 22:19',
      'note 2025-02-14 22:41',
      'arrest 2025-02-14 23:46',
    ]);
    expect(got.acted[2]).toBe('note by ');
  });

  it('what somebody said of his own day ends no stop, a search not consented to is none, each half has its day', () => {
    const got = read(`
CONTINUATION REPORT      By: Det. A. Quarles
On 15 February 2025 at 0915 hours, I was assigned this case. HOLT said he bought the car for $2,300 and that he left Louisville in it.
He never consented to a search. On 2/18/25 I drafted a search warrant for the phone; Judge Pruitt signed it on 2/19/25 at 1:15 p.m.
On 2/21/25 at about 1100 hrs, I spoke by phone with Dep. Fenn, who had been asked by Sgt. Moody to run the dog again.`);
    const dated = got.entries.filter((e) => e.role === 'event').map((e) => `${e.kind} ${e.date} ${e.start}`);
    expect(dated.filter((d) => /seizure-ends|^search/.test(d))).toEqual([]);
    expect(dated.filter((d) => /2025-02-1[89]/.test(d))).toEqual([
      'warrant-issued 2025-02-19 13:15',
      'note 2025-02-18 ',
    ]);
    expect(got.acted.filter((a) => a.includes('Moody'))).toEqual([]);
  });

  it('a form of evidence control is a chain of custody, whatever it is called', () => {
    const got = read(`
EVIDENCE/PROPERTY CONTROL FORM          Eastlake Twp PD          Case 25-001188
Item 1  glass pipe w/ residue     Item 2  baggie 0.9 g
Date/Time         Item   From               To                Signature    Purpose
3/12/25 0215      1,2    Ptl. Grant         Locker #9         MG           Secure
3/13/25 0907      1,2    Locker #9          Ev. Cust. Hall    DH           Inventory
3/19/25 1427      2      Ev. Cust. Hall     BCI Lab           DH / rp      Analysis
5/02/25 10:15 a   2      BCI Lab            Ev. Cust. Hall    rp / DH      Return
Page 1 of 1`);
    expect(
      got.custody.map((c) => [c.item, c['releasedBy'], c['receivedBy'], c['releasedAt'], c['purpose']]),
    ).toEqual([
      ['1,2', 'Ptl. Grant', 'Locker #9', '02:15', 'Secure'],
      ['1,2', 'Locker #9', 'Ev. Cust. Hall', '09:07', 'Inventory'],
      ['2', 'Ev. Cust. Hall', 'BCI Lab', '14:27', 'Analysis'],
      ['2', 'BCI Lab', 'Ev. Cust. Hall', '10:15', 'Return'],
    ]);
  });

  it('consent that was asked for and refused in one sentence is both', () => {
    const got = read(`
OFFENSE REPORT      Reporting Officer: Ptl. M. Grant
On 03/12/2025 at 0003 hours I asked Nolan for consent to search, which he denied. I then requested a K9 from dispatch.`);
    expect(got.acted).toEqual([
      'consent-asked by Ptl. M. Grant',
      'consent-refused by Ptl. M. Grant',
      'dog-requested by Ptl. M. Grant',
    ]);
    expect(got.timed).toEqual(['consent-asked 2025-03-12 00:03']);
  });

  it('a time in words, by a clock of 24 hours, is the time of its act; what is counted in words is none', () => {
    const got = read(`
NARRATIVE
On 05/03/2024 at approximately twenty-one thirty hours I stopped a white Ford for speeding. At twenty-one forty-four
hours Deputy Hale arrived with his dog. The driver was arrested at twenty-two hundred hours. He said that he had
driven twelve hours and owed fourteen hundred dollars.`);
    expect(got.timed).toEqual([
      'seizure-begins 2024-05-03 about 21:30',
      'dog-arrives 2024-05-03 21:44',
      'arrest 2024-05-03 22:00',
    ]);
  });
});
