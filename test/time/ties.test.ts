import { expect, it } from 'vitest';
import { analyze } from '../../src/analysis/analyze';
import { mediaText } from '../../src/media/marks';
import { aheadAt, tiesAside } from '../../src/places/footage/in-step';
import type { SyncPoint } from '../../src/record/event';
import { printMiss } from '../../src/time/duration';
import { record } from '../make';

const cameras = ['a', 'b', 'c', 'd'] as const;
/** True places of the four counters' 0:00, s. */
const zero = { a: 0, b: 10, c: 23, d: 31 } as const;

/** A tie at 1:40 of the first; `off` is by how much it is wrong, s. */
const tie = (
  x: (typeof cameras)[number],
  y: (typeof cameras)[number],
  by: SyncPoint['by'],
  off = 0,
): SyncPoint => ({
  id: `${x}${y}${by}${off}`,
  caseId: 'c',
  what: 'seen',
  ...(by ? { by } : {}),
  clockA: 'dispatch',
  dateA: '2024-03-14',
  readingA: 'v 1:40.000',
  clockB: 'dispatch',
  dateB: '2024-03-14',
  readingB: `~${mediaText(1000 * (100 + zero[x] - zero[y] + off))} +-0.040s`,
  sourceId: x,
  sourceB: y,
  page: '',
});

const solved = (...ties: SyncPoint[]) => {
  const r = record({
    sources: cameras.map((id) => ({ id, name: id, kind: 'camera' as const })),
    events: cameras.map((id) => ({
      ref: `r${id}`,
      kind: 'recording' as const,
      sourceId: id,
      start: 'v 0:00',
      end: 'v 5:00',
    })),
    syncPoints: ties,
  });
  const analysis = analyze(r);
  return { r, analysis, aside: [...tiesAside(analysis.contradictions)].sort() };
};

it('sound outranks the eye, whichever was made first: what was seen is set aside and steers nothing', () => {
  for (const order of [0, 1]) {
    const ties = [tie('a', 'b', 'sound'), tie('a', 'b', 'eye', 1)];
    const { r, analysis, aside } = solved(...(order ? ties.reverse() : ties));
    expect(aside).toEqual(['abeye1']);
    expect(aheadAt(r, analysis.counters, 'a', 'b', 100_000, tiesAside(analysis.contradictions))).toBeCloseTo(
      -10_000,
      6,
    );
  }
});

it('of four cameras in a cycle with one wrong tie, that one alone is set aside where the others bear it out', () => {
  const right = [
    tie('a', 'b', 'sound'),
    tie('b', 'c', 'sound'),
    tie('c', 'd', 'sound'),
    tie('a', 'd', 'sound'),
  ];
  expect(solved(...right).aside).toEqual([]);
  // Four round the square, and a wrong one across: without it all the rest hold, without any other they do not.
  const wrong = tie('a', 'c', 'sound', 3);
  for (let at = 0; at <= right.length; at++) {
    const ties = [...right.slice(0, at), wrong, ...right.slice(at)];
    expect(solved(...ties).aside).toEqual([wrong.id]);
  }
});

it('how far they miss is in ms where it is ms', () => {
  expect([printMiss(45), printMiss(999.6), printMiss(4000)]).toEqual([
    'at least 45 ms',
    'at least 999 ms',
    'at least 4 s',
  ]);
  const { analysis } = solved(tie('a', 'b', 'sound'), tie('a', 'b', 'sound', 0.1));
  expect(analysis.contradictions.map((c) => printMiss(c.by))).toEqual([
    expect.stringMatching(/^at least \d+ ms$/),
  ]);
});
