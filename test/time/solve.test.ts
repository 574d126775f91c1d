import { describe, expect, it } from 'vitest';
import { solveRecord } from '../../src/time/solver/solve';
import { entry, record } from '../make';

const s = (id: string) => ({ id, edge: 'start' as const });

describe('the solved record', () => {
  it('bounds two minute readings on one clock without asking how far the clock is off', () => {
    const solved = solveRecord(
      record({
        clocks: [{}, { id: 'cam', name: 'Camera', kind: 'camera', reference: false }],
        events: [
          { ref: 'a', start: '12:27', clockId: 'cam' },
          { ref: 'b', start: '12:33', clockId: 'cam' },
        ],
      }),
    );
    // Less and more by what the camera gains or loses in so many minutes, at 100 parts in a million.
    expect(solved.bounds(s('a'), s('b'))).toEqual({ min: 299_970, max: 420_041 });
    expect(solved.proof(s('a'), s('b'), 'max').some((r) => r.reason.kind === 'assumption')).toBe(false);
  });

  it('takes a hand-over for no span: what was received by its clock before it was released was', () => {
    const custody = [entry({ id: 'c1', releasedAt: '14:10:00.000', receivedAt: '14:00:00.000' })];
    const end = (edge: 'released' | 'received') => ({ id: 'c1', edge });
    expect(solveRecord(record({ custody })).bounds(end('received'), end('released'))).toEqual({
      min: 600_000,
      max: 600_000,
    });
  });

  it('adds the offset range between two clocks: 41 to 43 s apart, minute against second', () => {
    const solved = solveRecord(
      record({
        clocks: [
          {},
          {
            id: 'cam',
            name: 'Camera',
            kind: 'camera',
            reference: false,
            offset: { min: -43_000, max: -41_000, why: 'radio call' },
          },
        ],
        events: [
          { ref: 'warning', start: '14:18' },
          { ref: 'sniff', start: '14:23:54', clockId: 'cam' },
        ],
      }),
    );
    // sniff in [14:23:11, 14:23:13.999], warning in [14:18:00, 14:18:59.999]
    expect(solved.bounds(s('warning'), s('sniff'))).toEqual({ min: 251_001, max: 313_999 });
    expect(solved.proof(s('warning'), s('sniff'), 'min').map((r) => r.reason.kind)).toContain('offset');
  });

  it('bounds an offset by a sync point', () => {
    const solved = solveRecord(
      record({
        clocks: [{}, { id: 'cam', name: 'Camera', kind: 'camera', reference: false }],
        syncPoints: [
          {
            id: 'sp',
            caseId: 'c',
            clockA: 'dispatch',
            dateA: '2024-03-14',
            readingA: '14:10:00',
            clockB: 'cam',
            dateB: '2024-03-14',
            readingB: '14:10:42',
            what: 'radio call',
            sourceId: 'log',
            page: '',
          },
        ],
        events: [
          { ref: 'a', start: '14:18:00' },
          { ref: 'b', start: '14:18:42', clockId: 'cam' },
        ],
      }),
    );
    // Eight minutes on, within 48 ms and the ms that its own second may hide.
    expect(solved.bounds(s('a'), s('b'))).toEqual({ min: -2047, max: 2047 });
  });

  it('bounds a drift of 145 ppm over 44 minutes, seen at both ends, and calls it no contradiction', () => {
    const sync = (id: string, readingA: string, readingB: string) => ({
      id,
      caseId: 'c',
      clockA: 'dispatch',
      dateA: '2024-03-14',
      readingA,
      clockB: 'cam',
      dateB: '2024-03-14',
      readingB,
      what: id,
      sourceId: 'log',
      page: '',
    });
    // 44 min at 145 ppm is 382.8 ms; read to the hundredth.
    const r = record({
      clocks: [{}, { id: 'cam', name: 'Camera', kind: 'camera', reference: false }],
      syncPoints: [sync('door', '14:00:00.00', '14:00:10.00'), sync('radio', '14:44:00.00', '14:44:10.38')],
      events: [
        { ref: 'a', start: '14:22:00.00' },
        { ref: 'b', start: '14:22:10.19', clockId: 'cam' },
      ],
    });
    const solved = solveRecord(r);
    expect(solved.contradictions).toEqual([]);
    const bounds = solved.bounds(s('a'), s('b'));
    // Half way, the true offset lies between those at either end; the rate allows 330 ms from each.
    expect(bounds.min).toBeLessThanOrEqual(0);
    expect(bounds.max).toBeGreaterThanOrEqual(0);
    expect(bounds.max - bounds.min).toBeLessThan(400);
    expect(
      solved
        .proof(s('a'), s('b'), 'max')
        .some((p) => p.reason.kind === 'definition' && /gains or loses no more than 250/.test(p.reason.says)),
    ).toBe(true);
    const impossible = solveRecord({
      ...r,
      syncPoints: [sync('door', '14:00:00.00', '14:00:10.00'), sync('radio', '14:44:00.00', '14:44:13.00')],
    });
    expect(impossible.contradictions.length).toBeGreaterThan(0);
  });

  it('takes a default range for a clock that nothing ties down, as an assumption', () => {
    const solved = solveRecord(
      record({
        clocks: [{}, { id: 'w', name: 'Report', kind: 'person', reference: false }],
        events: [
          { ref: 'a', start: '14:18' },
          { ref: 'b', start: '14:30', clockId: 'w' },
        ],
      }),
    );
    expect(solved.bounds(s('a'), s('b'))).toEqual({
      min: 12 * 60_000 - 59_999 - 300_000,
      max: 12 * 60_000 + 59_999 + 300_000,
    });
    expect(solved.proof(s('a'), s('b'), 'min').some((r) => r.reason.kind === 'assumption')).toBe(true);
  });

  it('keeps both 1:30s of the night clocks fall back, until a relation settles it', () => {
    const loose = solveRecord(record({ events: [{ ref: 'a', start: '1:30', date: '2024-11-03' }] }));
    const w = loose.window(s('a'));
    expect(w.max - w.min).toBe(3_600_000 + 59_999);
    const settled = solveRecord(
      record({
        events: [
          { ref: 'z', start: '2024-11-03 07:10Z', date: '2024-11-03' },
          { ref: 'a', start: '1:30', date: '2024-11-03' },
          { ref: 'b', start: 'after @z', date: '2024-11-03' },
        ],
        relations: [
          {
            id: 'r',
            caseId: 'c',
            fromId: 'z',
            fromEdge: 'start',
            toId: 'a',
            toEdge: 'start',
            min: 0,
            max: null,
            says: 'after the call',
            sourceId: 'log',
            page: '',
          },
        ],
      }),
    );
    expect(settled.window(s('a'))).toEqual({
      min: Date.UTC(2024, 10, 3, 7, 30),
      max: Date.UTC(2024, 10, 3, 7, 31) - 1,
    });
  });

  it('leaves a time that does not exist undated and says so', () => {
    const solved = solveRecord(
      record({
        events: [
          { ref: 'a', start: '2:30', date: '2024-03-10' },
          { ref: 'b', start: '3:30', date: '2024-03-10' },
        ],
      }),
    );
    expect(solved.unplaced).toHaveLength(1);
    expect(solved.unplaced[0]?.why).toMatch(/does not exist/);
    expect(solved.placed(s('a'))).toBe(false);
    expect(solved.placed(s('b'))).toBe(true);
  });

  it('sets aside the least trusted entry of a contradiction and goes on', () => {
    const solved = solveRecord(
      record({
        sources: [{}, { id: 'rep', name: 'Report', kind: 'report' }],
        events: [
          { ref: 'warning', start: '14:18' },
          { ref: 'sniff', start: 'after @warning' },
          { ref: 'claim', start: '14:10', sourceId: 'rep' },
          { ref: 'alert', start: '@sniff' },
        ],
        relations: [
          {
            id: 'same',
            caseId: 'c',
            fromId: 'sniff',
            fromEdge: 'start',
            toId: 'claim',
            toEdge: 'start',
            min: 0,
            max: 0,
            says: 'the same sniff',
            sourceId: 'log',
            page: '',
          },
        ],
      }),
    );
    expect(solved.contradictions).toHaveLength(1);
    expect(solved.contradictions[0]?.by).toBe(7 * 60_000 + 1);
    expect(solved.contradictions[0]?.setAside).toMatchObject({ kind: 'reading', row: 'claim' });
    expect(solved.bounds(s('warning'), s('alert')).min).toBe(0);
  });

  it('draws moments known only by their order spread through their window, in order', () => {
    const solved = solveRecord(
      record({
        events: [
          { ref: 'a', start: '12:00' },
          { ref: 'x', start: 'after @a' },
          { ref: 'y', start: 'after @x' },
          { ref: 'b', start: '12:30' },
          { ref: 'z', start: 'before @b' },
        ],
        relations: [
          {
            id: 'yz',
            caseId: 'c',
            fromId: 'y',
            fromEdge: 'start',
            toId: 'z',
            toEdge: 'start',
            min: 0,
            max: null,
            says: '',
            sourceId: 'log',
            page: '',
          },
        ],
      }),
    );
    const at = (i: number): number => solved.positions.at[2 * i] as number;
    expect(at(0)).toBeLessThan(at(1));
    expect(at(1)).toBeLessThan(at(2));
    expect(at(2)).toBeLessThan(at(4));
    expect(at(4)).toBeLessThanOrEqual(at(3));
  });

  it('counts media time from the recording, tied to nothing else', () => {
    const solved = solveRecord(
      record({
        events: [
          { ref: 'a', start: 'v 2:58' },
          { ref: 'b', start: 'v 3:25', end: '@b +25s' },
        ],
      }),
    );
    expect(solved.bounds(s('a'), s('b'))).toEqual({ min: 25_998, max: 28_003 });
    expect(solved.bounds(s('b'), { id: 'b', edge: 'end' })).toEqual({ min: 25_000, max: 25_999 });
    expect(solved.positions.untied[0]).toBe(1);
    // Drawn from midnight UTC, whatever the case's zone: the ruler shows the counter itself.
    expect(solved.positions.min[0]).toBe(Date.UTC(2024, 2, 14) + 178_000);
  });
});
