import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { putBenchmark, putFact } from '../../src/actions/officers';
import { writeCaseFile } from '../../src/casefile/case-file';
import type { Officer, OfficerFact, OfficerFigure } from '../../src/officers/rows';
import { newCase } from '../../src/record/case';
import { createCase, readCase } from '../../src/store/commands';
import { StoplineDb } from '../../src/store/database';
import { IsLocked, lockNow, setLock, unlock } from '../../src/store/lock';
import { officersStepAt, undoOfficers } from '../../src/store/officer-steps';
import {
  eraseOfficer,
  officerRows,
  officersFile,
  putOfficer,
  putOfficerRows,
  removeOfficerRow,
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
    const { edits } = putBenchmark(record({}), OFFICER.name, FIGURE);
    expect(edits.map((e) => e.table)).toEqual(['sources', 'benchmarks']);
    const put = putFact(record({}), OFFICER, FACT).edits;
    expect(put.map((e) => e.table)).toEqual(['sources', 'events']);
    expect(put[1]?.after).toMatchObject({ kind: 'testimony', page: '41', description: FACT.says });
    expect(put[0]?.after).toMatchObject({ kind: 'testimony', by: 'Dale Marsh' });
  });

  it('are undone and done again, edits and removals and files alike, the last first', async () => {
    const now = async (): Promise<string> => await officersFile(db);
    const bare = (text: string): string => text.replace(/"at": \d+/g, '"at": 0');
    const states = [bare(await now())];
    const did = async (work: Promise<unknown>): Promise<void> => {
      await work;
      states.push(bare(await now()));
    };
    await did(putOfficerRows(db, 'officerFacts', [{ ...FACT, says: 'another', at: 3 }]));
    await did(putOfficer(db, { ...OFFICER, agency: 'Sheriff', at: 4 }));
    await did(removeOfficerRow(db, 'officerFigures', FIGURE, 5));
    await did(
      putOfficerRows(db, 'officerFacts', [
        { ...FACT, id: 'f2', at: 6 },
        { ...FACT, id: 'f3', at: 6 },
      ]),
    );
    const file = JSON.parse(await now()) as { officers: Officer[] };
    file.officers = [{ ...OFFICER, id: 'p', name: 'Pat Lee', at: 7 }];
    await did(takeOfficersFile(db, JSON.stringify(file)));
    expect(new Set(states).size).toBe(states.length);
    // The same again changes nothing, and is no step.
    await putOfficer(db, { ...OFFICER, agency: 'Sheriff', at: 8 });
    expect(await officersStepAt(db, 'redo')).toBeNull();
    for (let i = states.length - 2; i >= 0; i--) {
      expect((await undoOfficers(db, 'undo', 100))?.left).toBe(0);
      expect(bare(await now()), `undone to ${i}`).toBe(states[i]);
    }
    for (let i = 1; i < states.length; i++) {
      expect((await undoOfficers(db, 'redo', 200))?.left).toBe(0);
      expect(bare(await now()), `done again to ${i}`).toBe(states[i]);
    }
    expect(await undoOfficers(db, 'redo', 200)).toBeNull();
    // What was undone is gone once something else is done.
    await undoOfficers(db, 'undo', 300);
    await putOfficerRows(db, 'officerFacts', [{ ...FACT, says: 'newer', at: 301 }]);
    expect(await officersStepAt(db, 'redo')).toBeNull();
    expect(await officersStepAt(db, 'undo')).toBe(301);
  });

  it('leave a row alone that became something else since, and say so', async () => {
    await putOfficerRows(db, 'officerFacts', [{ ...FACT, says: 'mine', at: 3 }]);
    expect((await db.officers.get('o'))?.at).toBe(3);
    await db.officerFacts.put({ ...FACT, says: 'theirs', at: 4 });
    expect(await undoOfficers(db, 'undo', 5)).toEqual({ what: 'Put in: mine', left: 1 });
    expect((await officerRows(db, 'officerFacts', 'o'))[0]?.says).toBe('theirs');
  });

  it('come back by no key once they are erased, and the newest hundred steps are kept', async () => {
    await putOfficer(db, { ...OFFICER, id: 'p', name: 'Pat Lee', at: 3 });
    await eraseOfficer(db, 'o');
    expect(JSON.stringify(await db.officerSteps.toArray())).not.toContain(CANARY);
    expect((await undoOfficers(db, 'undo', 4))?.what).toBe('Officer Pat Lee added');
    expect(await db.officers.count()).toBe(0);
    expect(await undoOfficers(db, 'undo', 4)).toBeNull();
    for (let i = 0; i < 130; i++) await putOfficer(db, { ...OFFICER, agency: `${i}`, at: 10 + i });
    expect(await db.officerSteps.count()).toBe(100);
    // The lock shuts the steps away with the rest.
    await setLock(db, 'a long passphrase', 15);
    expect(await lockNow(db)).toBe(true);
    expect(await db.officerSteps.count()).toBe(0);
    await expect(undoOfficers(db, 'undo', 5)).rejects.toThrow(IsLocked);
    expect(await unlock(db, 'a long passphrase')).toBe(true);
    expect((await undoOfficers(db, 'undo', 500))?.left).toBe(0);
    expect((await db.officers.toArray())[0]?.agency).toBe('128');
  });
});
