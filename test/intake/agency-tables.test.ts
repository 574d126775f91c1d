import { describe, expect, it } from 'vitest';
import { recordFromFiles } from '../../src/intake/assemble';
import { offsetOf } from '../../src/intake/layouts/camera-offset';

/** A table as some agency keeps it, and what becomes of it. */
async function read(text: string, name = 'log.csv') {
  const bytes = new TextEncoder().encode(text.trim());
  const got = await recordFromFiles([{ name, bytes }], 'America/Chicago');
  return {
    events: got.record.events.map(
      (e) => `${e.date} ${e.start} ${e.kind}${e.description ? `: ${e.description}` : ''}`,
    ),
    custody: got.record.custody.map(
      (c) => `${c.releasedBy} > ${c.receivedBy} ${c.receivedDate} ${c.receivedAt}`,
    ),
    items: got.record.events.map((e) => e.item),
    purposes: got.record.custody.map((c) => c.purpose),
    quantities: got.record.custody.flatMap((c) => c.quantities.map((q) => `${q.of} ${q.value} ${q.unit}`)),
    clocks: got.record.clocks.map((c) => `${c.name} ${c.zone}`.trim()),
    refused: got.refused.map((r) => `${r.line} ${r.column}: ${r.why}`),
    notices: got.notices.join('\n'),
  };
}

describe('headings', () => {
  it('say how their cells are written, and in which zone', async () => {
    const got = await read('Date (mm/dd/yyyy),Time (24h),What happened\n3/14/2024,2214,Traffic stop');
    expect(got.events).toEqual(['2024-03-14 2214 seizure-begins: Traffic stop']);
    const zoned = await read('Date,Time (EDT),Event\n3/14/2024,22:14,Traffic stop');
    expect(zoned.clocks[0]).toMatch(/America\/New_York$|EDT$|-04:00$/);
  });
  it('“From” and “To” of a radio log are units where they hold no time', async () => {
    const got = await read(
      'Log Time;From;To;Traffic\n14.03.2024 22:14:05;2B14;DISP;Traffic stop\n14.03.2024 22:33:02;K94;DISP;K94 on scene',
    );
    expect(got.events[0]).toBe('2024-03-14 14.03.2024 22:14:05 seizure-begins: Traffic stop');
    expect(got.refused).toEqual([]);
  });
});

it('where no column says what happened, those that are left are the words of a row, and it is said', async () => {
  const got = await read('Date,Time,Unit,Plate\n3/14/2024,22:14,2B14,ABC 123\n3/14/2024,22:31,K94,ABC 123');
  expect(got.events[0]).toContain('Plate: ABC 123');
  expect(got.notices).toMatch(/No column says what happened: .*“Plate”.* joined as the words of each row/);
});

describe('a table with a moment in each of several columns', () => {
  it('gives each its own entry, with its heading as its words', async () => {
    const got = await read(
      'Incident,Date,Stop Time,K9 Requested,K9 Arrived,Alert,Arrest Time\n24-8812,3/14/2024,22:14,22:21,22:33,22:39,22:55\n24-8813,3/15/2024,01:14,,,,',
    );
    expect(got.events).toEqual([
      '2024-03-14 22:14 note: Stop',
      '2024-03-14 22:21 dog-requested: K9 Requested',
      '2024-03-14 22:33 dog-arrives: K9 Arrived',
      '2024-03-14 22:39 alert: Alert',
      '2024-03-14 22:55 arrest: Arrest',
      '2024-03-15 01:14 note: Stop',
    ]);
    // It is nobody's dispatch clock.
    expect(got.clocks).toEqual(['log.csv']);
  });
  it('brings a day and a time of one name together', async () => {
    const got = await read(
      'Booking,Arrest Date,Arrest Time,Booked Date,Booked Time\nB-1,3/14/2024,22:55,3/15/2024,00:35',
    );
    expect(got.events).toEqual(['2024-03-14 22:55 arrest: Arrest', '2024-03-15 00:35 note: Booked']);
  });
  it('takes no badge, length or date of birth for a moment', async () => {
    const got = await read('Badge,DOB,Duration,Called,Arrived\n2214,5/5/1990,0:14,3/14/24 2255,3/14/24 2306');
    expect(got.events).toEqual([
      '2024-03-14 3/14/24 2255 note: Called',
      '2024-03-14 3/14/24 2306 note: Arrived',
    ]);
    expect(got.notices).toMatch(/“DOB” is left out/);
  });
  it('loses no moment of a dispatch log that only its heading names', async () => {
    const got = await read(
      'Run Number;Unit Notified By Dispatch;Unit En Route;Unit Left Scene\nR-7;2024-03-14 23:01:11;2024-03-14 23:02:00;2024-03-14 23:25:00',
    );
    expect(got.events).toHaveLength(3);
  });
});

it('calls without a day pass midnight from one to the next, and that is said', async () => {
  const calls = `Call #,Received,Dispatched,Arrived,Cleared
1,22:14:05,22:14:11,22:20:40,22:55:00
2,23:40:00,23:41:00,23:52:00,00:20:00
3,00:31:00,00:32:00,00:40:00,01:10:00`;
  const got = await read(calls, 'calls 2024-03-14.csv');
  expect(got.events.map((e) => e.slice(0, 16))).toEqual([
    '2024-03-14 22:14',
    '2024-03-14 22:14',
    '2024-03-14 22:20',
    '2024-03-14 22:55',
    '2024-03-14 23:40',
    '2024-03-14 23:41',
    '2024-03-14 23:52',
    '2024-03-15 00:20',
    '2024-03-15 00:31',
    '2024-03-15 00:32',
    '2024-03-15 00:40',
    '2024-03-15 01:10',
  ]);
  expect(got.notices).toMatch(/midnight was passed/);
  // Where it is not clear, the call is refused, with all its moments.
  const unclear = await read(calls.replace('3,00:31:00', '3,13:31:00'), 'calls 2024-03-14.csv');
  expect(unclear.events.filter((e) => e.includes('13:31'))).toEqual([]);
  expect(unclear.refused.join()).toMatch(/^4 /);
});

describe('what stands in parts, or twice on a line', () => {
  it('year, month and day, hour and minute in columns of their own', async () => {
    expect((await read('Year,Month,Day,Time,Event\n2024,3,14,22:14,Traffic stop')).events).toEqual([
      '2024-03-14 22:14 seizure-begins: Traffic stop',
    ]);
    const got = await read('Date,Hour,Min,AM/PM,Event\n3/14/2024,10,4,PM,Traffic stop');
    expect(got.events).toEqual(['2024-03-14 10:04 pm seizure-begins: Traffic stop']);
    expect(got.notices).toMatch(/The columns Hour, Min are read as one/);
  });
  it('two tables under one another are two, each of its own layout', async () => {
    const got = await read(`STOP,,,
Date,Time,Event,Officer
3/14/2024,22:14,Traffic stop,Doe

CHAIN OF CUSTODY,,,
Item,Released by,Received by,Date/Time
1,Doe,Lowe,3/15/2024 01:55`);
    expect(got.events).toHaveLength(1);
    expect(got.custody).toEqual(['Doe > Lowe 2024-03-15 3/15/2024 01:55']);
    expect(got.refused).toEqual([]);
  });
  it('an item’s way out and its way back are two hand-overs, and no receipt is two weeks late', async () => {
    const got = await read(`
Item,Out Date,Out Time,Out To,Out By,In Date,In Time,In By
1,3/19/2024,0912,Crime Lab,Lowe,4/2/2024,1510,Lowe
2,3/19/2024,0912,Crime Lab,Lowe,,,`);
    expect(got.custody).toEqual([
      'Lowe > Crime Lab 2024-03-19 0912',
      'Crime Lab > Lowe 2024-04-02 1510',
      'Lowe > Crime Lab 2024-03-19 0912',
    ]);
  });
});

it('money in a column of weights is no weight', async () => {
  const got = await read(
    'Item,Weight,UOM,From,To,Date,Time\n1,14.2,OZ,Doe,Lowe,3/15/2024,0155\n2,"1,240.00",USD,Doe,Lowe,3/15/2024,0157',
  );
  expect(got.quantities).toEqual(['gross 14.2 oz']);
  expect(got.notices).toMatch(/Line 3: “Weight” is left out, since its unit is not known/);
});

it('where no column says what happened, the others do, by name', async () => {
  const got = await read('Test,Date,Time,Result\nSubject Sample 1,03/14/2024,23:32,0.092');
  expect(got.events).toEqual(['2024-03-14 23:32 note: Test: Subject Sample 1; Result: 0.092']);
});

it('rows that name no clock and state two zones are on two clocks', async () => {
  const got = await read(
    'Date,Time,TZ,Event\n3/14/2024,22:14:05,CDT,Traffic stop\n2024-03-15,03:33:02,UTC,K9 arrives',
  );
  expect(got.refused).toEqual([]);
  expect(got.clocks).toHaveLength(2);
});

it('a clock is off by minutes and seconds', () => {
  expect(offsetOf('+4 min 10 s fast', '')).toMatchObject({ min: -251_000, max: -249_000 });
  expect(offsetOf('4 min 10 s slow', '')).toMatchObject({ min: 249_000, max: 251_000 });
});

describe('a ledger that writes how an item came in and how it left on one line', () => {
  it.each([
    'Tag #,Description,Date In,Time In,Received From,Received By,Location,Date Out,Time Out,Released To,Reason\n88412,Baggie,3/14/24,1610,Ortiz,Lowe,A-12,3/18/24,0840,Ruiz,Lab\n88413,Pipe,3/14/24,1612,Ortiz,Lowe,A-12,,,,',
    'Item,Description,Date Received,Time Received,Submitted By,Received By,Bin,Date Released,Time Released,Released To,Reason\n88412,Baggie,3/14/24,1610,Ortiz,Lowe,A-12,3/18/24,0840,Ruiz,Lab\n88413,Pipe,3/14/24,1612,Ortiz,Lowe,A-12,,,,',
  ])('is two hand-overs, and who let it go is not guessed (%#)', async (csv) => {
    const got = await read(csv);
    expect(got.custody).toEqual([
      'Ortiz > Lowe 2024-03-14 1610',
      ' > Ruiz 2024-03-18 0840',
      'Ortiz > Lowe 2024-03-14 1612',
    ]);
    expect(got.refused).toEqual([]);
    expect(got.purposes).toEqual(['', 'Lab', '']);
    expect(got.notices).toMatch(/how an item came in and how it left/);
  });
  it('a form with one hand-over a line stays one', async () => {
    const got = await read(
      'Item,Released By,Released To,Date Released,Time Released,Received By,Date Received,Time Received\n1,Ortiz,Lowe,3/14/24,1610,Lowe,3/14/24,1612',
    );
    expect(got.custody).toEqual(['Ortiz > Lowe 2024-03-14 1612']);
  });
});

describe('moments of another matter than a call', () => {
  it('of a laboratory are called what their headings say, with the item and the test', async () => {
    const got = await read(
      'Lab No,Item,Test,Received,Started,Completed\nL-1,1A,GC-MS,3/19/2024 10:00,3/20/2024 09:00,3/20/2024 11:15',
    );
    expect(got.events).toEqual([
      '2024-03-19 3/19/2024 10:00 note: Received: GC-MS',
      '2024-03-20 3/20/2024 09:00 note: Started: GC-MS',
      '2024-03-20 3/20/2024 11:15 note: Completed: GC-MS',
    ]);
    expect(got.items).toEqual(['1A', '1A', '1A']);
    expect(got.clocks).toEqual(['log.csv']);
    // Those of a call keep the words of dispatch, and its clock.
    const call = await read('Call #,Received,Cleared\n1,3/14/2024 10:00,3/14/2024 10:20');
    expect(call.events.map((e) => e.split(': ')[1])).toEqual(['Call received', 'Cleared']);
  });
  it('of a jail are its checks, each with whom it saw, past midnight too', async () => {
    const got = await read(
      'Date,Inmate,Check 1,Check 2,Check 3,Officer\n3/14/2024,Doe,23:00,23:30,00:02,Lee\n3/14/2024,Roe,23:01,,00:03,Lee',
    );
    expect(got.events).toEqual([
      '2024-03-14 23:00 note: Check 1: Doe',
      '2024-03-14 23:30 note: Check 2: Doe',
      '2024-03-15 00:02 note: Check 3: Doe',
      '2024-03-14 23:01 note: Check 1: Roe',
      '2024-03-15 00:03 note: Check 3: Roe',
    ]);
  });
});

describe('a heading that nobody knows', () => {
  it('over plain times of day is taken for them, and that is said', async () => {
    const got = await read('Date,Zeit,Event\n3/14/2024,14:27,Traffic stop\n3/14/2024,14:31,Sniff');
    expect(got.events).toEqual([
      '2024-03-14 14:27 seizure-begins: Traffic stop',
      '2024-03-14 14:31 sniff: Sniff',
    ]);
    expect(got.notices).toMatch(/“Zeit” is taken for the time of each row/);
    const known = await read('Date,Time,Event\n3/14/2024,14:27,Traffic stop');
    expect(known.notices).toBe('');
  });
  it('that may name the counter of a recording is asked, and no counter becomes a time of day', async () => {
    const got = await read(
      'Date,Video Time,Event\n3/14/2024,00:03:15,Traffic stop\n3/14/2024,00:04:15,Sniff',
    );
    expect(got.events).toEqual([]);
    expect(got.refused.join()).toMatch(/“Video Time” may count from the beginning of a recording/);
  });
  it('over something else is refused as before', async () =>
    expect((await read('Name,Amount\nDoe,12')).refused.join()).toMatch(/fits none of the layouts/));
});

describe('tables of offices in other states', () => {
  it('an export with a stamp for the call and one for each status is a log of the statuses', async () => {
    const got = await read(
      'Event,CreateDT,Unit,Status,StatusDT,Remarks\nP24-0881,03/14/2024 22:14:05,2B14,OS,03/14/2024 22:14:12,TSTOP WHI HONDA\nP24-0881,03/14/2024 22:14:05,K94,OS,03/14/2024 22:33:02,',
    );
    expect(got.events).toEqual([
      '2024-03-14 03/14/2024 22:14:12 note: OS: P24-0881: TSTOP WHI HONDA',
      '2024-03-14 03/14/2024 22:33:02 note: OS: P24-0881',
    ]);
    expect(got.notices).toMatch(/“CreateDT” is left out/);
  });
  it('a ledger with “Rec’d From” has both hands, and a place', async () => {
    for (const d of ["Rec'd", 'Rec’d', 'Recd']) {
      const got = await read(
        `Tag No.,Wt,UOM,${d} From,${d} By,Date/Time In,Loc\n24-1001-1,12.40,g,Ofc Hale,PT Moore,03/14/24 2214,Vault A-3`,
      );
      expect(got.custody).toEqual(['Ofc Hale > PT Moore 2024-03-14 03/14/24 2214']);
      expect(got.notices).not.toMatch(/left out/);
    }
  });
  it('a database names custodians, and its transfers are hand-overs in UTC', async () => {
    const got = await read(
      'item_id\tfrom_custodian\tto_custodian\txfer_ts\treason\tseal_no\tnet_g\n1\tHale\tLocker 12\t2024-03-15T03:14:00Z\tstore\tE-4471\t12.40',
    );
    expect(got.custody).toEqual(['Hale > Locker 12 2024-03-15 2024-03-15T03:14:00Z']);
    expect(got.quantities).toEqual(['net 12.4 g']);
  });
  it('a sheet of a dog handler is on nobody’s dispatch clock', async () => {
    const got = await read(
      'DATE,CASE #,REQ TIME,ARR TIME,START,STOP\n3-14-24,24-1001,2221,2233,2236,2239\n3-15-24,24-1010,0115,0140,0150,0230',
    );
    expect(got.clocks).toEqual(['log.csv']);
    expect(got.events.slice(0, 2)).toEqual(['2024-03-14 2221 note: REQ', '2024-03-14 2233 note: ARR']);
    const named = await read('DATE,CALL TYPE,REQ TIME,ARR TIME\n3-14-24,Sniff,2221,2233');
    expect(named.clocks).toEqual(['log.csv']);
    const calls = await read('DATE,CALL TYPE,RCVD TIME,ARR TIME\n3-14-24,Stop,2221,2233');
    expect(calls.clocks).toEqual(['Dispatch']);
  });
  it('checks of a jail in four figures, and a hearing with its day before four figures, are moments', async () => {
    const jail = await read(
      'Cell,Inmate,15 Min Chk,30 Min Chk\nB1,"Doe, John",2345,0000\nB1,"Doe, John",0015,0030',
      'watch 2024-03-14.csv',
    );
    expect(jail.events.map((e) => e.slice(0, 15))).toEqual([
      '2024-03-14 2345',
      '2024-03-15 0000',
      '2024-03-15 0015',
      '2024-03-15 0030',
    ]);
    const booking = await read(
      'Booking No,Arrest Dt/Tm,Mag. Hearing\n2024-003311,03/14/2024 2255,03/17/2024 1030',
    );
    expect(booking.events).toEqual([
      '2024-03-14 03/14/2024 2255 arrest: Arrest',
      '2024-03-17 03/17/2024 1030 note: Mag. Hearing',
    ]);
  });
  it('days and times under headings in another tongue are found by what stands in them', async () =>
    expect((await read('Fecha,Hora,Evento\n14/03/2024,22:14,Traffic stop')).events).toEqual([
      '2024-03-14 22:14 seizure-begins: Evento: Traffic stop',
    ]));
});
