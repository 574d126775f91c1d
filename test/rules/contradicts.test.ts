import { describe, expect, it } from 'vitest';
import { relation } from '../make';
import { found, hand, log } from './facts';

type More = Parameters<typeof found>[2];

const sync = (readingB: string, id = 's') => ({
  id,
  caseId: 'c',
  what: id === 's' ? 'radio' : 'horn',
  clockA: 'dispatch',
  dateA: '2024-03-14',
  readingA: '14:00:00',
  clockB: 'cam',
  dateB: '2024-03-14',
  readingB,
  sourceId: 'log',
  page: '',
});
const clocks = (offset: { min: number; max: number } | null) => [
  {},
  {
    id: 'cam',
    name: 'Camera',
    kind: 'camera' as const,
    reference: false,
    offset: offset && { ...offset, why: '' },
  },
];

describe('entries that cannot all be true', () => {
  const told = (events: Parameters<typeof found>[1], more: More) =>
    found('contradiction', events, more).map((f) => ({
      says: f.premises.map((p) => `${p.says}${p.row === null ? '' : ` [${p.row}]`}`),
      rows: f.subjects,
      span: f.span && [f.span.from, f.span.to],
      by: f.bounds,
    }));
  const later = (more: Parameters<typeof relation>[2] = {}) =>
    relation('e0', 'e1', { id: 'r', min: 60_000, max: null, says: 'an hour on', ...more });

  it('names two readings and the relation between them, with the rows that can be shown', () => {
    expect(told(log('14:00 note: one', '13:00-13:05 note: two'), { relations: [later()] })[0]).toEqual({
      says: [
        'two (13:00 to 13:05) [e1]',
        'an hour on',
        'one (14:00) [e0]',
        'Set aside, being trusted least: one (14:00) [e0]',
      ],
      rows: ['e1', 'r', 'e0'],
      span: [
        { id: 'e1', edge: 'start' },
        { id: 'e0', edge: 'start' },
      ],
      by: { min: 3_600_001, max: 3_600_001 },
    });
  });
  it('names by its kind what is not described, and gives no stretch where one event alone is in it', () => {
    const backwards = { ref: 'a', start: '14:00', end: '13:00', kind: 'search' as const, description: '' };
    expect(told([backwards], {})).toMatchObject([
      {
        says: [
          'Search ends (13:00) before it begins (14:00) [a]',
          'Set aside: the end of Search (13:00) [a]',
        ],
        rows: ['a'],
        span: null,
      },
    ]);
    // Once, on a clock that may drift and be off, too.
    const late = { ...backwards, start: '23:50', end: '00:20', clockId: 'cam' };
    expect(told([late], { clocks: clocks(null) }).map((f) => f.says)).toEqual([
      [
        'Search ends (00:20) before it begins (23:50) [a]',
        'Camera drifts by no more than 100 parts in a million',
        'Set aside: the end of Search (00:20) [a]',
      ],
    ]);
    const [f] = told(log('14:18 warning-issued', 'after~&e0 sniff'), {
      relations: [relation('e1', 'e0', { id: 'r', min: 60_000, max: null })],
    });
    expect(f).toMatchObject({ rows: ['r', 'e1'], span: null });
  });
  it('names a line of a form by its hands and times, blank ones too', () => {
    const line = hand('Ortiz 14:00 > Clerk 13:00');
    const against = (entry: typeof line) =>
      told(log('14:00 note: one'), {
        custody: [entry],
        relations: [later({ toId: line.id, toEdge: 'received' })],
      })[0]?.says;
    expect(against(line)).toEqual([
      `Ortiz to Clerk (14:00 to 13:00) [${line.id}]`,
      'an hour on',
      'one (14:00) [e0]',
      'Set aside, being trusted least: one (14:00) [e0]',
    ]);
    expect(against({ ...line, releasedBy: '', releasedAt: '', receivedBy: '' })?.[0]).toBe(
      `nobody to nobody (? to 13:00) [${line.id}]`,
    );
    const given = told(log('14:00 note: one'), {
      custody: [{ ...line, releasedAt: '13:00', receivedAt: '' }],
      relations: [later({ toId: line.id, toEdge: 'released' })],
    });
    expect(given[0]?.says[0]).toBe(`Ortiz to Clerk (13:00 to ?) [${line.id}]`);
  });
  it('shows the line of the form that was set aside', () => {
    const line = hand('Ortiz 14:00 > Clerk 13:00');
    const [f] = told([], {
      custody: [line],
      relations: [relation(line.id, line.id, { fromEdge: 'released', toEdge: 'received', max: null })],
    });
    expect(f?.says.at(-1)).toMatch(/^Set aside.*Ortiz to Clerk .*\[/);
  });
  it('names a sync point by what was seen, an entered offset by its clock, and an assumption in its words', () => {
    const note = log('14:00 note');
    expect(
      told(note, { clocks: clocks({ min: 0, max: 1000 }), syncPoints: [sync('14:00:42')] }),
    ).toMatchObject([
      {
        says: [
          'Sync: radio',
          'The clock of Camera is taken to be behind by 0 s to 1 s',
          'Set aside, being trusted least: The clock of Camera is taken to be behind by 0 s to 1 s',
        ],
        rows: ['s'],
        span: null,
      },
    ]);
    const two = told(note, { clocks: clocks(null), syncPoints: [sync('14:00:42'), sync('14:10:00', 's2')] });
    expect(two.map((f) => [f.rows, f.says.length])).toEqual([
      [['s2'], 3],
      [['s2', 's'], 3],
    ]);
    expect(two[0]?.says[1]).toContain('nothing ties it down');
    expect(two[1]?.says.slice(0, 2)).toEqual(['Sync: horn', 'Sync: radio']);
  });
  it('has one key for the same entries, in whatever order they stand', () => {
    const [f] = found('contradiction', log('14:00 note: one', '13:00 note: two'), { relations: [later()] });
    expect(f?.key).toBe('contradiction reading e0 start|reading e1 start|relation r ');
  });
});

describe('a clock that is off', () => {
  const off = (readingB: string, offset: { min: number; max: number } | null = null) =>
    found('clock-off', log('14:00 note'), { clocks: clocks(offset), syncPoints: [sync(readingB)] }).map(
      (f) => [f.title, f.bounds?.min, f.bounds?.max, f.measures, f.premises.at(-1)?.says],
    );
  const ASSUMED = 'Until then it was only assumed to be near the reference clock.';
  it.each([
    ['14:00:01.999', []],
    ['14:00:02.000', [['Camera runs ahead', 1001, 2000, 'ahead of the reference clock', ASSUMED]]],
    ['13:59:59.000', []],
    ['13:59:58.999', [['Camera runs behind', 1001, 2000, 'behind the reference clock', ASSUMED]]],
  ])('its reading %s at 14:00:00: %j', (reading, expected) => {
    expect(off(reading)).toEqual(expected);
  });
  it.each([
    ['14:00:42', { min: -60_000, max: -2000 }, 'It was taken to be ahead by 2 s to 1 min 00 s.'],
    ['14:00:42', { min: -60_000, max: 0 }, 'It was taken to be ahead by 0 s to 1 min 00 s.'],
    ['13:59:30', { min: 1000, max: 60_000 }, 'It was taken to be behind by 1 s to 1 min 00 s.'],
    ['13:59:30', { min: 0, max: 60_000 }, 'It was taken to be behind by 0 s to 1 min 00 s.'],
    [
      '13:59:30',
      { min: -5000, max: 60_000 },
      'It was taken to be no more than 5 s ahead, and no more than 1 min 00 s behind.',
    ],
  ])('its reading %s, entered as off by %j: %s', (reading, offset, says) => {
    expect(off(reading, offset).map((f) => f.at(-1))).toEqual([says]);
  });
  it('is told of a clock that a sync point names on either side, and of no other', () => {
    const other = {
      ...sync('14:00:42'),
      clockA: 'cam',
      readingA: '14:00:42',
      clockB: 'dispatch',
      readingB: '14:00:00',
    };
    const titles = (more: More) => found('clock-off', log('14:00 note'), more).map((f) => f.title);
    expect(titles({ clocks: clocks(null), syncPoints: [other] })).toEqual(['Camera runs ahead']);
    expect(
      titles({ clocks: [...clocks(null), { ...clocks(null)[1], id: 'x', name: 'X' }], syncPoints: [other] }),
    ).toEqual(['Camera runs ahead']);
    expect(titles({ clocks: clocks({ min: -60_000, max: -2000 }), syncPoints: [] })).toEqual([]);
  });
});
