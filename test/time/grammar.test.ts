import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTime, readDate } from '../../src/time/grammar/parse';
import { printWritten } from '../../src/time/grammar/print';
import { resolveReading } from '../../src/time/grammar/resolve';
import { type Stamp, spanBounds, type Written } from '../../src/time/grammar/written';

const DAY = '2024-03-14';
const at = (h: number, m: number, s = 0): number => Date.UTC(2024, 2, 14, h, m, s);

/** The interval a reading stands for, on a UTC clock: the first and the last ms. */
function interval(text: string, approximate = 300_000): [number, number] {
  const parsed = parseTime(text);
  if (!parsed.ok) throw new Error(parsed.why);
  const w = parsed.written;
  if (w.form !== 'reading' && w.form !== 'open') throw new Error(w.form);
  const r = resolveReading(w, { date: DAY, zone: 'UTC', approximate });
  if (!r.ok) throw new Error(r.why);
  return [r.interval.min, r.interval.max];
}

describe('what people may write', () => {
  it.each([
    ['14:27', at(14, 27), 60_000],
    ['1427', at(14, 27), 60_000],
    ['1427 hrs', at(14, 27), 60_000],
    ['0006 hrs', at(0, 6), 60_000],
    ['2:27 pm', at(14, 27), 60_000],
    ['2:27p', at(14, 27), 60_000],
    ['14:27:05', at(14, 27, 5), 1000],
    ['14:27:05.2', at(14, 27, 5) + 200, 100],
    ['12:27 or 12:28', at(12, 27), 120_000],
    ['12:27 or 12:28 a.m.', at(0, 27), 120_000],
    ['12:27-12:28', at(12, 27), 120_000],
    ['between 1430 and 1435', at(14, 30), 360_000],
    ['between 1430 and 1435 hours', at(14, 30), 360_000],
    ['14:27:05Z', at(14, 27, 5), 1000],
    ['14:27-05:00', at(19, 27), 60_000],
    ['2024-03-14 14:27:05Z', at(14, 27, 5), 1000],
  ])('%s', (text, from, width) => {
    expect(interval(text)).toEqual([from, from + width - 1]);
  });

  it('widens what is only about by the tolerance written, or by the case’s', () => {
    expect(interval('~1430')).toEqual([at(14, 25), at(14, 36) - 1]);
    expect(interval('at approximately 1427 hours', 60_000)).toEqual([at(14, 26), at(14, 29) - 1]);
    expect(interval('approx 1430 +-3m')).toEqual([at(14, 27), at(14, 34) - 1]);
  });

  it('leaves one side open', () => {
    expect(interval('before 1430')).toEqual([Number.NEGATIVE_INFINITY, at(14, 30) - 1]);
    expect(interval('by 12:28')).toEqual([Number.NEGATIVE_INFINITY, at(12, 29) - 1]);
    expect(interval('after 1430')).toEqual([at(14, 30), Number.POSITIVE_INFINITY]);
  });

  it.each([
    '25:10',
    '13:00 am',
    '2 pm',
    'midnight',
    'early in the morning',
    '14:61',
    '14',
    '3/4/2024 14:27',
    '2024-02-30 10:00',
    'v 3:75',
    '14:27 -13:00',
    '@',
    '+',
    '',
  ])('refuses %j with a reason', (text) => {
    const parsed = parseTime(text);
    expect(parsed.ok).toBe(false);
    if (!parsed.ok) expect(parsed.why.length).toBeGreaterThan(10);
  });

  it('prints what it understood so that it reads the same again', () => {
    const stamp: fc.Arbitrary<Stamp> = fc.oneof(
      fc
        .record({
          clock: fc.constant('wall' as const),
          date: fc.constantFrom(null, '2024-03-14', '2023-12-31'),
          unit: fc.constantFrom(60_000, 1000, 100, 1),
          n: fc.nat(86_399_999),
          zone: fc.constantFrom(null, 'Z', '-05:00'),
        })
        .map(({ unit, n, ...s }) => ({ ...s, ms: Math.floor(n / unit) * unit, precision: unit })),
      fc.record({ unit: fc.constantFrom(1000, 100, 1), n: fc.nat(20_000_000) }).map(({ unit, n }) => ({
        clock: 'media' as const,
        ms: Math.floor(n / unit) * unit,
        precision: unit,
      })),
    );
    const span = fc
      .record({
        style: fc.constantFrom('exact' as const, 'or' as const, 'between' as const),
        sign: fc.constantFrom(1 as const, -1 as const),
        a: fc.nat(5000),
        b: fc.nat(5000),
        unit: fc.constantFrom(1000, 60_000),
      })
      .map(({ a, b, unit, style, sign }) => {
        const [from, to] =
          style === 'exact' ? [a * unit, a * unit] : [Math.min(a, b) * unit, Math.max(a, b) * unit];
        return { style, sign, from, to, unit, about: false, tolerance: null, days: false };
      });
    const edge = fc.constantFrom('start' as const, 'end' as const);
    const written: fc.Arbitrary<Written> = fc.oneof(
      stamp.map((from) => ({ form: 'reading' as const, from, to: null, about: false, tolerance: null })),
      fc
        .tuple(stamp, fc.constantFrom('before' as const, 'by' as const, 'after' as const))
        .map(([s, side]) => ({ form: 'open' as const, side, stamp: s, about: false, tolerance: null })),
      span.filter((s) => s.sign === 1).map((s) => ({ form: 'after-previous' as const, span: s })),
      fc
        .record({ ref: fc.constantFrom('warning', 'row-2'), edge, span: fc.option(span) })
        .map((r) => ({ form: 'tied' as const, ...r })),
      fc
        .record({
          ref: fc.constantFrom('dog', 'x_1'),
          edge,
          side: fc.constantFrom('before' as const, 'after' as const),
        })
        .map((r) => ({ form: 'ordered' as const, ...r })),
    );
    fc.assert(
      fc.property(written, (w) => {
        const text = printWritten(w);
        const again = parseTime(text);
        if (!again.ok) throw new Error(`${text}: ${again.why}`);
        expect(printWritten(again.written)).toBe(text);
        if (w.form === 'reading' || w.form === 'open' || w.form === 'ordered')
          expect(again.written).toEqual(w);
      }),
      { numRuns: 3000 },
    );
  });

  it('never throws, whatever is written', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123456789:.-+~@ apmvzor'.split('')) })),
        (text) => {
          const parsed = parseTime(text);
          if (!parsed.ok) expect(typeof parsed.why).toBe('string');
        },
      ),
      { numRuns: 5000 },
    );
  });
});

describe('what a word or a sign written once means for both', () => {
  it.each([
    // am and pm of the second hold for the first, unless that would run backwards
    ['1:10 to 2:20 pm', at(13, 10), 71 * 60_000],
    ['11:50 to 12:10 pm', at(11, 50), 21 * 60_000],
    ['1:10 to 2:20 p', at(13, 10), 71 * 60_000],
    ['1:10 to 2:20 p.m.', at(13, 10), 71 * 60_000],
    // a zone at either end holds for both
    ['14:00Z to 14:05', at(14, 0), 6 * 60_000],
    ['14:00 to 14:05Z', at(14, 0), 6 * 60_000],
    ['14:00 to 14:05-05:00', at(19, 0), 6 * 60_000],
    ['2024-03-14 14:00 to 14:05', at(14, 0), 6 * 60_000],
    // what stands in the middle of a text is no sign of anything
    ['~14:30 +-3m', at(14, 27), 7 * 60_000],
    ['about 14:30 +- 90 s', at(14, 28, 30), 4 * 60_000],
  ])('%s', (text, from, width) => {
    const [min, max] = interval(text, 0);
    expect(new Date(min).toISOString()).toBe(new Date(from).toISOString());
    expect(max - min + 1).toBe(width);
  });

  it.each([
    ['14:27:61', /seconds run from 0 to 59/],
    ['14:60', /minutes|does not exist/],
    ['25:00', /does not exist|hours/],
    ['@a +1 or 2', /is not a distance/],
    ['@a +3 or 2 min', /first distance is longer/],
    ['14:30 to 14:20', /earlier than the first/],
    ['14:30 to v 3:15', /same clock/],
  ])('%s is refused', (text, why) => {
    const p = parseTime(text);
    expect(p.ok).toBe(false);
    if (!p.ok) expect(p.why).toMatch(why);
  });

  it.each([
    ['@a +1 or 2 min', 60_000, 179_999],
    ['@a +1..2 min', 60_000, 120_000],
    ['@a +90s', 90_000, 90_999],
    ['@a -30 s', -30_999, -30_000],
  ])('%s', (text, min, max) => {
    const p = parseTime(text);
    if (!p.ok || p.written.form !== 'tied' || !p.written.span) throw new Error('not tied');
    const b = spanBounds(p.written.span, 0);
    expect([b.min, b.max]).toEqual([min, max]);
  });

  it('reads dates in the order that the file has, and asks where two are possible', () => {
    expect(readDate('3/14/2024', null)).toEqual({ ok: true, date: DAY });
    expect(readDate('14/3/2024', null)).toEqual({ ok: true, date: DAY });
    expect(readDate('03/04/2024', 'mdy')).toEqual({ ok: true, date: '2024-03-04' });
    expect(readDate('03/04/2024', 'dmy')).toEqual({ ok: true, date: '2024-04-03' });
    expect(readDate('3/3/24', null)).toEqual({ ok: true, date: '2024-03-03' });
    expect(readDate('12.11.2024', 'dmy')).toEqual({ ok: true, date: '2024-11-12' });
    expect(readDate('12/12/2024', null)).toEqual({ ok: true, date: '2024-12-12' });
    expect(readDate('03/04/2024', null)).toMatchObject({ ok: false });
    expect(readDate('02/30/2024', 'mdy')).toMatchObject({ ok: false });
    expect(readDate('the ides of March', null)).toMatchObject({ ok: false });
  });
});

describe('what can mean two things', () => {
  it('is asked, and each choice is a text the grammar takes', () => {
    const date = readDate('03/04/2024', null);
    expect(date.ok ? [] : date.asks.map((c) => c.text)).toEqual(['2024-03-04', '2024-04-03']);
    const range = parseTime('04:27-05:00');
    if (range.ok) throw new Error('04:27-05:00 was guessed');
    expect(range.asks.map((c) => c.text)).toEqual(['between 04:27 and 05:00', '04:27 -05:00']);
    for (const c of range.asks) expect(parseTime(c.text).ok).toBe(true);
    const refused = parseTime('early in the morning');
    expect(refused.ok ? null : refused.asks).toEqual([]);
  });
  it.each([
    ['half past two', ['02:30', '14:30']],
    ['quarter to three', ['02:45', '14:45']],
    ['ten past two', ['02:10', '14:10']],
    ['about two thirty', ['~02:30', '~14:30']],
    ['half past twelve', ['00:30', '12:30']],
    ['14-27-05', ['14:27:05']],
    ['2 mins after stop', ['@stop +2m']],
    ['5 minutes before the warning', ['@warning -5m']],
  ])('%s is asked, and never taken for one of them', (text, means) => {
    const p = parseTime(text, 'mdy');
    if (p.ok) throw new Error(`${text} was guessed`);
    expect(p.asks.map((c) => c.text)).toEqual(means);
    for (const c of p.asks) expect(parseTime(c.text, 'mdy').ok).toBe(true);
  });
  it.each([
    ['02-31-24', /does not exist/],
    ['14-12-05', /does not exist/],
    ['0.6', /as spreadsheets count days: write the time of day/],
    ['.6', /as spreadsheets count days/],
    ['ten to three', /not a time/],
  ])('%s is refused, with the true reason', (text, why) => {
    const p = parseTime(text, 'mdy');
    expect(p.ok ? [] : p.asks).toEqual([]);
    expect(p.ok ? '' : p.why).toMatch(why);
  });
  it('what counts from a word that names no row is refused, and says what to write', () => {
    const p = parseTime('2 mins after stop', 'mdy', { isRow: (id) => id === 'x' });
    expect(p.ok ? '' : p.why).toMatch(/“stop” is no time and no row: write @/);
    expect(p.ok ? [] : p.asks).toEqual([]);
  });
});
