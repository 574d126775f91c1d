import * as v from 'valibot';
import type { PaperRow } from '../record/discovery';
import type { ShareFolder } from '../share/folder';
import { type PaperPart, type PaperWorks, paperName, sizeInFolder } from '../share/papers';
import { BrokenSeal, isPaperName, type Seal } from '../share/seal';
import { keep, recall } from './commands';
import { ofCase, type StoplineDb } from './database';
import { bytesOf, pageRevs, pagesOf, putBytes, putJoined } from './papers';

/** Bytes of papers that are written in one visit, so that steps never wait long behind them. */
const AT_ONCE = 16 * 1024 * 1024;

const KnownSchema = v.record(
  v.string(),
  v.object({
    /** The file of pages that this device wrote: how large, and of which reading of them; null where it wrote none. */
    own: v.nullable(v.object({ rev: v.number(), size: v.number() })),
    /** What was read of each other device: the state of its file, and the reading here that held no more than it (-1: none). */
    seen: v.record(v.string(), v.object({ mark: v.string(), same: v.number() })),
  }),
);
type Known = v.InferOutput<typeof KnownSchema>;

/** How the papers of a shared case stand between this browser and the folder. */
export interface PapersView {
  /** Papers whose bytes the case keeps; those of them that are in this browser, and how large they are. */
  readonly of: number;
  readonly here: number;
  readonly size: number;
  /** Not here, and in the folder: how many, how large. */
  readonly waiting: number;
  readonly waitingSize: number;
  /** Not here and not in the folder either. */
  readonly missing: number;
  /** Files of mine that are still to be written. */
  readonly toWrite: number;
  /** Files that fail, by name, and why. */
  readonly faults: readonly (readonly [name: string, why: string])[];
}

export const NO_PAPERS: PapersView = {
  of: 0,
  here: 0,
  size: 0,
  waiting: 0,
  waitingSize: 0,
  missing: 0,
  toWrite: 0,
  faults: [],
};

/** Rows of one paper: those whose bytes are the same. */
interface Group {
  readonly sha256: string;
  readonly size: number;
  readonly rows: readonly PaperRow[];
  readonly kept: boolean;
}

interface Listed {
  readonly name: string;
  readonly size: number;
  readonly mark: string;
}

/** Writes a file of this device, where it may. @returns its length; 0 where it was not written */
type Put = (part: PaperPart, bytes: () => Promise<Uint8Array>) => Promise<number>;

/** What is done in one visit. */
interface Doing {
  /** The devices of the share that are known, this one among them or not. */
  readonly devices: Iterable<string>;
  /** Write those of this browser that nobody has put into the folder. */
  readonly write: boolean;
  /** Take the bytes of every paper, not only its pages. */
  readonly all: boolean;
}

const keyOf = (caseId: string): string => `share-papers ${caseId}`;

/**
 * The papers of a shared case at its folder: every device writes files of its own, a paper's bytes once, and only where nobody
 * wrote them yet; its pages anew where more was read of them. Pages come in by themselves, bytes when they are asked for.
 */
export class SharedPapers {
  /** Files that fail, with the state in which they failed: each is tried anew when it changes, or when it is asked for. */
  private readonly failed = new Map<string, { mark: string; why: string }>();

  private readonly names = new Map<string, string>();

  /** @param empty the length of a file of nothing under the seal (`emptyLength`) */
  constructor(
    private readonly db: StoplineDb,
    private readonly caseId: string,
    readonly device: string,
    private readonly seal: Pick<Seal, 'name'>,
    private readonly empty: number,
    private readonly works: PaperWorks,
  ) {}

  /** One visit. @throws where the folder cannot be read or written, or the app is locked; what was done until then stays */
  async visit(folder: ShareFolder, { devices, write, all }: Doing): Promise<PapersView> {
    const files = await this.listed(folder);
    const [groups, bytesHere] = await this.groups();
    const others = [...new Set(devices)].filter((d) => d !== this.device);
    let [left, toWrite] = [AT_ONCE, 0];
    const view = { of: 0, here: 0, size: 0, waiting: 0, waitingSize: 0, missing: 0 };
    const put: Put = async (part, of) => {
      if (!write) return 0;
      if (left <= 0) {
        toWrite++;
        return 0;
      }
      const bytes = await of();
      left -= bytes.length;
      await folder.write(this.nameOf(this.device, part), bytes);
      return bytes.length;
    };
    const state = { was: await this.known(), revs: await pageRevs(this.db, this.caseId) };
    for (const group of groups) {
      await this.pages(folder, files, group, others, state, put);
      if (!group.kept) continue;
      const part = this.partOf(group, 'bytes');
      view.of++;
      const whole = this.wholeOf(files, group, others);
      let here = group.rows.find((r) => bytesHere.has(r.id));
      if (!here && all && whole.length > 0 && (await this.take(folder, files, group, others)) === '')
        here = group.rows[0];
      if (here) {
        const { id } = here;
        view.here++;
        view.size += group.size;
        if (whole.length === 0)
          await put(part, async () =>
            this.works.shutBytes(part, (await bytesOf(this.db, this.caseId, id)) ?? new Uint8Array()),
          );
      } else if (whole.length > 0) {
        view.waiting++;
        view.waitingSize += group.size;
      } else view.missing++;
    }
    for (const [name, { mark }] of this.failed)
      if (![...files.values()].some((f) => f.name === name && f.mark === mark)) this.failed.delete(name);
    return { ...view, toWrite, faults: [...this.failed].map(([name, { why }]) => [name, why] as const) };
  }

  /** Takes the bytes of one paper out of the folder. @returns why not; empty where they are here now */
  async bring(folder: ShareFolder, devices: Iterable<string>, sha256: string): Promise<string> {
    const [groups, here] = await this.groups();
    const group = groups.find((g) => g.sha256 === sha256);
    if (!group) return 'This paper is not in the case any more.';
    if (group.rows.some((r) => here.has(r.id))) return '';
    const others = [...new Set(devices)].filter((d) => d !== this.device);
    this.failed.clear();
    return this.take(folder, await this.listed(folder), group, others);
  }

  private nameOf(device: string, part: PaperPart): string {
    const key = `${device} ${part.holds} ${part.sha256}`;
    const name = this.names.get(key) ?? paperName(this.seal, device, part);
    this.names.set(key, name);
    return name;
  }

  private async listed(folder: ShareFolder): Promise<Map<string, Listed>> {
    const all = await folder.list(isPaperName);
    return new Map(all.map(({ name, size, changed }) => [name, { name, size, mark: `${size} ${changed}` }]));
  }

  private async groups(): Promise<[Group[], Set<string>]> {
    const rows = await ofCase(this.db.papers, this.caseId).toArray();
    const by = new Map<string, PaperRow[]>();
    for (const r of rows)
      if (r.sha256 !== '' && r.state !== 'again') by.set(r.sha256, [...(by.get(r.sha256) ?? []), r]);
    const keys = await ofCase(this.db.paperBytes, this.caseId).primaryKeys();
    const groups = [...by].map(
      ([sha256, of]): Group => ({
        sha256,
        size: (of[0] as PaperRow).size,
        rows: of,
        kept: of.some((r) => r.kept),
      }),
    );
    return [groups, new Set(keys.map(([, id]) => id))];
  }

  private partOf({ sha256 }: Group, holds: PaperPart['holds']): PaperPart {
    return { caseId: this.caseId, holds, sha256 };
  }

  /** The files of a paper's bytes in the folder that are as long as they should be; one that is not is named. */
  private wholeOf(files: ReadonlyMap<string, Listed>, group: Group, others: readonly string[]): Listed[] {
    const part = this.partOf(group, 'bytes');
    const want = sizeInFolder(part, group.size, this.empty);
    return [this.device, ...others].flatMap((device) => {
      const file = files.get(this.nameOf(device, part));
      if (!file) return [];
      if (file.size === want) return [file];
      const why = `it holds a paper, and only ${file.size} of its ${want} bytes are there: it is taken when it is whole`;
      this.failed.set(file.name, { mark: file.mark, why });
      return [];
    });
  }

  private async take(
    folder: ShareFolder,
    files: ReadonlyMap<string, Listed>,
    group: Group,
    others: readonly string[],
  ): Promise<string> {
    const part = this.partOf(group, 'bytes');
    let why = 'It is not in the folder yet: whoever has it has not written it, or it is still on its way.';
    for (const file of this.wholeOf(files, group, others)) {
      if (this.failed.get(file.name)?.mark === file.mark) continue;
      const read = await this.read(folder, file, (bytes) => this.works.openBytes(part, bytes));
      if (!read) {
        why = `Its file in the folder is not taken: ${this.failed.get(file.name)?.why ?? 'it is gone again'}.`;
        continue;
      }
      await putBytes(
        this.db,
        this.caseId,
        group.rows.map((r) => r.id),
        read,
      );
      return '';
    }
    return why;
  }

  /** What a file gives; null where it fails, which is remembered, or is gone. */
  private async read<T>(
    folder: ShareFolder,
    { name, mark }: Listed,
    open: (bytes: Uint8Array) => Promise<T>,
  ): Promise<T | null> {
    const bytes = await folder.read(name);
    if (!bytes) return null;
    try {
      const found = await open(bytes);
      this.failed.delete(name);
      return found;
    } catch (error) {
      // What a worker throws has lost its class on the way.
      if (!(error instanceof BrokenSeal) && (error as Error).name !== 'BrokenSeal') throw error;
      this.failed.set(name, { mark, why: (error as Error).message });
      return null;
    }
  }

  /** Pages: what others read more of comes in, and mine go out where no other file holds all of them. */
  private async pages(
    folder: ShareFolder,
    files: ReadonlyMap<string, Listed>,
    group: Group,
    others: readonly string[],
    state: { was: Known; revs: Readonly<Record<string, number>> },
    put: Put,
  ): Promise<void> {
    const part = this.partOf(group, 'pages');
    const [first] = group.rows as [PaperRow];
    let { own, seen } = state.was[first.id] ?? { own: null, seen: {} };
    let rev = state.revs[first.id] ?? 0;
    const before = JSON.stringify({ own, seen });
    const there = new Map<string, Listed>();
    for (const d of others) {
      const file = files.get(this.nameOf(d, part));
      if (file) there.set(d, file);
    }
    for (const [d, file] of there) {
      if (seen[d]?.mark === file.mark || this.failed.get(file.name)?.mark === file.mark) continue;
      const mine = await pagesOf(this.db, this.caseId, first.id);
      const read = await this.read(folder, file, (bytes) => this.works.takePages(part, bytes, mine));
      if (!read) continue;
      if (read.pages) {
        const ids = group.rows.map((r) => r.id);
        if (!(await putJoined(this.db, this.caseId, ids, read.pages, { id: first.id, rev }))) continue;
        rev++;
      }
      seen = { ...seen, [d]: { mark: file.mark, same: read.same ? rev : -1 } };
    }
    const held = [...there].some(([d, { mark }]) => seen[d]?.mark === mark && seen[d]?.same === rev);
    const mine = files.get(this.nameOf(this.device, part));
    const isOut = held || (own !== null && own.rev === rev && mine?.size === own.size);
    if (!isOut) {
      const pages = await pagesOf(this.db, this.caseId, first.id);
      if (pages.length > 0) {
        const size = await put(part, () => this.works.shutPages(part, pages));
        if (size > 0) own = { rev, size };
      }
    }
    if (JSON.stringify({ own, seen }) === before) return;
    state.was = { ...state.was, [first.id]: { own, seen } };
    await keep(this.db, keyOf(this.caseId), state.was);
  }

  private async known(): Promise<Known> {
    const found = v.safeParse(KnownSchema, await recall(this.db, keyOf(this.caseId)));
    return found.success ? found.output : {};
  }
}
