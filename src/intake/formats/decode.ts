import { otherFormat } from './other-formats';
import { linesSaid, UnreadableFile } from './table';

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

/** Whether the head holds what no text does: many control characters. One stray NUL makes no binary file. */
function isBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4096);
  let odd = 0;
  for (const b of head) if (b < 9 || (b > 13 && b < 32 && b !== 26 && b !== 27)) odd++;
  return odd > head.length / 10;
}

/** Text of a file in UTF-8, UTF-16 or Windows-1252, with a notice where it was not plain UTF-8. @throws UnreadableFile */
export function decode(bytes: Uint8Array, file: string): { text: string; notices: string[] } {
  if (bytes.length === 0)
    throw new UnreadableFile(
      `${file} is empty: it holds no bytes at all. Export it again from where it came.`,
    );
  const notices: string[] = [];
  const wide = utf16Of(bytes);
  const other = wide ? null : otherFormat(bytes);
  if (other) throw new UnreadableFile(`${file} ${other}`);
  if (!wide && isBinary(bytes))
    throw new UnreadableFile(
      `${file} is not a text table: it holds binary data. CSV, TSV and XLSX can be read.`,
    );
  let text: string;
  if (wide) {
    text = new TextDecoder(wide).decode(bytes);
    notices.push('The file is in UTF-16.');
  } else {
    try {
      text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      text = new TextDecoder('windows-1252').decode(bytes);
      notices.push('The file is not valid UTF-8; it was read as Windows-1252. Look at names with accents.');
    }
  }
  text = text.replace(/^\ufeff+/, '');
  while (text.endsWith('\u001a')) text = text.slice(0, -1);
  return { text: withoutNul(text, notices), notices };
}

/** A NUL is no letter: it is left out, and its lines are named. */
function withoutNul(text: string, notices: string[]): string {
  if (!text.includes('\0')) return text;
  const lines: number[] = [];
  for (const [i, line] of text.split(/\r\n|\n|\r/).entries()) if (line.includes('\0')) lines.push(i + 1);
  notices.push(`Line ${linesSaid(lines)} holds bytes of zero, which are no letters: they are left out.`);
  return text.replaceAll('\0', '');
}
