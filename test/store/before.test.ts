import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { readCaseFile, writeCaseFile } from '../../src/casefile/case-file';
import { rowsIn } from '../../src/casefile/content';
import { VERSION } from '../../src/casefile/upgrades';
import { newCase } from '../../src/record/case';
import { added } from '../../src/record/change';
import { casesBefore, contentBefore } from '../../src/store/before';
import { addCaseContent, commit, createCase, eraseCase } from '../../src/store/commands';
import { StoplineDb } from '../../src/store/database';
import { lockNow, setLock, unlock } from '../../src/store/lock';
import { event } from '../make';

/** Rows as version 5 kept them: a case with a jurisdiction, entries without what came later. */
const { choices: _c, law: _l, ...bare } = newCase('c', 'State v. Doe', 'UTC', 1);
const CASE = { ...bare, jurisdiction: 'ca8' };
const { item: _i, ...ENTRY } = event({ ref: 'a', start: '14:27' });
const STEP = { caseId: 'c', seq: 1, at: 1, who: 'x', what: 'made', kind: 'do', of: null, rows: 2 };
const CHANGES = [{ table: 'events', id: 'a', before: null, after: ENTRY }];

/** A database of an older version with two cases, one of them of more rows than are read at a time. */
async function older(name: string, version: number | null): Promise<void> {
  const old = new Dexie(name);
  old.version(5).stores({
    ...{ cases: 'id', events: '[caseId+id]', clocks: '[caseId+id]', kept: 'key' },
    ...{ history: '[caseId+seq]', changes: '[caseId+seq]' },
  });
  await old.table('cases').bulkAdd([CASE, { ...CASE, id: 'd', title: 'State v. Roe' }]);
  await old.table('events').add(ENTRY);
  const many = Array.from({ length: 2500 }, (_, i) => ({ ...ENTRY, caseId: 'd', id: `e${i}`, ref: `e${i}` }));
  await old.table('events').bulkAdd(many);
  await old.table('history').add(STEP);
  await old.table('changes').add({ caseId: 'c', seq: 1, changes: CHANGES });
  if (version !== null) await old.table('kept').add({ key: 'data version', value: version });
  old.close();
}

describe('every case before an upgrade', () => {
  it('is kept as it was, in the words of its version, and comes out as a case file of it', async () => {
    await older('before-1', 5);
    const db = new StoplineDb('before-1');
    expect((await db.cases.get('c'))?.choices).toBeDefined();
    expect(await casesBefore(db.before)).toMatchObject([
      { caseId: 'c', title: 'State v. Doe', version: 5 },
      { caseId: 'd', title: 'State v. Roe', version: 5 },
    ]);
    const was = await contentBefore(db.before, 'c');
    expect([was.case, rowsIn(was, 'events')]).toEqual([CASE, [ENTRY]]);
    expect(was.history).toEqual([{ ...STEP, changes: CHANGES }]);
    expect(rowsIn(await contentBefore(db.before, 'd'), 'events')).toHaveLength(2500);
    const file = await writeCaseFile(was, 5);
    // As it was read before today: by this app too, which brings it up, and beside the case that was brought up.
    const read = await readCaseFile(file);
    expect(read.facts.events).toEqual(await db.events.where('[caseId+id]').equals(['c', 'a']).toArray());
    expect((await addCaseContent(db, read)).copied).toBe(true);
    await expect(contentBefore(db.before, 'nowhere')).rejects.toThrow(/not kept/);
  });

  it('is none in a new database, and one that says no version is of the last that said none', async () => {
    const fresh = new StoplineDb('before-2');
    await createCase(fresh, newCase('c', 'x', 'UTC', 1));
    expect(await casesBefore(fresh.before)).toEqual([]);
    await older('before-3', null);
    const db = new StoplineDb('before-3');
    expect((await casesBefore(db.before)).map((b) => b.version)).toEqual([4, 4]);
    expect((await readCaseFile(await writeCaseFile(await contentBefore(db.before, 'c'), 4))).case.title).toBe(
      'State v. Doe',
    );
  });

  it('goes with the case where it is erased for good, and is shut away by the lock', async () => {
    await older('before-4', 5);
    const db = new StoplineDb('before-4');
    await setLock(db, 'correct horse battery', 15);
    await lockNow(db);
    expect(await db.before.count()).toBe(0);
    expect(await unlock(db, 'correct horse battery')).toBe(true);
    expect((await casesBefore(db.before)).map((b) => b.caseId)).toEqual(['c', 'd']);
    await eraseCase(db, 'c');
    expect((await casesBefore(db.before)).map((b) => b.caseId)).toEqual(['d']);
    expect(await db.before.where('[caseId+n]').between(['c', 0], ['c', 1e9]).count()).toBe(0);
  });

  it('that lay locked while the database was brought up is kept when it is opened', async () => {
    // What an older app left: everything encrypted, and an older version in the database.
    const first = new StoplineDb('before-5');
    await createCase(first, newCase('c', 'State v. Doe', 'UTC', 1));
    await commit(first, 'c', 'one', [added('events', event({ ref: 'a', start: '14:27' }))]);
    await setLock(first, 'correct horse battery', 15);
    await lockNow(first);
    const kept = await first.kept.toArray();
    first.close();
    const old = new Dexie('before-6');
    old.version(5).stores({ cases: 'id', events: '[caseId+id]', kept: 'key' });
    await old.table('kept').bulkAdd([...kept, { key: 'data version', value: 5 }]);
    old.close();
    const db = new StoplineDb('before-6');
    expect(await db.before.count()).toBe(0);
    expect(await unlock(db, 'correct horse battery')).toBe(true);
    expect(await casesBefore(db.before)).toMatchObject([{ caseId: 'c', version: 5 }]);
    expect(rowsIn(await contentBefore(db.before, 'c'), 'events')).toHaveLength(1);
    expect((await contentBefore(db.before, 'c')).history).toHaveLength(2);
    // Once: what is locked and opened after that is of today.
    await db.before.clear();
    await lockNow(db);
    await unlock(db, 'correct horse battery');
    expect(await db.before.count()).toBe(0);
    expect(VERSION).toBeGreaterThan(5);
  });
});
