import { readCaseFile } from '../../../casefile/case-file';
import { visit } from '../../../share/desk';
import { Exchange, type Member, newestWhole, type ShareFolder } from '../../../share/folder';
import type { Waiting } from '../../../share/pool';
import type { Apart } from '../../../share/replica';
import { isKeyFile, isShareName, keyFile, newShareKey, openKeyFile, sealOf } from '../../../share/seal';
import { keep, recall } from '../../../store/commands';
import { faultSays } from '../../../store/faults';
import { db } from '../../../store/open';
import { beginShare, endShare, joinShare, StepRefused, StoreDesk, shareOf } from '../../../store/share';
import { HandFolder, onDisk, type Picked } from './folders';

/** ms between two looks into the folder while the case is open, and between two signs of life. */
const EVERY = 4_000;
const ALIVE = 5 * 60_000;

export interface ShareView {
  /** `off`: not shared. `ask`: the browser wants leave to use the folder. `hand`: files go by hand. */
  readonly status: 'off' | 'starting' | 'on' | 'hand' | 'ask' | 'elsewhere' | 'trouble';
  /** What is wrong, as a sentence; empty where nothing is. */
  readonly trouble: string;
  readonly folder: string;
  readonly device: string;
  /** Up to which step this browser is. */
  readonly n: number;
  readonly members: readonly Member[];
  readonly apart: readonly Apart[];
  readonly waiting: readonly Waiting[];
  readonly faults: readonly (readonly [name: string, why: string])[];
  /** ms: the last visit that went through. */
  readonly at: number;
}

const OFF: ShareView = {
  status: 'off',
  trouble: '',
  folder: '',
  device: '',
  n: 0,
  members: [],
  apart: [],
  waiting: [],
  faults: [],
  at: 0,
};

const folderKey = (caseId: string): string => `share-folder ${caseId}`;

/** A browser at the share of one case, from when the case is opened until it is left. */
export class Sharing {
  private view: ShareView = OFF;
  private readonly listeners = new Set<() => void>();
  private desk: StoreDesk | null = null;
  private exchange: Exchange | null = null;
  private readonly hand = new HandFolder();
  private picked: Picked | null = null;
  private readonly refused = new Map<string, string>();
  private timer: ReturnType<typeof setInterval> | undefined;
  private last: Promise<unknown> = Promise.resolve();
  private alive = 0;
  private stopped = new AbortController();

  constructor(readonly caseId: string) {}

  readonly now = (): ShareView => this.view;
  readonly subscribe = (l: () => void): (() => void) => {
    this.listeners.add(l);
    return () => this.listeners.delete(l);
  };

  private say(part: Partial<ShareView>): void {
    this.view = { ...this.view, ...part };
    for (const l of this.listeners) l();
  }

  /** Begins to look, where the case is shared. One tab of a browser does; the others wait for their turn. */
  start(): void {
    this.stopped = new AbortController();
    const { signal } = this.stopped;
    this.say({ status: 'starting' });
    const held = (): Promise<void> =>
      new Promise((done) => {
        if (signal.aborted) return done();
        signal.addEventListener('abort', () => done());
        void this.look();
        this.timer = setInterval(() => void this.look(), EVERY);
      });
    const waits = setTimeout(() => this.say({ status: 'elsewhere' }), 1_000);
    const begin = (): Promise<void> => {
      clearTimeout(waits);
      return held();
    };
    if (!navigator.locks) void begin();
    else
      navigator.locks
        .request(`stopline share ${this.caseId}`, { signal }, begin)
        .catch(() => undefined)
        .finally(() => clearTimeout(waits));
  }

  stop(): void {
    this.stopped.abort();
    clearInterval(this.timer);
  }

  /** One visit, after those that are under way. @param ask the person is there, and may be asked for leave */
  look(ask = false): Promise<void> {
    const next = this.last.then(() => this.visit(ask));
    this.last = next;
    return next;
  }

  private async visit(ask: boolean): Promise<void> {
    try {
      const state = await shareOf(db, this.caseId);
      if (!state) {
        this.desk = null;
        this.exchange = null;
        return this.say(OFF);
      }
      this.picked ??= ((await recall(db, folderKey(this.caseId))) as Picked | undefined) ?? null;
      if (this.picked) {
        const may = await (ask ? this.picked.requestPermission : this.picked.queryPermission)?.call(
          this.picked,
          {
            mode: 'readwrite',
          },
        );
        if (may !== 'granted') return this.say({ status: 'ask', folder: this.picked.name });
      }
      const seal = await sealOf(state.key);
      this.exchange ??= new Exchange(seal, this.caseId);
      this.desk ??= await StoreDesk.open(db, this.caseId, state);
      const { desk, exchange } = this;
      const folder = this.picked ? onDisk(this.picked) : this.hand;
      const alive = Date.now() - this.alive > ALIVE;
      await visit(exchange, folder, desk, { alive, without: new Set(this.refused.keys()) });
      if (alive) this.alive = Date.now();
      await this.tell(folder);
    } catch (error) {
      if (error instanceof StepRefused)
        this.refused.set(error.step.device, `step ${error.step.n}: ${error.message}`);
      this.desk = null;
      this.exchange = null;
      this.say({ status: 'trouble', trouble: this.sentence(error) });
    }
  }

  private async tell(folder: ShareFolder): Promise<void> {
    const { desk, exchange } = this;
    if (!desk || !exchange) return;
    const members = [...exchange.members.values()].filter((m) => m.device !== desk.device);
    await keep(
      db,
      `share-seen ${this.caseId}`,
      members.map(({ who, at, left }) => ({ who, at, left })),
    );
    this.say({
      status: folder instanceof HandFolder ? 'hand' : 'on',
      trouble: [...this.refused].map(([d, why]) => `${this.nameOf(d)}: ${why}`).join(' '),
      folder: this.picked?.name ?? '',
      device: desk.device,
      n: desk.replica.vector[desk.device] ?? 0,
      members,
      apart: desk.replica.conflicts(),
      waiting: exchange.pool.waiting(desk.replica.vector),
      faults: [...exchange.faults],
      at: Date.now(),
    });
  }

  nameOf(device: string): string {
    return this.view.members.find((m) => m.device === device)?.who ?? 'somebody';
  }

  private sentence(error: unknown): string {
    if (error instanceof StepRefused)
      return `A step of ${this.nameOf(error.step.device)} is not taken: ${error.message}`;
    if (error instanceof DOMException && error.name === 'NotFoundError')
      return `The folder ${this.picked?.name ?? ''} is not there.`;
    return faultSays(error) ?? 'The folder may not be used just now.';
  }

  /** Shares the case from now on. @param folder null where files go by hand */
  async begin(passphrase: string, folder: Picked | null): Promise<void> {
    const key = await newShareKey();
    const closed = await keyFile(key, passphrase);
    if (folder) await keep(db, folderKey(this.caseId), folder);
    await beginShare(db, this.caseId, key, closed);
    this.picked = folder;
    await this.look(true);
  }

  /** Says to the others that this one leaves, and takes no part any longer. */
  async leave(): Promise<void> {
    if (this.desk) this.desk.left = true;
    await this.look();
    await endShare(db, this.caseId);
    this.picked = null;
    await this.look();
  }

  /** Settles conflicts by the sides that were chosen, and tells the others. */
  async settle(chosen: readonly { readonly apart: Apart; readonly side: number }[]): Promise<void> {
    await this.last;
    await this.desk?.settle(chosen);
    await this.look();
  }

  /** Takes in files that came by hand. @returns how many files of a share there were */
  async bring(files: readonly File[]): Promise<number> {
    const n = await this.hand.bring(
      files,
      files.map((f) => f.name),
    );
    await this.look();
    return n;
  }

  /** What this browser wrote, to be handed on. */
  async packed(): Promise<Uint8Array> {
    await this.look();
    return this.hand.packed();
  }
}

/** Why somebody could not join, as a sentence. */
export class CannotJoin extends Error {}

/**
 * Joins the share that lies in a folder, or in files that came by hand. @returns the id of its case
 * @throws CannotJoin, CaseIsHere
 */
export async function join(from: Picked | readonly File[], passphrase: string): Promise<string> {
  const hand = new HandFolder();
  const picked = Array.isArray(from) ? null : (from as Picked);
  if (!picked) {
    const files = from as readonly File[];
    await hand.bring(
      files,
      files.map((f) => f.name),
    );
  }
  const folder = picked ? onDisk(picked) : hand;
  const opened = await keyIn(folder, passphrase);
  const { bundle, faults } = await newestWhole(folder, await sealOf(opened.key));
  if (!bundle?.whole)
    throw new CannotJoin(
      `The passphrase is right, and no whole case is there yet${faults.size > 0 ? ` (${faults.size} files fail their seal, and may still be on their way)` : ''}: wait until the folder is carried over, and try again.`,
    );
  const content = await readCaseFile(bundle.whole);
  const id = await joinShare(db, content, bundle.steps, opened.key, opened.file);
  if (picked) await keep(db, folderKey(id), picked);
  return id;
}

async function keyIn(folder: ShareFolder, passphrase: string): Promise<{ key: string; file: Uint8Array }> {
  let keys = 0;
  for (const { name, size } of await folder.list()) {
    // A key is a line under a passphrase: nothing larger is asked.
    if (!isShareName(name) || size > 2_000) continue;
    const file = await folder.read(name);
    if (!file || !isKeyFile(file)) continue;
    keys++;
    const key = await openKeyFile(file, passphrase);
    if (key) return { key, file };
  }
  throw new CannotJoin(
    keys === 0
      ? 'No key of a share is there: it may be another folder, or not carried over yet.'
      : 'The passphrase opens no share that is there.',
  );
}
