import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { unzipSync } from 'fflate';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { annotationsOf } from '../../src/casefile/annotations';
import { readCaseFile, writeCaseFile } from '../../src/casefile/case-file';
import { type CaseContent, grouped, partOf, rowsIn } from '../../src/casefile/content';
import { mergeCopies } from '../../src/casefile/merge';
import { newCase } from '../../src/record/case';
import { ChangeSchema } from '../../src/record/change';
import { emptyRecord } from '../../src/record/record';
import { entryOf, FACT_TABLES, pointersOf, ROW_TABLES, TABLE_NAMES, TABLES } from '../../src/record/tables';
import { StoplineDb } from '../../src/store/database';
import { event } from '../make';

const content = (rows: Partial<Record<string, readonly unknown[]>> = {}): CaseContent => ({
  case: newCase('c', 'State v. Doe', 'UTC', 1),
  ...grouped((t) => rows[t] ?? []),
  history: [],
});

describe('one entry in the registry is enough: every table', () => {
  const registered = [...TABLE_NAMES].sort();

  it('has a store in the database', () => {
    const stores = new StoplineDb('registry').tables.map((t) => t.name);
    expect(registered.filter((t) => !stores.includes(t))).toEqual([]);
    expect(stores.filter((s) => !registered.includes(s as never)).sort()).toEqual([
      'before',
      'changes',
      'history',
      'kept',
      'officerFacts',
      'officerFigures',
      'officerReports',
      'officerSteps',
      'officers',
      'paperBytes',
      'paperPages',
      'steps',
    ]);
  });

  it('has a part in the case file, and comes out of it', async () => {
    const parts = Object.keys(unzipSync(await writeCaseFile(content())));
    expect(parts.sort()).toEqual(
      ['case.json', 'history.json', 'manifest.json', ...ROW_TABLES.map(partOf)].sort(),
    );
    const read = await readCaseFile(await writeCaseFile(content()));
    for (const t of ROW_TABLES) expect(rowsIn(read, t)).toEqual([]);
  });

  it('is merged, written down in the history, and part of an empty record or a hand-over of annotations', () => {
    const row = (table: string) => ({ id: 'x', caseId: 'c', about: table });
    for (const t of ROW_TABLES) {
      const merged = mergeCopies(content(), content({ [t]: [row(t)] })).changes({});
      expect(merged).toEqual([{ table: t, id: 'x', before: null, after: row(t) }]);
      expect(v.is(ChangeSchema, merged[0])).toBe(true);
    }
    expect(Object.keys(emptyRecord(newCase('c', 'x', 'UTC', 1))).sort()).toEqual(
      ['case', ...FACT_TABLES].sort(),
    );
    for (const t of ROW_TABLES) expect(rowsIn(annotationsOf(content()), t)).toEqual([]);
  });

  it('points at tables that there are, and names fields that its rows have', () => {
    for (const t of TABLE_NAMES) {
      for (const [, to] of pointersOf(t)) expect(to.filter((x) => !TABLE_NAMES.includes(x))).toEqual([]);
      const { called, key, alike, parts, points } = entryOf(t);
      const pointing = Object.keys(points ?? {}).map((f) => f.split('.')[0] as string);
      const likes = typeof alike === 'function' ? alike({ id: 'x', state: 'again' }) : alike;
      const named = [called, key, likes, parts, pointing].flatMap((l) => l ?? []);
      const fields = Object.keys(TABLES[t].schema.entries) as string[];
      expect(named.filter((f) => !fields.includes(f))).toEqual([]);
    }
  });
});

describe('a database of before', () => {
  it('is opened by this one: rows get the defaults of what came later', async () => {
    const old = new Dexie('before');
    old.version(4).stores({ cases: 'id', events: '[caseId+id]', kept: 'key' });
    const { item: _, ...bare } = event({ ref: 'a', start: '14:27' });
    const { policies, ...rest } = newCase('c', 'x', 'UTC', 1);
    const { drift: _d, ...older } = policies;
    await old.table('events').add(bare);
    await old.table('cases').add({ ...rest, policies: older });
    old.close();
    const db = new StoplineDb('before');
    expect(await db.events.toArray()).toEqual([event({ ref: 'a', start: '14:27' })]);
    expect((await db.cases.get('c'))?.policies).toEqual(policies);
    expect(await db.demands.count()).toBe(0);
    db.close();
  });
});

describe('case files that were made by hand', () => {
  it('are refused where two rows bear one id', async () => {
    const twice = content({
      events: [event({ ref: 'a', start: '14:27' }), event({ ref: 'a', start: '14:28' })],
    });
    await expect(readCaseFile(await writeCaseFile(twice))).rejects.toThrow(/two rows of one id/);
  });
});
