import { describe, expect, it } from 'vitest';
import { understand } from '../../src/intake/readers/index';
import type { Proposals } from '../../src/intake/readers/reader';
import { readPaper } from '../../src/papers/index';

const places = { cMapUrl: '', standardFontDataUrl: '', wasmUrl: '', iccUrl: '', worker: async () => null };

async function read(text: string): Promise<Proposals & { reader: string }> {
  const paper = await readPaper(new TextEncoder().encode(text), 'paper.txt', { places });
  const got = understand(paper, { dateOrder: 'mdy' });
  if (!got) throw new Error('no reader takes it');
  return got;
}
const times = (p: Proposals): string[] =>
  p.entries
    .filter((e) => e.role === 'event' && e.start !== '')
    .map((e) => `${e.date} ${e.start}${e.end === '' ? '' : ` - ${e.end}`}`);

describe('readers', () => {
  it('do not take the head of a printout, or a court date in a remark, for the day of its rows', async () => {
    const got = await read(`INCIDENT RECALL  #240316-0021   PRINTED: 03/20/24 09:12 BY JDOE
CALL RECVD  03/16/24 23:51:09     ENTRY  23:51:40
DISPATCH    03/16/24 23:52:15     ENRTE  23:52:20   ONSCENE 23:58:59  CLOSED 01:12:00
23:51:40 [OP12] MALE AT DOOR SINCE 2300, WEARING #2314 JERSEY
00:03:14 [S12] OUT W/ ONE AT 2300 BLK
00:04:02 [OP12] DL 2214-0930-1145 CHECK CLEAR, COURT DATE 04/15/24 0900
00:20 [S12] ONE 10-15
01:12:00 [S12] CLEAR 10-8`);
    expect(times(got).slice(-6)).toEqual([
      '2024-03-16 23:51:40',
      '2024-03-17 00:03:14',
      '2024-03-17 00:04:02',
      '2024-04-15 09:00',
      '2024-03-17 00:20',
      '2024-03-17 01:12:00',
    ]);
  });

  it('keep the night on which the clocks go back in one day, and let midnight pass under one head', async () => {
    const back = await read('UNIT LOG  DATE: 11/05/2023\n01:58:12 AT JAIL\n01:03:44 BOOKING\n01:49:10 CLEAR');
    expect(times(back)).toEqual(['2023-11-05 01:58:12', '2023-11-05 01:03:44', '2023-11-05 01:49:10']);
    const on = await read('UNIT LOG  DATE: 11/04/2023\n22:58:12 STOP\n23:50:00 REQ K9\n00:10:00 K9 ARRIVED');
    expect(times(on).at(-1)).toBe('2023-11-05 00:10:00');
  });

  it('carry the zone of a column, and read no period as an entry', async () => {
    const got = await read(`EVIDENCE AUDIT TRAIL        Camera X60390214
Period: 03/01/2024 00:00 to 04/30/2024 23:59
Date        Time (EDT)     User              Event
Mar 15 2024 22:17:21       System            Recording started
Mar 15 2024 23:09:09       System            Recording stopped`);
    expect(times(got)).toEqual(['2024-03-15 22:17:21 -04:00', '2024-03-15 23:09:09 -04:00']);
    expect(got.coverage.map((c) => [c.of, c.start, c.end])).toEqual([
      ['recording', '22:17:21 -04:00', '23:09:09 -04:00'],
      ['trail-period', '00:00', '23:59'],
    ]);
  });

  it('take no house, badge, height or half day in prose for a time', async () => {
    const got = await read(`INCIDENT REPORT   Date: 07/04/2023   Officer: Ofc. P. Sample #1105
Upon arrival I spoke with Ms. Doe at 2315 Example, who stated that at 11 PM her brother came home.
I saw a 6'02", 200 lb male near Unit 1200, and I told him to stop at 2351 hours. He fled toward 2400 S. Test St.
He was given Miranda at 0005 and said "It was like 10:30 when I left." Ordinance 1430.02, fine $1,145.`);
    expect(times(got)).toEqual(['2023-07-04 23:00', '2023-07-04 23:51', '2023-07-05 00:05']);
    expect(got.unread.some((u) => u.quote.includes('10:30'))).toBe(true);
  });

  it('keep a transfer whose date is empty, and empty it stays', async () => {
    const got = await read(`PROPERTY RECEIPT / CHAIN OF CUSTODY
Case 24-1427    Item No. 2      Description: U.S. currency

From                 To                   Date         Time     Reason
Ofc. A. Doe #2214    Temp Locker 12       3/16/24      0025     Secure
Prop. Clerk Roe      Det. Coe                                   Count`);
    expect(got.custody.map((c) => [c.item, c['releasedBy'], c['receivedBy'], c['releasedAt']])).toEqual([
      ['2', 'Ofc. A. Doe #2214', 'Temp Locker 12', '00:25'],
      ['2', 'Prop. Clerk Roe', 'Det. Coe', undefined],
    ]);
  });

  it('tell a report that a machine drafted, and name its holes', async () => {
    const got = await read(`SUPPLEMENTAL NARRATIVE    Deputy Sample     Date: 11/20/2023
This report was drafted with the assistance of artificial intelligence from the body-worn camera recording.
At [INSERT: time] hours I responded to the scene and spoke with the complainant about the argument.`);
    expect(got.draftedFrom).toContain('artificial intelligence');
    expect(got.unread.some((u) => u.why.includes('INSERT: time'))).toBe(true);
    expect(got.entries.filter((e) => e.start !== '')).toEqual([]);
  });
});

describe('zones', () => {
  it('are not a terminal in the next cell, and are what the head says of all times', async () => {
    const cad = await read(`CALL DETAIL REPORT     Date: 03/15/2024
Unit   Status      Time           By
1B07   En Route    10:27:13 PM    OP114
1B07   On Scene    10:31:50 PM    MDT`);
    expect(times(cad)).toEqual(['2024-03-15 22:27:13', '2024-03-15 22:31:50']);
    const trail = await read(`EVIDENCE AUDIT LOG   Device: BW3-0034   Times: UTC
2024-03-16 02:16:51   Buffering -> Recording
2024-03-16 03:09:09   Recording stopped by user`);
    expect(times(trail)).toEqual(['2024-03-16 02:16:51Z', '2024-03-16 03:09:09Z']);
    expect(trail.coverage.map((c) => [c.start, c.end])).toEqual([['02:16:51Z', '03:09:09Z']]);
  });
});
