import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { readPaper, type Setting } from './index';
import { LIMITS } from './limits';
import { mailParts } from './mail';
import type { Paper, PaperState } from './paper';
import { kindOf } from './sniff';
import { type ZipMember, ZipRefused, zipMembers } from './zip';

/** One file of a packet, read; what it holds comes by itself. */
export interface Came {
  readonly paper: Paper;
  /** As they came, in a memory of their own but for recordings; null where they could not be had. */
  readonly bytes: Uint8Array | null;
}

export interface Walk {
  /** Told of each file as it is read; the next one waits for it. */
  readonly give: (came: Came) => Promise<void>;
  readonly onFile?: (name: string) => void;
  /** Hashes that were read: a file of one comes as `again`, without its pages. */
  readonly known?: ReadonlySet<string>;
  /** Paths that are left: reading them did not end before. */
  readonly leave?: ReadonlySet<string>;
}

const DID_NOT_END =
  'Reading this file did not end within a minute, so it was left and the rest was read. Ask for another copy of it, or print it to a new PDF.';

/**
 * A packet, one file after the other as it lies: archives and mails are opened, and each of their members is a paper of its
 * own, by its path. Stops between files and pages at the signal; what was given stays given.
 */
export async function walkPacket(
  bytes: Uint8Array,
  name: string,
  setting: Setting,
  walk: Walk,
): Promise<void> {
  await step(bytes, name, '', 0, { ...setting, apart: true }, walk, {
    bytes: (setting.limits ?? LIMITS).unpacked,
    read: new Set(walk.known),
  });
}

/** Bytes in a memory of their own: with a view of a packet the whole packet would be sent to the page, once for each file of it. */
const alone = (bytes: Uint8Array): Uint8Array =>
  bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();

/** What is left to unpack, and what was read until now, by hash. */
interface Left {
  bytes: number;
  readonly read: Set<string>;
}

const refused = (
  file: string,
  size: number,
  kind: Paper['kind'],
  why: string,
  state: PaperState = 'broken',
): Came => ({
  paper: {
    file,
    sha256: '',
    bytes: size,
    kind,
    state: /password/.test(why) ? 'asks-for-password' : state,
    pages: [],
    members: [],
    says: [why],
  },
  bytes: null,
});

async function step(
  bytes: Uint8Array,
  name: string,
  within: string,
  depth: number,
  setting: Setting,
  walk: Walk,
  left: Left,
): Promise<void> {
  const limits = setting.limits ?? LIMITS;
  if (setting.signal?.aborted) return;
  // The packet itself lies there as it is; what is in it is unpacked.
  if (depth > 0 && bytes.length > left.bytes)
    return walk.give(
      refused(
        name,
        bytes.length,
        'unknown',
        'The packet unpacks to more than a gigabyte with it; it was left. Drop this file by itself.',
        'too-large',
      ),
    );
  if (depth > 0) left.bytes -= bytes.length;
  walk.onFile?.(name);
  if (walk.leave?.has(name)) return walk.give(refused(name, bytes.length, 'unknown', DID_NOT_END));
  const kind = kindOf(bytes, name);
  if (kind === 'archive' && bytes.length <= limits.unpacked && depth < limits.depth)
    return members(bytes, name, within, depth, setting, walk, left);
  const digest = bytesToHex(sha256(bytes));
  const is = kind === 'empty' || kind === 'old-office' || kind === 'rtf' ? null : kind;
  if (is && left.read.has(digest))
    return walk.give({
      paper: {
        file: name,
        sha256: digest,
        bytes: bytes.length,
        kind: is,
        state: 'again',
        pages: [],
        members: [],
        says: [],
      },
      bytes: null,
    });
  const paper = await readPaper(bytes, name, setting, depth);
  // Where a stop fell between its pages it was not read to its end, and may be read anew.
  if (!setting.signal?.aborted) left.read.add(digest);
  await walk.give({ paper, bytes: kind === 'media' ? bytes : alone(bytes) });
  if (kind !== 'mail' || depth >= limits.depth) return;
  const { attached } = await mailParts(bytes).catch(() => ({ attached: [] }));
  for (const a of attached) await step(a.bytes, `${name}/${a.name}`, name, depth + 1, setting, walk, left);
}

async function members(
  bytes: Uint8Array,
  name: string,
  within: string,
  depth: number,
  setting: Setting,
  walk: Walk,
  left: Left,
): Promise<void> {
  let list: ZipMember[];
  try {
    list = zipMembers(bytes, setting.limits ?? LIMITS);
  } catch (error) {
    if (!(error instanceof ZipRefused)) throw error;
    return walk.give(refused(name, bytes.length, 'archive', error.message, error.state));
  }
  for (const member of list) {
    if (setting.signal?.aborted) return;
    const path = depth === 0 ? member.path : `${within === '' ? '' : name}/${member.path}`.replace(/^\//, '');
    let taken: Uint8Array;
    try {
      taken = member.bytes();
    } catch (error) {
      if (!(error instanceof ZipRefused)) throw error;
      await walk.give(refused(path, member.size, 'unknown', error.message));
      continue;
    }
    await step(taken, path, name, depth + 1, setting, walk, left);
  }
}
