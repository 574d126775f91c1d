import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { StoplineDb } from '../../src/store/database';
import { settleOldPages } from '../../src/store/quirks/old-pages';

const noLog = (): Promise<void> => Promise.resolve();
let name: string;
let n = 0;
beforeEach(() => {
  name = `pages-${n++}`;
  vi.stubGlobal('navigator', { locks: { request: (_: string, act: () => Promise<void>) => act() } });
});
const LOCKED = [
  { key: 'locked', value: { blocks: ['ciphertext'] } },
  { key: 'lock', value: { minutes: 15 } },
];
const rows = async (db: StoplineDb): Promise<unknown> => db.kept.toArray();

describe('old pages', () => {
  it('are left behind by moving out and back, with nothing lost', async () => {
    const db = new StoplineDb(name);
    await db.kept.bulkPut([...LOCKED, { key: 'old pages', value: true }]);
    await settleOldPages(db, 'locked', noLog);
    expect(await rows(db)).toEqual([...LOCKED].sort((a, b) => (a.key < b.key ? -1 : 1)));
    expect(await Dexie.exists(`${name} aside`)).toBe(false);
  });

  it.each([
    ['before it is deleted', true],
    ['after', false],
  ])('a crash in the middle, %s, loses nothing', async (_, stillThere) => {
    const aside = new Dexie(`${name} aside`);
    aside.version(1).stores({ kept: 'key' });
    await aside.table('kept').bulkPut([...LOCKED, { key: '\u0000whole', value: true }]);
    aside.close();
    const db = new StoplineDb(name);
    if (stillThere) await db.kept.bulkPut(LOCKED);
    await settleOldPages(db, 'locked', noLog);
    expect(await db.kept.get('locked')).toEqual(LOCKED[0]);
    expect(await db.kept.get('\u0000whole')).toBeUndefined();
    expect(await Dexie.exists(`${name} aside`)).toBe(false);
  });

  it('a copy that is not whole is not taken for one, and what is open is not moved', async () => {
    const aside = new Dexie(`${name} aside`);
    aside.version(1).stores({ kept: 'key' });
    await aside.table('kept').put({ key: 'locked', value: 'half' });
    aside.close();
    const db = new StoplineDb(name);
    await db.kept.bulkPut([...LOCKED.slice(1), { key: 'who', value: 'Ada' }]);
    let moved = false;
    await settleOldPages(db, 'locked', async () => {
      moved = true;
    });
    expect([await db.kept.count(), moved]).toEqual([2, false]);
  });
});
