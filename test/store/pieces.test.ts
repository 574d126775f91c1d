import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { StoplineDb } from '../../src/store/database';
import { putInPieces, readInPieces, rowsOfCase } from '../../src/store/pieces';

let db: StoplineDb;
beforeEach(() => {
  db = new StoplineDb(`pieces ${Math.random()}`);
});
afterEach(() => db.delete());

const N = 16_001;
const rows = (caseId: string) =>
  Array.from({ length: N }, (_, i) => ({ caseId, id: String(i).padStart(6, '0'), stored: i }) as never);

it('reads what it put, all of it once and in order, in one transaction and of one case alone', async () => {
  await db.transaction('rw', db.tables, async () => {
    await Promise.all(['a', 'b'].map((c) => putInPieces(db.events, rows(c))));
    await putInPieces(db.items, []);
  });
  const read = await db.transaction('r', db.tables, () =>
    Promise.all([rowsOfCase(db.events, 'b'), rowsOfCase(db.items, 'b'), readInPieces(db.events)]),
  );
  expect(read.map((r) => r.length)).toEqual([N, 0, 2 * N]);
  expect(read[0]).toEqual(rows('b'));
  expect(read[0]).toEqual(await db.events.where('[caseId+id]').between(['b', ''], ['b', 'z']).toArray());
}, 60_000);

it('gives each piece of a long table while it reads on, and nothing of what comes in one', async () => {
  await putInPieces(db.events, rows('a'));
  await putInPieces(db.items, rows('a').slice(0, 10));
  const heard: unknown[] = [];
  const read = await db.transaction('r', db.tables, () =>
    Promise.all([
      rowsOfCase(db.events, 'a', (piece) => heard.push(...piece)),
      rowsOfCase(db.items, 'a', (piece) => heard.push(...piece)),
    ]),
  );
  expect(read.map((r) => r.length)).toEqual([N, 10]);
  expect(heard).toEqual(rows('a'));
}, 60_000);

it('asks for the next piece before one is heard, which takes its time', async () => {
  await putInPieces(db.events, rows('a'));
  const asked = vi.spyOn(db.events, 'where');
  const before: number[] = [];
  await rowsOfCase(db.events, 'a', () => before.push(asked.mock.calls.length));
  expect(before).toEqual([2, 3, 3]);
}, 60_000);
