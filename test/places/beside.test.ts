import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type FrameTable, frameAt } from '../../src/media/frames';
import { besideSays, type Standing, standingAt } from '../../src/places/footage/in-step';

it('a camera that had not begun, has ended or is not tied is no picture of now, and that is said', () => {
  expect(besideSays(-5000, 4000, 60_000)).toMatch(/^Not recording yet/);
  expect(besideSays(-5000, 5000, 60_000)).toBe('');
  expect(besideSays(0, 60_001, 60_000)).toMatch(/^Its recording has ended/);
  expect(besideSays(null, 0, 60_000)).toMatch(/^Nothing ties it/);
});

it('going from camera to camera and back shows the same frames again, however often', () => {
  const table = (ms: number): FrameTable => {
    const times = Float64Array.from({ length: 4000 }, (_, i) => i * ms);
    return { times, end: 4000 * ms } as unknown as FrameTable;
  };
  const [wide, dash] = [table(1001 / 30), table(40)];
  /** A player that stands at the frame of a moment. */
  const at = (frames: FrameTable, ms: number) => {
    const frame = frameAt(frames, ms);
    return {
      frame,
      going: frames.times[frame] as number,
      isAt: (t: number) => frameAt(frames, t) === frame,
    };
  };
  let moved = 0;
  fc.assert(
    fc.property(
      fc.integer({ min: 400, max: 2000 }),
      fc.double({ min: -9000, max: -100, noNaN: true }),
      (k, by) => {
        const ahead = (ms: number): number => by + ms * 145e-6;
        const back = (ms: number): number => (ms - by) / (1 + 145e-6) - ms;
        let standing: Standing = new Map();
        let first = at(wide, wide.times[k] as number);
        const beside = at(dash, first.going + ahead(first.going)).frame;
        for (let i = 0; i < 3; i++) {
          standing = standingAt(standing, 'wide', first);
          const from = standing.get('wide') as number;
          standing = new Map(standing).set('dash', standing.get('dash') ?? from + ahead(from));
          const second = at(dash, standing.get('dash') as number);
          expect(second.frame).toBe(beside);
          if (at(wide, second.going + back(second.going)).frame !== k) moved++;
          standing = standingAt(standing, 'dash', second);
          expect(standing.get('wide')).toBe(from);
          first = at(wide, standing.get('wide') as number);
          expect(first.frame).toBe(k);
        }
        // A step on is another moment.
        expect([...standingAt(standing, 'wide', at(wide, wide.times[k + 1] as number))]).toEqual([
          ['wide', wide.times[k + 1]],
        ]);
      },
    ),
  );
  // By the beginnings of frames some would have been lost.
  expect(moved).toBeGreaterThan(20);
});
