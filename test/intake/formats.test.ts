import { readFile } from 'node:fs/promises';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readTables } from '../../src/intake';
import { formatOf, shownNumber } from '../../src/intake/formats/number-format';
import type { Table } from '../../src/intake/formats/table';
import { workbook } from '../workbook';

const text = (s: string): Uint8Array => new TextEncoder().encode(s);
const bug = async (name: string): Promise<Table[]> =>
  readTables(new Uint8Array(await readFile(`test/fixtures/tables/bugs/${name}`)), name);
const one = async (name: string): Promise<Table> => (await bug(name))[0] as Table;
const csv = async (s: string, name = 'x.csv'): Promise<Table> =>
  (await readTables(text(s), name))[0] as Table;
const cells = (t: Table): (readonly string[])[] => t.rows.map((r) => r.cells);
const why = async (bytes: Uint8Array, name: string): Promise<string> => {
  try {
    await readTables(bytes, name);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('text tables that other tools misread', () => {
  it('a quotation mark that only begins a cell takes no other row with it, and its line is named', async () => {
    const t = await one('quote-close.csv');
    expect(t.rows.map((r) => r.line)).toEqual([2, 3, 4, 5, 6, 7]);
    expect(t.rows[1]?.cells[3]).toBe('"Rusty" the dog is let out');
    expect(t.notices.join()).toMatch(/On line 3 a quotation mark/);
  });
  it('a mark that happens to be closed rows below does not join them', async () => {
    const t = await csv(
      'date,time,what,who\n3/14/2024,1427,"Stop begins,A\n3/14/2024,1431,Plate 6",B\n3/14/2024,1433,x,C\n',
    );
    expect(cells(t).map((c) => c[1])).toEqual(['1427', '1431', '1433']);
    expect(t.notices.join()).toMatch(/On line 2 a quotation mark/);
  });
  it('a mark that is never closed', async () => {
    const t = await csv('date,time,what\n3/14/2024,1427,"Stop\n3/14/2024,1431,x\n');
    expect(cells(t)).toHaveLength(2);
    expect(t.notices.join()).toMatch(/line 2/);
  });
  it('a cell of several lines stays one cell, and the lines below keep their numbers', async () => {
    const t = await csv(
      'date,time,what\r\n3/14/2024,1427,"Stop\r\nby the gate, ""north"""\r\n3/14/2024,1431,x\r\n',
    );
    expect(t.rows).toEqual([
      { line: 2, cells: ['3/14/2024', '1427', 'Stop\r\nby the gate, "north"'] },
      { line: 4, cells: ['3/14/2024', '1431', 'x'] },
    ]);
    expect(t.notices).toEqual([]);
  });
  it('a cell keeps its own words however alike the cells above it are', async () => {
    const rows = ["'0905,x", '0905,x', '0906,x ', "'=1,x", '=1,x', '="0905",y', '0905,', ',x', '5090,xx'];
    const t = await csv(`time,what\n${rows.join('\n')}\n`);
    expect(cells(t).map((c) => c.join('|'))).toEqual([
      '0905|x',
      '0905|x',
      '0906|x',
      '=1|x',
      '=1|x',
      '0905|y',
      '0905|',
      '|x',
      '5090|xx',
    ]);
    const wide = Array.from({ length: 200 }, (_, i) => `c${i % 7}`);
    const heads = wide.map((_, i) => ['Date', 'Time'][i] ?? `h${i}`);
    const two = await csv(`${heads.join(',')}\n${wide.join(',')}\n${wide.join(',')}\n`);
    expect(cells(two)).toEqual([wide, wide]);
  });
  it('a great many blank lines, and styled rows of a workbook with nothing in them, are none', async () => {
    const many = await csv(`Date,Time,Event\n3/14/2024,14:27,Stop\n${'\n'.repeat(300_000)}`);
    expect(cells(many)).toEqual([['3/14/2024', '14:27', 'Stop']]);
    const parts = unzipSync(workbook(false));
    const [sheet = ''] = Object.keys(parts).filter((name) => /sheet1\.xml$/.test(name));
    const last = '</sheetData>';
    const rows = Array.from(
      { length: 200_000 },
      (_, i) => `<row r="${i + 100}" s="1"><c r="A${i + 100}" s="1"/></row>`,
    );
    parts[sheet] = strToU8(strFromU8(parts[sheet] as Uint8Array).replace(last, rows.join('') + last));
    const read = await readTables(zipSync(parts), 'x.xlsx');
    expect(read.map(cells)).toEqual((await readTables(workbook(false), 'x.xlsx')).map(cells));
  });
  it('mixed line ends each end a row', async () => {
    expect(cells(await one('eol-one-lf.csv')).map((c) => c[3])).toEqual([
      'Stop begins',
      'Papers',
      'Sits by the door',
      'Trunk',
    ]);
    expect(cells(await csv('a,b\r1,2\n3,4\r\n5,6'))).toEqual([
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ]);
  });
  it('semicolons where the text has commas, header and all', async () => {
    const t = await one('semi-commas3.csv');
    expect(t.header).toEqual(['Date', 'Time', 'What, in words, if known']);
    expect(cells(t)[0]).toEqual(['2024-03-14', '14:27', 'Stop, by the gate, north']);
  });
  it.each([
    ['sep=;', 'sep=;\nDate;Time;What\n2024-03-14;14:27;a, b\n'],
    ['bars', 'Date|Time|What\n2024-03-14|14:27|a, b\n'],
    ['tabs', 'Date\tTime\tWhat\n2024-03-14\t14:27\ta, b\n'],
  ])('%s', async (_, s) => expect(cells(await csv(s))).toEqual([['2024-03-14', '14:27', 'a, b']]));
  it('="…" and ’… cells are what is forced in them; words with an apostrophe stay', async () => {
    expect(cells(await one('eqquote.csv'))).toEqual([['2024-03-14', '14:27', 'Stop begins']]);
    expect(cells(await csv('a,b,c\n\'0905,"=""007""",\'Tis late\n'))).toEqual([['0905', '007', "'Tis late"]]);
  });
  it('a NUL is left out and its line named, wherever it stands', async () => {
    const t = await one('nulmid.csv');
    expect(cells(t)).toEqual([['2024-03-14', '14:27', 'Stop begins']]);
    expect(t.notices.join()).toMatch(/Line 2 holds bytes of zero/);
  });
  it('a row with more cells than the header is refused by line, and nothing is shifted', async () => {
    const t = await csv('date,time,what\n2024-03-14,14:27,a, b\n2024-03-14,14:28,c,,\n');
    expect(cells(t)).toHaveLength(1);
    expect(t.refused).toMatchObject([
      { line: 2, why: expect.stringMatching(/4 cells where the header has 3/) },
    ]);
  });
});

describe('what a file is, whatever its name says', () => {
  const ole = (words: string) =>
    new Uint8Array([
      0xd0,
      0xcf,
      0x11,
      0xe0,
      ...new Array(60).fill(1),
      ...[...words].flatMap((c) => [c.charCodeAt(0), 0]),
    ]);
  it.each([
    [
      'a web page',
      async () => new Uint8Array(await readFile('test/fixtures/tables/bugs/report.xls')),
      /is a web page.*save it as \.xlsx/,
    ],
    [
      'a web page without html',
      async () => text('\ufeff<table><tr><td>1</td></tr></table>'),
      /is a web page/,
    ],
    ['a calendar', async () => text('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n'), /is a calendar/],
    ['a track', async () => text('<?xml version="1.0"?>\n<gpx version="1.1"></gpx>'), /is a GPS track/],
    ['an old workbook', async () => ole('Workbook'), /Excel 97 to 2003/],
    ['a locked workbook', async () => ole('EncryptedPackage'), /protected by a password/],
    ['a picture', async () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10]), /is a picture/],
    ['a list in JSON', async () => text('[{"a": 1}]'), /is JSON/],
  ])('%s', async (_, bytes, says) => expect(await why(await bytes(), 'report.xls')).toMatch(says));
});

describe('a workbook that is damaged', () => {
  const parts = unzipSync(workbook(false));
  const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] as Uint8Array);
  const stored = (over: Record<string, Uint8Array>): Uint8Array =>
    zipSync({ ...parts, ...over }, { level: 0 });
  const withSheet = (xml: string): Uint8Array => stored({ 'xl/worksheets/sheet1.xml': strToU8(xml) });
  const without = (name: string): Uint8Array =>
    zipSync(Object.fromEntries(Object.entries(parts).filter(([n]) => n !== name)));

  it('in one digit of a time tells no other minute: its check sum is wrong', async () => {
    const bytes = stored({});
    const at = new TextDecoder('latin1').decode(bytes).indexOf('<v>0.6');
    expect(await why(bytes, 'x.xlsx')).toBe('');
    bytes[at + 6] = 0x39;
    expect(await why(bytes, 'x.xlsx')).toMatch(/it is damaged/);
  });
  it.each([
    ['a row that does not end', sheet.replace('</row>', '')],
    ['a row that ends in the middle of a cell', sheet.replace('</c></row>', '</row></c>')],
    ['two rows run together', sheet.replace('</row><row r="2">', '')],
    ['a cell of another row', sheet.replace('r="B2"', 'r="B3"')],
    ['two cells in one place', sheet.replace('r="B2"', 'r="A2"')],
    ['a tag whose mark is lost', sheet.replace('r="B2"', 'r="B2')],
    ['an end that is cut off', sheet.slice(0, sheet.indexOf('<row r="3"'))],
    ['a tag cut in two', sheet.slice(0, -5)],
    [
      'an end of a cell with a quotation mark in it, and another far behind it (found by the soak)',
      sheet
        .replace('</c><c r="B1"', '</c" t="x"></c><c r="B1"')
        .replace('<is><t>sniff</t></is></c></row>', '<is><t>sniff</t></is></"></row>'),
    ],
  ])('%s loses no row without a word', async (_, xml) =>
    expect(await why(withSheet(xml), 'x.xlsx')).toMatch(/it is damaged/),
  );
  it('a text that the workbook does not hold is no blank cell', async () =>
    expect(
      await why(
        withSheet(sheet.replace('<c r="C2" t="inlineStr"><is><t>sniff</t></is>', '<c r="C2" t="s"><v>7</v>')),
        'x.xlsx',
      ),
    ).toMatch(/it is damaged/));
  it.each(['xl/styles.xml', 'xl/worksheets/sheet1.xml', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels'])(
    'without %s no day is read as a figure, and no sheet is left out',
    async (name) =>
      expect(await why(without(name), 'x.xlsx')).toMatch(new RegExp(`“${name}” that is not in it`)),
  );
  it('without its beginning is no text table', async () => {
    const bytes = stored({});
    expect(await why(bytes.slice(1), 'x.xlsx')).toMatch(/damaged: its beginning is gone/);
  });
});

describe('workbooks of other makers', () => {
  it('cells without a name', async () =>
    expect(cells(await one('no-r.xlsx'))).toEqual([
      ['2024-03-14', '14:30', 'Stop begins'],
      ['2024-03-14', '15:00', 'Dog comes'],
    ]));
  it('dates of type d', async () =>
    expect(cells(await one('isodate.xlsx')).map((c) => c.slice(0, 2))).toEqual([
      ['2024-03-14', '14:27'],
      ['2024-03-14', '15:00'],
    ]));
  it('hours past 24 stay past 24', async () =>
    expect(cells(await one('over24.xlsx')).map((c) => c[1])).toEqual(['23:00', '24:00', '25:30']));
  it('zeros that a format shows', async () =>
    expect(cells(await one('padded.xlsx')).map((c) => c[1])).toEqual(['0905', '0005', '1427', '09:05']));
  it('merged cells hold for each of their rows, and that is said', async () => {
    const t = await one('merged.xlsx');
    expect(cells(t).map((c) => c[0])).toEqual(['2024-03-14', '2024-03-14', '2024-03-14']);
    expect(t.notices.join()).toMatch(/Merged cells: the value of A2:A4/);
  });
  it('cells in error are named', async () =>
    expect((await one('errors.xlsx')).notices.join()).toMatch(/2 cells show an error.*B2 #N\/A, C3 #REF!/));
  it('hidden sheets are read and said', async () => {
    const tables = await bug('hiddensheet.xlsx');
    expect(tables.map((t) => t.sheet)).toEqual(['Log', 'Draft']);
    expect(tables[1]?.notices.join()).toMatch(/“Draft” is hidden/);
  });
  it.each([
    ['h:mm', 0.6020833333, '14:27'],
    ['h:mm', 0.9999999, '24:00'],
    ['[h]:mm', 1.5, '36:00'],
    ['[$-409]h:mm AM/PM;@', 0.6020833333, '14:27'],
    ['m/d/yyyy h:mm', 45365, '2024-03-14 00:00'],
    ['mm/dd/yy', 45365, '2024-03-14'],
    ['dddd, mmmm d, yyyy', 45365, '2024-03-14'],
    ['h:mm', 45365.6020833333, '2024-03-14 14:27'],
    ['mm:ss', 0.0100347222, '14:27 (mm:ss)'],
    ['0000', 6, '0006'],
    ['000-00', 412, '004-12'],
    ['0.00', 12.4, '12.4'],
    ['0.0" g"', 12.4, '12.4 g'],
    ['#,##0.00 "oz"', 1234.5, '1234.5 oz'],
    ['General', 45365, '45365'],
    ['0%', 0.5, '50%'],
    ['yyyy\\-mm\\-dd', 59, '1900-02-28'],
  ])('%s shows %d as %s', (code, value, shown) =>
    expect(shownNumber(value, formatOf(code), false)).toBe(shown),
  );
});

describe('the header, and what stands around it', () => {
  it('title lines above it, and the day they state', async () => {
    const t = await csv(
      'STATE v. DOE,,\n"stop on 3/14/2024, prepared 4/1/2024",,\nlog of 3/14/2024,,\nTime,Event,Officer\n2344,x,A\n',
    );
    expect(t.headerLine).toBe(4);
    expect(t.day).toBe('2024-03-14');
    expect(t.notices.join()).toMatch(/Above the header stand lines 1 to 3: “STATE v. DOE/);
  });
  it('the day of the name of the file', async () =>
    expect((await csv('Time,Event\n2344,x\n', 'Doe_stop 3-14-2024.csv')).day).toBe('2024-03-14'));
  it('two days above it are asked', async () => {
    const t = await csv('3/14/2024 and 3/15/2024,\nTime,Event\n2344,x\n');
    expect(t.day).toBe('');
    expect(t.notices.join()).toMatch(/Several days stand in line 1/);
  });
  it('another line can be chosen', async () => {
    const [t] = await readTables(text('Time,Event\nwhen,what\n2344,x\n'), 'x.csv', 2);
    expect([t?.header, t?.titles.length, t?.rows.length]).toEqual([['when', 'what'], 1, 1]);
  });
  it('the header again, totals, feet of pages and a day on a line of its own', async () => {
    const t = await csv(
      'Time,Event,Officer\n"Thursday, 3/14/2024",,\n2344,a,A\nPage 1 of 2,,\nTime,Event,Officer\n3/15/2024,,\n0004,b,A\nTotal,2,\n',
    );
    expect(t.rows).toEqual([
      { line: 3, cells: ['2344', 'a', 'A'], day: '2024-03-14' },
      { line: 7, cells: ['0004', 'b', 'A'], day: '2024-03-15' },
    ]);
    expect([...t.aside].sort((a, b) => a - b)).toEqual([2, 4, 5, 6, 8]);
    expect(t.notices).toHaveLength(4);
  });
  it('the order of dates is told by columns of dates alone', async () => {
    const { guessMapping } = await import('../../src/intake');
    const t = await csv('Date,Time,DOB,Remarks\n3/4/2024,1427,25/12/1990,13.5.2024 note\n');
    expect(guessMapping(t).dateOrder).toBeNull();
    expect(
      guessMapping(await csv('Date,Time,DOB\n3/4/2024,1427,25/12/1990\n3/14/2024,1427,\n')).dateOrder,
    ).toBe('mdy');
  });
});
