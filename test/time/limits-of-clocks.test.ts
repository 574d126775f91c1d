import { describe, expect, it } from 'vitest';
import type { MomentRef } from '../../src/record/event';
import type { CaseRecord } from '../../src/record/record';
import { type Solved, solveRecord } from '../../src/time/solver/solve';
import { record } from '../make';

const MIN = 60_000;
const s = (id: string): MomentRef => ({ id, edge: 'start' });
type Parts = Parameters<typeof record>[0];

const cam = { id: 'cam', name: 'Camera', kind: 'camera' as const, reference: false, zone: 'UTC' };
const point = (id: string, readings: readonly [string, string], more: object = {}) => ({
  ...{ id, caseId: 'c', what: 'radio call', sourceId: 'log', page: '' },
  ...{ clockA: 'dispatch', dateA: '2024-03-14', readingA: readings[0] },
  ...{ clockB: 'cam', dateB: '2024-03-14', readingB: readings[1] },
  ...more,
});
const built = (parts: Parts): CaseRecord => record({ clocks: [{ zone: 'UTC' }, cam], ...parts });
const solved = (parts: Parts): Solved => solveRecord(built(parts));
/** What the bounds from one moment to another rest on besides what is written. */
const assumed = (it: Solved, a: string, b: string, end: 'min' | 'max'): string[] =>
  it.proof(s(a), s(b), end).flatMap((p) => (p.reason.kind === 'assumption' ? [p.reason.says] : []));

describe('the limits of what is assumed of a clock', () => {
  it('a reading that is open on one side makes no distance, and nothing is assumed of the drift over it', () => {
    const names = (start: string): string[] =>
      solved({ events: [{ ref: 'a', start, clockId: 'cam' }] }).assumptions.map((a) => a.key);
    expect(names('before 10:00')).toEqual(['cam']);
    expect(names('after 10:00')).toEqual(['cam']);
    expect(names('between 10:00 and 11:30')).toEqual(['cam', 'cam drift']);
  });
  it('an hour to the millisecond is near, and more is far', () => {
    const it = solved({
      syncPoints: [point('p', ['08:00:00.000', '08:00:00.000'])],
      events: [
        { ref: 'd', start: '09:00:00' },
        { ref: 'x', start: '09:00:00.000', clockId: 'cam' },
        { ref: 'y', start: '09:00:00.001', clockId: 'cam' },
      ],
    });
    const drifts = 'Camera drifts by no more than 100 parts in a million';
    expect(assumed(it, 'd', 'x', 'max')).toEqual([]);
    expect(assumed(it, 'd', 'x', 'min')).toEqual([]);
    expect(assumed(it, 'd', 'y', 'max')).toEqual([drifts]);
    expect(it.bounds(s('d'), s('x'))).toEqual({ min: -999 - 360, max: 360 });
  });
  it('a sync point of which one side is a drafted report ties no clock, whichever side it is', () => {
    const sources: Parts['sources'] = [
      { id: 'log', name: 'Log' },
      { id: 'ai', name: 'Report', kind: 'report', draftedFrom: 'its recording' },
    ] as never;
    for (const more of [{ sourceId: 'ai' }, { sourceB: 'ai' }, { sourceId: 'ai', sourceB: 'ai' }])
      expect(
        solved({ sources, syncPoints: [point('p', ['08:00:00', '08:00:00'], more)] }).unplaced,
        JSON.stringify(more),
      ).toMatchObject([{ row: 'p', why: 'a report that a program drafted ties no clock' }]);
    expect(solved({ sources, syncPoints: [point('p', ['08:00:00', '08:00:00'])] }).unplaced).toEqual([]);
  });
  it('a counter is named by its recording, and by what it is where no recording is known', () => {
    const says = (sourceId: string): (string | undefined)[] =>
      solved({
        sources: [{ id: 'film', name: 'Dash camera' }] as never,
        events: [{ ref: 'a', start: 'v 1:30:00', sourceId, clockId: 'cam' }],
      }).assumptions.map((a) => a.says);
    expect(says('film')).toContain(
      'the counter of Dash camera drifts by no more than 100 parts in a million',
    );
    expect(says('lost')).toContain(
      'the counter of the recording drifts by no more than 100 parts in a million',
    );
  });
  it('what is widened by the case’s default is an assumption of its own reading, and of no other', () => {
    const it = solved({
      events: [
        { ref: 'a', start: 'about 10:00' },
        { ref: 'b', start: '~10:30 +-2m' },
      ],
    });
    const defaults = it
      .reasons([[s('a'), s('b')]])
      .flatMap((r) => (r.kind === 'reading' ? [[r.row, r.byDefault]] : []));
    expect(Object.fromEntries(defaults)).toEqual({ a: true, b: false });
  });
});

describe('days counted from a day', () => {
  const after = (start: string): [number, number] => {
    const it = solved({
      events: [
        { ref: 'a', start },
        { ref: 'b', start: '@a +2d' },
      ],
    });
    const { min, max } = it.window(s('b'));
    return [min - Date.UTC(2024, 2, 16), max - Date.UTC(2024, 2, 16)];
  };
  const HOUR = 60 * MIN;
  it('run from midnight to midnight, from a stretch of days as long as it is, and from an hour by that hour', () => {
    expect(after('3/14/2024')).toEqual([0, 24 * HOUR - 1]);
    expect(after('between 2024-03-14 and 2024-03-16')).toEqual([0, 4 * 24 * HOUR - 2]);
    expect(after('after 2024-03-14')).toEqual([0, Number.POSITIVE_INFINITY]);
    expect(after('14:00')[0]).toBe(14 * HOUR);
  });
});

describe('a record that is solved anew', () => {
  const parts = {
    events: [
      { ref: 'a', start: 'about 10:00' },
      { ref: 'b', start: '10:30', clockId: 'cam' },
    ],
  };
  it('keeps no reading of before where the case or its clocks read them otherwise', () => {
    const first = built(parts);
    const before = solveRecord(first);
    const wider: CaseRecord = {
      ...first,
      case: { ...first.case, policies: { ...first.case.policies, approximate: 20 * MIN } },
    };
    expect(solveRecord(wider, {}, before).window(s('a'))).toEqual(solveRecord(wider).window(s('a')));
    expect(solveRecord(wider).window(s('a'))).not.toEqual(before.window(s('a')));
    const moved: CaseRecord = {
      ...first,
      clocks: first.clocks.map((c) => (c.id === 'cam' ? { ...c, zone: 'America/Chicago' } : c)),
    };
    expect(solveRecord(moved, {}, before).window(s('b'))).toEqual(solveRecord(moved).window(s('b')));
    expect(solveRecord(moved).window(s('b'))).not.toEqual(before.window(s('b')));
  });
  it('nor where a question is put to it, or was', () => {
    const first = built(parts);
    const asked = { slack: new Map([['reading a start', MIN]]) };
    const fresh = solveRecord(first).window(s('a'));
    const answer = solveRecord(first, asked);
    expect(answer.window(s('a'))).toEqual({ min: fresh.min - MIN, max: fresh.max + MIN });
    const later = { ...first, events: [...first.events] };
    expect(solveRecord(later, {}, answer).window(s('a'))).toEqual(fresh);
    expect(solveRecord(later, asked, solveRecord(first)).window(s('a'))).toEqual(answer.window(s('a')));
  });
});
