import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type At, type Begun, dropSpan, type Ended, pressSpan, releaseSpan } from '../../src/media/spans';
import type { EventKind } from '../../src/record/vocabulary';

const at = (source: string, ms: number): At => ({ source, ms, frame: ms / 40 });
/** What a row of presses leaves: `kind actor source ms`. */
function typed(...presses: readonly [EventKind, string, string, number][]): {
  ended: string[];
  running: string[];
} {
  let running: readonly Begun[] = [];
  const ended: Ended[] = [];
  for (const [kind, actor, source, ms] of presses) {
    const after = pressSpan(running, kind, actor, at(source, ms), ms);
    running = after.running;
    if (after.ended) ended.push(after.ended);
  }
  return {
    ended: ended.map((e) => `${e.kind} ${e.actor} ${e.source} ${e.from.ms}-${e.to.ms}`),
    running: running.map((b) => `${b.kind} ${b.source} ${b.ms}`),
  };
}

it('questions while he writes: two acts at once, each with its own ends', () => {
  expect(
    typed(
      ['writing', 'Ash', 'A', 1000],
      ['off-mission-questions', 'Ash', 'A', 2000],
      ['writing', 'Ash', 'A', 5000],
      ['off-mission-questions', 'Ash', 'A', 8000],
    ),
  ).toEqual({ ended: ['writing Ash A 1000-5000', 'off-mission-questions Ash A 2000-8000'], running: [] });
});

it('a span begun on one camera is never written on another', () => {
  expect(
    typed(['writing', 'Ash', 'A', 1000], ['writing', 'Ash', 'B', 700], ['writing', 'Ash', 'A', 4000]),
  ).toEqual({
    ended: ['writing Ash A 1000-4000'],
    running: ['writing B 700'],
  });
});

it('the same act of two people at once is two spans', () => {
  expect(
    typed(['search', 'Ash', 'A', 0], ['search', 'Cole', 'A', 10], ['search', 'Ash', 'A', 20]).ended,
  ).toEqual(['search Ash A 0-20']);
});

it('a key held ends its own span on its own camera, and only that', () => {
  const { running } = pressSpan([], 'sniff', '', at('A', 100), 0);
  expect(releaseSpan(running, 'sniff', at('A', 900), 100).ended).toBeNull();
  const elsewhere = releaseSpan(running, 'sniff', at('B', 900), 900);
  expect(elsewhere).toEqual({ running: [{ ...running[0], pressed: null }], ended: null });
  // The picture stood still: nothing lasted while the key was down.
  expect(releaseSpan(running, 'sniff', at('A', 100), 900).ended).toBeNull();
  expect(releaseSpan(running, 'sniff', at('A', 900), 900).ended).toMatchObject({
    from: { ms: 100 },
    to: { ms: 900 },
  });
  expect(dropSpan(running, 'B')).toEqual(running);
  expect(dropSpan(running, 'A')).toEqual([]);
});

it('the key that ends one person’s span ends nobody else’s as it comes up', () => {
  let { running } = pressSpan([], 'search', 'Ash', at('A', 0), 0);
  running = releaseSpan(running, 'search', at('A', 40), 90).running;
  running = pressSpan(running, 'search', 'Cole', at('A', 400), 1000).running;
  running = releaseSpan(running, 'search', at('A', 440), 1090).running;
  const after = pressSpan(running, 'search', 'Ash', at('A', 4000), 5000);
  expect(after.ended?.actor).toBe('Ash');
  const up = releaseSpan(after.running, 'search', at('A', 4040), 5090);
  expect([up.ended, up.running.map((b) => b.actor)]).toEqual([null, ['Cole']]);
});

it('whatever is pressed: every span ends where it began, forwards, and none is lost', () => {
  const kinds: EventKind[] = ['writing', 'sniff', 'search'];
  let tried = 0;
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...kinds), fc.constantFrom('A', 'B'), fc.nat(9000)), {
        maxLength: 40,
      }),
      (presses) => {
        let running: readonly Begun[] = [];
        let n = 0;
        for (const [kind, source, ms] of presses) {
          const after = pressSpan(running, kind, '', at(source, ms), 0);
          running = after.running;
          if (!after.ended) continue;
          n++;
          expect(after.ended.from.source).toBe(after.ended.to.source);
          expect(after.ended.from.ms).toBeLessThanOrEqual(after.ended.to.ms);
        }
        expect(2 * n + running.length).toBe(presses.length);
        tried++;
      },
    ),
    { numRuns: 300 },
  );
  expect(tried).toBe(300);
});
