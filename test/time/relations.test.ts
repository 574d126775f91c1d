import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MomentRef } from '../../src/record/event';
import type { CaseRecord } from '../../src/record/record';
import { instantsOf } from '../../src/time/grammar/zones';
import { solveRecord } from '../../src/time/solver/solve';
import { proofOf } from '../../src/words/proof';
import { brute, type Listed } from '../brute';
import { record } from '../make';
import { inAllRuns } from '../reached';

const start = (id: string): MomentRef => ({ id, edge: 'start' });
const MIN = 60_000;
const HOUR = 60 * MIN;
const DAY = 24 * HOUR;
const INF = Number.POSITIVE_INFINITY;

/** Bounds from a row at 14:00 (or another time) to a row written as `text`, in ms. */
function bounds(text: string, at = '14:00:00', date = '2024-03-14'): [number, number] {
  const r = record({
    events: [
      { ref: 'stop', start: at, date },
      { ref: 'x', start: text, date: '' },
    ],
  });
  const { min, max } = solveRecord(r).bounds(start('stop'), start('x'));
  return [min, max];
}

describe('a distance from another row', () => {
  it.each([
    ['@stop +19m', 19 * MIN, 20 * MIN - 1],
    ['19 minutes after @stop', 19 * MIN, 20 * MIN - 1],
    ['4m before @stop', -5 * MIN + 1, -4 * MIN],
    ['@stop +about 19m', 14 * MIN, 25 * MIN - 1],
    ['@stop +about 2m', 0, 8 * MIN - 1],
    ['@stop +19m +-30s', 18.5 * MIN, 20.5 * MIN - 1],
    ['@stop +at least 7m', 7 * MIN, INF],
    ['@stop +more than 72h', 72 * HOUR + 1, INF],
    ['@stop +less than 30s', 0, 30_000 - 1],
    ['@stop +up to 2m', 0, 2 * MIN],
    ['@stop +within 2m', 0, 2 * MIN],
    ['within 2 minutes of @stop', -2 * MIN, 2 * MIN],
    ['@stop +2.5 min', 150_000, 156_000 - 1],
    ['@stop +7 or 8 min', 7 * MIN, 9 * MIN - 1],
    ['immediately after @stop', 0, INF],
    ['after @stop; @stop +up to 5m', 0, 5 * MIN],
    // Days, from the clock time to the same clock time.
    ['@stop +31 days', 31 * DAY, 32 * DAY - 1],
    ['@stop +2 weeks', 14 * DAY, 15 * DAY - 1],
    ['@stop +at least 3 days', 3 * DAY, INF],
    ['3 days before @stop', -4 * DAY + 1, -3 * DAY],
  ])('%s', (text, min, max) => {
    expect(bounds(text)).toEqual([min, max]);
  });

  it('counts days by the wall clock over the nights on which it changes', () => {
    // Noon of March 9 to noon of March 10, 2024: 23 hours; November 2 to 3: 25.
    expect(bounds('@stop +1 day', '12:00:00', '2024-03-09')).toEqual([23 * HOUR, 47 * HOUR - 1]);
    expect(bounds('@stop +1 day', '12:00:00', '2024-11-02')).toEqual([25 * HOUR, 49 * HOUR - 1]);
    expect(bounds('@stop +1 day', '12:00:00', '2024-03-14')).toEqual([DAY, 2 * DAY - 1]);
  });

  it('runs from midnight to midnight where the row has no hour', () => {
    const r = record({
      events: [
        { ref: 'stop', start: '2024-03-08', date: '' },
        { ref: 'x', start: '@stop +2 days', date: '' },
      ],
    });
    const w = solveRecord(r).window(start('x'));
    const day = (d: number): number => instantsOf(Date.UTC(2024, 2, d), 'America/Chicago')[0] as number;
    expect([w.min, w.max]).toEqual([day(10), day(11) - 1]);
    expect(day(11) - day(10)).toBe(23 * HOUR);
  });

  it('allows for either change of the clocks where the moment counted from has no reading', () => {
    const r = record({
      events: [
        { ref: 'a', start: '14:00' },
        { ref: 'stop', start: 'after @a' },
        { ref: 'x', start: '@stop +3 days' },
      ],
    });
    const { min, max } = solveRecord(r).bounds(start('stop'), start('x'));
    expect([min, max]).toEqual([3 * DAY - HOUR, 4 * DAY + HOUR - 1]);
  });

  it('is an assumption where only “about” says how far', () => {
    const r = record({
      events: [
        { ref: 'stop', start: '14:00:00' },
        { ref: 'x', start: '@stop +about 19m' },
      ],
    });
    const steps = solveRecord(r).proof(start('stop'), start('x'), 'max');
    expect(steps.map((s) => s.reason)).toEqual([
      { kind: 'relation', row: 'x', edge: 'start', byDefault: true },
    ]);
  });
});

describe('several statements of one moment', () => {
  const r = record({
    events: [
      { ref: 'warning', start: '14:18:00', description: 'Warning printed' },
      { ref: 'dog', start: '14:24:30', description: 'Dog arrives' },
      { ref: 'x', start: '@warning +7 or 8 min; after @dog; by 14:26', description: 'Alert' },
    ],
  });
  it('are edges of their own, each with its own reason', () => {
    const solved = solveRecord(r);
    const w = solved.window(start('x'));
    expect(new Date(w.min).toISOString()).toBe('2024-03-14T19:25:00.000Z');
    expect(new Date(w.max).toISOString()).toBe('2024-03-14T19:26:59.999Z');
    const says = (from: string, end: 'min' | 'max'): string[] =>
      proofOf(r, solved, start(from), start('x'), end, solved.bounds(start(from), start('x')))?.lines.map(
        (l) => l.says,
      ) ?? [];
    expect(says('warning', 'min')).toEqual(['“Alert”: 7 min or 8 min after “Warning printed”.']);
    expect(says('dog', 'max').at(-1)).toMatch(/^“Alert” no later than 14:26:59 by dispatch/);
  });
  it('keep what can be used where one cannot, and it is said', () => {
    const solved = solveRecord(
      record({
        events: [
          { ref: 'a', start: '14:00' },
          { ref: 'x', start: 'after @a; after @nobody; by 14:40' },
        ],
      }),
    );
    expect(solved.unplaced).toEqual([{ row: 'x', edge: 'start', why: '@nobody names no row' }]);
    expect(solved.bounds(start('a'), start('x')).min).toBe(0);
  });
  it('that clash are told apart: the least trusted is set aside alone', () => {
    const solved = solveRecord(
      record({
        events: [
          { ref: 'a', start: '14:00:00' },
          { ref: 'x', start: '@a +5m; @a +9m' },
        ],
      }),
    );
    expect(solved.contradictions).toHaveLength(1);
    expect(solved.contradictions[0]?.entries.map((e) => ('part' in e ? e.part : null)).sort()).toEqual([
      0, 1,
    ]);
  });
});

describe('against the network by brute force', () => {
  // Each statement with its bounds on t(x) - t(target), by its definition and not by the code under test.
  const about = 5 * MIN;
  const statement = fc.nat(40).chain((n) =>
    fc.constantFrom(
      { says: (r: string) => `@${r} +${n}m`, min: n * MIN, max: (n + 1) * MIN - 1 },
      { says: (r: string) => `@${r} -${n}m`, min: -(n + 1) * MIN + 1, max: 0 - n * MIN },
      { says: (r: string) => `${n} minutes after @${r}`, min: n * MIN, max: (n + 1) * MIN - 1 },
      {
        says: (r: string) => `@${r} +about ${n}m`,
        min: Math.max(0, n * MIN - about),
        max: (n + 1) * MIN - 1 + about,
      },
      { says: (r: string) => `@${r} +at least ${n}m`, min: n * MIN, max: INF },
      { says: (r: string) => `more than ${n}m after @${r}`, min: n * MIN + 1, max: INF },
      { says: (r: string) => `@${r} +up to ${n}m`, min: 0, max: n * MIN },
      { says: (r: string) => `within ${n} minutes of @${r}`, min: -n * MIN, max: n * MIN },
      { says: (r: string) => `less than ${n + 1}m before @${r}`, min: -(n + 1) * MIN + 1, max: 0 },
      { says: (r: string) => `after @${r}`, min: 0, max: INF },
      { says: (r: string) => `immediately before @${r}`, min: -INF, max: 0 },
      { says: (r: string) => `same time as @${r}`, min: 0, max: 0 },
      { says: (r: string) => `@${r} +${n} to ${n + 3} min`, min: n * MIN, max: (n + 4) * MIN - 1 },
      { says: (r: string) => `@${r} +${n}d`, min: n * DAY, max: (n + 1) * DAY - 1 },
    ),
  );
  const cell = fc.array(fc.tuple(fc.nat(3), statement), { minLength: 1, maxLength: 3 });

  it('bounds every pair of moments as the statements do', () => {
    let consistent = 0;
    fc.assert(
      fc.property(fc.array(cell, { minLength: 3, maxLength: 3 }), fc.nat(59), (cells, minute) => {
        // Variable 0 is the clock; 1 the first row, read; the others hang on rows before them.
        const list: Listed[] = [{ a: 0, b: 1, min: minute * MIN, max: minute * MIN + MIN - 1 }];
        const texts = cells.map((parts, i) =>
          parts
            .map(([t, s]) => {
              const target = t % (i + 1);
              list.push({ a: target + 1, b: i + 2, min: s.min, max: s.max });
              return s.says(`r${target}`);
            })
            .join('; '),
        );
        const d = brute(5, list);
        if (d.some((row, i) => (row[i] as number) < 0)) return;
        const r: CaseRecord = record({
          // June, far from any change of the clocks; UTC, so that a day is a day.
          clocks: [{ zone: 'UTC' }],
          events: [
            { ref: 'r0', start: `12:${String(minute).padStart(2, '0')}`, date: '2024-06-14' },
            ...texts.map((start, i) => ({ ref: `r${i + 1}`, start, date: '' })),
          ],
        });
        const solved = solveRecord(r);
        if (solved.unplaced.length > 0) throw new Error(`${texts.join(' | ')}: ${solved.unplaced[0]?.why}`);
        consistent++;
        for (let a = 0; a < 4; a++)
          for (let b = 0; b < 4; b++) {
            if (a === b) continue;
            const got = solved.bounds(start(`r${a}`), start(`r${b}`));
            expect([got.min, got.max], `${texts.join(' | ')} r${a} r${b}`).toEqual([
              0 - ((d[b + 1] as number[])[a + 1] as number),
              (d[a + 1] as number[])[b + 1],
            ]);
          }
      }),
      { numRuns: 800 },
    );
    expect(consistent).toBeGreaterThan(inAllRuns(100));
  });
});
