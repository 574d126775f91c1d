import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analysis/analyze';
import { DEFAULT_POLICIES } from '../../src/record/case';
import type { CaseRecord } from '../../src/record/record';
import type { Finding } from '../../src/rules/finding';
import { phoneWithoutWarrant } from '../../src/rules/search/phone-without-warrant';
import { limitChosen } from '../../src/rules/settings';
import { record, relation } from '../make';
import { found, hand, log } from './facts';

const says = (f: Finding | undefined): string[] => (f?.premises ?? []).map((p) => p.says);
const day = (i: number): string => `2024-02-${String(i + 1).padStart(2, '0')}`;

/** n stops on days of their own, each with its paper after so many minutes. */
const others = (n: number, minutes: number, paper = 'warning-issued', from = 0): string[] =>
  Array.from({ length: n }, (_, i) => [
    `${day(from + i)} 09:00:00 seizure-begins`,
    `${day(from + i)} 09:${String(minutes).padStart(2, '0')}:00 ${paper}`,
    `${day(from + i)} 09:50:00 seizure-ends`,
  ]).flat();
const mine = (paper = '14:40:00 warning-issued') => [
  '14:00:00 seizure-begins: mine',
  '14:05:00-14:06:00 search',
  paper,
  '14:50:00 seizure-ends',
];
const slow = (...lines: string[]) => found('slow-mission', log(...lines));

describe('a mission against the other stops of the record', () => {
  it('says how many were shorter, how long half of them took, and what was left out', () => {
    const [f, ...rest] = slow(...others(20, 10), ...others(1, 10, 'citation-issued', 20), ...mine());
    expect(rest).toEqual([]);
    expect(f?.status).toBe('established');
    expect(f?.bounds).toEqual({ min: 2_399_001, max: 2_400_999 });
    expect(f?.measures).toBe(
      'for the mission: longer than all 20 other stops of officer A with the same outcome',
    );
    expect(f?.subjects).toEqual(['e63', 'e65']);
    expect(says(f)[0]).toBe('Seizure begins: mine');
    expect(says(f)[1]).toMatch(/^20 other stops of the same officer .*half of them took 10 min 00 s/);
    expect(says(f)[2]).toBe('Left out: 1 stop of the same officer with another outcome or without an end.');
  });
  it('counts those that surely were, and those that may have been', () => {
    const [f] = slow(...others(19, 10), ...others(1, 40, 'warning-issued', 19), ...mine());
    expect(f?.measures).toMatch(/longer than 19 to 20 of 20 other stops/);
    expect(f?.status).toBe('established');
    expect(says(f)[2]).toMatch(/^Left out: 0 stops/);
  });
  it.each([
    ['two of twenty took longer: nine in ten were shorter', 18, 2, ['established']],
    ['three of twenty did', 17, 3, []],
  ])('%s', (_, short, long, expected) => {
    const all = slow(...others(short, 10), ...others(long, 45, 'warning-issued', short), ...mine());
    expect(all.map((f) => f.status)).toEqual(expected);
  });
  it('says nothing under twenty, of a stop in which nothing more happened, or of another officer’s', () => {
    expect(slow(...others(19, 10), ...mine())).toEqual([]);
    expect(slow(...others(20, 10), ...mine().filter((l) => !l.includes('search')))).toEqual([]);
    expect(slow(...others(20, 10).map((l) => `${l} @officer Z`), ...mine())).toEqual([]);
    expect(slow(...others(20, 10), ...mine('14:40:00 citation-issued'))).toEqual([]);
  });
  it('takes the end of a stop for its mission’s where no paper came', () => {
    const none = others(20, 10).filter((l) => !l.includes('warning'));
    // All lasted fifty minutes, give or take a second.
    const [f] = slow(...none, ...mine('14:40:00 note'), '2024-03-15 09:00:00 seizure-begins');
    expect(f).toMatchObject({ status: 'arguable', bounds: { min: 2_999_001, max: 3_000_999 } });
    expect(f?.measures).toMatch(/longer than 0 to 20 of 20 other stops/);
    const ended = none.map((l) => l.replace('09:50', '09:20'));
    expect(slow(...ended, ...mine('14:40:00 note'))[0]?.bounds).toEqual({ min: 2_999_001, max: 3_000_999 });
  });
});

describe('a mission to the millisecond', () => {
  const exact = (lines: string[]): string[] => lines.map((l) => l.replace(/(:\d\d:\d\d)(?= )/, '$1.000'));
  const told = (...lines: string[]) => {
    const [f] = slow(...exact([...lines, ...mine()]));
    return f && `${f.status}: ${/longer than .* stops/.exec(f.measures)?.[0]}`;
  };
  it('is not longer than those as long', () => {
    expect(told(...others(20, 40))).toBeUndefined();
    expect(told(...others(20, 39))).toBe('established: longer than all 20 other stops');
    expect(told(...others(18, 39), ...others(2, 40, 'warning-issued', 18))).toBe(
      'established: longer than 18 of 20 other stops',
    );
    expect(told(...others(17, 39), ...others(3, 40, 'warning-issued', 17))).toBeUndefined();
  });
  it('is measured against all, in whatever order they are', () => {
    const mixed = Array.from({ length: 10 }, (_, i) => [
      ...others(1, 10, 'warning-issued', 2 * i),
      ...others(1, i < 2 ? 45 : 39, 'warning-issued', 2 * i + 1),
    ]).flat();
    expect(told(...mixed)).toBe('established: longer than 18 of 20 other stops');
  });
  it('is arguable where nine in ten only may have been shorter', () => {
    const wide = others(10, 0, 'warning-issued', 10).map((l) =>
      l.replace('09:00:00 warning', '0930/0945 warning'),
    );
    expect(told(...others(10, 10), ...wide)).toBe('arguable: longer than 10 to 20 of 20 other stops');
  });
  it('says from when to when, and what that rests on', () => {
    const [f] = slow(...exact([...others(20, 10), ...mine()]));
    expect(f?.quantities).toMatchObject([{ bounds: { min: 2_400_000, max: 2_400_000 } }]);
    expect(f?.restsOn.map((r) => ('row' in r ? r.row : '')).sort()).toEqual(['e60', 'e62']);
  });
  it('is of the paper that came, whatever else completed it before', () => {
    const first = others(20, 10).flatMap((l) =>
      l.includes('warning') ? [l.replace('warning-issued', 'documents-returned'), l] : [l],
    );
    expect(told(...first)).toBe('established: longer than all 20 other stops');
    const [f] = slow(...exact([...others(20, 10, 'citation-issued'), ...mine('14:40:00 citation-issued')]));
    expect(f?.status).toBe('established');
  });
});

describe('a mission against a benchmark', () => {
  const against = (lines: string[], over: Partial<CaseRecord['benchmarks'][number]> = {}) =>
    analyze({
      ...record({ events: log(...lines) }),
      benchmarks: [
        {
          id: 'b',
          caseId: 'c',
          says: 'all districts',
          officer: 'A Marsh',
          measures: 'mission',
          lengths: [
            { min: 600_000, max: 900_000, n: 15 },
            { min: 300_000, max: 360_000, n: 15 },
          ],
          leftOut: [],
          sourceId: '',
          rows: 40,
          made: '2026-11-26',
          ...over,
        },
      ],
    }).findings.filter((f) => f.rule === 'slow-mission');
  it('is its mission or its whole length, as the benchmark measures', () => {
    const [f] = against(mine());
    expect(f?.measures).toBe('for the mission: longer than all 30 other stops (all districts)');
    expect(f?.bounds?.min).toBe(2_399_001);
    expect(says(f)[1]).toMatch(
      /Counted on 2026-11-26 from stop data, 40 rows; half of the 30 took at least 5 min 00 s, at most 6 min 00 s/,
    );
    expect(says(f)[2]).toBe('Left out: none.');
    expect(against(mine(), { measures: 'stop' })[0]?.bounds?.min).toBe(2_999_001);
    expect(against(mine(), { sourceId: 'log' })[0]?.premises[1]?.says).toContain('from Dispatch log,');
  });
  it('is of the whole stop up to the arrest, where no end is written; without either it is silent', () => {
    const arrested = [...mine().slice(0, 3), '14:45:00 arrest'];
    expect(against(arrested, { measures: 'stop' })[0]?.bounds?.min).toBe(2_699_001);
    expect(against(mine().slice(0, 3), { measures: 'stop' })).toEqual([]);
    expect(against(mine().slice(0, 2))).toEqual([]);
    expect(against(mine().slice(1))).toEqual([]);
  });
  const lengths = (...all: [min: number, max: number, n: number][]) => ({
    lengths: all.map(([min, max, n]) => ({ min: min * 60_000, max: max * 60_000, n })),
  });
  const exactly = mine().map((l) => l.replace(/(:00)(?= )/, '$1.000'));
  it.each([
    ['nineteen stops are too few', lengths([1, 2, 19]), []],
    ['twenty are enough', lengths([1, 2, 20]), ['established: longer than all 20 other']],
    ['as long is not shorter', lengths([40, 40, 20]), []],
    [
      'as long at most is not surely shorter',
      lengths([30, 40, 20]),
      ['arguable: longer than 0 to 20 of 20 other'],
    ],
    ['nine in ten', lengths([1, 2, 18], [50, 60, 2]), ['established: longer than 18 of 20 other']],
    ['fewer than nine in ten', lengths([1, 2, 17], [50, 60, 3]), []],
    [
      'nine in ten, half of them surely',
      lengths([1, 2, 9], [1, 50, 9], [50, 60, 2]),
      ['arguable: longer than 9 to 18 of 20 other'],
    ],
  ])('%s', (_, over, told) => {
    const all = against(exactly, over);
    expect(all.map((f) => `${f.status}: ${/longer than .* other/.exec(f.measures)?.[0]}`)).toEqual(told);
  });
  it('names its half and its rows, and what it rests on', () => {
    const [f] = against(exactly, lengths([2, 4, 16], [1, 1, 5]));
    expect(says(f)[1]).toContain('half of the 21 took at least 2 min 00 s, at most 4 min 00 s');
    expect(f?.premises[0]?.row).toBe('e0');
    expect(f?.quantities).toMatchObject([{ bounds: { min: 2_400_000, max: 2_400_000 } }]);
    expect(f?.restsOn.map((r) => ('row' in r ? r.row : '')).sort()).toEqual(['e0', 'e2']);
  });
  it('of nobody is of all stops, also where one names nobody', () => {
    const two = [...mine(), ...mine().map((l) => `2024-03-15 ${l} @`)];
    expect(against(two, { officer: '' })).toHaveLength(2);
  });
  it('is of that officer’s stops, or of all where no stop names him; of none in which nothing more happened', () => {
    const two = [...mine(), ...mine().map((l) => `2024-03-15 ${l} @Officer Marsh`)];
    expect(against(two, { officer: 'Marsh' }).map((f) => f.subjects[0])).toEqual(['e4']);
    expect(against(two, { officer: 'Kowalski' })).toHaveLength(2);
    expect(against(mine().filter((l) => !l.includes('search')))).toEqual([]);
  });
});

describe('entries that cannot all be true', () => {
  const only = (r: Parameters<typeof record>[0]) =>
    analyze(record(r)).findings.filter((f) => f.rule === 'contradiction');
  const apart = (fromId: string, toId: string, over: object) => ({
    ...relation(fromId, toId, { min: 7_200_000, max: 7_200_000, says: 'two hours later', ...over }),
  });
  it('are named as the form, the log and the relation have them', () => {
    const custody = [hand('Ortiz 14:00 > Lab 14:30', { id: 'h' })];
    const edges = { fromEdge: 'released', toEdge: 'received' } as const;
    const [f] = only({ custody, relations: [apart('h', 'h', edges)] });
    expect(f).toMatchObject({ status: 'established', span: null });
    expect(says(f)).toContain('Ortiz to Lab (14:00 to 14:30)');
    expect(says(f)).toContain('two hours later');
    expect(f?.premises.find((p) => p.says === 'two hours later')?.row).toBeNull();
    expect(f?.premises.find((p) => p.says.startsWith('Ortiz'))?.row).toBe('h');
    expect(says(f).at(-1)).toMatch(/^Set aside, being trusted least: /);
    expect(f?.premises.at(-1)?.row).toBe('h');
    const nobody = [{ ...custody[0], id: 'h', releasedBy: '', receivedBy: '' }];
    expect(says(only({ custody: nobody, relations: [apart('h', 'h', edges)] })[0])).toContain(
      'nobody to nobody (14:00 to 14:30)',
    );
  });
  it('are entries of the log with their times, between the first two of them', () => {
    const events = log('14:00-14:05 writing: the warning', '14:10 warning-issued: ');
    const [f] = only({ events, relations: [apart('e0', 'e1', {})] });
    expect(says(f)).toContain('the warning (14:00 to 14:05)');
    expect(says(f)).toContain('Warning issued (14:10)');
    expect(f?.span).toMatchObject({ from: { edge: 'start' }, to: { edge: 'start' } });
    expect(f?.subjects).toEqual(expect.arrayContaining(['e0', 'e1']));
  });
});

describe('a limit of a case', () => {
  const of = (over: object) => {
    const { case: c } = record({});
    return { ...c, policies: { ...c.policies, ...over } };
  };
  it('is chosen where it is another than by default, or was said to be right', () => {
    expect(limitChosen(of({}), 'handOver')).toBe(false);
    expect(limitChosen(of({ handOver: DEFAULT_POLICIES.handOver + 1 }), 'handOver')).toBe(true);
    expect(limitChosen(of({ chosen: ['handOver'] }), 'handOver')).toBe(true);
    expect(limitChosen(of({ chosen: ['phoneDays'] }), 'handOver')).toBe(false);
  });
});

it('the limit of days before a warrant is asked for is that of a late application alone', () => {
  const { limit } = phoneWithoutWarrant;
  const of = (key: string) => (typeof limit === 'function' ? limit({ key } as Finding) : limit);
  expect(of('phone-without-warrant late e1')).toBe('phoneDays');
  expect(of('phone-without-warrant e1 late ')).toBeNull();
});
