import { unzlibSync } from 'fflate';

const WOFF = 0x774f4646;
/** Bytes of the head and of each row of the directory: of a WOFF, and of a plain font. */
const [WOFF_HEAD, WOFF_ROW, HEAD, ROW] = [44, 20, 12, 16];
const toFour = (n: number): number => (n + 3) & ~3;

/**
 * A packed font (WOFF 1) as the plain one inside it, table for table; any other font as it is. The library that sets text
 * unpacks the table of outlines anew for each letter of a packed one: two thirds of the time that a short PDF takes.
 * @throws RangeError, or what `fflate` throws, where the file is cut short or damaged
 */
export function unpackedFont(bytes: Uint8Array): Uint8Array {
  const from = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < WOFF_HEAD || from.getUint32(0) !== WOFF) return bytes;
  const count = from.getUint16(12);
  const tables = Array.from({ length: count }, (_, i) => {
    const row = WOFF_HEAD + i * WOFF_ROW;
    const [tag, at, packed, length, sum] = [0, 4, 8, 12, 16].map((o) => from.getUint32(row + o)) as Row;
    const inside = bytes.subarray(at, at + packed);
    return { tag, sum, data: packed < length ? unzlibSync(inside, { out: new Uint8Array(length) }) : inside };
  });
  const size = tables.reduce((n, t) => n + toFour(t.data.length), HEAD + count * ROW);
  const plain = new Uint8Array(size);
  const to = new DataView(plain.buffer);
  to.setUint32(0, from.getUint32(4));
  to.setUint16(4, count);
  // What a search by halves would begin with.
  const halves = 31 - Math.clz32(count);
  to.setUint16(6, 16 << halves);
  to.setUint16(8, halves);
  to.setUint16(10, 16 * count - (16 << halves));
  let at = HEAD + count * ROW;
  tables.forEach(({ tag, sum, data }, i) => {
    const row = HEAD + i * ROW;
    [tag, sum, at, data.length].forEach((v, k) => {
      to.setUint32(row + 4 * k, v);
    });
    plain.set(data, at);
    at += toFour(data.length);
  });
  return plain;
}

type Row = [tag: number, at: number, packed: number, length: number, sum: number];
