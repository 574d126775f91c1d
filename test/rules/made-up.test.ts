import { describe, expect, it, vi } from 'vitest';
import { analyze } from '../../src/analysis/analyze';
import { Session } from '../../src/analysis/session';
import { applyChanges } from '../../src/record/apply';
import type { Change } from '../../src/record/change';
import type { EventRow } from '../../src/record/event';
import type { CaseRecord } from '../../src/record/record';
import { SolvedRecord } from '../../src/time/solver/solve';
import { finish } from '../../src/time/solver/steps';
import { madeUp, numbers } from './made-up';

const RECORDS = 140;
/** Every how manieth of them is edited; put to mutants by the thousand, few have to do. */
const EVERY = process.env['STRYKER_MUTATOR_WORKER'] === undefined ? 2 : 20;

describe('made-up records in which anything meets anything', () => {
  it('edited again and again, says what a full analysis says, and mends more often than it solves anew', () => {
    let [mended, edits] = [0, 0];
    const { revise } = SolvedRecord.prototype;
    const spy = vi.spyOn(SolvedRecord.prototype, 'revise').mockImplementation(function (
      this: SolvedRecord,
      ...args
    ) {
      const done = revise.apply(this, args);
      if (done) mended++;
      return done;
    });
    for (let i = 0; i < RECORDS; i += EVERY) {
      let r = calm(madeUp(i));
      const draw = numbers(i + 1);
      const session = new Session();
      finish(session.open(r));
      for (let k = 0; k < 6; k++) {
        const before = r.events[draw(r.events.length)] as EventRow;
        const after: EventRow = {
          ...before,
          start: moved(before.start, draw),
          end: draw(3) === 0 ? moved(before.end, draw) : before.end,
        };
        const changes: Change[] = [{ table: 'events', id: before.id, before, after }];
        r = applyChanges(r, changes);
        edits++;
        expect(finish(session.follow(changes)), `record ${i}, edit ${k}`).toEqual(analyze(r));
      }
    }
    spy.mockRestore();
    expect(edits).toBe(6 * Math.ceil(RECORDS / EVERY));
    expect(mended).toBeGreaterThan(edits / 3);
  });
});

/** The record without what cannot be true: that is solved anew at each edit, and it is mending that is looked at. */
function calm(r: CaseRecord): CaseRecord {
  const bad = new Set(
    analyze(r).contradictions.flatMap((c) => c.entries.map((e) => ('row' in e ? e.row : ''))),
  );
  if (bad.size === 0) return r;
  const keep = <T extends { id: string }>(rows: readonly T[]): T[] => rows.filter((x) => !bad.has(x.id));
  return calm({
    ...r,
    events: keep(r.events),
    custody: keep(r.custody),
    relations: keep(r.relations),
    syncPoints: keep(r.syncPoints),
  });
}

/** The same time a little earlier or later. */
function moved(text: string, draw: (below: number) => number): string {
  return text.replace(/(\d\d):(\d\d)(:\d\d)?/, (_, h: string, m: string) => {
    const minute = Math.max(0, Math.min(59, Number(m) + draw(3) - 1));
    return `${h}:${String(minute).padStart(2, '0')}:${String(10 + draw(49))}`;
  });
}
