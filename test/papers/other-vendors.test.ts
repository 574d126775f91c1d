import { describe, expect, it } from 'vitest';
import { understand } from '../../src/intake/readers/index';
import { relationIn } from '../../src/intake/readers/relations';
import { typedPaper } from '../../src/papers/paper';

const read = (text: string) => {
  const got = understand(typedPaper(text, 'made-up.txt'), { dateOrder: 'mdy' });
  if (!got) throw new Error('no reader takes it');
  return got;
};
type Read = ReturnType<typeof read>;
const times = (p: Read): string[] =>
  p.entries.map((e) => `${e.date} ${e.start}${e.end ? ` to ${e.end}` : ''}`);

describe('printouts, forms and reports as other vendors lay them out (made up)', () => {
  it('a radio log by the hour: dogs, stops and ten-codes are rows, and midnight is passed', () => {
    const got = read(`RADIO LOG  UNIT 7C  SHIFT B   SAT 06/01/2024 - SUN 06/02/2024
2150  10-8
2207  T-STOP  RED TRUCK TST 7777  HWY 2 @ MP 14
2209  10-27/10-28  VALID/CLEAR
2224  K9 REQ
2251  K9 O/S
2258  ALERT
2316  1 IN CUST
0004  10-15 TO JAIL   SM 41.2`);
    expect(got.entries.filter((e) => e.start !== '').map((e) => `${e.kind} ${e.date} ${e.start}`)).toEqual([
      'note 2024-06-01 21:50',
      'seizure-begins 2024-06-01 22:07',
      'note 2024-06-01 22:09',
      'dog-requested 2024-06-01 22:24',
      'dog-arrives 2024-06-01 22:51',
      'alert 2024-06-01 22:58',
      'arrest 2024-06-01 23:16',
      'arrest 2024-06-02 00:04',
    ]);
  });

  it('a time with dashes beside its day, and one behind @, are times; an intersection is none', () => {
    const got = read(`CAD INCIDENT DETAIL   UNIT HISTORY
[2024-03-14 14-27-05] UNIT 3A14: TRAFFIC STOP, PLATE TST1427
[2024-03-14 14-31-40] DISPATCH: 10-28 RETURNS CLEAR
[2024-03-14 15-03-00] UNIT 3A14: ONE IN CUSTODY @1459
[2024-03-14 15-04-00] UNIT 3A14: TOW TO EXAMPLE ST @ 1900 SAMPLE AVE`);
    expect(times(got)).toEqual([
      '2024-03-14 14:27:05',
      '2024-03-14 14:31:40',
      '2024-03-14 15:03:00',
      '2024-03-14 14:59',
      '2024-03-14 15:04:00',
    ]);
  });

  it('jail rounds in columns of checks are rounds, and what is blank is none', () => {
    const got = read(`NORTHFIELD COUNTY DETENTION          CELL CHECK LOG           Date: 03/15/2024
Cell   Inmate            Check 1   Check 2   Check 3   Check 4   Officer
H-1    SAMPLE, JOHN      0135      0205      0236      0304      K. LOE
H-2    (empty)           --        --        --        --
H-3    DOE, JANE         0136      0206      0237      ____      K. LOE`);
    expect(times(got)).toEqual(
      ['01:35', '02:05', '02:36', '03:04', '01:36', '02:06', '02:37'].map((t) => `2024-03-15 ${t}`),
    );
  });

  it('a transfer form that numbers its lines does not name its items by them; blank lines and labels are no hand-overs', () => {
    const got =
      read(`STATE OF EXAMPLE                    CHAIN OF CUSTODY RECORD                     Form DPS-77 (2/19)
Agency Case No.  24-1447         Lab No.  24L-003318      Exhibit(s): 1, 2A, 2B
No.   Relinquished By            Received By                Date        Time       Reason for Transfer
1     R. Poe #2217               Evid. Locker 14            3/15/24     0140       Secure storage
2     Evid. Locker 14            T. Roe, Evid. Tech         3/18/24     8:05 am    Intake
3     ________________           ________________           ___/___/___ ______     ________________
Seal: A-2214 intact on receipt      Gross wt.: 1 lb 2.4 oz`);
    expect(got.custody.map((c) => [c.item, c['releasedBy'], c['receivedBy'], c['receivedAt']])).toEqual([
      ['1, 2A, 2B', 'R. Poe #2217', 'Evid. Locker 14', '01:40'],
      ['1, 2A, 2B', 'Evid. Locker 14', 'T. Roe, Evid. Tech', '08:05'],
    ]);
    expect(got.entries.filter((e) => e.date === '2024-02-19')).toEqual([]);
  });

  it('the year of a day before a dash is no time; a door that stood open is a length', () => {
    const trail = read(`AUDIT LOG   Device: X81-2214
Generated: Apr 02, 2024 - 09:15:21 AM EDT
15 Mar 2024 02:46:58       Poe, R (2217)        Recording Started
15 Mar 2024 03:26:19       Poe, R (2217)        Recording Stopped`);
    expect(times(trail)[0]).toBe('2024-04-02 09:15:21 -04:00');
    const door = read(`EVIDENCE ROOM DOOR HISTORY
03/15/24 01:38:55  RDR-2 EVID RM   CARD 02217  POE R         GRANTED
03/15/24 01:44:10  RDR-2 EVID RM   EXIT REQ                  DOOR OPEN 00:00:14`);
    expect(times(door)).toEqual(['2024-03-15 01:38:55', '2024-03-15 01:44:10']);
  });

  it.each([
    ['14:27-15:40', '14:27 to 15:40'],
    ['14:27:05-05:00', '14:27:05 -05:00'],
  ])('%s is no zone where it goes from one time to another', (text, means) => {
    const [first] = read(
      `REPORT OF ANALYSIS  LABORATORY\nAnalyzed 07/16/2024 ${text} on instrument two by K. Loe.`,
    ).entries;
    expect(`${first?.start}${first?.end ? ` to ${first.end}` : ''}`).toBe(means);
  });

  it('a report: its own day and time stay together, and midnight is passed after a day that opens a sentence', () => {
    const got = read(`SPRINGBROOK POLICE DEPARTMENT INCIDENT REPORT
Date of Report: 06/04/2024   Time: 0315
Reporting Officer: Dep. R. Poe #2217

On June 2, 2024, while on patrol northbound on the interstate I observed a gray Honda following too closely. I activated my lights at 9:47 pm and the vehicle stopped. I spoke with the driver about his trip. He was booked at 0015 hrs.`);
    expect(times(got).filter((t) => / \d/.test(t))).toEqual([
      '2024-06-04 03:15',
      '2024-06-02 21:47',
      '2024-06-03 00:15',
    ]);
    expect(got.entries[0]?.role).toBe('paper');
  });
});

describe('a distance that a sentence tells', () => {
  it.each([
    ['Two minutes after stop I requested K9.', 'stop', '+2m', false],
    ['2 mins after the initial stop he refused.', 'stop', '+2m', false],
    ['The K9 alerted about 4 minutes later.', 'previous', '+4m', true],
    ['I asked him ten minutes or so later.', 'previous', '+10m', true],
    ['He arrived 22 minutes after I returned his license.', 'told', '+22m', false],
  ] as const)('%s', (text, to, distance, about) => {
    expect(relationIn(text)).toMatchObject({ to, distance, about });
  });

  it('is counted from the act that its own words name, and else from none', () => {
    const got = read(`INCIDENT REPORT
Reporting Officer: Dep. R. Poe #2217

On 06/02/2024 at 2147 hours I initiated a traffic stop of a gray Honda. I returned his license at 2159 hours. I requested a K9 at 2201 hours from the county. Deputy Coe arrived with K9 Ace 22 minutes after I returned his license. The tow truck was on scene 20 minutes after the rain stopped.`);
    const dog = got.entries.find((e) => e.kind === 'dog-arrives');
    const returned = got.entries.find((e) => e.start === '21:59');
    expect(dog?.relation).toBe(`@${returned?.id} +22m`);
    expect(got.entries.at(-1)?.relation).toBe('');
  });
});
