import { type Page, typedPage } from './paper';
import { wideText } from './sniff';
import { linesOfHtml } from './word';

/** The characters of a text file in UTF-8, UTF-16 or Windows-1252, and what was assumed. */
export function textOf(bytes: Uint8Array): { readonly text: string; readonly says: readonly string[] } {
  const wide = wideText(bytes);
  if (wide) return { text: new TextDecoder(wide).decode(bytes), says: [] };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), says: [] };
  } catch {
    return {
      text: new TextDecoder('windows-1252').decode(bytes),
      says: ['This is not UTF-8; it was read as Windows-1252. Look at names with accents.'],
    };
  }
}

/** Pages of a text: a form feed parts them, tabs are four columns. */
export function textPages(text: string): Page[] {
  const plain = text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, '    ');
  return plain
    .split('\f')
    .filter((part, i, all) => part.trim() !== '' || all.length === 1 || i < all.length - 1)
    .map((part, i) => typedPage(part, i + 1));
}

/** How the text of a saved web page begins, whatever its name says. */
const WEB_PAGE =
  /^\ufeff?\s*(?:<!--[\s\S]*?-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype html|html|head|body|table|meta|style|div)\b/i;

/** The lines of a saved web page, and what is said of it; null where the text is none. */
export function webPage(text: string): { readonly pages: Page[]; readonly says: string } | null {
  if (!WEB_PAGE.test(text.slice(0, 2000))) return null;
  return {
    pages: textPages(linesOfHtml(text).join('\n')),
    says: 'This is a web page: its words and tables are read, its pictures, styles and scripts left out.',
  };
}
