import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { LIMITS, type Limits } from './limits';
import { lineOf, rowsOf } from './lines';
import { mailParts } from './mail';
import type { Line, Page, Paper, PaperKind, PaperState } from './paper';
import { type Drawn, type OpenPdf, openPdf, type PdfPage, type PdfPlaces, PdfRefused } from './pdf';
import { DPI, type Recogniser } from './recogniser';
import { kindOf } from './sniff';
import { textOf, textPages, webPage } from './text';
import { saysTooLarge } from './too-large';
import { wordPages } from './word';
import { ZipRefused, zipMembers } from './zip';

/** What reading needs from where it runs: Node and the browser keep their parts in different places. */
export interface Setting {
  readonly places: PdfPlaces;
  readonly limits?: Limits;
  /** The password of a file, where the person gave one. */
  readonly password?: (file: string) => string | undefined;
  /** Reads pictures; without it they stay unread and are said to be. */
  readonly recogniser?: Recogniser | null;
  /** Turns the bytes of a picture into dots. */
  readonly dots?: (bytes: Uint8Array) => Promise<Drawn>;
  /** What hangs on a mail comes by itself: see `packet.ts`. */
  readonly apart?: boolean;
  /** Told when a file is begun, those within others among them. */
  readonly onFile?: () => void;
  /** Told after each page; a refusal to go on is the signal. */
  readonly onPage?: (done: number, of: number) => void;
  /** Stops between pages; pages done stay done. */
  readonly signal?: AbortSignal;
}

type Result = Pick<Paper, 'kind' | 'state' | 'pages' | 'says'> & { readonly members?: readonly Paper[] };

/**
 * A file as it came, read into pages of lines. Never throws for what the bytes are: what cannot be read says so in `state` and
 * `says`. Nothing in the file runs, and nothing is fetched.
 */
export async function readPaper(
  bytes: Uint8Array,
  file: string,
  setting: Setting,
  depth = 0,
): Promise<Paper> {
  setting.onFile?.();
  const result = await resultOf(bytes, file, setting, depth).catch(
    (error: unknown): Result => ({
      kind: 'unknown',
      state: 'broken',
      pages: [],
      says: [
        `This file could not be read: ${error instanceof Error ? error.message : 'its inside does not fit together'}`,
      ],
    }),
  );
  return { file, sha256: bytesToHex(sha256(bytes)), bytes: bytes.length, members: [], ...result };
}

const nothing = (kind: PaperKind, state: PaperState, ...says: string[]): Result => ({
  kind,
  state,
  pages: [],
  says,
});

async function resultOf(bytes: Uint8Array, file: string, setting: Setting, depth: number): Promise<Result> {
  const limits = setting.limits ?? LIMITS;
  const kind = kindOf(bytes, file);
  // Of an archive each member is read by itself.
  const most = kind === 'archive' ? limits.unpacked : limits.bytes;
  if (bytes.length > most && kind !== 'media')
    return nothing('unknown', 'too-large', saysTooLarge(bytes.length, most));
  switch (kind) {
    case 'empty':
      return nothing('unknown', 'empty', 'This file is empty: it holds no bytes at all. Ask for it again.');
    case 'old-office':
      return nothing(
        'unknown',
        'not-a-paper',
        'This is an Office file of before 2007. Save it as DOCX, XLSX or PDF.',
      );
    case 'rtf':
      return nothing('unknown', 'not-a-paper', 'This is RTF. Save it as DOCX or PDF.');
    case 'pdf':
      return pdfResult(bytes, file, setting, limits);
    case 'word':
      return wordResult(bytes, limits);
    case 'mail':
      return mailResult(bytes, setting, depth, limits);
    case 'archive':
      return archiveResult(bytes, setting, depth, limits);
    case 'picture':
      return pictureResult(bytes, setting);
    case 'text':
      return textResult(bytes);
    case 'table':
      return tableResult(bytes);
    case 'media':
      return nothing('media', 'not-a-paper', 'This is a recording: it belongs in Footage.');
    default:
      return nothing('unknown', 'not-a-paper', 'This is not a paper: its bytes are of no format known here.');
  }
}

function textResult(bytes: Uint8Array): Result {
  const { text, says } = textOf(bytes);
  if (text.trim() === '') return nothing('text', 'empty', 'This file holds no characters but blanks.');
  const web = webPage(text);
  if (web) return { kind: 'text', state: 'reads', pages: web.pages, says: [...says, web.says] };
  return { kind: 'text', state: 'reads', pages: textPages(text), says };
}

/** A table keeps its lines, for cites to open; a file that is called a table and holds no columns is text. */
function tableResult(bytes: Uint8Array): Result {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b)
    return nothing('table', 'not-a-paper', 'This is a workbook: it goes to the mapping of tables.');
  const result = textResult(bytes);
  const lines = textOf(bytes)
    .text.split(/[\r\n]+/)
    .filter((l) => l.trim() !== '');
  const parted = lines.filter((l) => /[,;|\t]/.test(l));
  return parted.length * 2 < lines.length ? result : { ...result, kind: 'table' };
}

async function wordResult(bytes: Uint8Array, limits: Limits): Promise<Result> {
  try {
    const { pages, says } = await wordPages(bytes, limits);
    const blank = pages.every((p) => p.lines.every((l) => l.words.length === 0));
    return blank
      ? nothing('word', 'empty', 'This Word file holds no text.', ...says)
      : { kind: 'word', state: 'reads', pages, says };
  } catch {
    return nothing('word', 'broken', 'This Word file is broken. Ask for it again, or for a PDF of it.');
  }
}

async function mailResult(
  bytes: Uint8Array,
  setting: Setting,
  depth: number,
  limits: Limits,
): Promise<Result> {
  const parts = await mailParts(bytes);
  if (setting.apart) return { kind: 'mail', state: 'reads', pages: textPages(parts.text), says: parts.says };
  if (depth >= limits.depth)
    return {
      kind: 'mail',
      state: 'reads',
      pages: textPages(parts.text),
      says: ['What hangs on this mail lies too deep and was left.'],
    };
  const members: Paper[] = [];
  for (const a of parts.attached) members.push(await readPaper(a.bytes, a.name, setting, depth + 1));
  return { kind: 'mail', state: 'reads', pages: textPages(parts.text), says: parts.says, members };
}

async function archiveResult(
  bytes: Uint8Array,
  setting: Setting,
  depth: number,
  limits: Limits,
): Promise<Result> {
  if (depth >= limits.depth)
    return nothing(
      'archive',
      'inventory',
      'This archive lies in too many others and was left. Unpack the outer ones.',
    );
  const members: Paper[] = [];
  const says: string[] = [];
  try {
    for (const member of zipMembers(bytes, limits)) {
      if (setting.signal?.aborted) {
        says.push('Stopped before the end; what was read stays.');
        break;
      }
      if (/(^|[/\\])\.\.([/\\]|$)|^[/\\]|^[A-Za-z]:/.test(member.path))
        says.push(`${member.path}: its path leads out of the archive. It is read here and put nowhere.`);
      members.push(await memberOf(member.path, member.size, () => member.bytes(), setting, depth, says));
    }
  } catch (error) {
    if (!(error instanceof ZipRefused)) throw error;
    return { ...nothing('archive', error.state, error.message, ...says), members };
  }
  return { kind: 'archive', state: 'inventory', pages: [], says, members };
}

async function memberOf(
  path: string,
  size: number,
  take: () => Uint8Array,
  setting: Setting,
  depth: number,
  says: string[],
): Promise<Paper> {
  try {
    return await readPaper(take(), path, setting, depth + 1);
  } catch (error) {
    if (!(error instanceof ZipRefused)) throw error;
    says.push(`${path}: ${error.message}`);
    const state = /password/.test(error.message) ? 'asks-for-password' : 'broken';
    return {
      file: path,
      sha256: '',
      bytes: size,
      kind: 'unknown',
      state,
      pages: [],
      members: [],
      says: [error.message],
    };
  }
}

async function pictureResult(bytes: Uint8Array, setting: Setting): Promise<Result> {
  if (!setting.recogniser || !setting.dots)
    return nothing('picture', 'picture-only', 'This is a picture: its words are not read yet. Recognize it?');
  const drawn = await setting.dots(bytes);
  const lines = await recognised(setting.recogniser, drawn, 1);
  const page = { number: 1, width: drawn.width, height: drawn.height, turned: 0, lines, picture: true };
  return {
    kind: 'picture',
    state: 'picture-only',
    pages: [page],
    says: ['Its words were recognized from a picture: compare each.'],
  };
}

async function pdfResult(bytes: Uint8Array, file: string, setting: Setting, limits: Limits): Promise<Result> {
  let pdf: OpenPdf;
  try {
    pdf = await openPdf(bytes, setting.places, limits, setting.password?.(file));
  } catch (error) {
    if (error instanceof PdfRefused) return nothing('pdf', error.state, error.message);
    throw error;
  }
  try {
    return await pdfPages(pdf, setting, limits);
  } finally {
    await pdf.close();
  }
}

async function pdfPages(pdf: OpenPdf, setting: Setting, limits: Limits): Promise<Result> {
  if (!(pdf.count > 0)) return nothing('pdf', 'no-pages', 'This PDF has no pages. Ask for it again.');
  const pages: Page[] = [];
  const says: string[] = [];
  const kinds = {
    rubbish: [] as number[],
    layered: [] as number[],
    picture: [] as number[],
    lost: [] as number[],
  };
  const last = Math.min(pdf.count, limits.pages);
  if (last < pdf.count) says.push(`Only the first ${last} of ${pdf.count} pages were read.`);
  for (let n = 1; n <= last; n++) {
    if (setting.signal?.aborted) {
      says.push(`Stopped after page ${n - 1} of ${pdf.count}; the pages read stay.`);
      break;
    }
    const page = await inTime(pdf.page(n), limits.pageTime).catch(() => null);
    if (page === null) kinds.lost.push(n);
    else {
      if (page.rubbish) kinds.rubbish.push(n);
      else if (page.layered) kinds.layered.push(n);
      else if (page.picture) kinds.picture.push(n);
      if (page.cut)
        says.push(`Only the first ${limits.characters} letters of page ${n} were read: look at its end.`);
      if (page.tangled)
        says.push(
          `Page ${n} is drawn of more pieces than are looked into: words on it may be missing. Look at the page.`,
        );
      if (page.torn)
        says.push(
          `Page ${n} is damaged: it was read as far as it goes, and words on it may be missing. Ask for the file again.`,
        );
      pages.push(await pictured(pdf, page, setting, says));
    }
    setting.onPage?.(n, pdf.count);
  }
  says.push(...sentences(kinds, setting.recogniser != null));
  const state = stateOf(kinds, pages.length);
  return { kind: 'pdf', state, pages, says };
}

type PageKinds = Readonly<Record<'rubbish' | 'layered' | 'picture' | 'lost', readonly number[]>>;

function stateOf(kinds: PageKinds, count: number): PaperState {
  if (count === 0) return 'broken';
  if (kinds.rubbish.length > 0) return 'unreadable-text';
  if (kinds.layered.length > 0) return 'doubtful-text';
  return kinds.picture.length === count ? 'picture-only' : 'reads';
}

function sentences(kinds: PageKinds, recognises: boolean): string[] {
  const on = (pages: readonly number[]): string => `page${pages.length > 1 ? 's' : ''} ${pages.join(', ')}`;
  const done = recognises
    ? 'was recognized from the picture: compare each word'
    : 'is not read yet. Recognize it from its picture?';
  const out: string[] = [];
  if (kinds.rubbish.length > 0)
    out.push(`The text of ${on(kinds.rubbish)} cannot be read: its characters have no meaning. It ${done}.`);
  if (kinds.layered.length > 0)
    out.push(
      `The text of ${on(kinds.layered)} lies over a picture: somebody's recognition, which may be wrong. What the picture shows ${done}.`,
    );
  if (kinds.picture.length > 0) out.push(`${on(kinds.picture)}: a picture. Its text ${done}.`);
  if (kinds.lost.length > 0) out.push(`${on(kinds.lost)} could not be read.`);
  return out.map((s) => s.replace('?.', '?'));
}

/** Pages without text of their own, or with text not to be trusted, are read from their picture. */
async function pictured(pdf: OpenPdf, page: PdfPage, setting: Setting, says: string[]): Promise<Page> {
  const { layered, rubbish, cut: _, tangled: __, torn: ___, ...plain } = page;
  if (!layered && !rubbish && !page.picture) return plain;
  if (!setting.recogniser) return rubbish ? { ...plain, lines: [] } : plain;
  try {
    const drawn = await pdf.draw(page.number, DPI);
    const lines = await recognised(setting.recogniser, drawn, 72 / DPI);
    return { ...plain, turned: 0, lines, picture: true };
  } catch (error) {
    says.push(
      `Page ${page.number} could not be recognized: ${error instanceof Error ? error.message : 'unknown'}.`,
    );
    return rubbish ? { ...plain, lines: [] } : plain;
  }
}

/** Lines read off a picture. @param scale from its dots to the boxes of the page */
export async function recognised(recogniser: Recogniser, drawn: Drawn, scale: number): Promise<Line[]> {
  const words = (await recogniser.words(drawn)).map((w) => ({
    ...w,
    box: { x: w.box.x * scale, y: w.box.y * scale, w: w.box.w * scale, h: w.box.h * scale },
  }));
  return rowsOf(words).map((row) => lineOf(row, 'recognised'));
}

function inTime<T>(promise: Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
