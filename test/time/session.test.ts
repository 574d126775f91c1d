import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analysis/analyze';
import { Session } from '../../src/analysis/session';
import type { Change } from '../../src/record/change';
import { Newest } from '../../src/workers/newest';
import { record } from '../make';

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
