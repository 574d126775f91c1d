import { SearchIndex } from '../../src/papers/search';
import { median, type Print } from './cpu';
import { random } from './synthetic';

const PAGES = 5000;
const WORDS = 300;
const SHOWN = 20;
/** Typed letter by letter: common words, a rare one, two together, a figure, and what stands nowhere. */
const TYPED = ['officer', 'white powder', 'canine alerted', '22:14', 'zzz nothing', 'state', 'the dog'];

const SYLLABLES = 'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu'.split(' ');
/** One of 20,000 words, which begin with every letter. */
const seldom = (n: number): string =>
  [n % 20, Math.floor(n / 20) % 20, Math.floor(n / 400) % 50].map((k) => SYLLABLES[k % 20] ?? '').join('') +
  (n >= 8000 ? n % 7 : '');

/** Pages of words as English has them: a few very often, most of them seldom. */
function texts(): { id: string; title: string; place: string; text: string }[] {
  const next = random(5000);
  const common =
    'the officer state dog white powder canine alerted stop car vehicle driver asked said time'.split(' ');
  const word = (): string => {
    const r = next();
    return r < 0.4
      ? (common[Math.floor(next() * common.length)] as string)
      : seldom(Math.floor(20_000 * next() ** 3));
  };
  return Array.from({ length: PAGES }, (_, n) => ({
    id: `p${n}`,
    title: `report, page ${n}`,
    place: `papers?at=p${n}`,
    text: Array.from({ length: WORDS }, (_, k) => (k % 50 === 0 ? `22:${10 + (n % 50)}` : word())).join(' '),
  }));
}

/** What a keystroke in the search waits for, over 5,000 pages: the median and the longest of all. ms. */
export function printSearch(print: Print): void {
  const index = new SearchIndex(texts());
  const queries = TYPED.flatMap((t) => Array.from(t, (_, i) => t.slice(0, i + 1)));
  const took: number[] = [];
  for (let round = 0; round < 5; round++)
    for (const [i, q] of queries.entries()) {
      const t = performance.now();
      index.find(q, SHOWN);
      const ms = performance.now() - t;
      took[i] = Math.min(took[i] ?? ms, ms);
    }
  print('search over pages, ms a keystroke', PAGES, median(took), null, 'at most 50');
  print('  its slowest keystroke', PAGES, Math.max(...took), null, 'at most 50');
}
