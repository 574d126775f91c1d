import { describe, expect, it } from 'vitest';
import { contextFor, recordFromFiles } from '../../src/intake/assemble';
import { guessMapping, layoutOf, readTables } from '../../src/intake/index';
import { newCase } from '../../src/record/case';
import { emptyRecord } from '../../src/record/record';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A table of some other agency's, and what becomes of it: rows, hand-overs, what is refused and said. */
async function read(csv: string, name = 'log.csv') {
  const got = await recordFromFiles([{ name, bytes: bytes(csv.trim()) }], 'America/Chicago');
  return {
    events: got.record.events.map((e) => `${e.date} ${e.start}${e.end ? ` > ${e.end}` : ''} ${e.kind}`),
    custody: got.record.custody,
    refused: got.refused.map((r) => `${r.line} ${r.column}: ${r.why}`),
    notices: got.notices.join('\n'),
  };
}

describe('a dispatch log', () => {
  it('with one date for all times of a call passes midnight within the call', async () => {
    const got = await read(`
Call Number,Date,Received,Dispatched,Enroute,Arrived,Cleared,Unit,Nature
24-118822,03/14/2024,23:51:02,23:51:40,23:52:10,23:58:44,00:47:13,4D31,TRAFFIC STOP
24-118830,03/15/2024,00:02:10,00:03:00,00:03:15,00:14:22,,K94,K9 REQUEST`);
    expect(got.events).toEqual([
      '2024-03-14 23:51:02 note',
      '2024-03-14 23:51:40 note',
      '2024-03-14 23:52:10 note',
      '2024-03-14 23:58:44 note',
      '2024-03-15 00:47:13 note',
      '2024-03-15 00:02:10 note',
      '2024-03-15 00:03:00 note',
      '2024-03-15 00:03:15 note',
      '2024-03-15 00:14:22 dog-arrives',
    ]);
    expect(got.notices).toMatch(/Line 2: midnight was passed in this call: “Cleared” is taken on 2024-03-15/);
  });

  it('in which a moment comes hours before the one before it refuses that moment, and no other', async () => {
    const got = await read(`
Call #,Date,Received,Arrived,Cleared
7,03/14/2024,23:51:02,00:04:00,13:20:00
8,03/14/2024,10:00:00,09:10:00,11:00:00
9,03/14/2024,10:00:00,09:59:30,11:00:00`);
    expect(got.events).toHaveLength(7);
    expect(got.refused).toEqual([
      expect.stringMatching(/^2 Cleared: .*not clear on which day/),
      expect.stringMatching(/^3 Arrived: .*not clear on which day/),
    ]);
    expect(got.notices).toMatch(/Line 4: “On scene” is earlier/);
  });

  it('is known by the bare names of its moments', async () => {
    const got = await read(`
"Event #","Event Type","Call Received (Local)","Dispatched","En Route","Arrived","Cleared","Primary Unit"
"24-142733","TRAFFIC STOP","03/14/2024 22:14:05","03/14/2024 22:14:05","","03/14/2024 22:14:05","03/14/2024 23:02:51","2B14"`);
    expect(got.events).toHaveLength(4);
    expect(got.refused).toEqual([]);
  });
});

describe('what holds from above', () => {
  it('is read where ditto marks and a date written only when it changes say so', async () => {
    const got = await read(`
Date,Time,Officer,Event
3/14/2024,2214,Ruiz,Traffic stop
"""",2216,"""",Ran DL
",,",2221,ditto,Called K9
,2233,do.,K9 on scene
same,2241,"""",Alert
3/15/24,0002,Ruiz,Arrest
,0014,"""",Search`);
    expect(got.events).toEqual([
      '2024-03-14 2214 seizure-begins',
      '2024-03-14 2216 records-check',
      '2024-03-14 2221 dog-requested',
      '2024-03-14 2233 dog-arrives',
      '2024-03-14 2241 alert',
      '2024-03-15 0002 arrest',
      '2024-03-15 0014 search',
    ]);
    expect(got.notices).toMatch(/Ditto marks on line 3 to 6, 8/);
    expect(got.notices).toMatch(/No date is written on line 5, 8: the date above it is taken/);
  });

  it('is asked where the log writes the same date on other rows', async () => {
    const got = await read(`
Date,Time,Event
3/14/2024,2214,Traffic stop
3/14/2024,2216,Ran DL
,2221,Called K9
3/15/2024,0010,Arrest`);
    expect(got.events).toHaveLength(3);
    expect(got.refused).toEqual([expect.stringMatching(/^4 Time: this time has no day/)]);
  });

  it('is never a date of a custody form that nobody wrote', async () => {
    const got = await read(`
Item,Released by,Received by,Date,Time
1,Poe,Roe,3/14/2024,14:27
1,Roe,Lab,,`);
    expect(got.custody.map((c) => c.receivedDate)).toEqual(['2024-03-14', '']);
  });
});

it('a camera whose next recording begins at midnight under the old date goes on to the next day', async () => {
  const got = await read(`
Device,Assigned,Date,Start,End
X60A1,Ruiz,3/14/2024,23:41:30,23:59:59
X60A1,Ruiz,3/14/2024,0:00:00,0:31:00
X60A2,Kim,3/14/2024,23:50:00,0:20:00`);
  expect(got.events).toEqual([
    '2024-03-14 23:41:30 > 23:59:59 recording',
    '2024-03-15 0:00:00 > 0:31:00 recording',
    '2024-03-14 23:50:00 > 2024-03-15 00:20:00 recording',
  ]);
  expect(got.notices).toMatch(/midnight was passed, and the rows on line 3/);
});

it('a row without its pm among rows that have it is of the afternoon, and said', async () => {
  const got = await read(`
Date,Time,Event
3/14/2024,10:14 PM,Traffic stop
3/14/2024,around 10:20,Calls for dog
3/14/2024,10:31 PM,K9 arrives`);
  expect(got.events[1]).toBe('2024-03-14 around 10:20 pm dog-requested');
  expect(got.notices).toMatch(/am or pm is missing on line 3: it is taken as the rows around it allow/);
});

it('pounds with ounces, thousands as Europe writes them and short names of signatures are read', async () => {
  const got = await read(`
Item No.;Released By;Released Date/Time;Received By;Received Date/Time;Gross (kg);Net;Sig Rel;Sig Rec
A-1;Poe;2024-03-15 08:00;Property;2024-03-15 08:05;1,24;2 lb 8 oz;X;
A-1;Property;2024-03-18 10:10;Lab;2024-03-18 11:00;1.250,5 g;2 lbs, 8.1 ozs;X;X`);
  expect(got.custody.map((c) => c.quantities.map((q) => `${q.of} ${q.value} ${q.unit}`))).toEqual([
    ['gross 1.24 kg', 'net 40 oz'],
    ['gross 1250.5 g', 'net 40.1 oz'],
  ]);
  expect(got.custody.map((c) => [c.releasedSigned, c.receivedSigned])).toEqual([
    [true, false],
    [true, true],
  ]);
});

it('a column of days that holds the times too is the column of times, and zeros a database prints measure nothing', async () => {
  const moved = await read(`
Tag,Article,Moved From,Moved To,By,Move Date,Reason
24-0118-01,Meth,INTAKE,LOCKER 14,LOWE,3/15/24 1:55:07 AM,Initial storage`);
  expect(moved.custody[0]?.receivedAt).toBe('3/15/24 1:55:07 AM');
  const log = await read(
    'Seq|Event DTTM|Event\n1|2024-03-14 22:14:05.000|TSTOP\n2|2024-03-14 22:21:10.000|K9REQ',
  );
  expect(log.events).toEqual([
    '2024-03-14 2024-03-14 22:14:05 seizure-begins',
    '2024-03-14 2024-03-14 22:21:10 dog-requested',
  ]);
});

it('a row without am or pm that either half would fit is asked, and no noon is made of it', async () => {
  const got = await read(`
Date,Time,Event
3/14/2024,11:58 PM,Traffic stop
3/15/2024,12:14 AM,K9 arrives
3/15/2024,12:20,Alert`);
  expect(got.events).toHaveLength(2);
  expect(got.refused).toEqual([expect.stringMatching(/^4 Time: am or pm is missing/)]);
});

it('the length of a recording gives its end, to a second either way, past midnight too', async () => {
  const got = await read(`
Camera,Officer,Recorded on,Duration,Category
X60A4471,Doe,03/14/2024 22:13:35,02:26:27,Traffic`);
  expect(got.events).toEqual(['2024-03-14 03/14/2024 22:13:35 > 2024-03-15 00:40:02 +-1s recording']);
});

it('two times beside an act that lasts are one moment until a person says that it lasted', async () => {
  const csv = 'Date,Time,Event\n3/14/2024,2214,Traffic stop\n3/14/2024,2216 - 2220,Records check';
  const got = await read(csv);
  expect(got.events[1]).toBe('2024-03-14 2216 - 2220 records-check');
  expect(got.notices).toMatch(/Two times stand in one cell on line 3/);
  const [table] = await readTables(bytes(csv), 'log.csv');
  if (!table) throw new Error('no table');
  const mapping = { ...guessMapping(table), zone: 'America/Chicago', answers: { stretch: 'span' } };
  const record = emptyRecord(newCase('c', 'x', 'America/Chicago', 0));
  let n = 0;
  const drafts = layoutOf(mapping.layout).read(
    table,
    mapping,
    contextFor(record, '', () => `i${n++}`),
  );
  expect(drafts.events.map((e) => [e.start, e.end])).toEqual([
    ['2214', ''],
    ['22:16', '22:20'],
  ]);
});

it('release and receive dates, collected by, a handler’s sheet and K-9 in full are known', async () => {
  const wide = await read(`
Case,Item,Release Date,Release Time,Released By Name,Receive Date,Receive Time,Received By Name,Reason
24-8812,1,03/19/2024,09:30,Lowe,03/19/2024,09:42,Poe,Analysis`);
  expect(wide.custody[0]).toMatchObject({ releasedBy: 'Lowe', releasedAt: '09:30', receivedAt: '09:42' });
  const dog = await read(`
Date,Req Time,Arr Time,Sniff Start,Sniff End,Alert (Y/N),Alert Time
3/14/24,2221,2233,2236,2239,Y,2237`);
  expect(dog.events.map((e) => e.replace(/^2024-03-14 /, ''))).toEqual([
    '2221 note',
    '2233 note',
    '2236 sniff',
    '2239 note',
    '2237 alert',
  ]);
  const log = await read('DTG,Unit,Activity\n142214MAR24,2B14,Traffic stop\n142221MAR24,2B14,Requested K-9');
  expect(log.events.map((e) => e.split(' ').at(-1))).toEqual(['seizure-begins', 'dog-requested']);
});
