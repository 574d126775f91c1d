import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analysis/analyze';
import { Session } from '../../src/analysis/session';
import { applyChanges } from '../../src/record/apply';
import type { Change } from '../../src/record/change';
import type { EventRow } from '../../src/record/event';
import { SolvedRecord } from '../../src/time/solver/solve';
import { finish } from '../../src/time/solver/steps';
import { record } from '../make';

const times = [
  '12:00',
  '12:03:10',
  '12:07',
  '12:07:30',
  '12:31',
  'about 12:10',
  '12:05 to 12:09',
  'after 12:02',
  '00:03:15',
  '25:99',
  '',
];
const start = (i: number) =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...times) },
    { weight: 3, arbitrary: fc.nat(5).map((k) => (k === i ? '12:01' : `after @e${k}`)) },
  );
const kinds = [
  'note',
  'search',
  'sniff',
  'writing',
  'warning-issued',
  'off-mission-questions',
  'seizure-begins',
  'recording',
] as const;
const row = (i: number) =>
  fc.record({
    start: start(i),
    end: fc.oneof(
      { weight: 3, arbitrary: fc.constant('') },
      fc.constantFrom('12:20', '12:32:05', '+2m', 'after @e1'),
    ),
    kind: fc.constantFrom(...kinds),
    clockId: fc.constantFrom('dispatch', 'cam'),
    actor: fc.constantFrom('officer A', 'officer B'),
    date: fc.constantFrom('2024-03-14', '2024-03-14', '2024-03-14', '2024-03-15'),
    description: fc.constantFrom('x', 'y'),
  });
const rows = fc.tuple(row(0), row(1), row(2), row(3), row(4), row(5));
const edit = fc.record({
  at: fc.nat(5),
  to: row(9),
  fields: fc.subarray(['start', 'end', 'kind', 'clockId', 'actor', 'date', 'description'] as const, {
    minLength: 1,
  }),
});

function madeFrom(list: readonly object[]) {
  return record({
    clocks: [
      {},
      {
        id: 'cam',
        name: 'cam',
        kind: 'camera',
        reference: false,
        offset: { min: -43_000, max: -41_000, why: 'radio call' },
      },
    ],
    events: list.map((r, i) => ({ ref: `e${i}`, ...(r as { start: string }) })),
  });
}

describe('a case analyzed while it is edited', () => {
  it('says after every edit what a full analysis says', () => {
    fc.assert(
      fc.property(rows, fc.array(edit, { minLength: 1, maxLength: 6 }), (list, edits) => {
        const session = new Session();
        let now = madeFrom(list);
        finish(session.open(now));
        for (const { at, to, fields } of edits) {
          const before = now.events[at] as EventRow;
          const after = { ...before, ...Object.fromEntries(fields.map((f) => [f, to[f]])) } as EventRow;
          const changes: Change[] = [{ table: 'events', id: before.id, before, after }];
          now = applyChanges(now, changes);
          const quick = finish(session.follow(changes));
          const full = analyze(now);
          expect(quick).toEqual(full);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('mends most single edits of a time, and knows when it must not', () => {
    let [mended, all] = [0, 0];
    fc.assert(
      fc.property(rows, edit, (list, { at, to }) => {
        const before = madeFrom(list);
        if (analyze(before).contradictions.length > 0 || !/^\d\d:\d\d/.test(before.events[at]?.start ?? ''))
          return;
        const session = new Session();
        finish(session.open(before));
        const spy = SolvedRecord.prototype.revise;
        SolvedRecord.prototype.revise = function (...args) {
          const done = spy.apply(this, args);
          all++;
          if (done) mended++;
          return done;
        };
        try {
          const row = before.events[at] as EventRow;
          finish(
            session.follow([
              {
                table: 'events',
                id: row.id,
                before: row,
                after: { ...row, start: /^\d\d:\d\d/.test(to.start) ? to.start : '12:04' },
              },
            ]),
          );
        } finally {
          SolvedRecord.prototype.revise = spy;
        }
      }),
      { numRuns: 400, seed: 7 },
    );
    expect(mended / all).toBeGreaterThan(0.5);
  });

  it('gives up half way without harm', () => {
    const session = new Session();
    const now = madeFrom([{ start: '12:00' }, { start: '12:03' }, { start: 'after @e1' }]);
    finish(session.open(now));
    const before = now.events[0] as EventRow;
    const first = session.follow([
      { table: 'events', id: 'e0', before, after: { ...before, start: '12:01' } },
    ]);
    first.next();
    first.return(undefined as never);
    const middle = { ...before, start: '12:01' };
    const again = finish(
      session.follow([{ table: 'events', id: 'e0', before: middle, after: { ...before, start: '12:02' } }]),
    );
    expect(again).toEqual(
      analyze(madeFrom([{ start: '12:02' }, { start: '12:03' }, { start: 'after @e1' }])),
    );
  });
});
