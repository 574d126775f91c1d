import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDayClock } from '../../src/analysis/day-clock';
import type { DayClock, Exclusion } from '../../src/record/docket';
import { dateOf, dayNumber, printDays, readDays } from '../../src/time/days';
import { inAllRuns } from '../reached';

const days = (text: string): string => {
  const r = readDays(text);
  return r.ok ? `${dateOf(r.days.min)} ${dateOf(r.days.max)}` : r.why;
};

describe('a day without an hour', () => {
  it.each([
    ['2026-03-14', '2026-03-14 2026-03-14'],
    ['March 14, 2026', '2026-03-14 2026-03-14'],
    ['Sat Mar 14 2026', '2026-03-14 2026-03-14'],
    ['3/14/2026', '2026-03-14 2026-03-14'],
    ['2026-02', '2026-02-01 2026-02-28'],
    ['February 2028', '2028-02-01 2028-02-29'],
    ['2026', '2026-01-01 2026-12-31'],
    ['2026-03-14 or 2026-03-16', '2026-03-14 2026-03-16'],
    ['between 2026-03-01 and 2026-03-09', '2026-03-01 2026-03-09'],
    ['March 2026 to 2026-05-02', '2026-03-01 2026-05-02'],
    ['2026-03-01 ±3d', '2026-02-26 2026-03-04'],
    ['about 2026-03-01 +-3 days', '2026-02-26 2026-03-04'],
  ])('%s is %s', (text, is) => expect(days(text)).toBe(is));

  it.each([
    ['2026-02-29', /does not exist/],
    ['3/4/2026', /can be 2026-\d\d-\d\d or 2026/],
    ['about 2026-03-01', /how far/],
    ['before March 2026', /how far/],
    ['between 2026-03-09 and 2026-03-01', /comes after/],
    ['soon', /not a date/],
    ['', /no day/],
  ])('%s is refused', (text, why) => expect(days(text)).toMatch(why));

  it('is printed as it is understood', () => {
    const said = (t: string): string => {
      const r = readDays(t);
      return r.ok ? printDays(r.days) : '';
    };
    expect(['2026-03-14', '2026-03', '2026', '2026-03-01 or 2026-03-04'].map(said)).toEqual([
      'Mar 14, 2026',
      'some day in Mar 2026',
      'some day in 2026',
      'Mar 1 to Mar 4, 2026',
    ]);
  });
});

const clock = (over: Partial<DayClock>): DayClock => ({
  id: 'k',
  caseId: 'c',
  name: 'Speedy trial',
  what: 'indictment filed',
  starts: '2024-02-27',
  startCounts: false,
  stops: '',
  limit: 70,
  authority: '',
  note: '',
  paper: '',
  page: '',
  ...over,
});
const exclusion = (over: Partial<Exclusion>, i = 0): Exclusion => ({
  id: `x${i}`,
  caseId: 'c',
  clock: 'k',
  from: '2024-03-01',
  to: '2024-03-10',
  firstCounts: true,
  lastCounts: true,
  reason: 'motion',
  authority: '',
  paper: '',
  page: '',
  ...over,
});
const read = (k: DayClock, xs: Exclusion[], asOf: string) => {
  const r = readDayClock(k, xs, dayNumber(asOf));
  if (typeof r === 'string') throw new Error(r);
  return r;
};

describe('a clock of days', () => {
  it('counts from the day after, over February 29, through the day asked', () => {
    expect(read(clock({}), [], '2024-03-01').counted).toEqual({ min: 3, max: 3 });
    expect(read(clock({ starts: '2023-02-27' }), [], '2023-03-01').counted).toEqual({ min: 2, max: 2 });
    expect(read(clock({ startCounts: true }), [], '2024-03-01').counted).toEqual({ min: 4, max: 4 });
  });

  it('takes stretches that overlap once, and says so line by line', () => {
    const xs = [exclusion({}), exclusion({ from: '2024-03-08', to: '2024-03-12', reason: 'continuance' }, 1)];
    const r = read(clock({}), xs, '2024-03-31');
    expect(r.counted).toEqual({ min: 33 - 12, max: 33 - 12 });
    expect(r.most.lines.map((l) => l.days)).toEqual([null, 33, -10, -2, 21]);
    expect(r.most.lines[3]?.says).toMatch(
      /Mar 8, 2024 through Mar 12, 2024 \(continuance\); 3 days of it are excluded already/,
    );
    // The lines add up.
    const sum = r.most.lines.slice(0, -1).reduce((n, l) => n + (l.days ?? 0), 0);
    expect(sum).toBe(r.most.lines.at(-1)?.days);
  });

  it('leaves the ends of a stretch in or out, as it is told', () => {
    const of = (over: Partial<Exclusion>): number =>
      read(clock({}), [exclusion(over)], '2024-03-31').most.excluded;
    expect([of({}), of({ lastCounts: false }), of({ firstCounts: false, lastCounts: false })]).toEqual([
      10, 9, 8,
    ]);
    expect(of({ to: '2024-03-01', lastCounts: false })).toBe(0);
  });

  it('stands still while a stretch goes on, and names no last day', () => {
    const r = read(clock({}), [exclusion({ to: '' })], '2024-06-30');
    expect([r.counted.max, r.last, r.open.length]).toEqual([2, null, 1]);
  });

  it('says why it cannot count', () => {
    expect(readDayClock(clock({ starts: '' }), [], 0)).toMatch(/No day starts it/);
    expect(readDayClock(clock({}), [exclusion({ from: 'soon' })], 0)).toMatch(/cannot be read/);
  });

  it('agrees with counting day by day, under every reading of the days that are uncertain', () => {
    let [reached, uncertain] = [0, 0];
    const day = fc.integer({ min: 0, max: 24 });
    const bounds = fc.tuple(day, fc.integer({ min: 0, max: 2 }));
    const stretch = fc.record({
      from: bounds,
      long: fc.integer({ min: 0, max: 8 }),
      wide: fc.integer({ min: 0, max: 2 }),
      first: fc.boolean(),
      last: fc.boolean(),
      open: fc.integer({ min: 0, max: 9 }),
    });
    const zero = dayNumber('2024-02-20');
    const text = (a: number, b: number): string =>
      a === b ? dateOf(zero + a) : `between ${dateOf(zero + a)} and ${dateOf(zero + b)}`;
    fc.assert(
      fc.property(
        bounds,
        fc.array(stretch, { maxLength: 3 }),
        fc.boolean(),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 0, max: 40 }),
        ([s0, sw], list, startCounts, limit, asOf) => {
          const xs = list.map((s) => {
            const [f0, f1] = [s.from[0], s.from[0] + s.from[1]];
            // No stretch can begin after it ends.
            const [t0, t1] = [f1 + s.long, f1 + s.long + s.wide];
            return { ...s, f0, f1, t0, t1, goesOn: s.open === 0 };
          });
          const k = clock({ starts: text(s0, s0 + sw), startCounts, limit });
          const rows = xs.map((x, i) =>
            exclusion(
              {
                from: text(x.f0, x.f1),
                to: x.goesOn ? '' : text(x.t0, x.t1),
                firstCounts: x.first,
                lastCounts: x.last,
              },
              i,
            ),
          );
          const got = read(k, rows, dateOf(zero + asOf));
          // Every assignment, each day looked at by itself.
          let [least, most] = [Infinity, -Infinity];
          let [firstLast, lastLast] = [Infinity, -Infinity];
          let never = false;
          const choose = (i: number, ends: [number, number][]): void => {
            const x = xs[i];
            if (x) {
              for (let f = x.f0; f <= x.f1; f++)
                if (x.goesOn) choose(i + 1, [...ends, [f + (x.first ? 0 : 1), 9999]]);
                else
                  for (let t = x.t0; t <= x.t1; t++)
                    choose(i + 1, [...ends, [f + (x.first ? 0 : 1), t - (x.last ? 0 : 1)]]);
              return;
            }
            for (let s = s0; s <= s0 + sw; s++) {
              const counts = (d: number): boolean =>
                d >= s + (startCounts ? 0 : 1) && !ends.some(([f, t]) => d >= f && d <= t);
              let n = 0;
              for (let d = 0; d <= asOf; d++) if (counts(d)) n++;
              [least, most] = [Math.min(least, n), Math.max(most, n)];
              let last = 0;
              for (let d = 0, c = 0; d < 200; d++) {
                if (counts(d)) c++;
                if (c > limit) break;
                last = d;
              }
              if (last === 199) never = true;
              else [firstLast, lastLast] = [Math.min(firstLast, last), Math.max(lastLast, last)];
            }
          };
          choose(0, []);
          reached++;
          if (least !== most) uncertain++;
          expect(got.counted).toEqual({ min: least, max: most });
          if (got.last) expect(got.last).toEqual({ min: zero + firstLast, max: zero + lastLast });
          else expect(never).toBe(true);
        },
      ),
      { numRuns: 400 },
    );
    expect(reached).toBeGreaterThanOrEqual(inAllRuns(400));
    expect(uncertain).toBeGreaterThan(inAllRuns(100));
  });
});
