import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { planFinding } from '../../src/actions/findings';
import { readCaseFile, writeCaseFile } from '../../src/casefile/case-file';
import { contentOnScreen } from '../../src/casefile/on-screen';
import { caseFaults } from '../../src/casefile/whole';
import { newCase } from '../../src/record/case';
import { added } from '../../src/record/change';
import { addCaseContent, commit, createCase, eraseCase, readCase } from '../../src/store/commands';
import { StoplineDb } from '../../src/store/database';
import { followRecord, type RecordAt } from '../../src/store/following';
import { event } from '../make';

let db: StoplineDb;
let n = 0;
beforeEach(async () => {
  db = new StoplineDb(`feed-${n++}`);
  await createCase(db, newCase('c', 'State v. Doe', 'UTC', 1));
});
const enter = (ref: string) => commit(db, 'c', ref, [added('events', event({ ref, start: '14:00' }))]);

/** What a follower heard, in order. */
function heard() {
  const log: string[] = [];
  let last: RecordAt | null = null;
  const following = followRecord(db, 'c', {
    onCase: (at) => {
      last = at;
      log.push(at.record.events.map((e) => e.ref).join('') || '-');
    },
    onGone: () => log.push('gone'),
    onFault: (error) => log.push(error === null ? 'well' : 'fault'),
  });
  return { log, following, last: () => last as unknown as RecordAt };
}

it('one failed reading does not end the following: it is said, tried again, and nothing is missed', async () => {
  const { log, following } = heard();
  await vi.waitFor(() => expect(log).toEqual(['-']));
  const where = vi.spyOn(db.changes, 'where').mockImplementationOnce(() => {
    throw new Error('a reading failed');
  });
  await enter('a');
  await vi.waitFor(() => expect(log).toEqual(['-', 'fault', 'a', 'well']));
  expect(where).toHaveBeenCalled();
  await enter('b');
  await vi.waitFor(() => expect(log.at(-1)).toBe('ab'));
  following.stop();
});

it('a case that goes is told once, with what it was, and told again when it is back', async () => {
  const { log, following, last } = heard();
  await enter('a');
  await commit(db, 'c', 'plan', planFinding('c', 'f', undefined, { plan: 'hold' }).edits);
  await vi.waitFor(() => expect(last()?.own.get('disclosures')?.size).toBe(1));
  const content = await readCase(db, 'c');
  const shown = last();
  await eraseCase(db, 'c');
  await vi.waitFor(() => expect(log.at(-1)).toBe('gone'));
  following.look();
  // What was on the screen is a whole case file: facts, and the attorney's own.
  const saved = await readCaseFile(await writeCaseFile(contentOnScreen(shown.record, shown.own, 'me', 5)));
  expect(saved.facts).toEqual(content.facts);
  expect(saved.work).toEqual(content.work);
  expect(caseFaults(saved)).toEqual([]);
  await addCaseContent(db, saved);
  await vi.waitFor(() => expect(log.at(-1)).toBe('a'));
  expect(log.filter((x) => x === 'gone')).toHaveLength(1);
  following.stop();
});
