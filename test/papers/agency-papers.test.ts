import { describe, expect, it } from 'vitest';
import { understand } from '../../src/intake/readers/index';
import { type Paper, typedPage } from '../../src/papers/paper';

/** A page of text as an agency prints it, and what is made of it. */
function read(text: string) {
  const page = typedPage(text.replace(/^\n/, ''), 1);
  const paper: Paper = {
    file: 'paper.txt',
    sha256: '',
    bytes: text.length,
    kind: 'text',
    state: 'reads',
    pages: [page],
    members: [],
    says: [],
  };
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
    'note 2024-03-14 22:36',
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
