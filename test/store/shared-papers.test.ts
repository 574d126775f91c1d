import 'fake-indexeddb/auto';
import { strFromU8 } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Page } from '../../src/papers/paper';
import { newCase } from '../../src/record/case';
import { added, changed } from '../../src/record/change';
import type { PaperRow } from '../../src/record/discovery';
import { hashOf } from '../../src/share/pages';
import { emptyLength, padded, paperName, paperWorks, shutPaper, sizeInFolder } from '../../src/share/papers';
import { isPaperName, isShareName, newShareKey, type Seal, sealOf } from '../../src/share/seal';
import { commit, createCase } from '../../src/store/commands';
import { StoplineDb } from '../../src/store/database';
import { lockNow, setLock } from '../../src/store/lock';
import { bytesOf, keepPaper, pagesOf } from '../../src/store/papers';
import { type PapersView, SharedPapers } from '../../src/store/shared-papers';
import { random } from '../bench/synthetic';
import { LocalFolder } from '../share/desks';

const DEVICES = ['a', 'b', 'c'].map((x) => x.repeat(32)) as [string, string, string];
const page = (number: number, text: string, how: 'text' | 'recognised' = 'text'): Page => ({
  number,
  width: 612,
  height: 792,
  turned: 0,
  picture: how === 'recognised' || text === '',
  lines:
    text === ''
      ? []
      : [{ text, how, words: text.split(' ').map((t, i) => ({ text: t, box: { x: i, y: 1, w: 1, h: 1 } })) }],
});
const body = (seed: number, length: number): Uint8Array => {
  const next = random(seed + 1);
  return Uint8Array.from({ length }, () => Math.floor(next() * 256));
};
const rowOf = async (id: string, bytes: Uint8Array, over: Partial<PaperRow> = {}): Promise<PaperRow> => ({
  id,
  caseId: 'c',
  name: `report ${id}.pdf`,
  packet: '',
  kind: 'pdf',
  state: 'reads',
  sha256: await hashOf(bytes),
  size: bytes.length,
  pages: 1,
  recognised: 0,
  kept: true,
  says: [],
  reader: '',
  draftedFrom: '',
  production: '',
  batesFrom: '',
  batesTo: '',
  clock: '',
  refused: [],
  ...over,
});

let n = 0;
let seal: Seal;
let empty = 0;
interface Office {
  readonly db: StoplineDb;
  readonly folder: LocalFolder;
  readonly papers: SharedPapers;
}
/** A browser with the case and these rows of papers, at its own view of the folder. */
async function office(
  device: string,
  rows: readonly PaperRow[],
  folder = new LocalFolder(),
): Promise<Office> {
  const db = new StoplineDb(`papers-${n++}`);
  await createCase(db, newCase('c', 'State v. Doe', 'America/Chicago', 1));
  if (rows.length > 0)
    await commit(
      db,
      'c',
      'papers',
      rows.map((r) => added('papers', r)),
    );
  return { db, folder, papers: new SharedPapers(db, 'c', device, seal, empty, paperWorks(seal)) };
}
const go = (o: Office, all = false): Promise<PapersView> =>
  o.papers.visit(o.folder, { devices: DEVICES, write: true, all });

beforeEach(async () => {
  seal = await sealOf(await newShareKey());
  empty = await emptyLength(seal);
});

describe('papers of a shared case', () => {
  it('written by one, their pages come in by themselves and their bytes when they are asked for', async () => {
    const bytes = body(1, 150_000);
    const row = await rowOf('p', bytes);
    const folder = new LocalFolder();
    const [ada, ben] = [await office(DEVICES[0], [row], folder), await office(DEVICES[1], [row], folder)];
    await keepPaper(ada.db, 'c', 'p', [page(1, 'Stop of the Camry')], bytes);
    expect(await go(ben)).toMatchObject({ of: 1, here: 0, missing: 1, waiting: 0 });
    expect(await go(ada)).toMatchObject({ of: 1, here: 1, size: 150_000 });
    expect(folder.files.size).toBe(2);
    expect(await go(ben)).toMatchObject({
      here: 0,
      waiting: 1,
      waitingSize: 150_000,
      missing: 0,
      faults: [],
    });
    expect(await pagesOf(ben.db, 'c', 'p')).toEqual([page(1, 'Stop of the Camry')]);
    // Who has what another wrote writes nothing.
    expect(folder.files.size).toBe(2);
    expect(await bytesOf(ben.db, 'c', 'p')).toBeNull();
    expect(await ben.papers.bring(folder, DEVICES, row.sha256)).toBe('');
    expect(await bytesOf(ben.db, 'c', 'p')).toEqual(bytes);
    // Written once, by one: nobody writes anything more.
    const wrote = [...folder.files].map(([name, f]) => [name, f.changed]);
    for (const o of [ada, ben, ada]) expect(await go(o)).toMatchObject({ here: 1, toWrite: 0 });
    expect([...folder.files].map(([name, f]) => [name, f.changed])).toEqual(wrote);
    // What is lost is written again by whoever has it.
    folder.files.clear();
    await go(ben);
    expect(folder.files.size).toBe(2);
    const cleo = await office(DEVICES[2], [row], folder);
    expect(await go(cleo, true)).toMatchObject({ here: 1, waiting: 0 });
    expect(await bytesOf(cleo.db, 'c', 'p')).toEqual(bytes);
  });

  it('half carried are named and left, and taken when they are whole; with another hash, never', async () => {
    const bytes = body(2, 200_000);
    const row = await rowOf('p', bytes);
    const [ada, ben] = [await office(DEVICES[0], [row]), await office(DEVICES[1], [row])];
    await keepPaper(ada.db, 'c', 'p', [page(1, 'x')], bytes);
    await go(ada);
    const part = { caseId: 'c', holds: 'bytes', sha256: row.sha256 } as const;
    const name = paperName(seal, DEVICES[0], part);
    const whole = ada.folder.files.get(name)?.bytes as Uint8Array;
    expect(whole.length).toBe(sizeInFolder(part, bytes.length, empty));
    for (const length of [0, 100, 70_000, whole.length - 1]) {
      ben.folder.put(name, whole.slice(0, length));
      const view = await go(ben, true);
      expect(view, `${length} bytes`).toMatchObject({ here: 0, waiting: 0, missing: 1 });
      expect(view.faults).toEqual([[name, expect.stringContaining(`only ${length} of its ${whole.length}`)]]);
      expect(await ben.papers.bring(ben.folder, DEVICES, row.sha256)).toMatch(/not in the folder yet/);
    }
    // As long as it should be, and damaged.
    const bad = whole.slice();
    bad[100_000] = (bad[100_000] as number) ^ 1;
    ben.folder.put(name, bad);
    expect((await go(ben, true)).faults).toEqual([[name, expect.stringMatching(/seal does not hold/)]]);
    // Shut under the key by somebody, and not what the row says.
    const other = body(3, 200_000);
    ben.folder.put(name, await shutPaper(seal, part, other));
    expect((await go(ben, true)).faults).toEqual([[name, expect.stringMatching(/its hash is another/)]]);
    expect(await ben.papers.bring(ben.folder, DEVICES, row.sha256)).toMatch(/its hash is another/);
    // Another paper's file under this one's name.
    ben.folder.put(name, await shutPaper(seal, { ...part, sha256: await hashOf(other) }, bytes));
    expect((await go(ben, true)).faults).toEqual([
      [name, expect.stringMatching(/another paper than its name/)],
    ]);
    expect(await bytesOf(ben.db, 'c', 'p')).toBeNull();
    ben.folder.put(name, whole);
    expect(await go(ben, true)).toMatchObject({ here: 1, faults: [] });
    expect(await bytesOf(ben.db, 'c', 'p')).toEqual(bytes);
  });

  it('written in part by a device that was stopped are written again by it', async () => {
    const bytes = body(4, 100_000);
    const row = await rowOf('p', bytes);
    const ada = await office(DEVICES[0], [row]);
    await keepPaper(ada.db, 'c', 'p', [page(1, 'x')], bytes);
    await go(ada);
    const all = [...ada.folder.files].map(([name, f]) => [name, f.bytes] as const);
    for (const [name, was] of all) ada.folder.put(name, was.slice(0, 50));
    await go(ada);
    expect([...ada.folder.files.values()].map((f) => f.bytes.length)).toEqual(all.map(([, b]) => b.length));
  });

  it('recognized on two devices hold the pages of both, and come to rest', async () => {
    const bytes = body(5, 10_000);
    const row = await rowOf('p', bytes, { pages: 3 });
    const folder = new LocalFolder();
    const [ada, ben] = [await office(DEVICES[0], [row], folder), await office(DEVICES[1], [row], folder)];
    const scan = [page(1, ''), page(2, ''), page(3, '')];
    await keepPaper(ada.db, 'c', 'p', scan, bytes);
    for (const o of [ada, ben]) await go(o);
    await keepPaper(ada.db, 'c', 'p', [page(1, 'by Ada', 'recognised'), ...scan.slice(1)], null);
    await keepPaper(ben.db, 'c', 'p', [...scan.slice(0, 2), page(3, 'by Ben', 'recognised')], null);
    for (const o of [ada, ben, ada, ben]) await go(o);
    const both = [page(1, 'by Ada', 'recognised'), page(2, ''), page(3, 'by Ben', 'recognised')];
    for (const o of [ada, ben]) expect(await pagesOf(o.db, 'c', 'p')).toEqual(both);
    // The same page by both: one of the two, on both.
    await keepPaper(ada.db, 'c', 'p', [both[0] as Page, page(2, 'one', 'recognised'), both[2] as Page], null);
    await keepPaper(ben.db, 'c', 'p', [both[0] as Page, page(2, 'two', 'recognised'), both[2] as Page], null);
    for (const o of [ada, ben, ada, ben]) await go(o);
    expect(await pagesOf(ada.db, 'c', 'p')).toEqual(await pagesOf(ben.db, 'c', 'p'));
    const rest = [...folder.files].map(([name, f]) => [name, f.changed]);
    for (const o of [ada, ben]) await go(o);
    expect([...folder.files].map(([name, f]) => [name, f.changed])).toEqual(rest);
  });

  it('say nothing in their names, their bytes or, but roughly, their lengths', async () => {
    const bytes = body(6, 4_823_112);
    const row = await rowOf('quillfeather', bytes);
    const other = await sealOf(await newShareKey());
    const part = { caseId: 'c', holds: 'bytes', sha256: row.sha256 } as const;
    const name = paperName(seal, DEVICES[0], part);
    expect(isPaperName(name) && !isShareName(name)).toBe(true);
    expect(name.includes(row.sha256.slice(0, 12))).toBe(false);
    expect(paperName(other, DEVICES[0], part)).not.toBe(name);
    expect(paperName(seal, DEVICES[1], part)).not.toBe(name);
    const ada = await office(DEVICES[0], [row]);
    await keepPaper(ada.db, 'c', row.id, [page(1, 'Officer Brannigan stopped him')], bytes);
    await go(ada);
    for (const [file, f] of ada.folder.files) {
      const text = `${file}\n${strFromU8(f.bytes, true)}`;
      for (const secret of [row.sha256, 'Brannigan', 'quillfeather', 'report', '4823112', 'stopline share'])
        expect(text.includes(secret), secret).toBe(false);
    }
    // Papers of nearly one length are of one length in the folder: a known one is not recognized by it.
    for (let i = 0; i < 2_000; i++) {
      const size = Math.floor(random(i)() * 30_000_000) + 2;
      const up = padded(size);
      expect(up >= size && up <= size * 1.13 + 1, String(size)).toBe(true);
      expect(padded(up)).toBe(up);
    }
    const lengths = new Set(Array.from({ length: 5_000 }, (_, i) => padded(4_800_000 + i * 10)));
    expect(lengths.size).toBeLessThan(4);
  }, 30_000);

  it('are written into no open table while the app is locked', async () => {
    const bytes = body(7, 1_000);
    const row = await rowOf('p', bytes);
    const folder = new LocalFolder();
    const [ada, ben] = [await office(DEVICES[0], [row], folder), await office(DEVICES[1], [row], folder)];
    await keepPaper(ada.db, 'c', 'p', [page(1, 'x')], bytes);
    await go(ada);
    await setLock(ben.db, 'six words', 5);
    const locks: LocalFolder = Object.assign(new LocalFolder(), {
      list: (w: (name: string) => boolean) => folder.list(w),
      read: async (name: string) => {
        await lockNow(ben.db);
        return folder.read(name);
      },
    });
    await expect(ben.papers.visit(locks, { devices: DEVICES, write: true, all: true })).rejects.toThrow(
      /locked/,
    );
    expect([await ben.db.paperBytes.count(), await ben.db.paperPages.count()]).toEqual([0, 0]);
  });

  it('carried at random, late, in part, rolled back, doubled and lost, are at last on every device, and never wrong', async () => {
    for (let seed = 1; seed <= 3; seed++) {
      const next = random(seed);
      const draw = (k: number): number => Math.floor(next() * k);
      const all = await Promise.all(
        [0, 1, 2, 3].map(async (i) => {
          const bytes = body(seed * 10 + i, 500 + draw(3_000));
          return { id: `p${i}`, bytes, row: await rowOf(`p${i}`, bytes, { pages: 2 }) };
        }),
      );
      const people = await Promise.all(
        DEVICES.map((d) =>
          office(
            d,
            all.map((p) => p.row),
          ),
        ),
      );
      for (const { id, bytes } of all)
        await keepPaper((people[draw(3)] as Office).db, 'c', id, [page(1, id), page(2, '')], bytes);
      const right = async (o: Office): Promise<void> => {
        for (const { id, bytes } of all) {
          const got = await bytesOf(o.db, 'c', id);
          if (got) expect(got, `seed ${seed}: ${id}`).toEqual(bytes);
        }
      };
      for (let round = 0; round < 6; round++) {
        for (const o of people) if (draw(2) === 0) await go(o, draw(2) === 0);
        if (draw(2) === 0) {
          const [o, { id }] = [people[draw(3)] as Office, all[draw(4)] as (typeof all)[0]];
          const pages = await pagesOf(o.db, 'c', id);
          if (pages.length > 0)
            await keepPaper(
              o.db,
              'c',
              id,
              [pages[0] as Page, page(2, `${id} ${draw(3)}`, 'recognised')],
              null,
            );
        }
        for (const [to, o] of people.entries())
          for (const [from, other] of people.entries())
            for (const [name, versions] of from === to ? [] : other.folder.wrote) {
              const some = versions[draw(versions.length)] as Uint8Array;
              const what = draw(8);
              if (what < 3) o.folder.put(name, versions.at(-1) as Uint8Array);
              else if (what === 3) o.folder.put(name, some.slice(0, draw(some.length)));
              else if (what === 4) o.folder.put(name, some);
              else if (what === 5) o.folder.put(name.replace('.age', ' (copy).age'), some);
              else if (what === 6) o.folder.files.delete(name);
            }
        for (const o of people) await right(o);
      }
      for (let rest = 0; rest < 5; rest++) {
        for (const o of people)
          for (const other of people)
            for (const [name, versions] of other.folder.wrote)
              o.folder.put(name, versions.at(-1) as Uint8Array);
        for (const o of people) await go(o, true);
      }
      for (const o of people) {
        await right(o);
        for (const { id } of all) {
          expect(await bytesOf(o.db, 'c', id), `seed ${seed}: ${id} is not here`).not.toBeNull();
          expect(await pagesOf(o.db, 'c', id)).toEqual(await pagesOf((people[0] as Office).db, 'c', id));
        }
      }
    }
  }, 120_000);

  it('of a row that is gone are not asked for; those of a row that came later are', async () => {
    const bytes = body(8, 5_000);
    const row = await rowOf('p', bytes);
    const folder = new LocalFolder();
    const [ada, ben] = [await office(DEVICES[0], [row], folder), await office(DEVICES[1], [], folder)];
    await keepPaper(ada.db, 'c', 'p', [page(1, 'x')], bytes);
    await go(ada);
    expect(await go(ben, true)).toMatchObject({ of: 0, here: 0 });
    expect(await ben.db.paperBytes.count()).toBe(0);
    await commit(ben.db, 'c', 'came', [added('papers', row)]);
    expect(await go(ben, true)).toMatchObject({ of: 1, here: 1 });
    await commit(ben.db, 'c', 'left', [changed('papers', row, { kept: false })]);
    expect(await go(ben, true)).toMatchObject({ of: 0 });
  });
});
