import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { putBenchmark, putFact } from '../../src/actions/officers';
import { writeCaseFile } from '../../src/casefile/case-file';
import type { Officer, OfficerFact, OfficerFigure } from '../../src/officers/rows';
import { newCase } from '../../src/record/case';
import { createCase, readCase } from '../../src/store/commands';
import { StoplineDb } from '../../src/store/database';
import { IsLocked, lockNow, setLock, unlock } from '../../src/store/lock';
import {
  eraseOfficer,
  officerRows,
  officersFile,
  putOfficer,
  putOfficerRows,
  takeOfficersFile,
} from '../../src/store/officers';
import { bytesWithin } from '../exhibits/decompressed';
import { record } from '../make';

const CANARY = 'CANARY-of-the-officers';
const OFFICER: Officer = {
  id: 'o',
  name: `Dale Marsh ${CANARY}`,
  also: ['412'],
  agency: 'PD',
  note: '',
  at: 1,
};
const FACT: OfficerFact = {
  officerId: 'o',
  id: 'f',
  at: 2,
  kind: 'sworn',
  who: 'Dale Marsh',
  day: '2023-05-02',
  says: `that he always ${CANARY}`,
  source: 'State v. Roe, hearing',
  page: '41',
};
const FIGURE: OfficerFigure = {
  officerId: 'o',
  id: 'g',
  at: 2,
  says: `officer Marsh, ${CANARY}`,
  measures: 'stop',
  lengths: [{ min: 600_000, max: 659_999, n: 40 }],
  leftOut: [{ why: 'no end is written', n: 3 }],
  rates: [],
  file: { name: 'stops.csv', size: 10, rows: 43, sha256: '' },
  made: '2026-11-26',
};

let n = 0;
let db: StoplineDb;
beforeEach(async () => {
  db = new StoplineDb(`officers-${n++}`);
  await putOfficer(db, OFFICER);
  await putOfficerRows(db, 'officerFacts', [FACT]);
  await putOfficerRows(db, 'officerFigures', [FIGURE]);
});

describe('officers', () => {
  it('leave in a file of their own and come back from it; of two rows the newer stays', async () => {
    const text = await officersFile(db);
    const other = new StoplineDb(`officers-other-${n}`);
    expect(await takeOfficersFile(other, text)).toBe(3);
    expect(await officersFile(other)).toBe(text);
    await putOfficerRows(other, 'officerFacts', [{ ...FACT, says: 'newer', at: 9 }]);
    expect(await takeOfficersFile(other, text)).toBe(0);
    expect((await officerRows(other, 'officerFacts', 'o'))[0]?.says).toBe('newer');
    await expect(takeOfficersFile(other, '{"format":"x"}')).rejects.toThrow(/no file of officers/);
    await expect(takeOfficersFile(other, 'no')).rejects.toThrow(/not JSON/);
    await eraseOfficer(other, 'o');
    expect(await other.officerFacts.count()).toBe(0);
  });

  it('are shut away by the lock, refused while it is on, and back when it is opened', async () => {
    await setLock(db, 'a long passphrase', 15);
    expect(await lockNow(db)).toBe(true);
    expect(await db.officers.count()).toBe(0);
    await expect(putOfficerRows(db, 'officerFacts', [FACT])).rejects.toThrow(IsLocked);
    expect(await unlock(db, 'a long passphrase')).toBe(true);
    expect(await db.officerFigures.toArray()).toEqual([FIGURE]);
    expect(await officerRows(db, 'officerFacts', 'o')).toEqual([FACT]);
  });

  it('are in no case file until they are put into the case', async () => {
    await createCase(db, newCase('c', 'State v. Doe', 'UTC', 1), 'made', []);
    const textOf = async (): Promise<string> => {
      const content = await readCase(db, 'c');
      return (await bytesWithin(await writeCaseFile(content)))
        .map((b) => Buffer.from(b).toString('utf8'))
        .join('\n');
    };
    expect(await textOf()).not.toContain(CANARY);
    const { edits } = putBenchmark(record({}), OFFICER, FIGURE);
    expect(edits.map((e) => e.table)).toEqual(['sources', 'benchmarks']);
    const put = putFact(record({}), OFFICER, FACT).edits;
    expect(put.map((e) => e.table)).toEqual(['sources', 'events']);
    expect(put[1]?.after).toMatchObject({ kind: 'testimony', page: '41', description: FACT.says });
    expect(put[0]?.after).toMatchObject({ kind: 'testimony', by: 'Dale Marsh' });
  });
});
