import { UnreadableFile } from './table';

/** What the bytes of a file are, by their first ones: names are not believed. */
export function sniff(bytes: Uint8Array): 'empty' | 'zip' | 'pdf' | 'binary' | 'text' {
  if (bytes.length === 0) return 'empty';
  const [a, b, c, d] = bytes;
  if (a === 0x50 && b === 0x4b && (c === 3 || c === 5)) return 'zip';
  if (a === 0x25 && b === 0x50 && c === 0x44 && d === 0x46) return 'pdf';
  if (utf16Of(bytes)) return 'text';
  const head = bytes.subarray(0, 4096);
  return head.includes(0) ? 'binary' : 'text';
}

/** UTF-16 by its mark, or by every second byte of the head being zero. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const n = Math.min(bytes.length & ~1, 512);
  if (n < 8) return null;
  let [even, odd] = [0, 0];
  for (let i = 0; i < n; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  if (odd > n / 3 && even === 0) return 'utf-16le';
  return even > n / 3 && odd === 0 ? 'utf-16be' : null;
}

/** Text of a file in UTF-8, UTF-16 or Windows-1252, with a notice where it was not UTF-8. @throws UnreadableFile */
export function decode(bytes: Uint8Array, file: string): { text: string; notices: string[] } {
  const kind = sniff(bytes);
  if (kind === 'empty')
    throw new UnreadableFile(
      `${file} is empty: it holds no bytes at all. Export it again from where it came.`,
    );
  if (kind === 'pdf')
    throw new UnreadableFile(
      `${file} is a PDF, whatever its name says. Ask for the table as CSV or XLSX, or type its rows in.`,
    );
  if (kind === 'zip')
    throw new UnreadableFile(`${file} is a zip archive, not a text table. Unpack it first.`);
  if (kind === 'binary')
    throw new UnreadableFile(
      `${file} is not a text table: it holds binary data. CSV, TSV and XLSX can be read.`,
    );
  const wide = utf16Of(bytes);
  if (wide) return { text: new TextDecoder(wide).decode(bytes), notices: ['The file is in UTF-16.'] };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), notices: [] };
  } catch {
    return {
      text: new TextDecoder('windows-1252').decode(bytes),
      notices: ['The file is not valid UTF-8; it was read as Windows-1252. Look at names with accents.'],
    };
  }
}
