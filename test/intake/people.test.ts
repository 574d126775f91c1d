import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analysis/analyze';
import { guessMapping, layoutOf, readTables } from '../../src/intake';
import { contextFor, recordFromFiles } from '../../src/intake/assemble';
import type { Drafts } from '../../src/intake/drafts';
import { amountOf } from '../../src/intake/layouts/amounts';
import { plainClock, TimeCell } from '../../src/intake/layouts/cell';
import { itemsOf, numbersWithDashes, sealStateOf, signedOf } from '../../src/intake/layouts/custody-words';
import { kindOfText } from '../../src/intake/layouts/event-words';
import { newCase } from '../../src/record/case';
import { mayBeOneName } from '../../src/record/names';
import { emptyRecord } from '../../src/record/record';
import { isNone, sealNumber } from '../../src/record/values';
import { parseTime } from '../../src/time/grammar/parse';

/** What people really write in tables: the lines of part A of the attack, and others of their kind. */
const text = (s: string): Uint8Array => new TextEncoder().encode(s);
const ZONE = 'America/Chicago';
const run = async (csv: string, name = 'x.csv') => recordFromFiles([{ name, bytes: text(csv) }], ZONE);
const made = async (name: string) =>
  recordFromFiles(
    [{ name, bytes: new Uint8Array(await readFile(`test/fixtures/tables/made/${name}`)) }],
    ZONE,
  );
const titles = (record: Parameters<typeof analyze>[0], rule: string) =>
  analyze(record)
    .findings.filter((f) => f.rule === rule)
    .map((f) => `${f.status}: ${f.title}`);
const drafts = async (csv: string, answers: Record<string, string> = {}): Promise<Drafts> => {
  const [table] = await readTables(text(csv), 'x.csv');
  if (!table) throw new Error('no table');
  const mapping = { ...guessMapping(table), answers };
  let n = 0;
  return layoutOf(mapping.layout).read(
    table,
    mapping,
    contextFor(emptyRecord(newCase('c', 'x', ZONE, 0)), '', () => `n${++n}`),
  );
};
const stands = (d: Pick<Drafts, 'events'>): string[] => d.events.map((e) => `${e.date} ${e.start}`);

describe('logs that pass midnight, or keep twelve hours', () => {
  const night =
    'Date,Time,Kind\n3/14/2024,23:50,seizure-begins\n3/14/2024,23:58,warning-issued\n3/14/2024,00:15,sniff\n3/14/2024,00:20,alert\n';
  it('with one date in the column: the rows after the fall are taken on the next day, named and asked', async () => {
    const { record, notices } = await run(night);
    expect(stands(record as never)).toEqual([
      '2024-03-14 23:50',
      '2024-03-14 23:58',
      '2024-03-15 00:15',
      '2024-03-15 00:20',
    ]);
    expect(notices.join()).toMatch(
      /from 23:58 \(line 3\) to 00:15 \(line 4\).*line 4, 5 are taken on the day after/,
    );
    const held = analyze(record).findings.find((f) => f.rule === 'mission-complete');
    expect(held?.bounds?.min).toBeGreaterThan(20 * 60_000);
    expect(held?.bounds?.max).toBeLessThan(23 * 60_000);
    expect((await drafts(night)).asks).toMatchObject([
      { id: 'past-midnight', lines: [4, 5], taken: 'next-day' },
    ]);
  });
  it('the answer of a person is taken', async () => {
    expect(stands(await drafts(night, { 'past-midnight': 'as-written' }))[2]).toBe('2024-03-14 00:15');
    const out = await drafts(night, { 'past-midnight': 'leave-out' });
    expect(out.events).toHaveLength(2);
    expect(out.refused.map((r) => r.line)).toEqual([4, 5]);
  });
  it('both dates written: nothing is moved or asked', async () => {
    const d = await drafts('Date,Time,Kind\n3/14/2024,23:50,stop\n3/15/2024,00:15,sniff\n');
    expect([d.asks, d.notices]).toEqual([[], []]);
  });
  it('the newest row first', async () => {
    const d = await drafts(
      'Date,Time,Kind\n3/14/2024,00:20,alert\n3/14/2024,00:15,sniff\n3/14/2024,23:58,note\n3/14/2024,23:50,stop\n',
    );
    expect(stands(d)).toEqual([
      '2024-03-15 00:20',
      '2024-03-15 00:15',
      '2024-03-14 23:58',
      '2024-03-14 23:50',
    ]);
  });
  it('a fall of ten hours under written dates is as written, and said', async () => {
    const d = await drafts(
      'Date,Time,Kind\n3/14/2024,22:15,stop\n3/14/2024,10:30,note\n3/14/2024,11:00,note\n',
    );
    expect(stands(d)).toEqual(['2024-03-14 22:15', '2024-03-14 10:30', '2024-03-14 11:00']);
    expect(d.asks).toMatchObject([{ id: 'past-midnight', taken: 'as-written' }]);
  });
  it('a row a little out of order is no night, and is said', async () => {
    const d = await drafts(
      'Date,Time,Kind\n3/14/2024,14:50,stop\n3/14/2024,14:40,note\n3/14/2024,14:55,note\n3/14/2024,14:59,note\n3/14/2024,15:10,note\n',
    );
    expect(stands(d).every((s) => s.startsWith('2024-03-14'))).toBe(true);
    expect(d.notices.join()).toMatch(/Line 3 is earlier than the line before it/);
  });
  it('times that fall twice without a day in the rows are refused until it is answered', async () => {
    const csv = '3/14/2024,,\nTime,Event,Notes\n23:50,a,x\n00:10,b,x\n23:55,c,x\n00:20,d,x\n';
    const d = await drafts(csv);
    expect(stands(d)).toEqual(['2024-03-14 23:50']);
    expect(d.refused).toHaveLength(3);
    expect(stands(await drafts(csv, { 'past-midnight': 'next-day' }))).toEqual([
      '2024-03-14 23:50',
      '2024-03-15 00:10',
      '2024-03-15 23:55',
      '2024-03-16 00:20',
    ]);
  });
  it('twelve hours without am and pm: noon passed, said and asked', async () => {
    const d = await drafts(
      'Date,Time,Kind\n3/14/2024,11:50,stop\n3/14/2024,12:55,note\n3/14/2024,1:05,alert\n3/14/2024,1:30,search\n',
    );
    expect(stands(d).slice(2)).toEqual(['2024-03-14 1:05 pm', '2024-03-14 1:30 pm']);
    expect(d.asks).toMatchObject([{ id: 'twelve-hours', lines: [4, 5] }]);
  });
  it('a column AM/PM belongs to the time', async () =>
    expect(stands(await drafts('Date,Time,AM/PM,Kind\n3/14/2024,2:27,PM,stop\n'))).toEqual([
      '2024-03-14 2:27 pm',
    ]));
  it('an end past midnight, in a log, a camera list and a form', async () => {
    const log = await drafts('Date,Time,End,Kind\n3/14/2024,23:58,00:04,writing\n');
    expect(log.events.map((e) => e.end)).toEqual(['2024-03-15 00:04']);
    const cams = await drafts('Camera,Date,Start,Stop\nDash,3/14/2024,23:50,00:20\n');
    expect(cams.events.map((e) => e.end)).toEqual(['2024-03-15 00:20']);
    const form = await run(
      'Item,Released by,Received by,Date,Time released,Time received\n1,A,B,3/14/2024,23:55,00:10\n',
    );
    expect(form.record.custody.map((c) => c.receivedDate)).toEqual(['2024-03-15']);
    expect(form.notices.join()).toMatch(/midnight was passed: received on 2024-03-15/);
    expect(titles(form.record, 'two-places')).toEqual([]);
  });
});

describe('a plain time of day', () => {
  it('is read by its letters as the grammar reads it, and nothing else is', () => {
    for (const text of [
      '00:00',
      '14:27',
      '23:59:59',
      '24:00',
      '14:60',
      '14:27:60',
      '1427',
      '2:27',
      '14:2a',
      '14.27',
      '14:27 ',
      '14:27.05',
      '',
    ]) {
      const read = parseTime(text);
      const plain = plainClock(text);
      if (plain < 0) continue;
      expect(read, text).toMatchObject({ ok: true, written: { form: 'reading', from: { ms: plain } } });
      expect(new TimeCell(text, '2024-03-14', plain).written).toEqual(read.ok && read.written);
    }
    expect(
      ['00:00', '23:59:59', '24:00', '14:60', '14:27:60', '2:27', '14:2a', '14:27.05'].map(plainClock),
    ).toEqual([0, 86_399_000, -1, -1, -1, -1, -1, -1]);
  });

  it('two ids that are alike name the first line, however many there are', async () => {
    const { refused } = await run(
      'id,Date,Time,Event\na,3/14/2024,14:00,x\nb,3/14/2024,14:01,x\na,3/14/2024,14:02,x\nc,3/14/2024,14:03,x\nc,3/14/2024,14:04,x\n',
    );
    expect(refused.map((r) => r.why)).toEqual([
      expect.stringMatching(/“a” already stands on line 2/),
      expect.stringMatching(/“c” already stands on line 5/),
    ]);
  });

  it('ids that count up, down, or back to one of long before are told apart all the same', async () => {
    const log = async (...ids: string[]): Promise<string[]> => {
      const rows = ids.map((id, i) => `${id},3/14/2024,14:${10 + i},x`);
      const { refused } = await run(`id,Date,Time,Event\n${rows.join('\n')}\n`);
      return refused.map((r) => `${r.line}: ${/stands on line \d+/.exec(r.why)?.[0]}`);
    };
    expect(await log('r8', 'r9', 'r10', 'r11')).toEqual([]);
    expect(await log('r11', 'r10', 'r9', 'r10')).toEqual(['5: stands on line 3']);
    expect(await log('r8', 'r9', 'r10', 'r8', 'r12', 'r9', 'r12')).toEqual([
      '5: stands on line 2',
      '7: stands on line 3',
      '8: stands on line 6',
    ]);
  });
});

describe('values that are none', () => {
  it.each(['N/A', 'n.a.', 'none', '-', '—', '--', '?', 'unknown', 'Pending', 'x/x', 'TBD', ' '])(
    '%j is none',
    (s) => expect(isNone(s)).toBe(true),
  );
  it.each(['no', 'Nash', '0', 'none taken by hand', 'north', 'nb'])('%j is something', (s) =>
    expect(isNone(s)).toBe(false),
  );
  it.each(['Yes', 'N/A', 'none', '-', 'sealed', 'evidence tape', 'Sealed on 3/14/2024'])(
    '%j is no number of a seal',
    (s) => expect(sealNumber(s)).toBe(''),
  );
  it.each(['S-1', 'E 4411', '00417', 'tape #12'])('%j is one', (s) => expect(sealNumber(s)).toBe(s));
  it.each(['Yes', 'N/A', 'none', '-', 'sealed', 'evidence tape'])(
    'ten items sealed %j are in nobody’s two hands',
    async (seal) => {
      const rows = Array.from(
        { length: 30 },
        (_, i) => `${(i % 10) + 1},A${i},B${i},3/${14 + Math.floor(i / 10)}/2024,14:0${i % 10},${seal}`,
      );
      const { record } = await run(`Item,Released by,Received by,Date,Time,Seal\n${rows.join('\n')}\n`);
      expect(record.custody).toHaveLength(30);
      expect(titles(record, 'two-places')).toEqual([]);
    },
  );
});

describe('words for seals, signatures, items, amounts and names', () => {
  it.each([
    'not broken',
    'no tampering',
    'intact (no damage)',
    'never opened',
    'No damage; intact',
    'intact, no signs of tampering',
    'sealed and unbroken',
    'yes, no damage',
    "wasn't opened",
    'without damage',
    'Broken? No',
  ])('%j: intact', (s) => expect(sealStateOf(s, 'seal condition').value).toBe('intact'));
  it.each([
    'broken',
    'not intact',
    'no longer intact',
    'torn at one end',
    'tampered with',
    'Broken? Yes',
    'cut open',
  ])('%j: broken', (s) => expect(sealStateOf(s, 'seal condition').value).toBe('broken'));
  it.each(['not sealed', 'not ok', 'no seal', 'opened by lab, resealed intact', 'yes', 'see notes'])(
    '%j: in doubt, and told',
    (s) => {
      const read = sealStateOf(s, 'seal condition');
      expect(read.value).toBe('');
      expect(read.doubt).not.toBe('');
    },
  );
  it('a bare yes answers the heading', () => {
    expect(sealStateOf('No', 'Seal intact?').value).toBe('broken');
    expect(sealStateOf('No', 'Seal broken').value).toBe('intact');
  });
  it.each([
    'not signed',
    'no signature',
    'N/A',
    'refused',
    'Refused to sign',
    '?',
    '☐',
    'unsigned',
    'declined',
    '',
  ])('%j is no signature', (s) => expect(signedOf(s)).toBe(false));
  it.each(['X', '/s/ Ortiz', 'yes', 'Ofc. A', 'JD', '☑', 'No. 412 Ortiz', 'Nora Ott'])('%j is one', (s) =>
    expect(signedOf(s)).toBe(true),
  );
  it.each([
    ['Smith & Wesson .38', ['Smith & Wesson .38']],
    ['Cash, $1,240', ['Cash, $1,240']],
    ['1, 2', ['1', '2']],
    ['Items 1, 2 and 4', ['1', '2', '4']],
    ['1-3', ['1', '2', '3']],
    ['1-2, 5', ['1', '2', '5']],
    ['2A & 2B', ['2A', '2B']],
    ['Item #7', ['7']],
    ['N/A', []],
    ['24-0118', ['24-0118']],
  ])('%j: items %j', (s, items) => expect(itemsOf(s, false)).toEqual(items));
  it('a dash is no range where the form numbers with dashes', () => {
    expect(numbersWithDashes(['1-2', '2-1'])).toBe(true);
    expect(itemsOf('1-2', true)).toEqual(['1-2']);
  });
  it.each([
    ['1,250 g', 1250, 'g'],
    ['12,500', 12500, ''],
    ['12,4 g', 12.4, 'g'],
    ['7.5 pounds', 7.5, 'lb'],
    ['2,505 grams', 2505, 'g'],
    ['.5 oz', 0.5, 'oz'],
    ['12.4g net', 12.4, 'g'],
    ['50 bags', 50, 'bags'],
    ['34,091', 34091, ''],
  ])('%s is %d %s', (s, value, unit) =>
    expect(amountOf(s)).toMatchObject({ ok: true, amount: { value, unit } }),
  );
  it.each(['N/A', 'Yes', '-', ''])('%j is no amount', (s) =>
    expect(amountOf(s)).toEqual({ ok: true, amount: null }),
  );
  it.each(['about 12 g', '12 gx', '12.4.1', 'two'])('%j cannot be read', (s) =>
    expect(amountOf(s).ok).toBe(false),
  );
  it('units stand in the cell, beside it or in the heading', async () => {
    const units = async (csv: string) => (await run(csv)).record.custody.map((c) => c.quantities[0]);
    const head = 'Item,Released by,Received by,Date,Time';
    expect(await units(`${head},Net weight (oz)\n1,A,B,3/14/2024,1427,12.4\n`)).toMatchObject([
      { of: 'net', value: 12.4, unit: 'oz' },
    ]);
    expect(await units(`${head},Net Weight lbs\n1,A,B,3/14/2024,1427,2.5\n`)).toMatchObject([
      { of: 'net', unit: 'lb' },
    ]);
    expect(await units(`${head},Net,Unit\n1,A,B,3/14/2024,1427,12.4,oz\n`)).toMatchObject([
      { of: 'net', unit: 'oz' },
    ]);
    expect(await units(`${head},Weight (g)\n1,A,B,3/14/2024,1427,14\n`)).toMatchObject([
      { of: 'gross', unit: 'g' },
    ]);
    expect(await units(`${head},Quantity,Unit\n1,A,B,3/14/2024,1427,"1,000",ea\n`)).toMatchObject([
      { of: 'count', value: 1000, unit: '' },
    ]);
  });
  it('a weight that cannot be read leaves the hand-over in its place, and no hole is proved', async () => {
    const { record, refused, notices } = await run(
      'Item,Released by,Received by,Date,Time,Net\n1,Officer,Clerk,3/14/2024,1427,12 g\n1,Clerk,Lab,3/15/2024,0900,12 gx\n1,Lab,Clerk,3/18/2024,0900,12 g\n',
    );
    expect(refused).toEqual([]);
    expect(record.custody).toHaveLength(3);
    expect(notices.join()).toMatch(/Line 3: Net: “12 gx” is not an amount/);
    expect(titles(record, 'custody-mismatch')).toEqual([]);
  });
  it.each([
    ['Ofc. M. Ortiz #412', 'ORTIZ, MARIA'],
    ['Evid Clerk', 'Evidence Clerk (Smith)'],
    ['Det. Smith', 'J. Smith'],
  ])('%s may be %s', (a, b) => expect(mayBeOneName(a, b)).toBe(true));
  it.each([
    ['Ofc. A', 'Ofc. B'],
    ['Clerk', 'Lab'],
    ['M. Ortiz', 'J. Smith'],
    ['Evidence room', 'Laboratory'],
  ])('%s is not %s', (a, b) => expect(mayBeOneName(a, b)).toBe(false));
  it.each([
    ['T-stop', 'seizure-begins'],
    ['Ran DL', 'records-check'],
    ['K9 on scene', 'dog-arrives'],
    ['K-9 req', 'dog-requested'],
    ['Pos alert', 'alert'],
    ['Cited', 'citation-issued'],
    ['10-15', 'arrest'],
    ['10-8', 'note'],
    ['Cited: warning handed over', 'citation-issued'],
  ])('%s is %s', (word, kind) => expect(kindOfText(word)?.kind).toBe(kind));
  it.each(['Stop sign was run', 'No search was made', 'Found nothing', 'Back to car', 'due'])(
    '%s is no kind',
    (word) => expect(kindOfText(word)).toBeNull(),
  );
});

describe('stamps, counts and days that stand for nothing', () => {
  const call = async (value: string, head = 'Received_DateTime') =>
    (await run(`Record_ID,${head},Dispatch_DateTime\n1,${value},2024-03-14 14:30:00\n`)).record.events[0];
  it('a stamp of fourteen or twelve figures is a stamp and no count since 1970', async () => {
    for (const stamp of ['20240314142705', '202403141427']) {
      const e = await call(stamp);
      expect([e?.start.includes('2611'), e?.date]).toEqual([false, '2024-03-14']);
    }
  });
  it.each(['12/30/1899 14:27', '12/31/1899', '1899-12-30T14:27:00'])('%s is missing', async (value) =>
    expect((await call(value))?.description).toBe('Dispatched'),
  );
  it('counts are read where every value has thirteen figures, or the heading says so', async () => {
    expect((await call('1710426425000'))?.start).toBe('2024-03-14T14:27:05Z');
    const log = async (head: string, v: string) => stands(await drafts(`${head},kind\n${v},stop\n`));
    expect(await log('timestamp (epoch)', '1710426425')).toEqual(['2024-03-14 2024-03-14T14:27:05Z']);
    expect(await log('timestamp', '1710426425123456')).toEqual(['2024-03-14 2024-03-14T14:27:05.123Z']);
    expect((await drafts('timestamp,kind\n1710426425,stop\n')).refused).toHaveLength(1);
  });
});

describe('columns mean something or are listed', () => {
  it('what is left out is named with an example', async () => {
    const d = await drafts('Date,Time,Kind,Mileage,DOB\n3/14/2024,1427,stop,120,5/5/1990\n');
    expect(d.unused.map((u) => [u.name, u.example])).toEqual([
      ['Mileage', '120'],
      ['DOB', '5/5/1990'],
    ]);
    expect(d.notices.join()).toMatch(/Column “Mileage” is left out \(for example “120”\)/);
  });
  it('a column without a name is listed too', async () =>
    expect((await drafts('Date,Time,Kind,\n3/14/2024,1427,stop,x\n')).unused.map((u) => u.name)).toEqual([
      'column 4',
    ]));
  it('two columns of one name: the second is the end', async () => {
    const { record } = await recordFromFiles(
      [{ name: 'd.csv', bytes: new Uint8Array(await readFile('test/fixtures/tables/bugs/dupcols.csv')) }],
      ZONE,
    );
    expect(record.events.map((e) => [e.date, e.start, e.end])).toEqual([
      ['2024-03-14', '23:50', '2024-03-15 00:20'],
    ]);
  });
  it('“From” and “To” that hold times are no hands', async () => {
    const d = await drafts('Date,Item,From,To,Mileage\n3/14/2024,1,14:27,14:58,12\n');
    expect(d.custody).toEqual([]);
    expect(d.events.map((e) => [e.start, e.end])).toEqual([['14:27', '14:58']]);
  });
  it('no entry begins the stop: which one is asked', async () =>
    expect((await drafts('Date,Time,Kind\n3/14/2024,1427,sniff\n')).notices.join()).toMatch(
      /No entry begins the stop: which one/,
    ));
});

describe('tables as people keep them', () => {
  it('a stop: title lines, slang, midnight', async () => {
    const { record, refused } = await made('Doe stop 3-14-2024.csv');
    expect(refused).toEqual([]);
    const held = analyze(record).findings.find((f) => f.rule === 'mission-complete');
    expect(held).toMatchObject({ status: 'established' });
    expect(held?.bounds?.min).toBeGreaterThan(9 * 60_000);
    expect(record.events.filter((e) => e.kind === 'note').map((e) => e.description)).toEqual([
      'Back to car: asks about drugs and travel',
      '10-8: clear',
    ]);
  });
  it('a workbook: the 6 that was 0006 is asked', async () => {
    const { record, refused } = await made('excel.xlsx');
    expect(record.events).toHaveLength(7);
    expect(refused).toMatchObject([{ line: 8, column: 'Time' }]);
  });
  it('the 6 that was 0006 can be answered, and stands then; so can any cell that was refused', async () => {
    const csv = 'Date,Time,Kind\n3/14/2024,0004,stop\n3/14/2024,6,sniff\n3/14/2024,q9,alert\n';
    const d = await drafts(csv);
    expect(d.asks).toMatchObject([{ id: 'cell 3 start', choices: [{ value: '00:06' }, { value: '06:00' }] }]);
    expect(d.refused.map((r) => r.line)).toEqual([3, 4]);
    const after = await drafts(csv, { 'cell 3 start': '00:06', 'cell 4 start': '0009' });
    expect(stands(after)).toEqual(['2024-03-14 0004', '2024-03-14 00:06', '2024-03-14 0009']);
  });
  it('the order of dates is asked once for the file', async () => {
    const csv = 'Date,Time,Kind\n3/4/2024,0004,stop\n3/5/2024,0006,sniff\n';
    expect((await drafts(csv)).asks).toMatchObject([{ id: 'date-order' }]);
    expect(stands(await drafts(csv, { 'date-order': 'dmy' }))).toEqual([
      '2024-04-03 0004',
      '2024-05-03 0006',
    ]);
  });
  it('a property room: weights, who signed, and no count of grams', async () => {
    const { record, refused } = await made('property room.csv');
    expect(refused).toEqual([]);
    expect(record.custody.map((c) => c.quantities.map((q) => `${q.of} ${q.value} ${q.unit}`).join())).toEqual(
      ['gross 12.4 g', 'gross 12.4 g', 'gross 12.1 g', 'gross 8.4 g', 'count 1 ', 'count 1 '],
    );
    expect(record.custody.map((c) => c.receivedSigned)).toEqual([true, true, true, false, true, true]);
    expect(record.custody[2]?.note).toBe('Signed: Lab tech');
  });
  it('a camera list: both ends of each, in two zones', async () => {
    const { record, refused } = await made('bwc list.csv');
    expect(refused).toEqual([]);
    expect(record.events.map((e) => [e.start, e.end])).toEqual([
      ['3/14/2024 11:44:02 PM', '3/15/2024 12:31:40 AM'],
      ['2024-03-15T05:03:10Z', '2024-03-15T05:22:00Z'],
      ['3/14/2024 23:41:30', '3/15/2024 00:31:00'],
    ]);
    expect(analyze(record).unplaced).toEqual([]);
  });
  it('files that split after four hours are one recording; an overlap is said', async () => {
    const d = await drafts(
      'Camera,Date,Start,Stop\nDash,3/14/2024,18:00:00,22:00:00\nDash,3/14/2024,22:00:01,02:00:01\nDash,3/15/2024,02:00:02,03:10:00\nDash,3/15/2024,03:00:00,03:20:00\n',
    );
    expect(d.events.map((e) => [e.date, e.start, e.end])).toEqual([
      ['2024-03-14', '18:00:00', '2024-03-15 03:10:00'],
      ['2024-03-15', '03:00:00', '03:20:00'],
    ]);
    expect(d.notices.join()).toMatch(/Line 3, 4: it goes on from line 2/);
    expect(d.notices.join()).toMatch(/Line 5: this overlaps the recording of line 2/);
  });
});

describe('the same rows again', () => {
  const log = 'Date,Time,Kind,What\n3/14/2024,14:27,stop,x\n3/14/2024,14:31,note,y\n3/14/2024,14:31,note,y\n';
  const both = async (a: string, b: string) =>
    recordFromFiles(
      [
        { name: 'a.csv', bytes: text(a) },
        { name: 'b.csv', bytes: text(b) },
      ],
      ZONE,
    );
  it('are taken once, and named, where the clock is the same; new ones among them come in', async () => {
    const head = (s: string) => s.replace('Date', 'Clock,Date').replaceAll('3/14', 'CAD,3/14');
    const { record, notices } = await both(head(log), `${head(log)}CAD,3/14/2024,14:40,sniff,z\n`);
    expect(record.events.map((e) => e.start)).toEqual(['14:27', '14:31', '14:31', '14:40']);
    expect(notices.join()).toMatch(/b\.csv: 3 rows stand in the case already, word for word \(line 2 to 4\)/);
  });
  it('a copy under another name, of rows that name no clock', async () =>
    expect((await both(log, `${log}3/14/2024,14:40,sniff,z\n`)).record.events).toHaveLength(4));
  it('equal rows of one file are each their own', async () =>
    expect((await run(log)).record.events).toHaveLength(3));
  it('a form again', async () => {
    const form = 'Item,Released by,Received by,Date,Time,Net\n1,A,B,3/14/2024,1427,12 g\n';
    const { record } = await both(form, `${form}\n1,B,C,3/15/2024,1427,12 g\n`);
    expect(record.custody.map((c) => c.receivedBy)).toEqual(['B', 'C']);
  });
});
