import { readCaseFile } from '../../../casefile/case-file';
import { visit } from '../../../share/desk';
import { Exchange, type Member, newestWhole, type ShareFolder } from '../../../share/folder';
import type { Waiting } from '../../../share/pool';
import type { Apart } from '../../../share/replica';
import { isKeyFile, isShareName, keyFile, newShareKey, openKeyFile, sealOf } from '../../../share/seal';
import { keep, recall } from '../../../store/commands';
import { faultSays } from '../../../store/faults';
import { db } from '../../../store/open';
import { shareFolderKey as folderKey, onDisk, type Picked } from '../../../store/picked-folder';
import {
  beginShare,
  carryPapers,
  devicesOf,
  endShare,
  joinShare,
  type ShareState,
  StepRefused,
  StoreDesk,
  shareOf,
} from '../../../store/share';
import { NO_PAPERS, type PapersView, type SharedPapers } from '../../../store/shared-papers';
import { endSharedPapers, papersOfShare } from '../../../ui/shared-papers';
import { HandFolder } from './folders';

/** ms between two looks into the folder while the case is open, and between two signs of life. */
const EVERY = 4_000;
const ALIVE = 5 * 60_000;
/** ms between two looks at papers where no step went: while some are to come, and otherwise. */
const PAPERS_SOON = 8_000;
const PAPERS_EVERY = 60_000;

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
  readonly papers: PapersView;
  /** Whether the papers of this browser go along. */
  readonly carries: boolean;
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
  papers: NO_PAPERS,
  carries: true,
  at: 0,
};

/** A browser at the share of one case, from when the case is opened until it is left. */
export class Sharing {
  private view: ShareView = OFF;
  private readonly listeners = new Set<() => void>();
  private desk: StoreDesk | null = null;
  private exchange: Exchange | null = null;
  private papers: SharedPapers | null = null;
  private papersAt = 0;
  /** The bytes of every paper are wanted here; mine are to go by hand. */
  private all = false;
  private handsOver = false;
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
    endSharedPapers();
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
        this.papers = null;
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
      const went = await visit(exchange, folder, desk, { alive, without: new Set(this.refused.keys()) });
      if (alive) this.alive = Date.now();
      await this.tell(folder);
      await this.carry(folder, state, went.came + went.written > 0);
    } catch (error) {
      if (error instanceof StepRefused)
        this.refused.set(error.step.device, `step ${error.step.n}: ${error.message}`);
      this.desk = null;
      this.exchange = null;
      this.papers = null;
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
      members.map(({ device, who, at, left }) => ({ device, who, at, left })),
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
      faults: [...exchange.faults, ...this.view.papers.faults],
      at: Date.now(),
    });
  }

  /** Papers, after the steps: what the others read comes in, mine go out, bytes come where all are wanted. */
  private async carry(folder: ShareFolder, state: ShareState, moved: boolean): Promise<void> {
    const { desk, exchange, view } = this;
    if (!desk || !exchange) return;
    const byHand = folder instanceof HandFolder;
    const { waiting, missing, toWrite } = view.papers;
    const pause = waiting + missing > 0 ? PAPERS_SOON : PAPERS_EVERY;
    const due = moved || byHand || this.all || toWrite > 0 || Date.now() - this.papersAt > pause;
    if (!due) return;
    // The device may have gone on under another name.
    const of = { device: desk.device, key: state.key };
    if (this.papers?.device !== of.device) this.papers = null;
    this.papers ??= await papersOfShare(this.caseId, of, await sealOf(state.key));
    const write = byHand ? this.handsOver : state.papers;
    const known = [...exchange.members.keys(), ...Object.keys(desk.replica.vector)];
    const papers = await this.papers.visit(folder, { devices: known, write, all: byHand || this.all });
    this.papersAt = Date.now();
    if (papers.waiting === 0) this.all = false;
    const faults = [...exchange.faults, ...papers.faults];
    this.say({ papers, carries: state.papers, faults });
    if (papers.toWrite > 0 && !this.stopped.signal.aborted) void this.look();
  }

  /** Brings the bytes of every paper that lies in the folder into this browser. */
  async bringPapers(): Promise<void> {
    this.all = true;
    await this.look();
  }

  /** Whether the papers of this browser go into the folder from now on. */
  async setCarries(papers: boolean): Promise<void> {
    await carryPapers(db, this.caseId, papers);
    this.say({ carries: papers });
    this.papersAt = 0;
    await this.look();
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

  /** Shares the case from now on. @param folder null where files go by hand @param papers whether those that are here go along */
  async begin(passphrase: string, folder: Picked | null, papers: boolean): Promise<void> {
    const key = await newShareKey();
    const closed = await keyFile(key, passphrase);
    if (folder) await keep(db, folderKey(this.caseId), folder);
    await beginShare(db, this.caseId, key, closed, [], papers);
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

  /** What this browser wrote, to be handed on. @param papers with the papers that are here */
  async packed(papers: boolean): Promise<Uint8Array> {
    this.handsOver = papers;
    do await this.look();
    while (papers && this.view.papers.toWrite > 0);
    this.handsOver = false;
    return this.hand.packed(papers);
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
  const { bundle, faults, devices } = await newestWhole(folder, await sealOf(opened.key));
  if (!bundle?.whole)
    throw new CannotJoin(
      `The passphrase is right, and no whole case is there yet${faults.size > 0 ? ` (${faults.size} files fail their seal, and may still be on their way)` : ''}: wait until the folder is carried over, and try again.`,
    );
  const content = await readCaseFile(bundle.whole);
  const id = await joinShare(db, content, bundle.steps, opened.key, opened.file);
  if (picked) await keep(db, folderKey(id), picked);
  // What came by hand is not there a second time: its papers are taken now.
  const state = picked ? null : await shareOf(db, id);
  if (state) {
    const known = [...devices, ...(await devicesOf(db, id))];
    const papers = await papersOfShare(id, state, await sealOf(state.key));
    await papers.visit(hand, { devices: known, write: false, all: true });
  }
  return id;
}

async function keyIn(folder: ShareFolder, passphrase: string): Promise<{ key: string; file: Uint8Array }> {
  let keys = 0;
  for (const { name, size } of await folder.list(isShareName)) {
    // A key is a line under a passphrase: nothing larger is asked.
    if (size > 2_000) continue;
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
