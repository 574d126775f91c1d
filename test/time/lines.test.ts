import { describe, expect, it } from 'vitest';
import { solveRecord } from '../../src/time/solver/solve';
import { record } from '../make';

const DAY = Date.UTC(2024, 2, 14);
const at = (h: number, m: number, s = 0): number => DAY + ((h * 60 + m) * 60 + s) * 1000;

/** A moment read on the dispatch clock and on another clock or counter. */
const sync = (id: string, a: string, clockB: string, b: string, sourceB?: string) => ({
  ...{ id, caseId: 'c', what: 'one moment', sourceId: 'log', page: '' },
  ...{ clockA: 'dispatch', dateA: '2024-03-14', readingA: a },
  ...{ clockB, dateB: '2024-03-14', readingB: b, ...(sourceB ? { sourceB } : {}) },
});
const solved = (() => {
  const r = record({
    clocks: [
      { zone: 'UTC' },
      { id: 'cam', name: 'cam', kind: 'camera', reference: false, zone: 'UTC' },
      { id: 'bare', name: 'bare', kind: 'person', reference: false, zone: '' },
      { id: 'free', name: 'free', kind: 'person', reference: false, zone: 'UTC' },
    ],
    sources: [{}, ...['film', 'tape', 'mute'].map((id) => ({ id, name: id, kind: 'camera' as const }))],
    syncPoints: [
      sync('late', '16:00:10', 'cam', '16:00:00'),
      sync('early', '14:00:10', 'cam', '14:00:00'),
      sync('bare', '14:00:10', 'bare', '14:00:00'),
      sync('film', '14:00:10', 'cam', 'v 1:00', 'film'),
      sync('tape', '14:00:10', 'cam', 'v 0:30', 'tape'),
      { ...sync('bad', 'x', 'cam', '14:00:00') },
      { ...sync('none', '14:00', 'nobody', '14:00:00') },
      { ...sync('open', 'after 14:00', 'cam', '14:00:00') },
    ],
  });
  return solveRecord({ ...r, case: { ...r.case, zone: 'UTC' } });
})();

describe('what is known of a clock along its line', () => {
  const offset = { min: 9000, max: 10_999 };
  it('is its offset where sync points fix it, in the order of its readings, its range and its rate', () => {
    expect(solved.clockLine('cam')).toEqual({
      range: { min: -120_000, max: 120_000 },
      rate: 100,
      fixed: [
        { at: at(14, 0), offset },
        { at: at(16, 0), offset },
      ],
    });
    expect(solved.clockOffset('cam')).toEqual(offset);
  });
  it('of a clock without a zone, along its bare readings', () => {
    expect(solved.clockLine('bare')).toMatchObject({ rate: 250, fixed: [{ at: at(14, 0), offset }] });
    expect(solved.clockOffset('bare')).toEqual(offset);
  });
  it('is its range where nothing fixes it, and nothing of a clock that there is none of', () => {
    const range = { min: -300_000, max: 300_000 };
    expect(solved.clockLine('free')).toEqual({ range, rate: 250, fixed: [] });
    expect(solved.clockOffset('free')).toEqual(range);
    expect(solved.clockLine('dispatch')).toEqual({
      range: { min: 0, max: 0 },
      rate: 0,
      fixed: expect.anything(),
    });
    expect([solved.clockLine('nobody'), solved.clockOffset('nobody')]).toEqual([null, null]);
  });
  it('of a counter begins at its first frame', () => {
    const zero = { min: at(13, 59, 9) - 6, max: at(13, 59, 11) + 5 };
    expect(solved.counterLine('film')).toEqual({
      zero,
      range: null,
      rate: 100,
      fixed: [
        { at: 0, offset: zero },
        { at: 60_000, offset: { min: at(13, 59, 9), max: at(13, 59, 11) - 1 } },
      ],
    });
    expect(solved.countersApart('film', 'tape')).toEqual({ min: 27_992, max: 32_008 });
    expect(solved.countersApart('tape', 'film')).toEqual({ min: -32_008, max: -27_992 });
    expect([
      solved.counterLine('mute'),
      solved.countersApart('film', 'mute'),
      solved.countersApart('mute', 'film'),
    ]).toEqual([null, null, null]);
  });
  it('takes no sync point that cannot be used, and says why', () => {
    expect(solved.unplaced.map((u) => [u.row, u.why.replace(/:.*/, '')])).toEqual([
      ['bad', '“x” is not a time this app knows'],
      ['none', 'a sync point names an unknown clock'],
      ['open', 'a sync point needs a reading on each clock'],
    ]);
    expect(solved.contradictions).toEqual([]);
    expect(solved.assumptions.map((a) => [a.key, a.on])).toEqual(
      ['cam', 'bare', 'free', 'bare zone', 'cam drift'].map((key) => [key, true]),
    );
  });
});
