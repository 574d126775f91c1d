import { describe, expect, it } from 'vitest';
import { readTyped as read } from './typed';

describe('forms of agencies that nobody here had seen (made up)', () => {
  it('an ambulance’s times in one line are each that of its own words, and who takes cuffs off secures nobody', () => {
    const got = read(`
TOWN OF HARROW VALE FIRE & RESCUE - PATIENT CARE REPORT
Run #: 24-00931      Unit: MEDIC 3      Date: 06/11/2024
Times:  Dispatched 2217   Enroute 2219   On Scene 2226   At Patient 2228   Transport 2251   At Hospital 2304
NARRATIVE
M3 found a 34 y/o male with chest pain on the curb. BP 148/92 at 2230, HR 112, SpO2 97. Aspirin 324 mg PO given at 2236 hrs. Officer Tamsin removed handcuffs at 2239 for IV access.`);
    expect(got.timed).toEqual([
      'note 2024-06-11 22:17',
      'note 2024-06-11 22:19',
      'note 2024-06-11 22:26',
      'note 2024-06-11 22:28',
      'transport 2024-06-11 22:51',
      'note 2024-06-11 23:04',
      'note 2024-06-11 22:30',
      'note 2024-06-11 22:36',
      'note 2024-06-11 22:39',
    ]);
  });

  it('a handler’s boxes: the dog did not alert when it was cleared, and a day at the head of a line is its own', () => {
    const got = read(`
LARK CREEK TRIBAL POLICE DEPARTMENT
CANINE DEPLOYMENT / TRAINING RECORD
K9: Bruno   Handler: Sgt. A. Whitehorse   Cert. expires: 09/30/2024
Date: 05-17-24    Call out: 1942    Arrived: 2008    Deployed: 2011    Result: ALERT    Cleared: 2047
TRAINING LOG
05-14-24  0900-1100  Vehicle sniffs x6, 5 finds 1 blank
05-21-24  0900-1030  Building search
Comments: Two passes CCW starting at front bumper. First pass no change. The weather was clear and dry all evening.`);
    expect(got.timed).toEqual([
      'dog-requested 2024-05-17 19:42',
      'dog-arrives 2024-05-17 20:08',
      'sniff 2024-05-17 20:11',
      'note 2024-05-17 20:47',
      'note 2024-05-14 09:00 > 11:00',
      'note 2024-05-21 09:00 > 10:30',
    ]);
  });

  it('the window of a report is the paper’s own, and the year of its end is no time', () => {
    const got = read(`
PRETRIAL SERVICES / ELECTRONIC MONITORING
Client: ROE, JAMES     Device: SL-88213     Report window: 2024-03-01 00:00 to 2024-03-08 00:00
Alert Type                Start                     End                       Duration
Exclusion Zone Enter      03/02/2024 10:14:08 PM    03/02/2024 10:31:50 PM    17m 42s`);
    expect(got.timed).toEqual(['note 2024-03-02 22:14:08', 'note 2024-03-02 22:31:50']);
    expect(got.entries.filter((e) => e.role === 'paper').map((e) => [e.date, e.start, e.end])).toEqual([
      ['2024-03-01', '00:00', ''],
      ['2024-03-08', '00:00', ''],
    ]);
  });

  it('the watch before a breath test begins in the case, not in the life of the paper', () => {
    const got = read(`
BREATH ALCOHOL TEST RECORD
Instrument: Intoxilyzer 9000   SN: 90-004417        Location: Elk Point Jail
Test Date: 07/19/2024
Observation period began: 23:41
Air Blank         23:58   0.000
Subject Sample 1  23:59   0.094
Subject Sample 2  00:03   0.092`);
    expect(got.timed.map((t) => t.slice(5))).toEqual([
      '2024-07-19 23:41',
      '2024-07-19 23:58',
      '2024-07-19 23:59',
      '2024-07-20 00:03',
    ]);
  });

  it('a checkpoint’s line: no alert at the time beside which none was ticked; a sentence behind a quotation begins with its time', () => {
    const got = read(`
US BORDER PATROL - CHECKPOINT SECONDARY INSPECTION LOG
Station: Falls Junction    Shift: 2000-0600      Date: 08/02/2024
Lane 1   PRIMARY 2340   REFERRED SECONDARY 2341   K9 ALERT PRIMARY N   SECONDARY START 2344   SECONDARY END 0029   DISPO: ARREST
Agent notes: At 2347 hours Agent Fosse asked for consent to search the trunk. Driver said "go ahead." At 0004 Agent Fosse found 3 bundles. Driver was read his Miranda rights at 0012 by Agent Lim and declined to answer.`);
    expect(got.timed).toEqual([
      'note 2024-08-02 23:40',
      'note 2024-08-02 23:41',
      'note 2024-08-02 23:44',
      'note 2024-08-03 00:29',
      'consent-asked 2024-08-02 23:47',
      'found 2024-08-03 00:04',
      'warnings-given 2024-08-03 00:12',
    ]);
  });

  it('what a reader of plates sends is no alert of a dog', () => {
    const got = read(`
CITY OF WESTRAN POLICE - ALPR HIT REPORT
Hit ID 88213-A    Plate: KLM 4471 (TX)    Alert: STOLEN VEHICLE
Camera: NB FM-1120 @ Hollow Rd    Read time: 09/14/2024 21:42:07    Alert sent: 21:42:09
Acknowledged by: Ofc. Rhee 21:42:31`);
    expect(got.timed).toEqual([
      'note 2024-09-14 21:42:07',
      'note 2024-09-14 21:42:09',
      'note 2024-09-14 21:42:31',
    ]);
  });

  it('numbers beside words that ask for none are no times', () => {
    const got = read(`
INCIDENT DETAIL
Date: 05/03/2024
Beat 1203   Unit 1204   Badge 2210   Dispatched: 22:31:09
Booked 2217   Cell 1402   Property bin 1105`);
    expect(got.timed.map((t) => t.slice(5))).toEqual(['2024-05-03 22:31:09', '2024-05-03 22:17']);
  });
});

it('a plate reader’s alert is no dog’s', () => {
  const got = read(
    'INCIDENT REPORT   Deputy R. Amsel   Date: 02/14/2024\nOn 2/14/2024 at about 2310 hours I got an LPR alert on a blue sedan. I stopped the sedan at 2312 hours.',
  );
  expect(got.told.filter((t) => t.startsWith('alert'))).toEqual([]);
});
