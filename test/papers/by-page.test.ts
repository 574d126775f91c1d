import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { recognisePages } from '../../src/papers/by-page';
import type { Page } from '../../src/papers/paper';
import { pagesLeft, type Recogniser } from '../../src/papers/recogniser';
import { newCase } from '../../src/record/case';
import { createCase } from '../../src/store/commands';
import { StoplineDb } from '../../src/store/database';
import { keepPaper, pagesOf } from '../../src/store/papers';

const scan = (count: number): Page[] =>
  Array.from({ length: count }, (_, i) => ({
    number: i + 1,
    width: 612,
    height: 792,
    turned: 0,
    lines: [],
    picture: true,
  }));
const pdf = { draw: async (n: number) => ({ width: n, height: 1, pixels: new Uint8ClampedArray(4) }) };
/** Reads the number of the page off each picture; pages in `broken` cannot be read. */
const fake = (broken: readonly number[] = []): Recogniser & { readonly seen: number[] } => {
  const seen: number[] = [];
  return {
    seen,
    async words({ width }) {
      seen.push(width);
      if (broken.includes(width)) throw new Error('no words');
      return [{ text: `page-${width}`, confidence: 93, box: { x: 10, y: 10, w: 40, h: 10 } }];
    },
    async close() {},
  };
};

it('stopped at page 40 of 600 keeps 40, and goes on at 41', async () => {
  const db = new StoplineDb('by-page');
  await createCase(db, newCase('c', 'State v. Doe', 'UTC', 1));
  let pages: readonly Page[] = scan(600);
  const stopping = new AbortController();
  const told: string[] = [];
  const give =
    (stopAt: number) =>
    async (page: Page, done: number, of: number): Promise<void> => {
      pages = pages.map((p) => (p.number === page.number ? page : p));
      if (stopAt > 0) await keepPaper(db, 'c', 'p', pages, null);
      told.push(`${done} of ${of}`);
      if (done === stopAt) stopping.abort();
    };
  const first = fake();
  await recognisePages(pdf, pages, first, stopping.signal, give(40));
  const kept = await pagesOf(db, 'c', 'p');
  expect(kept).toHaveLength(600);
  expect(kept.filter((p) => p.lines.length > 0).map((p) => p.lines[0]?.text)).toEqual(
    Array.from({ length: 40 }, (_, i) => `page-${i + 1}`),
  );
  expect([first.seen.length, told.at(-1), pagesLeft(kept).length]).toEqual([40, '40 of 600', 560]);
  const second = fake();
  await recognisePages(pdf, kept, second, new AbortController().signal, give(0));
  expect([second.seen[0], second.seen.length, told.at(-1)]).toEqual([41, 560, '560 of 560']);
  expect(pagesLeft(pages)).toEqual([]);
}, 60_000);

it('goes on after a page that cannot be read, and names it', async () => {
  const given: number[] = [];
  const reading = recognisePages(pdf, scan(5), fake([2]), new AbortController().signal, async (p) => {
    given.push(p.number);
  });
  await expect(reading).rejects.toThrow('page 2 could not be read off its picture');
  expect(given).toEqual([1, 3, 4, 5]);
});
