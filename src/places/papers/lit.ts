import type { Line, Page } from '../../papers/paper';

/** A word of a page by its line and its place there. */
export interface At {
  readonly line: number;
  readonly word: number;
}

/** Which words of a page a quote is: those of its lines that read so in a row; all of its lines where none do. Keys are `line word`. */
export function litWords(page: Page, from: number, to: number, quote: string): Set<string> {
  const words = page.lines
    .slice(from, to + 1)
    .flatMap((l, i) => l.words.map((w, k) => ({ text: w.text, key: `${from + i} ${k}` })));
  const wanted = quote.split(/\s+/).filter((w) => w !== '');
  const begins = words.findIndex((_, i) => wanted.every((w, k) => words[i + k]?.text === w));
  const lit = begins >= 0 && wanted.length > 0 ? words.slice(begins, begins + wanted.length) : words;
  return new Set(lit.map((w) => w.key));
}

/** The words between two places of a page, and the lines they are on. */
export function passageBetween(page: Page, a: At, b: At): { quote: string; lines: [number, number] } {
  const [from, to] = a.line < b.line || (a.line === b.line && a.word <= b.word) ? [a, b] : [b, a];
  const quote = page.lines
    .slice(from.line, to.line + 1)
    .flatMap((l: Line, i) =>
      l.words
        .filter((_, k) => {
          const line = from.line + i;
          return (line > from.line || k >= from.word) && (line < to.line || k <= to.word);
        })
        .map((w) => w.text),
    )
    .join(' ');
  return { quote, lines: [from.line, to.line] };
}
