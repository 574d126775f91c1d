import type { PaperKind } from './paper';

const startsWith = (bytes: Uint8Array, text: string, at = 0): boolean => {
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false;
  return true;
};

/** What a file is by its first bytes: names are not believed, and only tell one kind of text from another. */
export function kindOf(bytes: Uint8Array, name: string): PaperKind | 'empty' | 'old-office' | 'rtf' {
  if (bytes.length === 0) return 'empty';
  const head = latin(bytes.subarray(0, 1024));
  // A packet that packs nothing shows the head of its first PDF a few bytes on: it is a packet.
  if (startsWith(bytes, 'PK\x03\x04') || startsWith(bytes, 'PK\x05\x06')) return zipKind(bytes);
  if (startsWith(bytes, '\xd0\xcf\x11\xe0')) return 'old-office';
  if (startsWith(bytes, '{\\rtf')) return 'rtf';
  if (isPicture(bytes)) return 'picture';
  if (isMedia(bytes)) return 'media';
  if (/%PDF-\d/.test(head)) return 'pdf';
  if (!isText(bytes)) return 'unknown';
  if (looksLikeMail(head)) return 'mail';
  return /\.(csv|tsv)$/i.test(name) ? 'table' : 'text';
}

const latin = (bytes: Uint8Array): string => {
  let out = '';
  for (let i = 0; i < bytes.length; i += 8192)
    out += String.fromCharCode(...bytes.subarray(i, Math.min(i + 8192, bytes.length)));
  return out;
};

/** A Word or Excel file is a ZIP whose members have known names; the names stand in the clear near its head or its end. */
function zipKind(bytes: Uint8Array): PaperKind {
  const names = latin(bytes.subarray(0, 4096)) + latin(bytes.subarray(Math.max(0, bytes.length - 65536)));
  if (names.includes('word/document.xml')) return 'word';
  if (names.includes('xl/workbook.xml')) return 'table';
  return 'archive';
}

const isPicture = (b: Uint8Array): boolean =>
  startsWith(b, '\x89PNG') ||
  startsWith(b, '\xff\xd8\xff') ||
  startsWith(b, 'GIF8') ||
  startsWith(b, 'II*\0') ||
  startsWith(b, 'MM\0*') ||
  (startsWith(b, 'RIFF') && startsWith(b, 'WEBP', 8));

const isMedia = (b: Uint8Array): boolean =>
  startsWith(b, 'ftyp', 4) ||
  startsWith(b, '\x1aE\xdf\xa3') ||
  startsWith(b, 'ID3') ||
  startsWith(b, 'OggS') ||
  startsWith(b, 'fLaC') ||
  startsWith(b, 'FLV\x01') ||
  startsWith(b, '#!AMR') ||
  startsWith(b, '\x30\x26\xb2\x75') ||
  startsWith(b, '\0\0\x01\xba') ||
  (b[0] === 0x47 && b[188] === 0x47 && b[376] === 0x47) ||
  (b[0] === 0xff && ((b[1] ?? 0) & 0xf6) === 0xf0) ||
  (startsWith(b, 'RIFF') && !startsWith(b, 'WEBP', 8)) ||
  (b[0] === 0xff && ((b[1] ?? 0) & 0xe6) === 0xe2);

/** Text holds no zero bytes, unless it is UTF-16. */
function isText(bytes: Uint8Array): boolean {
  if (wideText(bytes)) return true;
  const head = bytes.subarray(0, 8192);
  if (head.includes(0)) return false;
  let odd = 0;
  for (const b of head) if (b < 32 && b !== 9 && b !== 10 && b !== 12 && b !== 13 && b !== 27) odd++;
  return odd < head.length / 50 + 1;
}

/** UTF-16 by its mark, or by every second byte of the head being zero. */
export function wideText(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
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

const MAIL_HEADS = /^(return-path|received|date|from|to|subject|message-id|mime-version|content-type):\s/gim;

function looksLikeMail(head: string): boolean {
  if (!/^(From |[A-Za-z-]+:\s)/.test(head)) return false;
  const heads = new Set([...head.matchAll(MAIL_HEADS)].map((m) => m[1]?.toLowerCase()));
  return heads.has('from') && heads.size >= 3 && (heads.has('date') || heads.has('message-id'));
}
