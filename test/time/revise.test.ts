import { describe, expect, it } from 'vitest';
import type { EventRow } from '../../src/record/event';
import type { CaseRecord } from '../../src/record/record';
import { solveRecord } from '../../src/time/solver/solve';
import { record, relation } from '../make';

const clocks = [{}, { id: 'cam', name: 'Camera', kind: 'person' as const, reference: false }];

/** Follows an edit of one event, and whether that gave just what solving anew gives; null where it must be solved anew. */
function follow(before: CaseRecord, id: string, edit: Partial<EventRow>): { moved: string[] } | null {
  const solved = solveRecord(before);
  const was = Float64Array.from(solved.positions.min);
  const wasMax = Float64Array.from(solved.positions.max);
  const at = before.events.findIndex((e) => e.id === id);
  const after = { ...before, events: before.events.map((e) => (e.id === id ? { ...e, ...edit } : e)) };
  if (!solved.revise(after, [at])) return null;
  const anew = solveRecord(after);
  expect(solved.positions).toEqual(anew.positions);
  for (const a of after.events)
    for (const b of after.events)
      for (const edge of ['start', 'end'] as const) {
        const [x, y] = [
          { id: a.id, edge: 'start' as const },
          { id: b.id, edge },
        ];
        expect(solved.bounds(x, y)).toEqual(anew.bounds(x, y));
        expect(solved.window(y)).toEqual(anew.window(y));
      }
  const moved = after.events.flatMap((e, i) =>
    (['start', 'end'] as const)
      .filter(
        (_, k) =>
          was[2 * i + k] !== anew.positions.min[2 * i + k] ||
          wasMax[2 * i + k] !== anew.positions.max[2 * i + k],
      )
      .map((edge) => `${e.id} ${edge}`),
  );
  return { moved };
}

describe('a solution that follows an edit', () => {
  const tied = record({
    clocks,
    events: [
      { ref: 'call', start: '12:10:00' },
      { ref: 'heard', start: '12:09:30', clockId: 'cam' },
      { ref: 'search', kind: 'search', start: '12:15:00', clockId: 'cam' },
      { ref: 'sniff', kind: 'sniff', start: '12:16:00', end: '12:17:00', clockId: 'cam' },
      { ref: 'note', start: '12:18:00' },
      { ref: 'then', start: 'after @heard' },
      { ref: 'last', kind: 'writing', start: 'after @then' },
    ],
    relations: [relation('call', 'heard')],
  });
  it('moves all that hangs on a clock which the edit moves, with the ends that nobody wrote, and nothing else', () => {
    expect(follow(tied, 'call', { start: '12:10:05' })?.moved).toEqual([
      'call start',
      'call end',
      'heard start',
      'heard end',
      'search start',
      'search end',
      'sniff start',
      'sniff end',
      'then start',
      'then end',
      'last start',
      'last end',
    ]);
  });
  it('moves only the entry itself where nothing hangs on it, with both of its ends', () => {
    expect(follow(tied, 'note', { start: '12:19' })?.moved).toEqual(['note start', 'note end']);
    expect(follow(tied, 'sniff', { start: '12:16:30' })?.moved).toEqual(['sniff start']);
    expect(follow(tied, 'sniff', { end: '12:16' })?.moved).toEqual(['sniff end']);
    expect(follow(tied, 'search', { start: '12:14:00' })?.moved).toEqual(['search start', 'search end']);
  });
  it('moves nothing where only words change', () => {
    expect(follow(tied, 'call', { description: 'another', page: '7' })?.moved).toEqual([]);
  });
  it('moves an entry to another day', () => {
    expect(follow(tied, 'note', { date: '2024-03-15' })?.moved).toEqual(['note start', 'note end']);
    expect(follow(tied, 'sniff', { date: '2024-03-15' })?.moved).toEqual(['sniff start', 'sniff end']);
    expect(follow(tied, 'then', { date: '2024-03-15' })?.moved).toEqual([]);
  });
  it('keeps what is ordered among itself in its order in the picture', () => {
    const list = record({
      events: [
        { ref: 'a', start: '12:00' },
        { ref: 'b', start: 'after @a' },
        { ref: 'c', start: 'after @b' },
        { ref: 'd', start: '12:30' },
        { ref: 'x', start: '13:00' },
        { ref: 'y', start: 'before @x' },
      ],
      relations: [relation('c', 'd', { max: null })],
    });
    expect(follow(list, 'd', { start: '12:20' })?.moved).toEqual([
      'b start',
      'b end',
      'c start',
      'c end',
      'd start',
      'd end',
    ]);
    expect(follow(list, 'a', { start: '12:05' })?.moved).toEqual([
      'a start',
      'a end',
      'b start',
      'b end',
      'c start',
      'c end',
    ]);
    expect(follow(list, 'x', { start: '12:50' })?.moved).toEqual(['x start', 'x end', 'y start', 'y end']);
  });
});
