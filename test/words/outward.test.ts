import fc from 'fast-check';
import { expect, it } from 'vitest';
import { clockSays } from '../../src/drawing/lanes/kinds/sources';
import type { CaseRecord } from '../../src/record/record';
import { printApart, printAtLeast, printAtMost, printBounds, printUpTo } from '../../src/time/duration';
import { lengthSays } from '../../src/words/claim';
import { type Placed, widthText } from '../../src/words/moment';
import { offsetSays } from '../../src/words/reason';
import { record } from '../make';

/** The length that words say, ms, and the unit that it is said in. */
function length(text: string): { ms: number; unit: number } {
  const UNITS: Record<string, number> = { d: 86_400_000, h: 3_600_000, min: 60_000, s: 1000, ms: 1 };
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?) (d|h|min|ms|s)\b/g)];
  if (parts.length === 0) throw new Error(`no length in ${text}`);
  return {
    ms: parts.reduce((sum, [, n, unit]) => sum + Number(n) * (UNITS[unit as string] as number), 0),
    unit: UNITS[parts.at(-1)?.[2] as string] as number,
  };
}

/** Lengths from a ms to weeks, to the thousandth of a ms now and then; each size about as often as another. */
const lengths = fc
  .record({
    ms: fc.oneof(
      fc.nat(2000),
      fc.nat(120_000),
      fc.nat(7_200_000),
      fc.nat(400_000_000),
      fc.nat(2_000_000_000),
    ),
    part: fc.constantFrom(0, 0, 0.001, 0.5),
  })
  .map(({ ms, part }) => ms + part + 1);

/** What is counted from second to second as written (`SECONDS` says so beside it) may lie within a second of its bound. */
const COUNTED = 1000;

it('a most is never too little and a least never too much, whatever unit it is said in', () => {
  fc.assert(
    fc.property(lengths, (ms) => {
      const up = length(printUpTo(ms));
      expect(up.ms).toBeGreaterThanOrEqual(ms);
      expect(up.ms - ms).toBeLessThan(
        Math.max(up.unit, 1000) * (up.unit === 1000 && ms > 3_540_000 ? 60 : 1),
      );
      const [most, least] = [printAtMost(ms), printAtLeast(ms)];
      const countedMost = (ms + 1) % 1000 === 0 && (ms + 1) % 60_000 !== 0 && ms < 3_600_000;
      const countedLeast = (ms - 1) % 1000 === 0 && (ms - 1) % 60_000 !== 0 && ms < 3_600_000;
      expect(length(most).ms).toBeGreaterThanOrEqual(ms - (countedMost ? COUNTED : 0));
      expect(length(least).ms).toBeLessThanOrEqual(ms + (countedLeast ? COUNTED : 0));
    }),
    { numRuns: 3000 },
  );
});

it('bounds of a length, an order and a width leave out nothing that they allow', () => {
  const at = (of: CaseRecord, width: number): Placed => ({
    record: of,
    analysis: {
      positions: {
        min: [0],
        max: [width],
        at: [0],
        untied: [0],
      } as unknown as Placed['analysis']['positions'],
    },
  });
  const one = record({
    clocks: [{ id: 'A' }],
    events: [{ id: 'e', ref: 'e', clockId: 'A', start: '14:00' }],
  });
  const clock = one.clocks[0];
  if (!clock) throw new Error('no clock');
  let [said, tenths] = [0, 0];
  fc.assert(
    fc.property(lengths, lengths, fc.boolean(), (a, b, first) => {
      const before = { min: -a, max: first ? b : -Math.min(a, 1) };
      const [x = '', y = ''] = printApart(before).split(/ to |, /);
      expect(length(x).ms).toBeGreaterThanOrEqual(first ? a : 0);
      expect(length(y).ms).toBeGreaterThanOrEqual((first ? b : a) - COUNTED);
      const bounds = { min: Math.min(a, b), max: Math.max(a, b) };
      const parts = printBounds(bounds).split(', ');
      expect(length(parts.at(-1) as string).ms).toBeGreaterThanOrEqual(bounds.max - COUNTED);
      if (parts.length === 2 && !parts[1]?.startsWith('or'))
        expect(length(parts[0] as string).ms).toBeLessThanOrEqual(bounds.min + COUNTED);
      const width = widthText(at(one, a), 'e');
      if (width.startsWith('within ') && width !== 'within the minute') {
        expect(length(width).ms).toBeGreaterThanOrEqual(a);
        said++;
      }
      const tied = clockSays({ ...clock, reference: false }, { min: -a / 2, max: a / 2 });
      expect(length(tied).ms).toBeGreaterThanOrEqual(a);
      const order = lengthSays(
        one,
        { id: 'e', edge: 'start' },
        { id: 'e', edge: 'end' },
        before,
        'open',
        null,
      );
      expect(length(/first by ([^,.]*)/.exec(order)?.[1] ?? 'at least 999999 d').ms).toBeGreaterThanOrEqual(
        first ? a : 0,
      );
      const offset = { min: -a, max: first ? b : -Math.min(a, 1), why: 'read' };
      const { says } = offsetSays({ ...one, clocks: [{ ...clock, offset }] }, clock.id);
      const [p, q] = [...says.matchAll(/(\d+(?:\.\d+)?) (?:to|s)\b/g)].map((m) => Number(m[1]) * 1000);
      const [low, high] = first ? [a, b] : [Math.min(a, 1), a];
      expect([says, first ? (p as number) >= low - 1e-6 : (p as number) <= low + 1e-6]).toEqual([says, true]);
      expect([says, (q as number) >= high - 1e-6]).toEqual([says, true]);
      tenths++;
    }),
    { numRuns: 2000 },
  );
  expect([said > 500, tenths]).toEqual([true, 2000]);
});
