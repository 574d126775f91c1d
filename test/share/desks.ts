import { strFromU8, strToU8 } from 'fflate';
import { type Change, rowAfter } from '../../src/record/change';
import type { Row, TableName } from '../../src/record/tables';
import type { Desk } from '../../src/share/desk';
import type { Own, ShareFolder } from '../../src/share/folder';
import { Replica, type Touched } from '../../src/share/replica';
import { BrokenSeal, type Seal } from '../../src/share/seal';
import { type Step, sealedStep, sharedChanges } from '../../src/share/steps';
import { changesFor } from '../../src/share/take-in';
import type { Copy, Rows } from '../casefile/copies';

/** A seal that costs nothing, for thousands of runs: what is damaged, cut or foreign is told as the true one tells it. */
export const plainSeal: Seal = {
  async shut(bytes) {
    const body = `${bytes.length}:${sum(bytes)}:`;
    return new Uint8Array([...strToU8(body), ...bytes]);
  },
  async open(bytes) {
    const [, length, hash] = /^(\d+):(\d+):/.exec(strFromU8(bytes.subarray(0, 40), true)) ?? [];
    if (length === undefined) throw new BrokenSeal('it was cut short');
    const body = bytes.slice(length.length + (hash?.length ?? 0) + 2);
    if (String(body.length) !== length || String(sum(body)) !== hash)
      throw new BrokenSeal('its seal does not hold');
    return body.length === 0 ? null : body;
  },
  name: (device, what) => `${device.slice(0, 20)}${hex12(what)}.age`,
};

const sum = (bytes: Uint8Array): number => {
  let h = 2_166_136_261;
  for (const b of bytes) h = Math.imul(h ^ b, 16_777_619) >>> 0;
  return h;
};
const hex12 = (text: string): string => sum(strToU8(text)).toString(16).padStart(12, '0');

interface File {
  readonly bytes: Uint8Array;
  readonly changed: number;
}

/** What one computer has of the folder; a carrier brings files from one to another as well as it can. */
export class LocalFolder implements ShareFolder {
  readonly files = new Map<string, File>();
  /** Every version that this computer wrote, by name. */
  readonly wrote = new Map<string, Uint8Array[]>();
  private ticks = 0;

  async list(wanted: (name: string) => boolean): Promise<{ name: string; size: number; changed: number }[]> {
    return [...this.files]
      .filter(([name]) => wanted(name))
      .map(([name, f]) => ({ name, size: f.bytes.length, changed: f.changed }));
  }
  async read(name: string): Promise<Uint8Array | null> {
    return this.files.get(name)?.bytes ?? null;
  }
  async write(name: string, bytes: Uint8Array): Promise<void> {
    this.put(name, bytes);
    this.wrote.set(name, [...(this.wrote.get(name) ?? []), bytes]);
  }
  put(name: string, bytes: Uint8Array): void {
    this.files.set(name, { bytes, changed: ++this.ticks });
  }
}

/** A device of the tests: rows and history as `Copy` holds them, and what sharing adds. */
export class TestDesk implements Desk {
  readonly replica = new Replica();
  readonly steps: Step[] = [];
  /** What it knew, by number, when it did each step: kept apart, for the oracle. */
  readonly told: { step: Step; after: ReadonlySet<string> }[] = [];
  private readonly known = new Set<string>();
  private collected: number;
  private turns = 0;
  left = false;
  /** With the plain seal, a file of no words. */
  keyFile = strToU8('0:2166136261:');

  constructor(
    readonly device: string,
    readonly who: string,
    readonly copy: Copy,
    past: readonly Step[] = [],
  ) {
    this.collected = copy.history.length;
    for (const step of past) this.took(step);
  }

  private took(step: Step): Touched[] {
    this.known.add(`${step.device} ${step.n}`);
    this.all.push(step);
    return this.replica.take(step);
  }
  readonly all: Step[] = [];

  rowOf = (table: TableName, id: string): Row | null => (this.copy.rows.get(table) as Rows).get(id) ?? null;

  private do(what: string, changes: readonly Change[]): void {
    const { [this.device]: _, ...knows } = this.replica.vector;
    const n = this.steps.length + 1;
    const step = sealedStep({
      before: this.replica.headOf(this.device),
      device: this.device,
      n,
      knows,
      who: this.who,
      at: 0,
      what,
      changes: sharedChanges(changes),
    });
    this.told.push({ step, after: new Set(this.known) });
    this.steps.push(step);
    this.settle(this.took(step));
  }

  /** Rows are made what the steps make of them. */
  private settle(touched: readonly Touched[]): void {
    for (const c of changesFor(this.replica, touched, this.rowOf)) {
      const rows = this.copy.rows.get(c.table) as Rows;
      const row = rowAfter(rows.get(c.id) ?? null, c);
      if (row) rows.set(c.id, row as never);
      else rows.delete(c.id);
    }
    this.collected = this.copy.history.length;
  }

  async collect(): Promise<void> {
    for (const h of this.copy.history.slice(this.collected)) {
      this.collected = h.seq;
      this.do(h.what, h.changes);
    }
  }
  async takeIn(steps: readonly Step[]): Promise<void> {
    for (const step of steps) this.settle(this.took(step));
  }
  async renew(): Promise<void> {
    throw new Error('the folder knows more of this device than itself');
  }
  /** Settles one conflict by one of its sides. */
  async choose(what: string, change: Change): Promise<void> {
    await this.collect();
    this.do(what, [change]);
  }
  own(): Own {
    const { [this.device]: n = 0, ...knows } = this.replica.vector;
    const head = { n, knows, who: this.who, turn: ++this.turns, at: 0, left: this.left };
    return {
      caseId: 'c',
      device: this.device,
      head,
      keyFile: this.keyFile,
      steps: async (from, to) => this.steps.slice(from - 1, to),
      whole: async () => ({
        bytes: strToU8(JSON.stringify([...this.copy.rows].map(([t, r]) => [t, [...r.values()]]))),
        steps: [...this.all].sort((a, b) =>
          a.device === b.device ? a.n - b.n : a.device < b.device ? -1 : 1,
        ),
      }),
    };
  }
}
