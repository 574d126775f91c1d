import MiniSearch from 'minisearch';

/** Something that is searched: a page of a paper, a line of a transcript, an entry. */
export interface Searched {
  readonly id: string;
  /** What it is called in a list: `report.pdf, page 3`. */
  readonly title: string;
  /** The address within the case: `papers?at=...`. */
  readonly place: string;
  readonly text: string;
}

export interface Found extends Omit<Searched, 'text'> {
  /** Some words to both sides of the first that was found. */
  readonly around: string;
  readonly score: number;
}

/** An index over texts: every word of a query is there, its last one may be a beginning. */
export class SearchIndex {
  private readonly index = new MiniSearch<Searched>({
    fields: ['text'],
    storeFields: ['title', 'place', 'text'],
    // One letter begins thousands of words and says nothing: the second one does.
    searchOptions: { prefix: (term) => term.length > 1, combineWith: 'AND' },
  });

  constructor(texts: readonly Searched[]) {
    this.index.addAll(texts);
  }

  find(query: string, most: number): Found[] {
    let found = this.index.search(query);
    // The first letter of the next word does not empty the list.
    if (found.length === 0) found = this.index.search(query.replace(/\s\S$/, ''));
    return found.slice(0, most).map((r) => ({
      id: String(r.id),
      title: String(r['title']),
      place: String(r['place']),
      around: around(String(r['text']), r.terms),
      score: r.score,
    }));
  }
}

function around(text: string, terms: readonly string[]): string {
  const low = text.toLowerCase();
  const at = Math.min(...terms.map((t) => low.indexOf(t)).filter((i) => i >= 0), text.length);
  if (at === text.length) return text.slice(0, 140);
  const from = at < 50 ? 0 : text.indexOf(' ', at - 50) + 1;
  return `${from > 0 ? '… ' : ''}${text.slice(from, from + 140)}${from + 140 < text.length ? ' …' : ''}`;
}
