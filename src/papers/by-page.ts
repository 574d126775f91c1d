import { recognised } from './index';
import type { Page } from './paper';
import type { OpenPdf } from './pdf';
import { DPI, pagesLeft, type Recogniser } from './recogniser';

/**
 * Reads the words off the pictures of pages, one after the other, and gives each as soon as it is done. The signal stops it
 * between two pages: what was given stays given, and the next time only the rest is read.
 * @param give told the page, how many are done and how many there are @throws where pages could not be read, once all others are
 */
export async function recognisePages(
  pdf: Pick<OpenPdf, 'draw'>,
  pages: readonly Page[],
  recogniser: Recogniser,
  signal: AbortSignal,
  give: (page: Page, done: number, of: number) => Promise<void>,
): Promise<void> {
  const wanted = pagesLeft(pages);
  const failed: number[] = [];
  let done = 0;
  for (const page of wanted) {
    if (signal.aborted) break;
    const lines = await pdf
      .draw(page.number, DPI)
      .then((drawn) => recognised(recogniser, drawn, 72 / DPI))
      .catch(() => null);
    if (lines) await give({ ...page, turned: 0, lines, picture: true }, ++done, wanted.length);
    else failed.push(page.number);
  }
  if (failed.length > 0)
    throw new Error(`page ${failed.join(', ')} could not be read off its picture; all others are kept.`);
}
