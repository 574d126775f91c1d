import type { Paper } from '../../papers/paper';
import { isDistrusted } from '../../papers/recogniser';
import { access } from './kinds-of-paper/access';
import { custody } from './kinds-of-paper/custody';
import { hearing } from './kinds-of-paper/hearing';
import { laboratory } from './kinds-of-paper/laboratory';
import { letter } from './kinds-of-paper/letter';
import { log } from './kinds-of-paper/log';
import { narrative } from './kinds-of-paper/narrative';
import { trail } from './kinds-of-paper/trail';
import type { Proposals, ReadContext, Reader, Unread } from './reader';

/** Every kind of paper that is understood; one more is its file in `kinds-of-paper/` and its line here. */
export const READERS: readonly Reader[] = [
  custody,
  laboratory,
  trail,
  access,
  letter,
  hearing,
  narrative,
  log,
];

/** The readers that take a paper for theirs, the surest first. */
export function readersFor(paper: Paper): { readonly reader: Reader; readonly sure: number }[] {
  if (paper.pages.every((p) => p.lines.length === 0)) return [];
  return READERS.map((r) => ({ reader: r, sure: r.sure(paper) }))
    .filter((r) => r.sure > 0.1)
    .sort((a, b) => b.sure - a.sure);
}

/** What the surest reader makes of a paper; null where none takes it, and of a table, whose columns are mapped and not read as prose. */
export function understand(
  paper: Paper,
  context: ReadContext,
): (Proposals & { readonly reader: string }) | null {
  const best = paper.kind === 'table' ? undefined : readersFor(paper)[0];
  if (!best) return null;
  const got = best.reader.read(paper, context);
  return { ...got, unread: [...got.unread, ...distrusted(paper)], reader: best.reader.id };
}

/** Lines that somebody else recognised and nobody compared, and torn rows: named, and nothing made of them. */
const distrusted = (paper: Paper): Unread[] =>
  paper.pages.flatMap((p) =>
    p.lines.flatMap((l, i) =>
      isDistrusted(l) || l.torn
        ? [
            {
              page: p.number,
              quote: l.text,
              lines: [i, i] as const,
              why: l.torn ?? 'it lies over a picture and was not compared with it',
            },
          ]
        : [],
    ),
  );
