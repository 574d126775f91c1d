import { Dexie } from 'dexie';
import { mergeCopies } from '../../src/casefile/merge';
import { caseFaults } from '../../src/casefile/whole';
import { backUp, backupTrouble, lastSaved, newestBackup } from '../../src/places/cases/backup';
import { newCase } from '../../src/record/case';
import { added, changed } from '../../src/record/change';
import { type Committed, commit, createCase, keep, readCase, redo, undo } from '../../src/store/commands';
import { StoplineDb } from '../../src/store/database';
import { db as appDb } from '../../src/store/open';
import { freshLog } from '../../src/store/quirks/fresh-log';
import { event } from '../make';

/** What the killed browser runs: the app's own store, at work without a pause, telling after each step that it is kept. */
declare global {
  interface Window {
    /** Given by the test: a step that was acknowledged, by the number of its history entry. */
    acknowledged(seq: number, what: string): Promise<void>;
    kill: typeof api;
  }
}

const ID = 'k';
let db: StoplineDb;

const api = {
  /** Edits, imports of a thousand rows, undoes, redoes and merges, until the browser is killed. */
  async work(seed: number): Promise<void> {
    db = new StoplineDb();
    await db.open();
    // As the app does at every start, beside what the user does.
    void freshLog(db);
    let n = seed;
    const draw = (below: number): number => {
      n = (n * 1_103_515_245 + 12_345) % 2_147_483_648;
      return n % below;
    };
    for (let i = 0; ; i++) {
      const id = `${seed}-${i}`;
      switch (draw(7)) {
        case 0: {
          const rows = Array.from({ length: 1000 }, (_, k) =>
            event({ ref: `${id}-${k}`, start: '14:00', caseId: ID }),
          );
          await told(
            commit(
              db,
              ID,
              'import of a thousand',
              rows.map((r) => added('events', r)),
            ),
            'import',
          );
          break;
        }
        case 1:
          await undo(db, ID);
          await told(last(), 'undo');
          break;
        case 2:
          await redo(db, ID);
          await told(last(), 'redo');
          break;
        case 3: {
          const mine = await readCase(db, ID);
          const theirs = {
            ...mine,
            facts: {
              ...mine.facts,
              events: [...mine.facts.events, event({ ref: `m-${id}`, start: '15:00', caseId: ID })],
            },
          };
          const changes = mergeCopies(mine, theirs).changes({});
          if (changes.length > 0) await told(commit(db, ID, 'merged', changes), 'merge');
          break;
        }
        case 4: {
          const row = await db.events.where('[caseId+id]').between([ID, ''], [ID, '\uffff']).first();
          if (row) {
            await commit(db, ID, 'edited', [changed('events', row, { description: id })]);
            await told(last(), 'edit');
          }
          break;
        }
        default: {
          const row = event({ ref: id, start: '14:05', caseId: ID });
          await told(commit(db, ID, 'entered', [added('events', row)]), 'entry');
        }
      }
    }
  },

  /** Makes the case, in a session that ends as sessions do. */
  async begin(): Promise<void> {
    db = new StoplineDb();
    await createCase(db, newCase(ID, 'State v. Doe', 'America/Chicago', 1));
    db.close();
  },

  /** Edits and backs up without a pause, telling each backup that counts by the step that it holds. */
  async backUps(seed: number): Promise<void> {
    const folder = await navigator.storage.getDirectory();
    await keep(appDb, `backup-folder ${ID}`, folder);
    // From here on until it is read back and older ones are gone, a backup is in the middle.
    const { createWritable } = FileSystemFileHandle.prototype;
    FileSystemFileHandle.prototype.createWritable = function (options) {
      window.acknowledged(0, 'writing');
      return createWritable.call(this, options);
    };
    for (let i = 0; ; i++) {
      // A case that takes its time to be written, and is hardly larger at the last round than at the first.
      const rows = Array.from({ length: seed === 1 && i === 0 ? 4000 : 20 }, (_, k) =>
        event({ ref: `b${seed}-${i}-${k}`, start: '14:00', caseId: ID }),
      );
      await commit(
        appDb,
        ID,
        'import',
        rows.map((r) => added('events', r)),
      );
      if (!(await backUp(ID, 'State v. Doe'))) throw new Error(await backupTrouble(ID));
      window.acknowledged((await lastSaved(ID))?.seq ?? 0, 'backup');
    }
  },

  /** The last step that the newest backup holds which opens; what is wrong with it, where something is. */
  async newestBackup(): Promise<{ seq: number; wrong: string }> {
    const content = await newestBackup(await navigator.storage.getDirectory(), ID);
    return { seq: content.history.at(-1)?.seq ?? 0, wrong: caseFaults(content).join(' ') };
  },

  /** A database as the first version made it, with so many rows. */
  async old(rows: number): Promise<void> {
    const first = new Dexie('stopline');
    const row = '[caseId+id]';
    first.version(1).stores({
      cases: 'id',
      clocks: row,
      sources: row,
      events: row,
      relations: row,
      syncPoints: row,
      items: row,
      custody: row,
      notes: row,
      theories: row,
      disclosures: row,
      history: '[caseId+seq]',
      changes: '[caseId+seq]',
      kept: 'key',
    });
    await first.table('cases').put(newCase(ID, 'State v. Doe', 'America/Chicago', 1));
    await first.table('events').bulkPut(
      Array.from({ length: rows }, (_, k) => {
        const { item: _item, ...e } = event({ ref: `o${k}`, start: '14:00', caseId: ID });
        return e;
      }),
    );
    first.close();
  },

  /** Opens it as today's version, which upgrades it. */
  async upgrade(): Promise<number> {
    db = new StoplineDb();
    return db.events.count();
  },

  /** What the app does at every start, so that a log torn by the kill is not written on. */
  fresh: (): Promise<void> => freshLog(db),

  /** What is wrong with what is there, or an empty string: the history has no gap and its hashes hold, and the rows are what it makes of them. */
  async check(acknowledged: number): Promise<string> {
    db = new StoplineDb();
    const there = await readCase(db, ID);
    if (there.history.length < acknowledged)
      return `step ${acknowledged} was acknowledged, and ${there.history.length} are there`;
    const faults = caseFaults(there);
    if (faults.length > 0) return faults.join(' ');
    return '';
  },
};

const last = async (): Promise<number> =>
  (await db.history.where('[caseId+seq]').between([ID, 0], [ID, Number.MAX_SAFE_INTEGER]).last())?.seq ?? 0;
const told = async (step: Promise<Committed | number>, what: string): Promise<void> => {
  const done = await step;
  window.acknowledged(typeof done === 'number' ? done : (done.seq ?? 0), what);
};

window.kill = api;
