import type { Page } from '../../papers/paper';
import { classOf } from '../../record/vocabulary';
import type { CoverageProposal, CustodyProposal, Passage, Proposal, Proposals } from './reader';

interface Whole extends Passage {
  /** By which it is known again when the paper is read once more: its place and what it says, never its number. */
  readonly key: string;
  /** May be accepted with all that are certain. */
  readonly certain: boolean;
}

/** Something that a paper proposes, in the order of its lines: an entry, a line of custody, a span of coverage. */
export type Offer =
  | (Whole & { readonly what: 'entry'; readonly entry: Proposal })
  | (Whole & { readonly what: 'custody'; readonly entry: CustodyProposal })
  | (Whole & { readonly what: 'coverage'; readonly entry: CoverageProposal });

/**
 * What a reader understood, as one list. What was read off a picture is never certain: a person compares each. Where a trail
 * tells its coverage as spans, its own rows of on and off are notes: taken twice they would be coverage that nobody recorded.
 */
export function offersOf(proposals: Proposals, pages: readonly Page[]): Offer[] {
  const seen = new Map<string, number>();
  const lines = new Map(pages.map((p) => [p.number, p.lines]));
  const sure = (p: Passage): boolean =>
    (lines.get(p.page) ?? []).slice(p.lines[0], p.lines[1] + 1).every((l) => l.how === 'text');
  const whole = (p: Passage, name: string, certain: boolean): Whole => {
    const key = `${p.page}:${p.lines[0]} ${name}`.slice(0, 190);
    const n = (seen.get(key) ?? 0) + 1;
    seen.set(key, n);
    return {
      page: p.page,
      quote: p.quote,
      lines: p.lines,
      ...(p.unsure ? { unsure: p.unsure } : {}),
      key: n === 1 ? key : `${key} ${n}`,
      certain: certain && sure(p),
    };
  };
  const all: Offer[] = [
    ...proposals.entries.map((read): Offer => {
      const spanned = proposals.coverage.length > 0 && classOf(read.kind) === 'coverage';
      const entry = spanned ? { ...read, kind: 'note' as const } : read;
      const certain = entry.certain && entry.role === 'event' && entry.start !== '';
      return { ...whole(entry, `${entry.kind} ${entry.start}`, certain), what: 'entry', entry };
    }),
    ...proposals.custody.map((entry): Offer => {
      const { releasedBy, receivedBy, releasedDate, receivedDate } = entry;
      const certain = entry.item !== '' && !!(releasedBy || receivedBy) && !!(releasedDate || receivedDate);
      return { ...whole(entry, `custody ${entry.item}`, certain), what: 'custody', entry };
    }),
    ...proposals.coverage.map((entry): Offer => {
      const certain = entry.start !== '' && entry.of !== 'trail-period';
      return { ...whole(entry, `${entry.of} ${entry.start}`, certain), what: 'coverage', entry };
    }),
  ];
  return all.sort((a, b) => a.page - b.page || a.lines[0] - b.lines[0]);
}
