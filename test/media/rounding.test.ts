import fc from 'fast-check';
import { expect, it } from 'vitest';
import { clockSays } from '../../src/drawing/lanes/kinds/sources';
import { secondsText, tenthsText } from '../../src/media/shown';
import { spanText } from '../../src/words/moment';
import { record } from '../make';

const DAY = 86_400_000;
const NOON = Date.parse('2024-03-14T12:00:00Z');
/** Bounds within a day, to the thousandth of a ms and narrow more often than not. */
const bounds = fc
  .record({
    from: fc.nat(40_000_000),
    part: fc.constantFrom(0, 0.333, 0.5, 0.999),
    wide: fc.oneof(fc.nat(120), fc.nat(2500), fc.nat(3_000_000)),
  })
  .map(({ from, part, wide }) => ({
    min: NOON - 20_000_000 + from + part,
    max: NOON - 20_000_000 + from + part + wide,
  }));

/** The window that a text shows: from its first time to the end of the unit that its last one is written in, ms. */
function shown(text: string): [number, number] {
  const times = [...text.matchAll(/(\d\d):(\d\d)(?::(\d\d)(?:\.(\d))?)?/g)].map((m) => {
    const at = ((Number(m[1]) * 60 + Number(m[2])) * 60 + Number(m[3] ?? 0)) * 1000 + Number(m[4] ?? 0) * 100;
    return { at, unit: m[4] !== undefined ? 100 : m[3] !== undefined ? 1000 : 60_000 };
  });
  const [a, z] = [times[0], times.at(-1)];
  if (!a || !z) throw new Error(`no time in ${text}`);
  return [a.at, z.at + z.unit];
}

it('no window that is shown or printed leaves out what its bounds allow', () => {
  fc.assert(
    fc.property(bounds, ({ min, max }) => {
      const day = Math.floor(min / DAY) * DAY;
      fc.pre(Math.floor(max / DAY) * DAY === day);
      for (const text of [
        tenthsText({ min, max }, 'UTC'),
        secondsText({ min, max }, 'UTC'),
        spanText(min, max, 'UTC'),
      ]) {
        const [from, to] = shown(text);
        expect([text, from <= min - day, max - day <= to]).toEqual([text, true, true]);
        // Nor is it wider than its unit makes it.
        expect(min - day - from).toBeLessThan(1000);
        expect(to - (max - day)).toBeLessThanOrEqual(60_000);
      }
    }),
    { numRuns: 2000 },
  );
});

it('what a lane says of its clock is rounded outward, and tied is tied', () => {
  const [clock] = record({ clocks: [{ id: 'cam', reference: false }] }).clocks;
  if (!clock) throw new Error('no clock');
  expect(clockSays(clock, { min: -20.2, max: 24.3 })).toBe('tied within 45 ms');
  expect(clockSays(clock, { min: 0, max: 61_200 })).toBe('tied within 1 min 02 s');
  expect(clockSays(clock, null)).toBe('no offset known');
  expect(clockSays(clock, { min: Number.NEGATIVE_INFINITY, max: 3 })).toBe('no offset known');
  const offset = (min: number, max: number) =>
    clockSays({ ...clock, offset: { min, max, why: 'read' } }, null);
  expect([offset(9600, 10_400), offset(-10_400, -9600), offset(-400, 400)]).toEqual([
    '9–11 s behind',
    '9–11 s ahead',
    '−1 to +1 s',
  ]);
});
