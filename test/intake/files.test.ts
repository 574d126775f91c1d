import { readdir, readFile } from 'node:fs/promises';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analysis/analyze';
import { reportOf } from '../../src/analysis/report';
import { guessMapping, layoutOf, readTables } from '../../src/intake';
import { contextFor, recordFromFiles } from '../../src/intake/assemble';
import { newCase } from '../../src/record/case';
import { emptyRecord } from '../../src/record/record';
import { isShared, shared } from '../shared';
import { workbook } from '../workbook';

const fixture = async (path: string): Promise<Uint8Array> =>
  new Uint8Array(await readFile(`test/fixtures/${path}`));
const text = (s: string): Uint8Array => new TextEncoder().encode(s);
const run = async (name: string, bytes: Uint8Array, zone = '') => recordFromFiles([{ name, bytes }], zone);
const why = async (name: string, bytes: Uint8Array): Promise<string[]> =>
  (await run(name, bytes)).refused.map((r) => `${r.line}: ${r.why}`);

describe('published stops', () => {
  const findings = async (path: string) => {
    const { record, refused } = await run(path, await fixture(path));
    expect(refused).toEqual([]);
    return reportOf(record, analyze(record)).findings;
  };
  it('Rodriguez: alert at least 7:00 and less than 9:00 after the warning; the second officer more than 4:00, less than 7:00 (575 U.S. at 352)', async () => {
    const mission = (await findings('rodriguez/stop-log.csv')).find((f) => f.rule === 'mission-complete');
    expect(mission).toMatchObject({ status: 'established', bounds: { min: 420_000, max: 540_000 } });
    const to = (id: string) => mission?.quantities.find((q) => q.from === 'warning' && q.to === id);
    expect(to('alert')).toMatchObject({ min: 420_000, max: 540_000 });
    expect(to('deputy')).toMatchObject({ min: 240_001, max: 420_000 });
    expect(mission?.restsOn.some((r) => r.kind === 'assumption')).toBe(false);
  });
  it('Evans: an off-mission check of about eight minutes before the warning, and a sniff after it (786 F.3d 779)', async () => {
    const all = await findings('opinions/evans.csv');
    expect(all.find((f) => f.rule === 'off-mission-detour')).toMatchObject({
      status: 'established',
      bounds: { min: 450_000, max: 510_001 },
    });
    expect(
      all.find((f) => f.rule === 'mission-complete')?.quantities.find((q) => q.to === 'sniff')?.min,
    ).toBe(0);
  });
  it('Campbell: about 25 s of unrelated questions during the mission, and nothing after it (26 F.4th 860)', async () => {
    const all = await findings('opinions/campbell.csv');
    expect(all.find((f) => f.rule === 'off-mission-detour')).toMatchObject({
      status: 'established',
      bounds: { min: 25_000, max: 26_000 },
    });
    expect(all.some((f) => f.rule === 'mission-complete' && f.status === 'established')).toBe(false);
  });
});

describe('public dispatch data', () => {
  it('takes midnights in counts since 1970 as days of the date written, not as the afternoon before', async () => {
    const day = (n: number) => String(Date.UTC(2019, 0, n));
    const { record, refused, notices } = await run(
      'days.csv',
      text(
        `"Record_ID","Description","Day_of_Week","Occurence_Date","Received_Date","Clear_Date"\n"71","TRAFFIC STOP","Tue","${day(1)}","${day(1)}","-2208988800000"\n"72","TRAFFIC STOP","Wed","${day(2)}","${day(2)}","${day(3)}"\n`,
      ),
      'America/Los_Angeles',
    );
    expect(refused).toEqual([]);
    expect(record.events.map((e) => `${e.ref} ${e.date} ${e.start}`)).toEqual([
      '71-occurrence 2019-01-01 between 00:00 and 23:59',
      '71-call-received 2019-01-01 between 00:00 and 23:59',
      '72-occurrence 2019-01-02 between 00:00 and 23:59',
      '72-call-received 2019-01-02 between 00:00 and 23:59',
      '72-cleared 2019-01-03 between 00:00 and 23:59',
    ]);
    expect(notices.join()).toMatch(/days, not times/);
    expect(analyze(record).unplaced).toEqual([]);
  });
  const sacramento = 'dispatch/sacramento-2019-01-traffic-stops.csv';
  it.skipIf(!isShared(sacramento))('takes 500 stops of Sacramento, each moment a day', async () => {
    const { record, refused, notices } = await run('sac.csv', shared(sacramento), 'America/Los_Angeles');
    expect(refused).toEqual([]);
    expect(record.events).toHaveLength(3000);
    const first = record.events.find((e) => e.ref === '7303244-call-received');
    expect(first).toMatchObject({ date: '2019-01-01', start: 'between 00:00 and 23:59' });
    expect(notices.join()).toMatch(/days, not times/);
    expect(analyze(record).unplaced).toEqual([]);
  });
  it('reads dates and times in columns of their own, and 1899-01-01 as missing', async () => {
    const csv =
      'Record_ID,Description,Unit_ID,Received_Date,Received_Time,Dispatch_Date,Dispatch_Time,Clear_Date,Clear_Time\n1,TRAFFIC STOP,4A1,2019-01-02,14:03:10,2019-01-02,14:03:40,1899-12-31,00:00:00\n2,TRAFFIC STOP,4A1,2019-01-02,25:03:10,2019-01-02,14:09:40,2019-01-02,14:30:00\n';
    const { record, refused, notices } = await run('sac2.csv', text(csv), 'America/Los_Angeles');
    expect(record.events.map((e) => `${e.ref} ${e.date} ${e.start}`)).toEqual([
      '1-call-received 2019-01-02 14:03:10',
      '1-dispatched 2019-01-02 14:03:40',
      '2-dispatched 2019-01-02 14:09:40',
      '2-cleared 2019-01-02 14:30:00',
    ]);
    expect(refused).toMatchObject([{ line: 3, column: 'Received_Time' }]);
    expect(notices.join()).toMatch(/1 cells are missing/);
  });
  it('takes epoch milliseconds that stand for missing as missing', async () => {
    const { record } = await run(
      'e.csv',
      text('Record_ID,Received_Date,Dispatch_Date\n1,1546300800000,-2208988800000\n'),
      'America/Los_Angeles',
    );
    expect(record.events.map((e) => e.date)).toEqual(['2019-01-01']);
  });
  it('reads San Francisco’s moments to the second, without believing the .000', async () => {
    const { record } = await run(
      'sf.csv',
      text(
        'cad_number,received_datetime,dispatch_datetime,onscene_datetime\n7,2024-01-01T00:05:09.000,2024-01-01T00:06:00.000,\n',
      ),
      'America/Los_Angeles',
    );
    expect(record.events.map((e) => e.start)).toEqual(['2024-01-01T00:05:09', '2024-01-01T00:06:00']);
    expect(analyze(record).unplaced).toEqual([]);
  });
  it('reads New Orleans’ layout', async () => {
    const { record } = await run(
      'no.csv',
      text(
        'NOPD_Item,TypeText,TimeCreate,TimeDispatch,TimeArrive,TimeClosed\nA1,TRAFFIC STOP,2017-01-01T00:00:14,2017-01-01T00:00:14,2017-01-01T00:00:14,2017-01-01T00:20:01\n',
      ),
      'America/Chicago',
    );
    expect(record.events).toHaveLength(4);
  });
});

describe('awkward CSV', () => {
  it.each([
    [
      'a comma in quotation marks',
      'who,where,zip\nDoe,"Mill Road 4, Anytown",08123',
      [['Doe', 'Mill Road 4, Anytown', '08123']],
    ],
    [
      'quotation marks doubled',
      'a,b\n1,"he ""sits"" now"\n3,4\n',
      [
        ['1', 'he "sits" now'],
        ['3', '4'],
      ],
    ],
    [
      'lines in a cell',
      'a,b\n1,"one \n""two"" \nthree"\n3,4\n',
      [
        ['1', 'one \n"two" \nthree'],
        ['3', '4'],
      ],
    ],
    [
      'lines in a cell, CRLF',
      'a,b,c\r\n1,2,3\r\n"once \r\nmore",5,6\r\n7,8,9\r\n',
      [
        ['1', '2', '3'],
        ['once \r\nmore', '5', '6'],
        ['7', '8', '9'],
      ],
    ],
    [
      'letters of other tongues',
      'a,b,c\n1,2,3\n4,5,ž¿ʤ\n',
      [
        ['1', '2', '3'],
        ['4', '5', 'ž¿ʤ'],
      ],
    ],
    [
      'empty cells',
      'a,b,c\n1,"",""\n2,3,4',
      [
        ['1', '', ''],
        ['2', '3', '4'],
      ],
    ],
  ])('%s', async (name, csv, rows) => {
    const [table] = await readTables(text(csv), name);
    expect(table?.rows.map((r) => r.cells)).toEqual(rows);
  });
  const names = [
    'comma_in_quotes',
    'escaped_quotes',
    'quotes_and_newlines',
    'newlines_crlf',
    'utf8',
    'empty',
  ];
  it.skipIf(!isShared('csv')).each(names)('%s of the public files, with no cell lost', async (name) => {
    const [table] = await readTables(shared(`csv/${name}.csv`), name);
    expect(table?.refused).toEqual([]);
    expect(table?.rows.every((r) => r.cells.length === table.header.length)).toBe(true);
  });
  it('names the line of the file, quoted line breaks counted', async () => {
    const [table] = await readTables(text('a,b,c\n1,2,3\n"once\nmore",5,6\n7,8,9\n'), 'x');
    expect(table?.rows.map((r) => r.line)).toEqual([2, 3, 5]);
  });
  it('names the line where quoted cells hold CRLF', async () => {
    const [table] = await readTables(text('a,b\r\n"x\r\ny",2\r\n3,4\r\n'), 'x');
    expect(table?.rows).toEqual([
      { line: 2, cells: ['x\r\ny', '2'] },
      { line: 4, cells: ['3', '4'] },
    ]);
  });
  it('has a provenance note for every fixture folder', async () => {
    expect(await readdir('test/fixtures')).toContain('README.md');
  });
});

describe('bad input', () => {
  const head = 'id,date,time,kind,description\n';
  it('an empty file', async () =>
    expect(await why('x.csv', new Uint8Array())).toMatchObject([expect.stringMatching(/is empty/)]));
  it('a PDF named .csv', async () =>
    expect(await why('x.csv', text('%PDF-1.7 ...'))).toMatchObject([expect.stringMatching(/is a PDF/)]));
  it('a file over the limit', async () =>
    expect(await why('x.csv', new Uint8Array(200 * 1024 * 1024).fill(97))).toMatchObject([
      expect.stringMatching(/200 MB.*Split/),
    ]));
  it('binary data', async () =>
    expect(await why('x.csv', new Uint8Array([1, 2, 0, 0, 0, 5, 6, 7, 1, 1]))).toMatchObject([
      expect.stringMatching(/binary/),
    ]));
  it('a header and nothing that is known', async () =>
    expect(await why('x.csv', text('a,b\n1,2\n'))).toMatchObject([expect.stringMatching(/fits none/)]));
  it('UTF-16 with and without its mark', async () => {
    const csv = `${head}a,2024-03-14,14:27,note,café\n`;
    for (const mark of [[0xff, 0xfe], []]) {
      const bytes = new Uint8Array([
        ...mark,
        ...[...csv].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]),
      ]);
      const { record } = await run('x.csv', bytes);
      expect(record.events.map((e) => e.description)).toEqual(['café']);
    }
  });
  it('Windows-1252, said so', async () => {
    const bytes = new Uint8Array([...text(`${head}a,2024-03-14,14:27,note,caf`), 0xe9, 10]);
    const { record, notices } = await run('x.csv', bytes);
    expect(record.events[0]?.description).toBe('café');
    expect(notices.join()).toMatch(/Windows-1252/);
  });
  it('ragged rows keep the good ones', async () => {
    const { record, refused } = await run(
      'x.csv',
      text(`${head}a,2024-03-14,14:27,note,one\nb\nc,2024-03-14,14:28,note,two,extra\nd,2024-03-14,14:29\n`),
    );
    expect(record.events.map((e) => e.ref)).toEqual(['a', 'd']);
    expect(refused).toMatchObject([
      { line: 4, why: expect.stringMatching(/6 cells where the header has 5/) },
      { line: 3 },
    ]);
  });
  it('a time that does not exist', async () => {
    const { record, refused } = await run(
      'x.csv',
      text(`${head}a,2024-03-10,2:30,note,x\nb,2024-03-10,3:30,note,y\n`),
      'America/Chicago',
    );
    expect(record.events.map((e) => e.ref)).toEqual(['b']);
    expect(refused).toMatchObject([
      { line: 2, column: 'time', why: expect.stringMatching(/does not exist.*put forward/) },
    ]);
  });
  it('dates in two orders', async () => {
    expect(await why('x.csv', text(`${head}a,3/4/2024,14:27,note,x\n`))).toMatchObject([
      expect.stringMatching(/two orders/),
    ]);
    const mixed = await run(
      'x.csv',
      text(`${head}a,13/4/2024,14:27,note,x\nb,4/13/2024,14:27,note,x\nc,3/4/2024,14:27,note,x\n`),
    );
    expect(mixed.record.events.map((e) => e.date)).toEqual(['2024-04-13', '2024-04-13']);
    expect(mixed.refused).toHaveLength(1);
    const told = await run('x.csv', text(`${head}a,3/4/2024,14:27,note,x\nb,3/14/2024,14:27,note,x\n`));
    expect(told.record.events.map((e) => e.date)).toEqual(['2024-03-04', '2024-03-14']);
  });
  it('two clocks with the same name', async () => {
    const csv =
      'camera,zone,date,start,end,ahead\nBWC,America/Chicago,2024-03-14,14:00,15:00,41-43\nBWC,UTC,2024-03-14,19:00,20:00,\n';
    expect(await why('cams.csv', text(csv))).toMatchObject([
      expect.stringMatching(/3: two clocks are called “BWC”/),
    ]);
  });
  it('a row that points at one that is not there, and those that point at it', async () => {
    const { record, refused } = await run(
      'x.csv',
      text(
        `${head}a,2024-03-14,14:27,note,x\nb,2024-03-14,after @lost,note,y\nc,2024-03-14,after @b,note,z\n`,
      ),
    );
    expect(record.events.map((e) => e.ref)).toEqual(['a']);
    expect(refused.map((r) => r.line).sort()).toEqual([3, 4]);
  });
  it('a day left out, an id twice, an end before its beginning', async () => {
    const reasons = (
      await why(
        'x.csv',
        text(
          'id,date,time,end,kind\na,,14:27,,note\nb,2024-03-14,14:00,,note\nb,2024-03-14,14:01,,note\nd,2024-03-14,14:58,14:04,writing\n',
        ),
      )
    ).join('\n');
    expect(reasons).toMatch(/2: this time has no day/);
    expect(reasons).toMatch(/4: the id “b” already stands on line 3/);
    expect(reasons).toMatch(/5: this ends before it begins/);
  });
  it('a broken workbook', async () =>
    expect(await why('x.xlsx', zipSync({ 'a.txt': strToU8('x') }))).toMatchObject([
      expect.stringMatching(/not a workbook/),
    ]));
});

describe('large logs', () => {
  it('two hundred thousand lines come in whole', async () => {
    const length = process.env['STRYKER_MUTATOR_WORKER'] === undefined ? 200_000 : 200;
    const lines = Array.from(
      { length },
      (_, i) =>
        `r${i},2024-03-14,${String(Math.floor(i / 3600) % 24).padStart(2, '0')}:${String(Math.floor(i / 60) % 60).padStart(2, '0')}:${String(i % 60).padStart(2, '0')},note,x`,
    );
    const { record, refused } = await run(
      'big.csv',
      text(`id,date,time,kind,description\n${lines.join('\n')}\n`),
      'UTC',
    );
    expect(refused).toEqual([]);
    expect(record.events).toHaveLength(length);
  });
});

describe('camera lists', () => {
  it('turn how far a clock is ahead into its offset range', async () => {
    const csv =
      'camera,officer,zone,date,start,end,muted from,muted to,ahead,why\nBody camera A,Officer A,UTC,2024-03-14,19:04:10,19:31:02,19:16:20,19:19:32,41-43 s,radio call\nDash,Officer A,,2024-03-14,14:02:00,14:32:00,,,12 s behind,watch\n';
    const { record, refused } = await run('cams.csv', text(csv), 'America/Chicago');
    expect(refused).toEqual([]);
    expect(record.clocks.map((c) => c.offset && [c.offset.min, c.offset.max])).toEqual([
      [-43_000, -41_000],
      [11_000, 13_000],
    ]);
    expect(record.events.map((e) => e.kind)).toEqual(['recording', 'muted', 'recording']);
  });
});

describe('custody forms', () => {
  it('make items and hand-overs with both ends, and list the bad line', async () => {
    const csv =
      'Item,Description,Date Released,Time Released,Released By,Date Received,Time Received,Received By,Purpose,Seal,Net\n1,powder,,,,2024-03-14,20:10,Officer A,collected,S-100,12.4 g\n1,powder,2024-03-18,09:10,Officer A,2024-03-18,13:55,Lab,testing,S-101,8.4 g\n1,powder,2024-02-30,09:10,Lab,2024-03-19,13:55,Locker,return,S-101,\n"1, 2",,2024-03-20,08:00,Lab,2024-03-20,08:05,Locker,return,,\n';
    const { record, refused } = await run('form.csv', text(csv), 'America/Chicago');
    expect(refused).toMatchObject([
      { line: 4, column: 'Date Released', why: expect.stringMatching(/2024-02-30 does not exist/) },
    ]);
    expect(record.items.map((i) => i.number)).toEqual(['1', '2']);
    expect(record.custody).toHaveLength(4);
    expect(analyze(record).findings.find((f) => f.rule === 'custody-gap')).toMatchObject({
      status: 'established',
    });
  });
});

describe('headers as agencies write them', () => {
  it('date and time of a hand-over in one column each', async () => {
    const csv =
      'Item No.,Date/Time Released,Released By,Date/Time Received,Received By,Reason for Transfer\n1,3/18/2024 0910 hrs,Clerk,3/18/2024 1355 hrs,Lab,testing\n';
    const { record, refused } = await run('form.csv', text(csv), 'America/Chicago');
    expect(refused).toEqual([]);
    expect(record.custody.map((c) => [c.releasedDate, c.receivedDate, c.purpose])).toEqual([
      ['2024-03-18', '2024-03-18', 'testing'],
    ]);
    expect(analyze(record).findings.find((f) => f.rule === 'custody-gap')).toMatchObject({
      status: 'established',
    });
  });
  it('a log with day and time of day apart, on the twelve-hour clock', async () => {
    const csv =
      'Date,Time,Unit,Activity,Remarks\n03/14/24,2:04 PM,4A1,Traffic stop,Rt 9\n03/14/24,2:18 PM,4A1,Warning given,\n03/14/24,2:23:30 PM,K9,K9 sniff,\n';
    const { record, refused } = await run('log.csv', text(csv), 'America/Chicago');
    expect(refused).toEqual([]);
    expect(record.events.map((e) => e.kind)).toEqual(['seizure-begins', 'warning-issued', 'sniff']);
    const held = analyze(record).findings.find((f) => f.rule === 'mission-complete');
    expect(held?.bounds?.min).toBeGreaterThan(4 * 60_000);
  });
});

describe('workbooks', () => {
  it.each([false, true])(
    'of the 1900 and the 1904 system give the same days and times (1904: %s)',
    async (date1904) => {
      const { record, refused } = await run('log.xlsx', workbook(date1904));
      expect(refused).toEqual([]);
      expect(record.events.map((e) => `${e.date} ${e.start} ${e.kind}`)).toEqual([
        '2024-03-14 14:27:05 sniff',
        '2024-03-14 14:28 alert',
      ]);
    },
  );
});

describe('mapping', () => {
  it('can be changed: an unknown word is mapped to a kind, a default day and clock are given', async () => {
    const [table] = await readTables(text('time,activity\n14:27,K9 deployed\n'), 'log.csv');
    if (!table) throw new Error('no table');
    const mapping = {
      ...guessMapping(table),
      date: '2024-03-14',
      clock: 'CAD',
      kinds: { 'k9 deployed': 'sniff' as const },
    };
    let n = 0;
    const drafts = layoutOf(mapping.layout).read(
      table,
      mapping,
      contextFor(emptyRecord(newCase('c', 'x', 'UTC', 0)), '', () => `n${++n}`),
    );
    expect(drafts.events).toMatchObject([{ kind: 'sniff', date: '2024-03-14' }]);
    expect(drafts.clocks).toMatchObject([{ name: 'CAD', kind: 'dispatch', reference: true }]);
  });
});
