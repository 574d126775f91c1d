import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { recordFromFiles } from '../../src/intake/assemble';
import { TABLES } from '../../src/record/tables';

/** B10 of the attack: a cell or a name that the case cannot hold refused the whole file at Accept, without its line. */
const LONG = 'x'.repeat(20_001);
const NAME = 'y'.repeat(301);
const read = (csv: string, name = 'x.csv') =>
  recordFromFiles([{ name, bytes: new TextEncoder().encode(csv) }], 'America/Chicago');

/** Rows that the case would not take. */
const unfit = (record: object): string[] =>
  Object.entries(record).flatMap(([table, rows]) => {
    const schema = (TABLES as Record<string, { schema?: v.GenericSchema }>)[table]?.schema;
    if (!schema || !Array.isArray(rows)) return [];
    return rows.filter((r) => !v.is(schema, r)).map((r) => `${table} ${r.line ?? ''}`);
  });

const STOP = 'id,date,time,kind,who,source,clock,page,description';
const FORM = 'Item,Description,Released by,Received by,Date,Time,Purpose,Seal,Location,Notes';
describe('a cell longer than the case can hold', () => {
  it.each([
    ['description', STOP, `w,3/14/2024,14:30,note,,,,,${LONG}`, `s,3/14/2024,14:27,stop,A,,,,Stop`],
    ['who', STOP, `w,3/14/2024,14:30,note,${LONG},,,,w`, `s,3/14/2024,14:27,stop,A,,,,Stop`],
    ['source', STOP, `w,3/14/2024,14:30,note,,${NAME},,,w`, `s,3/14/2024,14:27,stop,A,,,,Stop`],
    ['clock', STOP, `w,3/14/2024,14:30,note,,,${NAME},,w`, `s,3/14/2024,14:27,stop,A,,,,Stop`],
    ['page', STOP, `w,3/14/2024,14:30,note,,,,${LONG},w`, `s,3/14/2024,14:27,stop,A,,,,Stop`],
    ['id', STOP, `${LONG},3/14/2024,14:30,note,,,,,w`, `s,3/14/2024,14:27,stop,A,,,,Stop`],
    ['released by', FORM, `1,Bag,${LONG},B,3/14/2024,14:30,,,,`, `1,Bag,A,B,3/14/2024,14:27,,,,`],
    ['received by', FORM, `1,Bag,A,${LONG},3/14/2024,14:30,,,,`, `1,Bag,A,B,3/14/2024,14:27,,,,`],
    ['item', FORM, `${LONG},Bag,A,B,3/14/2024,14:30,,,,`, `1,Bag,A,B,3/14/2024,14:27,,,,`],
    ['what it is', FORM, `1,${LONG},A,B,3/14/2024,14:30,,,,`, `1,Bag,A,B,3/14/2024,14:27,,,,`],
    ['purpose', FORM, `1,Bag,A,B,3/14/2024,14:30,${LONG},,,`, `1,Bag,A,B,3/14/2024,14:27,,,,`],
    ['place', FORM, `1,Bag,A,B,3/14/2024,14:30,,,${LONG},`, `1,Bag,A,B,3/14/2024,14:27,,,,`],
    ['note', FORM, `1,Bag,A,B,3/14/2024,14:30,,,,${LONG}`, `1,Bag,A,B,3/14/2024,14:27,,,,`],
    [
      'camera',
      'Camera,Officer,Start,End',
      `${NAME},B,3/14/2024 14:30,3/14/2024 14:40`,
      `Dash,A,3/14/2024 14:27,3/14/2024 14:50`,
    ],
    [
      'call',
      'Incident,Received,Dispatched,Nature',
      `1,3/14/2024 14:30,3/14/2024 14:31,${LONG}`,
      `2,3/14/2024 14:27,3/14/2024 14:28,Stop`,
    ],
  ])('%s: its line is refused, and the others come in', async (_, head, bad, good) => {
    const { record, refused } = await read(`${head}\n${good}\n${bad}\n`);
    expect(unfit(record)).toEqual([]);
    const kept = [...record.events, ...record.custody].map((r) => r.line);
    expect(new Set(kept)).toEqual(new Set([2]));
    expect(refused.map((r) => r.line)).toContain(3);
  });
  it('a file whose name is longer keeps its rows', async () => {
    const { record } = await read(`${STOP}\ns,3/14/2024,14:27,stop,A,,,,Stop\n`, `${NAME}.csv`);
    expect(unfit(record)).toEqual([]);
    expect(record.events).toHaveLength(1);
  });
});
