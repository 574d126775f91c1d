import { inflateSync } from 'fflate';
import type { Limits } from './limits';
import type { PaperState } from './paper';

/** One member of a ZIP as its directory names it. */
export interface ZipMember {
  readonly path: string;
  readonly size: number;
  /** Its bytes, or why they cannot be had. */
  bytes(): Uint8Array;
}

/** A member, or a whole archive, that cannot be read; the message is for the person. */
export class ZipRefused extends Error {
  constructor(
    message: string,
    readonly state: PaperState = 'broken',
  ) {
    super(message);
  }
}

const view = (b: Uint8Array): DataView => new DataView(b.buffer, b.byteOffset, b.byteLength);

/** Members of a ZIP, read where it lies: nothing is unpacked to disk. @throws ZipRefused */
export function zipMembers(bytes: Uint8Array, limits: Limits): ZipMember[] {
  const data = view(bytes);
  const end = endOf(bytes);
  if (end < 0) throw new ZipRefused('This ZIP is broken: it has no list of its members. Ask for it again.');
  const count = data.getUint16(end + 10, true);
  if (count > limits.members)
    throw new ZipRefused(
      `This ZIP names ${count} members; ${limits.members} are the most that is looked at.`,
    );
  let at = data.getUint32(end + 16, true);
  let sum = 0;
  const out: ZipMember[] = [];
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || data.getUint32(at, true) !== 0x02014b50)
      throw new ZipRefused('This ZIP is broken: its list of members does not hold. Ask for it again.');
    const [nameLength, extra, comment] = [28, 30, 32].map((o) => data.getUint16(at + o, true)) as [
      number,
      number,
      number,
    ];
    const [packed, size, offset] = lengthsOf(data, at, at + 46 + nameLength, extra);
    const member = {
      flags: data.getUint16(at + 8, true),
      method: data.getUint16(at + 10, true),
      crc: data.getUint32(at + 16, true),
      packed,
      size,
      offset,
      path: nameOf(bytes.subarray(at + 46, at + 46 + nameLength)),
    };
    at += 46 + nameLength + extra + comment;
    if (member.path.endsWith('/')) continue;
    sum += member.size;
    if (sum > limits.unpacked)
      throw new ZipRefused(
        'This ZIP unpacks to more than a gigabyte; it is not unpacked. Unpack what you need of it.',
        'too-large',
      );
    out.push({ path: member.path, size: member.size, bytes: () => unpack(bytes, member, limits) });
  }
  return out;
}

/** Packed and unpacked length and place of a member; where four bytes do not hold one, or a writer says so, behind its name (zip64). */
function lengthsOf(data: DataView, at: number, extraAt: number, extra: number): [number, number, number] {
  const told = [at + 24, at + 20, at + 42].map((o) => data.getUint32(o, true));
  const end = Math.min(extraAt + extra, data.byteLength);
  for (let o = extraAt; told.includes(FULL) && o + 4 <= end; o += 4 + data.getUint16(o + 2, true)) {
    if (data.getUint16(o, true) !== 1) continue;
    let from = o + 4;
    for (const [i, n] of told.entries()) {
      if (n !== FULL || from + 8 > end) continue;
      told[i] = Number(data.getBigUint64(from, true));
      from += 8;
    }
  }
  const [size, packed, offset] = told as [number, number, number];
  return [packed, size, offset];
}
const FULL = 0xffffffff;

function endOf(bytes: Uint8Array): number {
  const data = view(bytes);
  for (let i = bytes.length - 22; i >= Math.max(0, bytes.length - 66_000); i--)
    if (data.getUint32(i, true) === 0x06054b50) return i;
  return -1;
}

function nameOf(raw: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    return new TextDecoder('windows-1252').decode(raw);
  }
}

interface Entry {
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

function unpack(bytes: Uint8Array, m: Entry, limits: Limits): Uint8Array {
  if (m.flags & 1)
    throw new ZipRefused('it asks for a password. Unpack it with the password that came with it.');
  if (m.size > m.packed * limits.ratio + 1024)
    throw new ZipRefused(
      `it claims to unpack to ${m.size} bytes from ${m.packed}: it looks like a bomb and was left.`,
    );
  const data = view(bytes);
  if (m.offset + 30 > bytes.length || data.getUint32(m.offset, true) !== 0x04034b50)
    throw new ZipRefused('it is broken: it does not begin where the ZIP says.');
  const from = m.offset + 30 + data.getUint16(m.offset + 26, true) + data.getUint16(m.offset + 28, true);
  const packed = bytes.subarray(from, from + m.packed);
  if (packed.length < m.packed) throw new ZipRefused('it is cut off.');
  if (m.method !== 0 && m.method !== 8) throw new ZipRefused('it is packed in a way that is not read here.');
  const out = m.method === 0 ? packed : inflated(packed, m.size);
  if (out.length !== m.size || crc32(out) !== m.crc)
    throw new ZipRefused('it is damaged: its check sum is wrong.');
  return out;
}

function inflated(packed: Uint8Array, size: number): Uint8Array {
  try {
    return inflateSync(packed, { out: new Uint8Array(size) });
  } catch {
    throw new ZipRefused('it is damaged.');
  }
}

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

function crc32(bytes: Uint8Array): number {
  let c = 0xffffffff;
  for (const b of bytes) c = (TABLE[(c ^ b) & 255] as number) ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}
