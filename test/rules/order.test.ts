import { describe, expect, it } from 'vitest';
import { contextOf } from '../../src/analysis/analyze';
import { againstGrounds } from '../../src/rules/grounds';
import {
  counted,
  few,
  firstAfter,
  firstForItem,
  latestEnd,
  mayBeFor,
  mayBelong,
  mayComeAfter,
  mayComeBy,
  measured,
  stopAfter,
  stopOf,
  tasksOf,
  untilEnd,
} from '../../src/rules/order';
import { endOf, startOf } from '../../src/rules/rule';
import {
  clipEnd,
  clipStart,
  lengthOf,
  ONE_AT_A_TIME,
  overBy,
  restsUncovered,
  type Stretch,
  stretchOf,
  tasksByTime,
  uncovered,
} from '../../src/rules/stretch';
import { ByTime } from '../../src/rules/sweep';
import { isNamedIn, plainName } from '../../src/rules/words';
import { stopsOf } from '../../src/stops/stops';
import { solveRecord } from '../../src/time/solver/solve';
import { record } from '../make';
import { log } from './facts';

/** The context of a log, and its rows by what they are called. */
function of(...lines: string[]) {
  const r = record({ events: log(...lines) });
  const solved = solveRecord(r);
  const context = contextOf(r, solved, stopsOf(r, solved));
  return {
    ...context,
    context,
    e: r.events,
    at: (i: number) => startOf(r.events[i] as (typeof r.events)[number]),
  };
}
const ids = (rows: Iterable<{ id: string }>): string[] => [...rows].map((e) => e.id);

describe('which comes first', () => {
  const { solved, at } = of(
    '14:00:00.000 note: a',
    '14:00:00.000 note: b',
    '14:00:00.001 note: c',
    '14:00 note: d',
  );
  it('surely, maybe, and at one instant neither after the other', () => {
    expect([solved.surely(at(0), at(1)), solved.mayBefore(at(0), at(1))]).toEqual([true, false]);
    expect([solved.surely(at(0), at(2)), solved.mayBefore(at(0), at(2))]).toEqual([true, true]);
    expect([solved.surely(at(2), at(0)), solved.mayBefore(at(2), at(0))]).toEqual([false, false]);
    expect([solved.surely(at(2), at(3)), solved.mayBefore(at(3), at(2))]).toEqual([false, true]);
  });
});

describe('rows before and after a moment', () => {
  const { context, at, stops } = of(
    '14:05:00.000 note: late',
    '14:00:00.000 note: early',
    '14:03:00.000 odour: smell',
    '14:03:00.000 note: same',
    'teatime note: at no known time',
  );
  it('are given from the earliest on, those at the moment itself among those before it', () => {
    expect(ids(mayComeBy(context, null, ['note'], [at(2)]))).toEqual(['e4', 'e1', 'e3']);
    expect(ids(mayComeBy(context, null, ['note', 'odour'], [at(1), at(2)]))).toEqual([
      'e4',
      'e1',
      'e3',
      'e2',
    ]);
    expect(ids(mayComeAfter(context, ['note'], at(2)))).toEqual(['e4', 'e0']);
    expect(ids(mayComeAfter(context, ['note', 'odour'], at(1)))).toEqual(['e4', 'e3', 'e2', 'e0']);
    expect(stops).toEqual([]);
  });
  it('the first of them are all that may be it, kind by kind and then in the order of the record', () => {
    const c = of(
      '14:00:00 arrest',
      '14:09:00 odour: later',
      '14:05 note: a minute wide',
      '14:05:30 odour: within it',
      '14:05:30 note: within it too',
      '14:06:30 note: after it',
    );
    expect(ids(firstAfter(c.context, ['note', 'odour'], c.at(0)))).toEqual(['e2', 'e4', 'e3']);
    expect(ids(firstAfter(c.context, ['odour', 'note'], c.at(0)))).toEqual(['e3', 'e2', 'e4']);
    expect(ids(firstAfter(c.context, ['note', 'odour'], c.at(0), (e) => e.id !== 'e2'))).toEqual([
      'e4',
      'e3',
    ]);
    expect(ids(few(1, mayComeAfter(c.context, ['note'], c.at(0))))).toEqual(['e2']);
    expect(ids(few(9, mayComeAfter(c.context, ['note'], c.at(0))))).toEqual(['e2', 'e4', 'e5']);
  });
  it('for an item: those that name it in any case, or none; for none, the first of all', () => {
    const c = of(
      '14:01:00 warrant-issued: other #B',
      '14:02:00 warrant-issued: mine #a1',
      '14:03:00 warrant-issued: any',
      '14:04:00 warrant-issued: later #A1',
    );
    expect(ids(firstForItem(c.context, 'warrant-issued', 'A1'))).toEqual(['e1']);
    expect(ids(firstForItem(c.context, 'warrant-issued', 'b'))).toEqual(['e0']);
    expect(ids(firstForItem(c.context, 'warrant-issued', 'z'))).toEqual(['e2']);
    expect(ids(firstForItem(c.context, 'warrant-issued', ''))).toEqual(['e0']);
    const row = (item: string) => ({ ...(c.e[0] as (typeof c.e)[number]), item });
    expect([mayBeFor(row('A'), row('a')), mayBeFor(row(''), row('a')), mayBeFor(row('A'), row(''))]).toEqual([
      true,
      true,
      true,
    ]);
    expect(mayBeFor(row('A'), row('B'))).toBe(false);
  });
});

describe('what may belong to one of several stops', () => {
  const c = of(
    '2024-03-13 09:00:00.000 seizure-begins',
    '2024-03-13 09:05:00.000 odour: in the first',
    '2024-03-13 09:10:00.000 seizure-ends',
    '08:00:00.000 odour: six hours before',
    '07:59:59.999 odour: a millisecond more',
    '14:00:00.000 seizure-begins',
    '14:10:00.000 odour: in the second',
    '14:20:00.000 seizure-ends',
    '2024-03-15 09:00:00.000 seizure-begins',
    '2024-03-15 09:00:00.000 odour: with the third',
    '2024-03-15 09:10:00.000 seizure-ends',
    'after~@e5 odour: in no known place',
    '2024-03-15 08:00:00.000 observation: next morning',
  );
  const [first, second, third] = c.stops;
  const belong = (stop: (typeof c.stops)[number] | undefined) =>
    ids(mayBelong(c.context, stop ?? null, ['odour'])).sort();
  it('is what lies from six hours before it to the beginning of the next', () => {
    expect(c.stops).toHaveLength(3);
    expect(belong(first)).toEqual(['e1', 'e3', 'e4']);
    expect(belong(second)).toEqual(['e11', 'e3', 'e6']);
    expect(belong(third)).toContain('e9');
    expect(belong(second)).not.toContain('e9');
    expect(ids(mayBelong(c.context, null, ['odour']))).toHaveLength(6);
    expect(mayBelong(c.context, second ?? null, [])).toEqual([]);
    expect(ids(mayBelong(c.context, second ?? null, ['observation', 'odour']))[0]).toBe('e12');
    expect(ids(mayComeBy(c.context, second ?? null, ['odour'], [c.at(6)]))).toEqual(['e3', 'e11', 'e6']);
  });
  it('knows the stop after one, and the stop of a row', () => {
    expect(
      [first, second, third].map((s) => stopAfter(c.context, s as NonNullable<typeof first>)?.key),
    ).toEqual([second?.key, third?.key, undefined]);
    expect(stopOf(c.context, 'e6')).toBe(second);
    expect(stopOf(c.context, 'e1')).toBe(first);
    expect(stopOf(c.context, 'nowhere')).toBeNull();
  });
});

describe('the end of a stop', () => {
  it('is the stated one, else the latest of its acts, whichever may be', () => {
    const stated = of('14:00:00.000 seizure-begins', '14:10:00.000 seizure-ends', '14:05:00.000 note');
    const [s] = stated.stops;
    if (!s) throw new Error('no stop');
    expect(untilEnd(stated.solved, s, stated.at(0))).toEqual({ min: 600_000, max: 600_000 });
    expect(latestEnd(stated.solved, s)).toBe(stated.solved.window(stated.at(1)).max);
    const open = of(
      '14:00:00.000 seizure-begins',
      '14:05:30.000 documents-received',
      '14:05 documents-returned',
      '14:03:00.000 approach',
    );
    const [o] = open.stops;
    if (!o) throw new Error('no stop');
    expect(untilEnd(open.solved, o, open.at(0))).toEqual({ min: 330_000, max: 359_999 });
    expect(latestEnd(open.solved, o)).toBe(open.solved.window(open.at(2)).max);
  });
});

describe('an act against its grounds', () => {
  const c = of(
    '14:00:00.000 search',
    '14:00:00.000 odour: in the very instant',
    '14:00:00.001 odour: a millisecond later',
    '14:00 odour: in that minute',
    '14:00:00.001 alert: as late',
    '14:00:10.000 found',
  );
  const against = (...grounds: number[]) =>
    againstGrounds(
      c.context,
      c.at(0),
      grounds.map((i) => c.e[i] as (typeof c.e)[number]),
    );
  it.each([
    ['none', [], null, 'established', null],
    ['one in the very instant', [1], 'e1', 'foreclosed', { min: 0, max: 0 }],
    ['one a millisecond later', [2], 'e2', 'established', { min: 1, max: 1 }],
    ['one in the minute that begins with it', [3], 'e3', 'arguable', { min: 0, max: 59_999 }],
    ['the earlier of two, written last', [5, 2], 'e2', 'established', { min: 1, max: 1 }],
    ['of two as early the one written first', [4, 2], 'e4', 'established', { min: 1, max: 1 }],
    ['a wide one, and one a millisecond later', [2, 3], 'e3', 'arguable', { min: 0, max: 1 }],
  ])('%s', (_, grounds, first, status, lead) => {
    const told = against(...grounds);
    expect([told.first?.id ?? null, told.status, told.lead]).toEqual([first, status, lead]);
    expect(told.quantities.map((q) => q.to)).toEqual(grounds.map((i) => c.at(i)));
  });
  it('is measured to twelve of them, and what is counted is never below nothing', () => {
    expect(against(...Array.from({ length: 13 }, () => 2)).quantities).toHaveLength(12);
    expect(counted({ min: -2, max: -1 })).toEqual({ min: 0, max: 0 });
    expect(counted({ min: -2, max: 1 })).toEqual({ min: 0, max: 1 });
  });
});

describe('words of what is measured', () => {
  it('say that no length is proved where the order alone is', () => {
    expect(measured('to the search', { min: 0, max: 1 })).toMatch(/no length is proved/);
    expect(measured('to the search', { min: 1, max: 2 })).toBe('to the search');
    expect(measured('to the search', { min: 0, max: 0 })).toBe('to the search');
    expect(measured('to the search', null)).toBe('to the search');
  });
  it('a place is named by whole words', () => {
    expect(plainName(' LOCKER-#7. ')).toBe('locker 7');
    expect([isNamedIn('locker 7', 'opened Locker #7'), isNamedIn('locker 7', 'locker 71')]).toEqual([
      true,
      false,
    ]);
  });
});

describe('a stretch of time', () => {
  const c = of(
    '14:00:00.000-14:10:00.000 sniff',
    '14:02:00.000 arrest',
    '14:10:00.000 alert',
    '14:20:00.000 note: later',
    '14:30:00.000 sniff: open',
    '14:31:00.000 note: next',
    '14:04:00.000-14:06:00.000 writing: within',
    '14:08:00.000-14:12:00.000 writing: across its end',
    '13:58:00.000-14:01:00.000 writing: across its beginning',
  );
  const row = (i: number) => c.e[i] as (typeof c.e)[number];
  const none = () => null;
  const whole = stretchOf(c.solved, row(0), none);
  const minutes = (s: Stretch) => lengthOf(c.solved, s).max / 60_000;
  it('ends as stated, else with the next act of the officer, else nowhere', () => {
    expect(whole).toEqual({ starts: [c.at(0)], ends: [endOf(row(0))], closed: true, assumed: false });
    const next = stretchOf(c.solved, row(4), () => row(5));
    expect(next).toMatchObject({ ends: [c.at(5)], closed: false, assumed: true });
    expect(lengthOf(c.solved, next)).toEqual({ min: 0, max: 60_000 });
    const open = stretchOf(c.solved, row(4), none);
    expect(open).toMatchObject({ ends: [], closed: false, assumed: false });
    expect(lengthOf(c.solved, open)).toEqual({ min: 0, max: Number.POSITIVE_INFINITY });
  });
  it('is clipped only by what comes later than its beginning, or before its end', () => {
    expect(minutes(clipStart(c.solved, whole, c.at(1)))).toBe(8);
    expect(clipStart(c.solved, whole, c.at(0))).toBe(whole);
    expect(clipStart(c.solved, whole, null)).toBe(whole);
    expect(minutes(clipEnd(c.solved, whole, [c.at(1)]))).toBe(2);
    expect(clipEnd(c.solved, whole, [c.at(2)])).toBe(whole);
    expect(clipEnd(c.solved, whole, [c.at(3)])).toBe(whole);
    expect(clipEnd(c.solved, stretchOf(c.solved, row(4), none), [c.at(3)]).ends).toEqual([c.at(3)]);
    expect(lengthOf(c.solved, clipStart(c.solved, whole, c.at(3)))).toEqual({ min: 0, max: 0 });
  });
  const beside = (...tasks: number[]) =>
    uncovered(c.solved, whole, tasksByTime(c.solved, tasks.map(row), none));
  it.each([
    ['a task within it', [6], 8],
    ['one across its end', [7], 8],
    ['one across its beginning', [8], 9],
    ['all three', [6, 7, 8], 5],
    ['none', [], 10],
  ])('less %s', (_, tasks, left) => {
    const u = beside(...tasks);
    expect(u.bounds).toEqual({ min: left * 60_000, max: left * 60_000 });
    expect(u.beside.map((e) => e.id).sort()).toEqual(tasks.map((i) => `e${i}`));
    expect(u.compared).toHaveLength(tasks.length);
  });
  it('is not less by itself, nor by a task elsewhere', () => {
    const tasks = tasksByTime(c.solved, [row(0)], none);
    expect(uncovered(c.solved, whole, tasks).bounds).toEqual({ min: 0, max: 0 });
    expect(uncovered(c.solved, whole, tasks, new Set(['e0'])).bounds.max).toBe(600_000);
    expect(beside(3).bounds.min).toBe(600_000);
  });
  it('may be less by a task without an end, and rests on it and on one act at a time', () => {
    const open = of('14:00:00.000-14:10:00.000 sniff', '14:05:00.000 writing', '14:20:00.000 note');
    const [s, w, n] = open.e;
    if (!s || !w || !n) throw new Error('no rows');
    const own = stretchOf(open.solved, s, none);
    const u = uncovered(
      open.solved,
      own,
      tasksByTime(open.solved, [w], () => n),
    );
    expect(u.bounds).toEqual({ min: 300_000, max: 600_000 });
    expect(restsUncovered(own, u)).toContain(ONE_AT_A_TIME);
    expect(restsUncovered(own, uncovered(open.solved, own, tasksByTime(open.solved, [], none)))).toEqual([
      [own.starts[0], own.ends[0]],
    ]);
  });
  it.each([24, 25, 40])('beside %i tasks of ten seconds each, less those at least', (n) => {
    const many = of(
      '14:00:00.000-15:00:00.000 sniff',
      ...Array.from(
        { length: n },
        (_, i) =>
          `14:${String(i + 1).padStart(2, '0')}:00.000-14:${String(i + 1).padStart(2, '0')}:10.000 writing`,
      ),
    );
    const [s, ...rows] = many.e;
    if (!s) throw new Error('no row');
    const u = uncovered(many.solved, stretchOf(many.solved, s, none), tasksByTime(many.solved, rows, none));
    expect(u.bounds.min).toBe(3_600_000 - n * 10_000);
    expect(u.bounds.max).toBe(n <= 24 ? 3_600_000 - n * 10_000 : 3_600_000);
    expect(u.beside).toHaveLength(Math.min(n, 24));
  });
  it('is over with its stated end, else with the next act, else nobody knows', () => {
    expect(overBy(c.solved, () => row(5))(row(0))).toEqual(endOf(row(0)));
    expect(overBy(c.solved, () => row(5))(row(4))).toEqual(c.at(5));
    expect(overBy(c.solved, none)(row(4))).toBeNull();
  });
  it('of several beginnings and ends is clipped where any of them lets it', () => {
    const two = { ...whole, starts: [c.at(0), c.at(1)], ends: [endOf(row(0)), c.at(3)] };
    expect(clipStart(c.solved, two, endOf(row(8))).starts).toHaveLength(3);
    expect(clipEnd(c.solved, two, [endOf(row(7))]).ends).toHaveLength(3);
    expect(lengthOf(c.solved, two)).toEqual({ min: 480_000, max: 480_000 });
  });
  it('rests on its ends, and on where the task begins and ends within it', () => {
    expect(restsUncovered(whole, beside(6))).toEqual([
      [c.at(0), endOf(row(0))],
      [c.at(0), c.at(6)],
      [endOf(row(6)), endOf(row(0))],
    ]);
  });
  describe('among thirty tasks', () => {
    const two = (n: number): string => String(n).padStart(2, '0');
    const t = of(
      '15:00:00.000-15:10:00.000 sniff: after them all',
      '14:10:30.000 sniff: without an end',
      '15:20:00.000 note: next',
      '14:10:30.000-14:10:30.000 sniff: of no length',
      ...Array.from({ length: 30 }, (_, i) => `14:${two(i + 10)}:00.000-14:${two(i + 10)}:50.000 writing`),
    );
    const [late, open, note, moment, ...rows] = t.e;
    if (!late || !open || !note || !moment) throw new Error('no rows');
    const all = tasksByTime(t.solved, rows, none);
    it('those that ended before it are none of its own', () => {
      const u = uncovered(t.solved, stretchOf(t.solved, late, none), all);
      expect(u).toEqual({ bounds: { min: 600_000, max: 600_000 }, beside: [], compared: [] });
    });
    it('one without a stated end is at most all of its time', () => {
      const u = uncovered(
        t.solved,
        stretchOf(t.solved, open, () => note),
        all,
      );
      expect(u.bounds).toEqual({ min: 0, max: 69.5 * 60_000 });
      expect([u.beside.length, u.compared.length]).toEqual([24, 0]);
      expect(u.beside[0]?.kind).toBe('writing');
    });
    it('one of no length has none beside it', () => {
      const u = uncovered(t.solved, stretchOf(t.solved, moment, none), all);
      expect(u).toEqual({ bounds: { min: 0, max: 0 }, beside: [], compared: [] });
    });
  });
  it('the tasks of a stop are those of its mission, as the case counts them', () => {
    const t = of(
      '14:00:00 seizure-begins',
      '14:01:00-14:02:00 writing',
      '14:03:00-14:04:00 off-mission-questions',
    );
    const [s] = t.stops;
    if (!s) throw new Error('no stop');
    expect(
      tasksOf(t.context, s)
        .touching(0, Number.POSITIVE_INFINITY, 9)
        .map((x) => x.e.id),
    ).toEqual(['e1']);
    expect(tasksOf(t.context, s)).toBe(tasksOf(t.context, s));
  });
});

describe('rows by time', () => {
  const c = of(
    '14:05:00.000-14:06:00.000 writing',
    '14:00:00.000 writing: open',
    '14:10:00.000-14:20:00.000 writing',
    '14:01:00.000-14:02:00.000 writing',
  );
  const rows = new ByTime(c.solved, c.e, startOf, (e) => (c.solved.openEnd(e.id) ? null : endOf(e)));
  const ms = (i: number, plus = 0): number => c.solved.window(c.at(i)).min + plus;
  it('up to an instant, from one on, and between two, the latest first and no more than asked for', () => {
    expect(ids(rows.upTo(ms(0)))).toEqual(['e1', 'e3', 'e0']);
    expect(ids(rows.upTo(ms(0, -1)))).toEqual(['e1', 'e3']);
    expect(ids(rows.since(ms(0, 60_000)))).toEqual(['e1', 'e0', 'e2']);
    expect(ids(rows.since(ms(0, 60_001)))).toEqual(['e1', 'e2']);
    expect(ids(rows.touching(ms(3, 60_000), ms(0), 9))).toEqual(['e0', 'e3', 'e1']);
    expect(ids(rows.touching(ms(3, 60_001), ms(0, -1), 9))).toEqual(['e1']);
    expect(ids(rows.touching(ms(3, 60_000), ms(2), 2))).toEqual(['e2', 'e0']);
    expect(ids(new ByTime(c.solved, [], startOf).touching(0, Number.POSITIVE_INFINITY, 9))).toEqual([]);
    expect(ids(new ByTime(c.solved, [], startOf).since(0))).toEqual([]);
    const moments = new ByTime(c.solved, c.e, startOf);
    expect(ids(moments.touching(ms(2), ms(2), 9))).toEqual(['e2']);
    expect(ids(moments.since(ms(2, 1)))).toEqual([]);
  });
});
