import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LoggedTime, pastMidnight } from '../../src/time/grammar/past-midnight';
import { inAllRuns } from '../reached';

const log = (...texts: string[]): LoggedTime[] => texts.map((text) => ({ date: '2024-03-14', text }));
const moved = (rows: readonly LoggedTime[], way = 0): string[][] =>
  pastMidnight(rows).map((f) =>
    (f.ways[way]?.changes ?? []).map((c) => `${c.row} ${c.field} ${c.date} ${c.text}`),
  );

describe('a log that runs past midnight', () => {
  it('says which rows it would move to the next day', () => {
    expect(moved(log('23:50', '23:58', '00:04', '0020'))).toEqual([
      ['2 text 2024-03-15 00:04', '3 text 2024-03-15 0020'],
    ]);
    expect(pastMidnight(log('23:50', '23:58', '00:04', '0020'))[0]).toMatchObject({
      row: 2,
      why: '23:58 and then 00:04: the log passed midnight here, or is out of order',
      ways: [{ says: 'it passed midnight: 2 rows from 00:04 on are of 2024-03-15' }],
    });
  });
  it('serves an entry typed after another', () => {
    expect(moved(log('2342', '0004'))).toEqual([['1 text 2024-03-15 0004']]);
    expect(moved(log('2342', '2344'))).toEqual([]);
  });
  it('passes two midnights, and a row entered late', () => {
    expect(moved(log('22:00', '01:00', '12:00', '23:00', '02:00'))).toEqual([
      ['1 text 2024-03-15 01:00', '2 text 2024-03-15 12:00', '3 text 2024-03-15 23:00'],
      ['4 text 2024-03-16 02:00'],
    ]);
    // 23:59 after 00:04 was entered late: it is still of the day before.
    expect(moved(log('23:58', '00:04', '23:59', '00:06'))).toEqual([
      ['1 text 2024-03-15 00:04', '3 text 2024-03-15 00:06'],
      [],
    ]);
  });
  it('leaves a row that is merely late where it stands, and says so', () => {
    expect(pastMidnight(log('14:00', '14:20', '14:10', '14:30'))).toEqual([
      { row: 2, why: '14:10 stands after 14:20: the row is out of order, or one of them is wrong', ways: [] },
    ]);
    expect(pastMidnight(log('14:20', '14:20', '14:21'))).toEqual([]);
  });
  it('moves only the rows of the day that ran over, and none whose day is written', () => {
    const rows = [...log('23:50', '00:04'), { date: '2024-03-15', text: '00:20' }];
    expect(moved(rows)).toEqual([['1 text 2024-03-15 00:04']]);
    expect(moved([...log('23:50'), { date: '2024-03-15', text: '00:04' }])).toEqual([]);
    expect(moved(log('23:50', '2024-03-15 00:04', '+45s', '@stop', 'v 3:15'))).toEqual([]);
  });
  it('knows an end on the next day', () => {
    expect(moved([{ date: '2024-03-14', text: '23:50', end: '00:20' }])).toEqual([
      ['0 end 2024-03-14 2024-03-15 00:20'],
    ]);
    expect(moved([{ date: '', text: '23:50', end: '00:20' }])).toEqual([[]]);
  });
});

describe('a log by a clock of twelve hours', () => {
  const rows = log('11:50', '12:10', '12:55', '1:05', 'about 1:30');
  it('is read on from the morning, or from the evening', () => {
    expect(pastMidnight(rows)[0]).toMatchObject({ row: 3 });
    expect(moved(rows)).toEqual([['3 text 2024-03-14 13:05', '4 text 2024-03-14 about 13:30']]);
    // On the next day it goes on from there.
    expect(moved([...log('11:50', '1:10'), { date: '2024-03-15', text: '1:30' }])).toEqual([
      ['1 text 2024-03-14 13:10', '2 text 2024-03-15 13:30'],
    ]);
    expect(moved(rows, 1)).toEqual([
      [
        '0 text 2024-03-14 23:50',
        '1 text 2024-03-15 00:10',
        '2 text 2024-03-15 00:55',
        '3 text 2024-03-15 01:05',
        '4 text 2024-03-15 about 01:30',
      ],
    ]);
  });
  it('is none where anything tells it from one', () => {
    expect(pastMidnight(log('11:50 am', '12:55 pm', '1:05 pm'))).toEqual([]);
    expect(pastMidnight(log('09:15', '10:20'))).toEqual([]);
    expect(pastMidnight(log('1150', '1255'))).toEqual([]);
  });
  it('is asked where no time passes 12:59', () => {
    expect(pastMidnight(log('2:10', '2:27'))[0]?.ways.map((w) => w.changes.map((c) => c.text))).toEqual([
      ['14:10', '14:27'],
    ]);
    expect(pastMidnight(log('2:10', '2:27'))[0]?.why).toBe(
      'no time of this log is past 12:59 and none says am or pm: it may be by a clock of twelve hours',
    );
    expect(pastMidnight(log('11:10', '1:27'))[0]?.why).toBe(
      '11:10 and then 1:27, and no time is past 12:59: the log is by a clock of twelve hours, or out of order',
    );
  });
});

/** What is said of a log, its rows apart by commas: the rows at which it shows, and what each way would change. */
function said(texts: string, date = '2024-03-14'): string[] {
  const rows = texts.split(', ').map((row): LoggedTime => {
    const [text = '', end] = row.split(' > ');
    return { date, text, ...(end ? { end } : {}) };
  });
  const day = (d: string): string => d.slice(5);
  return pastMidnight(rows).map((f) =>
    [f.row, ...f.ways.map((w) => w.changes.map((c) => `${c.row} ${day(c.date)} ${c.text}`).join(', '))].join(
      ': ',
    ),
  );
}

describe('the limits of a log', () => {
  it.each([
    ['22:00, 01:00, 23:00, 00:30', ['1: 1 03-15 01:00, 3 03-15 00:30', '2', '3']],
    ['12:00, 06:00', ['1: 1 03-15 06:00']],
    ['12:00, 06:01', ['1']],
    ['14:00, 14:20, 14:10, 23:50, 00:04', ['2', '4: 4 03-15 00:04']],
    ['14:20:05, 14:20:04', ['1']],
    ['14:20:05, 14:20:05', []],
    ['23:50, 00:10, 00:05', ['1: 1 03-15 00:10, 2 03-15 00:05', '2']],
    ['23:50, 00:10, 18:09, 00:20', ['1: 1 03-15 00:10, 2 03-15 18:09', '3: 3 03-16 00:20']],
    ['23:50, 00:10, 18:11, 00:20', ['1: 1 03-15 00:10, 3 03-15 00:20', '2']],
    [
      '23:50, 00:10, 12:00, 00:20, 23:58',
      ['1: 1 03-15 00:10, 2 03-15 12:00', '3: 3 03-16 00:20, 4 03-15 23:58', '4'],
    ],
    ['00:10, 23:50', []],
    ['12:00 > 06:00', ['0: 0 03-14 2024-03-15 06:00']],
    ['12:00 > 06:01', []],
    ['9:50', []],
    ['0:30, 1:05', []],
    ['12:50, 13:00', []],
    ['11:50, 1:05p', []],
    ['12:10, 1:05', ['1: 0 03-14 00:10: 1 03-14 13:05']],
    ['12:59:59, 1:00:00', ['1: 0 03-14 00:59:59: 1 03-14 13:00:00']],
    ['950, 105', ['1: 1 03-14 13:05: 0 03-14 21:50, 1 03-15 01:05']],
    ['9:50, 10:05, 9:55', ['0: 0 03-14 21:50, 1 03-14 22:05, 2 03-14 21:55']],
    ['9:50, 10:05, 4:05', ['2: 2 03-14 16:05: 0 03-14 21:50, 1 03-14 22:05, 2 03-15 04:05']],
    ['12:30, 12:40', ['0: 0 03-14 00:30, 1 03-14 00:40']],
  ])('%s', (texts, falls) => {
    expect(said(texts)).toEqual(falls);
  });
  it('says the next day where no row has one', () => {
    const log = (texts: string[]): LoggedTime[] => texts.map((text) => ({ date: '', text }));
    expect(pastMidnight(log(['23:50', '00:10']))[0]?.ways[0]?.says).toBe(
      'it passed midnight: this row is of the next day',
    );
    expect(pastMidnight(log(['23:50', '00:10', '00:20']))[0]?.ways[0]?.says).toBe(
      'it passed midnight: 2 rows from 00:10 on are of the next day',
    );
  });
  it('says how many rows a clock of twelve hours changes', () => {
    expect(pastMidnight(log('12:10', '1:05'))[0]?.ways.map((w) => w.says)).toEqual([
      'it is by a clock of twelve hours and begins in the morning: 1 row changes',
      'it is by a clock of twelve hours and begins in the afternoon or evening: 1 row changes',
    ]);
  });
});

it('puts any log that only lost its dates in its true order', () => {
  const steps = fc.array(fc.integer({ min: 1, max: 5 * 60 }), { minLength: 2, maxLength: 30 });
  let crossed = 0;
  fc.assert(
    fc.property(fc.nat(1439), steps, (first, gaps) => {
      let t = first;
      const truth = [t, ...gaps.map((g) => (t += g))];
      const two = (n: number): string => String(n).padStart(2, '0');
      const rows = truth.map((m) => ({
        date: '2024-03-14',
        text: `${two(Math.floor(m / 60) % 24)}:${two(m % 60)}`,
      }));
      // A log between 10:00 and 12:59 could be by a clock of twelve hours: that is asked, and told above.
      fc.pre(rows.some((r) => !/^1[012]/.test(r.text)));
      const dates = rows.map((r) => r.date);
      for (const f of pastMidnight(rows))
        for (const c of f.ways[0]?.changes ?? []) {
          dates[c.row] = c.date;
          crossed++;
        }
      expect(dates).toEqual(
        truth.map((m) =>
          new Date(Date.UTC(2024, 2, 14) + Math.floor(m / 1440) * 86_400_000).toISOString().slice(0, 10),
        ),
      );
    }),
    { numRuns: 500 },
  );
  expect(crossed).toBeGreaterThan(inAllRuns(100));
});
