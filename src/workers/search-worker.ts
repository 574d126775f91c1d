import { expose } from 'comlink';
import { type Found, type Searched, SearchIndex } from '../papers/search';
import { KINDS } from '../record/vocabulary';
import { ofCase, StoplineDb } from '../store/database';

const db = new StoplineDb();

/** An index, and what it was made of. */
interface Made {
  readonly of: string;
  readonly index: SearchIndex;
}
let pages: Made = { of: '', index: new SearchIndex([]) };
let rows: Made = { of: '', index: new SearchIndex([]) };

async function pagesIndex(caseId: string): Promise<SearchIndex> {
  const papers = await ofCase(db.papers, caseId).toArray();
  const of = `${caseId} ${papers.map((p) => `${p.id}:${p.pages}:${p.recognised}`).join(' ')}`;
  if (pages.of === of) return pages.index;
  const texts: Searched[] = [];
  for (const paper of papers) {
    const kept = await db.paperPages.get([caseId, paper.id]);
    for (const page of kept?.pages ?? [])
      texts.push({
        id: `${paper.id}~${page.number}`,
        title: `${paper.name}, page ${page.number}`,
        place: `papers?at=${paper.id}~${page.number}`,
        text: page.lines.map((l) => l.text).join(' '),
      });
  }
  pages = { of, index: new SearchIndex(texts) };
  return pages.index;
}

async function rowsIndex(caseId: string): Promise<SearchIndex> {
  const [last] = await ofCase(db.history, caseId, 'seq').reverse().limit(1).primaryKeys();
  const of = `${caseId} ${last?.[1] ?? 0}`;
  if (rows.of === of) return rows.index;
  const [events, cues, sources] = await Promise.all([
    ofCase(db.events, caseId).toArray(),
    ofCase(db.cues, caseId).toArray(),
    ofCase(db.sources, caseId).toArray(),
  ]);
  const names = new Map(sources.map((s) => [s.id, s.name]));
  const texts: Searched[] = [
    ...events.map((e) => ({
      id: e.id,
      title: `Entry: ${KINDS[e.kind].label} ${e.date} ${e.start}`.trim(),
      place: `timeline?at=${e.id}`,
      text: [e.description, e.actor, KINDS[e.kind].label].join(' '),
    })),
    ...cues.map((c) => ({
      id: c.id,
      title: `Transcript of ${names.get(c.sourceId) ?? 'a recording'}`,
      place: `footage?rec=${c.sourceId}&t=${c.from}`,
      text: `${c.speaker} ${c.text}`,
    })),
  ];
  rows = { of, index: new SearchIndex(texts) };
  return rows.index;
}

/** Search over papers, transcripts and entries of a case. It reads the database itself, so that the page never holds the texts. */
const api = {
  async find(caseId: string, query: string, most: number): Promise<Found[]> {
    const [a, b] = [await pagesIndex(caseId), await rowsIndex(caseId)];
    return [...a.find(query, most), ...b.find(query, most)].sort((x, y) => y.score - x.score).slice(0, most);
  },
};
export type SearchApi = typeof api;

expose(api);
