const SAVE = 'Open it and save the sheet as .xlsx or CSV.';

/** Beginnings of files that are no tables, in bytes. */
const BYTES: readonly (readonly [readonly number[], string])[] = [
  [
    [0x25, 0x50, 0x44, 0x46],
    'is a PDF, whatever its name says. Drop it under Papers, ask for the table as CSV or XLSX, or type its rows in.',
  ],
  [[0x50, 0x4b], 'is a zip archive, not a text table. Unpack it first.'],
  [
    [0x89, 0x50, 0x4e, 0x47],
    'is a picture. Drop it under Papers to have its words read, or type its rows in.',
  ],
  [[0xff, 0xd8, 0xff], 'is a picture. Drop it under Papers to have its words read, or type its rows in.'],
  [[0x47, 0x49, 0x46, 0x38], 'is a picture. Type its rows in.'],
  [[0x1f, 0x8b], 'is a compressed file (gzip). Unpack it first.'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'is a compressed file (7z). Unpack it first.'],
  [[0x52, 0x61, 0x72, 0x21], 'is a compressed file (rar). Unpack it first.'],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], 'is a database (SQLite). Export the table you need as CSV.'],
];

/** Beginnings of texts that are no tables. */
const TEXTS: readonly (readonly [RegExp, string])[] = [
  [
    /^<\?xml[^>]*>\s*(<\?mso-application[^>]*>\s*)?<(?:\w+:)?Workbook\b/i,
    `is a workbook in the XML of 2003. ${SAVE}`,
  ],
  [
    /^(<!--[\s\S]*?-->\s*|<\?xml[^>]*>\s*|<!doctype[^>]*>\s*)*<(?:\w+:)?gpx\b/i,
    'is a GPS track (GPX), not a table. Export its points as CSV.',
  ],
  [
    /^(<!--[\s\S]*?-->\s*|<\?xml[^>]*>\s*)*<(?:\w+:)?kml\b/i,
    'is a map file (KML), not a table. Export its points as CSV.',
  ],
  [
    /^(<!--[\s\S]*?-->\s*|<\?xml[^>]*>\s*)*<(!doctype html|html|head|body|table|meta|style|div|center|font|p|tr)\b/i,
    'WEB',
  ],
  [/^MIME-Version:[\s\S]{0,2000}multipart\/related/i, 'WEB'],
  [/^(<\?xml|<[a-z][\w:-]*[\s>/])/i, 'is XML, not a table. Export it as CSV from the program that wrote it.'],
  [/^BEGIN:VCALENDAR/i, 'is a calendar (iCalendar), not a table. Export it as CSV, or type its entries in.'],
  [/^BEGIN:VCARD/i, 'is a list of contacts (vCard), not a table.'],
  [/^\{\\rtf/, 'is a document (RTF), not a table. Save its table as CSV.'],
  [/^WEBVTT\b/, 'is a transcript (WebVTT). Open it beside its recording under Footage.'],
  [
    /^\s*\d+\s*\n\d+:\d\d:\d\d[,.]\d+ -->/,
    'is a transcript (SRT). Open it beside its recording under Footage.',
  ],
  [
    /^[{[]\s*(["{[\]}]|\d)/,
    'is JSON, not a table. Export it as CSV from the program that wrote it; a transcript is opened under Footage.',
  ],
];

const has = (bytes: Uint8Array, words: string): boolean => {
  const wide = [...words].flatMap((c) => [c.charCodeAt(0), 0]);
  const first = wide[0] as number;
  for (let i = bytes.indexOf(first); i >= 0; i = bytes.indexOf(first, i + 1))
    if (wide.every((b, k) => bytes[i + k] === b)) return true;
  return false;
};

/** What the bytes of a file are that are no text: “is a PDF ...”, with what to do. Null for what may be text. */
export function otherFormat(bytes: Uint8Array): string | null {
  for (const [begins, says] of BYTES) if (begins.every((b, i) => bytes[i] === b)) return says;
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0)
    return compound(bytes);
  if (holdsZip(bytes))
    return 'is a zip archive or a workbook that is damaged: its beginning is gone. Save it again, or export the sheet as CSV.';
  const early = [0, 2, 4, 8].includes(bytes[1] ?? -1);
  return bytes[0] === 0x09 && early && bytes[3] === 0 ? `is a workbook of an early Excel. ${SAVE}` : null;
}

/** Whether marks of a zip stand in the first pages of a file: its beginning may be lost, but letters these are not. */
function holdsZip(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 65_536);
  for (let i = head.indexOf(0x50); i >= 0; i = head.indexOf(0x50, i + 1)) {
    const [k, a, b] = [head[i + 1], head[i + 2], head[i + 3]];
    if (k === 0x4b && ((a === 3 && b === 4) || (a === 1 && b === 2) || (a === 5 && b === 6))) return true;
  }
  return false;
}

/** What a text is that is no table, whatever its name says: a web page, a calendar, a track. Null for what may be one. */
export function otherText(text: string): string | null {
  const head = text.slice(0, 4096).trimStart();
  const hit = TEXTS.find(([re]) => re.test(head));
  if (!hit) return null;
  return hit[1] === 'WEB'
    ? 'is a web page, whatever its name says (some systems export one under the name .xls). Open it in a spreadsheet program and save it as .xlsx or CSV.'
    : hit[1];
}

/** The container of old Office files, and of new ones under a password. */
function compound(bytes: Uint8Array): string {
  const head = bytes.subarray(0, 4 * 1_048_576);
  if (has(head, 'EncryptedPackage') || has(head, 'EncryptionInfo'))
    return 'is protected by a password. Open it with the password, save it without one, and bring that copy in.';
  if (has(head, 'Workbook') || has(head, 'Book')) return `is a workbook of Excel 97 to 2003 (.xls). ${SAVE}`;
  if (has(head, 'WordDocument')) return 'is a Word document (.doc), not a table. Save its table as CSV.';
  return `is an Office file of before 2007, or a message of Outlook. ${SAVE}`;
}

/** Whether the bytes are a zip archive, as a workbook is. */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
