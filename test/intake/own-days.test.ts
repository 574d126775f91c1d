import { describe, expect, it } from 'vitest';
import { type AskedOfTables, recordFromFiles } from '../../src/intake/assemble';

/** A log (made up), its entries by day, time and words, and what was refused and said. */
async function read(text: string, asked: AskedOfTables = {}, name = 'log.csv') {
  const bytes = new TextEncoder().encode(text.trim());
  const got = await recordFromFiles([{ name, bytes }], 'America/Chicago', asked);
  return {
    told: got.record.events.map((e) => `${e.date} ${e.start} ${e.description}`),
    refused: got.refused.map((r) => `${r.line}: ${r.why}`),
    notices: got.notices.join('\n'),
  };
}

describe('the year of a day without one', () => {
  const log = 'Date,Time,What happened\n11/14/23,2310,traffic stop\n11/15,0001,search of car';

  it('is that of the other days of its table, and it is said', async () => {
    const got = await read(log);
    expect(got.told).toEqual(['2023-11-14 2310 traffic stop', '2023-11-15 0001 search of car']);
    expect(got.notices).toMatch(/as of 2023, the year of its other days/);
  });

  it('is asked where the day that is given for the table is of another', async () => {
    const got = await read(log, { date: '2024-03-02' });
    expect(got.told).toEqual(['2023-11-14 2310 traffic stop']);
    expect(got.refused).toEqual([expect.stringMatching(/^3: “11\/15” has no year/)]);
  });

  it('is asked where the days in full are of December and it is of January', async () => {
    const got = await read('Date,Time,What happened\n12/31/23,2310,traffic stop\n1/1,0001,search of car');
    expect(got.told).toEqual(['2023-12-31 2310 traffic stop']);
    expect(got.refused).toEqual([expect.stringMatching(/^3: “1\/1” has no year/)]);
  });
});

describe('a weekday beside a day', () => {
  it('tells its order: April 11, 2023 was no Saturday', async () => {
    const got = await read('Date,Time,What happened\nSat 11/4/23,2310,traffic stop\n"""",2312,contact');
    expect(got.told).toEqual(['2023-11-04 2310 traffic stop', '2023-11-04 2312 contact']);
  });

  it('tells nothing where it fits neither order', async () => {
    const got = await read('Date,Time,What happened\nThu 11/4/23,2310,traffic stop');
    expect(got.told).toEqual([]);
    expect(got.refused).toEqual([expect.stringMatching(/two orders/)]);
  });
});

describe('a column of days under a heading that nobody knows', () => {
  it('is the day of each row, and not the day that is given for rows without one', async () => {
    const got = await read(
      'Date Weighed,Time,What happened,By\n2/13/24,0910,bag weighed,Roe\n2/19/24,1340,bag weighed again,Poe',
      { date: '2024-03-02' },
    );
    expect(got.told).toEqual(['2024-02-13 0910 bag weighed', '2024-02-19 1340 bag weighed again']);
    expect(got.notices).toMatch(/“Date Weighed” is taken for the day of each row/);
  });

  it.each([
    'Court Date,Time,What happened\n2/13/24,0910,stopped',
    'DOB,Time,What happened\n2/13/84,0910,stopped',
  ])('is no day of a row where it is of another matter: %s', async (text) => {
    expect((await read(text, { date: '2024-03-02' })).told).toEqual(['2024-03-02 0910 stopped']);
  });
});

describe('AM and PM in a column of their own', () => {
  it.each(['In,AM/PM,Out,AM/PM,Name', 'In,,Out,,Name', 'In,a/p,Out,x,Name'])(
    'stand with the time before them, whatever the columns are called: %s',
    async (head) => {
      const got = await read(`Date,${head}
5/13/24,8:02,AM,8:40,AM,Poe
5/21/24,11:50,PM,12:20,AM,Coe
5/22/24,,AM,1:20,PM,Roe`);
      expect(got.told.map((t) => t.trim())).toEqual([
        '2024-05-13 8:02 am In',
        '2024-05-13 8:40 am Out',
        '2024-05-21 11:50 pm In',
        '2024-05-22 12:20 am Out',
        '2024-05-22 1:20 pm Out',
      ]);
    },
  );

  it('of a log and of a custody form too', async () => {
    const log = await read('Date,Time,,What happened\n5/13/24,9:50,PM,traffic stop\n5/13/24,10:05,PM,alert');
    expect(log.told).toEqual(['2024-05-13 9:50 pm traffic stop', '2024-05-13 10:05 pm alert']);
    expect(log.notices).toMatch(/“Time” and “column 3” are read as one/);
  });

  it('are no letters of something else', async () => {
    const got = await read(
      'Date,Time,Lane,What happened\n5/13/24,9:50,A,traffic stop\n5/13/24,10:05,P,alert',
    );
    expect(got.told).toEqual(['2024-05-13 9:50 traffic stop', '2024-05-13 10:05 alert']);
  });
});

describe('a heading that says its times are not exact', () => {
  it.each(['Approx. Time', 'Time (approx)', 'Estimated Time'])('makes them so: %s', async (head) => {
    const got = await read(`Date,${head},Event\n5/20/2024,9:01 PM,Stop\n5/20/2024,about 9:05 PM,Alert\n`);
    expect(got.told).toEqual(['2024-05-20 ~9:01 PM Stop', '2024-05-20 about 9:05 PM Alert']);
    expect(got.notices).toMatch(/are taken as approximate, as the heading says/);
  });

  it('in each of several columns, and never where it is no heading of times', async () => {
    const got = await read(
      'Call,Date,Dispatched,Approx. arrival,Approx. cost\n1,5/20/2024,21:01,21:09,2130\n2,5/20/2024,22:01,22:09,950',
    );
    expect(got.told).toEqual([
      '2024-05-20 21:01 Dispatched',
      '2024-05-20 ~21:09 Approx. arrival',
      '2024-05-20 22:01 Dispatched',
      '2024-05-20 ~22:09 Approx. arrival',
    ]);
  });
});

describe('a day that stands by itself without its year', () => {
  const door = (title: string, second: string): string => `${title}
Time,Door,Name,In/Out
"Monday, June 3",,,
7:58 AM,Vault,Poe,IN
"${second}",,,
11:47 PM,Vault,Roe,IN`;

  it('is of the year that the title states, where its weekday is of that year', async () => {
    const got = await read(door('WEEK OF 6/3/2024,,,', 'Tue. June 4'));
    expect(got.told.map((t) => t.slice(0, 19).trim())).toEqual(['2024-06-03 7:58 AM', '2024-06-04 11:47 PM']);
    expect(got.notices).toMatch(/A day stands by itself on line 3 \(2024-06-03\), line 5 \(2024-06-04\)/);
  });

  it('is none where the weekday is of another year', async () => {
    const got = await read(door('WEEK OF 6/3/2024,,,', 'Thursday, June 4'));
    expect(got.told.some((t) => t.startsWith('2024-06-04'))).toBe(false);
  });

  it('is no time with a code behind it', async () => {
    const got = await read('Time and code,Note\n2044 - 10-8,\n2050,cleared', { date: '2024-03-02' });
    expect(got.notices).not.toMatch(/2044-10-08/);
  });
});
