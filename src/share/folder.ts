import { canonicalJson } from '../record/canonical';
import { type Bundle, bundleBytes, type Head, PART, readBundle } from './bundle';
import { Pool } from './pool';
import { BrokenSeal, isShareName, type Seal } from './seal';
import type { Step, Vector } from './steps';

/** A folder that somebody else's tool carries; the browser's, or one of a test. */
export interface ShareFolder {
  /** The files whose names are wanted; the others are not so much as looked at. */
  list(
    wanted: (name: string) => boolean,
  ): Promise<{ readonly name: string; readonly size: number; readonly changed: number }[]>;
  /** null where it is not there any more. */
  read(name: string): Promise<Uint8Array | null>;
  write(name: string, bytes: Uint8Array): Promise<void>;
}

/** What is known of one file. */
interface Seen {
  readonly mark: string;
  /** What it says of itself, so that it is not written again unchanged; empty where it is not read. */
  readonly sum: string;
}

/** A device of the share as it was last seen. */
export interface Member extends Head {
  readonly device: string;
}

/** What a device has to write: its own, and nothing else. */
export interface Own {
  readonly caseId: string;
  readonly device: string;
  readonly head: Head;
  readonly keyFile: Uint8Array;
  /** Its own steps from one to another, both included. */
  steps(from: number, to: number): Promise<readonly Step[]>;
  /** The whole case as a case file, and every step that it is made of. */
  whole(): Promise<{ readonly bytes: Uint8Array; readonly steps: readonly Step[] }>;
}

/** A whole case is written again after so many steps of its device. */
const WHOLE = 200;

/** The age of a head says that somebody is there, and is no reason to write by itself. */
const sumOf = (b: Pick<Bundle, 'steps' | 'head'>): string =>
  canonicalJson([b.steps.length, b.steps.at(-1)?.hash ?? '', { ...b.head, at: 0, turn: 0 }]);

/**
 * One device at one folder: reads what all write, writes what is its own. A file that is missing, old, cut short or doubled
 * changes nothing; one that fails its seal is named and left; what is none of the share is left unread.
 */
export class Exchange {
  readonly pool = new Pool();
  readonly members = new Map<string, Member>();
  /** Files that fail, by name, and why. */
  readonly faults = new Map<string, string>();
  private readonly seen = new Map<string, Seen>();
  private wholes = new Map<string, number>();

  constructor(
    private readonly seal: Seal,
    private readonly caseId: string,
  ) {}

  /** Reads what is new in the folder. @param known what was taken in already @throws where the folder cannot be read */
  async read(folder: ShareFolder, known: Vector): Promise<void> {
    const there = await folder.list(isShareName);
    const names = new Set(there.map((f) => f.name));
    for (const name of this.faults.keys()) if (!names.has(name)) this.faults.delete(name);
    for (const name of this.seen.keys()) if (!names.has(name)) this.forget(name);
    for (const { name, size, changed } of there) {
      const mark = `${size} ${changed}`;
      if (this.seen.get(name)?.mark === mark) continue;
      const bytes = await folder.read(name);
      if (!bytes) continue;
      this.forget(name);
      this.seen.set(name, { mark, sum: await this.taken(name, bytes, known) });
    }
  }

  private forget(name: string): void {
    this.seen.delete(name);
    this.wholes.delete(name);
  }

  private async taken(name: string, bytes: Uint8Array, known: Vector): Promise<string> {
    this.faults.delete(name);
    try {
      const open = await this.seal.open(bytes);
      if (!open) return 'not of this share';
      const bundle = readBundle(open, known);
      if (bundle.caseId !== this.caseId) throw new BrokenSeal('it is of another case');
      this.pool.add(bundle.steps, known);
      const { device, head, part } = bundle;
      if (head.turn > (this.members.get(device)?.turn ?? -1)) this.members.set(device, { device, ...head });
      if (part === 'whole') this.wholes.set(name, head.n);
      return sumOf(bundle);
    } catch (error) {
      if (!(error instanceof BrokenSeal)) throw error;
      this.faults.set(name, error.message);
      return '';
    }
  }

  /** Writes what is this device's own and not in the folder as it should be. Only after `read`. @returns how many files */
  async write(folder: ShareFolder, own: Own, alive = false): Promise<number> {
    const { caseId, device, head } = own;
    let written = 0;
    const put = async (name: string, bytes: Uint8Array): Promise<void> => {
      await folder.write(name, bytes);
      this.seen.delete(name);
      written++;
    };
    const key = this.seal.name(device, 'key');
    if (!this.seen.has(key) || this.faults.has(key)) await put(key, own.keyFile);
    const parts = Math.max(1, Math.ceil(head.n / PART));
    for (let part = 0; part < parts; part++) {
      const name = this.seal.name(device, `log ${part}`);
      const last = part === parts - 1;
      const sum = this.seen.get(name)?.sum;
      // A full part is told by its last step; the open one by what it says of the device too.
      if (!last && sum?.startsWith(`[${PART},`)) continue;
      const steps = await own.steps(part * PART + 1, Math.min(head.n, (part + 1) * PART));
      const bundle: Bundle = { caseId, device, part, head, steps: [...steps], whole: null };
      if (sum === sumOf(bundle) && !(last && alive)) continue;
      await put(name, await this.seal.shut(bundleBytes(bundle)));
    }
    const whole = this.seal.name(device, 'whole');
    const at = this.wholes.get(whole);
    if (this.wholes.size === 0 || head.n - (at ?? 0) >= WHOLE) {
      const { bytes, steps } = await own.whole();
      const bundle: Bundle = { caseId, device, part: 'whole', head, steps: [...steps], whole: bytes };
      await put(whole, await this.seal.shut(bundleBytes(bundle)));
      this.wholes.set(whole, head.n);
    }
    return written;
  }
}

/** A share as somebody finds it who joins: the whole case that tells most, or why there is none. */
export async function newestWhole(
  folder: ShareFolder,
  seal: Seal,
): Promise<{
  readonly bundle: Bundle | null;
  readonly faults: ReadonlyMap<string, string>;
  /** The devices that wrote a file which was read. */
  readonly devices: ReadonlySet<string>;
}> {
  let bundle: Bundle | null = null;
  const devices = new Set<string>();
  const faults = new Map<string, string>();
  for (const { name } of await folder.list(isShareName)) {
    const bytes = await folder.read(name);
    try {
      const open = bytes && (await seal.open(bytes));
      const found = open && readBundle(open);
      if (found) devices.add(found.device);
      if (found?.whole && found.steps.length >= (bundle?.steps.length ?? -1)) bundle = found;
    } catch (error) {
      if (!(error instanceof BrokenSeal)) throw error;
      faults.set(name, error.message);
    }
  }
  return { bundle, faults, devices };
}
