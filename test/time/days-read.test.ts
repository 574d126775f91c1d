import { describe, expect, it } from 'vitest';
import { daysFault, daysOf, printCount, printDay, printDays, readDays } from '../../src/time/days';
import { asPapersHave } from '../../src/time/grammar/as-papers-have';
import { readCounter } from '../../src/time/grammar/counted';
import { dayFault, readDate, withYear } from '../../src/time/grammar/date';
import { parseTime } from '../../src/time/grammar/parse';
import { resolveReading } from '../../src/time/grammar/resolve';
import { serialText } from '../../src/time/grammar/serial';
import { spanBounds } from '../../src/time/grammar/written';
import { readZone } from '../../src/time/grammar/zone-words';
import {
  clockOf,
  dayOf,
  hereZone,
  instantsOf,
  isTwice,
  localOf,
  offsetAt,
  zoneName,
} from '../../src/time/grammar/zones';
import { dayBounds, wholeDays } from '../../src/time/solver/day-shift';

describe('days without an hour', () => {
  it.each([
    ['1800', 'some day in 1800'],
    ['2299', 'some day in 2299'],
    ['2026-01', 'some day in Jan 2026'],
    ['Dec 2026', 'some day in Dec 2026'],
    ['mar, 2026', 'some day in Mar 2026'],
    ['2026-01-01 to 2027-12-31', 'Jan 1, 2026 to Dec 31, 2027'],
    ['2026-12-15 to 2027-01-15', 'Dec 15, 2026 to Jan 15, 2027'],
    ['2026-01-01 to 2026-12-31', 'some day in 2026'],
    ['2026-01-01 to 2026-12-30', 'Jan 1 to Dec 30, 2026'],
    ['2026-01-02 to 2026-12-31', 'Jan 2 to Dec 31, 2026'],
    ['2026-03-01 to 2026-03-30', 'Mar 1 to Mar 30, 2026'],
    ['2026-03-02 to 2026-03-31', 'Mar 2 to Mar 31, 2026'],
    ['2026-03-01 to 2026-04-30', 'Mar 1 to Apr 30, 2026'],
    ['from March 2026 to April 2026', 'Mar 1 to Apr 30, 2026'],
    ['2026-03-01 to 2026-03-01', 'Mar 1, 2026'],
    ['2026-03-14 +- 1 day', 'Mar 13 to Mar 15, 2026'],
    ['2026-03-14+-3d', 'Mar 11 to Mar 17, 2026'],
    ['~2026-03-14 +-10d', 'Mar 4 to Mar 24, 2026'],
    ['approx 2026-03-14 +-3d', 'Mar 11 to Mar 17, 2026'],
    ['approx. 2026-03-14 +-3 days', 'Mar 11 to Mar 17, 2026'],
    ['2026-03-20 or 2026-03-14', 'Mar 14 to Mar 20, 2026'],
    ['2026-03-15, 2026-03-14 or 2026-03-20', 'Mar 14 to Mar 20, 2026'],
    ['13/12/24', 'Dec 13, 2024'],
    ['3/14/2024 0:00:00.000', 'Mar 14, 2024'],
  ])('%s is %s', (text, said) => {
    const read = readDays(text);
    expect(read.ok ? printDays(read.days) : read.why).toBe(said);
    expect(daysFault(text)).toBeUndefined();
    expect(daysOf(text)).toEqual(read.ok ? read.days : null);
  });
  it.each([
    ['between 2026-03-09 and 2026-03-01', /^2026-03-09 comes after 2026-03-01$/],
    ['3/10/2024', /^“3\/10\/2024” can be 2024-03-10 or 2024-10-03$/],
    ['2024-W53-1', /^the date 2024-w53-1 does not exist: write 2026-03-14/],
    ['about 2026-03-14', /^“about 2026-03-14” does not say how far: write 2026-03-14/],
    ['before 2026', /does not say how far/],
    ['2026-03-14 +-3d x', /^“2026-03-14 \+-3d x” is not a date this app knows: write 2026-03-14, March/],
    ['between 2300 and 2400', /^“2300” is not a date/],
    ['between 2300 and 2026', /^“2300” is not a date/],
    ['from 1427 to 1435', /^“1427” is not a date/],
    ['13 to 2 pm', /^“13 to 2 pm” is not a date/],
    ['not after 1427', /^“not after 1427” is not a date/],
    ['1799', /^“1799” is not a date/],
    ['2300', /^“2300” is not a date/],
    ['2026-3', /^“2026-3” is not a date/],
    ['2026-00', /^“2026-00” is not a date/],
    ['2026-13', /^“2026-13” is not a date/],
    ['Foo 2026', /^“Foo 2026” is not a date/],
  ])('%s is none', (text, why) => {
    expect(readDays(text)).toMatchObject({ ok: false });
    expect(daysFault(text)).toMatch(why);
    expect(daysOf(text)).toBeNull();
  });
  it('nothing written is no fault, and no day', () => {
    expect([daysFault(''), daysFault('  '), daysOf('')]).toEqual([undefined, undefined, null]);
    expect(readDays('')).toEqual({ ok: false, why: 'no day is written', asks: [] });
  });
  it('are counted in words', () => {
    expect(printCount({ min: 1, max: 1 })).toBe('1 day');
    expect(printCount({ min: 2, max: 2 }, 'week')).toBe('2 weeks');
    expect(printCount({ min: 3, max: 1500 })).toBe('between 3 and 1,500 days');
    expect(printDay(0)).toBe('Jan 1, 1970');
  });
});

describe('a day of a field', () => {
  it.each([
    ['', undefined],
    ['1899-12-29', undefined],
    ['2024-03-14 00:00:00', 'write it 2024-03-14'],
    ['101112', 'write it 2012-10-11 or 2012-11-10'],
    ['that night', '“that night” is not a date this app knows: write 2024-03-14'],
  ])('“%s”: %s', (text, said) => {
    expect(dayFault(text)).toBe(said);
  });
  it.each([
    '3/14/2024 12:00 am',
    '3/14/2024 12:00:00am',
    '3/14/2024T00:00',
    '3/14/2024 0:00',
    '2024-03-14 00:00:00.000',
  ])('%s is a day: its midnight is none of a row', (text) =>
    expect(readDate(text, null)).toEqual({ ok: true, date: '2024-03-14' }),
  );
  it.each([
    ['120324', ['2024-12-03', '2024-03-12'], 'month or day'],
    ['13-03-24', ['2024-03-13', '2013-03-24'], 'day or year'],
  ])('%s is asked', (text, days, order) => {
    const read = readDate(text, null, { year: 2024 });
    expect(read).toMatchObject({
      ok: false,
      why: `the date ${text} can be read in two orders: say whether ${order} comes first`,
    });
    expect(read.ok ? [] : read.asks.map((c) => c.text)).toEqual(days);
  });
  it.each([
    ['14 Mar 14:27', '14 mar 2024 14:27'],
    ['3/14:1427', '3/14/2024:1427'],
    ['Thu Mar 14 14:27', 'thu mar 14, 2024 14:27'],
    ['14th of March', '14 march 2024'],
    ['3/14/2024 14:27', null],
    ['Mar 14, 2024', null],
  ])('%s with its year is %s', (text, full) => {
    expect(withYear(text, '2024')).toBe(full);
  });
});

describe('zones in a column', () => {
  it.each([
    ['local', ''],
    ['L', ''],
    ['lcl', ''],
    ['Local Time', ''],
    ['Zulu', 'UTC'],
    ['utc - 6', '-06:00'],
    ['-9:30', '-09:30'],
    ['-00:30', null],
    ['-05:15', null],
    ['central daylight', 'America/Chicago'],
    ['(UTC-06:00) America/Chicago', 'America/Chicago'],
    ['(UTC-06:00)CST', 'America/Chicago'],
    ['CST (Chicago)', 'America/Chicago'],
    ['america/new_york', 'America/New_York'],
    ['HST', 'Pacific/Honolulu'],
    ['MT', null],
    ['MST', null],
    ['locals', null],
    ['x (UTC-06:00) America/Chicago', null],
    ['14:27 central time', null],
  ])('%s is %s', (text, zone) => {
    const read = readZone(text);
    // Offsets that no zone keeps are taken as they stand in a column, and asked nowhere.
    if (/^-0[05]:(?:30|15)$/.test(text)) expect(read).toEqual({ ok: true, zone: text });
    else expect(read.ok ? read.zone : null).toBe(zone);
    if (/^MS?T$/.test(text))
      expect(read).toMatchObject({ asks: [{ text: 'America/Denver' }, { text: 'America/Phoenix' }] });
  });
});

describe('the nights on which clocks change', () => {
  const ZONE = 'America/Chicago';
  const at = (text: string): number => Date.parse(`${text}Z`);
  const shown = (local: string): string[] =>
    instantsOf(at(local), ZONE).map((t) => new Date(t).toISOString().slice(11, 23));
  it('have an hour twice, from its first ms to its last', () => {
    expect(shown('2024-11-03T00:59:59.999')).toEqual(['05:59:59.999']);
    expect(shown('2024-11-03T01:00:00.000')).toEqual(['06:00:00.000', '07:00:00.000']);
    expect(shown('2024-11-03T01:59:59.999')).toEqual(['06:59:59.999', '07:59:59.999']);
    expect(shown('2024-11-03T02:00:00.000')).toEqual(['08:00:00.000']);
    const twice = (text: string): boolean => isTwice(at(`2024-11-03T${text}`), ZONE);
    expect(
      ['05:59:59.999', '06:00:00', '06:59:59.999', '07:00:00', '07:59:59.999', '08:00:00'].map(twice),
    ).toEqual([false, true, true, true, true, false]);
    expect(isTwice(at('2024-11-03T06:30:00'), '-05:00')).toBe(false);
    expect(isTwice(at('2024-03-10T08:30:00'), ZONE)).toBe(false);
    expect(isTwice(at('2024-03-14T08:30:00'), ZONE)).toBe(false);
  });
  it('or not at all', () => {
    expect(shown('2024-03-10T01:59:59.999')).toEqual(['07:59:59.999']);
    expect(shown('2024-03-10T02:00:00.000')).toEqual([]);
    expect(shown('2024-03-10T02:59:59.999')).toEqual([]);
    expect(shown('2024-03-10T03:00:00.000')).toEqual(['08:00:00.000']);
    expect([at('2024-03-10T07:59:59.999'), at('2024-03-10T08:00:00')].map((t) => offsetAt(ZONE, t))).toEqual([
      -360, -300,
    ]);
  });
  it('are told on the clock of a zone', () => {
    const t = at('2024-03-14T19:27:05');
    expect([clockOf(t, ZONE, false), clockOf(t, ZONE, true), clockOf(t, '+01:00', true)]).toEqual([
      '14:27',
      '14:27:05',
      '20:27:05',
    ]);
    expect(localOf(t, ZONE)).toBe(at('2024-03-14T14:27:05'));
    expect(dayOf(at('2024-03-14T23:59:59.999'))).toBe('2024-03-14');
    expect([zoneName(ZONE, t), zoneName('-05:00', t), zoneName('UTC', t)]).toEqual(['CDT', '-05:00', 'UTC']);
    expect(hereZone()).toBe(Intl.DateTimeFormat().resolvedOptions().timeZone);
  });
});

describe('how each distance is bounded', () => {
  const EVER = Number.POSITIVE_INFINITY;
  const spanOf = (text: string) => {
    const p = parseTime(text);
    if (!p.ok || p.written.form !== 'after-previous') throw new Error(text);
    return p.written.span;
  };
  it.each([
    ['+2m', 120_000, 179_999],
    ['+7 or 8 min', 420_000, 539_999],
    ['+4m45s..5m15s', 285_000, 315_000],
    ['+at least 7m', 420_000, EVER],
    ['+more than 7m', 420_001, EVER],
    ['+less than 30s', 0, 29_999],
    ['+up to 2m', 0, 120_000],
    ['+about 19m', 840_000, 1_499_999],
    ['+about 2m', 0, 479_999],
    ['+19m +-30s', 1_110_000, 1_229_999],
    ['+2m +-0s', 120_000, 179_999],
    ['+about up to 2m', 0, 420_000],
  ])('%s', (text, min, max) => {
    const span = spanOf(text);
    expect(spanBounds(span, 300_000)).toEqual({ min, max });
    expect(spanBounds({ ...span, sign: -1 }, 300_000)).toEqual({ min: 0 - max, max: 0 - min });
  });
  it('to both sides where it is within', () => {
    const within = { ...spanOf('+up to 2m'), style: 'within' as const };
    expect(spanBounds(within, 300_000)).toEqual({ min: -120_000, max: 120_000 });
    expect(spanBounds({ ...within, about: true, tolerance: 30_000 }, 0)).toEqual({
      min: -150_000,
      max: 150_000,
    });
  });
  it('in days, from a clock time to the same clock time, also where the clocks skipped it', () => {
    const HOUR = 3_600_000;
    const zone = 'America/Chicago';
    const from = (text: string) => ({ lo: Date.parse(`${text}Z`), hi: Date.parse(`${text}Z`), zone });
    const hours = (text: string, at: { lo: number; hi: number; zone: string }) => {
      const { min, max } = dayBounds(spanOf(text), at, 0);
      return [min / HOUR, max / HOUR];
    };
    // 2:30 of March 9 and 24 hours, or to the hour that was skipped; 1:30 of November 2, and the first or the second.
    expect(hours('+up to 1 day', from('2024-03-09T08:30'))).toEqual([0, 24]);
    expect(hours('+at least 1 day', from('2024-03-09T08:30'))).toEqual([23, EVER]);
    expect(hours('+up to 1 day', from('2024-03-09T20:00'))).toEqual([0, 23]);
    expect(hours('+up to 1 day', from('2024-11-02T06:30'))).toEqual([0, 25]);
    expect(hours('+at least 1 day', from('2024-11-02T06:30'))).toEqual([24, EVER]);
    expect(hours('+at least 1 day', from('2024-11-02T20:00'))).toEqual([25, EVER]);
    expect(hours('+at least 1 day', { ...from('2024-11-02T20:00'), zone: '-05:00' })).toEqual([24, EVER]);
    const open = { lo: -EVER, hi: EVER, zone };
    expect([hours('+at least 1 day', open), hours('+up to 1 day', open)]).toEqual([
      [23, EVER],
      [0, 25],
    ]);
  });
  it('in days, midnight to midnight', () => {
    const days = (text: string) => wholeDays(spanOf(text)).map((ms) => ms / 86_400_000);
    expect(days('+2 days')).toEqual([2, 2]);
    expect(days('+2 or 3 days')).toEqual([2, 3]);
    expect(days('+2 to 4 days')).toEqual([2, 4]);
    expect(days('+at least 2 days')).toEqual([2, EVER]);
    expect(days('+more than 2 days')).toEqual([2, EVER]);
    expect(days('+less than 2 days')).toEqual([0, 2]);
    expect(days('+up to 2 days')).toEqual([0, 2]);
    expect(wholeDays({ ...spanOf('+up to 2 days'), style: 'within' }).map((ms) => ms / 86_400_000)).toEqual([
      -2, 2,
    ]);
    expect(wholeDays({ ...spanOf('+up to 2 days'), sign: -1 }).map((ms) => ms / 86_400_000)).toEqual([-2, 0]);
  });
});

describe('the interval of a reading, about as much as it says', () => {
  const of = (text: string) => {
    const p = parseTime(text);
    if (!p.ok || (p.written.form !== 'reading' && p.written.form !== 'open')) throw new Error(text);
    const r = resolveReading(p.written, { date: '2024-03-14', zone: 'UTC', approximate: 300_000 });
    if (!r.ok) throw new Error(r.why);
    const { min, max, widened } = r.interval;
    return [min, max]
      .map((t) => (t - Date.UTC(2024, 2, 14, 14, 27)) / 1000)
      .concat(widened ? [widened.by / 1000, Number(widened.byDefault)] : []);
  };
  const EVER = Number.POSITIVE_INFINITY;
  it.each([
    ['14:27', [0, 59.999]],
    ['~14:27', [-300, 359.999, 300, 1]],
    ['14:27 +-30s', [-30, 89.999, 30, 0]],
    ['between 14:27 and 14:29', [0, 179.999]],
    ['about 14:27 to 14:29', [-300, 479.999, 300, 1]],
    ['after 14:27', [0, EVER]],
    ['after ~14:27', [-300, EVER, 300, 1]],
    ['before 14:27', [-EVER, -0.001]],
    ['before ~14:27', [-EVER, 299.999, 300, 1]],
    ['by 14:27', [-EVER, 59.999]],
    ['by ~14:27 +-1m', [-EVER, 119.999, 60, 0]],
  ])('%s', (text, interval) => {
    expect(of(text)).toEqual(interval);
  });
});

it('counters, counts of days and papers', () => {
  expect(readCounter('1 hour 3 min 15 s into the recording')).toEqual({
    at: 3_795_000,
    to: null,
    text: '1:03:15',
    says: '1:03:15',
  });
  expect(readCounter('15 minutes into the video')).toEqual({
    at: 900_000,
    to: 959_000,
    text: '15:00',
    says: 'between 15:00 and 15:59',
  });
  expect(readCounter('before v 3:15')).toEqual({ at: 195_000, to: null, text: '3:15', says: 'before 3:15' });
  for (const none of ['10 to 12 am', 'since 2026', 'while @stop', '14:27 CDT', 'after @v'])
    expect(readCounter(none)).toBeNull();
  expect([serialText('0.602', '1900'), serialText('45365', '1900'), serialText('43903', '1904')]).toEqual([
    'between 14:26:09 and 14:27:36',
    '2024-03-14',
    '2024-03-14',
  ]);
  expect(
    ['1427+-5m', '14:27 +-3.55m', '2026-03-14 +- 1 day', '~2026-03-14 +-10d', '14:27 ±5', 'x~14:27'].map(
      asPapersHave,
    ),
  ).toEqual(['1427', '14:27', '2026-03-14', 'about 2026-03-14', '14:27', 'x~14:27']);
});
