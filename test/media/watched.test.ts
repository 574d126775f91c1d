import fc from 'fast-check';
import { expect, it } from 'vitest';
import { heardIn } from '../../src/media/sound';
import { Gatherer, joined, watchedLength } from '../../src/media/watched';
import { undoState } from '../../src/record/history';

it('stretches are joined in whatever order they come, and nothing watched is lost or counted twice', () => {
  const stretch = fc
    .tuple(fc.nat(100_000), fc.integer({ min: 1, max: 20_000 }))
    .map(([min, long]) => ({ min, max: min + long }));
  fc.assert(
    fc.property(fc.array(stretch, { minLength: 1, maxLength: 12 }), (all) => {
      const one = joined(all);
      expect(joined([...all].reverse())).toEqual(one);
      expect(joined([...one, ...all])).toEqual(one);
      for (const s of all) expect(one.some((x) => x.min <= s.min && s.max <= x.max)).toBe(true);
      for (let i = 1; i < one.length; i++) expect(one[i]?.min).toBeGreaterThan(one[i - 1]?.max as number);
      expect(watchedLength(all)).toBe(one.reduce((n, s) => n + s.max - s.min, 0));
    }),
  );
});

it('what plays forwards is watched; a jump, a step, playing backwards or at eight times are not', () => {
  const g = new Gatherer();
  for (const ms of [1000, 1040, 1080]) g.see(ms, true, 1);
  g.see(60_000, true, 1); // jumped while it plays
  for (const ms of [60_040, 60_080]) g.see(ms, true, 2);
  g.see(60_080, false, 1); // paused
  g.see(90_000, false, 1);
  g.see(89_960, false, 1);
  for (const ms of [80_000, 79_000, 78_000]) g.see(ms, true, 1);
  for (const ms of [10_000, 10_300, 10_600]) g.see(ms, true, 8);
  expect(g.take()).toEqual([
    { min: 1000, max: 1080 },
    { min: 60_000, max: 60_080 },
  ]);
  expect(g.take()).toEqual([]);
});

it('what was watched is no step that undo turns back', () => {
  const entries = (['do', 'do', 'aside', 'aside'] as const).map((kind, i) => ({
    seq: i + 1,
    kind,
    of: null,
  }));
  expect(undoState(entries)).toEqual({ undo: 2, redo: null });
  expect(
    undoState([...entries, { seq: 5, kind: 'undo', of: 2 }, { seq: 6, kind: 'aside', of: null }]),
  ).toEqual({
    undo: 1,
    redo: 2,
  });
});

it('what is heard above the ground noise is told from what is not', () => {
  const peaks = Uint8Array.from({ length: 6000 }, (_, i) =>
    i >= 2000 && i < 2600 ? 90 : i === 4000 ? 90 : 6 + (i % 3),
  );
  expect(heardIn({ peaks, rate: 100, heard: 60 })).toEqual([{ from: 20_000, to: 26_000 }]);
  expect(heardIn({ peaks: new Uint8Array(100), rate: 100, heard: 1 })).toEqual([]);
});
