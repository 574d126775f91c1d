/** Seconds from 1904, where the counting of an MP4 begins, to 1970. */
const FROM_1904 = 2_082_844_800;
/** Boxes looked through before giving up. */
const MOST_BOXES = 200;

async function bytes(file: Blob, from: number, length: number): Promise<DataView> {
  return new DataView(await file.slice(from, from + length).arrayBuffer());
}

/** Finds a box of a name between two places of an MP4. @returns where its content begins and ends, or null */
async function boxNamed(
  file: Blob,
  name: string,
  from: number,
  to: number,
): Promise<readonly [number, number] | null> {
  let at = from;
  for (let n = 0; n < MOST_BOXES && at + 8 <= to; n++) {
    const head = await bytes(file, at, 16);
    if (head.byteLength < 8) return null;
    let size = head.getUint32(0);
    let start = at + 8;
    if (size === 1 && head.byteLength >= 16) {
      size = Number(head.getBigUint64(8));
      start = at + 16;
    } else if (size === 0) size = to - at;
    if (size < start - at) return null;
    const kind = String.fromCharCode(head.getUint8(4), head.getUint8(5), head.getUint8(6), head.getUint8(7));
    if (kind === name) return [start, Math.min(to, at + size)];
    at += size;
  }
  return null;
}

/**
 * When an MP4 or MOV says that it was made (`mvhd`, ISO 14496-12, 8.2.2): `2024-03-14T19:03:00Z`; empty where it does not
 * say, or is no MP4. Whatever wrote the file last wrote this, so it may be the time of a copy.
 */
export async function creationTime(file: Blob): Promise<string> {
  const moov = await boxNamed(file, 'moov', 0, file.size);
  const mvhd = moov && (await boxNamed(file, 'mvhd', moov[0], moov[1]));
  if (!mvhd) return '';
  const view = await bytes(file, mvhd[0], 12);
  if (view.byteLength < 12) return '';
  const long = view.getUint8(0) === 1;
  const s = (long ? Number(view.getBigUint64(4)) : view.getUint32(4)) - FROM_1904;
  return s > 0 && s < 4_102_444_800 ? `${new Date(s * 1000).toISOString().slice(0, 19)}Z` : '';
}

/** An index larger than this is not looked through for edits, bytes. */
const MOST_INDEX = 64 * 1_048_576;

/** The boxes of a name within a box that was read, as views of their contents. */
function boxesIn(view: DataView, name: string): DataView[] {
  const found: DataView[] = [];
  for (let at = 0; at + 8 <= view.byteLength; ) {
    const size = view.getUint32(at);
    const kind = String.fromCharCode(...[4, 5, 6, 7].map((i) => view.getUint8(at + i)));
    if (size < 8 || at + size > view.byteLength) break;
    if (kind === name) found.push(new DataView(view.buffer, view.byteOffset + at + 8, size - 8));
    at += size;
  }
  return found;
}

/**
 * How many pieces of its own a track of an MP4 or MOV is played in (`elst`, ISO 14496-12, 8.6.6), at most over its tracks; 1 where it is
 * played through, and where it is no MP4. Empty edits only delay, and are not counted. The index is read at once: while another file
 * is decoded, each wait for a few bytes is a long one.
 */
export async function editsOf(file: Blob): Promise<number> {
  const moov = await boxNamed(file, 'moov', 0, file.size);
  if (!moov || moov[1] - moov[0] > MOST_INDEX) return 1;
  const index = await bytes(file, moov[0], moov[1] - moov[0]);
  let most = 1;
  for (const trak of boxesIn(index, 'trak'))
    for (const edts of boxesIn(trak, 'edts'))
      for (const elst of boxesIn(edts, 'elst')) {
        if (elst.byteLength < 8) continue;
        const long = elst.getUint8(0) === 1;
        const size = long ? 20 : 12;
        const count = Math.min(elst.getUint32(4), Math.floor((elst.byteLength - 8) / size));
        let pieces = 0;
        for (let i = 0; i < count; i++) {
          const at = 8 + i * size;
          if ((long ? Number(elst.getBigInt64(at + 8)) : elst.getInt32(at + 4)) >= 0) pieces++;
        }
        most = Math.max(most, pieces);
      }
  return most;
}
