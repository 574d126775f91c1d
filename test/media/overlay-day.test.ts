import fc from 'fast-check';
import { expect, it } from 'vitest';
import { calibrations } from '../../src/media/overlay';
import { dayDoubt, jumpByOverlay } from '../../src/media/overlay-day';
import { outward, secondsText, tenthsText } from '../../src/media/shown';
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
