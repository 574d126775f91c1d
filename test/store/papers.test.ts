import 'fake-indexeddb/auto';
import { readFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { readCaseFile, writeCaseFile } from '../../src/casefile/case-file';
import { mergeCopies } from '../../src/casefile/merge';
import { typedPage } from '../../src/papers/paper';
import { newCase } from '../../src/record/case';
import { added } from '../../src/record/change';
import type { PaperRow } from '../../src/record/discovery';
import { hashOf } from '../../src/share/pages';
import { addCaseContent, commit, createCase, eraseCase, readCase } from '../../src/store/commands';
import { StoplineDb } from '../../src/store/database';
import { lockNow, setLock, unlock } from '../../src/store/lock';
import {
  bytesOf,
  KEPT_BYTES,
  keepPaper,
  lackingOf,
  pagesOf,
  papersHere,
  takeOver,
} from '../../src/store/papers';
import { event } from '../make';

let db: StoplineDb;
let n = 0;
beforeEach(async () => {
  db = new StoplineDb(`papers-${n++}`);
  await createCase(db, newCase('c', 'State v. Doe', 'UTC', 1));
});

const PAGES = [typedPage('14:03 stop\n\n14:10 warning', 1)];
const BYTES = Uint8Array.from({ length: 20_000 }, (_, i) => i % 256);
const paper = (id: string, sha = 'a'): PaperRow => ({
  id,
  caseId: 'c',
  name: 'report.pdf',
  packet: '',
  kind: 'pdf',
  state: 'reads',
  sha256: sha.repeat(64),
  size: BYTES.length,
  pages: 1,
  recognised: 0,
  kept: true,
  says: [],
  reader: 'narrative',
  draftedFrom: '',
  production: '',
  batesFrom: '',
  batesTo: '',
  clock: '',
  refused: [],
});
const passage = { paper: 'p', page: 1, from: 0, to: 0, quote: '14:03 stop' };

async function withPaper(): Promise<void> {
  await keepPaper(db, 'c', 'p', PAGES, BYTES);
  await commit(db, 'c', 'paper', [
    added('papers', paper('p')),
    added('events', event({ ref: 'a', start: '14:03', passage })),
  ]);
}

describe('a paper of the discovery', () => {
  it('is in the case file with pages and bytes where that is asked for, and in its rows always', async () => {
    await withPaper();
    const bare = await readCaseFile(await writeCaseFile(await readCase(db, 'c')));
    expect(bare.contents).toBeUndefined();
    expect(bare.facts.papers).toEqual([paper('p')]);
    expect(bare.facts.events[0]?.passage).toEqual(passage);
    const whole = await readCaseFile(await writeCaseFile(await readCase(db, 'c', true)));
    await eraseCase(db, 'c');
    expect(await pagesOf(db, 'c', 'p')).toEqual([]);
    await addCaseContent(db, whole);
    expect(await pagesOf(db, 'c', 'p')).toEqual(PAGES);
    expect([...((await bytesOf(db, 'c', 'p')) ?? [])]).toEqual([...BYTES]);
  });

  it('keeps through its file what is torn in its lines, and where its cells begin', async () => {
    const [page] = PAGES as [(typeof PAGES)[0]];
    const lines = [{ ...page.lines[0], cells: [{ from: 0, x: 1, end: 2 }], torn: 'two rows in one' }];
    const torn = { ...page, lines } as typeof page;
    await keepPaper(db, 'c', 'p', [torn], null);
    await commit(db, 'c', 'paper', [added('papers', paper('p'))]);
    const back = await readCaseFile(await writeCaseFile(await readCase(db, 'c', true)));
    expect(back.contents?.[0]?.pages).toEqual([torn]);
  });

  it('comes with a merged copy where its hash is missing here, under whatever row it stands; never with other bytes', async () => {
    const sha256 = await hashOf(BYTES);
    const row = { ...paper('p'), sha256 };
    await keepPaper(db, 'c', 'p', PAGES, BYTES);
    await commit(db, 'c', 'paper', [added('papers', row)]);
    const theirs = await readCaseFile(await writeCaseFile(await readCase(db, 'c', true)));
    expect(await papersHere(db, 'c')).toEqual({ here: 1, size: BYTES.length, missing: 0 });
    // A browser that has the rows alone, and one that knows the paper under another row.
    for (const id of ['p', 'another']) {
      const mine = new StoplineDb(`papers-${n++}`);
      await createCase(mine, newCase('c', 'State v. Doe', 'UTC', 1));
      await commit(mine, 'c', 'paper', [added('papers', { ...row, id })]);
      expect(await papersHere(mine, 'c')).toEqual({ here: 0, size: 0, missing: 1 });
      expect(await lackingOf(mine, 'c', theirs)).toEqual({ papers: 1, size: BYTES.length });
      const wrong = [{ id: 'p', pages: PAGES, bytes: BYTES.slice(1) }];
      expect(await takeOver(mine, 'c', theirs.facts.papers, wrong)).toEqual({
        bytes: 0,
        pages: 1,
        refused: ['report.pdf'],
      });
      expect(await bytesOf(mine, 'c', id)).toBeNull();
      expect(await takeOver(mine, 'c', theirs.facts.papers, theirs.contents ?? [])).toEqual({
        bytes: 1,
        pages: 0,
        refused: [],
      });
      expect([...((await bytesOf(mine, 'c', id)) ?? [])]).toEqual([...BYTES]);
      expect(await pagesOf(mine, 'c', id)).toEqual(PAGES);
      expect(await lackingOf(mine, 'c', theirs)).toEqual({ papers: 0, size: 0 });
      // What is here is not written over.
      expect(await takeOver(mine, 'c', theirs.facts.papers, theirs.contents ?? [])).toMatchObject({
        bytes: 0,
        pages: 0,
      });
    }
    // One that has no row of it takes nothing.
    const none = new StoplineDb(`papers-${n++}`);
    await createCase(none, newCase('c', 'State v. Doe', 'UTC', 1));
    await takeOver(none, 'c', theirs.facts.papers, theirs.contents ?? []);
    expect([await none.paperBytes.count(), await none.paperPages.count()]).toEqual([0, 0]);
  });

  it('lies encrypted while the app is locked, and comes back byte for byte', async () => {
    await withPaper();
    await setLock(db, 'a long passphrase', 15);
    expect(await lockNow(db)).toBe(true);
    expect(await db.paperPages.count()).toBe(0);
    expect(await db.paperBytes.count()).toBe(0);
    await expect(keepPaper(db, 'c', 'q', PAGES, BYTES)).rejects.toThrow(/locked/);
    expect(await unlock(db, 'a long passphrase')).toBe(true);
    expect(await pagesOf(db, 'c', 'p')).toEqual(PAGES);
    expect([...((await bytesOf(db, 'c', 'p')) ?? [])]).toEqual([...BYTES]);
  });

  it('stays on the disk where it is too large, with its pages in the case', async () => {
    await keepPaper(db, 'c', 'p', PAGES, new Uint8Array(KEPT_BYTES + 1));
    expect(await bytesOf(db, 'c', 'p')).toBeNull();
    expect(await pagesOf(db, 'c', 'p')).toEqual(PAGES);
  });

  it('is one and the same in a stranger’s copy, and its passages point at ours', async () => {
    await withPaper();
    const mine = await readCase(db, 'c');
    const theirs = {
      ...mine,
      case: newCase('d', 'State v. Doe', 'UTC', 1),
      facts: {
        ...mine.facts,
        papers: [{ ...paper('theirs'), caseId: 'd' }],
        events: [
          { ...event({ ref: 'b', start: '14:10' }), caseId: 'd', passage: { ...passage, paper: 'theirs' } },
        ],
      },
      history: [],
    };
    const merge = mergeCopies(mine, theirs, new Set(['papers theirs']));
    expect(merge.duplicates.map((d) => d.key)).toContain('papers theirs');
    const made = merge.changes({}).find((c) => c.table === 'events' && c.before === null);
    expect(made?.after?.['passage']).toMatchObject({ paper: 'p' });
  });

  it('is not in a case file of before, which opens', async () => {
    const old = await readCaseFile(
      new Uint8Array(await readFile('test/fixtures/casefile/version-6.stopline')),
    );
    expect(old.facts.papers).toEqual([]);
  });
});
