import { describe, expect, it } from 'vitest';
import { found, hand, log } from './facts';

const stored = hand('Ortiz 14:00 > Clerk', { receivedAt: '14:02:00.000', place: 'Locker 7' });
const out = hand('Clerk > Lab 16:05:00', { releasedAt: '16:00:00.000' });
const opened = (custody: ReturnType<typeof hand>[], ...starts: string[]) =>
  found(
    'unlogged-access',
    starts.map((start, i) => ({ ref: `a${i}`, start, kind: 'access', description: 'locker 7' })),
    { custody },
  );

describe('an opening of which only a stretch is known', () => {
  it.each([
    // Five minutes after it was put in, at the latest: that is the putting in, or before it.
    ['between 13:00 and 14:07:00.000', []],
    ['between 13:00 and 14:07:00.001', ['arguable']],
    // Five minutes before it was given out, at the earliest.
    ['between 15:55:00.000 and 18:00', []],
    ['between 15:54:59.999 and 18:00', ['arguable']],
    // Wholly between the two.
    ['between 14:30 and 15:30', ['established']],
    ['between 14:07:00.001 and 15:54:59.999', ['established']],
    ['between 14:07:00.000 and 15:54:59.999', ['arguable']],
    ['between 14:07:00.001 and 15:55:00.000', ['arguable']],
    ['before 13:00', []],
    ['after 18:00', []],
    ['before 15:00', ['arguable']],
    ['after 15:00', ['arguable']],
  ])('%s: %j', (start, expected) => {
    expect(opened([stored, out], start).map((f) => f.status)).toEqual(expected);
  });
});

describe('openings of a locker', () => {
  it('are told in the order of time, each by its item, with what it rests on', () => {
    const list = opened([stored, out], '15:30', '14:30', '15:00');
    expect(list.map((f) => f.subjects)).toEqual([
      [stored.id, 'a1'],
      [stored.id, 'a2'],
      [stored.id, 'a0'],
    ]);
    expect(list[0]).toMatchObject({
      item: 'i1',
      span: { from: { id: 'a1' }, to: { id: 'a1' } },
      quantities: [{ from: { id: stored.id }, to: { id: 'a1' } }],
    });
    expect(list[0]?.restsOn.flatMap((r) => ('row' in r ? r.row : [])).sort()).toEqual(
      [stored.id, 'a1'].sort(),
    );
  });
  it('are of the next line of the same form, whatever stands between', () => {
    const other = hand('Kim 14:10 > Vault 14:11', { id: 'x', logId: 'g' });
    expect(opened([stored, other, out], '17:00')).toEqual([]);
    expect(opened([stored, other], '17:00').map((f) => f.status)).toEqual(['established']);
  });
  it('are none where the log opens nothing, or the form names no place', () => {
    expect(opened([stored, out])).toEqual([]);
    expect(found('unlogged-access', log('15:00 note: locker 7'), { custody: [stored, out] })).toEqual([]);
    expect(opened([{ ...stored, place: 'n/a' }, out], '15:00')).toEqual([]);
  });
});
