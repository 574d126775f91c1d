import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { newCase } from '../../src/record/case';
import { commit, createCase, eraseCase, keep, readCase, recall } from '../../src/store/commands';
import { StoplineDb } from '../../src/store/database';
import { IsLocked, isOverdue, lockNow, lockState, removeLock, setLock, unlock } from '../../src/store/lock';
import { onFlush } from '../../src/store/unsaved';
import { event } from '../make';

let db: StoplineDb;
let n = 0;
const CANARY = 'powder-under-the-seat';
beforeEach(async () => {
  db = new StoplineDb(`lock-${n++}`);
  await createCase(db, newCase('c', `State v. ${CANARY}`, 'UTC', 1));
  await commit(db, 'c', CANARY, [
    {
      table: 'events',
      id: 'e',
      before: null,
      after: event({ ref: 'e', start: '14:00', description: CANARY }),
    },
  ]);
  await keep(db, 'read c finding', { premises: [CANARY] });
  await keep(db, 'bookmarks c', [{ name: CANARY }]);
  await keep(db, 'who', CANARY);
  await setLock(db, 'correct horse', 15);
});

/** Every byte and word that the database holds, keys by their kind. */
async function held(): Promise<{ text: string; keys: number }> {
  let keys = 0;
  const say = (x: unknown): string => {
    if (x instanceof CryptoKey) keys++;
    if (x instanceof ArrayBuffer) return Buffer.from(x).toString('latin1');
    if (x instanceof Uint8Array) return Buffer.from(x).toString('latin1');
    if (Array.isArray(x)) return x.map(say).join(' ');
    return x && typeof x === 'object'
      ? Object.entries(x)
          .map(([k, y]) => `${k} ${say(y)}`)
          .join(' ')
      : String(x);
  };
  const all = await Promise.all(db.tables.map((t) => t.toArray()));
  return { text: say(all), keys };
}

describe('the lock', () => {
  it('leaves no word of a case and no key in the database, and gives all of it back', async () => {
    const before = await readCase(db, 'c');
    expect((await held()).keys).toBe(0);
    expect(await lockNow(db)).toBe(true);
    const { text, keys } = await held();
    expect([text.includes(CANARY), keys]).toEqual([false, 0]);
    expect(await unlock(db, 'incorrect horse')).toBe(false);
    expect(await lockState(db)).toEqual({ locked: true, minutes: 15 });
    expect(await unlock(db, 'correct horse')).toBe(true);
    expect(await readCase(db, 'c')).toEqual(before);
    expect(await recall(db, 'read c finding')).toEqual({ premises: [CANARY] });
    expect(await recall(db, 'who')).toBe(CANARY);
    expect((await held()).keys).toBe(0);
  });

  it('locks with no secret at hand, with another data key each time', async () => {
    const blocks = async (): Promise<string> => {
      // A tab opened anew knows nothing but what the database holds.
      const other = new StoplineDb(db.name);
      expect(await lockNow(other)).toBe(true);
      const { value } = (await other.kept.get('locked')) as { value: { from: ArrayBuffer } };
      other.close();
      return Buffer.from(value.from).toString('hex');
    };
    const first = await blocks();
    await unlock(db, 'correct horse');
    expect(await blocks()).not.toBe(first);
  });

  it('takes letters that look the same for the same', async () => {
    await setLock(db, 'caf\u00e9 au lait', 15);
    await lockNow(db);
    expect(await unlock(db, 'cafe\u0301 au lait')).toBe(true);
  });

  it('refuses what was altered, a block less, and writes while it is on; what is locked stays', async () => {
    await lockNow(db);
    const row = (await db.kept.get('locked')) as { value: { from: ArrayBuffer; blocks: ArrayBuffer[] } };
    await expect(commit(db, 'c', 'x', [])).rejects.toBeInstanceOf(IsLocked);
    await expect(removeLock(db)).rejects.toBeInstanceOf(IsLocked);
    await expect(setLock(db, 'another one', 5)).rejects.toBeInstanceOf(IsLocked);
    const { from, blocks } = row.value;
    const altered = blocks.map((b, i) => (i === 0 ? b.slice(0, -1) : b));
    for (const bad of [altered, blocks.slice(1), [...blocks].reverse()]) {
      await db.kept.put({ key: 'locked', value: { from, blocks: bad } });
      await expect(unlock(db, 'correct horse')).rejects.toThrow(/damaged/);
      expect((await lockState(db)).locked).toBe(true);
    }
    await db.kept.put(row as never);
    expect(await unlock(db, 'correct horse')).toBe(true);
  });

  it('keeps what is typed and not kept yet, before it shuts', async () => {
    const stop = onFlush(() => keep(db, 'draft c form', 'half a sentence'));
    await lockNow(db);
    stop();
    expect(await recall(db, 'draft c form')).toBeUndefined();
    await unlock(db, 'correct horse');
    expect(await recall(db, 'draft c form')).toBe('half a sentence');
  });

  it('of the version before is opened by its passphrase, and made anew', async () => {
    const salt = crypto.getRandomValues(new Uint8Array(16));
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const words = new TextEncoder();
    const base = await crypto.subtle.importKey('raw', words.encode('correct horse'), 'PBKDF2', false, [
      'deriveKey',
    ]);
    const key = await crypto.subtle.deriveKey(
      { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: 600_000 },
      base,
      { name: 'AES-GCM', length: 256 },
      false,
      ['encrypt', 'decrypt'],
    );
    const check = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, words.encode('stopline lock'));
    const all = Object.fromEntries(
      await Promise.all(
        db.tables.filter((t) => t.name !== 'kept').map(async (t) => [t.name, await t.toArray()]),
      ),
    );
    const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, words.encode(JSON.stringify(all)));
    for (const t of db.tables) if (t.name !== 'kept') await t.clear();
    await db.kept.bulkPut([
      { key: 'lock', value: { salt, iv, check, minutes: 5 } },
      { key: 'locked', value: { iv, data } },
    ]);
    expect(await unlock(db, 'wrong')).toBe(false);
    expect(await unlock(db, 'correct horse')).toBe(true);
    expect((await readCase(db, 'c')).facts.events.map((e) => e.description)).toEqual([CANARY]);
    expect(await lockNow(db)).toBe(true);
    expect((await held()).text).not.toContain(CANARY);
    expect(await unlock(db, 'correct horse')).toBe(true);
    expect(await lockState(db)).toEqual({ locked: false, minutes: 5 });
  });
});

describe('a case erased for good', () => {
  it('takes with it what was kept beside it, and nothing of another', async () => {
    await createCase(db, newCase('c2', 'another', 'UTC', 1));
    await keep(db, 'read c2 finding', 'stays');
    await eraseCase(db, 'c');
    expect((await held()).text).not.toContain('premises');
    expect(await recall(db, 'bookmarks c')).toBeUndefined();
    expect(await recall(db, 'read c2 finding')).toBe('stays');
    expect(await recall(db, 'who')).toBe(CANARY);
  });
});

describe('the lock is overdue', () => {
  it.each([
    [0, false],
    [-14, false],
    [-16, true],
    [-3 * 1440, true],
    // A clock that was set back: the touch lies ahead.
    [10, true],
    [null, true],
    [Number.NaN, true],
  ])('touched %s minutes from now: %s', (minutes, overdue) => {
    const now = 1_700_000_000_000;
    expect(isOverdue(minutes === null ? null : now + minutes * 60_000, now, 15)).toBe(overdue);
  });
});
