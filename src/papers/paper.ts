/**
 * What a paper is once its bytes were read: pages of lines with boxes. Every format gives the same, so that readers,
 * search and the screen know one thing only. Nothing here knows what a line means.
 */

/**
 * Where a word stands, from the upper left of the page as its text is read (a page set sideways is turned upright). Points for PDF,
 * points of the page for recognised pictures too; columns and lines of characters for text, mail and Word.
 */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export interface Word {
  readonly text: string;
  readonly box: Box;
  /** 0 to 100, of recognised words only. */
  readonly confidence?: number;
}

/** `text`: the file holds these characters. `recognised`: they were read off a picture, here or by whoever made the file. */
export type How = 'text' | 'recognised';

export interface Line {
  /** Its words with one blank between them. */
  readonly text: string;
  readonly words: readonly Word[];
  readonly how: How;
  /** A row of a ruled table, made whole from several lines: where each cell begins among the words, and its inner sides. */
  readonly cells?: readonly { readonly from: number; readonly x: number; readonly end: number }[];
  /** Why it is not certain what belongs together in it: nothing is to be read from it. */
  readonly torn?: string;
}

export interface Page {
  /** Counted from 1, as a reader counts them. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** Degrees by which the page as shown must be turned to read its lines: 0, 90, 180 or 270. */
  readonly turned: number;
  readonly lines: readonly Line[];
  /** The page, or most of it, is a picture. */
  readonly picture: boolean;
}

export type PaperKind =
  | 'pdf'
  | 'word'
  | 'text'
  | 'mail'
  | 'archive'
  | 'picture'
  | 'table'
  | 'media'
  | 'unknown';

/** What came of reading it. Everything but `reads`, `inventory` and `again` says in `says` what to do. */
export type PaperState =
  | 'reads'
  /** Its bytes were read under another name, or in another packet: there are its pages. */
  | 'again'
  | 'asks-for-password'
  | 'broken'
  | 'no-pages'
  | 'empty'
  | 'unreadable-text'
  | 'doubtful-text'
  | 'picture-only'
  | 'inventory'
  | 'too-large'
  | 'not-a-paper';

export interface Paper {
  readonly file: string;
  /** Of the bytes as they came, hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
  readonly kind: PaperKind;
  readonly state: PaperState;
  readonly pages: readonly Page[];
  /** What an archive or a mail holds, each read by the same rules. */
  readonly members: readonly Paper[];
  /** Sentences for the person: what was left out, what could not be read, what to do. */
  readonly says: readonly string[];
}

/** A line of a few words with boxes in columns of characters. */
export function typedLine(text: string, row: number): Line {
  const words = [...text.matchAll(/\S+/g)].map((m) => ({
    text: m[0],
    box: { x: m.index, y: row, w: m[0].length, h: 1 },
  }));
  return { text: words.map((w) => w.text).join(' '), words, how: 'text' };
}

/** A paper of typed text alone, of one page and no file. */
export const typedPaper = (text: string, file: string): Paper => ({
  file,
  sha256: '',
  bytes: text.length,
  kind: 'text',
  state: 'reads',
  pages: [typedPage(text, 1)],
  members: [],
  says: [],
});

/** One page out of lines of text as they stand; empty lines are kept, as they part paragraphs. */
export function typedPage(text: string, number: number): Page {
  const rows = text.split('\n');
  const lines = rows.map((row, i) => typedLine(row, i));
  const width = rows.reduce((most, row) => Math.max(most, row.length), 1);
  return { number, width, height: Math.max(1, rows.length), turned: 0, lines, picture: false };
}
