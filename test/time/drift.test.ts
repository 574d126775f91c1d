import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MomentRef } from '../../src/record/event';
import {
  printAtLeast,
  printAtMost,
  printBounds,
  printLengthOf,
  saysNothing,
  shortLength,
} from '../../src/time/duration';
import { driftOver, shownToDrift } from '../../src/time/solver/drift';
import { reasonKey } from '../../src/time/solver/reason';
import { type Solved, solveRecord } from '../../src/time/solver/solve';
import { record, relation } from '../make';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** A sync point: the reading of a clock (variable `a`) and that of another (`b`), each exact. */
const sync = (a: number, aMs: number, b: number, bMs: number) => ({
  a: { clockVariable: a, min: aMs, max: aMs },
  b: { clockVariable: b, min: bMs, max: bMs },
});
const rates = (clockVariable: number): number => (clockVariable === 0 ? 0 : 100);

describe('a clock that is shown to drift', () => {
  // 44 minutes apart, 400 ms: 152 parts in a million.
  const two = [sync(0, 0, 5, 0), sync(0, 44 * MINUTE, 5, 44 * MINUTE + 400)];
  it('is one whose sync points part by more than is assumed, and by no more than can be', () => {
    expect(shownToDrift(two, rates, 250)).toEqual(new Set([5]));
    expect(shownToDrift([...two].reverse(), rates, 250)).toEqual(new Set([5]));
    expect(
      shownToDrift(
        two.map(({ a, b }) => ({ a: b, b: a })),
        rates,
        250,
      ),
    ).toEqual(new Set([5]));
    // What is assumed of it covers it, or nothing would: a jump is a contradiction and stays one.
    expect(shownToDrift(two, (h) => (h === 0 ? 0 : 152), 250)).toEqual(new Set());
    expect(shownToDrift(two, rates, 150)).toEqual(new Set());
    expect(shownToDrift([sync(0, 0, 5, 0), sync(0, HOUR, 5, HOUR + 5000)], rates, 250)).toEqual(new Set());
  });
  it('is neither, or both, of two clocks that part, where neither is the reference', () => {
    const between = two.map(({ a, b }) => ({ a: { ...a, clockVariable: 4 }, b }));
    expect(shownToDrift(between, rates, 250)).toEqual(new Set());
    expect(shownToDrift(between, () => 50, 250)).toEqual(new Set([4, 5]));
    expect(shownToDrift([sync(5, 0, 5, 0), sync(5, MINUTE, 5, MINUTE + 10)], rates, 250)).toEqual(new Set());
  });
  it('wanders by whole ms, rounded up', () => {
    expect([
      driftOver(1_000_000, 250),
      driftOver(-1_000_000, 250),
      driftOver(1, 250),
      driftOver(0, 250),
    ]).toEqual([250, 250, 1, 0]);
  });
});

describe('one sync point fixes a clock then, and no more', () => {
  const s = (id: string): MomentRef => ({ id, edge: 'start' });
  const at = (kind: 'camera' | 'person', off: readonly string[] = [], rate = {}) => {
    const r = record({
      clocks: [{}, { id: 'cam', name: 'Camera', kind, reference: false }],
      syncPoints: [
        {
          id: 'sp',
          caseId: 'c',
          clockA: 'dispatch',
          dateA: '2024-03-14',
          readingA: '08:00:00',
          clockB: 'cam',
          dateB: '2024-03-14',
          readingB: '08:00:00',
          what: 'radio call',
          sourceId: 'log',
          page: '',
        },
      ],
      events: [
        { ref: 'near', start: '08:30:00', clockId: 'cam' },
        { ref: 'far', start: '20:00:00', clockId: 'cam' },
        { ref: 'next', start: '20:01:00', clockId: 'cam' },
        { ref: 'd', start: '20:00:00' },
      ],
    });
    return solveRecord({
      ...r,
      case: {
        ...r.case,
        policies: { ...r.case.policies, ...rate },
        trust: { ...r.case.trust, off: [...off] },
      },
    });
  };
  const assumedIn = (solved: Solved, a: string, b: string): string[] =>
    solved.proof(s(a), s(b), 'max').flatMap((p) => (p.reason.kind === 'assumption' ? [p.reason.says] : []));
  it('A16: at a distance it is known within the case’s rate, which is an assumption with a name and a switch', () => {
    const solved = at('camera');
    // Twelve hours at 100 parts in a million are 4.32 s; two readings to the second, and theirs of the sync point.
    expect(solved.bounds(s('d'), s('far'))).toEqual({ min: -1998 - 4320 - 1, max: 1998 + 4320 + 1 });
    expect(assumedIn(solved, 'd', 'far')).toEqual(['Camera drifts by no more than 100 parts in a million']);
    expect(at('person').bounds(s('d'), s('far')).max).toBe(1998 + 10_800 + 1);
    expect(at('camera', [], { machineDrift: 30 }).bounds(s('d'), s('far')).max).toBe(1998 + 1296 + 1);
    const [, drift] = solved.assumptions;
    expect(drift?.says).toBe('Camera drifts by no more than 100 parts in a million');
    // Switched off, only the range within which the clock is at any time is left.
    const off = at('camera', [drift?.key ?? '']);
    expect(off.bounds(s('d'), s('far')).max).toBe(999 + 120_000);
    expect(off.assumptions.map((a) => a.on)).toEqual([true, false]);
  });
  it('near at hand its rate is counted, and is no assumption', () => {
    const solved = at('camera');
    expect(assumedIn(solved, 'far', 'next')).toEqual([]);
    expect(solved.bounds(s('far'), s('next'))).toEqual({ min: 59_001 - 6, max: 60_999 + 7 });
    expect(solved.window(s('near')).max - solved.window(s('near')).min).toBe(999 + 1998 + 2 * 180 + 2);
    // Also where the assumption is off: a clock compared with itself is off by nothing but its rate.
    expect(at('camera', ['cam drift']).bounds(s('far'), s('next')).max).toBe(60_999 + 7);
    expect(assumedIn(solved, 'near', 'far')).toEqual([
      'Camera drifts by no more than 100 parts in a million',
    ]);
  });
});

describe('a camera whose clock was set, between the second and the third of its sync points', () => {
  const point = (id: string, dispatch: string, cam: string) => ({
    ...{ id, caseId: 'c', what: 'radio call', sourceId: 'log', page: '' },
    ...{ clockA: 'dispatch', dateA: '2024-03-14', readingA: dispatch },
    ...{ clockB: 'cam', dateB: '2024-03-14', readingB: cam },
  });
  const refs = ['first', 'before', 'a', 'b', 'c', 'after', 'dispatch'] as const;
  const solved = (off: readonly string[]): Solved => {
    const r = record({
      clocks: [{}, { id: 'cam', name: 'Camera', kind: 'camera', reference: false }],
      syncPoints: [
        point('s1', '10:06:00', '10:06:00'),
        point('s2', '10:47:00', '10:47:00'),
        point('s3', '11:15:05', '11:15:00'),
      ],
      events: refs.map((ref, i) => ({
        ref,
        start: ['09:50:00', '10:20:00', '10:50:00', '11:00:00', '11:10:00', '11:16:00', '11:00:02'][
          i
        ] as string,
        clockId: ref === 'dispatch' ? 'dispatch' : 'cam',
      })),
    });
    return solveRecord({ ...r, case: { ...r.case, trust: { ...r.case.trust, off: [...off] } } });
  };
  const s = (id: (typeof refs)[number]): MomentRef => ({ id, edge: 'start' });
  const wide = ({ min, max }: { min: number; max: number }): number => max - min;
  it.each([
    ['the assumption stands, and is set aside', [], 2],
    ['it is switched off', ['cam drift'], 0],
  ])('is known by either side of that alone, and by neither in between, where %s', (_, off, clashes) => {
    const it = solved(off);
    expect(it.contradictions.length).toBe(clashes);
    // Before and after it: a second as read, two of the sync point, and what it may have gained or lost since.
    for (const ref of ['first', 'before'] as const) expect(wide(it.window(s(ref)))).toBeLessThan(3500);
    expect(it.bounds(s('dispatch'), s('after')).min).toBeGreaterThan(16 * MINUTE);
    expect(wide(it.window(s('after')))).toBeLessThan(3500);
    // In between: within the two minutes that any camera may be off, and against one another as the clock shows.
    for (const ref of ['a', 'b', 'c'] as const) expect(wide(it.window(s(ref)))).toBe(240_999);
    expect(it.bounds(s('a'), s('b'))).toEqual({ min: 599_001 - 60, max: 600_999 + 61 });
    for (const a of refs)
      for (const b of refs) {
        const { min, max } = it.bounds(s(a), s(b));
        expect(min, `${a} to ${b}`).toBeLessThanOrEqual(max);
      }
  });
});

describe('what a reading that is set aside would say by its own clock', () => {
  it('is what another entry of that minute says, by the sync point and the drift since', () => {
    const r = record({
      clocks: [{}, { id: 'cam', name: 'Camera', kind: 'camera', reference: false }],
      sources: [
        { id: 'log', name: 'Log', kind: 'dispatch-log' },
        { id: 'rep', name: 'Report', kind: 'report' },
      ] as never,
      syncPoints: [
        {
          ...{ id: 'p', caseId: 'c', what: 'radio call', sourceId: 'log', page: '' },
          ...{ clockA: 'dispatch', dateA: '2024-03-14', readingA: '13:00:00' },
          ...{ clockB: 'cam', dateB: '2024-03-14', readingB: '13:00:05' },
        },
      ],
      events: [
        { ref: 'x', start: '14:10', clockId: 'cam', sourceId: 'rep' },
        { ref: 'twin', start: '14:10', clockId: 'cam' },
        { ref: 'd', start: '14:20:00' },
      ],
      relations: [relation('d', 'x', { id: 'r', min: 0, max: null })],
    });
    const known = solveRecord({
      ...r,
      case: { ...r.case, trust: { ...r.case.trust, pinned: ['r', 'd', 'cam', 'cam drift'] } },
    });
    expect(new Set(known.contradictions.map((c) => reasonKey(c.setAside)))).toEqual(
      new Set(['reading x start']),
    );
    expect(known.contradictions[0]?.claimed).toEqual(known.window({ id: 'twin', edge: 'start' }));
  });
});

describe('two readings of one clock, of which one states its zone', () => {
  const refs = { a: '09:00:00', b: '09:53:00 CDT', c: '09:53:00', d: '13:00:00 CDT' };
  const r = record({
    clocks: [{}, { id: 'watch', name: 'Watch', kind: 'person', reference: false, zone: '' }],
    events: Object.entries(refs).map(([ref, start]) => ({ ref, start, clockId: 'watch' })),
  });
  const s = (id: keyof typeof refs): MomentRef => ({ id, edge: 'start' });
  const known = solveRecord(r);
  it('lie apart as the clock shows, and by what it gains or loses on the way', () => {
    // 53 minutes at 250 parts in a million are 795 ms; each is read to the second.
    const wandered = 795 + 1;
    expect(known.bounds(s('a'), s('c'))).toEqual({
      min: 53 * MINUTE - 999 - wandered + 1,
      max: 53 * MINUTE + 999 + wandered,
    });
    expect(known.bounds(s('a'), s('b'))).toEqual(known.bounds(s('a'), s('c')));
    expect(known.bounds(s('b'), s('a'))).toEqual(known.bounds(s('c'), s('a')));
  });
  it('and the proof names the zone that is assumed, and over hours the drift, and adds up', () => {
    const named = (a: keyof typeof refs, b: keyof typeof refs): string[] =>
      known.proof(s(a), s(b), 'max').flatMap((p) => ('says' in p.reason ? [p.reason.says] : []));
    const zone = 'Watch keeps the time of America/Chicago; its source states no zone';
    expect(named('a', 'b')).toEqual([
      zone,
      'within an hour Watch gains or loses no more than 250 parts in a million',
    ]);
    expect(named('a', 'd')).toEqual([zone, 'Watch drifts by no more than 250 parts in a million']);
    const sum = known.proof(s('a'), s('d'), 'max').reduce((ms, p) => ms + p.ms, 0);
    expect(sum).toBe(known.bounds(s('a'), s('d')).max);
    expect(known.reasons([[s('a'), s('d')]]).filter((x) => x.kind === 'assumption').length).toBe(2);
    expect(
      known
        .reasons([[s('a'), s('b')]])
        .map((x) => x.kind)
        .sort(),
    ).toEqual(['assumption', 'reading', 'reading']);
  });
});

describe('a length in the courts’ words', () => {
  it.each([
    [0, '0 s'],
    [59_999, '59 s'],
    [60_000, '1 min 00 s'],
    [3_599_999, '59 min 59 s'],
    [3_600_000, '1 h 00 min'],
    [48 * 3_600_000 - 1, '47 h 59 min'],
    [48 * 3_600_000, '2 d 0 h'],
    [-61_000, '−1 min 01 s'],
  ])('%d ms is %s', (ms, says) => {
    expect(printLengthOf(ms)).toBe(says);
  });
  it('rounds so that it is never too much and never too little', () => {
    expect(printAtLeast(252_999)).toBe('at least 4 min 12 s');
    expect(printAtLeast(240_001)).toBe('more than 4 min 00 s');
    expect(printAtLeast(3_660_001)).toBe('more than 1 h 01 min');
    expect(printAtLeast(3_600_000 + 59_999)).toBe('at least 1 h 00 min');
    expect(printAtLeast(3_600_000)).toBe('at least 1 h 00 min');
    expect(printAtLeast(48 * 3_600_000 + 3_599_999)).toBe('at least 2 d 0 h');
    expect(printAtLeast(Number.NEGATIVE_INFINITY)).toBe('no lower bound');
    expect(printAtMost(363_000)).toBe('at most 6 min 03 s');
    expect(printAtMost(362_001)).toBe('less than 6 min 03 s');
    expect(printAtMost(359_999)).toBe('less than 6 min 00 s');
    expect(printAtMost(3_599_999)).toBe('less than 1 h 00 min');
    expect(printAtMost(3_600_001)).toBe('less than 1 h 01 min');
    expect(printAtMost(48 * 3_600_000 - 1)).toBe('less than 2 d 0 h');
    expect(printAtMost(Number.POSITIVE_INFINITY)).toBe('no upper bound in the record');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 * 3_600_000 }), (ms) => {
        const read = (text: string): number =>
          [...text.matchAll(/(\d+) (d|h|min|s)/g)].reduce(
            (sum, [, n, u]) =>
              sum + Number(n) * { d: 86_400_000, h: 3_600_000, min: 60_000, s: 1000 }[u as 'd'],
            0,
          );
        // What was counted from second to second as written is less than a second off; all else never says more.
        const grain = (past: 1 | -1): number =>
          ms < 3_600_000 && (ms - past) % 1000 === 0 && (ms - past) % 60_000 !== 0 ? 999 : 0;
        expect(read(printAtLeast(ms))).toBeLessThanOrEqual(ms + grain(1));
        expect(read(printAtMost(ms))).toBeGreaterThanOrEqual(ms - grain(-1));
      }),
    );
  });
  it('counts as lawyers count, from second to second as written', () => {
    // 14:18:58 to 14:25:10, each of them any part of its second.
    const [min, max] = [371_001, 372_999];
    expect(printAtLeast(min)).toBe('at least 6 min 12 s');
    expect(printAtMost(max)).toBe('at most 6 min 12 s');
    expect(printBounds({ min, max })).toBe('6 min 12 s');
    expect(printBounds({ min, max: min + 600 })).toBe('6 min 12 s');
    expect(printBounds({ min, max: 480_999 })).toBe('at least 6 min 12 s, at most 8 min 00 s');
    // 14:18 to 14:25 proves no more than that.
    expect(printBounds({ min: 360_001, max: 479_999 })).toBe('more than 6 min 00 s, less than 8 min 00 s');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 57 }), fc.integer({ min: 2, max: 58 }), (minutes, seconds) => {
        const length = (minutes * 60 + seconds) * 1000;
        expect(printBounds({ min: length - 999, max: length + 999 })).toBe(printLengthOf(length));
      }),
    );
  });
  it('says up to where the least says nothing, and never a negative time', () => {
    expect(printBounds({ min: 0, max: 1_379_999 })).toBe('up to 23 min');
    expect(printBounds({ min: 1, max: 170_999 })).toBe('up to 2 min 50 s');
    expect(printBounds({ min: -60_000, max: 170_999 })).toBe('up to 2 min 50 s, or none');
    expect(printBounds({ min: -60_000, max: -5 })).toBe('no time at all');
    expect(saysNothing({ min: -5, max: Number.POSITIVE_INFINITY })).toBe(true);
    fc.assert(
      fc.property(fc.integer({ min: -1e8, max: 1e8 }), fc.nat(1e8), (min, width) => {
        expect(printBounds({ min, max: min + width })).not.toMatch(/[−-]\d/);
      }),
    );
  });
  it('says both ends, or that the record does not say', () => {
    expect(printBounds({ min: 252_000, max: 363_000 })).toBe('at least 4 min 12 s, at most 6 min 03 s');
    expect(printBounds({ min: 0, max: Number.POSITIVE_INFINITY })).toBe(
      'for how long, the record does not say',
    );
    expect([saysNothing({ min: 1, max: Number.POSITIVE_INFINITY }), saysNothing({ min: 0, max: 9 })]).toEqual(
      [false, false],
    );
  });
  it('is short where there is little room', () => {
    expect([0, 252_000, 3_852_000, -61_000, 3_600_000].map(shortLength)).toEqual([
      '0:00',
      '4:12',
      '1:04:12',
      '−1:01',
      '1:00:00',
    ]);
  });
});
