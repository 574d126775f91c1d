import { describe, expect, it } from 'vitest';
import { guessMapping, layoutOf, readTables } from '../../src/intake';
import { contextFor } from '../../src/intake/assemble';
import type { Drafts } from '../../src/intake/drafts';
import { newCase } from '../../src/record/case';
import { emptyRecord } from '../../src/record/record';
import { parseTime } from '../../src/time/grammar/parse';
import { resolveReading } from '../../src/time/grammar/resolve';
import { serialText } from '../../src/time/grammar/serial';

const ZONE = 'America/Chicago';
async function read(
  csv: string,
  answers: Record<string, string> = {},
  years: number[] = [],
): Promise<Drafts> {
  const [table] = await readTables(new TextEncoder().encode(csv), 'log.csv');
  if (!table) throw new Error('no table');
  const mapping = { ...guessMapping(table), zone: ZONE, answers };
  let n = 0;
  const context = contextFor(emptyRecord(newCase('c', 'x', ZONE, 0)), '', () => `n${++n}`);
  return layoutOf(mapping.layout).read(table, mapping, { ...context, years });
}
const stands = (d: Drafts): string[] => d.events.map((e) => `${e.date} ${e.start} ${e.kind}`);

describe('days without a year', () => {
  const log = 'Date,Time,Event\n14-Mar,14:27,Traffic stop\n14-Mar,14:40,Warning issued\n';
  it('are asked once for the table, with the years of the case, and refused until then', async () => {
    const open = await read(log, {}, [2024, 2023]);
    expect(open.events).toEqual([]);
    expect(open.refused.map((r) => r.why).join()).toMatch(/“14-Mar” has no year/);
    expect(open.asks).toMatchObject([
      { id: 'year', lines: [2, 3], choices: [{ value: '2024' }, { value: '2023' }] },
    ]);
    expect(stands(await read(log, { year: '2024' }))).toEqual([
      '2024-03-14 14:27 seizure-begins',
      '2024-03-14 14:40 warning-issued',
    ]);
  });
  it('where nothing says a year, the last ones are offered', async () => {
    const choices = (await read(log)).asks[0]?.choices.map((c) => Number(c.value)) ?? [];
    expect(choices[0]).toBe(new Date().getFullYear());
    expect(choices.length).toBeGreaterThan(3);
  });
  it('of December and January are of two years', async () => {
    const night = 'Date,Time,Event\nDec 31,23:50,Traffic stop\nJan 1,00:10,Warning issued\n';
    expect((await read(night, {}, [2024])).asks[0]?.choices[0]?.value).toBe('2024/2025');
    expect(stands(await read(night, { year: '2024/2025' }))).toEqual([
      '2024-12-31 23:50 seizure-begins',
      '2025-01-01 00:10 warning-issued',
    ]);
  });
  it.each(['3/14', 'Mar 14', 'March 14th', '14 March', 'Thu 3/14', 'Thu, Mar 14'])(
    '%s is one of them',
    async (day) => {
      const d = await read(`Date;Time;Event\n${day};14:27;Traffic stop\n`, { year: '2024' });
      expect(stands(d)).toEqual(['2024-03-14 14:27 seizure-begins']);
    },
  );
  it('stand with their time in one cell too, and a weekday that does not fit is refused', async () => {
    expect(stands(await read('Date/Time,Event\n3/14 14:27,Traffic stop\n', { year: '2024' }))[0]).toMatch(
      /^2024-03-14 3\/14\/2024 14:27/,
    );
    const d = await read('Date;Time;Event\nThu 3/14;14:27;Traffic stop\n', { year: '2023' });
    expect(d.events).toEqual([]);
    expect(d.refused[0]?.why).toMatch(/not a thu/);
  });
});

describe('counts of days, as spreadsheets keep them', () => {
  it('are asked once for the table', async () => {
    const log = 'Date/Time,Event\n45365.602083,Traffic stop\n45365.611111,Warning issued\n';
    const open = await read(log);
    expect(open.events).toEqual([]);
    expect(open.asks).toMatchObject([
      { id: 'day-numbers', lines: [2, 3], choices: [{ value: '1900' }, { value: '1904' }, { value: 'no' }] },
    ]);
    expect(stands(await read(log, { 'day-numbers': '1900' }))).toEqual([
      '2024-03-14 2024-03-14 14:27:00 seizure-begins',
      '2024-03-14 2024-03-14 14:40:00 warning-issued',
    ]);
    expect((await read(log, { 'day-numbers': 'no' })).events).toEqual([]);
  });
  it('may stand in a column of days and one of times', async () => {
    const d = await read('Date,Time,Event\n45365,0.602083333,Traffic stop\n', { 'day-numbers': '1900' });
    expect(stands(d)).toEqual(['2024-03-14 14:27:00 seizure-begins']);
  });
  it('that were rounded are a stretch that holds the truth, whatever it was', () => {
    for (let s = 0; s < 86_400; s += 617) {
      const truth = 45_365 + s / 86_400;
      for (const digits of [2, 3, 4, 5, 7]) {
        const text = serialText(truth.toFixed(digits), '1900');
        const read = parseTime(text ?? '');
        if (!read.ok || read.written.form !== 'reading') throw new Error(`${text} is not read`);
        const at = resolveReading(read.written, { date: '', zone: 'UTC', approximate: 0 });
        if (!at.ok) throw new Error(at.why);
        const t = Date.UTC(2024, 2, 14) + s * 1000;
        const holds = at.interval.min <= t && t <= at.interval.max;
        expect(holds, `${s} ${digits} ${text}`).toBe(true);
      }
    }
  });
  it('whose column has more decimals lost only zeros', async () => {
    const d = await read('Date/Time,Event\n45365.602083,Traffic stop\n45365.5,Warning issued\n', {
      'day-numbers': '1900',
    });
    expect(stands(d)[1]).toBe('2024-03-14 2024-03-14 12:00:00 warning-issued');
  });
});

describe('tables that stand on their side', () => {
  it.each([
    [
      'a log',
      'Field,Entry 1,Entry 2\nDate,3/14/2024,3/14/2024\nTime,14:27,14:40\nEvent,Traffic stop,Warning issued\nOfficer,Ortiz,Bell\n',
      ['2024-03-14 14:27 seizure-begins', '2024-03-14 14:40 warning-issued'],
    ],
    [
      'a form of one entry under its title',
      'STOP SHEET,\nDate:,3/14/2024\nTime:,14:27\nEvent:,Traffic stop\nOfficer:,Ortiz\n',
      ['2024-03-14 14:27 seizure-begins'],
    ],
    [
      'cameras',
      'Camera:,BWC 4471,Dash 12\nStart:,3/14/2024 14:25:02,3/14/2024 14:24:51\nEnd:,3/14/2024 15:10:11,3/14/2024 15:12:20\nOfficer:,Ortiz,Ortiz\n',
      ['2024-03-14 3/14/2024 14:25:02 recording', '2024-03-14 3/14/2024 14:24:51 recording'],
    ],
  ])('%s', async (_, csv, expected) => {
    const d = await read(csv);
    expect(stands(d)).toEqual(expected);
    expect(d.refused).toEqual([]);
    expect(d.notices.join()).toMatch(/read from column to column/);
  });
  it('a submittal of two items', async () => {
    const d = await read(
      'EVIDENCE SUBMITTAL,,\nItem,1,2\nDescription,White powder,Glass pipe\nSubmitted by,Det. Ruiz,Det. Ruiz\nReceived by,Chen,Chen\nDate received,3/18/2024,3/18/2024\nTime received,0915,0920\nGross weight (g),12.4,\n',
    );
    expect(
      d.custody.map(
        (c) => `${c.receivedBy} ${c.receivedDate} ${c.receivedAt} ${c.quantities.map((q) => q.value)}`,
      ),
    ).toEqual(['Chen 2024-03-18 0915 12.4', 'Chen 2024-03-18 0920 ']);
  });
  it('a table that stands upright is left, whatever its first column says', async () => {
    const d = await read(
      'Event,Date,Time\nStart,3/14/2024,14:27\nStop,3/14/2024,14:40\nTime,3/14/2024,14:41\nDate,3/14/2024,14:42\n',
    );
    expect(d.events).toHaveLength(4);
    const two = await read('Event,Time\nStart,3/14/2024 14:27\nStop,3/14/2024 14:40\nDate,3/14/2024 14:41\n');
    expect(two.events).toHaveLength(3);
    expect(d.notices.join()).not.toMatch(/column to column/);
  });
});
