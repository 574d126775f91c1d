import 'fake-indexeddb/auto';
import { strToU8 } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import { readCaseFile } from '../../src/casefile/case-file';
import { caseFaults } from '../../src/casefile/whole';
import { newCase } from '../../src/record/case';
import { added, changed, removed } from '../../src/record/change';
import type { EventRow } from '../../src/record/event';
import { visit } from '../../src/share/desk';
import { Exchange, newestWhole } from '../../src/share/folder';
import { newShareKey, sealOf } from '../../src/share/seal';
import { commit, createCase, eraseCase, keep, readCase, undo } from '../../src/store/commands';
import { StoplineDb } from '../../src/store/database';
import {
  beginShare,
  CaseIsHere,
  endShare,
  joinShare,
  type ShareState,
  StoreDesk,
  shareOf,
} from '../../src/store/share';
import { event } from '../make';
import { LocalFolder } from '../share/desks';

const KEY_FILE = strToU8('age-encryption.org/v1\n-> scrypt of no use');
let n = 0;
let [ada, ben] = [] as unknown as [StoplineDb, StoplineDb];
let folder = new LocalFolder();
let key = '';
const at = new Map<StoplineDb, { exchange: Exchange; desk: StoreDesk }>();

async function go(db: StoplineDb): Promise<StoreDesk> {
  const state = (await shareOf(db, 'c')) as ShareState;
  const there = at.get(db) ?? {
    exchange: new Exchange(await sealOf(key), 'c'),
    desk: await StoreDesk.open(db, 'c', state),
  };
  at.set(db, there);
  await visit(there.exchange, folder, there.desk);
  return there.desk;
}
const row = async (db: StoplineDb, id = 'a'): Promise<EventRow> =>
  (await db.events.get(['c', id])) as EventRow;
const set = async (db: StoplineDb, fields: Partial<EventRow>, id = 'a') =>
  commit(db, 'c', 'edited', [changed('events', await row(db, id), fields)]);
const whole = async (db: StoplineDb): Promise<void> =>
  expect(caseFaults(await readCase(db, 'c'))).toEqual([]);

beforeEach(async () => {
  at.clear();
  folder = new LocalFolder();
  key = await newShareKey();
  [ada, ben] = [new StoplineDb(`share-${n++}`), new StoplineDb(`share-${n++}`)];
  await keep(ada, 'who', 'Ada');
  await keep(ben, 'who', 'Ben');
  await createCase(ada, newCase('c', 'State v. Doe', 'America/Chicago', 1));
  await commit(ada, 'c', 'entered', [added('events', event({ ref: 'a', start: '14:00' }))]);
  await beginShare(ada, 'c', key, KEY_FILE);
  await go(ada);
  const { bundle } = await newestWhole(folder, await sealOf(key));
  if (!bundle?.whole) throw new Error('there is no whole case in the folder');
  await joinShare(ben, await readCaseFile(bundle.whole), bundle.steps, key, KEY_FILE);
  await go(ben);
});

describe('a case shared by two databases', () => {
  it('carries each edit over with who made it and when, and undo takes back what one did oneself', async () => {
    await set(ada, { page: '7' });
    await go(ada);
    await set(ben, { actor: 'officer B' });
    await go(ben);
    await go(ada);
    for (const db of [ada, ben]) {
      expect(await row(db)).toMatchObject({ page: '7', actor: 'officer B' });
      await whole(db);
    }
    const told = (await readCase(ben, 'c')).history.find((h) => h.what === 'edited' && h.who === 'Ada');
    expect(told).toMatchObject({ kind: 'file', changes: [{ after: { page: '7' } }] });
    expect((await undo(ada, 'c'))?.what).toBe('edited');
    await go(ada);
    await go(ben);
    for (const db of [ada, ben]) expect(await row(db)).toMatchObject({ page: '', actor: 'officer B' });
  });

  it('names what both changed on both sides, and one who settles it settles it for both', async () => {
    await set(ada, { start: '14:02' });
    await set(ben, { start: '14:03' });
    for (const db of [ada, ben, ada]) await go(db);
    const [desk] = [await go(ben)];
    const [apart] = desk.replica.conflicts();
    expect(apart?.sides.map((s) => [s.who, s.value]).sort()).toEqual([
      ['Ada', '14:02'],
      ['Ben', '14:03'],
    ]);
    expect((await row(ada)).start).toBe((await row(ben)).start);
    const side = apart?.sides.findIndex((s) => s.value === '14:03') as number;
    await desk.settle([{ apart: apart as NonNullable<typeof apart>, side }]);
    await go(ben);
    expect((await go(ada)).replica.conflicts()).toEqual([]);
    for (const db of [ada, ben]) {
      expect((await row(db)).start).toBe('14:03');
      await whole(db);
    }
  });

  it('keeps a row that one took out and the other edited until it is settled, and knows it all again after a reload', async () => {
    await commit(ada, 'c', 'taken out', [removed('events', await row(ada))]);
    await set(ben, { page: '9' });
    for (const db of [ada, ben, ada]) await go(db);
    at.clear();
    for (const db of [ada, ben]) {
      expect(await row(db)).toMatchObject({ page: '9', start: '14:00' });
      expect((await go(db)).replica.conflicts()).toMatchObject([{ field: null, id: 'a' }]);
      await whole(db);
    }
    const desk = await go(ada);
    await desk.settle(desk.replica.conflicts().map((apart) => ({ apart, side: 1 })));
    for (const db of [ada, ben]) await go(db);
    for (const db of [ada, ben]) expect(await row(db)).toBeUndefined();
  });

  it('does not share the bin, takes nothing from an empty folder, and is left and erased whole', async () => {
    await commit(ada, 'c', 'binned', [
      changed('cases', (await ada.cases.get('c')) as never, { deletedAt: 5 }),
    ]);
    await go(ada);
    await go(ben);
    expect((await ben.cases.get('c'))?.deletedAt).toBeNull();
    folder.files.clear();
    await go(ben);
    expect(await row(ben)).toMatchObject({ start: '14:00' });
    // What was missing is there again: one's own log, and since none is left, the whole.
    expect(folder.files.size).toBe(3);
    await endShare(ada, 'c');
    expect(await shareOf(ada, 'c')).toBeNull();
    expect(await row(ada)).toBeDefined();
    await eraseCase(ben, 'c');
    expect([await ben.steps.count(), await shareOf(ben, 'c')]).toEqual([0, null]);
  });

  it('is not joined over a case that is here and in use', async () => {
    const { bundle } = await newestWhole(folder, await sealOf(key));
    const content = await readCaseFile(bundle?.whole as Uint8Array);
    await expect(joinShare(ben, content, [], key, KEY_FILE)).rejects.toThrow(CaseIsHere);
  });

  it('goes on under another name where its database was set back', async () => {
    await set(ben, { page: '1' });
    await go(ben);
    const old = (await shareOf(ben, 'c')) as ShareState;
    const before = await readCase(ben, 'c');
    const steps = await ben.steps.toArray();
    await set(ben, { page: '2' });
    await go(ben);
    // The disk of yesterday.
    await ben.steps.clear();
    await ben.steps.bulkPut(steps);
    await ben.events.put(before.facts.events[0] as EventRow);
    for (const { seq } of (await ben.history.toArray()).slice(before.history.length)) {
      await ben.history.delete(['c', seq]);
      await ben.changes.delete(['c', seq]);
    }
    await keep(ben, 'share c', old);
    at.delete(ben);
    await set(ben, { actor: 'after the crash' });
    const desk = await go(ben);
    expect(desk.device).not.toBe(old.device);
    await go(ada);
    for (const db of [ada, ben]) expect(await row(db)).toMatchObject({ page: '2', actor: 'after the crash' });
  });
});
