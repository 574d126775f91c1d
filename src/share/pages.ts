import type { PaperContent } from '../casefile/content';
import { canonicalJson } from '../record/canonical';

type Pages = PaperContent['pages'];

/** The sha-256 of bytes, as rows of papers say it. */
export async function hashOf(bytes: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes.slice().buffer));
  return [...digest].map((b) => b.toString(16).padStart(2, '0')).join('');
}

/** How much was read of a page: nothing, its characters, or its picture too. */
const worth = (page: Pages[number]): number =>
  page.lines.length === 0 ? 0 : page.picture && page.lines.some((l) => l.how === 'recognised') ? 2 : 1;

/**
 * The pages of one paper as two devices have them, page by page: that of which more was read; of two alike the same one on
 * every device. Nothing that one of them has is lost.
 */
export function joinedPages(a: Pages, b: Pages): Pages {
  const out = new Map(a.map((p) => [p.number, p]));
  for (const page of b) {
    const there = out.get(page.number);
    if (!there || worth(page) > worth(there)) out.set(page.number, page);
    else if (worth(page) === worth(there) && canonicalJson(page) < canonicalJson(there))
      out.set(page.number, page);
  }
  return [...out.values()].sort((x, y) => x.number - y.number);
}
