import { strFromU8, strToU8, unzlibSync, zlibSync } from 'fflate';
import * as v from 'valibot';
import type { PaperContent } from '../casefile/content';
import { PagesSchema } from '../casefile/pages';
import { canonicalJson } from '../record/canonical';
import { IdSchema } from '../record/case';
import { hashOf, joinedPages } from './pages';
import { BrokenSeal, PAPER_LETTERS, type Seal } from './seal';

type Pages = PaperContent['pages'];

/** Of the files that hold papers. */
const FORMAT = 1;
/** The line before the body is no longer than this; pages unpack to no more bytes than that. */
const LONGEST_HEAD = 4_096;
const MOST_PAGES = 512 * 1024 * 1024;

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const HeadSchema = v.object({
  format: v.literal('stopline share paper'),
  version: v.number(),
  caseId: IdSchema,
  holds: v.picklist(['bytes', 'pages'] as const),
  /** Of the paper as it came: whose bytes these are, or of what these pages were read. */
  sha256: hash,
  /** Of the body, in bytes. */
  length: v.pipe(v.number(), v.integer(), v.minValue(0)),
});

/** What a file of a paper is: its bytes as they came, or the pages that were read of it. */
export type PaperPart = Pick<v.InferOutput<typeof HeadSchema>, 'caseId' | 'holds' | 'sha256'>;

/** The name of a file of a paper in the folder: by the device that writes it and the paper's hash, under the key of the share. */
export const paperName = (seal: Pick<Seal, 'name'>, device: string, { holds, sha256 }: PaperPart): string =>
  seal.name(device, `${holds} ${sha256}`, PAPER_LETTERS);

/**
 * A length rounded up, so that a file's size does not tell which known paper it holds: at most an eighth more, and of a paper
 * of n bytes some log log n bits are told (Padmé).
 */
export function padded(n: number): number {
  if (n < 2) return n;
  const e = Math.floor(Math.log2(n));
  const step = 2 ** Math.max(0, e - Math.floor(Math.log2(e)) - 1);
  return Math.ceil(n / step) * step;
}

const headOf = (part: PaperPart, length: number): Uint8Array => {
  const { caseId, holds, sha256 } = part;
  const said = { format: 'stopline share paper', version: FORMAT, caseId, holds, sha256, length };
  return strToU8(`${canonicalJson(said)}\n`);
};

/** age shuts 64 KB at a time, each with 16 bytes of its own, behind a head that is the same length for every file of a share. */
const CHUNK = 65_536;
const sealedLength = (empty: number, n: number): number =>
  empty + n + 16 * (Math.max(1, Math.ceil(n / CHUNK)) - 1);

/** How long the file is that holds so many bytes of a paper, so that one carried in part is known without reading it. @param empty the length of a file of nothing under this seal */
export const sizeInFolder = (part: PaperPart, length: number, empty: number): number =>
  sealedLength(empty, padded(headOf(part, length).length + length));

/** The length of a file of nothing under a seal. */
export const emptyLength = async (seal: Seal): Promise<number> => (await seal.shut(new Uint8Array())).length;

/** A paper's bytes or packed pages as a file of the share. */
export async function shutPaper(seal: Seal, part: PaperPart, body: Uint8Array): Promise<Uint8Array> {
  const head = headOf(part, body.length);
  const plain = new Uint8Array(padded(head.length + body.length));
  plain.set(head);
  plain.set(body, head.length);
  return seal.shut(plain);
}

/**
 * What a file holds, seen through: of this case and paper, whole, and, where it holds bytes, with the hash that the paper's row
 * says. @throws BrokenSeal with why it is not taken
 */
export async function openPaper(seal: Seal, part: PaperPart, bytes: Uint8Array): Promise<Uint8Array> {
  const plain = await seal.open(bytes);
  if (!plain) throw new BrokenSeal('it is of another share');
  const end = plain.subarray(0, LONGEST_HEAD).indexOf(0x0a);
  const said = end < 0 ? null : parsed(strFromU8(plain.subarray(0, end)));
  const version = (said as { version?: unknown } | null)?.version;
  if (typeof version === 'number' && version > FORMAT)
    throw new BrokenSeal('a newer Stopline wrote it: update this one, and it is read then');
  const head = v.safeParse(HeadSchema, said);
  if (!head.success) throw new BrokenSeal('it holds no paper');
  const { caseId, holds, sha256, length } = head.output;
  if (caseId !== part.caseId || holds !== part.holds || sha256 !== part.sha256)
    throw new BrokenSeal('it holds another paper than its name says');
  const body = plain.subarray(end + 1, end + 1 + length);
  if (body.length !== length) throw new BrokenSeal('it is not whole');
  if (holds === 'bytes' && (await hashOf(body)) !== sha256)
    throw new BrokenSeal('what it holds is not the paper that the case names: its hash is another');
  return body;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Pages as the body of a file. */
export const packedPages = (pages: Pages): Uint8Array =>
  zlibSync(strToU8(canonicalJson(pages)), { level: 6 });

/** @throws BrokenSeal where they are no pages */
export function unpackedPages(body: Uint8Array): Pages {
  let text = '';
  try {
    const out = unzlibSync(body);
    if (out.length > MOST_PAGES) throw new BrokenSeal('it unpacks to more than any paper');
    text = strFromU8(out);
  } catch (error) {
    throw error instanceof BrokenSeal ? error : new BrokenSeal('its pages cannot be unpacked');
  }
  const found = v.safeParse(PagesSchema, parsed(text));
  if (!found.success) throw new BrokenSeal('its pages do not hold what they should');
  return found.output as Pages;
}

/** What is done to a paper on its way into the folder and out of it; off the page's thread where there is one. */
export interface PaperWorks {
  shutBytes(part: PaperPart, body: Uint8Array): Promise<Uint8Array>;
  /** @throws BrokenSeal */
  openBytes(part: PaperPart, file: Uint8Array): Promise<Uint8Array>;
  shutPages(part: PaperPart, pages: Pages): Promise<Uint8Array>;
  /**
   * Pages of another device joined to mine. @returns the pages as they are to be, null where mine are so already; and whether
   * the other holds all of it @throws BrokenSeal
   */
  takePages(part: PaperPart, file: Uint8Array, mine: Pages): Promise<{ pages: Pages | null; same: boolean }>;
}

/** The works under one seal, done here and now. */
export const paperWorks = (seal: Seal): PaperWorks => ({
  shutBytes: (part, body) => shutPaper(seal, part, body),
  openBytes: (part, file) => openPaper(seal, part, file),
  shutPages: (part, pages) => shutPaper(seal, part, packedPages(pages)),
  async takePages(part, file, mine) {
    const theirs = unpackedPages(await openPaper(seal, part, file));
    const joined = joinedPages(mine, theirs);
    const text = canonicalJson(joined);
    return {
      pages: text === canonicalJson(mine) ? null : joined,
      same: text === canonicalJson(theirs),
    };
  },
});
