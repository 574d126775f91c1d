import { execFileSync } from 'node:child_process';

/** A word of a printed page with its box, in points. */
export interface Word {
  readonly page: number;
  readonly text: string;
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** Every word of a PDF, by `pdftotext -bbox`. */
export function wordsOf(path: string): Word[] {
  const html = execFileSync('pdftotext', ['-bbox', path, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 });
  const words: Word[] = [];
  let page = 0;
  for (const line of html.split('\n')) {
    if (line.includes('<page ')) page++;
    const m = /xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*)<\/word>/.exec(line);
    if (!m) continue;
    const [x0, y0, x1, y1] = m.slice(1, 5).map(Number) as [number, number, number, number];
    words.push({ page, text: m[5] as string, x0, y0, x1, y1 });
  }
  return words;
}

/** Of two boxes, the share of the smaller that the other covers. */
function covered(a: Word, b: Word): number {
  const w = Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0);
  const h = Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0);
  if (w <= 0 || h <= 0) return 0;
  const of = (x: Word): number => (x.x1 - x.x0) * (x.y1 - x.y0);
  return (w * h) / Math.max(1e-6, Math.min(of(a), of(b)));
}

/** Words that lie over one another: lines of a paragraph share a little of their height, never a third of a word. */
export function over(words: readonly Word[]): string[] {
  const sorted = [...words].sort((a, b) => a.page - b.page || a.y0 - b.y0);
  const found: string[] = [];
  for (const [i, a] of sorted.entries())
    for (let k = i + 1; k < sorted.length; k++) {
      const b = sorted[k] as Word;
      if (b.page !== a.page || b.y0 >= a.y1) break;
      if (covered(a, b) > 0.34) found.push(`page ${a.page}: ${a.text} and ${b.text}`);
    }
  return found;
}

/** The margin of a printed page, points. */
const MARGIN = (12 / 25.4) * 72;
/** A page of letter paper that lies, points. */
const HIGH = 612;

/** Words that the edge of a page cuts. */
export const cut = (words: readonly Word[]): string[] =>
  words.flatMap((w) =>
    [MARGIN, HIGH - MARGIN].some((edge) => Math.min(edge - w.y0, w.y1 - edge) > 0.3 * (w.y1 - w.y0))
      ? [`page ${w.page}: ${w.text}`]
      : [],
  );

/** The lowest line of each page, its words without spaces. */
export function lastLines(words: readonly Word[]): Map<number, string> {
  const lines = new Map<number, string>();
  for (const page of new Set(words.map((w) => w.page))) {
    const on = words.filter((w) => w.page === page);
    const lowest = Math.max(...on.map((w) => w.y1));
    const line = on.filter((w) => w.y1 > lowest - 4).sort((a, b) => a.x0 - b.x0);
    lines.set(page, line.map((w) => w.text).join(''));
  }
  return lines;
}

/** How far down each page is printed on, as a share of its height; what stands in its upper margin does not count. */
export function filled(path: string): number[] {
  const bytes = execFileSync('pdftoppm', ['-r', '20', '-gray', path], { maxBuffer: 1 << 28 });
  const shares: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    const head = /^P5\s(\d+)\s(\d+)\s255\s/.exec(bytes.toString('latin1', at, at + 40));
    if (!head) throw new Error('pdftoppm gave no picture');
    const [wide, high] = [Number(head[1]), Number(head[2])];
    at += head[0].length;
    const margin = Math.ceil((MARGIN / 72) * 20);
    let lowest = 0;
    for (let y = margin; y < high; y++)
      if (bytes.subarray(at + y * wide, at + (y + 1) * wide).some((grey) => grey < 200)) lowest = y;
    shares.push(lowest / high);
    at += wide * high;
  }
  return shares;
}
