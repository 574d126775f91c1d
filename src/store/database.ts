import { Dexie, type Table } from 'dexie';
import * as v from 'valibot';
import type { Case } from '../record/case';
import type { Clock } from '../record/clock';
import type { Cue } from '../record/cue';
import type { CustodyEntry, Item } from '../record/custody';
import type { EventRow, Relation, SyncPoint } from '../record/event';
import type { Change, HistoryEntry } from '../record/history';
import type { Demand, ExhibitPlan } from '../record/paper';
import { ROW_SCHEMAS } from '../record/record';
import type { Source } from '../record/source';
import type { DisclosurePlan, Note, Theory } from '../record/work-product';

/** Rows are keyed by case and id, so that one case is one run of keys and a copy of a case needs no new ids. */
type Keyed = [caseId: string, id: string];

/** The changes of one history entry, apart from it: the list of what was done is read often, these rarely. */
interface ChangeList {
  readonly caseId: string;
  readonly seq: number;
  readonly changes: readonly Change[];
}

/** A setting of this browser, or a column mapping remembered by its header. */
interface Kept {
  readonly key: string;
  readonly value: unknown;
}

/** The database in this browser. Only `commands.ts` writes to it. */
export class StoplineDb extends Dexie {
  readonly cases!: Table<Case, string>;
  readonly clocks!: Table<Clock, Keyed>;
  readonly sources!: Table<Source, Keyed>;
  readonly events!: Table<EventRow, Keyed>;
  readonly relations!: Table<Relation, Keyed>;
  readonly syncPoints!: Table<SyncPoint, Keyed>;
  readonly items!: Table<Item, Keyed>;
  readonly custody!: Table<CustodyEntry, Keyed>;
  readonly cues!: Table<Cue, Keyed>;
  readonly notes!: Table<Note, Keyed>;
  readonly theories!: Table<Theory, Keyed>;
  readonly disclosures!: Table<DisclosurePlan, Keyed>;
  readonly exhibits!: Table<ExhibitPlan, Keyed>;
  readonly demands!: Table<Demand, Keyed>;
  readonly history!: Table<HistoryEntry, [string, number]>;
  readonly changes!: Table<ChangeList, [string, number]>;
  readonly kept!: Table<Kept, string>;

  constructor(name = 'stopline') {
    // What is told to be kept is on the disk: Chromium otherwise says so before it is, and a killed browser loses it.
    super(name, { chromeTransactionDurability: 'strict' });
    const row = '[caseId+id]';
    this.version(1).stores({
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
    // Fields that came later: each stored row gets their defaults, the same as from an older case file.
    this.version(2).upgrade(async (tx) => {
      for (const name of ['cases', 'events', 'custody', 'items', 'disclosures'] as const) {
        await tx
          .table(name)
          .toCollection()
          .modify((row: unknown, ref: { value: unknown }) => {
            const parsed = v.safeParse(ROW_SCHEMAS[name], row);
            if (parsed.success) ref.value = parsed.output;
          });
      }
    });
    this.version(3).stores({ cues: row });
    this.version(4).stores({ exhibits: row, demands: row });
  }
}

/** All keys of one case, for a table keyed by case and anything. */
export function ofCase<T, K>(table: Table<T, K>, caseId: string, key: 'id' | 'seq' = 'id') {
  return table.where(`[caseId+${key}]`).between([caseId, Dexie.minKey], [caseId, Dexie.maxKey]);
}
