import fc from 'fast-check';
import { expect, it } from 'vitest';
import { calibrations } from '../../src/media/overlay';
import { dayDoubt, jumpByOverlay, twiceRead } from '../../src/media/overlay-day';
import { outward, secondsText, tenthsText } from '../../src/media/shown';
import { isTwice } from '../../src/time/grammar/zones';
import { spanText } from '../../src/words/moment';
import { record } from '../make';

const HOUR = 3_600_000;
const tied = (dateA: string) =>
  record({
    clocks: [{ id: 'cam', name: 'camera', kind: 'camera', zone: 'UTC' }],
    sources: [{ id: 'A', kind: 'camera' }],
    events: [
      { ref: 'rec', kind: 'recording', clockId: 'cam', sourceId: 'A', date: '2024-03-14', start: 'v 0:00' },
    ],
    syncPoints: [
      {
        id: 'p',
        caseId: 'c',
        what: 'overlay',
        page: '',
        clockA: 'cam',
        dateA,
        readingA: '23:50:00',
        clockB: 'cam',
        dateB: '2024-03-14',
        readingB: 'v 0:00',
        sourceId: 'A',
      },
    ],
  });
const r = tied('2024-03-14');
const list = calibrations(r, 'A', 'cam');
const doubt = (text: string, date: string, ms: number, known = list) =>
  dayDoubt(r, known, { text, date, ms }, 'UTC', '2024-03-14');

it('an overlay past midnight is of the next day: the day before it is doubted, and the right one offered', () => {
  expect(list).toHaveLength(1);
  expect(doubt('00:10:00', '2024-03-14', HOUR / 3)).toMatchObject({ day: '2024-03-15', sure: true });
  expect(doubt('00:10:00', '2024-03-15', HOUR / 3)).toBeNull();
  expect(doubt('23:55:00', '2024-03-14', HOUR / 12)).toBeNull();
  // Nothing read yet: only the day it begins speaks.
  expect(doubt('00:10:00', '2024-03-14', HOUR / 3, [])).toMatchObject({ day: '2024-03-15', sure: false });
  expect(doubt('00:10:00', '2024-03-15', HOUR / 3, [])).toBeNull();
});

it('a jump by the overlay goes past midnight, and says so where the recording does not reach', () => {
  const jump = (text: string): number | string => jumpByOverlay(r, list, text, '2024-03-14', 'UTC', HOUR);
  expect(jump('23:55:00')).toBe(HOUR / 12);
  expect(jump('00:10:00')).toBe(HOUR / 3);
  expect(jump('2024-03-15 00:10:00')).toBe(HOUR / 3);
  expect(jump('12:00:00')).toMatch(/begins after|ends before/);
  expect(jumpByOverlay(r, [], '00:10:00', '2024-03-14', 'UTC', HOUR)).toMatch(/not been read/);
});

it('no window that is shown leaves out a time that its bounds allow', () => {
  let tried = 0;
  const base = Date.UTC(2024, 2, 14, 14);
  const time = (text: string): number => {
    const [h = 0, m = 0, s = 0] = text.split(':').map(Number);
    return Date.UTC(2024, 2, 14, h, m) + Math.round(s * 1000);
  };
  fc.assert(
    fc.property(fc.integer({ min: 0, max: HOUR }), fc.integer({ min: 0, max: 5000 }), (from, wide) => {
      const at = { min: base + from, max: base + from + wide };
      const [a, b = a] = tenthsText(at, 'UTC').split(' – ') as [string, string?];
      expect(time(a)).toBeLessThanOrEqual(at.min);
      expect(time(b)).toBeGreaterThanOrEqual(at.max);
      const [c, d = c] = secondsText(at, 'UTC').split(' – ') as [string, string?];
      expect(time(c)).toBeLessThanOrEqual(at.min);
      // A second on an overlay is shown until the next.
      expect(time(d) + 1000).toBeGreaterThan(at.max);
      expect(outward(at, 1000).max % 1000).toBe(0);
      tried++;
    }),
    { numRuns: 500 },
  );
  expect(tried).toBe(500);
  expect(tenthsText({ min: base + 9973, max: base + 9973 }, 'UTC')).toBe('14:00:09.9 – 14:00:10.0');
  expect(secondsText({ min: base + 20_990, max: base + 21_010 }, 'UTC')).toBe('14:00:20 – 14:00:21');
  expect(secondsText({ min: base + 21_600, max: base + 21_640 }, 'UTC')).toBe('14:00:21');
});

/** A recording of two hours in Chicago, in the night in which 1:00 to 2:00 comes twice. */
function putBack(...read: readonly (readonly [overlay: string, counter: string])[]) {
  const base = tied('2024-11-03');
  const one = base.syncPoints[0] as (typeof base.syncPoints)[number];
  const of = {
    ...base,
    clocks: base.clocks.map((c) => ({ ...c, zone: 'America/Chicago' })),
    syncPoints: read.map(([readingA, readingB], k) => ({
      ...one,
      id: `p${k}`,
      readingA,
      dateB: '2024-11-03',
      readingB,
    })),
  };
  return { of, list: calibrations(of, 'A', 'cam') };
}

it('of an hour that comes twice a jump asks which, where the recording shows both', () => {
  const { of, list } = putBack(['00:50:00', 'v 0:00']);
  const jump = (text: string) => jumpByOverlay(of, list, text, '2024-11-03', 'America/Chicago', 2 * HOUR);
  expect(jump('01:30:00')).toMatch(/twice.*01:30:00 CDT at 40:00.*01:30:00 CST at 1:40:00/);
  expect(Math.abs(Number(jump('01:30:00 CST')) - (100 / 60) * HOUR)).toBeLessThan(1000);
  expect(Math.abs(Number(jump('01:30:00 CDT')) - (40 / 60) * HOUR)).toBeLessThan(1000);
  // Shown once, it is that one, be it the second.
  const late = putBack(['01:20:00 CST', 'v 0:00']);
  const there = jumpByOverlay(late.of, late.list, '01:30:00', '2024-11-03', 'America/Chicago', HOUR);
  expect(Math.abs(Number(there) - HOUR / 6)).toBeLessThan(1000);
});

it('read in an hour that comes twice, the overlay is asked which, or told by what was read elsewhere', () => {
  const ask = ({ of, list }: ReturnType<typeof putBack>, ms: number) =>
    twiceRead(of, list, { text: '01:30:00', date: '2024-11-03', ms }, 'America/Chicago');
  expect(ask(putBack(), 0)?.ways).toEqual(['01:30:00 CDT', '01:30:00 CST']);
  expect(ask(putBack(['00:50:00', 'v 0:00']), (100 / 60) * HOUR)).toMatchObject({
    says: expect.stringMatching(/it is 01:30:00 CST/),
    ways: [],
  });
  expect(ask(putBack(['00:50:00', 'v 0:00']), (40 / 60) * HOUR)?.says).toMatch(/it is 01:30:00 CDT/);
  // What was read elsewhere may be either hour itself: it is asked.
  expect(ask(putBack(['01:20:00', 'v 0:00']), HOUR / 6)?.ways).toHaveLength(2);
  // Neither fits what was read elsewhere: it is asked.
  expect(ask(putBack(['00:50:00', 'v 0:00']), HOUR)?.ways).toHaveLength(2);
  const { of, list } = putBack();
  for (const text of ['00:30:00', '02:30:00', '01:30:00 CST'])
    expect(twiceRead(of, list, { text, date: '2024-11-03', ms: 0 }, 'America/Chicago')).toBeNull();
});

it('a time of an hour that comes twice says which it is, and a stretch of both is not shown as a second', () => {
  const at = Date.parse('2024-11-03T06:30:00Z');
  const zone = 'America/Chicago';
  expect(tenthsText({ min: at, max: at + HOUR + 999 }, zone)).toBe('01:30:00.0 CDT – 01:30:01.0 CST');
  expect(secondsText({ min: at, max: at + HOUR }, zone)).toBe('01:30:00 CDT – 01:30:00 CST');
  expect(spanText(at, at + HOUR, zone)).toBe('01:30:00 CDT–01:30:00 CST');
  expect(spanText(at, at + 59_999, zone)).toBe('01:30 CDT');
  expect(tenthsText({ min: at - HOUR, max: at - HOUR }, zone)).toBe('00:30:00.0');
  expect(tenthsText({ min: at + 2 * HOUR, max: at + 2 * HOUR }, zone)).toBe('02:30:00.0');
  const spring = Date.parse('2024-03-10T08:00:00Z');
  for (const t of [spring - HOUR, spring - 1, spring, spring + HOUR]) expect(isTwice(t, zone)).toBe(false);
});
