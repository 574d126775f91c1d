import { Dexie, type Table } from 'dexie';
import { rowToday, VERSION } from '../casefile/upgrades';
import type { Officer, OfficerFact, OfficerFigure, OfficerReport } from '../officers/rows';
import type { Page } from '../papers/paper';
import type { Change } from '../record/change';
import type { HistoryEntry } from '../record/history';
import { ROW_TABLES, type Row, type Rows, TABLE_NAMES } from '../record/tables';
import type { Step } from '../share/steps';
import { type Kept as KeptBefore, keepBefore } from './before';
import type { OfficerStep } from './officer-steps';

/** Rows are keyed by case and id, so that one case is one run of keys and a copy of a case needs no new ids. */
type Keyed = [caseId: string, id: string];

/** The changes of one history entry, apart from it: the list of what was done is read often, these rarely. */
interface ChangeList {
  readonly caseId: string;
  readonly seq: number;
  readonly changes: readonly Change[];
}

/** What was read of a paper, and the paper as it came: beside its row, since they are large and no part of the history. */
interface PaperPages {
  readonly caseId: string;
  readonly id: string;
  readonly pages: readonly Page[];
}
interface PaperBytes {
  readonly caseId: string;
  readonly id: string;
  readonly bytes: Uint8Array;
}

interface SharedStep {
  readonly caseId: string;
  readonly device: string;
  readonly n: number;
  readonly step: Step;
}

/** A setting of this browser, or a column mapping remembered by its header. */
interface Kept {
  readonly key: string;
  readonly value: unknown;
}

/** The Dexie table of each table of rows, all but that of the cases keyed by case and id. */
type RowTables = {
  readonly [T in keyof Rows]: Table<Rows[T], T extends 'cases' ? string : Keyed>;
};

/** Tables that came beside those of rows: the cases as they were, five of officers, and steps of shared cases. */
const BESIDE = 7;

class Opened extends Dexie {
  readonly history!: Table<HistoryEntry, [string, number]>;
  readonly changes!: Table<ChangeList, [string, number]>;
  readonly kept!: Table<Kept, string>;
  readonly paperPages!: Table<PaperPages, Keyed>;
  readonly paperBytes!: Table<PaperBytes, Keyed>;
  /** What is kept of officers, across cases */
  readonly officers!: Table<Officer, string>;
  readonly officerReports!: Table<OfficerReport, Keyed>;
  readonly officerFacts!: Table<OfficerFact, Keyed>;
  readonly officerFigures!: Table<OfficerFigure, Keyed>;
  /** What was done in these, to be taken back (`officer-steps.ts`). */
  readonly officerSteps!: Table<OfficerStep, number>;
  /** Every step of a shared case that was done or taken in here (`share.ts`). */
  readonly steps!: Table<SharedStep, [string, string, number]>;
  /** Every case as it lay here before the last upgrade (`before.ts`). */
  readonly before!: Table<KeptBefore, [string, number]>;

  constructor(name = 'stopline') {
    // What is told to be kept is on the disk: Chromium otherwise says so before it is, and a killed browser loses it.
    super(name, { chromeTransactionDurability: 'strict' });
    // A table more, or a newer version of what rows hold, makes a newer database: an older tab then lets go of it.
    this.version(VERSION * 100 + TABLE_NAMES.length + BESIDE)
      .stores({
        cases: 'id',
        ...Object.fromEntries(ROW_TABLES.map((t) => [t, '[caseId+id]'])),
        history: '[caseId+seq]',
        changes: '[caseId+seq]',
        kept: 'key',
        paperPages: '[caseId+id]',
        paperBytes: '[caseId+id]',
        officers: 'id',
        officerReports: '[officerId+id]',
        officerFacts: '[officerId+id]',
        officerFigures: '[officerId+id]',
        officerSteps: 'n',
        steps: '[caseId+device+n]',
        before: '[caseId+n], table',
      })
      .upgrade(async (tx) => {
        await keepBefore(tx, Date.now());
        for (const name of TABLE_NAMES)
          await tx
            .table(name)
            .toCollection()
            .modify((row: Row, ref: { value: Row }) => {
              ref.value = rowToday(name, row);
            });
      });
  }
}

/** The database in this browser. Only `commands.ts` writes to it. */
export type StoplineDb = Opened & RowTables;
export const StoplineDb = Opened as unknown as new (name?: string) => StoplineDb;

/** All keys of one case, for a table keyed by case and anything. */
export function ofCase<T, K>(table: Table<T, K>, caseId: string, key: 'id' | 'seq' = 'id') {
  return table.where(`[caseId+${key}]`).between([caseId, Dexie.minKey], [caseId, Dexie.maxKey]);
}

/** The steps of one shared case. */
export const stepsOf = (db: StoplineDb, caseId: string) =>
  db.steps.where('[caseId+device+n]').between([caseId, '', 0], [caseId, '\uffff', Number.MAX_SAFE_INTEGER]);
