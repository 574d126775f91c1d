import { describe, expect, it } from 'vitest';
import type { CaseRecord } from '../../src/record/record';
import { solveRecord } from '../../src/time/solver/solve';
import { record, relation } from '../make';

const [MIN, EVER] = [60_000, Number.POSITIVE_INFINITY];
const DAY = Date.UTC(2024, 2, 14);
const at = (h: number, m: number, s = 0): number => DAY + (h * 60 + m) * MIN + s * 1000;
const CLOCKS = [
  { zone: 'UTC' },
  { id: 'cam', name: 'cam', kind: 'camera' as const, reference: false, zone: 'UTC' },
  {
    ...{ id: 'typed', name: 'typed', kind: 'camera' as const, reference: false, zone: 'UTC' },
    offset: { min: 20_000, max: 50_000, why: 'typed' },
  },
];

/** The windows, the place and how each start is untied, as the picture has them. */
function placed(r: CaseRecord): Record<string, readonly [number, number, number, number]> {
  const { min, max, at: place, untied } = solveRecord(r).positions;
  return Object.fromEntries(
    r.events.map((e, i) => [
      e.id,
      [min[2 * i] as number, max[2 * i] as number, place[2 * i] as number, untied[2 * i] as number],
    ]),
  );
}
/** The same record on clocks that do not drift, with assumptions of theirs switched off. */
const without = (r: CaseRecord, ...off: string[]): CaseRecord => ({
  ...r,
  case: { ...r.case, policies: { ...r.case.policies, machineDrift: 0 }, trust: { ...r.case.trust, off } },
});

describe('what is known at one end', () => {
  it('is drawn there, by the middle of what its clock may be off', () => {
    const p = placed(
      record({
        clocks: CLOCKS,
        events: [
          { ref: 'after', start: 'after 14:00', clockId: 'typed' },
          { ref: 'before', start: 'before 14:30', clockId: 'typed' },
          { ref: 'both', start: '14:10', clockId: 'typed' },
          { ref: 'ref', start: 'after 14:00' },
          { ref: 'cam', start: 'by 14:00', clockId: 'cam' },
        ],
      }),
    );
    expect(p['after']).toEqual([at(14, 0, 20), EVER, at(14, 0, 35), 0]);
    expect(p['before']).toEqual([-EVER, at(14, 30, 50) - 1, at(14, 30, 35) - 1, 0]);
    expect(p['both']).toEqual([at(14, 10, 20), at(14, 11, 50) - 1, at(14, 11, 5) - 0.5, 0]);
    expect(p['ref']).toEqual([at(14, 0), EVER, at(14, 0), 0]);
    expect(p['cam']).toEqual([-EVER, at(14, 3) - 1, at(14, 1) - 1, 0]);
  });
});

describe('what nothing ties to the reference clock', () => {
  const events = [
    { ref: 'd', start: '14:00' },
    { ref: 'c', start: '14:10', clockId: 'cam' },
    { ref: 'later', start: '@c +2m', clockId: 'cam' },
    { ref: 'open', start: 'after 14:20', clockId: 'cam' },
    { ref: 'held', start: 'between 14:10 and 14:30', clockId: 'cam' },
    { ref: 'film', start: 'v 3:15', clockId: 'cam', sourceId: 'film' },
    { ref: 'dayless', start: 'v 0:10', clockId: 'cam', sourceId: 'tape', date: '' },
    { ref: 'next', start: '@film +1m', clockId: 'cam', sourceId: 'film' },
    { ref: 'nothing', start: '' },
    { ref: 'unknown', start: 'after @nothing' },
  ];
  const r = without(
    record({
      clocks: CLOCKS,
      sources: [
        {},
        { id: 'film', name: 'Film', kind: 'camera' },
        { id: 'tape', name: 'Tape', kind: 'camera' },
      ],
      events,
      relations: [relation('c', 'held', { min: 5 * MIN, max: 10 * MIN })],
    }),
    'cam',
  );
  const p = placed(r);
  it('is drawn as its own clock shows it', () => {
    expect(p['d']?.[3]).toBe(0);
    expect(p['c']).toEqual([at(14, 10), at(14, 11) - 1, at(14, 10, 30) - 0.5, 2]);
    expect(p['open']).toEqual([at(14, 20), EVER, at(14, 20), 2]);
    expect(p['later']?.[3]).toBe(2);
    expect(p['later']?.slice(0, 2)).toEqual([at(14, 12), at(14, 14) - 2]);
    // Its reading lies within the relation to another of that clock.
    expect(p['held']?.slice(0, 2)).toEqual([at(14, 15), at(14, 21) - 1]);
  });
  it('or as a counter counts, from the midnight of its day', () => {
    expect(p['film']?.slice(0, 2)).toEqual([DAY + 195_000, DAY + 195_999]);
    expect(p['film']?.[3]).toBe(1);
    expect(p['dayless']?.slice(0, 2)).toEqual([Date.UTC(2000, 0, 1) + 10_000, Date.UTC(2000, 0, 1) + 10_999]);
    expect(p['next']?.slice(0, 2)).toEqual([DAY + 255_000, DAY + 315_998]);
  });
  it('has no window in time, and its order is told all the same', () => {
    const solved = solveRecord(r);
    const start = (id: string) => ({ id, edge: 'start' }) as const;
    for (const id of ['c', 'open', 'film', 'unknown'])
      expect(solved.window(start(id))).toEqual({ min: -EVER, max: EVER });
    expect([solved.placed(start('c')), solved.placed(start('unknown'))]).toEqual([true, false]);
    expect([solved.surely(start('c'), start('later')), solved.may(start('later'), start('c'))]).toEqual([
      true,
      false,
    ]);
    expect(solved.bounds(start('c'), start('open'))).toEqual({ min: 9 * MIN + 1, max: EVER });
    expect(solved.bounds(start('d'), start('c'))).toEqual({ min: -EVER, max: EVER });
    expect(solved.mayBefore(start('d'), start('c'))).toBe(true);
  });
});

describe('a recording whose row is read on a clock', () => {
  const sources = [{}, { id: 'film', name: 'Film', kind: 'camera' as const }];
  const film = { sourceId: 'film', kind: 'recording' as const };
  const seen = { ref: 'seen', start: 'v 3:15', sourceId: 'film' };
  const window = (...rows: { ref: string; start: string; sourceId: string; kind?: 'recording' }[]) =>
    placed(
      without(record({ clocks: CLOCKS, sources, events: [{ ref: 'x', start: '13:00' }, ...rows, seen] })),
    )['seen'];
  it('begins at its first frame', () => {
    expect(window({ ref: 'r', start: '14:00:00', ...film })).toEqual([
      at(14, 3, 15),
      at(14, 3, 17) - 2,
      at(14, 3, 16) - 1,
      0,
    ]);
  });
  it('but not where two rows say so, where it counts itself, or where it is of another recording', () => {
    const untied = [DAY + 195_000, DAY + 195_999];
    const two = window({ ref: 'r', start: '14:00:00', ...film }, { ref: 's', start: '14:10:00', ...film });
    expect(two?.slice(0, 2)).toEqual(untied);
    expect(window({ ref: 'r', start: 'v 0:00', ...film })?.slice(0, 2)).toEqual(untied);
    expect(window({ ref: 'r', start: '14:00:00', ...film, sourceId: 'log' })?.slice(0, 2)).toEqual(untied);
    expect(window({ ref: 'r', start: '14:00:00', sourceId: 'film' })?.slice(0, 2)).toEqual(untied);
  });
});

describe('a row that is moved to stand in an order', () => {
  const wide = ['a', 'b', 'c'].map((ref) => ({ ref, start: 'between 14:00 and 14:30' }));
  const clocks = [
    ...CLOCKS,
    { id: 'watch', name: 'watch', kind: 'person' as const, reference: false, zone: 'UTC' },
  ];
  const chain = (...ids: string[]) =>
    ids.slice(1).map((id, i) => relation(ids[i] as string, id, { min: 0, max: null }));
  it('does not pass what its own clock shows after it', () => {
    const p = placed(
      record({
        clocks,
        events: [
          ...wide,
          { ref: 'moved', start: '14:10', clockId: 'watch' },
          { ref: 'next', start: '14:11', clockId: 'watch' },
          { ref: 'far', start: '14:25', clockId: 'watch' },
        ],
        relations: chain('a', 'b', 'c', 'moved'),
      }),
    );
    expect(p['next']?.[2]).toBe(at(14, 11, 30) - 0.5);
    expect(p['moved']?.[2]).toBeLessThanOrEqual(p['next']?.[2] as number);
    expect(p['moved']?.[2]).toBeGreaterThan(at(14, 9));
    expect(p['c']?.[2]).toBeLessThan(p['moved']?.[2] as number);
  });
  it('nor what it shows before it', () => {
    const p = placed(
      record({
        clocks,
        events: [
          ...wide,
          { ref: 'far', start: '13:50', clockId: 'watch' },
          { ref: 'last', start: '14:08', clockId: 'watch' },
          { ref: 'moved', start: '14:10', clockId: 'watch' },
        ],
        relations: chain('moved', 'a', 'b', 'c'),
      }),
    );
    expect(p['last']?.[2]).toBe(at(14, 8, 30) - 0.5);
    expect(p['moved']?.[2]).toBeGreaterThanOrEqual(p['last']?.[2] as number);
    expect(p['moved']?.[2]).toBeLessThan(at(14, 12));
    expect(p['a']?.[2]).toBeGreaterThan(p['moved']?.[2] as number);
  });
});
