import { describe, expect, it } from 'vitest';
import { readDate } from '../../src/time/grammar/date';
import { type DateOrder, type Given, parseTime } from '../../src/time/grammar/parse';
import { printWritten } from '../../src/time/grammar/print';

describe('a day by its week', () => {
  it.each([
    ['2020-W53-5', '2021-01-01'],
    ['2020-W53-7', '2021-01-03'],
    ['2024-W01-1', '2024-01-01'],
    ['2024-W52-7', '2024-12-29'],
    ['2026-W53-1', '2026-12-28'],
  ])('%s is %s', (text, date) => {
    expect(readDate(text, null)).toEqual({ ok: true, date });
  });
  it.each(['2024-W53-1', '2025-W53-1', '2021-W53-1', '2020-W54-1', '2024-W00-1'])(
    '%s does not exist: its year has no such week',
    (text) => {
      expect(readDate(text, null)).toMatchObject({
        ok: false,
        why: `the date ${text.toLowerCase()} does not exist`,
      });
    },
  );
});

it('the order of month and day is asked by its first two figures, however many there are', () => {
  for (const text of ['3/4/2024', '03-04-24', '03042024'])
    expect(parseTime(text)).toMatchObject({
      why: `the date ${text} can be read in two orders: say whether month or day comes first`,
      asks: [
        { text: '2024-03-04', says: 'the month comes first' },
        { text: '2024-04-03', says: 'the day comes first' },
      ],
    });
});

it('a length is printed in the unit it was written in, and says no more than it did', () => {
  const lengths =
    '1h 0h 0m 0s 0.0s 0.5h 1.5h 2.25h 2.125h 1.5m 1.25m 1.125m 0.05m 1.5s 1.25s 0.125s 250ms 1 1/2h 1 1/2m 1 1/2s 90s 4m45s 1h5m 1h5s 1m30.5s 61m 31d';
  for (const length of lengths.split(/ (?!1\/2)/)) {
    const read = parseTime(`+${length}`);
    if (!read.ok) throw new Error(`${length}: ${read.why}`);
    expect(parseTime(printWritten(read.written)), length).toEqual(read);
  }
});

it('a range of military time that could be a time with its zone is asked on any day', () => {
  const asked = (text: string, given: Given = {}, order: DateOrder = null): string => {
    const p = parseTime(text, order, given);
    return p.ok ? printWritten(p.written) : p.asks.map((c) => c.text).join(' | ');
  };
  expect(asked('20240314 0600-0600')).toBe(
    'between 2024-03-14 06:00 and 2024-03-15 06:00 | 2024-03-14 06:00 -06:00',
  );
  for (const day of ['20240314', '2024-03-14'])
    expect(asked(`${day} 0427-0500`, { zone: 'America/Chicago' })).toBe('2024-03-14 04:27 -05:00');
});
