import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessColumns } from '../../src/intake/layouts/layout';
import { type Counted, Counter, Survey } from '../../src/officers/counting';
import { CsvStream, markOf } from '../../src/officers/csv-stream';
import { lengthOf, STOP_DATA, type StopChoice } from '../../src/officers/stop-data';

const rowsOf = (text: string, cuts: readonly number[] = []): { cells: string[]; line: number }[] => {
  const rows: { cells: string[]; line: number }[] = [];
  const stream = new CsvStream(markOf(text), (cells, line) => rows.push({ cells, line }));
  let at = 0;
  for (const cut of [...new Set(cuts)].sort((a, b) => a - b)) {
    stream.push(text.slice(at, cut));
    at = cut;
  }
  stream.push(text.slice(at));
  stream.end();
  return rows;
};

const ALL: StopChoice = {
  values: {},
  hours: null,
  since: '',
  until: '',
  notThis: '',
  forgotten: 4 * 3_600_000,
};

function count(text: string, choice: Partial<StopChoice> = {}, unit = 60_000): Counted {
  const [head, ...rows] = rowsOf(text);
  const mapping = { columns: guessColumns(head?.cells ?? [], STOP_DATA), dateOrder: 'mdy' as const, unit };
  const counter = new Counter(mapping, { ...ALL, ...choice });
  for (const { cells } of rows) counter.row(cells);
  return counter.counted();
}

describe('a table that streams by', () => {
  it('is cut alike wherever its text was parted, with quotation marks, line ends and empty cells', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '7', ' ', '"', ',', '\n', '\r\n', 'é'),
      maxLength: 6,
    });
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 }),
        fc.array(fc.nat(200), { maxLength: 6 }),
        fc.constantFrom('\n', '\r\n'),
        (table, cuts, end) => {
          const quoted = table.map((r) => r.map((c) => `"${c.replaceAll('"', '""')}"`).join(',')).join(end);
          const found: string[][] = [];
          const stream = new CsvStream(',', (cells) => found.push(cells));
          let at = 0;
          for (const cut of cuts.filter((c) => c < quoted.length).sort((a, b) => a - b)) {
            stream.push(quoted.slice(at, cut));
            at = cut;
          }
          stream.push(quoted.slice(at));
          stream.end();
          expect(found).toEqual(table);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('knows its lines, and says where a mark is never closed', () => {
    expect(rowsOf('a,b\n"x\ny",2\n3,4').map((r) => r.line)).toEqual([1, 2, 4]);
    expect(() => rowsOf('a,b\n"never,2\n3,4')).toThrow(/line 2/i);
    expect(markOf('a;b;c\n1,5;2;3\n')).toBe(';');
  });
});

describe('lengths of stops', () => {
  it('are as wide as they are written, whether cut off or rounded', () => {
    expect(lengthOf('12', 60_000)).toEqual({ min: 690_000, max: 779_999 });
    expect(lengthOf('12.5 min', 1)).toEqual({ min: 747_000, max: 755_999 });
    expect(lengthOf('0:12:30', 1)).toEqual({ min: 749_500, max: 750_999 });
    expect(lengthOf('1:05', 1)).toEqual({ min: 3_870_000, max: 3_959_999 });
    expect(lengthOf('a while', 1)).toBeNull();
  });

  it('are counted from beginning and end; past midnight, negative, missing and forgotten ones are told', () => {
    const found = count(
      [
        'Officer,Start Time,End Time',
        'Marsh,2024-03-14 14:00,2024-03-14 14:12',
        'Marsh,2024-03-14 14:00,2024-03-14 14:12',
        'Marsh,3/14/2024 11:55 PM,3/15/2024 12:10 AM',
        'Marsh,2024-03-14 14:00,2024-03-14 13:00',
        'Marsh,2024-03-14 14:00,',
        'Marsh,2024-03-14 14:00,2024-03-14 23:30',
        'Marsh,2024-03-14 14:00,soon',
        'Marsh,23:50,00:05',
      ].join('\n'),
    );
    expect(found.lengths).toEqual([
      { min: 11 * 60_000 + 1, max: 13 * 60_000 - 1, n: 2 },
      { min: 14 * 60_000 + 1, max: 16 * 60_000 - 1, n: 2 },
    ]);
    expect(Object.fromEntries(found.leftOut.map((l) => [l.why, l.n]))).toEqual({
      'the end is before the beginning': 1,
      'no end is written': 1,
      'longer than the limit: a timer that was forgotten': 1,
      'a time or length that cannot be read': 1,
    });
    // Nothing is lost: every row chosen is counted or left out.
    expect(found.chosen).toBe(8);
  });
});

describe('a benchmark', () => {
  const TABLE = [
    'Stop ID,Officer,Date,Time,Duration,District,Outcome,Canine,Searched,Contraband',
    '1,Marsh,2024-01-01,20:15,10,4,Warning,No,No,',
    '2,Marsh,2024-01-02,21:00,11,4,Citation,Yes,Yes,No',
    '3,Marsh,2024-01-03,02:00,12,4,Warning,No,Yes,Yes',
    '4,Lee,2024-01-03,20:00,13,4,Warning,No,No,',
    '5,Marsh,2023-12-31,20:00,14,4,Warning,No,No,',
    '6,Marsh,2024-01-05,20:00,0,4,Warning,No,No,',
    '7,Marsh,2024-01-05,12:00,15,5,Warning,,No,',
  ].join('\n');
  const minutes = (c: Counted): number[] => c.lengths.map((l) => Math.round(l.min / 60_000 + 0.5));

  it('are left out where several times stand in one cell, counted and said, and never one of them taken', () => {
    const several = [
      ['2023-01-02 09:00', '2023-01-02 09:05; 09:12'],
      ['2023-01-02 09:00', '2023-01-02 09:05 / 2023-01-02 09:12'],
      ['2023-01-02 09:00', '09:05-09:30'],
      ['2023-01-02 09:00', '2023-01-02 09:05-09:30'],
      ['09:00', '0905-0930'],
      ['09:00', '"09:05\n09:12"'],
      ['09:00', '"9:05 AM, 9:12 AM"'],
      ['09:00 or 09:02', '09:12'],
      ['2023-01-02 09:00', '09:05 09:12'],
    ];
    const table = (rows: string[][]): string =>
      ['Start Time,End Time', ...rows.map((r) => r.join())].join('\n');
    expect(count(table(several))).toMatchObject({
      chosen: several.length,
      lengths: [],
      leftOut: [{ why: 'several times or lengths in one cell', n: several.length }],
    });
    // A shift from UTC is none of them; words are no times.
    const one = [
      ['2023-01-02T09:00:00-05:00', '2023-01-02T09:05:00-05:00'],
      ['2023-01-02T09:00-05:00', '2023-01-02T09:05-05:00'],
      ['2023-01-02 09:00:00Z', '2023-01-02 09:05:00Z'],
    ];
    expect(count(table(one)).lengths.reduce((n, l) => n + l.n, 0)).toBe(one.length);
    expect(count(table([['09:00', 'to be seen, or not']])).leftOut[0]?.why).toMatch(/cannot be read/);
    const lengths = ['12; 15', '12/15', '10 to 12', '0:10 - 0:12', '12 min and 3 min', '"10, 12"'];
    expect(count(`${['Duration', ...lengths].join('\n')}\nx`)).toMatchObject({
      lengths: [],
      leftOut: [
        { why: 'several times or lengths in one cell', n: lengths.length },
        { why: 'a time or length that cannot be read', n: 1 },
      ],
    });
    // Where the choice turns on the hour it is said too.
    expect(count(table([['09:00; 10:00', '11:00']]), { hours: [480, 600] }).leftOut[0]?.why).toMatch(
      /several/,
    );
  });

  it('takes the officer, district, outcome, hours past midnight and days that were chosen', () => {
    expect(minutes(count(TABLE, { values: { officer: ['Marsh'] } }))).toEqual([10, 11, 12, 14, 15]);
    expect(
      minutes(count(TABLE, { values: { officer: ['Marsh'], outcome: ['Warning'] }, since: '2024-01-01' })),
    ).toEqual([10, 12, 15]);
    expect(minutes(count(TABLE, { hours: [20 * 60, 4 * 60], since: '2024-01-01' }))).toEqual([
      10, 11, 12, 13,
    ]);
    expect(count(TABLE, { values: { officer: ['Marsh'] }, notThis: '3' }).leftOut).toEqual(
      expect.arrayContaining([{ why: 'the stop of this case itself', n: 1 }]),
    );
  });

  it('has rates of those alone of which the table says yes or no', () => {
    expect(count(TABLE, { values: { officer: ['Marsh'] } }).rates).toEqual([
      { what: 'a dog was called', n: 1, of: 5 },
      { what: 'a search', n: 2, of: 6 },
      { what: 'nothing found in a search', n: 1, of: 2 },
    ]);
  });

  it('is chosen between the values that stand in the table', () => {
    const [head, ...rows] = rowsOf(TABLE);
    const survey = new Survey({
      columns: guessColumns(head?.cells ?? [], STOP_DATA),
      dateOrder: 'mdy',
      unit: 60_000,
    });
    for (const { cells } of rows) survey.row(cells);
    expect([...survey.values.officer]).toEqual([
      ['Marsh', 6],
      ['Lee', 1],
    ]);
    expect([...survey.values.outcome.keys()]).toEqual(['Warning', 'Citation']);
  });
});
