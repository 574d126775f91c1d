import 'fake-indexeddb/auto';
import { readFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { readCaseFile, writeCaseFile } from '../../src/casefile/case-file';
import { mergeCopies } from '../../src/casefile/merge';
import { typedPage } from '../../src/papers/paper';
import { newCase } from '../../src/record/case';
import { added } from '../../src/record/change';
import type { PaperRow } from '../../src/record/discovery';
import { addCaseContent, commit, createCase, eraseCase, readCase } from '../../src/store/commands';
import { StoplineDb } from '../../src/store/database';
import { lockNow, setLock, unlock } from '../../src/store/lock';
import { bytesOf, KEPT_BYTES, keepPaper, pagesOf } from '../../src/store/papers';
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
