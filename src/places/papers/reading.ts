import { notifications } from '@mantine/notifications';
import { proxy, transfer } from 'comlink';
import { useSyncExternalStore } from 'react';
import { changePaper } from '../../actions/discovery';
import { addPapers, paperCame } from '../../actions/papers-in';
import { LIMITS } from '../../papers/limits';
import type { Page } from '../../papers/paper';
import type { Edit } from '../../record/change';
import type { PaperRow } from '../../record/discovery';
import { newId } from '../../record/ids';
import type { CaseRecord } from '../../record/record';
import { ofCase } from '../../store/database';
import { faultSays } from '../../store/faults';
import { db } from '../../store/open';
import { bytesOf, KEPT_BYTES, keepPaper } from '../../store/papers';
import { run } from '../../ui/run';
import { WorkEnded, workerClient } from '../../workers/client';
import type { Given, PapersApi } from '../../workers/papers-worker';
import { watchFor } from './silence';

/** Everything that opens a paper. */
export const papersWorker = workerClient<PapersApi>(
  () => new Worker(new URL('../../workers/papers-worker.ts', import.meta.url), { type: 'module' }),
  'reads papers',
);

/** The folder of the app, where the worker finds its parts. */
export const BASE = document.baseURI.split('#')[0] as string;

/** What is under way: a packet that is read, or a paper that is recognized. */
export interface Work {
  readonly what: 'reads' | 'recognizes';
  readonly packet: string;
  readonly file: string;
  readonly page: number;
  readonly of: number;
  readonly came: number;
  /** ms since its first page was begun. */
  readonly since: number;
}

let work: Work | null = null;
const listeners = new Set<() => void>();
function publish(next: Work | null): void {
  work = next;
  for (const l of listeners) l();
}
export const useWork = (): Work | null =>
  useSyncExternalStore(
    (l) => {
      listeners.add(l);
      return () => listeners.delete(l);
    },
    () => work,
  );

/** Stops between two pages; where a page does not end, the worker is ended with it. What was read stays. */
export function stopWork(): void {
  const begun = work;
  void papersWorker.ask((api) => api.stop()).catch(() => undefined);
  setTimeout(() => work === begun && begun && papersWorker.end(), 4000);
}

/** Passwords that a person typed: in the memory of this page alone. */
export const passwords = new Map<string, string>();

/** How long papers wait to be written together, ms: the first ones are on the screen while the rest is read. */
const TOGETHER = 1500;

/** Packets that were dropped since this page was opened, by case and name: they lie on the disk, not in memory. */
const packets = new Map<string, File>();

/** The packet that a file came in, where it was dropped since this page was opened. */
export const packetOf = (paper: PaperRow): File | undefined =>
  packets.get(`${paper.caseId} ${paper.packet || paper.name}`);

/** A recording that lies in a packet, as a file for Footage. @returns null, and says why, where it cannot be had */
export async function recordingIn(packet: File, paper: PaperRow): Promise<File | null> {
  const name = paper.name.split(/[/\\]/).at(-1) || paper.name;
  try {
    const path = paper.packet === '' ? '' : paper.name;
    const bytes = await papersWorker.ask((api) => api.member(packet, path, paper.sha256));
    if (bytes) return new File([bytes as BlobPart], name);
    notifications.show({
      color: 'red',
      title: `${name} was not found`,
      message: `${packet.name} does not hold it, byte for byte: choose the packet that it came in.`,
      autoClose: false,
    });
  } catch (error) {
    fault(`${name} was not opened`, error);
  }
  return null;
}

const fault = (title: string, error: unknown): void => {
  if (error instanceof WorkEnded) return;
  notifications.show({
    color: 'red',
    title,
    message: faultSays(error) ?? (error instanceof Error ? error.message : String(error)),
    autoClose: false,
  });
};

const rowOf = (
  caseId: string,
  id: string,
  packet: string,
  { paper: p, reader, draftedFrom, bytes }: Given,
): PaperRow => ({
  id,
  caseId,
  name: p.file.slice(-1000) || 'a file without a name',
  packet: packet === p.file ? '' : packet.slice(0, 1000),
  kind: p.kind,
  state: p.state,
  sha256: p.sha256,
  size: p.bytes,
  pages: p.pages.length,
  recognised: 0,
  kept: bytes !== null && bytes.length <= KEPT_BYTES && p.kind !== 'media',
  says: p.says.slice(0, 50).map((s) => s.slice(0, 2000)),
  reader,
  draftedFrom: draftedFrom.slice(0, 300),
  production: '',
  batesFrom: '',
  batesTo: '',
  clock: '',
  refused: [],
});

/** ms without a word from the worker: more than any page may take. */
const SILENT = 3 * LIMITS.pageTime;

let queue: Promise<unknown> = Promise.resolve();

/** Reads files into the case, one after the other; each paper is there as soon as it is read. @returns ids of papers that came */
export function bringIn(record: CaseRecord, files: readonly File[]): Promise<string[]> {
  const mine = queue.then(async () => {
    const ids: string[] = [];
    for (const file of files) {
      try {
        ids.push(...(await bringOne(record, file)));
      } catch (error) {
        fault(`${file.name} was not read to its end`, error);
      } finally {
        publish(null);
      }
    }
    return ids;
  });
  queue = mine;
  return mine;
}

async function bringOne(record: CaseRecord, file: File): Promise<string[]> {
  const caseId = record.case.id;
  packets.set(`${caseId} ${file.name}`, file);
  const ids: string[] = [];
  let edits: Edit[] = [];
  let last = Date.now();
  let again = 0;
  publish({ what: 'reads', packet: file.name, file: file.name, page: 0, of: 0, came: 0, since: Date.now() });
  // As they are now: what the screen held when the file was dropped may be older than the packet before it.
  const papers = await ofCase(db.papers, caseId).toArray();
  const there = new Set((await ofCase(db.paperPages, caseId).primaryKeys()).map(([, id]) => id));
  const read = new Map(
    papers.filter((p) => p.sha256 !== '' && p.state !== 'again' && there.has(p.id)).map((p) => [p.sha256, p]),
  );
  const write = async (): Promise<void> => {
    if (edits.length === 0) return;
    const now = edits;
    edits = [];
    last = Date.now();
    await run(addPapers(caseId, file.name, now));
  };
  /** Paths that came, and those of which reading did not end. */
  const [done, left] = [new Set<string>(), new Set<string>()];
  const take = async (given: Given): Promise<void> => {
    const { paper, bytes } = given;
    if (done.has(paper.file)) return;
    done.add(paper.file);
    const row = rowOf(caseId, newId(), file.name, given);
    const came = paperCame(papers, paper.state === 'again' ? read.get(paper.sha256) : undefined, row);
    edits.push(...came.edits);
    const { id } = came;
    if (id === null) {
      again += came.edits.length;
      return;
    }
    await keepPaper(db, caseId, id, paper.pages, paper.kind === 'media' ? null : bytes);
    ids.push(id);
    if (row.sha256 !== '') read.set(row.sha256, { ...row, id });
    if (work) publish({ ...work, came: work.came + 1 });
    if (Date.now() - last > TOGETHER) await write();
  };
  let at = file.name;
  const readOn = async (): Promise<void> => {
    let hung: string | null = null;
    const watch = watchFor(SILENT, () => {
      hung = at;
      papersWorker.end();
    });
    const give = (given: Given): Promise<void> => watch.during(() => take(given));
    const tell = (name: string, page: number, of: number): void => {
      watch.heard();
      at = name;
      if (work) publish({ ...work, file: name, page, of });
    };
    try {
      await papersWorker.ask((api) =>
        api.read(file, file.name, BASE, [...read.keys()], null, proxy(give), proxy(tell), [...left]),
      );
    } catch (error) {
      if (hung === null) throw error;
      if (left.has(hung)) throw new Error('Reading it did not end, and what came of it stays.');
      // The same packet without that file: what came before is not taken again.
      left.add(hung);
      return await readOn();
    } finally {
      watch.end();
      await write();
    }
  };
  await readOn();
  if (ids.length === 0 && again === 0)
    notifications.show({ message: `${file.name}: everything in it is in the case already.` });
  return ids;
}

/** Opens a paper with the password that came with it. @returns why it did not open; empty where it did */
export async function openWith(paper: PaperRow, password: string): Promise<string> {
  const bytes = await bytesOf(db, paper.caseId, paper.id);
  if (!bytes) return 'Its bytes are not in the case: drop the file again.';
  let got: Given | null = null;
  const give = async (given: Given): Promise<void> => {
    got ??= given;
  };
  await papersWorker.ask((api) =>
    api.read(
      new Blob([bytes.slice()]),
      paper.name,
      BASE,
      [],
      password,
      proxy(give),
      proxy(() => undefined),
    ),
  );
  const given = got as Given | null;
  if (!given || given.paper.pages.length === 0) return given?.paper.says[0] ?? 'It did not open.';
  passwords.set(paper.id, password);
  await keepPaper(db, paper.caseId, paper.id, given.paper.pages, bytes);
  const { state, pages, says, reader, draftedFrom } = rowOf(paper.caseId, paper.id, paper.packet, given);
  await run(changePaper(paper, { state, pages, says, reader, draftedFrom }, 'Opened with its password'));
  return '';
}

/** Reads the words off the pictures of a paper, page by page. @param onPage told the pages as they are after each */
export async function recognise(
  paper: PaperRow,
  pages: readonly Page[],
  onPage: (pages: readonly Page[]) => void,
): Promise<void> {
  const bytes = await bytesOf(db, paper.caseId, paper.id);
  if (!bytes) return;
  let now = pages;
  let done = 0;
  publish({
    what: 'recognizes',
    packet: paper.name,
    file: paper.name,
    page: 0,
    of: 0,
    came: 0,
    since: Date.now(),
  });
  const give = async (page: Page, n: number, of: number): Promise<void> => {
    now = now.some((p) => p.number === page.number)
      ? now.map((p) => (p.number === page.number ? page : p))
      : [...now, page];
    done = n;
    await keepPaper(db, paper.caseId, paper.id, now, null);
    onPage(now);
    if (work) publish({ ...work, page: n, of });
  };
  try {
    await papersWorker.ask((api) =>
      api.recognise(paper.id, bytes, paper.kind, BASE, passwords.get(paper.id) ?? null, pages, proxy(give)),
    );
  } catch (error) {
    fault(`${paper.name} was not recognized to its end`, error);
  } finally {
    publish(null);
    if (done > 0) {
      const { reader } = await papersWorker.ask((api) => api.understand(paperFrom(paper, now)));
      await run(
        changePaper(
          paper,
          {
            recognised: paper.recognised + done,
            pages: now.length,
            reader: reader || paper.reader,
            says: [
              ...paper.says.filter((s) => !/not read yet|recognized from/.test(s)),
              `${paper.recognised + done} of ${now.length} pages were recognized from their picture: compare each word.`,
            ],
          },
          `${done} page${done === 1 ? '' : 's'} recognized`,
        ),
      );
    }
  }
}

/** A paper as its readers take it. */
export const paperFrom = (row: PaperRow, pages: readonly Page[]) => ({
  file: row.name,
  sha256: row.sha256,
  bytes: row.size,
  kind: row.kind as never,
  state: row.state as never,
  pages,
  members: [],
  says: row.says,
});

/** A page as a picture; null where the bytes are not here. */
export async function pictureOf(
  paper: PaperRow,
  page: Page,
  bytes: Uint8Array,
  dpi: number,
): Promise<ImageBitmap> {
  const copy = bytes.slice();
  return papersWorker.ask((api) =>
    api.draw(
      paper.id,
      transfer(copy, [copy.buffer as ArrayBuffer]),
      paper.kind,
      BASE,
      passwords.get(paper.id) ?? null,
      page.number,
      page.turned,
      dpi,
    ),
  );
}
