import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analysis/analyze';
import { clockLine, offsetAt, shiftAt, shownAt, timeOf } from '../../src/analysis/clocks';
import { solveRecord } from '../../src/time/solver/solve';
import { record } from '../make';

const cam = { id: 'cam', name: 'Camera', kind: 'camera' as const, reference: false };
const sync = (id: string, readingA: string, readingB: string, more = {}) => ({
  id,
  caseId: 'c',
  what: id,
  clockA: 'dispatch',
  dateA: '2024-03-14',
  readingA,
  clockB: 'cam',
  dateB: '2024-03-14',
  readingB,
  sourceId: 'log',
  page: '',
  ...more,
});

describe('clocks', () => {
  it('a zone that nobody states is an assumption of its own, one for each clock', () => {
    const r = record({
      clocks: [{}, { ...cam, zone: '' }],
      events: [
        { ref: 'a', start: '14:00:00' },
        { ref: 'b', start: '14:00:00', clockId: 'cam' },
        { ref: 'c', start: '14:05:00', clockId: 'cam' },
      ],
    });
    const proof = solveRecord(r).proof({ id: 'a', edge: 'start' }, { id: 'b', edge: 'start' }, 'max');
    const says = proof.flatMap((p) => (p.reason.kind === 'assumption' ? [p.reason.says] : []));
    expect(says).toEqual([
      'Camera is within 2 min of the reference clock; nothing ties it down',
      'Camera keeps the time of America/Chicago; its source states no zone',
    ]);
    // Both rows on that clock share the assumption: it costs nothing between them.
    // Five minutes at 100 parts in a million are 30 ms, and nothing that anybody has to assume.
    expect(solveRecord(r).bounds({ id: 'b', edge: 'start' }, { id: 'c', edge: 'start' })).toEqual({
      min: 298_971,
      max: 301_030,
    });
    const off = { ...r, case: { ...r.case, trust: { ...r.case.trust, off: ['cam zone'] } } };
    expect(solveRecord(off).bounds({ id: 'a', edge: 'start' }, { id: 'b', edge: 'start' })).toEqual({
      min: Number.NEGATIVE_INFINITY,
      max: Number.POSITIVE_INFINITY,
    });
    expect(solveRecord(off).bounds({ id: 'b', edge: 'start' }, { id: 'c', edge: 'start' })).toEqual({
      min: 298_971,
      max: 301_030,
    });
  });

  it('no reference chosen: the dispatch clock is taken for it', () => {
    const r = record({
      clocks: [{ ...cam }, { reference: false }],
      events: [{ ref: 'a', start: '14:00:00' }],
    });
    const [step] = solveRecord(r).proof({ id: 'a', edge: 'start' }, { id: 'a', edge: 'end' }, 'max');
    expect(step).toBeUndefined();
    expect(solveRecord(r).clockOffset('dispatch')).toEqual({ min: 0, max: 0 });
    expect(solveRecord(r).clockOffset('cam')).toEqual({ min: -120_000, max: 120_000 });
    expect(solveRecord(r).clockOffset('nobody')).toBeNull();
  });

  it('what can be switched off is what was laid: the clock that is the reference has no such switch', () => {
    const r = record({
      clocks: [{ reference: false }, cam, { ...cam, id: 'watch', name: 'Watch', kind: 'person', zone: '' }],
      events: [
        { ref: 'a', start: '14:00:00' },
        { ref: 'b', start: '14:00:00', clockId: 'watch' },
      ],
    });
    const { assumptions } = analyze(r);
    expect(assumptions.map((x) => x.says)).toEqual([
      'Camera is within 2 min of the reference clock; nothing ties it down',
      'Watch is within 5 min of the reference clock; nothing ties it down',
      'Watch keeps the time of America/Chicago; its source states no zone',
    ]);
    // Everything in the list switches, and nothing else does: not even the key that Clocks once offered for dispatch.
    const off = [...assumptions.map((x) => x.key), 'assumption dispatch '];
    const without = analyze({ ...r, case: { ...r.case, trust: { ...r.case.trust, off } } });
    expect(without.assumptions.map((x) => x.on)).toEqual([false, false, false]);
    expect(without.clocks.map((c) => c.offset)).toEqual([
      { min: 0, max: 0 },
      { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY },
      { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY },
    ]);
    expect(without.positions.untied[0]).toBe(0);
  });

  it('a person’s watch is trusted less than a machine’s clock', () => {
    const r = record({ clocks: [{}, { ...cam, kind: 'person' }] });
    expect(solveRecord(r).clockOffset('cam')).toEqual({ min: -300_000, max: 300_000 });
  });

  it.each([
    ['a reading that is none', sync('s', 'later', '14:00:10'), /later/],
    [
      'a tie in place of a reading',
      sync('s', 'after @a', '14:00:10'),
      'a sync point needs a reading on each clock',
    ],
    [
      'an hour that does not exist',
      sync('s', '02:30', '02:30', { dateA: '2024-03-10' }),
      /does not exist|never happened|skipped/,
    ],
    [
      'a clock that is not there',
      sync('s', '14:00:00', '14:00:10', { clockB: 'gone' }),
      'a sync point names an unknown clock',
    ],
  ])('a sync point is named with its reason, and the rest goes on: %s', (_, point, why) => {
    const solved = solveRecord(
      record({ clocks: [{}, cam], events: [{ ref: 'a', start: '14:00' }], syncPoints: [point] }),
    );
    expect(solved.unplaced).toHaveLength(1);
    expect(solved.unplaced[0]?.row).toBe('s');
    expect(solved.unplaced[0]?.why).toMatch(why);
    expect(solved.clockOffset('cam')).toEqual({ min: -120_000, max: 120_000 });
    expect(solved.placed({ id: 'a', edge: 'start' })).toBe(true);
  });

  it('a drifting clock is off by its own amount at each sync point, and in between by no more than its rate allows', () => {
    const r = record({
      clocks: [{}, cam],
      syncPoints: [sync('door', '14:00:00.00', '14:00:10.00'), sync('radio', '14:44:00.00', '14:44:10.38')],
    });
    const analysis = analyze(r);
    expect(analysis.contradictions).toEqual([]);
    const line = clockLine(analysis, 'cam');
    // 380 ms in 44 minutes are 144 parts in a million: more than is assumed of a camera, and what is shown may be up to 250.
    expect(line?.rate).toBe(250);
    expect(line?.fixed.map((d) => [d.offset.min, d.offset.max])).toEqual([
      [-10_010, -9_991],
      [-10_390, -10_371],
    ]);
    if (!line) throw new Error('no line');
    const mid = Date.UTC(2024, 2, 14, 19, 22);
    // 22 minutes at 250 parts in a million are 330 ms either way from each of them.
    const near = offsetAt(line, { min: mid, max: mid });
    expect(near).toEqual({ min: -10_338, max: -10_038 });
    // There and back again: what it shows at a case time lies around where that time was read.
    const time = timeOf(line, { min: mid, max: mid });
    const back = time && shownAt(line, time);
    expect(back?.min).toBeLessThanOrEqual(mid);
    expect(back?.max).toBeGreaterThanOrEqual(mid);
    expect((back?.max ?? 0) - (back?.min ?? 0)).toBeLessThan(700);
    expect(shiftAt(line, mid)).toBeCloseTo(-10_188, -1);
    expect(timeOf(undefined, { min: mid, max: mid })).toBeNull();
  });

  it('two clocks 41 to 43 s apart, minutes on one and seconds on the other: the bounds worked out by hand', () => {
    const r = record({
      clocks: [{}, { ...cam, offset: { min: -43_000, max: -41_000, why: 'radio call' } }],
      events: [
        { ref: 'a', start: '14:18' },
        { ref: 'b', start: '14:23:54', clockId: 'cam' },
      ],
    });
    // 14:23:54.000 to .999 less 41 to 43 s is 14:23:11.000 to 14:23:13.999; less 14:18:00.000 to 14:18:59.999.
    expect(solveRecord(r).bounds({ id: 'a', edge: 'start' }, { id: 'b', edge: 'start' })).toEqual({
      min: 251_001,
      max: 313_999,
    });
  });
});
