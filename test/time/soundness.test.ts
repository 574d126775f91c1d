import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { solveRecord } from '../../src/time/solver/solve';
import { record } from '../make';

const two = (n: number): string => String(n).padStart(2, '0');
const clockText = (ms: number, seconds: boolean): string =>
  `${two(Math.floor(ms / 3_600_000))}:${two(Math.floor(ms / 60_000) % 60)}${seconds ? `:${two(Math.floor(ms / 1000) % 60)}` : ''}`;

/** A true course of events, then a record written of it: every bound must hold the truth. */
const truth = fc.record({
  offsets: fc.tuple(fc.integer({ min: -120_000, max: 120_000 }), fc.integer({ min: -300_000, max: 300_000 })),
  acts: fc.array(
    fc.record({
      t: fc.integer({ min: 36_000_000, max: 50_000_000 }),
      length: fc.nat(900_000),
      clock: fc.nat(2),
      seconds: fc.boolean(),
      how: fc.nat(4),
      tie: fc.nat(20),
    }),
    { minLength: 2, maxLength: 9 },
  ),
});

describe('soundness', () => {
  it('holds the true course of events within every bound of the record written of it', () => {
    fc.assert(
      fc.property(truth, ({ offsets, acts }) => {
        const ids = ['dispatch', 'cam', 'watch'];
        const off = [0, offsets[0], offsets[1]];
        const events = acts.map((a, i) => {
          const shown = a.t - (off[a.clock] as number);
          const end = a.t + a.length - (off[a.clock] as number);
          const other = a.tie % acts.length;
          const d = a.t - (acts[other]?.t as number);
          const tied =
            i !== other && a.how === 1 ? (d >= 0 ? `after @e${other}` : `before @e${other}`) : null;
          const spaced =
            i !== other && a.how === 2 && d > 0 ? `@e${other} +${Math.floor(d / 60_000)}m` : null;
          return {
            ref: `e${i}`,
            start: tied ?? spaced ?? clockText(shown, a.seconds),
            end: a.how === 3 ? clockText(end, a.seconds) : '',
            kind: 'search' as const,
            clockId: ids[a.clock] as string,
          };
        });
        const solved = solveRecord(
          record({
            clocks: [
              { zone: 'UTC' },
              { id: 'cam', name: 'cam', kind: 'camera', reference: false, zone: 'UTC' },
              { id: 'watch', name: 'watch', kind: 'person', reference: false, zone: 'UTC' },
            ],
            events,
          }),
        );
        expect(solved.contradictions).toEqual([]);
        expect(solved.unplaced).toEqual([]);
        const base = Date.UTC(2024, 2, 14);
        // One `expect` for all pairs: a call each costs more than the solver.
        const missed: object[] = [];
        const hold = (what: string, { min, max }: { min: number; max: number }, truth: number): void => {
          if (!(min <= truth && truth <= max)) missed.push({ what, min, truth, max });
        };
        for (const [i, a] of acts.entries()) {
          hold(`e${i}`, solved.window({ id: `e${i}`, edge: 'start' }), base + a.t);
          for (const [j, b] of acts.entries()) {
            const bounds = solved.bounds({ id: `e${i}`, edge: 'start' }, { id: `e${j}`, edge: 'end' });
            hold(`e${i} to e${j}`, bounds, b.t + (acts[j]?.how === 3 ? b.length : 0) - a.t);
          }
        }
        expect(missed).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });
});
