import { plainSpelling } from './spellings';

/**
 * A text with its accidents taken out: full-width and curly characters, blanks, quotation marks around it, the apostrophe
 * that spreadsheets put before text. All of it in small letters but the ids of rows, which are kept.
 */
export function normalize(text: string): string {
  let plain = known.get(text);
  if (plain === undefined) {
    plain = plainSpelling(plainLetters(text));
    // One cell is read several times: by what guesses its column, by what reads it, by what asks about it.
    if (known.size >= REMEMBERED) known.clear();
    known.set(text, plain);
  }
  return plain;
}
const known = new Map<string, string>();
const REMEMBERED = 4096;

function plainLetters(text: string): string {
  return text
    .replace(/½/g, ' 1/2')
    .replace(/¼/g, ' 1/4')
    .replace(/¾/g, ' 3/4')
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u2018\u2019\u201b\u00b4`]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/\u2248/g, '~')
    .replace(/\u2264/g, '<=')
    .replace(/\u2265/g, '>=')
    .replace(/\u00b1|\+\s*\/\s*-|\+\s*-(?=\s*\d)|\bplus (?:or|and) minus\b|\bgive or take\b(?=.*\d)/gi, '+-')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^'(?=\d)/, '')
    .replace(/^"(.*)"$/, '$1')
    .trim()
    .replace(/@[\w-]+|[^@]+|@/g, (part) => (part.startsWith('@') ? part : part.toLowerCase()));
}
