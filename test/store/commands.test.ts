import { changed, removed } from '../../src/record/change';
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { readCaseFile, writeCaseFile } from '../../src/casefile/case-file';
import { applyChanges } from '../../src/record/apply';
import { newCase } from '../../src/record/case';
import { idMaker } from '../../src/record/ids';
import { addCaseContent, BadRow, commit, createCase, readCase, redo, undo } from '../../src/store/commands';
import { StoplineDb } from '../../src/store/database';
import { followRecord, loadRecord } from '../../src/store/following';
import { event } from '../make';

let db: StoplineDb;
let n = 0;
beforeEach(() => {
  db = new StoplineDb(`test-${n++}`);
});
const add = (ref: string, start = '14:00') => ({
  table: 'events' as const,
  id: ref,
  before: null,
  after: event({ ref, start }),
});
const refs = async (): Promise<string[]> => (await db.events.toArray()).map((e) => `${e.ref} ${e.start}`);

describe('commands', () => {
  it('write rows and history in one transaction, undo and redo them, and keep what was before', async () => {
    await createCase(db, newCase('c', 'State v. Doe', 'UTC', 1));
    await commit(db, 'c', 'two rows', [add('a'), add('b')]);
    const row = await db.events.get(['c', 'a']);
    if (!row) throw new Error('no row');
    await commit(db, 'c', 'time of a', [changed('events', row, { start: '14:05' })]);
    expect(await refs()).toEqual(['a 14:05', 'b 14:00']);
    expect((await undo(db, 'c'))?.what).toBe('time of a');
    expect(await refs()).toEqual(['a 14:00', 'b 14:00']);
    expect((await undo(db, 'c'))?.what).toBe('two rows');
    expect(await refs()).toEqual([]);
    expect(await undo(db, 'c')).toBeNull();
    expect((await redo(db, 'c'))?.what).toBe('two rows');
    expect((await redo(db, 'c'))?.what).toBe('time of a');
    expect(await redo(db, 'c')).toBeNull();
    expect(await refs()).toEqual(['a 14:05', 'b 14:00']);
    const history = await db.history.toArray();
    expect(history.map((h) => h.kind)).toEqual(['do', 'do', 'do', 'undo', 'undo', 'redo', 'redo']);
    expect((await db.changes.get(['c', 3]))?.changes).toEqual([
      { table: 'events', id: 'a', before: { start: '14:00' }, after: { start: '14:05' } },
    ]);
  });

  it('write nothing at all where one row does not pass its schema', async () => {
    await createCase(db, newCase('c', 'x', 'UTC', 1));
    const bad = { ...add('b'), after: { ...event({ ref: 'b', start: '1' }), kind: 'nonsense' } };
    await expect(commit(db, 'c', 'bad', [add('a'), bad])).rejects.toThrow(BadRow);
    expect(await refs()).toEqual([]);
    expect(await db.history.count()).toBe(1);
  });

  it('a new act after an undo cannot be followed by a redo of the old one', async () => {
    await createCase(db, newCase('c', 'x', 'UTC', 1));
    await commit(db, 'c', 'a', [add('a')]);
    await undo(db, 'c');
    await commit(db, 'c', 'b', [add('b')]);
    expect(await redo(db, 'c')).toBeNull();
    expect(await refs()).toEqual(['b 14:00']);
  });

  it('give the state before, whatever was done, when everything is undone; and the state after, redone', async () => {
    const act = fc.oneof(
      fc.record({ do: fc.constant('add' as const), ref: fc.constantFrom('a', 'b', 'd', 'e') }),
      fc.record({
        do: fc.constant('edit' as const),
        ref: fc.constantFrom('a', 'b', 'd', 'e'),
        start: fc.constantFrom('14:01', '14:02', '14:03'),
      }),
      fc.record({ do: fc.constant('drop' as const), ref: fc.constantFrom('a', 'b', 'd', 'e') }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 8 }), async (acts) => {
        db = new StoplineDb(`test-${n++}`);
        await createCase(db, newCase('c', 'x', 'UTC', 1));
        const start = await loadRecord(db, 'c');
        for (const a of acts) {
          const row = await db.events.get(['c', a.ref]);
          if (a.do === 'add' && !row) await commit(db, 'c', 'add', [add(a.ref)]);
          if (a.do === 'edit' && row)
            await commit(db, 'c', 'edit', [changed('events', row, { start: a.start })]);
          if (a.do === 'drop' && row) await commit(db, 'c', 'drop', [removed('events', row)]);
        }
        const end = await loadRecord(db, 'c');
        const lists = await db.changes.where('[caseId+seq]').between(['c', 2], ['c', 1e9]).toArray();
        expect(
          applyChanges(
            start?.record as never,
            lists.flatMap((l) => l.changes),
          ),
        ).toEqual(end?.record);
        while ((await undo(db, 'c')) !== null);
        expect((await loadRecord(db, 'c'))?.record).toEqual(start?.record);
        while ((await redo(db, 'c')) !== null);
        expect((await loadRecord(db, 'c'))?.record).toEqual(end?.record);
        db.close();
      }),
      { numRuns: 40 },
    );
  });

  it('tell whoever follows the case, with only what changed read again', async () => {
    await createCase(db, newCase('c', 'x', 'UTC', 1));
    const seen: number[] = [];
    const { stop } = followRecord(db, 'c', {
      onCase: (at) => seen.push(at.record.events.length),
      onGone: () => seen.push(-1),
      onFault: () => undefined,
    });
    await new Promise((r) => setTimeout(r, 50));
    await commit(db, 'c', 'a', [add('a')]);
    await new Promise((r) => setTimeout(r, 50));
    await undo(db, 'c');
    await new Promise((r) => setTimeout(r, 50));
    stop();
    expect(seen).toEqual([0, 1, 0]);
  });
});

describe('case files and the database', () => {
  it('write, read, write: the same bytes; erased and brought back: the same case', async () => {
    await createCase(db, newCase('c', 'State v. Doe', 'UTC', 1));
    await commit(db, 'c', 'rows', [add('b'), add('a')]);
    await undo(db, 'c');
    await redo(db, 'c');
    const content = await readCase(db, 'c');
    const bytes = await writeCaseFile(content);
    const again = await readCaseFile(bytes);
    expect(await writeCaseFile(again)).toEqual(bytes);
    const row = await db.cases.get('c');
    if (!row) throw new Error('no case');
    await commit(db, 'c', 'to the bin', [changed('cases', row, { deletedAt: 5 })]);
    expect(await addCaseContent(db, again)).toEqual({ id: 'c', copied: false });
    expect(await readCase(db, 'c')).toEqual(content);
    const copy = await addCaseContent(db, again);
    expect(copy.copied).toBe(true);
    expect((await readCase(db, copy.id)).facts.events.map((e) => e.ref)).toEqual(['a', 'b']);
    expect((await undo(db, copy.id))?.what).toBe('rows');
    expect((await loadRecord(db, 'c'))?.record.events).toHaveLength(2);
  });
});

describe('ids', () => {
  it('sort in the order in which they are made', () => {
    const next = idMaker(1_700_000_000_000, 5);
    const made = Array.from({ length: 2000 }, next);
    expect([...made].sort()).toEqual(made);
    expect(new Set(made).size).toBe(2000);
  });
});
