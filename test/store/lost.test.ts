import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { newCase } from '../../src/record/case';
import { added } from '../../src/record/change';
import { addCaseContent, commit, createCase, eraseCase, keep, readCase } from '../../src/store/commands';
import { StoplineDb } from '../../src/store/database';
import { lockNow, setLock, unlock } from '../../src/store/lock';
import { lossesOf, noteSeen } from '../../src/store/lost';
import { event } from '../make';

let db: StoplineDb;
let n = 0;
beforeEach(async () => {
  db = new StoplineDb(`lost-${n++}`);
  for (const [id, title] of [
    ['c', 'State v. Doe'],
    ['d', 'State v. Roe'],
  ] as const) {
    await createCase(db, newCase(id, title, 'UTC', 1));
    for (const ref of ['one', 'two'])
      await commit(db, id, ref, [
        added('events', event({ id: `${id}${ref}`, caseId: id, ref, start: '14:00' })),
      ]);
  }
  await noteSeen(db, 5);
});
const says = async (): Promise<string[]> => (await lossesOf(db)).map((l) => l.says);

it('nothing is lost where a person erased, added or took out', async () => {
  await eraseCase(db, 'd');
  await commit(db, 'c', 'three', [added('events', event({ id: 'x', ref: 'three', start: '14:00' }))]);
  expect(await says()).toEqual([]);
  await noteSeen(db, 6);
  expect(await says()).toEqual([]);
});

it('a case that is gone while the database lives is told, until it was read or is back from its file', async () => {
  await keep(db, 'backup-folder c', 'a handle');
  const content = await readCase(db, 'c');
  await db.cases.delete('c');
  expect(await lossesOf(db)).toEqual([
    {
      caseId: 'c',
      title: 'State v. Doe',
      at: 5,
      says: 'The browser no longer has the case State v. Doe.',
      folder: true,
    },
  ]);
  // Looking at the other cases does not make it forgotten.
  await noteSeen(db, 6);
  expect(await says()).toHaveLength(1);
  await addCaseContent(db, content);
  await noteSeen(db, 7);
  expect(await says()).toEqual([]);
  await db.cases.delete('c');
  expect(await says()).toHaveLength(1);
  await noteSeen(db, 8, 'c');
  expect(await says()).toEqual([]);
});

it('rows and steps that are gone are counted; other cases are none of it', async () => {
  await db.events.delete(['c', 'cone']);
  await db.events.delete(['c', 'ctwo']);
  expect(await says()).toEqual(['The browser lost 2 rows of State v. Doe.']);
  const last = (await db.history.where('[caseId+seq]').between(['d', 0], ['d', 99]).last())?.seq as number;
  await db.history.delete(['d', last]);
  expect(await says()).toEqual([
    'The browser lost 2 rows of State v. Doe.',
    'The browser lost what was last done in State v. Roe: one step.',
  ]);
  await noteSeen(db, 9, 'd');
  expect(await says()).toEqual(['The browser lost 2 rows of State v. Doe.']);
  await noteSeen(db, 9, 'c');
  expect(await says()).toEqual([]);
});

it('lies under the lock with its titles, and is told once it is opened', async () => {
  await setLock(db, 'correct horse battery', 15);
  await lockNow(db);
  expect(JSON.stringify(await db.kept.toArray())).not.toContain('Doe');
  expect(await says()).toEqual([]);
  await noteSeen(db, 7);
  expect(await unlock(db, 'correct horse battery')).toBe(true);
  expect(await says()).toEqual([]);
  await db.cases.delete('c');
  expect(await says()).toHaveLength(1);
});
