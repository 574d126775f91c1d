import * as v from 'valibot';
import { writeCaseFile } from '../casefile/case-file';
import type { CaseContent } from '../casefile/content';
import type { Change } from '../record/change';
import type { Row, TableName } from '../record/tables';
import type { Desk } from '../share/desk';
import type { Own } from '../share/folder';
import { Pool } from '../share/pool';
import { type Apart, Replica, type Touched } from '../share/replica';
import { settling } from '../share/settle';
import { DeviceSchema, type Step, sealedStep, sharedChanges } from '../share/steps';
import { changesFor } from '../share/take-in';
import { addCaseContent, BadRow, enter, headNow, keep, readCase, recall, whoAmI } from './commands';
import { type StoplineDb, stepsOf } from './database';

const StateSchema = v.object({
  /** What this browser is called in the share: of no person and no machine. */
  device: DeviceSchema,
  /** The key of the share, and its file under the passphrase (base 64). */
  key: v.string(),
  keyFile: v.string(),
  /** Up to which entry of the history steps were made or taken in. */
  collected: v.number(),
  /** Whether the papers of this browser go into the folder. */
  papers: v.optional(v.boolean(), true),
});
/** What this browser keeps of a share that it takes part in. */
export type ShareState = v.InferOutput<typeof StateSchema>;

const keyOf = (caseId: string): string => `share ${caseId}`;

/** What is kept of the share of a case; null where it is in none. */
export async function shareOf(db: StoplineDb, caseId: string): Promise<ShareState | null> {
  const found = v.safeParse(StateSchema, await recall(db, keyOf(caseId)));
  return found.success ? found.output : null;
}

export const newDevice = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, '0')).join('');

const asText = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
const asBytes = (text: string): Uint8Array => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));

/** Begins to share a case as it stands: what was done before is in the whole case, and no step. */
export async function beginShare(
  db: StoplineDb,
  caseId: string,
  key: string,
  keyFile: Uint8Array,
  past: readonly Step[] = [],
  papers = true,
): Promise<void> {
  await db.transaction('rw', db.tables, async () => {
    await stepsOf(db, caseId).delete();
    await db.steps.bulkPut(past.map((step) => ({ caseId, device: step.device, n: step.n, step })));
    const collected = (await headNow(db, caseId))?.seq ?? 0;
    const state: ShareState = { device: newDevice(), key, keyFile: asText(keyFile), collected, papers };
    await keep(db, keyOf(caseId), state);
  });
}

/** There is a case of that id in this browser, which is not the one that is shared. */
export class CaseIsHere extends Error {}

/** Puts a shared case into this browser. @returns its id @throws CaseIsHere where one of that id is here and not in the bin */
export async function joinShare(
  db: StoplineDb,
  content: CaseContent,
  steps: readonly Step[],
  key: string,
  keyFile: Uint8Array,
): Promise<string> {
  return db.transaction('rw', db.tables, async () => {
    const there = await db.cases.get(content.case.id);
    if (there && there.deletedAt === null)
      throw new CaseIsHere(
        `“${there.title}” is in this browser already, as a copy of its own. Save it as a case file, delete it here, join, and then bring the file in by “Merge another copy”.`,
      );
    const { id } = await addCaseContent(db, content);
    await beginShare(db, id, key, keyFile, steps);
    return id;
  });
}

/** Takes no part any longer; the case stays as it is. */
export async function endShare(db: StoplineDb, caseId: string): Promise<void> {
  await db.transaction('rw', db.tables, async () => {
    await stepsOf(db, caseId).delete();
    const beside = ['share-folder', 'share-seen', 'share-papers'].map((k) => `${k} ${caseId}`);
    await db.kept.bulkDelete([keyOf(caseId), ...beside]);
  });
}

/** Whether the papers of this browser go into the folder from now on; what lies there already stays. */
export async function carryPapers(db: StoplineDb, caseId: string, papers: boolean): Promise<void> {
  await db.transaction('rw', db.kept, async () => {
    const state = await shareOf(db, caseId);
    if (state) await keep(db, keyOf(caseId), { ...state, papers });
  });
}

const SeenSchema = v.array(v.looseObject({ device: DeviceSchema }));

/** Every device that this browser knows of in the share of a case: those that were seen, and those of which it has steps. */
export async function devicesOf(db: StoplineDb, caseId: string): Promise<string[]> {
  const seen = v.safeParse(SeenSchema, await recall(db, `share-seen ${caseId}`));
  const keys = await stepsOf(db, caseId).primaryKeys();
  return [...new Set([...(seen.success ? seen.output.map((m) => m.device) : []), ...keys.map(([, d]) => d)])];
}

/** A step of somebody else does not pass as rows: what it wants is not written, and its device is not followed further. */
export class StepRefused extends Error {
  constructor(
    readonly step: Step,
    why: string,
  ) {
    super(why);
  }
}

/** The database as a copy of a shared case. After an error it is to be opened anew: nothing was written by what failed. */
export class StoreDesk implements Desk {
  private mine: Step[] = [];
  left = false;

  private constructor(
    private readonly db: StoplineDb,
    readonly caseId: string,
    private state: ShareState,
    readonly replica: Replica,
    private readonly who: string,
  ) {}

  static async open(db: StoplineDb, caseId: string, state: ShareState): Promise<StoreDesk> {
    const replica = new Replica();
    const pool = new Pool();
    const rows = await stepsOf(db, caseId).toArray();
    pool.add(
      rows.map((r) => r.step),
      {},
    );
    for (const step of pool.due(replica, Number.MAX_SAFE_INTEGER)) replica.take(step);
    const desk = new StoreDesk(db, caseId, state, replica, await whoAmI(db));
    desk.mine = rows.filter((r) => r.device === state.device).map((r) => r.step);
    desk.mine.sort((a, b) => a.n - b.n);
    return desk;
  }

  get device(): string {
    return this.state.device;
  }

  private get head(): { n: number; knows: Record<string, number> } {
    const { [this.device]: n = 0, ...knows } = this.replica.vector;
    return { n, knows };
  }

  async collect(): Promise<void> {
    await this.db.transaction('rw', this.db.tables, async () => {
      await this.gather();
    });
  }

  async takeIn(steps: readonly Step[]): Promise<void> {
    await this.db.transaction('rw', this.db.tables, async () => {
      await this.gather();
      for (const step of steps) {
        const { who, at, what } = step;
        try {
          await this.lay(this.replica.take(step), { who, at, what, kind: 'file' });
        } catch (error) {
          throw error instanceof BadRow ? new StepRefused(step, error.message) : error;
        }
        await this.db.steps.put({ caseId: this.caseId, device: step.device, n: step.n, step });
      }
      await this.mark();
    });
  }

  async renew(): Promise<void> {
    this.state = { ...this.state, device: newDevice() };
    this.mine = [];
    await keep(this.db, keyOf(this.caseId), this.state);
  }

  /** Settles what was changed by more than one, each by one of its sides. What is not apart any more is left. */
  async settle(chosen: readonly { readonly apart: Apart; readonly side: number }[]): Promise<void> {
    await this.db.transaction('rw', this.db.tables, async () => {
      await this.gather();
      const now = new Map(this.replica.conflicts().map((c) => [c.key, c]));
      const changes: Change[] = [];
      for (const { apart, side } of chosen) {
        const is = now.get(apart.key);
        const by = apart.sides[side];
        // Somebody else may have settled it, or added a third side, meanwhile: then it is asked anew.
        if (!is || !by || is.sides.length !== apart.sides.length) continue;
        const change = settling(is, by, await this.rowOf(is.table, is.id));
        if (change) changes.push(change);
      }
      if (changes.length === 0) return;
      const what = `Settled what was changed by more than one: ${changes.length}`;
      await this.lay(await this.add(what, Date.now(), changes), { what, kind: 'do' });
      await this.mark();
    });
  }

  own(): Own {
    const { n, knows } = this.head;
    const known = Object.values(knows).reduce((a, b) => a + b, n);
    return {
      caseId: this.caseId,
      device: this.device,
      head: { n, knows, who: this.who, turn: known + (this.left ? 1 : 0), at: Date.now(), left: this.left },
      keyFile: asBytes(this.state.keyFile),
      steps: async (from, to) => this.mine.slice(from - 1, to),
      whole: async () => {
        const [content, rows] = await this.db.transaction('rw', this.db.tables, async () => {
          await this.gather();
          return [
            await readCase(this.db, this.caseId),
            await stepsOf(this.db, this.caseId).toArray(),
          ] as const;
        });
        return { bytes: await writeCaseFile(content), steps: rows.map((r) => r.step) };
      },
    };
  }

  /** Makes steps of what was done in this browser since the last time. Only in a transaction. */
  private async gather(): Promise<void> {
    const from = [this.caseId, this.state.collected + 1];
    const done = await this.db.history
      .where('[caseId+seq]')
      .between(from, [this.caseId, Number.MAX_SAFE_INTEGER])
      .toArray();
    for (const { seq, what, at, who } of done) {
      const changes = sharedChanges((await this.db.changes.get([this.caseId, seq]))?.changes ?? []);
      if (changes.length > 0) await this.lay(await this.add(what, at, changes, who), null);
    }
    if (done.length > 0) await this.mark();
  }

  /** A step of this device. @returns the rows it touched */
  private async add(
    what: string,
    at: number,
    changes: readonly Change[],
    who = this.who,
  ): Promise<Touched[]> {
    const { n, knows } = this.head;
    const before = this.replica.headOf(this.device);
    const said = { device: this.device, n: n + 1, knows, who, at, what, changes: [...changes], before };
    // As it will be read: what is not there in a file is not there here.
    const step = JSON.parse(JSON.stringify(sealedStep(said))) as Step;
    await this.db.steps.put({ caseId: this.caseId, device: this.device, n: step.n, step });
    this.mine.push(step);
    return this.replica.take(step);
  }

  /** Makes the rows what the steps make of them, with an entry of the history where there is a head for one. */
  private async lay(
    touched: readonly Touched[],
    head: { what: string; kind: 'file' | 'do'; who?: string; at?: number } | null,
  ): Promise<void> {
    const rows = new Map<string, Row | null>();
    for (const { table, id } of touched) rows.set(`${table} ${id}`, await this.rowOf(table, id));
    const edits = changesFor(this.replica, touched, (table, id) => rows.get(`${table} ${id}`) ?? null);
    if (!head && edits.length === 0) return;
    const said = head ?? { what: 'Kept, since an entry points at it', kind: 'file' as const };
    await enter(this.db, this.caseId, { ...said, of: null }, edits, true);
  }

  private async rowOf(table: TableName, id: string): Promise<Row | null> {
    const found: unknown =
      table === 'cases' ? await this.db.cases.get(id) : await this.db.table(table).get([this.caseId, id]);
    return (found as Row | undefined) ?? null;
  }

  /** Remembers that the history is read up to its end. */
  private async mark(): Promise<void> {
    const collected = (await headNow(this.db, this.caseId))?.seq ?? 0;
    this.state = { ...this.state, collected };
    await keep(this.db, keyOf(this.caseId), this.state);
  }
}
