import type { PaperRow } from '../record/discovery';
import type { Production } from '../record/productions';
import { type Days, daysOf } from '../time/days';

const plain = (s: string): string => s.trim().toLowerCase();

/** Papers that came as one, with what is seen only beside the others. */
export interface Came {
  /** Null for papers that no production holds. */
  readonly production: Production | null;
  readonly day: Days | null;
  readonly papers: readonly PaperRow[];
  readonly pages: number;
  readonly bytes: number;
  /** Papers of it that came before, byte for byte, with what they came as. */
  readonly again: readonly { readonly paper: PaperRow; readonly first: PaperRow }[];
  /** Papers of a name that came before with other bytes. */
  readonly changed: readonly { readonly paper: PaperRow; readonly before: PaperRow }[];
}

/** The production of each paper, by the paper's own word or by the archive it came in. */
export function productionOf(paper: PaperRow, productions: readonly Production[]): Production | null {
  const said = plain(paper.production);
  if (said !== '') return productions.find((p) => plain(p.name) === said) ?? null;
  const packet = plain(paper.packet);
  return (packet !== '' && productions.find((p) => p.packet !== '' && plain(p.packet) === packet)) || null;
}

/** The name of a paper without its folders: by it a file is known again in a later production. */
const shortName = (p: PaperRow): string => plain(p.name.split(/[/\\]/).at(-1) ?? p.name);

/**
 * What came, production by production in the order of their days, and last what no production holds. A file is the same by its
 * hash, and changed where a later production has its name with another hash.
 */
export function whatCame(papers: readonly PaperRow[], productions: readonly Production[]): Came[] {
  const groups = new Map<Production | null, PaperRow[]>(
    [...productions].sort((a, b) => order(a) - order(b) || (a.id < b.id ? -1 : 1)).map((p) => [p, []]),
  );
  groups.set(null, []);
  for (const p of papers) groups.get(productionOf(p, productions))?.push(p);
  const byHash = new Map<string, PaperRow>();
  const byName = new Map<string, { paper: PaperRow; of: Production | null }[]>();
  const out: Came[] = [];
  for (const [production, list] of groups) {
    if (production === null && list.length === 0) continue;
    const again: { paper: PaperRow; first: PaperRow }[] = [];
    const changed: { paper: PaperRow; before: PaperRow }[] = [];
    for (const paper of list) {
      const first = paper.sha256 === '' ? undefined : byHash.get(paper.sha256);
      if (first) again.push({ paper, first });
      else if (paper.sha256 !== '') byHash.set(paper.sha256, paper);
      const name = shortName(paper);
      const before = byName.get(name)?.findLast((x) => x.of !== production)?.paper;
      if (before && !first && before.sha256 !== '' && paper.sha256 !== '' && before.sha256 !== paper.sha256)
        changed.push({ paper, before });
      byName.set(name, [...(byName.get(name) ?? []), { paper, of: production }]);
    }
    out.push({
      production,
      day: production ? daysOf(production.day) : null,
      papers: list,
      pages: list.reduce((n, p) => n + p.pages, 0),
      bytes: list.reduce((n, p) => n + p.size, 0),
      again,
      changed,
    });
  }
  return out;
}

const order = (p: Production): number => daysOf(p.day)?.min ?? Number.POSITIVE_INFINITY;
