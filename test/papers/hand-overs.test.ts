import { describe, expect, it } from 'vitest';
import { understand } from '../../src/intake/readers/index';
import { typedPaper } from '../../src/papers/paper';
import { linesOfHtml } from '../../src/papers/word';

/** What is made of a page of text, its hand-overs as `item: giver day time > taker day time`. */
function read(text: string) {
  const got = understand(typedPaper(text.replace(/^\n/, ''), 'paper.txt'), { dateOrder: 'mdy' });
  if (!got) throw new Error('no reader takes it');
  const end = (c: (typeof got.custody)[number], e: string): string =>
    [c[`${e}By`] ?? '-', c[`${e}Date`] ?? '-', c[`${e}At`] ?? '-'].join(' ');
  return {
    ...got,
    told: got.entries.map((e) => `${e.kind} ${e.date} ${e.start}`),
    hands: got.custody.map((c) => `${c.item}: ${end(c, 'released')} > ${end(c, 'received')}`),
  };
}

describe('hand-overs in boxes (made up)', () => {
  it('a receipt has one time, that of both ends, wherever its boxes stand', () => {
    const first = read(`
SAMPLE COUNTY SHERIFF'S OFFICE
EVIDENCE RECEIPT
Case No. 24-00417                      Item 3: One glass pipe

Received from: Dep. A. Roe             Date: 03/14/2024
Received by: Evid. Tech. P. Moe        Time: 1512

Purpose: Storage`);
    expect(first.hands).toEqual(['3: Dep. A. Roe 2024-03-14 15:12 > Evid. Tech. P. Moe 2024-03-14 15:12']);
    expect(first.custody[0]?.['purpose']).toBe('Storage');
    const second = read(`
MADE-UP POLICE DEPARTMENT
PROPERTY RECEIPT

Case Number: 2024-03-0417
Received From: John Q. Doe
Address: 100 Main St
Date: 3/14/2024   Time: 3:40 PM

Qty   Description
1     Black Samsung cell phone

Received By: Ofc. Roe #214
Signature: ______________`);
    expect(second.hands).toEqual([': John Q. Doe 2024-03-14 15:40 > Ofc. Roe #214 2024-03-14 15:40']);
  });

  it('two times of a receipt are one of each end; a call that was received is no hand-over', () => {
    expect(
      read(`
EVIDENCE RECEIPT                       Exhibit 4: pipe
Received from: Dep. A. Roe             Date: 03/14/2024  Time: 1512
Received by: Evid. Tech. P. Moe        Date: 03/14/2024  Time: 1520`).hands,
    ).toEqual(['4: Dep. A. Roe 2024-03-14 15:12 > Evid. Tech. P. Moe 2024-03-14 15:20']);
    expect(
      read(`
INCIDENT CARD
Received from: Mrs. Lowe               Date: 03/14/2024
Received by: Disp. 7                   Time: 1512
Complaint: loud music`).hands,
    ).toEqual([]);
  });

  it('of a laboratory: the day before the name, all items of the list, the same line', () => {
    expect(
      read(`
STATE CRIME LABORATORY
Evidence Submission Form
Agency case: 24-118

Item 1   Plant material, 12.4 g gross, sealed bag
Item 2   Three tablets

Submitted: 3/18/2024 by Ofc. L. Lowe    Received by: T. Webb, 3/18/2024 10:42
Returned: 4/02/2024 by T. Webb    Received by: Ofc. L. Lowe, 4/02/2024 14:05`).hands,
    ).toEqual([
      '1, 2: Ofc. L. Lowe 2024-03-18 - > T. Webb 2024-03-18 10:42',
      '1, 2: T. Webb 2024-04-02 - > Ofc. L. Lowe 2024-04-02 14:05',
    ]);
  });

  it('the time in its box is of the day in the box above it, not of the testing; the submitter does not test', () => {
    const got = read(`
STATE LABORATORY
Report of Examination
Laboratory Number: 24-L-118
Submitted by: Ofc. L. Lowe
Date submitted: March 18, 2024
Received by: T. Webb
Time received: 10:42 a.m.

Item 1: Plant material, in a bag that was sealed with tape.
Testing began on April 15, 2024 and ended on April 19, 2024.`);
    expect(got.hands).toEqual(['1: Ofc. L. Lowe 2024-03-18 - > T. Webb 2024-03-18 10:42']);
    expect(got.told).toContain('note 2024-03-18 10:42');
    expect(got.entries.map((e) => e.actor)).not.toContain('Ofc. L. Lowe');
  });

  it('several under heads of their own say From and To; those of a memorandum are none', () => {
    expect(
      read(`
TOWNSHIP POLICE - EVIDENCE CUSTODY
Item No.  Qty  Description
1         3    Small baggies
2         1    Digital scale

Transfer 1
From: Ofc. Roe #214
To: Evidence Locker 7
Date: 03/14/24
Time: 1610
Transfer 2
From: Evidence Locker 7
To: Evid. Tech. Moe
Date: 03/15/24
Time: 0745`).hands,
    ).toEqual([
      '1, 2: Ofc. Roe #214 2024-03-14 16:10 > Evidence Locker 7 2024-03-14 16:10',
      '1, 2: Evidence Locker 7 2024-03-15 07:45 > Evid. Tech. Moe 2024-03-15 07:45',
    ]);
    expect(
      read(`
MEMORANDUM - EVIDENCE CUSTODY
From: Lt. Green
To: Property staff
Date: 03/15/24
Time: 0745

The evidence of last week was moved to the new room on Friday and all of the shelves were counted.`).hands,
    ).toEqual([]);
  });
});

describe('custody tables in other words (made up)', () => {
  it('labels that are shortened, and labels within the cells', () => {
    expect(
      read(`
EVIDENCE CHAIN OF CUSTODY
Tag #    Rel'd by     Rec'd by     Date/Time       Reason
118-1    Roe          Moe          3/14/24 1602    Intake`).hands,
    ).toEqual(['118-1: Roe 2024-03-14 16:02 > Moe 2024-03-14 16:02']);
    expect(
      read(`
EVIDENCE/PROPERTY CUSTODY DOCUMENT
ITEM NO: 5
Date/Time            Released By              Received By              Purpose of Change
14 MAR 24 / 1544     NAME: SGT Hill           NAME: Evid Custodian Day Secure storage`).hands,
    ).toEqual(['5: SGT Hill 2024-03-14 15:44 > Evid Custodian Day 2024-03-14 15:44']);
  });

  it('in a mail sets nothing by a day', () => {
    const got = read(`
From: Paige Moe <pmoe@example-pd.test>
To: D. Attorney <da@example.test>
Date: Tue, 19 Mar 2024 09:12:04 -0500
Subject: Case 24-118 custody

Counsel,

Custody of item 2 is below.

ITEM  DATE        TIME   RELEASED BY     RECEIVED BY      REASON
2     03/14/2024  1602   Ofc. Roe        Evid. Clerk Moe  Storage
2     03/18/2024  0910   Evid. Clerk Moe Det. Poe         Lab`);
    expect(got.reader).toBe('letter');
    expect(got.entries.map((e) => e.kind)).not.toContain('deadline');
    expect(got.hands).toEqual([
      '2: Ofc. Roe 2024-03-14 16:02 > Evid. Clerk Moe 2024-03-14 16:02',
      '2: Evid. Clerk Moe 2024-03-18 09:10 > Det. Poe 2024-03-18 09:10',
    ]);
  });

  it('a head of two rows: who over name and time', () => {
    const got = read(`
CHAIN OF CUSTODY
Item #   Released By                    Received By                    Purpose
         Name         Date/Time         Name         Date/Time
1        Ofc. Lowe    03/14/2024 16:02  Clerk Moe    03/14/2024 16:05  Storage
1        Clerk Moe    03/18/2024 09:10  Det. Poe     03/18/2024 09:12  To lab`);
    expect(got.hands).toEqual([
      '1: Ofc. Lowe 2024-03-14 16:02 > Clerk Moe 2024-03-14 16:05',
      '1: Clerk Moe 2024-03-18 09:10 > Det. Poe 2024-03-18 09:12',
    ]);
    expect(got.custody[0]?.['purpose']).toBe('Storage');
  });

  it('each hand with a day, or a day and a time, in columns of its own', () => {
    const days = read(`
CHAIN OF CUSTODY - EVIDENCE
Item   Released By   Date        Received By   Date        Purpose
1      Ofc. Lowe     03/14/2024  Clerk Moe     03/15/2024  Storage`);
    expect(days.hands).toEqual(['1: Ofc. Lowe 2024-03-14 - > Clerk Moe 2024-03-15 -']);
    const times = read(`
CHAIN OF CUSTODY - EVIDENCE
Item   Released By   Date/Time         Received By   Date/Time         Purpose
1      Ofc. Lowe     03/14/2024 2350   Clerk Moe     03/15/2024 0005   Storage
1      Clerk Moe     03/18/2024 0910   Det. Poe                        To lab`);
    expect(times.hands).toEqual([
      '1: Ofc. Lowe 2024-03-14 23:50 > Clerk Moe 2024-03-15 00:05',
      '1: Clerk Moe 2024-03-18 09:10 > Det. Poe - -',
    ]);
  });

  it('a signature is of the hand that its head names', () => {
    const got = read(`
CHAIN OF CUSTODY - EVIDENCE
Item   Date        Time   Released By   Signature of Receiver   Received By   Purpose
1      03/14/2024  1602   Ofc. Lowe     SIGNED                  Clerk Moe     Storage`);
    expect(got.custody[0]).toMatchObject({ receivedSigned: true });
    expect(got.custody[0]).not.toHaveProperty('releasedSigned');
  });
});

describe('hands that are none, and merged cells (made up)', () => {
  it('who collected, witnessed or mailed has a time of his own, which is none of the hand-over', () => {
    expect(
      read(`
TOXICOLOGY SPECIMEN CUSTODY FORM
Specimen: Blood, 2 gray top tubes
Collected by: RN A. Park        Date: 05/03/2024   Time: 0014
Released by: RN A. Park         Date: 05/03/2024   Time: 0020
Received by: Tpr. Vance
Witnessed by: Tpr. Coe          Date: 05/03/2024   Time: 0031`).hands,
    ).toEqual([': RN A. Park 2024-05-03 00:20 > Tpr. Vance - -']);
  });

  it('released by one to another, with one time, is of both; a list of items is whole', () => {
    expect(
      read(`
EVIDENCE RELEASE FORM
Case Number: 24-5512     Item(s): 002, 003

Released by: K. Shaw, Property Officer
Released to: John Doe (owner)
Date released: 08/14/2024      Time released: 1:20 PM
Authorized by: Sgt. Crane on 08/12/2024`).hands,
    ).toEqual(['002, 003: K. Shaw, Property Officer 2024-08-14 13:20 > John Doe (owner) 2024-08-14 13:20']);
  });

  it('a blank box of the giver stays blank', () => {
    expect(
      read(`
EVIDENCE RECEIPT                       Exhibit 4: pipe
Received from: Dep. A. Roe             Date: __________  Time: ______
Received by: Evid. Tech. P. Moe        Date: 03/14/2024  Time: 1520`).hands,
    ).toEqual(['4: Dep. A. Roe - - > Evid. Tech. P. Moe 2024-03-14 15:20']);
  });

  it('received from is who gave; a time of coming in is that of the row', () => {
    expect(
      read(`
COUNTY CRIME LABORATORY - INTERNAL CHAIN OF CUSTODY
Lab No. 24-L-0551    Agency: Sample City PD

Item  Date/Time Out     Received From       Received By     Date/Time In       Released To    Reason
1     05/07/2024 0830   Evid. Clerk Shaw    T. Webb         05/06/2024 1010    Analyst Hale   Analysis`)
        .hands,
    ).toEqual(['1: Evid. Clerk Shaw 2024-05-06 10:10 > T. Webb 2024-05-06 10:10']);
  });

  it('things that were given into my custody are no arrest', () => {
    const got = read(`
RECEIPT FOR CASH OR OTHER ITEMS
DATE: 05/02/2024
I hereby acknowledge receipt of the following described item(s), which were given into my custody at 2215 hours by the above named individual.`);
    expect(got.entries.map((e) => e.kind)).not.toContain('arrest');
    expect(got.told).toContain('note 2024-05-02 22:15');
  });

  it('a head whose columns stand elsewhere than its rows makes no hand-over', () => {
    expect(
      read(`
CHAIN OF CUSTODY - EVIDENCE
Item #   Released By   Received By        Purpose
         Name          Date/Time          Name         Date/Time
1        Ofc. Lowe     03/14/2024 16:02   Clerk Moe    03/14/2024 16:05   Storage`).custody.map(
        (c) => c['purpose'],
      ),
    ).not.toContain('Clerk Moe');
  });

  it('merged cells of Word and of mails keep their columns', () => {
    const td = (n: number, text: string, name = 'colspan'): string => `<td ${name}="${n}">${text}</td>`;
    const row = (...cells: string[]): string => `<tr>${cells.join('')}</tr>`;
    const lines = linesOfHtml(
      `<table>${row(td(1, 'Item'), td(2, 'Released By'), td(2, 'Received By'), td(1, 'Purpose'))}${row(
        td(1, ''),
        ...['Name', 'Date/Time', 'Name', 'Date/Time'].map((t) => td(1, t)),
        td(1, ''),
      )}${row(
        td(2, '1', 'rowspan'),
        ...['Ofc. Lowe', '03/14/2024 16:02', 'Clerk Moe', '03/14/2024 16:05', 'Storage'].map((t) => td(1, t)),
      )}${row(
        ...['Clerk Moe', '03/18/2024 09:10', 'Det. Poe', '03/18/2024 09:12', 'To lab'].map((t) => td(1, t)),
      )}</table>`,
    );
    const at = (line: number, word: string): number => (lines[line] ?? '').indexOf(word);
    expect(at(3, 'Clerk Moe')).toBe(at(2, 'Ofc. Lowe'));
    expect(at(0, 'Purpose')).toBe(at(3, 'To lab'));
    const got = read(`CHAIN OF CUSTODY - EVIDENCE\n${lines.join('\n')}`);
    expect(got.hands[0]).toBe('1: Ofc. Lowe 2024-03-14 16:02 > Clerk Moe 2024-03-14 16:05');
    expect(got.custody[0]?.['purpose']).toBe('Storage');
  });
});

it('a line well below the last row of a chain is no part of a name in it', () => {
  const page = (between: string): string => `CHAIN OF CUSTODY
Item 1
Released by           Received by           Date         Time     Purpose
S. Doe RN             Ofc. Coe #41          07/19/2024   13:58    Custody
Evid. refrigerator    State Lab             07/23/2024   09:05    Analysis${between}
number two`;
  const hands = (text: string): unknown =>
    understand(typedPaper(text, 'chain.txt'), { dateOrder: 'mdy' })?.custody.map((c) => c['releasedBy']);
  expect(hands(page(''))).toEqual(['S. Doe RN', 'Evid. refrigerator number two']);
  expect(hands(page('\n\n\n\n'))).toEqual(['S. Doe RN', 'Evid. refrigerator']);
});
