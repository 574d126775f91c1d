import { expect, it } from 'vitest';
import { analyze } from '../../src/analysis/analyze';
import { followCase } from '../../src/app/follow-case';
import { applyChanges } from '../../src/record/apply';
import type { Change } from '../../src/record/change';
import type { CaseRecord } from '../../src/record/record';
import { record } from '../make';

const CANARY = 'what the client told us';
const base = record({ events: [{ ref: 'a', start: '12:00' }] });
const [event] = base.events;
const moved: Change = {
  table: 'events',
  id: 'a',
  before: event ?? null,
  after: event ? { ...event, start: '12:01' } : null,
};
const noted: Change = { table: 'notes', id: 'n', before: null, after: { id: 'n', text: CANARY } };

/** A follower whose analyzer keeps what it was sent. */
function watched() {
  const sent: unknown[] = [];
  const shown: { record: CaseRecord; latest: CaseRecord }[] = [];
  const failed: string[] = [];
  const follow = followCase(
    {
      open: async (r) => {
        sent.push(r);
        return analyze(r);
      },
      follow: async (changes) => {
        sent.push(changes);
        if (changes.some((c) => c.id === 'bad')) throw new Error('the worker stopped');
        return analyze(applyChanges(base, changes));
      },
    },
    {
      shown: (r, _, latest) => shown.push({ record: r, latest }),
      failed: (why) => failed.push(why),
    },
  );
  return { sent, shown, failed, follow };
}
const settled = (): Promise<void> => new Promise((r) => setTimeout(r, 0));

it('sends facts and settings alone: a private note is never posted, runs no rule and lays no sheet', async () => {
  const w = watched();
  w.follow(base, null);
  await settled();
  expect(w.shown).toHaveLength(1);
  // As the database tells it: the record after a change that touches no fact is the same record.
  for (const table of ['notes', 'theories', 'disclosures', 'exhibits', 'demands'] as const)
    w.follow(applyChanges(base, [{ ...noted, table }]), [{ ...noted, table }]);
  await settled();
  expect(w.sent).toHaveLength(1);
  expect(w.shown).toHaveLength(1);
  // Told with a fact in one step, the note still stays behind.
  const after = applyChanges(base, [noted, moved]);
  w.follow(after, [noted, moved]);
  await settled();
  expect(w.sent).toEqual([base, [moved]]);
  expect(JSON.stringify(w.sent)).not.toContain(CANARY);
  expect(w.shown.at(-1)).toEqual({ record: after, latest: after });
});

it('shows the record that an analysis belongs to, and the newest beside it, and says what failed', async () => {
  const w = watched();
  w.follow(base, null);
  await settled();
  const after = applyChanges(base, [moved]);
  w.follow(after, [moved]);
  expect(w.shown.at(-1)).toEqual({ record: base, latest: after });
  await settled();
  expect(w.shown.at(-1)).toEqual({ record: after, latest: after });
  w.follow(applyChanges(after, [moved]), [{ ...moved, id: 'bad' }]);
  await settled();
  expect(w.failed).toEqual(['the worker stopped']);
});
