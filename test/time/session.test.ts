import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analysis/analyze';
import { Session } from '../../src/analysis/session';
import type { Change } from '../../src/record/change';
import type { EventRow } from '../../src/record/event';
import type { CaseRecord } from '../../src/record/record';
import { solveRecord } from '../../src/time/solver/solve';
import { Newest } from '../../src/workers/newest';
import { record } from '../make';
import { inAllRuns } from '../reached';

const runs = (n: number) => ({ numRuns: n, seed: 20261126 });

const base = record({
  clocks: [{}, { id: 'cam', name: 'cam', kind: 'camera', reference: false }],
  events: [
    { ref: 'a', start: '12:00' },
    { ref: 'b', start: '12:03', clockId: 'cam' },
    { ref: 'c', start: 'after @b' },
  ],
});
const moved = (start: string): Change => {
  const [before] = base.events;
  if (!before) throw new Error('no event');
  return { table: 'events', id: before.id, before, after: { ...before, start } };
};

describe('a case analyzed while it is edited', () => {
  it('says after every edit what an analysis of the record says, and keeps its solution until the next', () => {
    const session = new Session();
    expect(() => session.analysis()).toThrow('no record is open');
    session.open(base);
    expect(session.analysis()).toEqual(analyze(base));
    const solution = session.solution();
    expect(session.preview([moved('12:02')]).positions.min[0]).toBe(Date.parse('2024-03-14T12:02:00-05:00'));
    expect(session.solution()).toBe(solution);
    session.follow([moved('12:02')]);
    expect(session.solution()).not.toBe(solution);
    expect(session.analysis().positions.min[0]).toBe(Date.parse('2024-03-14T12:02:00-05:00'));
  });
  it('a note, an exhibit and a demand change nothing: the record stays the same, and solved', () => {
    const session = new Session();
    session.open(base);
    const solution = session.solution();
    for (const table of ['notes', 'theories', 'disclosures', 'exhibits', 'demands'] as const)
      session.follow([{ table, id: 'x', before: null, after: { id: 'x' } }]);
    expect(session.record).toBe(base);
    expect(session.solution()).toBe(solution);
  });
});

describe('words written anew', () => {
  const edited = (session: Session, fields: Partial<EventRow>): void => {
    const before = session.record?.events[1] as EventRow;
    session.follow([{ table: 'events', id: before.id, before, after: { ...before, ...fields } }]);
  };
  it('leave the solution as it is, and are what the rules read', () => {
    const session = new Session();
    session.open(base);
    const solution = session.solution();
    edited(session, { actor: 'Deputy Ash', description: 'Deputy Ash asks who is in the car', page: '4' });
    expect(session.solution()).toBe(solution);
    expect(session.analysis()).toEqual(analyze(structuredClone(session.record as CaseRecord)));
    expect(session.record?.events[1]?.actor).toBe('Deputy Ash');
  });
  it.each<Partial<EventRow>>([
    { start: '12:04' },
    { end: '12:09' },
    { date: '2024-03-15' },
    { zone: 'UTC' },
    { clockId: 'dispatch' },
    { sourceId: 'elsewhere' },
    { kind: 'recording' },
    { ref: 'z' },
    { logId: 'another' },
    { order: 9 },
  ])('are more than words where they are %o', (fields) => {
    const session = new Session();
    session.open(base);
    const solution = session.solution();
    edited(session, { description: 'Words, and nothing else' });
    expect(session.solution()).toBe(solution);
    edited(session, fields);
    expect(session.solution()).not.toBe(solution);
    expect(session.analysis()).toEqual(analyze(structuredClone(session.record as CaseRecord)));
  });
  it('do not make an answer to a question out of how the record stands', () => {
    const asked = { off: new Set(['assumption cam zone']) };
    const answer = solveRecord(base, asked);
    expect(solveRecord(base, asked, answer)).not.toBe(answer);
    expect(solveRecord(base, {}, answer)).not.toBe(answer);
    expect(solveRecord(base, asked, solveRecord(base)).assumptions).toEqual(answer.assumptions);
  });
});

describe('what an edit leaves as it was', () => {
  const texts = [
    '12:00',
    '12:03:20',
    '1204',
    '~12:05',
    '12:01 or 12:02',
    '1:30',
    '12:06 Z',
    'v 0:40',
    'after @b',
    '@a +2m',
    '@1206',
    '+45s',
    '',
    '3/14/2024',
    'no time at all',
  ];
  const row = fc.record({
    start: fc.constantFrom(...texts),
    end: fc.constantFrom('', '', '12:07', '+2m', 'v 0:50', 'before @c'),
    clockId: fc.constantFrom('dispatch', 'cam', 'watch'),
    kind: fc.constantFrom('writing' as const, 'note' as const, 'recording' as const, 'sniff' as const),
    zone: fc.constantFrom('', '', 'UTC'),
    date: fc.constantFrom('2024-03-14', '2024-03-10', '2024-11-03', ''),
  });
  const step = fc.record({ how: fc.nat(9), at: fc.nat(20), row });

  it('is read again where what it says hangs on which rows there are', () => {
    const session = new Session();
    session.open(
      record({
        events: [
          { ref: '1206', start: '12:00' },
          { ref: 'b', start: '@1206' },
        ],
      }),
    );
    const at = () => session.analysis().positions.min[2];
    expect(at()).toBe(Date.parse('2024-03-14T12:00:00-05:00'));
    const named = (ref: string): void => {
      const before = session.record?.events[0] as EventRow;
      session.follow([{ table: 'events', id: before.id, before, after: { ...before, ref } }]);
    };
    named('a');
    expect(at()).toBe(Date.parse('2024-03-14T12:06:00-05:00'));
    named('1206');
    expect(at()).toBe(Date.parse('2024-03-14T12:00:00-05:00'));
  });
  // In parts, each short enough for every mutant (`test/mutation`).
  it.each([1, 2, 3, 4, 5])('is not read again, and gives what reading it all anew gives: part %i', (part) => {
    let compared = 0;
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 2, maxLength: 8 }),
        fc.array(step, { minLength: 1, maxLength: 4 }),
        (rows, steps) => {
          const names = ['a', 'b', 'c', '1206'];
          const session = new Session();
          session.open(
            record({
              clocks: [
                {},
                { id: 'cam', name: 'cam', kind: 'camera', reference: false },
                { id: 'watch', name: 'watch', kind: 'person', reference: false, zone: '' },
              ],
              events: rows.map((r, i) => ({ id: `e${i}`, ref: names[i] ?? `x${i}`, ...r })),
            }),
          );
          session.solution();
          for (const [k, { how, at, row: r }] of steps.entries()) {
            const { events } = session.record as CaseRecord;
            const before = events[at % events.length] as EventRow;
            const made = { ...before, ...r, id: `e${at % 8}${k}`, ref: how === 7 ? 'b' : `y${k}` };
            const change: Change =
              how < 2
                ? { table: 'events', id: made.id, before: null, after: made }
                : how === 2 && events.length > 1
                  ? { table: 'events', id: before.id, before, after: null }
                  : how === 3
                    ? { table: 'events', id: before.id, before, after: { ...before, ref: '1206' } }
                    : how > 7
                      ? { table: 'events', id: before.id, before, after: { ...before, actor: `P${k}` } }
                      : { table: 'events', id: before.id, before, after: { ...before, ...r } };
            session.follow([change]);
            if (how % 2 === 0) continue;
            compared++;
            expect(session.analysis()).toEqual(analyze(structuredClone(session.record as CaseRecord)));
          }
        },
      ),
      { ...runs(10), seed: 20261128 + part },
    );
    expect(compared).toBeGreaterThan(inAllRuns(5));
  });
});

describe('of one kind of work only the newest', () => {
  it('is done: what waits is overtaken before it begins, other kinds go on, and what is stopped gives null', async () => {
    const newest = new Newest();
    const done: string[] = [];
    const work = (name: string) => () => {
      done.push(name);
      return name;
    };
    const all = [
      newest.run('analysis', work('first')),
      newest.run('analysis', work('second')),
      newest.run('preview', work('preview')),
      newest.run('measure', work('stopped')),
    ];
    newest.stop('measure');
    expect(await Promise.all(all)).toEqual([null, 'second', 'preview', null]);
    expect(done).toEqual(['second', 'preview']);
  });
  it('goes on in steps, and is given up between two of them', async () => {
    const newest = new Newest();
    let steps = 0;
    function* long(most: number) {
      for (let i = 0; i < most; i++) {
        steps++;
        const until = performance.now() + 20;
        while (performance.now() < until);
        yield;
      }
      return 'done';
    }
    expect(await newest.runSteps('examine', long(2))).toBe('done');
    const overtaken = newest.runSteps('examine', long(1000));
    setTimeout(() => newest.stop('examine'), 40);
    expect(await overtaken).toBeNull();
    expect(steps).toBeLessThan(100);
  });
});
