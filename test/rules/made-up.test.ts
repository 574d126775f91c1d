import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analysis/analyze';
import { Session } from '../../src/analysis/session';
import { applyChanges } from '../../src/record/apply';
import type { Change } from '../../src/record/change';
import type { EventRow } from '../../src/record/event';
import { madeUp, numbers } from './made-up';

const RECORDS = 20;

describe('made-up records in which anything meets anything', () => {
  it('edited again and again, say what an analysis of the whole record says', () => {
    let edits = 0;
    for (let i = 0; i < RECORDS; i++) {
      let r = madeUp(i);
      const draw = numbers(i + 1);
      const session = new Session();
      session.open(r);
      for (let k = 0; k < 3; k++) {
        const before = r.events[draw(r.events.length)] as EventRow;
        const after: EventRow = { ...before, start: moved(before.start, draw) };
        const changes: Change[] = [{ table: 'events', id: before.id, before, after }];
        r = applyChanges(r, changes);
        edits++;
        session.follow(changes);
        expect(session.analysis(), `record ${i}, edit ${k}`).toEqual(analyze(r));
      }
    }
    expect(edits).toBe(3 * RECORDS);
  });
});

/** The same time a little earlier or later. */
function moved(text: string, draw: (below: number) => number): string {
  return text.replace(/(\d\d):(\d\d)(:\d\d)?/, (_, h: string, m: string) => {
    const minute = Math.max(0, Math.min(59, Number(m) + draw(3) - 1));
    return `${h}:${String(minute).padStart(2, '0')}:${String(10 + draw(49))}`;
  });
}
