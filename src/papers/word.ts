import type { Limits } from './limits';
import { type Page, typedPage } from './paper';
import { ZipRefused, zipMembers } from './zip';

/** Lines of a Word file: a paragraph is a line, a row of a table is a line with its cells apart. Word knows no pages. */
export async function wordPages(
  bytes: Uint8Array,
  limits: Limits,
): Promise<{ readonly pages: readonly Page[]; readonly says: readonly string[] }> {
  const members = zipMembers(bytes, limits);
  const main = members.find((m) => m.path === 'word/document.xml');
  if (!main || main.bytes().length === 0) throw new ZipRefused('This Word file holds no document.');
  const { default: mammoth } = await import('mammoth');
  const input = { arrayBuffer: bytes.slice().buffer, buffer: bytes } as unknown as {
    arrayBuffer: ArrayBuffer;
  };
  const { value } = await mammoth.convertToHtml(input, {
    convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
  });
  const left = members.filter((m) => /^word\/(header|footer|footnotes|comments)\d*\.xml$/.test(m.path));
  const parts = [...new Set(left.map((m) => m.path.replace(/^word\/|\d*\.xml$/g, '')))];
  const pictures = (value.match(/<img\b/g) ?? []).length;
  const says = [
    ...(parts.length > 0 ? [`Not read in this Word file: ${parts.join(', ')}.`] : []),
    ...(pictures > 0
      ? [`This Word file shows ${pictures} picture${pictures > 1 ? 's' : ''}; they are not read.`]
      : []),
  ];
  return { pages: [typedPage(linesOfHtml(value).join('\n'), 1)], says };
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

const plain = (html: string): string =>
  html
    .replace(/<[^<>]*>/g, '')
    .replace(/&(#x?[0-9a-f]+|\w+);/gi, (whole, name: string) => {
      if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
      const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
      return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : whole;
    })
    .replace(/\s+/g, ' ')
    .trim();

/** Lines of text out of simple HTML (Word by mammoth, the HTML part of a mail, a saved web page): nothing of it is run or fetched. */
export function linesOfHtml(html: string): string[] {
  const kept = html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<(script|style|head)\b[\s\S]*?(?:<\/\1>|$)/gi, '');
  return kept
    .split(/(<table\b[\s\S]*?(?:<\/table>|$))/i)
    .flatMap((part) =>
      /^<table\b/i.test(part)
        ? tableLines(part)
        : part.split(/<\/(?:p|h\d|li|div|tr)>|<br\s*\/?>/i).map(plain),
    )
    .filter((line, i, all) => line !== '' || (all[i - 1] ?? '') !== '');
}

interface Shown {
  readonly text: string;
  readonly at: number;
  readonly wide: number;
}

/** The most columns that one cell may span: Word knows no more than 63. */
const MOST_COLUMNS = 63;

/** Rows of a table, their columns under each other with three blanks between; a merged cell leaves its columns and rows empty. */
function tableLines(table: string): string[] {
  const under: number[] = [];
  const rows = table
    .split(/<\/tr>/i)
    .map((row) => {
      let at = 0;
      const pass = (): void => {
        for (; (under[at] ?? 0) > 0; at++) under[at] = (under[at] as number) - 1;
      };
      const cells = row
        .split(/<\/t[dh]>/i)
        .slice(0, -1)
        .map((cell): Shown => {
          pass();
          const from = at;
          const [wide, high] = [spanOf(cell, 'colspan'), spanOf(cell, 'rowspan')];
          for (; at < from + wide; at++) under[at] = high - 1;
          return { text: plain(cell.replace(/<\/p>/gi, ' ')), at: from, wide };
        });
      if (cells.length > 0) pass();
      return cells;
    })
    .filter((cells) => cells.length > 0);
  const widths: number[] = [];
  for (const { text, at, wide } of rows.flat())
    for (let i = at; i < at + wide; i++)
      widths[i] = Math.max(widths[i] ?? 0, wide === 1 ? text.length : Math.ceil(text.length / wide));
  const starts = widths.map((_, i) => widths.slice(0, i).reduce((sum, w) => sum + w + 3, 0));
  return rows.map((cells) =>
    cells.reduce((line, c) => line.padEnd(starts[c.at] ?? 0) + c.text, '').trimEnd(),
  );
}

const spanOf = (cell: string, name: 'colspan' | 'rowspan'): number => {
  const tag = /<t[dh]\b[^>]*>/i.exec(cell)?.[0] ?? '';
  const n = Number(new RegExp(`\\b${name}=["']?(\\d{1,4})`, 'i').exec(tag)?.[1] ?? 1);
  return Math.min(Math.max(n, 1), name === 'colspan' ? MOST_COLUMNS : 1000);
};
