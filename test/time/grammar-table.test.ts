import { describe, expect, it } from 'vitest';
import { type DateOrder, parseTime, readDate } from '../../src/time/grammar/parse';
import { printWritten } from '../../src/time/grammar/print';
import type { Span, Stamp } from '../../src/time/grammar/written';

/** What was understood, in one line: `14:27:00/60000` is a time of day and its precision in ms; `!` is a refusal. */
function understood(text: string, order: DateOrder = null): string {
  const p = parseTime(text, order);
  if (!p.ok) return `! ${p.why}`;
  const w = p.written;
  switch (w.form) {
    case 'reading':
      return `${w.about ? '~' : ''}${stamp(w.from)}${w.to ? ` to ${stamp(w.to)}` : ''}${w.tolerance === null ? '' : ` +-${w.tolerance}`}`;
    case 'open':
      return `${w.side} ${stamp(w.stamp)}`;
    case 'ordered':
      return `${w.side} @${w.ref}.${w.edge}`;
    case 'tied':
      return `@${w.ref}.${w.edge}${w.span ? ` ${span(w.span)}` : ''}`;
    case 'after-previous':
      return `then ${span(w.span)}`;
    case 'several':
      return printWritten(w);
  }
}

function stamp(s: Stamp): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  const t = s.ms / 1000;
  const clock = `${two(Math.floor(t / 3600))}:${two(Math.floor(t / 60) % 60)}:${two(Number((t % 60).toFixed(3)))}/${s.precision}`;
  return s.clock === 'media' ? `v ${clock}` : `${s.date ? `${s.date} ` : ''}${clock}${s.zone ?? ''}`;
}

const span = (s: Span): string => `${s.sign < 0 ? '-' : '+'}${s.from}..${s.to} by ${s.unit} ${s.style}`;

describe('the grammar, line by line', () => {
  it.each([
    // Tolerances, and blanks wherever people put them.
    ['14:27 + / - 30s', '~14:27:00/60000 +-30000'],
    ['14:27 +/ -30s', '~14:27:00/60000 +-30000'],
    ['14:27 +-  30s', '~14:27:00/60000 +-30000'],
    ['at 14:27', '14:27:00/60000'],
    ['about14:27', '~14:27:00/60000'],
    ['~ 14:27', '~14:27:00/60000'],
    ['between  14:20   and   14:30', '14:20:00/60000 to 14:30:00/60000'],
    ['from 14:20  to  14:30', '14:20:00/60000 to 14:30:00/60000'],
    // One side only.
    ['since 14:05', 'after 14:05:00/60000'],
    ['no earlier than 14:05', 'after 14:05:00/60000'],
    ['at or after 14:05', 'after 14:05:00/60000'],
    ['after  14:05', 'after 14:05:00/60000'],
    ['by 14:05', 'by 14:05:00/60000'],
    ['no later than 14:05', 'by 14:05:00/60000'],
    ['before 14:05', 'before 14:05:00/60000'],
    ['after @a', 'after @a.start'],
    ['before @b.end', 'before @b.end'],
    ['no later than @b', 'before @b.start'],
    // Distances.
    ['@a + 45s', '@a.start +45000..45000 by 1000 exact'],
    ['@a -9m', '@a.start -540000..540000 by 60000 exact'],
    ['@a', '@a.start'],
    ['+ 7 or 8 min', 'then +420000..480000 by 60000 or'],
    ['+1.5 or 2 s', 'then +1500..2000 by 1000 or'],
    ['+10 or 12 min', 'then +600000..720000 by 60000 or'],
    ['+8 or 8 min', 'then +480000..480000 by 60000 or'],
    ['+7.25 to 8.5 s', 'then +7250..8500 by 100 or'],
    ['+4m45s..5m15s', 'then +285000..315000 by 1000 between'],
    ['+1 h 5 m', 'then +3900000..3900000 by 60000 exact'],
    // Ranges, and zones that look like them.
    ['14:20-14:20', '14:20:00/60000 to 14:20:00/60000'],
    ['v 3:15-3:20', 'v 00:03:15/1000 to v 00:03:20/1000'],
    ['2024-03-14 14:27-14:27', '2024-03-14 14:27:00/60000 to 2024-03-14 14:27:00/60000'],
    ['2024-03-14 14:27-14:40', '2024-03-14 14:27:00/60000 to 2024-03-14 14:40:00/60000'],
    ['2024-03-14 14:27-05:00', '2024-03-14 14:27:00/60000-05:00'],
    ['2024-03-14 05:00-05:00', '2024-03-14 05:00:00/60000-05:00'],
    ['14:27:05-05:00', '14:27:05/1000-05:00'],
    ['14:27:05.5-05:00', '14:27:5.5/100-05:00'],
    ['14:27:05.25-05:00', '14:27:5.25/10-05:00'],
    ['14:27-05:00', '14:27:00/60000-05:00'],
    ['05:00-05:00', '05:00:00/60000-05:00'],
    ['14:27-09:30', '14:27:00/60000-09:30'],
    ['08:00-13:00', '08:00:00/60000 to 13:00:00/60000'],
    ['01:00-05:30', '01:00:00/60000 to 05:30:00/60000'],
    ['01:00-01:30', '01:00:00/60000 to 01:30:00/60000'],
    ['14:27:05.5-14:27:06.5', '14:27:5.5/100 to 14:27:6.5/100'],
    ['1420-1430', '14:20:00/60000 to 14:30:00/60000'],
    ['1420-1430 hours', '14:20:00/60000 to 14:30:00/60000'],
    // am and pm, written once for both where only one reading is in order.
    ['2:20-2:30 pm', '14:20:00/60000 to 14:30:00/60000'],
    ['2:20-2:30pm', '14:20:00/60000 to 14:30:00/60000'],
    ['2:20-2:30p.m.', '14:20:00/60000 to 14:30:00/60000'],
    ['2-3 pm', '14:00:00/60000 to 15:00:00/60000'],
    ['10-11 am', '10:00:00/60000 to 11:00:00/60000'],
    ['11:50-12:10 pm', '11:50:00/60000 to 12:10:00/60000'],
    ['11:50 am to 12:10 pm', '11:50:00/60000 to 12:10:00/60000'],
    ['1:05:10 to 1:06:20 p.m.', '13:05:10/1000 to 13:06:20/1000'],
    // A day or a zone written once.
    ['between 14:20Z and 14:30', '14:20:00/60000Z to 14:30:00/60000Z'],
    ['between 14:20 and 14:30Z', '14:20:00/60000Z to 14:30:00/60000Z'],
    ['between 2024-03-14 14:20Z and 14:30', '2024-03-14 14:20:00/60000Z to 2024-03-14 14:30:00/60000Z'],
    [
      'between 2024-03-14 23:50Z and 2024-03-15 0:10',
      '2024-03-14 23:50:00/60000Z to 2024-03-15 00:10:00/60000Z',
    ],
    ['2024-03-14 14:20 to 14:30z', '2024-03-14 14:20:00/60000Z to 2024-03-14 14:30:00/60000Z'],
    ['2024-03-14 23:50 to 2024-03-15 0:10z', '2024-03-14 23:50:00/60000Z to 2024-03-15 00:10:00/60000Z'],
    ['2024-03-14 14:20 to 14:30', '2024-03-14 14:20:00/60000 to 2024-03-14 14:30:00/60000'],
    ['2024-03-14 14:20 to 2024-03-15 00:10', '2024-03-14 14:20:00/60000 to 2024-03-15 00:10:00/60000'],
    ['14:20-05:00 to 21:30+01:00', '14:20:00/60000-05:00 to 21:30:00/60000+01:00'],
    ['14:27 +05:45', '14:27:00/60000+05:45'],
    ['14:27 +05:59', '14:27:00/60000+05:59'],
    ['14:27 +14:00', '14:27:00/60000+14:00'],
    ['14:27 -12:00', '14:27:00/60000-12:00'],
    ['14:27 utc', '14:27:00/60000Z'],
    ['2024-03-14t14:27:05z', '2024-03-14 14:27:05/1000Z'],
    ['2024-03-14, 14:27', '2024-03-14 14:27:00/60000'],
    ['2024-3-4 9:00', '2024-03-04 09:00:00/60000'],
    ['12/12/2024 9:00', '2024-12-12 09:00:00/60000'],
    ['13/12/2024 9:00', '2024-12-13 09:00:00/60000'],
    ['12/13/2024 9:00', '2024-12-13 09:00:00/60000'],
    ['14:27:05,250', '14:27:5.25/1'],
    // Counters of recordings.
    ['v 1:03:15.25', 'v 01:03:15.25/10'],
    ['v 61:05', 'v 01:01:05/1000'],
    ['v1:05', 'v 00:01:05/1000'],
    ['V 3:15', 'v 00:03:15/1000'],
    ['v 1:39-56', 'v 00:01:39/1000 to v 00:01:56/1000'],
    ['1:39 into the video', 'v 00:01:39/1000'],
    // What was refused, and everybody understands.
    ['+2.5 m', 'then +150000..150000 by 6000 exact'],
    ['1427-30', '14:27:00/60000 to 14:30:00/60000'],
    ['230 or 330 pm', '14:30:00/60000 to 15:30:00/60000'],
    ['24:00', '24:00:00/60000'],
    ['14:27:05.1234', '14:27:5.123/1'],
    ['1427:05', '14:27:05/1000'],
    ['noon', '12:00:00/60000'],
    ['14:27 CST', '14:27:00/60000CST'],
    ['14:27:05-0500', '14:27:05/1000-05:00'],
  ])('%s', (text, expected) => {
    expect(understood(text)).toBe(expected);
  });

  it.each([
    ['x from 14:20 to 14:30', /“x from 14:20” is not a time/],
    ['after @a.start x', /does not name a row: write @id, @id.start or @id.end/],
    ['@a x+5s', /after @a write a distance/],
    ['@', /does not name a row/],
    ['+12m or 8m', /the first distance is longer than the second/],
    ['+7x or 8 min', /“7x” is not a distance/],
    ['+5 m 1 h', /names its units out of order/],
    ['v 3:15-v 3:10', /the second time is earlier/],
    ['v 3:15 to 2024-03-14 14:20', /same clock/],
    ['2024-03-14 04:27-05:00', /can be read as a range or as a time with its zone/],
    ['04:27-05:00', /write “between 04:27 and 05:00”, or the zone apart: “04:27 -05:00”/],
    ['08:00-12:00', /can be read as a range/],
    ['01:00-02:30', /can be read as a range/],
    ['01:00-03:30', /can be read as a range/],
    ['01:00-04:30', /can be read as a range/],
    ['01:00-09:30', /can be read as a range/],
    ['11:50-12:10 am', /the second time is earlier/],
    ['14:20-05:00 to 14:30+01:00', /the second time is earlier/],
    ['14:27 +14:30', /offsets run from -12:00 to \+14:00/],
    ['14:27 +05:60', /offsets run from/],
    ['14:27 -12:30', /the second time is earlier/],
    ['14:27 -13:00', /the second time is earlier/],
    ['14 hours', /can mean the minute, or the hour/],
    ['2 h pm', /can mean the minute, or the hour/],
    ['0 pm', /no hour of a twelve-hour clock/],
    ['13 pm', /no hour of a twelve-hour clock/],
    ['23:60', /minutes run from 0 to 59/],
    ['23:59:60', /seconds run from 0 to 59/],
    ['v 1:61:05', /no media time/],
    ['v 1:60', /no media time/],
    ['v', /not a media time/],
    ['3/4/2024 9:00', /can be read in two orders/],
    ['12/1/2024 9:00', /can be read in two orders/],
    ['1/12/2024 9:00', /can be read in two orders/],
    ['2024-02-30 9:00', /does not exist/],
    ['2024-13-01 9:00', /does not exist/],
    ['2023-02-29 9:00', /does not exist/],
    ['9:5', /one figure for its minutes/],
    ['14:27 x', /not a time this app knows/],
    ['', /^! no time is written here$/],
    ['a'.repeat(201), /^! this is too long to be a time$/],
  ])('refuses %s', (text, why) => {
    expect(understood(text)).toMatch(/^! /);
    expect(understood(text)).toMatch(why);
  });

  it('takes the order of month and day that it is told', () => {
    expect(understood('3/4/2024 9:00', 'mdy')).toBe('2024-03-04 09:00:00/60000');
    expect(understood('3/4/2024 9:00', 'dmy')).toBe('2024-04-03 09:00:00/60000');
    expect(understood('31/4/2024 9:00', 'dmy')).toBe('! the date 31/4/2024 does not exist');
    expect(understood('13/4/2024 9:00', 'mdy')).toBe('! the date 13/4/2024 does not exist');
    expect(readDate('3/4/24', 'mdy')).toEqual({ ok: true, date: '2024-03-04' });
    expect(readDate(' 2024-03-14 ', null)).toEqual({ ok: true, date: '2024-03-14' });
    for (const bad of ['x2024-03-14', '2024-03-14x', '3/4/024', 'x3/4/24'])
      expect(readDate(bad, 'mdy')).toMatchObject({ ok: false });
  });
});
