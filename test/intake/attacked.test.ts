import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analysis/analyze';
import { recordFromFiles } from '../../src/intake/assemble';
import { formatOf, shownNumber } from '../../src/intake/formats/number-format';
import { meaningOf } from '../../src/time/grammar/meaning';
import { solveRecord } from '../../src/time/solver/solve';

/** Part A of `attacked.md`, line by line: misread evidence must become no finding, and take none away. A16 is in `time/drift.test.ts`. */
const bytes = (s: string): Uint8Array => new TextEncoder().encode(s);

async function read(csv: string, name = 'x.csv') {
  const got = await recordFromFiles([{ name, bytes: bytes(csv) }], 'America/Chicago');
  const { findings } = analyze(got.record);
  return {
    ...got,
    findings: (rule: string) => findings.filter((f) => f.rule === rule).map((f) => `${f.status}: ${f.title}`),
    bounds: (rule: string) => findings.find((f) => f.rule === rule)?.bounds,
    all: findings.map((f) => `${f.rule} ${f.status}`),
    stands: got.record.events.map((e) => `${e.date} ${e.start}`),
    said: got.notices.join('\n'),
  };
}
const FORM = 'Item,Released by,Received by,Date,Time';
const weights = async (head: string, cell: string) =>
  (await read(`${FORM},${head}\n1,A,B,3/14/2024,1427,${cell}\n`)).record.custody.flatMap((c) =>
    c.quantities.map((q) => `${q.of} ${q.value} ${q.unit}`.trim()),
  );
/** When a text stands in Chicago on a day, and for how many seconds; `asked`, or why it is none. */
function means(text: string, date = '2024-03-14'): string {
  const m = meaningOf(text, { date, zone: 'America/Chicago', approximate: 0 }, 'mdy', { year: 2026 });
  if (!m.ok) return m.asks.length > 0 ? 'asked' : `refused: ${m.why}`;
  const { min = 0, max = 0 } = m.interval ?? {};
  return `${new Date(min).toISOString().replace('.000Z', 'Z')} ${Math.round((max - min) / 1000)}`;
}

describe('A1: rows of one log go forward', () => {
  const NIGHT = [
    ['23:50', 'seizure-begins'],
    ['23:58', 'warning-issued'],
    ['00:15', 'sniff'],
    ['00:20', 'alert'],
  ] as const;
  const log = (dates: readonly string[], rows: readonly (readonly string[])[]): string =>
    `Date,Time,Kind\n${rows.map((r, i) => `${dates[Math.min(i, dates.length - 1)]},${r.join(',')}`).join('\n')}\n`;
  it('past midnight under one date: the finding is the one of both dates', async () => {
    const one = await read(log(['3/14/2024'], NIGHT));
    const both = await read(log(['3/14/2024', '3/14/2024', '3/15/2024'], NIGHT));
    expect(one.findings('mission-complete')).toEqual(both.findings('mission-complete'));
    expect(one.findings('mission-complete')).toHaveLength(1);
    const { min = 0, max = 0 } = one.bounds('mission-complete') ?? {};
    expect([Math.round(min / 60_000), Math.round(max / 60_000)]).toEqual([21, 23]);
    expect(one.said).toMatch(/the day after/);
  });
  it('twelve hours: nothing is foreclosed by an alert put before dawn, and a column AM/PM is used', async () => {
    const rows = [
      ['11:50', 'seizure-begins'],
      ['12:20', 'warning-issued'],
      ['12:55', 'sniff'],
      ['1:05', 'alert'],
      ['1:30', 'search'],
    ];
    const bare = await read(log(['3/14/2024'], rows));
    const said = await read(
      log(
        ['3/14/2024'],
        rows.map(([t, k]) => [`${t} ${t === '11:50' ? 'am' : 'pm'}`, k as string]),
      ),
    );
    expect(bare.all.filter((f) => f.endsWith('foreclosed'))).toEqual(
      said.all.filter((f) => f.endsWith('foreclosed')),
    );
    expect(bare.findings('mission-complete')).toEqual(said.findings('mission-complete'));
    expect(bare.said).toMatch(/noon/);
    const halves = await read('Date,Time,AM/PM,Kind\n3/14/2024,2:27,PM,seizure-begins\n');
    expect([halves.stands, halves.said]).toEqual([['2024-03-14 2:27 pm'], '']);
  });
  it('camera lists, forms and calls pass midnight too', async () => {
    const list = await read('Camera,Date,Start,Stop\nDash,3/14/2024,23:50,00:20\n');
    expect([list.record.events[0]?.end, list.all]).toEqual(['2024-03-15 00:20', []]);
    const form = await read(
      'Item,Released by,Received by,Date,Time released,Time received\n1,A,B,3/14/2024,23:55,00:10\n',
    );
    expect([form.record.custody[0]?.receivedDate, form.findings('two-places')]).toEqual(['2024-03-15', []]);
    const calls = await read(
      'Call,Received,Dispatched,Arrived\n1,23:50,23:52,00:04\n',
      'calls 2024-03-14.csv',
    );
    expect(calls.stands.at(-1)).toBe('2024-03-15 00:04');
  });
});

describe('A2: words in the seal column', () => {
  const rows = (n: number, seal: string): string =>
    Array.from(
      { length: n },
      (_, i) => `${(i % 10) + 1},A${i},B${i},3/${14 + (Math.floor(i / 10) % 15)}/2024,14:0${i % 10},${seal}`,
    ).join('\n');
  it.each(['Yes', 'N/A', 'none', '-', 'sealed', 'evidence tape'])('%j makes no hands', async (seal) => {
    const got = await read(`${FORM},Seal\n${rows(30, seal)}\n`);
    expect(got.record.custody).toHaveLength(30);
    expect(got.findings('two-places')).toEqual([]);
  });
  it('a number that does stand on all is said once, however many rows there are', async () => {
    const [few, many] = [
      await read(`${FORM},Seal\n${rows(200, 'S-1')}\n`),
      await read(`${FORM},Seal\n${rows(1000, 'S-1')}\n`),
    ];
    expect([few.findings('two-places').length, many.findings('two-places').length]).toEqual([1, 1]);
  });
});

it.each(['Not broken', 'No damage', 'no tampering; intact', 'intact, no signs of tampering', 'no seal'])(
  'A3: %j is not broken',
  async (words) => {
    const got = await read(`${FORM},Seal number,Seal condition\n1,A,B,3/14/2024,14:05,S-1,"${words}"\n`);
    expect(got.record.custody[0]?.sealState).not.toBe('broken');
    expect(got.findings('seal-break')).toEqual([]);
  },
);

it.each(['not signed', 'no signature', 'N/A', 'n/a', 'refused', '?', '☐'])(
  'A4: %j is no signature, and the missing hand is said',
  async (cell) => {
    const form = (mark: string) =>
      read(`${FORM},Received signed\n1,A,B,3/14/2024,14:05,${mark}\n1,B,C,3/15/2024,14:05,X\n`);
    const got = await form(cell);
    expect(got.record.custody.map((c) => c.receivedSigned)).toEqual([false, true]);
    expect(got.findings('missing-hand').join()).toMatch(/sign/);
    expect((await form('X')).findings('missing-hand').join()).not.toMatch(/sign/);
  },
);

describe('A5: units and thousands', () => {
  it('the unit of the heading, of the column beside it and of the cell holds; thousands are thousands', async () => {
    expect(await weights('Net weight (oz)', '12.4')).toEqual(['net 12.4 oz']);
    expect(await weights('Net weight,Unit', '12.4,oz')).toEqual(['net 12.4 oz']);
    expect(await weights('Net Weight lbs', '2.5')).toEqual(['net 2.5 lb']);
    expect(await weights('Net weight', '"1,250 g"')).toEqual(['net 1250 g']);
    expect(await weights('Net weight (g)', '"12,500"')).toEqual(['net 12500 g']);
    expect(await weights('Count', '"1,000"')).toEqual(['count 1000']);
    expect(await weights('Weight (g)', '12.4')).toEqual(['gross 12.4 g']);
  });
  it('grams are taken where no line writes a unit, and it is said; never beside ounces', async () => {
    const form = (last: string) =>
      read(`${FORM},Net weight\n1,A,B,3/14/2024,1427,12.4${last}\n1,B,C,3/15/2024,1427,12.4\n`);
    expect((await form('')).said).toMatch(/no unit is written for “Net weight”: grams are taken/);
    const mixed = await form(' oz');
    expect(mixed.record.custody.map((c) => c.quantities.length)).toEqual([1, 0]);
    expect(mixed.said).toMatch(/Line 3: .*other lines of its column write one: it is left out/);
    expect(mixed.findings('quantity-drift')).toEqual([]);
  });
  it('one weight in grams and in ounces is no loss', async () => {
    const form = (last: string) =>
      read(`${FORM},Net weight\n1,A,B,3/14/2024,1427,12.4 g\n1,B,C,3/15/2024,1427,${last}\n`);
    expect((await form('0.437 oz')).findings('quantity-drift')).toEqual([]);
    expect((await form('0.300 oz')).findings('quantity-drift')).toHaveLength(1);
  });
});

describe('A6: stamps of dispatch systems', () => {
  const call = async (value: string) =>
    (await read(`Record_ID,Received_DateTime,Dispatch_DateTime\n1,${value},2024-03-14 14:30:00\n`)).record;
  const placed = async (value: string): Promise<string> => {
    const record = await call(value);
    const solved = solveRecord(record);
    const w = solved.window({ id: record.events[0]?.id ?? '', edge: 'start' });
    return `${new Date(w.min).toISOString()} ${Math.round((w.max - w.min) / 1000)}`;
  };
  it('of fourteen and twelve figures are the second and the minute that they write', async () => {
    expect(await placed('20240314142705')).toBe('2024-03-14T19:27:05.000Z 1');
    expect(await placed('202403141427')).toBe('2024-03-14T19:27:00.000Z 60');
  });
  it.each(['12/30/1899 14:27', '1899-12-30 14:27:00', '12/31/1899'])(
    '%s is no day of Access',
    async (value) =>
      expect((await call(value)).events.map((e) => `${e.date} ${e.description}`)).toEqual([
        '2024-03-14 Dispatched',
      ]),
  );
});

describe('A7: the order of dates', () => {
  const LOG = 'Date,Time,Kind,What,DOB\n';
  it('is told by no birth date and no remark: it is asked, and no event is in April', async () => {
    const got = await read(
      `${LOG}3/4/2024,14:27,seizure-begins,13.5.2024 court date,25/12/1990\n3/5/2024,14:31,note,x,25/12/1990\n`,
    );
    expect(got.stands).toEqual([]);
    expect(got.refused.map((r) => r.line)).toEqual([2, 3]);
  });
  it('is told by the column of dates', async () =>
    expect((await read(`${LOG}3/4/2024,14:27,stop,x,25/12/1990\n3/14/2024,14:31,note,x,\n`)).stands).toEqual([
      '2024-03-04 14:27',
      '2024-03-14 14:31',
    ]));
});

describe('A8: days that do not exist', () => {
  it.each([
    ['2024-02-31', 'the date 2024-02-31 does not exist'],
    ['2023-02-29', 'the date 2023-02-29 does not exist'],
    ['2024-13-01', '2024-13-01'],
  ])('%s in a cell refuses its line with the true reason', async (day, why) => {
    const got = await read(`Date,Time,Kind\n${day},14:27,stop\n3/14/2024,14:30,note\n`);
    expect(got.stands).toEqual(['2024-03-14 14:30']);
    expect(got.refused[0]?.why).toContain(why);
    expect(got.refused[0]?.why).not.toMatch(/put forward/);
  });
  it('a zone that does not exist is blamed, and no clock', async () => {
    const got = await read(
      'Date,Time,Zone,Kind\n3/14/2024,14:27,America/Nowhere,stop\n3/14/2024,14:30,,note\n',
    );
    expect(got.refused.map((r) => r.why).join()).toMatch(/America\/Nowhere.* is no zone/);
    expect(got.refused.map((r) => r.why).join()).not.toMatch(/put forward/);
  });
});

it('A9: years of two figures lie in the past, and a day far from the case is never taken in silence', async () => {
  expect(means('12/31/99')).toMatch(/^1999-12-31/);
  expect(means('6/15/87')).toMatch(/^1987-06-15/);
  expect(means('06/15/68')).toMatch(/^1968-06-15/);
  for (const year of ['2204', '9999']) {
    const got = await read(`Date,Time,Kind\n3/14/2024,14:27,stop\n3/14/${year},14:31,note\n`);
    expect(`${got.refused.map((r) => r.why)} ${got.said}`).toMatch(new RegExp(year));
  }
});

describe('A10: offsets without a colon, and hours without minutes', () => {
  it.each(['04:27:05-0500', '04:27:05 -0500', '04:27:05.120-0500', '14:27:05-0500'])(
    '%s has its zone',
    (text) =>
      expect(means(text)).toMatch(text.startsWith('14') ? /T19:27:05Z [01]$/ : /T09:27:05(\.120)?Z [01]$/),
  );
  it.each(['2 PM', '12 AM', '8 a.m.', 'about 3 am'])('%s is asked: the minute, or the hour', (text) =>
    expect(means(text)).toBe('asked'),
  );
});

describe('A11: zones as people mean them', () => {
  it.each([
    ['14:27 EST', '2024-01-14', '2024-01-14T19:27:00Z 60'],
    ['14:27 EDT', '2024-07-14', '2024-07-14T18:27:00Z 60'],
    ['14:27 CDT', '2024-07-14', '2024-07-14T19:27:00Z 60'],
    ['14:27 CST', '2024-01-14', '2024-01-14T20:27:00Z 60'],
    ['14:27 PST', '2024-01-14', '2024-01-14T22:27:00Z 60'],
    ['14:27 AST', '2024-01-14', '2024-01-14T18:27:00Z 60'],
    ['14:27 EST', '2024-07-14', 'asked'],
    ['14:27 CST', '2024-07-14', 'asked'],
    ['14:27 PST', '2024-07-14', 'asked'],
    ['14:27 EDT', '2024-01-14', 'asked'],
  ])('%s on %s', (text, date, stands) => expect(means(text, date)).toBe(stands));
});

describe('A12: hours of a workbook', () => {
  it.each([
    ['[h]:mm', 1.5, '36:00'],
    ['h:mm', 1, '24:00'],
    ['h:mm', 0.9999999, '24:00'],
    ['mm:ss', 0.0100347222, '14:27 (mm:ss)'],
  ])('%s shows %d as %s', (code, value, shown) =>
    expect(shownNumber(value, formatOf(code), false)).toBe(shown),
  );
  it('24:00 is the end of its day, and mm:ss is no time of day', async () => {
    expect(means('24:00')).toMatch(/^2024-03-15T05:00/);
    const got = await read('Date,Time,Kind\n3/14/2024,14:27 (mm:ss),stop\n3/14/2024,36:00,stop\n');
    expect(got.stands).toEqual([]);
    expect(got.refused.map((r) => r.line)).toEqual([2, 3]);
  });
});

describe('A13: a refused line is no proved hole', () => {
  const form = (cell: string, time = '0900') =>
    read(
      `${FORM},Net weight\n1,Officer,Clerk,3/14/2024,1427,12 g\n1,Clerk,Lab,3/15/2024,${time},${cell}\n1,Lab,Clerk,3/18/2024,0900,12 g\n`,
    );
  it.each(['N/A', '', '-', 'not weighed'])('a weight %j leaves its hand-over in its place', async (cell) => {
    const got = await form(cell);
    expect(got.record.custody).toHaveLength(3);
    expect(got.findings('custody-mismatch')).toEqual([]);
  });
  it('what a line that was refused would have said is not proved to be missing', async () => {
    const got = await form('12 g', '25:99');
    expect(got.refused.map((r) => r.line)).toEqual([3]);
    expect(got.findings('custody-mismatch').filter((f) => f.startsWith('established'))).toEqual([]);
  });
});

it.each([
  ['Ofc. M. Ortiz #412', 'ORTIZ, MARIA'],
  ['Evid Clerk', 'Evidence Clerk (Smith)'],
])('A14: %s and %s may be one person, and no break is established', async (a, b) => {
  const form = (second: string) =>
    read(`${FORM}\n1,Doe,${a},3/14/2024,1427\n1,"${second}",Lab,3/15/2024,0900\n`);
  expect((await form(b)).findings('custody-mismatch').filter((f) => f.startsWith('established'))).toEqual([]);
  expect((await form(b)).said).toMatch(/may be two spellings of one name/);
  expect((await form('Somebody Else')).findings('custody-mismatch')[0]).toMatch(/^established/);
});

it('A15: a maker’s name and a sum of money are one item each', async () => {
  const got = await read(
    `${FORM}\nSmith & Wesson .38,A,B,3/14/2024,1427\n"Cash, $1,240",A,B,3/14/2024,1427\n"1, 2",A,B,3/14/2024,1427\n`,
  );
  expect(got.record.items.map((i) => i.number)).toEqual(['Smith & Wesson .38', 'Cash, $1,240', '1', '2']);
});

describe('A17: the same file twice', () => {
  const log =
    'Date,Time,Kind\n3/14/2024,14:00,seizure-begins\n3/14/2024,14:10,warning-issued\n3/14/2024,14:20,sniff\n';
  it('comes in once, whatever its name, and its bounds are those of one', async () => {
    const once = await recordFromFiles([{ name: 'good.csv', bytes: bytes(log) }], 'America/Chicago');
    const twice = await recordFromFiles(
      [
        { name: 'good.csv', bytes: bytes(log) },
        { name: 'copy.csv', bytes: bytes(log) },
      ],
      'America/Chicago',
    );
    expect(twice.record.events).toHaveLength(3);
    expect(twice.notices.join()).toMatch(/copy\.csv.*(already|same)/);
    const held = (r: typeof once) =>
      analyze(r.record).findings.find((f) => f.rule === 'mission-complete')?.bounds;
    expect(held(twice)).toEqual(held(once));
    expect(held(once)).not.toBeUndefined();
  });
});
